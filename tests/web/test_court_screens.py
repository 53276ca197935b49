"""Jurisdiction by State and day, a situation in time, ballots, admissibility: what they say, to whom, in both languages; and the same for programs."""

from __future__ import annotations

import csv
import html
import io
import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from curule.law.view import Actor
from curule.matters.models import Matter
from curule.matters.numbers import in_address
from curule.matters.pipeline import Request, enter
from tests.web.court_samples import CASE, CHALLENGED, SEALED_CASE, SITUATION, court  # noqa: F401  # the fixture
from tests.web.matter_samples import indicted_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("court")]
JURISDICTION = "/law/rome/jurisdiction"
WESTMARCH = {"crime": "8(2)(e)(vii)", "first": "2015-05-01", "last": "2016-03-01", "territory": "XLW", "trigger": "13(c)"}


def text_of(answer):
    """A page without its tags."""
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())))


def row_of(answer, code):
    """The row of one State, without tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", re.search(rf'<tr id="{code}">(.*?)</tr>', answer.content.decode(), re.S)[1]))


@pytest.mark.parametrize(("code", "on", "says"), [
    ("XLR", "2009-08-31", "not a Party"), ("XLR", "2009-09-01", "State Party"),
    ("XLD", "2019-03-16", "State Party, notice of withdrawal given"), ("XLD", "2019-03-17", "no longer a Party"),
    ("XLE", "2017-03-06", "State Party, notice of withdrawal given"), ("XLE", "2020-01-01", "State Party"),
    ("XLW", "2015-09-07", "not a Party"), ("XLW", "2015-09-08", "accepted by declaration"),
    ("XLB", "2009-06-30", "war crimes excluded until 30 June 2009 (art. 124)"), ("XLG", "2012-05-01", "in force from 2 May 2012"),
    ("XLG", "2012-05-02", "in force since 2 May 2012"), ("XLH", "2026-01-01", "does not accept aggression (art. 15 bis(4))"),
])
def test_each_state_stands_as_the_register_says_of_that_day(client, code, on, says):
    """Party, leaving, declared or not, on the day before and the day itself; everybody may see it."""
    assert says in row_of(client.get(JURISDICTION, {"on": on}), code)


def test_the_question_is_answered_with_link_trigger_and_gates(client):
    """Conduct on the territory of a State that accepted by declaration: the Court may; through whom, since when, under which articles."""
    page = client.get(JURISDICTION, WESTMARCH)
    words = text_of(page)
    assert "met the Court may exercise jurisdiction over this conduct" in words
    assert "Westmarch (place of the conduct; declaration under article 12(3))" in words
    for article in ("art. 5(1)", "art. 11(1)", "art. 13", "art. 12(2)", "art. 121(5)"):
        assert article in words
    assert 'href="/law/rome/12#2"' in page.content.decode()


@pytest.mark.parametrize(("asked", "says"), [
    ({"territory": "XLX"}, "not met a State of the place or of nationality is Party or accepted jurisdiction"),
    ({"first": "2013-01-01", "last": "2013-02-01"}, "not met it was not committed before that acceptance took effect"),
    ({"trigger": ""}, "not met a trigger is on record"),
    ({"crime": "8bis(1)", "territory": "XLW"}, "not met no State that is not a Party is concerned"),
    ({"born": "2000-01-01"}, "not met the person was eighteen"),
])
def test_each_gate_closes(client, asked, says):
    """One thing otherwise, and the answer is no, with the gate that says so."""
    if asked.get("territory") == "XLX":
        asked = {**asked, "territory": "", "nationality": ""}
    words = text_of(client.get(JURISDICTION, {**WESTMARCH, **asked}))
    assert says in words
    assert "may not exercise jurisdiction" in words


def test_a_part_of_the_conduct_is_covered(client):
    """Conduct that began before the declaration's first day is covered from that day on, and the page says which days."""
    words = text_of(client.get(JURISDICTION, {**WESTMARCH, "first": "2014-01-01"}))
    assert "for a part of it" in words
    assert "Days covered: 20 February 2014 – 1 March 2016" in words


@pytest.mark.parametrize(("field", "value", "says"), [
    ("crime", "9(9)", "Choose a crime of the list."), ("first", "2015-02-31", "Enter a day that exists"), ("last", "2010-01-01", "cannot be before the first"),
    ("territory", "<script>", "<script>"), ("first", "", "Enter the first day of the conduct."),
])
def test_what_cannot_be_asked_is_said_at_its_field(client, field, value, says):
    """A crime, day or State that there is not: the form comes back with what to do, and nothing of it acts on the page."""
    answer = client.get(JURISDICTION, {**WESTMARCH, field: value})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "<script>" not in page.replace('<script src=', "") if "<" in says else says in page


