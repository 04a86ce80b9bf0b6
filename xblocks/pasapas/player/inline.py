"""A sentence: from its marks to clean HTML, and to the words that are spoken.

python-markdown renders the marks within the sentence, nh3 cleans the result. Whatever
stands in the text, only bold, links and glossary words come out of here.
"""

from __future__ import annotations

import html
import re
import threading
from collections.abc import Callable
from functools import lru_cache

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown import Markdown

from pasapas.content.marks import with_facts
from pasapas.content.references import References
from pasapas.content.schema import SLUG
from pasapas.content.unsafe_marks import GLOSSARY, SAFE_SCHEMES

# python-markdown takes a minute for a line full of brackets. No sentence is a page long.
LONGEST_SENTENCE = 2000

_TAGS = {"strong", "a"}
# nh3 lets `title` and `lang` through everywhere unless told otherwise.
_ATTRIBUTES = {"a": {"href"}, "*": set()}
_SCHEMES = {"https", "http", "mailto", "tel", "glossaire"}
# A glossary word as it leaves nh3, which writes its attributes in this order.
_WORD = re.compile(rf'<a href="{GLOSSARY}([a-z0-9-]+)" rel="noopener noreferrer">(.*?)</a>')

_BEFORE_SIGN = re.compile(r" (?=[?!:;»])")
_AFTER_QUOTE = re.compile(r"« ")
_BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")

_ELEMENT = re.compile(r"(<[^>]*>)")
# A mail address or the name of a file is wider than a small phone: it may go on in the next
# line behind one of its signs, never within a word (RLS 1.8).
_LONG_WORD = re.compile(r"[^\s&<>]{13,}")
_AFTER_PART = re.compile(r"(?<=[._/-])(?=\w)|(?<=\w)(?=[@#])")

# A sentence is one line: no block may begin in it, no raw HTML, no picture.
_NO_PREPROCESSORS = ("html_block",)
_NO_INLINE = (
    "html",
    "image_link",
    "image_reference",
    "short_image_ref",
    "reference",
    "short_reference",
    "autolink",
    "automail",
    "backtick",
)


class _Readers(threading.local):
    """python-markdown keeps state and is not made for threads: each thread has a reader of
    its own, made once, since making one takes longer than a sentence."""

    def __init__(self) -> None:
        self.reader = _sentence_reader()


def _sentence_reader() -> Markdown:
    reader = Markdown(output_format="html")
    for name in _NO_PREPROCESSORS:
        reader.preprocessors.deregister(name)
    for name in _NO_INLINE:
        reader.inlinePatterns.deregister(name)
    for name in [item.name for item in reader.parser.blockprocessors._priority]:
        if name != "paragraph":
            reader.parser.blockprocessors.deregister(name)
    return reader


_READERS = _Readers()


def sentence_html(text: str, references: References) -> str:
    """Clean HTML of one sentence, facts in place; glossary words are words like others."""
    return _WORD.sub(r"\2", _clean(text, references))


def explained_html(text: str, references: References) -> str:
    """The same, but words that the glossary has stay marked, as `word_links` wants them."""

    def known(word: re.Match[str]) -> str:
        # A word without letters could be neither seen nor touched.
        return word[0] if word[1] in references.glossary and _bare(word[2]) else word[2]

    return _WORD.sub(known, _clean(text, references))


def explained_words(marked: str) -> tuple[str, ...]:
    """The names of the words that are marked in `explained_html`, each once."""
    return tuple(dict.fromkeys(word[1] for word in _WORD.finditer(marked)))


def word_links(marked: str, link: Callable[[str, str, SafeString], SafeString]) -> str:
    """`explained_html` with `link(name, words, html)` in the place of each marked word."""
    return _WORD.sub(
        lambda word: link(word[1], _bare(word[2]), mark_safe(word[2])),  # noqa: S308 - cleaned
        marked,
    )


def sentence_words(text: str, references: References) -> str:
    """The sentence as plain words: what is spoken, and what a title or an alt may hold."""
    return _bare(sentence_html(text, references))


@lru_cache(maxsize=4096)
def _bare(clean: str) -> str:
    return " ".join(html.unescape(nh3.clean(clean, tags=set())).split())


def _clean(text: str, references: References) -> str:
    return _html(unbroken(with_facts(text, references)))


def unbroken(text: str) -> str:
    """French puts a space before « ? » and within « », and between the digits of a phone
    number: no line may break there."""
    text = _BETWEEN_DIGITS.sub("\u00a0", text)
    return _BEFORE_SIGN.sub("\u00a0", _AFTER_QUOTE.sub("«\u00a0", text))


def plain_html(text: str) -> str:
    """A text without marks as HTML; a long address in it may go on in the next line."""
    return _may_go_on(html.escape(unbroken(text)))


def _only_accepted_links(tag: str, name: str, value: str) -> str | None:
    # nh3 leaves addresses without a scheme alone, such as `//elsewhere.example`.
    accepted = name != "href" or value.lower().startswith(SAFE_SCHEMES) or _is_word(value)
    return value if accepted else None


def _is_word(address: str) -> bool:
    return address.startswith(GLOSSARY) and bool(SLUG.fullmatch(address.removeprefix(GLOSSARY)))


@lru_cache(maxsize=4096)
def _html(text: str) -> str:
    if len(text) > LONGEST_SENTENCE:
        return html.escape(text)
    rendered = _READERS.reader.reset().convert(text)
    clean = nh3.clean(
        rendered.removeprefix("<p>").removesuffix("</p>"),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_only_accepted_links,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer",
    )
    return "".join(
        part if part.startswith("<") else _may_go_on(part) for part in _ELEMENT.split(clean)
    )


def _may_go_on(text: str) -> str:
    return _LONG_WORD.sub(lambda word: _AFTER_PART.sub("<wbr>", word[0]), text)
