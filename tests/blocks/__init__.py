"""Tests of `pasapas.blocks`, within a runtime that keeps and refuses what platforms do."""
