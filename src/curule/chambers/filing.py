"""Publication by the act that files: the signed PDF goes on the record of its matter as a filing of the Chamber, numbered, classified and told of like
any other.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from curule.access.models import User
from curule.access.offices import STATION_ZONES
from curule.chambers.bench import bench_for
from curule.chambers.deliberation import MAIN, Version, opinion_part
from curule.chambers.kinds import KINDS, opinion_title
from curule.chambers.models import Paper
from curule.chambers.standing import Standing
from curule.law.words import T
from curule.matters.acting import actor_for, organs_of
from curule.matters.models import Matter
from curule.matters.pipeline import NotEntered
from curule.matters.tribunals import library
from curule.pages.opening import open_pdf
from curule.registry.filing import Kept, Occasion, ToFile, file_together
from curule.registry.models import Rendition
from curule.registry.numbering import court_of
from curule.statutes.court_record.filings import ANNEX, DOCUMENT
from curule.store import User as Keeper
from curule.store import store

__all__ = ["file_paper", "fixed_particulars", "organs_for"]

FOLLOWING = ("classification", "addressees", "provisional", "unsealed_by")
"""Particulars in which an opinion follows its decision."""


def organs_for(user: User, matter: Matter, version: Version) -> list[str]:
    """The organs for which the person may file such a paper: those that the bench of the paper is, where the tribunal names one of them."""
    law, court = library(matter.pack), court_of(matter)
    kind = next((code for code in KINDS[version.kind].filed_as if code in court.types), "")
    allowed = court.types[kind].by if kind else ()
    mine = {organ for office in user.offices_on(timezone.localdate()) for organ in organs_of(office, law, matter)}
    found = [organ for organ in allowed if organ in mine and organ in court.filers]
    alone, task = len(bench_for(matter, version.task).judges) == 1, version.task.partition(":")[0]
    return [organ for organ in found if organ.startswith("single" if alone else task)] or found


def file_paper(standing: Standing, user: User, *, organ: str, given: Mapping[str, Any]) -> Rendition:
    """File what was signed - the paper, and the opinions that are annexes to it, classified as it is - and note it in the paper: all of it or nothing.
    A repeat gives what was filed before.

    ``given`` are the particulars of the filing beside its kind, title and language, entries by their number on the record itself.

    :raises NotEntered: what the law or the pipeline objects to; then nothing was filed. :raises Overtaken: the paper changed since it was read.
    """
    matter, opened = standing.matter, standing.opened
    office = next((o for o in user.offices_on(timezone.localdate()) if organ in organs_of(o, library(matter.pack), matter)), None)
    if office is None or organ not in organs_for(user, matter, standing.version):
        raise NotEntered(T("your office does not file this for that organ", "votre fonction ne permet pas ce dépôt pour cet organe"))
    with transaction.atomic():
        paper = Paper.objects.select_for_update().get(pk=opened.paper.pk)
        if paper.filed_at is not None:
            return Rendition.objects.get(document__code=_code(paper, MAIN), role=Rendition.Role.ORIGINAL)
        if not standing.is_signed:
            raise NotEntered(T("not everything is signed", "tout n’est pas signé"))
        occasion = Occasion(matter, actor_for(office, organ), user.username, timezone.now(), STATION_ZONES.get(user.duty_station, "UTC"))
        made, *_annexes = file_together(occasion, list(_documents(standing, user, given)))
        opened.put({"what": "filed", "number": made.number}, after=standing.contents.seen)
        Paper.objects.filter(pk=paper.pk).update(filed_at=occasion.received_at)
    return made


def _code(paper: Paper, part: str) -> str:
    """The code of the document that a part becomes: the same each time, so that a repeat keeps nothing twice in the store."""
    return hashlib.sha256(f"paper {paper.code} {part}".encode()).hexdigest()[:20]


def _documents(standing: Standing, user: User, given: Mapping[str, Any]) -> Iterator[ToFile]:
    """The paper first, then the annexes: each opinion, named as such, under the classification of the paper."""
    version, paper = standing.version, standing.opened.paper
    fixed = fixed_particulars(standing.matter, version)
    classified = {name: given[name] for name in FOLLOWING if name in given}
    opinions = {opinion_part(one.author_id): one for one in standing.contents.opinions.values()}
    for part in standing.parts:
        kept = _kept(_code(paper, part), standing.pdf(part), user)
        if part == MAIN:
            yield ToFile(DOCUMENT, {**given, **fixed}, kept, document_code=_code(paper, part))
        else:
            title = opinion_title(opinions[part].kind, opinions[part].author, version.language)
            yield ToFile(ANNEX, {**classified, "title": title, "language": version.language}, kept, document_code=_code(paper, part))


def fixed_particulars(matter: Matter, version: Version) -> dict[str, str]:
    """What the paper itself says of the filing: the kind of document, its title, its language."""
    kind = next(code for code in KINDS[version.kind].filed_as if code in court_of(matter).types)
    return {"document_type": kind, "title": version.title, "language": version.language}


def _kept(code: str, pdf: bytes, user: User) -> Kept:
    """Put a file into the store. A rolled-back filing leaves it there without an entry; the next attempt finds it."""
    with open_pdf(pdf) as opened:
        pages = len(opened.pages)
    object_id, path = f"document/{code}", f"{hashlib.sha256(pdf).hexdigest()[:20]}.pdf"
    with tempfile.TemporaryDirectory(prefix="curule-chambers-") as folder:
        source = Path(folder) / "signed.pdf"
        source.write_bytes(pdf)
        number = store().put(object_id, {path: source}, "filed by the Chamber", Keeper(user.username, f"user:{user.pk}"))
    return Kept(object_id, path, number, "signed.pdf", "application/pdf", len(pdf), hashlib.sha512(pdf).hexdigest(), pages)
