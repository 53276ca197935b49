"""Article 103 of the Rome Statute, paragraphs 1, 3 and 4: designation of the State of enforcement, delivery, prison of the host State."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.enforcement import Enforcement
from curule.statutes.rome.part_06.facts import chosen
from curule.statutes.rome.part_08.appeal_time import suspended_by
from curule.statutes.rome.part_10.article_103_list import on_list
from curule.statutes.rome.part_10.article_110 import file_open

__all__ = ["STATES", "law", "state_accepted"]

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("103(1)(a)", ("Designation", "Désignation"),
     ("From the list of willing States.", "Sur la liste des États disposés à recevoir des condamnés.")),
    ("103(1)(b)", ("Conditions", "Conditions"),
     ("Attached with the declaration, agreed by the Court, within Part 10.", "Jointes à la déclaration, agréées par la Cour, conformes à la partie 10.")),
    ("103(1)(c)", ("Answer", "Réponse"),
     ("The State designated says promptly whether it accepts.", "L'État désigné dit sans tarder s'il accepte.")),
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
):
    law.clause(provision, Class.DEFINITION if provision == "103(3)" else Class.RULE, title, summary, carried_by=("designate_state_of_enforcement.factors",) if provision == "103(3)" else ())

STATES = ("state", "state_party")
HOST = "host"
"""Stands for the host State as State of enforcement (article 103(4))."""
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


def _host(draft: Enforcement, entry: Entry) -> None:
    draft.host = entry


def _deliver(draft: Enforcement, entry: Entry) -> None:
    draft.delivered = entry
    draft.in_custody_of = draft.state if draft.accepted else HOST


views = law.act("record_views_on_designation", "enforcement", ("Record the person's views", "Inscrire les vues de la personne"), ("The sentenced person gave views on the State of enforcement", "La personne condamnée a donné ses vues sur l'État d'exécution"),
                [], _views, group="enforcement")
designate = law.act(
    "designate_state_of_enforcement", "enforcement", ("Designate the State of enforcement", "Désigner l'État chargé de l'exécution"), ("{state} was designated", "{state} a été désigné"),
    [Particular("state", "state", "State", "État"),
     Particular("factors", "choice", "factors weighed", "facteurs appréciés", many=True, required=False, choices=[Choice(c, en, fr) for c, (_, en, fr) in FACTORS.items()])], _designate, group="enforcement")
answer = law.act("answer_designation", "enforcement", ("Answer a designation", "Répondre à une désignation"), ("The designated State answered (accepts: {accepts})", "L'État désigné a répondu (accepte : {accepts})"),
                 [Particular("accepts", "yes_no", "it accepts", "il accepte")], _answer, group="enforcement")
assign_host = law.act("assign_host_state_prison", "enforcement", ("Assign a prison of the host State", "Affecter à un établissement de l'État hôte"), ("The sentence is served in a prison of the host State; costs: {costs}", "La peine est purgée dans un établissement de l'État hôte ; frais : {costs}"),
                      [Particular("costs", "choice", "costs borne by", "frais à la charge de", choices=[Choice("court", "the Court", "la Cour"), Choice("host_state", "the host State", "l'État hôte")])], _host, group="enforcement")
deliver = law.act("deliver_to_state_of_enforcement", "enforcement", ("Deliver the person to the State of enforcement", "Remettre la personne à l'État chargé de l'exécution"), ("The sentenced person was delivered for enforcement", "La personne condamnée a été remise pour l'exécution"),
                  [], _deliver, group="enforcement")


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

@law.stage("103(4)", ("no designation stands", "aucune désignation n'est en vigueur"), says_not=("a designation stands", "une désignation est en vigueur"))
def no_designation(v: View) -> Any:
    file: Enforcement = v.posture
    return no(file.designated) if file.designated and not file.declined else True


@law.stage("103(4)", ("a prison of the host State was assigned", "un établissement de l'État hôte a été affecté"), says_not=("no prison of the host State was assigned", "aucun établissement de l'État hôte n'a été affecté"), cured_by=(assign_host,))
def host_assigned(v: View) -> Any:
    return v.posture.host or False


@law.fact("81(4)", ("execution is suspended by an appeal or by the time for one", "l'exécution est suspendue par un appel ou par le délai d'appel"), says_not=("execution is not suspended", "l'exécution n'est pas suspendue"))
def enforcement_suspended(v: View) -> Any:
    case = v.other("case")
    return (suspended_by(v, case, v.posture.person) or False) if case is not None else False


court_pays = chosen(law, "court_bears_host_costs", "103(4)", ("the Court bears the costs", "la Cour supporte les frais"), ("the host State bears the costs", "l'État hôte supporte les frais"), "costs", "court")

law.power("103(3)(c)", views, ("defence", "registrar"), file_open)
law.power("103(1)(a)", designate, "presidency")
law.prohibition("103(1)(a)", designate, ~on_list, name="not_on_list")
law.prohibition("103(3)(c)", designate, ~views_given)
for name, (where, _, _) in FACTORS.items():
    law.prohibition(where, designate, ~weighed(name))
law.duty("103(1)(c)", answer, STATES, state_designated, answered)
law.power("103(1)(c)", deliver, ("registrar", "registry"), state_accepted)
law.power("103(4)", deliver, ("registrar", "registry"), host_assigned, name="deliver_to_host")
law.prohibition("81(4)", deliver, enforcement_suspended)
law.power("103(4)", assign_host, "presidency", all_of(file_open, no_designation))
law.prohibition("103(4)", assign_host, ~court_pays, name="costs")
