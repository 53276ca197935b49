"""A case of the Mechanism lives in the browser: from the indictment to sentence, appeal, enforcement and release, by clicking alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("demonstration")]

ACCUSED = "Ilija Example"
BACKDATED = ("hear_witness", "file_notice_of_appeal", "file_appellant_brief", "file_respondent_brief")
"""Acts that hang on the day (a session that day, a time limit): the case of this test lies years back."""
TRIAL, APPEAL = ["J02", "J04", "J06"], ["J01", "J05", "J08", "J10", "J14"]
Given = dict[str, Any]
Step = tuple[str, str, int, Given]

# Who signs in, which act, how many days before today, and what is filled in. Fields not named keep what the form proposes.
CASE: list[Step] = [
    ("president", "assign_single_judge", -2990, {"judge": "J02", "task": "confirmation"}),
    ("prosecutor", "submit_indictment", -2980, {"person": ACCUSED, "crimes": "murder\ndeportation", "facts": "In an invented town, in an invented war.",
                                                "judge": "J02", "prosecutor_prima_facie": "found"}),
    ("prosecutor", "state_scope_of_count", -2979, {"counts": ["1", "2"], "place": "former_yugoslavia", "began": "1993-04-01", "ended": "1993-09-30",
                                                   "crime": "icty:5"}),
    ("judge", "confirm_indictment", -2960, {"organ": "single_judge", "counts": ["1", "2"], "prima_facie": "found"}),
    ("judge", "issue_order", -2960, {"organ": "single_judge", "order": "arrest", "requested_by_prosecutor": "yes"}),
    ("judge", "reclassify_entries", -2960, {"organ": "single_judge", "entries": "1, 2, 3, 4, 5, 6", "classification": "public", "reason": "no seal is needed"}),
    ("registrar", "record_arrest", -2900, {"organ": "state", "state": "XBB"}),
    ("registrar", "inform_of_charges", -2900, {"organ": "state", "language": "sr"}),
    ("registrar", "record_transfer", -2895, {"organ": "state"}),
    ("registrar", "inform_of_right_to_counsel", -2894, {"organ": "registry"}),
    ("registrar", "assign_counsel", -2894, {"organ": "registrar", "counsel": "Isabelle Marchand", "basis": "chosen"}),
    ("registrar", "book_interpreter", -2894, {"organ": "registry", "language": "sr"}),
    ("prosecutor", "record_referral_attempt", -2893, {"state": "XBB", "answer": "declined"}),
    ("president", "compose_trial_chamber", -2892, {"judges": TRIAL, "presiding": "J02", "task": "trial", "experience_weighed": "found"}),
    ("judge", "hold_initial_appearance", -2890, {"organ": "trial_chamber", "read": "yes", "rights": "yes", "understood": "yes"}),
    ("judge", "enter_plea", -2890, {"organ": "trial_chamber", "plea": "not_guilty"}),
    ("judge", "set_trial_date", -2800, {"organ": "trial_chamber", "day": -2700, "referral_efforts_exhausted": "found"}),
    ("prosecutor", "complete_disclosure", -2790, {}),
    ("judge", "open_trial", -2700, {"organ": "trial_chamber"}),
    ("judge", "hold_session", -2700, {"organ": "trial_chamber", "session": "public"}),
    ("judge", "hear_witness", -2700, {"organ": "trial_chamber", "witness": "KW-01", "called_by": "prosecutor", "cross_examination": "yes"}),
    ("judge", "end_trial", -2500, {"organ": "trial_chamber"}),
    ("judge", "give_judgement", -2400, {"organ": "trial_chamber", "convicted": ["1"], "acquitted": ["2"], "in_favour": TRIAL, "public": "yes",
                                        "reasons": "attached", "guilt_proven": "found"}),
    ("judge", "impose_sentence", -2400, {"organ": "trial_chamber", "years": "9", "practice": "icty", "gravity_considered": "yes",
                                         "circumstances_considered": "yes"}),
    ("defence", "file_notice_of_appeal", -2380, {"grounds": ["law"], "invalidity": "the wrong standard of intent", "against": ["sentence"]}),
    ("defence", "file_appellant_brief", -2320, {}),
    ("prosecutor", "file_respondent_brief", -2290, {}),
    ("president", "compose_appeals_chamber", -2270, {"judges": APPEAL, "presiding": "J01", "experience_weighed": "found"}),
    ("president", "hear_appeal", -2200, {"organ": "appeals_chamber"}),
    ("president", "decide_appeal", -2100, {"organ": "appeals_chamber", "outcome": ["affirm"], "in_favour": APPEAL, "public": "yes", "reasons": "attached"}),
]
SENTENCE: list[Step] = [
    ("registrar", "record_custody", -2090, {"organ": "registrar", "start": -2900, "place": "unit"}),
    ("president", "designate_state", -2080, {"state": "XCC"}),
    ("registrar", "transfer_prisoner", -2000, {"organ": "registrar"}),
    ("registrar", "notify_eligibility", -400, {"organ": "state", "state": "XCC", "form": "early_release", "eligible_on": -390}),
]

RELEASE: list[Step] = [
    ("president", "request_information", -395, {}),
    ("registrar", "file_information", -390, {"organ": "registrar", "subject": "conduct", "text": "Good conduct throughout."}),
    ("president", "grant_release", -385, {"form": "early_release", "effective_on": -380, "interests_of_justice": "found", "general_principles": "found"}),
    ("registrar", "release_person", -380, {"organ": "state"}),
]


class Clerk:
    """Whoever clicks: signs in as one account after the other and enters acts."""

    def __init__(self, page: Page, shoot: Callable[[str], Path]) -> None:
        self.page, self.shoot, self.who, self.today = page, shoot, "", timezone.localdate()

    def day(self, offset: int) -> str:
        """A day so many days from today, as a date field takes it."""
        return (self.today + timedelta(days=offset)).isoformat()

    def sign_in(self, who: str) -> None:
        """Change to another account with one click."""
        if who != self.who:
            self.page.context.clear_cookies()
            self.page.goto("/sign-in/")
            self.page.click(f"form[action*='/demo/{who}/'] button")
            self.who = who

    def fill(self, name: str, value: Any) -> None:
        """Fill one field of the form, whatever its kind."""
        wanted = name if name in ("organ", "done_on", "audience") else f"p_{name}"
        fields = self.page.locator(f"#act [name='{wanted}'], main form [name='{wanted}']")
        assert fields.count(), f"the form has no field {wanted}; it has {self.names()}"
        first = fields.first
        first.wait_for(state="attached")
        kind = first.evaluate("e => e.tagName === 'INPUT' ? e.type : e.tagName.toLowerCase()")
        if kind in ("radio", "checkbox"):
            for one in value if isinstance(value, list) else [value]:
                self.page.locator(f"[name='{wanted}'][value='{one}']").first.check()
        elif kind == "select":
            first.select_option(value)
        elif kind != "hidden":
            first.fill(self.day(value) if isinstance(value, int) else "\n".join(value) if isinstance(value, list) else value)

    def names(self) -> list[str]:
        """The names of the fields of the form."""
        return self.page.eval_on_selector_all("main form [name]", "all => [...new Set(all.map(e => e.name))]")

    def enter(self, number: str, step: Step) -> None:
        """From the matter's page, through form and preview, to the entry."""
        who, act, offset, given = step
        self.sign_in(who)
        self.page.goto(f"/matters/{number}/?acts=all")
        for box in self.page.locator("section.next details:not([open]) > summary").all():
            if box.is_visible():
                box.click()
        link: Locator = self.page.locator(f"section.next a[href*='/acts/{act}/']:not([href*='/why/'])").first
        if link.count():
            link.click()
        else:  # time for it has run out today: an act of an earlier day is entered at its own address
            assert act in BACKDATED, f"{act} is not offered to {who}: {self.page.inner_text('section.next')}"
            self.page.goto(f"/matters/{number}/acts/{act}/")
        self.page.wait_for_load_state()
        expect(self.page.locator("#act button[value=preview]"), f"{act} as {who}").not_to_have_count(0)
        if "organ" in given and self.page.locator("[name=organ]").count():
            self.fill("organ", given["organ"])
        self.fill("done_on", self.day(offset))
        for name, value in given.items():
            if name != "organ":
                self.fill(name, value)
        self.page.click("#act button[value=preview]")
        self.page.wait_for_selector("#act button[value=enter], #act .fault-summary")
        assert self.page.locator("#act button[value=enter]").count(), f"{act}: {self.page.inner_text('#act')}"
        if act in ("confirm_indictment", "give_judgement", "decide_appeal", "decide_release"):
            self.shoot(f"{act}-preview")
        self.page.click("#act button[value=enter]")
        self.page.wait_for_selector(".notice.entered, .fault-summary")
        assert self.page.locator(".notice.entered").count(), f"{act}: {self.page.inner_text('main')[:1500]}"
        assert "divergence" not in self.page.inner_text(".notice.entered").lower(), act


