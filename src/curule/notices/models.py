"""Notices: who was told of which entry, through which channel, and when it was read. The notice in the portal is the service; the e-mail calls to it."""

from __future__ import annotations

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from curule.access.models import User
from curule.matters.models import EntryRow

__all__ = ["Delivery", "Notice", "new_code"]


def new_code() -> str:
    """A random code for an address."""
    return secrets.token_hex(10)


class Notice(models.Model):
    """One person told of one entry: made with the entry, so that neither is ever there without the other.

    ``read_at`` is the first opening by the person in the portal; ``done_at`` the moment at which the person put it aside.
    """

    code = models.CharField(max_length=20, unique=True, default=new_code, editable=False)
    entry = models.ForeignKey(EntryRow, models.PROTECT, related_name="notices")
    user = models.ForeignKey(User, models.PROTECT, related_name="notices")
    office = models.CharField(max_length=40, blank=True)
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-made_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["entry", "user"], name="notice_once")]
        indexes = [
            # The inbox reads what is not put aside; however much is finished, this index is as small as what is open.
            models.Index(fields=["user", "-made_at"], name="notice_open", condition=models.Q(done_at__isnull=True)),
            models.Index(fields=["user", "-made_at"], name="notice_by_user"),
        ]

    def __str__(self) -> str:
        return self.code


class Delivery(models.Model):
    """One e-mail that calls a person to something in the portal. It has one Message-ID for ever: a repeat after a crash is the same message to every
    mail system.

    ``kind``, ``about``: what it calls to (:mod:`curule.notices.calls`); for a notice of an entry also ``notice``. ``state``: waiting; sending (claimed by a
    sender, at ``claimed_at``); sent (the mail server took it, ``sent_at``); failed (given up; ``fault`` is the class of the last error, never its words);
    withdrawn (when it was to go, nothing of it was left for its reader). ``made_at``: when it could first be sent.
    """

    class State(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting", _("waiting")
        SENDING = "sending", _("being sent")
        SENT = "sent", _("sent")
        FAILED = "failed", _("failed")
        WITHDRAWN = "withdrawn", _("no longer needed")

    user = models.ForeignKey(User, models.PROTECT, related_name="deliveries")
    kind = models.CharField(max_length=20)
    about = models.CharField(max_length=20)
    notice = models.OneToOneField(Notice, models.CASCADE, null=True, related_name="delivery")
    message_id = models.CharField(max_length=120, unique=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["due_at", "pk"]
        indexes = [
            models.Index(fields=["due_at"], name="delivery_open", condition=models.Q(state__in=["waiting", "sending"])),
            models.Index(fields=["user", "kind", "about"], name="delivery_about"),
        ]

    def __str__(self) -> str:
        return self.message_id
