"""What a case of the Mechanism takes over from a Tribunal: the indictment that a judge there confirmed, and an arrest under its warrant."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.view import View
from curule.statutes.mechanism.article_16 import no_live_indictment
from curule.statutes.mechanism.article_18 import not_arrested
from curule.statutes.mechanism.case_facts import accused_code, accused_of, case_open, person_particular
from curule.statutes.mechanism.matters.case import Accused, Case, Count

__all__ = ["law"]

law = Chapter("irmct", __name__)


def _take_over(draft: Case, entry: Entry) -> None:
    given = entry.particulars
    draft.accused.setdefault(given["person"], Accused()).indicted_by = given["tribunal"]
    for number, crime in enumerate(given["crimes"], len(draft.counts) + 1):
        draft.counts[str(number)] = Count(crime=crime, person=given["person"], status="confirmed", entry=entry)
    draft.confirmed = draft.confirmed or entry


take_over = law.act(
    "record_tribunal_indictment", "case", ("Record the indictment of a Tribunal", "Inscrire l'acte d'accusation d'un Tribunal"),
    ("The {tribunal} had confirmed an indictment against {person} on {confirmed_on}",
     "Le {tribunal} avait confirmé un acte d'accusation contre {person} le {confirmed_on}"),
    [person_particular(),
     Particular("tribunal", "choice", "Tribunal", "Tribunal", choices=[Choice("icty", "ICTY", "TPIY"), Choice("ictr", "ICTR", "TPIR")]),
     Particular("crimes", "text", "crime charged in each count", "crime reproché dans chaque chef", many=True),
     Particular("confirmed_on", "date", "day of confirmation", "jour de la confirmation")], _take_over, group="indictment")


@law.fact("1(1)", ("that Tribunal indicted the person", "ce Tribunal a mis la personne en accusation"), needs=("tribunal", "person"),
          says_not=("that Tribunal did not indict the person", "ce Tribunal n'a pas mis la personne en accusation"))
def indicted_there(v: View) -> Any:
    tribunal, accused = v.given.get("tribunal"), accused_of(v)
    return None if tribunal is None or accused is None else accused.indicted_by == tribunal


confirmed_earlier = law.measure("confirmed_earlier", "1(1)", ("the Tribunal has confirmed it", "le Tribunal l'a confirmé"),
                                lambda v: v.given.get("confirmed_on"), "<=", lambda v: v.on, needs=("confirmed_on",))
arrest_past = law.measure("arrest_not_in_future", "ta1(3)", ("the arrest has taken place", "l'arrestation a eu lieu"),
                          lambda v: v.given.get("arrested_on", v.on), "<=", lambda v: v.on, needs=("arrested_on",))


@law.fact("ta1(3)", ("the person is sought under an indictment of a Tribunal", "la personne est recherchée en vertu d'un acte d'accusation d'un Tribunal"),
          says_not=("no indictment of a Tribunal is in force against the person", "aucun acte d'accusation d'un Tribunal n'est en vigueur contre la personne"))
def sought_by_tribunal(v: View) -> Any:
    accused, code = accused_of(v), accused_code(v)
    if accused is None:
        return None
    charges = [c.entry for c in v.posture.counts.values() if c.person == code]
    return accused.indicted_by in ("icty", "ictr") and all(e is not None and e.act == take_over for e in charges)


law.power("1(1)", take_over, "registry", all_of(case_open, indicted_there, no_live_indictment, confirmed_earlier))
law.power("ta1(3)", "record_arrest", ("state", "registry"), all_of(sought_by_tribunal, not_arrested), name="under_warrant_of_a_tribunal",
          note=("The warrant of the Tribunal that indicted the person goes on to have effect.",
                "Le mandat du Tribunal qui a mis la personne en accusation continue de produire effet."))
law.prohibition("ta1(3)", "record_arrest", ~arrest_past)
