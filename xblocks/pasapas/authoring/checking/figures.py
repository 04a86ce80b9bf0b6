"""How long and how hard lessons are, one line a lesson."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pasapas.content.plain_language.passages import lesson_screens
from pasapas.content.plain_language.readability import lesson_readability
from pasapas.content.plain_language.tokens import spoken_length
from pasapas.content.references import References

from .sources import Source

_TITLE = "Lisibilité  Phrase  Écran  Leçon"
_ROW = "{score:>10}  {sentence:>6}  {screen:>5}  {path}"
_EXPLAINED = (
    "Lisibilité de Kandel et Moles : 80 ou plus : bien.",
    "Phrase, écran : les mots de la phrase la plus longue, de l'écran le plus plein.",
)


def figures(sources: Iterable[Source], references: References) -> Iterator[str]:
    yield _TITLE
    for source in sources:
        if not source.lesson:
            continue
        screens = lesson_screens(source.lesson, references)
        passages = [passage for screen in screens for passage in screen.passages]
        yield _ROW.format(
            score=str(round(lesson_readability(screens), 1)).replace(".", ","),
            sentence=max((spoken_length(item.text) for item in passages), default=0),
            screen=max((screen.length for screen in screens), default=0),
            path=source.path.rpartition("/")[2],
        )
    yield from _EXPLAINED
