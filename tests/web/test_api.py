"""The HTTP API: what it shows and to whom, entering acts, idempotency and overtaking, tokens, the OpenAPI document."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.urls import get_resolver
from django.utils import timezone
from openapi_spec_validator import validate

from curule.api.callers import CallRate
from curule.api.models import ApiToken
from curule.api.site import api
from curule.api.tokens import make_token
from curule.matters.models import EntryRow, Matter
from curule.matters.pipeline import enter
from tests.web.matter_samples import PERSON, SEALED, case_with_a_hidden_entry, indicted_case, open_case, request

pytestmark = pytest.mark.django_db
Users = Callable[..., Any]
NUMBER = "MICT-26-1"


@pytest.fixture(autouse=True)
def fresh_count() -> None:
    """The counts of calls of one test do not weigh on the next."""
    cache.clear()


class Caller:
    """A program that speaks for a person (or for nobody) and sends JSON."""

    def __init__(self, user: Any = None, **headers: str) -> None:
        self.client = Client(enforce_csrf_checks=True)
        self.headers = dict(headers)
        if user is not None:
            self.headers["Authorization"] = f"Bearer {make_token(user, 'test')[1]}"

    def get(self, path: str, **query: Any) -> Any:
        """GET and the answer."""
        return self.client.get(f"/api{path}", query, headers=self.headers)

    def post(self, path: str, body: Any, **headers: str) -> Any:
        """POST JSON and the answer."""
        return self.client.post(f"/api{path}", json.dumps(body), content_type="application/json", headers={**self.headers, **headers})


def hearing(expected: int | None = None, **more: Any) -> dict[str, Any]:
    """An act that the Registry may always do on an open case: to book an interpreter."""
    return {"by": "registry", "done_on": str(timezone.localdate()), "particulars": {"person": PERSON, "language": "Kinyarwanda"}, "expected": expected, **more}


BOOK = f"/matters/{NUMBER}/acts/book_interpreter"


# -- reading ---------------------------------------------------------------------------------------------------------


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


# -- entering --------------------------------------------------------------------------------------------------------


def test_an_act_is_entered_through_the_pipeline(make_user: Users) -> None:
    """The entry comes back as the caller sees it, with the law's answer and the new ETag."""
    indicted_case()
    done = Caller(make_user("registry_officer")).post(BOOK, hearing())
    assert done.status_code == 201, done.content
    told = done.json()
    assert (told["entry"]["number"], told["entry"]["act"], told["repeated"], done["ETag"]) == (4, "book_interpreter", False, '"4"')
    assert told["answer"]["verdict"] in ("PERMITTED", "OPEN")
    assert EntryRow.objects.get(number=4).content["entered_by"].startswith("user")


def test_the_same_key_enters_nothing_twice(make_user: Users) -> None:
    """A repeat gives the first entry again; another request under the key is refused; another person's key is another key."""
    indicted_case()
    clerk, other = Caller(make_user("registry_officer")), Caller(make_user("registrar"))
    first = clerk.post(BOOK, hearing(expected=3), **{"Idempotency-Key": "k1"})
    again = clerk.post(BOOK, hearing(expected=3), **{"Idempotency-Key": "k1"})
    assert (first.status_code, again.status_code) == (201, 200)
    assert (again.json()["repeated"], again.json()["entry"]["number"]) == (True, 4)
    changed = clerk.post(BOOK, {**hearing(), "particulars": {"person": PERSON, "language": "French"}}, **{"Idempotency-Key": "k1"})
    assert (changed.status_code, changed.json()["error"]["code"]) == (400, "key_reused")
    assert other.post(BOOK, hearing(), **{"Idempotency-Key": "k1"}).status_code == 201
    assert Matter.objects.get(number=NUMBER).count == 5


def test_who_comes_late_is_told_what_was_entered_meanwhile(make_user: Users) -> None:
    """By ``expected`` or If-Match: 409 with the newer entries, and nothing is entered."""
    indicted_case()
    clerk = Caller(make_user("registry_officer"))
    assert clerk.post(BOOK, hearing(expected=3)).status_code == 201
    for late in (clerk.post(BOOK, hearing(expected=3)), clerk.post(BOOK, hearing(), **{"If-Match": '"3"'})):
        assert late.status_code == 409
        assert [e["number"] for e in late.json()["error"]["entries"]] == [4]
    assert clerk.post(BOOK, hearing(), **{"If-Match": "x"}).status_code == 400
    assert Matter.objects.get(number=NUMBER).count == 4


