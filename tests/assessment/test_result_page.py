"""The page at the end, and what a trainer is shown: heart first, no mark, no level."""

from __future__ import annotations

import json
import re

import pytest

from content.banks import BANK, inline, other_names
from content.samples import changed
from lesson.looking import assert_nothing_runs, ids, parsed, seen
from lesson.samples import HOSTILE
from pasapas.assessment.deck import Deck
from pasapas.assessment.result_page import MOST_STEPS
from pasapas.assessment.spoken import spoken_pieces
from pasapas.assessment.state import State
from pasapas.assessment.view import code_page, page_of, shared_page, writer
from pasapas.content.assessment import assessment_text
from pasapas.content.shelf import shipped_lessons

from .samples import SMALL, WHOLE, asking, by_chance, deck, everything, nothing, played, table, view

SHIPPED = deck(WHOLE)


def ended(*given: list, past: tuple = (), **more) -> State:
    runs = [{"run": number, "begun": "", "given": run} for number, run in enumerate(past, start=1)]
    return asking(None, *([slug, outcome, 0] for slug, outcome in given), past=runs, ended=True,
                  **more)  # fmt: skip


def page(state: State, of: Deck | None = None, **more):
    return parsed(page_of(view(of or deck(), **more), state)["html"])


def shared(state: State, of: Deck | None = None):
    return parsed(shared_page(view(of or deck()), state))


def texts(tree, css: str) -> list[str]:
    return [seen(item) for item in tree.find_class(css)]


def test_first_comes_what_was_done_and_then_what_comes_next() -> None:
    tree = page(played(table(SHIPPED), by_chance(0.5, 2)), SHIPPED)
    headings = [seen(item) for item in tree.xpath(".//h2|.//h3")]
    assert headings[0] == "Voici ce que vous avez fait"
    assert headings[-1] == "Pour continuer"
    assert tree.find_class("pap-did")


def test_once_is_done_twice_is_known() -> None:
    tree = page(ended(["trombone-lequel", 1], ["verifier-quoi", 1], ["verifier-ordre", 1]))
    items = [seen(item) for item in tree.xpath(".//ul[@class='pap-did']/li")]
    assert items == [
        "Vous l'avez fait : trouver le trombone.",
        "Vous savez vérifier avant d'envoyer.",
    ]


def test_what_is_new_since_the_last_time_comes_first() -> None:
    past = ([["trombone-lequel", 1]],)
    tree = page(ended(["verifier-quoi", 1], ["trombone-lequel", 1], past=past))
    headings = [seen(item) for item in tree.xpath(".//h3")]
    assert headings[0].startswith("Nouveau")
    first, second = tree.xpath(".//ul[@class='pap-did']")
    assert ["vérifier" in seen(first), "trombone" in seen(second)] == [True, True]
    # The first time all would be new.
    assert not any(
        seen(item).startswith("Nouveau")
        for item in page(ended(["verifier-quoi", 1])).xpath(".//h3")
    )


def test_who_did_nothing_has_tried() -> None:
    for state in (ended(), ended(["trombone-lequel", 0], ["page-lequel", -1])):
        tree = page(state)
        assert not tree.find_class("pap-did")
        assert "essayé" in seen(tree)


def test_only_what_was_walked_is_drawn() -> None:
    tree = page(ended(["trombone-lequel", 1], ["verifier-quoi", 1], ["page-lequel", 0]))
    (paths,) = tree.find_class("pap-paths")
    assert [len(item.findall(".//ellipse")) for item in paths] == [2]
    assert "À découvrir" in seen(tree)
    none = page(ended(["page-lequel", 0]))
    assert not none.find_class("pap-paths")
    assert not none.findall(".//ellipse")


def test_no_path_is_longer_than_a_phone_is_wide() -> None:
    """A mode of one domain has none."""
    state = played(table(SHIPPED), everything)
    for path in page(state, SHIPPED).find_class("pap-paths")[0]:
        assert 1 <= len(path.findall(".//ellipse")) <= MOST_STEPS
    one = deck(assessment_text("domain", "messages", "Un"))
    assert not page(played(table(one), everything), one).find_class("pap-paths")


