"""The block's HTML, made once for all learners."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from pasapas.content.conditions import condition_json
from pasapas.content.problems import Reading
from pasapas.content.shelf import shipped_references
from pasapas.player import parts as build
from pasapas.player.data_block import data_block
from pasapas.player.sounds import Sounds
from pasapas.player.words import Words
from pasapas.screens.playable import Playable, Stage, read_playable

from . import script
from .page import Setting, not_ready, practice_page


@dataclass(frozen=True)
class View:
    """All that the HTML depends on; equal views have equal HTML. `script_words`: JSON."""

    source: str
    sounds: Sounds
    words: Words
    script_words: str
    block: str
    size: int = 0


@lru_cache(maxsize=128)
def practice_reading(source: str) -> Reading[Playable]:
    """The practice in a block's text, with its screen."""
    return read_playable(source, shipped_references())


@lru_cache(maxsize=128)
def practice_html(view: View) -> SafeString:
    """The block's element; for a text that has nothing to show, one plain sentence."""
    playable = practice_reading(view.source).document
    prefix = "pap" + hashlib.sha256(view.block.encode()).hexdigest()[:8]
    if playable is None:
        inside, data = not_ready(view.words), build.NOTHING
    else:
        setting = Setting(shipped_references(), view.words, prefix, view.sounds.field)
        inside = practice_page(playable, setting)
        both = view.script_words, browser_data(playable, prefix)
        data = data_block('{{"words":{},"practice":{}}}'.format(*both))
    return format_html(
        '<div class="pasapas pap-practice" lang="fr" data-size="{}">{}{}</div>',
        str(view.size),
        inside,
        data,
    )


def browser_data(playable: Playable, prefix: str) -> str:
    """JSON for the browser part: the stages of the practice, by level."""
    practice = playable.practice
    data = {
        "screen": playable.screen.name,
        "title": practice.title,
        "prefix": prefix,
        "levels": {number: _stage(playable, stage) for number, stage in playable.stages.items()},
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _stage(playable: Playable, stage: Stage) -> Mapping[str, Any]:
    practice, schema = playable.practice, stage.setup.schema
    return {
        "start": stage.setup.start,
        "setup": stage.setup.browser(),
        "texts": [path for path, kind in schema.items() if kind.private and not kind.secret],
        "secrets": [path for path, kind in schema.items() if kind.private and kind.secret],
        "questions": {
            path: [[atom.op, _plain(atom.argument)] for atom in asked]
            for path, asked in stage.questions.items()
        },
        "observations": [
            {
                "when": condition_json(item.when) if item.when else None,
                "part": script.say_key(practice.observations.index(item)),
                **({"show": item.show} if item.show else {}),
                **({"achieves": 1} if item.achieves else {}),
            }
            for item in stage.observations
        ],
        "helps": [
            {
                "when": condition_json(item.when) if item.when else None,
                "parts": [
                    script.help_key(practice.helps.index(item), place)
                    for place in range(len(item.hints))
                ],
                **({"show": item.show} if item.show else {}),
            }
            for item in stage.helps
        ],
    }


def _plain(argument: object) -> object:
    return list(argument) if isinstance(argument, tuple) else argument
