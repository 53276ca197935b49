"""The official texts that were imported: the file, its languages, and each unit of text at its provision.

What a page shows is the *current* edition of an instrument in a language. A newer import takes the place of an earlier one for the
languages that it holds; the earlier one stays, with its report, and is no longer shown.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

__all__ = ["Edition", "ImportedText", "TextUnit"]


class ImportedText(models.Model):
    """One file that was read: its digest, who imported it and when, and the whole report of the reader.

    ``result`` is the digest of what the reader made of it: the same file read by a better reader is a new import.
    """

    instrument = models.CharField(_("instrument"), max_length=40)
    file_name = models.CharField(_("file"), max_length=255)
    sha256 = models.CharField("SHA-256", max_length=64)
    result = models.CharField(max_length=64)
    imported_at = models.DateTimeField(_("imported on"), default=timezone.now)
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by"))
    report = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("imported text")
        verbose_name_plural = _("imported texts")
        ordering = ["-imported_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["sha256", "result"], name="imported_once")]

    def __str__(self) -> str:
        return f"{self.instrument} · {self.file_name}"


class Edition(models.Model):
    """An imported text in one language, with the reader's figures; at most one of a language is current."""

    imported = models.ForeignKey(ImportedText, models.CASCADE, related_name="editions")
    instrument = models.CharField(max_length=40)
    language = models.CharField(_("language"), max_length=12)
    found = models.PositiveIntegerField(default=0)
    aligned = models.PositiveIntegerField(default=0)
    unaligned = models.PositiveIntegerField(default=0)
    is_current = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["instrument", "language"]
        constraints = [
            models.UniqueConstraint(fields=["imported", "language"], name="edition_once"),
            models.UniqueConstraint(fields=["instrument", "language"], condition=models.Q(is_current=True), name="one_current_edition"),
        ]

    def __str__(self) -> str:
        return f"{self.instrument} · {self.language}"


class TextUnit(models.Model):
    """One unit of text. At a provision, counted by ``sequence`` (a heading: 0); or unaligned, with the reason.

    ``order`` is its place in the file; ``raw`` is what the file holds, number and spaces included. ``notes`` are losses that show
    in the text, ``reason`` why it could not be aligned: each with ``en`` and ``fr``.
    """

    class Kind(models.TextChoices):
        """What the unit is."""

        TEXT = "text", _("text")
        HEADING = "heading", _("heading")
        DELETED = "deleted", _("deleted")
        UNALIGNED = "unaligned", _("unaligned")

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="units")
    provision = models.CharField(_("provision"), max_length=120, blank=True)
    article = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    order = models.PositiveIntegerField()
    sequence = models.PositiveIntegerField(default=0)
    label = models.CharField(max_length=80, blank=True)
    text = models.TextField()
    raw = models.TextField(blank=True)
    notes = models.JSONField(default=list)
    reason = models.JSONField(default=dict)
    line = models.PositiveIntegerField()
    evidence = models.CharField(max_length=12, blank=True)

    class Meta:
        verbose_name = _("unit of text")
        verbose_name_plural = _("units of text")
        ordering = ["edition", "order"]
        indexes = [models.Index(fields=["edition", "article"], name="units_of_article")]
        constraints = [models.UniqueConstraint(fields=["edition", "order"], name="unit_order_once")]

    def __str__(self) -> str:
        return f"{self.provision or self.reason.get('en', '')} · {self.line}"
