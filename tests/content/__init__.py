"""Tests of `pasapas.content`: what documents are."""
