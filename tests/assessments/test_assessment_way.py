"""A learner's whole way through the self-assessment, on a phone of 360 × 640."""

from __future__ import annotations

import random
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from assessment_page import (
    KINDS,
    NOT_YET,
    AssessmentPage,
    deck,
    of_kind,
    right_reply,
    wrong_reply,
)
from playwright.sync_api import BrowserContext, Page, expect

from pasapas.assessment.judging import right_places

Open = Callable[..., AssessmentPage]
MOST = 26  # answers of a run, warm-ups among them


def walked(page: AssessmentPage, chance: float, seed: str) -> list[tuple[str, int]]:
    """To the end: each answer is right with `chance`, else wrong or « not yet ».
    What the server kept, warm-ups first."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(MOST):
        if not page.section.count():
            break
        challenge = page.challenge
        if challenge.kind == "task":
            page.ready()
        if challenge.kind != "task" and dice.random() < chance:
            page.answered(right_reply(challenge))
            assert page.after.inner_text().startswith("Oui.")
        elif challenge.kind == "task" or dice.random() < 0.5:
            page.answered(NOT_YET)
            expect(page.after).not_to_contain_text("Oui.")
        else:
            page.answered(wrong_reply(challenge))
            expect(page.after).not_to_contain_text("Oui.")
        page.go_on()
    expect(page.result).to_be_visible()
    kept = page.kept
    return [(slug, outcome) for slug, outcome, _ in (*kept["warm"], *kept["given"])]


@pytest.mark.parametrize(("chance", "did"), [(1.0, True), (0.5, True), (0.0, False)])
def test_from_the_opening_to_the_result(open_assessment: Open, chance: float, did: bool) -> None:
    page = open_assessment()
    expect(page.root).to_contain_text("Il n'y a pas de note.")
    page.begin()
    assert page.challenge.slug == "toucher-la-maison"
    expect(page.page.locator(".pap-trainer")).to_be_hidden()
    answers = walked(page, chance, f"way {chance}")
    assert page.kept["ended"]
    assert len(page.kept["given"]) <= 20
    assert len(set(answers)) == len(answers)
    result = page.result.inner_text()
    assert ("Vous l'avez fait" in result or "Vous savez" in result) == did
    assert not [sign for sign in ("%", "/20", "niveau", "score") if sign in result.lower()]
    links = page.result.locator(".pap-next-lessons a")
    assert links.count() <= 3
    if links.count():
        lesson = links.first.get_attribute("href").removeprefix("/jump_to_id/")
        links.first.click()
        expect(page.page).to_have_url(f"{page.host.address}/lecon/{lesson}/")
        expect(page.page.locator(".pap-lesson.pap-alive")).to_be_visible()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "task"])
def test_a_right_and_a_wrong_answer_of_each_kind(open_assessment: Open, kind: str) -> None:
    page = open_assessment("whole")
    challenge = of_kind(kind)
    for reply, outcome in ((right_reply(challenge), 1), (wrong_reply(challenge), 0), (NOT_YET, -1)):
        page.bring(challenge)
        page.answered(reply)
        assert page.kept["given"] == [[challenge.slug, outcome, reply]]
        assert page.after.inner_text().startswith("Oui.") == (outcome == 1)
        for item in challenge.learn:
            expect(page.after).to_contain_text(item.text)
        marked = page.section.locator(".pap-right")
        if kind == "order":
            ranks = page.section.locator("[data-reply]:not([data-reply=not-yet]) .pap-rank")
            shown = [int(text) - 1 for text in ranks.all_inner_texts()]
            assert [shown.index(place) for place in range(len(shown))] == list(challenge.order)
        else:
            assert marked.count() == len(right_places(challenge))
        # Nothing can be changed any more.
        assert page.section.locator("input:enabled, [data-reply]:enabled").count() == 0


def test_an_answer_is_wanted_first(open_assessment: Open) -> None:
    page = open_assessment()
    for kind, said in (
        ("one", "Choisissez d'abord une réponse."),
        ("several", "Choisissez d'abord une réponse."),
        ("touch", "Choisissez d'abord une réponse."),
        ("order", "Touchez d'abord toutes les phrases, dans l'ordre."),
    ):
        page.bring(of_kind(kind))
        page.main.click()
        expect(page.told).to_have_text(said)
        assert page.kept["given"] == []


def test_what_is_said_is_seen(open_assessment: Open) -> None:
    """The button stands at the lower edge of the screen, what is said below it."""
    page = open_assessment().bring(of_kind("one"))
    page.main.evaluate("node => { node.scrollIntoView({block: 'end'}); node.click(); }")
    expect(page.told).to_be_in_viewport(ratio=0.95)


def test_what_is_touched_twice_is_given_back(open_assessment: Open) -> None:
    page = open_assessment()
    challenge = of_kind("order")
    page.bring(challenge)
    page.choose([0, 1])
    page.choose(0)
    ranks = page.section.locator("[data-reply] .pap-rank")
    assert ranks.all_inner_texts()[:2] == ["", "1"]
    page.choose(NOT_YET)  # and nothing is in order any more
    assert not "".join(ranks.all_inner_texts())
    page.bring(of_kind("several"))
    page.choose(0)
    page.choose(NOT_YET)
    assert page.section.locator("input:checked").count() == 1
    page.choose(0)
    assert page.section.locator("input:checked").get_attribute("value") == "0"


def test_stopping_shows_what_was_done(open_assessment: Open) -> None:
    page = open_assessment()
    challenge = of_kind("touch")
    page.bring(challenge)
    page.answered(right_reply(challenge))
    page.go_on()
    page.press("Je m'arrête ici")
    expect(page.result).to_contain_text("Vous l'avez fait")
    assert page.kept["ended"]
    page.reload()
    expect(page.result).to_contain_text("Vous l'avez fait")


def test_stopping_at_once(open_assessment: Open) -> None:
    page = open_assessment().begin()
    page.press("Je m'arrête ici")
    expect(page.result).to_contain_text("Vous avez essayé.")


def test_taking_it_again_asks_other_things(open_assessment: Open) -> None:
    page = open_assessment("phone").begin()
    first = walked(page, 0.7, "retake")
    warm = len(page.kept["warm"])
    page.press("Recommencer, avec d'autres questions")
    expect(page.section).to_be_visible()
    expect(page.result).to_have_count(0)
    second = walked(page, 0.7, "retake again")
    assert page.kept["run"] == 2
    # What was asked comes again only where a skill has nothing else.
    before = {slug for slug, _ in first[warm:]}
    again = before & {slug for slug, _ in second[warm:]}
    asked = before | {slug for slug, _ in second[warm:]}
    assert asked - before
    for place in deck().places:
        slugs = {item.slug for item in place.skill.challenges}
        assert not slugs & again or slugs <= asked, place.skill.can.text


def test_shown_to_a_trainer_and_taken_back(
    open_assessment: Open, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_assessment()
    challenge = of_kind("touch")
    page.bring(challenge)
    page.answered(right_reply(challenge))
    page.go_on()
    page.press("Je m'arrête ici")
    page.press("Je montre à mon formateur")
    code = page.page.locator(".pap-code-signs").inner_text()
    trainer = AssessmentPage(open_context().new_page(), page.host).open()
    assert look(trainer, code.lower())
    expect(trainer.page.locator(".pap-shared")).to_contain_text(challenge.ask[0].text)
    expect(trainer.page.locator(".pap-evidence")).to_contain_text("réussi")
    page.reload()
    expect(page.page.locator(".pap-code-signs")).to_have_text(code)
    page.press("Reprendre le code")
    expect(page.page.locator(".pap-code")).to_have_text("Le code ne marche plus.")
    assert not look(trainer, code)
    expect(trainer.page.locator(".pap-shown-here")).to_contain_text("Il n'y a pas de résultat")


def look(trainer: AssessmentPage, code: str) -> bool:
    """Whether a result stands under the code."""
    details = trainer.page.locator(".pap-trainer")
    if details.get_attribute("open") is None:
        trainer.page.get_by_text("Je suis formateur ou formatrice").click()
    trainer.page.get_by_label("Le code de la personne").fill(code)
    with trainer.page.expect_response("**/see/"):
        trainer.press("Voir le résultat")
    expect(trainer.page.locator(".pap-shown-here")).not_to_be_empty()
    return trainer.page.locator(".pap-shared").count() > 0


def test_the_result_is_printed_alone(open_assessment: Open, tmp_path: Path) -> None:
    page = open_assessment()
    challenge = of_kind("touch")
    page.bring(challenge)
    page.answered(right_reply(challenge))
    page.go_on()
    page.press("Je m'arrête ici")
    expect(page.result).to_be_visible()
    said = printed(page.page, tmp_path)
    assert "Vous l'avez fait" in said
    for other in (
        "Recommencer", "Imprimer", "Je suis formateur", "Tout écouter", "Une autre personne",
        "Texte plus grand",
    ):  # fmt: skip
        assert other not in said


def printed(page: Page, folder: Path) -> str:
    file = folder / "printed.pdf"
    page.pdf(path=file)
    return subprocess.run(
        ["pdftotext", file, "-"], capture_output=True, text=True, check=True
    ).stdout.replace("\n", " ")