@pytest.mark.parametrize("share", [0, 0.3, 0.6, 1])
def test_no_mark_no_level_no_share_no_blame(share: float) -> None:
    for seed in range(3):
        state = played(table(SHIPPED), by_chance(share, seed))
        said = seen(page(state, SHIPPED)).lower()
        for word in ("niveau", "%", "score", "échec", "/20", "débutant", "pas encore"):
            assert word not in said, word
        assert not re.search(r"\b\d+ ?(sur|/) ?\d+\b", said)
        for tree in (page(state, SHIPPED), shared(state, SHIPPED)):
            assert_nothing_runs(tree)
            assert len(ids(tree)) == len(set(ids(tree)))


def test_what_was_not_done_is_not_named_to_the_learner() -> None:
    state = ended(["trombone-lequel", 0], ["verifier-quoi", -1], ["page-lequel", 1])
    of = deck(inline(BANK.replace("lesson: ", "lesson: pas-"), other_names()))
    said = seen(page(state, of))
    assert "vérifier" not in said
    assert said.count("trouver le trombone") == 1


# --- What comes next --------------------------------------------------------------------------


def test_each_lesson_has_a_link_a_picture_and_a_reason() -> None:
    state = played(table(SHIPPED, lessons=set(shipped_lessons())), by_chance(0.4, 1))
    tree = page(state, SHIPPED)
    links = tree.xpath(".//ul[@class='pap-next-lessons']//a")
    assert 1 <= len(links) <= 3
    for link in links:
        slug = link.get("href").removeprefix("/jump_to_id/lesson-")
        lesson = shipped_lessons()[slug]
        assert seen(link) == lesson.title
        assert link.xpath(".//svg[@role='img']")
        (why,) = link.getparent().xpath(".//p[@data-s]")
        assert seen(why).startswith("Vous apprenez")


def test_a_course_names_its_own_lessons_and_sends_nowhere_else() -> None:
    own = {"fausse-offre": "Les offres louches", "autre": "Une autre"}
    for seed in range(6):
        state = played(table(SHIPPED, lessons=own.keys()), nothing, most=4 + seed)
        tree = page({**state, "ended": True}, SHIPPED, lessons=own)
        for link in tree.xpath(".//ul[@class='pap-next-lessons']//a"):
            assert seen(link) == "Les offres louches"


def test_who_knows_all_is_told_so_with_pleasure() -> None:
    said = seen(page(played(table(SHIPPED), everything), SHIPPED))
    assert "Vous savez déjà" in said
    assert "Pour continuer" not in said


# --- Sound ------------------------------------------------------------------------------------


SOURCES = {
    "whole": WHOLE,
    "domain": assessment_text("domain", "messages", "Un"),
    "lesson": assessment_text("lesson", "joindre-un-cv", "Un"),
}
ONE = {mode: deck(SOURCES[mode]) for mode in ("domain", "lesson")}
RESULTS = {
    "some of all": (SHIPPED, played(table(SHIPPED), by_chance(0.5, 2))),
    "taken again": (
        SHIPPED,
        played(table(SHIPPED), by_chance(0.6, 3), played(table(SHIPPED), by_chance(0.3, 3))),
    ),
    "nothing": (SHIPPED, played(table(SHIPPED), nothing)),
    "nothing asked": (SHIPPED, ended()),
    "all": (SHIPPED, played(table(SHIPPED), everything)),
    "a domain": (ONE["domain"], played(table(ONE["domain"]), by_chance(0.5, 1))),
    "a lesson": (ONE["lesson"], played(table(ONE["lesson"]), by_chance(0.5, 1))),
}


