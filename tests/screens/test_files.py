"""Files and photos: what a level says, what can be done there, what no attempt can be."""

import random
from collections.abc import Iterator
from itertools import pairwise

import pytest

from pasapas.content.problems import Problem
from pasapas.content.schema import Fields
from pasapas.content.yaml_reader import read_yaml
from pasapas.screens.artefact import UnusableArtefactError, checked
from pasapas.screens.files import SCREEN, Files
from pasapas.screens.screen import Context, Wanted

LEVEL = """
open: recus
can: [choose, rename, move, copy, delete, photo, scan]
table: [recto, verso]
parts: [CV, "-"]
places:
  recus: {name: Téléchargements, kind: downloads}
  photos: {name: Photos, kind: gallery}
  cle: {name: Clé, kind: usb}
  casse: {name: Téléphone, kind: phone, shut: Le téléphone est cassé.}
papers:
  recto: {title: Page 1, lines: [un, deux], flaws: [shadow, cut]}
  verso: {title: Page 2, lines: [trois]}
files:
  cv: {name: CV-Été.pdf, in: recus, when: hier, paper: recto}
  perdu: {name: perdu.pdf, in: casse, paper: verso}
  chat: {name: IMG_1.jpg, in: photos, picture: heart, about: un chat}
"""


def read(text: str) -> tuple[Files | None, list[Problem]]:
    tree, problems = read_yaml(text)
    found = list(problems)
    fields = Fields(tree, found)
    setup = SCREEN.read(fields, Context(None, {}, found))
    fields.no_others()
    return setup, found


@pytest.fixture(scope="module")
def level() -> Files:
    setup, problems = read(LEVEL)
    assert problems == []
    return setup


def after(level: Files, *names: str) -> dict:
    """The artefact after gestures that begin with these names."""
    artefact = dict(level.start)
    for name in names:
        moves = level.moves(artefact, Wanted(everything=True))
        artefact |= next(move.changes for move in moves if move.name.startswith(name))
    return artefact


@pytest.mark.parametrize(
    ("line", "instead", "code"),
    [
        ("open: recus", "open: cave", "screen.unknown-name"),
        ("in: photos", "in: cave", "screen.unknown-name"),
        ("in: photos, ", "", "field.missing"),
        ("paper: verso", "paper: inconnu", "screen.unknown-name"),
        ("kind: usb", "kind: disque", "field.other-word"),
        ("flaws: [shadow, cut]", "flaws: [sale]", "screen.unknown-name"),
        ("choose, rename", "choose, burn", "screen.unknown-name"),
        ("picture: heart, about: un chat", "", "field.missing"),
        (", about: un chat", "", "field.missing"),
        ("table: [recto, verso]", "", "field.missing"),
        ("name: Clé, ", "", "field.missing"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(line: str, instead: str, code: str) -> None:
    number = LEVEL[: LEVEL.index(line)].count("\n") + 1
    _, problems = read(LEVEL.replace(line, instead, 1))
    assert code in [problem.code for problem in problems]
    if instead:
        assert number in [problem.line for problem in problems]


def test_without_a_place_there_is_nothing_to_show() -> None:
    setup, problems = read("can: [choose]")
    assert setup is None
    assert [problem.code for problem in problems] == ["field.missing"]


def walked(level: Files, seed: int) -> Iterator[dict]:
    hand = random.Random(seed)  # noqa: S311
    artefact = dict(level.start)
    for _ in range(150):
        yield artefact
        artefact = artefact | {"search": hand.choice(["", "cv", "été", "scan"])}
        moves = list(level.moves(artefact, Wanted(everything=True)))
        artefact = artefact | hand.choice(moves).changes


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_done_is_an_artefact_and_there_is_a_way_on(level: Files, seed: int) -> None:
    for before, artefact in pairwise(walked(level, seed)):
        sent = {path: artefact[path] for path in level.schema if not level.schema[path].private}
        assert checked(level.schema, level.start, sent).keys() == before.keys()
        # What was scanned is somewhere: on its way or in a PDF.
        if artefact["at"] == "pages":
            assert artefact["pages"]


@pytest.mark.parametrize(
    "sent",
    [
        {"chosen": "inconnu"},
        {"names.cv": "CV.pdf"},
        {"in.cv": "cave"},
        {"pages": ["recto.torn"]},
        {"copies.cv": ["cle", "cle"]},
        {"pdf.three": []},
    ],
)
def test_what_the_screen_does_not_have_is_refused(level: Files, sent: dict) -> None:
    with pytest.raises(UnusableArtefactError):
        checked(level.schema, level.start, sent)


def test_a_flaw_is_on_the_photo_until_it_is_mended(level: Files) -> None:
    home = ("back", "take a photo")
    assert after(level, *home, "take recto")["shots"] == ["recto.cut"]
    assert after(level, *home, "mend cut", "take recto")["shots"] == ["recto.shadow"]
    mended = after(level, *home, "mend shadow", "mend cut", "take recto")
    assert (mended["at"], mended["file"]) == ("file", "recto.whole")
    assert after(level, *home, "lay verso", "take verso")["shots"] == ["verso.whole"]


def test_two_pages_make_one_pdf_or_two(level: Files) -> None:
    first = ("scan", "take recto")
    one = after(level, *first, "add a page", "lay verso", "take verso", "save")
    assert one["pdf.one"] == ["recto.cut", "verso.whole"]
    two = after(level, *first, "save", "scan", "lay verso", "take verso", "save")
    assert (two["pdf.one"], two["pdf.two"]) == (["recto.cut"], ["verso.whole"])


def test_a_copy_stays_when_the_other_goes(level: Files) -> None:
    copied = ("open cv", "copy", "copy to cle")
    assert after(level, *copied)["copies.cv"] == ["cle"]
    left = after(level, *copied, "delete cv")
    assert (left["in.cv"], left["copies.cv"], left["gone"]) == ("cle", [], [])
    assert after(level, "open cv", "delete cv")["gone"] == ["cv"]


def test_a_broken_place_takes_and_shows_nothing(level: Files) -> None:
    def names(artefact: dict) -> list[str]:
        return [move.name for move in level.moves(artefact, Wanted(everything=True))]

    assert not any(name.startswith("open") for name in names(after(level, "back", "go to casse")))
    assert "move to casse" not in names(after(level, "open cv", "move"))


def test_files_are_found_by_the_words_of_their_names(level: Files) -> None:
    home = after(level, "back")
    assert level.found(home | {"search": "ETE"}) == ["cv"]
    assert level.found(home | {"search": "perdu"}) == []
    assert level.found(home | {"search": "?"}) == []
    assert level.found(home | {"search": "lettre", "names.cv": "Lettre.pdf"}) == ["cv"]
