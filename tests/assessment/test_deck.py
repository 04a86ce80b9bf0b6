"""Between the texts of challenges and the engine's numbers."""

from __future__ import annotations

import pytest

from content.banks import BANK, HEAD, inline, other_names
from content.samples import changed
from pasapas.assessment.deck import GUESS, GUESS_OF_THREE, GUESS_TASK, MOST_SCREENS, Deck
from pasapas.assessment.engine import AFTER_LESSON, ONE_DOMAIN
from pasapas.assessment.engine import WHOLE as WHOLE_RULES
from pasapas.assessment.view import assessment_reading, deck_of
from pasapas.content.assessment import assessment_text, read_assessment
from pasapas.content.problems import problem
from pasapas.content.shelf import shipped_references

from .samples import SMALL, WHOLE, deck

SHIPPED = deck(WHOLE)
MESSAGES = deck(assessment_text("domain", "messages", "Un"))
LESSON = deck(assessment_text("lesson", "joindre-un-cv", "Un"))


def slugs(of: Deck, numbers: list[int]) -> list[str]:
    return [of.challenges[number].slug for number in numbers]


def test_numbers_stand_for_what_the_bank_has_in_its_order() -> None:
    found = deck()
    assert found.plan.domains == (0, 1)
    assert found.plan.tubes == (0, 0, 0, 1, 1, 1)
    assert found.plan.levels == (1, 2, 3, 1, 2, 3)
    assert found.plan.lessons == ("joindre-un-cv", "ecrire-un-mail", "lire-une-offre") * 2
    assert [item.skill for item in found.plan.items] == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    assert slugs(found, [0, 5, 6]) == ["trombone-lequel", "envoyer-ou-non", "page-lequel"]
    assert [found.number_of[item.slug] for item in found.challenges] == list(range(12))


@pytest.mark.parametrize(
    ("slug", "chance", "screen"),
    [
        ("trombone-lequel", GUESS_OF_THREE, ""),
        ("envoyer-ou-non", GUESS, ""),
        ("trombone-toucher", GUESS, ""),
        ("verifier-quoi", GUESS, ""),
        ("verifier-ordre", GUESS, ""),
        ("envoyer-le-cv", GUESS_TASK, "mailbox"),
    ],
)
def test_how_often_it_is_guessed(slug: str, chance: float, screen: str) -> None:
    item = deck().plan.items[deck().number_of[slug]]
    assert (item.guess, item.screen) == (chance, screen)


def test_two_tubes_of_one_name_are_two_all_the_same() -> None:
    """The checker says so; the engine must count right even then."""
    plan = deck(inline(BANK, other_names().replace("chercher:", "joindre:"))).plan
    assert plan.tubes == (0, 0, 0, 1, 1, 1)
    assert len(plan.skill_at) == 6


# --- What is asked ----------------------------------------------------------------------------


def test_each_mode_asks_about_its_own() -> None:
    assert len(SHIPPED.allowed((), ())) == len(SHIPPED.challenges)
    domains = {SHIPPED.places[item.skill].domain.slug for item in SHIPPED.plan.items}
    assert len(domains) == 7
    asked = [MESSAGES.places[MESSAGES.plan.items[n].skill] for n in MESSAGES.allowed((), ())]
    assert {place.domain.slug for place in asked} == {"messages"}
    asked = [LESSON.places[LESSON.plan.items[n].skill] for n in LESSON.allowed((), ())]
    assert {place.skill.lesson for place in asked} == {"joindre-un-cv"}
    assert [of.rules for of in (SHIPPED, MESSAGES, LESSON)] == [
        WHOLE_RULES, ONE_DOMAIN, AFTER_LESSON]  # fmt: skip


def test_after_a_lesson_nobody_has_to_warm_up() -> None:
    assert LESSON.warm_ups == ()
    assert MESSAGES.warm_ups == SHIPPED.warm_ups == SHIPPED.bank.warm_ups != ()


