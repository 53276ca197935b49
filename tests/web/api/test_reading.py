"""What the API shows and to whom: matters, records, what may be done next, the desk."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from curule.matters.models import EntryRow
from tests.web.api.callers import NUMBER, Caller, Users
from tests.web.matter_samples import PERSON, SEALED, case_with_a_hidden_entry, indicted_case, open_case

pytestmark = pytest.mark.django_db


def test_a_public_reader_sees_public_matters_and_nothing_of_others() -> None:
    """A sealed matter is answered like one that does not exist: same status, same words, no trace in lists."""
    indicted_case()
    open_case("MICT-26-2", SEALED, "The Prosecutor v. Nobody Knows")
    anyone = Caller()
    assert [m["number"] for m in anyone.get("/matters").json()["items"]] == [NUMBER]
    assert anyone.get("/matters").json()["total"] == 1
    hidden, absent = anyone.get("/matters/MICT-26-2"), anyone.get("/matters/MICT-99-9")
    assert (hidden.status_code, hidden.json()) == (absent.status_code, absent.json()) == (404, hidden.json())
    for part in ("record", "next", "clocks", "rights", "entries/1"):
        assert anyone.get(f"/matters/MICT-26-2/{part}").status_code == 404
    assert anyone.post("/matters/MICT-26-2/ask", {"act": "open_trial"}).status_code == 404
    assert anyone.get("/verify/MICT-26-2").status_code == 404


def test_lists_are_filtered() -> None:
    """By kind, branch, stage and words of the title or number."""
    indicted_case()
    open_case("MICT-26-7", title="The Prosecutor v. B. Other")
    anyone = Caller()
    numbers = lambda **query: sorted(m["number"] for m in anyone.get("/matters", **query).json()["items"])  # noqa: E731
    assert numbers() == [NUMBER, "MICT-26-7"]
    assert numbers(stage="indictment") == [NUMBER]
    assert numbers(q="other prosecutor") == ["MICT-26-7"]
    assert numbers(kind="roll") == numbers(branch="the_hague") == []
    assert anyone.get("/matters", limit=1).json()["total"] == 2


def test_hidden_entries_leave_no_gap_and_no_trace(make_user: Users) -> None:
    """A public reader's record is numbered without a gap; the Registry sees one entry more; nothing else differs in form."""
    case_with_a_hidden_entry()
    public, registry = Caller().get(f"/matters/{NUMBER}/record").json(), Caller(make_user("registrar")).get(f"/matters/{NUMBER}/record").json()
    assert [e["number"] for e in public["entries"]] == [1, 2, 3, 4]
    assert [e["number"] for e in registry["entries"]] == [1, 2, 3, 4, 5]
    assert public["entries"][0].keys() == registry["entries"][0].keys()
    seen, whole = Caller().get(f"/matters/{NUMBER}"), Caller(make_user("registrar")).get(f"/matters/{NUMBER}")
    assert seen.json().keys() == whole.json().keys()
    assert (seen.json()["entries"], seen["ETag"], whole["ETag"]) == (4, '"4"', '"5"')
    assert "J2" not in json.dumps([seen.json(), public])


def test_a_matter_tells_posture_stage_clocks_and_rights() -> None:
    """Posture as data, stage in words, clocks with their provision."""
    indicted_case()
    found = Caller(**{"Accept-Language": "fr"}).get(f"/matters/{NUMBER}").json()
    assert found["stage"] == "indictment"
    assert found["stage_name"] == "acte d'accusation à l'examen"
    assert found["posture"]["counts"]["1"]["crime"] == "murder"
    assert found["law"]["chain_holds"] is True
    assert Caller().get(f"/matters/{NUMBER}/clocks").status_code == 200
    assert Caller().get(f"/matters/{NUMBER}/rights").status_code == 200


def test_a_record_is_read_as_it_stood_and_as_it_was_known() -> None:
    """``on`` goes by the day of the act, ``known`` by the day of the entry."""
    indicted_case()
    anyone = Caller()
    before = str(timezone.localdate() - timedelta(days=398))
    assert [e["act"] for e in anyone.get(f"/matters/{NUMBER}/record", on=before).json()["entries"]] == ["open_case"]
    assert anyone.get(f"/matters/{NUMBER}/record", known=before).json()["entries"] == []
    assert anyone.get(f"/matters/{NUMBER}", on=before).json()["stage"] == "investigation"
    assert anyone.get(f"/matters/{NUMBER}/record", on="yesterday").status_code == 422


def test_next_acts_say_who_and_under_what() -> None:
    """Permitted, open and refused acts with organs and provisions; the filters hold."""
    indicted_case()
    found = Caller().get(f"/matters/{NUMBER}/next", by="single_judge", with_schema=True).json()
    confirm = next(n for n in found if n["act"] == "confirm_indictment")
    assert "single_judge" in confirm["by"]
    assert confirm["provisions"]
    assert confirm["particulars"]["properties"]["counts"]["type"] == "array"
    assert all(n["verdict"] == "REFUSED" for n in Caller().get(f"/matters/{NUMBER}/next", verdict="refused").json())
    assert Caller().get(f"/matters/{NUMBER}/next", by="nobody").json()["error"]["code"] == "unknown"


def test_a_question_is_answered_with_the_tree_and_cures() -> None:
    """Why not: the reasons leaf by leaf, and what would cure the refusal; nothing is entered."""
    indicted_case()
    answer = Caller().post(f"/matters/{NUMBER}/ask", {"act": "open_trial", "by": "trial_chamber"}).json()["answer"]
    assert answer["verdict"] == "REFUSED"
    assert answer["reason"]["children"]
    assert answer["cures"]
    assert EntryRow.objects.count() == 3


def test_a_question_tells_faulty_particulars_and_what_would_change(make_user: Users) -> None:
    """Faults are told without an error; a preview shows the posture before and after."""
    indicted_case()
    faulty = Caller().post(f"/matters/{NUMBER}/ask", {"act": "record_arrest", "by": "registry", "particulars": {"person": PERSON, "state": "X", "z": 1}}).json()
    assert {f["name"] for f in faulty["faults"]} == {"state", "z"}
    body = {"act": "book_interpreter", "by": "registry", "particulars": {"person": PERSON, "language": "rw"}, "preview": True}
    assert Caller(make_user("registry_officer")).post(f"/matters/{NUMBER}/ask", body).json()["changes"]


def test_the_desk_shows_what_waits_for_the_callers_organs(make_user: Users) -> None:
    """Only clocks of organs for which the caller acts, on matters that the caller sees."""
    indicted_case()
    waiting = Caller(make_user(("judge", "", "J1"))).get("/desk").json()["waiting"]
    assert all({"single_judge", "trial_chamber", "judges", "appeals_chamber"} & set(w["clock"]["by"]) for w in waiting)
    assert Caller().get("/desk").status_code == 401
