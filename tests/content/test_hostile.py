"""Hostile documents: read in a moment, refused, and never let through."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from lxml import etree

from pasapas.content.course import read_course
from pasapas.content.facts import read_facts
from pasapas.content.glossary import read_glossary
from pasapas.content.lesson import read_lesson
from pasapas.content.offers import read_offers
from pasapas.content.personas import read_personas
from pasapas.content.pictograms import read_pictograms
from pasapas.content.practice import read_practice
from pasapas.content.problems import Severity
from pasapas.content.text import MAX_CHARACTERS
from pasapas.content.yaml_reader import read_yaml

from .problem_examples import BELOW, SUBJECT
from .samples import (
    DRAWN,
    LESSON,
    REFERENCES,
    changed,
    lesson_saying,
    lesson_with,
    places,
    texts_of,
)
from .test_marks import HOSTILE_MARKUP

READERS = {
    "lesson": lambda raw: read_lesson(raw, REFERENCES),
    "course": lambda raw: read_course(raw, REFERENCES),
    "facts": read_facts,
    "pictograms": read_pictograms,
    "glossary": lambda raw: read_glossary(raw, DRAWN),
    "practice": lambda raw: read_practice(raw, REFERENCES),
    "personas": read_personas,
    "offers": read_offers,
}
every_reader = pytest.mark.parametrize("read", READERS.values(), ids=READERS)


class HangError(Exception):
    """A reading took so long that it would hold up a server."""


@contextmanager
def no_hang(seconds: float = 2.0) -> Iterator[None]:
    """Stops what it guards after `seconds` of computing: a guard, not a measure."""

    def stop(*_: object) -> None:
        raise HangError(f"still reading after {seconds} s")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


# What a regular expression or a parser may stumble over when it comes in thousands.
REPEATED = [
    "[", "]", "(", ")", "{{", "}}", "{{}}", "{{ }}  ", "{{|", "x {{", "![", "![](", "[](", "[a](",
    "[[", "]]", "[[fact:", "[[fact:a]]", "[x](javascript:", "](", "<", "<a ", "&", "*", "**", "_",
    "`", "\\", "#", "# ", "- ", "( ) ", "(x) ", "[ ] ", "[x] ", "|", " ", "\u00a0", "a ", "---",
    "( ) {{", "[x] a {{b}} ", "'", '"', ":", ": ", "? ", "!", "& ", "%", "\u202e", "é", "👍",
]  # fmt: skip


def many(piece: str) -> str:
    """As many pieces on one line as a document has room for, and something at the end."""
    return piece * ((MAX_CHARACTERS - len(LESSON) - 100) // len(piece)) + "z"


@pytest.mark.parametrize("piece", REPEATED)
def test_a_very_long_line_does_not_hang_a_lesson(piece):
    texts = [
        lesson_saying(f"Le {many(piece)}"),
        lesson_saying(many(piece)),
        lesson_saying(f"- {many(piece)}"),
        lesson_with("## Vérifiez", f"## {many(piece)}"),
        lesson_with("![](pictogram:trombone)", f"![](pictogram:{many(piece)})"),
        lesson_with(SUBJECT, f"( ) Dans {many(piece)}"),
        lesson_with(BELOW, f"[x] Sous {{{{{many(piece)}}}}}"),
    ]
    for text in texts:
        with no_hang():
            reading = read_lesson(text, REFERENCES)
        assert "text.too-long" not in [code for code, _ in places(reading.problems)]


@pytest.mark.parametrize("piece", [*REPEATED, "a: ", "{a: ", "[a, ", "a, ", "&a ", "*a ", "!a "])
def test_a_very_long_line_does_not_hang_the_yaml_reader(piece):
    for text in (many(piece), f"a: {many(piece)}", f"a: [{many(piece)}", f'a: "{many(piece)}'):
        with no_hang():
            read_yaml(text)


@pytest.mark.parametrize(
    "line", ["a", "a: b", "- a", "( ) a", "(x)", "## a", "![](x)", "? a", "a:", "|", "#", "---"]
)
def test_very_many_lines_do_not_hang(line):
    text = f"{line}\n" * (40_000 // (len(line) + 1))
    for read, document in (
        (READERS["lesson"], f"---\n{text}"),
        (READERS["lesson"], f"---\nformat: 1\n---\n## Un\n{text}"),
        (READERS["course"], text),
    ):
        with no_hang():
            read(document)


@every_reader
@pytest.mark.parametrize("piece", ["a", "é", "\x00", "[", "\n", "\r\n", "\ud800"])
def test_ten_megabytes_are_refused_unread(read, piece):
    text = piece * (10_000_000 // len(piece))
    for raw in (text, text.encode("utf-8", "surrogatepass")):
        with no_hang():
            refused = read(raw)
        assert ("text.too-long", 0) in places(refused.problems)
        assert refused.refused


@every_reader
@pytest.mark.parametrize(
    "encoding", ["latin-1", "cp1252", "utf-16", "utf-16-le", "utf-32", "utf-7"]
)
def test_another_encoding_is_refused_or_shown_to_be_odd(read, encoding):
    # The design's lesson, without what latin-1 lacks; utf-7 is ASCII, and reads as such.
    reading = read(LESSON.encode(encoding))
    assert reading.problems
    if encoding != "utf-7":
        assert places(reading.problems)[0][0] == "text.not-utf-8"
        assert reading.refused


@pytest.mark.parametrize("markup", HOSTILE_MARKUP)
def test_markup_in_a_lesson_is_refused_on_its_line(markup):
    reading = read_lesson(lesson_saying(f"Le {markup} joint."), REFERENCES)
    assert reading.refused
    unsafe = [item for item in reading.problems if item.severity is Severity.UNSAFE]
    assert {item.line for item in unsafe} == {21}


@pytest.mark.parametrize(
    "hidden",
    ["<scr\x00ipt>", "<\u202escript>", "<\ufeffscript>", "<script\t>", "<\x1bscript>", "<\ud800b>"],
)
def test_markup_hidden_behind_unwanted_characters_is_refused(hidden):
    codes = places(read_lesson(lesson_saying(f"Le {hidden}"), REFERENCES).problems)
    assert ("sentence.html", 21) in codes


@pytest.mark.parametrize(
    "hidden",
    ["java\x00script:x", "java\tscript:x", "java\nscript:x", "\x01javascript:x", "java\rscript:x"],
)
def test_a_link_hidden_behind_unwanted_characters_is_refused(hidden):
    text = lesson_saying(f"Le [mot]({hidden})")
    assert ("sentence.unsafe-link", 21) in places(read_lesson(text, REFERENCES).problems)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "https://a.example/suivi.png",
        "data:image/svg+xml,x",
        "../mail.svg",
        "",
    ],
)
def test_only_pictograms_are_pictures(target):
    reading = read_lesson(lesson_with("pictogram:trombone", target), REFERENCES)
    assert reading.refused
    assert {item.line for item in reading.problems if item.severity is Severity.UNSAFE} == {20}
    assert reading.document.steps[1].pictogram == ""


# What YAML can spell between double quotes the door has never seen.
@pytest.mark.parametrize("escape", ["\\0", "\\e", "\\uD800", "\\uFFFF", "\\x85", "\\u202E", "\\L"])
@pytest.mark.parametrize(
    ("old", "line"),
    [("Joindre un CV", 3), ("[On me demande un CV en pièce jointe.]", 4), ("joindre-un-cv", 11)],
)
def test_no_text_of_a_lesson_holds_what_xml_cannot(old, line, escape):
    reading = read_lesson(changed(LESSON, old, f'"a{escape}"'), REFERENCES)
    assert reading.refused
    assert line in [problem.line for problem in reading.problems]
    for text in texts_of(reading.document):
        etree.Element("source").text = text


def test_a_lesson_of_scripts_only_is_refused_line_by_line():
    text = LESSON.replace("Le ", "<script>").replace("![]", "![<script>]")
    reading = read_lesson(text, REFERENCES)
    unsafe = {item.line for item in reading.problems if item.severity is Severity.UNSAFE}
    assert unsafe >= {5, 17, 21, 27, 28, 32}


@pytest.mark.parametrize("piece", ["a\n", "( )\n", "## \n", "<b>\n", "[[fact:x]]"])
def test_a_hostile_lesson_does_not_bring_ten_thousand_problems(piece):
    text = changed(LESSON, "---\n## Votre", "---\n" + piece * 4_500 + "\n## Votre")
    assert len(read_lesson(text, REFERENCES).problems) <= 1_000
