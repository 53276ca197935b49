"""Slows down whoever guesses passwords: failed sign-ins are counted, in the database, over a sliding
quarter of an hour.

Three limits: for one account from one address (a mistaken person, or the simplest attack), for one address
over all accounts (one machine trying many), and for one account from all addresses (many machines trying
one). The last is wide, so that nobody can lock a judge out by typing the judge's name.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from curule.access.models import FailedSignIn

WINDOW = timedelta(minutes=15)
KEPT = timedelta(days=1)
FOR_ACCOUNT_AND_ADDRESS = 5
FOR_ADDRESS = 30
FOR_ACCOUNT = 50


def _key(username: str) -> str:
    # People type passwords into the wrong field: what was typed as a name is kept as a digest only.
    return hashlib.sha256(username.strip().casefold().encode()).hexdigest()


def record_failure(username: str, address: str) -> None:
    """Count one failed attempt, and forget those of yesterday."""
    now = timezone.now()
    FailedSignIn.objects.filter(at__lt=now - KEPT).delete()
    FailedSignIn.objects.create(account=_key(username), address=address[:64], at=now)


def forget_failures(username: str, address: str) -> None:
    """After a sign-in that succeeded, that account is free again from that address."""
    FailedSignIn.objects.filter(account=_key(username), address=address[:64]).delete()


def waiting_time(username: str, address: str) -> timedelta | None:
    """How long this address must wait before it may try this account again; None when it may try now."""
    account, now = _key(username), timezone.now()
    here = Q(address=address[:64])
    waits = [
        _until_free(Q(account=account) & here, FOR_ACCOUNT_AND_ADDRESS, now),
        _until_free(here, FOR_ADDRESS, now),
        _until_free(Q(account=account), FOR_ACCOUNT, now),
    ]
    return max((wait for wait in waits if wait is not None), default=None)


def _until_free(which: Q, limit: int, now: datetime) -> timedelta | None:
    recent = FailedSignIn.objects.filter(which, at__gt=now - WINDOW).order_by("-at")
    # The limit-th latest failure is the one that has to leave the window.
    decisive = list(recent.values_list("at", flat=True)[limit - 1 : limit])
    return decisive[0] + WINDOW - now if decisive else None
