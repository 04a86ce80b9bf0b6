"""The script: which parts there are, and what each says, in the order of the recording."""

from __future__ import annotations

import pytest

from pasapas.content.shelf import shipped_shelf
from pasapas.practice.view import practice_reading

from .samples import PHONE, changed, playable, script

SHIPPED = tuple(shipped_shelf().practices)


def said(key: str, text: str | None = None) -> list[tuple[str, str]]:
    found = script(playable(text) if text else playable())
    (part,) = [part for part in found.parts if part.key == key]
    return [(line.role, line.words) for line in part.lines]


def test_openings_then_answers_then_hints_then_the_end() -> None:
    assert [part.key for part in script(playable()).parts] == [
        "opening-1", "opening-2",
        "say-0", "say-1", "say-2",
        "help-0-0", "help-0-1", "help-0-2", "help-1-0", "help-1-1", "help-1-2",
        "end",
    ]  # fmt: skip


def test_an_opening_says_who_one_is_what_to_do_and_that_nothing_is_sent() -> None:
    assert said("opening-1") == [
        ("title", "Écrire un mail"),
        ("sentence", "Vous êtes Amina Benali."),
        ("item", "Envoyez votre mail à Léa."),
        ("sentence", "Ici, rien n'est envoyé."),
    ]


def test_a_level_with_its_own_scene_says_it_instead() -> None:
    assert said("opening-2") == [
        ("title", "Écrire un mail"),
        ("sentence", "Léa vous écrit."),
        ("sentence", "Lisez son mail."),
        ("item", "Répondez à Léa."),
        ("sentence", "Ici, rien n'est envoyé."),
    ]


def test_answers_are_said_without_marks_and_with_facts() -> None:
    assert said("say-0") == [("feedback", "Le mail est parti."), ("feedback", "Léa le lit.")]
    assert said("say-2")[1] == ("feedback", f"Appelez le {PHONE} si vous voulez.")
    marked = script(playable()).parts[2].lines[0]
    assert marked.html == "Le mail est <strong>parti</strong>."


def test_each_hint_is_a_part_of_its_own() -> None:
    assert said("help-1-1") == [
        ("feedback", "Cherchez « Répondre »."),
        ("feedback", "Il est en bas."),
    ]


def test_at_the_end_practice_is_told_from_the_real_thing() -> None:
    assert said("end") == [
        ("sentence", "C'était un entraînement."),
        ("sentence", "Votre vrai mail n'est pas parti."),
        ("sentence", "Vous pouvez aussi téléphoner."),
    ]


def test_what_has_no_words_is_not_said() -> None:
    text = changed("title: Écrire un mail", "title: '[](https://mail.example)'")
    assert "title" not in {role for role, _ in said("opening-1", text)}


def test_a_changed_sentence_is_another_recording() -> None:
    hashes = {
        script(playable(text)).hash
        for text in (
            changed("Léa le lit.", "Léa le reçoit."),
            changed("goal: Envoyez votre mail", "goal: Envoyez un mail"),
            changed("Lisez le mail.", "Ouvrez le mail."),
            changed("téléphoner", "passer"),
        )
    }
    assert len(hashes | {script(playable()).hash}) == 5


def test_what_is_not_said_changes_no_recording() -> None:
    for text in (
        changed("**parti**", "parti"),
        changed("show: unsend", "show: menu"),
        changed("text: [Bonjour Amina.]", "text: [Bonsoir Amina.]"),
    ):
        assert script(playable(text)).hash == script(playable()).hash


@pytest.mark.parametrize("slug", SHIPPED)
def test_lines_are_numbered_through_and_parts_named_once(slug: str) -> None:
    found = script(practice_reading(shipped_shelf().practices[slug].text).document)
    assert [line.index for line in found.lines] == list(range(len(found.lines)))
    assert found.spoken == tuple(line.words for line in found.lines)
    keys = [part.key for part in found.parts]
    assert len(set(keys)) == len(keys)
    assert all(part.lines for part in found.parts)
