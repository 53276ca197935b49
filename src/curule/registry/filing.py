"""Filing: from files in the preservation store to entries on the record, numbered, classified, together or not at all.

Everything that is filed comes through :func:`file_one`: what the Registry accepts, what a Chamber files, redacted versions, translations.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from curule.law.sight import PUBLIC
from curule.law.view import Actor
from curule.law.words import T
from curule.matters.models import EntryRow, Matter
from curule.matters.pipeline import NotEntered, Request, enter
from curule.matters.sight import tokens_for
from curule.matters.tribunals import library
from curule.registry.models import Document, Filing, Rendition, new_code
from curule.registry.numbering import court_of, draw, written
from curule.registry.renumbering import bring_into_series, carries_number, readers_know_series
from curule.registry.signals import filed
from curule.statutes.court_record.filings import ANNEX, CORRIGENDUM, DOCUMENT, REDACTED, TRANSLATION

__all__ = ["Kept", "Occasion", "ToFile", "ending_of_annex", "file_one", "file_together"]

ENDINGS = {ANNEX: "annex", TRANSLATION: "translation", CORRIGENDUM: "corrigendum", REDACTED: "redacted"}
ROLES = {TRANSLATION: Rendition.Role.TRANSLATION, CORRIGENDUM: Rendition.Role.CORRIGENDUM, REDACTED: Rendition.Role.REDACTED}


@dataclass(frozen=True, slots=True)
class Kept:
    """One file in the preservation store: its object, its place there, and what is known of it. ``size`` in bytes."""

    object_id: str
    path: str
    version: int
    name: str
    media_type: str
    size: int
    sha512: str
    pages: int | None = None
    words: int | None = None


@dataclass(frozen=True, slots=True)
class ToFile:
    """One document to be filed: the act, its particulars (entries by their number on the record itself), its file.

    ``of`` is the rendition to which an annex, translation, corrigendum or redacted version belongs. ``document_code`` is the code under which
    the store holds a new document's object. ``corrected`` names what the Registry corrected (title, language); what its filer had said stays
    with the submission, for it may be what nobody else must read.
    """

    act: str
    given: Mapping[str, Any]
    kept: Kept
    of: Rendition | None = None
    document_code: str = ""
    corrected: Sequence[str] = ()


@dataclass(slots=True)
class Occasion:
    """Who files, when, and for whom it is entered; the same for everything that is filed together."""

    matter: Matter
    actor: Actor
    user: str
    received_at: datetime
    zone: str
    key: str = ""
    filing: Filing | None = field(default=None)

    @property
    def day(self) -> date:
        """The day of receipt by the clock of the duty station."""
        return self.received_at.astimezone(ZoneInfo(self.zone)).date()


def file_together(occasion: Occasion, documents: Sequence[ToFile]) -> list[Rendition]:
    """File a document with its annexes: all of it, or nothing. Annexes without ``of`` belong to the first document.

    :raises NotEntered: what the law or the pipeline objects to; then nothing was filed.
    """
    with transaction.atomic():
        occasion.matter = Matter.objects.select_for_update().get(pk=occasion.matter.pk)
        made: list[Rendition] = []
        for position, document in enumerate(documents):
            of = document.of or (made[0] if made else None)
            made.append(file_one(occasion, document, of, position))
        return made


def file_one(occasion: Occasion, document: ToFile, of: Rendition | None, position: int = 0) -> Rendition:
    """Enter one document on the record and write what pages and search need of it. The matter is locked by the caller."""
    matter = occasion.matter
    if document.act != DOCUMENT and (of is None or of.entry.matter_id != matter.pk):
        raise NotEntered(T("the document to which it belongs is not on this record", "le document auquel il se rattache n'est pas à ce dossier"))
    given = {**document.given, **({"of": of.entry.number} if of is not None and document.act != DOCUMENT else {})}
    given |= {k: v for k, v in (("pages", document.kept.pages), ("words", document.kept.words)) if v is not None and k not in given}
    classification = str(given.get("classification", PUBLIC))
    act = library(matter.pack).act(document.act)
    tokens = tokens_for(matter, act.audience_of(_listed(given), occasion.actor))
    stem, series, number = _numbered(matter, document.act, of, tokens, classification, str(given.get("language", "")))
    entered = enter(matter.number, Request(
        act=document.act, actor=occasion.actor, done_on=occasion.day, raw=given, user=occasion.user, key=f"{occasion.key}/{position}" if occasion.key else "",
        filed={"number": number, "received": occasion.received_at.isoformat(timespec="seconds"), "zone": occasion.zone,
               **({"corrected": list(document.corrected)} if document.corrected else {}),
               "files": [{"path": f"{document.kept.object_id}/{document.kept.path}", "sha512": document.kept.sha512, "size": document.kept.size}]}))
    matter.refresh_from_db()
    rendition = _written_down(occasion, document, of, position, entered.row, (stem, series, number))
    filed.send(sender=Rendition, rendition=rendition)
    return rendition


def _listed(given: Mapping[str, Any]) -> dict[str, Any]:
    """Particulars as the act reads them for its audience: addressees as a list, however they came."""
    named = given.get("addressees", ())
    return {**given, "addressees": tuple(a.strip() for a in named.split(",") if a.strip()) if isinstance(named, str) else tuple(named)}


def _numbered(matter: Matter, act: str, of: Rendition | None, tokens: frozenset[str], classification: str, language: str) -> tuple[str, str, str]:
    """Stem, series and full number of a document; a redacted version for more readers moves its pair into their series."""
    if of is None or act == DOCUMENT:
        drawn = draw(matter, tokens, classification)
        return drawn.text, drawn.series, written(matter, drawn.text, classification)
    if not carries_number(of, tokens, classification, redacted=act == REDACTED):
        drawn = draw(matter, tokens, classification)
        return drawn.text, drawn.series, written(matter, drawn.text, classification, ENDINGS[act], language)
    parent = of.document
    if act == REDACTED and not readers_know_series(parent, tokens):
        bring_into_series(matter, parent, tokens, classification)
    return parent.stem, parent.series, written(matter, parent.stem, classification, ENDINGS[act], language, "" if act == ANNEX else parent.ending)


def ending_of_annex(matter: Matter, number: str, stem: str) -> str:
    """What of a number says which annex it is."""
    rest = number.removeprefix(stem)
    endings = sorted(court_of(matter).numbers.classes.values(), key=len, reverse=True)
    return rest.removeprefix(next((ending for ending in endings if rest.startswith(ending)), ""))


def _written_down(occasion: Occasion, document: ToFile, of: Rendition | None, position: int, row: EntryRow, numbered: tuple[str, str, str]) -> Rendition:
    stem, series, number = numbered
    kept, given = document.kept, row.content["particulars"]
    if of is not None and document.act in ROLES:
        holder = of.document
    else:
        if occasion.filing is None:
            occasion.filing = of.document.filing if of is not None else Filing.objects.create(
                matter=occasion.matter, organ=occasion.actor.organ, filed_at=occasion.received_at)
        holder = Document.objects.create(
            code=document.document_code or new_code(), filing=occasion.filing, position=position, stem=stem, series=series, object_id=kept.object_id,
            ending=ending_of_annex(occasion.matter, number, stem) if document.act == ANNEX else "",
            document_type=given.get("document_type", "annex" if document.act == ANNEX else ""))
    return Rendition.objects.create(
        document=holder, entry=row, made_from=of if document.act in ROLES else None, role=ROLES.get(document.act, Rendition.Role.ORIGINAL), number=number,
        title=given["title"], language=given["language"], name=kept.name, media_type=kept.media_type, path=kept.path, version=kept.version, size=kept.size,
        sha512=kept.sha512, pages=kept.pages, words=kept.words, filed_at=occasion.received_at)
