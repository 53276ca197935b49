"""The electronic signatures of what was filed: read once for the pages, and checked anew for whoever asks whether they hold.

They are checked on the file as it was filed (the stamped copy carries none), in confinement, as at the moment of filing - a certificate that
ran out later takes nothing from a decision - against the authorities whose certificates lie in ``roots/`` of ``CURULE_SIGNING_FOLDER``.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from asn1crypto import pem
from django.conf import settings
from django.core.cache import cache

from curule.pages.confined import Confines, Stopped, confined
from curule.pages.signature import roots_in
from curule.registry.derived import local_copy
from curule.registry.models import Rendition

__all__ = ["Checked", "authorities", "authorities_pem", "checked", "read_signatures"]

CHECKING = Confines(seconds=60.0)
KEPT_FOR = 24 * 3600
MARK = b"/ByteRange"
"""Every signature of a PDF says which bytes it covers."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check found. ``intact``: the file kept has the digest that the record names. ``readable``: whether the signatures could be read at all."""

    intact: bool
    readable: bool
    signatures: tuple[dict[str, Any], ...]

    @property
    def holds(self) -> bool:
        """Whether there are signatures and every one holds."""
        return self.intact and bool(self.signatures) and all(one["holds"] for one in self.signatures)


def authorities() -> list[Any]:
    """The certificates of the authorities that are trusted here."""
    return roots_in(Path(settings.SIGNING_FOLDER) / "roots")


def authorities_pem() -> bytes:
    """The same, for whoever wants to check with a program of their own."""
    return b"".join(pem.armor("CERTIFICATE", root.dump()) for root in authorities())


def checked(rendition: Rendition) -> Checked:
    """Check the signatures of a rendition now. What was found is kept for a day, as long as the trusted authorities are the same."""
    roots = [base64.b64encode(root.dump()).decode("ascii") for root in authorities()]
    said = rendition.entry.content.get("filed", {}).get("files", [{}])[0].get("sha512", rendition.sha512)
    asked = f"{rendition.document.object_id}/{rendition.path}|{rendition.filed_at.isoformat()}|{said}|{'|'.join(roots)}"
    key = f"signatures:{hashlib.sha256(asked.encode()).hexdigest()}"
    found: Checked | None = cache.get(key)
    if found is None:
        found = _check(rendition, said, roots)
        cache.set(key, found, KEPT_FOR)
    return found


def _check(rendition: Rendition, said: str, roots: list[str]) -> Checked:
    with local_copy(rendition, rendition.path) as copy:
        content = copy.read_bytes()
        intact = hashlib.sha512(content).hexdigest() == said
        if rendition.media_type != "application/pdf" or MARK not in content:
            return Checked(intact, True, ())
        del content
        try:
            found = confined("signatures", CHECKING, path=str(copy), roots=roots, at=rendition.filed_at.isoformat())
        except Stopped:
            return Checked(intact, False, ())
    return Checked(intact, True, tuple({**one, "at": datetime.fromisoformat(one["at"]) if one["at"] else None} for one in found))


def read_signatures(rendition: Rendition) -> None:
    """Note by whom a rendition is signed, so that its pages can say it without opening the file; whether it holds now is asked of :func:`checked`.

    A name is said where the signature held: a party's file that claims a judge's signature says no judge's name on any page.
    """
    found = checked(rendition)
    told = [{"name": one["name"], "office": one["office"]} if found.intact and one["holds"] else {} for one in found.signatures]
    Rendition.objects.filter(pk=rendition.pk).update(signatures=told)
    rendition.signatures = told
