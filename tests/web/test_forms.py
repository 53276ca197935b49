"""Entering an act by the form: fields from its declaration, preview, confirmation, two clerks, drafts, refusals."""

from __future__ import annotations

import re

import pytest

from curule.matters.drafts import Draft
from curule.matters.forms import audience_choices, raw_of
from curule.matters.models import EntryRow, Matter
from curule.matters.pipeline import enter
from curule.matters.reading import Reading
from tests.web.matter_samples import PERSON, SEALED, ago, case_with_a_hidden_entry, indicted_case, open_case, request

pytestmark = pytest.mark.django_db
ACT = "/matters/MICT-26-1/acts/{}/"
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')


@pytest.fixture
def registry(client, make_user):
    """A registry officer's browser."""
    client.force_login(make_user("registry_officer"))
    return client


@pytest.fixture
def president(client, make_user):
    """The President's browser."""
    client.force_login(make_user(("president", "", "J1")))
    return client


def previewed(client, act, **fields):
    """The hidden fields of the preview of an act, ready to be sent again."""
    answer = client.post(ACT.format(act), {"step": "preview", "audience": "usual", "done_on": ago(1).isoformat(), **fields})
    assert answer.status_code == 200, answer.content.decode()
    pairs = HIDDEN.findall(answer.content.decode())
    made = {}
    for name, value in pairs:
        made.setdefault(name, []).append(value)
    return {name: values for name, values in made.items() if name != "csrfmiddlewaretoken"}, answer.content.decode()


EXPULSION = {"organ": "registry", "p_person": PERSON, "p_proof": "certificate"}


def test_the_form_has_a_field_for_each_particular(registry):
    """Each particular of the act has its field, prefilled from the record where the act's declaration says so."""
    indicted_case()
    page = registry.get(ACT.format("record_death_of_accused")).content.decode()
    assert 'name="p_person"' in page
    assert f'<option value="{PERSON}" selected>' in page
    assert 'type="date" name="done_on"' in page


def test_findings_are_found_not_found_or_not_addressed(client, make_user):
    """A finding has three answers, its standard beside it, and starts as not addressed."""
    indicted_case()
    client.force_login(make_user(("judge", "", "J1")))
    page = client.get(ACT.format("confirm_indictment")).content.decode()
    radios = re.findall(r'<input type="radio" name="p_prima_facie" value="(\w*)"[^>]*?( checked)?>', page)
    assert [value for value, _checked in radios] == ["found", "not_found", ""]
    assert [bool(checked) for _value, checked in radios] == [False, False, True]
    assert "Standard: prima facie" in page


def test_preview_enters_nothing_and_enter_enters_once(registry):
    """The preview leaves the record as it is; the confirmation enters; the same confirmation sent twice enters once."""
    matter = indicted_case()
    fields, page = previewed(registry, "record_death_of_accused", **EXPULSION)
    assert "What changes" in page
    assert EntryRow.objects.filter(matter=matter).count() == 3
    for _twice in range(2):
        answer = registry.post(ACT.format("record_death_of_accused"), {**fields, "step": "enter"})
        assert answer.status_code == 302
    assert EntryRow.objects.filter(matter=matter).count() == 4
    assert "Entered as 4" in registry.get(f"/matters/{matter.number}/").content.decode()


def test_the_preview_shows_what_changes(registry):
    """The preview says in words where the matter stands now and where it would stand."""
    indicted_case()
    _fields, page = previewed(registry, "record_death_of_accused", **EXPULSION)
    assert "deceased" in page


def test_a_missing_particular_is_said_at_its_field(registry):
    """A field left out is named in the summary and at its place, once each, with status 422; nothing is entered."""
    matter = indicted_case()
    answer = registry.post(ACT.format("record_death_of_accused"), {"step": "preview", "organ": "registry", "audience": "usual", "done_on": ago(1).isoformat(),
                                                        "p_person": PERSON})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("this is missing; the act needs it") == 2
    assert 'href="#id_p_proof"' in page
    assert EntryRow.objects.filter(matter=matter).count() == 3


