"""What the portal keeps of its own: press releases, counts of page views, editions of the bulk download. All else is read from the record."""

from __future__ import annotations

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from curule.access.models import User
from curule.matters.models import Matter

__all__ = ["BulkEdition", "PageViews", "PressRelease"]


def new_code() -> str:
    """A name for an address that says nothing of how many there are."""
    return secrets.token_hex(6)


class PressRelease(models.Model):
    """What a Registry tells the public, in both languages. Withdrawn ones are shown no more and kept."""

    code = models.CharField(max_length=12, unique=True, default=new_code, editable=False)
    tribunal = models.CharField(max_length=20)
    matter = models.ForeignKey(Matter, models.PROTECT, null=True, blank=True, related_name="press_releases")
    title_en = models.CharField(_("title in English"), max_length=200)
    title_fr = models.CharField(_("title in French"), max_length=200)
    text_en = models.TextField(_("text in English"), max_length=20_000)
    text_fr = models.TextField(_("text in French"), max_length=20_000)
    published_at = models.DateTimeField(auto_now_add=True)
    published_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    withdrawn = models.BooleanField(default=False)

    class Meta:
        ordering = ["-published_at", "-pk"]

    def __str__(self) -> str:
        return self.title_en

    def title(self, lang: str) -> str:
        """The title in the reader's language."""
        return self.title_fr if lang == "fr" else self.title_en

    def text(self, lang: str) -> str:
        """The text in the reader's language."""
        return self.text_fr if lang == "fr" else self.text_en


class PageViews(models.Model):
    """How often a page was shown on a day. Nothing of who saw it: no address, no cookie, no session."""

    day = models.DateField()
    page = models.CharField(max_length=20)
    address = models.CharField(max_length=200)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "page", "address"], name="page_views_once")]
        indexes = [models.Index(fields=["page", "day"], name="page_views_by_page")]

    def __str__(self) -> str:
        return f"{self.day} {self.address} {self.count}"


class BulkEdition(models.Model):
    """One edition of the bulk download. ``withdrawn`` as soon as anything ceases to be public: until the next edition there is none."""

    name = models.CharField(max_length=80, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    counts = models.JSONField(default=dict)
    withdrawn = models.BooleanField(default=False)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name
