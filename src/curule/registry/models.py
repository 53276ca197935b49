"""Submissions that are not on the record yet, and what the record's filings look like to pages and search.

A submission is working state of the Registry; what is accepted becomes entries. Filings, documents and renditions are derived from the
entries and the preservation store: one entry is one rendition, and whoever sees the entry sees the rendition (:mod:`curule.registry.sight`).
"""

from __future__ import annotations

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from curule.access.models import User
from curule.matters.models import EntryRow, Matter

__all__ = ["Document", "Filing", "NumberSeries", "PageText", "PageWords", "Rendition", "Submission", "SubmissionStep", "SubmittedFile", "new_code"]


def new_code() -> str:
    """A random code for an address: it can be neither counted nor guessed."""
    return secrets.token_hex(10)


class Submission(models.Model):
    """What somebody sent to be filed: received at a moment, waiting for the Registry, then accepted or returned.

    ``declared`` is what the filer said of it (the particulars of the act, entries by their number on the record itself). It is seen by its
    filer and the Registry alone; where it is to be strictly confidential or under seal (``sealed``), by the Registrar alone.
    """

    class State(models.TextChoices):
        """Where it stands."""

        RECEIVED = "received", _("waiting for the Registry")
        ACCEPTED = "accepted", _("filed")
        RETURNED = "returned", _("returned")

    code = models.CharField(max_length=20, unique=True, default=new_code, editable=False)
    matter = models.ForeignKey(Matter, models.PROTECT, related_name="submissions")
    filer = models.ForeignKey(User, models.PROTECT, related_name="submissions")
    organ = models.CharField(max_length=40)
    person = models.CharField(max_length=60, blank=True)
    act = models.CharField(max_length=40)
    declared = models.JSONField(default=dict)
    sealed = models.BooleanField(default=False)
    received_at = models.DateTimeField(_("received"))
    zone = models.CharField(max_length=40)
    state = models.CharField(max_length=10, choices=State.choices, default=State.RECEIVED)
    key = models.CharField(max_length=120, unique=True, null=True)  # noqa: DJ001 - absent keys must not collide
    key_digest = models.CharField(max_length=64, blank=True)
    assigned_to = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="assigned_submissions")
    assigned_at = models.DateTimeField(null=True)
    assigned_why = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    reason = models.TextField(blank=True)
    entry = models.ForeignKey(EntryRow, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["received_at", "pk"]
        indexes = [
            # The inbox reads what waits; what is finished, however much, is not in this index.
            models.Index(fields=["received_at"], name="submission_waiting", condition=models.Q(state="received")),
            models.Index(fields=["filer", "-received_at"], name="submission_by_filer"),
        ]

    def __str__(self) -> str:
        return self.code


class SubmittedFile(models.Model):
    """One file of a submission: the main document first, then its annexes. The content is in the preservation store already."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="files")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=500)
    language = models.CharField(max_length=5)
    classification = models.CharField(max_length=30, blank=True)
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha512 = models.CharField(max_length=128)
    pages = models.PositiveIntegerField(null=True)
    words = models.PositiveIntegerField(null=True)
    object_id = models.CharField(max_length=80)
    path = models.CharField(max_length=255)
    checks = models.JSONField(default=dict)

    class Meta:
        ordering = ["submission", "position"]
        constraints = [models.UniqueConstraint(fields=["submission", "position"], name="submitted_file_once")]

    def __str__(self) -> str:
        return f"{self.submission_id}/{self.position}"


class SubmissionStep(models.Model):
    """What was done with a submission: assigned, handed over, accepted, returned. Append-only."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="steps")
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    what = models.CharField(max_length=20)
    to = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    why = models.TextField(blank=True)

    class Meta:
        ordering = ["submission", "pk"]

    def __str__(self) -> str:
        return f"{self.submission_id} {self.what}"


class NumberSeries(models.Model):
    """How far the numbers of one series of a matter have come: one series for each audience, so that nobody sees a gap."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="series")
    audience = models.CharField(max_length=64)
    letters = models.CharField(max_length=6, blank=True)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["matter", "audience"], name="series_of_an_audience"),
            models.UniqueConstraint(fields=["matter", "letters"], name="series_letters_once"),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.letters}{self.last}"


class Filing(models.Model):
    """What came in together: a main document and its annexes, under one number."""

    code = models.CharField(max_length=20, unique=True, default=new_code, editable=False)
    matter = models.ForeignKey(Matter, models.PROTECT, related_name="filings")
    organ = models.CharField(max_length=40)
    filed_at = models.DateTimeField()

    class Meta:
        ordering = ["filed_at", "pk"]
        indexes = [models.Index(fields=["matter", "-filed_at"], name="filing_by_day")]

    def __str__(self) -> str:
        return self.code


class Document(models.Model):
    """One work - a motion, an annex, a decision - however many forms of it there are. Its files are one object of the store.

    ``stem`` is its number without endings, ``series`` the audience in whose series that number was drawn,
    ``ending`` what says which annex it is.
    """

    code = models.CharField(max_length=20, unique=True, default=new_code, editable=False)
    filing = models.ForeignKey(Filing, models.CASCADE, related_name="documents")
    position = models.PositiveSmallIntegerField(default=0)
    document_type = models.CharField(max_length=30)
    stem = models.CharField(max_length=100)
    series = models.CharField(max_length=64, blank=True)
    ending = models.CharField(max_length=40, blank=True)
    object_id = models.CharField(max_length=80)

    class Meta:
        ordering = ["filing", "position"]

    def __str__(self) -> str:
        return self.code


class Rendition(models.Model):
    """One form of a document: original, annex, translation, corrigendum or redacted version; one language, one file, one entry.

    ``number`` is the number under which it is filed, ``former_number`` the first one that it had before more people could see it (shown to readers of
    that time only). ``served_path`` is the stamped copy that readers get; ``path`` the file as filed. What is no PDF
    has a stamped PDF with a cover sheet there, and in ``body_path`` the same without cover and stamp, where its content can be shown in one.
    ``text_state``: none, waiting, done, failed. ``signatures``: who signed the file electronically, nobody for a
    signature that did not hold (:mod:`curule.registry.signatures`); null until it was read.
    """

    class Role(models.TextChoices):
        """What form of the document it is."""

        ORIGINAL = "original", _("original")
        TRANSLATION = "translation", _("translation")
        CORRIGENDUM = "corrigendum", _("corrigendum")
        REDACTED = "redacted", _("redacted version")

    code = models.CharField(max_length=20, unique=True, default=new_code, editable=False)
    document = models.ForeignKey(Document, models.CASCADE, related_name="renditions")
    entry = models.OneToOneField(EntryRow, models.PROTECT, related_name="rendition")
    made_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="made")
    role = models.CharField(max_length=12, choices=Role.choices, default=Role.ORIGINAL)
    number = models.CharField(max_length=120)
    former_number = models.CharField(max_length=120, blank=True)
    title = models.CharField(max_length=500)
    language = models.CharField(max_length=5)
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    path = models.CharField(max_length=255)
    served_path = models.CharField(max_length=255, blank=True)
    body_path = models.CharField(max_length=255, blank=True)
    version = models.PositiveIntegerField(default=1)
    size = models.PositiveBigIntegerField()
    sha512 = models.CharField(max_length=128)
    pages = models.PositiveIntegerField(null=True)
    words = models.PositiveIntegerField(null=True)
    filed_at = models.DateTimeField()
    text_state = models.CharField(max_length=10, default="none")
    signatures = models.JSONField(null=True)

    class Meta:
        ordering = ["filed_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["number"], name="filing_number_once")]
        indexes = [models.Index(fields=["-filed_at"], name="rendition_by_moment"), models.Index(fields=["former_number"], name="rendition_by_former")]

    def __str__(self) -> str:
        return self.number

    @property
    def has_cover(self) -> bool:
        """Whether readers get a PDF whose first page is a cover sheet, for what was filed is none."""
        return bool(self.served_path) and self.media_type != "application/pdf"

    @property
    def plain_pdf(self) -> str:
        """The place of the PDF that a public version is made from: the file itself, or the pages that stand for it; empty where there are none."""
        return self.path if self.media_type == "application/pdf" else self.body_path


class PageText(models.Model):
    """The text of one page of a rendition, as extracted or recognised; ``recognised`` says that it is OCR."""

    rendition = models.ForeignKey(Rendition, models.CASCADE, related_name="texts")
    page = models.PositiveIntegerField()
    text = models.TextField()
    recognised = models.BooleanField(default=False)

    class Meta:
        ordering = ["rendition", "page"]
        constraints = [models.UniqueConstraint(fields=["rendition", "page"], name="page_text_once")]

    def __str__(self) -> str:
        return f"{self.rendition_id}/{self.page}"


class PageWords(models.Model):
    """Where the words of a page stand: what selects and marks them on its picture, and what finds them in scans.

    ``width``, ``height`` and the boxes in ``lines`` are tenths of points of the page as it was filed (:mod:`curule.pages.words`).
    """

    rendition = models.ForeignKey(Rendition, models.CASCADE, related_name="page_words")
    page = models.PositiveIntegerField()
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    lines = models.JSONField(default=list)
    recognised = models.BooleanField(default=False)

    class Meta:
        ordering = ["rendition", "page"]
        constraints = [models.UniqueConstraint(fields=["rendition", "page"], name="page_words_once")]

    def __str__(self) -> str:
        return f"{self.rendition_id}/{self.page}"


# Django finds models here; the work of redacting refers to renditions, hence the place.
from curule.registry.redaction_work import RedactionWork  # noqa: E402, F401
