"""The bank of challenges that comes with the package: whole, done rather than told, and fair."""

from __future__ import annotations

import math
import re
from collections import Counter

import pytest

from pasapas.authoring.checking.banks import bank_problems
from pasapas.content.bank import Skill
from pasapas.content.challenge import DONE, Challenge
from pasapas.content.plain_language.check import bank_style_problems
from pasapas.content.problems import Severity
from pasapas.content.references import DOMAINS
from pasapas.content.shelf import shipped_bank, shipped_references, shipped_shelf
from pasapas.screens.tasks import read_task
from pasapas.screens.walk import walk

BANK = shipped_bank()
SKILLS = [skill for tube in BANK.tubes for skill in tube.skills]
CHALLENGES = [challenge for skill in SKILLS for challenge in skill.challenges]
FILES = shipped_shelf().bank_files
each_challenge = pytest.mark.parametrize(
    "challenge", BANK.by_slug.values(), ids=lambda item: item.slug
)

# What the catalogue says: tubes by domain, their skills from 1 to 3 and the lessons that teach
# them.
CATALOGUE = """\
phone
  lire-ecrire-telephone
    Je sais agrandir l'écriture. – lire-plus-facilement
    Je sais écrire une adresse mail sur mon téléphone. – ecrire-sur-le-telephone
    Je sais dicter un message et le corriger. – ecrire-sur-le-telephone
  appels
    Je sais écouter un message sur mon répondeur. – repondre-aux-appels
    Je sais rappeler un numéro que je ne connais pas. – repondre-aux-appels
    Je sais laisser un message clair : mon nom, la raison, mon numéro. – repondre-aux-appels
  connexion-applications
    Je sais voir si j'utilise le wifi ou mon forfait. – avoir-internet
    Je sais installer la bonne application. – installer-une-application
    Je sais faire de la place sans perdre mes papiers. – installer-une-application
computer
  gestes-ordinateur
    Je sais cliquer et descendre dans une page. – premiers-gestes-ordinateur
    Je sais ouvrir et fermer une fenêtre. – premiers-gestes-ordinateur
    Je sais retrouver une fenêtre qui a disparu. – premiers-gestes-ordinateur
  clavier
    Je sais faire une majuscule et effacer. – clavier-ordinateur
    Je sais faire l'arobase sur un ordinateur. – clavier-ordinateur
    Je sais copier un texte et le coller ailleurs. – clavier-ordinateur
  ordinateur-partage
    Je sais me déconnecter avant de partir. – ordinateur-partage
    Je sais passer mon CV du téléphone à l'ordinateur. – du-telephone-a-l-ordinateur
    Je sais imprimer une seule page, puis effacer mon fichier. – imprimer
documents
  photo-de-document
    Je sais voir si une photo est lisible. – photographier-un-document
    Je sais photographier un papier entier et net. – photographier-un-document
    Je sais mettre deux pages dans un seul document. – photographier-un-document
  ranger
    Je sais retrouver un document. – retrouver-un-fichier
    Je sais donner un nom clair à un document. – retrouver-un-fichier
    Je sais garder une copie de mes papiers, même sans mon téléphone. – garder-ses-papiers
  cv-et-lettre
    Je sais ce qu'il faut mettre dans un CV. – faire-un-cv
    Je sais changer mon CV et garder l'ancien. – mettre-a-jour-son-cv
    Je sais écrire une lettre courte pour une offre. – ecrire-une-lettre-courte
messages
  avoir-une-adresse
    Je sais voir si une adresse mail est complète. – choisir-son-adresse
    Je sais créer ma boîte mail. – creer-une-boite-mail
    Je sais trouver une autre adresse si la mienne est prise. – choisir-son-adresse
  lire-ses-mails
    Je sais ouvrir un mail et voir qui écrit. – lire-un-mail
    Je sais retrouver un mail important parmi les publicités. – trier-ses-mails
    Je sais régler les alertes et regarder dans les indésirables. – penser-a-ses-mails
  ecrire-et-repondre
    Je sais mettre l'adresse, le titre et le texte à leur place. – ecrire-un-mail
    Je sais joindre mon CV et vérifier avant d'envoyer. – joindre-un-cv
    Je sais répondre à un rendez-vous et proposer un autre jour. – repondre-a-un-rendez-vous
web
  chercher
    Je sais chercher avec deux ou trois mots. – chercher-avec-des-mots
    Je sais essayer d'autres mots. – chercher-avec-des-mots
    Je sais voir la publicité et le site officiel dans les résultats. – choisir-un-bon-site
  se-reperer
    Je sais revenir à la page d'avant. – revenir-en-arriere
    Je sais trouver le menu d'un site. – revenir-en-arriere
    Je sais préparer un trajet pour arriver à l'heure. – preparer-un-trajet
  formulaires
    Je sais remplir une case et choisir dans une liste. – remplir-un-formulaire
    Je sais corriger une case refusée. – remplir-un-formulaire
    Je sais relire, garder une copie, puis envoyer. – remplir-un-formulaire
jobs
  offres
    Je sais trouver le lieu et les heures dans une annonce. – comprendre-une-annonce
    Je sais garder les offres près de chez moi. – trier-les-offres
    Je sais quels papiers donner à un employeur, et quand. – donner-ses-papiers
  candidater
    Je sais choisir ce que les employeurs voient de moi. – mettre-son-cv-en-ligne
    Je sais répondre à une offre en ligne. – postuler-en-ligne
    Je sais suivre mes candidatures et relancer. – suivre-ses-candidatures
  mon-espace
    Je sais entrer dans mon espace personnel. – mon-espace-personnel
    Je sais m'actualiser. – s-actualiser
    Je sais corriger une erreur dans une déclaration. – s-actualiser
safety
  mes-acces
    Je sais faire un mot de passe long et facile à retenir. – mot-de-passe-solide
    Je sais faire un nouveau mot de passe si j'ai oublié l'ancien. – mot-de-passe-oublie
    Je sais garder mes comptes si je change de téléphone. – garder-ses-acces
  decider-et-se-faire-aider
    Je sais garder pour moi un code reçu par SMS. – message-douteux
    Je sais demander de l'aide sans donner mon mot de passe. – se-faire-aider
    Je sais lire un mandat avant de signer. – se-faire-aider
  pieges
    Je sais repérer une offre qui demande de l'argent. – fausse-offre
    Je sais vérifier un message avant de cliquer. – message-douteux
    Je sais quoi faire après une arnaque. – reagir-a-une-arnaque
"""