def test_only_lessons_that_it_asks_about_can_be_named() -> None:
    assert SHIPPED.lessons_in_question(None) is None
    assert LESSON.lessons_in_question(None) == {"joindre-un-cv"}
    assert LESSON.lessons_in_question({"lire-un-mail"}) == set()
    assert MESSAGES.lessons_in_question({"lire-un-mail", "fausse-offre"}) == {"lire-un-mail"}


def test_nothing_is_asked_twice_in_a_run() -> None:
    for challenge in SHIPPED.challenges:
        assert challenge.slug not in slugs(SHIPPED, SHIPPED.allowed([challenge.slug], ()))
    assert SHIPPED.allowed(list(SHIPPED.bank.by_slug), ()) == []


def test_what_was_met_in_an_earlier_run_waits_until_its_skill_has_nothing_else() -> None:
    found = deck()
    assert "trombone-lequel" not in slugs(found, found.allowed((), ["trombone-lequel"]))
    both = ["trombone-lequel", "trombone-toucher"]
    assert set(both) <= set(slugs(found, found.allowed((), both)))
    # Nor does it come when the other one has been asked in this run.
    assert "trombone-lequel" not in slugs(found, found.allowed(both[1:], both[:1]))


def test_there_are_few_practice_screens_in_a_run() -> None:
    """Each is found one's way on; one that is known may come again."""
    by_script: dict[str, list[str]] = {}
    for challenge in SHIPPED.challenges:
        if challenge.task:
            by_script.setdefault(SHIPPED.script_of(challenge.slug), []).append(challenge.slug)
    assert "" not in by_script
    assert len(by_script) > MOST_SCREENS
    # Those with more than one task: one is left to be asked.
    more = [script for script, found in by_script.items() if len(found) > 1][:MOST_SCREENS]
    assert len(more) == MOST_SCREENS
    first = [by_script[script][0] for script in more]
    left = SHIPPED.allowed(first, ())
    screens = {SHIPPED.plan.items[number].screen for number in left}
    assert screens == {"", *more}
    assert {SHIPPED.plan.items[n].screen for n in SHIPPED.allowed(first[:1], ())} == {
        "", *by_script}  # fmt: skip


def test_a_task_that_can_not_be_shown_is_not_asked() -> None:
    found = deck(inline(changed(BANK, "mailbox", "mailbix"), other_names()))
    assert found.stage("envoyer-le-cv") is None
    assert found.stage("site-le-cv") is not None
    left = set(found.number_of) - set(slugs(found, found.allowed((), ())))
    assert left == {"envoyer-le-cv"}


def test_what_is_no_task_has_no_screen() -> None:
    assert deck().stage("trombone-lequel") is None
    assert deck().stage("nobody-knows-this") is None


def test_names_that_the_bank_has_no_more_are_passed_over() -> None:
    found = deck()
    assert found.allowed(["gone"], ["gone-too"]) == found.allowed((), ())


@pytest.mark.parametrize("mode", ["domain\ndomain: phone", "lesson\nlesson: inconnue"])
def test_an_own_bank_may_have_nothing_of_what_is_asked(mode: str) -> None:
    source = inline(BANK, head=f"{HEAD}mode: {mode}\n")
    document = read_assessment(source, shipped_references()).document
    found = Deck(document, document.bank)
    assert found.allowed((), ()) == []
    assert not found.can_ask
    reading = assessment_reading(source)
    assert (reading.document, deck_of(source)) == (None, None)
    assert reading.problems[-1] == problem("bank.nothing-asked", 0, name=mode.split()[-1])


@pytest.mark.parametrize("mode", ["domain\ndomain: messages", "lesson\nlesson: joindre-un-cv"])
def test_what_it_has_of_it_can_be_asked(mode: str) -> None:
    assert deck(inline(BANK, head=f"{HEAD}mode: {mode}\n")).can_ask


def test_every_tube_of_the_bank_has_three_levels_for_the_engine() -> None:
    for found in (deck(SMALL), SHIPPED):
        tubes = len(found.bank.tubes)
        assert set(found.plan.skill_at) == {
            (tube, level) for tube in range(tubes) for level in (1, 2, 3)
        }
