"""From a sentence to read to a sentence to say."""

from __future__ import annotations

from .addresses import say_addresses
from .french_numbers import say_telephones
from .lexicon import Lexicon
from .signs import plain, say_quantities, say_signs


def spoken_text(sentence: str, lexicon: Lexicon) -> str:
    """What the voice is given for `sentence`; "" when nothing in it can be said.

    Addresses come first, while their signs are still there; the lexicon comes after, so
    that it also says the parts of addresses; hours come before single signs are named.
    """
    text = say_telephones(say_addresses(plain(sentence)))
    text = say_signs(say_quantities(lexicon.say(text)))
    return text if any(character.isalnum() for character in text) else ""
