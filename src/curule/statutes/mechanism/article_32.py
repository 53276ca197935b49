"""Article 32 of the Statute of the Mechanism, with paragraph 16 of the resolution: annual report and six-monthly reports.

The law sets no day for a report. Periods are counted from the first commencement; a report is due on the last day of its period.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from curule.law.calendar import add, months
from curule.law.chapter import Chapter
from curule.law.leaves import Measure
from curule.law.particulars import Choice, Particular
from curule.law.posture import Series
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.matters.institution import COMMENCEMENT, Institution
from curule.statutes.mechanism.resolution_institution import operating

law = Chapter("irmct", __name__)

law.clause("32(1)", Class.RULE, ("Annual report", "Rapport annuel"),
           ("Each year the President reports to the Security Council and the General Assembly.", "Chaque année, le Président fait rapport au Conseil de sécurité et à l'Assemblée générale."))
law.clause("32(2)", Class.RULE, ("Progress reports", "Rapports d'étape"),
           ("Every six months President and Prosecutor each report on progress to the Security Council.",
            "Tous les six mois, le Président et le Procureur font chacun rapport au Conseil de sécurité sur l'avancement des travaux."))

FIRST = COMMENCEMENT["arusha"]


def _annual(draft: Institution, entry: Entry) -> None:
    draft.annual.append(entry)


def _progress(draft: Institution, entry: Entry) -> None:
    draft.progress.setdefault("prosecutor" if entry.act.endswith("prosecutor") else "president", Series()).append(entry)


to = Particular("to", "choice", "addressed to", "destinataires", many=True, default=lambda v: ["council"], choices=(
    Choice("council", "Security Council", "Conseil de sécurité"), Choice("assembly", "General Assembly", "Assemblée générale")))
annual = law.act("submit_annual_report", "institution", ("Submit the annual report", "Présenter le rapport annuel"), ("The President submitted the annual report to {to}",
                 "Le Président a présenté le rapport annuel ({to})"), [to], _annual)
presidents = law.act("report_progress_president", "institution", ("Report on progress (President)", "Faire rapport sur l'avancement (Président)"),
                     ("The President reported on progress", "Le Président a fait rapport sur l'avancement des travaux"), [to], _progress)
prosecutors = law.act("report_progress_prosecutor", "institution", ("Report on progress (Prosecutor)", "Faire rapport sur l'avancement (Procureur)"),
                      ("The Prosecutor reported on progress", "Le Procureur a fait rapport sur l'avancement des travaux"), [to], _progress)


def _addressed(v: View, *bodies: str) -> Any:
    given = v.given.get("to")
    return None if given is None else set(bodies) <= set(given)


@law.fact("32(1)", ("it goes to the General Assembly, too", "il est adressé aussi à l'Assemblée générale"), needs=("to",))
def to_assembly(v: View) -> Any:
    return _addressed(v, "assembly")


@law.fact("res16", ("it goes to the Security Council", "il est adressé au Conseil de sécurité"), needs=("to",))
def to_council(v: View) -> Any:
    return _addressed(v, "council")


def period(on: date, length: int) -> int:
    """The number, from one, of the period of ``length`` months in which a day lies, counted from the first commencement."""
    number = 1
    while on >= add(FIRST, months(length * number)).day:
        number += 1
    return number


def period_end(number: int, length: int) -> date:
    """The last day of the period of that number."""
    return add(FIRST, months(length * number)).day - timedelta(days=1)


def _annual_reports(v: View) -> int:
    return len(v.posture.annual)


def _progress_reports(v: View, author: str) -> int:
    return len(v.posture.progress.get(author, ()))


def _reported(author: str, en: str, fr: str) -> Measure:
    return law.measure(f"{author}_reported", "32(2)", (f"the {en} reported for this half-year", f"le {fr} a fait rapport pour ce semestre"),
                       lambda v: _progress_reports(v, author), ">=", lambda v: period(v.on, 6), cured_by=(f"report_progress_{author}",))


year_reported = law.measure("year_reported", "32(1)", ("the report for this year was submitted", "le rapport de cette année a été présenté"), _annual_reports, ">=",
                            lambda v: period(v.on, 12), cured_by=("submit_annual_report",))

law.duty("32(1)", annual, "president", operating, year_reported, due=lambda v: period_end(_annual_reports(v) + 1, 12))
law.duty("32(2)", presidents, "president", operating, _reported("president", "President", "Président"), due=lambda v: period_end(_progress_reports(v, "president") + 1, 6))
law.duty("32(2)", prosecutors, "prosecutor", operating, _reported("prosecutor", "Prosecutor", "Procureur"), due=lambda v: period_end(_progress_reports(v, "prosecutor") + 1, 6))
law.prohibition("res16", (annual, presidents, prosecutors), ~to_council, name="council")
law.prohibition("32(1)", annual, ~to_assembly, name="assembly")
