"""The XBlocks of Pas à pas: fields, and views and handlers that call the rooms.

All classes stand in this one module, with `resources_dir = "player"`: the LMS names a
block's browser files after the package above its module, so they have one place for all,
and nothing else of the package is collected.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from web_fragments.fragment import Fragment
from webob import Request, Response
from xblock.completable import XBlockCompletionMode
from xblock.core import XBlock
from xblock.exceptions import JsonHandlerError
from xblock.fields import Dict, Scope, String

from pasapas.assessment import sharing
from pasapas.assessment import view as assessment
from pasapas.assessment import words as assessment_words
from pasapas.assessment.acts import LARGEST, act
from pasapas.assessment.state import Table, has_ended, resumed, run_of
from pasapas.content.assessment import Assessment
from pasapas.content.lesson import Lesson
from pasapas.content.plain_language.check import practice_style_problems, style_problems
from pasapas.content.problems import Problem, Reading
from pasapas.content.shelf import shipped_references
from pasapas.document_block import DocumentBlock, respond
from pasapas.lesson.state import is_complete, merge_progress
from pasapas.lesson.view import View, lesson_html, lesson_reading
from pasapas.lesson.words import page_words
from pasapas.player import saving
from pasapas.player.local_card import Place
from pasapas.player.receiving import ATTEMPT, read_json, receive_request
from pasapas.player.sounds import Sounds
from pasapas.player.translation import noop as _
from pasapas.player.words import script_words
from pasapas.practice import view as practice
from pasapas.practice import words as practice_words
from pasapas.practice.state import fitting, merge_attempt
from pasapas.practice.state import is_complete as practice_complete
from pasapas.scenarios import assessment_scenarios, lesson_scenarios, practice_scenarios
from pasapas.screens.playable import Playable


@XBlock.wants("pasapas_local_card")
class LessonBlock(DocumentBlock):
    """A lesson: one text, shown a screen at a time, with sound and pictograms."""

    def index_dictionary(self) -> dict[str, Any]:
        """What a course search may find: titles and words of the learner's own."""
        index = super().index_dictionary()
        lesson = self._read(self.source).document
        if lesson:
            content = {"title": lesson.title, "need": " ".join(lesson.need)}
            index.setdefault("content", {}).update(content)
            index["content_type"] = "Pas à pas"
        return index

    def _fragment(self, source: str, learner: str) -> Fragment:
        gettext = self._gettext
        state, preferences = map(saving.state_of, self._kept_of(learner))
        view = View(
            source=source,
            sounds=Sounds(self.sound),
            words=page_words(gettext),
            script_words=script_words(gettext),
            block=str(self.scope_ids.usage_id),
            here=state.get("place", 0),
            size=preferences.get("size", 0),
            card=self._local_card(),
        )
        fragment = Fragment(lesson_html(view))
        self._add_files(fragment, "pasapas.css", "pasapas.js")
        self._begin(fragment, "PasAPasLesson", learner)
        return fragment

    def _local_card(self) -> tuple[Place, ...]:
        service = self.runtime.service(self, "pasapas_local_card")
        return tuple(Place(**place) for place in service.places()) if service else ()

    @XBlock.handler
    def save_progress(self, request: Request, suffix: str = "") -> Response:
        """One envelope of the learner's queue (see `player.saving`)."""
        lesson = self._read(self.source).document
        if lesson is None:
            # The author is mending the text: the browser keeps its queue and comes back.
            return respond(saving.Reply(503, {"error": "no-lesson"}))
        merge = partial(merge_progress, lesson)
        reply = receive_request(request, self.saved, self._learner, merge)
        if reply.saved is not None:
            self.saved = dict(reply.saved)
            if is_complete(lesson, saving.state_of(self.saved)):
                self.emit_completion(1.0)
        return respond(reply)

    # The workbench asks the class, not a block of it.
    workbench_scenarios = staticmethod(lesson_scenarios)

    def _read(self, source: str) -> Reading[Lesson]:
        return lesson_reading(source)

    def _style(self, document: Lesson) -> Iterable[Problem]:
        return style_problems(document, shipped_references())


