"""Publication by the act that files: the signed PDF goes on the record of its matter as a filing of the Chamber, numbered, classified and told of like
any other.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from curule.access.models import User
from curule.access.offices import STATION_ZONES
from curule.chambers.bench import benches_of
from curule.chambers.deliberation import Version
from curule.chambers.kinds import KINDS
from curule.chambers.models import Paper
from curule.chambers.papers import OpenPaper
from curule.law.words import T
from curule.matters.acting import actor_for, organs_of
from curule.matters.models import Matter
from curule.matters.pipeline import NotEntered
from curule.matters.tribunals import library
from curule.pages.opening import open_pdf
from curule.registry.filing import Kept, Occasion, ToFile, file_together
from curule.registry.models import Rendition
from curule.registry.numbering import court_of
from curule.statutes.court_record.filings import DOCUMENT
from curule.store import User as Keeper
from curule.store import store

__all__ = ["file_paper", "fixed_particulars", "organs_for"]


def organs_for(user: User, matter: Matter, version: Version) -> list[str]:
    """The organs for which the person may file such a paper, the one that the bench's size suggests first."""
    law, court = library(matter.pack), court_of(matter)
    kind = next((code for code in KINDS[version.kind].filed_as if code in court.types), "")
    allowed = court.types[kind].by if kind else ()
    mine = {organ for office in user.offices_on(timezone.localdate()) for organ in organs_of(office, law, matter)}
    found = [organ for organ in allowed if organ in mine and organ in court.filers]
    sits = next((len(bench.judges) for bench in benches_of(matter) if bench.task == version.task), 1)
    return sorted(found, key=lambda organ: (organ.startswith("single") == (sits > 1), organ.startswith("appeal") != version.task.startswith("appeal"),
                                            found.index(organ)))


def file_paper(opened: OpenPaper, user: User, version: Version, pdf: bytes, *, organ: str, given: Mapping[str, Any]) -> Rendition:
    """File the signed PDF and note it in the paper: both or neither. A repeat gives what was filed before.

    ``given`` are the particulars of the filing beside its kind, title and language, entries by their number on the record itself.

    :raises NotEntered: what the law or the pipeline objects to; then nothing was filed.
    """
    matter = opened.paper.matter
    office = next((o for o in user.offices_on(timezone.localdate()) if organ in organs_of(o, library(matter.pack), matter)), None)
    if office is None or organ not in organs_for(user, matter, version):
        raise NotEntered(T("your office does not file this for that organ", "votre fonction ne permet pas ce dépôt pour cet organe"))
    # The same paper is the same object of the store, and the same PDF the same file, so that a repeat keeps nothing twice.
    code = hashlib.sha256(f"paper {opened.paper.code}".encode()).hexdigest()[:20]
    with transaction.atomic():
        paper = Paper.objects.select_for_update().get(pk=opened.paper.pk)
        if paper.filed_at is not None:
            return Rendition.objects.get(document__code=code, role=Rendition.Role.ORIGINAL)
        occasion = Occasion(matter, actor_for(office, organ), user.username, timezone.now(), STATION_ZONES.get(user.duty_station, "UTC"))
        said = {**given, **fixed_particulars(matter, version)}
        (made,) = file_together(occasion, [ToFile(DOCUMENT, said, _kept(code, pdf, user), document_code=code)])
        opened.put({"what": "filed", "number": made.number})
        Paper.objects.filter(pk=paper.pk).update(filed_at=occasion.received_at)
    return made


def fixed_particulars(matter: Matter, version: Version) -> dict[str, str]:
    """What the paper itself says of the filing: the kind of document, its title, its language."""
    kind = next(code for code in KINDS[version.kind].filed_as if code in court_of(matter).types)
    return {"document_type": kind, "title": version.title, "language": version.language}


def _kept(code: str, pdf: bytes, user: User) -> Kept:
    with open_pdf(pdf) as opened:
        pages = len(opened.pages)
    object_id, path = f"document/{code}", f"{hashlib.sha256(pdf).hexdigest()[:20]}.pdf"
    with tempfile.TemporaryDirectory(prefix="curule-chambers-") as folder:
        source = Path(folder) / "signed.pdf"
        source.write_bytes(pdf)
        number = store().put(object_id, {path: source}, "filed by the Chamber", Keeper(user.username, f"user:{user.pk}"))
    return Kept(object_id, path, number, "signed.pdf", "application/pdf", len(pdf), hashlib.sha512(pdf).hexdigest(), pages)
