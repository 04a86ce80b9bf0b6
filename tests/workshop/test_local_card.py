"""The local card: what a trainer types, and what is said of a mistake."""

from __future__ import annotations

import pytest

from pasapas.workshop.local_card import LocalCardError, Place, load_card

GOOD = """\
format: 1
places:
  - name: Médiathèque du Centre
    person: Fatou
    hours: mardi, 14:00
    phone: 04 00 00 00 00
  - name: Mission locale
"""


def test_places_are_read_as_they_were_typed(tmp_path):
    file = tmp_path / "carte.yaml"
    file.write_text(GOOD, encoding="utf-8")
    assert load_card(file) == (
        Place("Médiathèque du Centre", "Fatou", "mardi, 14:00", "04 00 00 00 00"),
        Place("Mission locale"),
    )


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("format: 1\nplaces:\n  - person: Fatou\n", [3]),
        ("format: 1\nplaces:\n  - name: A\n    tel: 04\n", [4]),
        ("format: 1\nplaces:\n  - name: [a, b]\n", [3]),
        ("format: 1\nplaces: ici\n", [2]),
        ("format: 1\nplaces:\n  - ici\n  - name: B\n", [3, 3]),
        ("places:\n  - name: A\n", [1]),
        ("format: 2\nplaces:\n  - name: A\n", [1]),
        ("format: 1\nplaces:\n  - name: 'A\n", [4]),
        ("format: 1\nplaces:\n  - name: &a A\n  - name: *a\n", [3]),
        ("", [1]),
    ],
)
def test_a_mistake_is_said_with_file_and_line(tmp_path, text, lines):
    file = tmp_path / "carte.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LocalCardError) as refused:
        load_card(file)
    assert [line.partition(" : ")[0] for line in refused.value.lines] == [
        f"{file}, ligne {line}" for line in lines
    ]
    assert all(line.partition(" : ")[2] for line in refused.value.lines)


def test_a_file_that_is_not_there_is_said(tmp_path):
    file = tmp_path / "nowhere.yaml"
    with pytest.raises(LocalCardError, match=r"nowhere\.yaml : ce fichier ne peut pas être lu"):
        load_card(file)


def test_a_file_that_is_not_utf_8_is_said(tmp_path):
    file = tmp_path / "carte.yaml"
    file.write_bytes("format: 1\nplaces:\n  - name: Médiathèque\n".encode("latin-1"))
    with pytest.raises(LocalCardError, match=r"carte\.yaml, ligne 3 : "):
        load_card(file)
