"""The Chambers passphrase is entered once a session. The private key then lies in the session, sealed under a random key that only the reader's browser
holds, in a cookie for the Chambers' pages alone: neither the database nor the cookie opens anything by itself.
"""

from __future__ import annotations

import base64
import binascii

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from curule.access.models import User
from curule.chambers import sealing
from curule.chambers.models import ChambersKey, PaperKey
from curule.chambers.sealing import NotOpened

__all__ = ["COOKIE", "LEAST_SIGNS", "lock", "make_key", "private_key_of", "unlock"]

COOKIE = "curule-chambers" if settings.EMBEDDED else "__Secure-curule-chambers"
PATH = "/chambers/"
KEPT = "chambers"
LEAST_SIGNS = 14


def _bound(user: User) -> bytes:
    return f"private key of {user.pk}".encode()


def make_key(user: User, passphrase: str) -> ChambersKey:
    """A new key pair for a person. Papers that were wrapped for an earlier one are closed to them until a member admits them again."""
    private, public = sealing.make_pair()
    sealed, salt = sealing.seal_private(private, passphrase, _bound(user))
    PaperKey.objects.filter(user=user).delete()
    key, _made = ChambersKey.objects.update_or_create(
        user=user, defaults={"public": public, "sealed_private": sealed, "salt": salt, "made_at": timezone.now()})
    return key


def unlock(request: HttpRequest, response: HttpResponse, passphrase: str) -> None:
    """Open the private key for this session.

    :raises NotOpened: another passphrase, or no key.
    """
    user = request.user
    key = ChambersKey.objects.filter(user=user).first() if isinstance(user, User) else None
    if key is None or not isinstance(user, User):
        raise NotOpened
    private = sealing.open_private(bytes(key.sealed_private), bytes(key.salt), passphrase, _bound(user))
    carried = sealing.new_key()
    request.session[KEPT] = base64.b64encode(sealing.seal(carried, private, _bound(user))).decode("ascii")
    response.set_cookie(COOKIE, base64.urlsafe_b64encode(carried).decode("ascii"), path=PATH, httponly=True, samesite="Strict",
                        secure=not settings.EMBEDDED or request.is_secure())


def lock(session: SessionBase, response: HttpResponse) -> None:
    """Close the Chambers for this session."""
    session.pop(KEPT, None)
    response.delete_cookie(COOKIE, path=PATH, samesite="Strict")


def private_key_of(request: HttpRequest) -> bytes | None:
    """The private key of the signed-in person while the Chambers are open in this session; nothing when they are closed."""
    user, kept, carried = request.user, request.session.get(KEPT), request.COOKIES.get(COOKIE, "")
    if not isinstance(user, User) or not kept or not carried:
        return None
    try:
        private = sealing.opened(base64.urlsafe_b64decode(carried), base64.b64decode(kept), _bound(user))
    except (NotOpened, ValueError, binascii.Error):
        return None
    current = ChambersKey.objects.filter(user=user).values_list("public", flat=True).first()
    return private if current is not None and bytes(current) == sealing.public_of(private) else None
