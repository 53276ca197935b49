"""What the registry does in the background: reads the text of what was filed, stamps it, draws its pages. Each can be done again without harm."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from datetime import datetime
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from curule.access.offices import place_of
from curule.jobs.asking import enqueue
from curule.jobs.kinds import Progress, Unworkable, work
from curule.jobs.models import Job
from curule.law.sight import CLASSES
from curule.matters.classification import history_of
from curule.matters.tribunals import library
from curule.pages.confined import Confines, Stopped, confined
from curule.pages.cover import FiledFile
from curule.pages.media import identify
from curule.pages.reading import text_of, word_count
from curule.pages.stamp import Stamp
from curule.registry.derived import local_copy, make_images, served
from curule.registry.languages import read_languages
from curule.registry.making import languages_of, make_redaction
from curule.registry.models import PageText, PageWords, Rendition
from curule.registry.signals import text_ready
from curule.registry.signatures import read_signatures
from curule.store import User, store

__all__ = ["BODY", "ask_for_stamp", "ask_for_stamp_anew", "ask_for_text", "extract_text", "make_redaction", "make_thumbnails", "read_languages",
           "stamp_rendition"]

PDF = "application/pdf"
RECORDINGS = ("audio/", "video/")
DRAWN = ("application/pdf", "image/")
AT_ONCE = 20
STAMPING = Confines(seconds=300.0, memory=3 * 1024**3, output=4 * 1024**3)
BODY = "-body-2.pdf"
"""The end of the name of the pages that stand for an office file, with the form in which they are made: 2 has every hidden piece in brackets."""
KEEPER = User("curule", "urn:curule:registry")


def ask_for_text(rendition: Rendition) -> None:
    """Ask for the text of a rendition, in the transaction that filed it."""
    if rendition.media_type.startswith(RECORDINGS):
        return
    Rendition.objects.filter(pk=rendition.pk).update(text_state="waiting")
    rendition.text_state = "waiting"
    enqueue("extract_text", f"extract_text:{rendition.code}", rendition=rendition.code)


def ask_for_stamp(rendition: Rendition) -> None:
    """Ask for the stamped copy with the number and classification that a rendition has now. Until it is there the file is served as it was filed."""
    if rendition.served_path:
        Rendition.objects.filter(pk=rendition.pk).update(served_path="")
        rendition.served_path = ""
    said = hashlib.sha256(f"{rendition.number}|{_classification(rendition)}".encode()).hexdigest()[:16]
    enqueue("stamp_rendition", _stamp_key(rendition, said), rendition=rendition.code)


def ask_for_stamp_anew(rendition: Rendition) -> None:
    """Ask for the stamped copy in the present form; the one that is there is served until then."""
    enqueue("stamp_rendition", f"stamp:{rendition.code}{BODY}", rendition=rendition.code)


def _stamp_key(rendition: Rendition, said: str) -> str:
    """The key of a request for a stamp. A number that comes back after another one is stamped again: earlier requests that are over do not count for it.

    Keys are looked up whole: to look for their beginnings would read every job there ever was.
    """
    keys = (f"stamp:{rendition.code}:{said}:{times}" for times in count())
    return next(key for key in keys if not Job.objects.filter(key=key).exclude(state=Job.State.WAITING).exists())


def _rendition(code: str) -> Rendition:
    found = Rendition.objects.filter(code=code).select_related("document", "entry__matter").first()
    if found is None:
        raise Unworkable
    return found


@work("extract_text", _("Text of a document"))
def extract_text(progress: Progress, rendition: str) -> None:
    """Read the pages of a rendition as it was filed, and recognise those that are pictures."""
    read = _rendition(rendition)
    languages = languages_of(read)
    pages = []
    try:
        with local_copy(read, read.path) as copy:
            for page in text_of(copy, languages):
                pages.append(page)
                progress(page.page, page.total)
    except Stopped as fault:
        Rendition.objects.filter(pk=read.pk).update(text_state="failed")
        raise (Unworkable if fault.why == "broken" else fault) from None
    with transaction.atomic():
        read = Rendition.objects.select_for_update().get(pk=read.pk)
        read.texts.all().delete()
        PageText.objects.bulk_create(
            (PageText(rendition=read, page=page.page, text=page.text, recognised=page.recognised) for page in pages), batch_size=500)
        read.page_words.all().delete()
        PageWords.objects.bulk_create(
            (PageWords(rendition=read, page=page.page, width=page.size[0], height=page.size[1], lines=page.lines, recognised=page.recognised)
             for page in pages if page.size is not None), batch_size=100)
        read.text_state = "done"
        read.words = read.words if read.words is not None else word_count(pages)
        read.save(update_fields=["text_state", "words"])
        text_ready.send(sender=Rendition, rendition=read)


@work("stamp_rendition", _("Stamp of a document"))
def stamp_rendition(progress: Progress, rendition: str) -> None:
    """Put a stamped PDF beside what was filed (of what is no PDF: one that stands for it, with a cover sheet); then its pages are drawn."""
    read = _rendition(rendition)
    if read.media_type == PDF and read.signatures is None:
        read_signatures(read)
    said, base = stamp_of(read), read.path.rpartition(".")[0]
    body = "" if read.media_type == PDF else f"{base}{BODY}"
    form = f"{said!r}{BODY}" if body else repr(said)
    path = f"{base}-stamped-{hashlib.sha256(form.encode()).hexdigest()[:12]}.pdf"
    if path not in store().inventory(read.document.object_id).version().state:
        _put_stamped(read, said, path, body)
    kept = store().inventory(read.document.object_id).version().state
    with transaction.atomic():
        now = Rendition.objects.select_for_update().get(pk=read.pk)
        if stamp_of(now) == said:  # otherwise another stamp has been asked for, and this one must not be served
            Rendition.objects.filter(pk=now.pk).update(served_path=path, body_path=body if body in kept else "")
    if read.media_type.startswith(DRAWN):
        enqueue("make_thumbnails", f"thumbnails:{read.code}:{hashlib.sha256(served(_rendition(rendition)).encode()).hexdigest()[:16]}", rendition=read.code)


def _put_stamped(read: Rendition, said: Stamp, path: str, body_path: str) -> None:
    with local_copy(read, read.path) as copy:
        made, body = copy.with_name("stamped.pdf"), copy.with_name("body.pdf")
        plain = _standing_in(read, copy, body) if body_path else copy
        try:
            confined("stamp", STAMPING, path=str(plain), target=str(made), stamp=asdict(said))
        except Stopped as fault:
            raise (Unworkable if fault.why == "broken" else fault) from None
        more = {body_path: body} if body.exists() and body_path not in store().inventory(read.document.object_id).version().state else {}
        store().put(read.document.object_id, {path: made, **more}, "stamped copy", KEEPER)


def _standing_in(read: Rendition, copy: Path, body: Path) -> Path:
    """The PDF that stands for a file of another form; where its content cannot be shown in one, its cover sheet alone."""
    whole, name = copy.with_name("whole.pdf"), library(read.entry.matter.pack).pack.name
    file = asdict(FiledFile(read.title, read.name, read.media_type, read.size, read.sha512))
    for kind in (identify(copy).kind, "nothing"):
        try:
            confined("stand_in", STAMPING, path=str(copy), kind=kind, whole=str(whole), body=str(body), file=file, tribunal={"en": name.en, "fr": name.fr})
        except Stopped as fault:
            body.unlink(missing_ok=True)
            if kind == "nothing":
                raise (Unworkable if fault.why == "broken" else fault) from None
        else:
            break
    return whole


def _classification(rendition: Rendition) -> str:
    """How its entry is classified now."""
    entry = rendition.entry
    if entry.audience.filter(token="public").exists():  # noqa: S106
        return "public"
    return history_of(entry)[-1][1]


def stamp_of(rendition: Rendition) -> Stamp:
    """The words of the stamp, in the language of the document: number, moment of receipt by the clock of its duty station, page, classification."""
    content = rendition.entry.content.get("filed", {})
    zone = ZoneInfo(content.get("zone", "UTC"))
    received = datetime.fromisoformat(content["received"]) if "received" in content else rendition.filed_at
    french = rendition.language == "fr"
    word = _word(_classification(rendition), french)
    moment = received.astimezone(zone)
    with translation.override("fr" if french else "en"):
        place = place_of(zone.key)
    return Stamp(rendition.number, f"{moment:%d-%m-%Y %H:%M} ({place})", word, "page {k} sur {n}" if french else "page {k} of {n}")


def _word(classification: str, french: bool) -> str:
    choice = next((choice for choice in CLASSES if choice.value == classification), None)
    label = (choice.label.fr if french else choice.label.en) if choice is not None else classification
    return label.partition(":")[0].strip().upper()


@work("make_thumbnails", _("Images of pages"))
def make_thumbnails(progress: Progress, rendition: str) -> None:
    """Draw the small images of all pages, so that the viewer shows them at once."""
    read = _rendition(rendition)
    total = read.pages or 0
    for first in range(1, total + 1, AT_ONCE):
        pages = range(first, min(first + AT_ONCE, total + 1))
        try:
            make_images(read, pages, "thumb")
        except Stopped as fault:
            raise (Unworkable if fault.why in ("broken", "no_pages") else fault) from None
        progress(pages[-1], total)
