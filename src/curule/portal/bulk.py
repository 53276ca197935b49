"""The bulk download: everything public as files, made at night, put in place at once, withdrawn as soon as anything in it is public no more."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, Max, OuterRef

from curule.access.audiences import PUBLIC
from curule.law.record import RECLASSIFICATION
from curule.matters.models import EntryRow, Matter
from curule.matters.numbers import in_file_name
from curule.matters.phrases import judge_names, phrase
from curule.matters.reading import Reading
from curule.portal.ecli import DECISIONS, ecli_of
from curule.portal.models import BulkEdition, PublicSummary
from curule.portal.seen import public_documents, public_matters, public_reading
from curule.portal.summaries import stage_words, summaries_of
from curule.registry.models import PageText, Rendition
from curule.search.shown import type_name

__all__ = ["Unsettled", "document_row", "edition_path", "entry_rows", "latest_edition", "matter_row", "matter_rows", "on_reclassified", "publish_bulk"]

KEPT, ATTEMPTS = 7, 3
README = """Public records of the tribunals hosted here.

cases.jsonl      one matter a line
entries.jsonl    one entry of a record a line, with its words in English and French
documents.jsonl  one document a line; texts/ has its text where there is one
SHA256SUMS       digests of these files

Numbers of entries are those under which everybody reads them. Confidential records are not counted here.
"""


def folder() -> Path:
    """Where editions lie."""
    return Path(settings.HOME) / "open-data"


def matter_row(matter: Matter) -> dict[str, Any]:
    """A matter as data."""
    return matter_rows([matter])[0]


def matter_rows(matters: Sequence[Matter]) -> list[dict[str, Any]]:
    """Matters as data."""
    summaries = summaries_of(matters)
    return [_matter_row(m, summaries[m.pk]) for m in matters]


def _matter_row(matter: Matter, summary: PublicSummary) -> dict[str, Any]:
    return {"number": matter.number, "title": matter.title, "tribunal": matter.pack, "kind": matter.kind, "branch": matter.branch,
            "opened_on": matter.opened_on.isoformat(), "stage": summary.stage, "stage_en": stage_words(matter, summary.stage, "en"),
            "stage_fr": stage_words(matter, summary.stage, "fr"), "entries": summary.entries}


def entry_rows(reading: Reading, first: int = 0, last: int | None = None) -> Iterator[dict[str, Any]]:
    """The entries of a matter as data, as everybody reads them; from one place in its record up to another."""
    names = judge_names(reading)
    for entry in reading.entries[first:last]:
        yield {"matter": reading.matter.number, "number": entry.number, "act": entry.act, "organ": entry.actor.organ, "done_on": entry.done_on.isoformat(),
               "en": phrase(reading.law, entry, "en", names), "fr": phrase(reading.law, entry, "fr", names)}


def document_row(rendition: Rendition) -> dict[str, Any]:
    """A document as data."""
    matter, kind = rendition.entry.matter, rendition.document.document_type
    return {"code": rendition.code, "number": rendition.number, "matter": matter.number, "tribunal": matter.pack, "title": rendition.title, "type": kind,
            "type_en": type_name(kind, matter.pack, "en"), "type_fr": type_name(kind, matter.pack, "fr"), "role": rendition.role,
            "language": rendition.language, "pages": rendition.pages, "filed_at": rendition.filed_at.isoformat(), "media_type": rendition.media_type,
            "sha512": rendition.sha512, "ecli": ecli_of(rendition) if kind in DECISIONS else None}


class Unsettled(RuntimeError):
    """Records were reclassified each time while an edition was being made."""


def publish_bulk(now: datetime | None = None) -> BulkEdition:
    """Make an edition of everything that is public at this moment, and put it in place.

    :raises Unsettled: when records were reclassified while it was made, three times over: it could hold what is public no more.
    """
    for _attempt in range(ATTEMPTS):
        last = EntryRow.objects.aggregate(last=Max("pk"))["last"] or 0
        made = _written(now or datetime.now(UTC))
        with transaction.atomic():
            if not EntryRow.objects.filter(pk__gt=last, act=RECLASSIFICATION).exists():
                made.save()
                (folder() / f".{made.name}.part").replace(folder() / made.name)
                _sweep()
                return made
    raise Unsettled("records were reclassified while the edition was made; run it again")


def _written(moment: datetime) -> BulkEdition:
    """The file of an edition, beside its place."""
    folder().mkdir(parents=True, exist_ok=True)
    name = f"public-records-{moment:%Y%m%d-%H%M%S}.zip"
    part = folder() / f".{name}.part"
    counts: dict[str, int] = {}
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        sums = [_added(packed, file, lines, counts) for file, lines in (
            ("cases.jsonl", (matter_row(m) for m in public_matters().order_by("number").iterator(200))),
            ("entries.jsonl", (row for m in public_matters().order_by("number").iterator(200) for row in entry_rows(public_reading(m)))),
            ("documents.jsonl", (document_row(r) for r in public_documents().order_by("pk").iterator(200))))]
        sums += list(_texts(packed, counts))
        packed.writestr("README.txt", README)
        packed.writestr("SHA256SUMS", "".join(f"{digest}  {file}\n" for file, digest in sums))
    with part.open("rb") as made:
        digest = hashlib.file_digest(made, "sha256").hexdigest()
    size = part.stat().st_size
    return BulkEdition(name=name, size=size, sha256=digest, counts=counts)


def _added(packed: zipfile.ZipFile, file: str, rows: Iterator[dict[str, Any]], counts: dict[str, int]) -> tuple[str, str]:
    digest, count = hashlib.sha256(), 0
    with packed.open(file, "w", force_zip64=True) as target:
        for row in rows:
            line = (json.dumps(row, ensure_ascii=False) + "\n").encode()
            digest.update(line)
            target.write(line)
            count += 1
    counts[file] = count
    return file, digest.hexdigest()


def _texts(packed: zipfile.ZipFile, counts: dict[str, int]) -> Iterator[tuple[str, str]]:
    counts["texts"] = 0
    has_text = Exists(PageText.objects.filter(rendition=OuterRef("pk")))
    for rendition in public_documents().filter(has_text).select_related(None).prefetch_related("texts").order_by("pk").iterator(100):
        text = "\f".join(page.text for page in rendition.texts.all())
        file = f"texts/{in_file_name(rendition.number)}.txt"
        packed.writestr(file, text)
        counts["texts"] += 1
        yield file, hashlib.sha256(text.encode()).hexdigest()


def _sweep() -> None:
    """Old editions go; of those withdrawn the files go at once."""
    for old in [*BulkEdition.objects.all()[KEPT:], *BulkEdition.objects.filter(withdrawn=True)]:
        (folder() / old.name).unlink(missing_ok=True)
        old.delete()


def latest_edition() -> BulkEdition | None:
    """The newest edition of which nothing has ceased to be public."""
    return BulkEdition.objects.filter(withdrawn=False).first()


def edition_path(name: str) -> Path | None:
    """The file of an edition that may be had."""
    found = BulkEdition.objects.filter(name=name, withdrawn=False).first()
    path = folder() / found.name if found is not None else None
    return path if path is not None and path.is_file() else None


def on_reclassified(*, rows: list[EntryRow], **_given: Any) -> None:
    """Something ceased to be public: every edition is withdrawn in the same transaction, since any may hold it."""
    closed = EntryRow.objects.filter(pk__in=[row.pk for row in rows]).exclude(audience__token=PUBLIC)
    if closed.exists():
        BulkEdition.objects.filter(withdrawn=False).update(withdrawn=True)
