"""The invented people: whoever lessons and practices speak of, with what a form may ask."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from .problems import Problem, Reading, by_line, problem
from .schema import Fields
from .unsafe_marks import unsafe_marks
from .yaml_document import document_fields
from .yaml_reader import Node

RECRUITER = "recruiter"
ROLES = ("learner", RECRUITER, "trainer", "other")
TITLES = ("Madame", "Monsieur")

# As a learner is taught to write one; nobody can own a name that ends in .example (RFC 2606).
_MAIL = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+example")
# Two of the ranges that Arcep keeps for fiction: no one ever has one of these numbers.
_PHONE = re.compile(r"(?:06 39 98|01 99 00) [0-9]{2} [0-9]{2}")
_POSTCODE = re.compile(r"[0-9]{5}")
_TEXTS = (
    *("role", "title", "first_name", "last_name", "street", "postcode", "place", "trade"),
    *("does_well", "mail", "phone", "firm", "note"),
)


@dataclass(frozen=True)
class Persona:
    """An invented person. `slug`: what documents call them.

    `role` is one of ROLES, `title` one of TITLES. `street`, `postcode` and `place` are where
    a letter reaches them: at home or at work. `firm`: where they work, or "". `note`: one
    sentence on what a task may need to know, or "". `role`, `title`, `postcode`, `mail` and
    `phone` are "", and `born` None, where what was written is not accepted.
    """

    slug: str
    role: str
    title: str
    first_name: str
    last_name: str
    born: datetime.date | None
    street: str
    postcode: str
    place: str
    trade: str
    does_well: str
    mail: str
    phone: str
    firm: str
    note: str

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}"

    @property
    def formal_name(self) -> str:
        return f"{self.title} {self.last_name}"


@cache
def shipped_personas() -> Mapping[str, Persona]:
    """The people that come with the package, by slug."""
    raw = (files("pasapas.courses") / "personas.yaml").read_bytes()
    return read_personas(raw).document or {}


def read_personas(raw: bytes | str) -> Reading[dict[str, Persona]]:
    """The people of `personas.yaml`, by slug."""
    problems: list[Problem] = []
    fields = document_fields(raw, problems)
    if fields is None:
        return Reading({}, by_line(problems))
    people: dict[str, Persona] = {}
    owners: dict[str, str] = {}
    for slug, line, node in fields.entries("people"):
        person = _persona(slug, line, node, owners, problems)
        # Without a trade and something done well there is a type, not a person.
        if person.first_name and person.last_name and person.trade and person.does_well:
            people[slug] = person
    fields.no_others()
    return Reading(people, by_line(problems))


def _persona(
    slug: str, line: int, node: Node, owners: dict[str, str], problems: list[Problem]
) -> Persona:
    """`owners`: whose each mail and each phone of the people before is."""
    fields = Fields(node, problems, line)
    role = _role(fields, problems)
    person = Persona(
        slug=slug,
        role=role,
        title=_title(fields, problems),
        first_name=fields.text("first_name", required=True),
        last_name=fields.text("last_name", required=True),
        born=fields.date("born"),
        street=fields.text("street", required=True),
        postcode=_postcode(fields, problems),
        place=fields.text("place", required=True),
        trade=fields.text("trade", required=True),
        does_well=fields.text("does_well", required=True),
        mail=_mail(fields, problems),
        phone=_phone(fields, problems),
        firm=fields.text("firm", required=role == RECRUITER),
        note=fields.text("note"),
    )
    fields.no_others()
    for name in _TEXTS:
        problems += unsafe_marks(getattr(person, name), fields.line_of(name))
    for name, reached_at in (("mail", person.mail), ("phone", person.phone)):
        owner = owners.setdefault(reached_at, slug) if reached_at else slug
        if owner != slug:
            place = fields.line_of(name)
            problems.append(problem("persona.same-contact", place, text=reached_at, name=owner))
    return person


def _role(fields: Fields, problems: list[Problem]) -> str:
    role = fields.text("role", required=True)
    if not role or role in ROLES:
        return role
    known = ", ".join(ROLES)
    line = fields.line_of("role")
    problems.append(problem("persona.unknown-role", line, name=role, known=known))
    return ""


def _title(fields: Fields, problems: list[Problem]) -> str:
    title = fields.text("title", required=True)
    if not title or title in TITLES:
        return title
    problems.append(problem("persona.unknown-title", fields.line_of("title"), name=title))
    return ""


def _postcode(fields: Fields, problems: list[Problem]) -> str:
    postcode = fields.text("postcode", required=True)
    if not postcode or _POSTCODE.fullmatch(postcode):
        return postcode
    problems.append(problem("persona.postcode", fields.line_of("postcode"), text=postcode))
    return ""


def _mail(fields: Fields, problems: list[Problem]) -> str:
    mail = fields.text("mail", required=True)
    if not mail or _MAIL.fullmatch(mail):
        return mail
    problems.append(problem("persona.real-mail", fields.line_of("mail"), text=mail))
    return ""


def _phone(fields: Fields, problems: list[Problem]) -> str:
    phone = fields.text("phone", required=True)
    if not phone or _PHONE.fullmatch(phone):
        return phone
    problems.append(problem("persona.real-phone", fields.line_of("phone"), text=phone))
    return ""
