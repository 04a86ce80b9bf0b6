"""What a page's load sends through the wire, as the browser itself counts it."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import CDPSession, Page

# Inline scripts are decoded and compiled as files are; data for scripts are not scripts.
_INLINE_SCRIPT = """() => [...document.scripts]
    .filter(script => !script.src && (!script.type || /javascript|module/.test(script.type)))
    .reduce((sum, script) => sum + script.text.length, 0)"""


@dataclass
class Arrived:
    """`kind` is the browser's: Document, Stylesheet, Script, Media… Bytes: `sent` with
    headers and as encoded on the wire, `decoded` without both."""

    url: str
    kind: str
    sent: int = 0
    decoded: int = 0
    encoding: str = ""


@dataclass(frozen=True)
class Transfer:
    arrived: tuple[Arrived, ...]
    inline_script: int

    @property
    def sent(self) -> int:
        return sum(item.sent for item in self.arrived)

    @property
    def requests(self) -> int:
        return len(self.arrived)

    @property
    def again(self) -> int:
        """Bytes of the document: sent at each view, whatever the browser has kept."""
        return sum(item.sent for item in self.arrived if item.kind == "Document")

    @property
    def script(self) -> int:
        """Bytes of JavaScript, decoded: files, and what stands in the page."""
        files = sum(item.decoded for item in self.arrived if item.kind == "Script")
        return files + self.inline_script


class Wire:
    """Counts what `page` receives from now on. Chromium only.

    Servers are asked for gzip: on a local network, without a certificate, browsers do not
    offer brotli; to 127.0.0.1 they would.
    """

    def __init__(self, page: Page):
        self._page = page
        self._arrived: dict[str, Arrived] = {}
        self.session: CDPSession = page.context.new_cdp_session(page)
        for event in ("requestWillBeSent", "responseReceived", "dataReceived", "loadingFinished"):
            self.session.on(f"Network.{event}", getattr(self, f"_{event}"))
        self.session.send("Network.enable")
        self.session.send("Network.setExtraHTTPHeaders", {"headers": {"Accept-Encoding": "gzip"}})

    def _requestWillBeSent(self, event: dict) -> None:  # noqa: N802 - the protocol's name
        name, url = event["requestId"], event["request"]["url"]
        if url.startswith(("data:", "blob:")):
            return
        if redirected := event.get("redirectResponse"):
            before = self._arrived.pop(name)
            before.sent = int(redirected["encodedDataLength"])
            self._arrived[f"{name} {before.url}"] = before
        self._arrived[name] = Arrived(url, event.get("type", "Other"))

    def _responseReceived(self, event: dict) -> None:  # noqa: N802
        if item := self._arrived.get(event["requestId"]):
            headers = {name.lower(): text for name, text in event["response"]["headers"].items()}
            item.encoding = headers.get("content-encoding", "")

    def _dataReceived(self, event: dict) -> None:  # noqa: N802
        if item := self._arrived.get(event["requestId"]):
            item.decoded += event["dataLength"]

    def _loadingFinished(self, event: dict) -> None:  # noqa: N802
        if item := self._arrived.get(event["requestId"]):
            item.sent = int(event["encodedDataLength"])

    def transfer(self) -> Transfer:
        """What came so far. Raises ValueError if it was not gzip that came."""
        arrived = tuple(self._arrived.values())
        odd = [item for item in arrived if item.encoding not in ("", "gzip")]
        if odd:
            raise ValueError(f"gzip was asked for: {odd}")
        return Transfer(arrived, self._page.evaluate(_INLINE_SCRIPT))


def received(page: Page, address: str) -> Transfer:
    """Open `address` in a fresh page and count until nothing more comes."""
    wire = Wire(page)
    page.goto(address, wait_until="networkidle")
    transfer = wire.transfer()
    wire.session.detach()
    return transfer
