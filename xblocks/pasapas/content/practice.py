"""A practice: a screen with its starting state, a goal, and what an attempt may show.

    format: 1
    title: Joindre un CV
    pictogram: piece-jointe
    screen: mailbox
    persona: amina-benali
    scene: [Vous êtes Amina Benali., Votre mail est écrit.]
    goal: Envoyez votre CV à Madame Diallo.
    levels:
      1: {…}        # what the screen reads; with `goal` and `scene` where they differ
      2: {…}
    observations:   # the first that holds speaks; the last, without `when`, is the default
      - when: {sent: true, attachments: {empty: true}}
        say: Le mail est parti sans le CV. | Ici, rien n'est envoyé.
        show: attach
      - when: {sent: true}
        achieves: goal
        say: Le mail est parti avec le CV.
      - say: Continuez. | L'aide est là si vous voulez.
    help:           # the first that holds helps: a hint, a clearer one, how it is done
      - when: {at: inbox}
        hints: [Il faut écrire un mail., Cherchez le crayon., Appuyez sur le crayon.]
        show: write
      - hints: […, …, …]
    real: [Votre vrai CV n'est pas envoyé., Vous pouvez aussi déposer votre CV.]

A `|` parts sentences. What a level holds besides `goal` and `scene` is the business of its
screen (`pasapas.screens`), and so are the paths that conditions may name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .conditions import Condition, read_condition
from .marks import check_marks
from .pictograms import pictogram_named
from .practice_fields import Said, items_of, said, said_in
from .problems import Problem, Reading, Severity, by_line, problem, unsafe
from .references import References
from .schema import Fields
from .text import canonical
from .unknown_names import with_nearest
from .yaml_reader import Mapping, Node, Scalar, read_yaml

LEVELS = (1, 2)
HINTS = 3
GOAL = "goal"
MOST_OBSERVATIONS = 40
# What a level may have of its own; all else is its screen's.
_OWN = ("scene", "goal")


@dataclass(frozen=True)
class Observation:
    """`when`: None for the default. `levels`: those at which it is looked at. `say`: its
    sentences. `show`: a place of the screen to light up, or ""."""

    when: Condition | None
    levels: tuple[int, ...]
    say: tuple[Said, ...]
    show: str
    achieves: bool
    line: int


@dataclass(frozen=True)
class Help:
    """`hints`: three, each with its sentences: a hint, a clearer one, how it is done.
    `show`: the place that lights up with the third, or ""."""

    when: Condition | None
    levels: tuple[int, ...]
    hints: tuple[tuple[Said, ...], ...]
    show: str
    line: int


@dataclass(frozen=True)
class Level:
    """`data`: the fields that its screen reads, as they were written."""

    number: int
    scene: tuple[Said, ...]
    goal: tuple[Said, ...]
    data: Mapping
    line: int


@dataclass(frozen=True)
class Practice:
    title: str
    screen: str
    persona: str
    pictogram: str
    levels: tuple[Level, ...]
    observations: tuple[Observation, ...]
    helps: tuple[Help, ...]
    real: tuple[Said, ...]
    lines: dict[str, int] = field(default_factory=dict, compare=False, hash=False)
    """Where the fields of the document stand."""

    def level(self, number: int) -> Level | None:
        return next((level for level in self.levels if level.number == number), None)


def practice_sentences(practice: Practice) -> Iterator[Said]:
    """Every sentence of a practice that a learner may read, with its marks."""
    yield Said(practice.title, practice.lines.get("title", 0))
    for level in practice.levels:
        yield from (*level.scene, *level.goal)
    for observation in practice.observations:
        yield from observation.say
    for item in practice.helps:
        for hint in item.hints:
            yield from hint
    yield from practice.real


def read_practice(raw: bytes | str, references: References) -> Reading[Practice]:
    """The practice in a text, as far as it can be read without its screen.

    The document is None for a text that has nothing to show: unreadable, or without a level.
    """
    text, found = canonical(raw)
    problems: list[Problem] = list(found)
    if any(item.severity is Severity.UNSAFE for item in problems):
        return Reading(None, tuple(problems))
    if not text.strip():
        return Reading(None, (unsafe("practice.empty"),))
    tree, found = read_yaml(text)
    problems += found
    if tree is None:
        # Comments alone are no practice either.
        return Reading(None, by_line(problems if found else [*problems, unsafe("practice.empty")]))
    fields = Fields(tree, problems)
    fields.format()
    practice = _practice(fields, references, problems)
    for sentence in practice_sentences(practice):
        problems += check_marks(sentence.text, sentence.line, references)
    document = practice if practice.levels and practice.observations else None
    return Reading(document, with_nearest(by_line(problems), references))


def _practice(fields: Fields, references: References, problems: list[Problem]) -> Practice:
    names = ("title", "pictogram", "screen", "persona", "observations", "help", "real")
    lines = {name: fields.line_of(name) for name in names}
    scene = said(fields, "scene", problems)
    goal = said(fields, "goal", problems, required=True)
    practice = Practice(
        title=fields.text("title", required=True),
        screen=fields.text("screen", required=True),
        persona=fields.slug("persona"),
        pictogram=pictogram_named(fields, references.pictograms, problems),
        levels=tuple(_levels(fields, scene, goal, problems)),
        observations=tuple(_observations(fields, problems)),
        helps=tuple(_helps(fields, problems)),
        real=said(fields, "real", problems, required=True),
        lines=lines,
    )
    fields.no_others()
    return practice


def _levels(
    fields: Fields, scene: tuple[Said, ...], goal: tuple[Said, ...], problems: list[Problem]
) -> Iterator[Level]:
    first, said_before = fields.line_of("levels"), len(problems)
    entries = tuple(fields.entries("levels"))
    if not entries and len(problems) == said_before:
        problems.append(problem("field.missing", first, field="levels"))
    for name, line, node in entries:
        if name not in map(str, LEVELS):
            problems.append(problem("practice.unknown-level", line, name=name))
            continue
        if not isinstance(node, Mapping):
            problems.append(problem("field.mapping-wanted", node.line))
            continue
        own = [item for item in node.entries if item[0].text.lower() in _OWN]
        data = Mapping(tuple(item for item in node.entries if item not in own), line)
        level = Fields(Mapping(tuple(own), line), problems, line)
        yield Level(
            number=int(name),
            scene=said(level, "scene", problems) or scene,
            goal=said(level, "goal", problems) or goal,
            data=data,
            line=line,
        )


def _observations(fields: Fields, problems: list[Problem]) -> Iterator[Observation]:
    line = fields.line_of("observations")
    items = items_of(fields, "observations", problems)
    if len(items) > MOST_OBSERVATIONS:
        problems.append(problem("practice.too-many", line, most=MOST_OBSERVATIONS))
        items = items[:MOST_OBSERVATIONS]
    read = [_observation(item, problems) for item in items]
    found = [item for item in read if item]
    _one_default(found, problems)
    if found == read and found and not any(item.achieves for item in found):
        problems.append(problem("practice.nothing-achieves", line))
    yield from found


def _one_default(found: Sequence[Observation | Help], problems: list[Problem]) -> None:
    """The last one, and no other, speaks always and at every level."""
    for item in found[:-1]:
        if item.when is None:
            problems.append(problem("practice.default-not-last", item.line))
    if found and (found[-1].when is not None or found[-1].levels != LEVELS):
        problems.append(problem("practice.no-default", found[-1].line))


def _observation(node: Node, problems: list[Problem]) -> Observation | None:
    """None where it can't be read when it speaks: it would speak always."""
    fields = Fields(node, problems)
    if not isinstance(node, Mapping):
        return None
    conditional, when = _condition(fields, problems)
    achieves = fields.text("achieves")
    if achieves and achieves != GOAL:
        line = fields.line_of("achieves")
        problems.append(problem("practice.achieves-what", line, text=achieves))
    observation = Observation(
        when=when,
        levels=_only(fields, problems),
        say=said(fields, "say", problems, required=True),
        show=fields.slug("show"),
        achieves=achieves == GOAL,
        line=node.line,
    )
    fields.no_others()
    if observation.achieves and not conditional:
        problems.append(problem("practice.default-achieves", node.line))
    return None if conditional and when is None else observation


