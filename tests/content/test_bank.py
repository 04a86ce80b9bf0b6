"""A bank of challenges: from its files to immutable values, whole and in order."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pasapas.content.bank import BankFile, Tube, bank_of, read_bank_file, twice
from pasapas.content.practice_fields import Said
from pasapas.content.problems import Severity

from .bank_problem_examples import THIRD
from .banks import BANK, WARM_UP, bank_with, other_names
from .samples import ALONE, REFERENCES, changed, places
from .test_hostile import REPEATED, many, no_hang
from .test_marks import HOSTILE_MARKUP


def read(text: str) -> BankFile:
    return read_bank_file(text, REFERENCES).document


def test_a_domain_is_read_whole() -> None:
    reading = read_bank_file(BANK, REFERENCES)
    assert reading.problems == ()
    domain = reading.document.domain
    assert (domain.slug, domain.title, domain.pictogram) == (
        "messages", Said("Mes messages", 3), "mail")  # fmt: skip
    (tube,) = domain.tubes
    assert (tube.slug, tube.title) == ("joindre", Said("Joindre un document", 7))
    first, second, third = tube.skills
    assert [skill.level for skill in tube.skills] == [1, 2, 3]
    assert (first.can, first.you, first.lesson) == (
        Said("Je sais trouver le trombone.", 10), Said("trouver le trombone", 11), "joindre-un-cv",
    )  # fmt: skip
    assert [item.kind for item in (*first.challenges, *second.challenges, *third.challenges)] == [
        "one", "touch", "several", "order", "task", "one"]  # fmt: skip
    assert [item.slug for item in reading.document.challenges] == [
        "trombone-lequel", "trombone-toucher", "verifier-quoi", "verifier-ordre",
        "envoyer-le-cv", "envoyer-ou-non"]  # fmt: skip


def test_warm_ups_have_a_file_and_no_domain() -> None:
    reading = read_bank_file(WARM_UP, REFERENCES)
    assert reading.problems == ()
    assert reading.document.domain is None
    assert [item.kind for item in reading.document.warm_ups] == ["touch", "one"]
    assert reading.document.warm_ups[1].heard == (Said("Le mot est : pain.", 9),)
    assert list(reading.document.challenges) == list(reading.document.warm_ups)


def test_skills_stand_in_the_order_of_their_levels() -> None:
    """Wherever the author wrote them."""
    first = BANK[BANK.index("      1:\n") : BANK.index("      2:\n")]
    moved = changed(BANK, first, "") + first
    assert places(read_bank_file(moved, REFERENCES).problems) == []
    assert [skill.level for skill in read(moved).domain.tubes[0].skills] == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", {"field.missing", "document.empty"}),
        ("format: 1\n", {"field.missing"}),
        ("format: 1\nwarm_up: {}\n", set()),
        ("format: 1\nwarm_up: toucher\n", {"field.mapping-wanted"}),
        ("format: 1\nwarm_up: {un: deux}\n",
         {"field.mapping-wanted", "field.missing", "challenge.one-kind"}),
        (WARM_UP + "domain: web\n", {"field.unknown"}),
        (bank_with("tubes:\n", "tubes: []\ntube:\n"), {"field.mapping-wanted", "field.unknown"}),
    ],
)  # fmt: skip
def test_what_is_no_bank_says_why_and_brings_no_domain(text: str, codes: set[str]) -> None:
    reading = read_bank_file(text, REFERENCES)
    assert {item.code for item in reading.problems} <= codes
    assert bool(reading.problems) == bool(codes)
    assert bank_of([reading.document] if reading.document else []).domains == ()


def test_a_file_alone_may_name_any_lesson() -> None:
    """In Studio nobody knows which other lessons there are."""
    text = bank_with("lesson: joindre-un-cv", "lesson: inconnue")
    assert places(read_bank_file(text, ALONE).problems) == []
    (found,) = read_bank_file(text, REFERENCES).problems
    assert (found.severity, dict(found.parameters)) == (Severity.WARNING, {"name": "inconnue"})


def test_lessons_that_are_not_written_are_said_once() -> None:
    text = BANK.replace("lesson: ", "lesson: pas-")
    assert places(read_bank_file(text, REFERENCES).problems) == [("bank.no-lesson", 9)]


# --- Files as one bank ------------------------------------------------------------------------


def test_domains_stand_in_one_order_whatever_the_files_are_called() -> None:
    files = [read(WARM_UP), *(read(other_names(BANK, name)) for name in ("safety", "web", "phone"))]
    for order in (files, files[::-1]):
        bank = bank_of(order)
        assert [domain.slug for domain in bank.domains] == ["phone", "web", "safety"]
        assert [item.slug for item in bank.warm_ups] == ["toucher", "entendre"]
        assert "toucher" in bank.by_slug


def test_a_challenge_is_known_by_its_name() -> None:
    bank = bank_of([read(BANK), read(other_names()), read(WARM_UP)])
    assert len(bank.by_slug) == 14
    assert {slug: item.slug for slug, item in bank.by_slug.items()} == {
        slug: slug for slug in bank.by_slug
    }


def test_a_tube_that_lacks_a_level_is_not_asked_about() -> None:
    """The engine counts on three levels in each."""
    bank = bank_of([read(bank_with(THIRD, "")), read(other_names())])
    assert [tube.slug for tube in bank.tubes] == ["chercher"]
    assert "trombone-lequel" not in bank.by_slug


def test_a_domain_that_stands_there_again_is_said_and_left_out() -> None:
    again = other_names(BANK, "messages")
    files = {"messages.yaml": read(BANK), "mails.yaml": read(again)}
    assert [(path, item.code, item.line) for path, item in twice(files)] == [
        ("mails.yaml", "bank.twice", 2)
    ]
    assert [tube.slug for tube in bank_of(files.values()).tubes] == ["joindre"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (other_names().replace("chercher:", "joindre:"), 6),
        (other_names().replace("page-toucher:", "trombone-toucher:"), 23),
        (WARM_UP.replace("toucher:", "envoyer-le-cv:"), 3),
        # One list of names: a tube may not be called as a challenge is.
        (other_names().replace("chercher:", "verifier-quoi:"), 6),
    ],
)
def test_a_name_that_stands_there_again_is_said_where_it_does(text: str, line: int) -> None:
    files = {"one.yaml": read(BANK), "two.yaml": read(text)}
    assert [(path, item.code, item.line) for path, item in twice(files)] == [
        ("two.yaml", "bank.twice", line)
    ]


def test_a_bank_is_immutable() -> None:
    tube = read(BANK).domain.tubes[0]
    for value in (read(BANK), tube, tube.skills[0], tube.skills[0].challenges[0]):
        with pytest.raises(dataclasses.FrozenInstanceError):
            value.line = 1
    assert read(BANK) == read(BANK)


@pytest.mark.parametrize(
    "raw", [BANK.encode(), BANK.encode("utf-8-sig"), BANK.replace("\n", "\r\n"), BANK.rstrip()]
)
def test_the_same_bank_from_another_editor_is_the_same(raw) -> None:
    assert read_bank_file(raw, REFERENCES) == read_bank_file(BANK, REFERENCES)


# --- Hostile ----------------------------------------------------------------------------------

# Each sentence that is shown within a challenge, and its line.
SHOWN = {
    "domain": ("title: Mes messages", "title: {}", 3),
    "tube": ("title: Joindre un document", "title: {}", 7),
    "can": ("can: Je sais trouver le trombone.", "can: {}", 10),
    "you": ("you: trouver le trombone", "you: {}", 11),
    "scene": ("scene: [Une boulangerie attend ce CV.]", "scene: [{}]", 38),
    "ask": ("ask: Que relit-on ?", "ask: {}", 39),
    "learn": ("learn: On relit l'adresse et le nom.", "learn: {}", 41),
    "order": ("[Léa joint son CV., ", "[{}, ", 45),
}


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@pytest.mark.parametrize("place", SHOWN)
@pytest.mark.parametrize("markup", HOSTILE_MARKUP)
def test_markup_is_refused_on_its_line_wherever_it_stands(place: str, markup: str) -> None:
    old, new, line = SHOWN[place]
    reading = read_bank_file(bank_with(old, new.format(quoted(f"Le {markup}"))), REFERENCES)
    unsafe = [item for item in reading.problems if item.severity is Severity.UNSAFE]
    assert {item.line for item in unsafe} == {line}


@pytest.mark.parametrize("piece", REPEATED)
def test_a_very_long_line_does_not_hang(piece: str) -> None:
    for old, new, _ in SHOWN.values():
        with no_hang():
            read_bank_file(bank_with(old, new.format(quoted(many(piece)))), REFERENCES)
    with no_hang():
        read_bank_file(bank_with("- ( ) La loupe", f"- {quoted(many(piece))}"), REFERENCES)


NAMES = ["domain", "title", "tubes", "skills", "1", "2", "3", "4", "can", "you", "lesson",
         "challenges", "warm_up", "ask", "learn", "choices", "order", "screen", "task", "shows",
         "start", "achieved", "here", "icon", "text", "as", "label", "Un mot"]  # fmt: skip
scalars = st.sampled_from(
    [
        "",
        "messages",
        "mail",
        "( ) un",
        "(x) deux",
        "[x] trois",
        "|",
        "a | b",
        "<b>",
        "yes",
        "Je sais",
    ]
)
trees = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6)
    ),
    max_leaves=30,
)


def as_yaml(tree: object) -> str:
    if isinstance(tree, dict):
        return (
            "{" + ", ".join(f"{quoted(key)}: {as_yaml(item)}" for key, item in tree.items()) + "}"
        )
    if isinstance(tree, list):
        return "[" + ", ".join(map(as_yaml, tree)) + "]"
    return quoted(tree)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES[:4] + NAMES[12:13]), trees, max_size=5))
def test_no_tree_of_known_names_stops_the_reader(tree: dict) -> None:
    """And whatever comes out of it can be asked about."""
    reading = read_bank_file(as_yaml({"format": "1", **tree}), REFERENCES)
    for tube in bank_of([reading.document]).tubes if reading.document else ():
        assert isinstance(tube, Tube)
        assert [skill.level for skill in tube.skills] == [1, 2, 3]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(range(len(BANK.splitlines()))), st.integers(0, 60), trees)
def test_a_line_that_is_replaced_stops_nothing(number: int, at: int, tree: object) -> None:
    lines = BANK.splitlines()
    lines[number] = lines[number][:at] + as_yaml(tree)
    reading = read_bank_file("\n".join(lines), REFERENCES)
    for item in reading.document.challenges if reading.document else ():
        assert item.ask
        rights = sum(choice.right for choice in item.choices)
        assert item.kind in ("one", "several", "order", "touch", "task")
        assert item.kind != "one" or rights <= 1 or reading.problems