def recorded(of: Deck) -> dict:
    """A recording for all that the assessment says."""
    return {
        piece.hash: {"sources": [f"/static/{piece.key}.ogg"],
                     "starts": [float(n) for n in range(len(piece.lines) + 1)]}
        for piece in spoken_pieces(SOURCES[of.assessment.mode])
    }  # fmt: skip


def heard_lines(tree, of: Deck) -> dict:
    """Each line that has a recording on the page → what is said there."""
    pieces = {piece.key: piece for piece in spoken_pieces(SOURCES[of.assessment.mode])}
    there = {item.get("data-recording") for item in tree.find_class("pap-recording")}
    return {
        item: pieces[item.get("data-of")].lines[int(item.get("data-s"))].words
        for item in tree.xpath(".//*[@data-of]")
        if item.get("data-of") in there
    }


@pytest.mark.parametrize("which", RESULTS)
def test_all_that_is_shown_is_recorded_in_the_same_words(which: str) -> None:
    """But what stands on buttons."""
    of, state = RESULTS[which]
    tree = page(state, of, sounds=recorded(of), lessons={})
    lines = heard_lines(tree, of)
    assert lines
    for item, words in lines.items():
        assert seen(item).split() == words.split()
    for item in [*lines, *tree.iter("button", "svg", "audio")]:
        item.text = ""
        for child in [*item]:
            item.remove(child)
    assert seen(tree).strip(" ,.") == ""


@pytest.mark.parametrize("which", RESULTS)
def test_what_is_used_often_is_on_the_page_once(which: str) -> None:
    of, state = RESULTS[which]
    tree = page(state, of, sounds=recorded(of))
    names = [item.get("data-recording") for item in tree.find_class("pap-recording")]
    assert len(names) == len(set(names)) == len(list(tree.iter("audio")))
    assert set(names) == {item.get("data-of") for item in tree.xpath(".//*[@data-of]")}


def test_nothing_plays_without_scripts() -> None:
    """A recording of all that a domain may say is no result."""
    tree = page(RESULTS["some of all"][1], SHIPPED, sounds=recorded(SHIPPED))
    for audio in tree.iter("audio"):
        assert audio.getparent().get("hidden") is not None


def test_what_results_say_by_themselves_is_recorded_once() -> None:
    keys = {
        mode: {piece.key: piece.hash for piece in spoken_pieces(source)}
        for mode, source in SOURCES.items()
    }
    assert len({found["result-words"] for found in keys.values()}) == 1
    # Only a whole assessment names domains.
    assert [mode for mode, found in keys.items() if "domains" in found] == ["whole"]


def test_a_title_of_the_courses_own_is_not_read_as_another() -> None:
    state = played(table(SHIPPED, lessons={"fausse-offre"}), nothing, most=12)
    own = {"fausse-offre": "Les offres louches"}
    tree = page({**state, "ended": True}, SHIPPED, lessons=own, sounds=recorded(SHIPPED))
    (title,) = tree.xpath(".//ul[@class='pap-next-lessons']//a/span")
    assert (seen(title), title.get("data-of")) == ("Les offres louches", "")


def test_the_words_about_the_code_are_of_the_same_recording() -> None:
    tree = parsed(f"<div>{code_page(view(), 'BCDFGHJK')}</div>")
    piece = writer().result_words()
    lines = tree.xpath(".//*[@data-of]")
    assert len(lines) == 3
    for line in lines:
        assert line.get("data-of") == piece.key
        assert seen(line).split() == piece.lines[int(line.get("data-s"))].words.split()
    (back,) = tree.find_class("pap-taken-back")
    assert back.get("hidden") is not None


def test_a_trainer_is_shown_no_recording() -> None:
    of, state = RESULTS["some of all"]
    tree = parsed(shared_page(view(of, sounds=recorded(of)), state))
    assert not list(tree.iter("audio"))


# --- For trainers -----------------------------------------------------------------------------


