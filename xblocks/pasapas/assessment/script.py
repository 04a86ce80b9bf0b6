"""What an assessment says, in pieces that are shown, and heard, one at a time.

A challenge and the word after it are two recordings: nothing of the second may reach the
browser before the answer. A result is made of lines of several recordings, and each line plays
its own piece: one recording a domain, one of the domains' names, and one of what every result
says by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pasapas.content.bank import Bank, Domain
from pasapas.content.challenge import Challenge
from pasapas.content.references import References
from pasapas.content.shelf import shipped_lessons
from pasapas.player.inline import sentence_html, sentence_words
from pasapas.player.lines import Line, Role
from pasapas.player.sound import spoken_hash
from pasapas.player.translation import Gettext

from . import words


@dataclass(frozen=True)
class Piece:
    """What is one recording. `key` tells it apart among those of a document."""

    key: str
    lines: tuple[Line, ...]

    @property
    def spoken(self) -> tuple[str, ...]:
        return tuple(line.words for line in self.lines)

    @cached_property
    def hash(self) -> str:
        return spoken_hash(self.spoken)

    def of(self, *roles: Role) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.role in roles)


class Writer:
    """Makes pieces in French, facts in place."""

    def __init__(self, references: References, gettext: Gettext):
        self._references = references
        self._say = gettext

    def opening(self, title: str) -> Piece:
        said = (words.SMALL_TRIES, words.NO_MARK, words.STOP_ANY_TIME, words.YOU_CHOOSE)
        lines = [("title", title), *(("sentence", self._say(text)) for text in said)]
        return self._piece("opening", lines)

    def challenge(self, challenge: Challenge) -> Piece:
        """The roles: "sentence" for the scene, "word" for what is only heard, "title" and then
        "item" for the question, "choice" for the answers, and last the way out."""
        ask = challenge.ask
        lines = [
            *(("sentence", item.text) for item in challenge.scene),
            *(("title" if place == 0 else "item", item.text) for place, item in enumerate(ask)),
            *(("word", item.text) for item in challenge.heard),
            *(("meaning", text) for text in self._how(challenge)),
            *(("choice", choice.text.text) for choice in challenge.choices),
            *(("choice", item.text) for item in challenge.ordered),
            ("feedback", self._say(words.NOT_YET)),
        ]
        return self._piece(f"ask-{challenge.slug}", lines)

    def _how(self, challenge: Challenge) -> Iterator[str]:
        """How one answers, where it is not by choosing one."""
        if challenge.kind == "several":
            yield self._say(words.SEVERAL)
        elif challenge.kind == "order":
            yield self._say(words.IN_ORDER)
        elif challenge.kind == "task":
            yield self._say(words.TRIED)

    def after(self, challenge: Challenge) -> Piece:
        """« Oui. », which is for who was right, and what is said to all."""
        lines = [("title", self._say(words.YES))]
        lines += [("sentence", item.text) for item in challenge.learn]
        return self._piece(f"after-{challenge.slug}", lines)

    def results(self, domain: Domain) -> Piece:
        """All lines that a result may have of a domain: for each skill that it was done, that
        it is known, what its lesson teaches; and then the titles of its lessons."""
        lines: list[tuple[Role, str]] = []
        for tube in domain.tubes:
            for skill in tube.skills:
                for pattern in (words.YOU_DID, words.YOU_KNOW, words.WHY_LESSON):
                    text = self._say(pattern).format(gesture=skill.you.text)
                    lines.append(("sentence", text))
        lines += [("title", title) for title in _lesson_titles(domain).values()]
        return self._piece(f"results-{domain.slug}", lines)

    def result_line(self, piece: Piece, skill: int, pattern: str) -> Line:
        """The line of `results` for the skill number `skill` of its domain."""
        offset = (words.YOU_DID, words.YOU_KNOW, words.WHY_LESSON).index(pattern)
        return piece.lines[skill * 3 + offset]

    def lesson_line(self, piece: Piece, domain: Domain, lesson: str) -> Line | None:
        """The line of `results` for the title of a lesson; None where the package has none."""
        titles = _lesson_titles(domain)
        return piece.of("title")[list(titles).index(lesson)] if lesson in titles else None

    def domains(self, bank: Bank) -> Piece:
        """The names of all domains, in the bank's order."""
        return self._piece("domains", [("title", domain.title.text) for domain in bank.domains])

    def result_words(self) -> Piece:
        """What results say by themselves: the same in all assessments, so recorded once."""
        said: list[tuple[Role, str]] = [("title", self._say(word)) for word in _RESULT_WORDS]
        return self._piece("result-words", said)

    def result_word(self, piece: Piece, word: str) -> Line:
        """The line of `result_words` for one of its words."""
        return piece.lines[_RESULT_WORDS.index(word)]

    def _piece(self, key: str, said: Iterable[tuple[Role, str]]) -> Piece:
        lines: list[Line] = []
        for role, text in said:
            shown = sentence_words(text, self._references)
            # A choice without words has its place all the same: replies name places.
            if shown or role in ("title", "choice"):
                html = sentence_html(text, self._references)
                lines.append(Line(len(lines), role, shown, html))
        return Piece(key, tuple(lines))


_RESULT_WORDS = (
    words.RESULT, words.TRIED_IT, words.NEW, words.WALKED, words.TO_DISCOVER, words.TO_GO_ON,
    words.ANYWHERE, words.ALL_KNOWN, words.NO_LESSON, words.SHOWN, words.SHOWN_UNTIL,
    words.TAKEN_BACK,
)  # fmt: skip


def _lesson_titles(domain: Domain) -> Mapping[str, str]:
    """Slug → title, of the lessons of a domain that come with the package."""
    slugs = (skill.lesson for tube in domain.tubes for skill in tube.skills)
    lessons = shipped_lessons()
    return {slug: lessons[slug].title for slug in slugs if slug in lessons}
