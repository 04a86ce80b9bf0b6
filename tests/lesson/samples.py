"""Lessons as trainers write them, as they break them, and as nobody should."""

from __future__ import annotations

from pasapas.content.lesson import Lesson, read_lesson
from pasapas.content.references import References
from pasapas.content.shelf import shipped_references
from pasapas.lesson.page import Setting, lesson_page
from pasapas.lesson.script import Screen, screens
from pasapas.lesson.words import page_words
from pasapas.player.translation import translator

FRENCH = translator("fr")
WORDS = page_words(FRENCH)
REFERENCES = shipped_references()

TEXT = """---
format: 1
title: Joindre un CV
need: [On me demande un CV en pièce jointe., Je ne trouve pas le trombone.]
known: Vous envoyez des photos à vos proches ? Le trombone fait pareil.
domain: messages
level: 1
minutes: 4
pictogram: piece-jointe
---
## Votre mail est écrit
![](pictogram:mail)
Vous répondez à une offre.
Appelez le [[fact:france-travail-telephone]] ou voyez [le site](https://exemple.example).

## Appuyez sur le trombone
![](pictogram:trombone)
Le trombone veut dire : **pièce jointe**.
- Une pièce jointe part avec le mail.
- Elle arrive avec lui.
Cherchez votre CV.

## Vérifiez
![](pictogram:mail)
Où voyez-vous le nom de votre CV ?
( ) Dans le sujet {{Le sujet est le titre du mail. | Regardez sous le texte.}}
(x) Sous le texte {{Oui. | Le CV est joint.}}
( ) Je ne sais pas encore

## Que faut-il relire ?
![](pictogram:verifier)
Cochez ce qui compte.
[x] L'adresse {{Oui.}}
[x] Le nom du fichier {{Oui.}}
[ ] La météo {{Elle ne change rien.}}

## À retenir
![](pictogram:retenir)
- Le trombone joint un document.
- Vérifiez le nom avant d'envoyer.

## Et maintenant, pour de vrai
![](pictogram:pour-de-vrai)
Votre vrai CV reste à envoyer.
- J'ai relu l'adresse mail.
- J'ai vu le nom de mon CV.
"""

SMALLEST = """---
title: Un mail
need: [On me le demande.]
---
## Un mail
Le mail est là.
"""

HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(1)>[x](javascript:alert(1))"><b>'


def lesson(text: str = TEXT) -> Lesson:
    """The lesson in a text, whatever its problems."""
    read = read_lesson(text, REFERENCES).document
    assert read is not None, "nothing to show in the sample"
    return read


def changed(old: str, new: str, text: str = TEXT) -> Lesson:
    assert text.count(old) == 1, f"{text.count(old)} times in the sample: {old!r}"
    return lesson(text.replace(old, new))


def script(shown: Lesson, references: References = REFERENCES) -> tuple[Screen, ...]:
    return screens(shown, references, FRENCH)


def page(shown: Lesson, **setting) -> str:
    setting = {"references": REFERENCES, "words": WORDS, "prefix": "pap1", **setting}
    return lesson_page(shown, Setting(**setting))


def sounds(shown: Lesson) -> dict[str, dict]:
    """A recording for every screen, of the right length."""
    return {
        screen.hash: {
            "sources": [f"/static/{screen.key}.ogg", f"/static/{screen.key}.mp3"],
            "starts": [float(second) for second in range(len(screen.lines) + 1)],
        }
        for screen in script(shown)
    }
