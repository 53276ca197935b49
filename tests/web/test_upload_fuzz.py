"""What is sent to be filed, whatever it is: a clear answer, nothing half-filed, nothing executed; names are shown as text."""

from __future__ import annotations

import itertools
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curule.access.audiences import tokens_of
from curule.api.tokens import make_token
from curule.law.sight import sight_of
from curule.law.view import Actor
from curule.matters.models import EntryRow, Matter
from curule.matters.pipeline import Faulty, NotEntered
from curule.registry.checking import accept
from curule.registry.models import NumberSeries, Rendition, Submission, SubmittedFile
from curule.registry.receiving import Sent, display_name, receive
from curule.registry.sight import rendition_for, submissions_for
from tests.web.matter_samples import open_case
from tests.web.registry_samples import pdf, person, seat, send
from tests.web.test_pipeline import in_threads

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_store")]
NUMBER = "MICT-26-1"
EXAMPLES = int(os.environ.get("CURULE_FUZZ_EXAMPLES", "0"))
DRAWN = settings(max_examples=EXAMPLES or 15, derandomize=not EXAMPLES, database=None, deadline=None, suppress_health_check=list(HealthCheck))
HOSTILE_NAMES = ["../../etc/passwd", "C:\\boot.ini", "a\u202efdp.exe", "x" * 5_000, "a\0b.pdf", "e\u0301\u00e9.pdf",
                 "<script>alert(1)</script>.pdf", "", ".", "\n\r.pdf",
                 "'; drop table x; --.pdf", "con.pdf", "\ud800.pdf", "{{7*7}}.pdf"]
names = st.one_of(st.sampled_from(HOSTILE_NAMES), st.text(max_size=300))
contents = st.one_of(st.binary(max_size=2_000), st.sampled_from([pdf("Words"), pdf("Words")[:300], b"%PDF-1.7\n" * 50,
                                                                 b"PK\x03\x04" + bytes(100), b"MZ" + bytes(200),
                                                                 b"<html><script>alert(1)</script>", b"#!/bin/sh\nid", b"\x89PNG\r\n\x1a\n" + bytes(50)]))
plain = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=60),
                  st.sampled_from([10**40, "x" * 6_000, "\ud800", "\0", "public", "999"]))
values = st.recursive(plain, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=9), inner, max_size=3)), max_leaves=5)
PARTICULARS = ["title", "language", "classification", "document_type", "addressees", "responds_to", "of", "pages", "relates_to", "unknown", "provisional"]
ACTS = ["file_document", "file_translation", "file_corrigendum", "file_redacted_version", "file_annex", "open_case", ""]
counter = itertools.count()


def is_whole(submission: Submission, files: int) -> bool:
    """Whether everything that was sent is there."""
    return submission.files.count() == files and submission.steps.count() == 1


def told(do: Callable[[], Any]) -> Any:
    """What came of it; of a refusal its words, which stand in both languages."""
    refused = None
    try:
        return do()
    except NotEntered as fault:
        refused = fault.says
    assert refused.en.strip()
    assert refused.fr.strip()
    return refused


@DRAWN
@given(files=st.lists(st.tuples(contents, names), max_size=4), declared=st.dictionaries(st.sampled_from(PARTICULARS), values, max_size=6),
       act=st.sampled_from(ACTS), ordinary=st.booleans())
def test_whatever_is_received_is_kept_whole_or_refused_in_words(case: Matter, prosecutor: Any, tmp_path: Path, files: list[tuple[bytes, str]],
                                                                declared: dict[str, Any], act: str, ordinary: bool) -> None:
    """Any bytes, names and particulars end as one whole submission or as a refusal that says why; what was kept can be decided on."""
    if ordinary:
        act = "file_document"
        declared = {"title": "Motion", "language": "en", "classification": "public", "document_type": "motion", **declared}
    sent = []
    for content, name in files:
        path = tmp_path / f"sent-{next(counter)}"
        path.write_bytes(content)
        sent.append(Sent(path, name))
    with transaction.atomic():
        made = told(lambda: receive(case, prosecutor, seat(prosecutor), act, declared, sent))
        if isinstance(made, Submission):
            assert is_whole(made, len(files))
            filed = told(lambda: accept(made, person("officer-one", "registry_officer")))
            assert Rendition.objects.count() == (len(files) if isinstance(filed, list) else 0)
            assert EntryRow.objects.count() == 1 + Rendition.objects.count()
        else:
            assert (Submission.objects.count(), SubmittedFile.objects.count()) == (0, 0)
        transaction.set_rollback(True)


