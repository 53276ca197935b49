"""A public redacted version in the making: what somebody marked on a confidential document, the file that came of it with its proof, and its filing.

This is working state, seen by its maker alone and only while they see the document; what is filed becomes an entry. Everything that is done to the file is
done in confinement.
"""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from curule.access.models import Office, User
from curule.access.offices import STATION_ZONES
from curule.jobs.asking import again, enqueue
from curule.jobs.models import Job
from curule.law.sight import PUBLIC
from curule.law.words import T
from curule.matters.acting import actor_for, organs_of
from curule.matters.pipeline import NotEntered
from curule.matters.tribunals import library
from curule.pages.confined import confined
from curule.pages.redaction.marks import Phrase, fold
from curule.registry.derived import local_copy
from curule.registry.filing import Kept, Occasion, ToFile, file_together
from curule.registry.models import Rendition, Submission, new_code
from curule.registry.numbering import court_of
from curule.registry.receiving import Sent, receive
from curule.registry.redaction_work import RedactionWork
from curule.statutes.court_record.filings import REDACTED
from curule.store import User as Keeper
from curule.store import store

__all__ = ["Standing", "ask_to_make", "file_public", "job_of", "sheet_sizes", "standing_for", "work_of"]

@dataclass(frozen=True, slots=True)
class Standing:
    """For which organ a person files the public version, and whether at once (the Registry) or by way of the Registry's check (who filed it)."""

    office: Office
    organ: str
    at_once: bool


def standing_for(rendition: Rendition, offices: list[Office]) -> Standing | None:
    """Who may make the public version of a document: the Registry, and who filed it. Nobody makes one of what is public, or of what has no pages
    (a recording; what was filed a moment ago)."""
    matter = rendition.entry.matter
    if not rendition.plain_pdf or rendition.role == Rendition.Role.REDACTED:
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
        with local_copy(rendition, rendition.plain_pdf) as copy:
            found = [(float(width), float(height)) for width, height in confined("sheet_sizes", path=str(copy))]
        cache.set(key, found, 3600)
    return found


def ask_to_make(work: RedactionWork) -> Job:
    """Ask for the public version with its proof, of the marks as they are now. What failed is tried again."""
    job = enqueue("make_redaction", _key(work), rendition=work.rendition.code, work=work.pk, revision=work.revision)
    again(job)
    return job


def job_of(work: RedactionWork) -> Job | None:
    """The work that was asked for with the marks as they are now."""
    return Job.objects.filter(key=_key(work)).first()


def _key(work: RedactionWork) -> str:
    return f"make_redaction:{work.pk}:{work.revision}"


def file_public(work: RedactionWork, user: User, standing: Standing, title: str = "") -> Rendition | Submission:
    """File the public version as the pair of its original: the Registry at once, others by a submission. Then the work is over.

    ``title`` is the public's title; by default that of the original.

    :raises NotEntered: it is not proved, its title holds words that were removed, or what the law objects to.
    """
    title = title.strip()[:500] or work.rendition.title
    if any(_stands_in(mark, title) for mark in work.marks if mark["kind"] in ("area", "phrase")):
        raise NotEntered(T("the title holds words that are removed from the document; give the public version another title",
                           "le titre contient des mots supprimés du document ; donnez un autre titre à la version publique"))
    if not work.is_proved or work.public is None:
        raise NotEntered(T("make the public version and its proof first", "produisez d’abord la version publique et sa preuve"))
    rendition, data = work.rendition, bytes(work.public)
    matter = rendition.entry.matter
    with tempfile.TemporaryDirectory(prefix="curule-redact-") as folder, transaction.atomic():
        path = Path(folder) / "public.pdf"
        path.write_bytes(data)
        made = _at_once(work, user, standing, path, title) if standing.at_once else receive(
            matter, user, standing.office, REDACTED, {"title": title, "language": rendition.language, "classification": PUBLIC,
                                                      "of": rendition.entry.number}, [Sent(path, "redacted.pdf")], organ=standing.organ)
        work.delete()
    return made


def _stands_in(mark: dict[str, object], title: str) -> bool:
    """Whether the words of a mark are in a title."""
    words = str(mark.get("text") or mark.get("seen") or "")
    if not any(c.isalnum() for c in words):
        return False
    phrase = Phrase(words, whole=bool(mark.get("whole", True)), exact=bool(mark.get("exact", False)))
    return any(pattern.search(fold(title, phrase.exact)[0]) for pattern in (phrase.pattern, phrase.loose))


def _at_once(work: RedactionWork, user: User, standing: Standing, path: Path, title: str) -> Rendition:
    rendition, data = work.rendition, bytes(work.public or b"")
    matter, object_id, name = rendition.entry.matter, rendition.document.object_id, new_code()
    schedule = path.with_name("schedule.pdf")
    schedule.write_bytes(bytes(work.schedule or b""))
    # The schedule is kept beside the file in the document's object; no page serves it to the public.
    version = store().put(object_id, {f"{name}.pdf": path, f"{name}-schedule.pdf": schedule}, "public redacted version with its schedule",
                          Keeper(user.username, f"user:{user.pk}"))
    kept = Kept(object_id, f"{name}.pdf", version, "redacted.pdf", "application/pdf", len(data), hashlib.sha512(data).hexdigest(),
                work.result.get("pages", rendition.pages))
    occasion = Occasion(matter, actor_for(standing.office, standing.organ), user.username, timezone.now(), STATION_ZONES.get(user.duty_station, "UTC"))
    given = {"title": title, "language": rendition.language, "classification": PUBLIC}
    (made,) = file_together(occasion, [ToFile(REDACTED, given, kept, of=rendition)])
    return made
