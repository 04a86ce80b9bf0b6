"""The host's XBlock runtime: one for each request, one learner, one block at a time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from web_fragments.fragment import Fragment
from xblock.core import XBlock
from xblock.runtime import Runtime

from .compression import Part
from .field_data import HostFieldData
from .learner_store import PROGRESS, LearnerStore
from .user_service import Learner

if TYPE_CHECKING:
    from .host import Host

# json.dumps leaves these as they are; within <script> they could end it.
_IN_SCRIPT = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


class LearnerRuntime(Runtime):
    """Runs the blocks of a course for one learner.

    Not the workbench's runtime: that one trusts a learner id given in the address, reads
    the database once a field, and scans all installed packages for asides at each render.
    """

    def __init__(self, host: Host, learner: str, usage_id: str):
        """`usage_id`: the block whose rows are read with the learner's own, in one query.

        Raises `NoSuchUsage` where the course has no such block.
        """
        self._host = host
        self._learner = learner
        block_type = host.content.get_block_type(host.content.get_definition_id(usage_id))
        self.store = LearnerStore(learner, (usage_id, block_type))
        services = {
            **host.services,
            "field-data": HostFieldData(host.content.store, self.store),
            "user": Learner(learner),
        }
        super().__init__(id_reader=host.content, id_generator=None, services=services)

    @property
    def user_id(self) -> str:
        return self._learner

    def construct_xblock_from_class(
        self, cls: type[XBlock], scope_ids: Any, field_data: Any = None, *args: Any, **kwargs: Any
    ) -> XBlock:
        """The class itself: nothing is mixed in here."""
        kwargs |= {"runtime": self, "field_data": field_data, "scope_ids": scope_ids}
        return cls(*args, **kwargs)

    def handler_url(
        self,
        block: XBlock,
        handler_name: str,
        suffix: str = "",
        query: str = "",
        thirdparty: bool = False,
    ) -> str:
        if thirdparty:
            raise NotImplementedError("no other service can reach a workshop")
        parts = [block.scope_ids.usage_id, handler_name, *([suffix] if suffix else [])]
        url = reverse("handler", args=parts)
        return f"{url}?{query}" if query else url

    def resource_url(self, resource: str) -> str:
        return self._host.static.url(resource)

    def local_resource_url(self, block: XBlock, uri: str) -> str:
        return self._host.static.block_url(block.scope_ids.block_type, uri)

    def publish(self, block: XBlock, event_type: str, event_data: Mapping[str, Any]) -> None:
        """Keep how far a block is completed; it never goes back. No other event is kept."""
        if event_type != "completion":
            return
        usage_id = block.scope_ids.usage_id
        reached = event_data.get("completion")
        if not isinstance(reached, (int, float)) or not 0 <= reached <= 1:
            return
        if reached > self.store.row(PROGRESS, usage_id).get("completion", 0):
            self.store.write(PROGRESS, usage_id, {"completion": float(reached)})

    # Asides: there are none, and looking for them costs more than the page.
    def get_asides(self, block: XBlock) -> list[Any]:
        return []

    def applicable_aside_types(self, block: XBlock) -> list[str]:
        return []

    def wrap_xblock(self, block: XBlock, view: str, frag: Fragment, context: Any) -> WrappedBlock:
        """`frag` within the element that the page's script starts the block from."""
        ids = block.scope_ids
        css = " ".join(self._css_classes_for(block, view))
        init, version = frag.js_init_fn, frag.js_init_version
        opening = _opening(css, ids.block_type, ids.usage_id, init, version)
        # Addresses are replaced as Open edX does it, once a block is rendered.
        body = self._host.urls.replace_urls(frag.body_html())
        wrapped = WrappedBlock(
            (Part(opening), Part(body), Part(_init_args(frag.json_init_args) + "</div>", once=True))
        )
        wrapped.add_fragment_resources(frag)
        return wrapped


class WrappedBlock(Fragment):
    """A block's fragment in its element, in parts: most of it is the same for many learners.

    What the block says is trusted to be clean, as in any host: cleaning is its business.
    """

    def __init__(self, parts: tuple[Part, ...]):
        super().__init__("".join(part.text for part in parts))
        self.parts = parts


@lru_cache(maxsize=512)
def _opening(
    css: str, block_type: str, usage_id: str, init: str | None, version: int | None
) -> SafeString:
    """The start tag of a block's element; with `init`, what the page's script needs."""
    attributes = {"class": css, "data-block-type": block_type, "data-usage": usage_id}
    if init:
        attributes["data-init"] = init
        attributes["data-runtime-version"] = str(version)
        attributes["data-handlers"] = reverse("block", args=[usage_id])
    return format_html("<div{}>", format_html_join("", ' {}="{}"', attributes.items()))


def _init_args(args: Any) -> SafeString:
    if args is None:
        return mark_safe("")
    text = json.dumps(args).translate(_IN_SCRIPT)
    return mark_safe(  # noqa: S308 - nothing in it can end the element
        f'<script type="json/xblock-args" class="xblock_json_init_args">{text}</script>'
    )
