"""Matters, their entries, who may see them, and the projections computed from them.

The entry table is the truth: append-only, chained by hash (:mod:`curule.law.record`). ``Projection`` and ``Clock`` rows are
disposable; ``curule rebuild`` makes them anew and proves them equal.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from curule.access.models import AudienceRow
from curule.law.record import GENESIS

__all__ = ["Assignment", "Clock", "ClockAudience", "EntryAudience", "EntryRow", "Matter", "MatterAudience", "MatterLink", "Projection", "Unsealing"]


def new_mark() -> str:
    """A mark that was never there before."""
    return secrets.token_hex(8)


class Matter(models.Model):
    """One matter of a tribunal: a case, a roll, a request. ``count`` and ``head`` say which entry is the last.

    ``sight_mark`` is another one, at random, as soon as the audience of an entry that was there changes: what is kept in memory is kept under it.
    """

    pack = models.CharField(max_length=20)
    kind = models.CharField(max_length=30)
    number = models.CharField(_("number"), max_length=40, unique=True)
    title = models.CharField(_("title"), max_length=300)
    branch = models.CharField(_("branch"), max_length=30, blank=True)
    opened_on = models.DateField(_("opened on"))
    count = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64, default=GENESIS)
    sight_mark = models.CharField(max_length=16, default=new_mark, editable=False)

    class Meta:
        verbose_name = _("matter")
        verbose_name_plural = _("matters")
        ordering = ["-opened_on", "number"]
        indexes = [models.Index(fields=["pack", "kind"], name="matter_by_kind")]

    def __str__(self) -> str:
        return self.number


class Assignment(models.Model):
    """A legal officer whom a judge of the bench assigned to a matter, from a day to a day, both included."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="assignments")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="assignments")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        ordering = ["since", "pk"]

    def __str__(self) -> str:
        return f"{self.user_id} in {self.matter_id}"


class MatterAudience(AudienceRow):
    """Who may know that a matter exists."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="audience")

    class Meta(AudienceRow.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["matter", "token"], name="matter_audience_once")]


class MatterLink(models.Model):
    """A matter whose law looks at another one: the sentence file at its case, say."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="links")
    kind = models.CharField(max_length=30)
    to = models.ForeignKey(Matter, models.PROTECT, related_name="linked_from")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "kind"], name="one_link_of_a_kind")]

    def __str__(self) -> str:
        return f"{self.matter} → {self.to}"


class Unsealing(models.Model):
    """An act that opens something of this matter that is under seal until then. Derived from the entries; spares each other act the search."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="unsealing")
    act = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "act"], name="unsealing_once")]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.act}"


class AppendOnlyError(TypeError):
    """An entry is never changed or deleted: enter a correction."""


class EntryRow(models.Model):
    """One entry, as stored. ``content`` is exactly what is hashed; the other columns repeat it for queries."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    act = models.CharField(max_length=80)
    organ = models.CharField(max_length=40)
    done_on = models.DateField()
    entered_at = models.DateTimeField()
    content = models.JSONField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    diverges = models.BooleanField(default=False)
    key = models.CharField(max_length=80, null=True, blank=True)  # noqa: DJ001 - absent keys must not collide
    key_digest = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        ordering = ["matter", "number"]
        constraints = [
            models.UniqueConstraint(fields=["matter", "number"], name="entry_number_once"),
            models.UniqueConstraint(fields=["key"], name="entry_key_once"),
        ]
        indexes = [models.Index(fields=["matter", "done_on"], name="entry_by_day"), models.Index(fields=["matter", "act"], name="entry_by_act")]

    def __str__(self) -> str:
        return f"{self.matter_id}/{self.number} {self.act}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Only a new entry is saved."""
        if self.pk is not None and not kwargs.get("force_insert"):
            raise AppendOnlyError("an entry is never changed: enter a correction instead")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Never."""
        raise AppendOnlyError("an entry is never deleted: enter a withdrawal instead")


class EntryAudienceRows(models.QuerySet["EntryAudience"]):
    """Rows of audiences. Whatever changes them gives their matter another ``sight_mark``; the first audience of a new entry does not."""

    def _mark(self, entries: Iterable[int]) -> None:
        """Nothing kept in memory of the matters of these entries holds any more."""
        Matter.objects.filter(pk__in=EntryRow.objects.filter(pk__in=frozenset(entries)).values("matter")).update(sight_mark=new_mark())

    def of_new_entry(self, rows: Iterable[EntryAudience]) -> None:
        """Write the audience of an entry that was made in this transaction."""
        super().bulk_create(rows)

    def bulk_create(self, objs: Iterable[EntryAudience], *args: Any, **kwargs: Any) -> list[EntryAudience]:
        """As ever, and marked."""
        made: list[EntryAudience] = super().bulk_create(objs, *args, **kwargs)
        self._mark(row.entry_id for row in made)
        return made

    def delete(self) -> tuple[int, dict[str, int]]:
        """As ever, and marked."""
        entries = frozenset(self.values_list("entry_id", flat=True))
        deleted = super().delete()
        self._mark(entries)
        return deleted

    def update(self, **kwargs: Any) -> int:
        """As ever, and marked: the entries of before and of after."""
        keys = list(self.values_list("pk", "entry_id"))
        changed = super().update(**kwargs)
        self._mark([entry for _pk, entry in keys])
        self._mark(EntryAudience.objects.filter(pk__in=[pk for pk, _entry in keys]).values_list("entry_id", flat=True))
        return changed


class EntryAudience(AudienceRow):
    """Who may see an entry, and that it exists."""

    entry = models.ForeignKey(EntryRow, models.CASCADE, related_name="audience")

    objects = EntryAudienceRows.as_manager()

    class Meta(AudienceRow.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["entry", "token"], name="entry_audience_once")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """As ever, and marked."""
        super().save(*args, **kwargs)
        EntryAudience.objects.all()._mark([self.entry_id])

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """As ever, and marked."""
        entry, deleted = self.entry_id, super().delete(*args, **kwargs)
        EntryAudience.objects.all()._mark([entry])
        return deleted


class Projection(models.Model):
    """The posture of a matter after its last entry, as plain data. Derived; rebuilt at will."""

    matter = models.OneToOneField(Matter, models.CASCADE, related_name="projection")
    head = models.CharField(max_length=64)
    stage = models.CharField(max_length=40)
    posture = models.JSONField()

    def __str__(self) -> str:
        return f"{self.matter_id} {self.stage}"


class Clock(models.Model):
    """What was due under one rule by one day when it was last reckoned (``reckoned_on``), as somebody reads the record. Derived; rebuilt at will.

    Each is for those who see all that it follows from (:class:`ClockAudience`): what one reader's record holds, another's may not. For which persons or
    filings it runs is not kept here: entries have another number for each reader.
    """

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="clocks")
    rule = models.CharField(max_length=120)
    organs = models.JSONField(default=list)
    due = models.DateField(null=True)
    reckoned_on = models.DateField()
    is_limit = models.BooleanField(default=False)

    class Meta:
        ordering = [models.F("due").asc(nulls_last=True), "rule"]
        indexes = [models.Index(fields=["due"], name="clock_by_due")]

    def __str__(self) -> str:
        return f"{self.rule} {self.due}"


class ClockAudience(AudienceRow):
    """Who sees all the entries from which a clock follows."""

    clock = models.ForeignKey(Clock, models.CASCADE, related_name="audience")

    class Meta(AudienceRow.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["clock", "token"], name="clock_audience_once")]


# Django finds models here; the draft refers to the matter, hence the place.
from curule.matters.drafts import Draft  # noqa: E402, F401
