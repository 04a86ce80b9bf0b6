"""How much a browser may send at once."""

# A save of a lesson is a few hundred bytes; nothing we make comes near.
BODY_BYTES = 100_000
