"""Article 69 of the Rome Statute: evidence."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.part_06.article_64 import all_pleaded
from curule.statutes.rome.part_06.facts import TC, chosen, evidence_in, item_particular, told, trial_of, trial_runs

law = Chapter("rome", __name__)


def _submit(draft: Case, entry: Entry) -> None:
    item = evidence_in(draft, entry.particulars["item"])
    item.submitted, item.party = entry, entry.actor.organ


def _discuss(draft: Case, entry: Entry) -> None:
    for item in entry.particulars["items"]:
        evidence_in(draft, item).discussed = entry


def _privilege(draft: Case, entry: Entry) -> None:
    evidence_in(draft, entry.particulars["item"]).privileged = entry


def _rule(draft: Case, entry: Entry) -> None:
    item = evidence_in(draft, entry.particulars["item"])
    item.ruled, item.ruling = entry, entry.particulars["outcome"]


WITNESS = Particular("witness", "text", "witness", "témoin")
submit = law.act("submit_evidence", "case", ("Submit an item of evidence", "Produire un élément de preuve"), ("Item {item} was submitted", "La pièce {item} a été produite"),
                 [item_particular(), Particular("description", "text", "description", "description", required=False)], _submit, audience=("matter:parties", "bench", "organ:registry"), group="evidence")
discuss = law.act("discuss_evidence", "case", ("Discuss evidence at the trial", "Débattre de preuves à l'audience"), ("Items {items} were discussed at the trial", "Les pièces {items} ont été débattues à l'audience"),
                  [Particular("items", "text", "items", "pièces", many=True, suggest=lambda v: [(i, i) for i in trial_of(v).evidence])], _discuss, audience=("matter:parties", "bench", "organ:registry"), group="evidence")
claim = law.act("uphold_privilege", "case", ("Uphold a privilege", "Retenir le secret professionnel"), ("Item {item} is privileged", "La pièce {item} est couverte par le secret"), [item_particular()], _privilege,
                audience=("matter:parties", "bench"), group="evidence")
rule = law.act("rule_on_evidence", "case", ("Rule on an item of evidence", "Statuer sur un élément de preuve"), ("Item {item}: {outcome}", "Pièce {item} : {outcome}"),
               [item_particular(), Particular("outcome", "choice", "outcome", "issue", choices=[Choice("admitted", "admitted", "admise"), Choice("excluded", "excluded", "écartée")]),
                Particular("violation", "yes_no", "obtained by a violation of the Statute or of recognised human rights", "obtenue en violation du Statut ou des droits de l'homme reconnus")], _rule, group="evidence")
undertake = law.act("give_witness_undertaking", "case", ("Give the undertaking of a witness", "Prendre l'engagement de témoin"), ("{witness} gave the undertaking", "{witness} a pris l'engagement"), [WITNESS],
                    lambda draft, entry: draft.trial.undertakings.__setitem__(entry.particulars["witness"], entry), group="evidence")
allow_form = law.act("allow_form_of_testimony", "case", ("Allow another form of testimony", "Autoriser une autre forme de témoignage"), ("{witness} may testify by {form}", "{witness} peut témoigner par {form}"),
                     [WITNESS, Particular("form", "text", "form", "forme")], lambda draft, entry: draft.trial.testimony_forms.__setitem__(entry.particulars["witness"], entry), group="evidence")
testify = law.act("hear_witness", "case", ("Hear a witness", "Entendre un témoin"), ("{witness} testified", "{witness} a déposé"),
                  [WITNESS, Particular("in_person", "yes_no", "in person", "en personne"), Particular("accused_unwilling", "yes_no", "the witness is an accused who does not wish to testify",
                                                                                                      "le témoin est un accusé qui ne souhaite pas déposer"),
                   Particular("views_of", "choice", "views heard before measures are set aside", "vues recueillies avant d'écarter les mesures", many=True, required=False, choices=[
                       Choice("victim", "the victim's", "de la victime"), Choice("witness", "the witness's", "du témoin")])],
                  lambda draft, entry: draft.trial.testified.__setitem__(entry.particulars["witness"], entry), group="evidence")
release = law.act("release_witness", "case", ("Release a witness", "Libérer un témoin"), ("{witness} was released", "{witness} a été libéré(e)"),
                  [WITNESS, Particular("defence_examined", "yes_no", "the defence examined the witness or declined to", "la Défense a interrogé le témoin ou y a renoncé")], group="evidence")
call_for = law.act("call_for_evidence", "case", ("Call for evidence", "Demander la présentation de preuves"), ("The Court called for {evidence}", "La Cour a demandé {evidence}"), [Particular("evidence", "text", "evidence", "preuve")], group="evidence")
notice = law.act("take_judicial_notice", "case", ("Take judicial notice", "Dresser le constat judiciaire d'un fait"), ("Judicial notice was taken: {fact}", "Constat judiciaire : {fact}"), [Particular("fact", "text", "fact", "fait")], group="evidence")


@law.fact("69(5)", ("the item is privileged", "la pièce est couverte par le secret professionnel"), needs=("item",), says_not=("the item is not privileged", "la pièce n'est pas couverte par le secret professionnel"))
def item_privileged(v: View) -> Any:
    known = trial_of(v).evidence.get(v.given.get("item", ""))
    return (known.privileged if known else None) or False


@law.fact("64(9)(a)", ("the item was submitted", "la pièce a été produite"), needs=("item",), says_not=("the item was not submitted", "la pièce n'a pas été produite"), cured_by=(submit,))
def item_submitted(v: View) -> Any:
    known = trial_of(v).evidence.get(v.given.get("item", ""))
    return (known.submitted if known else None) or False


@law.fact("69(3)", ("every item discussed was submitted", "chaque pièce débattue a été produite"), needs=("items",), says_not=("an item was not submitted", "une pièce n'a pas été produite"), cured_by=(submit,))
def items_submitted(v: View) -> Any:
    items = v.given.get("items")
    return None if items is None else all((known := trial_of(v).evidence.get(i)) is not None and known.submitted is not None for i in items)


@law.stage("69(1)", ("the witness gave the undertaking", "le témoin a pris l'engagement"), says_not=("the witness did not give the undertaking", "le témoin n'a pas pris l'engagement"), cured_by=(undertake,))
def undertaking_given(v: View) -> Any:
    return trial_of(v).undertakings.get(v.given.get("witness", ""), False)


@law.stage("69(2)", ("another form of testimony was allowed", "une autre forme de témoignage a été autorisée"), says_not=("no other form of testimony was allowed", "aucune autre forme de témoignage n'a été autorisée"),
           cured_by=(allow_form,))
def form_allowed(v: View) -> Any:
    return trial_of(v).testimony_forms.get(v.given.get("witness", ""), False)


in_person = told(law, "testimony_in_person", "69(2)", ("the witness testifies in person", "le témoin dépose en personne"), ("the witness does not testify in person", "le témoin ne dépose pas en personne"), "in_person")
no_prejudice = law.finding("form_without_prejudice", "69(2)", ("the form does not prejudice the rights of the accused", "la forme ne porte pas préjudice aux droits de l'accusé"), TC,
                           ("the accused can still test the testimony", "l'accusé peut encore éprouver le témoignage"), lasting=False)
unwilling = told(law, "accused_compelled", "67(1)(g)", ("an accused would testify against their will", "un accusé déposerait contre son gré"), ("no accused would testify against their will", "aucun accusé ne déposerait contre son gré"), "accused_unwilling")
defence_examined = told(law, "defence_examined", "67(1)(e)", ("the defence could examine the witness", "la Défense a pu interroger le témoin"), ("the defence could not examine the witness", "la Défense n'a pas pu interroger le témoin"), "defence_examined")
necessary = law.finding("needed_for_truth", "69(3)", ("the evidence is necessary to determine the truth", "la preuve est nécessaire à la manifestation de la vérité"), TC, ("what the Court needs to know", "ce que la Cour doit savoir"), lasting=False)
admits = chosen(law, "item_admitted", "64(9)(a)", ("the item is admitted", "la pièce est admise"), ("the item is excluded", "la pièce est écartée"), "outcome", "admitted")
relevant = law.finding("evidence_relevant", "69(4)", ("the item is relevant", "la pièce est pertinente"), TC, ("a bearing on a fact in issue", "un lien avec un fait en cause"), subject="item")
outweighs = law.finding("prejudice_outweighs", "69(4)", ("the prejudice outweighs the probative value", "le préjudice l'emporte sur la valeur probante"), TC,
                        ("probative value against prejudice to a fair trial or to a fair evaluation of testimony", "valeur probante comparée au préjudice pour l'équité du procès ou l'appréciation d'un témoignage"), subject="item")
violation = told(law, "obtained_by_violation", "69(7)", ("the item was obtained by a violation", "la pièce a été obtenue par une violation"), ("the item was not obtained by a violation", "la pièce n'a pas été obtenue par une violation"), "violation")
unreliable = law.finding("reliability_in_doubt", "69(7)(a)", ("the violation casts substantial doubt on reliability", "la violation jette un doute sérieux sur la fiabilité"), TC, ("substantial doubt", "doute sérieux"), subject="item")
harmful = law.finding("integrity_damaged", "69(7)(b)", ("admission would be antithetical to the integrity of the proceedings and seriously damage it", "l'admission compromettrait la procédure et porterait gravement atteinte à son intégrité"), TC,
                      ("both limbs", "les deux volets"), subject="item")
common = law.finding("common_knowledge", "69(6)", ("the fact is of common knowledge", "le fait est notoire"), TC, ("known to all and not disputed", "connu de tous et non contesté"), lasting=False)

law.power("69(3)", submit, ("prosecutor", "defence", "victims"), all_pleaded)
law.prohibition("69(5)", submit, item_privileged)
law.power("69(5)", claim, TC, trial_runs)
law.power("69(3)", discuss, (TC, "prosecutor", "defence"), all_of(trial_runs, items_submitted))
law.power("69(3)", call_for, TC, all_of(trial_runs, necessary))
law.power("64(9)(a)", rule, TC, item_submitted)
law.prohibition("69(4)", rule, all_of(admits, any_of(~relevant, outweighs)), name="relevance")
law.prohibition("69(7)", rule, all_of(admits, violation, any_of(unreliable, harmful)), name="violation")
law.power("69(1)", undertake, (TC, "registry"), trial_runs)
law.power("69(2)", allow_form, TC, all_of(trial_runs, no_prejudice))
law.power("69(1)", testify, TC, all_of(all_pleaded, trial_runs, undertaking_given, any_of(in_person, form_allowed)))
law.prohibition("67(1)(g)", testify, unwilling)
law.power("67(1)(e)", release, TC, all_of(trial_runs, defence_examined))
law.power("69(6)", notice, TC, all_of(trial_runs, common))

law.clause("69(8)", Class.NOT_EXECUTABLE, ("No ruling on national law", "Droit national"),
           ("How a State applied its own law is not for the Court.", "La Cour ne juge pas l'application par un État de sa propre loi."),
           reason=("It limits the reasons of a ruling, which the library does not read.", "Elle limite les motifs d'une décision, que la bibliothèque ne lit pas."))
for provision, title, summary in (
    ("69(1)", ("Undertaking of the witness", "Engagement du témoin"), ("Given before testifying.", "Pris avant de déposer.")),
    ("69(2)", ("Testimony in person", "Témoignage en personne"),
     ("In person unless a measure or an order allows another form.", "En personne, sauf mesure ou ordonnance permettant une autre forme.")),
    ("69(3)", ("Submission of evidence", "Production des preuves"),
     ("The parties submit; the Court may call for all that the truth requires.", "Les parties produisent ; la Cour peut demander tout ce que la vérité exige.")),
    ("69(4)", ("Relevance and admissibility", "Pertinence et admissibilité"),
     ("Weighed by probative value and prejudice.", "Appréciées selon la valeur probante et le préjudice.")),
    ("69(5)", ("Privileges", "Confidentialité"), ("Privileged material is respected.", "Le secret professionnel est respecté.")),
    ("69(6)", ("Judicial notice", "Faits notoires"), ("Facts of common knowledge need no proof.", "Les faits notoires n'ont pas à être prouvés.")),
    ("69(7)", ("Tainted evidence", "Preuves viciées"),
     ("A violation excludes where one of two effects is found.", "Une violation entraîne l'exclusion si l'un de deux effets est constaté.")),
    ("69(7)(a)", ("Reliability in doubt", "Fiabilité douteuse"),
     ("The violation casts substantial doubt on reliability.", "La violation jette un doute sérieux sur la fiabilité.")),
    ("69(7)(b)", ("Integrity of the proceedings", "Intégrité de la procédure"),
     ("Admission would betray and gravely harm the proceedings: both.", "L'admission trahirait la procédure et lui nuirait gravement : les deux.")),
):
    law.clause(provision, Class.RULE, title, summary)
