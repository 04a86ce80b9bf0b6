"""A sentence's marks become clean HTML and plain words, whatever stands in the text."""

from __future__ import annotations

import dataclasses
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.utils.html import format_html
from hypothesis import example, given
from hypothesis import strategies as st

from pasapas.content.glossary import Entry
from pasapas.player import inline
from pasapas.player.inline import (
    explained_html,
    explained_words,
    sentence_html,
    sentence_words,
    word_links,
)

from .samples import REFERENCES, SAFE_SCHEMES, assert_nothing_runs, elements, parsed, seen

# Pieces that make marks, break out of them, or were once a hole in some Markdown reader.
PIECES = [
    *"*_`[]()<>!#&\\|~:=\"'/- ",
    "**", "__", "](", "![", "[[fact:", "]]", "[[fact:piege]]", "[[fact:site]]",
    "<script>", "</script>", "<img src=x onerror=alert(1)>", "<a href=javascript:alert(1)>",
    "javascript:alert(1)", "JaVaScRiPt:", "java\tscript:", "data:text/html,<b>", "vbscript:",
    "https://exemple.example", "mailto:a@b.example", "tel:3949", "//exemple.example", "/x",
    "&lt;", "&#x6A;avascript:", "&amp;lt;", "&nbsp;", "&#0;", "<!--", "-->", "<?", "<![CDATA[",
    "onerror=", "style=x", "glossaire:piece-jointe", "{: onclick=x}", "http://", "é", "œ", "mot",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=14).map("".join)
# A sentence of canonical text: one line, no control characters.
letters = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=4)
pieces = [piece for piece in PIECES if piece.isprintable()]
sentences = st.lists(st.sampled_from(pieces) | letters, max_size=14).map("".join)


@given(texts | sentences)
@example("[x](javascript:alert(1))")
@example("[x](<javascript:alert(1)>)")
@example("[x](&#106;avascript:alert(1))")
@example('[x](https://e.example "onmouseover=alert(1)")')
@example("<a href='https://e.example' onclick='x'>y</a>")
@example("[a]: javascript:alert(1)\n\n[a]")
@example("    code\n\n> quote\n\n1. one\n\n# title")
def test_only_bold_and_safe_links_come_out(text):
    tree = parsed(sentence_html(text, REFERENCES))
    for element in elements(tree):
        assert element.tag in ("strong", "a", "wbr"), element.tag
        assert set(element.attrib) <= {"href", "rel"}, dict(element.attrib)
        if "href" in element.attrib:
            assert element.get("href").lower().startswith(SAFE_SCHEMES), dict(element.attrib)


def test_an_address_may_go_on_in_the_next_line_behind_its_signs():
    html = sentence_html("Voici jose.ferreira@bonjour.example et CV-Amina-Benali.", REFERENCES)
    assert "jose.<wbr>ferreira<wbr>@bonjour.<wbr>example" in html
    assert "CV-<wbr>Amina-<wbr>Benali." in html
    link = sentence_html("[site](https://aa.example/bbbbbbbbbbbbbb.html)", REFERENCES)
    assert 'href="https://aa.example/bbbbbbbbbbbbbb.html"' in link
    assert "<wbr>" not in sentence_html("anticonstitutionnellement", REFERENCES)


@given(sentences)
@example("AT&amp;T &amp;lt; 3")
@example("a&nbsp;b")
@example("**gras** et [lien](https://e.example)")
@example("1. Ouvrez # ou > ou - ou `x`")
def test_the_words_are_what_is_seen(text):
    assert sentence_words(text, REFERENCES) == seen(parsed(sentence_html(text, REFERENCES)))


@given(sentences)
def test_words_are_one_line(text):
    words = sentence_words(text, REFERENCES)
    assert words == " ".join(words.split())


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Le trombone veut dire : pièce jointe.", "Le trombone veut dire : pièce jointe."),
        ("Appuyez sur **Envoyer**.", "Appuyez sur <strong>Envoyer</strong>."),
        ("C'est « ici ».", "C'est « ici »."),
        ("Le [mot](glossaire:piece-jointe) ici.", "Le mot ici."),
        ("Le **[mot](glossaire:piece-jointe)**.", "Le <strong>mot</strong>."),
        ("Appelez le [[fact:telephone]].", "Appelez le 39 49."),
        ("Rien : [[fact:inconnu]].", "Rien : ."),
        ("2. Ouvrez", "2. Ouvrez"),
        ("# Titre", "# Titre"),
        ("+ plus", "+ plus"),
        ("un `code`", "un `code`"),
        ("IMG_2034_bis", "IMG_2034_bis"),
        ("3 < 5 & 5 > 3", "3 &lt; 5 &amp; 5 &gt; 3"),
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("", ""),
    ],
)
def test_marks_render(text, html):
    assert sentence_html(text, REFERENCES).replace("&nbsp;", " ") == html


def test_no_line_breaks_before_a_sign_or_within_quotation_marks():
    text = "Où ? Là : « ici » ; oui !"
    assert seen_with_spaces(text) == "Où\xa0? Là\xa0: «\xa0ici\xa0»\xa0; oui\xa0!"
    # What is spoken, and so its recording, does not change for that.
    assert sentence_words(text, REFERENCES) == text


def seen_with_spaces(text):
    return parsed(sentence_html(text, REFERENCES)).text_content()