def test_the_second_of_two_clerks_is_told_and_keeps_the_form(registry):
    """Who confirms after somebody else has entered an act is told which, sees the preview anew, and can then go on."""
    matter = indicted_case()
    fields, _page = previewed(registry, "record_death_of_accused", **EXPULSION)
    enter(matter.number, request(2, "president", "assign_single_judge", judge="J3", task="other"))
    answer = registry.post(ACT.format("record_death_of_accused"), {**fields, "step": "enter"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Somebody was faster" in page
    assert "J3" in page
    assert "certificate" in page
    again = {name: values for name, values in fields.items() if name not in ("expected", "key")}
    again |= {"expected": re.search(r'name="expected" value="(\d+)"', page)[1], "key": re.search(r'name="key" value="(\w+)"', page)[1]}
    assert registry.post(ACT.format("record_death_of_accused"), {**again, "step": "enter"}).status_code == 302


def test_a_hidden_entry_made_meanwhile_is_not_betrayed(client, make_user):
    """Who may not see what was entered meanwhile enters without being told of it."""
    matter = case_with_a_hidden_entry()
    client.force_login(make_user("prosecutor"))
    fields, _page = previewed(client, "record_referral_attempt", organ="prosecutor", p_state="XBB", p_answer="declined")
    enter(matter.number, request(2, "president", "assign_single_judge", ("bench", "organ:registry"), judge="J4", task="other"))
    answer = client.post(ACT.format("record_referral_attempt"), {**fields, "step": "enter"})
    assert answer.status_code == 302
    assert EntryRow.objects.filter(matter=matter).count() == 7


def test_a_refused_act_of_a_gated_organ_is_explained(client, make_user):
    """The Prosecutor's act that the law refuses is sent back with the tree of reasons and what would cure it."""
    indicted_case()
    client.force_login(make_user("prosecutor"))
    answer = client.post(ACT.format("submit_indictment"), {
        "step": "preview", "organ": "prosecutor", "audience": "usual", "done_on": ago(1).isoformat(), "p_person": PERSON, "p_crimes": "murder",
        "p_facts": "Facts.", "p_judge": "J1", "p_prosecutor_prima_facie": "found"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Refused" in page
    assert "Refused: not at this stage" in page
    assert '/matters/MICT-26-1/entries/3/"' in page  # the reason cites the indictment that stands in the way


def test_what_is_left_to_find_is_no_refusal(client, make_user):
    """The judge who reviews is offered and chosen; a finding that is not addressed leaves the act open, which is said, with whose finding it is."""
    open_case()
    enter("MICT-26-1", request(395, "president", "assign_single_judge", judge="J1", task="confirmation"))
    client.force_login(make_user("prosecutor"))
    assert '<option value="J1" selected>' in client.get(ACT.format("submit_indictment")).content.decode()
    answer = client.post(ACT.format("submit_indictment"), {
        "step": "preview", "organ": "prosecutor", "audience": "usual", "done_on": ago(1).isoformat(), "p_person": PERSON, "p_crimes": "murder",
        "p_facts": "Facts.", "p_judge": "J1"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Open: something is still to be found" in page
    assert "Refused" not in page
    assert "for the Prosecutor to find" in page


def test_a_divergence_of_the_bench_must_be_confirmed(president):
    """An act of the Bench on which the library disagrees is entered only after an explicit confirmation, and keeps its mark."""
    matter = indicted_case()
    wanted = {"organ": "president", "p_judge": "J5", "p_task": "confirmation"}
    fields, page = previewed(president, "assign_single_judge", **wanted)
    assert "The library reads the law otherwise" in page
    assert president.post(ACT.format("assign_single_judge"), {**fields, "step": "enter"}).status_code == 422
    assert EntryRow.objects.filter(matter=matter).count() == 3
    assert president.post(ACT.format("assign_single_judge"), {**fields, "step": "enter", "confirmed": "yes"}).status_code == 302
    assert EntryRow.objects.filter(matter=matter, diverges=True).count() == 1


def test_nobody_enters_acts_of_another_organ(client, make_user):
    """A form sent for an organ that the office does not serve is refused at that field or is no page at all."""
    matter = indicted_case()
    client.force_login(make_user("prosecutor"))
    answer = client.post(ACT.format("record_death_of_accused"), {"step": "enter", "organ": "registry", "done_on": ago(1).isoformat(), "p_person": PERSON,
                                                      "key": "k", "expected": "3"})
    assert answer.status_code == 404
    assert EntryRow.objects.filter(matter=matter).count() == 3


def test_counsel_of_another_case_is_a_visitor_here(client, make_user):
    """An office in one matter serves for no other."""
    indicted_case()
    client.force_login(make_user(("defence", "MICT-26-77", "C1")))
    answer = client.post(ACT.format("file_notice_of_appeal"), {"step": "preview", "organ": "defence"})
    assert answer.status_code == 404


def test_a_draft_is_kept_on_the_server_and_gone_once_entered(registry, make_user):
    """What was typed is there when the form is opened again, for its writer only, until the act is entered."""
    indicted_case()
    registry.post(ACT.format("record_death_of_accused") + "draft/", {"organ": "registry", "p_proof": "half a sentence"})
    assert "half a sentence" in registry.get(ACT.format("record_death_of_accused")).content.decode()
    assert "half a sentence" not in _other(make_user).get(ACT.format("record_death_of_accused")).content.decode()
    fields, _page = previewed(registry, "record_death_of_accused", **EXPULSION)
    registry.post(ACT.format("record_death_of_accused"), {**fields, "step": "enter"})
    assert not Draft.objects.exists()


def _other(make_user):
    from django.test import Client

    other = Client()
    other.force_login(make_user("registry_officer"))
    return other


def test_forms_need_their_token(make_user):
    """An act posted without the token of the page is refused."""
    from django.test import Client

    indicted_case()
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_user("registry_officer"))
    assert strict.post(ACT.format("record_death_of_accused"), {"step": "enter"}).status_code == 403


def test_what_is_typed_is_escaped(registry):
    """Text from a form comes back as text, never as code."""
    indicted_case()
    wanted = {**EXPULSION, "p_proof": "<script>alert(1)</script>"}
    _fields, page = previewed(registry, "record_death_of_accused", **wanted)
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_an_audience_can_be_narrowed_and_never_widened():
    """A public act may be kept to fewer; a sealed one is offered nothing wider than itself, and nobody shuts himself out."""
    matter = open_case()
    choices = dict(audience_choices(matter, ("public",), {"organ:mechanism:registry"}))
    assert set(choices) == {"usual", "participants", "ex_parte_prosecutor", "ex_parte_defence", "bench", "registry"}
    sealed = dict(audience_choices(matter, SEALED, {"organ:mechanism:prosecutor"}))
    assert set(sealed) == {"usual"}


def test_a_narrowed_entry_is_seen_by_its_audience_only(registry):
    """The audience chosen in the form is that of the entry."""
    matter = indicted_case()
    fields, _page = previewed(registry, "record_death_of_accused", **EXPULSION, audience="bench")
    registry.post(ACT.format("record_death_of_accused"), {**fields, "step": "enter"})
    tokens = set(EntryRow.objects.get(matter=matter, number=4).audience.values_list("token", flat=True))
    assert tokens == {"organ:mechanism:chambers", "organ:mechanism:registry"}


def test_amounts_lists_and_pairs_are_read_as_clerks_type_them():
    """Units and cents become cents, lines become a list, name = value becomes particulars."""
    from curule.law.particulars import Particular

    declared = [Particular("fine", "amount", "fine", "amende"), Particular("crimes", "text", "crimes", "crimes", many=True),
                Particular("changes", "object", "changes", "changements")]
    raw = raw_of(declared, {"p_fine": "1 250,50", "p_crimes": "murder\r\ntorture", "p_changes": "facts = Other facts"})
    assert raw == {"fine": 125050, "crimes": ["murder", "torture"], "changes": '{"facts": "Other facts"}'}


def test_opening_a_matter(registry):
    """The Registry opens a case by the form of its opening act; the number is given; the case is there."""
    fields = {"step": "preview", "organ": "registry", "done_on": ago(1).isoformat(), "audience": "public", "title": "The Prosecutor v. B. Example",
              "number": "", "p_origin": "ictr", "p_branch": "arusha", "p_person": "B. Example", "p_group": "1(3)", "p_nationality": "XAA",
              "p_indicted_by": "ictr"}
    page = registry.post("/matters/open/mechanism/case/", fields)
    assert page.status_code == 200
    key = re.search(r'name="key" value="(\w+)"', page.content.decode())[1]
    assert not Matter.objects.exists()
    answer = registry.post("/matters/open/mechanism/case/", {**fields, "step": "enter", "key": key})
    assert answer.status_code == 302
    matter = Matter.objects.get()
    assert (matter.title, matter.branch, matter.count) == ("The Prosecutor v. B. Example", "arusha", 1)
    assert Reading(matter, {"public"}).entries[0].act == "open_case"


def test_who_may_not_open_a_kind_finds_no_page(client, make_user):
    """The form that opens a case is there for the Registry alone."""
    client.force_login(make_user("prosecutor"))
    assert client.get("/matters/open/mechanism/case/").status_code == 404
