"""A message with what a problem quotes in its places."""

from __future__ import annotations

from pasapas.content.problems import Problem


def filled(message: str, problem: Problem) -> str:
    return message.format_map(_Parameters(problem.parameters))


class _Parameters(dict):
    """A message may name what a problem does not have: then it says nothing there."""

    def __missing__(self, key: str) -> str:
        return ""