@pytest.mark.parametrize("on", ["x", "2026-02-31", "9999-12-31", "0001-01-01"])
def test_a_day_that_there_is_not_has_no_page(client, on):
    """Neither page nor file."""
    assert client.get(JURISDICTION, {"on": on}).status_code == 404
    assert client.get(JURISDICTION + ".csv", {"on": on}).status_code == 404


def test_the_table_is_a_file_and_an_operation_too(client):
    """The same States with the same statuses as CSV and for programs."""
    lines = list(csv.DictReader(io.StringIO(client.get(JURISDICTION + ".csv", {"on": "2019-03-17"}).getvalue().decode("utf-8-sig"))))
    told = client.get("/api/law/rome/states?on=2019-03-17").json()
    assert {line["state"]: line["status"] for line in lines} == {row["state"]: row["status"] for row in told}
    assert {line["state"]: line["status"] for line in lines}["XLD"] == "was"
    answer = client.get("/api/law/rome/jurisdiction", WESTMARCH).json()
    assert (answer["verdict"], answer["links"][0]["state"]) == ("met", "XLW")


def test_jurisdiction_in_french(client):
    """The table, the question and its answer in French."""
    words = text_of(client.get(JURISDICTION, WESTMARCH, headers={"accept-language": "fr"}))
    assert "la Cour peut exercer sa compétence pour ces faits" in words
    assert "Lornia" in words
    assert "depuis le 1er juillet 2002 (dépôt 15 octobre 2001)" in words


def test_an_amendment_on_the_register_is_offered_and_answered(client, settings):
    """A crime that an amendment entered on the register adds can be chosen; it binds the State that accepts it, a year after its deposit."""
    settings.TRIBUNALS = ("rome",)
    number = Matter.objects.get(kind="states").number
    assert client.get(JURISDICTION, WESTMARCH | {"crime": "8(2)(e)(xix)"}).status_code == 422
    day = timezone.localdate()
    entered = {"code": "mirrors", "title": "On mirrors", "regime": "121(5)", "provisions": "rome:8", "crimes": "rome:8(2)(e)(xix)"}
    enter(number, Request("register_amendment", Actor.parse("depositary"), day - timedelta(days=800), entered, user="registry", audience=("public",)))
    accepted = {"state": "XLG", "amendment": "mirrors", "received_by": "secretary_general"}
    enter(number, Request("deposit_acceptance", Actor.parse("state_party"), day - timedelta(days=700), accepted, user="registry", audience=("public",)))
    page = client.get(JURISDICTION, {"crime": "8(2)(e)(xix)", "first": day - timedelta(days=300), "territory": "XLG", "trigger": "13(a)"})
    assert "On mirrors (8(2)(e)(xix))" in text_of(page)
    assert "met the Court may exercise jurisdiction over this conduct" in text_of(page)
    before = client.get(JURISDICTION, {"crime": "8(2)(e)(xix)", "first": day - timedelta(days=400), "territory": "XLG", "trigger": "13(a)"})
    assert "may not exercise jurisdiction" in text_of(before)


def test_without_the_court_there_is_no_jurisdiction_page(client, settings):
    """Where only the Mechanism is hosted there is no such page, file or operation."""
    settings.TRIBUNALS = ("mechanism",)
    for path in (JURISDICTION, JURISDICTION + ".csv", "/api/law/rome/states", f"/api/law/rome/jurisdiction?crime=6(a)&first={date(2020, 1, 1)}"):
        assert client.get(path).status_code == 404, path


def test_drawings_are_well_formed_in_every_language(client):
    """Numbers in drawings have points, never commas, and the drawing is whole XML."""
    for language in ("en", "fr"):
        page = client.get(f"/matters/{in_address(SITUATION)}/timeline/", headers={"accept-language": language}).content.decode()
        drawing = ElementTree.fromstring(re.search(r'<svg class="timeline".*?</svg>', page, re.S)[0])  # our own page
        numbers = [value for node in drawing.iter() for name, value in node.attrib.items() if name in ("x", "x1", "x2", "y", "y1", "y2", "width", "height")]
        assert numbers
        assert all(re.fullmatch(r"-?\d+(\.\d+)?", n) for n in numbers)


def test_the_timeline_shows_the_situation_with_its_cases_and_hides_the_sealed_one(client, make_user):
    """The Prosecutor sees the sealed case among the others; a visitor sees the others, and no gap."""
    address = f"/matters/{in_address(SITUATION)}/timeline/"
    public = client.get(address)
    assert public.status_code == 200
    assert "The Prosecutor opened an investigation" in text_of(public)
    assert CASE in public.content.decode()
    assert SEALED_CASE not in public.content.decode()
    assert SEALED_CASE not in client.get(f"/matters/{in_address(SITUATION)}/timeline.csv").getvalue().decode()
    client.force_login(make_user("prosecutor", tribunal="rome"))
    assert SEALED_CASE in client.get(address).content.decode()


