"""Receiving: what somebody sends to be filed is checked, kept in the preservation store and receipted at once; the Registry decides later.

The moment of receipt counts, by the clock of the filer's duty station. A file that cannot be filed is refused with what to do; nothing of that submission
is then kept.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from curule.access.models import Office, User
from curule.access.offices import STATION_ZONES
from curule.law.particulars import ParticularError
from curule.law.record import canonical
from curule.law.sight import is_addressee
from curule.law.view import Actor
from curule.law.words import T, Text
from curule.matters.acting import actor_for, not_of_the_bench, organs_of
from curule.matters.models import Matter
from curule.matters.pipeline import Faulty, KeyReused, NotEntered, read_given
from curule.matters.tribunals import library
from curule.pages.accepting import KNOWN, Rejected, accept
from curule.registry.languages import ask_for_languages
from curule.registry.models import Rendition, Submission, SubmissionStep, SubmittedFile, new_code
from curule.registry.numbering import court_of
from curule.statutes.court_record.court import LANGUAGES
from curule.statutes.court_record.filings import ANNEX, DOCUMENT
from curule.store import User as Keeper
from curule.store import store

__all__ = ["LANGUAGE_CODES", "Sent", "display_name", "receive", "title_from", "unknown_addressees"]

MOST_FILES = 200
LANGUAGE_CODES = frozenset(choice.value for choice in LANGUAGES)
SEALED = ("strictly_confidential", "under_seal")


@dataclass(frozen=True, slots=True)
class Sent:
    """One file that was sent: where it lies now, the name that its sender gave it, and its own particulars where it is an annex."""

    path: Path
    name: str
    title: str = ""
    language: str = ""
    classification: str = ""


def receive(matter: Matter, user: User, seat: Office | None, act: str, declared: Mapping[str, Any], files: Sequence[Sent], *,
            organ: str = "", key: str = "", at: datetime | None = None) -> Submission:
    """Take in what is to be filed, the main document first; a repeat with the same key is harmless.

    ``declared`` are the particulars of the act, with entries by their number on the record itself.

    :raises NotEntered: :class:`Faulty` names every fault of particulars and files at once; nothing was kept.
    """
    actor = _standing(matter, seat, act, organ)
    digests = [_digest(sent.path) for sent in files]
    asked = _asked(matter, act, actor, declared, digests)
    if key and (before := Submission.objects.filter(key=key).first()) is not None:
        if before.key_digest != asked:
            raise KeyReused(T("this request key was used for another submission; make a new key", "cette clé a servi à un autre dépôt ; créez-en une nouvelle"))
        return before
    checked = _checked(matter, act, declared, files)
    try:
        return _kept(matter, user, actor, act, declared, list(zip(files, checked, digests, strict=True)), (key, asked), at or timezone.now())
    except IntegrityError:  # the same request came twice at once, and the other was a moment faster
        before = Submission.objects.filter(key=key or None, key_digest=asked).first()
        if before is None:
            raise
        return before


def _asked(matter: Matter, act: str, actor: Actor, declared: Mapping[str, Any], digests: Sequence[str]) -> str:
    """What is asked, for telling a repeat from a reuse of its key.

    :raises Faulty: particulars that cannot be written down (half of a character, a number that is none).
    """
    try:
        return hashlib.sha256(canonical({"matter": matter.number, "act": act, "organ": actor.organ, "declared": json.loads(json.dumps(declared, default=str)),
                                         "files": digests})).hexdigest()
    except ValueError:
        raise Faulty([ParticularError("particulars", T("particulars", "éléments"), T(
            "they hold what cannot be written down; paste as plain text", "ils contiennent ce qui ne peut s'écrire ; collez en texte brut"))]) from None


def _kept(matter: Matter, user: User, actor: Actor, act: str, declared: Mapping[str, Any], files: Sequence[tuple[Sent, Any, str]], key: tuple[str, str],
          at: datetime) -> Submission:
    """The submission with its files in the store: all of it, or nothing."""
    own, asked = key
    with transaction.atomic():
        submission = Submission.objects.create(
            matter=matter, filer=user, organ=actor.organ, person=actor.person, act=act, declared=dict(declared), received_at=at,
            zone=STATION_ZONES.get(user.duty_station, "UTC"), key=own or None, key_digest=asked if own else "",
            sealed=any(c in SEALED for c in (declared.get("classification"), *(sent.classification for sent, _accepted, _digest in files))))
        for position, (sent, accepted, digest) in enumerate(files):
            _keep(submission, position, sent, accepted, digest, declared)
        SubmissionStep.objects.create(submission=submission, at=submission.received_at, by=user, what="received")
        ask_for_languages(submission)
    return submission


def _standing(matter: Matter, seat: Office | None, act: str, organ: str) -> Actor:
    """Who files: an organ for which the person may act in this matter, and which files here at all."""
    court = court_of(matter)
    mine = [o for o in organs_of(seat, library(matter.pack), matter) if o in court.filers]
    if act not in (DOCUMENT, "file_translation", "file_corrigendum", "file_redacted_version", ANNEX) or not mine or (organ and organ not in mine):
        closed = not_of_the_bench(seat, library(matter.pack), matter, [organ] if organ else court.filers)
        raise NotEntered(closed or T(
            "you have no standing to file in this matter in the office you act in; choose another office, or ask the Registry",
            "votre fonction actuelle ne vous permet pas de déposer dans cette affaire ; choisissez-en une autre ou adressez-vous au Greffe"))
    return actor_for(seat, organ or mine[0])


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha512").hexdigest()


def _checked(matter: Matter, act: str, declared: Mapping[str, Any], files: Sequence[Sent]) -> list[Any]:
    """Every fault of the particulars and of the files at once.

    :raises Faulty: with them.
    """
    given, errors = read_given(library(matter.pack).particulars(act), declared, partial=False)
    errors += unknown_addressees(matter, given.get("addressees", ()))
    if "of" in given and not Rendition.objects.filter(entry__matter=matter, entry__number=given["of"]).exists():
        # A number that this filer may not know never comes so far (stored_raw); its answer is the same.
        errors.append(ParticularError("of", T("document", "document"), T("there is no such entry on this record",
                                                                        "il n'y a pas de telle inscription au dossier")))
    label = T("files", "fichiers")
    if not files:
        errors.append(ParticularError("files", label, T("send at least one file", "envoyez au moins un fichier")))
    if len(files) > MOST_FILES:
        errors.append(ParticularError("files", label, T(f"at most {MOST_FILES} files in one filing", f"au plus {MOST_FILES} fichiers par dépôt")))
    found = []
    for sent in files[:MOST_FILES]:
        if sent.language and sent.language not in LANGUAGE_CODES:
            errors.append(ParticularError("files", label, _named(sent.name, T("its language is none of those known here", "langue inconnue ici"))))
        result = accept(sent.path, sent.name)
        found.append(result)
        if isinstance(result, Rejected):
            errors.append(ParticularError("files", label, _named(sent.name, result.says)))
    if errors:
        raise Faulty(errors)
    return found


def unknown_addressees(matter: Matter, addressees: Sequence[str]) -> list[ParticularError]:
    """A fault for each addressee that is neither an organ of the tribunal nor a person: nobody would be told, and the filer would not know."""
    known = library(matter.pack).pack.audiences
    return [ParticularError("addressees", T("addressees", "destinataires"), T(f"{a[:60]!r} is neither an organ nor a person: organ:defence, person:C01",
                                                                             f"{a[:60]!r} n'est ni un organe ni une personne : organ:defence, person:C01"))
            for a in addressees if not is_addressee(a) or (a.startswith("organ:") and a not in known)]


def _named(name: str, says: Text) -> Text:
    shown = display_name(name)
    return T(f"{shown}: {says.en}", f"{shown} : {says.fr}")


def display_name(name: str) -> str:
    """The name of a file as it is shown: the last part alone, without control characters, never a path."""
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(c for c in last if c.isprintable()).strip(". ")
    return shown[:200] or "file"


def title_from(name: str) -> str:
    """What an annex is called whose filer gave no title: the name of its file without the ending, with spaces for the lines that join words."""
    shown = display_name(name)
    stem, _dot, ending = shown.rpartition(".")
    words = " ".join((stem if stem and ending.lower() in KNOWN else shown).replace("_", " ").split())
    return words or shown


def _keep(submission: Submission, position: int, sent: Sent, accepted: Any, digest: str, declared: Mapping[str, Any]) -> None:
    code = new_code()
    object_id, path = f"document/{code}", f"{new_code()}.{accepted.extension}"
    store().put(object_id, {path: sent.path}, "as received", Keeper(submission.filer.username, f"user:{submission.filer.pk}"))
    title = sent.title or (str(declared.get("title", "")) if position == 0 else title_from(sent.name))
    SubmittedFile.objects.create(
        submission=submission, position=position, title=title[:500],
        language=sent.language or declared.get("language", "en"), classification=sent.classification, name=display_name(sent.name),
        media_type=accepted.media_type, size=sent.path.stat().st_size, sha512=digest, pages=accepted.pages, words=accepted.words, object_id=object_id,
        path=path, checks=accepted.checks)
