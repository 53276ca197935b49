"""The one pipeline for acts: lock the matter, fold, ask the law, append, project, tell.

Web pages, API, command line and imports all enter acts here. A refusal in law of a gated organ stops the act; acts of advised
organs (the Bench, States) are entered with their divergence. A repeat with the same key is harmless.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from curule import __version__
from curule.law.answers import Answer, Verdict
from curule.law.library import Library, Unknown
from curule.law.particulars import Particular, ParticularError, read_particulars
from curule.law.record import CORRECTION, GENESIS, WITHDRAWAL, Entry, Record, canonical, digest, numbered
from curule.law.rules import Act
from curule.law.view import Actor
from curule.law.words import T, Text
from curule.matters.classification import classify, words_of
from curule.matters.models import EntryRow, Matter
from curule.matters.numbers import NumberLacking, next_number
from curule.matters.projections import project
from curule.matters.records import as_entry, posture_of, record_of, related_postures
from curule.matters.signals import entered as entered_signal
from curule.matters.tribunals import library

__all__ = ["Entered", "Faulty", "KeyReused", "NotEntered", "Overtaken", "Refused", "Request", "ask", "enter", "open_matter", "read_given"]

EARLIEST = date(1945, 1, 1)
FIRST_YEAR, LAST_YEAR = 1800, 2300
"""Days in particulars lie in these years: a slip such as 9999 would leave every count of days from it without an answer."""


class NotEntered(Exception):
    """Nothing was entered; ``says`` tells why and what to do, in both languages."""

    def __init__(self, says: Text) -> None:
        super().__init__(says.en)
        self.says = says


class Faulty(NotEntered):
    """The request cannot be read: unknown act or organ, missing or malformed particulars, an impossible day."""

    def __init__(self, errors: Iterable[ParticularError]) -> None:
        self.errors = list(errors)
        super().__init__(T("; ".join(f"{e.label.en}: {e.problem.en}" for e in self.errors),
                           " ; ".join(f"{e.label.fr} : {e.problem.fr}" for e in self.errors)))


class Refused(NotEntered):
    """The law library refuses an act of a gated organ; ``answer`` has the reasons and the cures."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        super().__init__(T("refused: " + ", ".join(k.name for k in answer.kinds), "refusé : " + ", ".join(k.name for k in answer.kinds))
                         if answer.verdict is Verdict.REFUSED else
                         T("still open: the organ has findings to make or particulars to give", "en suspens : constatations ou éléments à fournir"))


class Overtaken(NotEntered):
    """Someone else entered an act on this matter since the request was prepared; ``entries`` are those."""

    def __init__(self, entries: list[Entry], law: Library) -> None:
        self.entries = entries
        last = entries[-1]
        act = law.acts[last.act].title if last.act in law.acts else T(last.act, last.act)
        organ = law.organs[last.actor.organ].name if last.actor.organ in law.organs else T(last.actor.organ, last.actor.organ)
        super().__init__(T(
            f"entry {last.number} ({act.en}, {organ.en}) was entered meanwhile: look at the record and enter your act again if it still stands",
            f"l'inscription {last.number} ({act.fr}, {organ.fr}) a été faite entre-temps : consultez le dossier et refaites l'inscription s'il y a lieu"))


class KeyReused(NotEntered):
    """The idempotency key was used before, for another request."""


@dataclass(frozen=True, slots=True)
class Request:
    """One act to be entered. ``raw`` particulars come as text or JSON; ``expected`` is the number of the last entry that its maker saw.

    ``filed``: of a filing, its number, its moment of receipt and the digests of its files, kept in the entry beside the particulars.
    """

    act: str
    actor: Actor
    done_on: date
    raw: Mapping[str, Any]
    user: str = ""
    key: str = ""
    expected: int | None = None
    audience: tuple[str, ...] = ()
    note: str = ""
    filed: Mapping[str, Any] = field(default_factory=dict)

    def digest(self, matter: str) -> str:
        """What the request asks, for telling a repeat from a reuse of its key."""
        asked = {"matter": matter, "act": self.act, "actor": str(self.actor), "done_on": self.done_on,
                 "raw": {k: list(v) if isinstance(v, tuple) else v for k, v in self.raw.items()}}
        return hashlib.sha256(canonical(asked)).hexdigest()


@dataclass(frozen=True, slots=True)
class Entered:
    """What came of a request: the entry, the answer it was given, and whether it had been entered before."""

    row: EntryRow
    entry: Entry
    answer: Answer | None
    repeated: bool = False


