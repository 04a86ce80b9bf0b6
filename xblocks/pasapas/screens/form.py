"""A form on line: steps, a review, sending, a confirmation, a copy.

A level's fields:

    site: Emploi Services           # the name on top of the page
    open: travail                   # the step that is seen first; or review
    steps:
      travail:
        title: Votre travail
        text: [Ces questions sont pour le mois de juin.]
        fields:
          worked:
            kind: radio | select | tick | text | number | long | file | shown
            label: Avez-vous travaillé en juin ?
            explain: Même peu d'heures comptent.
            options: {yes: Oui, no: Non}       # of radio and select
            value: no                          # at first
            filled: phone                      # at first: as the persona has it
            only: {other: yes}                 # is there only with this answer above it
            rules:                             # each with its own words beside the field
              filled: Choisissez une réponse.
              digits: Écrivez seulement des chiffres.   # amount: with cents too
              length-10: Il faut 10 chiffres.           # at-most-200
    files: {cv: {name: CV-Amina-Benali.pdf, size: 210 Ko}}
    done: [Votre numéro est le 4127.]     # on the confirmation
    closed: yes                           # once sent, it can't be opened again
    after:                                # something that can be done once it is sent
      title: J'ai vu une erreur
      text: [Le site ne change plus cette déclaration.]
      options: {call: Téléphoner, wait: Attendre}

The artefact: `at` (a step, review, done, copy, kept, after, file_<field>), `fields.<name>`,
`refused` (fields with words beside them), `changing` (came back from the review), `sent`,
`copied` (a copy was kept), `after` (what was chosen once sent).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pasapas.content.problems import problem
from pasapas.content.schema import Fields
from pasapas.player.translation import noop as _

from .artefact import Artefact, Choice, Flag, Items, Kind, Value
from .form_data import (
    SHOWN,
    WRITTEN,
    After,
    Field,
    File,
    Step,
    read_after,
    read_files,
    read_steps,
    step_json,
)
from .screen import Context, Move, Screen, Wanted

PAGES = ("review", "done", "copy", "kept", "after")

WORDS = {
    "step": _("Step {number} of {count}"),
    "goOn": _("Go on"),
    "next": _("Next"),
    "back": _("Back"),
    "previous": _("Previous step"),
    "keep": _("Keep and finish later"),
    "kept": _("Your answers are kept"),
    "keptHow": _("You find them here when you come back."),
    "resume": _("Take the form up again"),
    "choose": _("Choose in the list"),
    "chooseFile": _("Choose a document"),
    "noFile": _("No document"),
    "remove": _("Remove {name}"),
    "toMend": _("To look at again: {names}"),
    "review": _("Read your answers again"),
    "change": _("Change it"),
    "changeWhat": _("Change it: {name}"),
    "edit": _("Edit it"),
    "editWhat": _("Edit it: {name}"),
    "ticked": _("Ticked"),
    "notTicked": _("Not ticked"),
    "empty": _("Empty"),
    "send": _("Send"),
    "done": _("The form has left"),
    "practice": _("Practice: nothing is sent for real."),
    "copy": _("Keep a copy"),
    "copyOf": _("Copy of your answers"),
    "copied": _("Your copy is kept."),
    "notReal": _("Practice: this is no real document."),
    "print": _("Print"),
    "reopen": _("Open the form again"),
}

ICONS = (
    "back", "forward", "check", "close", "edit", "send", "save", "printer", "file", "pdf",
    "picture", "paperclip", "warning", "undo", "lock",
)  # fmt: skip

PLACES = (
    "form", "next", "back", "keep", "resume", "review", "send", "copy", "print", "reopen",
    "after", "options", "text", "files",
)  # fmt: skip


@dataclass(frozen=True)
class Form:
    """One level of a practice with a form."""

    site: str
    steps: tuple[Step, ...]
    files: tuple[File, ...]
    done: tuple[str, ...]
    closed: bool
    after: After | None
    opened: str
    line: int

    icons = ICONS

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """All that can be filled in, by name."""
        return {f.name: f for step in self.steps for f in step.fields if f.kind != SHOWN}

    @property
    def places(self) -> tuple[str, ...]:
        names = [*self.fields]
        return (*PLACES, *(f"field-{n}" for n in names), *(f"change-{n}" for n in names))

    @cached_property
    def passive(self) -> tuple[str, ...]:
        asked = {f.only[0] for f in self.fields.values() if f.only}
        free = [f.path for f in self.fields.values() if not f.rules and f.name not in asked]
        return ("refused", "copied", "after", *free)

    @cached_property
    def schema(self) -> Mapping[str, Kind]:
        files = tuple(file.name for file in self.files)
        picked = [f"file_{f.name}" for f in self.fields.values() if f.kind == "file"]
        options = dict(self.after.options) if self.after else {}
        kinds = {f.path: f.type(files) for f in self.fields.values()}
        return {
            "at": Choice((*(step.name for step in self.steps), *PAGES, *picked)),
            **{path: kind for path, kind in kinds.items() if kind is not None},
            "refused": Items(tuple(self.fields)),
            "changing": Flag(),
            "sent": Flag(),
            "copied": Flag(),
            "after": Choice(("", *options)),
        }

    @cached_property
    def start(self) -> Artefact:
        return {
            "at": self.opened,
            **{f.path: f.start for f in self.fields.values()},
            "refused": [],
            "changing": False,
            "sent": False,
            "copied": False,
            "after": "",
        }

    def moves(self, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        at = str(artefact["at"])
        number = next((n for n, step in enumerate(self.steps) if step.name == at), None)
        if number is not None:
            yield from self._from_step(number, artefact, wanted)
        elif at.startswith("file_"):
            yield from self._from_files(self.fields[at.removeprefix("file_")], artefact, wanted)
        elif at == "review":
            yield from self._from_review()
        elif at == "kept":
            yield Move("take up again", {"at": self.steps[0].name})
        elif at == "copy":
            yield Move("back", {"at": "done" if artefact["sent"] else "review"})
        else:
            yield from self._when_sent(at)

    def _from_step(self, number: int, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        step = self.steps[number]
        shown = [field for field in step.fields if self._is_there(field, artefact)]
        for field in shown:
            yield from self._in_field(field, artefact, wanted)
        leaving: dict[str, Value] = {"refused": [], "changing": False}
        broken = [field.name for field in shown if field.broken(artefact.get(field.path))]
        if broken:
            yield Move("go on", {"refused": broken})
        else:
            last = artefact["changing"] or number + 1 == len(self.steps)
            after = "review" if last else self.steps[number + 1].name
            yield Move("go on", {**leaving, "at": after})
        if number:
            yield Move("back", {**leaving, "at": self.steps[number - 1].name})
        yield Move("keep", {**leaving, "at": "kept"})

    def _is_there(self, field: Field, artefact: Artefact) -> bool:
        if field.kind == SHOWN or field.only is None:
            return field.kind != SHOWN
        name, value = field.only
        found = artefact[f"fields.{name}"]
        return found == value or (found is (value == "yes"))

    def _in_field(self, field: Field, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        path = field.path
        if field.kind in WRITTEN:
            # Besides what is asked for: something that the site takes.
            taken = (field.rules[-1].witness(),) if field.rules else ()
            for text in dict.fromkeys((*wanted.of_text(path), *taken)):
                yield Move(f"write “{text}” in {field.name}", {path: text})
            return
        settled = {"refused": [name for name in artefact["refused"] if name != field.name]}
        if field.kind == "tick":
            yield Move(f"tick {field.name}", {path: not artefact[path], **settled})
        elif field.kind == "file":
            yield Move(f"look for {field.name}", {"at": f"file_{field.name}"})
            if artefact[path]:
                yield Move(f"remove {field.name}", {path: "", **settled})
        else:
            values = [value for value, _ in field.options]
            for value in wanted.some(path, values):
                yield Move(f"choose {value} in {field.name}", {path: value, **settled})
            if field.kind == "select":
                yield Move(f"choose nothing in {field.name}", {path: "", **settled})

    def _from_files(self, field: Field, artefact: Artefact, wanted: Wanted) -> Iterator[Move]:
        step = next(step.name for step in self.steps if field in step.fields)
        yield Move("back", {"at": step})
        settled = [name for name in artefact["refused"] if name != field.name]
        for name in wanted.some(field.path, [file.name for file in self.files]):
            yield Move(f"choose {name}", {"at": step, field.path: name, "refused": settled})

    def _from_review(self) -> Iterator[Move]:
        for step in self.steps:
            if any(field.name in self.fields for field in step.fields):
                yield Move(f"change {step.name}", {"at": step.name, "changing": True})
        yield Move("send", {"at": "done", "sent": True})
        yield Move("keep a copy", {"at": "copy", "copied": True})
        yield Move("back", {"at": self.steps[-1].name})

    def _when_sent(self, at: str) -> Iterator[Move]:
        if at == "after":
            yield Move("back", {"at": "done"})
            for value, _ in self.after.options if self.after else ():
                yield Move(f"choose {value}", {"after": value})
            return
        yield Move("keep a copy", {"at": "copy", "copied": True})
        if self.after:
            yield Move("after", {"at": "after"})
        if not self.closed:
            yield Move("open again", {"at": "review", "sent": False})

    def browser(self) -> Mapping[str, Any]:
        found: dict[str, Any] = {
            "site": self.site,
            "steps": [step_json(step) for step in self.steps],
            "files": [[file.name, file.label, file.size] for file in self.files],
            "done": list(self.done),
            "closed": int(self.closed),
        }
        if self.after:
            after = self.after
            found["after"] = {
                "title": after.title, "text": list(after.text), "options": after.options,
            }  # fmt: skip
        return found

    def texts(self) -> Iterator[tuple[str, int]]:
        for text in (self.site, *self.done):
            yield text, self.line
        for step in self.steps:
            for text in (step.title, *step.text):
                yield text, step.line
            for field in step.fields:
                said = [rule.say for rule in field.rules]
                words = [label for _, label in field.options]
                for text in (field.label, field.explain, str(field.start), *words, *said):
                    yield text, field.line
        for file in self.files:
            yield file.label, file.line
        if self.after:
            for text in (self.after.title, *self.after.text, *dict(self.after.options).values()):
                yield text, self.after.line


def read(fields: Fields, context: Context) -> Form | None:
    """The form of one level; None where it has no step. What is wrong lands in the
    context's problems."""
    steps = tuple(read_steps(fields, context))
    names = [step.name for step in steps]
    _report_taken(steps, context)
    form = Form(
        site=fields.text("site", required=True),
        steps=tuple(step for step in steps if step.name not in PAGES),
        files=tuple(read_files(fields, context)),
        done=fields.texts("done"),
        closed=fields.flag("closed"),
        after=read_after(fields, context),
        opened=fields.one_of("open", (*names, "review"), names[0] if names else ""),
        line=fields.line,
    )
    return form if form.steps else None


def _report_taken(steps: tuple[Step, ...], context: Context) -> None:
    """Names that stand for something else already."""
    taken: set[str] = set()
    for step in steps:
        if step.name in PAGES:
            context.problems.append(problem("field.unknown", step.line, field=step.name))
        for field in step.fields:
            if field.name in taken:
                context.problems.append(problem("field.unknown", field.line, field=field.name))
            taken.add(field.name)


SCREEN = Screen("form", read, WORDS)
