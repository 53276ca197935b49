"""Reads the address of a mail server (``CURULE_EMAIL_URL``) into Django's settings."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

PATIENCE_S = 30


def mail_server(address: str) -> dict[str, Any]:
    """The settings for an address; ImproperlyConfigured names what is wrong, never the password."""
    if not address:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    parts = urlsplit(address)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise ImproperlyConfigured("CURULE_EMAIL_URL is written as smtp://user:PASSWORD@host:587?tls=1, or smtps://host:465")
    asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    try:
        port = parts.port
    except ValueError:
        raise ImproperlyConfigured("CURULE_EMAIL_URL: the port is not a number between 1 and 65535") from None
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port or (465 if parts.scheme == "smtps" else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": asked.get("tls") == "1",
        "EMAIL_TIMEOUT": PATIENCE_S,
    }
