"""Tests of `pasapas.practice`: what is shown and said, and what is kept of it."""
