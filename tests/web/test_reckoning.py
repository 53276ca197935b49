"""The clocks kept for the desks: reckoned by and by, and written only where they differ, they are what the record gives to each reader from the start."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from curule.law.clocks import Standing
from curule.law.view import Actor
from curule.matters import reading, records, seen
from curule.matters.models import Clock, ClockAudience, EntryAudience, Matter
from curule.matters.pipeline import NotEntered, Request, enter
from curule.matters.projections import rebuild
from curule.matters.reading import Reading
from curule.matters.reckoning import clock_lines, reckon
from tests.conftest import SOAK
from tests.web.matter_samples import indicted_case, request

pytestmark = pytest.mark.django_db
NUMBER = "MICT-26-1"
PUBLIC = frozenset({"public"})
PARTIES = ("prosecutor", "defence:C01", "defence:C02")
ADDRESSEES = ("organ:prosecutor", "organ:defence", "person:C01", "person:C02", "organ:defence,organ:prosecutor")
CLASSES = ("public", "public", "confidential", "strictly_confidential", "ex_parte", "under_seal")
KINDS = ("motion", "motion", "motion", "response", "response", "reply", "decision", "order", "translation", "correct", "withdraw", "reclassify")

Said = tuple[str, tuple[str, ...], date | None, bool]


def stored(matter: Matter) -> dict[Said, set[str]]:
    """The rows of a matter with their tokens; none stands there twice."""
    rows = list(Clock.objects.filter(matter=matter))
    told = {(c.rule, tuple(c.organs), c.due, c.is_limit): set(c.audience.values_list("token", flat=True)) for c in rows}
    assert len(told) == len(rows)
    return told


def told_to(matter: Matter, tokens: frozenset[str]) -> set[Said]:
    """What runs on the record as a holder of these tokens reads it."""
    read = Reading(matter, tokens)
    return ({(d.duty.id, tuple(d.duty.by), d.due, False) for d in read.duties}
            | {(r.limit.id, tuple(r.limit.binds), r.last, True) for r in read.limits if r.standing is not Standing.DONE})


def from_the_start(matter: Matter) -> dict[Said, set[str]]:
    """The same by the definition, with nothing in memory: what is public, and for each token what its holder sees with it alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seen, "_audiences", seen.Shelf())
        patch.setattr(seen, "_seen", seen.Shelf())
        patch.setattr(reading, "_postures", seen.Shelf())
        patch.setattr(reading, "_answers", type(reading._answers)())
        patch.setattr(records, "_shelf", records._Shelf())
        everybody = told_to(matter, PUBLIC)
        told = {said: {"public"} for said in everybody}
        for token in set(EntryAudience.objects.filter(entry__matter=matter).values_list("token", flat=True)) - PUBLIC:
            for said in told_to(matter, PUBLIC | {token}) - everybody:
                told.setdefault(said, set()).add(token)
        return told


def some_act(chance: random.Random, count: int) -> Request:
    """An act that the law may permit or not: filings of all classes with what answers them, orders, corrections, reclassifications."""
    day, some = timezone.localdate() - timedelta(days=chance.randrange(-1, 20)), chance.randrange(3, count + 1)
    given: dict[str, Any] = {"title": "On the schedule", "language": chance.choice(("en", "en", "en", "rw")), "classification": chance.choice(CLASSES)}
    if given["classification"] in ("ex_parte", "under_seal"):
        given["addressees"] = chance.choice(ADDRESSEES)
    if chance.random() < 0.2:
        given["provisional"] = "yes"
    party, act = Actor.parse(chance.choice(PARTIES)), "file_document"
    kind = chance.choice(KINDS)
    if kind == "translation":
        act, given = "file_translation", {**given, "language": "en", "of": some}
    elif kind == "correct":
        return Request("correct_entry", Actor("registry"), timezone.localdate(), {"entry": some, "reason": "typing", "particulars": {"title": "Another"}})
    elif kind == "withdraw":
        return Request("withdraw_entry", Actor("registry"), timezone.localdate(), {"entry": some, "reason": "entered twice"})
    elif kind == "reclassify":
        return request(0, "single_judge:J1", "reclassify_entries", entries=str(some), classification=chance.choice(CLASSES[:4]), alone="no", reason="safety")
    else:
        given["document_type"] = kind
        given |= {"response": {"responds_to": some}, "reply": {"replies_to": some}, "decision": {"decides": [some]},
                  "order": {"binds": "prosecutor", "by_day": (day + timedelta(days=9)).isoformat()}}.get(kind, {})
        if kind in ("decision", "order"):
            party = Actor("single_judge", "J1")
    return Request(act, party, day, given, user="registry")


