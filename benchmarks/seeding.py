"""A large public record for measurements: many cases, one of them very long, and a great many public documents.

The first filings of each kind go through the pipeline; the others are written in bulk after their pattern, chained and with their audience rows, so that
the record is whole (``curule verify`` holds) and is there in minutes.
"""

from __future__ import annotations

import copy
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

TEXT = "The Chamber has considered the submissions of the parties, the applicable law and the record of the case, and recalls its earlier orders. "
PATTERN = ("notice", "motion", "notice", "notice", "notice", "motion", "notice", "notice", "motion", "decision")
BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Kind:
    """One filing made through the pipeline, after which others are written."""

    content: dict[str, Any]
    tokens: tuple[str, ...]


def seed(cases: int, long_case: int, documents: int) -> list[str]:
    """Open that many cases; the first has ``long_case`` filings, the others share the rest of ``documents`` public ones. Their numbers."""
    from tests.web.matter_samples import open_case

    matters = [open_case(f"MICT-26-{n}", title=f"The Prosecutor v. Example {n}") for n in range(1, cases + 1)]
    kinds = _kinds(matters[0])
    each = max((documents - long_case * 9 // 10) * 10 // 9 // max(cases - 1, 1), 0)
    for n, matter in enumerate(matters):
        _fill(matter, kinds, long_case if n == 0 else each)
    return [matter.number for matter in matters]


def _kinds(matter: Any) -> dict[tuple[str, bool], Kind]:
    """One filing of each type, public and confidential, as the pipeline makes it."""
    from curule.registry.models import Rendition

    for n, (kind, public) in enumerate(itertools.product(dict.fromkeys(PATTERN), (True, False))):
        _file(matter, n, kind, public)
    made = {}
    for rendition in Rendition.objects.select_related("entry", "document").filter(entry__matter=matter):
        tokens = tuple(rendition.entry.audience.values_list("token", flat=True))
        made[rendition.document.document_type, "public" in tokens] = Kind(rendition.entry.content, tokens)
    return made


def _file(case: Any, n: int, kind: str, public: bool) -> None:
    from django.utils import timezone

    from curule.law.view import Actor
    from curule.registry.filing import Kept, Occasion, ToFile, file_together

    kept = Kept(f"document/{n:020d}", "f.pdf", 1, "f.pdf", "application/pdf", 1000, "0" * 128, 1, 120)
    given: dict[str, Any] = {"title": f"Document {n}", "language": "en", "classification": "public" if public else "confidential", "document_type": kind}
    case.refresh_from_db()
    if kind == "decision":
        given["decides"] = [case.count - 1]
    actor = Actor("single_judge") if kind == "decision" else Actor("prosecutor")
    file_together(Occasion(case, actor, "prosecutor", timezone.now(), "UTC"), [ToFile("file_document", given, kept, document_code=f"{n:020d}")])


def _fill(matter: Any, kinds: dict[tuple[str, bool], Kind], filings: int) -> None:
    """Write that many filings on the record of a matter."""
    from django.db import transaction

    from curule.matters.projections import project

    matter.refresh_from_db()
    with transaction.atomic():
        contents = _contents(matter, kinds, filings)
        while batch := list(itertools.islice(contents, BATCH)):
            _write(matter, batch)
        matter.save(update_fields=["count", "head"])
    project(matter)


def _contents(matter: Any, kinds: dict[tuple[str, bool], Kind], filings: int) -> Iterator[tuple[dict[str, Any], tuple[str, ...], str]]:
    from django.utils import timezone

    last = timezone.now().replace(microsecond=0)
    first_number, motion = matter.count, 0
    for n in range(1, filings + 1):
        kind, public = PATTERN[(n - 1) % 10], n % 11 != 0
        pattern = kinds[kind, public]
        content = copy.deepcopy(pattern.content)
        moment = last - timedelta(minutes=25 * (filings - n) + matter.pk)
        number = first_number + n
        content |= {"matter": matter.number, "number": number, "done_on": moment.date().isoformat(), "entered_at": moment.isoformat()}
        content["filed"] |= {"number": f"{matter.number}-{'' if public else 'C'}{n:05d}", "received": moment.isoformat()}
        content["particulars"]["title"] = f"{kind.title()} {n} on the schedule of the proceedings"
        content["particulars"]["language"] = "fr" if n % 4 == 0 else "en"
        if kind == "motion":
            motion = number
        elif kind == "decision":
            content["particulars"]["decides"] = [motion]
        yield content, tuple(t.replace("MICT-26-1:", f"{matter.number}:") for t in pattern.tokens), kind


def _write(matter: Any, batch: Any) -> None:
    from datetime import date, datetime

    from curule.law.record import digest
    from curule.matters.models import EntryAudience, EntryRow
    from curule.registry.models import Document, Filing, PageText, Rendition

    rows, moments = [], []
    for content, _tokens, _kind in batch:
        previous, matter.head, matter.count = matter.head, digest(content, matter.head), content["number"]
        moments.append(datetime.fromisoformat(content["entered_at"]))
        rows.append(EntryRow(matter=matter, number=matter.count, act=content["act"], organ=content["organ"], done_on=date.fromisoformat(content["done_on"]),
                             entered_at=moments[-1], content=content, previous=previous, hash=matter.head))
    EntryRow.objects.bulk_create(rows)
    EntryAudience.objects.bulk_create([EntryAudience(entry=row, token=t) for row, (_c, tokens, _k) in zip(rows, batch, strict=True) for t in tokens])
    filings = Filing.objects.bulk_create([Filing(matter=matter, organ=row.organ, filed_at=m) for row, m in zip(rows, moments, strict=True)])
    papers = Document.objects.bulk_create([
        Document(filing=f, document_type=kind, stem=c["filed"]["number"], object_id=f"document/{f.code}")
        for f, (c, _t, kind) in zip(filings, batch, strict=True)])
    made = Rendition.objects.bulk_create([
        Rendition(document=d, entry=row, number=c["filed"]["number"], title=c["particulars"]["title"], language=c["particulars"]["language"], name="f.pdf",
                  media_type="application/pdf", path="f.pdf", size=1000, sha512="0" * 128, pages=1, words=120, filed_at=m, text_state="done")
        for d, row, m, (c, _t, _k) in zip(papers, rows, moments, batch, strict=True)])
    PageText.objects.bulk_create([PageText(rendition=r, page=1, text=f"{r.title}. {TEXT * 5}") for r in made])
