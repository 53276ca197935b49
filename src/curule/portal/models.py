"""What the portal keeps of its own: press releases, counts of page views, editions of the bulk download; and, derived from the record, the list of
what is public.
"""

from __future__ import annotations

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from curule.access.models import User
from curule.matters.models import EntryRow, Matter
from curule.registry.models import Rendition

__all__ = ["BulkEdition", "PageViews", "PressRelease", "PublicSummary", "Publication"]


def new_code() -> str:
    """A name for an address that says nothing of how many there are."""
    return secrets.token_hex(6)


def new_name() -> str:
    """A name for one of very many."""
    return secrets.token_hex(8)


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


class Publication(models.Model):
    """One entry that everybody may see, as the lists of the portal ask for it. Derived from the record; rebuilt at will.

    It chooses and orders, and decides nothing: whatever is found here is asked of the access function before it is shown. ``code`` is its name in
    addresses of lists. ``public_at``: when everybody could see it; ``due_from``: from when it was to be published; between the two, in seconds,
    ``working`` in the hours of the duty station and ``on_working_days`` by the clock (documents alone).
    """

    entry = models.OneToOneField(EntryRow, models.CASCADE, related_name="publication")
    code = models.CharField(max_length=16, unique=True, default=new_name, editable=False)
    matter = models.ForeignKey(Matter, models.CASCADE, related_name="publications")
    pack = models.CharField(max_length=20)
    rendition = models.OneToOneField(Rendition, models.CASCADE, null=True, related_name="publication")
    type = models.CharField(max_length=80)
    language = models.CharField(max_length=5, blank=True)
    is_decision = models.BooleanField(default=False)
    done_on = models.DateField()
    filed_at = models.DateTimeField(null=True)
    due_from = models.DateTimeField(null=True)
    public_at = models.DateTimeField()
    working = models.PositiveIntegerField(null=True)
    on_working_days = models.PositiveIntegerField(null=True)
    ecli = models.CharField(max_length=100, blank=True)

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        indexes = [
            models.Index(fields=["-done_on", "-entry"], name="publication_decisions", condition=models.Q(is_decision=True)),
            models.Index(fields=["-filed_at", "-entry"], name="publication_documents", condition=models.Q(working__isnull=False)),
            models.Index(fields=["matter", "-filed_at", "-entry"], name="publication_of_matter", condition=models.Q(working__isnull=False)),
            models.Index(fields=["type", "-filed_at", "-entry", "pack"], name="publication_by_type", condition=models.Q(working__isnull=False)),
            models.Index(fields=["matter", "type", "-filed_at", "-entry"], name="publication_of_matter_by_type", condition=models.Q(working__isnull=False)),
            models.Index(fields=["language", "-filed_at", "-entry", "pack"], name="publication_by_language", condition=models.Q(working__isnull=False)),
            models.Index(fields=["matter", "-entry"], name="publication_latest"),
            models.Index(fields=["due_from", "pack", "working", "on_working_days"], name="publication_delays", condition=models.Q(working__isnull=False)),
            models.Index(fields=["ecli"], name="publication_by_ecli", condition=~models.Q(ecli="")),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.type}"


class PublicSummary(models.Model):
    """The stage, the number of entries and counts of the documents of a matter as everybody reads it, under the record and the audiences of then.

    ``tallies``: documents by ``types`` and ``languages``; by ``months`` in which they were to be published: how many, how many in time, how many by the
    stricter reading.

    Derived; not used once either is another. A stage that depends on the day is that of the day on which it was read; the nightly job reads all anew.
    """

    matter = models.OneToOneField(Matter, models.CASCADE, related_name="public_summary")
    head = models.CharField(max_length=64)
    sight_mark = models.CharField(max_length=16)
    stage = models.CharField(max_length=40)
    entries = models.PositiveIntegerField()
    tallies = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.matter_id} {self.stage}"