def test_what_the_caller_cannot_see_makes_nobody_late(make_user: Users) -> None:
    """A hidden entry made meanwhile does not turn the request of one who cannot see it into a late one."""
    matter = indicted_case()
    prosecutor = make_user("prosecutor")
    enter(NUMBER, request(1, "registry", "book_interpreter", ("organ:registry",), person=PERSON, language="fr"))
    matter.refresh_from_db()
    body = {"by": "prosecutor", "particulars": {"state": "XAA", "answer": "declined"}, "expected": 3}
    done = Caller(prosecutor).post(f"/matters/{NUMBER}/acts/record_referral_attempt", body)
    assert done.status_code == 201, done.content
    assert done.json()["entry"]["number"] == 4
    assert Matter.objects.get(number=NUMBER).count == 5


def test_every_fault_of_the_particulars_is_told_at_once_in_the_callers_language(make_user: Users) -> None:
    """422 names each particular with what is wrong, in French for who asks in French."""
    indicted_case()
    clerk = Caller(make_user("registry_officer"), **{"Accept-Language": "fr"})
    told = clerk.post(f"/matters/{NUMBER}/acts/record_arrest", {"by": "registry", "particulars": {"state": "12", "colour": "red"}})
    assert told.status_code == 422
    fault = told.json()["error"]
    assert fault["code"] == "faulty"
    assert {e["name"] for e in fault["errors"]} == {"state", "colour", "person"}
    assert any("élément" in e["says"] for e in fault["errors"])
    assert EntryRow.objects.count() == 3


@pytest.mark.parametrize("done_on", [str(timezone.localdate() + timedelta(days=9)), "1800-01-01", "2001-01-01"])
def test_an_impossible_day_is_refused(make_user: Users, done_on: str) -> None:
    """In the future, long ago, or before the matter was opened."""
    indicted_case()
    told = Caller(make_user("registry_officer")).post(BOOK, hearing(done_on=done_on))
    assert (told.status_code, told.json()["error"]["errors"][0]["name"]) == (422, "done_on")


def test_a_refusal_comes_with_its_reasons(make_user: Users) -> None:
    """An act of a gated organ that the law refuses is not entered; the answer has the tree and the cures."""
    indicted_case()
    told = Caller(make_user("registry_officer")).post(f"/matters/{NUMBER}/acts/record_transfer", {"by": "registry", "particulars": {"person": PERSON}})
    fault = told.json()["error"]
    assert (told.status_code, fault["code"], fault["answer"]["verdict"]) == (422, "refused", "REFUSED")
    assert fault["answer"]["reason"]
    assert EntryRow.objects.count() == 3


def test_an_act_of_the_bench_is_entered_with_its_divergence(make_user: Users) -> None:
    """The judge is the judge: the entry is made, and the disagreement stays on the record."""
    indicted_case()
    done = Caller(make_user(("judge", "", "J1"))).post(f"/matters/{NUMBER}/acts/open_trial", {"by": "trial_chamber", "particulars": {}})
    assert done.status_code == 201, done.content
    assert done.json()["diverges"] is True
    assert done.json()["answer"]["verdict"] == "REFUSED"


def test_only_an_organ_of_ones_office_can_act(make_user: Users) -> None:
    """A clerk cannot act for the President, counsel of another case not for the Defence, a reader for nobody."""
    indicted_case()
    body = {"by": "president", "particulars": {"judges": ["J1"], "presiding": "J1", "task": "trial"}}
    clerk = Caller(make_user("registry_officer")).post(f"/matters/{NUMBER}/acts/compose_trial_chamber", body)
    assert (clerk.status_code, clerk.json()["error"]["code"]) == (403, "not_your_organ")
    assert "registry" in clerk.json()["error"]["remedy"]
    counsel = Caller(make_user(("defence", "MICT-26-9", "C1")))
    assert counsel.post(f"/matters/{NUMBER}/acts/apply_for_review", {"by": "defence", "particulars": {}}).status_code == 403
    assert Caller(make_user("public")).post(BOOK, hearing()).status_code == 403
    assert Caller().post(BOOK, hearing()).status_code == 401
    assert EntryRow.objects.count() == 3


def test_unknown_acts_and_organs_are_named(make_user: Users) -> None:
    """With the nearest names there are."""
    indicted_case()
    clerk = Caller(make_user("registry_officer"))
    told = clerk.post(f"/matters/{NUMBER}/acts/book_interpeter", hearing())
    assert (told.status_code, "book_interpreter" in told.json()["error"]["says"]) == (404, True)
    assert clerk.post(BOOK, hearing(by="janitor")).status_code == 404
    assert clerk.post(BOOK, {"particulars": {}}).json()["error"]["errors"][0]["name"].endswith("by")


