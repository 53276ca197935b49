"""How a case of the Mechanism ends otherwise than by judgement: death of an accused, closing of the file."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, no
from curule.law.particulars import Particular
from curule.law.view import View
from curule.statutes.mechanism.case_facts import involved, mark, person_particular
from curule.statutes.mechanism.matters.case import Case

law = Chapter("irmct", __name__)

record_death = law.act(
    "record_death_of_accused", "case", ("Record the death of an accused", "Inscrire le décès d'un accusé"),
    ("{person} died; proceedings against this accused ended", "{person} est décédé ; les poursuites ont pris fin à son égard"),
    [person_particular(), Particular("proof", "text", "proof of death", "preuve du décès")], mark("dead"), group="closing")
close_case = law.act(
    "close_case", "case", ("Close the case", "Clore l'affaire"), ("The case was closed", "L'affaire a été close"), [],
    lambda draft, entry: setattr(draft, "closed", entry), group="closing")


@law.stage("18(1)", ("the person is alive as far as the record shows", "rien n'indique que la personne soit décédée"), permanent=True)
def alive(v: View) -> Any:
    about = involved(v).values()
    dead = [a.dead for a in about if a.dead is not None]
    return no(*dead) if dead and len(dead) == len(about) else True


@law.stage("18(1)", ("nothing remains to be decided: final judgement, or no accused left to try",
                     "il ne reste rien à juger : jugement définitif, ou plus d'accusé à juger"),
           cured_by=("record_final_judgement", "record_death_of_accused", "dismiss_indictment", "withdraw_counts"))
def concluded(v: View) -> Any:
    case: Case = v.posture
    if case.final_judgement:
        return case.final_judgement
    open_counts = [c for c in case.counts.values() if c.status not in ("dismissed", "withdrawn", "acquitted")
                   and not (c.person in case.accused and (case.accused[c.person].dead or case.accused[c.person].severed))]
    return bool(case.counts) and not open_counts and case.judgement is None


@law.stage("24", ("no review is pending", "aucune révision n'est pendante"), cured_by=("examine_review_application", "decide_review"))
def no_review_pending(v: View) -> Any:
    pending = [r.application for r in v.posture.reviews.values() if r.pending]
    return no(*pending) if pending else True


@law.stage("18(1)", ("the case is not closed", "l'affaire n'est pas close"), permanent=True)
def not_closed(v: View) -> Any:
    return no(v.posture.closed) if v.posture.closed else True


law.power("18(1)", record_death, "registry", alive,
          note=("The Statute does not speak of death; proceedings against the dead end by general principle and constant practice.",
                "Le Statut ne parle pas du décès ; les poursuites s'éteignent selon un principe général et une pratique constante."))
law.power("18(1)", close_case, "registry", all_of(concluded, no_review_pending, not_closed))
