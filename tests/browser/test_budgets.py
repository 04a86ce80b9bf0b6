"""What a lesson may weigh: bytes and requests, counted in a real browser over a real server.

The figures are those that the README promises; `make bench` prints them beside peers'.
"""

from __future__ import annotations

from conftest import Host
from playwright.sync_api import BrowserContext, Page

KILO = 1000
PAGE_BYTES = 20 * KILO
PAGE_REQUESTS = 4
BLOCK_BYTES = 12 * KILO
BLOCK_REQUESTS = 2
BLOCK_AGAIN = 6 * KILO
SCRIPT_DECODED = 20 * KILO


def received(page: Page, address: str) -> dict[str, int]:
    """Bytes on the wire by address, headers included, as the browser counts them."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    # A page of a local network is no secure context: there browsers ask for gzip, not brotli.
    session.send("Network.setExtraHTTPHeaders", {"headers": {"Accept-Encoding": "gzip"}})
    urls: dict[str, str] = {}
    sizes: dict[str, int] = {}
    session.on("Network.requestWillBeSent", lambda e: urls.update({e["requestId"]: e["request"]["url"]}))
    session.on(
        "Network.loadingFinished",
        lambda e: sizes.update({urls[e["requestId"]]: int(e["encodedDataLength"])}),
    )
    page.goto(address, wait_until="networkidle")
    session.detach()
    return {url: size for url, size in sizes.items() if not url.startswith("data:")}


def test_the_whole_page_of_each_lesson(host: Host, open_context) -> None:
    for slug in ("creer-une-boite-mail", "joindre-un-cv", "fausse-offre"):
        context: BrowserContext = open_context()
        sizes = received(context.new_page(), host.lesson(slug))
        assert len(sizes) <= PAGE_REQUESTS, sizes
        assert sum(sizes.values()) <= PAGE_BYTES, sizes
        context.close()


def test_the_list_of_lessons(host: Host, phone: Page) -> None:
    sizes = received(phone, host.address + "/")
    assert len(sizes) <= PAGE_REQUESTS, sizes
    assert sum(sizes.values()) <= PAGE_BYTES, sizes


def test_the_scripts_decoded(host: Host, phone: Page) -> None:
    scripts: list[int] = []
    phone.on(
        "response",
        lambda reply: scripts.append(len(reply.body())) if reply.url.endswith(".js") else None,
    )
    phone.goto(host.lesson(), wait_until="networkidle")
    assert 0 < sum(scripts) <= SCRIPT_DECODED
