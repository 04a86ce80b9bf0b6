"""What was said of the pictograms is counted by rule, and the page says what was counted."""

from __future__ import annotations

import dataclasses
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import html

from pasapas.authoring.naming import (
    NotRoundsError,
    Round,
    Tally,
    fingerprint,
    is_named,
    matching_words,
    read_rounds,
    table,
    tallies,
    words,
)
from pasapas.authoring.naming_sheet import QUESTIONS, answer_page, chosen, key_page, pictures_page
from pasapas.cli import main
from pasapas.content.pictograms import Pictogram, read_pictograms

DOCS = Path(__file__).parents[2] / "docs"
ROUNDS = DOCS / "pictogram-naming.yaml"
FOLDER = files("pasapas.pictograms")
CATALOGUE = read_pictograms((FOLDER / "catalogue.yaml").read_bytes()).document
DRAWINGS = {name: (FOLDER / f"{name}.svg").read_bytes() for name in CATALOGUE}
ANSWERS = [(name, answer) for name, entry in CATALOGUE.items() for answer in entry.answers]


# The rule, on words.


@pytest.mark.parametrize(
    ("said", "accepted"),
    [
        ("Une ENVELOPPE", "enveloppe"),
        ("des enveloppes", "enveloppe"),
        ("les tuyaux", "tuyau"),
        ("c'est pour verifier", "vérifier"),
        ("une boîte aux lettres, la boite mail", "boîte mail"),
        ("le signe @ des mails", "@"),
        ("ça veut dire qu'il ne faut pas oublier", "ne pas oublier"),
        ("regarder le document de très près", "regarder de près"),
        ("main-d’œuvre", "main d'oeuvre"),
    ],
)
def test_what_says_the_same_counts(said, accepted):
    assert is_named([said], [accepted])


@pytest.mark.parametrize(
    ("said", "accepted"),
    [
        ("", "mail"),
        ("je ne sais pas", "mail"),
        ("une loupe sur un document", "vérifier"),
        ("un code", "code par SMS"),
        ("des lignes", "en ligne"),
        ("un emailing", "mail"),
        ("il faut oublier", "ne pas oublier"),
    ],
)
def test_what_misses_a_word_that_matters_does_not_count(said, accepted):
    assert not is_named([said], [accepted])


def test_both_answers_of_a_person_are_taken_together():
    assert is_named(["un téléphone", "lire ses mails"], ["mails sur le téléphone"])


def test_one_accepted_answer_is_enough_and_none_is_none():
    assert is_named(["une lettre"], ["mail", "lettre"])
    assert not is_named(["une lettre"], [])


def test_an_accepted_answer_of_small_words_alone_never_counts():
    assert not is_named(["c'est à la une"], ["à la"])


def test_short_words_keep_their_s():
    assert words("SMS bus") == {"sms", "bus"}


@pytest.mark.parametrize(("name", "answer"), ANSWERS)
def test_every_accepted_answer_has_words_that_matter_and_counts_itself(name, answer):
    assert matching_words(answer)
    assert is_named([answer], CATALOGUE[name].answers)


# A picture is not named by what says another's idea.
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("verifier", "une loupe sur un document"),
        ("chercher", "une loupe"),
        ("filtrer", "un entonnoir avec des formes"),
        ("moins-vite", "une tortue"),
        ("recommencer", "une flèche qui tourne"),
        ("ecouter", "une oreille"),
        ("pour-de-vrai", "une main et un téléphone"),
        ("accueil", "deux personnes à une table"),
        ("aide", "deux personnes qui parlent"),
        ("numeriser", "un document et un appareil photo"),
        ("rib", "un document officiel"),
        ("fausse-offre", "un document avec un triangle"),
        ("offre", "un document avec une mallette"),
        ("code-sms", "un message sur un téléphone"),
        ("mot-de-passe", "une clé"),
        ("papiers", "une carte bancaire"),
        ("appeler", "un téléphone"),
        ("internet", "un écran avec la terre"),
    ],
)
def test_what_is_seen_is_not_enough_where_the_idea_is_another(name, said):
    assert not is_named([said], CATALOGUE[name].answers)


# Rounds.

MAIL = Pictogram("mail", "Une enveloppe", ("mail", "lettre"), "Un mail.", ("mail", "lettre"))
DRAWING = b"<svg/>"
SHOWN = {"mail": fingerprint(DRAWING, MAIL)}


def a_round(*said, shown=SHOWN):
    people = {f"lecteur-{at}": {"mail": (text, "")} for at, text in enumerate(said, 1)}
    return Round("2026-01-02", "deux", shown, people)


def counted(*rounds):
    return tallies(rounds, {"mail": MAIL}, {"mail": DRAWING})["mail"]


def test_people_are_counted_who_named_it_and_who_were_asked():
    assert counted(a_round("une lettre", "je ne sais pas", "un mail")) == Tally(2, 3)


def test_the_last_round_alone_counts():
    assert counted(a_round("un mail", "un mail"), a_round("un sac", "un mail")) == Tally(1, 2)


def test_a_round_of_other_pictures_leaves_the_one_before():
    other = Round("2026-01-03", "deux", {"cv": "00000000"}, {"lecteur-1": {"cv": ("un CV", "")}})
    assert counted(a_round("un mail"), other) == Tally(1, 1)


def test_names_of_an_older_drawing_do_not_count():
    older = {"mail": fingerprint(b"<svg></svg>", MAIL)}
    assert counted(a_round("un mail", shown=older)) == Tally(0, 0)


def test_what_was_accepted_only_afterwards_does_not_count():
    before = dataclasses.replace(MAIL, answers=("lettre",))
    older = {"mail": fingerprint(DRAWING, before)}
    assert counted(a_round("un mail", shown=older)) == Tally(0, 0)


