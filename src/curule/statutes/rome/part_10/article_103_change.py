"""Articles 103(2) and 104 of the Rome Statute: changed circumstances in the State of enforcement, and transfer to another State."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from curule.law.chapter import Chapter
from curule.law.particulars import Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.enforcement import Change, Enforcement
from curule.statutes.rome.part_06.facts import given_in
from curule.statutes.rome.part_10.article_103 import STATES
from curule.statutes.rome.part_10.article_103_list import on_list

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("103(2)(a)", ("Change of circumstances", "Changement de circonstances"),
     ("Notice at least forty-five days ahead and standstill meanwhile.", "Avis au moins quarante-cinq jours à l'avance et abstention dans l'intervalle.")),
    ("103(2)(b)", ("Disagreement", "Désaccord"),
     ("The Court says so and turns to transfer.", "La Cour en avise l'État et envisage le transfert.")),
    ("104(1)", ("Transfer", "Transfert"),
     ("The Court may move the person at any time.", "La Cour peut à tout moment transférer la personne.")),
    ("104(2)", ("Application", "Demande"),
     ("The person may ask for it at any time.", "La personne peut le demander à tout moment.")),
):
    law.clause(provision, Class.RULE, title, summary)

NOTICE = timedelta(days=45)
"""The notice of article 103(2)(a)."""


def _notify(draft: Enforcement, entry: Entry) -> None:
    draft.change = Change(expected=entry.particulars["expected"], notified=entry)


def _answer(draft: Enforcement, entry: Entry) -> None:
    if draft.change is None:
        draft.change = Change()
    if entry.particulars["agrees"]:
        draft.change.agreed = entry
    else:
        draft.change.disagreed = entry


def _transfer(draft: Enforcement, entry: Entry) -> None:
    draft.transfers.append(entry)
    draft.designated, draft.state, draft.accepted, draft.declined = entry, entry.particulars["state"], None, None


def _seek(draft: Enforcement, entry: Entry) -> None:
    draft.transfer_sought = entry


notify = law.act("notify_change_of_circumstances", "enforcement", ("Give notice of changed circumstances", "Aviser d'un changement de circonstances"), ("The State gave notice of a change expected on {expected}", "L'État a avisé d'un changement prévu le {expected}"),
                 [Particular("expected", "date", "day of the change", "jour du changement"), Particular("sudden", "text", "why it could not be foreseen", "pourquoi il n'était pas prévisible", required=False)], _notify, group="enforcement")
answer_change = law.act("answer_change_of_circumstances", "enforcement", ("Answer a notice of changed circumstances", "Répondre à un avis de changement de circonstances"), ("The State was told whether the Court agrees (agrees: {agrees})", "L'État a été avisé de la réponse de la Cour (accord : {agrees})"),
                        [Particular("agrees", "yes_no", "the Court agrees", "la Cour est d'accord")], _answer, group="enforcement")
transfer = law.act("order_transfer_of_prisoner", "enforcement", ("Order transfer to another State", "Ordonner le transfert dans un autre État"), ("Transfer to {state} was ordered", "Transfert vers {state} ordonné"),
                   [Particular("state", "state", "State", "État")], _transfer, group="enforcement")
seek = law.act("apply_for_transfer", "enforcement", ("Apply for transfer to another State", "Demander le transfert dans un autre État"), ("The sentenced person applied for transfer", "La personne condamnée a demandé son transfert"), [], _seek, group="enforcement")


@law.stage("104(1)", ("a State enforces the sentence, or has accepted to", "un État exécute la peine, ou a accepté de le faire"), says_not=("no State enforces the sentence or has accepted to", "aucun État n'exécute la peine ni n'a accepté de le faire"), cured_by=("answer_designation",))
def placed(v: View) -> Any:
    return v.posture.accepted or v.posture.delivered or False


notice_length = law.measure("notice_of_45_days", "103(2)(a)", ("notice is given forty-five days ahead or more", "l'avis est donné quarante-cinq jours à l'avance ou plus"),
                            lambda v: v.given.get("expected"), ">=", lambda v: v.on + NOTICE, needs=("expected",))
sudden = given_in(law, "could_not_be_foreseen", "103(2)(a)", ("the circumstances could not be foreseen", "les circonstances n'étaient pas prévisibles"), ("the circumstances were known or foreseeable", "les circonstances étaient connues ou prévisibles"), "sudden")


def _change(v: View) -> Change | None:
    change: Change | None = v.posture.change
    return change


@law.stage("103(2)(b)", ("notice of a change awaits the answer of the Court", "un avis de changement attend la réponse de la Cour"), says_not=("no notice awaits the answer of the Court", "aucun avis n'attend de réponse de la Cour"), cured_by=(notify,))
def answer_awaited(v: View) -> Any:
    change = _change(v)
    return (change.notified or False) if change and not change.agreed and not change.disagreed else False


@law.stage("103(2)(b)", ("the Court told the State that it cannot agree", "la Cour a fait savoir à l'État qu'elle ne peut donner son accord"), says_not=("the Court has not disagreed", "la Cour n'a pas exprimé de désaccord"), cured_by=(answer_change,))
def court_disagrees(v: View) -> Any:
    change = _change(v)
    return (change.disagreed if change else None) or False


@law.stage("103(2)(b)", ("the person was transferred since", "la personne a depuis été transférée"), says_not=("the person was not transferred since", "la personne n'a pas été transférée depuis"), cured_by=(transfer,))
def transferred_since(v: View) -> Any:
    change = _change(v)
    return next((t for t in v.posture.transfers if change and change.disagreed and t.number > change.disagreed.number), False)


standstill = law.measure("standstill", "103(2)(a)", ("the standstill after the notice is over", "l'abstention qui suit l'avis a pris fin"), lambda v: v.on, ">=",
                         lambda v: c.notified.done_on + NOTICE if (c := _change(v)) and c.notified and not c.agreed else v.on, says_not=("the standstill after the notice still lasts", "l'abstention qui suit l'avis dure encore"))

law.power("103(2)(a)", notify, STATES, placed)
law.prohibition("103(2)(a)", notify, ~notice_length & ~sudden)
law.prohibition("103(2)(a)", ("apply_national_measure", "fix_prison_regime"), ~standstill, name="standstill")
law.power("103(2)(b)", answer_change, "presidency", answer_awaited)
law.duty("103(2)(b)", transfer, "presidency", court_disagrees, transferred_since, empowers=False)
law.power("104(1)", transfer, "presidency", placed)
law.prohibition("103(1)(a)", transfer, ~on_list, name="transfer_not_on_list")
law.power("104(2)", seek, "defence", placed)
