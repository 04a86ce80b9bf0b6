"""The contact sheet shows every pictogram on every ground, and does nothing else."""

from __future__ import annotations

from importlib.resources import files

import pytest
from lxml import html

from pasapas.authoring.pictogram_sheet import contact_sheet

CATALOGUE = """format: 1
pictograms:
  fait:
    label: Une coche <b>dans</b> un rond
    keywords: [fait, fini]
    meaning: C'est fait.
    answers: [fait, fini, terminé]
"""
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" stroke="currentColor">'
    '<circle fill="var(--pap-accent, #f5b84a)" cx="24" cy="24" r="20"/></svg>'
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "catalogue.yaml").write_text(CATALOGUE, encoding="utf-8")
    (tmp_path / "fait.svg").write_text(DRAWING, encoding="utf-8")
    return tmp_path


def article(page: str, name: str):
    (found,) = html.fromstring(page).xpath("//article[h2=$name]", name=name)
    return found


def test_every_shipped_pictogram_is_on_the_sheet():
    shipped = files("pasapas.pictograms")
    names = {
        entry.name.removesuffix(".svg")
        for entry in shipped.iterdir()
        if entry.name.endswith(".svg")
    }
    page = contact_sheet(shipped)
    assert set(html.fromstring(page).xpath("//article/h2/text()")) == names
    assert "missing" not in page.partition("</style>")[2]


def test_a_pictogram_stands_twice_on_each_ground(folder):
    shown = article(contact_sheet(folder), "fait")
    grounds = {figure.get("class"): figure.xpath("*/@width") for figure in shown.iter("figure")}
    assert grounds == {ground: ["160", "48"] for ground in ("colour", "ink", "dark")}
    assert len(shown.xpath(".//circle")) == 6


def test_the_folder_may_be_a_path_or_its_name(folder):
    assert contact_sheet(str(folder)) == contact_sheet(folder)


def test_label_and_meaning_are_text_never_markup(folder):
    shown = article(contact_sheet(folder), "fait")
    assert not shown.xpath(".//b")
    assert shown.xpath("p/text()") == ["Une coche <b>dans</b> un rond", "C'est fait."]


def test_a_name_is_text_never_markup(folder):
    (folder / "<img src=x>.svg").write_text(DRAWING, encoding="utf-8")
    page = html.fromstring(contact_sheet(folder))
    assert not page.xpath("//img")
    assert "<img src=x>" in page.xpath("//article/h2/text()")


def test_what_is_missing_is_named(folder):
    (folder / "loupe.svg").write_text(DRAWING, encoding="utf-8")
    (folder / "casse.svg").write_text("<svg", encoding="utf-8")
    (folder / "fait.svg").unlink()
    page = contact_sheet(folder)
    assert "No drawing." in article(page, "fait").text_content()
    assert "Not in the catalogue." in article(page, "loupe").text_content()
    assert "Not XML" in article(page, "casse").text_content()


def test_problems_of_the_catalogue_are_named(folder):
    text = CATALOGUE.replace("    meaning: C'est fait.\n", "")
    (folder / "catalogue.yaml").write_text(text, encoding="utf-8")
    assert html.fromstring(contact_sheet(folder)).xpath("//body/p[@class='missing']")


def test_no_catalogue_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        contact_sheet(tmp_path)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<style>@import 'https://example.org/x.css'</style>",
        '<image href="https://example.org/x.png"/>',
        '<a href="javascript:alert(1)"><path d="M1 1h1"/></a>',
        "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='x'/></foreignObject>",
        '<path d="M1 1h1" onclick="alert(1)" style="fill:red" id="a"/>',
        '<path d="M1 1h1" fill="URL(https://example.org/x.svg#a)"/>',
        "<!-- </svg><script>alert(1)</script> -->",
        "<?php alert ?>",
        "words <![CDATA[<script>alert(1)</script>]]>",
    ],
)
def test_nothing_but_shapes_comes_from_a_drawing(folder, hostile):
    (folder / "fait.svg").write_text(
        DRAWING.replace("</svg>", f"{hostile}</svg>"), encoding="utf-8"
    )
    page = contact_sheet(folder)
    for trace in ("alert", "example.org", "iframe", "style=", " id=", "onclick", "words"):
        assert trace not in page
    assert article(page, "fait").xpath(".//circle")


def test_no_entity_is_opened(folder):
    secret = folder / "secret.txt"
    secret.write_text("SECRET", encoding="utf-8")
    doctype = f'<!DOCTYPE svg [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
    (folder / "fait.svg").write_text(
        doctype + DRAWING.replace("</svg>", "<path d='&a;'/>&a;</svg>"), encoding="utf-8"
    )
    assert "SECRET" not in contact_sheet(folder)
