"""Pages that differ by their block alone: empty, floor, ours, `practice-<slug>`, and
`assessment`, which can be answered: each visit is that of somebody new.

`python -m bench.pages` serves them from a small server of its own: waitress with
keep-alive, gzip level 6, no library in the page, no cookies. What a page has more than
the empty one is what its block adds.
"""

from __future__ import annotations

import gzip
import html
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cache

import waitress
from web_fragments.fragment import Fragment
from webob import Request
from xblock.core import XBlock
from xblock.fields import ScopeIds
from xblock.runtime import DictKeyValueStore, KvsFieldData, Runtime

from pasapas.authoring.assemble import practice_sounds
from pasapas.authoring.recordings import Recording, load_recordings
from pasapas.content.shelf import shipped_shelf
from pasapas.player.translation import translations

from . import assessment_block, bench_lesson, floor_block

BLOCKS = {"empty": "bench_empty", "floor": "bench_floor", "ours": "pasapas_lesson"}
PRACTICE = "practice-"
ASSESSMENT = "assessment"

# What any host has in its pages: where handlers are, and who starts blocks.
STARTER = """
document.addEventListener("DOMContentLoaded", function () {
  var runtime = {handlerUrl: function (element, handler, suffix) {
    return "/h/" + element.getAttribute("data-usage") + "/" + handler + "/" + (suffix || "");
  }};
  document.querySelectorAll("[data-init]").forEach(function (element) {
    var given = element.querySelector(".xblock_json_init_args");
    window[element.getAttribute("data-init")](
      runtime, element, given ? JSON.parse(given.textContent) : undefined);
  });
});
"""
PAGE = (
    '<!DOCTYPE html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n<title>Page</title>\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<link rel="icon" href="data:,">\n{head}<script>{starter}</script>\n</head>\n'
    "<body>\n{body}\n{foot}</body>\n</html>\n"
)
TYPES = {".css": "text/css", ".js": "text/javascript"}


class PageRuntime(Runtime):
    """One learner, nothing saved yet, content in memory."""

    user_id = "learner"

    def __init__(self) -> None:
        services = {"field-data": KvsFieldData(DictKeyValueStore()), "i18n": translations("fr")}
        super().__init__(id_reader=None, id_generator=None, services=services)

    def handler_url(self, block: XBlock, handler_name: str, *_: str, **__: object) -> str:
        return f"/h/{block.scope_ids.usage_id}/{handler_name}"

    def resource_url(self, resource: str) -> str:
        return f"/files/{resource}"

    def local_resource_url(self, block: XBlock, uri: str) -> str:
        return f"/files/{block.scope_ids.block_type}/{uri}"

    def publish(self, *_: object) -> None:
        """Nobody listens here."""

    def get_asides(self, block: XBlock) -> list:
        return []


def practice_slug(name: str) -> str:
    """The practice that a page shows, or "" for the page of another block."""
    slug = name.removeprefix(PRACTICE)
    return slug if slug != name and slug in shipped_shelf().practices else ""


def page(name: str) -> str:
    """The page `name`: of `BLOCKS`, or of a practice that ships."""
    runtime = PageRuntime()
    practice = practice_slug(name)
    if name == ASSESSMENT:
        _answered[:] = [runtime]
        block = assessment_block.block(runtime)
    else:
        block = practice_block(runtime, practice) if practice else _block(runtime, name)
    fragment = runtime.render(block, "student_view", {})
    return PAGE.format(
        starter=STARTER,
        head=_resources(fragment, "head"),
        body=fragment.body_html(),
        foot=_resources(fragment, "foot"),
    )


# Of the last visit to the assessment: its handlers are asked for after its page.
_answered: list[PageRuntime] = []


def practice_block(runtime: PageRuntime, slug: str) -> XBlock:
    """A practice that ships, with its recording."""
    ids = ScopeIds(runtime.user_id, "pasapas_practice", slug, f"{PRACTICE}{slug}")
    block = runtime.construct_xblock("pasapas_practice", ids)
    shelved = shipped_shelf().practices[slug]
    block.source, block.sound = shelved.text, practice_sounds(shelved, _recordings())
    return block


@cache
def _recordings() -> Mapping[str, Recording]:
    return load_recordings()


def _block(runtime: PageRuntime, name: str) -> XBlock:
    ids = ScopeIds(runtime.user_id, BLOCKS[name], name, name)
    block = runtime.construct_xblock(BLOCKS[name], ids)
    if name == "ours":
        block.source, block.sound = bench_lesson.text(), bench_lesson.sounds()
    return block


def _resources(fragment: Fragment, placement: str) -> str:
    return "".join(
        _element(item.kind, item.mimetype, item.data)
        for item in fragment.resources
        if item.placement == placement
    )


def _element(kind: str, mimetype: str, data: str) -> str:
    style = mimetype == "text/css"
    if kind == "url":
        url = html.escape(data)
        tag = f'<link rel="stylesheet" href="{url}">' if style else f'<script src="{url}"></script>'
    else:
        tag = f"<style>{data}</style>" if style else f"<script>{data}</script>"
    return f"{tag}\n"


def application(environ: dict, start_response: Callable) -> Iterable[bytes]:
    """WSGI: `/<page>/`, `/files/<block type>/<uri>`, and handlers: those of the assessment,
    and others that accept everything."""
    _, first, rest = (environ["PATH_INFO"] + "/").split("/", 2)
    if first in (*BLOCKS, ASSESSMENT) or practice_slug(first):
        return _send(start_response, page(first).encode(), "text/html; charset=utf-8", "no-store")
    if first == "files":
        block_type, _, uri = rest.strip("/").partition("/")
        with XBlock.load_class(block_type).open_local_resource(uri) as file:
            kind = TYPES[uri[uri.rindex(".") :]]
            return _send(start_response, file.read(), kind, "public, max-age=31536000")
    usage, _, act = rest.strip("/").partition("/")
    if first == "h" and usage == ASSESSMENT:
        handler, _, suffix = act.partition("/")
        reply = assessment_block.handled(_answered[0], handler, Request(environ), suffix)
        return _send(start_response, reply.body, "application/json", "no-store")
    if first == "h":
        return _send(start_response, json.dumps({}).encode(), "application/json", "no-store")
    start_response("404 Not Found", [("Content-Length", "0")])
    return [b""]


def _send(start_response: Callable, body: bytes, kind: str, cache: str) -> list[bytes]:
    packed = gzip.compress(body, 6, mtime=0)
    headers = {
        "Content-Type": kind,
        "Content-Encoding": "gzip",
        "Content-Length": str(len(packed)),
        "Cache-Control": cache,
        "Vary": "Accept-Encoding",
    }
    start_response("200 OK", list(headers.items()))
    return [packed]


def main() -> None:
    floor_block.register()
    server = waitress.create_server(application, host="127.0.0.1", port=0, threads=4)
    print(f"http://127.0.0.1:{server.effective_port}/", flush=True)
    server.run()


if __name__ == "__main__":
    sys.exit(main())
