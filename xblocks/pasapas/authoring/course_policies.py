"""What an archive says about a course beside its lessons: policies, about page, assets."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.utils.html import format_html, format_html_join

from .olx_model import OlxCourse
from .olx_nodes import TAGS

COVER = "cover.png"
"""The course's picture, 756 × 450 pixels (twice the 378 × 225 of a course card).

Made from this package's pictograms: three steps that rise, `cv`, `envoyer`, `fait`, drawn
140 pixels wide in ink #1d2b3a with accent #f5b84a on blocks 212 pixels wide and 190, 280
and 370 high (#dbe7e4, #c3d8d3, #a9c8c1), ground #fdf6e9, as a page of HTML whose
screenshot was taken with Chromium. No words: it serves every course and every language.
"""

# olxcleaner asks for both; a course of lessons has no end.
START = "2020-01-01T00:00:00Z"
END = "2099-12-31T00:00:00Z"

# Nothing is graded. The platform and olxcleaner want a grader whose weights sum to 1; no
# sequence names this one, so that it applies to nothing.
GRADING = {
    "GRADER": [
        {
            "type": "Leçon",
            "short_label": "Leçon",
            "min_count": 1,
            "drop_count": 0,
            "weight": 1.0,
        }
    ],
    "GRADE_CUTOFFS": {"Pass": 0.5},
}

# Said to the importer, which else guesses from the suffix.
CONTENT_TYPES = {
    ".ogg": "audio/ogg",
    ".mp3": "audio/mpeg",
    ".png": "image/png",
}

LESSONS_ARE_SHORT = "Des leçons courtes, une étape à la fois."
AT_YOUR_PACE = "Vous pouvez refaire une leçon quand vous voulez."
THE_LESSONS = "Les leçons"


def policy_files(course: OlxCourse) -> dict[str, bytes]:
    """Path with slashes → bytes."""
    run = course.key.run
    return {
        f"policies/{run}/policy.json": _json({f"course/{run}": _settings()}),
        f"policies/{run}/grading_policy.json": _json(GRADING),
        "policies/assets.json": _json({name: _asset(name) for name in sorted(course.static)}),
        # Metadata of other assets than files: there are none, and the importer asks.
        "assets/assets.xml": b"<assets/>\n",
        "about/overview.html": _overview(course).encode(),
    }


def _settings() -> dict[str, Any]:
    """The course's settings. Its title stands in `course/RUN.xml`, once."""
    return {
        "advanced_modules": list(TAGS.values()),
        "course_image": COVER,
        "end": END,
        # Nothing is graded: a page that says « 0 % » to a learner would be a lie that hurts.
        "hide_progress_tab": True,
        "language": "fr",
        "mobile_available": True,
        "start": START,
    }


def _asset(name: str) -> dict[str, Any]:
    suffix = name[name.rfind(".") :]
    kind = CONTENT_TYPES.get(suffix)
    asset: dict[str, Any] = {"displayname": name, "import_path": name, "locked": False}
    return asset | ({"contentType": kind} if kind else {})


def _overview(course: OlxCourse) -> str:
    """The about page: titles as they are, escaped."""
    sections = format_html_join(
        "",
        "<h3>{}</h3>\n<ul>\n{}</ul>\n",
        (
            (
                section.title,
                format_html_join(
                    "", "<li>{}</li>\n", ((module.title,) for module in section.modules)
                ),
            )
            for section in course.sections
        ),
    )
    return format_html(
        '<section class="about">\n<h2>{}</h2>\n<p>{}</p>\n<p>{}</p>\n</section>\n'
        '<section class="about">\n<h2>{}</h2>\n{}</section>\n',
        course.title,
        LESSONS_ARE_SHORT,
        AT_YOUR_PACE,
        THE_LESSONS,
        sections,
    )


def _json(value: Mapping[str, Any]) -> bytes:
    text = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True)
    return f"{text}\n".encode()
