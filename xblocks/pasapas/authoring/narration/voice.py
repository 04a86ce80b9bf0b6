"""Voices: a sentence in, samples out."""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import subprocess
import sys
import tempfile
import wave
from pathlib import Path
from typing import Protocol

import numpy as np

from .errors import NarrationError, NoVoiceError, extra_missing
from .samples import resample
from .settings import SAMPLE_RATE, SETTINGS

SECONDS_FOR_A_SENTENCE = 60


class Voice(Protocol):
    """`name` goes into the name of a recording: another voice, another recording."""

    name: str

    def speak(self, sentence: str) -> np.ndarray:
        """Mono float32 samples between -1 and 1 at `SAMPLE_RATE`.

        Raises `NarrationError` when the engine fails or says nothing.
        """


def choose_voice(file: Path | None = None) -> Voice:
    """The Piper voice of `file`, or SVOX Pico. Raises `NoVoiceError` if there is none."""
    if file is not None:
        return PiperVoice(file)
    if _installed("py_nanotts"):
        return PicoVoice()
    if command := shutil.which("pico2wave"):
        return PicoCommandVoice(command)
    raise extra_missing("py-nanotts")


class PicoVoice:
    """SVOX Pico, French, through py-nanotts."""

    name = "pico-fr-FR"

    def speak(self, sentence: str) -> np.ndarray:
        module = f"{__package__}.pico_process"
        command = [sys.executable, "-m", module, str(SETTINGS.speed), str(SETTINGS.volume)]
        pcm = _run(command, sentence, sentence.encode("utf-8"))
        return _samples(pcm, sentence)


class PicoCommandVoice:
    """The same voice through the command `pico2wave`, where py-nanotts has no wheel."""

    name = PicoVoice.name

    def __init__(self, command: str):
        self._command = command

    def speak(self, sentence: str) -> np.ndarray:
        # The engine's own markup sets speed and volume; `sentence` has no markup left.
        speed, volume = round(SETTINGS.speed * 100), round(SETTINGS.volume * 100)
        text = f'<speed level="{speed}"><volume level="{volume}">{sentence}</volume></speed>'
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "sentence.wav"
            _run([self._command, "-l", "fr-FR", "-w", str(file), text], sentence)
            with wave.open(str(file)) as sound:
                pcm = sound.readframes(sound.getnframes())
        return _samples(pcm, sentence)


class PiperVoice:
    """A Piper voice file (`.onnx`, with its `.onnx.json` beside it)."""

    def __init__(self, file: Path):
        if not _installed("piper"):
            raise NoVoiceError(
                "Une voix Piper demande piper-tts. Tapez : pip install piper-tts",
                "A Piper voice needs piper-tts. Type: pip install piper-tts",
            )
        settings = file.with_name(file.name + ".json")
        if not file.is_file() or not settings.is_file():
            raise NoVoiceError(
                f"Il faut deux fichiers pour cette voix : {file} et {settings.name}.",
                f"This voice needs two files: {file} and {settings.name}.",
            )
        from piper import PiperVoice as Engine

        with file.open("rb") as model:
            fingerprint = hashlib.file_digest(model, "sha256").hexdigest()[:8]
        self.name = f"piper-{file.stem}-{fingerprint}"
        self._engine = Engine.load(str(file))

    def speak(self, sentence: str) -> np.ndarray:
        from piper import SynthesisConfig

        # Without noise the same sentence gives the same samples.
        config = SynthesisConfig(
            length_scale=1 / SETTINGS.speed, noise_scale=0.0, noise_w_scale=0.0
        )
        chunks = list(self._engine.synthesize(sentence, config))
        if not chunks:
            raise _silent(sentence)
        samples = np.concatenate([chunk.audio_float_array for chunk in chunks])
        return resample(samples, chunks[0].sample_rate, SAMPLE_RATE)


def _installed(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ImportError:
        return False


def _run(command: list[str], sentence: str, text: bytes = b"") -> bytes:
    try:
        # The command is our own module or pico2wave; the sentence is data, never a shell's.
        done = subprocess.run(  # noqa: S603
            command, input=text, capture_output=True, timeout=SECONDS_FOR_A_SENTENCE, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise _failed(sentence, f"{SECONDS_FOR_A_SENTENCE} s") from error
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _failed(sentence, lines[-1] if lines else str(done.returncode))
    return done.stdout


def _samples(pcm: bytes, sentence: str) -> np.ndarray:
    samples = np.frombuffer(pcm[: len(pcm) // 2 * 2], "<i2").astype(np.float32) / 32768
    if not samples.any():
        raise _silent(sentence)
    return samples


def _failed(sentence: str, detail: str) -> NarrationError:
    return NarrationError(
        f"La voix n'a pas pu dire « {sentence} » ({detail}).",
        f"The voice could not say « {sentence} » ({detail}).",
    )


def _silent(sentence: str) -> NarrationError:
    return NarrationError(
        f"La voix ne dit rien pour « {sentence} ». Ajoutez un mot, ou le lexique.",
        f"The voice says nothing for « {sentence} ». Add a word, or a lexicon entry.",
    )
