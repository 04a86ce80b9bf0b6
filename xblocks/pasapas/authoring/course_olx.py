"""A course as the files of an Open edX course export.

    course.xml                      pointer: exactly url_name, org, course
    course/RUN.xml                  the course: its title, pointers to its sections
    chapter/section-<slug>.xml      a section of the course
    sequential/sequence-<slug>.xml  a lesson …
    vertical/unit-<slug>.xml        … its only unit: the lesson, then its practice, inline
    policies/, about/, assets/      see `course_policies`
    static/                         the cover, and the recordings that lessons name

One sequence a lesson, with one unit: the outline that a learner opens on a phone then
shows the lessons by name under their section, and one press opens one. Sequences of
several units would hide the lessons behind unnamed icons.

Blocks stand inline because "custom blocks cannot be put in their own directory" (OLX
guide), and files that point to them were lost by some releases (openedx-platform#36390).
"""

from __future__ import annotations

from lxml import etree

from .course_policies import policy_files
from .olx_model import COURSE_FILE, STATIC, OlxCourse, OlxSection
from .olx_nodes import document_node
from .olx_xml import to_xml


def course_files(course: OlxCourse) -> dict[str, bytes]:
    """Path with slashes → bytes, of all files of the archive."""
    key = course.key
    files = {
        COURSE_FILE: to_xml(
            etree.Element("course", url_name=key.run, org=key.org, course=key.number)
        ),
        f"course/{key.run}.xml": _course_xml(course),
    }
    for section in course.sections:
        files |= _section_files(section)
    files |= policy_files(course)
    files |= {f"{STATIC}{name}": data for name, data in course.static.items()}
    return files


def _course_xml(course: OlxCourse) -> bytes:
    node = etree.Element("course", display_name=course.title)
    for section in course.sections:
        etree.SubElement(node, "chapter", url_name=section_name(section))
    return to_xml(node)


def section_name(section: OlxSection) -> str:
    """A section is named after its first lesson: that is unique in the course, ASCII, and
    stays when the title is reworded. A section without a module is reported elsewhere."""
    return f"section-{section.modules[0].name if section.modules else 'empty'}"


def _section_files(section: OlxSection) -> dict[str, bytes]:
    chapter = etree.Element("chapter", display_name=section.title)
    files = {}
    for module in section.modules:
        sequence, unit = f"sequence-{module.name}", f"unit-{module.name}"
        etree.SubElement(chapter, "sequential", url_name=sequence)
        sequential = etree.Element("sequential", display_name=module.title)
        etree.SubElement(sequential, "vertical", url_name=unit)
        vertical = etree.Element("vertical", display_name=module.title)
        for item in module.documents:
            node = document_node(
                item.kind, item.slug, item.title, item.text, item.sounds, item.settings
            )
            vertical.append(node)
        files[f"sequential/{sequence}.xml"] = to_xml(sequential)
        files[f"vertical/{unit}.xml"] = to_xml(vertical)
    files[f"chapter/{section_name(section)}.xml"] = to_xml(chapter)
    return files
