"""Tokens with which a person's programs speak for that person: only a digest of each is kept."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

__all__ = ["ApiToken"]


class ApiToken(models.Model):
    """One token of one person. It opens what the person may see and do, no more, until it is revoked or its last day is over."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="api_tokens")
    name = models.CharField(_("name"), max_length=80)
    beginning = models.CharField(_("beginning"), max_length=16)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    used_at = models.DateTimeField(_("last used"), null=True, editable=False)
    until = models.DateField(_("until (that day included)"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    class Meta:
        verbose_name = _("API token")
        verbose_name_plural = _("API tokens")
        ordering = ["-made_at", "pk"]

    def __str__(self) -> str:
        return f"{self.name} ({self.beginning}…)"

    def is_good_at(self, moment: datetime) -> bool:
        """Whether the token opens anything at that moment."""
        return self.revoked_at is None and (self.until is None or timezone.localdate(moment) <= self.until)
