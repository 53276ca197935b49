"""The working state of a redaction, for each person and document."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

__all__ = ["RedactionWork"]

MOST_MARKS = 2_000


class RedactionWork(models.Model):
    """What one person is redacting in one rendition. ``marks`` are areas and phrases with their grounds; ``result`` is what came of them."""

    rendition = models.ForeignKey("registry.Rendition", models.CASCADE, related_name="redaction_works")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="redaction_works")
    marks = models.JSONField(default=list)
    result = models.JSONField(default=dict)
    public = models.BinaryField(null=True)
    schedule = models.BinaryField(null=True)
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

    def unmark(self, place: int) -> None:
        """Take a mark away."""
        self.marks = [mark for at, mark in enumerate(self.marks) if at != place]
        self._begin_anew()

    def _begin_anew(self) -> None:
        self.result, self.public, self.schedule = {}, None, None
        self.save()

    @property
    def is_proved(self) -> bool:
        """Whether there is a public file, and the proof holds."""
        return self.public is not None and bool(self.result.get("proof", {}).get("holds"))
