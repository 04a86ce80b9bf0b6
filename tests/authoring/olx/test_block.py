"""OLX to block to OLX: the same element, and nothing of any learner."""

import pytest
from hypothesis import given, settings
from lxml import etree
from xblock.fields import ScopeIds
from xblock.runtime import DictKeyValueStore, KvsFieldData
from xblock.test.tools import TestRuntime

from pasapas.authoring.course_olx import course_files
from pasapas.authoring.olx_nodes import document_node
from pasapas.authoring.olx_xml import from_xml, to_xml
from pasapas.blocks import LessonBlock

from .samples import SCREEN, SOUND, small_course, sound_fields, texts, titles

LEARNER = "learner-17-secret"


def block_of(node):
    runtime = TestRuntime(services={"field-data": KvsFieldData(DictKeyValueStore())})
    keys = ScopeIds(LEARNER, "pasapas_lesson", "definition", "usage")
    return LessonBlock.parse_xml(node, runtime, keys)


def exported(block, url_name):
    """As a vertical exports its child: the name is the runtime's, the rest the block's."""
    node = etree.Element("unknown", url_name=url_name)
    block.add_xml_to_node(node)
    return node


def canonical_xml(node):
    return etree.tostring(node, method="c14n2")


def through_a_block(node):
    read = from_xml(to_xml(node))  # as bytes, as the importer gets them
    return exported(block_of(read), node.get("url_name"))


@settings(max_examples=80, deadline=None)
@given(titles, texts, sound_fields)
def test_an_element_comes_back_the_same(title, text, sounds):
    node = document_node("lesson", "un-mail", title, text, sounds)
    assert canonical_xml(through_a_block(node)) == canonical_xml(node)


@settings(max_examples=40, deadline=None)
@given(titles, texts, sound_fields)
def test_a_block_holds_what_the_element_says(title, text, sounds):
    block = block_of(from_xml(to_xml(document_node("lesson", "un-mail", title, text, sounds))))
    assert (block.display_name, block.source, block.sound) == (title, text, sounds)


@pytest.mark.parametrize("slug", [item.slug for item in small_course().documents])
def test_the_lessons_of_an_archive_come_back_the_same(slug):
    (node,) = from_xml(course_files(small_course())[f"vertical/unit-{slug}.xml"])
    assert canonical_xml(exported(block_of(node), node.get("url_name"))) == canonical_xml(node)


def test_what_a_learner_did_is_not_exported():
    node = document_node("lesson", "un-mail", "Un mail", "texte", {SCREEN: SOUND})
    block = block_of(node)
    block.saved = {"revision": 3, "state": {"place": 2, "note": LEARNER}}
    block.pasapas_prefs = {"revision": 1, "state": {"size": 2, "note": LEARNER}}
    block.save()
    again = exported(block, "lesson-un-mail")
    assert canonical_xml(again) == canonical_xml(node)
    assert LEARNER.encode() not in etree.tostring(again)
