"""Makes the browser files of `public/` from those of `browser/`.

    python -m pasapas.player.assets

One script and one style sheet for lessons, and one more of each for every screen of
practices: on a slow network each further request
costs more than all their bytes. What is made is committed, so that installing needs no
tool; a test holds it to its sources.
"""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
SOURCES = HERE / "browser"
PUBLIC = HERE / "public"

# In the order in which they stand on each other.
SCREENS = (
    "computer",
    "form",
    "job_search",
    "mailbox",
    "phone",
    "conversation",
    "files",
    "offer_check",
    "web",
    "sign_up",
)

# What both kinds of blocks stand on.
_SHARED_SCRIPTS = (
    "page.js",
    "store.js",
    "post.js",
    "progress.js",
    "queue.js",
    "voice.js",
    "sound.js",
    "preferences.js",
    "host.js",
)
_PRACTICE_SCRIPTS = (
    *_SHARED_SCRIPTS,
    "practice/dom.js",
    "practice/conditions.js",
    "practice/attempt.js",
    "practice/record.js",
    "practice/ground.js",
    "practice/practice.js",
)
# The assessment loads a practice screen by itself, with the first task on it.
_ASSESSMENT_SCRIPTS = (
    *_SHARED_SCRIPTS,
    "practice/dom.js",
    "practice/attempt.js",
    "practice/ground.js",
    "assessment/tasks.js",
    "assessment/reply.js",
    "assessment/result.js",
    "assessment/assessment.js",
    "assessment/start.js",
)
_TASK_SCRIPTS = ("practice/dom.js", "practice/conditions.js", "assessment/screens.js")
_ASSESSMENT_STYLES = (
    "tokens.css",
    "practice/tokens.css",
    "base.css",
    "sound.css",
    "assessment/assessment.css",
    "practice/frame.css",
    "practice/screen.css",
    "print.css",
)
# The scripts of the phone, with the parts that each has: a practice loads the first that has
# all that it uses.
PHONES = {
    "phone-calls": ("calls",),
    "phone-apps": ("internet", "store"),
    "phone-reading": ("reading", "keyboard"),
    "phone": ("calls", "internet", "store", "reading", "keyboard"),
}

# What a screen has besides its own script.
_MORE_SCRIPTS = {
    **{
        name: tuple(f"screens/phone-{part}.js" for part in ("kit", *parts))
        for name, parts in PHONES.items()
    },
    "job_search": ("screens/offer-search.js",),
    "mailbox": tuple(f"screens/mailbox-{part}.js" for part in ("kit", "reading", "writing")),
}
_PRACTICE_STYLES = (
    "tokens.css",
    "practice/tokens.css",
    "base.css",
    "sound.css",
    "practice/practice.css",
    "practice/frame.css",
    "practice/screen.css",
)

BUNDLES = {
    "pasapas.js": (*_SHARED_SCRIPTS, "lesson.js", "start.js"),
    "editor.js": ("editor.js",),
    "pasapas.css": ("tokens.css", "base.css", "lesson.css", "sound.css", "print.css"),
    # Learners never see the editor: its looks are sent to authors alone.
    "editor.css": ("editor.css",),
    "assessment.js": _ASSESSMENT_SCRIPTS,
    "assessment.css": _ASSESSMENT_STYLES,
    # A practice loads the script and the looks of its own screen, in one file each.
    **{
        f"practice-{script}.js": (
            *_PRACTICE_SCRIPTS,
            *_MORE_SCRIPTS.get(script, ()),
            f"screens/{'phone' if script in PHONES else script}.js",
            "practice/start.js",
        )
        for script in dict.fromkeys((*SCREENS, *PHONES))
    },
    **{
        f"task-{script}.js": (
            *_TASK_SCRIPTS,
            *_MORE_SCRIPTS.get(script, ()),
            f"screens/{'phone' if script in PHONES else script}.js",
            "assessment/screen.js",
        )
        for script in dict.fromkeys((*SCREENS, *PHONES))
    },
    **{f"task-{screen}.css": (f"screens/{screen}.css",) for screen in SCREENS},
    **{
        f"practice-{screen}.css": (*_PRACTICE_STYLES, f"screens/{screen}.css", "print.css")
        for screen in SCREENS
    },
}


def bundle(name: str) -> str:
    """The text of one public file: its sources in a scope of their own, without comments.

    In scripts local names are shortened; names of properties stay, so that what others
    call (`PasAPasLesson`) and what an error from a phone names can be found again.
    """
    import rcssmin

    text = "\n".join((SOURCES / source).read_text(encoding="utf-8") for source in BUNDLES[name])
    if name.endswith(".css"):
        return rcssmin.cssmin(text) + "\n"
    return minified(f'(function () {{\n"use strict";\n{text}\n}}());') + "\n"


def minified(script: str) -> str:
    """A script without comments and spaces, its local names shortened."""
    from calmjs.parse import es5
    from calmjs.parse.unparsers.es5 import minify_print

    return minify_print(es5(script), obfuscate=True)


def main() -> None:
    PUBLIC.mkdir(exist_ok=True)
    for name in BUNDLES:
        (PUBLIC / name).write_text(bundle(name), encoding="utf-8")


if __name__ == "__main__":
    main()
