"""Offers, mails, SMS and web pages: what one looks at twice, and what one does about it.

A level's fields:

    note: Sur le courrier, emploi-services.example   # stays in sight, where one needs it
    actions:                        # what may be done, for all cases of the level
      answer: {text: Je réponds avec mon nom et mon téléphone., icon: reply}
      pay: {text: Je paie 45 euros., icon: euro}
    cases:                          # one after the other; at most half of them fake
      lynx:
        kind: offer | mail | sms | page
        title: L'offre du Lynx Doré   # in the list of what was decided
        when: hier
        parts:                      # from top to bottom; each can be touched
          who: {as: head, text: Atelier du Lynx Doré}
          tools: {text: Payez 45 euros pour les outils., mark: sure}
          hello: Bonjour Madame.    # short for {text: …}: nothing special about it
          send: {as: link, text: Payer ici, does: pay}
        actions: [answer, leave]    # the buttons below, besides what a part `does`

`as`: head (who writes, or the address of a page), lock, lock-open (a padlock and what it
says), title, text, link, button. `mark`: what touching a part tells: `sure` (a sign that never
deceives), `clue` (worth checking), `no-proof` (honest people have it too) or `nothing`.
A part that `does` something is a link that decides; beside it stands what one touches to
look at it, so that nobody learns to open a link in order to check it.

The artefact: `at` (a case), `finished` (what was decided is on the screen), `part` (touched
last, named `<case>-<part>`) and its `mark`, `touched` (parts), `found` (those of them that
are `sure`), for each case `decided.<case>` (an action), `choice` (what is decided about the
case `at`) and `undecided` (how many cases wait).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pasapas.content.schema import Fields
from pasapas.player.translation import noop as _

from .artefact import Artefact, Choice, Flag, Items, Kind, Number
from .offer_check_data import MARKS, Action, Case, Part, read_actions, read_cases
from .screen import Context, Move, Screen, Wanted

WORDS = {
    "offer": _("Offer {number} of {count}"),
    "mail": _("Mail {number} of {count}"),
    "sms": _("SMS {number} of {count}"),
    "page": _("Page {number} of {count}"),
    "pageAddress": _("Address of the page"),
    "from": _("From"),
    "look": _("Check: {text}"),
    "touch": _("Touch a line to check it. Choose below."),
    "decide": _("What do you do?"),
    "next": _("Next"),
    "finish": _("Finish"),
    "back": _("Back"),
    "choices": _("Your choices"),
    "undecided": _("Not chosen yet"),
    "sure": _("Sure sign"),
    "clue": _("Worth checking"),
    "no-proof": _("No proof"),
    "nothing": _("As usual"),
}

MARK_ICONS = {"sure": "warning", "clue": "question", "no-proof": "info", "nothing": "check"}
ICONS = (
    "back", "forward", "search", "eye", "check", "file", "person", "globe", "lock",
    "lock-open", "edit", *MARK_ICONS.values(),
)  # fmt: skip


@dataclass(frozen=True)
class OfferCheck:
    """One level of a practice of looking twice."""

    cases: tuple[Case, ...]
    actions: Mapping[str, Action]
    note: str
    note_line: int

    passive = ("touched",)

    @cached_property
    def places(self) -> tuple[str, ...]:
        cases = tuple(case.name for case in self.cases)
        parts = tuple(part.name for case in self.cases for part in case.parts)
        does = tuple(f"do-{name}" for name in self.actions)
        return ("back", "next", "document", "actions", *cases, *parts, *does)

    @cached_property
    def icons(self) -> tuple[str, ...]:
        own = (action.icon for action in self.actions.values() if action.icon)
        return tuple(dict.fromkeys((*ICONS, *own)))

    @cached_property
    def schema(self) -> Mapping[str, Kind]:
        parts = [part for case in self.cases for part in case.parts]
        names = tuple(part.name for part in parts)
        sure = tuple(part.name for part in parts if part.mark == "sure")
        return {
            "at": Choice(tuple(case.name for case in self.cases)),
            "finished": Flag(),
            "part": Choice(("", *names)),
            "mark": Choice(("", *MARKS)),
            "touched": Items(names),
            "found": Items(sure),
            **{decided(case): Choice(("", *case.possible)) for case in self.cases},
            "choice": Choice(("", *self.actions)),
            "undecided": Number(0, len(self.cases)),
        }

    @cached_property
    def start(self) -> Artefact:
        return {
            "at": self.cases[0].name,
            "finished": False,
            **LOOKED_AWAY,
            "touched": [],
            "found": [],
            **{decided(case): "" for case in self.cases},
            "choice": "",
            "undecided": len(self.cases),
        }

    def moves(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        for other in self.cases:
            gone = {"at": other.name, "finished": False, "choice": artefact[decided(other)]}
            yield Move(f"go to {other.name}", {**gone, **LOOKED_AWAY})
        if artefact["finished"]:
            return
        yield Move("finish", {"finished": True, **LOOKED_AWAY})
        case = next(case for case in self.cases if case.name == artefact["at"])
        # From one part to the next is no other way than by looking away between them.
        parts = _worth_touching(case, wanted) if wanted.everything or not artefact["part"] else ()
        for part in parts:
            yield Move(f"touch {part.name}", _touched(part, artefact))
        waiting = artefact["undecided"] - (not artefact["choice"])
        for name in _worth_deciding(case, wanted):
            chosen = {decided(case): name, "choice": name, "undecided": waiting}
            yield Move(f"decide {name}", {**chosen, **LOOKED_AWAY})

    def browser(self) -> Mapping[str, Any]:
        return {
            "note": self.note,
            "actions": {
                name: [action.text, *([action.icon] if action.icon else [])]
                for name, action in self.actions.items()
            },
            "cases": [
                {
                    "name": case.name,
                    "kind": case.kind,
                    "title": case.title,
                    "actions": list(case.actions),
                    "parts": [_part_json(part) for part in case.parts],
                    **({"when": case.when} if case.when else {}),
                }
                for case in self.cases
            ],
        }

    def texts(self) -> Iterator[tuple[str, int]]:
        yield self.note, self.note_line
        for case in self.cases:
            yield case.title, case.line
            for part in case.parts:
                yield part.text, part.line
        for action in self.actions.values():
            yield action.text, action.line


# Whoever decides or goes on is no longer looking at a part.
LOOKED_AWAY: Mapping[str, str] = {"part": "", "mark": ""}


def decided(case: Case) -> str:
    """The path of what is decided about a case."""
    return f"decided.{case.name}"


def _worth_touching(case: Case, wanted: Wanted) -> Iterator[Part]:
    """The parts that conditions name, and of the others one of each mark."""
    named = wanted.values.get("part", frozenset())
    marks: set[str] = set()
    for part in case.parts:
        if wanted.everything or part.name in named:
            yield part
        elif part.mark not in marks:
            marks.add(part.mark)
            yield part


def _worth_deciding(case: Case, wanted: Wanted) -> list[str]:
    """The actions that conditions name, of this case or of any, and one that they do not."""
    named = (decided(case), "choice")
    values = frozenset().union(*(wanted.values.get(path, frozenset()) for path in named))
    return Wanted({}, {"choice": values}, wanted.everything).some("choice", case.possible)


def _touched(part: Part, artefact: Artefact) -> dict[str, Any]:
    """Touching a part again takes the hand away."""
    if part.name in artefact["touched"]:
        without = {
            path: [name for name in artefact[path] if name != part.name]
            for path in ("touched", "found")
        }
        return {**LOOKED_AWAY, **without}
    found = [part.name] if part.mark == "sure" else []
    return {
        "part": part.name,
        "mark": part.mark,
        "touched": [*artefact["touched"], part.name],
        "found": [*artefact["found"], *found],
    }


def _part_json(part: Part) -> Mapping[str, Any]:
    return {
        "name": part.name,
        "text": part.text,
        "mark": part.mark,
        **({"as": part.role} if part.role != "text" else {}),
        **({"does": part.does} if part.does else {}),
    }


def read(fields: Fields, context: Context) -> OfferCheck | None:
    """The cases of one level; what is wrong lands in the context's problems."""
    actions = read_actions(fields, context.problems)
    cases = read_cases(fields, actions, context.problems)
    line = fields.line_of("note")
    note = fields.text("note")
    return OfferCheck(cases, actions, note, line) if cases else None


SCREEN = Screen("offer_check", read, WORDS)
