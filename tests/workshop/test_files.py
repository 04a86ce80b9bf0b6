"""Files, sound and headers, over real HTTP."""

from __future__ import annotations

import gzip
import json
import re
from html import unescape
from html.parser import HTMLParser

import pytest

LESSON = "/lecon/lesson-1/"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    from .running import RunningHost, free_port

    host = RunningHost(tmp_path_factory.mktemp("files"), free_port())
    yield host
    host.kill()


class Loads(HTMLParser):
    """What a page makes a browser fetch at once."""

    def __init__(self, page: str):
        super().__init__()
        self.addresses: list[str] = []
        self.inline_scripts = 0
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        assert "style" not in given, "the policy would drop it"
        assert not [name for name in given if name.startswith("on")]
        if tag == "link" and not given["href"].startswith("data:"):
            self.addresses.append(given["href"])
        if tag == "script" and "src" in given:
            self.addresses.append(given["src"])
        self.inline_scripts += tag == "script" and "src" not in given and "type" not in given


def test_a_lesson_page_is_four_requests_and_few_bytes(served):
    page = served.browser().get(LESSON, **{"Accept-Encoding": "gzip"})
    assert page.headers["Content-Encoding"] == "gzip"
    html = gzip.decompress(page.body).decode("utf-8")
    addresses = Loads(html).addresses
    assert len(addresses) <= 3
    sent = len(page.body)
    for address in addresses:
        file = served.browser().get(address, **{"Accept-Encoding": "br"})
        assert file.status == 200
        assert "immutable" in file.headers["Cache-Control"]
        sent += len(file.body)
    assert sent < 6_000, "the host's own share, the toy block has next to nothing"


def test_the_policy_lets_only_the_pages_own_script_run(served):
    import base64
    import hashlib

    page = served.browser().get(LESSON)
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    scripts = re.findall(r"<script>(.*?)</script>", page.text, re.DOTALL)
    assert len(scripts) == Loads(page.text).inline_scripts == 1
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}';" in policy


@pytest.mark.parametrize("path", ["/", LESSON, "/nowhere", "/sound/test.ogg", "/personne/"])
def test_all_answers_have_safe_headers(served, path):
    headers = served.browser().get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Server"] is None


def test_files_are_sent_as_small_as_the_browser_can_read(served):
    address = Loads(served.browser().get(LESSON).text).addresses[0]
    sizes = {}
    for encoding in ("identity", "gzip", "br"):
        answer = served.browser().get(address, **{"Accept-Encoding": encoding})
        assert answer.headers["Content-Type"].startswith("text/css")
        assert answer.headers.get("Content-Encoding", "identity") == encoding
        sizes[encoding] = len(answer.body)
    assert sizes["br"] < sizes["gzip"] < sizes["identity"]


@pytest.mark.parametrize(
    "path",
    [
        "/files/",
        "/files/../secret-key",
        "/files/%2e%2e/secret-key",
        "/sound/__init__.py",
        "/sound/lexicon.yaml",
        "/sound/recordings.json",
        "/sound/../__init__.py",
    ],
)
def test_nothing_else_is_served(served, path):
    assert served.browser().get(path).status == 404


def test_json_arguments_reach_the_block_unchanged(served):
    from .toy import HOSTILE

    page = served.browser().get(LESSON).text
    found = re.search(r'class="xblock_json_init_args">(.*?)</script>', page, re.DOTALL)[1]
    assert json.loads(found) == {"text": HOSTILE}
    assert unescape(found) == found
