"""A first editor for Studio: the text, its problems with their lines, save."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from web_fragments.fragment import Fragment

from pasapas.content.problems import Problem, Severity

from .problems import describe
from .style_messages import ADVICE, advice
from .translation import Gettext
from .translation import noop as _

SEVERITIES = {
    Severity.UNSAFE: _("Refused"),
    Severity.ERROR: _("Missing or wrong"),
    Severity.WARNING: _("To better"),
}
NO_PROBLEM = _("No problem was found.")
LINE = _("Line {line}")
TITLE = _("Title")
TEXT = _("Text")
PROBLEMS = _("Problems")
PREVIEW = _("What learners see")
SAVE = _("Save")
CHECK = _("Check")
CANCEL = _("Cancel")

_SCRIPT_WORDS = {
    "saved": _("The text is saved."),
    "refused": _("The text is not saved: see the problems marked “Refused”."),
    "unreachable": _("The text could not be checked. Try again."),
    "failed": _("The text could not be saved. It is still here: copy it, then try again."),
}


@dataclass(frozen=True)
class Page:
    title: str
    source: str
    problems: tuple[Problem, ...]


def problem_list(problems: Iterable[Problem], gettext: Gettext) -> SafeString:
    """The problems as a list, or one sentence that there are none."""
    items = format_html_join(
        "",
        '<li class="pap-{}"><strong>{}{}</strong> {}</li>',
        (
            (
                problem.severity.value,
                gettext(SEVERITIES[problem.severity]) + ". ",
                gettext(LINE).format(line=problem.line) + "." if problem.line else "",
                _told(problem, gettext),
            )
            for problem in problems
        ),
    )
    if not items:
        return format_html('<p class="pap-problems">{}</p>', gettext(NO_PROBLEM))
    return format_html('<ul class="pap-problems">{}</ul>', items)


def _told(problem: Problem, gettext: Gettext) -> str:
    """What is wrong and, for plain language, a better way: Studio is all that a trainer has."""
    what = describe(problem, gettext)
    if problem.code not in ADVICE:
        return what
    return f"{what} {advice(problem, gettext).better}"


def editor_page(page: Page, gettext: Gettext) -> SafeString:
    """What `studio_view` shows. The class names of the buttons are Studio's own."""
    return format_html(
        '<div class="pasapas pap-editor">'
        '<label>{} <input type="text" class="pap-name" value="{}"></label>'
        '<label>{} <textarea class="pap-source" rows="24" spellcheck="true" lang="fr">\n{}'
        "</textarea></label>"
        "<h3>{}</h3><div class=pap-found>{}</div>"
        "<h3>{}</h3><div class=pap-preview></div>"
        '<p class="pap-status" role="status"></p>'
        '<div class="xblock-actions pap-actions">'
        '<button type="button" class="pap-button pap-check">{}</button>'
        '<button type="button" class="pap-button save-button pap-main">{}</button>'
        '<button type="button" class="pap-button cancel-button">{}</button>'
        "</div></div>",
        gettext(TITLE),
        page.title,
        gettext(TEXT),
        page.source,
        gettext(PROBLEMS),
        problem_list(page.problems, gettext),
        gettext(PREVIEW),
        gettext(CHECK),
        gettext(SAVE),
        gettext(CANCEL),
    )


def preview(fragment: Fragment) -> dict[str, Any]:
    """What the editor needs to show a fragment on its own page: `html`, the addresses of
    `styles` and `scripts`, and how it is begun (`start`, `args`)."""
    urls = [resource for resource in fragment.resources if resource.kind == "url"]
    return {
        "html": fragment.content,
        "styles": [item.data for item in urls if item.mimetype == "text/css"],
        "scripts": [item.data for item in urls if item.mimetype == "application/javascript"],
        "start": fragment.js_init_fn or "",
        "args": fragment.json_init_args,
    }


def script_words(gettext: Gettext) -> dict[str, str]:
    return {name: gettext(msgid) for name, msgid in _SCRIPT_WORDS.items()}
