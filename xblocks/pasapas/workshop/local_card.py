"""The local card: where a learner can speak to somebody, typed by the trainer.

    format: 1
    places:
      - name: Médiathèque du Centre
        person: Fatou
        hours: mardi et jeudi, de 14 h à 17 h
        phone: 04 00 00 00 00

Only the name of a place is needed.
"""

from __future__ import annotations

from pathlib import Path

from pasapas.content.problems import Problem, problem
from pasapas.content.schema import Fields
from pasapas.content.text import canonical
from pasapas.content.yaml_reader import Sequence, read_yaml
from pasapas.player.local_card import Place
from pasapas.player.problems import describe
from pasapas.player.translation import translator

UNREADABLE = "{file} : ce fichier ne peut pas être lu ({reason})."
AT_LINE = "{file}, ligne {line} : {problem}"


class LocalCardError(ValueError):
    """A card that can't be used. `lines`: one message each, with file and line."""

    def __init__(self, lines: list[str]):
        super().__init__("\n".join(lines))
        self.lines = lines


def load_card(file: Path) -> tuple[Place, ...]:
    """The places of a card. Raises `LocalCardError` with messages for the trainer."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise LocalCardError([UNREADABLE.format(file=file, reason=reason)]) from error
    places, problems = read_card(raw)
    if problems:
        gettext = translator("fr")
        raise LocalCardError(
            [
                AT_LINE.format(file=file, line=max(item.line, 1), problem=describe(item, gettext))
                for item in problems
            ]
        )
    return places


def read_card(raw: bytes) -> tuple[tuple[Place, ...], tuple[Problem, ...]]:
    """The places in a text, and what is wrong with it."""
    text, found = canonical(raw)
    problems = list(found)
    tree, found = read_yaml(text)
    problems += found
    if tree is None:
        return (), tuple(problems or [problem("document.empty")])
    fields = Fields(tree, problems)
    fields.format()
    line = fields.line_of("places")
    node = fields.node("places", required=True)
    places = _places(node, line, problems) if node else ()
    fields.no_others()
    return places, tuple(sorted(problems, key=lambda item: item.line))


def _places(node: object, line: int, problems: list[Problem]) -> tuple[Place, ...]:
    if not isinstance(node, Sequence):
        problems.append(problem("field.list-wanted", line, field="places"))
        return ()
    places = []
    for item in node.items:
        fields = Fields(item, problems)
        place = Place(
            name=fields.text("name", required=True),
            person=fields.text("person"),
            hours=fields.text("hours"),
            phone=fields.text("phone"),
        )
        fields.no_others()
        places.append(place)
    return tuple(places)
