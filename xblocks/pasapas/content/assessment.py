"""An assessment: which bank it draws from, and how much of it is asked.

format: 1
title: Où j'en suis
pictogram: verifier
bank: pasapas           # the package's; or a trainer's own, inline: {warm_up: …, domains: […]}
mode: whole             # all domains; `domain`, with `domain: messages`;
                        # or `lesson`, with `lesson: joindre-un-cv`: has it been learnt?
counts: no              # whether it counts for the completion of its unit
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from .bank import Bank, bank_of, read_bank_node, twice
from .pictograms import pictogram_named
from .problems import Problem, Reading, by_line, problem, unsafe
from .references import DOMAINS, References
from .schema import Fields
from .unknown_names import with_nearest
from .yaml_document import document_fields
from .yaml_reader import Scalar, Sequence

Mode = Literal["whole", "domain", "lesson"]
MODES: tuple[Mode, ...] = ("whole", "domain", "lesson")
SHIPPED = "pasapas"


@dataclass(frozen=True)
class Assessment:
    """`domain` and `lesson` are "" unless the mode wants them. `bank`: None for the one that
    comes with the package. `counts`: whether who has ended it has completed the block."""

    title: str
    pictogram: str
    mode: Mode
    domain: str
    lesson: str
    counts: bool
    bank: Bank | None = None


def read_assessment(raw: bytes | str, references: References) -> Reading[Assessment]:
    """The assessment in a text, as far as it can be read, and its problems by line."""
    problems: list[Problem] = []
    fields = document_fields(raw, problems)
    if fields is None:
        return Reading(None, by_line(problems))
    title = fields.text("title", required=True)
    pictogram = pictogram_named(fields, references.pictograms, problems)
    mode = fields.one_of("mode", MODES, "whole")
    domain = _of_mode(fields, "domain", mode, problems)
    lesson = _of_mode(fields, "lesson", mode, problems)
    if domain and domain not in DOMAINS:
        known = ", ".join(DOMAINS)
        line = fields.line_of("domain")
        problems.append(problem("lesson.unknown-domain", line, name=domain, known=known))
    counts = fields.flag("counts")
    bank, readable = _bank(fields, references, problems)
    fields.no_others()
    document = Assessment(title, pictogram, mode, domain, lesson, counts, bank)
    wanted = {"whole": True, "domain": domain in DOMAINS, "lesson": bool(lesson)}
    if not title or not readable or not wanted[mode]:
        return Reading(None, by_line(problems))
    return Reading(document, with_nearest(by_line(problems), references))


def _of_mode(fields: Fields, name: str, mode: str, problems: list[Problem]) -> str:
    """The field that has the name of a mode: it is wanted by that mode, and by no other."""
    if mode != name:
        return ""
    line, found = fields.line_of(name), fields.slug(name)
    if not found:
        problems.append(problem("field.missing", line, field=name))
    return found


def _bank(
    fields: Fields, references: References, problems: list[Problem]
) -> tuple[Bank | None, bool]:
    """(the bank that stands in the text, None for the package's; whether there is one)."""
    line = fields.line_of("bank")
    node = fields.node("bank", required=True)
    if node is None:
        return None, False
    if isinstance(node, Scalar):
        if node.text != SHIPPED:
            problems.append(problem("bank.unknown", line, name=node.text))
        return None, node.text == SHIPPED
    inline = Fields(node, problems, line)
    files = []
    if inline.has("warm_up"):
        files.append(read_bank_node(inline, references, problems))
    domains = inline.node("domains", required=True)
    for item in domains.items if isinstance(domains, Sequence) else ():
        of_domain = Fields(item, problems)
        files.append(read_bank_node(of_domain, references, problems))
        of_domain.no_others()
    inline.no_others()
    named = {str(number): file for number, file in enumerate(files)}
    problems += [found for _, found in twice(named)]
    bank = bank_of(files)
    if not bank.tubes:
        problems.append(unsafe("bank.empty", line))
        return None, False
    return bank, True


def assessment_text(mode: Mode, of: str, title: str) -> str:
    """The text of an assessment that a course asks for. `of`: the domain or the lesson, or ""."""
    quoted = json.dumps(" ".join(title.split()), ensure_ascii=False)
    lines = ["format: 1", f"title: {quoted}", "pictogram: verifier", f"bank: {SHIPPED}"]
    lines.append(f"mode: {mode}")
    if of:
        lines.append(f"{mode}: {of}")
    return "\n".join(lines) + "\n"
