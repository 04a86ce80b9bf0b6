"""olxcleaner, taught our block.

Left to itself it calls our tag unexpected; told to allow it, it skips the element, with
its name, its links and its files. So the tag becomes one of its content objects.
"""

from __future__ import annotations

from pathlib import Path

import olxcleaner
from olxcleaner.objects.common import EdxContent, EdxObject
from olxcleaner.objects.vertical import EdxVertical

from pasapas.authoring.olx_nodes import LESSON_TAG

_OWN_CHILDREN = EdxVertical.allowed_children.fget


class EdxPasapasLesson(EdxContent):
    """A lesson: inline, with a title and a text."""

    type = LESSON_TAG
    display_name = True
    can_be_pointer = False

    def validate(self, course, errorstore):
        self.require_setting("url_name", errorstore)


def findings(course: Path) -> list[str]:
    """`LEVEL Name` of all that olxcleaner finds in a folder with a course.xml."""
    EdxObject._subclasses = []  # filled once, perhaps before our class was there
    EdxVertical.allowed_children = property(lambda self: [*_OWN_CHILDREN(self), LESSON_TAG])
    try:
        _, store, _ = olxcleaner.validate(str(course))
    finally:
        EdxVertical.allowed_children = property(_OWN_CHILDREN)
    return [f"{error.level} {error.name}" for error in store.errors]
