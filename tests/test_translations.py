"""The French catalogue: whole, up to date with the code, compiled, and plainly written."""

from __future__ import annotations

import io
import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.frontend import CommandLineInterface
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from pasapas.content.plain_language.check import text_problems
from pasapas.content.plain_language.passages import SENTENCE_END, passage
from pasapas.content.problems import Severity
from pasapas.content.references import References
from pasapas.player.problems import MESSAGES
from pasapas.player.translation import translations, translator

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "xblocks" / "pasapas"
FOLDER = PACKAGE / "translations"
PO = FOLDER / "fr" / "LC_MESSAGES" / "text.po"
MO = PO.with_suffix(".mo")

# What learners read; all the rest is for those who write lessons or run a workshop.
LEARNERS_FILES = {
    *("player/words.py", "lesson/script.py", "lesson/words.py"),
    *("practice/script.py", "practice/words.py"),
    *(f"screens/{file.name}" for file in (FOLDER.parent / "screens").glob("*.py")),
}

# What no reader, trainers included, should be told.
BANNED = re.compile(
    r"\b(faciles?|facilement|simples?|simplement|il suffit|juste|évident|vite fait|bravo|super"
    r"|e-mail|courriel)\b",
    re.IGNORECASE,
)


def catalogue(file: Path) -> Catalog:
    with file.open("rb") as stream:
        return read_po(stream, locale="fr")


def messages(file: Path) -> dict[str, str]:
    return {message.id: message.string for message in catalogue(file) if message.id}


@pytest.fixture(scope="module")
def extracted(tmp_path_factory) -> set[str]:
    """The texts that the code marks, found as `make translations` finds them."""
    template = tmp_path_factory.mktemp("extracted") / "text.pot"
    mapping = ["-F", str(ROOT / "babel.cfg"), "-o", str(template), str(PACKAGE)]
    CommandLineInterface().run(["pybabel", "-q", "extract", "--omit-header", *mapping])
    return set(messages(template))


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


FRENCH = messages(PO)
each_message = pytest.mark.parametrize("msgid", sorted(FRENCH))


def test_the_catalogue_holds_exactly_the_texts_of_the_code(extracted):
    assert len(extracted) > 100, "the extraction found next to nothing: is babel.cfg right?"
    assert sorted(extracted - FRENCH.keys()) == [], "not translated yet: make translations"
    assert sorted(FRENCH.keys() - extracted) == [], "no longer in the code: make translations"


def test_the_template_is_up_to_date(extracted):
    assert set(messages(FOLDER / "text.pot")) == extracted


def test_every_text_is_translated_and_none_is_a_guess():
    assert [msgid for msgid, text in FRENCH.items() if not text.strip()] == []
    assert [message.id for message in catalogue(PO) if message.id and message.fuzzy] == []
    assert not catalogue(PO).obsolete


def test_the_compiled_catalogue_is_that_of_the_text():
    fresh = io.BytesIO()
    write_mo(fresh, catalogue(PO))
    assert MO.read_bytes() == fresh.getvalue()


@each_message
def test_placeholders_are_the_same(msgid):
    assert placeholders(FRENCH[msgid]) == placeholders(msgid)
    assert "%" not in msgid + FRENCH[msgid]


@each_message
def test_the_form_of_a_text_is_kept(msgid):
    """Texts are put together with others: a stray space or full stop would show."""
    text = FRENCH[msgid]
    assert text == text.strip()
    assert "  " not in text
    last = text.rstrip(" ?!:.…")[-1:]
    # The keys of a drawn keyboard are called by their name and their sign: « Tiret - ».
    assert last.isalnum() or last == "»" or text[-1] in "».}@-_", text
    # A label has no full stop; what ends a sentence ends it in both.
    assert msgid.endswith((".", "?", ":", "!")) == text.endswith((".", "?", ":", "!"))


def learners_texts() -> dict[str, str]:
    return {
        message.id: message.string
        for message in catalogue(PO)
        if any(name.partition("pasapas/")[2] in LEARNERS_FILES for name, _ in message.locations)
    }


LEARNERS = learners_texts()


def test_the_words_of_learners_are_found():
    """The rules below would hold for nothing if the files were renamed."""
    assert {"Listen", "The lesson is finished.", "Next"} <= LEARNERS.keys()
    assert "Problems" not in LEARNERS


# What stands on an invented paper, so that nobody takes it for a real one (care).
STAMPED = {"SPECIMEN"}


@pytest.mark.parametrize("msgid", sorted(LEARNERS.keys() - STAMPED))
def test_learners_read_plain_french(msgid):
    text = LEARNERS[msgid]
    """By the rules that hold for lessons; placeholders are filled with a word."""
    filled = re.sub(r"\{\w+\}", "mail", text)
    said = [passage(part, 1, "sentence", References()) for part in SENTENCE_END.split(filled)]
    found = [item for item in text_problems(said) if item.severity is Severity.ERROR]
    assert found == []


@each_message
def test_nobody_is_spoken_down_to(msgid):
    assert not BANNED.search(FRENCH[msgid])


def test_the_package_speaks_french():
    french = translator("fr")
    assert french("Listen") == "Écouter"
    assert french("Step {number} of {count}").format(number=2, count=5) == "Étape 2 sur 5"
    assert french("Would you rather talk to somebody?") == "Vous préférez parler à quelqu'un ?"


@pytest.mark.parametrize("language", ["fr", "fr_FR", "fr_CA"])
def test_a_region_speaks_as_its_language(language):
    assert translator(language)("Listen") == "Écouter"


@pytest.mark.parametrize("language", ["en", "eo", "en_GB"])
def test_without_a_catalogue_english_stays(language):
    assert translator(language)("Listen") == "Listen"


def test_catalogues_are_read_once():
    assert translations("fr") is translations("fr")


def test_every_problem_is_said_in_french():
    french = translator("fr")
    assert [code for code, text in MESSAGES.items() if french(text) == text] == []