def test_its_tubes_and_skills_are_those_of_the_catalogue() -> None:
    lines = []
    for domain in BANK.domains:
        lines.append(domain.slug)
        for tube in domain.tubes:
            lines.append(f"  {tube.slug}")
            lines += [f"    {skill.can.text} – {skill.lesson}" for skill in tube.skills]
    assert lines == CATALOGUE.splitlines()
    assert (len(BANK.domains), len(BANK.tubes), len(SKILLS)) == (7, 21, 63)
    assert tuple(domain.slug for domain in BANK.domains) == DOMAINS
    assert {tuple(skill.level for skill in tube.skills) for tube in BANK.tubes} == {(1, 2, 3)}


@pytest.mark.parametrize("skill", SKILLS, ids=lambda skill: skill.can.text)
def test_a_gesture_is_told_to_the_learner_as_it_is_said_by_one(skill: Skill) -> None:
    """« Je sais créer ma boîte mail » → « Vous savez créer votre boîte mail »."""
    assert skill.you.text[0].islower()
    assert not re.search(r"\b(mon|ma|mes|je|me|moi)\b|\b[mj]'", skill.you.text)
    theirs, ours = (set(re.findall(r"\w{4,}", text)) for text in (skill.can.text, skill.you.text))
    assert theirs & ours - {"sais"}


def test_there_are_enough_of_them() -> None:
    assert len(CHALLENGES) >= 130
    assert min(len(skill.challenges) for skill in SKILLS) >= 2
    assert len(BANK.by_slug) == len(CHALLENGES) + len(BANK.warm_ups)
    assert 2 <= len(BANK.warm_ups) <= 3


@pytest.mark.parametrize("domain", BANK.domains, ids=lambda domain: domain.slug)
def test_more_is_done_than_told(domain) -> None:
    """A third in all; not much less in any domain."""
    kinds = [
        item.kind for tube in domain.tubes for skill in tube.skills for item in skill.challenges
    ]
    assert sum(kind in DONE for kind in kinds) * 3 >= len(kinds)
    assert set(kinds) >= {"one", "touch", "order", "task"}


