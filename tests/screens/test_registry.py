"""Every screen: whole in Python, in the browser's files and in French."""

from __future__ import annotations

import re
from functools import cache

import pytest

from pasapas.content.schema import SLUG
from pasapas.player import assets
from pasapas.player.translation import translations
from pasapas.practice.words import SCRIPT_WORDS
from pasapas.screens.artefact import checked
from pasapas.screens.icons import PATHS
from pasapas.screens.playable import Stage
from pasapas.screens.registry import SCREENS
from pasapas.screens.screen import Wanted

from .drafts import SLUGS, playable, walked

# `words.back` as most screens write it, `w("back")` as one does; no method of a list.
NAMED = re.compile(
    r"(?<!draft\.)\bwords\.(?!length\b)([a-zA-Z0-9]+)\b(?!\()" r"|\bw\(\"([a-zA-Z0-9]+)\""
)

each_screen = pytest.mark.parametrize("name", SCREENS)
each_practice = pytest.mark.parametrize("slug", SLUGS)


@cache
def stages_on(name: str) -> tuple[Stage, ...]:
    """The levels of all shipped practices on a screen."""
    found = [playable(slug) for slug in SLUGS if playable(slug).screen.name == name]
    return tuple(stage for item in found for stage in item.stages.values())


@cache
def sources(name: str) -> str:
    """The browser part of a screen, without what all screens share."""
    files = [
        source for source in assets.BUNDLES[f"practice-{name}.js"] if source.startswith("screens/")
    ]
    return "\n".join((assets.SOURCES / source).read_text(encoding="utf-8") for source in files)


def test_there_are_ten_screens_each_known_by_its_name() -> None:
    assert len(SCREENS) >= 10
    assert [screen.name for screen in SCREENS.values()] == list(SCREENS)


@each_screen
def test_a_screen_is_used(name: str) -> None:
    assert len(stages_on(name)) >= 2


@each_screen
def test_a_screen_has_its_files_in_the_browser(name: str) -> None:
    assert name in assets.SCREENS
    assert f"Screens.{name} = function" in sources(name)
    for bundle in (f"practice-{name}.js", f"practice-{name}.css"):
        assert bundle in assets.BUNDLES
        assert (assets.PUBLIC / bundle).stat().st_size > 5000


def test_no_bundle_is_without_its_screen() -> None:
    assert set(assets.SCREENS) == set(SCREENS)
    assert len(assets.SCREENS) == len(SCREENS)


@each_screen
def test_a_screens_words_are_french(name: str) -> None:
    catalogue = translations("fr")._catalog
    words = SCREENS[name].words
    assert words
    assert {msgid for msgid in words.values() if not catalogue.get(msgid, "").strip()} == set()


def test_the_words_around_every_screen_are_french() -> None:
    catalogue = translations("fr")._catalog
    assert {msgid for msgid in SCRIPT_WORDS.values() if not catalogue.get(msgid)} == set()


@each_screen
def test_a_word_that_the_browser_part_names_is_there(name: str) -> None:
    """One that is not would stand as « undefined » on the screen."""
    named = {name for names in NAMED.findall(sources(name)) for name in names if name}
    assert named
    assert named <= set(SCREENS[name].words)


@each_screen
def test_icons_are_drawn(name: str) -> None:
    for stage in stages_on(name):
        assert set(stage.setup.icons) <= set(PATHS)
    asked = set(re.findall(r'\.icon\("([a-z-]+)"\)', sources(name)))
    given = {icon for stage in stages_on(name) for icon in stage.setup.icons}
    assert asked <= given


@each_screen
def test_places_are_named_as_documents_can_name_them(name: str) -> None:
    for stage in stages_on(name):
        assert stage.setup.places
        assert [place for place in stage.setup.places if not SLUG.fullmatch(place)] == []


@each_practice
def test_what_an_answer_lights_up_is_on_the_screen(slug: str) -> None:
    """At each level at which the answer can be met."""
    for level, stage in playable(slug).stages.items():
        for number in walked(slug, level).ways:
            seen = stage.observations[number]
            assert not seen.show or seen.show in stage.setup.places, (level, seen.line)


@each_practice
def test_a_level_begins_with_an_artefact_of_its_screen(slug: str) -> None:
    for stage in playable(slug).stages.values():
        schema, start = stage.setup.schema, stage.setup.start
        assert set(start) == set(schema)
        assert {path for path, kind in schema.items() if not kind.fits(start[path])} == set()
        public = {path: start[path] for path, kind in schema.items() if not kind.private}
        assert checked(schema, start, public) == start


@each_practice
def test_paths_are_named_as_conditions_can_name_them(slug: str) -> None:
    path = re.compile(r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9][a-z0-9_-]*)?")
    for stage in playable(slug).stages.values():
        assert all(path.fullmatch(name) for name in stage.setup.schema)
        assert not {"any", "not"} & set(stage.setup.schema)


@each_practice
def test_what_can_be_done_first_fits_the_screen(slug: str) -> None:
    for stage in playable(slug).stages.values():
        schema, start = stage.setup.schema, stage.setup.start
        moves = list(stage.setup.moves(start, Wanted(everything=True)))
        assert moves
        for move in moves:
            changed = {
                path: value for path, value in move.changes.items() if not schema[path].private
            }
            checked(schema, start, changed)
