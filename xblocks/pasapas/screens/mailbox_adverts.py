"""Invented adverts: what a mailbox looks like that nobody has sorted for months.

A few shops times a few sentences. The browser gets both lists and makes the mails itself:
sixty of them written out would weigh as much as all the rest of a practice.
"""

from __future__ import annotations

SHOPS: tuple[tuple[str, str], ...] = (
    ("Literie des Nuages", "bonjour@literie-des-nuages.example"),
    ("Jouets de la Lune Rousse", "lettre@lune-rousse.example"),
    ("Lunettes du Belvédère", "info@lunettes-belvedere.example"),
    ("Tissus du Lavoir", "bonjour@tissus-du-lavoir.example"),
    ("Pizza du Pont Vert", "menu@pizza-pont-vert.example"),
    ("Voyages du Goéland", "lettre@voyages-goeland.example"),
    ("Parfums du Vieux Puits", "info@parfums-vieux-puits.example"),
    ("Vaisselle des Trois Ponts", "bonjour@vaisselle-trois-ponts.example"),
)
"""(name, address)."""

PITCHES: tuple[tuple[str, ...], ...] = (
    ("Des prix plus bas ce soir", "Cette offre finit ce soir."),
    ("Un cadeau pour vous", "Venez au magasin avec ce mail."),
    ("La livraison est offerte", "Commandez avant dimanche."),
    ("Les nouveautés arrivent", "Venez les voir au magasin."),
    ("Votre panier vous attend", "Il reste une place dans votre panier."),
    ("Ouvert dimanche", "Nous vous attendons dimanche matin."),
    ("Dernier jour des soldes", "Les soldes finissent demain."),
    ("Deux pour le prix d'un", "Le deuxième est offert."),
)
"""(subject, sentences of the text…)."""

MOST_ADVERTS = len(SHOPS) * len(PITCHES)

_STRIDE = 37
"""Has no divisor in common with the number of pairs: each comes once, well mixed."""


def pair(number: int) -> tuple[int, int]:
    """The shop and the sentences of an advert, by their places in the lists."""
    return divmod(number * _STRIDE % MOST_ADVERTS, len(PITCHES))


def places(mails: int, adverts: int) -> list[int]:
    """For each advert how many of the mails stand before it: the mails lie among them."""
    return [number * (mails + 1) // adverts for number in range(adverts)]
