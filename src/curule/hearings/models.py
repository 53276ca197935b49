"""Hearings in the calendar, derived from the entries that schedule and vacate them; and the secret addresses of persons' own feeds."""

from __future__ import annotations

import hashlib
import secrets

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from curule.access.models import User
from curule.matters.models import EntryRow, Matter

__all__ = ["Feed", "Sitting"]


class Sitting(models.Model):
    """One hearing with its place and hours; seen by whoever sees the entry that scheduled it. Derived; rebuilt at will.

    ``begins_at`` and ``ends_at`` are moments; ``zone`` is the clock of the courtroom; ``all_day``: from midnight to midnight there, no hours being set.
    ``ended_by``: the entry that vacated or moved it.
    """

    entry = models.OneToOneField(EntryRow, models.CASCADE, related_name="sitting")
    matter = models.ForeignKey(Matter, models.CASCADE, related_name="sittings")
    courtroom = models.CharField(max_length=30)
    zone = models.CharField(max_length=40)
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    all_day = models.BooleanField(default=False)
    session = models.CharField(max_length=20)
    subject = models.CharField(max_length=2000)
    participants = models.JSONField(default=list)
    interpretation = models.JSONField(default=list)
    interpreters = models.JSONField(default=list)
    video_link = models.CharField(max_length=2000, blank=True)
    ended_by = models.ForeignKey(EntryRow, models.CASCADE, null=True, related_name="+")

    is_announcement = False
    """Whether this is only what everybody may know of a hearing that others see."""

    class Meta:
        verbose_name = _("hearing")
        verbose_name_plural = _("hearings")
        ordering = ["begins_at", "pk"]
        indexes = [models.Index(fields=["begins_at"], name="sitting_by_moment"), models.Index(fields=["matter", "begins_at"], name="sitting_of_matter")]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.begins_at:%Y-%m-%d %H:%M}"


class Feed(models.Model):
    """A person's own calendar feed: whoever knows its address sees what the person sees. Only a digest of the secret is kept."""

    user = models.ForeignKey(User, models.CASCADE, related_name="feeds")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"{self.user_id} {self.made_at:%Y-%m-%d}"

    @classmethod
    def make(cls, user: User) -> str:
        """Make a feed and give its secret, which is shown once; feeds of before are revoked."""
        cls.objects.filter(user=user, revoked_at=None).update(revoked_at=timezone.now())
        secret = secrets.token_urlsafe(32)
        cls.objects.create(user=user, digest=cls.digest_of(secret))
        return secret

    @staticmethod
    def digest_of(secret: str) -> str:
        """What is kept of a secret."""
        return hashlib.sha256(secret.encode()).hexdigest()
