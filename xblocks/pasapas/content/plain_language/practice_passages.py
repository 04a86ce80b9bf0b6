"""The sentences of a practice as they are read: its opening, then what is said one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..practice import Practice
from ..practice_fields import Said
from ..references import References
from .passages import Passage, Role, ScreenText, passage

# « Entraînement », « Ici, rien n'est envoyé. » and the button below the opening.
BEFORE_BEGINNING = 6


def practice_screens(practice: Practice, references: References) -> tuple[ScreenText, ...]:
    """The openings by level, each answer, each hint, and what remains to be done for real."""

    def read(said: Iterable[Said], role: Role) -> Iterator[Passage]:
        return (passage(item.text, item.line, role, references) for item in said)

    title = [Said(practice.title, practice.lines.get("title", 0))]
    answers = [item.say for item in practice.observations]
    answers += [hint for item in practice.helps for hint in item.hints]
    return (
        *(
            ScreenText(
                (
                    *read(title, "title"),
                    *read(level.scene, "sentence"),
                    *read(level.goal, "sentence"),
                ),
                level.line,
                BEFORE_BEGINNING,
            )
            for level in practice.levels
        ),
        *(ScreenText(tuple(read(said, "sentence")), said[0].line) for said in answers if said),
        ScreenText(tuple(read(practice.real, "sentence")), practice.lines.get("real", 0)),
    )
