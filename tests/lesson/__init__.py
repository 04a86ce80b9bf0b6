"""Tests of `pasapas.lesson`: what is shown and said, and what is kept of it."""