def test_a_narrower_audience_is_chosen_and_a_wrong_one_refused(make_user: Users) -> None:
    """The entry is seen by those whom its maker names, among them the maker."""
    indicted_case()
    clerk = Caller(make_user("registry_officer"))
    assert clerk.post(BOOK, hearing(audience="registry")).status_code == 201
    assert len(Caller().get(f"/matters/{NUMBER}/record").json()["entries"]) == 3
    told = clerk.post(BOOK, hearing(audience="everybody else"))
    assert (told.status_code, told.json()["error"]["errors"][0]["name"]) == (422, "audience")


def test_a_matter_is_opened_with_its_first_act(make_user: Users) -> None:
    """It is given the next number; a number that is taken is refused, and so is whoever may not open it."""
    clerk = Caller(make_user("registry_officer"))
    new = {"tribunal": "mechanism", "kind": "case", "title": "The Prosecutor v. C. New", "branch": "arusha", "by": "registry", "particulars": {
        "origin": "ictr", "branch": "arusha", "person": "C. New", "group": "1(3)", "indicted_by": "ictr"}}
    done = clerk.post("/matters", new)
    assert done.status_code == 201, done.content
    assert done.json()["matter"].startswith("MICT-")
    taken = clerk.post("/matters", {**new, "number": done.json()["matter"]})
    assert (taken.status_code, taken.json()["error"]["code"]) == (422, "not_entered")
    assert clerk.post("/matters", {**new, "kind": "picnic"}).status_code == 404
    assert clerk.post("/matters", {**new, "tribunal": "moon"}).status_code == 404
    assert Caller(make_user("prosecutor")).post("/matters", new).status_code == 403
    assert Matter.objects.count() == 1


# -- signing in ------------------------------------------------------------------------------------------------------


def test_a_session_needs_the_csrf_token_to_change_anything(make_user: Users) -> None:
    """A form of another site cannot enter an act with the session of the clerk; with the token of our page it goes through."""
    indicted_case()
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user("registry_officer"))
    body = json.dumps(hearing())
    refused = client.post(f"/api{BOOK}", body, content_type="application/json")
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "csrf")
    from django.conf import settings
    from django.middleware.csrf import _get_new_csrf_string

    secret = _get_new_csrf_string()
    client.cookies[settings.CSRF_COOKIE_NAME] = secret
    assert client.post(f"/api{BOOK}", body, content_type="application/json", headers={"X-CSRFToken": secret}).status_code == 201
    assert client.get("/api/me").json()["offices"][0]["code"] == "registry_officer"


def test_a_token_is_shown_once_kept_as_a_digest_and_can_be_revoked(make_user: Users) -> None:
    """Whoever reads the database learns no token; a revoked or expired one opens nothing, not even what is public."""
    user = make_user("registrar")
    caller = Caller(user)
    made = caller.post("/tokens", {"name": "export"}).json()
    assert made["token"] not in json.dumps(list(ApiToken.objects.values()), default=str)
    assert "token" not in caller.get("/tokens").json()[0]
    program = Caller(Authorization=f"Bearer {made['token']}")
    assert program.get("/me").json()["user"] == user.username
    assert caller.client.delete(f"/api/tokens/{made['id']}", headers=caller.headers).status_code == 204
    assert (program.get("/me").status_code, program.get("/matters").status_code) == (401, 401)
    old = make_token(user, "old", timezone.localdate() - timedelta(days=1))[1]
    assert Caller(Authorization=f"Bearer {old}").get("/matters").status_code == 401
    user.is_active = False
    user.save()
    assert caller.get("/me").status_code == 401


def test_nobody_revokes_anothers_token(make_user: Users) -> None:
    """Another's token is answered like none."""
    row, _token = make_token(make_user("registrar"), "own")
    other = Caller(make_user("registrar"))
    assert other.client.delete(f"/api/tokens/{row.pk}", headers=other.headers).status_code == 404
    row.refresh_from_db()
    assert row.revoked_at is None


def test_too_many_calls_are_slowed_down(monkeypatch: pytest.MonkeyPatch, rf: RequestFactory) -> None:
    """So many calls a minute are counted for each person and address; one more is answered 429 with the time to wait."""
    one, other = rf.get("/", REMOTE_ADDR="192.0.2.1"), rf.get("/", REMOTE_ADDR="192.0.2.2")
    one.user = other.user = AnonymousUser()
    rate = CallRate("2/min")
    assert [rate.allow_request(r) for r in (one, one, one, other)] == [True, True, False, True]
    monkeypatch.setattr(CallRate, "allow_request", lambda self, request: False)
    monkeypatch.setattr(CallRate, "wait", lambda self: 7.2)
    slowed = Caller().get("/law")
    assert (slowed.status_code, slowed.json()["error"]["code"], slowed["Retry-After"]) == (429, "too_many", "8")


