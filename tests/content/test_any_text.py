"""Whatever the text: reading never raises, and says lines that the text has."""

import dataclasses
import json
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from pasapas.content.course import read_course
from pasapas.content.facts import read_facts
from pasapas.content.glossary import read_glossary
from pasapas.content.lesson import Choice, Choices, Lesson, Sentence, Step, read_lesson
from pasapas.content.lesson_lines import front_matter, read_lines
from pasapas.content.marks import check_marks
from pasapas.content.offers import read_offers
from pasapas.content.personas import read_personas
from pasapas.content.pictograms import read_pictograms
from pasapas.content.practice import read_practice
from pasapas.content.problems import QUOTE_LENGTH, Problem, Reading, Severity
from pasapas.content.references import DOMAINS
from pasapas.content.yaml_reader import read_yaml

from .samples import (
    ALONE,
    COURSE,
    DRAWN,
    FACTS,
    GLOSSARY,
    LESSON,
    PICTOGRAMS,
    PRACTICE,
    REFERENCES,
    texts_of,
)
from .test_offers import OFFERS
from .test_personas import PEOPLE

quick = settings(max_examples=60, deadline=None)

# Pieces of which right and nearly right documents are made: a random text alone would
# hardly ever get past its first line.
PIECES = [
    "---\n", "format: 1\n", "title: Un\n", "need: [un, deux]\n", "domain: jobs\n", "level: 1\n",
    "## À retenir\n", "## Et maintenant, pour de vrai\n", "## ", "# ", "![](pictogram:mail)\n",
    "( ) ", "(x) ", "[ ] ", "[x] ", "{{", "}}", "|", "[[fact:", "]]", "[a](", ")", "<b>",
    "glossaire:", "javascript:", "- ", "\n", "\r\n", "\t", " ", ": ", "a", "é", "'", '"', "\\",
    '"\\U', "FFFFFFFF", "\\0", "&a ", "*a", "!t ", "!<", ">", "%YAML 1.1\n", "%TAG ! x\n", "...\n",
    "? ", "{", "}", "[", "]", ",", "sections:\n", "modules:\n", "  - lesson: a\n", "facts:\n",
    "words:\n", "levels:\n", "  1: ", "when: ", "{sent: ", "{not: ", "say: ", "hints:\n",
    "  ", "\ufeff", "\x00", "\ud800", "\x85", "<<", "@", "`", "|2\n", ">-\n", "#", "1", "12\n",
    "~",
]  # fmt: skip

pieces = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
any_text = pieces | st.text(st.characters(codec=None), max_size=80)


DOCUMENTS = (LESSON, COURSE, FACTS, PICTOGRAMS, GLOSSARY, PRACTICE, PEOPLE, OFFERS)


@st.composite
def worn_documents(draw) -> str:
    """A right document with some of its lines cut, swapped or filled with pieces."""
    lines = draw(st.sampled_from(DOCUMENTS)).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(lines) - 1))
        cut = draw(st.integers(0, len(lines[place])))
        lines[place] = lines[place][:cut] + draw(pieces) + lines[place][cut:]
    return "\n".join(lines)


READERS = (
    lambda raw: read_lesson(raw, REFERENCES),
    lambda raw: read_lesson(raw, ALONE),
    lambda raw: read_course(raw, REFERENCES),
    read_facts,
    read_pictograms,
    lambda raw: read_glossary(raw, DRAWN),
    lambda raw: read_practice(raw, REFERENCES),
    read_personas,
    read_offers,
)


def lines_of(raw: bytes | str) -> int:
    if isinstance(raw, bytes):
        return raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    return raw.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1


def check(reading: Reading, lines: int) -> None:
    """What holds for every reading, of whatever text."""
    assert isinstance(reading, Reading)
    assert isinstance(reading.problems, tuple)
    for problem in reading.problems:
        assert isinstance(problem, Problem)
        assert 0 <= problem.line <= lines
        assert isinstance(problem.severity, Severity)
        assert hash(problem) == hash(replace(problem))
        assert all(len(text) <= QUOTE_LENGTH for _, text in problem.parameters)
    for text in texts_of(reading.document):
        etree.Element("x").text = text
    for line in lines_within(reading.document):
        assert 1 <= line <= lines


def lines_within(document: object):
    if isinstance(document, tuple):
        for item in document:
            yield from lines_within(item)
    elif dataclasses.is_dataclass(document):
        for field in dataclasses.fields(document):
            value = getattr(document, field.name)
            if field.name == "line":
                yield value
            else:
                yield from lines_within(value)


@quick
@given(any_text | worn_documents())
@example("")
@example("---\n---\n## ")
@example('---\ntitle: "\\UFFFFFFFF"\n---\n## Un')
def test_any_text_is_read(text):
    for read in READERS:
        check(read(text), lines_of(text))


