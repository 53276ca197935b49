"""Article 83 of the Rome Statute: proceedings on appeal."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_appeal import Appeal
from curule.statutes.rome.part_08.article_81 import AC, appeal_of, appeal_particular, appeal_pending

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("83(1)", ("Powers", "Pouvoirs"),
     ("Those of the Trial Chamber.", "Ceux de la Chambre de première instance.")),
    ("83(2)", ("Finding on appeal", "Constat en appel"),
     ("Unfairness or material error opens the outcomes; no worsening on the convicted person's own appeal.", "Iniquité ou erreur déterminante ouvre les issues ; pas d'aggravation sur l'appel du seul condamné.")),
    ("83(2)(a)", ("Reverse or amend", "Annuler ou modifier"),
     ("The decision or the sentence.", "La décision ou la peine.")),
    ("83(2)(b)", ("New trial", "Nouveau procès"),
     ("Before another Trial Chamber.", "Devant une autre Chambre de première instance.")),
    ("83(3)", ("Disproportionate sentence", "Peine disproportionnée"),
     ("Varied within Part 7.", "Modifiée conformément à la partie 7.")),
    ("83(4)", ("Appeal judgement", "Arrêt"),
     ("Majority, reasons, all views, public delivery.", "Majorité, motifs, toutes les opinions, prononcé public.")),
    ("83(5)", ("Absence", "Absence"),
     ("The judgement may be delivered without the person.", "L'arrêt peut être prononcé en l'absence de l'intéressé.")),
):
    law.clause(provision, Class.RULE, title, summary)

CHANGES = ("amended", "retrial")


def _decide(draft: Case, entry: Entry) -> None:
    draft.appeals.appeals.setdefault(entry.particulars["appeal"], Appeal()).decided = entry


decide = law.act(
    "decide_appeal", "case", ("Decide an appeal", "Statuer sur l'appel"), ("Appeal {appeal} was decided: {outcome}", "Il a été statué sur l'appel {appeal} : {outcome}"),
    [appeal_particular(),
     Particular("outcome", "choice", "outcome", "issue", choices=[
         Choice("confirmed", "confirmed", "décision confirmée"), Choice("amended", "reversed or amended", "décision annulée ou modifiée"), Choice("retrial", "new trial", "nouveau procès")]),
     Particular("worse", "yes_no", "the outcome is to the convicted person's detriment", "l'issue est défavorable au condamné"),
     Particular("in_favour", "judge", "judges in the majority", "juges de la majorité", many=True)], _decide, group="appeal")


@law.fact("83(2)", ("the outcome changes the decision or the sentence", "l'issue modifie la décision ou la peine"), needs=("outcome",), says_not=("it changes nothing", "elle ne modifie rien"))
def changes(v: View) -> Any:
    return v.given["outcome"] in CHANGES if "outcome" in v.given else None


@law.fact("83(2)", ("the outcome is worse for the convicted person", "l'issue aggrave la situation du condamné"), needs=("worse",), says_not=("it is not worse", "elle ne l'aggrave pas"))
def worse(v: View) -> Any:
    return v.given.get("worse")


@law.fact("83(2)", ("only the convicted side has appealed", "seul le camp du condamné a fait appel"), says_not=("the Prosecutor has appealed too", "le Procureur a aussi fait appel"))
def own_appeal_only(v: View) -> Any:
    appeal = appeal_of(v)
    if appeal is None:
        return None
    return all(a.by == "defence" or a.behalf for a in v.posture.appeals.appeals.values() if a.person == appeal.person)


unfair = law.finding("unfair_or_unreliable", "83(2)", ("unfairness affected the reliability of the decision or sentence", "l'iniquité a porté atteinte à la régularité de la décision ou de la peine"), AC,
                     ("as the Appeals Chamber finds", "selon la Chambre d'appel"), lasting=False)
material = law.finding("material_error", "83(2)", ("an error of fact, law or procedure materially affected it", "une erreur de fait, de droit ou de procédure l'a sérieusement entachée"), AC,
                       ("material effect", "effet déterminant"), lasting=False)
majority = law.measure("appeal_majority", "83(4)", ("three of the five judges concur", "trois des cinq juges sont d'accord"),
                       lambda v: len(v.given["in_favour"]) if "in_favour" in v.given else None, ">=", 3, needs=("in_favour",))

law.power("83(2)", decide, AC, appeal_pending)
law.prohibition("83(2)", decide, changes & ~any_of(unfair, material))
law.prohibition("83(2)", decide, all_of(worse, own_appeal_only), name="worsening")
law.prohibition("83(4)", decide, ~majority)
