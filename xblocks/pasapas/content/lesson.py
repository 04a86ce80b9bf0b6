"""A lesson: Markdown with front matter, read into immutable values.

The format, by an example:

    ---
    format: 1
    title: Joindre un CV
    need: [On me demande un CV en pièce jointe.]
    domain: messages
    level: 1
    minutes: 4
    pictogram: piece-jointe
    ---
    ## Appuyez sur le trombone
    ![](pictogram:trombone)
    Le trombone veut dire : pièce jointe.

A `##` is a step, with one pictogram. Two headings have a meaning of their own:
`À retenir` (goes on the sheet to print) and, always last, `Et maintenant, pour de vrai`
(stands at the end; its list is what one ticks with somebody beside).
"""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from . import lesson_lines as lines
from .marks import check_marks
from .nearest import nearest
from .problems import Problem, Reading, Severity, by_line, problem, unsafe, warning
from .references import DOMAINS, References
from .schema import Fields
from .text import canonical
from .unknown_names import with_nearest
from .yaml_reader import Mapping, read_yaml

REMEMBER = "À retenir"
FOR_REAL = "Et maintenant, pour de vrai"
PICTOGRAM = "pictogram:"

StepKind = Literal["step", "remember", "for-real"]


@dataclass(frozen=True)
class Sentence:
    """One line of a step; `listed` where it is an item of a list."""

    text: str
    line: int
    listed: bool = False


@dataclass(frozen=True)
class Choice:
    text: str
    right: bool
    feedback: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Choices:
    """The answers of a check; `several` may be right at once, or one alone."""

    several: bool
    options: tuple[Choice, ...]
    line: int


@dataclass(frozen=True)
class Step:
    title: str
    pictogram: str
    sentences: tuple[Sentence, ...]
    choices: Choices | None
    kind: StepKind
    line: int


@dataclass(frozen=True)
class OpeningLines:
    """Where the texts of the front matter stand; one line for each need."""

    title: int = 0
    need: tuple[int, ...] = ()
    known: int = 0


@dataclass(frozen=True)
class Lesson:
    """`need`: the learner's own words, the first is the title's voice. `known`: what they
    do already. `after`, `practice`: slugs. `for_real`: the step of that name, if any,
    which is not among `steps`. `lines` do not count when lessons are compared."""

    title: str
    need: tuple[str, ...]
    known: str
    domain: str
    level: int
    minutes: int
    pictogram: str
    after: tuple[str, ...]
    practice: str
    steps: tuple[Step, ...]
    for_real: Step | None
    lines: OpeningLines = dataclasses.field(default=OpeningLines(), compare=False)


def lesson_texts(lesson: Lesson) -> Iterator[str]:
    """Every text of a lesson that a learner reads, with its marks."""
    yield from (lesson.title, *lesson.need, lesson.known)
    for step in (*lesson.steps, *([lesson.for_real] if lesson.for_real else [])):
        yield step.title
        yield from (sentence.text for sentence in step.sentences)
        for option in step.choices.options if step.choices else ():
            yield from (option.text, *option.feedback)


def read_lesson(raw: bytes | str, references: References) -> Reading[Lesson]:
    """The lesson in a text, as far as it can be read, and its problems by line.

    The document is None only for a text that has nothing to show: unreadable, or
    without a single step.
    """
    text, found = canonical(raw)
    problems: list[Problem] = list(found)
    if any(item.severity is Severity.UNSAFE for item in problems):
        return Reading(None, tuple(problems))
    if not text.strip():
        return Reading(None, (unsafe("lesson.empty"),))
    front, body, first_line = lines.front_matter(text)
    tree, found = None, ()
    if front is None and lines.begins_with_fields(text):
        problems.append(unsafe("lesson.open-front-matter", 1))
    elif front is None:
        problems.append(unsafe("lesson.no-front-matter", 1))
    else:
        tree, found = read_yaml(front, first_line=2)
        problems += (*found, *_curly_quotes(found, text))
    steps = _steps(lines.read_lines(body, first_line), references, problems)
    if front is None:
        # Its fields were taken for lines of the lesson: one message is enough.
        problems = [item for item in problems if item.code != "lesson.text-before-steps"]
    # Without front matter to read, that each of its fields is missing would be noise.
    unreadable = front is None or (tree is None and found)
    fields = Fields(tree or Mapping((), 1), [] if unreadable else problems)
    lesson = _lesson(fields, steps, references, problems)
    return Reading(lesson if steps else None, with_nearest(by_line(problems), references))