@pytest.mark.parametrize(
    "address", ["https://e.example/a?b=c", "http://e.example", "mailto:a@e.example", "tel:3949"]
)
def test_a_link_keeps_its_address_and_gives_nothing_away(address):
    (link,) = parsed(sentence_html(f"Voir [le site]({address}).", REFERENCES)).iter("a")
    assert link.get("href") == address
    assert link.text == "le site"
    assert link.get("rel") == "noopener noreferrer"


@pytest.mark.parametrize(
    "address", ["", "/x", "//elsewhere.example", "x", "#x", "?x", "ftp://e.example", "data:x"]
)
def test_an_address_that_authors_may_not_use_is_no_link(address):
    """Reading calls it unsafe (content.marks), but an import keeps the text as it is."""
    tree = parsed(sentence_html(f"Voir [le site]({address}).", REFERENCES))
    assert not tree.xpath(".//@href")
    assert "le site" in seen(tree)


def test_a_fact_may_hold_a_mark_of_its_own():
    (link,) = parsed(sentence_html("Voir [[fact:site]].", REFERENCES)).iter("a")
    assert link.get("href") == "https://exemple.example/a_b_c"


def test_a_hostile_fact_is_only_text():
    html = sentence_html("Voir [[fact:piege]].", REFERENCES)
    assert "<img" not in html
    assert sentence_words("Voir [[fact:piege]].", REFERENCES).startswith("Voir <img")


def test_words_of_html_are_the_characters_themselves():
    """Words go into titles and recordings: they are text, not HTML."""
    assert sentence_words("Tom & **Léa** : 3 < 5", REFERENCES) == "Tom & Léa : 3 < 5"


# --- Words that the glossary explains ---


def linked(text):
    """The sentence as a page shows it, with a plain link for each word that is explained."""
    return word_links(
        explained_html(text, REFERENCES),
        lambda name, words, html: format_html('<a href="#{}" title="{}">{}</a>', name, words, html),
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Un [CV](glossaire:piece-jointe).", 'Un <a href="#piece-jointe" title="CV">CV</a>.'),
        (
            "[**CV** & Cie](glossaire:piece-jointe)",
            '<a href="#piece-jointe" title="CV &amp; Cie"><strong>CV</strong> &amp; Cie</a>',
        ),
        ('["](glossaire:piece-jointe)', '<a href="#piece-jointe" title="&quot;">"</a>'),
        ("Un [mot](glossaire:inconnu).", "Un mot."),
        ("Un [ ](glossaire:piece-jointe) mot.", "Un   mot."),
        ("Sans mot.", "Sans mot."),
    ],
)
def test_a_word_that_the_glossary_has_becomes_a_link(text, html):
    assert linked(text) == html


def test_the_names_of_words_come_once_and_in_order():
    two = dataclasses.replace(
        REFERENCES, glossary={name: Entry(name, name, (), (name,), "") for name in ("cv", "rib")}
    )
    text = "[a](glossaire:rib) [b](glossaire:cv) [c](glossaire:rib) [d](glossaire:non)"
    assert explained_words(explained_html(text, two)) == ("rib", "cv")


def test_a_link_elsewhere_is_no_word():
    text = "[a](https://e.example/glossaire:piece-jointe) [b](mailto:a@b.example)"
    assert linked(text) == sentence_html(text, REFERENCES)


@given(texts | sentences)
@example("[x](<glossaire:piece-jointe> 'onclick=alert(1)')")
@example('[<img src=x onerror=alert(1)>"](glossaire:piece-jointe)')
@example("[[x](glossaire:piece-jointe)](javascript:alert(1))")
@example('[x](glossaire:piece-jointe"onclick=alert(1))')
@example("[x](glossaire:../piece-jointe)")
@example("[x](GLOSSAIRE:javascript)")
def test_nothing_of_a_marked_sentence_runs(text):
    tree = parsed(linked(text))
    assert_nothing_runs(tree)
    for element in elements(tree):
        assert element.tag in ("strong", "a", "wbr"), element.tag
        assert set(element.attrib) <= {"href", "rel", "title"}, dict(element.attrib)


@given(sentences)
@example("Une [pièce **jointe**](glossaire:piece-jointe) & [](glossaire:piece-jointe)")
def test_a_marked_sentence_says_the_same_as_a_plain_one(text):
    """Or its recording and what is seen would part."""
    assert seen(parsed(linked(text))) == sentence_words(text, REFERENCES)


def test_one_sentence_does_not_change_the_next():
    """python-markdown keeps references and stashes between conversions."""
    first = sentence_html("[a]: https://e.example", REFERENCES)
    assert first == sentence_html("[a]: https://e.example", REFERENCES)
    assert "<a" not in sentence_html("[a]", REFERENCES)


@given(texts, sentences)
@example("[a]: https://e.example", "[x][a]")
@example("**[x](", "**y**")
def test_a_reader_reads_on_as_a_new_one_does(before, text):
    """A thread keeps its reader."""
    inline._html.cache_clear()
    sentence_html(before, REFERENCES)
    read_on = sentence_html(text, REFERENCES)
    inline._html.cache_clear()
    with ThreadPoolExecutor(1) as another:
        anew = another.submit(sentence_html, text, REFERENCES).result()
    assert read_on == anew