def test_every_skill_can_be_shown_without_a_practice_screen() -> None:
    """Only two screens are met in one assessment."""
    assert [skill.can.text for skill in SKILLS
            if all(item.task for item in skill.challenges)] == []  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_as_much_is_honest_as_is_not(name: str) -> None:
    shown = Counter(item.shows for item in FILES[name].reading.document.challenges)
    assert shown["honest"] == shown["fake"]
    assert name != "safety" or shown["honest"] >= 5


@pytest.mark.parametrize("name", FILES)
def test_the_checker_finds_no_error(name: str) -> None:
    """Lessons that are still to come are said in one warning."""
    file = FILES[name].reading
    found = [*file.problems, *bank_style_problems(file.document, shipped_references())]
    found += bank_problems(file.document)
    assert [item for item in found if item.severity is not Severity.WARNING] == []
    assert {item.code for item in file.problems} <= {"bank.no-lesson"}


@each_challenge
def test_each_has_a_question_a_word_after_it_and_something_to_see(challenge: Challenge) -> None:
    assert challenge.ask
    assert challenge.learn
    assert challenge.pictogram or challenge.rows or challenge.task
    assert not re.match(r"(Bravo|Oui|Non|Faux|Exact|Bien)\b", challenge.learn[0].text)
    assert not re.search(r"il suffit|c'est facile|simplement", challenge.learn[0].text)


@pytest.mark.parametrize(
    "challenge", [item for item in CHALLENGES if item.task], ids=lambda item: item.slug
)
def test_every_task_can_be_done_and_is_not_done_at_once(challenge: Challenge) -> None:
    reading = read_task(challenge.task)
    assert reading.problems == ()
    found = walk(reading.document)
    assert found.goal
    assert found.ways[0]


def test_nothing_is_in_its_right_order_from_the_start() -> None:
    for challenge in CHALLENGES:
        if challenge.kind == "order":
            assert list(challenge.order) != sorted(challenge.order), challenge.slug


# --- No place and no length gives an answer away ----------------------------------------------


def chosen(count: int) -> list[Challenge]:
    """The choices of one among so many."""
    return [item for item in CHALLENGES if item.kind == "one" and len(item.choices) == count]


def margin(number: int, chance: float) -> float:
    """Three standard deviations: what chance itself passes once in a few hundred times."""
    return 3 * math.sqrt(number * chance * (1 - chance))


@pytest.mark.parametrize("count", [3, 4])
def test_the_right_choice_stands_at_each_place_about_as_often(count: int) -> None:
    challenges = chosen(count)
    assert len(challenges) >= 15
    places = Counter([choice.right for choice in item.choices].index(True) for item in challenges)
    expected = len(challenges) / count
    for place in range(count):
        assert abs(places[place] - expected) <= margin(len(challenges), 1 / count), places


def test_the_right_boxes_stand_at_each_place_about_as_often() -> None:
    boxes = [item for item in CHALLENGES if item.kind == "several"]
    places = Counter(
        place for item in boxes for place, choice in enumerate(item.choices) if choice.right
    )
    for place in range(4):
        assert abs(places[place] - len(boxes) / 2) <= margin(len(boxes), 0.5), places


@pytest.mark.parametrize("longest", [True, False])
def test_the_right_choice_is_the_longest_or_the_shortest_as_chance_has_it(longest: bool) -> None:
    """Who always takes the longest is right as often as who throws dice, or a little more."""
    found = [item for count in (3, 4, 5) for item in chosen(count)]
    expected = sum(1 / len(item.choices) for item in found)
    pick = max if longest else min
    right = sum(
        pick(item.choices, key=lambda choice: len(choice.text.text)).right for item in found
    )
    assert right <= expected + margin(len(found), expected / len(found))


def test_the_place_to_touch_is_not_always_the_last() -> None:
    touched = [item for item in CHALLENGES if item.kind == "touch"]
    last = sum(item.things[-1].here for item in touched)
    first = sum(item.things[0].here for item in touched)
    assert last <= len(touched) / 4
    assert first <= len(touched) / 4
    assert len({[thing.here for thing in item.things].index(True) for item in touched}) >= 6
