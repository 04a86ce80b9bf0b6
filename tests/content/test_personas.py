"""The invented people: read whole, and never with a mail or a phone that somebody may own."""

import dataclasses
import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pasapas.content.personas import ROLES, TITLES, Persona, read_personas
from pasapas.content.problems import Severity

from .samples import changed, places, texts_of

PEOPLE = """format: 1
people:
  amina:
    role: learner
    title: Madame
    first_name: Amina
    last_name: Benali
    born: 1994-03-17
    street: 14 rue des Lilas
    postcode: "01000"
    place: Bourg-en-Bresse
    trade: boulangère
    does_well: Elle réussit des pains au levain.
    mail: amina.benali@mail.example
    phone: 06 39 98 10 21
  yann:
    role: recruiter
    title: Monsieur
    first_name: Yann
    last_name: Le Bris
    born: 1980-12-01
    street: 3 rue du Port
    postcode: 56100
    place: Lorient
    trade: chef de chantier
    does_well: Il lit un plan d'un regard.
    mail: embauche@gue-blanc.example
    phone: 01 99 00 11 22
    firm: Maçonnerie du Gué Blanc
    note: Il est sourd.
"""


def people_with(old: str, new: str) -> str:
    return changed(PEOPLE, old, new)


def test_people_are_read_whole():
    reading = read_personas(PEOPLE)
    assert reading.problems == ()
    assert list(reading.document) == ["amina", "yann"]
    assert reading.document["yann"] == Persona(
        slug="yann",
        role="recruiter",
        title="Monsieur",
        first_name="Yann",
        last_name="Le Bris",
        born=datetime.date(1980, 12, 1),
        street="3 rue du Port",
        postcode="56100",
        place="Lorient",
        trade="chef de chantier",
        does_well="Il lit un plan d'un regard.",
        mail="embauche@gue-blanc.example",
        phone="01 99 00 11 22",
        firm="Maçonnerie du Gué Blanc",
        note="Il est sourd.",
    )
    amina = reading.document["amina"]
    assert (amina.postcode, amina.firm, amina.note) == ("01000", "", "")


def test_a_person_is_called_by_both_names_or_with_their_title():
    yann = read_personas(PEOPLE).document["yann"]
    assert (yann.full_name, yann.formal_name) == ("Yann Le Bris", "Monsieur Le Bris")


def test_a_persona_is_immutable():
    with pytest.raises(dataclasses.FrozenInstanceError):
        read_personas(PEOPLE).document["amina"].mail = ""


LINES = PEOPLE.split("\n")
AMINA = [(line, said.split(":")[0].strip()) for line, said in enumerate(LINES[3:15], 4)]


def people_with_line(line: int, said: str) -> str:
    """The people, with `said` on `line`."""
    return "\n".join([*LINES[: line - 1], said, *LINES[line:]])


@pytest.mark.parametrize(("line", "field"), AMINA)
def test_every_field_but_the_firm_and_the_note_is_needed(line, field):
    reading = read_personas("\n".join([*LINES[: line - 1], *LINES[line:]]))
    assert [(item.code, item.line, item.parameters) for item in reading.problems] == [
        ("field.missing", 4, (("field", field),))
    ]


def test_a_recruiter_recruits_for_a_firm():
    reading = read_personas(people_with("    firm: Maçonnerie du Gué Blanc\n", ""))
    assert [(item.code, item.parameters) for item in reading.problems] == [
        ("field.missing", (("field", "firm"),))
    ]


@pytest.mark.parametrize("field", ["first_name", "last_name", "trade", "does_well"])
def test_without_a_name_a_trade_or_something_done_well_there_is_nobody(field):
    line = next(line for line, name in AMINA if name == field)
    reading = read_personas(people_with_line(line, f"    {field}: ' '"))
    assert places(reading.problems) == [("field.missing", line)]
    assert list(reading.document) == ["yann"]


@pytest.mark.parametrize("role", ROLES)
def test_a_role_is_one_of_four(role):
    reading = read_personas(people_with("role: recruiter", f"role: {role}"))
    assert reading.problems == ()
    assert reading.document["yann"].role == role


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_one_of_two(title):
    reading = read_personas(people_with("title: Monsieur", f"title: {title}"))
    assert reading.problems == ()
    assert reading.document["yann"].title == title