def test_a_case_shows_the_same_timeline_as_its_situation(client):
    """From a case the tab leads to the whole situation; the steps are those of the situation's own page, in the order of days."""
    rows = [client.get(f"/api/matters/{in_address(number)}/timeline").json() for number in (SITUATION, CASE)]
    assert rows[0] == rows[1]
    assert [row["on"] for row in rows[0]] == sorted(row["on"] for row in rows[0])
    assert {"trial", "investigation", "judgement given"} <= {row["stage"] for row in rows[0]}


def test_what_has_no_timeline_has_no_such_page(client, make_user):
    """The register has neither timeline, nor ballots, nor admissibility; a case of the Mechanism neither."""
    indicted_case()
    client.force_login(make_user("registry_officer"))
    for number in ("ICC-STATES-1", "MICT-26-1"):
        for tab in ("timeline", "ballots", "admissibility"):
            assert client.get(f"/matters/{number}/{tab}/").status_code == 404, (number, tab)
            assert f"/matters/{number}/{tab}/" not in client.get(f"/matters/{number}/").content.decode()


def test_ballots_round_by_round_with_reasons(client):
    """Each ballot with votes needed, who was elected, and for everyone else why not; what lists A and B need."""
    page = client.get("/matters/ICC-ELECTION-1/ballots/")
    words = text_of(page)
    assert "5 of 6 seats filled. 1 seat left: balloting goes on." in words
    assert "14 votes needed of States Parties present and voting (21)" in words
    assert "Amara Diop Ultania A 14 elected 14 votes, 14 needed art. 36(6)(a)" in words
    assert "Hugo Castellane Ysmere B 13 majority not reached 13 votes, 15 needed for two thirds of 22 present and voting" in words
    assert "judges of list B (international law) art. 36(5) 5" in words
    told = client.get("/api/matters/ICC-ELECTION-1/ballots").json()
    assert [(r["needed"], sum(x["outcome"] == "ELECTED" for x in r["results"])) for r in told["rounds"]] == [(14, 4), (15, 1)]


def test_who_may_challenge_and_why_not(client):
    """The State that challenged may not again without leave; the person may; the page says once, when and on which grounds."""
    words = text_of(client.get(f"/matters/{in_address(CHALLENGED)}/admissibility/"))
    assert "Clara Wend accused or person under warrant or summons art. 19(2)(a) may challenge" in words
    assert re.search(r"Castorra State with jurisdiction .*? may not why not\?", words)
    assert "once; made 1 time, again with leave only" in words
    assert "it is the challenger's first" in words
    other = text_of(client.get(f"/matters/{in_address(CHALLENGED)}/admissibility/", {"state": "XLF"}))
    assert re.search(r"Fenmark State with jurisdiction .*? may challenge", other)
    assert client.get(f"/matters/{in_address(CHALLENGED)}/admissibility/", {"state": "<b>"}).status_code == 404


def test_after_the_opening_of_the_trial_only_an_earlier_trial_remains(client):
    """In the case at trial nobody may challenge without leave."""
    words = text_of(client.get(f"/matters/{in_address(CASE)}/admissibility/"))
    assert "only with leave" in words
    assert "Alexander Meridian accused or person under warrant or summons art. 19(2)(a) may not" in words


def test_states_under_article_18_and_the_council(client, make_user):
    """For the Registry: what each State did, and the twelve months that the Security Council asked for, with their last day."""
    client.force_login(make_user("registry_officer", tribunal="rome"))
    words = text_of(client.get(f"/matters/{in_address(SITUATION)}/admissibility/"))
    assert "Fenmark" in words
    assert "informed of national proceedings" in words
    last = timezone.localdate() - timedelta(days=200)
    words = text_of(client.get("/matters/ICC-01~24/admissibility/"))
    assert "S/RES/9044" in words
    assert f"{last.year + 1}" in words
    assert "runs" in words


def test_what_is_not_public_of_article_18_is_not_told(client):
    """A visitor sees no State's answer to a confidential notice."""
    words = text_of(client.get(f"/matters/{in_address(SITUATION)}/admissibility/"))
    assert "informed of national proceedings" not in words


def test_matters_of_the_court_are_public_as_their_data_say(court):  # noqa: F811
    """The sealed case and the request to a State are the only matters that a visitor does not see."""
    seen = set(Matter.objects.filter(audience__token="public").values_list("number", flat=True))
    assert set(court) - seen == {SEALED_CASE, "ICC-COOPERATION-1"}
