"""A mailbox: what a level says, what can be done there, what no attempt can be."""

import json
import random
from collections.abc import Iterator

import pytest

from pasapas.content.problems import Problem
from pasapas.content.schema import Fields
from pasapas.content.yaml_reader import read_yaml
from pasapas.screens.artefact import UnusableArtefactError, checked
from pasapas.screens.mailbox import SCREEN, Mailbox
from pasapas.screens.mailbox_adverts import MOST_ADVERTS, PITCHES, SHOPS, pair
from pasapas.screens.screen import Context, Wanted

LEVEL = """
adverts: 7
note: yes
model: Bonjour Monsieur.
mails:
  offre:
    from: Idriss Osman
    mail: idriss.osman@mail.example
    when: hier
    text: [Bonjour., Venez mardi.]
    unread: yes
  promo: {from: Bottes, mail: a@bottes.example, when: lundi, text: [Venez.], folder: spam}
  plus-tard: {from: Osman, mail: b@mail.example, text: [Merci.], arrives: after-sending}
files:
  cv: {name: CV.pdf, size: 200 Ko}
  film: {name: film.mp4, size: 90 Mo, too_big: yes}
attachments: [cv]
"""
EVERYTHING = Wanted(everything=True)


def read(text: str) -> tuple[Mailbox, list[Problem]]:
    tree, problems = read_yaml(text)
    found = list(problems)
    fields = Fields(tree, found)
    setup = SCREEN.read(fields, Context(None, {}, found))
    fields.no_others()
    return setup, found


@pytest.fixture(scope="module")
def level() -> Mailbox:
    setup, problems = read(LEVEL)
    assert problems == []
    return setup


def names(level: Mailbox, artefact: dict) -> list[str]:
    return [move.name for move in level.moves(artefact, EVERYTHING)]


def after(level: Mailbox, *gestures: str) -> dict:
    """The artefact after gestures that begin with these names."""
    artefact = dict(level.start)
    for name in gestures:
        moves = level.moves(artefact, EVERYTHING)
        artefact |= next(move.changes for move in moves if move.name.startswith(name))
    return artefact


@pytest.mark.parametrize(
    ("line", "instead", "code"),
    [
        ("adverts: 7", f"adverts: {MOST_ADVERTS + 1}", "field.number-wanted"),
        ("adverts: 7", "adverts: beaucoup", "field.number-wanted"),
        ("attachments: [cv]", "attachments: [lettre]", "screen.unknown-name"),
        ("attachments: [cv]", "mail: inconnu", "screen.unknown-name"),
        ("note: yes", "folder: grenier", "field.other-word"),
        ("    from: Idriss Osman\n", "", "field.missing"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(line: str, instead: str, code: str) -> None:
    number = LEVEL[: LEVEL.index(line)].count("\n") + 1
    _, problems = read(LEVEL.replace(line, instead, 1))
    assert code in [problem.code for problem in problems]
    if instead:
        assert number in [problem.line for problem in problems]


def walked(level: Mailbox, seed: int) -> Iterator[dict]:
    hand = random.Random(seed)  # noqa: S311
    artefact = dict(level.start)
    for _ in range(200):
        yield artefact
        artefact = artefact | hand.choice(list(level.moves(artefact, EVERYTHING))).changes


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_done_is_an_artefact_and_there_is_a_way_on(level: Mailbox, seed: int) -> None:
    for artefact in walked(level, seed):
        sent = {path: artefact[path] for path, kind in level.schema.items() if not kind.private}
        assert checked(level.schema, level.start, sent).keys() == level.start.keys()


@pytest.mark.parametrize(
    "sent",
    [
        {"to": "a@b.example"},
        {"outbox": "[]"},
        {"mail": "inconnu"},
        {"noted": ["offre.3"]},
        {"noted": ["offre.1", "offre.1"]},
        {"trash": ["ad.8"]},
        {"mails_sent": 10},
    ],
)
def test_what_the_screen_does_not_have_is_refused(level: Mailbox, sent: dict) -> None:
    with pytest.raises(UnusableArtefactError):
        checked(level.schema, level.start, sent)


def test_every_advert_is_another_one() -> None:
    pairs = {pair(number) for number in range(MOST_ADVERTS)}
    assert len(pairs) == len(SHOPS) * len(PITCHES)


def test_the_mails_lie_among_the_adverts(level: Mailbox) -> None:
    written = [place for place, mail in enumerate(level.mails) if mail.made is None]
    assert [level.mails[place].name for place in written] == ["offre", "promo", "plus-tard"]
    assert written[0] > 0
    assert len(level.mails) == 10
    # Each as old as the mail above it; those above all, as the first.
    assert [mail.when for mail in level.mails[: written[1]]] == ["hier"] * written[1]


def test_sixty_adverts_weigh_little_and_all_can_be_deleted() -> None:
    level, problems = read(LEVEL.replace("adverts: 7", "adverts: 60"))
    assert problems == []
    assert len(json.dumps(level.browser()["mails"])) < 3000
    artefact = level.start | {"trash": [mail.name for mail in level.mails]}
    assert len(json.dumps(artefact["trash"])) < 1000
    assert not any(name.startswith(("open ad", "open offre")) for name in names(level, artefact))


def test_a_level_without_notes_has_no_paper() -> None:
    level, _ = read(LEVEL.replace("note: yes", ""))
    assert "noted" not in level.schema
    assert not any("note" in name for name in names(level, after(level, "open offre")))


def test_lines_are_noted_and_taken_off_in_the_list_too(level: Mailbox) -> None:
    noted = after(level, "open offre", "note offre.2", "note offre.1")
    assert noted["noted"] == ["offre.2", "offre.1"]
    assert after(level, "open offre", "note offre.2", "back", "remove offre.2")["noted"] == []


def test_what_was_put_away_comes_back(level: Mailbox) -> None:
    assert after(level, "open offre", "delete", "take offre out")["trash"] == []
    assert after(level, "open offre", "spam", "take offre out")["spam"] == ["promo"]
    deleted = after(level, "open offre", "delete", "go to trash", "open offre")
    assert "answer" not in names(level, deleted)
    assert "put back" in names(level, deleted)


def test_a_mail_that_comes_later_waits_for_one_that_is_sent(level: Mailbox) -> None:
    assert "open plus-tard" not in names(level, dict(level.start))
    assert "open plus-tard" in names(level, after(level, "write", "send"))


def test_a_file_that_is_too_big_is_refused(level: Mailbox) -> None:
    tried = after(level, "write", "attach", "choose film")
    assert (tried["refused"], tried["attachments"]) == ("film", [])


def test_the_model_takes_the_place_of_the_text(level: Mailbox) -> None:
    assert after(level, "write", "take the model")["body"] == "Bonjour Monsieur."
