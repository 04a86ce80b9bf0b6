"""All that an assessment may say: what must be recorded for it."""

from __future__ import annotations

from .script import Piece
from .view import deck_of, writer


def spoken_pieces(source: str) -> tuple[Piece, ...]:
    """The pieces of an assessment, by its text; () where it can't be read."""
    deck = deck_of(source)
    if deck is None:
        return ()
    say = writer()
    asked = [deck.challenges[number] for number in deck.allowed((), ())]
    domains = {id(place.domain): place.domain for place in deck.places_asked}
    pieces = [say.opening(deck.assessment.title)]
    for challenge in (*deck.warm_ups, *asked):
        pieces += [say.challenge(challenge), say.after(challenge)]
    pieces += [say.results(domain) for domain in domains.values()]
    if deck.assessment.mode == "whole":
        pieces.append(say.domains(deck.bank))
    pieces.append(say.result_words())
    return tuple({piece.hash: piece for piece in pieces}.values())