@DRAWN
@given(name=names)
def test_a_name_is_shown_as_its_last_part_without_control_characters(name: str) -> None:
    """A name that is a path, or turns the direction of writing, or is too long, is shown as plain words that can be stored."""
    shown = display_name(name)
    assert 0 < len(shown) <= 200
    assert "/" not in shown
    assert "\\" not in shown
    assert shown.isprintable()
    shown.encode()


@DRAWN
@given(content=contents, name=names, written=st.one_of(values.map(lambda v: json.dumps(v)), st.text(max_size=40)))
def test_the_api_answers_every_upload(case: Matter, prosecutor: Any, content: bytes, name: str, written: str) -> None:
    """The API takes any file and any text as particulars, and says what is wrong with them in JSON."""
    with transaction.atomic():
        token = make_token(prosecutor, "fuzz")[1]
        parts = [b'name="by"\r\n\r\nprosecutor', b'name="particulars"\r\n\r\n' + written.encode("utf-8", "replace"),
                 b'name="files"; filename="' + name.encode("utf-8", "replace") + b'"\r\n\r\n' + content]
        body = b"".join(b"--fuzzed\r\nContent-Disposition: form-data; " + part + b"\r\n" for part in parts) + b"--fuzzed--\r\n"
        answer = Client().post(f"/api/matters/{NUMBER}/filings", body, content_type="multipart/form-data; boundary=fuzzed",
                               headers={"Authorization": f"Bearer {token}"})
        assert answer.status_code in (400, 422), answer.content
        assert answer.json()["error"]["says"]
        assert not Submission.objects.exists()
        transaction.set_rollback(True)


@pytest.mark.parametrize("name", ["<img src=x onerror=alert(1)>.pdf", "a\u202efdp.exe.pdf"])
def test_the_receipt_shows_a_name_as_text(client: Any, case: Matter, prosecutor: Any, tmp_path: Path, name: str) -> None:
    """Markup in the name of a file is escaped, and marks that turn the direction of writing are gone."""
    made = send(case, prosecutor, tmp_path, names=[name])
    client.force_login(prosecutor)
    page = client.get(_address(made))
    assert page.status_code == 200
    text = page.content.decode()
    assert "<img src=x" not in text
    assert "\u202e" not in text


def _address(made: Submission) -> str:
    return reverse("registry:submission", args=[made.code])


@pytest.mark.parametrize("named", ["public", "matter:participants", "bench", "organ:nobody", "state"])
def test_no_addressee_opens_what_is_sealed(case: Matter, prosecutor: Any, tmp_path: Path, named: str) -> None:
    """An addressee is an organ or a person: any other audience word is refused, and opens nothing should it stand on a record."""
    with pytest.raises(Faulty):
        send(case, prosecutor, tmp_path, classification="under_seal", addressees=[named])
    if not named.startswith("organ:"):
        assert sight_of("under_seal", [named], Actor("prosecutor")) == sight_of("under_seal", [], Actor("prosecutor"))


def test_the_registry_names_no_addressee_that_opens_it(case: Matter, prosecutor: Any, tmp_path: Path) -> None:
    """Accepting under seal with the public as addressee is refused; nothing is filed and the submission waits."""
    made = send(case, prosecutor, tmp_path)
    with pytest.raises(Faulty):
        accept(made, person("registrar-one", "registrar"), classification="under_seal", addressees=("public",))
    made.refresh_from_db()
    assert made.state == Submission.State.RECEIVED
    assert not Rendition.objects.exists()