def read_given(declared: Sequence[Particular], raw: Mapping[str, Any], *, partial: bool = False) -> tuple[dict[str, Any], list[ParticularError]]:
    """The particulars of an act with every error at once; a day in an impossible year is one."""
    given, errors = read_particulars(declared, raw, partial=partial)
    for particular in declared:
        days = given.get(particular.name)
        far = next((d for d in (days if isinstance(days, tuple) else (days,)) if isinstance(d, date) and not FIRST_YEAR <= d.year <= LAST_YEAR), None)
        if far is not None:
            del given[particular.name]
            errors.append(ParticularError(particular.name, particular.label, T(f"{far}: give a day in the years {FIRST_YEAR} to {LAST_YEAR}",
                                                                               f"{far} : donnez un jour des années {FIRST_YEAR} à {LAST_YEAR}")))
    return given, errors


def ask(matter: Matter, request: Request, *, partial: bool = True) -> tuple[Answer, list[ParticularError], dict[str, Any]]:
    """What the law says of a request, without entering it: the answer, faults of particulars, the particulars that could be read."""
    law = library(matter.pack)
    act = law.act(request.act)
    law.organ(request.actor.organ)
    if matter.kind not in act.kinds:
        raise Unknown(f"{request.act} is not an act of a matter of the kind {matter.kind}")
    given, errors = read_given(law.particulars(request.act), request.raw, partial=partial)
    posture = posture_of(matter, request.done_on) if matter.pk else law.fold(matter.kind, Record())
    answer = law.may(request.act, posture, request.done_on, request.actor, given, related_postures(matter, request.done_on))
    return answer, errors, given


def enter(number: str, request: Request, *, notify: Callable[[Entered], None] | None = None) -> Entered:
    """Enter an act on a matter.

    :raises NotEntered: :class:`Faulty`, :class:`Refused`, :class:`Overtaken` or :class:`KeyReused`; nothing is half-written.
    :raises Matter.DoesNotExist: no such matter. :raises Unknown: no such act or organ.
    """
    with transaction.atomic():
        matter = Matter.objects.select_for_update().get(number=number)
        return _enter_locked(matter, request, notify)


def open_matter(pack: str, kind: str, title: str, request: Request, *, number: str = "", branch: str = "",
                links: Mapping[str, Matter] | None = None) -> tuple[Matter, Entered]:
    """Open a matter with its first act.

    :raises NotEntered: as :func:`enter`; then there is no matter either.
    """
    law = library(pack)
    form = law.kind(kind)
    if request.act != form.opened_by:
        raise Faulty([ParticularError("act", T("act", "acte"), T(f"a matter of the kind {kind} is opened by {form.opened_by}",
                                                                f"une affaire de ce type s'ouvre par {form.opened_by}"))])
    with transaction.atomic():
        if request.key and (before := _repeated(request, number or None)) is not None:
            return before.row.matter, before
        if form.one and Matter.objects.filter(pack=pack, kind=kind).exists():
            raise NotEntered(T(f"there is one {form.name.en} already; enter acts on that one", f"il existe déjà : {form.name.fr} ; inscrivez-y les actes"))
        try:
            hidden = "public" not in (request.audience or law.act(request.act).audience)
            given = number or next_number(law, kind, request.done_on, links or {}, hidden=hidden)
        except NumberLacking as lacking:
            raise NotEntered(lacking.says) from None
        matter = Matter(pack=pack, kind=kind, number=given, title=title[:300], branch=branch, opened_on=request.done_on)
        if Matter.objects.filter(number=matter.number).exists():
            raise NotEntered(T(f"the number {matter.number} is taken; leave it out to be given the next one",
                               f"le numéro {matter.number} est pris ; ne l'indiquez pas pour recevoir le suivant"))
        matter.save()
        for kind_linked, other in (links or {}).items():
            matter.links.create(kind=kind_linked, to=other)
        entered = _enter_locked(matter, request, None)
        return matter, entered


def _repeated(request: Request, number: str | None) -> Entered | None:
    row = EntryRow.objects.select_related("matter").filter(key=request.key).first()
    if row is None:
        return None
    if row.key_digest != request.digest(number or row.matter.number):
        raise KeyReused(T("this request key was used for another act; make a new key", "cette clé a servi à un autre acte ; créez-en une nouvelle"))
    return Entered(row, as_entry(library(row.matter.pack), row), None, repeated=True)


def _enter_locked(matter: Matter, request: Request, notify: Callable[[Entered], None] | None) -> Entered:
    if request.key and (before := _repeated(request, matter.number)) is not None:
        return before
    law = library(matter.pack)
    record = record_of(matter)
    if request.expected is not None and request.expected != matter.count:
        raise Overtaken([e for e in record if e.number > request.expected] or list(record[-1:]), law)
    if faults := _faults_of_day("done_on", T("day of the act", "date de l'acte"), request.done_on, matter.opened_on if matter.count else None):
        raise Faulty(faults)
    answer, errors, given = ask(matter, request, partial=False)
    if request.act in (CORRECTION, WITHDRAWAL):
        errors += _check_correction(law, record, request, given)
    if errors:
        raise Faulty(errors)
    organ = law.organ(request.actor.organ)
    if answer.verdict is not Verdict.PERMITTED and not organ.advised:
        raise Refused(answer)
    row = _append(matter, law, request, given, answer, organ.advised and answer.verdict is Verdict.REFUSED)
    entry = as_entry(law, row, record)
    project(matter)
    entered = Entered(row, entry, answer)
    entered_signal.send(sender=Matter, matter=matter, row=row, entry=entry)
    if notify is not None:
        transaction.on_commit(lambda: notify(entered))
    return entered


