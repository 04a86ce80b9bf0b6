"""The shipped course, with the floor block and the lesson of the bench as a last section."""

from __future__ import annotations

from lxml import etree

from pasapas.authoring.olx_nodes import document_node
from pasapas.player.pictograms import drawing
from pasapas.workshop.content import Entry, SourceSection
from pasapas.workshop.shipped import ShippedCourse, shipped_course

from . import bench_lesson, floor_block

OURS, FLOOR = "lesson-bench", "bench-floor"
SHIPPED = "lesson-joindre-un-cv"


def bench_course() -> ShippedCourse:
    """For this process alone: it makes the floor block known."""
    floor_block.register()
    course = shipped_course("chercher-un-emploi")
    ours = document_node(
        "lesson", "bench", "Joindre un CV", bench_lesson.text(), bench_lesson.sounds()
    )
    floor = etree.Element("bench_floor")
    section = SourceSection("Mesures", [_entry(OURS, ours), _entry(FLOOR, floor)])
    return ShippedCourse(course.title, (*course.sections, section))


def _entry(url_name: str, node: etree._Element) -> Entry:
    return Entry(url_name, "Joindre un CV", "", drawing("mail"), node)
