"""The same for banks of challenges and assessments."""

from __future__ import annotations

from pasapas.assessment.view import assessment_reading
from pasapas.content.assessment import read_assessment
from pasapas.content.bank import read_bank_file
from pasapas.content.problems import Problem

from .banks import BANK, SHIPPED, bank_with, inline, other_names
from .example import Example
from .samples import REFERENCES, changed


def bank(raw) -> tuple[Problem, ...]:
    return read_bank_file(raw, REFERENCES).problems


def assessment(raw) -> tuple[Problem, ...]:
    return read_assessment(raw, REFERENCES).problems


def block(raw) -> tuple[Problem, ...]:
    return assessment_reading(raw).problems


LEARN = "            learn: On envoie à la fin.\n"
SECOND = BANK[BANK.index("          trombone-toucher:") : BANK.index("      2:\n")]
THIRD = BANK[BANK.index("      3:\n") :]

BANKS = [
    Example("bank.levels", 6, bank, bank_with(THIRD, ""), also=(("bank.unbalanced", 0),)),
    Example("bank.unknown-level", 47, bank, bank_with("      3:\n", "      4:\n"), also=(
        ("bank.unbalanced", 0),)),
    Example("bank.can", 10, bank, bank_with("can: Je sais trouver", "can: Trouver")),
    Example("bank.you", 11, bank, bank_with("you: trouver le", "you: Trouver le")),
    Example("bank.you", 11, bank, bank_with("you: trouver le trombone", "you: trouver.")),
    Example("bank.few-challenges", 9, bank, bank_with(SECOND, "")),
    Example("bank.unbalanced", 0, bank, bank_with("shows: fake", "shows: honest")),
    Example("bank.no-lesson", 9, bank, bank_with("lesson: joindre-un-cv", "lesson: inconnue")),
    Example("bank.unknown", 4, assessment, changed(SHIPPED, "bank: pasapas", "bank: pasapa")),
    Example("bank.empty", 4, assessment, inline(bank_with(THIRD, "")), also=(
        ("bank.levels", 11), ("bank.unbalanced", 0))),
    Example("bank.nothing-asked", 0, block, SHIPPED + "mode: lesson\nlesson: inconnue\n"),
    Example("bank.nothing-asked", 0, block, inline(BANK, other_names()) + "mode: domain\n"
        "domain: phone\n"),
    # A domain, its tube and all challenges of it again.
    Example("bank.twice", 151, assessment, inline(BANK, other_names(), BANK), also=tuple(
        ("bank.twice", line) for line in (155, 163, 172, 184, 191, 201, 210))),
]  # fmt: skip

CHALLENGES = [
    Example("challenge.one-kind", 42, bank, bank_with(
        LEARN, LEARN.replace("learn", "choices: [( ) Un, (x) Deux, ( ) Trois]\n            learn")),
        also=(("bank.few-challenges", 30),)),
    Example("challenge.one-kind", 23, bank, bank_with(", here: yes", ""), also=(
        ("bank.few-challenges", 9),)),
    Example("challenge.choice", 19, bank, bank_with("( ) La loupe", "La loupe"), also=(
        ("challenge.choices", 18),)),
    Example("challenge.choice", 19, bank, bank_with("( ) La loupe", "(X) La loupe"), also=(
        ("challenge.choices", 18),)),
    Example("choices.mixed", 18, bank, bank_with("- ( ) La loupe", '- "[ ] La loupe"')),
    Example("choices.none-right", 18, bank, bank_with("(x) Le trombone", "( ) Le trombone")),
    Example("choices.several-right", 18, bank, bank_with("( ) La loupe", "(x) La loupe")),
    Example("challenge.choices", 18, bank, bank_with("              - ( ) La loupe\n", "")),
    Example("challenge.choices", 18, bank, bank_with("- ( ) La loupe\n", "- ( ) La loupe\n"
        + "".join(f"              - ( ) Le {name}\n" for name in "abc"))),
    Example("challenge.choices", 45, bank, bank_with(
        "Léa vérifie., Léa envoie., Léa ferme la page.", "Léa envoie.")),
    Example("challenge.choices", 45, bank, bank_with("Léa vérifie.,", "A., B., Léa vérifie.,")),
    Example("challenge.same-twice", 18, bank, bank_with("La loupe", "La corbeille")),
    Example("challenge.same-twice", 45, bank, bank_with("Léa vérifie.", "Léa envoie.")),
    Example("challenge.things", 25, bank, bank_with(
        "              - {text: Bonjour Madame.}\n", "").replace(
        ", {icon: send, label: Envoyer}", "")),
    Example("challenge.things", 25, bank, bank_with("              - {text: Bonjour Madame.}\n",
        "              - {text: Bonjour Madame.}\n" * 11)),
    Example("challenge.empty-thing", 27, bank, bank_with("{text: Bonjour Madame.}", "{}")),
    Example("pictogram.unknown", 15, bank, bank_with("pictogram: mail\n            scene",
                                                     "pictogram: mali\n            scene")),
    Example("field.missing", 15, bank, bank_with("            pictogram: mail\n", "")),
    Example("field.missing", 43, bank, bank_with(LEARN, "")),
    Example("field.missing", 15, bank, bank_with("            ask: Que touche-t-elle ?\n", ""),
        also=(("bank.few-challenges", 9),)),
    Example("field.missing", 26, bank, bank_with(", label: Revenir", "")),
    Example("field.other-word", 27, bank, bank_with("{text: Bonjour Madame.}",
                                                    "{text: Bonjour, as: texte}")),
    Example("sentence.html", 22, bank, bank_with("Le trombone joint un", "Le <b>trombone</b> du")),
    Example("sentence.html", 19, bank, bank_with("La loupe", "La <i>loupe</i>")),
    Example("field.missing", 56, bank, bank_with(
        "              start: {open: compose, to: lea@mail.example, files: {cv: {name: CV.pdf}}}\n",
        ""), also=(("challenge.one-kind", 52), ("bank.few-challenges", 47))),
    Example("condition.unknown-test", 59, bank, bank_with("{includes: cv}", "{inclueds: cv}"),
        also=(("challenge.one-kind", 52), ("bank.few-challenges", 47))),
    Example("lesson.unknown-domain", 2, bank, bank_with("domain: messages", "domain: mails")),
    Example("lesson.unknown-domain", 6, assessment, SHIPPED + "mode: domain\ndomain: mails\n"),
    Example("field.missing", 1, assessment, SHIPPED + "mode: domain\n"),
    Example("field.missing", 1, assessment, SHIPPED + "mode: lesson\n"),
    Example("field.unknown", 6, assessment, SHIPPED + "mode: whole\ndomain: web\n"),
    Example("field.other-word", 5, assessment, SHIPPED + "mode: all\n"),
]  # fmt: skip

ALL = [*BANKS, *CHALLENGES]
