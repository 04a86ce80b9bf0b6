"""Before an answer nothing that is sent tells it: every byte is read, for every challenge.

Each domain of the bank is written three times as a bank of its own: as it is, with another
key everywhere, and with other words after the answers. What is sent before the answer must
be the same bytes.
"""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import lxml.html
import pytest
import yaml
from webob import Request

from pasapas.assessment.deck import Deck
from pasapas.assessment.judging import right_places
from pasapas.assessment.view import writer
from pasapas.content.challenge import Challenge, token_of
from pasapas.content.references import DOMAINS
from pasapas.content.shelf import shipped_references
from pasapas.player import assets
from pasapas.player.inline import sentence_words

from .assessments import (
    USAGE,
    Addresses,
    act,
    asked,
    assessment_host,
    deck,
    keep,
    request,
    written,
)

OTHER_WORDS = "Tout autre chose se dit ici."


@cache
def texts(name: str) -> dict:
    """A file of the bank: texts, mappings and lists."""
    raw = (files("pasapas.courses") / "assessment" / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(raw, yaml.BaseLoader)  # noqa: S506


def bank_of(domain: str) -> dict:
    """The document of an assessment with one domain and the warm-ups as its own bank."""
    copied = {key: value for key, value in texts(domain).items() if key != "format"}
    bank = {"warm_up": texts("warm-up")["warm_up"], "domains": [copied]}
    head = {"format": "1", "title": "Un essai", "pictogram": "verifier", "mode": "whole"}
    return copy.deepcopy({**head, "bank": bank})


def challenges_in(document: dict) -> Iterator[dict]:
    yield from document["bank"]["warm_up"].values()
    for tube in document["bank"]["domains"][0]["tubes"].values():
        for skill in tube["skills"].values():
            yield from skill["challenges"].values()


def with_other_keys(document: dict) -> dict:
    for challenge in challenges_in(document):
        if "choices" in challenge:
            challenge["choices"] = moved(challenge["choices"])
        elif "order" in challenge:
            challenge["order"] = [*challenge["order"][1:], challenge["order"][0]]
        elif "task" in challenge:
            challenge["task"]["achieved"] = {"not": challenge["task"]["achieved"]}
        else:
            challenge["screen"] = pointed_elsewhere(challenge["screen"])
    return document


def moved(choices: list[str]) -> list[str]:
    """The marks, each at the place before its own: as many are right, but others."""
    marks = [choice[:3] for choice in choices]
    return [f"{mark}{choice[3:]}" for mark, choice in
            zip([*marks[1:], marks[0]], choices, strict=True)]  # fmt: skip


def pointed_elsewhere(rows: list) -> list:
    """`here` at what was not the place to touch, and nowhere else."""

    def other(thing: object) -> object:
        if isinstance(thing, list):
            return [other(one) for one in thing]
        if isinstance(thing, str):
            return {"text": thing, "here": "yes"}
        was_here = thing.get("here") == "yes"
        rest = {key: value for key, value in thing.items() if key != "here"}
        return rest if was_here else {**rest, "here": "yes"}

    return [other(row) for row in rows]


def with_other_words(document: dict) -> dict:
    for challenge in challenges_in(document):
        challenge["learn"] = OTHER_WORDS
    return document


@dataclass
class Copies:
    """One domain, three times; the same recordings for all, under the names of the first."""

    domain: str

    def __post_init__(self):
        changed = {"as it is": dict, "other keys": with_other_keys, "other words": with_other_words}
        sources = {name: written(change(bank_of(self.domain))) for name, change in changed.items()}
        self.decks: dict[str, Deck] = {name: deck(text) for name, text in sources.items()}
        self.sounds = recordings(self.decks["as it is"])
        self.hosts = {
            name: assessment_host(text, addresses=True, sound=self.sounds)
            for name, text in sources.items()
        }

    @property
    def challenges(self) -> dict[str, Challenge]:
        return dict(self.decks["as it is"].bank.by_slug)


def recordings(of: Deck) -> dict:
    """Named as the packer names them, with what they are before it."""
    found = {}
    for challenge in of.bank.by_slug.values():
        spoken = {"ask": writer().challenge(challenge), "after": writer().after(challenge)}
        for name, piece in spoken.items():
            starts = [float(at) for at in range(len(piece.lines) + 1)]
            source = f"/static/{name}-{piece.hash}.ogg"
            found[piece.hash] = {"sources": [source], "starts": starts}
    return found


@pytest.fixture(scope="module", params=DOMAINS)
def copies(request) -> Copies:
    return Copies(request.param)


@pytest.fixture(scope="module")
def sent(copies) -> dict[str, dict[str, list[str]]]:
    """Copy → challenge → all texts that leave the server before that challenge is answered."""
    return {
        name: {slug: before_the_answer(host, slug) for slug in copies.challenges}
        for name, host in copies.hosts.items()
    }


def before_the_answer(host, slug: str) -> list[str]:
    keep(host, asked(slug))
    fragment = host.view(usage=USAGE)
    found = [fragment.content, told(fragment.json_init_args)]
    for do in ("look", "begin"):
        found.append(told(act(host, do)[1]))
    found.append(told(act(host, "begin", 7)[1]))  # 409
    refused = request("answer", number=0, challenge=token_of(slug), reply={"no": "screen"})
    found.append(told(host.post("act", refused, usage=USAGE)[1]))
    # The answer before this one, as it comes again; its own word is not of this challenge.
    other = next(name for name in texts("warm-up")["warm_up"] if name != slug)
    keep(host, asked(slug, warm=[[other, -1, "not-yet"]]))
    status, body = act(host, "answer", number=0, challenge=token_of(other), reply="not-yet")
    assert status == 200
    assert body["after"]
    assert body["page"]["challenge"] == token_of(slug)
    found.append(told({**body, "after": None}))
    task = body["page"].get("task")
    if task:
        response = host.block(USAGE).handle("screen", Request.blank("/"), task["script"])
        assert response.status_code == 200
        found.append(told(json.loads(response.body)))
    return found


def told(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def test_the_copies_differ_where_they_should(copies):
    for slug, challenge in copies.challenges.items():
        other = copies.decks["other keys"].bank.by_slug[slug]
        if challenge.kind != "task":
            assert right_places(challenge) != right_places(other), slug
        assert other.kind == challenge.kind, slug
        spoken = copies.decks["other words"].bank.by_slug[slug].learn
        assert [item.text for item in spoken] == [OTHER_WORDS]


def test_there_is_something_to_read(sent):
    for slug, pieces in sent["as it is"].items():
        assert len(pieces) >= 7
        looked = json.loads(pieces[2])["page"]
        token = token_of(slug)
        assert looked["challenge"] == token
        assert f'data-challenge="{token}"' in looked["html"]
        # Addresses of a page are replaced by the platform, when it has been rendered.
        assert looked["html"] in Addresses().replace_urls(pieces[0])


def test_no_slug_of_the_bank_is_sent(sent, copies):
    """A slug may say what a message is, or which button. Of those of one word, which may be a
    word of a sentence or of a screen, none is a value, a key or an attribute by itself."""
    slugs = set(copies.challenges)
    long = {slug for slug in slugs if "-" in slug}
    assert len(long) > len(slugs) / 2
    for asked_now, (content, *rest) in sent["as it is"].items():
        everything = " ".join([content, *rest])
        assert not {slug for slug in long if slug in everything}, asked_now
        pages = [content]
        for text in rest:
            value = json.loads(text)
            assert not slugs & {*keys_of(value), *strings(value)}, asked_now
            pages += [found for found in strings(value) if "<" in found]
        for page in pages:
            tree = lxml.html.fragment_fromstring(page, create_parent="div")
            assert not slugs & {at for node in tree.iter() for at in node.attrib.values()}


@pytest.mark.parametrize("other", ["other keys", "other words"])
def test_nothing_that_is_sent_depends_on_the_key_or_on_the_word_after(sent, other):
    for slug, pieces in sent["as it is"].items():
        assert sent[other][slug] == pieces, slug


def test_no_sentence_of_the_word_after_is_sent(sent, copies):
    references = shipped_references()
    for slug, pieces in sent["as it is"].items():
        everything = plain(" ".join(pieces))
        for sentence in copies.challenges[slug].learn:
            for words in (sentence.text, sentence_words(sentence.text, references)):
                assert plain(words) not in everything, slug


def plain(text: str) -> str:
    """Without marks, escapes and what tells one writing of a text from another."""
    for sign in ("&nbsp;", "\u00a0", "\u202f"):
        text = text.replace(sign, " ")
    return text.replace("&#x27;", "'").replace("&quot;", '"').replace("**", "").lower()


TELLING = {"right", "here", "achieved", "level", "levels", "learn", "outcome", "feedback",
           "lesson", "skill", "tube", "guess"}  # fmt: skip


def test_no_field_and_no_attribute_tells_it(sent):
    for slug, (content, *rest) in sent["as it is"].items():
        pages = [content]
        for text in rest:
            value = json.loads(text)
            if isinstance(value, dict) and value.get("after", "") is None:
                del value["after"]
            assert not TELLING & set(keys_of(value)), slug
            pages += [found for found in strings(value) if "<" in found]
        for page in pages:
            tree = lxml.html.fragment_fromstring(page, create_parent="div")
            names = {name for node in tree.iter() for name in node.attrib}
            assert {name for name in names if name.startswith("data-")} <= DATA, slug
            assert not names & {"checked", "selected", "title", "data-right"}, slug
            assert not tree.xpath("//*[@aria-pressed='true']"), slug


DATA = {"data-challenge", "data-kind", "data-reply", "data-s", "data-size", "data-starts"}


def keys_of(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            # Words of a screen have names of their own; what they are is read as text.
            if key != "words":
                yield from keys_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys_of(inner)


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


# --- Recordings -------------------------------------------------------------------------------


def test_a_recording_is_named_after_the_words_it_says_and_nothing_else(copies):
    for slug, challenge in copies.challenges.items():
        for piece in (writer().challenge(challenge), writer().after(challenge)):
            said = "\n".join(line.words for line in piece.lines)
            assert piece.hash == hashlib.sha256(said.encode()).hexdigest()[:16]
        changed = copies.decks["other keys"].bank.by_slug[slug]
        assert writer().challenge(changed).hash == writer().challenge(challenge).hash
        assert writer().challenge(challenge).hash != writer().after(challenge).hash


def test_before_the_answer_only_the_recording_of_the_question_is_named(sent, copies):
    for slug, pieces in sent["as it is"].items():
        challenge = copies.challenges[slug]
        everything = " ".join(pieces)
        assert f"ask-{writer().challenge(challenge).hash}" in everything
        assert "after-" not in everything
        assert writer().after(challenge).hash not in everything


# --- After it -----------------------------------------------------------------------------------


def test_after_the_answer_it_is_told_and_only_then(copies):
    host = copies.hosts["as it is"]
    for slug, challenge in copies.challenges.items():
        keep(host, asked(slug))
        body = act(host, "answer", number=0, challenge=token_of(slug), reply="not-yet")[1]
        assert body["after"]["right"] == right_places(challenge)
        assert f"after-{writer().after(challenge).hash}" in body["after"]["html"]
        assert "after-" not in body["page"]["html"]


# --- What everybody can load --------------------------------------------------------------------


def test_public_files_hold_nothing_of_the_bank():
    paths = [assets.PUBLIC / name for name in assets.BUNDLES]
    public = plain(" ".join(path.read_text(encoding="utf-8") for path in paths))
    for domain in DOMAINS:
        for challenge in challenges_in(bank_of(domain)):
            # What is shorter may stand anywhere: « Envoyer. »
            long = [text for text in sentences(challenge) if len(text) >= 20]
            assert not [text for text in long if text in public]


def sentences(challenge: dict) -> Iterator[str]:
    for name in ("learn", "ask", "choices", "order"):
        found = challenge.get(name, [])
        for text in [found] if isinstance(found, str) else found:
            for sentence in text.split("|"):
                yield plain(sentence.lstrip("()[]x ").strip())


def test_a_search_holds_nothing_of_the_bank(copies):
    index = json.dumps(copies.hosts["as it is"].block(USAGE).index_dictionary())
    assert len(index) < 300
