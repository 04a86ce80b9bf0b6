"""A small block of our own for tests of the host, and a course made of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.html import escape
from django.utils.safestring import mark_safe
from lxml import etree
from web_fragments.fragment import Fragment
from webob import Response
from xblock.completable import CompletableXBlockMixin
from xblock.core import XBlock
from xblock.exceptions import JsonHandlerError
from xblock.fields import Dict, Integer, List, Scope, String
from xblock.plugin import PLUGIN_CACHE

from pasapas.workshop.content import Entry, SourceSection

HOSTILE = "</script><script>alert('x')</script>\"'><img src=x onerror=alert(1)>"


@XBlock.needs("i18n")
@XBlock.wants("user", "replace_urls", "pasapas_local_card", "nobody_offers_this")
class ToyBlock(CompletableXBlockMixin, XBlock):
    """Counts, remembers a wish, and misbehaves when asked to."""

    resources_dir = "toy_files"

    display_name = String(scope=Scope.settings, default="")
    steps = List(scope=Scope.content, default=[])
    count = Integer(scope=Scope.user_state, default=0)
    words = Dict(scope=Scope.user_state)
    wish = String(scope=Scope.user_info, default="")
    liking = String(scope=Scope.preferences, default="")
    together = Integer(scope=Scope.user_state_summary, default=0)

    @classmethod
    def parse_xml(cls, node, runtime, keys):
        block = runtime.construct_xblock_from_class(cls, keys)
        block.display_name = node.get("display_name", "")
        block.steps = [child.text for child in node]
        return block

    def student_view(self, context=None):
        user = self.runtime.service(self, "user").get_current_user()
        card = self.runtime.service(self, "pasapas_local_card").places()
        fragment = Fragment(
            mark_safe(  # noqa: S308 - escaped just here
                f"<h2>{escape(self.display_name)}</h2><p>count={self.count} wish={self.wish} "
                f"liking={self.liking} together={self.together} steps={len(self.steps)} "
                f"places={len(card)} user={user.opt_attrs['edx-platform.user_id']}</p>"
                f'<audio preload="none"><source src="/static/a.ogg"></audio>'
            )
        )
        fragment.add_css_url(self.runtime.local_resource_url(self, "public/toy.css"))
        fragment.add_javascript_url(self.runtime.local_resource_url(self, "public/toy.js"))
        fragment.initialize_js("Toy", {"text": HOSTILE})
        return fragment

    @XBlock.json_handler
    def bump(self, data, suffix=""):
        self.count += 1
        return {"count": self.count}

    @XBlock.json_handler
    def keep(self, data, suffix=""):
        self.words = {**self.words, **data}
        return {"words": self.words}

    @XBlock.json_handler
    def wish_for(self, data, suffix=""):
        self.wish = self.liking = data["wish"]
        self.together += 1
        return {}

    @XBlock.json_handler
    def complete(self, data, suffix=""):
        self.emit_completion(data["completion"])
        return {}

    @XBlock.json_handler
    def write_as_author(self, data, suffix=""):
        self.display_name = "changed"
        return {}

    @XBlock.json_handler
    def change_in_place(self, data, suffix=""):
        self.steps.append("one more")
        steps = len(self.steps)
        self._dirty_fields.clear()
        return {"steps": steps}

    @XBlock.json_handler
    def refuse(self, data, suffix=""):
        raise JsonHandlerError(409, "newer")

    @XBlock.json_handler
    def break_down(self, data, suffix=""):
        self.count = 99
        self.save()
        raise RuntimeError("on purpose")

    @XBlock.handler
    def plain(self, request, suffix=""):
        url = self.runtime.handler_url(self, "plain", "a/b", "c=d")
        return Response(json_body={"suffix": suffix, "method": request.method, "url": url})

    def not_a_handler(self, request, suffix=""):
        raise AssertionError("only handlers can be reached")


def register() -> None:
    """Make the toy block known as an installed one would be, for the rest of the process."""

    class _EntryPoint:
        name = "toy"
        group = "xblock.v1"

        @staticmethod
        def load():
            return ToyBlock

    XBlock.extra_entry_points.append(("toy", _EntryPoint()))
    PLUGIN_CACHE.pop(("xblock.v1", "toy"), None)


@dataclass
class ToyCourse:
    title: str = "Un cours d'essai"
    sections: list[SourceSection] = field(default_factory=list)


def toy_course(slug: str = "toy") -> ToyCourse:
    """Two sections with four modules, one of them with a hostile title."""
    titles = ["Joindre un CV", "Écrire un mail", "Lire une offre", HOSTILE]
    entries = [_entry(number, title) for number, title in enumerate(titles, start=1)]
    return ToyCourse(
        sections=[SourceSection("Je commence", entries[:2]), SourceSection(HOSTILE, entries[2:])]
    )


def _entry(number: int, title: str) -> Entry:
    node = etree.Element("toy", url_name=f"lesson-{number}", display_name=title)
    for text in ("un", "deux"):
        etree.SubElement(node, "step").text = text
    picture = mark_safe('<circle cx="24" cy="24" r="20" fill="none" stroke="currentColor"/>')
    return Entry(f"lesson-{number}", title, f"On me demande {title}", picture, node)
