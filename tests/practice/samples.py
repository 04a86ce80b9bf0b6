"""A practice in a mailbox, and how its page is looked at."""

from __future__ import annotations

import json
from typing import Any

from lxml.html import HtmlElement

from pasapas.content.shelf import shipped_references
from pasapas.player.sounds import Sounds
from pasapas.player.translation import translator
from pasapas.practice.page import Setting, practice_page
from pasapas.practice.script import Script, practice_script
from pasapas.practice.view import View
from pasapas.practice.words import page_words, script_words
from pasapas.screens.playable import Playable, read_playable

FRENCH = translator("fr")
WORDS = page_words(FRENCH)
REFERENCES = shipped_references()
PHONE = REFERENCES.facts["france-travail-telephone"].value

TEXT = """\
format: 1
title: Écrire un mail
pictogram: mail
screen: mailbox
persona: amina
scene:
  - Vous êtes Amina Benali.
goal: Envoyez votre mail à Léa.
levels:
  1: {open: compose, to: lea@mail.example, files: {cv: {name: CV.pdf}}}
  2:
    scene: [Léa vous écrit. | Lisez son mail.]
    goal: Répondez à Léa.
    mails:
      lea: {from: Léa Petit, mail: lea@mail.example, subject: Demain, text: [Bonjour Amina.]}
observations:
  - when: {sent: true, to: {is: lea@mail.example}, body: {empty: false}}
    achieves: goal
    say: Le mail est **parti**. | Léa le lit.
    show: unsend
  - when: {sent: true, kind: reply}
    levels: [2]
    say: Le mail est vide.
  - say: Continuez. | Appelez le [[fact:france-travail-telephone]] si vous voulez.
help:
  - when: {at: compose}
    levels: [1]
    hints: [Écrivez un mot., Cherchez la grande case., Appuyez sur la grande case.]
    show: body
  - hints: [Lisez le mail., Cherchez « Répondre ». | Il est en bas., Appuyez sur « Répondre ».]
    show: reply
real:
  - Votre vrai mail n'est pas parti.
  - Vous pouvez aussi téléphoner.
"""


def playable(text: str = TEXT) -> Playable:
    """The practice in a text, whatever its problems."""
    found = read_playable(text, REFERENCES).document
    assert found is not None, "nothing to show in the sample"
    return found


def changed(old: str, new: str, text: str = TEXT) -> str:
    assert text.count(old) == 1, f"{text.count(old)} times in the sample: {old!r}"
    return text.replace(old, new)


def script(shown: Playable) -> Script:
    return practice_script(shown.practice, REFERENCES, FRENCH)


def page(shown: Playable, **setting: Any) -> str:
    setting = {"references": REFERENCES, "words": WORDS, "prefix": "pap1", **setting}
    return practice_page(shown, Setting(**setting))


def view(**changed: Any) -> View:
    written = {
        "source": TEXT,
        "sounds": Sounds({}),
        "words": WORDS,
        "script_words": script_words("mailbox", FRENCH),
        "block": "practice-one",
    }
    return View(**{**written, **changed})


def sounds(shown: Playable) -> dict[str, dict]:
    """A recording of the right length."""
    said = script(shown)
    starts = [float(second) for second in range(len(said.lines) + 1)]
    return {said.hash: {"sources": ["/static/a.ogg", "/static/a.mp3"], "starts": starts}}


def taken_data(tree: HtmlElement) -> dict[str, Any]:
    """What the block tells its browser part; its element is taken out of the tree."""
    (block,) = tree.iter("script")
    assert dict(block.attrib) == {"type": "application/json", "class": "pap-data"}
    block.drop_tree()
    return json.loads(block.text)


def parts_of(tree: HtmlElement) -> dict[str, HtmlElement]:
    found = tree.xpath(".//*[@data-part]")
    assert len({part.get("data-part") for part in found}) == len(found)
    return {part.get("data-part"): part for part in found}
