"""The check of the signatures of a PDF, made in confinement: see :mod:`curule.pages.confined` and :mod:`curule.pages.signature`."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from asn1crypto import x509

from curule.pages.opening import Unreadable
from curule.pages.signature import verify
from curule.pages.telling import Stopped

__all__ = ["check_signatures"]


def check_signatures(path: str, roots: Sequence[str], at: str) -> list[dict[str, Any]]:
    """Every signature of the PDF at ``path`` as plain data, oldest first; ``roots`` are certificates (DER in base 64), ``at`` the moment as of which.

    :raises Stopped: the file cannot be read as a PDF with signatures.
    """
    trusted = [x509.Certificate.load(base64.b64decode(root)) for root in roots]
    try:
        found = verify(Path(path).read_bytes(), trusted, datetime.fromisoformat(at))
    except Unreadable:
        raise Stopped("broken") from None
    return [{**asdict(one), "at": one.at.isoformat() if one.at is not None else "", "holds": one.holds} for one in found]
