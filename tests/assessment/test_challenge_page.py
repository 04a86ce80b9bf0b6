"""A challenge on the page: all that is needed to answer, and nothing that tells the answer."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files

import pytest
import yaml

from content.banks import BANK, WARM_UP, inline, other_names
from content.samples import changed
from lesson.looking import assert_nothing_runs, hidden, ids, parsed, seen
from lesson.samples import HOSTILE
from pasapas.assessment.deck import Deck
from pasapas.assessment.judging import NOT_YET, right_places
from pasapas.assessment.view import (
    LITTLE_LEFT,
    answered_page,
    opened,
    page_of,
    writer,
)
from pasapas.content.assessment import Assessment
from pasapas.content.bank import bank_of, read_bank_file
from pasapas.content.challenge import Challenge, token_of
from pasapas.content.shelf import shipped_references
from pasapas.player.sound import spoken_hash

from .samples import WHOLE, Hand, as_json, asking, deck, request, view

SHIPPED = deck(WHOLE)
SLUGS = tuple(SHIPPED.bank.by_slug)
each_challenge = pytest.mark.parametrize("slug", SLUGS)


def state_of(slug: str) -> dict:
    """In which it is asked now, whether it warms up or not."""
    return asking(slug, ["nobody-knows", 1, 0])


def page(slug: str, of: Deck = SHIPPED, **more) -> dict:
    found = page_of(view(of, **more), state_of(slug))
    assert found is not None
    return found


def words_of(challenge: Challenge) -> list[str]:
    """What is read of it, in order."""
    return [line.words for line in writer().challenge(challenge).lines if line.role != "word"]


# --- What stands there ------------------------------------------------------------------------


@each_challenge
def test_all_its_sentences_stand_there_once_in_their_order(slug: str) -> None:
    challenge = SHIPPED.bank.by_slug[slug]
    tree = parsed(page(slug)["html"])
    lines = tree.xpath(".//*[@data-s]")
    assert [int(line.get("data-s")) for line in lines] == list(range(len(lines)))
    assert [seen(line) for line in lines if seen(line)] == [
        " ".join(text.split()) for text in words_of(challenge)
    ]
    assert_nothing_runs(tree)
    assert len(ids(tree)) == len(set(ids(tree)))


@each_challenge
def test_each_answer_has_its_place_and_one_can_always_say_not_yet(slug: str) -> None:
    challenge = SHIPPED.bank.by_slug[slug]
    tree = parsed(page(slug)["html"])
    replies = [item.get("value") or item.get("data-reply") for item in
               tree.xpath(".//input | .//button[@data-reply]")]  # fmt: skip
    shown = (
        challenge.choices
        or challenge.ordered
        or (challenge.things if challenge.kind == "touch" else ())
    )
    assert replies == [*(str(place) for place in range(len(shown))), NOT_YET]
    assert not any(hidden(item) for item in tree.xpath(".//input | .//button[@data-reply]"))
    texts = [seen(label) for label in tree.find_class("pap-choice")]
    assert texts[-1] == "Je ne sais pas encore"


@each_challenge
def test_it_has_a_picture_a_title_and_names(slug: str) -> None:
    tree = parsed(page(slug)["html"])
    (title,) = tree.xpath(".//h2")
    assert title.get("tabindex") == "-1"
    assert tree.xpath(".//svg[@role='img']|.//div[@class='pap-drawn']|.//div[@class='pap-ground']")
    for group in tree.xpath(".//*[@aria-labelledby]"):
        assert group.get("aria-labelledby") in ids(tree)


def test_no_answer_is_chosen_beforehand() -> None:
    for slug in SLUGS:
        html = page(slug)["html"]
        assert not re.search(r"\bchecked\b|aria-pressed=\"true\"|pap-right", html)


def test_it_soon_says_that_little_is_left_and_never_how_much() -> None:
    answers = [[f"gone-{number}", 1, 0] for number in range(20)]
    for count in range(20):
        html = page_of(view(), asking("trombone-lequel", *answers[:count]))["html"]
        assert ("Encore un peu" in html) == (count >= LITTLE_LEFT)
        assert "12" not in seen(parsed(html))


def test_a_task_brings_its_screen_and_not_what_is_to_be_achieved() -> None:
    tasks = [slug for slug in SLUGS if SHIPPED.bank.by_slug[slug].task]
    for slug in SLUGS:
        assert ("task" in page(slug)) == (slug in tasks)
    for slug in tasks:
        data = page(slug)["task"]
        assert set(data) == {"screen", "script", "start", "setup", "texts", "secrets"}
        assert data["start"] == SHIPPED.stage(slug).setup.start
        assert "achieved" not in as_json(data)


def test_a_task_whose_screen_can_not_be_shown_is_a_page_all_the_same() -> None:
    of = deck(inline(changed(BANK, "mailbox", "mailbix")))
    found = page("envoyer-le-cv", of)
    assert "task" not in found
    assert NOT_YET in found["html"]


def test_a_choice_that_shows_no_word_keeps_its_place() -> None:
    """Else each one after it would be taken for another."""
    of = deck(inline(changed(BANK, "( ) La loupe", "( ) [](https://a.example)")))
    tree = parsed(page("trombone-lequel", of)["html"])
    texts = {box.get("value"): seen(box.getparent()) for box in tree.findall(".//input")}
    right = right_places(of.bank.by_slug["trombone-lequel"])
    assert [texts[str(place)] for place in right] == ["Le trombone"]
    assert len(texts) == 4


def test_a_question_that_shows_no_word_is_a_page_all_the_same() -> None:
    of = deck(inline(changed(BANK, "ask: Que relit-on ?", 'ask: "[](https://a.example)"')))
    assert parsed(page("verifier-quoi", of)["html"]).xpath(".//h2")


def test_before_a_run_there_is_the_opening_and_then_no_more() -> None:
    for state, begun in (({}, False), (state_of("adresse-complete"), True)):
        tree = parsed(opened(view(SHIPPED), state)[0])
        (opening,) = tree.find_class("pap-opening")
        assert hidden(opening) == begun
        assert bool(tree.find_class("pap-challenge")) == begun
    assert opened(view(SHIPPED), {})[1] == {"run": 0, "page": {}}


# --- Sound ------------------------------------------------------------------------------------


def recordings(*pieces) -> dict[str, dict]:
    return {
        piece.hash: {
            "sources": [f"/static/{piece.hash}.ogg"],
            "starts": [float(second) for second in range(len(piece.lines) + 1)],
        }
        for piece in pieces
    }


@each_challenge
def test_before_the_answer_only_its_own_recording_is_named(slug: str) -> None:
    challenge = SHIPPED.bank.by_slug[slug]
    ask, after = writer().challenge(challenge), writer().after(challenge)
    sounds = recordings(ask, after)
    html = json.dumps(page(slug, sounds=sounds))
    assert ask.hash in html
    assert after.hash not in html
    # The name of a file tells no more than the words do.
    assert ask.hash == spoken_hash(ask.spoken)


@each_challenge
def test_after_the_answer_its_word_is_heard_and_yes_is_for_who_was_right(slug: str) -> None:
    challenge = SHIPPED.bank.by_slug[slug]
    sounds = recordings(writer().after(challenge))
    said = {}
    for outcome in (1, 0, -1):
        state = asking(None, [slug, outcome, 0], ended=True)
        after = answered_page(view(SHIPPED, sounds=sounds), state, 0)["after"]
        assert (after["outcome"], after["right"]) == (outcome, right_places(challenge))
        tree = parsed(after["html"])
        said[outcome] = [(line.get("data-s"), seen(line)) for line in tree.xpath(".//*[@data-s]")]
        assert len(list(tree.iter("audio"))) == 1
    assert said[0] == said[-1]
    assert said[1] == [("0", "Oui."), *said[0]]
    assert len(said[0]) == len(challenge.learn)


# --- Nothing tells the answer -----------------------------------------------------------------


def other_key(challenge: dict) -> None:
    """The same to look at; what is right, and what is said of it, is another."""
    challenge["learn"] = "Ceci n'est dit qu'après."
    if "choices" in challenge:
        marked = [re.fullmatch(r"([(\[]) ?(x?)[)\]]\s+(.*)", text).groups()
                  for text in challenge["choices"]]  # fmt: skip
        right = [bool(sign) for _, sign, _ in marked]
        other = [not one for one in right] if marked[0][0] == "[" else right[1:] + right[:1]
        both = list(zip(marked, other, strict=True))
        challenge["choices"] = [
            f"{box}{'x' if one else ' '}{')' if box == '(' else ']'} {text}"
            for (box, _, text), one in reversed(both)
        ]
    elif "order" in challenge:
        challenge["order"] = challenge["order"][1:] + challenge["order"][:1]
    elif "task" in challenge:
        challenge["task"]["achieved"] = {"not": challenge["task"]["achieved"]}
    else:
        things = [thing for row in challenge["screen"]
                  for thing in (row if isinstance(row, list) else [row])]  # fmt: skip
        drawn = [thing for thing in things if isinstance(thing, dict)]
        here = [thing.pop("here", "no") for thing in drawn]
        for thing, was in zip(drawn, here, strict=True):
            thing["here"] = "no" if was == "yes" else "yes"


@cache
def other_deck() -> Deck:
    """The bank that ships, with another key to each challenge, another word after it, the
    levels of each tube the other way round, other lessons and other skills."""
    read = []
    for file in sorted((files("pasapas.courses") / "assessment").iterdir(), key=str):
        document = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
        for challenge in document.get("warm_up", {}).values():
            other_key(challenge)
        for tube in document.get("tubes", {}).values():
            for skill in tube["skills"].values():
                skill |= {"can": "Je sais tout.", "you": "tout faire", "lesson": "autre"}
                for challenge in skill["challenges"].values():
                    other_key(challenge)
            tube["skills"] = {str(4 - int(name)): item for name, item in tube["skills"].items()}
        text = yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=10_000)
        read.append(read_bank_file(text, shipped_references()).document)
    assert len(read) == 8
    return Deck(Assessment("Où j'en suis", "verifier", "whole", "", "", False), bank_of(read))


def test_the_other_bank_has_other_keys() -> None:
    """Else what follows would prove nothing."""
    other = other_deck()
    assert set(other.bank.by_slug) == set(SLUGS)
    for slug in SLUGS:
        one, two = SHIPPED.bank.by_slug[slug], other.bank.by_slug[slug]
        assert one.kind == two.kind
        assert one.kind == "task" or right_places(one) != right_places(two), slug
        if one.task:
            assert one.task.achieved != two.task.achieved
        assert [item.text for item in one.learn] != [item.text for item in two.learn]
    one, two = (levels_of(of) for of in (SHIPPED, other))
    assert {slug for slug, level in one.items() if level != two[slug]} == {
        slug for slug, level in one.items() if level != 2
    }


def levels_of(of: Deck) -> dict[str, int]:
    return {
        challenge.slug: place.skill.level
        for place in of.places
        for challenge in place.skill.challenges
    }


@each_challenge
def test_what_is_sent_before_the_answer_is_the_same_byte_for_byte(slug: str) -> None:
    """Whatever is right: so nothing of it is in there."""
    one, two = (as_json(page(slug, of)) for of in (SHIPPED, other_deck()))
    assert one == two
    for item in SHIPPED.bank.by_slug[slug].learn:
        assert item.text not in json.loads(one)["html"]


REQUESTS: dict[str, Callable[[str], dict]] = {
    "look": lambda slug: request("look"),
    "begin again": lambda slug: request("begin"),
    "another run": lambda slug: request("begin", 2),
    "not asked": lambda slug: request(
        "answer", number=1, challenge=token_of("nobody-knows"), reply=0
    ),
    "too early": lambda slug: request("answer", number=2, challenge=token_of(slug), reply=0),
    "no reply": lambda slug: request("answer", number=1, challenge=token_of(slug), reply="?"),
    "malformed": lambda slug: request("reveal"),
    "somebody's": lambda slug: {**request("look"), "learner": "somebody"},
}


@each_challenge
def test_no_reply_but_the_one_to_its_answer_tells_anything(slug: str) -> None:
    hands = [Hand(of, state_of(slug)) for of in (SHIPPED, other_deck())]
    for sent in REQUESTS.values():
        one, two = (hand.send(sent(slug)) for hand in hands)
        assert (one.status, as_json(one.body)) == (two.status, as_json(two.body))
        assert "after" not in one.body
    # Nor the reply to the answer before.
    asked = asking(slug, [SLUGS[-1] if slug != SLUGS[-1] else SLUGS[-2], 1, 0])
    replies = [answered_page(view(of), asked, 0) for of in (SHIPPED, other_deck())]
    assert as_json(replies[0]["page"]) == as_json(replies[1]["page"])


@each_challenge
def test_the_page_that_opens_on_it_tells_nothing(slug: str) -> None:
    one, two = (
        str(opened(view(of), state_of(slug))[0]) + as_json(opened(view(of), state_of(slug))[1])
        for of in (SHIPPED, other_deck())
    )
    assert one == two


def test_the_word_after_is_there_only_after() -> None:
    """So that the tests above are known to see it."""
    state = asking(None, ["adresse-complete", 0, 0], ended=True)
    for of in (SHIPPED, other_deck()):
        html = answered_page(view(of), state, 0)["after"]["html"]
        learn = of.bank.by_slug["adresse-complete"].learn
        assert learn[0].text.split()[-1] in html


# --- Hostile ----------------------------------------------------------------------------------

PLACES = {
    "trombone-lequel": [
        ("scene: [Léa écrit un mail. | Elle joint son CV.]", "scene: [{}]"),
        ("ask: Que touche-t-elle ?", "ask: {}"),
        ("- ( ) La loupe", "- {}"),
        ("pictogram: mail\n            scene", "pictogram: {}\n            scene"),
    ],
    "verifier-ordre": [("[Léa joint son CV., ", "[{}, ")],
    "trombone-toucher": [("text: Bonjour Madame.", "text: {}")],
    "envoyer-le-cv": [("name: CV.pdf", "name: {}"), ("persona: amina", "persona: {}")],
}


@pytest.mark.parametrize(
    ("slug", "old", "new"), [(slug, *pair) for slug, pairs in PLACES.items() for pair in pairs]
)
def test_hostile_text_does_nothing_wherever_it_stands(slug: str, old: str, new: str) -> None:
    text = f"( ) {HOSTILE}" if "( )" in old else HOSTILE
    source = inline(
        changed(BANK, old, new.format(json.dumps(text))), other_names(), warm_up=WARM_UP
    )
    tree = parsed(page(slug, deck(source))["html"])
    assert_nothing_runs(tree)
    assert len(tree) == 1
    html = str(opened(view(deck(source)), state_of(slug))[0])
    assert html.lower().count("<script") == html.lower().count("</script") == 1


def test_a_hostile_recording_stays_within_its_quotes() -> None:
    piece = writer().challenge(SHIPPED.bank.by_slug["adresse-complete"])
    sounds = recordings(piece)
    sounds[piece.hash]["sources"] = ['/static/a.ogg"><script>alert(1)</script>']
    html = page("adresse-complete", sounds=sounds)["html"]
    assert "<script" not in html
    assert "<audio" in html
