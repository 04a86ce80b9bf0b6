"""olxcleaner, taught our blocks.

Left to itself it calls our tag unexpected; told to allow it, it skips the element, with
its name, its links and its files. So our tags become content objects of its.
"""

from __future__ import annotations

from pathlib import Path

import olxcleaner
from olxcleaner.objects.common import EdxContent, EdxObject
from olxcleaner.objects.vertical import EdxVertical

from pasapas.authoring.olx_nodes import TAGS

_OWN_CHILDREN = EdxVertical.allowed_children.fget


class EdxPasapasLesson(EdxContent):
    """A lesson: inline, with a title and a text."""

    type = TAGS["lesson"]
    display_name = True
    can_be_pointer = False

    def validate(self, course, errorstore):
        self.require_setting("url_name", errorstore)


class EdxPasapasPractice(EdxPasapasLesson):
    """A practice is no different."""

    type = TAGS["practice"]


def findings(course: Path) -> list[str]:
    """`LEVEL Name` of all that olxcleaner finds in a folder with a course.xml."""
    EdxObject._subclasses = []  # filled once, perhaps before our class was there
    EdxVertical.allowed_children = property(lambda self: [*_OWN_CHILDREN(self), *TAGS.values()])
    try:
        _, store, _ = olxcleaner.validate(str(course))
    finally:
        EdxVertical.allowed_children = property(_OWN_CHILDREN)
    return [f"{error.level} {error.name}" for error in store.errors]
