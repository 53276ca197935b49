"""What a long record costs: a filing, and what is kept of a record in memory, do not do their work over again for each entry there is."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from curule.access.audiences import may_see
from curule.access.offices import STATION_ZONES, DutyStation
from curule.jobs.models import Job
from curule.law.library import Library
from curule.law.view import Actor
from curule.matters.classification import classifications_of, history_of
from curule.matters.models import EntryRow, Matter
from curule.matters.pipeline import Request, enter
from curule.matters.projections import rebuild
from curule.matters.reading import Reading
from curule.matters.records import forget, kept_record, posture_of
from curule.matters.seen import forget_seen
from curule.registry.filing import Kept, Occasion, ToFile, file_together
from curule.registry.models import Rendition, new_code
from curule.registry.sight import renditions_for
from curule.registry.work import ask_for_stamp
from tests.web.matter_samples import ago, open_case, request
from tests.web.registry_samples import person

pytestmark = pytest.mark.django_db
NUMBER = "MICT-26-1"
PUBLIC = frozenset({"public"})
DEFENCE = PUBLIC | {f"matter:{NUMBER}:defence"}


@pytest.fixture
def case() -> Matter:
    """A public case, opened and nothing more."""
    return open_case(NUMBER)


def file(case: Matter, classification: str = "public", act: str = "file_document", of: Rendition | None = None) -> Rendition:
    """One document, filed without its file being looked at."""
    code = new_code()
    kept = Kept(f"document/{code}", "f.pdf", 1, "f.pdf", "application/pdf", 1000, "0" * 128, 3, 900)
    given = {"title": "On the schedule", "language": "en", "classification": classification, **({} if of is not None else {"document_type": "notice"})}
    if classification == "ex_parte":
        given["addressees"] = f"person:C0{1 + case.count % 3}"
    occasion = Occasion(case, Actor("prosecutor"), "prosecutor", timezone.now(), STATION_ZONES[DutyStation.ARUSHA])
    return file_together(occasion, [ToFile(act, given, kept, of=of, document_code=code)])[0]


def calls(does: Callable[[], Any]) -> int:
    """How many calls something makes, of functions and of each step of a generator, whatever else the machine does."""
    made = 0

    def count(frame: Any, event: str, arg: Any) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    gc.disable()
    sys.setprofile(count)
    try:
        does()
    finally:
        sys.setprofile(None)
        gc.enable()
    return made


@pytest.mark.parametrize("classification", ["public", "confidential", "ex_parte"])
def test_filing_does_no_more_on_a_longer_record(case: Matter, classification: str) -> None:
    """A hundred and twenty more entries, a correction and annexes among them, add not one call for each of them to a filing."""
    def fill(n: int) -> None:
        main = file(case)
        for k in range(n):
            file(case, ("public", "confidential", "ex_parte")[k % 3], *(("file_annex", main) if k % 4 == 0 else ()))

    fill(8)
    enter(NUMBER, Request("correct_entry", Actor("registry"), ago(0), {"entry": 3, "reason": "typing", "particulars": {"title": "Another"}}))
    fill(8)
    file(case, classification)
    before = min(calls(lambda: file(case, classification)) for _ in range(3))  # the least: what is put away in between is called too
    fill(120)
    file(case, classification)
    assert min(calls(lambda: file(case, classification)) for _ in range(3)) < before + 100


def test_filing_reads_no_more_rows_than_its_own(case: Matter) -> None:
    """No statement of a filing looks through the work that was ever asked for, or brings the entries of the case into memory."""
    main = file(case)
    for _ in range(30):
        file(case, "confidential", "file_annex", main)
    brought = []
    whole = EntryRow.from_db.__func__  # type: ignore[attr-defined]
    with pytest.MonkeyPatch.context() as patch, CaptureQueriesContext(connection) as asked:
        patch.setattr(EntryRow, "from_db", classmethod(lambda cls, *args: brought.append(1) or whole(cls, *args)))
        file(case, "confidential")
    assert len(brought) < 10
    assert not [query["sql"] for query in asked if "LIKE" in query["sql"] and "jobs_job" in query["sql"]]


def steps(does: Callable[[], Any]) -> int:
    """How many hundreds of steps SQLite takes for something, whatever else the machine does."""
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += 1
        return 0

    connection.ensure_connection()
    connection.connection.set_progress_handler(count, 100)
    try:
        does()
    finally:
        connection.connection.set_progress_handler(None, 0)
    return taken


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite counts its steps")
def test_the_list_of_documents_does_no_more_on_a_longer_record(case: Matter, client: Client) -> None:
    """A page of the list by the API takes as many calls, and as many steps of the database, on a record three times as long, also after a new entry."""
    client.force_login(person("counsel", "defence", NUMBER, "C01"))

    def page() -> None:
        assert len(client.get(f"/api/matters/{NUMBER}/documents?count=20").json()["documents"]) == 20

    def asked() -> tuple[int, int]:
        page()
        file(case)
        return steps(page), calls(page)

    for k in range(60):
        file(case, ("public", "confidential", "ex_parte")[k % 3])
    before = asked()
    for k in range(120):
        file(case, ("public", "confidential", "ex_parte")[k % 3])
    after = asked()
    assert after[0] < before[0] * 1.2
    assert after[1] < before[1] + 60


def test_the_list_of_documents_is_read_to_its_end(case: Matter, client: Client) -> None:
    """Page after page, by place or by ``before``, gives each document that the reader sees once, the last entered first, whatever is filed meanwhile."""
    client.force_login(person("counsel", "defence", NUMBER, "C01"))
    enter(NUMBER, request(1, "president", "assign_single_judge", judge="J1", task="confirmation"))  # no document
    filed = [file(case, ("public", "confidential", "ex_parte")[k % 3]) for k in range(9)]
    tokens = DEFENCE | {"person:mechanism:C01"}
    mine = [r.code for r in reversed(filed) if may_see(tokens, r.entry.audience.values_list("token", flat=True))]
    assert 6 <= len(mine) < 9

    def asked(**given: Any) -> dict[str, Any]:
        answer = client.get(f"/api/matters/{NUMBER}/documents", {"count": 2, **given}).json()
        assert isinstance(answer, dict)
        return answer

    assert [d["code"] for start in range(0, 10, 2) for d in asked(start=start)["documents"]] == mine
    found, place = [], ""
    while place is not None:
        answer = asked(**({"before": place} if place else {}))
        found += [d["code"] for d in answer["documents"]]
        place = answer["next"]
        file(case)
    assert found == mine
    hidden = next(r.code for r in filed if r.code not in mine)
    for unknown in (hidden, "no-such-code"):
        assert asked(before=unknown)["error"]["code"] == "not_found"
    assert asked()["total"] == renditions_for(tokens, case).count()


def test_what_is_kept_goes_on_after_a_correction(case: Matter) -> None:
    """Once something was corrected, later entries continue what is kept of the record; it equals what is read from the start, for every reader."""
    for k in range(6):
        file(case, ("public", "confidential")[k % 2])
    today = timezone.localdate()
    enter(NUMBER, Request("correct_entry", Actor("registry"), today, {"entry": 2, "reason": "typing", "particulars": {"title": "Another"}}))
    folds: list[str] = []
    fold = Library.fold
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Library, "fold", lambda self, kind, record: folds.append(kind) or fold(self, kind, record))
        for k in range(6):
            file(case, ("public", "confidential")[k % 2])
    assert "case" not in folds
    case.refresh_from_db()
    grown = posture_of(case), kept_record(case).latest, *(Reading(case, tokens).posture for tokens in (PUBLIC, DEFENCE))
    told = [[(e.number, e.particulars) for e in Reading(case, tokens).entries] for tokens in (PUBLIC, DEFENCE)]
    forget()
    forget_seen()
    assert grown == (posture_of(case), kept_record(case).latest, *(Reading(case, tokens).posture for tokens in (PUBLIC, DEFENCE)))
    assert told == [[(e.number, e.particulars) for e in Reading(case, tokens).entries] for tokens in (PUBLIC, DEFENCE)]
    assert rebuild(case) == []


def test_a_corrected_day_counts_for_the_posture_of_that_day(case: Matter) -> None:
    """The latest day of a record is that of its entries as corrected: a look at an earlier day leaves out what was moved behind it."""
    file(case)
    yesterday = ago(1)
    enter(NUMBER, request(1, "president", "assign_single_judge", judge="J1", task="confirmation"))
    case.refresh_from_db()
    assert kept_record(case).latest == ago(0)
    assert [e.number for e in posture_of(case, yesterday).folded] == [1, 3]
    enter(NUMBER, Request("correct_entry", Actor("registry"), ago(0), {"entry": 2, "reason": "typing", "done_on": yesterday.isoformat()}))
    case.refresh_from_db()
    assert kept_record(case).latest == yesterday
    assert [e.number for e in posture_of(case, yesterday).folded] == [1, 2, 3]


def test_the_history_of_an_entry_is_that_of_the_whole_record(case: Matter) -> None:
    """How an entry was classified is the same whether read from what speaks of it or from every entry: annexes and translations of annexes follow, or not."""
    main = file(case)
    annex = file(case, "public", "file_annex", main)
    translated = file(case, "public", "file_translation", annex)
    redacted = file(case, "public", "file_redacted_version", main)
    for entry, classification, alone in ((main.entry, "under_seal", "no"), (annex.entry, "confidential", "yes"), (main.entry, "public", "no")):
        enter(NUMBER, request(0, "single_judge", "reclassify_entries", entries=str(entry.number), classification=classification, alone=alone, reason="safety"))
    rows = list(EntryRow.objects.order_by("number"))
    contents = [row.content for row in rows]
    assert all(history_of(row) == classifications_of(contents, row.number) for row in rows)
    said = {document: [told for _n, told, _why in history_of(document.entry)] for document in (main, annex, translated, redacted)}
    assert said == {main: ["public", "under_seal", "public"], annex: ["public", "under_seal", "confidential", "public"],
                    translated: ["public", "under_seal", "public"], redacted: ["public"]}


def test_a_number_that_comes_back_is_stamped_again(case: Matter) -> None:
    """What waits is asked for once; what was done is asked for anew, under the next key."""
    document = file(case)
    ask_for_stamp(document)
    asked = Job.objects.filter(kind="stamp_rendition")
    assert asked.count() == 1
    asked.update(state=Job.State.DONE)
    ask_for_stamp(document)
    ask_for_stamp(document)
    assert sorted(job.key.rpartition(":")[2] for job in asked) == ["0", "1"]
