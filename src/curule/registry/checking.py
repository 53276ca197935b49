"""The Registry's check of what was received: taken up, handed over, accepted or returned. What is accepted or returned is an entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from django.db import transaction
from django.utils import timezone

from curule.access.models import User
from curule.law.particulars import ParticularError
from curule.law.sight import CLASSIFICATIONS, PUBLIC
from curule.law.view import Actor
from curule.law.words import T
from curule.matters.days import day_of
from curule.matters.pipeline import Faulty, NotEntered, Request, enter
from curule.registry.filing import ROLES, Kept, Occasion, ToFile, file_together
from curule.registry.models import Rendition, Submission, SubmissionStep, SubmittedFile
from curule.registry.numbering import court_of
from curule.registry.receiving import LANGUAGE_CODES, unknown_addressees
from curule.statutes.court_record.filings import ANNEX, RETURN
from curule.store import User as Keeper
from curule.store import store

__all__ = ["Decided", "accept", "assign", "send_back"]

LONGEST_REASON = 5_000
Corrections = Mapping[int, Mapping[str, str]]
NOTHING: Corrections = MappingProxyType({})
CORRECTABLE = ("title", "language")
CORRECTED = T("corrections", "corrections")


class Decided(NotEntered):
    """Somebody else decided on the submission meanwhile."""

    def __init__(self, submission: Submission) -> None:
        by = submission.decided_by.display_name if submission.decided_by else ""
        super().__init__(T(f"this submission was decided meanwhile by {by}; look at it again",
                           f"ce dépôt a été traité entre-temps par {by} ; consultez-le de nouveau"))


def _locked(submission: Submission) -> Submission:
    found = Submission.objects.select_for_update().get(pk=submission.pk)
    if found.state != Submission.State.RECEIVED:
        raise Decided(found)
    return found


def assign(submission: Submission, to: User | None, by: User, why: str = "") -> None:
    """Give a submission to an officer, or back to everybody; who had it, who gave it and why stay on its history.

    :raises Decided: where it waits no more.
    """
    with transaction.atomic():
        found = _locked(submission)
        now = timezone.now()
        found.assigned_to, found.assigned_at, found.assigned_why = to, now if to else None, why[:200]
        found.save(update_fields=["assigned_to", "assigned_at", "assigned_why"])
        SubmissionStep.objects.create(submission=found, at=now, by=by, what="assigned" if to else "released", to=to, why=why[:LONGEST_REASON])


def accept(submission: Submission, officer: User, *, classification: str = "", addressees: tuple[str, ...] = (), why: str = "",
           corrected: Corrections = NOTHING) -> list[Rendition]:
    """File a submission: entries, numbers, renditions. A classification other than the one asked for is provisional until the Bench or Registry decides.

    ``corrected``: titles and languages that are other than the filer said, by the position of the file; the entry says that they were corrected.

    :raises NotEntered: what the law objects to; the submission goes on waiting and nothing is half-filed.
    """
    if classification and classification not in CLASSIFICATIONS:
        label, known = T("classification", "classification"), ", ".join(CLASSIFICATIONS)
        raise Faulty([ParticularError("classification", label, T(f"choose one of {known}", f"choisissez parmi {known}"))])
    with transaction.atomic():
        found = _locked(submission)
        _check_stricter(found, classification, addressees)
        corrections = _corrections(found, corrected)
        occasion = Occasion(found.matter, Actor(found.organ, found.person), found.filer.username, found.received_at, found.zone, key=f"filing:{found.code}")
        changed = _reclassified(found.declared, classification, addressees)
        parent = _parent(found)
        documents = [_corrected(_to_file(found, file, changed, classification, parent), corrections.get(file.position, {}))
                     for file in found.files.order_by("position")]
        made = file_together(occasion, documents)
        _note_corrections(found, corrections)
        _decide(found, officer, Submission.State.ACCEPTED, why, made[0].entry)
        return made


def _corrections(submission: Submission, corrected: Corrections) -> dict[int, dict[str, str]]:
    """What is really other than declared, file by file.

    :raises Faulty: a file that is not there, a title without words, a language that the record does not know.
    """
    files, errors = {file.position: file for file in submission.files.all()}, []
    made: dict[int, dict[str, str]] = {}
    for position, wanted in corrected.items():
        file = files.get(position)
        if file is None:
            errors.append(ParticularError("corrected", CORRECTED, T(f"there is no file {position}", f"il n'y a pas de fichier {position}")))
            continue
        wanted = {name: " ".join(value.split())[:500] for name, value in wanted.items() if name in CORRECTABLE}
        if not wanted.get("title", "-"):
            errors.append(ParticularError("corrected", CORRECTED, T("write a title", "écrivez un titre")))
        if wanted.get("language", "en") not in LANGUAGE_CODES:
            errors.append(ParticularError("corrected", CORRECTED, T("choose a language of the record", "choisissez une langue du dossier")))
        if others := {name: value for name, value in wanted.items() if value != getattr(file, name)}:
            made[position] = others
    if errors:
        raise Faulty(errors)
    return made


def _corrected(document: ToFile, others: Mapping[str, str]) -> ToFile:
    return replace(document, given={**document.given, **others}, corrected=sorted(others))


def _note_corrections(submission: Submission, corrections: Mapping[int, Mapping[str, str]]) -> None:
    """Note with each file what it was filed as: its filer reads it on the receipt."""
    for file in submission.files.select_for_update().filter(position__in=list(corrections)):
        file.checks["corrected"] = dict(corrections[file.position])
        file.save(update_fields=["checks"])


def _check_stricter(submission: Submission, classification: str, addressees: Sequence[str]) -> None:
    """The Registry closes further and never opens: what its filer asked to be sealed is opened by a Chamber alone.

    :raises Faulty: a wider classification, or an addressee that the record does not know.
    """
    errors = unknown_addressees(submission.matter, addressees)
    rank = CLASSIFICATIONS.index
    asked = [submission.declared.get("classification", PUBLIC), *(f.classification for f in submission.files.all() if f.classification)]
    if classification and any(rank(classification) < rank(a) for a in asked):
        errors.append(ParticularError("classification", T("classification", "classification"), T(
            "the Registry can classify more strictly than was asked, not less; only a Chamber opens it",
            "le Greffe peut classifier plus strictement que demandé, non moins ; seule une chambre peut l'ouvrir")))
    if errors:
        raise Faulty(errors)


def _reclassified(declared: Mapping[str, Any], classification: str, addressees: tuple[str, ...]) -> dict[str, Any]:
    if not classification or classification == declared.get("classification"):
        return {}
    return {"classification": classification, "provisional": True, **({"addressees": list(addressees)} if addressees else {})}


def _parent(submission: Submission) -> Rendition | None:
    """The rendition to which a translation, corrigendum or redacted version belongs, by the entry that it names."""
    if "of" not in submission.declared:
        return None
    found = Rendition.objects.filter(entry__matter=submission.matter, entry__number=submission.declared["of"]).select_related("document", "entry").first()
    if found is None:
        raise NotEntered(T("the document to which it belongs is not on this record", "le document auquel il se rattache n'est pas à ce dossier"))
    return found


def _to_file(submission: Submission, file: SubmittedFile, changed: Mapping[str, Any], classification: str, parent: Rendition | None) -> ToFile:
    object_id, version = _beside(parent, file) if parent is not None and file.position == 0 and submission.act in ROLES else (file.object_id, 1)
    kept = Kept(object_id, file.path, version, file.name, file.media_type, file.size, file.sha512, file.pages, file.words)
    code = file.object_id.rpartition("/")[2]
    if file.position == 0:
        given = {k: v for k, v in {**submission.declared, **changed, "title": file.title, "language": file.language}.items() if k != "of"}
        return ToFile(submission.act, given, kept, of=parent, document_code=code)
    own = file.classification or submission.declared.get("classification", "public")
    given = {"title": file.title, "language": file.language, "classification": classification or own}
    if changed or "addressees" in submission.declared:
        given |= {k: v for k, v in {**submission.declared, **changed}.items() if k in ("addressees", "provisional")}
    return ToFile(ANNEX, given, kept, document_code=code)


def _beside(parent: Rendition, file: SubmittedFile) -> tuple[str, int]:
    """Put what is another form of a document into that document's object of the store; a repeat puts nothing. The object and its version."""
    object_id = parent.document.object_id
    with store().read(file.object_id, file.path) as stream:
        return object_id, store().put(object_id, {file.path: stream}, "another form, as received", Keeper("curule", "urn:curule:registry"))


