"""The browser files: made from their sources, old enough for old phones, readable."""

from __future__ import annotations

import re
from collections.abc import Iterator

import esprima
import pytest

from pasapas.player import assets

# Chrome 64 and iOS 12, the oldest phones that we serve.
NEWER_THAN_2017 = {
    "optional chaining": "a?.b",
    "nullish": "a ?? b",
    "object spread": "({...a})",
    "object rest": "var {a, ...b} = c",
    "optional catch": "try {} catch {}",
    "class fields": "class A { x = 1 }",
    "logical assignment": "a ||= b",
    "asynchronous loops": "async () => { for await (x of y) {} }",
    "dynamic import": "import('a')",
    "named groups": "/(?<n>a)/",
    "lookbehind": "/(?<=a)b/",
}
NEWER_FUNCTIONS = re.compile(
    r"\b(?:replaceAll|matchAll|allSettled|globalThis|structuredClone|fromEntries|"
    r"queueMicrotask|randomUUID)\b|\.(?:flat|flatMap|finally|trimStart|trimEnd|at|replaceChildren)\("
)
NEWER_STYLES = re.compile(
    r"(?<!row-)(?<!column-)\bgap\s*:|\binset\s*:|aspect-ratio|clamp\(|\bmin\(|\bmax\(|"
    r":is\(|:where\(|:has\(|:focus-visible|@layer|@container|color-mix\("
)


def scripts() -> list[str]:
    return [name for name in assets.BUNDLES if name.endswith(".js")]


def nodes(tree: object) -> Iterator[object]:
    if isinstance(tree, list):
        for item in tree:
            yield from nodes(item)
    elif isinstance(tree, esprima.nodes.Node):
        yield tree
        for value in vars(tree).values():
            yield from nodes(value)


def newer_syntax(script: str) -> list[str]:
    """What in a script is newer than ES2017. esprima reads ES2017, and a little more."""
    try:
        tree = esprima.parseScript(script)
    except esprima.Error as error:
        return [str(error)]
    found = []
    for node in nodes(tree):
        inside = getattr(node, "properties", None) or []
        if any(item.type in ("SpreadElement", "RestElement") for item in inside):
            found.append("object spread or rest")
        if node.type == "Import":
            found.append("dynamic import")
        if getattr(node, "regex", None) and re.search(r"\(\?<", node.regex.pattern):
            found.append("lookbehind or named group")
    return found


@pytest.mark.parametrize("name", assets.BUNDLES)
def test_what_is_committed_is_what_the_sources_make(name: str) -> None:
    """Otherwise: `make assets`."""
    assert (assets.PUBLIC / name).read_text(encoding="utf-8") == assets.bundle(name)


def test_every_source_is_in_a_bundle() -> None:
    bundled = {source for sources in assets.BUNDLES.values() for source in sources}
    files = (file for file in assets.SOURCES.rglob("*") if file.is_file())
    assert {file.relative_to(assets.SOURCES).as_posix() for file in files} == bundled


@pytest.mark.parametrize("name", scripts())
def test_scripts_are_no_newer_than_2017(name: str) -> None:
    script = (assets.PUBLIC / name).read_text(encoding="utf-8")
    assert newer_syntax(script) == []
    assert NEWER_FUNCTIONS.findall(script) == []


@pytest.mark.parametrize("what", NEWER_THAN_2017)
def test_newer_syntax_is_noticed(what: str) -> None:
    assert newer_syntax(NEWER_THAN_2017[what]) != []


def test_styles_are_no_newer_than_the_phones() -> None:
    style = (assets.PUBLIC / "pasapas.css").read_text(encoding="utf-8")
    assert NEWER_STYLES.findall(style) == []
    assert NEWER_STYLES.findall("a{gap:1em}b{inset:0}") != []


@pytest.mark.parametrize("name", assets.BUNDLES)
def test_nothing_is_asked_of_another_host(name: str) -> None:
    text = (assets.PUBLIC / name).read_text(encoding="utf-8")
    assert not re.search(r"https?:|//[a-z]|@import|url\(|@font-face", text)


def test_rules_for_reading() -> None:
    """RLS 1.1, 1.2, 1.8, 1.13, 1.14: size, no italics, no hyphenation, line height, left."""
    style = (assets.PUBLIC / "pasapas.css").read_text(encoding="utf-8")
    assert "font-size:18px" in style
    assert "text-align:left" in style
    assert "text-align:justify" not in style
    assert "italic" not in style
    assert "hyphens" not in style
    assert "break-word" not in style
    heights = [float(value) for value in re.findall(r"line-height:([0-9.]+)[;}]", style)]
    assert heights
    assert min(heights) >= 1.5


# --- Contrast -----------------------------------------------------------------------------

# (ink, ground) of every text and (sign, ground) of every frame; the ratios wanted.
TEXTS = [
    ("ink", "paper"),
    ("ink", "quiet"),
    ("ink", "reading"),
    ("main", "paper"),
    ("main", "quiet"),
    ("main-ink", "main"),
]
FRAMES = [("line", "paper"), ("line", "quiet"), ("main", "paper"), ("focus", "paper")]


def tokens(dark: bool) -> dict[str, str]:
    source = (assets.SOURCES / "tokens.css").read_text(encoding="utf-8")
    light, _, night = source.partition("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--pap-([a-z-]+): (#[0-9a-f]{6});", light))
    if dark:
        found.update(re.findall(r"--pap-([a-z-]+): (#[0-9a-f]{6});", night))
    return found


def luminance(color: str) -> float:
    """WCAG 2.2, « relative luminance »."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, « contrast ratio »: 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("pair", TEXTS, ids=" on ".join)
def test_texts_have_a_contrast_of_seven(pair: tuple[str, str], dark: bool) -> None:
    colors = tokens(dark)
    assert contrast(colors[pair[0]], colors[pair[1]]) >= 7


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("pair", FRAMES, ids=" on ".join)
def test_frames_have_a_contrast_of_three(pair: tuple[str, str], dark: bool) -> None:
    """WCAG 2.2, 1.4.11."""
    colors = tokens(dark)
    assert contrast(colors[pair[0]], colors[pair[1]]) >= 3


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_ink_is_seen_on_the_accent_of_pictograms(dark: bool) -> None:
    colors = tokens(dark)
    assert contrast(colors["ink"], colors["accent"]) >= 3


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
