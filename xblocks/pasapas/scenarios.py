"""Pages of the xblock-sdk workbench, for those who develop the blocks."""

from __future__ import annotations

from lxml import etree

from pasapas.content import olx
from pasapas.content.assessment import assessment_text
from pasapas.content.shelf import shipped_shelf

# A lesson that comes with the package. Its text in the workbench is what learners get.
LESSON = "joindre-un-cv"
OTHER_LESSON = "fausse-offre"
PRACTICE = "joindre-un-cv"

# Whatever a text may try against the page that shows it.
HOSTILE = """\
---
format: 1
title: '<script>hostile("title")</script>'
need: ['<img src=x onerror=hostile("need")>']
known: '</div></section><script>hostile("known")</script>'
domain: messages
level: 1
minutes: 4
pictogram: mail
---
## <svg onload=hostile("step")> ]]>
![](pictogram:mail)
<script>hostile("sentence")</script>
[Lien](javascript:hostile("link")) et **gras**
<style>body { display: none }</style> {{ 7 * 7 }} ${7 * 7}
Quel mot ?
( ) <b onclick=hostile("choice")>Un</b> {{<iframe src="//hostile.example"></iframe> Non. | Lisez.}}
(x) "onmouseover="hostile('choice') {{Oui.}}
"""

# Front matter that never ends: there is no lesson to show.
UNREADABLE = """\
---
format: 1
title: Une leçon qui ne se lit pas
"""


def lesson_scenarios() -> list[tuple[str, str]]:
    """`[(title, OLX), …]`: what `workbench_scenarios` of the lesson's block gives."""
    return [
        ("Pas à pas: a lesson", _xml(_shipped(LESSON))),
        ("Pas à pas: a hostile text", _xml(_block("hostile", HOSTILE))),
        ("Pas à pas: a text that can't be read", _xml(_block("unreadable", UNREADABLE))),
        ("Pas à pas: two lessons on one page", _xml(_page(LESSON, OTHER_LESSON))),
    ]


def practice_scenarios() -> list[tuple[str, str]]:
    """The same for the block of practices."""
    return [
        ("Pas à pas: a practice", _xml(_shipped_practice(PRACTICE))),
        ("Pas à pas: a lesson and its practice", _xml(_lesson_with_practice(LESSON))),
    ]


def assessment_scenarios() -> list[tuple[str, str]]:
    """The same for the block of the self-assessment."""
    whole = assessment_text("whole", "", "Où j'en suis")
    domain = assessment_text("domain", "messages", "Mes messages")
    lesson = assessment_text("lesson", "joindre-un-cv", "Joindre un CV")
    return [
        ("Pas à pas: an assessment", _xml(_assessment("whole", whole))),
        ("Pas à pas: an assessment of one domain", _xml(_assessment("messages", domain))),
        ("Pas à pas: after a lesson", _xml(_assessment("joindre-un-cv", lesson))),
    ]


def _assessment(name: str, text: str) -> etree._Element:
    node = etree.Element("pasapas_assessment", url_name=f"assessment-{name}")
    olx.add_source(node, text)
    return node


def _lesson_with_practice(slug: str) -> etree._Element:
    page = etree.Element("vertical_demo")
    page.extend((_shipped(slug), _shipped_practice(slug)))
    return page


def _shipped_practice(slug: str) -> etree._Element:
    node = etree.Element("pasapas_practice", url_name=f"practice-{slug}")
    olx.add_source(node, shipped_shelf().practices[slug].text)
    return node


def _page(*slugs: str) -> etree._Element:
    """Lessons below each other, in the column that the workbench brings."""
    page = etree.Element("vertical_demo")
    page.extend(_shipped(slug) for slug in slugs)
    return page


def _shipped(slug: str) -> etree._Element:
    return _block(slug, shipped_shelf().lessons[slug].text)


def _block(name: str, text: str) -> etree._Element:
    node = etree.Element("pasapas_lesson", url_name=f"lesson-{name}")
    olx.add_source(node, text)
    return node


def _xml(node: etree._Element) -> str:
    return etree.tostring(node, encoding="unicode")
