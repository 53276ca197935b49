"""The law, the texts, benches and verification by the API."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from curule.matters.models import EntryRow
from tests.web.api.callers import NUMBER, Caller, Users
from tests.web.matter_samples import case_with_a_hidden_entry, indicted_case

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", [
    "/law", "/law/mechanism", "/law/mechanism/acts?kind=case", "/law/mechanism/acts/order_referral", "/law/mechanism/articles", "/law/mechanism/articles/12",
    "/law/mechanism/rules?act=order_referral", "/law/mechanism/rules?provision=irmct:12(3)", "/law/mechanism/explain?what=referral",
    "/law/mechanism/scenarios?provision=6", "/law/mechanism/coverage", "/law/mechanism/readings", "/law/mechanism/figures", "/law/mechanism/chart/case",
    "/law/mechanism/texts/12", "/search/law?q=referral", "/judges", "/me", "/openapi.json",
])  # fmt: skip
def test_the_law_can_be_asked_by_anybody(path: str) -> None:
    """Every operation on the law answers, in English and in French."""
    english, french = Client().get(f"/api{path}"), Client().get(f"/api{path}", headers={"Accept-Language": "fr"})
    assert english.status_code == french.status_code == 200, english.content[:300]
    assert english.json() not in ({}, None)


@pytest.mark.parametrize("path", ["/law/moon", "/law/mechanism/acts/fly", "/law/mechanism/articles/999", "/law/mechanism/rules?provision=nonsense",
                                  "/law/mechanism/explain?what=the moon", "/law/mechanism/chart/picnic", "/matters?limit=0", "/matters?offset=-1"])
def test_what_there_is_not_is_told_with_the_remedy(path: str) -> None:
    """404 or 422, never 500, with a code, words and a remedy."""
    told = Client().get(f"/api{path}")
    assert told.status_code in (404, 422)
    assert {"code", "says", "remedy"} <= told.json()["error"].keys()


def test_a_text_is_imported_by_those_who_keep_the_texts(make_user: Users) -> None:
    """A file that is no statute is refused with the remedy; to others there is no such operation."""
    for user, status in ((make_user("archivist"), 422), (make_user("prosecutor"), 404)):
        caller = Caller(user)
        told = caller.client.post("/api/law/texts", {"file": SimpleUploadedFile("x.txt", b"nothing of the kind")}, headers=caller.headers)
        assert (told.status_code, bool(told.json()["error"]["remedy"])) == (status, True)


def test_benches_are_proposed_to_who_may_see_the_case(make_user: Users) -> None:
    """Without a roll the answer says so; without signing in there is none."""
    indicted_case()
    told = Caller(make_user("president")).get(f"/matters/{NUMBER}/benches")
    assert (told.status_code, told.json()["error"]["code"]) == (422, "no_roll")
    assert Caller().get(f"/matters/{NUMBER}/benches").status_code == 401


def test_a_tampered_record_is_told(make_user: Users) -> None:
    """Whoever sees the whole record learns which entry was altered; another only that the chain does not hold."""
    case_with_a_hidden_entry()
    row = EntryRow.objects.get(number=2)
    EntryRow.objects.filter(pk=row.pk).update(content={**row.content, "done_on": "2020-01-01"})
    whole, partial = Caller(make_user("registrar")).get(f"/verify/{NUMBER}").json(), Caller().get(f"/verify/{NUMBER}").json()
    assert (whole["holds"], whole["faults"][0]["kind"], whole["faults"][0]["entry"]) == (False, "altered", 2)
    assert (partial["holds"], partial["faults"]) == (False, [])
