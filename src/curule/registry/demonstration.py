"""The demonstration's documents: invented texts, filed as the people of the demonstration would file them, and hearings to come."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from curule.access.demo import DEMO_CASE, DEMO_MATTER
from curule.access.models import Office, User
from curule.law.view import Actor
from curule.matters.acting import organs_of
from curule.matters.models import Matter
from curule.matters.pipeline import NotEntered, Request, enter
from curule.matters.tribunals import library
from curule.pages import fonts
from curule.registry.checking import accept
from curule.registry.models import Rendition, Submission
from curule.registry.receiving import Sent, receive
from curule.statutes.court_record.hearings import SCHEDULE

__all__ = ["file_demonstration"]

TEXTS = {
    "en": ("This document is invented for the demonstration. Its parties, its persons and its facts do not exist.",
           "The Prosecution requests that the testimony of Witness KW-09 be heard by video link. The distance and the season make travel burdensome, and the "
           "Defence would lose nothing: it examines the witness in the same session, before the same Bench.",
           "The request is made in time. It concerns one witness, whose statement was disclosed to the Defence together with the list of exhibits."),
    "fr": ("Ce document est inventé pour la démonstration. Les parties, les personnes et les faits n'existent pas.",
           "L'Accusation demande que la déposition du témoin KW-09 soit recueillie par liaison vidéo. La distance et la saison rendent le voyage pénible, et "
           "la Défense n'y perdrait rien : elle interroge le témoin à la même audience, devant la même formation.",
           "La demande est présentée dans les délais. Elle concerne un seul témoin, dont la déclaration a été communiquée à la Défense."),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One filing of the demonstration: who files, how many days ago, what. ``to`` names earlier ones by their place, particular by particular."""

    matter: str
    user: str
    organ: str
    days: int
    given: dict[str, Any]
    officer: str
    act: str = "file_document"
    annexes: tuple[str, ...] = ()
    to: dict[str, int] = field(default_factory=dict)


def _mechanism() -> tuple[Told, ...]:
    def told(user: str, organ: str, days: int, kind: str, title: str, classification: str = "public", language: str = "en", **more: Any) -> Told:
        given = {"title": title, "language": language, "classification": classification, **({"document_type": kind} if kind else {})}
        return Told(DEMO_MATTER, user, organ, days, given, "registrar", **more)

    return (
        told("prosecutor", "prosecutor", 12, "motion", "Motion for the testimony of KW-09 by video link", "confidential",
             annexes=("Annex A: statement of the doctor", "Annex B: travel times")),
        told("defence", "defence", 9, "response", "Réponse à la requête aux fins de déposition par liaison vidéo", "confidential", "fr", to={"responds_to": 0}),
        told("registry-officer", "registry", 8, "", "Requête aux fins de la déposition de KW-09 par liaison vidéo", "confidential", "fr",
             act="file_translation", to={"of": 0}),
        told("prosecutor", "prosecutor", 7, "", "Public redacted version of the motion for testimony by video link", act="file_redacted_version", to={"of": 0}),
        told("legal-officer", "trial_chamber", 4, "decision", "Decision on the motion for testimony by video link", to={"decides": 0}),
        told("defence", "defence", 3, "motion", "Motion for extension of the time to file a list of witnesses", language="en"),
        told("prosecutor", "prosecutor", 2, "notice", "Notice of disclosure of exculpatory material", "ex_parte"),
    )


def _court() -> tuple[Told, ...]:
    def told(user: str, organ: str, days: int, kind: str, title: str, classification: str = "public", **more: Any) -> Told:
        given = {"title": title, "language": "en", "classification": classification, "document_type": kind}
        return Told(DEMO_CASE, user, organ, days, given, "icc-registrar", **more)

    return (
        told("icc-prosecutor", "prosecutor", 8, "motion", "Request for the addition of an exhibit"),
        told("icc-defence", "defence", 5, "response", "Response to the request for the addition of an exhibit", to={"responds_to": 0}),
        told("icc-victims", "victims", 4, "response", "Observations of the victims on the request", to={"responds_to": 0}),
    )


