"""Transitional arrangements 1 to 4: trial, referral, appeal, review and contempt under way; events that decide.

The acts stand in :mod:`curule.statutes.mechanism.transition_acts`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from curule.law.calendar import before, months
from curule.law.conditions import Condition, Kind, all_of, any_of
from curule.law.leaves import Measure
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.article_06 import branch_begun
from curule.statutes.mechanism.matters.allocation import COMMENCEMENT, TRIBUNAL_OF
from curule.statutes.mechanism.matters.case import day_of_arrest
from curule.statutes.mechanism.transition_acts import (
    FITTING,
    conduct_appeal,
    conduct_contempt,
    conduct_review,
    law,
    open_allocation,
    prepare_trial,
    record_retrial,
    record_trigger,
    refer_case,
    try_case,
)

__all__ = ["BODIES", "KEPT", "TRIBUNALS", "commencement_of", "day_of", "law", "own_matter", "prior"]

TRIBUNALS = ("icty", "ictr")
BODIES = (*TRIBUNALS, "mechanism")

for _id, _title, _summary in (
    ("ta1(1)", ("Pending trials and referrals", "Procès et renvois pendants"),
     ("What is pending on the commencement day stays with the Tribunal.", "Ce qui est pendant à la date d'entrée en "
      "fonctions reste au Tribunal.")),
    ("ta1(2)", ("Arrest or retrial long before", "Arrestation ou nouveau procès bien antérieur"),
     ("Arrest more than 12 months, or retrial order more than 6 months before: the Tribunal.",
      "Arrestation de plus de 12 mois ou nouveau procès ordonné plus de 6 mois avant : le Tribunal.")),
    ("ta1(3)", ("Arrest or retrial shortly before", "Arrestation ou nouveau procès peu avant"),
     ("Within 12 or 6 months the Tribunal only prepares or refers; from the commencement day the Mechanism acts.",
      "Dans les 12 ou 6 mois, le Tribunal ne fait que préparer ou renvoyer ; dès l'entrée en fonctions, le Mécanisme "
      "agit.")),
    ("ta1(4)", ("Arrest or retrial afterwards", "Arrestation ou nouveau procès ultérieur"),
     ("On or after the commencement day: the Mechanism.", "À la date d'entrée en fonctions ou après : le Mécanisme.")),
    ("ta2(1)", ("Appeal noticed before", "Appel interjeté avant"),
     ("Notice before the commencement day: the Tribunal.", "Acte d'appel antérieur : le Tribunal.")),
    ("ta2(2)", ("Appeal noticed afterwards", "Appel interjeté après"),
     ("Notice on or after that day: the Mechanism.", "Acte d'appel ce jour-là ou après : le Mécanisme.")),
    ("ta3(1)", ("Review sought before", "Révision demandée avant"),
     ("Application before the commencement day: the Tribunal.", "Demande antérieure : le Tribunal.")),
    ("ta3(2)", ("Review sought afterwards", "Révision demandée après"),
     ("Application on or after that day: the Mechanism.", "Demande ce jour-là ou après : le Mécanisme.")),
    ("ta4(1)", ("Contempt confirmed before", "Outrage confirmé avant"),
     ("Indictment confirmed before the commencement day: the Tribunal.", "Acte d'accusation confirmé avant : le Tribunal.")),
    ("ta4(2)", ("Contempt confirmed afterwards", "Outrage confirmé après"),
     ("Indictment confirmed on or after that day: the Mechanism, whenever the conduct was.",
      "Acte d'accusation confirmé ce jour-là ou après : le Mécanisme, quelle que soit la date des faits.")),
):
    law.clause(_id, Class.RULE, _title, _summary)

# -- the matter and its triggers -------------------------------------------------------------------------------------


def commencement_of(v: View) -> date | None:
    """The first day of the branch that takes the matter over."""
    return COMMENCEMENT.get(v.posture.branch)


def day_of(v: View, trigger: str) -> date | None:
    """The day of an event on record, or ``None``."""
    entry = v.posture.triggers.get(trigger)
    return None if entry is None else entry.particulars["day"]


def _earlier_by(v: View, n: int) -> date | None:
    start = commencement_of(v)
    return None if start is None else before(start, months(n)).day


@law.stage("res2", ("the matter is open", "le dossier est ouvert"), cured_by=("open_allocation",))
def matter_open(v: View) -> Any:
    return v.posture.opened or False


@law.fact("res2", ("the event belongs to this kind of matter", "l'événement convient à ce genre de dossier"), needs=("trigger",))
def trigger_fits(v: View) -> Any:
    trigger = v.given.get("trigger")
    return None if trigger is None else trigger in FITTING.get(v.posture.subject, ())


not_in_future = law.measure("event_not_in_future", "res2", ("the event has happened", "l'événement a eu lieu"),
                            lambda v: v.given.get("day"), "<=", lambda v: v.on, needs=("day",))

RECORDERS = ("registry", "registrar", *BODIES)
law.power("res2", open_allocation, RECORDERS, ~matter_open)
law.power("res2", record_trigger, RECORDERS, all_of(trigger_fits, not_in_future))


@law.fact("res2", ("the matter is of the Tribunal that acts", "le dossier relève du Tribunal qui agit"),
          says_not=("the matter is of the other Tribunal", "le dossier relève de l'autre Tribunal"), kind=Kind.NOT_COMPETENT)
def own_matter(v: View) -> Any:
    organ = v.actor.organ if v.actor is not None else ""
    return organ not in TRIBUNALS or organ == TRIBUNAL_OF.get(v.posture.branch)


# -- article 1: trial ------------------------------------------------------------------------------------------------


@law.fact("ta1(2)", ("a retrial order decides", "une ordonnance de nouveau procès est déterminante"),
          cured_by=("record_trigger",))
def retrial_governs(v: View) -> Any:
    return v.posture.triggers.get("retrial") or False


@law.fact("ta1(2)", ("the arrest decides", "l'arrestation est déterminante"), cured_by=("record_trigger",))
def arrest_governs(v: View) -> Any:
    triggers = v.posture.triggers
    return False if "retrial" in triggers else triggers.get("arrest") or False


@law.fact("ta1(1)", ("only the pendency of the proceedings decides", "seule la litispendance est déterminante"),
          cured_by=("record_trigger",))
def pendency_governs(v: View) -> Any:
    triggers = v.posture.triggers
    return False if "retrial" in triggers or "arrest" in triggers else triggers.get("pending") or False


def _before_start(v: View, trigger: str) -> bool:
    day, start = day_of(v, trigger), commencement_of(v)
    return day is not None and start is not None and day < start


@law.fact("ta1(3)", ("the arrest decides and came before the commencement day", "l'arrestation est déterminante et antérieure à "
                     "l'entrée en fonctions"), cured_by=("record_trigger",))
def arrest_before(v: View) -> Any:
    return arrest_governs.test(v) if _before_start(v, "arrest") else False


@law.fact("ta1(3)", ("a retrial order decides and came before the commencement day", "une ordonnance de nouveau procès est "
                     "déterminante et antérieure à l'entrée en fonctions"), cured_by=("record_trigger",))
def retrial_before(v: View) -> Any:
    return retrial_governs.test(v) if _before_start(v, "retrial") else False


def prior(id: str, provision: str, trigger: str, en: str, fr: str) -> Measure:
    """The leaf "that event came before the commencement day" (the day itself is the Mechanism's)."""
    return law.measure(id, provision, (f"{en} before the commencement day", f"{fr} avant la date d'entrée en fonctions"),
                       lambda v: day_of(v, trigger), "<", commencement_of,
                       says_not=(f"{en} on or after the commencement day",
                                 f"{fr} à la date d'entrée en fonctions ou après"))


pending_before = prior("pending_before_start", "ta1(1)", "pending", "the proceedings began", "la procédure a commencé")
arrest_prior = prior("arrest_before_start", "ta1(4)", "arrest", "the arrest took place", "l'arrestation a eu lieu")
retrial_prior = prior("retrial_before_start", "ta1(4)", "retrial", "the retrial was ordered", "le nouveau procès a été ordonné")
over_12_months = law.measure(
    "arrest_over_12_months", "ta1(2)", ("the arrest came more than 12 months before the commencement day",
                                        "l'arrestation a eu lieu plus de 12 mois avant l'entrée en fonctions"),
    lambda v: day_of(v, "arrest"), "<", lambda v: _earlier_by(v, 12),
    says_not=("the arrest came 12 months or less before the commencement day",
              "l'arrestation a eu lieu 12 mois ou moins avant l'entrée en fonctions"))
over_6_months = law.measure(
    "retrial_over_6_months", "ta1(2)", ("the retrial was ordered more than 6 months before the commencement day",
                                        "le nouveau procès a été ordonné plus de 6 mois avant l'entrée en fonctions"),
    lambda v: day_of(v, "retrial"), "<", lambda v: _earlier_by(v, 6),
    says_not=("the retrial was ordered 6 months or less before the commencement day",
              "le nouveau procès a été ordonné 6 mois ou moins avant l'entrée en fonctions"))

pending: Condition = all_of(pendency_governs, pending_before)
early: Condition = any_of(all_of(arrest_governs, over_12_months), all_of(retrial_governs, over_6_months))
late: Condition = any_of(all_of(arrest_before, ~over_12_months), all_of(retrial_before, ~over_6_months))
after: Condition = any_of(all_of(arrest_governs, ~arrest_prior), all_of(retrial_governs, ~retrial_prior))

for _act in (try_case, prepare_trial, refer_case):
    law.power("ta1(1)", _act, TRIBUNALS, all_of(own_matter, pending))
    law.power("ta1(2)", _act, TRIBUNALS, all_of(own_matter, early))
    law.power("ta1(3)", _act, "mechanism", all_of(branch_begun, late))
    law.power("ta1(4)", _act, "mechanism", after)
for _act in (prepare_trial, refer_case):
    law.power("ta1(3)", _act, TRIBUNALS, all_of(own_matter, ~branch_begun, any_of(arrest_governs, retrial_governs)),
              name=f"{_act}_meanwhile", note=("Until its commencement day the Tribunal prepares the trial or refers the case.",
                                              "Jusqu'à cette date, le Tribunal prépare le procès ou renvoie l'affaire."))


@law.fact("res4", ("a trial is at stake and nothing has happened yet", "il s'agit d'un procès et rien n'est encore survenu"))
def nothing_happened(v: View) -> Any:
    return v.posture.subject == "trial" and not v.posture.triggers


law.power("res4", refer_case, "mechanism", all_of(branch_begun, nothing_happened),
          note=("The case of a fugitive still at large may be referred.", "L'affaire d'un fugitif peut être renvoyée."))

# -- articles 2 to 4: appeal, review, contempt -----------------------------------------------------------------------


@law.fact("ta2(1)", ("a notice of appeal is on record", "un acte d'appel est inscrit"), cured_by=("record_trigger",))
def notice_known(v: View) -> Any:
    return v.posture.triggers.get("notice_of_appeal") or False


@law.fact("ta3(1)", ("an application for review is on record", "une demande en révision est inscrite"),
          cured_by=("record_trigger",))
def application_known(v: View) -> Any:
    return v.posture.triggers.get("review_application") or False


@law.fact("ta4(1)", ("confirmation of the indictment is on record", "la confirmation de l'acte d'accusation est inscrite"),
          cured_by=("record_trigger",))
def confirmation_known(v: View) -> Any:
    return v.posture.triggers.get("contempt_confirmation") or False


notice_prior = prior("notice_before_start", "ta2(1)", "notice_of_appeal", "the notice was filed", "l'acte d'appel a été déposé")
application_prior = prior("application_before_start", "ta3(1)", "review_application", "the application was filed",
                           "la demande a été déposée")
confirmation_prior = prior("confirmation_before_start", "ta4(1)", "contempt_confirmation", "the indictment was confirmed",
                            "l'acte d'accusation a été confirmé")
for _article, _act, _known, _trigger in (
    ("ta2", conduct_appeal, notice_known, notice_prior), ("ta3", conduct_review, application_known, application_prior),
    ("ta4", conduct_contempt, confirmation_known, confirmation_prior),
):
    law.power(f"{_article}(1)", _act, TRIBUNALS, all_of(own_matter, _known, _trigger))
    law.power(f"{_article}(2)", _act, "mechanism", all_of(_known, ~_trigger))

KEPT: Condition = any_of(pending, early, all_of(notice_known, notice_prior), all_of(application_known, application_prior),
                         all_of(confirmation_known, confirmation_prior))
"""What stays with a Tribunal, whether or not it has begun to act."""

# -- cases of the Mechanism: not what a Tribunal keeps ---------------------------------------------------------------


def _first_arrest(v: View) -> date | None:
    days = [day for p in v.posture.accused.values() if p.group[:4] != "1(4)" and (day := day_of_arrest(p)) is not None]
    return min(days, default=None)


@law.fact("ta1(2)", ("the case is a Tribunal's by origin and its accused arrested", "l'affaire vient d'un Tribunal et son accusé "
                     "est arrêté"))
def arrested_for_tribunal(v: View) -> Any:
    return v.posture.origin in TRIBUNALS and _first_arrest(v) is not None


@law.fact("ta1(2)", ("a retrial ordered by a Tribunal is on record", "un nouveau procès ordonné par un Tribunal est inscrit"),
          cured_by=("record_retrial_order",))
def retrial_known(v: View) -> Any:
    return v.posture.jurisdiction.retrial_ordered or False


def _start_of_case(v: View, n: int) -> date | None:
    start = {"icty": COMMENCEMENT["the_hague"], "ictr": COMMENCEMENT["arusha"]}.get(v.posture.origin)
    return None if start is None else before(start, months(n)).day


def _retrial_day(v: View) -> date | None:
    entry = v.posture.jurisdiction.retrial_ordered
    return None if entry is None else entry.particulars["day"]


case_arrest_over_12 = law.measure(
    "accused_arrested_over_12_months", "ta1(2)",
    ("the accused was arrested more than 12 months before the commencement day",
     "l'accusé a été arrêté plus de 12 mois avant l'entrée en fonctions"),
    _first_arrest, "<", lambda v: _start_of_case(v, 12), permanent=True)
case_retrial_over_6 = law.measure(
    "case_retrial_over_6_months", "ta1(2)", ("the retrial was ordered more than 6 months before the commencement day",
                                             "le nouveau procès a été ordonné plus de 6 mois avant l'entrée en fonctions"),
    _retrial_day, "<", lambda v: _start_of_case(v, 6), permanent=True)


@law.fact("ta1(4)", ("the case comes from a Tribunal", "l'affaire vient d'un Tribunal"))
def from_tribunal(v: View) -> Any:
    return v.posture.origin in TRIBUNALS


law.power("ta1(4)", record_retrial, "registry", from_tribunal)
law.prohibition("res2", "open_trial", all_of(arrested_for_tribunal, any_of(
    all_of(~retrial_known, case_arrest_over_12), all_of(retrial_known, case_retrial_over_6))),
    note=("The trial stays with the Tribunal.", "Le procès reste au Tribunal."))