REFUSED = [
    ("role", "learner", "boss", 4, "persona.unknown-role"),
    ("role", "learner", "Learner", 4, "persona.unknown-role"),
    ("title", "Madame", "Mme", 5, "persona.unknown-title"),
    ("postcode", '"01000"', "1000", 10, "persona.postcode"),
    ("postcode", '"01000"', "F-01000", 10, "persona.postcode"),
    ("postcode", '"01000"', "010000", 10, "persona.postcode"),
    ("postcode", '"01000"', "٠١٠٠٠", 10, "persona.postcode"),
    *(
        ("mail", "amina.benali@mail.example", mail, 14, "persona.real-mail")
        for mail in (
            "amina.benali@mail.fr",
            "amina.benali@example",
            "amina.benali@mail.example.fr",
            "amina.benali@mailexample",
            "amina@benali@mail.example",
            "amina benali@mail.example",
            "Amina.Benali@mail.example",
            "aminé@mail.example",
            "amina..benali@mail.example",
            ".amina@mail.example",
            "amina@.example",
            "amina@-mail.example",
            "amina#mail.example",
        )
    ),
    *(
        ("phone", "06 39 98 10 21", phone, 15, "persona.real-phone")
        for phone in (
            "06 39 97 10 21",
            "01 98 00 10 21",
            "06 12 34 56 78",
            "0639981021",
            "06 39 98 10 2",
            "06 39 98 10 21 3",
            "+33 6 39 98 10 21",
            "06 39 98 ١٠ 21",
            "39 49",
        )
    ),
]


@pytest.mark.parametrize(("field", "old", "new", "line", "code"), REFUSED)
def test_what_is_not_accepted_is_said_and_not_kept(field, old, new, line, code):
    reading = read_personas(people_with(f"    {field}: {old}\n", f'    {field}: "{new}"\n'))
    assert places(reading.problems) == [(code, line)]
    assert getattr(reading.document["amina"], field) == ""


@pytest.mark.parametrize("born", ["17/03/1994", "1994-02-30", "1994"])
def test_a_day_that_no_calendar_has_is_no_birthday(born):
    reading = read_personas(people_with("1994-03-17", born))
    assert places(reading.problems) == [("field.date-wanted", 8)]
    assert reading.document["amina"].born is None


@pytest.mark.parametrize(
    ("field", "line", "theirs", "hers"),
    [
        ("mail", 27, "embauche@gue-blanc.example", "amina.benali@mail.example"),
        ("phone", 28, "01 99 00 11 22", "06 39 98 10 21"),
    ],
)
def test_two_people_never_share_a_mail_or_a_phone(field, line, theirs, hers):
    reading = read_personas(people_with(f"{field}: {theirs}", f"{field}: {hers}"))
    assert [(item.code, item.line, item.parameters) for item in reading.problems] == [
        ("persona.same-contact", line, (("text", hers), ("name", "amina")))
    ]


def test_two_refused_mails_are_not_the_same_one():
    text = people_with("amina.benali@mail.example", "a@b.fr")
    text = changed(text, "embauche@gue-blanc.example", "a@b.fr")
    assert places(read_personas(text).problems) == [
        ("persona.real-mail", 14),
        ("persona.real-mail", 27),
    ]


def test_an_unknown_field_is_most_often_a_misspelling():
    reading = read_personas(people_with("    firm:", "    frim:"))
    assert sorted(places(reading.problems)) == [("field.missing", 17), ("field.unknown", 29)]
    assert places(read_personas(PEOPLE + "persons: x\n").problems) == [("field.unknown", 31)]


TEXTS = ["first_name", "last_name", "street", "place", "trade", "does_well", "firm", "note"]


@pytest.mark.parametrize("field", TEXTS)
@pytest.mark.parametrize("text", ["<script>x</script>", "[Oui](javascript:x)", "<b>"])
def test_a_person_is_as_safe_as_a_sentence(field, text):
    line = max(n for n, said in enumerate(LINES, 1) if said.startswith(f"    {field}: "))
    reading = read_personas(people_with_line(line, f"    {field}: '{text}'"))
    assert reading.refused
    assert {(item.severity, item.line) for item in reading.problems} == {(Severity.UNSAFE, line)}


@pytest.mark.parametrize("raw", [b"\xff", "a: [", "a: *b", "a" * 50_001])
def test_unreadable_people_are_refused_and_nothing_more_is_said_of_them(raw):
    reading = read_personas(raw)
    assert not reading.document
    assert [item.severity for item in reading.problems] == [Severity.UNSAFE]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_worn_document_is_read_without_raising_and_keeps_no_real_contact(data):
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(lines) - 1))
        cut = data.draw(st.integers(0, len(lines[place])))
        piece = data.draw(st.sampled_from([": ", "- ", "@a.fr", " 6", "'", "{", "<b>", "\n", "  "]))
        lines[place] = lines[place][:cut] + piece + lines[place][cut:]
    text = "\n".join(lines)
    reading = read_personas(text)
    for person in reading.document.values():
        assert person.mail == "" or person.mail.endswith(".example")
        assert person.phone == "" or person.phone.startswith(("06 39 98 ", "01 99 00 "))
        assert person.trade
        assert person.does_well
    assert all(0 <= item.line <= text.count("\n") + 1 for item in reading.problems)
    assert reading.refused or not any("<b>" in said for said in texts_of(reading.document))