class PracticeBlock(DocumentBlock):
    """A practice: a simulated screen on which a gesture is tried, and nothing is sent."""

    def index_dictionary(self) -> dict[str, Any]:
        """What a course search may find: its title."""
        index = super().index_dictionary()
        playable = self._read(self.source).document
        if playable:
            index.setdefault("content", {})["title"] = playable.practice.title
            index["content_type"] = "Pas à pas"
        return index

    def _fragment(self, source: str, learner: str) -> Fragment:
        gettext = self._gettext
        playable = self._read(source).document
        preferences = saving.state_of(self._kept_of(learner)[1])
        view = practice.View(
            source=source,
            sounds=Sounds(self.sound),
            words=practice_words.page_words(gettext),
            script_words=practice_words.script_words(
                playable.screen.name if playable else "", gettext
            ),
            block=str(self.scope_ids.usage_id),
            size=preferences.get("size", 0),
        )
        fragment = Fragment(practice.practice_html(view))
        if playable is None:
            self._add_files(fragment, "pasapas.css")
            return fragment
        style, script = f"practice-{playable.screen.name}.css", f"practice-{playable.script}.js"
        self._add_files(fragment, style, script)
        self._begin(fragment, "PasAPasPractice", learner)
        return fragment

    @XBlock.handler
    def save_progress(self, request: Request, suffix: str = "") -> Response:
        """One envelope of the learner's queue: the draft, and attempts to judge again."""
        playable = self._read(self.source).document
        if playable is None:
            return respond(saving.Reply(503, {"error": "no-practice"}))
        now = datetime.datetime.now(datetime.UTC)
        merge = partial(merge_attempt, playable, now)
        reply = receive_request(request, self.saved, self._learner, merge, ATTEMPT)
        if reply.saved is not None:
            self.saved = dict(reply.saved)
            if practice_complete(saving.state_of(self.saved)):
                self.emit_completion(1.0)
        return respond(reply)

    workbench_scenarios = staticmethod(practice_scenarios)

    def _read(self, source: str) -> Reading[Playable]:
        return practice.practice_reading(source)

    def _fitting(self, state: saving.State) -> saving.State:
        playable = self._read(self.source).document
        return fitting(playable, state) if playable else state

    def _style(self, document: Playable) -> Iterable[Problem]:
        return practice_style_problems(document.practice, shipped_references())


class _CountsIfAsked:
    """EXCLUDED, unless the author of a block says that it counts. The platform asks the class
    for some things and the block for others."""

    def __get__(self, block: AssessmentBlock | None, owner: type) -> str:
        if block is not None and block.counts:
            return XBlockCompletionMode.COMPLETABLE
        return XBlockCompletionMode.EXCLUDED


