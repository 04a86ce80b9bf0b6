"""The people that come with the package: whole, kind, and no type of a group."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections import Counter
from importlib.resources import files

import pytest

from pasapas.content.personas import ROLES, read_personas, shipped_personas
from pasapas.content.plain_language.check import text_problems
from pasapas.content.plain_language.passages import passage
from pasapas.content.plain_language.tokens import spoken_length
from pasapas.content.references import References
from pasapas.content.shelf import shipped_shelf

PEOPLE = shipped_personas()
every_person = pytest.mark.parametrize("slug", sorted(PEOPLE))
LESSONS = {slug: item.text for slug, item in shipped_shelf().lessons.items()}

# Ages are said for the day on which the file was written: a test must not fail at a birthday.
WRITTEN_ON = datetime.date(2026, 11, 21)
WORDS_A_SENTENCE = 12
MAILBOX_PROVIDERS = {"mail.example", "boite-bleue.example", "nuage.example"}
# The pseudonyms of people whom a study of Unédic met.
OF_THE_STUDY = {"leila", "claudia", "luc", "nouria", "martine", "karim"}
DISABILITY = re.compile(r"\b(?:dyslexique|entend mal|voit mal|sourd|fauteuil|bégaie)\b")
OVERSEAS = ("971", "972", "973", "974", "976")
A_THIEFS_NAME = "Madame Laurent"
# Written as a name is, and nobody's.
NOBODY = {A_THIEFS_NAME, "France Travail", "La Haute-Vienne"}

_NAME = r"[A-ZÀ-Ý][\w'’-]*[a-zà-ÿ]"
_BOTH_NAMES = re.compile(rf"(?<![\w-])({_NAME} (?:Le |De )?{_NAME})(?= [a-zà-ÿ])")
_FORMAL = re.compile(rf"\b(?:Madame|Monsieur) {_NAME}")
_TRADE = re.compile(rf"^({_NAME} {_NAME}) est (\w+)(?: ?:|\.)", re.MULTILINE)
_ADDRESS = re.compile(r"\b[a-z]+\.[a-z]+@[a-z.-]+\.example")


def plain(text: str) -> str:
    """As in an address: small letters from a to z."""
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in letters if "a" <= letter <= "z")


def of_role(role: str) -> list:
    return [person for person in PEOPLE.values() if person.role == role]


def age(person) -> int:
    born = person.born
    before = (WRITTEN_ON.month, WRITTEN_ON.day) < (born.month, born.day)
    return WRITTEN_ON.year - born.year - before


def test_nothing_is_wrong_with_what_is_shipped():
    reading = read_personas((files("pasapas.courses") / "personas.yaml").read_bytes())
    assert reading.problems == ()
    assert reading.document == PEOPLE
    assert 26 <= len(PEOPLE) <= 30


def test_there_are_people_of_each_role():
    assert Counter(person.role for person in PEOPLE.values()).keys() == set(ROLES)
    assert len(of_role("learner")) >= 10
    assert len(of_role("recruiter")) >= 8
    assert len(of_role("trainer")) >= 5


@every_person
def test_a_person_is_called_by_the_first_name(slug):
    assert slug.replace("-", "") == plain(PEOPLE[slug].first_name)
    assert slug not in OF_THE_STUDY


@every_person
def test_a_person_is_a_grown_up_of_working_age(slug):
    assert 18 <= age(PEOPLE[slug]) <= 64


@every_person
def test_what_is_said_of_a_person_is_plain(slug):
    for text in filter(None, (PEOPLE[slug].does_well, PEOPLE[slug].note)):
        assert text.endswith(".")
        assert spoken_length(text) <= WORDS_A_SENTENCE
        assert list(text_problems([passage(text, 1, "sentence", References())])) == []


@every_person
def test_a_mailbox_is_a_persons_own_or_that_of_the_firm(slug):
    person = PEOPLE[slug]
    name, host = person.mail.split("@")
    at_work = bool(person.firm) and host not in MAILBOX_PROVIDERS
    # He has a garage, and writes as many small firms do: this is no sign of a false offer.
    assert at_work == (person.role in ("recruiter", "trainer") and slug != "idriss")
    if name != "recrutement":
        assert name == f"{plain(person.first_name)}.{plain(person.last_name)}"


@every_person
def test_a_number_is_that_of_a_pocket_or_of_an_office(slug):
    person = PEOPLE[slug]
    assert person.phone.startswith("01 99 00" if person.firm else "06 39 98")


def test_nobody_has_the_name_or_the_trade_of_another():
    assert len({person.full_name for person in PEOPLE.values()}) == len(PEOPLE)
    assert len({person.trade for person in PEOPLE.values()}) == len(PEOPLE)
    firms = [person.firm for person in PEOPLE.values() if person.firm]
    assert len(set(firms)) == len(firms)


@pytest.mark.parametrize("role", ["learner", "recruiter", "trainer"])
def test_a_role_has_people_of_all_kinds(role):
    people = of_role(role)
    women = sum(person.title == "Madame" for person in people)
    assert abs(women - (len(people) - women)) <= 1
    ages = [age(person) for person in people]
    assert min(ages) <= 30
    assert max(ages) >= 55
    disabled = sum(bool(DISABILITY.search(person.note)) for person in people)
    assert 2 <= disabled <= len(people) // 2
    assert any(person.postcode.startswith(OVERSEAS) for person in people)
    assert len({person.place for person in people}) == len(people)


def test_somebody_has_no_address_of_their_own_and_somebody_no_bank_card():
    notes = [person.note for person in of_role("learner")]
    assert sum("domicilié" in note for note in notes) == 1
    assert sum("carte bancaire" in note for note in notes) == 1


def test_the_people_of_the_lessons_are_among_them():
    known = {person.full_name for person in PEOPLE.values()}
    known |= {person.formal_name for person in PEOPLE.values()}
    first_names = {person.first_name for person in PEOPLE.values()}
    named = {
        name
        for text in LESSONS.values()
        for pattern in (_BOTH_NAMES, _FORMAL)
        for name in pattern.findall(text)
        if name.split()[-1] not in first_names  # « Aidez Josiane »
    }
    assert len(named & known) >= 10
    assert named - known - NOBODY == set()


def test_nobody_has_a_name_that_a_thief_uses():
    assert A_THIEFS_NAME in LESSONS["fausse-offre"]
    assert A_THIEFS_NAME not in {person.formal_name for person in PEOPLE.values()}


def test_a_person_has_the_trade_and_the_address_that_the_lessons_say():
    trades = {person.full_name: person.trade for person in PEOPLE.values()}
    said = [found for text in LESSONS.values() for found in _TRADE.findall(text)]
    assert len(said) >= 3
    assert [(name, trade) for name, trade in said if trades[name] != trade] == []
    addresses = {found for text in LESSONS.values() for found in _ADDRESS.findall(text)}
    assert len(addresses) >= 2
    assert addresses - {person.mail for person in PEOPLE.values()} == set()