def _curly_quotes(found: Iterable[Problem], text: str) -> Iterator[Problem]:
    """Why a line can't be read that seems to have its quotes."""
    rows = text.split("\n")
    for item in found:
        quoted = any("“" in row for row in rows[item.line - 1 : item.line])
        if item.code == "yaml.malformed" and quoted:
            yield problem("field.curly-quotes", item.line)


def _lesson(
    fields: Fields, steps: list[Step], references: References, problems: list[Problem]
) -> Lesson:
    line_of = fields.line_of
    fields.format()
    need = fields.sentences("need", required=True)
    lesson = Lesson(
        title=fields.text("title", required=True),
        need=tuple(text for text, _ in need),
        known=fields.text("known"),
        domain=fields.text("domain", required=True),
        level=fields.number("level", 1, 2, default=1),
        minutes=fields.number("minutes", 1, 60, default=5),
        pictogram=fields.text("pictogram", required=True),
        after=fields.slugs("after"),
        practice=fields.slug("practice"),
        steps=tuple(step for step in steps if step.kind != "for-real"),
        for_real=next((step for step in steps if step.kind == "for-real"), None),
        lines=OpeningLines(line_of("title"), tuple(line for _, line in need), line_of("known")),
    )
    fields.no_others()
    for name, texts in (
        ("title", (lesson.title,)),
        ("need", lesson.need),
        ("known", (lesson.known,)),
    ):
        for text in texts:
            problems += check_marks(text, line_of(name), references)
    if lesson.domain and lesson.domain not in DOMAINS:
        line = line_of("domain")
        known = ", ".join(DOMAINS)
        problems.append(problem("lesson.unknown-domain", line, name=lesson.domain, known=known))
    name = lesson.pictogram
    if name and not _check_pictogram(name, line_of("pictogram"), references, problems):
        lesson = dataclasses.replace(lesson, pictogram="")
    for slug in lesson.after:
        if references.lessons is not None and slug not in references.lessons:
            problems.append(problem("lesson.unknown-prerequisite", line_of("after"), name=slug))
    practices = references.practices
    if lesson.practice and practices is not None and lesson.practice not in practices:
        line = line_of("practice")
        problems.append(problem("lesson.unknown-practice", line, name=lesson.practice))
    return lesson


def _steps(
    read: Iterable[lines.Line], references: References, problems: list[Problem]
) -> list[Step]:
    groups: list[tuple[lines.Heading, list[lines.Line]]] = []
    other = False
    for line in read:
        if isinstance(line, lines.Cramped):
            problems.append(problem("line.no-space", line.line, sign=line.sign))
            continue
        if isinstance(line, lines.Heading) and line.depth == 2:
            groups.append((line, []))
        elif isinstance(line, lines.Heading):
            other = True
            problems.append(problem("lesson.other-heading", line.line, text=line.text))
        elif groups:
            groups[-1][1].append(line)
        elif not other:  # what follows a heading that is no step is said with it
            problems.append(problem("lesson.text-before-steps", line.line))
    steps = [_step(heading, content, references, problems) for heading, content in groups]
    _check_order(steps, problems)
    return steps


def _check_order(steps: list[Step], problems: list[Problem]) -> None:
    if not any(step.kind == "step" for step in steps):
        problems.append(problem("lesson.no-step"))
    if not any(step.kind == "remember" for step in steps):
        problems.append(warning("lesson.nothing-to-remember"))
    for step in steps[:-1]:
        if step.kind == "for-real":
            problems.append(problem("lesson.for-real-not-last", step.line))
    for step in steps:
        if step.kind == "for-real" and step.choices:
            problems.append(problem("lesson.for-real-choices", step.choices.line))


