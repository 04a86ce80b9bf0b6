"""The block of the self-assessment as OLX: what travels with a course, and what does not."""

from __future__ import annotations

import pytest
from lxml import etree

from pasapas.player.saving import learner_token

from .assessments import SMALL, UNREADABLE, USAGE, WHOLE, assessment_host, view, walk
from .host import Host

SOUNDS = {"aaaa": {"sources": ["/static/a.ogg", "/static/a.mp3"], "starts": [0.0, 1.5]}}


def olx(attributes: str = "", more: str = "", text: str = SMALL) -> str:
    return (
        f'<pasapas_assessment url_name="assessment-x" {attributes}>'
        f'<source format="1"><![CDATA[{text}]]></source>{more}</pasapas_assessment>'
    )


@pytest.mark.parametrize("text", [SMALL, WHOLE, "", "a ]]> b", UNREADABLE])
@pytest.mark.parametrize("lessons", [None, {}, {"joindre-un-cv": "Joindre « un CV » & l'envoyer"}])
def test_a_block_travels_byte_for_byte(text, lessons):
    fields = {} if lessons is None else {"lessons": lessons}
    host = assessment_host(text, sound=SOUNDS, display_name="Un <titre>", **fields)
    host.store.teaching = False
    first = etree.tostring(host.exported(host.block(USAGE)))
    again = host.imported(first)
    assert again.source == text
    assert again.sound == SOUNDS
    assert again.display_name == "Un <titre>"
    assert again.lessons == (lessons or {})
    assert etree.tostring(host.exported(again)) == first


def test_nothing_of_a_learner_is_exported(host):
    walk(host, lambda challenge: True)
    host.post("show", {"learner": learner_token("amina")}, usage=USAGE)
    block = host.block(USAGE)
    assert block.code
    assert block.shown
    node = host.exported(block)
    assert set(node.attrib) <= {"display_name", "lessons", "xblock-family"}
    assert block.code not in etree.tostring(node, encoding="unicode")


@pytest.mark.parametrize(
    "attributes",
    [
        "lessons='null'", "lessons='[1, 2]'", "lessons='5'", "lessons='['", "lessons=''",
        "lessons='{\"a\": [1]}'", "lessons='{\"lire-un-mail\": 5}'", "counts='yes'",
        "completion_mode='completable'", "code='BCDFGHJK'", "shown='{}'", "saved='{\"state\": 1}'",
    ],
)  # fmt: skip
def test_odd_attributes_do_no_harm(attributes):
    block = Host().imported(olx(attributes))
    assert block.source == SMALL
    assert (block.code, block.shown, block.saved) == ("", {}, {})
    host = assessment_host(block.source, lessons=block.lessons)
    walk(host, lambda challenge: False)
    assert "pap-result" in view(host).content


@pytest.mark.parametrize(
    "xml", ["<pasapas_assessment/>", "<pasapas_assessment><bank/><sound/>x</pasapas_assessment>"]
)
def test_a_block_without_a_text_is_imported_too(xml):
    block = Host().imported(xml)
    assert block.source == ""
    assert "pas encore prête" in block.student_view().content