def test_nobody_asked_is_not_understood_and_two_in_three_are():
    assert not Tally(0, 0).understood
    assert not Tally(3, 5).understood
    assert Tally(2, 3).understood


def test_the_table_says_what_waits_and_what_is_to_draw_again():
    rows = table({"mail": Tally(5, 5), "cv": Tally(3, 5), "aide": Tally(0, 0)})
    assert rows.splitlines() == [
        "| aide | not yet |",
        "| cv | 3 of 5, to draw again |",
        "| mail | 5 of 5 |",
    ]


TEXT = """format: 1
rounds:
  - date: 2026-01-02
    readers: deux personnes
    fingerprints: {mail: 1a2b3c4d}
    said:
      lecteur-1:
        mail: [oui, "une lettre"]
"""


def test_rounds_are_read_as_text():
    (one,) = read_rounds(TEXT)
    assert one == Round(
        "2026-01-02",
        "deux personnes",
        {"mail": "1a2b3c4d"},
        {"lecteur-1": {"mail": ("oui", "une lettre")}},
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("format: 1", "format: 2"),
        ("format: 1\n", ""),
        ("    readers: deux personnes\n", ""),
        ("{mail: 1a2b3c4d}", "mail"),
        ('[oui, "une lettre"]', "oui"),
        ('[oui, "une lettre"]', "[[oui]]"),
        ("rounds:", "rounds: ["),
    ],
)
def test_a_file_of_another_form_is_refused(old, new):
    assert old in TEXT
    with pytest.raises(NotRoundsError):
        read_rounds(TEXT.replace(old, new))


# What we publish.


def test_what_we_publish_speaks_of_our_pictograms():
    for one in read_rounds(ROUNDS.read_text(encoding="utf-8")):
        assert one.date
        assert one.readers
        for reader, pictures in one.said.items():
            assert pictures, reader
            for name, answers in pictures.items():
                assert name in CATALOGUE
                assert name in one.fingerprints, f"{one.date}: which {name}?"
                assert len(answers) == len(QUESTIONS), (reader, name)


def test_the_page_says_what_was_counted():
    page = (DOCS / "pictograms.md").read_text(encoding="utf-8")
    rounds = read_rounds(ROUNDS.read_text(encoding="utf-8"))
    rows = page.partition("| pictogram | named by |\n|---|---|\n")[2].partition("\n\n")[0]
    assert rows == table(tallies(rounds, CATALOGUE, DRAWINGS))


# The pages to print.


def test_the_same_seed_gives_the_same_ten_in_the_same_order():
    assert chosen(DRAWINGS, 1) == chosen(sorted(DRAWINGS, reverse=True), 1)
    assert len(set(chosen(DRAWINGS, 1).values())) == 10
    assert chosen(DRAWINGS, 1) != chosen(DRAWINGS, 2)


def test_all_those_that_are_wanted_are_chosen():
    assert set(chosen(DRAWINGS, 3, 1, ["mail", "cv", "mail"]).values()) == {"mail", "cv"}


def test_pictures_stand_alone_and_nothing_names_them():
    key = chosen(DRAWINGS, 5)
    page = pictures_page(key, DRAWINGS)
    sections = html.fromstring(page).findall(".//section")
    assert [section.text_content() for section in sections] == list(key)
    assert [len(section.findall("svg")) for section in sections] == [1] * len(key)
    assert not any(name in page.partition("<body>")[2] for name in key.values())


def test_the_answer_sheet_has_a_line_for_each_picture_and_no_name():
    key = chosen(DRAWINGS, 5)
    page = answer_page(key)
    rows = html.fromstring(page).xpath("//tr[td]")
    assert [row.findtext("td") for row in rows] == list(key)
    heads = [head.text for head in html.fromstring(page).iter("th")]
    assert heads == ["Image", *QUESTIONS]
    assert not any(CATALOGUE[name].label in page for name in key.values())


def test_the_key_says_what_each_number_is_and_what_counts():
    page = key_page({"01": "mail"}, {"mail": MAIL})
    (row,) = html.fromstring(page).xpath("//tr[td]")
    assert [cell.text_content() for cell in row] == ["01", "mail", "Un mail.", "mail, lettre"]


# The command.


def test_the_command_writes_three_pages(tmp_path):
    folder = tmp_path / "a" / "b"
    assert main(["pictograms", "--naming", str(folder), "--seed", "7", "--count", "3"]) == 0
    assert {path.name for path in folder.iterdir()} == {
        "images.html",
        "reponses.html",
        "cle.html",
    }
    page = (folder / "cle.html").read_text(encoding="utf-8")
    names = [row[1].text for row in html.fromstring(page).xpath("//tr[td]")]
    assert names == list(chosen(DRAWINGS, 7, 3).values())


def test_the_command_says_which_name_it_does_not_know(tmp_path, capsys):
    folder = tmp_path / "a"
    assert main(["pictograms", "--naming", str(folder), "--only", "mail", "mial"]) == 1
    assert "mial" in capsys.readouterr().err
    assert not folder.exists()


def test_the_command_counts(capsys):
    assert main(["pictograms", "--score", str(ROUNDS)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(CATALOGUE)


@pytest.mark.parametrize("text", ["rounds: 3", None, b"\xff"])
def test_a_file_that_cannot_be_counted_is_said(tmp_path, capsys, text):
    path = tmp_path / "rounds.yaml"
    if text is not None:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert main(["pictograms", "--score", str(path)]) == 1
    assert "rounds.yaml" in capsys.readouterr().err


def test_a_page_that_cannot_be_written_is_said(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert main(["pictograms", "--naming", str(tmp_path / "file" / "folder")]) == 1
    assert "file" in capsys.readouterr().err
