"""Reads a database address (``CURULE_DATABASE_URL``) into Django's settings.

Two kinds are supported: ``sqlite:///relative/or//absolute/path`` for the embedded tribunal, and
``postgresql://user:password@host:port/name?sslmode=require`` for production.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

POSTGRES = frozenset({"postgres", "postgresql"})

# A clerk's request waits this many seconds for another clerk's to finish, before SQLite says that it is busy.
SQLITE_PATIENCE_S = 20


def database(address: str) -> dict[str, Any]:
    """The entry of ``DATABASES`` for an address; ImproperlyConfigured names what is wrong, never the
    password.
    """
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return _sqlite(unquote(parts.path.removeprefix("/")))
    if parts.scheme in POSTGRES:
        return _postgresql(address)
    raise ImproperlyConfigured(
        f"CURULE_DATABASE_URL begins with {parts.scheme or 'nothing'!r}; it must begin with sqlite:/// or "
        "postgresql://, as in postgresql://curule:PASSWORD@localhost:5432/curule"
    )


def _sqlite(path: str) -> dict[str, Any]:
    if not path:
        raise ImproperlyConfigured(
            "CURULE_DATABASE_URL names no file; write it as sqlite:///var/curule.sqlite3"
        )
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path if path == ":memory:" else Path(path).absolute(),
        "OPTIONS": {
            # A transaction takes the write lock at its beginning: two clerks wait for each other instead of
            # one of them failing half-way, when its first read has already gone stale.
            "transaction_mode": "IMMEDIATE",
            "timeout": SQLITE_PATIENCE_S,
            # Readers never wait for the writer. FULL: an entry that was acknowledged survives a power cut.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }


def _postgresql(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    try:
        port = parts.port
    except ValueError:
        raise ImproperlyConfigured(
            "CURULE_DATABASE_URL: the port is not a number between 1 and 65535"
        ) from None
    name = unquote(parts.path.removeprefix("/"))
    if not name or "/" in name:
        raise ImproperlyConfigured(
            "CURULE_DATABASE_URL names no database; write it as postgresql://user:PASSWORD@host:5432/curule"
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": port or "",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