def _step(
    heading: lines.Heading,
    content: list[lines.Line],
    references: References,
    problems: list[Problem],
) -> Step:
    if not heading.text:
        problems.append(problem("step.no-title", heading.line))
    problems += check_marks(heading.text, heading.line, references)
    kinds: dict[str, StepKind] = {REMEMBER: "remember", FOR_REAL: "for-real"}
    step = Step(
        title=heading.text,
        pictogram=_pictogram(heading, content, references, problems),
        sentences=_sentences(content, references, problems),
        choices=_choices(content, references, problems),
        kind=kinds.get(_plain(heading.text), "step"),
        line=heading.line,
    )
    meant = next((known for known in kinds if _bare(known) == _bare(heading.text)), "")
    if meant and step.kind == "step":
        problems.append(problem("step.known-name-misspelt", heading.line, name=meant))
    if not step.sentences:
        problems.append(problem("step.empty", heading.line, title=heading.text))
    return step


def _plain(title: str) -> str:
    """A title in one spelling, whatever keyboard or system wrote it."""
    composed = unicodedata.normalize("NFC", title).replace("’", "'")
    return " ".join(composed.split())


def _bare(title: str) -> str:
    """Its letters alone, to tell a misspelt title from another one."""
    letters = unicodedata.normalize("NFD", title.lower())
    return "".join(letter for letter in letters if letter.isalpha())


def _pictogram(
    heading: lines.Heading,
    content: list[lines.Line],
    references: References,
    problems: list[Problem],
) -> str:
    pictures = [line for line in content if isinstance(line, lines.Picture)]
    names = []
    for picture in pictures:
        if not picture.target.startswith(PICTOGRAM):
            problems.append(_other_picture(picture))
            continue
        name = picture.target.removeprefix(PICTOGRAM)
        if _check_pictogram(name, picture.line, references, problems):
            names.append(name)
    if not pictures:
        problems.append(problem("step.no-pictogram", heading.line, title=heading.text))
    for picture in pictures[1:]:
        problems.append(problem("step.several-pictograms", picture.line))
    return names[0] if names else ""


def _other_picture(picture: lines.Picture) -> Problem:
    scheme, colon, name = picture.target.partition(":")
    meant = colon and nearest(scheme.lower(), [PICTOGRAM.removesuffix(":")])
    helped = {"nearest": f"{PICTOGRAM}{name.strip().lower()}"} if meant else {}
    return unsafe("step.other-picture", picture.line, target=picture.target, **helped)


def _check_pictogram(name: str, line: int, references: References, problems: list[Problem]) -> bool:
    known = name in references.pictograms
    if not known:
        problems.append(problem("pictogram.unknown", line, name=name))
    return known


def _sentences(
    content: list[lines.Line], references: References, problems: list[Problem]
) -> tuple[Sentence, ...]:
    sentences = []
    choices_seen = False
    for line in content:
        choices_seen = choices_seen or isinstance(line, lines.ChoiceLine)
        if not isinstance(line, lines.SentenceLine):
            continue
        if choices_seen:
            problems.append(problem("choices.sentence-after", line.line))
        problems += check_marks(line.text, line.line, references)
        sentences.append(Sentence(line.text, line.line, line.listed))
    return tuple(sentences)


def _choices(
    content: list[lines.Line], references: References, problems: list[Problem]
) -> Choices | None:
    found = [line for line in content if isinstance(line, lines.ChoiceLine)]
    if not found:
        return None
    first = found[0]
    options = []
    for line in found:
        if line.several != first.several:
            problems.append(problem("choices.mixed", line.line))
        if not line.text:
            problems.append(problem("choice.empty", line.line))
        if not line.feedback:
            problems.append(warning("choice.no-feedback", line.line, text=line.text))
        for text in (line.text, *line.feedback):
            problems += check_marks(text, line.line, references)
        options.append(Choice(line.text, line.right, line.feedback, line.line))
    right = sum(option.right for option in options)
    if right == 0:
        problems.append(problem("choices.none-right", first.line))
    if right > 1 and not first.several:
        problems.append(problem("choices.several-right", first.line))
    if len(options) < 2:
        problems.append(problem("choices.only-one", first.line))
    return Choices(first.several, tuple(options), first.line)