@pytest.mark.parametrize(("asked", "given_class"), [("under_seal", "public"), ("ex_parte", "confidential"), ("confidential", "public")])
def test_the_registry_opens_nothing_that_its_filer_closed(case: Matter, prosecutor: Any, tmp_path: Path, asked: str, given_class: str) -> None:
    """The Registry classifies more strictly than was asked, never less: opening is for a Chamber."""
    made = send(case, prosecutor, tmp_path, classification=asked, addressees=["organ:prosecutor"] if asked in ("under_seal", "ex_parte") else [])
    with pytest.raises(Faulty):
        accept(made, person("registrar-one", "registrar"), classification=given_class)
    assert not Rendition.objects.exists()


@pytest.mark.parametrize("of", ["abc", 10**12, 10**40, [1], {"a": 1}, True, 77])
def test_what_it_belongs_to_is_checked_when_it_is_received(case: Matter, prosecutor: Any, tmp_path: Path, of: Any) -> None:
    """A translation of nothing is refused at once; before, it was received and could never be filed."""
    with pytest.raises(Faulty):
        send(case, prosecutor, tmp_path, act="file_translation", of=of)
    assert not Submission.objects.exists()


def test_long_keys_that_begin_alike_are_different_keys(case: Matter, prosecutor: Any) -> None:
    """Two requests whose keys differ after the eightieth character are two requests; another person's same key is another key."""
    def posted(user: Any, by: str, key: str, words: str) -> Any:
        told = {"title": words, "language": "en", "classification": "public", "document_type": "motion"}
        return Client().post(f"/api/matters/{NUMBER}/filings", {"by": by, "particulars": json.dumps(told), "files": SimpleUploadedFile("m.pdf", pdf(words))},
                             headers={"Authorization": f"Bearer {make_token(user, 'k')[1]}", "Idempotency-Key": key})

    counsel = person("counsel-one", "defence", NUMBER, "C01")
    made = [posted(prosecutor, "prosecutor", "k" * 90 + "1", "One"), posted(prosecutor, "prosecutor", "k" * 90 + "2", "Two"),
            posted(counsel, "defence", "k" * 90 + "1", "Three")]
    assert [a.status_code for a in made] == [201, 201, 201], [a.content for a in made]
    assert len({a.json()["code"] for a in made}) == 3
    assert rendition_for(made[0].json()["code"], frozenset({"public"})) is None
    assert Submission.objects.count() == 3
    assert submissions_for(counsel, tokens_of(counsel)).count() == 1


@pytest.mark.django_db(transaction=True)
def test_filings_at_the_same_moment_are_all_filed_under_numbers_of_their_own(tmp_path: Path) -> None:
    """Four submissions accepted at once in one matter: four entries, four numbers without a gap, nothing lost."""
    matter, prosecutor, officer = open_case(NUMBER), person("prosecutor-one", "prosecutor"), person("officer-one", "registry_officer")
    waiting = [send(matter, prosecutor, tmp_path, title=f"Motion {n}") for n in range(4)]
    results = in_threads(*(lambda s=s: accept(s, officer)[0].number for s in waiting))  # type: ignore[misc]
    assert sorted(results) == sorted(Rendition.objects.values_list("number", flat=True)), results
    assert len(set(results)) == 4
    assert NumberSeries.objects.get(matter=matter, audience="").last == 4
    assert Matter.objects.get(number=NUMBER).count == 5


@pytest.mark.django_db(transaction=True)
def test_the_same_upload_twice_at_once_is_one_submission(tmp_path: Path) -> None:
    """An impatient browser that sends a filing three times at the same moment has one submission, and each answer names it."""
    matter, prosecutor = open_case(NUMBER), person("prosecutor-one", "prosecutor")
    path = tmp_path / "motion"
    path.write_bytes(pdf("A motion"))
    declared = {"title": "Motion", "language": "en", "classification": "public", "document_type": "motion"}
    results = in_threads(*[lambda: receive(matter, prosecutor, seat(prosecutor), "file_document", declared, [Sent(path, "m.pdf")], key="page:1:k").code] * 3)
    assert len(set(results)) == 1, results
    assert is_whole(Submission.objects.get(), 1)
