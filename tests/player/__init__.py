"""Tests of `pasapas.player`: what is rendered, and what is received from browsers."""
