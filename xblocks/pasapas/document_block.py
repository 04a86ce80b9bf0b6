"""What all our blocks are: one text with its recordings, what is kept of a learner, an editor."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from typing import Any

import yaml
from django.utils.html import format_html
from web_fragments.fragment import Fragment
from webob import Request, Response
from xblock.completable import CompletableXBlockMixin
from xblock.core import XBlock
from xblock.exceptions import JsonHandlerError
from xblock.fields import Dict, Scope, String

from pasapas.content import olx
from pasapas.content.problems import Problem, Reading, as_warnings
from pasapas.content.text import canonical
from pasapas.player import editor, saving
from pasapas.player.preferences import merge_preferences
from pasapas.player.receiving import receive_request
from pasapas.player.translation import Gettext
from pasapas.player.translation import noop as _

log = logging.getLogger(__name__)

# Fields that travel as elements of their own, or not at all.
_NOT_ATTRIBUTES = ("children", "parent", "source", "sound")
_AUTHORED = (Scope.content, Scope.settings)


class DocumentText(String):
    """A `String` that is canonical already (`content.text`): XBlock would search it for
    forbidden characters at each read, which takes longer than to show it."""

    def _sanitize(self, value: str) -> str:
        return value


class Recordings(Dict):
    """A `Dict` that is replaced, never changed in place: it need not be copied at each read."""

    MUTABLE = False


@XBlock.needs("i18n")
class DocumentBlock(CompletableXBlockMixin, XBlock):
    """What all blocks of ours share: one text with its recordings, what is saved of a
    learner, and Studio's editor. Each block says how its text is read and shown."""

    resources_dir = "player"
    icon_class = "other"
    has_author_view = True

    display_name = String(
        display_name=_("Title"),
        help=_("The title in the course. The document's own title stands in its text."),
        default="Pas à pas",
        scope=Scope.settings,
    )
    source = DocumentText(
        display_name=_("Text"),
        help=_("The document, as the README describes it."),
        default="",
        scope=Scope.content,
        multiline_editor=True,
    )
    sound = Recordings(
        display_name=_("Recordings"),
        help=_("For each screen's hash its sources and the starts of its sentences."),
        scope=Scope.settings,
    )
    saved = Dict(help=_("Where the learner is, with its revision."), scope=Scope.user_state)
    pasapas_prefs = Dict(help=_("Text size and voice speed."), scope=Scope.user_info)

    # --- OLX -----------------------------------------------------------------------------

    @classmethod
    def parse_xml(cls, node, runtime, keys):
        """Keeps the text whatever is wrong with it: losing a block would be worse."""
        block = runtime.construct_xblock_from_class(cls, keys)
        for name, value in node.items():
            if name in block.fields and cls._is_attribute(name):
                try:
                    cls._set_field_if_present(block, name, value, {})
                except (ValueError, TypeError, yaml.YAMLError):
                    log.warning("%s: the attribute %s can't be read", keys.usage_id, name)
        block.source = olx.source_text(node)
        sounds = olx.sound_field(node)
        if sounds:
            block.sound = sounds
        return block

    def add_xml_to_node(self, node):
        """What authors made, and nothing of any learner."""
        node.tag = self.xml_element_name()
        for name, field in self.fields.items():
            if self._is_attribute(name) and field.is_set_on(self):
                self._add_field(node, name, field)
        olx.add_source(node, self.source)
        olx.add_sounds(node, self.sound)

    @classmethod
    def _is_attribute(cls, name: str) -> bool:
        return name not in _NOT_ATTRIBUTES and cls.fields[name].scope in _AUTHORED

    # --- Views ---------------------------------------------------------------------------

    @XBlock.supports("multi_device")
    def student_view(self, context: dict | None = None) -> Fragment:
        return self._fragment(self.source, self._learner)

    def public_view(self, context: dict | None = None) -> Fragment:
        """For a visitor who is nobody: the whole of it, nothing is kept."""
        return self._fragment(self.source, learner="")

    def author_view(self, context: dict | None = None) -> Fragment:
        """Studio's preview: the problems of the text, then what learners see. Nothing is kept."""
        fragment = self._fragment(self.source, learner="")
        problems = editor.problem_list(self._read(self.source).problems, self._gettext)
        fragment.content = format_html('<div class="pasapas">{}</div>', problems) + fragment.content
        return fragment

    def studio_view(self, context: dict | None = None) -> Fragment:
        """The text as it is, its problems with their lines, save."""
        page = editor.Page(self.display_name, self.source, self._found(self.source))
        fragment = Fragment(editor.editor_page(page, self._gettext))
        self._add_files(fragment, "pasapas.css", "editor.js", "editor.css")
        fragment.initialize_js("PasAPasEditor", {"words": editor.script_words(self._gettext)})
        return fragment

    def _add_files(self, fragment: Fragment, *names: str) -> None:
        for name in names:
            address = self._address(name)
            add = fragment.add_css_url if name.endswith(".css") else fragment.add_javascript_url
            add(address)

    def _address(self, name: str) -> str:
        return self.runtime.local_resource_url(self, f"public/{name}")

    def _begin(
        self, fragment: Fragment, name: str, learner: str, own: Mapping[str, Any] | None = None
    ) -> None:
        """Tells the browser part where the learner is; `own`: what else this block tells it."""
        saved, liked = self._kept_of(learner)
        if own is None:
            state = self._fitting(saving.state_of(saved))
            own = {"progress": {"revision": saving.revision_of(saved), "state": state}}
        start = {
            "learner": learner,
            **own,
            "preferences": {
                "revision": saving.revision_of(liked),
                "state": saving.state_of(liked),
            },
        }
        fragment.initialize_js(name, start)

    def _fitting(self, state: saving.State) -> saving.State:
        """What was saved, as far as it fits the text of today."""
        return state

    def _kept_of(self, learner: str) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
        return (self.saved, self.pasapas_prefs) if learner else ({}, {})

    # --- Handlers ------------------------------------------------------------------------

    @XBlock.handler
    def save_preferences(self, request: Request, suffix: str = "") -> Response:
        """The same for what the learner likes, in all blocks."""
        reply = receive_request(request, self.pasapas_prefs, self._learner, merge_preferences)
        if reply.saved is not None:
            self.pasapas_prefs = dict(reply.saved)
        return respond(reply)

    @XBlock.json_handler
    def studio_check(self, data: Any, suffix: str = "") -> dict[str, Any]:
        """The problems of a text that is not saved yet, as HTML for the editor, and what
        learners would see of it."""
        text, checked = self._checked(data)
        return {**checked, "preview": editor.preview(self._fragment(text, learner=""))}

    @XBlock.json_handler
    def studio_submit(self, data: Any, suffix: str = "") -> dict[str, Any]:
        """Save the text, unless it is unreadable or unsafe."""
        text, checked = self._checked(data)
        if not checked["refused"]:
            self.source = text
            title = data.get("display_name")
            clean = " ".join(canonical(title)[0].split()) if isinstance(title, str) else ""
            if clean:
                self.display_name = clean
            checked["saved"] = True
        return checked

    def _checked(self, data: Any) -> tuple[str, dict[str, Any]]:
        raw = data.get("source") if isinstance(data, dict) else None
        if not isinstance(raw, str):
            raise JsonHandlerError(400, "source: a text is wanted")
        problems = editor.problem_list(self._found(raw), self._gettext)
        return canonical(raw)[0], {"refused": self._read(raw).refused, "problems": problems}

    # --- What the views and handlers stand on ----------------------------------------------

    def _fragment(self, source: str, learner: str) -> Fragment:
        """What a learner sees of a text; `learner` is "" for nobody."""
        raise NotImplementedError

    def _read(self, source: str) -> Reading[Any]:
        """The document in a text."""
        raise NotImplementedError

    def _style(self, document: Any) -> Iterable[Problem]:
        """What could be plainer in it."""
        raise NotImplementedError

    def _found(self, source: str) -> tuple[Problem, ...]:
        """What the editor shows: what is wrong, then what could be plainer.

        No text is refused for its style, whatever our own checks hold our texts to.
        """
        reading = self._read(source)
        if reading.document is None:
            return reading.problems
        return reading.problems + as_warnings(self._style(reading.document))

    @property
    def _gettext(self) -> Gettext:
        return self.runtime.service(self, "i18n").gettext

    @property
    def _learner(self) -> str:
        return saving.learner_token(self.scope_ids.user_id)


def respond(reply: saving.Reply) -> Response:
    return Response(json_body=dict(reply.body), status=reply.status)
