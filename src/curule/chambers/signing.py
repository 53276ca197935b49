"""The judges' signing keys: files in a folder outside the database, one for each account, opened with a passphrase when somebody signs."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from curule.access.models import User
from curule.law.words import T
from curule.pages.signature import KeyRefused, Signer, load_signer
from curule.pages.throwaway import ThrowawayAuthority

__all__ = ["DEMO_PASSPHRASE", "ensure_demo_key", "signer_of"]

DEMO_PASSPHRASE = "demonstration only"  # noqa: S105 - it opens the throw-away keys of invented people, and says so
"""Opens the Chambers and the throw-away signing keys of demonstration accounts."""


def _folder() -> Path:
    return Path(settings.SIGNING_FOLDER)


def signer_of(user: User, passphrase: str) -> Signer:
    """The signing key of a person.

    :raises KeyRefused: there is none, or the passphrase is another.
    """
    for ending in (".p12", ".pfx", ".pem"):
        path = _folder() / "keys" / f"{user.username}{ending}"
        if path.is_file():
            return load_signer(path, passphrase)
    raise KeyRefused(T("no signing key is installed for your account; ask for one",
                       "aucune clé de signature n’est installée pour votre compte ; demandez-en une"))


def ensure_demo_key(user: User) -> None:
    """Give a demonstration account a throw-away key, with an authority of its own that says what it is."""
    path = _folder() / "keys" / f"{user.username}.p12"
    if not (settings.DEMO and user.is_demo) or path.exists():
        return
    authority = ThrowawayAuthority()
    made = authority.write_root(_folder() / "roots")
    made.rename(made.with_name(f"demonstration-{user.username}.pem"))
    authority.write_key(path, user.display_name, DEMO_PASSPHRASE)
