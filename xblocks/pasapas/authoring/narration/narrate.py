"""Making the recordings that are missing, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from ..recordings import Recording
from . import human
from .encode import publish
from .errors import NarrationError, NoVoiceError
from .index import Index
from .lexicon import Lexicon
from .mix import join
from .settings import stem
from .spoken_text import spoken_text
from .voice import Voice
from .wanted import Place, Wanted


@dataclass
class Summary:
    """What a run did. `failed`: (place, what was wrong); the other screens were made."""

    made: int = 0
    kept: int = 0
    removed_files: int = 0
    failed: list[tuple[Place, NarrationError]] = field(default_factory=list)


def narrate_lines(
    lines: Sequence[str], voice: Voice, lexicon: Lexicon
) -> tuple[dict[str, bytes], tuple[float, ...]]:
    """(suffix -> file, starts) of sentences said by `voice`. Raises `NarrationError`."""
    samples, starts = join([voice.speak(text) for text in _said(lines, lexicon)])
    return publish(samples), starts


class Narrator:
    """Makes what is missing in a folder.

    `choose_voice` is called once, when something must be spoken: a folder that is up to
    date needs no voice. `voice_asked`: recordings by other voices are made again by this
    one; without it, what another voice has recorded stays as long as its text does.
    """

    def __init__(
        self,
        folder: Path,
        lexicon: Lexicon,
        choose_voice: Callable[[], Voice],
        voice_asked: bool = False,
    ):
        self.index = Index(folder)
        self._folder = folder
        self._lexicon = lexicon
        self._choose_voice = choose_voice
        self._voice_asked = voice_asked

    def run(self, wanted: Iterable[Wanted]) -> Summary:
        """Make each missing recording; saved one by one, so that nothing done is lost.

        A screen that can't be recorded is told in the summary and the rest goes on. A
        missing voice and a full disk end it (`NoVoiceError`, `OSError`).
        """
        summary = Summary()
        for item in wanted:
            made = self._by_human(item, summary)
            try:
                made = self._by_voice(item) if made is None else made
            except NoVoiceError:
                raise
            except NarrationError as error:
                summary.failed.append((item.places[0], error))
                continue
            summary.made += made
            summary.kept += not made
        return summary

    @cached_property
    def _voice(self) -> Voice:
        return self._choose_voice()

    def _by_human(self, item: Wanted, summary: Summary) -> bool | None:
        """True: made from a person's recording; False: was there; None: there is none.

        A recording that can't be used is told in the summary. Learners are not left
        without sound meanwhile: None, and the voice takes over.
        """
        for place in item.places:
            try:
                file = human.find(self._folder, place.document, place.screen)
                if file is None:
                    continue
                name = stem(item.lines, human.VOICE, file.path.read_bytes())
                if self._has(item, name):
                    return False
                samples, starts = human.recording(file, item.lines)
                recording = Recording(human.VOICE, name, starts)
                self.index.add(item.screen_hash, recording, publish(samples))
                return True
            except NarrationError as error:
                summary.failed.append((place, error))
        return None

    def _by_voice(self, item: Wanted) -> bool:
        """True: made; False: was there."""
        entry = self.index.get(item.screen_hash)
        if entry and entry.voice == human.VOICE:
            # The original may be kept elsewhere. The text is the one that was read.
            return False
        said = _said(item.lines, self._lexicon)
        if entry and not self._voice_asked and self._has(item, stem(said, entry.voice)):
            return False
        name = stem(said, self._voice.name)
        if self._has(item, name):
            return False
        encoded, starts = narrate_lines(item.lines, self._voice, self._lexicon)
        self.index.add(item.screen_hash, Recording(self._voice.name, name, starts), encoded)
        return True

    def _has(self, item: Wanted, name: str) -> bool:
        entry = self.index.get(item.screen_hash)
        return entry is not None and entry.file == name


def _said(lines: Sequence[str], lexicon: Lexicon) -> list[str]:
    said = []
    for line in lines:
        text = spoken_text(line, lexicon)
        if not text:
            raise NarrationError(
                f"Rien à dire dans « {line} ». Écrivez-le avec des mots.",
                f"Nothing to say in « {line} ». Write it with words.",
            )
        said.append(text)
    return said
