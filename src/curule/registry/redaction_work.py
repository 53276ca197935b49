"""The working state of a redaction, for each person and document."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

__all__ = ["RedactionWork"]

MOST_MARKS = 2_000


class RedactionWork(models.Model):
    """What one person is redacting in one rendition. ``marks`` are areas and phrases with their grounds; ``result`` is what came of them.

    ``revision`` counts the changes: what was made for an earlier one is not kept.
    """

    rendition = models.ForeignKey("registry.Rendition", models.CASCADE, related_name="redaction_works")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="redaction_works")
    marks = models.JSONField(default=list)
    result = models.JSONField(default=dict)
    public = models.BinaryField(null=True)
    schedule = models.BinaryField(null=True)
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["rendition", "user"], name="one_redaction_of_a_person")]

    def __str__(self) -> str:
        return f"{self.rendition_id} by {self.user_id}"

    def mark(self, mark: dict[str, Any]) -> None:
        """Add a mark; what came of the earlier ones no longer counts."""
        if len(self.marks) < MOST_MARKS:
            self.marks = [*self.marks, mark]
        self._begin_anew()

    def mark_all(self, marks: list[dict[str, Any]]) -> int:
        """Add marks that are not there yet; how many were added."""
        new = [mark for at, mark in enumerate(marks) if mark not in self.marks and mark not in marks[:at]][:max(MOST_MARKS - len(self.marks), 0)]
        if new:
            self.marks = [*self.marks, *new]
            self._begin_anew()
        return len(new)

    def unmark(self, place: int) -> None:
        """Take a mark away."""
        self.marks = [mark for at, mark in enumerate(self.marks) if at != place]
        self._begin_anew()

    def _begin_anew(self) -> None:
        self.revision += 1
        self.result, self.public, self.schedule = {}, None, None
        self.save()

    @property
    def is_proved(self) -> bool:
        """Whether there is a public file, and the proof holds."""
        return self.public is not None and bool(self.result.get("proof", {}).get("holds"))
