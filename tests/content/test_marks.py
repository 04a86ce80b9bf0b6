"""The marks within a sentence, right and wrong."""

import pytest

from pasapas.content.marks import check_marks, with_facts
from pasapas.content.problems import Severity

from .samples import REFERENCES, places


def found(text: str) -> list[tuple[str, int]]:
    return places(check_marks(text, 7, REFERENCES))


@pytest.mark.parametrize(
    "text",
    [
        "Le trombone joint un document.",
        "**Vérifiez** le nom.",
        "C'est [[fact:actualisation]].",
        "[[fact:actualisation]] [[fact:numero-aide]]",
        "Une [pièce jointe](glossaire:piece-jointe) part.",
        "Le [site](https://agence.example/a?b=c&d=e#f).",
        "Le [site](http://agence.example).",
        "Le [site](HTTPS://agence.example).",
        "[Écrivez](mailto:recrutement@boulangerie-diallo.example).",
        "[Appelez](tel:+33600000000).",
        "2 < 3 et 3 > 2",
        "J'aime <3 ce mail.",
        "Les touches [ et ] et ( et ).",
        "Le prix (12 €) est là.",
        "javascript: est un mot.",
        "Le [RIB] (votre banque le donne) est là.",
        "&lt;script&gt;",
    ],
)
def test_a_right_sentence(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("[[fact:inconnu]] [[fact:autre]]", [("fact.unknown", 7)] * 2),
        ("[[fact:]]", [("fact.unknown", 7)]),
        ("[[fact: actualisation]]", [("fact.unknown", 7)]),
        ("[un](glossaire:inconnu) [deux](glossaire:)", [("glossary.unknown", 7)] * 2),
        ("Un ![](https://a.example/b.png)", [("sentence.image", 7)]),
        ("[un](x) [deux](https://a.example) [trois](y)", [("sentence.unsafe-link", 7)] * 2),
    ],
)
def test_each_wrong_mark_is_said(text, problems):
    assert found(text) == problems


HOSTILE_MARKUP = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//a.example>",
    "</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<b onclick=alert(1)>Oui</b>",
    "<a href='javascript:alert(1)'>Oui</a>",
    "<iframe srcdoc='x'>",
    "<style>*{display:none}</style>",
    "<!-- caché -->",
    "<!DOCTYPE html>",
    "<?xml version='1.0'?>",
    "<![CDATA[x]]>",
    "<javascript:alert(1)>",
    "Un \\<script>",
    "`<script>`",
    "[[fact:actualisation]]<script>",
]


@pytest.mark.parametrize("text", HOSTILE_MARKUP)
def test_markup_is_unsafe(text):
    problems = [item for item in check_marks(text, 7, REFERENCES) if item.code == "sentence.html"]
    assert [(item.line, item.severity) for item in problems] == [(7, Severity.UNSAFE)]


HOSTILE_TARGETS = [
    "javascript:alert",
    "javascript:alert(1)",
    "javascript:alert('un (deux)')",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java script:alert(1)",
    "java\u00adscript:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript:alert(1)",
    "javascript%3Aalert(1)",
    "javascript:alert(1) 'titre'",
    'javascript:alert(1) "titre"',
    'https://a.example" onclick="alert(1)',
    "vbscript:msgbox(1)",
    "VBSCRIPT:msgbox",
    "data:text/html,x",
    "data:text/html;base64,PHNjcmlwdD4=",
    "file:///etc/passwd",
    "blob:https://a.example/x",
    "//a.example",
    "\\\\a.example",
    "/admin/logout",
    "../x",
    "#fin",
    "",
    "https:alert(1)",
    "https :// a.example",
    "https&#58;//a.example",
    "[[fact:actualisation]]javascript:x",
    "javascript:[[fact:actualisation]]",
]


@pytest.mark.parametrize("label", ["Oui", "", "un [mot] rond", "un \\] crochet", "**Oui**"])
@pytest.mark.parametrize("target", HOSTILE_TARGETS)
def test_a_link_to_anything_but_a_page_a_mail_or_a_call_is_unsafe(label, target):
    problems = list(check_marks(f"Le [{label}]({target}) ici.", 7, REFERENCES))
    assert ("sentence.unsafe-link", 7) in places(problems)
    assert any(item.severity is Severity.UNSAFE for item in problems)


def test_a_fact_stands_in_its_sentence():
    text = "C'est [[fact:actualisation]], au [[fact:numero-aide]]."
    assert with_facts(text, REFERENCES) == "C'est entre le 28 et le 15, au 39 49."


def test_an_unknown_fact_leaves_nothing_behind():
    assert with_facts("C'est [[fact:inconnu]].", REFERENCES) == "C'est ."


def test_a_sentence_without_facts_stays():
    assert with_facts("[Oui](https://a.example) [[rien]]", REFERENCES) == (
        "[Oui](https://a.example) [[rien]]"
    )


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Appelez le [[fait:numero-aide]].", "[[fact:numero-aide]]"),
        ("Appelez le [[ fact: numero-aide ]].", "[[fact:numero-aide]]"),
        ("Une [pièce](glosaire:piece-jointe) part.", "glossaire:piece-jointe"),
        ("Une [pièce](glossary:piece-jointe) part.", "glossaire:piece-jointe"),
    ],
)
def test_the_right_spelling_of_a_mark_is_said(text, meant):
    (item,) = check_marks(text, 7, REFERENCES)
    assert dict(item.parameters)["nearest"] == meant


def test_a_link_to_elsewhere_is_helped_with_nothing():
    (item,) = check_marks("Un [site](ftp://agence.example).", 7, REFERENCES)
    assert "nearest" not in dict(item.parameters)