def opened(clerk: Clerk, kind: str, offset: int, given: Given) -> str:
    """Open a matter through its form and give its number."""
    clerk.sign_in("registrar")
    clerk.page.goto(f"/matters/open/mechanism/{kind}/")
    title = given.pop("title")
    clerk.page.locator("[name=title]").fill(title)
    for name, value in {"done_on": clerk.day(offset), **given}.items():
        if name.startswith("@"):
            clerk.page.locator(f"[name='{name[1:]}']").first.select_option(value)
        else:
            clerk.fill(name, value)
    clerk.page.click("main form button[value=preview]")
    clerk.page.wait_for_selector("main button[value=enter], .fault-summary")
    assert clerk.page.locator("main button[value=enter]").count(), clerk.page.inner_text("main")
    clerk.page.click("main button[value=enter]")
    clerk.page.wait_for_url(re.compile(r"/matters/[A-Z]+-[^/]+/"))
    return clerk.page.url.split("/matters/")[1].split("/")[0]


def test_a_case_lives_from_indictment_to_release(page: Page, shoot: Callable[[str], Path]) -> None:
    """Twenty-nine acts of eight offices make a case final; its sentence is enforced, the President decides and the person is released."""
    from curule.access.models import Office, User
    from curule.matters.models import EntryRow, Matter
    from curule.matters.verification import verify

    clerk = Clerk(page, shoot)
    number = opened(clerk, "case", -3000, {"title": "The Prosecutor v. Ilija Example", "organ": "registry", "origin": "icty", "branch": "the_hague",
                                           "person": ACCUSED, "group": "1(3)", "indicted_by": "icty", "nationality": "XBB", "language": "sr"})
    Office.objects.create(user=User.objects.get(username="defence"), tribunal="mechanism", code="defence", matter=number, since=date(2012, 7, 1))
    for step in CASE:
        clerk.enter(number, step)
    shoot("case-final")
    assert "final judgement" in page.inner_text("main")

    file = opened(clerk, "enforcement", -2095, {"title": "Enforcement of the sentence of Ilija Example", "organ": "registrar", "person": ACCUSED,
                                                "imposed_by": "mechanism", "branch": "the_hague", "case": number, "final_on": -2100, "form": "term",
                                                "years": "9", "begins_on": -2100})
    for step in SENTENCE:
        clerk.enter(file, step)
    shoot("enforcement")
    for step in RELEASE:
        clerk.enter(file, step)
    shoot("released")
    assert "released" in page.inner_text("main").lower()

    assert [v.faults for v in verify() if v.faults] == []
    assert not EntryRow.objects.filter(matter__number__in=(number, file), diverges=True).exists()
    assert Matter.objects.get(number=number).count == len(CASE) + 1

