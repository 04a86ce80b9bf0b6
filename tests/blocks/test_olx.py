"""OLX in, OLX out: every byte of the text, and nothing of any learner."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from .host import LESSON, Host, envelope


def olx(text=LESSON, attributes="", more=""):
    return (
        f'<pasapas_lesson url_name="lesson-x" {attributes}>'
        f'<source format="1"><![CDATA[{text}]]></source>{more}</pasapas_lesson>'
    )


SOUNDS = """
<sound step="aaaa" src="/static/a.ogg" starts="0.0 1.5"/>
<!-- <sound step="cccc" src="/static/c.ogg" starts="0.0 1.0"/> -->
<sound step="aaaa" src="/static/a.mp3" starts="0.0 1.5"/>
<sound step="bbbb" src="/static/b.ogg" starts="0.0 2.25 4.0"/>
"""


def test_a_block_is_imported():
    block = Host().imported(olx(attributes='display_name="Joindre un CV"', more=SOUNDS))
    assert block.source == LESSON
    assert block.display_name == "Joindre un CV"
    assert block.sound == {
        "aaaa": {"sources": ["/static/a.ogg", "/static/a.mp3"], "starts": [0.0, 1.5]},
        "bbbb": {"sources": ["/static/b.ogg"], "starts": [0.0, 2.25, 4.0]},
    }


def test_comments_are_passed_over():
    xml = f"<pasapas_lesson><!-- a --><?pi x?><source><!-- b --><![CDATA[{LESSON}]]></source>"
    assert Host().imported(xml + "<!-- c --></pasapas_lesson>").source == LESSON


def test_what_is_exported_is_imported_again():
    host = Host()
    block = host.imported(olx(attributes='display_name="A &amp; «B» &lt;"', more=SOUNDS))
    again = host.imported(etree.tostring(host.exported(block)))
    for name in ("display_name", "source", "sound"):
        assert getattr(again, name) == getattr(block, name)
    assert etree.tostring(host.exported(again)) == etree.tostring(host.exported(block))


def test_what_is_exported_is_what_authors_made():
    host = Host()
    block = host.imported(olx(attributes='display_name="Un titre"', more=SOUNDS))
    node = host.exported(block)
    assert node.tag == "pasapas_lesson"
    assert [child.tag for child in node] == ["source", "sound", "sound", "sound"]
    assert set(node.attrib) <= {"display_name", "xblock-family"}
    assert node.find("source").get("format") == "1"


def test_the_text_is_readable_in_the_archive():
    host = Host()
    node = host.exported(host.imported(olx()))
    assert LESSON in etree.tostring(node, encoding="unicode").replace("&gt;", ">")


def test_addresses_stand_alone_in_plain_quotes():
    """That is how the platform finds the files that a copied block needs."""
    host = Host()
    text = etree.tostring(host.exported(host.imported(olx(more=SOUNDS)))).decode()
    assert text.count('"/static/a.ogg"') == 1


@pytest.mark.parametrize(
    "text",
    [
        "a ]]> b", "]]>", "]]]]>>", "<![CDATA[x]]>", "&amp; < > \" '", "", " \n  x \n\n", "\nx",
        "é œ — 😀 «»", "---\n---\n", "x\u00a0y\u200b",
    ],
)  # fmt: skip
def test_a_text_travels_byte_for_byte(text):
    host = Host().authored(source=text)
    again = host.imported(etree.tostring(host.exported(host.block())))
    assert again.source == text


pieces = st.sampled_from(["]]>", "]", ">", "<", "&", "<!--", "-->", "<![CDATA[", "\n", " ", "é"])
canonical_texts = st.lists(
    pieces | st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Zl", "Zp"])),
    max_size=8,
).map("".join)


@settings(max_examples=60, deadline=None)
@given(canonical_texts)
def test_any_text_travels_byte_for_byte(text):
    host = Host().authored(source=text)
    again = host.imported(etree.tostring(host.exported(host.block())))
    assert again.source == text


@pytest.mark.parametrize("text", ["", "words", "---\n: [\n", "<script>alert(1)</script>"])
def test_a_bad_text_is_kept(text):
    """Losing a block in an import would be worse; its problems are shown."""
    host = Host()
    block = host.imported(olx(text))
    assert block.source == text
    assert block.author_view().content


def test_a_block_without_a_text_is_imported_too():
    host = Host()
    for xml in ("<pasapas_lesson/>", "<pasapas_lesson><other/>x</pasapas_lesson>"):
        assert host.imported(xml).source == ""


def test_attributes_do_not_set_what_belongs_to_learners():
    attributes = """saved='{"revision": 9}' pasapas_prefs='{"state": {"size": 2}}'"""
    host = Host()
    block = host.imported(olx(attributes=attributes))
    assert block.saved == {}
    assert block.pasapas_prefs == {}


def test_attributes_do_not_set_what_travels_as_elements():
    attributes = """source='other' sound='{"x": 1}' children='["a"]' parent='p'"""
    block = Host().imported(olx(attributes=attributes, more=SOUNDS))
    assert block.source == LESSON
    assert set(block.sound) == {"aaaa", "bbbb"}


@pytest.mark.parametrize(
    "attributes", ['unknown="1"', 'due="x" x:y="z" xmlns:x="urn:x"', 'tags="["']
)
def test_attributes_that_are_not_ours_or_not_right_do_no_harm(attributes):
    assert Host().imported(olx(attributes=attributes)).source == LESSON


@pytest.mark.parametrize(
    "sound",
    [
        "<sound/>", '<sound step="a"/>', '<sound step="a" src="/static/a.ogg"/>',
        '<sound step="a" src="/static/a.ogg" starts="x y"/>',
        '<sound step="a" src="/static/a.ogg" starts="0 nan"/>',
        '<sound step="a" src="/static/a.ogg" starts="0 inf"/>',
    ],
)  # fmt: skip
def test_a_sound_that_does_not_say_what_it_is_is_passed_over(sound):
    assert Host().imported(olx(more=sound)).sound == {}


def test_nothing_of_a_learner_is_exported():
    """The platform's own serialisation would export every field that is set."""
    host = Host().authored(display_name="Un titre")
    host.post("save_progress", envelope(data={"place": 2, "rating": "not-yet"}))
    host.post("save_preferences", envelope(data={"size": 2}))
    block = host.block()
    assert block.saved
    assert block.pasapas_prefs
    text = etree.tostring(host.exported(block), encoding="unicode")
    assert "not-yet" not in text
    assert "saved" not in text
    assert "pasapas_prefs" not in text
    assert 'display_name="Un titre"' in text


def test_a_default_title_is_not_written_down():
    """It would no longer follow the default."""
    host = Host()
    assert "display_name" not in host.exported(host.imported(olx())).attrib
