"""A bank of challenges, in Pix's vocabulary: domain, tubes, skills by level, challenges.

One file a domain; the warm-ups, which come before all levels, have a file of their own:

    format: 1
    domain: messages
    title: Mes messages
    pictogram: boite-mail
    tubes:
      avoir-une-adresse:
        title: Avoir une adresse mail
        skills:
          1:
            can: Je sais voir si une adresse mail est complète.
            you: voir si une adresse mail est complète
            lesson: choisir-son-adresse     # said here and nowhere else
            challenges:
              adresse-complete: {…}         # see `challenge`

    format: 1
    warm_up:
      toucher: {…}

A level is an order within its tube, never a label: no learner ever sees one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from .challenge import Challenge, read_challenge
from .marks import check_marks
from .pictograms import pictogram_named
from .practice_fields import Said
from .problems import Problem, Reading, by_line, problem, warning
from .references import DOMAINS, References
from .schema import Fields
from .unknown_names import with_nearest
from .yaml_document import document_fields
from .yaml_reader import Node

LEVELS = (1, 2, 3)
FEWEST_CHALLENGES = 2
"""Of a skill: who takes the assessment again meets another one."""

CAN = "Je sais "


@dataclass(frozen=True)
class Skill:
    """One rung of a tube. `can`: « Je sais … »; `you`: the same gesture, said to the learner
    after « Vous l'avez fait : » and « Vous savez »; `lesson`: the slug of what teaches it."""

    level: int
    can: Said
    you: Said
    lesson: str
    challenges: tuple[Challenge, ...]
    line: int


@dataclass(frozen=True)
class Tube:
    """One ability that grows; `skills` by level, the lowest first."""

    slug: str
    title: Said
    skills: tuple[Skill, ...]
    line: int


@dataclass(frozen=True)
class Domain:
    slug: str
    title: Said
    pictogram: str
    tubes: tuple[Tube, ...]
    line: int = 0


@dataclass(frozen=True)
class BankFile:
    """What one file holds: a domain, or warm-ups."""

    domain: Domain | None = None
    warm_ups: tuple[Challenge, ...] = ()

    @property
    def challenges(self) -> Iterator[Challenge]:
        yield from self.warm_ups
        for tube in self.domain.tubes if self.domain else ():
            for skill in tube.skills:
                yield from skill.challenges


@dataclass(frozen=True)
class Bank:
    """All domains in their order, and the warm-ups. Challenges are known by their slug,
    which is one in the whole bank."""

    domains: tuple[Domain, ...] = ()
    warm_ups: tuple[Challenge, ...] = ()
    by_slug: Mapping[str, Challenge] = field(default_factory=dict, hash=False, compare=False)

    @property
    def tubes(self) -> tuple[Tube, ...]:
        return tuple(tube for domain in self.domains for tube in domain.tubes)


def bank_of(files: Iterable[BankFile]) -> Bank:
    """The files of a bank as one, in the order of the seven domains. Left out is what nobody
    can be asked about: a tube that lacks a level, and a domain that stands there again."""
    files = tuple(files)
    found: dict[str, Domain] = {}
    for file in files:
        whole = _whole_tubes(file.domain) if file.domain else ()
        if file.domain and whole:
            found.setdefault(file.domain.slug, replace(file.domain, tubes=whole))
    domains = tuple(found[slug] for slug in DOMAINS if slug in found)
    warm_ups = tuple(challenge for file in files for challenge in file.warm_ups)
    kept = (BankFile(None, warm_ups), *(BankFile(domain) for domain in domains))
    by_slug = {challenge.slug: challenge for file in kept for challenge in file.challenges}
    return Bank(domains, warm_ups, by_slug)


def _whole_tubes(domain: Domain) -> tuple[Tube, ...]:
    return tuple(
        tube for tube in domain.tubes if tuple(skill.level for skill in tube.skills) == LEVELS
    )


def twice(files: Mapping[str, BankFile]) -> Iterator[tuple[str, Problem]]:
    """(path, problem) for each name that a bank has a second time. `files` by path."""
    seen: set[str] = set()
    domains: set[str] = set()
    for path, file in files.items():
        if file.domain and file.domain.slug in domains:
            yield path, problem("bank.twice", file.domain.line, name=file.domain.slug)
        domains |= {file.domain.slug} if file.domain else set()
        tubes = file.domain.tubes if file.domain else ()
        named = [(tube.slug, tube.line) for tube in tubes]
        named += [(challenge.slug, challenge.line) for challenge in file.challenges]
        for name, line in named:
            if name in seen:
                yield path, problem("bank.twice", line, name=name)
            seen.add(name)


