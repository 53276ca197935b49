"""Article 75 of the Rome Statute: reparations to victims."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Particular
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.part_05.facts import charges_of, on_record, person_particular, sole_person
from curule.statutes.rome.part_06.facts import TC, mark, trial_of

law = Chapter("rome", __name__)

request = law.act("request_reparations", "case", ("Request reparations", "Demander réparation"), ("Victims requested reparations: {request}", "Des victimes ont demandé réparation : {request}"),
                  [Particular("request", "text", "request", "demande")], lambda draft, entry: draft.trial.harm_requested.append(entry), group="reparations")
determine = law.act("determine_harm", "case", ("Determine the scope and extent of harm", "Déterminer l'ampleur du préjudice"), ("The Chamber determined the harm: {principles}", "La Chambre a déterminé le préjudice : {principles}"),
                    [Particular("principles", "long_text", "principles applied", "principes appliqués"), Particular("harm", "long_text", "scope and extent", "ampleur")], mark("harm"), group="reparations")
represent = law.act("file_reparation_representations", "case", ("File representations on reparations", "Présenter des observations sur les réparations"), ("Representations {number} on reparations were filed", "Les observations {number} sur les réparations ont été déposées"),
                    [Particular("number", "text", "number", "numéro")], lambda draft, entry: draft.trial.representations.__setitem__(entry.particulars["number"], entry), group="reparations")
hear = law.act("hear_reparation_representations", "case", ("Hear representations on reparations", "Entendre les observations sur les réparations"), ("Representations {number} were heard", "Les observations {number} ont été entendues"),
               [Particular("number", "text", "number", "numéro", suggest=lambda v: [(n, n) for n in trial_of(v).representations if n not in trial_of(v).considered])],
               lambda draft, entry: draft.trial.considered.__setitem__(entry.particulars["number"], entry), group="reparations")
order = law.act("order_reparations", "case", ("Order reparations", "Ordonner des réparations"), ("{person} was ordered to make reparations: {award}", "{person} doit réparation : {award}"),
                [person_particular(), Particular("award", "long_text", "reparations", "réparations"), Particular("through_fund", "yes_no", "through the Trust Fund", "par le Fonds au profit des victimes", required=False)],
                lambda draft, entry: draft.trial.reparations.__setitem__(entry.particulars["person"], entry), group="reparations")
measures = law.act("seek_reparation_measures", "case", ("Seek measures to give effect to reparations", "Demander des mesures pour donner effet aux réparations"), ("Measures were sought from {state}: {measures}", "Des mesures ont été demandées à {state} : {measures}"),
                   [person_particular(), Particular("state", "state", "State", "État"), Particular("measures", "text", "measures", "mesures")], group="reparations")
give_effect = law.act("give_effect_to_reparations", "case", ("Give effect to an order for reparations", "Donner effet à une ordonnance de réparation"), ("{state} gave effect to the order against {person}", "{state} a donné effet à l'ordonnance contre {person}"),
                      [person_particular(), Particular("state", "state", "State", "État")], lambda draft, entry: draft.trial.effect_given.__setitem__(entry.particulars["person"], entry), group="reparations")


@law.stage("75(2)", ("the person is convicted", "la personne est condamnée"), says_not=("the person is not convicted, and presumed innocent", "la personne n'est pas condamnée ; elle est présumée innocente"), cured_by=("give_judgement",))
def convicted(v: View) -> Any:
    return next((c.entry for c in charges_of(v, "convicted").values()), False)


@law.stage("75(1)", ("a person is convicted in this case", "une personne est condamnée dans cette affaire"), says_not=("nobody is convicted in this case", "personne n'est condamné dans cette affaire"), cured_by=("give_judgement",))
def someone_convicted(v: View) -> Any:
    return next((c.entry for c in v.posture.charges.values() if c.status == "convicted"), False)


requested = on_record(law, "reparations_requested", "75(1)", ("reparations were requested", "des réparations ont été demandées"), ("no reparations were requested", "aucune réparation n'a été demandée"),
                      lambda v: trial_of(v).harm_requested[-1] if trial_of(v).harm_requested else None, cured_by=(request,))
exceptional = law.finding("reparations_exceptional", "75(1)", ("the circumstances are exceptional", "les circonstances sont exceptionnelles"), TC, ("why the Chamber acts without a request", "pourquoi la Chambre agit d'office"), lasting=False)


@law.stage("75(3)", ("all representations filed were heard", "toutes les observations déposées ont été entendues"), says_not=("representations filed were not heard", "des observations déposées n'ont pas été entendues"), cured_by=(hear,))
def representations_heard(v: View) -> Any:
    return set(trial_of(v).representations) <= set(trial_of(v).considered)


@law.fact("75(3)", ("such representations were filed", "de telles observations ont été déposées"), needs=("number",), says_not=("no such representations were filed", "aucune observation de ce numéro n'a été déposée"), cured_by=(represent,))
def representations_filed(v: View) -> Any:
    return trial_of(v).representations.get(v.given.get("number", ""), False)


@law.stage("75(5)", ("reparations are ordered against the person", "des réparations sont ordonnées contre la personne"), says_not=("no reparations are ordered against the person", "aucune réparation n'est ordonnée contre la personne"), cured_by=(order,))
def ordered(v: View) -> Any:
    return trial_of(v).reparations.get(v.given.get("person") or sole_person(v) or "", False)


given_effect = on_record(law, "effect_given", "75(5)", ("a State gave effect to the order", "un État a donné effet à l'ordonnance"), ("no State gave effect to the order", "aucun État n'a donné effet à l'ordonnance"),
                         lambda v: trial_of(v).effect_given.get(v.given.get("person", "")), cured_by=(give_effect,))

law.power("75(1)", request, "victims")
law.power("75(1)", determine, TC, all_of(someone_convicted, any_of(requested, exceptional)))
law.power("75(3)", represent, ("defence", "victims", "state", "prosecutor"))
law.power("75(3)", hear, TC, representations_filed)
law.power("75(2)", order, TC, convicted)
law.prohibition("75(3)", order, ~representations_heard)
law.power("75(4)", measures, TC, convicted)
law.duty("75(5)", give_effect, ("state_party",), ordered, given_effect, each=lambda v: [{"person": p} for p in trial_of(v).reparations])

law.clause("75(6)", Class.NOT_EXECUTABLE, ("Other rights of victims", "Autres droits des victimes"), ("They remain.", "Ils demeurent."),
           reason=("It preserves rights under other law; no act depends on it.", "Elle réserve des droits issus d'autres règles ; aucun acte n'en dépend."))
for provision, title, summary in (
    ("75(1)", ("Principles and extent of harm", "Principes et ampleur du préjudice"),
     ("On request, or of its own motion in exceptional circumstances, the Court determines the harm.", "Sur demande, ou d'office dans des circonstances exceptionnelles, la Cour détermine le préjudice.")),
    ("75(2)", ("Order for reparations", "Ordonnance de réparation"),
     ("Against a convicted person, if suitable through the Trust Fund.", "Contre la personne condamnée, au besoin par le Fonds au profit des victimes.")),
    ("75(3)", ("Representations", "Observations"),
     ("Those filed are considered before the order.", "Celles qui sont déposées sont prises en considération avant l'ordonnance.")),
    ("75(4)", ("Measures of cooperation", "Mesures de coopération"),
     ("After conviction, measures under article 93(1).", "Après condamnation, mesures au titre de l'article 93-1.")),
    ("75(5)", ("Effect given by States", "Exécution par les États"),
     ("States Parties give effect as to fines and forfeitures.", "Les États Parties l'exécutent comme les amendes et confiscations.")),
):
    law.clause(provision, Class.RULE, title, summary)
