"""What search keeps in the database: which index is in use, what still has to go into it, and what people search for again and again.

The index itself is derived: files under the home folder, made anew by ``curule index --rebuild``.
"""

from __future__ import annotations

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from curule.access.models import User
from curule.matters.models import EntryRow

__all__ = ["Alert", "Generation", "Mark", "SavedSearch"]


def new_code() -> str:
    """A name for a folder or an address that can be neither counted nor guessed."""
    return secrets.token_hex(10)


class Generation(models.Model):
    """One index, in the folder of its code. The newest that is complete is in use."""

    code = models.CharField(max_length=20, unique=True, default=new_code, editable=False)
    form = models.PositiveIntegerField()
    complete = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.code


class Mark(models.Model):
    """An entry that the index does not say rightly yet. Written in the transaction that makes or changes it, removed when it is indexed.

    ``stale``: it may be in the index with an audience that it no longer has. Until it is indexed anew it is found by nobody. ``news``: saved searches
    are to look at it; not where the index alone is made anew. ``settled``: the index in use has it, but one that is being made beside it perhaps not.
    ``covered_by``: the index that is being made reads the entry after this mark.
    """

    entry = models.ForeignKey(EntryRow, models.CASCADE, related_name="search_marks")
    stale = models.BooleanField(default=False)
    news = models.BooleanField(default=True)
    settled = models.BooleanField(default=False)
    covered_by = models.ForeignKey(Generation, models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["entry"], name="mark_stale", condition=models.Q(stale=True, settled=False))]

    def __str__(self) -> str:
        return f"{self.entry_id}"


class SavedSearch(models.Model):
    """A search that its owner runs again; with ``alerts`` its owner is told of what it finds anew, with ``by_mail`` also called to it
    by e-mail. ``through``: how far in the index it has looked (see ``touched`` there)."""

    code = models.CharField(max_length=20, unique=True, default=new_code, editable=False)
    owner = models.ForeignKey(User, models.CASCADE, related_name="saved_searches")
    name = models.CharField(_("name"), max_length=120)
    query = models.CharField(max_length=1000)
    alerts = models.BooleanField(_("tell me of new finds"), default=True)
    by_mail = models.BooleanField(_("call me by e-mail"), default=True)
    through = models.PositiveBigIntegerField(default=0)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class Alert(models.Model):
    """Something new that a saved search found for its owner, once. Shown only as long as its owner may see the entry."""

    saved = models.ForeignKey(SavedSearch, models.CASCADE, related_name="found")
    entry = models.ForeignKey(EntryRow, models.CASCADE, related_name="+")
    found_at = models.DateTimeField(auto_now_add=True)
    read = models.BooleanField(default=False)

    class Meta:
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["saved", "entry"], name="alert_once")]

    def __str__(self) -> str:
        return f"{self.saved_id} {self.entry_id}"
