"""The sentences of a bank as they are read: one challenge at a time, then its word after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..bank import BankFile
from ..practice_fields import Said
from ..references import References
from .passages import Passage, Role, ScreenText, passage

# « Je ne sais pas encore » and the button below it.
AROUND = 6


def bank_screens(file: BankFile, references: References) -> tuple[ScreenText, ...]:
    """Each challenge with its answers, each word after an answer, and what skills are called."""

    def read(said: Iterable[Said], role: Role) -> Iterator[Passage]:
        return (passage(item.text, item.line, role, references) for item in said)

    found = []
    for challenge in file.challenges:
        asked = (
            *read(challenge.scene, "sentence"),
            *read(challenge.heard, "sentence"),
            *read(challenge.ask, "sentence"),
            *read((choice.text for choice in challenge.choices), "choice"),
            *read(challenge.ordered, "choice"),
        )
        found.append(ScreenText(asked, challenge.line, AROUND))
        found.append(ScreenText(tuple(read(challenge.learn, "sentence")), challenge.line))
    for tube in file.domain.tubes if file.domain else ():
        for skill in tube.skills:
            # What trainers read; to learners it is said as « Vous savez … ».
            said = [Said(f"Vous savez {skill.you.text}.", skill.you.line)]
            found.append(ScreenText(tuple(read(said, "sentence")), skill.line))
    return tuple(found)
