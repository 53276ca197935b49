"""Articles 79 and 80 of the Rome Statute: the Trust Fund, and national penalties."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.court import Court
from curule.statutes.rome.part_05.facts import on_record, person_code, person_particular
from curule.statutes.rome.part_06.facts import chosen, told
from curule.statutes.rome.part_08.appeal_time import execution_suspended

law = Chapter("rome", __name__)

COURT = ("trial_chamber", "appeals_chamber", "presidency")


def _mark(field: str) -> Any:
    def effect(draft: Court, entry: Entry) -> None:
        setattr(draft.fund, field, entry)

    return effect


def _order(draft: Case, entry: Entry) -> None:
    draft.sentences.orders.append(entry)


def _transfer(draft: Case, entry: Entry) -> None:
    draft.sentences.transfers.append(entry)


establish = law.act("establish_trust_fund", "court", ("Establish the Trust Fund", "Créer le Fonds au profit des victimes"), ("The Assembly established the Trust Fund: {decision}", "L'Assemblée a créé le Fonds au profit des victimes : {decision}"),
                    [Particular("decision", "text", "decision", "décision")], _mark("established"), group="Trust Fund")
adopt = law.act("adopt_fund_criteria", "court", ("Adopt criteria for the Trust Fund", "Adopter les principes de gestion du Fonds"), ("The Assembly adopted criteria for the Trust Fund: {version}", "L'Assemblée a adopté les principes de gestion du Fonds : {version}"),
                [Particular("version", "text", "version", "version")], _mark("criteria"), group="Trust Fund")
pay = law.act(
    "pay_from_trust_fund", "court", ("Pay from the Trust Fund", "Effectuer un versement du Fonds"), ("The Trust Fund paid: {purpose}", "Le Fonds a versé : {purpose}"),
    [Particular("beneficiary", "choice", "for", "au profit de", choices=[Choice("victims", "victims of crimes within the jurisdiction", "victimes de crimes relevant de la compétence"), Choice("families", "their families", "leurs familles"), Choice("others", "others", "autres")]),
     Particular("amount", "amount", "amount", "montant"), Particular("purpose", "text", "purpose", "objet"), Particular("within_criteria", "yes_no", "within the criteria of the Assembly", "conforme aux principes de l'Assemblée")],
    lambda draft, entry: draft.fund.payments.append(entry), group="Trust Fund")
order = law.act("order_transfer_to_trust_fund", "case", ("Order a transfer to the Trust Fund", "Ordonner un versement au Fonds"), ("Transfer to the Trust Fund was ordered: {what}", "Le versement au Fonds a été ordonné : {what}"),
                [person_particular(), Particular("what", "choice", "what", "objet", choices=[Choice("fine", "money collected as a fine", "produit d'une amende"), Choice("forfeiture", "property forfeited", "biens confisqués")])], _order, group="sentence")
transfer = law.act("transfer_to_trust_fund", "case", ("Transfer to the Trust Fund", "Verser au Fonds"), ("{amount} was transferred to the Trust Fund", "{amount} a été versé au Fonds"),
                   [person_particular(), Particular("amount", "amount", "amount", "montant")], _transfer, group="sentence")

fund_exists = on_record(law, "trust_fund_established", "79(1)", ("the Trust Fund is established", "le Fonds est créé"), ("the Trust Fund is not established", "le Fonds n'est pas créé"), lambda v: v.posture.fund.established, cured_by=(establish,))
criteria_adopted = on_record(law, "fund_criteria_adopted", "79(3)", ("the Assembly adopted criteria", "l'Assemblée a adopté des principes de gestion"), ("the Assembly adopted no criteria", "l'Assemblée n'a adopté aucun principe de gestion"), lambda v: v.posture.fund.criteria, cured_by=(adopt,))
for_victims = chosen(law, "for_victims_or_families", "79(1)", ("it benefits victims or their families", "il profite aux victimes ou à leurs familles"), ("it benefits others", "il profite à d'autres"), "beneficiary", "victims", "families")
within = told(law, "within_fund_criteria", "79(3)", ("the payment is within the criteria", "le versement est conforme aux principes"), ("the payment is outside the criteria", "le versement n'est pas conforme aux principes"), "within_criteria")


@law.fact("79(2)", ("such a penalty was imposed on the person", "une telle peine a été prononcée contre la personne"), needs=("what",), cured_by=("impose_sentence",), says_not=("no such penalty was imposed on the person", "aucune peine de cette nature n'a été prononcée contre la personne"))
def penalty_imposed(v: View) -> Any:
    made, what = v.posture.sentences.persons.get(person_code(v) or ""), v.given.get("what")
    if what is None:
        return None
    return made.entry if made is not None and made.entry is not None and made.entry.particulars.get(what) else False


@law.stage("79(2)", ("the Court ordered a transfer to the Fund", "la Cour a ordonné un versement au Fonds"), cured_by=(order,), says_not=("the Court ordered no transfer to the Fund", "la Cour n'a ordonné aucun versement au Fonds"))
def transfer_ordered(v: View) -> Any:
    return next((e for e in v.posture.sentences.orders if e.particulars["person"] == person_code(v)), False)


law.power("79(1)", establish, "assembly", ~fund_exists)
law.power("79(3)", adopt, "assembly", fund_exists)
law.power("79(3)", pay, "trust_fund", all_of(criteria_adopted, within))
law.prohibition("79(1)", pay, ~for_victims)
law.power("79(2)", order, COURT, penalty_imposed)
law.power("79(2)", transfer, ("registrar", "registry"), transfer_ordered)
law.prohibition("81(4)", transfer, execution_suspended)

for provision, title, summary in (
    ("79(1)", ("Trust Fund", "Fonds au profit des victimes"),
     ("Created by the Assembly for victims and their families.", "Créé par l'Assemblée pour les victimes et leurs familles.")),
    ("79(2)", ("Transfer to the Fund", "Versement au Fonds"),
     ("Fines and forfeited property go there when the Court so orders.", "Amendes et biens confisqués y sont versés si la Cour l'ordonne.")),
    ("79(3)", ("Management of the Fund", "Gestion du Fonds"),
     ("On criteria that the Assembly fixes.", "Selon les principes que fixe l'Assemblée.")),
):
    law.clause(provision, Class.RULE, title, summary)

law.clause("80", Class.NOT_EXECUTABLE, ("National penalties", "Peines nationales"),
           ("Part 7 leaves penalties and laws of States untouched.", "La partie 7 ne touche ni aux peines ni au droit des États."),
           reason=("It speaks to national law and asks nothing of the Court.", "La règle vise le droit interne et ne demande rien à la Cour."))
