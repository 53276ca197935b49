"""How documents hang together, and what a reader may file on one, filled in as far as it follows from it."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from curule.matters.models import Matter
from tests.web.matter_samples import assign, open_case
from tests.web.registry_samples import filed, person

pytestmark = pytest.mark.django_db
NUMBER = "MICT-26-1"


@pytest.fixture
def case(settings, tmp_path):
    """A case with a motion of the Prosecutor, a response of the Defence and a confidential submission about the motion."""
    settings.STORE_URL = (tmp_path / "store").as_uri()
    return open_case(NUMBER)


@pytest.fixture
def people(case):
    """The parties, the Registry, a judge, a reader."""
    return {"prosecutor": person("r-prosecutor", "prosecutor"), "defence": person("r-defence", "defence", NUMBER, "C01"),
            "officer": person("r-officer", "registry_officer"), "judge": person("r-judge", "judge", person_code="J01"), "reader": person("r-reader", "public")}


@pytest.fixture
def papers(case, people, tmp_path):
    """Motion, response, and what is hidden from the public."""
    motion = filed(case, people["prosecutor"], tmp_path, title="Motion for video link")[0]
    case.refresh_from_db()
    response = filed(case, people["defence"], tmp_path, title="Response of the Defence", document_type="response", responds_to=motion.entry.number)[0]
    case.refresh_from_db()
    hidden = filed(case, people["prosecutor"], tmp_path, title="Hidden submission", document_type="submission", relates_to=[motion.entry.number],
                   classification="confidential")[0]
    case.refresh_from_db()
    fresh = filed(case, people["prosecutor"], tmp_path, title="Motion for a site visit")[0]
    return motion, response, hidden, fresh


def page(people, who, rendition):
    browser = Client()
    browser.force_login(people[who])
    return browser, unescape(browser.get(f"/documents/{rendition.code}/").content.decode())


def test_documents_name_what_they_answer_and_what_answers_them(people, papers):
    """The motion names its response and the response its motion; what a reader may not see is not named."""
    motion, response, hidden, _fresh = papers
    _browser, shown = page(people, "prosecutor", motion)
    assert "Responses" in shown
    assert f"/documents/{response.code}/" in shown
    assert f"/documents/{hidden.code}/" in shown
    _browser, shown = page(people, "prosecutor", response)
    assert "In response to" in shown
    assert f"/documents/{motion.code}/" in shown
    _browser, shown = page(people, "reader", motion)
    assert f"/documents/{response.code}/" in shown
    assert hidden.code not in shown
    assert "Related documents" not in shown
    assert "What you can do" not in shown


STEPS = {
    ("defence", 3): {"Respond", "File a translation"}, ("defence", 0): {"File a translation"}, ("prosecutor", 0): {"File a translation", "Correct it"},
    ("prosecutor", 1): {"Reply", "File a translation"}, ("judge", 0): {"File the decision on it", "File a translation"},
    ("officer", 3): {"File a translation"}, ("defence", 1): {"File a translation", "Correct it"},
}


@pytest.mark.parametrize(("who", "which"), sorted(STEPS))
def test_each_reader_is_offered_what_they_may_file(people, papers, who, which):
    """Who is answered may reply, who is asked and has not answered may respond, the Bench decides, a filer corrects their own."""
    _browser, shown = page(people, who, papers[which])
    offered = set(re.findall(r'<a href="/matters/MICT-26-1/file/[^"]+">([^<]+)</a>', shown))
    assert offered == STEPS[who, which]


def test_the_form_comes_filled_in(people, papers):
    """One click from the motion leads to a form that knows kind, title, classification and what it answers: only the file is missing."""
    motion = papers[3]
    browser, shown = page(people, "defence", motion)
    address = next(a for a, words in re.findall(r'<a href="(/matters/MICT-26-1/file/[^"]+)">([^<]+)</a>', shown) if words == "Respond")
    form = unescape(browser.get(address).content.decode())
    assert re.search(r'<option value="response" selected', form)
    assert 'value="Response to Motion for a site visit"' in form
    assert re.search(rf'<option value="{motion.entry.number}" selected', form)
    assert re.search(r'name="p_classification" value="public"[^>]*checked', form)
    assert re.search(r'<details class="folded" open>', form)
    assert '<details class="folded">' in browser.get(f"/matters/{NUMBER}/file/").content.decode()


def test_what_was_decided_asks_for_no_answer_any_more(people, papers, tmp_path, case):
    """After the decision nobody is invited to respond to the motion or to decide it, and motion and decision name each other."""
    motion = papers[0]
    case.refresh_from_db()
    decision = filed(case, people["judge"], tmp_path, title="Decision on video link", document_type="decision", decides=[motion.entry.number])[0]
    for who in ("defence", "judge"):
        _browser, shown = page(people, who, motion)
        assert "Decided by" in shown
        assert f"/documents/{decision.code}/" in shown
        assert not re.search(r">(Respond|File the decision on it)</a>", shown), who


def test_an_entry_leads_to_its_document(people, papers):
    """From the entry of a filing one reads the document, and from the document one comes to the entry."""
    motion = papers[0]
    browser, shown = page(people, "reader", motion)
    address = re.search(r"/matters/MICT-26-1/entries/\d+/", shown).group()
    assert f"/documents/{motion.code}/" in browser.get(address).content.decode()


def test_an_officer_who_does_not_sit_is_offered_no_decision(people, papers, make_user, case):
    """Once a bench sits, only its officers file its decisions."""
    from curule.matters.pipeline import enter
    from tests.web.matter_samples import request

    people["officer of chambers"] = make_user("legal_officer")
    enter(NUMBER, request(30, "president", "assign_single_judge", judge="J05", task="confirmation"))
    _browser, shown = page(people, "officer of chambers", papers[0])
    assert "File the decision on it" not in shown
    assign(people["officer of chambers"], Matter.objects.get(number=NUMBER))
    _browser, shown = page(people, "officer of chambers", papers[0])
    assert "File the decision on it" in shown


def test_an_opinion_is_a_document_of_its_own_appended_to_its_decision(case, people, papers, tmp_path):
    """Filed after the decision: the page of the decision offers it to its judges alone, the form asks for the decision, and each names the other."""
    motion, *_others = papers
    case.refresh_from_db()
    decision = filed(case, people["judge"], tmp_path, title="Decision on the motion", document_type="decision", decides=[motion.entry.number])[0]
    browser, shown = page(people, "judge", decision)
    address = re.search(r'href="([^"]+)">File an opinion on it', shown)[1]
    _browser, others = page(people, "prosecutor", decision)
    assert "File an opinion" not in others
    form = unescape(browser.get(address).content.decode())
    assert "Separate opinion on Decision on the motion" in form
    assert re.search(r'<option value="opinion" selected', form)
    given = {"key": "o", "organ": decision.entry.organ, "p_document_type": "opinion", "p_title": "Separate opinion", "p_language": "en",
             "p_classification": "public"}
    answer = browser.post(f"/matters/{NUMBER}/file/", given)
    assert answer.status_code == 422
    assert "Choose the decision to which the opinion is appended" in answer.content.decode()
    assert 'name="p_opinion_on"' not in unescape(page(people, "prosecutor", decision)[0].get(f"/matters/{NUMBER}/file/").content.decode())
    case.refresh_from_db()
    opinion = filed(case, people["judge"], tmp_path, title="Separate opinion", document_type="opinion", opinion_on=decision.entry.number)[0]
    assert opinion.document.document_type == "opinion"
    _browser, shown = page(people, "reader", decision)
    assert "Separate and dissenting opinions" in shown
    assert f"/documents/{opinion.code}/" in shown
    _browser, shown = page(people, "reader", opinion)
    assert "Opinion appended to" in shown
    assert f"/documents/{decision.code}/" in shown