def _faults_of_day(name: str, label: Text, day: date, opened_on: date | None) -> list[ParticularError]:
    """What is wrong with a day on which something is said to have been done; tomorrow is allowed, for at another duty station it may be so already."""
    says = None
    if day > timezone.localdate() + timedelta(days=1):
        says = T(f"{day} lies in the future; an act is entered once it is done", f"{day} est dans l'avenir ; un acte s'inscrit une fois accompli")
    elif day < EARLIEST:
        says = T(f"{day} is too long ago; check the year", f"{day} est trop ancien ; vérifiez l'année")
    elif opened_on is not None and day < opened_on:
        says = T(f"{day} is before the matter was opened ({opened_on})", f"{day} précède l'ouverture de l'affaire ({opened_on})")
    return [] if says is None else [ParticularError(name, label, says)]


def _check_correction(law: Library, record: Record, request: Request, given: dict[str, Any]) -> list[ParticularError]:
    """A correction names an entry that stands, and its new particulars are those of that entry's act; they are stored in their wire form."""
    label = T("entry", "inscription")
    target = numbered(record.effective(), given.get("entry"))
    if target is None:
        return [ParticularError("entry", label, T(f"there is no entry {given.get('entry')} standing on this record",
                                                   f"aucune inscription {given.get('entry')} en vigueur"))]
    if request.act == WITHDRAWAL:
        return []
    corrected, errors = read_given(law.particulars(target.act), given.get("particulars") or {}, partial=True)
    if not corrected and not given.get("done_on") and not errors:
        errors = [ParticularError("particulars", T("particulars", "éléments"), T("the correction changes nothing; give a day or particulars",
                                                                                            "la correction ne change rien"))]
    if isinstance(day := given.get("done_on"), date):  # the first entry may have been dated too late, and the matter with it
        errors += _faults_of_day("done_on", T("day of the act, corrected", "date de l'acte, corrigée"), day, None)
    given["particulars"] = corrected
    return errors


def _append(matter: Matter, law: Library, request: Request, given: Mapping[str, Any], answer: Answer, diverges: bool) -> EntryRow:
    now = datetime.now(UTC).replace(microsecond=0)
    number, act = matter.count + 1, law.act(request.act)
    content: dict[str, Any] = {
        "matter": matter.number, "number": number, "act": request.act, "organ": request.actor.organ, "person": request.actor.person,
        "done_on": request.done_on.isoformat(), "entered_at": now.isoformat(), "entered_by": request.user, "particulars": _wire(given),
        "answer": {"verdict": answer.verdict.value, "kinds": [k.name for k in answer.kinds], "rules": [r.id for r in answer.rules],
                   "relied_on": [e.number for e in answer.relied_on]},
        "audience": list(request.audience or _shared_audience(matter, act, given) or act.audience_of(given, request.actor)),
        "diverges": diverges, "library": f"{law.pack.code} {__version__}", "note": request.note,
    }
    if unsealed := _unsealed_by(act, given):
        content["unsealed_by"] = unsealed
    if request.filed:
        content["filed"] = dict(request.filed)
    previous = matter.head if matter.count else GENESIS
    row = EntryRow(matter=matter, number=number, act=request.act, organ=request.actor.organ, done_on=request.done_on, entered_at=now, content=content,
                   previous=previous, hash=digest(content, previous), diverges=diverges, key=request.key or None,
                   key_digest=request.digest(matter.number) if request.key else "")
    row.save(force_insert=True)
    classify(matter, row)
    matter.count, matter.head = number, row.hash
    matter.save(update_fields=["count", "head"])
    return row


def _shared_audience(matter: Matter, act: Act, given: Mapping[str, Any]) -> tuple[str, ...]:
    """The audience words, as they are now, of the entry whose readers an entry of this act has; none where it has its own."""
    if not act.shares or not isinstance(given.get(act.shares), int):
        return ()
    return words_of(list(matter.entries.order_by("number").values_list("content", flat=True))).get(given[act.shares], ())


def _unsealed_by(act: Act, given: Mapping[str, Any]) -> list[str]:
    """The acts that will open this entry: those that its act declares, and the one that it names itself."""
    return list(dict.fromkeys((*act.unsealed_by, *([given["unsealed_by"]] if given.get("unsealed_by") else []))))


def _wire(value: Any) -> Any:
    """A value as plain JSON, the form that is hashed."""
    if isinstance(value, Mapping):
        return {k: _wire(v) for k, v in value.items()}
    if isinstance(value, (tuple, list)):
        return [_wire(v) for v in value]
    return value.isoformat() if isinstance(value, date) else value


