"""Making, finding and revoking tokens of the API. The token itself is shown once and never kept."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date, timedelta

from django.utils import timezone

from curule.access.backend import may_enter
from curule.access.models import User
from curule.api.models import ApiToken

__all__ = ["make_token", "revoke", "token_of"]

PREFIX = "curule_"
SHOWN = 12
USED_EVERY = timedelta(minutes=5)


def _digest(token: str) -> str:
    # 256 random bits: a plain digest is as good as a slow one, and every request needs it.
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def make_token(user: User, name: str, until: date | None = None) -> tuple[ApiToken, str]:
    """A new token of a person: its row, and the token, which nobody can read again."""
    token = PREFIX + secrets.token_urlsafe(32)
    row = ApiToken.objects.create(user=user, name=name.strip()[:80] or "token", beginning=token[:SHOWN], digest=_digest(token), until=until)
    return row, token


def token_of(token: str) -> ApiToken | None:
    """The row of a token that is good now and whose person may sign in; nothing for any other."""
    row = ApiToken.objects.select_related("user").filter(digest=_digest(token)).first()
    now = timezone.now()
    if row is None or not row.is_good_at(now) or not may_enter(row.user):
        return None
    if row.used_at is None or now - row.used_at > USED_EVERY:
        ApiToken.objects.filter(pk=row.pk).update(used_at=now)
    return row


def revoke(row: ApiToken) -> None:
    """The token opens nothing from now on."""
    ApiToken.objects.filter(pk=row.pk, revoked_at__isnull=True).update(revoked_at=timezone.now())
