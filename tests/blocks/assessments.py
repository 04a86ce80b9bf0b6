"""Assessments on a platform in small: a bank of a trainer's own, and learners who answer."""

from __future__ import annotations

from functools import cache

import yaml

from pasapas.assessment.deck import Deck
from pasapas.assessment.judging import NOT_YET, right_places
from pasapas.assessment.view import assessment_reading, deck_of
from pasapas.content.assessment import assessment_text
from pasapas.content.challenge import Challenge
from pasapas.player.saving import learner_token

from .host import Host

USAGE = "assessment-one"
WHOLE = assessment_text("whole", "", "Où j'en suis")
VIEWS = ("student_view", "public_view", "author_view", "studio_view")
UNREADABLE = "---\n: [\n"

# All kinds of challenges, and two warm-ups of which one is heard.
SMALL = """\
format: 1
title: Mes petits essais
pictogram: verifier
mode: whole
bank:
  warm_up:
    toucher-un-bouton:
      screen:
        - {text: Bonjour, as: title}
        - [{text: Un}, {text: Deux, as: button, here: yes}]
        - {text: Trois, as: button}
      ask: Touchez « Deux ».
      learn: Le doigt reste un instant.
    entendre-un-mot:
      pictogram: ecouter
      heard: ["Le mot est : pain."]
      ask: Quel mot entendez-vous ?
      choices: [( ) main, (x) pain, ( ) bain]
      learn: La page parle quand on le veut.
  domains:
    - domain: messages
      title: Mes messages
      pictogram: boite-mail
      tubes:
        lire:
          title: Lire ses mails
          skills:
            1:
              can: Je sais voir qui écrit.
              you: voir qui écrit
              lesson: lire-un-mail
              challenges:
                lire-qui-ecrit:
                  pictogram: personne
                  scene: [Lucie reçoit un mail.]
                  ask: Où est le nom ?
                  choices: [(x) En haut du mail, ( ) Sous le mail, ( ) Dans les réglages]
                  learn: Le nom ouvre la page.
                lire-les-deux:
                  pictogram: mail
                  ask: Que voit Lucie ?
                  choices: ["[x] Le nom", "[x] Le sujet", "[ ] Le mot de passe", "[ ] La pluie"]
                  learn: Deux lignes disent presque tout.
            2:
              can: Je sais répondre à un mail.
              you: répondre à un mail
              lesson: repondre-a-un-mail
              challenges:
                repondre-en-ordre:
                  pictogram: mail
                  ask: Mettez ces phrases en ordre.
                  order: [Elle ouvre le mail., Elle écrit la réponse., Elle envoie.]
                  learn: Lire vient avant écrire.
                repondre-ou:
                  ask: Où appuyez-vous ?
                  screen:
                    - [{icon: back, label: Revenir}, {text: Mail de Léo, as: title}]
                    - {text: Répondre, as: button, here: yes}
                    - {text: Supprimer, as: button}
                    - {text: Ranger, as: button}
                  learn: La flèche courbe fait pareil.
            3:
              can: Je sais joindre un CV.
              you: joindre un CV
              lesson: joindre-un-cv
              challenges:
                joindre-ouvrir:
                  ask: Ouvrez le mail de Rosa.
                  learn: Le nom touché ouvre le mail.
                  task:
                    screen: mailbox
                    persona: aylin
                    start:
                      mails:
                        rosa: {from: Rosa Quispe, mail: rosa.quispe@nuage.example,
                               when: ce matin, subject: Samedi, text: ["Tu viens samedi ?"]}
                        leo: {from: Léo Martin, mail: leo.martin@nuage.example,
                              when: hier, subject: Le bus, text: [Le bus est en retard.]}
                    achieved: {mail: rosa}
                joindre-quoi:
                  pictogram: piece-jointe
                  ask: Quel dessin joint un papier ?
                  choices: [(x) Un trombone, ( ) Une étoile, ( ) Une croix, ( ) Une maison]
                  learn: Ce dessin vient du bureau.
"""