@quick
@given(st.binary(max_size=80) | worn_documents().map(lambda text: text.encode("utf-8", "replace")))
@example(b"\xff\xfe-\x00-\x00")
def test_any_bytes_are_read(raw):
    for read in READERS:
        check(read(raw), lines_of(raw))


@quick
@given(any_text, st.integers(1, 50))
def test_any_yaml_is_read_and_its_lines_count_from_the_first(text, first):
    _, problems = read_yaml(text, first_line=first)
    # PyYAML knows line ends that canonical text does not have: it may count more.
    last = first + sum(text.count(end) for end in "\n\r\x85\u2028\u2029")
    assert all(first <= problem.line <= last for problem in problems)


@quick
@given(any_text)
def test_any_line_is_something(text):
    front, body, first = front_matter(text)
    assert front is None or body == "" or text.endswith(body)
    assert all(line.line >= first for line in read_lines(body, first))
    assert all(problem.line == 7 for problem in check_marks(text, 7, REFERENCES))


@quick
@given(worn_documents())
def test_reading_twice_finds_the_same(text):
    for read in READERS:
        assert read(text) == read(text)


words = st.text("abcdefghijklmnopqrstuvwxyzéèêàçœ'’0123456789", min_size=1, max_size=9)
sentences = st.lists(words, min_size=1, max_size=6).map(lambda them: " ".join(them) + ".")
titles = sentences.map(lambda text: text.rstrip("."))
slugs = st.sampled_from(sorted(REFERENCES.lessons))
pictograms = st.sampled_from(sorted(REFERENCES.pictograms))
blanks = st.integers(0, 2)


class Writer:
    """Writes a document line by line and knows on which line each thing stands."""

    def __init__(self, draw):
        self.lines: list[str] = []
        self._draw = draw

    def write(self, line: str) -> int:
        self.lines.append(line)
        number = len(self.lines)
        self.lines += [""] * self._draw(blanks)
        return number

    def step(self, title: str, kind: str) -> Step:
        line = self.write(f"## {title}")
        pictogram = self._draw(pictograms)
        self.write(f"![](pictogram:{pictogram})")
        said = tuple(self.sentence() for _ in range(self._draw(st.integers(1, 4))))
        choices = self.choices() if kind != "for-real" and self._draw(st.booleans()) else None
        return Step(title, pictogram, said, choices, kind, line)

    def sentence(self) -> Sentence:
        text, listed = self._draw(sentences), self._draw(st.booleans())
        return Sentence(text, self.write(f"- {text}" if listed else text), listed)

    def choices(self) -> Choices:
        several = self._draw(st.booleans())
        count = self._draw(st.integers(2, 4))
        if several:
            rights = self._draw(st.sets(st.integers(0, count - 1), min_size=1))
        else:
            rights = {self._draw(st.integers(0, count - 1))}
        options = tuple(self.choice(several, number in rights) for number in range(count))
        return Choices(several, options, options[0].line)

    def choice(self, several: bool, right: bool) -> Choice:
        text = self._draw(sentences)
        feedback = tuple(self._draw(st.lists(sentences, min_size=1, max_size=3)))
        mark = self._draw(st.sampled_from("xX")) if right else " "
        opening, closing = "[]" if several else "()"
        line = self.write(f"{opening}{mark}{closing} {text} {{{{{' | '.join(feedback)}}}}}")
        return Choice(text, right, feedback, line)


@st.composite
def lessons(draw) -> tuple[str, Lesson]:
    """A right lesson: its text, and what it must be read as."""
    fields = {
        "title": draw(titles),
        "need": tuple(draw(st.lists(sentences, min_size=1, max_size=3))),
        "known": draw(st.just("") | sentences),
        "domain": draw(st.sampled_from(DOMAINS)),
        "level": draw(st.integers(1, 2)),
        "minutes": draw(st.integers(1, 60)),
        "pictogram": draw(pictograms),
        "after": tuple(draw(st.lists(slugs, max_size=2))),
        "practice": draw(st.just("") | st.just("joindre-un-cv")),
    }
    writer = Writer(draw)
    writer.lines.append("---")
    entries = [("format", 1), *((name, value) for name, value in fields.items() if value)]
    for name, value in draw(st.permutations(entries)):
        writer.write(f"{name}: {json.dumps(value, ensure_ascii=False)}")
    writer.write("---")
    steps = [writer.step(draw(titles), "step") for _ in range(draw(st.integers(1, 3)))]
    steps.append(writer.step("À retenir", "remember"))
    for_real = None
    if draw(st.booleans()):
        for_real = writer.step("Et maintenant, pour de vrai", "for-real")
    return "\n".join(writer.lines), Lesson(**fields, steps=tuple(steps), for_real=for_real)


@quick
@given(lessons())
def test_a_right_lesson_is_read_back_as_what_it_was_made_from(written):
    text, lesson = written
    reading = read_lesson(text, REFERENCES)
    assert reading.problems == ()
    assert reading.document == lesson
    assert read_lesson(text.replace("\n", "\r\n").encode("utf-8-sig"), REFERENCES) == reading
