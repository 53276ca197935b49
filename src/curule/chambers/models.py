"""The Chambers' own space, as the database holds it: sealed. Whoever reads these tables learns that a paper exists in a matter, who has a key to it,
who wrote something in it and when; not its title, kind or words, not the votes.
"""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from curule.matters.models import Matter

__all__ = ["ChambersKey", "Paper", "PaperKey", "SealedItem"]


def new_code() -> str:
    """A random code for an address."""
    return secrets.token_hex(10)


class ChambersKey(models.Model):
    """A person's key pair for the Chambers: the private half is sealed under the Chambers passphrase, which is kept nowhere."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="chambers_key")
    public = models.BinaryField()
    sealed_private = models.BinaryField()
    salt = models.BinaryField()
    made_at = models.DateTimeField(_("made"))

    class Meta:
        verbose_name = _("Chambers key")
        verbose_name_plural = _("Chambers keys")

    def __str__(self) -> str:
        return f"key of {self.user_id}"


class Paper(models.Model):
    """A draft of an order or a decision with its deliberation. Everything in it is in its sealed items.

    ``count`` and ``head`` say which item is the last (SHA-256 of what is stored of it), so that one that is missing at the end is noticed too.
    ``withdrawn_at`` is set while the bench has put it away without filing it.
    """

    code = models.CharField(max_length=20, unique=True, default=new_code, editable=False)
    matter = models.ForeignKey(Matter, models.PROTECT, related_name="chambers_papers")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    filed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    count = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["-opened_at", "-pk"]

    def __str__(self) -> str:
        return self.code


class PaperKey(models.Model):
    """The keys of a paper for one member, each wrapped for that member's public key. ``bench`` is for judges alone: votes are sealed with it."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="keys")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="chambers_paper_keys")
    room = models.BinaryField()
    bench = models.BinaryField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["paper", "user"], name="one_key_of_a_member")]

    def __str__(self) -> str:
        return f"{self.user_id} in {self.paper_id}"


class SealedItem(models.Model):
    """One thing that was put into a paper: a version, a comment, a vote, an opinion, a signature; which of these, only the members know.

    Append-only and chained: each is sealed together with its place, its author, its moment and the digest of the one before it.
    """

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="items")
    number = models.PositiveIntegerField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    of_bench = models.BooleanField(default=False)
    content = models.BinaryField()

    class Meta:
        ordering = ["paper", "number"]
        constraints = [models.UniqueConstraint(fields=["paper", "number"], name="sealed_item_once")]

    def __str__(self) -> str:
        return f"{self.paper_id}/{self.number}"
