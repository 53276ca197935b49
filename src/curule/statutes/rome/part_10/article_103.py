"""Articles 103 and 104 of the Rome Statute: State of enforcement and its change."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from curule.law.chapter import Chapter
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.enforcement import Change, Enforcement
from curule.statutes.rome.part_10.article_110 import file_open

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("103(1)(a)", ("Designation", "Désignation"),
     ("From the list of willing States.", "Sur la liste des États disposés à recevoir des condamnés.")),
    ("103(1)(b)", ("Conditions", "Conditions"),
     ("Attached with the declaration, agreed by the Court, within Part 10.", "Jointes à la déclaration, agréées par la Cour, conformes à la partie 10.")),
    ("103(1)(c)", ("Answer", "Réponse"),
     ("The State designated says promptly whether it accepts.", "L'État désigné dit sans tarder s'il accepte.")),
    ("103(2)(a)", ("Change of circumstances", "Changement de circonstances"),
     ("Notice at least forty-five days ahead and standstill meanwhile.", "Avis au moins quarante-cinq jours à l'avance et abstention dans l'intervalle.")),
    ("103(2)(b)", ("Disagreement", "Désaccord"),
     ("The Court says so and turns to transfer.", "La Cour en avise l'État et envisage le transfert.")),
    ("103(3)", ("Factors", "Facteurs"),
     ("Five, all weighed.", "Cinq, tous pris en compte.")),
    ("103(3)(a)", ("Shared responsibility", "Partage de responsabilité"),
     ("Fair distribution among States Parties.", "Répartition équitable entre les États Parties.")),
    ("103(3)(b)", ("Standards", "Normes"),
     ("Accepted treaty standards on prisoners.", "Règles conventionnelles acceptées sur les détenus.")),
    ("103(3)(c)", ("Views", "Vues"),
     ("Those of the sentenced person.", "Celles de la personne condamnée.")),
    ("103(3)(d)", ("Nationality", "Nationalité"),
     ("Of the sentenced person.", "De la personne condamnée.")),
    ("103(3)(e)", ("Other circumstances", "Autres circonstances"),
     ("Crime, person, effective enforcement.", "Crime, personne, exécution effective.")),
    ("103(4)", ("Host State", "État hôte"),
     ("Where no State is designated, at the Court's cost.", "Si aucun État n'est désigné, aux frais de la Cour.")),
    ("104(1)", ("Transfer", "Transfert"),
     ("The Court may move the person at any time.", "La Cour peut à tout moment transférer la personne.")),
    ("104(2)", ("Application", "Demande"),
     ("The person may ask for it at any time.", "La personne peut le demander à tout moment.")),
):
    law.clause(provision, Class.DEFINITION if provision == "103(3)" else Class.RULE, title, summary, carried_by=("designate_state_of_enforcement.factors",) if provision == "103(3)" else ())

STATES = ("state", "state_party")
FACTORS = {"distribution": ("103(3)(a)", "equitable distribution", "répartition équitable"), "standards": ("103(3)(b)", "treaty standards", "règles conventionnelles"),
           "nationality": ("103(3)(d)", "nationality", "nationalité"), "other": ("103(3)(e)", "other circumstances", "autres circonstances")}


def _designate(draft: Enforcement, entry: Entry) -> None:
    draft.designated, draft.state, draft.accepted, draft.declined = entry, entry.particulars["state"], None, None


def _answer(draft: Enforcement, entry: Entry) -> None:
    if entry.particulars["accepts"]:
        draft.accepted = entry
    else:
        draft.declined = entry


def _views(draft: Enforcement, entry: Entry) -> None:
    draft.views = entry


def _change(draft: Enforcement, entry: Entry) -> None:
    draft.change = Change(expected=entry.particulars["expected"], notified=entry)


views = law.act("record_views_on_designation", "enforcement", ("Record the person's views", "Inscrire les vues de la personne"), ("The sentenced person gave views on the State of enforcement", "La personne condamnée a donné ses vues sur l'État d'exécution"),
                [], _views, group="enforcement")
designate = law.act(
    "designate_state_of_enforcement", "enforcement", ("Designate the State of enforcement", "Désigner l'État chargé de l'exécution"), ("{state} was designated", "{state} a été désigné"),
    [Particular("state", "state", "State", "État"),
     Particular("factors", "choice", "factors weighed", "facteurs appréciés", many=True, required=False, choices=[Choice(c, en, fr) for c, (_, en, fr) in FACTORS.items()])], _designate, group="enforcement")
answer = law.act("answer_designation", "enforcement", ("Answer a designation", "Répondre à une désignation"), ("The designated State answered (accepts: {accepts})", "L'État désigné a répondu (accepte : {accepts})"),
                 [Particular("accepts", "yes_no", "it accepts", "il accepte")], _answer, group="enforcement")
notify = law.act("notify_change_of_circumstances", "enforcement", ("Give notice of changed circumstances", "Aviser d'un changement de circonstances"), ("The State gave notice of a change expected on {expected}", "L'État a avisé d'un changement prévu le {expected}"),
                 [Particular("expected", "date", "day of the change", "jour du changement")], _change, group="enforcement")


@law.stage("103(3)(c)", ("the person's views are on record", "les vues de la personne sont au dossier"), says_not=("the person's views are not on record", "les vues de la personne ne sont pas au dossier"), cured_by=(views,))
def views_given(v: View) -> Any:
    return v.posture.views or False


@law.stage("103(1)(c)", ("a State is designated", "un État est désigné"), says_not=("no State is designated", "aucun État n'est désigné"), cured_by=(designate,))
def state_designated(v: View) -> Any:
    return v.posture.designated or False


@law.stage("103(1)(c)", ("the State has answered", "l'État a répondu"), says_not=("the State has not answered", "l'État n'a pas répondu"), cured_by=(answer,))
def answered(v: View) -> Any:
    return v.posture.accepted or v.posture.declined or False


@law.stage("103(2)(a)", ("the State has accepted", "l'État a accepté"), says_not=("no State has accepted", "aucun État n'a accepté"), cured_by=(answer,))
def state_accepted(v: View) -> Any:
    return v.posture.accepted or False


def weighed(factor: str) -> Any:
    """A leaf: the designation weighs that factor."""
    provision, en, fr = FACTORS[factor]

    def test(v: View) -> Any:
        return factor in v.given.get("factors", ())

    test.__name__ = f"weighed_{factor}"
    return law.fact(provision, (f"weighed: {en}", f"apprécié : {fr}"), says_not=(f"not weighed: {en}", f"non apprécié : {fr}"), needs=("factors",))(test)


notice_length = law.measure("notice_of_45_days", "103(2)(a)", ("notice is given forty-five days ahead or more", "l'avis est donné quarante-cinq jours à l'avance ou plus"),
                            lambda v: v.given.get("expected"), ">=", lambda v: v.on + timedelta(days=45), needs=("expected",))

law.power("103(3)(c)", views, ("defence", "registrar"), file_open)
law.power("103(1)(a)", designate, "presidency")
law.prohibition("103(3)(c)", designate, ~views_given)
for name, (where, _, _) in FACTORS.items():
    law.prohibition(where, designate, ~weighed(name))
law.duty("103(1)(c)", answer, STATES, state_designated, answered)
law.power("103(2)(a)", notify, STATES, state_accepted)
law.prohibition("103(2)(a)", notify, ~notice_length)


def _seek(draft: Enforcement, entry: Entry) -> None:
    draft.transfer_sought = entry


def _transfer(draft: Enforcement, entry: Entry) -> None:
    draft.state, draft.in_custody_of = entry.particulars["state"], entry.particulars["state"]


seek = law.act("apply_for_transfer", "enforcement", ("Apply for transfer to another State", "Demander le transfert dans un autre État"), ("The sentenced person applied for transfer", "La personne condamnée a demandé son transfert"), [], _seek, group="enforcement")
transfer = law.act("order_transfer_of_prisoner", "enforcement", ("Order transfer to another State", "Ordonner le transfert dans un autre État"), ("Transfer to {state} was ordered", "Transfert vers {state} ordonné"),
                   [Particular("state", "state", "State", "État")], _transfer, group="enforcement")
law.power("104(1)", transfer, "presidency", state_accepted)
law.power("104(2)", seek, "defence", state_accepted)