@pytest.mark.parametrize("seed", range(24 if SOAK else 6))
def test_what_is_reckoned_by_and_by_is_what_the_record_gives(seed: int) -> None:
    """After each of many acts of every class, the rows are those that come of reading the record from the start for every token there is."""
    chance, matter, entered = random.Random(seed), indicted_case(NUMBER), 0
    while entered < 30:
        try:
            enter(NUMBER, some_act(chance, matter.count))
        except NotEntered:
            continue
        entered += 1
        matter.refresh_from_db()
        assert stored(matter) == from_the_start(matter)
    before = stored(matter)
    assert any(tokens != PUBLIC for tokens in before.values())
    assert rebuild(matter) == []
    assert stored(matter) == before


def motion(classification: str, by: str = "prosecutor", kind: str = "motion", **more: Any) -> None:
    """A document of the day."""
    enter(NUMBER, Request("file_document", Actor.parse(by), timezone.localdate(), {
        "title": "On the schedule", "language": "en", "classification": classification, "document_type": kind, **more}, user="registry"))


def test_a_hidden_answer_stops_the_clock_for_those_alone_who_see_it() -> None:
    """A public motion awaits an answer for whoever does not know that a confidential one was filed."""
    matter = indicted_case(NUMBER)
    motion("public")
    asked = matter.count + 1
    runs = next(said for said in stored(matter) if said[0].endswith("response_defence"))
    assert stored(matter)[runs] == PUBLIC
    motion("confidential", "defence:C01", "response", responds_to=asked)
    matter.refresh_from_db()
    assert stored(matter)[runs] == PUBLIC
    assert runs not in told_to(matter, PUBLIC | {"organ:mechanism:registry"})


def test_only_what_differs_is_written() -> None:
    """Reckoning again writes nothing; a row that stands there twice, is of another day or for others is put right."""
    matter = indicted_case(NUMBER)
    motion("public")
    motion("confidential", "defence:C01")
    matter.refresh_from_db()
    before, keys = stored(matter), set(Clock.objects.values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as asked:
        reckon(matter)
    written = [query["sql"] for query in asked if query["sql"].split()[0] in ("INSERT", "DELETE", "UPDATE")]
    assert [sql.split()[0] for sql in written] == ["UPDATE"]  # the day, where it is another
    assert set(Clock.objects.values_list("pk", flat=True)) == keys
    hidden = ClockAudience.objects.exclude(token="public").first()
    assert hidden is not None
    wrong = hidden.clock
    wrong.audience.all().delete()
    wrong.audience.create(token="public")
    Clock.objects.create(matter=matter, rule=wrong.rule, organs=wrong.organs, due=wrong.due, reckoned_on=date(2020, 1, 1), is_limit=wrong.is_limit)
    Clock.objects.create(matter=matter, rule="no.rule", organs=["prosecutor"], due=None, reckoned_on=date(2020, 1, 1))
    reckon(matter)
    assert stored(matter) == before
    assert not Clock.objects.exclude(reckoned_on=timezone.localdate()).exists()


def test_as_many_readings_as_there_are_sorts_of_readers() -> None:
    """Each further audience of the same readers adds no reading: the record is read for tokens, and once for those that see the same."""
    matter = indicted_case(NUMBER)
    for by in PARTIES:
        motion("confidential", by)
        motion("under_seal", by, addressees="person:C01")
    before = len(seen.seen_by_each(_fresh(matter), records.kept_record(_fresh(matter))))
    audiences = len(_audiences(matter))
    for by in PARTIES:
        for addressees in ADDRESSEES:
            motion("ex_parte", by, addressees=addressees)
    assert len(_audiences(matter)) > audiences + 5
    assert len(seen.seen_by_each(_fresh(matter), records.kept_record(_fresh(matter)))) <= before + 2
    assert clock_lines(_fresh(matter))


def test_what_became_no_more_for_a_reader_is_not_asked_again() -> None:
    """An entry for some is reckoned for those, and for nobody else."""
    matter = indicted_case(NUMBER)
    for addressees in ("person:C01", "person:C02", "organ:prosecutor"):
        motion("ex_parte", "prosecutor", addressees=addressees)
    asked = []
    limits = reading.limits
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "limits", lambda *given: asked.append(1) or limits(*given))
        motion("ex_parte", "prosecutor", addressees="person:C01")
    matter.refresh_from_db()
    sorts = seen.seen_by_each(matter, records.kept_record(matter))
    concerned = [tokens for tokens, _seen in sorts if not tokens.isdisjoint({"person:mechanism:C01", "organ:mechanism:prosecutor", "organ:mechanism:chambers"})]
    assert 0 < len(asked) <= len(concerned) < len(sorts)


def _fresh(matter: Matter) -> Matter:
    return Matter.objects.get(pk=matter.pk)


def _audiences(matter: Matter) -> set[frozenset[str]]:
    found: dict[int, set[str]] = {}
    for entry, token in EntryAudience.objects.filter(entry__matter=matter).values_list("entry", "token"):
        found.setdefault(entry, set()).add(token)
    return {frozenset(tokens) for tokens in found.values()}
