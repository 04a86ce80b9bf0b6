"""Courses to build, small or hostile."""

from __future__ import annotations

from hypothesis import strategies as st

from pasapas.authoring.assemble import cover
from pasapas.authoring.course_policies import COVER
from pasapas.authoring.olx_model import CourseKey, OlxCourse, OlxDocument, OlxModule, OlxSection
from pasapas.content.text import canonical

KEY = CourseKey("PasAPas", "essai", "cours")
SCREEN = "0123456789abcdef"
SOUND = {"sources": ["/static/ab12.ogg", "/static/ab12.mp3"], "starts": [0.0, 2.13, 4.021]}
TEXT = "---\nformat: 1\n---\n## Un mail\nLe mail est là.\n"


def lesson(slug: str = "un-mail", **changes) -> OlxDocument:
    given = {"kind": "lesson", "slug": slug, "title": "Un mail", "text": TEXT}
    return OlxDocument(**given | changes)


def practice(slug: str = "un-mail", **changes) -> OlxDocument:
    return lesson(slug, **{"kind": "practice", "title": "Entraînement : Un mail"} | changes)


def alone(*documents: OlxDocument) -> tuple[OlxModule, ...]:
    """A unit for each."""
    return tuple(OlxModule((document,)) for document in documents)


def course_of(*lessons: OlxDocument, **changes) -> OlxCourse:
    """A course whose static files are those that its lessons name."""
    static = {
        source.removeprefix("/static/"): f"sound of {source}".encode()
        for item in lessons
        for entry in item.sounds.values()
        for source in entry["sources"]
    }
    parts = {
        "key": KEY,
        "title": "Chercher un emploi",
        "sections": (OlxSection("Je commence", alone(*lessons)),),
        "static": {COVER: cover(), **static},
    }
    return OlxCourse(**parts | changes)


def small_course() -> OlxCourse:
    """Two sections, three lessons, one of them with sound."""
    first, second, third = (lesson(slug) for slug in ("un-mail", "mon-cv", "une-offre"))
    heard = lesson("un-mail", sounds={SCREEN: SOUND})
    course = course_of(heard, second, third)
    sections = (
        OlxSection("Je commence", alone(heard, second)),
        OlxSection("Après", alone(third)),
    )
    assert first.slug == heard.slug
    return OlxCourse(KEY, course.title, sections, course.static)


def course_with_practices() -> OlxCourse:
    """A lesson with its practice, and a practice by itself, with sound."""
    both = OlxModule((lesson(), practice()))
    heard = practice("mon-cv", sounds={SCREEN: SOUND})
    static = course_of(heard).static
    return OlxCourse(KEY, "Chercher", (OlxSection("Je commence", (both, *alone(heard))),), static)


# What XML, CDATA, readers that strip blanks and shells of quotes stumble over.
_FRAGMENTS = (
    "]]>",
    "]]",
    "<![CDATA[",
    "&amp;",
    "&lt;b&gt;",
    "&#0;",
    "& ",
    "<script>",
    "<!-- x -->",
    "<?xml version='1.0'?>",
    "<!DOCTYPE a [<!ENTITY e 'x'>]>&e;",
    "'\"",
    "   ",
    "\n",
    "\n\n\n",
    " \n",
    "\t",
    "\r\n",
    "😀👩🏽‍🔧",
    "é\u0301\u00a0\u202f",
    "/static/x.ogg",
    "## Étape\n",
    "---\n",
)

texts = (
    st.lists(st.sampled_from(_FRAGMENTS) | st.text(max_size=8), max_size=12)
    .map("".join)
    .map(lambda raw: canonical(raw)[0])
)
"""Canonical texts, most of them no lesson at all: a block carries any."""

titles = texts.map(lambda text: " ".join(text.split())).filter(bool)

_hashes = st.text("0123456789abcdef", min_size=16, max_size=16)
_starts = st.lists(
    st.floats(0, 600, allow_nan=False, allow_infinity=False), min_size=2, max_size=5
).map(sorted)
_stems = st.text("0123456789abcdef", min_size=1, max_size=24)


def _sound(stem: str, starts: list[float]) -> dict:
    return {"sources": [f"/static/{stem}.ogg", f"/static/{stem}.mp3"], "starts": starts}


sound_fields = st.dictionaries(_hashes, st.builds(_sound, _stems, _starts), max_size=3)

_slugs = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)


@st.composite
def courses(draw) -> OlxCourse:
    slugs = draw(st.lists(_slugs, min_size=1, max_size=4, unique=True))
    lessons = [
        OlxDocument("lesson", slug, draw(titles), draw(texts), draw(sound_fields)) for slug in slugs
    ]
    cut = draw(st.integers(1, len(lessons)))
    groups = [tuple(lessons[:cut]), tuple(lessons[cut:])]
    sections = tuple(OlxSection(draw(titles), alone(*group)) for group in groups if group)
    return course_of(*lessons, title=draw(titles), sections=sections)