def send_back(submission: Submission, officer: User, reason: str) -> None:
    """Return a submission with what to mend: an entry that its filer and the Registry see. The files stay in the store.

    :raises Faulty: without a reason.
    """
    label = T("reason", "motif")
    if not reason.strip():
        raise Faulty([ParticularError("reason", label, T("say what is wrong and what to mend", "indiquez ce qui ne va pas et ce qu'il faut corriger"))])
    with transaction.atomic():
        found = _locked(submission)
        first = found.files.order_by("position").first()
        given = {"title": first.title if first else found.code, "filer": found.organ, "reason": reason.strip()[:LONGEST_REASON],
                 **({"person": found.person} if found.person else {})}
        court = court_of(found.matter)
        files = [{"path": f"{f.object_id}/{f.path}", "sha512": f.sha512, "size": f.size} for f in found.files.order_by("position")]
        entered = enter(found.matter.number, Request(
            act=RETURN, actor=Actor(court.registry[0]), done_on=day_of(found.matter), raw=given, user=officer.username, key=f"return:{found.code}",
            filed={"received": found.received_at.isoformat(timespec="seconds"), "zone": found.zone, "files": files}))
        _decide(found, officer, Submission.State.RETURNED, reason, entered.row)


def _decide(submission: Submission, officer: User, state: str, reason: str, entry: Any) -> None:
    now = timezone.now()
    submission.state, submission.decided_at, submission.decided_by, submission.reason, submission.entry = state, now, officer, reason, entry
    submission.save(update_fields=["state", "decided_at", "decided_by", "reason", "entry"])
    SubmissionStep.objects.create(submission=submission, at=now, by=officer, what=state, why=reason[:LONGEST_REASON])
