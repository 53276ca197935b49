"""What hangs on an e-mail: each attachment is a file of its own, told by its content and never by its name. Runs in confinement."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from curule.pages.media import identify

__all__ = ["attachments_of"]

MOST = 500
LONGEST_NAME = 200


def attachments_of(message: EmailMessage) -> Iterator[dict[str, Any]]:
    """Each attachment: ``name`` as a word and never a path, ``media`` and ``kind`` by its content, ``size`` in bytes."""
    for place, part in enumerate(message.iter_attachments()):
        if place == MOST:
            return
        content = _bytes_of(part)
        with tempfile.NamedTemporaryFile(prefix="curule-attached-") as file:
            file.write(content)
            file.flush()
            media = identify(Path(file.name))
        yield {"name": _named(str(part.get_filename() or "")), "media": media.name, "kind": media.kind, "size": len(content)}


def _bytes_of(part: Any) -> bytes:
    if part.get_content_maintype() == "multipart" or part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        return inner[0].as_bytes() if isinstance(inner, list) and inner else b""
    decoded = part.get_payload(decode=True)
    return decoded if isinstance(decoded, bytes) else b""


def _named(name: str) -> str:
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(c for c in last if c.isprintable())[:LONGEST_NAME] or "attachment"