def test_the_desk_shows_what_waits_for_the_callers_organs(make_user: Users) -> None:
    """Only clocks of organs for which the caller acts, on matters that the caller sees."""
    indicted_case()
    waiting = Caller(make_user(("judge", "", "J1"))).get("/desk").json()["waiting"]
    assert all({"single_judge", "trial_chamber", "judges", "appeals_chamber"} & set(w["clock"]["by"]) for w in waiting)
    assert Caller().get("/desk").status_code == 401


# -- law, judges, verification ---------------------------------------------------------------------------------------


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


# -- the document ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """The OpenAPI document as a program gets it."""
    return json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/"), default=str))


def test_the_openapi_document_is_valid(document: dict[str, Any]) -> None:
    """By the rules of OpenAPI itself."""
    validate(document)


def test_every_act_has_an_operation_with_its_own_particulars(document: dict[str, Any]) -> None:
    """The document's schema of an act is the one that the law library declares."""
    from curule.matters.tribunals import libraries

    for law in libraries():
        for code in law.acts:
            operation = document["paths"][f"/api/matters/{{number}}/acts/{code}"]["post"]
            body, name = operation["requestBody"]["content"]["application/json"]["schema"], f"Act_{law.pack.code}_{code}"
            several = sum(code in other.acts for other in libraries()) > 1
            assert {"$ref": f"#/components/schemas/{name}"} in (body["anyOf"] if several else [body])
            declared = document["components"]["schemas"][f"{name}_particulars"]
            assert set(declared["properties"]) == {p.name for p in law.particulars(code)}
            assert set(declared["required"]) == {p.name for p in law.particulars(code) if p.required}


def test_operations_have_words_and_their_own_names(document: dict[str, Any]) -> None:
    """A summary each, and no operation id twice."""
    operations = [o for path in document["paths"].values() for o in path.values()]
    assert all(o.get("summary") for o in operations)
    ids = [o["operationId"] for o in operations]
    assert len(ids) == len(set(ids))


PAGES: dict[str, str] = {
    "matters:list": "GET /matters", "matters:list-csv": "GET /matters", "matters:open": "GET /law",
    "matters:open-kind": "POST /matters", "matters:matter": "GET /matters/{number}", "matters:record-csv": "GET /matters/{number}/record",
    "matters:entry": "GET /matters/{number}/entries/{entry}", "matters:act": "POST /matters/{number}/acts/{act}", "matters:why": "POST /matters/{number}/ask",
    "matters:about": "GET /matters/{number}", "matters:about-json": "GET /matters/{number}", "matters:bench": "GET /matters/{number}/benches",
    "matters:tab": "GET /matters/{number}", "matters:judges": "GET /judges",
    "lawbook:index": "GET /law", "lawbook:search": "GET /search/law", "lawbook:acts": "GET /law/{tribunal}/acts",
    "lawbook:act": "GET /law/{tribunal}/acts/{act}",
    "lawbook:chart": "GET /law/{tribunal}/chart/{kind}", "lawbook:mermaid": "GET /law/{tribunal}/chart/{kind}",
    "lawbook:instrument": "GET /law/{tribunal}/articles", "lawbook:instrument-csv": "GET /law/{tribunal}/articles",
    "lawbook:instrument-json": "GET /law/{tribunal}/articles", "lawbook:article": "GET /law/{tribunal}/texts/{provision}",
    "lawbook:import": "POST /law/texts", "lawbook:article-json": "GET /law/{tribunal}/articles/{provision}", "desk:home": "GET /desk",
    "court:jurisdiction": "GET /law/rome/jurisdiction", "court:register-jurisdiction": "GET /law/rome/states",
    "court:jurisdiction-csv": "GET /law/rome/states", "court:timeline": "GET /matters/{number}/timeline",
    "court:timeline-csv": "GET /matters/{number}/timeline", "court:ballots": "GET /matters/{number}/ballots",
    "court:admissibility": "POST /matters/{number}/ask",
}
"""Each page with the operation that does the same for a program."""

ONLY_PAGES = frozenset({
    "matters:draft",  # what was typed into a form and not sent
    "desk:styleguide", "access:sign-in", "access:demo-sign-in", "access:sign-out", "access:office", "access:language",  # of the session of a browser
})  # fmt: skip


def test_every_page_has_an_operation(document: dict[str, Any]) -> None:
    """Whoever adds a page says which operation does the same, or why none is needed."""
    spaces = ("court", "matters", "lawbook", "desk", "access")
    pages = {f"{space}:{name}" for space, (_prefix, resolver) in get_resolver().namespace_dict.items() if space in spaces
             for name in resolver.reverse_dict if isinstance(name, str)}
    assert pages - PAGES.keys() - ONLY_PAGES == set(), "say in PAGES which operation does what this page does"
    operations = {f"{method.upper()} {path.removeprefix('/api')}" for path, item in document["paths"].items() for method in item}
    assert set(PAGES.values()) <= operations
