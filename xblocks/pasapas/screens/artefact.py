"""What an attempt leaves on a screen: the mail, the form, the choice.

An artefact is flat: path → value, such as `{"sent": true, "attachments": ["cv"]}`. Each
path has a kind. *Choices* are saved and judged again by the server. *Free text* stays on
the device and *secrets* in the page's memory: the server only learns what the conditions
of the practice ask about them (decision 8).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

Value = bool | int | str | list[str]
Artefact = Mapping[str, Value]


@dataclass(frozen=True)
class Flag:
    """True or false."""

    private = False
    secret = False

    def fits(self, value: object) -> bool:
        return isinstance(value, bool)


@dataclass(frozen=True)
class Choice:
    """One of `values`."""

    values: Collection[str]
    private = False
    secret = False

    def fits(self, value: object) -> bool:
        return isinstance(value, str) and value in self.values


@dataclass(frozen=True)
class Number:
    """A whole number from `least` to `most`."""

    least: int
    most: int
    private = False
    secret = False

    def fits(self, value: object) -> bool:
        whole = isinstance(value, int) and not isinstance(value, bool)
        return whole and self.least <= value <= self.most


@dataclass(frozen=True)
class Items:
    """Some of `values`, each once, at most `most` (None: all), in the learner's order."""

    values: Collection[str]
    most: int | None = None
    private = False
    secret = False

    def fits(self, value: object) -> bool:
        if not isinstance(value, list) or len(value) > len(self.values):
            return False
        if self.most is not None and len(value) > self.most:
            return False
        known = all(isinstance(item, str) and item in self.values for item in value)
        return known and len(set(value)) == len(value)


@dataclass(frozen=True)
class Text:
    """What a learner writes: kept on the device, never sent."""

    private = True
    secret = False

    def fits(self, value: object) -> bool:
        return isinstance(value, str)


@dataclass(frozen=True)
class Secret:
    """A password, a code: kept in the page's memory, never written down anywhere."""

    private = True
    secret = True

    def fits(self, value: object) -> bool:
        return isinstance(value, str)


Kind = Flag | Choice | Number | Items | Text | Secret
Schema = Mapping[str, Kind]


class UnusableArtefactError(ValueError):
    """What came is no artefact of this screen."""


def checked(schema: Schema, start: Artefact, sent: object) -> dict[str, Value]:
    """The artefact that `sent` stands for: what it does not name is as at the `start`.

    Raises UnusableArtefactError for a path that the screen does not have, a value that
    does not fit its path, and for whatever is private: that never leaves the device.
    """
    if not isinstance(sent, Mapping) or len(sent) > len(schema):
        raise UnusableArtefactError("a mapping of the screen's paths is wanted")
    for path, value in sent.items():
        kind = schema.get(path) if isinstance(path, str) else None
        if kind is None or kind.private or not kind.fits(value):
            raise UnusableArtefactError("a path or a value that the screen does not have")
    return {**start, **sent}
