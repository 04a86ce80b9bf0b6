"""A bank that is right, alone in its file or within an assessment, and ways to change it."""

from __future__ import annotations

import textwrap

from .samples import DATA, changed

BANK = (DATA / "banque.yaml").read_text("utf-8")

WARM_UP = """\
format: 1
warm_up:
  toucher:
    ask: Touchez la maison.
    screen: [{icon: home, label: Maison, here: yes}, Un, Deux, Trois]
    learn: Toucher est court.
  entendre:
    pictogram: mail
    heard: ["Le mot est : pain."]
    ask: Quel mot entendez-vous ?
    choices: [( ) main, (x) pain, ( ) bain]
    learn: Chaque page se lit.
"""

HEAD = """\
format: 1
title: Où j'en suis
pictogram: verifier
"""
SHIPPED = HEAD + "bank: pasapas\n"


def bank_with(old: str, new: str) -> str:
    return changed(BANK, old, new)


def inline(*domains: str, warm_up: str = "", head: str = HEAD) -> str:
    """An assessment with a bank of its own. Its first domain begins on line 7 when there is
    no warm-up; each has its text of a file, without `format`."""
    lines = [head.rstrip("\n"), "bank:"]
    if warm_up:
        lines.append(textwrap.indent(warm_up.removeprefix("format: 1\n"), "  ").rstrip("\n"))
    lines.append("  domains:")
    for domain in domains:
        text = textwrap.indent(domain.removeprefix("format: 1\n"), "      ").rstrip("\n")
        lines += ["    -", text]
    return "\n".join(lines) + "\n"


def other_names(text: str = BANK, domain: str = "web") -> str:
    """The same bank for another domain, with names of its own."""
    text = text.replace("domain: messages", f"domain: {domain}").replace("joindre:", "chercher:")
    return (
        text.replace("trombone-", "page-")
        .replace("verifier-", "lien-")
        .replace("envoyer-", "site-")
    )