def read_bank_file(raw: bytes | str, references: References) -> Reading[BankFile]:
    """What one file of a bank holds, as far as it can be read, and its problems by line."""
    problems: list[Problem] = []
    fields = document_fields(raw, problems)
    if fields is None:
        return Reading(None, by_line(problems))
    document = read_bank_node(fields, references, problems)
    fields.no_others()
    problems += _not_written(document, references)
    return Reading(document, with_nearest(by_line(problems), references))


def read_bank_node(fields: Fields, references: References, problems: list[Problem]) -> BankFile:
    """The warm-ups or the domain of a mapping, wherever it stands."""
    read = _Reader(references, problems)
    if fields.has("warm_up"):
        document = BankFile(None, tuple(read.challenges(fields, "warm_up")))
    else:
        document = BankFile(read.domain(fields))
    problems += _unbalanced(document)
    return document


def _unbalanced(file: BankFile) -> Iterator[Problem]:
    """Of messages and offers as many are honest as are not: a bank of fakes would teach
    distrust and take it for knowledge."""
    shown = [challenge.shows for challenge in file.challenges if challenge.shows]
    honest = shown.count("honest")
    if honest * 2 != len(shown):
        yield problem("bank.unbalanced", honest=honest, fake=len(shown) - honest)


def _not_written(file: BankFile, references: References) -> Iterator[Problem]:
    """One warning for all lessons that are still to come: none of them is recommended."""
    if references.lessons is None or file.domain is None:
        return
    skills = [skill for tube in file.domain.tubes for skill in tube.skills]
    missing = [skill for skill in skills if skill.lesson and skill.lesson not in references.lessons]
    if missing:
        names = ", ".join(dict.fromkeys(skill.lesson for skill in missing))
        yield warning("bank.no-lesson", missing[0].line, name=names)


class _Reader:
    def __init__(self, references: References, problems: list[Problem]):
        self._references = references
        self._problems = problems

    def domain(self, fields: Fields) -> Domain | None:
        line = fields.line_of("domain")
        slug = fields.text("domain", required=True)
        if slug and slug not in DOMAINS:
            known = ", ".join(DOMAINS)
            self._problems.append(problem("lesson.unknown-domain", line, name=slug, known=known))
        title = self._said(fields, "title")
        known = self._references.pictograms
        pictogram = pictogram_named(fields, known, self._problems, required=False)
        tubes = tuple(self._tube(*entry) for entry in fields.entries("tubes"))
        return Domain(slug, title, pictogram, tubes, line) if slug in DOMAINS else None

    def challenges(self, fields: Fields, name: str) -> Iterator[Challenge]:
        for slug, line, node in fields.entries(name):
            found = read_challenge(slug, line, node, self._references, self._problems)
            if found:
                yield found

    def _said(self, fields: Fields, name: str) -> Said:
        found = Said(fields.text(name, required=True), fields.line_of(name))
        self._problems += check_marks(found.text, found.line, self._references)
        return found

    def _tube(self, slug: str, line: int, node: Node) -> Tube:
        fields = Fields(node, self._problems, line)
        title = self._said(fields, "title")
        read = [self._skill(*entry) for entry in fields.entries("skills")]
        skills = tuple(sorted((skill for skill in read if skill), key=lambda item: item.level))
        if len(read) == len(skills) and [skill.level for skill in skills] != list(LEVELS):
            self._problems.append(problem("bank.levels", line, name=slug))
        fields.no_others()
        return Tube(slug, title, skills, line)

    def _skill(self, name: str, line: int, node: Node) -> Skill | None:
        if name not in map(str, LEVELS):
            self._problems.append(problem("bank.unknown-level", line, name=name))
            return None
        fields = Fields(node, self._problems, line)
        can, you = self._said(fields, "can"), self._said(fields, "you")
        if can.text and not can.text.startswith(CAN):
            self._problems.append(problem("bank.can", can.line, text=can.text))
        if you.text and (you.text[0].isupper() or you.text.endswith(".")):
            self._problems.append(problem("bank.you", you.line, text=you.text))
        lesson = fields.slug("lesson")
        if not lesson:
            self._problems.append(problem("field.missing", line, field="lesson"))
        challenges = tuple(self.challenges(fields, "challenges"))
        if len(challenges) < FEWEST_CHALLENGES:
            self._problems.append(
                problem("bank.few-challenges", line, least=FEWEST_CHALLENGES, name=name)
            )
        fields.no_others()
        return Skill(int(name), can, you, lesson, challenges, line)
