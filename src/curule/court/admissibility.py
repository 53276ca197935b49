"""Admissibility in words: who may challenge now, how often, when and on which ground; challenges made; deferrals to States and for the Security Council."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from curule.desk.dates import day as written
from curule.law.answers import Answer, Verdict
from curule.law.record import Entry
from curule.law.view import Actor
from curule.matters.explanation import citation, kinds_of, reason_tree
from curule.matters.phrases import judge_names, phrase
from curule.matters.prospects import ClockLine, clocks
from curule.matters.reading import Reading
from curule.statutes.rome.summaries import deferral_ends

__all__ = ["challenges_made", "clock_lines", "council_deferrals", "has_panel", "last_challenger", "matrix", "notified_states", "states_to_ask"]

GROUNDS = ("17(1)(a)", "17(1)(b)", "17(1)(c)", "17(1)(d)")
STATUS = {Verdict.PERMITTED: "met", Verdict.OPEN: "open", Verdict.REFUSED: "not-met"}
ARTICLES = ("rome:16", "rome:17", "rome:18", "rome:19", "rome:20")


def has_panel(reading: Reading) -> bool:
    """Situations and cases of the Court."""
    return reading.matter.pack == "rome" and reading.matter.kind in ("situation", "case")


def clock_lines(reading: Reading, lang: str, mine: tuple[str, ...]) -> list[ClockLine]:
    """The clocks of articles 16 to 20, with what else waits there."""
    words = {citation(article, lang)["words"] for article in ARTICLES}
    return [line for line in clocks(reading, lang, mine) if any(line.cite["words"].startswith(w) for w in words)]


def states_to_ask(reading: Reading) -> dict[str, str]:
    """The States that the register knows, by code: the panel can be asked for any of them."""
    names, register = judge_names(reading), reading.related.get("states")
    return dict(sorted(((code, names.get(code, code)) for code in getattr(register, "states", {})), key=lambda pair: pair[1]))


def last_challenger(reading: Reading) -> str:
    """The State that challenged last, for which the panel is asked first; empty where none did."""
    by_states = [c.challenger for c in reading.posture.admissibility.challenges.values() if c.by_state]
    return by_states[-1] if by_states else ""


def matrix(reading: Reading, state: str, lang: str) -> list[dict[str, Any]]:
    """One row for everybody who may challenge: may it be done now, how often was it done, when at the latest, on which grounds, and why not."""
    posture, names = reading.posture, judge_names(reading)
    told = names.get(state, state)
    suspect = _("accused or person under warrant or summons")
    rows = [_row(reading, lang, person.name or code, suspect, "19(2)(a)", "defence", {"challenger": "a", "person": code}, code)
            for code, person in posture.persons.items()]
    given: dict[str, Any] = {"state": state} if state else {}
    rows.append(_row(reading, lang, told, _("State with jurisdiction that investigates, prosecutes or has done so"), "19(2)(b)", "state_party",
                     {"challenger": "b", "proceedings": "investigating", **given}, state))
    rows.append(_row(reading, lang, told, _("State whose acceptance is required under article 12"), "19(2)(c)", "state_party",
                     {"challenger": "c", "link": "territory", **given}, state))
    return rows


def _row(reading: Reading, lang: str, who: str, role: Any, provision: str, organ: str, given: Mapping[str, Any], code: str) -> dict[str, Any]:
    held = reading.posture.admissibility
    made = [c for c in held.challenges.values() if code and c.challenger == code]
    asked = [(ground, _ask(reading, organ, {**given, "subject": "admissibility", "ground": ground})) for ground in GROUNDS]
    best = next((answer for _ground, answer in asked if answer is not None and answer.verdict is not Verdict.REFUSED), asked[2][1])
    return {
        "who": who, "role": role, "cite": citation(f"rome:{provision}", lang), "made": len(made),
        "leave": code in held.leave if code else False, "when": _when(reading),
        "grounds": [citation(f"rome:{ground}", lang)["words"] for ground, answer in asked if answer is not None and answer.verdict is not Verdict.REFUSED],
        "admissibility": _told(best, lang, reading), "jurisdiction": _told(_ask(reading, organ, {**given, "subject": "jurisdiction"}), lang, reading),
    }


def _ask(reading: Reading, organ: str, given: Mapping[str, Any]) -> Answer | None:
    committed = any(p.committed for p in reading.posture.persons.values())
    whole = {**given, "addressee": "trial_chamber" if committed else "pre_trial_chamber"}
    return reading.ask(lambda: reading.law.may("challenge", reading.posture, reading.on, Actor(organ), whole, reading.related), None)


def _told(answer: Answer | None, lang: str, reading: Reading) -> dict[str, Any] | None:
    if answer is None:
        return None
    return {"status": STATUS[answer.verdict], "kinds": kinds_of(answer),
            "tree": reason_tree(answer.reason, lang, reading) if answer.reason is not None and answer.verdict is not Verdict.PERMITTED else None}


def _when(reading: Reading) -> str:
    begun: Entry | None = reading.posture.trial_begun
    if begun is None:
        return gettext("before or at the opening of the trial, which has not opened")
    return gettext("the trial opened on %(day)s: only with leave") % {"day": written(begun.done_on)}


def challenges_made(reading: Reading, lang: str) -> list[dict[str, Any]]:
    """The challenges on record with what became of them."""
    names, law = judge_names(reading), reading.law
    return [{"number": number, "by": names.get(c.challenger, c.challenger), "entry": c.entry, "says": phrase(law, c.entry, lang, names) if c.entry else "",
             "decided": c.decided, "ruling": phrase(law, c.decided, lang, names) if c.decided else ""}
            for number, c in reading.posture.admissibility.challenges.items()]


def council_deferrals(reading: Reading) -> list[dict[str, Any]]:
    """The requests of the Security Council under article 16: from when to when, and whether each still runs."""
    situation = reading.posture if reading.matter.kind == "situation" else reading.related.get("situation")
    return [{"entry": entry, "symbol": entry.particulars.get("symbol", ""), "since": entry.done_on, "until": deferral_ends(entry),
             "runs": entry.done_on <= reading.on <= deferral_ends(entry), "here": reading.matter.kind == "situation"}
            for entry in getattr(situation, "council_deferrals", ())]


STEPS = (
    ("received", _("notice received")), ("informed", _("informed of national proceedings")), ("requested", _("asked for deferral")),
    ("deferred", _("deferred to it")), ("applied", _("the Prosecutor asked for authorisation all the same")), ("ruled", _("ruled on")),
    ("reviewed", _("deferral reviewed")), ("progress_asked", _("progress asked for")), ("progress_given", _("progress reported")),
    ("appealed", _("ruling appealed")),
)


def notified_states(reading: Reading, lang: str) -> list[dict[str, Any]]:
    """What each State did under article 18, step by step, with the month that it has and the day from which a deferral may be reviewed."""
    names = judge_names(reading)
    due: dict[str, list[tuple[str, date, str]]] = {}
    for line in clocks(reading, lang):
        for code in reading.posture.states:
            if line.subject and code in line.subject.split(", ") and line.due:
                due.setdefault(code, []).append((line.says, line.due, line.status))
    found = []
    for code, state in reading.posture.states.items():
        steps = list(_steps(state))
        if steps or code in due:
            found.append({"name": names.get(code, code), "code": code, "steps": steps, "due": due.get(code, [])})
    return sorted(found, key=lambda row: str(row["name"]))


def _steps(state: Any) -> Iterator[tuple[Any, Entry]]:
    seen: set[int] = set()
    for field, words in STEPS:
        entry = getattr(state, field)
        if entry is not None and entry.number not in seen:
            seen.add(entry.number)
            yield words, entry
