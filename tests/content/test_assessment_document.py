"""An assessment's text: which bank, how much of it, and a text that is written for a course."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pasapas.content.assessment import Assessment, assessment_text, read_assessment
from pasapas.content.problems import Severity
from pasapas.content.references import DOMAINS

from .bank_problem_examples import THIRD
from .banks import BANK, HEAD, SHIPPED, WARM_UP, bank_with, inline, other_names
from .samples import REFERENCES, changed, places
from .test_hostile import no_hang


def read(text: str) -> Assessment | None:
    return read_assessment(text, REFERENCES).document


def test_an_assessment_of_the_bank_that_ships() -> None:
    reading = read_assessment(SHIPPED, REFERENCES)
    assert reading.problems == ()
    assert reading.document == Assessment("Où j'en suis", "verifier", "whole", "", "", False, None)


@pytest.mark.parametrize(
    ("more", "mode", "domain", "lesson", "counts"),
    [
        ("mode: whole\n", "whole", "", "", False),
        ("mode: domain\ndomain: web\n", "domain", "web", "", False),
        ("mode: lesson\nlesson: joindre-un-cv\n", "lesson", "", "joindre-un-cv", False),
        ("counts: yes\n", "whole", "", "", True),
        ("counts: oui\nmode: domain\ndomain: phone\n", "domain", "phone", "", True),
    ],
)
def test_its_mode(more: str, mode: str, domain: str, lesson: str, counts: bool) -> None:
    reading = read_assessment(SHIPPED + more, REFERENCES)
    assert reading.problems == ()
    document = reading.document
    assert (document.mode, document.domain, document.lesson, document.counts) == (
        mode, domain, lesson, counts)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "field.missing"),
        (HEAD, "field.missing"),
        (changed(SHIPPED, "title: Où j'en suis\n", ""), "field.missing"),
        (changed(SHIPPED, "pasapas", "autre"), "bank.unknown"),
        (SHIPPED + "mode: domain\n", "field.missing"),
        (SHIPPED + "mode: domain\ndomain: mails\n", "lesson.unknown-domain"),
        # Nothing would be asked.
        (SHIPPED + "mode: lesson\n", "field.missing"),
        (SHIPPED + "mode: lesson\nlesson: Mon CV\n", "name.not-a-slug"),
        (HEAD + "bank: {}\n", "bank.empty"),
        (HEAD + "bank: []\n", "bank.empty"),
        (HEAD + "bank: {domains: []}\n", "bank.empty"),
        (HEAD + "bank: {domains: messages}\n", "bank.empty"),
        (HEAD + "bank: {domains: [messages]}\n", "bank.empty"),
        (inline(bank_with("domain: messages", "domain: mails")), "bank.empty"),
        (inline(bank_with(THIRD, "")), "bank.empty"),
    ],
)
def test_what_can_not_be_asked_is_no_assessment(text: str, code: str) -> None:
    reading = read_assessment(text, REFERENCES)
    assert reading.document is None
    assert code in {item.code for item in reading.problems}


def test_a_bank_without_anything_to_ask_is_not_saved() -> None:
    (found,) = read_assessment(HEAD + "bank: {domains: []}\n", REFERENCES).problems
    assert (found.code, found.line, found.severity) == ("bank.empty", 4, Severity.UNSAFE)


def test_what_is_only_odd_still_opens() -> None:
    reading = read_assessment(changed(SHIPPED, "verifier", "licorne") + "mode: all\n", REFERENCES)
    assert places(reading.problems) == [("pictogram.unknown", 3), ("field.other-word", 5)]
    assert (reading.document.pictogram, reading.document.mode) == ("", "whole")


# --- A trainer's own bank ---------------------------------------------------------------------


def test_a_bank_of_ones_own_is_read_as_its_files_would_be() -> None:
    reading = read_assessment(inline(other_names(), BANK, warm_up=WARM_UP), REFERENCES)
    assert reading.problems == ()
    bank = reading.document.bank
    assert [domain.slug for domain in bank.domains] == ["messages", "web"]
    assert [item.slug for item in bank.warm_ups] == ["toucher", "entendre"]
    assert len(bank.by_slug) == 14


def test_its_problems_have_the_lines_of_the_whole_text() -> None:
    text = inline(BANK, bank_with("you: trouver le", "you: Trouver le").replace("messages", "web"))
    number = text[: text.index("you: Trouver")].count("\n") + 1
    problems = read_assessment(text, REFERENCES).problems
    assert ("bank.you", number) in places(problems)


def test_what_is_a_rule_for_a_file_is_a_rule_for_each_domain_of_it() -> None:
    honest = bank_with("shows: fake", "shows: honest")
    fake = other_names(bank_with("shows: honest", "shows: fake"))
    assert [item.code for item in read_assessment(inline(honest, fake), REFERENCES).problems] == [
        "bank.unbalanced", "bank.unbalanced"]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_an_own_bank_with_lines_left_out_stops_nothing(data: st.DataObject) -> None:
    """What is left of it can be asked about: each tube has its three levels."""
    lines = inline(BANK, other_names(), warm_up=WARM_UP).splitlines()
    left_out = data.draw(st.sets(st.integers(0, len(lines) - 1), max_size=6))
    kept = "\n".join(line for number, line in enumerate(lines) if number not in left_out)
    document = read(kept)
    for tube in document.bank.tubes if document and document.bank else ():
        assert [skill.level for skill in tube.skills] == [1, 2, 3]


@pytest.mark.parametrize(
    "piece",
    ["    - domain: messages\n", "    - {}\n", "    - a\n", "    - domain: web\n      tubes: {}\n"],
)
def test_very_many_domains_do_not_hang(piece: str) -> None:
    text = HEAD + "bank:\n  domains:\n" + piece * (30_000 // len(piece))
    with no_hang():
        reading = read_assessment(text, REFERENCES)
    assert reading.document is None
    assert len(reading.problems) <= 200


# --- What a course asks for -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mode", "of"),
    [("whole", ""), *(("domain", name) for name in DOMAINS), ("lesson", "joindre-un-cv")],
)
def test_a_text_that_is_written_reads_as_it_was_meant(mode: str, of: str) -> None:
    reading = read_assessment(assessment_text(mode, of, "Où j'en suis"), REFERENCES)
    assert reading.problems == ()
    document = reading.document
    assert (document.title, document.mode, document.domain + document.lesson, document.bank) == (
        "Où j'en suis", mode, of, None)  # fmt: skip


@pytest.mark.parametrize(
    "title",
    ["Mes mails : où j'en suis", "« Oui »", "# Un", "- Un", "[Un]", "{Un}", "Un #deux", "'Un'",
     '"Un"', "*Un*", "&Un", "!Un", "Un: deux", "yes", "1", "Où\u00a0? | Là", "Un\\deux", "C'est là",
     "<b>Un</b>", "%Un", "@un", "`Un`", "?", "Un\nformat: 2"],
)  # fmt: skip
def test_any_title_reads_as_it_was_meant(title: str) -> None:
    reading = read_assessment(assessment_text("whole", "", title), REFERENCES)
    assert reading.problems == ()
    assert reading.document.title.split() == title.split()


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1))
def test_no_title_breaks_out_of_its_line(title: str) -> None:
    document = read(assessment_text("lesson", "joindre-un-cv", f"Un {title}"))
    assert document is None or (document.mode, document.lesson) == ("lesson", "joindre-un-cv")