def test_a_trainer_sees_the_same_and_what_stands_behind_it() -> None:
    past = ([["trombone-lequel", 0], ["page-lequel", 1]],)
    state = ended(["trombone-toucher", 1], ["verifier-quoi", 0], ["verifier-ordre", -1], past=past)
    tree = shared(state)
    for css in ("pap-did", "pap-paths"):
        assert texts(tree, css) == texts(page(state), css)
    (evidence,) = tree.find_class("pap-evidence")
    found: dict[str, list[str]] = {}
    for item in evidence:
        if item.tag == "dt":
            rows = found.setdefault(seen(item), [])
        else:
            rows.append(seen(item))
    # The two domains of the sample teach the same.
    assert {skill: len(rows) for skill, rows in found.items()} == {
        "Je sais trouver le trombone.": 3,
        "Je sais vérifier avant d'envoyer.": 2,
    }
    assert any("Que relit-on ?" in row for row in found["Je sais vérifier avant d'envoyer."])


def test_every_challenge_that_was_asked_is_in_the_evidence() -> None:
    state: State = {}
    for number in range(3):
        state = played(table(SHIPPED), by_chance(0.5, number), state)
    (evidence,) = shared(state, SHIPPED).find_class("pap-evidence")
    rows = len(evidence.findall("dd"))
    assert rows == len(state["given"]) + sum(len(run["given"]) for run in state["past"])


def test_a_trainer_can_change_nothing() -> None:
    tree = shared(played(table(SHIPPED), by_chance(0.5, 1)), SHIPPED)
    assert tree.findall(".//button") == []
    assert tree.findall(".//input") == []


def test_the_code_is_shown_and_can_be_taken_back() -> None:
    tree = parsed(code_page(view(), "BCDFGHJK"))
    assert texts(tree, "pap-code-signs") == ["BCDF GHJK"]
    assert len(tree.find_class("pap-take-back")) == 1


# --- What an author changed since -------------------------------------------------------------

GONE = ended(["gone", 1], ["trombone-lequel", 1], past=([["lost", 1], ["page-lequel", 0]],))


def test_names_that_the_bank_has_no_more_are_passed_over() -> None:
    assert "trombone" in seen(page(GONE))
    rows = shared(GONE).xpath(".//dl[@class='pap-evidence']/dd")
    assert len(rows) == 2


@pytest.mark.parametrize(
    "source",
    [
        SMALL,
        inline(other_names(BANK, "jobs")),
        inline(changed(BANK, "pictogram: mail\ntubes", "pictogram: x\ntubes")),
    ],
)
@pytest.mark.parametrize("state", [GONE, ended(), ended(["gone", 0])])
def test_a_result_of_another_bank_is_a_page(source: str, state: State) -> None:
    assert page(state, deck(source)).find_class("pap-tools")
    assert shared(state, deck(source)).find_class("pap-evidence")


# --- Hostile ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("can: Je sais trouver le trombone.", "can: {}"),
        ("you: trouver le trombone", "you: {}"),
        ("title: Mes messages", "title: {}"),
        ("ask: Que touche-t-elle ?", "ask: {}"),
        ("you: trouver le trombone", 'you: "{{gesture}} {{0}} %s"'),
        ("pictogram: mail\ntubes", "pictogram: {}\ntubes"),
    ],
)
def test_hostile_text_does_nothing_wherever_it_stands(old: str, new: str) -> None:
    of = deck(inline(changed(BANK, old, new.format(json.dumps(HOSTILE))), other_names()))
    for state in (ended(["trombone-lequel", 1]), ended(["trombone-lequel", 0])):
        for tree in (page(state, of), shared(state, of)):
            assert_nothing_runs(tree)
            assert len(tree) == 1


def test_hostile_titles_of_a_course_are_words() -> None:
    state = played(table(SHIPPED, lessons={"fausse-offre"}), nothing, most=12)
    tree = page({**state, "ended": True}, SHIPPED, lessons={"fausse-offre": HOSTILE})
    assert_nothing_runs(tree)
