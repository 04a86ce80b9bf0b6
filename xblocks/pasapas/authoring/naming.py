"""How many people named each pictogram without its words: what they said, and what counts.

docs/pictogram-naming.yaml holds what was said, word for word, round after round. Nothing here
judges a sentence: an answer counts when all the words that matter of one accepted answer
(`answers` of the catalogue) were said. A round speaks of the drawing that was shown and of the
answers that were accepted before it: when either has changed since, it no longer counts.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pasapas.content import yaml_reader
from pasapas.content.pictograms import Pictogram
from pasapas.content.yaml_reader import read_yaml

WORD = re.compile(r"[^\W_]+|@|€")
# Articles, prepositions and the like: people say them or not, and mean the same.
SMALL_WORDS = frozenset(
    WORD.findall(
        "a au aux avec c ca ce ces cette d dans de des du est et il je j l la le les leur m ma mes "
        "mon n ne notre on ou par pour qu que qui s sa se ses son sont sur t un une vers votre vos "
        "vous y"
    )
)
PLURAL = re.compile(r"(?<=\w\w\w)[sx]$")


@dataclass(frozen=True)
class Round:
    """One afternoon of naming. `said`: reader → pictogram → what they answered, in order."""

    date: str
    readers: str
    fingerprints: Mapping[str, str]  # pictogram → of what was shown, and accepted beforehand
    said: Mapping[str, Mapping[str, Sequence[str]]]


@dataclass(frozen=True)
class Tally:
    named: int
    asked: int

    @property
    def understood(self) -> bool:
        """By two people in three at least."""
        return self.asked > 0 and 3 * self.named >= 2 * self.asked


class NotRoundsError(ValueError):
    """The file of rounds has not the form that docs/pictograms.md gives."""


def fingerprint(drawing: bytes, entry: Pictogram) -> str:
    """Eight signs that change with the drawing, and with what is accepted for it."""
    accepted = "\n".join(sorted(entry.answers)).encode()
    return hashlib.sha256(drawing + b"\n" + accepted).hexdigest()[:8]


def words(text: str) -> frozenset[str]:
    """The words of `text`, without case, accents or plural."""
    flat = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    bare = "".join(letter for letter in flat if not unicodedata.combining(letter))
    return frozenset(PLURAL.sub("", word) for word in WORD.findall(bare))


def matching_words(accepted: str) -> frozenset[str]:
    """The words of an accepted answer that must all be said."""
    return words(accepted) - SMALL_WORDS


def is_named(said: Iterable[str], accepted: Iterable[str]) -> bool:
    """Whether what one person said, all answers together, holds an accepted answer.

    « Ce n'est pas une lettre » is no naming of a letter: an answer with « pas » counts only
    for accepted ones that have it too (« ne pas oublier »).
    """
    heard = [words(answer) for answer in said]

    def holds(needed: frozenset[str]) -> bool:
        meant = (spoken for spoken in heard if "pas" not in spoken or "pas" in needed)
        return bool(needed) and needed <= frozenset().union(*meant)

    return any(holds(matching_words(answer)) for answer in accepted)


def tallies(
    rounds: Iterable[Round], catalogue: Mapping[str, Pictogram], drawings: Mapping[str, bytes]
) -> dict[str, Tally]:
    """For each pictogram, the last round of it as it is today; (0, 0) when there is none."""
    today = {name: fingerprint(drawings[name], catalogue[name]) for name in catalogue}
    counted = dict.fromkeys(catalogue, Tally(0, 0))
    for one in rounds:
        for name, entry in catalogue.items():
            if one.fingerprints.get(name) != today[name]:
                continue
            asked = [answers[name] for answers in one.said.values() if name in answers]
            if asked:
                named = sum(is_named(said, entry.answers) for said in asked)
                counted[name] = Tally(named, len(asked))
    return counted


def table(counted: Mapping[str, Tally]) -> str:
    """The rows of the table in docs/pictograms.md."""
    return "\n".join(f"| {name} | {_in_words(tally)} |" for name, tally in sorted(counted.items()))


def _in_words(tally: Tally) -> str:
    if not tally.asked:
        return "not yet"
    again = "" if tally.understood else ", to draw again"
    return f"{tally.named} of {tally.asked}{again}"


def read_rounds(text: str) -> tuple[Round, ...]:
    """The rounds of a file, oldest first. Raises NotRoundsError."""
    tree, problems = read_yaml(text)
    if problems:
        raise NotRoundsError(f"line {problems[0].line}: {problems[0].code}")
    whole = _mapping(tree)
    if set(whole) != {"format", "rounds"} or _text(whole["format"]) != "1":
        raise NotRoundsError("wanted: format: 1, rounds")
    return tuple(_round(node) for node in _items(whole["rounds"]))


def _round(node: yaml_reader.Node) -> Round:
    fields = _mapping(node)
    if set(fields) != {"date", "readers", "fingerprints", "said"}:
        raise NotRoundsError(f"line {node.line}: wanted: date, readers, fingerprints, said")
    one = Round(
        date=_text(fields["date"]),
        readers=_text(fields["readers"]),
        fingerprints={
            name: _text(value) for name, value in _mapping(fields["fingerprints"]).items()
        },
        said={
            reader: {
                name: tuple(_text(answer) for answer in _items(answers))
                for name, answers in _mapping(pictures).items()
            }
            for reader, pictures in _mapping(fields["said"]).items()
        },
    )
    # A misspelt name would leave a reader out of the count without a word.
    for reader, pictures in one.said.items():
        if unknown := pictures.keys() - one.fingerprints.keys():
            raise NotRoundsError(f"{reader}: no fingerprint of {', '.join(sorted(unknown))}")
    return one


def _mapping(node: yaml_reader.Node | None) -> dict[str, yaml_reader.Node]:
    if not isinstance(node, yaml_reader.Mapping):
        raise NotRoundsError(f"line {node.line if node else 1}: wanted: names and values")
    return {name.text: value for name, value in node.entries}


def _items(node: yaml_reader.Node) -> tuple[yaml_reader.Node, ...]:
    if not isinstance(node, yaml_reader.Sequence):
        raise NotRoundsError(f"line {node.line}: wanted: a list")
    return node.items


def _text(node: yaml_reader.Node) -> str:
    if not isinstance(node, yaml_reader.Scalar):
        raise NotRoundsError(f"line {node.line}: wanted: a text")
    return node.text