def _helps(fields: Fields, problems: list[Problem]) -> Iterator[Help]:
    items = items_of(fields, "help", problems)
    if items and all(isinstance(item, Scalar) for item in items):
        # The short form: three hints for the whole way.
        hints = _three(said_in(items, "help", problems), items[0].line, problems)
        yield Help(None, LEVELS, hints, "", items[0].line)
        return
    found = [item for item in (_help(item, problems) for item in items) if item]
    _one_default(found, problems)
    yield from found


def _help(node: Node, problems: list[Problem]) -> Help | None:
    """None where it can't be read when it helps."""
    fields = Fields(node, problems)
    if not isinstance(node, Mapping):
        return None
    conditional, when = _condition(fields, problems)
    hints = said_in(items_of(fields, "hints", problems), "hints", problems)
    found = Help(
        when=when,
        levels=_only(fields, problems),
        hints=_three(hints, fields.line_of("hints"), problems),
        show=fields.slug("show"),
        line=node.line,
    )
    fields.no_others()
    return None if conditional and when is None else found


def _three(
    hints: list[tuple[Said, ...]], line: int, problems: list[Problem]
) -> tuple[tuple[Said, ...], ...]:
    if len(hints) != HINTS:
        problems.append(problem("practice.three-hints", line, count=len(hints)))
    return tuple(hints[:HINTS])


def _condition(fields: Fields, problems: list[Problem]) -> tuple[bool, Condition | None]:
    """Whether there is a `when`, and its condition: None where that can't be read."""
    node = fields.node("when")
    return node is not None, read_condition(node, problems) if node is not None else None


def _only(fields: Fields, problems: list[Problem]) -> tuple[int, ...]:
    """The levels at which it counts: all, unless `levels` names them."""
    line = fields.line_of("levels")
    found = fields.texts("levels")
    for name in found:
        if name not in map(str, LEVELS):
            problems.append(problem("practice.unknown-level", line, name=name))
    return tuple(number for number in LEVELS if str(number) in found) or LEVELS