@XBlock.wants("replace_urls")
class AssessmentBlock(DocumentBlock):
    """The self-assessment: small things to do, one after the other; then what one can do, and
    what comes next. All is judged here: the browser never knows a right answer before."""

    completion_mode = _CountsIfAsked()

    lessons = Dict(
        display_name=_("Lessons"),
        help=_("The lessons of the course to which learners may be sent: name and title."),
        scope=Scope.settings,
    )
    code = String(help=_("The code under which the result is shown, if any."), default="",
                  scope=Scope.user_state)  # fmt: skip
    shown = Dict(help=_("Results that learners show to trainers."), scope=Scope.user_state_summary)

    @property
    def counts(self) -> bool:
        """Whether the author wants it to count for the completion of its unit."""
        found = self._read(self.source).document
        return bool(found and found.counts)

    def index_dictionary(self) -> dict[str, Any]:
        """What a course search may find: its title."""
        index = super().index_dictionary()
        document = self._read(self.source).document
        if document:
            index.setdefault("content", {})["title"] = document.title
            index["content_type"] = "Pas à pas"
        return index

    def _fragment(self, source: str, learner: str) -> Fragment:
        view = self._view(source, learner)
        if view is None:
            page = assessment.not_ready_html(assessment_words.page_words(self._gettext))
            fragment = Fragment(page)
            self._add_files(fragment, "assessment.css")
            return fragment
        state = resumed(saving.state_of(self._kept_of(learner)[0]), self._table(view))
        html, start = assessment.opened(view, state)
        fragment = Fragment(html)
        self._add_files(fragment, "assessment.css", "assessment.js")
        if learner and sharing.found(self.shown, self.code, self._today()) is not None:
            start["code"] = assessment.code_page(view, self.code)
        self._begin(fragment, "PasAPasAssessment", learner, start)
        return fragment

    def _view(self, source: str, learner: str) -> assessment.View | None:
        deck = assessment.deck_of(source)
        if deck is None:
            return None
        gettext = self._gettext
        return assessment.View(
            deck=deck,
            words=assessment_words.page_words(gettext),
            script_words=assessment_words.script_words(gettext),
            sounds=self.sound,
            lessons=self.lessons or {},
            block=str(self.scope_ids.usage_id),
            size=saving.state_of(self._kept_of(learner)[1]).get("size", 0),
        )

    @XBlock.handler
    def act(self, request: Request, suffix: str = "") -> Response:
        """One act of a learner: begin, answer, stop (see `assessment.acts`)."""
        view = self._view(self.source, self._learner)
        if view is None:
            return respond(saving.Reply(503, {"error": "no-assessment"}))
        asked, refusal = read_json(request, LARGEST)
        if refusal:
            return respond(refusal)
        state = saving.state_of(self.saved)
        reply = act(view, self._table(view), state, asked, self._learner)
        if reply.saved is not None:
            revision = saving.revision_of(self.saved) + 1
            self.saved = {"revision": revision, "state": dict(reply.saved)}
            self._tell_analytics(state, reply.saved, view.deck.assessment)
        return self._with_addresses(reply)

    def _table(self, view: assessment.View) -> Table:
        usage = str(self.scope_ids.usage_id)
        return Table(
            deck=view.deck,
            seed=f"{self._learner}:{usage}",
            today=self._today().isoformat(),
            lessons=view.reachable,
            heard=view.heard,
        )

    def _tell_analytics(self, before: Any, after: Any, document: Assessment) -> None:
        """That it began, that it ended: never what was answered."""
        mode = {"mode": document.mode, "run": run_of(after)}
        if run_of(after) != run_of(before):
            self.runtime.publish(self, "pasapas.assessment.began", mode)
        if has_ended(after) and not (has_ended(before) and run_of(after) == run_of(before)):
            self.runtime.publish(self, "pasapas.assessment.ended", mode)
            if document.counts:
                self.emit_completion(1.0)

    @XBlock.handler
    def show(self, request: Request, suffix: str = "") -> Response:
        """The learner shows the result: a code, under which a trainer sees it."""
        return self._told(request, self._show)

    def _show(self, data: Any) -> dict[str, Any]:
        view = self._own_view(data)
        state = resumed(saving.state_of(self.saved), self._table(view))
        if not has_ended(state):
            raise JsonHandlerError(409, "there is no result yet")
        code = self.code or sharing.new_code()
        self.shown = sharing.shared(self.shown, code, state, self._today())
        self.code = code
        return {"code": assessment.code_page(view, code)}

    @XBlock.handler
    def take_back(self, request: Request, suffix: str = "") -> Response:
        """The learner shows it no more."""
        return self._told(request, self._take_back)

    def _take_back(self, data: Any) -> dict[str, Any]:
        self._own_view(data)
        if self.code:
            self.shown = sharing.taken_back(self.shown, self.code)
            self.code = ""
        return {"code": ""}

    @XBlock.handler
    def see(self, request: Request, suffix: str = "") -> Response:
        """For a trainer: the result under a code, or nothing."""
        return self._told(request, self._see)

    def _see(self, data: Any) -> dict[str, Any]:
        view = self._view(self.source, "")
        written = data.get("code") if isinstance(data, dict) else None
        state = sharing.found(self.shown, sharing.cleaned(written), self._today())
        if view is None or state is None:
            return {"html": ""}
        return {"html": self._addressed(assessment.shared_page(view, state))}

    @XBlock.handler
    def screen(self, request: Request, suffix: str = "") -> Response:
        """The words and icons of a practice screen, for the first task on it."""
        view = self._view(self.source, "")
        pack = assessment.screen_pack(view, suffix, self._gettext) if view else None
        if pack is None:
            return Response(json_body={"error": "unknown"}, status=404)
        style, script = pack.pop("files")
        addresses = {"style": self._address(style), "script": self._address(script)}
        return Response(json_body={**pack, **addresses})

    def _told(self, request: Request, answer: Callable[[Any], dict[str, Any]]) -> Response:
        """What a request gets; a small one, unlike those of `XBlock.json_handler`."""
        asked, refusal = read_json(request, LARGEST)
        if refusal:
            return respond(refusal)
        try:
            return Response(json_body=answer(asked))
        except JsonHandlerError as error:
            return error.get_response()

    def _own_view(self, data: Any) -> assessment.View:
        """Raises JsonHandlerError for another learner's page, and where nothing is to be shown."""
        learner = data.get("learner") if isinstance(data, dict) else None
        if not self._learner or learner != self._learner:
            raise JsonHandlerError(403, "another learner's")
        view = self._view(self.source, self._learner)
        if view is None:
            raise JsonHandlerError(503, "no assessment")
        return view

    def _with_addresses(self, reply: saving.Reply) -> Response:
        """What a page would get when it is rendered, a reply gets here."""
        body = dict(reply.body)
        for name in ("page", "after"):
            if isinstance(body.get(name), dict) and "html" in body[name]:
                body[name] = {**body[name], "html": self._addressed(body[name]["html"])}
        return Response(json_body=body, status=reply.status)

    def _addressed(self, html: str) -> str:
        service = self.runtime.service(self, "replace_urls")
        return service.replace_urls(html) if service else html

    def _today(self) -> datetime.date:
        return datetime.datetime.now(datetime.UTC).date()

    workbench_scenarios = staticmethod(assessment_scenarios)

    def _read(self, source: str) -> Reading[Assessment]:
        return assessment.assessment_reading(source)

    def _style(self, document: Assessment) -> Iterable[Problem]:
        return ()
