"""A course: sections of modules, each module named by its document's slug."""

from __future__ import annotations

from dataclasses import dataclass

from .assessment import MODES, SHIPPED
from .problems import Problem, Reading, Severity, by_line, problem
from .references import DOMAINS, References
from .schema import SLUG, Fields
from .text import canonical
from .unknown_names import with_nearest
from .yaml_reader import Mapping, Node, Scalar, Sequence, read_yaml

# What a course may hold today. A needs page comes with its block. A lesson brings its
# practice; a practice by itself is one that no lesson of the course has.
MODULE_KINDS = ("lesson", "practice", "assessment")


@dataclass(frozen=True)
class Module:
    """`name`: the slug of its document. An assessment has its `mode` (`content.assessment`),
    and in `of` the domain or the lesson that it asks about."""

    kind: str
    name: str
    line: int
    mode: str = ""
    of: str = ""


@dataclass(frozen=True)
class Section:
    title: str
    modules: tuple[Module, ...]


@dataclass(frozen=True)
class Course:
    title: str
    sections: tuple[Section, ...]

    @property
    def lessons(self) -> tuple[str, ...]:
        """The slugs of its lessons, in order."""
        return self._names("lesson")

    @property
    def practices(self) -> tuple[str, ...]:
        """The slugs of the practices that stand by themselves, in order."""
        return self._names("practice")

    @property
    def modules(self) -> tuple[Module, ...]:
        """All that it holds, in order."""
        return tuple(module for section in self.sections for module in section.modules)

    def _names(self, kind: str) -> tuple[str, ...]:
        return tuple(module.name for module in self.modules if module.kind == kind)


def read_course(raw: bytes | str, references: References) -> Reading[Course]:
    """The course in a text, as far as it can be read, and its problems by line."""
    text, found = canonical(raw)
    problems: list[Problem] = list(found)
    tree, found = read_yaml(text)
    problems += found
    if tree is None:
        if not any(item.severity is Severity.UNSAFE for item in problems):
            problems.append(problem("document.empty"))
        return Reading(None, by_line(problems))
    fields = Fields(tree, problems)
    fields.format()
    title = fields.text("title", required=True)
    sections = _sections(fields.node("sections", required=True), references, problems)
    fields.no_others()
    course = Course(title, sections)
    _check_once(course, problems)
    return Reading(course, with_nearest(by_line(problems), references))


def _items(node: Node | None, name: str, problems: list[Problem]) -> tuple[Node, ...]:
    if isinstance(node, Sequence):
        return node.items
    if node is not None:
        problems.append(problem("field.list-wanted", node.line, field=name))
    return ()


def _sections(
    node: Node | None, references: References, problems: list[Problem]
) -> tuple[Section, ...]:
    sections = []
    for item in _items(node, "sections", problems):
        fields = Fields(item, problems)
        title = fields.text("title", required=True)
        listed = _items(fields.node("modules", required=True), "modules", problems)
        modules = (_module(entry, references, problems) for entry in listed)
        fields.no_others()
        sections.append(Section(title, tuple(module for module in modules if module)))
    return tuple(sections)


def _module(node: Node, references: References, problems: list[Problem]) -> Module | None:
    if not isinstance(node, Mapping) or len(node.entries) != 1:
        problems.append(problem("course.module-wanted", node.line))
        return None
    kind, name = node.entries[0]
    if kind.text == "assessment":
        return _assessment(name, references, problems)
    if kind.text not in MODULE_KINDS or not isinstance(name, Scalar):
        problems.append(problem("course.unknown-module", kind.line, name=kind.text))
        return None
    if not SLUG.fullmatch(name.text):
        problems.append(problem("name.not-a-slug", name.line, name=name.text))
        return None
    unknown = _unknown(kind.text, name, references)
    if unknown:
        problems.append(unknown)
        return None
    return Module(kind.text, name.text, name.line)


def _assessment(node: Node, references: References, problems: list[Problem]) -> Module | None:
    """`{bank: pasapas, mode: whole}`, `{…, mode: domain, domain: messages}` or `{…, mode: lesson,
    lesson: joindre-un-cv}`."""
    fields = Fields(node, problems)
    line = fields.line_of("bank")
    bank = fields.text("bank", required=True)
    if bank and bank != SHIPPED:
        problems.append(problem("bank.unknown", line, name=bank))
    mode = fields.one_of("mode", MODES, "whole")
    of = "" if mode == "whole" else fields.slug(mode)
    place = fields.line_of(mode)
    fields.no_others()
    if mode == "domain" and of not in DOMAINS:
        known = ", ".join(DOMAINS)
        problems.append(problem("lesson.unknown-domain", place, name=of, known=known))
        return None
    if mode == "lesson":
        lessons = references.lessons
        if not of or (lessons is not None and of not in lessons):
            problems.append(problem("course.unknown-lesson", place, name=of))
            return None
    name = {"whole": "whole", "domain": of, "lesson": f"after-{of}"}[mode]
    return Module("assessment", name, node.line, mode, of)


def _unknown(kind: str, name: Scalar, references: References) -> Problem | None:
    lessons, practices = references.lessons, references.practices
    if kind == "lesson" and lessons is not None and name.text not in lessons:
        return problem("course.unknown-lesson", name.line, name=name.text)
    if kind == "practice" and practices is not None and name.text not in practices:
        return problem("course.unknown-practice", name.line, name=name.text)
    return None


def _check_once(course: Course, problems: list[Problem]) -> None:
    """A url_name stands once in a course: a second one would silently replace the first
    in Studio's import."""
    seen: set[tuple[str, str]] = set()
    for section in course.sections:
        for module in section.modules:
            if (module.kind, module.name) in seen:
                problems.append(problem("course.module-twice", module.line, name=module.name))
            seen.add((module.kind, module.name))
