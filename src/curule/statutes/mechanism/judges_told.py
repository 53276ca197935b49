"""The judges of the Mechanism's roll on a day, for the page of judges."""

from __future__ import annotations

from datetime import date

from curule.law.told import JudgeTold, Term
from curule.law.words import T
from curule.statutes.mechanism.matters.roll import Roll, duty_judges, president_on, term_on, unavailability

__all__ = ["judges_told"]

HOW = {"elected": T("elected", "élu"), "vacancy": T("filled a vacancy", "siège vacant pourvu"), "reappointed": T("reappointed", "reconduit"),
       "extra": T("extra judge", "juge supplémentaire"), "president": T("President", "Président")}
DUTY = {"arusha": T("duty judge, Arusha", "juge de permanence, Arusha"), "the_hague": T("duty judge, The Hague", "juge de permanence, La Haye")}


def judges_told(roll: Roll, on: date, lang: str) -> list[JudgeTold]:
    """Every judge there has been, with terms, marks and whether in office."""
    president = president_on(roll, on)
    duty = {code: branch for branch in DUTY for code in duty_judges(roll, branch, on)}
    told = []
    for code, judge in roll.judges.items():
        term = term_on(roll, code, on)
        marks = [T("President", "Président").of(lang)] if code == president else []
        marks += [DUTY[duty[code]].of(lang)] if code in duty else []
        marks += [T("unavailable", "indisponible").of(lang)] if unavailability(roll, code, on) is not None else []
        terms = [Term(t.since, t.until, HOW[t.how].of(lang) if t.how in HOW else t.how, t.entry) for t in judge.terms]
        told.append(JudgeTold(code, judge.name or code, judge.nationality, terms, term is not None, term.until if term else None, marks, code == president))
    return told
