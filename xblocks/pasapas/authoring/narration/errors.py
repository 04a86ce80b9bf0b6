"""What stops a recording, said to the person who asked for it in French and in English."""

from __future__ import annotations


class NarrationError(Exception):
    """`french` and `english` say the same: what is wrong and what to do."""

    def __init__(self, french: str, english: str):
        super().__init__(f"{french}\n{english}")
        self.french = french
        self.english = english


class NoVoiceError(NarrationError):
    """Nothing can be recorded at all: there is no sense in trying the next screen."""


def extra_missing(module: str) -> NoVoiceError:
    """A library of the extra `authoring` can't be imported."""
    command = "pip install 'pasapas[authoring]'"
    return NoVoiceError(
        f"Il manque de quoi faire le son ({module}). Tapez : {command}",
        f"What makes sound is missing ({module}). Type: {command}",
    )
