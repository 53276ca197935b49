"""Article 57 of the Rome Statute, paragraph 3: further powers of the Pre-Trial Chamber."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_pre_trial import person_in, warrants_in_force
from curule.statutes.rome.matters.states import party_on
from curule.statutes.rome.part_05.article_57_chamber import majority_concurs
from curule.statutes.rome.part_05.facts import (
    CHAMBERS,
    in_favour_particular,
    investigation_opened,
    on_record,
    person_code,
    person_of,
    person_particular,
    wording,
)

law = Chapter("rome", __name__)

KINDS = ("situation", "case")
PTC = "pre_trial_chamber"
AUDIENCE = ("organ:prosecutor", "bench", "organ:registry")


def _request(draft: Any, entry: Entry) -> None:
    draft.inquiry.order_requested = entry


def _order(draft: Any, entry: Entry) -> None:
    draft.inquiry.orders.append(entry)


def _assistance(draft: Case, entry: Entry) -> None:
    person_in(draft.persons, entry.particulars["person"]).assistance_sought = entry


def _keyed(field: str) -> Any:
    def effect(draft: Any, entry: Entry) -> None:
        getattr(draft.inquiry, field)[entry.particulars["state"]] = entry

    return effect


STATE = Particular("state", "state", "State", "État")
ORDER = wording("order", "what is ordered", "objet de l'ordonnance", required=True)

ask_order = law.act("request_investigative_order", KINDS, ("Request an order or warrant for the investigation", "Demander une ordonnance ou un mandat pour l'enquête"),
                    ("The Prosecutor requested an order for the investigation", "Le Procureur a demandé une ordonnance pour l'enquête"), [ORDER], _request, audience=AUDIENCE, group="powers")
issue_order = law.act("issue_investigative_order", KINDS, ("Issue an order or warrant for the investigation", "Rendre une ordonnance ou un mandat pour l'enquête"),
                      ("The Chamber issued an order for the investigation", "La Chambre a rendu une ordonnance pour l'enquête"), [ORDER], _order, audience=AUDIENCE, group="powers")
ask_assistance = law.act("request_assistance_for_defence", "case", ("Request assistance in preparing the defence", "Demander une aide pour préparer la défense"),
                         ("{person} requested assistance in preparing the defence", "{person} a demandé une aide pour préparer sa défense"), [person_particular(), wording("assistance", "assistance", "aide", required=True)],
                         _assistance, audience=("bench", "matter:parties", "organ:registry"), group="powers")
assist = law.act("order_assistance_to_defence", "case", ("Order or seek assistance for the defence", "Ordonner ou rechercher une aide pour la défense"),
                 ("The Chamber ordered assistance to the defence of {person}", "La Chambre a ordonné une aide à la défense de {person}"),
                 [person_particular(), ORDER], _order, audience=("bench", "matter:parties", "organ:registry"), group="powers")
protect = law.act("provide_protection_before_trial", KINDS, ("Provide for protection", "Assurer une protection"), ("The Chamber provided for protection: {subjects}", "La Chambre a assuré une protection : {subjects}"),
                  [Particular("subjects", "choice", "subjects", "objets", many=True, choices=[
                      Choice("victims_witnesses", "victims and witnesses, their privacy", "victimes et témoins, vie privée"), Choice("evidence", "evidence", "éléments de preuve"),
                      Choice("persons", "persons arrested or summoned", "personnes arrêtées ou citées"), Choice("national_security", "national security information", "renseignements de sécurité nationale")]), ORDER], _order,
                  audience=AUDIENCE, group="powers")
seek_views = law.act("seek_views_of_state", KINDS, ("Seek the State's views", "Solliciter les vues de l'État"), ("The Chamber sought the views of {state}", "La Chambre a sollicité les vues de {state}"), [STATE], _keyed("views_sought"),
                     audience=AUDIENCE, group="powers")
authorise = law.act("authorise_steps_in_state", KINDS, ("Authorise specific steps on a State's territory", "Autoriser des mesures d'enquête précises sur le territoire d'un État"),
                    ("The Chamber authorised steps on the territory of {state}: {steps}", "La Chambre a autorisé sur le territoire de {state} : {steps}"),
                    [STATE, Particular("steps", "text", "specific steps", "mesures précises", many=True), in_favour_particular()], _keyed("authorised"), audience=AUDIENCE, group="powers")
forfeiture = law.act("seek_protective_measures_for_forfeiture", "case", ("Seek protective measures for forfeiture", "Demander des mesures conservatoires aux fins de confiscation"),
                     ("The Chamber asked {state} for protective measures against assets of {person}", "La Chambre a demandé à {state} des mesures conservatoires sur les avoirs de {person}"),
                     [person_particular(), STATE, ORDER], _order, audience=AUDIENCE, group="powers")

order_asked = on_record(law, "order_requested", "57(3)(a)", ("the Prosecutor requested it", "le Procureur l'a demandée"), ("the Prosecutor did not request it", "le Procureur ne l'a pas demandée"),
                        lambda v: v.posture.inquiry.order_requested, cured_by=("request_investigative_order",))
needed = law.finding("order_required", "57(3)(a)", ("it is required for the investigation", "elle est nécessaire à l'enquête"), CHAMBERS, ("required", "nécessaire"), lasting=False)
defence_needs = law.finding("assists_defence", "57(3)(b)", ("it is necessary to assist in preparing the defence", "elle est nécessaire pour aider à préparer la défense"), CHAMBERS, ("necessary", "nécessaire"), lasting=False)
protection_needed = law.finding("protection_needed", "57(3)(c)", ("protection is necessary", "la protection est nécessaire"), CHAMBERS, ("necessary", "nécessaire"), lasting=False)
unable = law.finding("state_clearly_unable", "57(3)(d)", ("the State is clearly unable to execute a request, no competent authority or part of its judicial system being available",
                     "l'État est manifestement incapable de donner suite, faute d'autorité ou de composante judiciaire compétente"), PTC, ("clearly unable", "manifestement incapable"), lasting=False)
views_impossible = law.finding("views_impossible", "57(3)(d)", ("it was not possible to have regard to the State's views", "il n'a pas été possible de tenir compte des vues de l'État"), PTC, ("possible", "possible"), lasting=False)
evidence_strong = law.finding("evidence_and_rights_regarded", "57(3)(e)", ("how strong the evidence is and what rights the parties have was duly weighed", "il est dûment tenu compte de la force des preuves et des droits des parties"),
                              CHAMBERS, ("due regard", "dûment tenu compte"), lasting=False)


@law.stage("57(3)(b)", ("the person was arrested or appeared on a summons", "la personne a été arrêtée ou a comparu sur citation"), says_not=("the person is still at large", "la personne est toujours en fuite"))
def arrested_or_appeared(v: View) -> Any:
    person = person_of(v)
    return (person.custodial.arrested or person.surrendered or person.appeared or False) if person else False


assistance_asked = on_record(law, "assistance_requested", "57(3)(b)", ("the person requested it", "la personne l'a demandée"), ("the person did not request it", "la personne ne l'a pas demandée"),
                             lambda v: p.assistance_sought if (p := person_of(v)) else None, cured_by=("request_assistance_for_defence",))


@law.fact("57(3)(d)", ("the State is a Party", "l'État est Partie"), needs=("state",), says_not=("the State is not a Party", "l'État n'est pas Partie"), cured_by=("deposit_instrument",))
def state_is_party(v: View) -> Any:
    return party_on(v.other("states"), v.given.get("state"), v.on)


@law.fact("57(3)(d)", ("the State's views were sought", "les vues de l'État ont été sollicitées"), needs=("state",), cured_by=("seek_views_of_state",), says_not=("the State's views were not sought", "les vues de l'État n'ont pas été sollicitées"))
def views_sought(v: View) -> Any:
    state = v.given.get("state")
    return None if state is None else v.posture.inquiry.views_sought.get(state) or False


@law.fact("57(3)(d)", ("each step is specific", "chaque mesure est précise"), needs=("steps",), says_not=("a step is open-ended", "une mesure est indéterminée"))
def steps_specific(v: View) -> Any:
    steps = v.given.get("steps")
    return None if steps is None else not any(step.strip().lower().split(" ")[0] in ("any", "all", "every", "toute", "toutes") for step in steps)


@law.stage("57(3)(e)", ("a warrant or summons was issued", "un mandat ou une citation a été délivré"), says_not=("no warrant or summons was issued", "aucun mandat ni citation n'a été délivré"), cured_by=("issue_warrant", "issue_summons"))
def warrant_or_summons(v: View) -> Any:
    person = person_of(v)
    found = warrants_in_force(v.posture.warrants, person_code(v))
    return found[-1].entry if found else person.summons.entry if person and person.summons else False


law.power("57(3)(a)", ask_order, "prosecutor", investigation_opened)
law.power("57(3)(a)", issue_order, CHAMBERS, all_of(order_asked, needed))
law.power("57(3)(b)", ask_assistance, "defence", arrested_or_appeared)
law.power("57(3)(b)", assist, CHAMBERS, all_of(assistance_asked, defence_needs))
law.power("57(3)(c)", protect, CHAMBERS, protection_needed)
law.power("57(3)(d)", seek_views, PTC, investigation_opened)
law.power("57(3)(d)", authorise, PTC, all_of(state_is_party, unable, any_of(views_sought, views_impossible), steps_specific))
law.prohibition("57(2)(a)", authorise, ~majority_concurs, name="steps")
law.power("57(3)(e)", forfeiture, CHAMBERS, all_of(warrant_or_summons, evidence_strong))

law.clause("57(3)", Class.DEFINITION, ("Further powers", "Autres pouvoirs"), ("Five powers, each an act of its own.", "Cinq pouvoirs, un acte chacun."), carried_by=(issue_order, assist, protect, authorise, forfeiture))
for provision, title, summary in (
    ("57(3)(a)", ("Orders for the investigation", "Ordonnances pour l'enquête"), ("At the Prosecutor's request.", "À la demande du Procureur.")),
    ("57(3)(b)", ("Help for the defence", "Aide à la défense"), ("At the request of a person arrested or who appeared.", "À la demande d'une personne arrêtée ou qui a comparu.")),
    ("57(3)(c)", ("Protection", "Protection"), ("Victims, witnesses, evidence, persons arrested or summoned, national security.", "Victimes, témoins, preuves, personnes arrêtées ou citées, sécurité nationale.")),
    ("57(3)(d)", ("Steps in a State clearly unable", "Mesures dans un État manifestement incapable"), ("Specific steps in a State Party that clearly cannot execute a request; by majority.",
                                                                                                   "Mesures précises dans un État Partie manifestement incapable de donner suite ; à la majorité.")),
    ("57(3)(e)", ("Assets", "Avoirs"), ("Protective measures for forfeiture once a warrant or summons is issued.", "Mesures conservatoires aux fins de confiscation, un mandat ou une citation étant délivré.")),
):
    law.clause(provision, Class.RULE, title, summary)
