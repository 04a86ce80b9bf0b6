"""A sentence: from its marks to clean HTML, and to the words that are spoken.

python-markdown renders the marks within the sentence, nh3 cleans the result. Whatever
stands in the text, only bold, links and glossary words come out of here.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

import nh3
from markdown import Markdown

from pasapas.content.marks import with_facts
from pasapas.content.references import References
from pasapas.content.unsafe_marks import GLOSSARY, LINK, SAFE_SCHEMES

_TAGS = {"strong", "a"}
# nh3 lets `title` and `lang` through everywhere unless told otherwise.
_ATTRIBUTES = {"a": {"href"}, "*": set()}
_SCHEMES = {"https", "http", "mailto", "tel"}

_BEFORE_SIGN = re.compile(r" (?=[?!:;»])")
_AFTER_QUOTE = re.compile(r"« ")

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


def sentence_html(text: str, references: References) -> str:
    """Clean HTML of one sentence, facts in place."""
    return _html(_unbroken(_without_glossary(with_facts(text, references))))


def sentence_words(text: str, references: References) -> str:
    """The sentence as plain words: what is spoken, and what a title or an alt may hold."""
    bare = nh3.clean(sentence_html(text, references), tags=set())
    return " ".join(html.unescape(bare).split())


def _without_glossary(text: str) -> str:
    # A glossary word without an entry to open is a word like any other.
    return LINK.sub(lambda link: link[1] if link[2].startswith(GLOSSARY) else link[0], text)


def _unbroken(text: str) -> str:
    """French puts a space before « ? » and within « »: no line may break there."""
    return _BEFORE_SIGN.sub("\u00a0", _AFTER_QUOTE.sub("«\u00a0", text))


def _only_accepted_links(tag: str, name: str, value: str) -> str | None:
    # nh3 leaves addresses without a scheme alone, such as `//elsewhere.example`.
    accepted = name != "href" or value.lower().startswith(SAFE_SCHEMES)
    return value if accepted else None


@lru_cache(maxsize=4096)
def _html(text: str) -> str:
    # A reader of its own each time: python-markdown keeps state between conversions and
    # is not made for threads. The cache makes that cost nothing.
    rendered = _sentence_reader().convert(text)
    clean = nh3.clean(
        rendered.removeprefix("<p>").removesuffix("</p>"),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_only_accepted_links,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer",
    )
    return "".join(
        part if part.startswith("<") else _LONG_WORD.sub(_breakable, part)
        for part in _ELEMENT.split(clean)
    )


def _breakable(word: re.Match[str]) -> str:
    return _AFTER_PART.sub("<wbr>", word[0])
