"""Makes the browser files of `public/` from those of `browser/`.

    python -m pasapas.player.assets

One script and one style sheet for all blocks: on a slow network each further request
costs more than all their bytes. What is made is committed, so that installing needs no
tool; a test holds it to its sources.
"""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
SOURCES = HERE / "browser"
PUBLIC = HERE / "public"

# In the order in which they stand on each other.
BUNDLES = {
    "pasapas.js": (
        "store.js",
        "post.js",
        "queue.js",
        "voice.js",
        "sound.js",
        "preferences.js",
        "progress.js",
        "lesson.js",
        "start.js",
    ),
    "editor.js": ("editor.js",),
    "pasapas.css": ("tokens.css", "base.css", "lesson.css", "sound.css", "print.css"),
    # Learners never see the editor: its looks are sent to authors alone.
    "editor.css": ("editor.css",),
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
