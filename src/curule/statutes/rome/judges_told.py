"""The judges of the Court's roll on a day, for the page of judges."""

from __future__ import annotations

from datetime import date

from curule.law.told import JudgeTold, Term
from curule.law.words import T
from curule.statutes.rome.matters.roll import Roll, division_on, holder_on, in_office

__all__ = ["DIVISIONS", "OFFICES", "judges_told"]

HOW = {"full": T("elected", "élu"), "vacancy": T("filled a vacancy", "siège vacant pourvu"), "lot_three": T("three years by lot", "trois ans par tirage au sort"),
       "lot_six": T("six years by lot", "six ans par tirage au sort")}
OFFICES = {"president": T("President", "Président"), "first_vice": T("First Vice-President", "premier vice-président"),
           "second_vice": T("Second Vice-President", "second vice-président"), "prosecutor": T("Prosecutor", "Procureur"),
           "deputy_prosecutor": T("Deputy Prosecutor", "procureur adjoint"), "registrar": T("Registrar", "Greffier"),
           "deputy_registrar": T("Deputy Registrar", "greffier adjoint")}
DIVISIONS = {"appeals": T("Appeals Division", "Section des appels"), "trial": T("Trial Division", "Section de première instance"),
             "pre_trial": T("Pre-Trial Division", "Section préliminaire")}


def judges_told(roll: Roll, on: date, lang: str) -> list[JudgeTold]:
    """Every judge there has been, with the term, the list, the Division and an office in the Presidency."""
    presidency = {t.person: office for office in ("second_vice", "first_vice", "president") for t in holder_on(roll, office, on)}
    told = []
    for code, judge in roll.judges.items():
        serving = in_office(roll, code, on)
        marks = [OFFICES[presidency[code]].of(lang)] if code in presidency else []
        if serving:
            marks += [DIVISIONS[d].of(lang) for d in dict.fromkeys(division_on(roll, code, on)) if d in DIVISIONS]
        marks.append(T(f"list {judge.chosen_list}", f"liste {judge.chosen_list}").of(lang))
        terms = [Term(judge.since, judge.until, HOW[judge.how].of(lang) if judge.how in HOW else judge.how, judge.entry)]
        told.append(JudgeTold(code, judge.name or code, judge.nationality, terms, serving, judge.until if serving else None, marks,
                              presidency.get(code) == "president"))
    return told
