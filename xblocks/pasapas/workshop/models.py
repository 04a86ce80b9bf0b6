"""The one table: what is kept of a learner."""

from __future__ import annotations

from django.db import models


class State(models.Model):
    """One row for a learner, a scope and a block; `data` maps field names to values.

    `learner` is "" for what all learners share, `block` is "" for what all blocks share.
    There is no date and no name in it: nothing says when, how often or how fast.
    """

    learner = models.CharField(max_length=64, blank=True, default="")
    scope = models.CharField(max_length=32)
    block = models.CharField(max_length=255, blank=True, default="")
    data = models.JSONField(default=dict)

    class Meta:
        app_label = "workshop"
        constraints = (
            # Two first saves at once must not leave two rows: every later read would fail.
            models.UniqueConstraint(fields=["learner", "scope", "block"], name="one_state"),
        )

    def __str__(self) -> str:
        return f"{self.scope} {self.block}"