WAITING = Told(DEMO_MATTER, "prosecutor", "prosecutor", 0, {
    "title": "Notice of filing of an updated list of exhibits", "language": "en", "classification": "public", "document_type": "notice"}, "")


def file_demonstration(tell: Callable[[str], None] = lambda line: None) -> int:
    """File the demonstration's documents, schedule its hearings, and leave one submission waiting; how many documents were filed."""
    if Submission.objects.exists():
        return 0
    made = 0
    with tempfile.TemporaryDirectory(prefix="curule-demo-") as folder:
        for scene in (_mechanism(), _court()):
            made += len(list(_filed(scene, Path(folder), tell)))
        _received(WAITING, Path(folder), {}, tell)
    _hearings(tell)
    return made


def _filed(scene: tuple[Told, ...], folder: Path, tell: Callable[[str], None]) -> Iterator[Rendition]:
    entries: list[int] = []
    for told in scene:
        submission = _received(told, folder, {name: entries[place] for name, place in told.to.items() if place < len(entries)}, tell)
        if submission is None:
            return
        try:
            found = accept(submission, User.objects.get(username=told.officer))
        except NotEntered as fault:
            tell(f"{told.matter}: {told.given['title']}: not filed: {fault}")
            return
        entries.append(found[0].entry.number)
        yield from found


def _received(told: Told, folder: Path, named: dict[str, int], tell: Callable[[str], None]) -> Submission | None:
    user, matter = User.objects.filter(username=told.user).first(), Matter.objects.filter(number=told.matter).first()
    if user is None or matter is None:
        return None
    seat = next((o for o in Office.objects.filter(user=user, tribunal=matter.pack) if told.organ in organs_of(o, library(matter.pack), matter)), None)
    given = {**told.given, **{name: [number] if name == "decides" else number for name, number in named.items()}}
    files = []
    for n, title in enumerate((str(told.given["title"]), *told.annexes)):
        path = folder / f"{told.user}-{told.days}-{n}"
        path.write_bytes(_pdf(title, str(told.given["language"])))
        files.append(Sent(path, f"{n + 1}.pdf", title))
    try:
        return receive(matter, user, seat, told.act, given, files, organ=told.organ, at=_moment(told.days))
    except NotEntered as fault:
        tell(f"{told.matter}: {told.given['title']}: not received: {fault}")
        return None


def _moment(days: int) -> datetime:
    return timezone.now() - timedelta(days=days)


def _pdf(title: str, language: str) -> bytes:
    """Two pages of an invented text."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer

    fonts.ready()
    head = ParagraphStyle("head", fontName=fonts.BOLD, fontSize=14, leading=19, spaceAfter=14)
    body = ParagraphStyle("body", fontName=fonts.TEXT, fontSize=11, leading=16, spaceAfter=10)
    first, second, third = TEXTS[language]
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=A4, title=title, author="Curule", invariant=1).build(
        [Paragraph(title, head), Paragraph(first, body), Paragraph(f"1. {second}", body), Paragraph(f"2. {third}", body), PageBreak(),
         Paragraph(f"3. {second}", body), Spacer(1, 20), Paragraph("(demonstration)", body)])
    return stream.getvalue()


def _hearings(tell: Callable[[str], None]) -> None:
    for number, officer, room, subject in ((DEMO_MATTER, "registry-officer", "arusha_1", "Testimony of KW-09"),
                                           (DEMO_CASE, "icc-registry-officer", "room_1", "Status conference")):
        for days in (1, 8, 15):
            day = timezone.localdate() + timedelta(days=days)
            given = {"subject": subject, "day": day.isoformat(), "begins": "09:30", "ends": "13:00", "courtroom": room, "session": "open",
                     "interpretation": ["en", "fr"], "participants": ["the Prosecution", "the Defence"]}
            try:
                enter(number, Request(SCHEDULE, Actor("registry"), timezone.localdate(), given, user=officer))
            except (NotEntered, LookupError, Matter.DoesNotExist) as fault:
                tell(f"{number}: hearing: {fault}")
