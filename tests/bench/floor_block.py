"""The floor: the same lesson as a block of its own, as light as the platform lets it be.

Words, six pictograms, three questions with feedback, sound on demand, one batched save
that is sent again: no library, no screens, no way back, nothing for authors. Rendered the
straightforward way: the template is read and filled at each view. And the empty block,
one word and a function to start, which stands for the page itself.
"""

from __future__ import annotations

from importlib.resources import files

from web_fragments.fragment import Fragment
from xblock.core import XBlock
from xblock.fields import Dict, Integer, Scope, String
from xblock.plugin import PLUGIN_CACHE

PICTOGRAMS = ("piece-jointe", "mail", "trombone", "verifier", "envoyer", "retenir")


def _read(name: str) -> str:
    return (files(__package__) / "floor_files" / name).read_text(encoding="utf-8")


class FloorBlock(XBlock):
    """One lesson, fixed in its template."""

    resources_dir = "floor_files"

    display_name = String(scope=Scope.settings, default="Joindre un CV")
    place = Integer(scope=Scope.user_state, default=0)
    answers = Dict(scope=Scope.user_state)

    def student_view(self, context: dict | None = None) -> Fragment:
        drawings = {
            name.replace("-", "_"): (files("pasapas.pictograms") / f"{name}.svg").read_text("utf-8")
            for name in PICTOGRAMS
        }
        fragment = Fragment(_read("floor.html").format(place=self.place, **drawings))
        fragment.add_css_url(self.runtime.local_resource_url(self, "public/floor.css"))
        fragment.add_javascript_url(self.runtime.local_resource_url(self, "public/floor.js"))
        fragment.initialize_js("FloorBlock", {"answers": self.answers})
        return fragment

    @XBlock.json_handler
    def save_state(self, data: dict, suffix: str = "") -> dict:
        self.answers = {**self.answers, **data["answers"]}
        self.place = max(self.place, len(self.answers))
        return {"saved": True}


class EmptyBlock(XBlock):
    """What every block costs: an element and a function that starts it."""

    def student_view(self, context: dict | None = None) -> Fragment:
        fragment = Fragment("<p>Bonjour</p>")
        fragment.add_javascript("function EmptyBlock() {}")
        fragment.initialize_js("EmptyBlock")
        return fragment


BLOCKS = {"bench_floor": FloorBlock, "bench_empty": EmptyBlock}


class _EntryPoint:
    """What an installed package would declare."""

    group = "xblock.v1"

    def __init__(self, name: str):
        self.name = name

    def load(self) -> type[XBlock]:
        return BLOCKS[self.name]


def register() -> None:
    """Make both blocks known as installed ones are, for the rest of the process."""
    for name in BLOCKS:
        XBlock.extra_entry_points.append((name, _EntryPoint(name)))
        PLUGIN_CACHE.pop(("xblock.v1", name), None)