class Addresses:
    """What the LMS does with the addresses of a course."""

    def replace_urls(self, text: str) -> str:
        replaced = text.replace('"/static/', '"/asset-v1:course/')
        return replaced.replace('"/jump_to_id/', '"/courses/course/jump_to_id/')


def assessment_host(
    source: str = SMALL, addresses: bool = False, language: str = "fr", **fields
) -> Host:
    """A platform on which what authors made is read only, as in an LMS."""
    services = {"replace_urls": Addresses()} if addresses else {}
    host = Host(language, services=services).authored(USAGE, source=source, **fields)
    host.store.teaching = True
    return host


@cache
def small() -> dict:
    """`SMALL`, to be changed in a copy: `yaml.safe_load` would make truth values of `yes`."""
    return yaml.load(SMALL, yaml.BaseLoader)  # noqa: S506 - texts, mappings and lists alone


def written(document: object) -> str:
    return yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=10_000)


def deck(source: str = SMALL) -> Deck:
    found = deck_of(source)
    assert found, assessment_reading(source).problems
    return found


def asked_by(page: dict, source: str = SMALL) -> Challenge:
    """The challenge of a page, which has its token alone."""
    (found,) = [
        item for item in deck(source).bank.by_slug.values() if item.token == page["challenge"]
    ]
    return found


def view(host: Host, name: str = "student_view", **block):
    """The fragment of a view of the assessment."""
    return host.view(name, **{"usage": USAGE, **block})


# --- Requests ---------------------------------------------------------------------------------


def request(do: str, run: int = 1, user: str = "amina", seq: int = 1, **more) -> dict:
    return {"v": 1, "learner": learner_token(user), "seq": seq, "do": do, "run": run, **more}


def act(host: Host, do: str, run: int = 1, user: str = "amina", **more):
    """(status, body) of one act."""
    return host.post("act", request(do, run, user, **more), usage=USAGE, user=user)


def ask(host: Host, handler: str, user: str = "amina", **more):
    """(status, body) of `show`, `take_back` or `see`."""
    return host.post(handler, {"learner": learner_token(user), **more}, usage=USAGE, user=user)


def state(host: Host, user: str = "amina") -> dict:
    return host.block(USAGE, user).saved.get("state", {})


def keep(host: Host, kept: dict, user: str = "amina") -> None:
    """A learner's state, as earlier requests would have left it."""
    block = host.block(USAGE, user)
    block.saved = {"revision": 1, "state": kept}
    block.save()


def asked(slug: str, *answers: list, **more) -> dict:
    """A first run in which `slug` is asked now, after these answers."""
    begun = {"run": 1, "begun": "2026-11-22", "ended": False, "warm": [], "past": []}
    return {**begun, "given": list(answers), "current": slug, **more}


# --- Learners ---------------------------------------------------------------------------------


def reply_to(challenge: Challenge, right: bool) -> object:
    """What a browser sends of one who knows it, or not. Nobody here does a task."""
    if challenge.kind == "task":
        return NOT_YET
    places = right_places(challenge)
    if right:
        return places[0] if challenge.kind in ("one", "touch") else places
    if challenge.kind == "one":
        return next(at for at in range(len(challenge.choices)) if at not in places)
    if challenge.kind == "touch":
        return next(at for at in range(len(challenge.things)) if at not in places)
    return list(reversed(places)) if challenge.kind == "order" else places[:1]


def walk(host: Host, knows, source: str = SMALL, run: int = 1, user: str = "amina") -> list[dict]:
    """One run from its beginning to its end; the bodies of all replies. `knows(challenge)`."""
    status, body = act(host, "begin", run, user)
    assert status == 200
    bodies = [body]
    while not body["page"].get("ended"):
        page = body["page"]
        challenge = asked_by(page, source)
        sent = {"number": page["number"], "challenge": challenge.token}
        reply = reply_to(challenge, knows(challenge))
        status, body = act(host, "answer", run, user, reply=reply, seq=len(bodies) + 1, **sent)
        assert status == 200, body
        bodies.append(body)
        assert len(bodies) < 40
    return bodies


def events(host: Host) -> list[tuple[str, dict]]:
    return [(name, data) for _, _, name, data in host.published]
