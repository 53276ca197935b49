"""A public redacted version in the making: what somebody marked on a confidential document, the file that came of it with its proof, and its filing.

This is working state, seen by its maker alone and only while they see the document; what is filed becomes an entry. Everything that is done to the file is
done in confinement.
"""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from curule.access.models import Office, User
from curule.access.offices import STATION_ZONES
from curule.law.sight import PUBLIC
from curule.law.words import T
from curule.matters.acting import actor_for, organs_of
from curule.matters.pipeline import NotEntered
from curule.matters.tribunals import library
from curule.pages.confined import Confines, Stopped, confined
from curule.registry.derived import local_copy
from curule.registry.filing import Kept, Occasion, ToFile, file_together
from curule.registry.models import Rendition, Submission, new_code
from curule.registry.numbering import court_of
from curule.registry.receiving import Sent, receive
from curule.registry.redaction_work import RedactionWork
from curule.statutes.court_record.filings import REDACTED
from curule.store import User as Keeper
from curule.store import store

__all__ = ["GROUNDS", "Standing", "file_public", "make_public", "sheet_sizes", "standing_for", "work_of"]

REDACTING = Confines(seconds=900.0, memory=3 * 1024**3, output=1024**3)
GROUNDS = {
    "witness": T("Protection of a witness or victim", "Protection d’un témoin ou d’une victime"),
    "family": T("Family and private life", "Vie privée et familiale"),
    "national_security": T("National security information of a State", "Sécurité nationale d’un État"),
    "investigation": T("Continuing investigation", "Enquête en cours"),
    "privilege": T("Privileged communication", "Communication protégée par un privilège"),
    "order": T("Order of a Chamber", "Ordonnance d’une Chambre"),
    "personal": T("Personal data", "Données personnelles"),
}
"""Why something is redacted, as the schedule says it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """For which organ a person files the public version, and whether at once (the Registry) or by way of the Registry's check (who filed it)."""

    office: Office
    organ: str
    at_once: bool


def standing_for(rendition: Rendition, offices: list[Office]) -> Standing | None:
    """Who may make the public version of a document: the Registry, and who filed it. Nobody makes one of what is public, or no PDF."""
    matter = rendition.entry.matter
    if rendition.media_type != "application/pdf" or rendition.role == Rendition.Role.REDACTED:
        return None
    if rendition.entry.audience.filter(token="public").exists():  # noqa: S106
        return None
    court, law = court_of(matter), library(matter.pack)
    for office in offices:
        mine = organs_of(office, law, matter)
        of_registry = next((organ for organ in mine if organ in court.registry), None)
        if of_registry is not None:
            return Standing(office, of_registry, at_once=True)
        if rendition.entry.organ in mine and rendition.entry.organ in court.filers:
            return Standing(office, rendition.entry.organ, at_once=False)
    return None


def work_of(rendition: Rendition, user: User) -> RedactionWork:
    """What this person is redacting in this document; begun when there is nothing yet."""
    found, _made = RedactionWork.objects.get_or_create(rendition=rendition, user=user)
    return found


def sheet_sizes(rendition: Rendition) -> list[tuple[float, float]]:
    """The sizes of the pages of the file as it was filed, in points. :raises Stopped: it cannot be read."""
    key = f"sheet-sizes:{rendition.code}"
    found: list[tuple[float, float]] | None = cache.get(key)
    if found is None:
        with local_copy(rendition, rendition.path) as copy:
            found = [(float(width), float(height)) for width, height in confined("sheet_sizes", path=str(copy))]
        cache.set(key, found, 3600)
    return found


def make_public(work: RedactionWork) -> None:
    """Redact the file as it was filed, and prove the result; what came of it is kept with the work. Nothing unproved is kept."""
    areas = [{k: mark[k] for k in ("page", "left", "top", "right", "bottom", "ground")} for mark in work.marks if mark["kind"] == "area"]
    phrases = [{k: mark[k] for k in ("text", "whole", "exact", "ground")} for mark in work.marks if mark["kind"] == "phrase"]
    work.public = work.schedule = None
    with tempfile.TemporaryDirectory(prefix="curule-redact-") as folder, local_copy(work.rendition, work.rendition.path) as copy:
        target, schedule = Path(folder) / "public.pdf", Path(folder) / "schedule.pdf"
        try:
            work.result = confined("redact", REDACTING, path=str(copy), target=str(target), schedule=str(schedule), title=work.rendition.title,
                                   areas=[_worded(area) for area in areas], phrases=[_worded(phrase) for phrase in phrases])
        except Stopped as fault:
            work.result = {"stopped": fault.why}
        if target.exists() and work.result.get("proof", {}).get("holds"):
            work.public, work.schedule = target.read_bytes(), schedule.read_bytes()
    work.save()


def _worded(mark: dict[str, Any]) -> dict[str, Any]:
    """A mark with its ground in both languages, as the schedule prints it."""
    ground = GROUNDS.get(mark["ground"])
    return {**mark, "ground": f"{ground.en} / {ground.fr}" if ground is not None else mark["ground"]}


def file_public(work: RedactionWork, user: User, standing: Standing) -> Rendition | Submission:
    """File the public version as the pair of its original: the Registry at once, others by a submission. Then the work is over.

    :raises NotEntered: it is not proved, or what the law objects to.
    """
    if not work.is_proved or work.public is None:
        raise NotEntered(T("make the public version and its proof first", "produisez d’abord la version publique et sa preuve"))
    rendition, data = work.rendition, bytes(work.public)
    matter = rendition.entry.matter
    with tempfile.TemporaryDirectory(prefix="curule-redact-") as folder, transaction.atomic():
        path = Path(folder) / "public.pdf"
        path.write_bytes(data)
        made = _at_once(work, user, standing, path) if standing.at_once else receive(
            matter, user, standing.office, REDACTED, {"title": rendition.title, "language": rendition.language, "classification": PUBLIC,
                                                      "of": rendition.entry.number}, [Sent(path, "redacted.pdf")], organ=standing.organ)
        work.delete()
    return made


def _at_once(work: RedactionWork, user: User, standing: Standing, path: Path) -> Rendition:
    rendition, data = work.rendition, bytes(work.public or b"")
    matter, object_id, name = rendition.entry.matter, rendition.document.object_id, new_code()
    schedule = path.with_name("schedule.pdf")
    schedule.write_bytes(bytes(work.schedule or b""))
    # The schedule is kept beside the file in the document's object; no page serves it to the public.
    version = store().put(object_id, {f"{name}.pdf": path, f"{name}-schedule.pdf": schedule}, "public redacted version with its schedule",
                          Keeper(user.username, f"user:{user.pk}"))
    kept = Kept(object_id, f"{name}.pdf", version, "redacted.pdf", "application/pdf", len(data), hashlib.sha512(data).hexdigest(), rendition.pages)
    occasion = Occasion(matter, actor_for(standing.office, standing.organ), user.username, timezone.now(), STATION_ZONES.get(user.duty_station, "UTC"))
    given = {"title": rendition.title, "language": rendition.language, "classification": PUBLIC}
    (made,) = file_together(occasion, [ToFile(REDACTED, given, kept, of=rendition)])
    return made
