"""Filings for the tests of the registry: people with offices, small PDF files, submissions received and filed."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from curule.access.models import Office, User
from curule.matters.models import Matter
from curule.pages.extracting import ENOUGH
from curule.registry.checking import accept
from curule.registry.models import Rendition, Submission
from curule.registry.receiving import Sent, receive
from tests.web.matter_samples import open_case

__all__ = ["case", "counsel", "filed", "officer", "own_store", "pdf", "person", "prosecutor", "seat", "send"]

NUMBER = "MICT-26-1"
SINCE = date(2013, 1, 1)


def pdf(*pages: str) -> bytes:
    """A PDF with these words on its pages; a page of fewer than eight letters gets a second line, so that it is not taken for a scan and recognised."""
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=True)
    for words in pages or ("Words",):
        canvas.drawString(72, 700, words)
        if sum(map(str.isalnum, words)) < ENOUGH:
            canvas.drawString(72, 680, "from one of the parties")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def person(username: str, code: str, matter: str = "", person_code: str = "", tribunal: str = "mechanism") -> User:
    """Somebody with one office."""
    user, _made = User.objects.get_or_create(username=username, defaults={"display_name": username.title(), "email": f"{username}@example.org"})
    Office.objects.get_or_create(user=user, tribunal=tribunal, code=code, matter=matter, person_code=person_code, since=SINCE)
    return user


def seat(user: User) -> Office:
    """The first office of a person."""
    return Office.objects.filter(user=user).order_by("pk")[0]


def send(matter: Matter, user: User, folder: Path, *files: bytes, act: str = "file_document", key: str = "", names: Iterable[str] = (),
         **declared: Any) -> Submission:
    """A submission, as its filer would make it; by default a public motion in English."""
    standard: dict[str, Any] = {"title": "Motion for an order", "language": "en", "classification": "public"}
    if act == "file_document":
        standard["document_type"] = "motion"
    sent = []
    for n, content in enumerate(files or (pdf("A motion"),)):
        path = folder / f"{user.username}-{len(list(folder.iterdir()))}-{n}"
        path.write_bytes(content)
        sent.append(Sent(path, dict(enumerate(names)).get(n, f"file{n}.pdf")))
    return receive(matter, user, seat(user), act, {**standard, **declared}, sent, key=key)


def filed(matter: Matter, user: User, folder: Path, *files: bytes, officer: User | None = None, **declared: Any) -> list[Rendition]:
    """What was received and accepted at once."""
    submission = send(matter, user, folder, *files, **declared)
    made = accept(submission, officer or person("registry-clerk", "registry_officer"))
    matter.refresh_from_db()
    return made


# -- fixtures, for every test of the application (conftest.py) --------------------------------------------------------------------------------------


@pytest.fixture
def own_store(settings: Any, tmp_path: Path) -> None:
    """A preservation store of this test alone."""
    settings.STORE_URL = (tmp_path / "store").as_uri()


@pytest.fixture
def case(db: None) -> Matter:
    """A public case, opened and nothing more."""
    return open_case(NUMBER)


@pytest.fixture
def prosecutor(db: None) -> User:
    """The Prosecutor."""
    return person("prosecutor-one", "prosecutor")


@pytest.fixture
def counsel(db: None) -> User:
    """Counsel of a person in the case."""
    return person("counsel-one", "defence", NUMBER, "C01")


@pytest.fixture
def officer(db: None) -> User:
    """An officer of the Registry."""
    return person("officer-one", "registry_officer")
