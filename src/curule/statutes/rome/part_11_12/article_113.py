"""Articles 113 to 118 of the Rome Statute: financing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.court import Court
from curule.statutes.rome.part_04.article_34 import court_open
from curule.statutes.rome.part_04.given_facts import entry_fact, is_one_of
from curule.statutes.rome.part_13.party_facts import party_leaf, states_parties, suggest_parties

law = Chapter("rome", __name__)

law.clause("113", Class.RULE, ("Financial texts", "Textes financiers"), ("Statute, and Financial Regulations and Rules adopted by the Assembly, govern all financial matters.", "Le Statut, et le Règlement financier et règles de gestion financière adoptés par l'Assemblée, régissent toutes les questions financières."))
law.clause("114", Class.RULE, ("Expenses", "Dépenses"), ("Expenses of Court, Assembly, Bureau and subsidiary bodies are paid from the funds of the Court.", "Les dépenses de la Cour, de l'Assemblée, du Bureau et des organes subsidiaires sont payées sur les ressources de la Cour."))
law.clause("115", Class.RULE, ("Sources of funds", "Ressources"), ("Two, within the budget that the Assembly decides.", "Deux, dans le cadre du budget arrêté par l'Assemblée."))
law.clause("115(a)", Class.RULE, ("Assessed contributions", "Contributions"), ("Of the States Parties.", "Des États Parties."))
law.clause("115(b)", Class.RULE, ("Funds of the United Nations", "Ressources de l'ONU"), ("With approval of the General Assembly, notably for referrals by the Security Council.", "Avec l'approbation de l'Assemblée générale, notamment pour les affaires renvoyées par le Conseil de sécurité."))
law.clause("116", Class.RULE, ("Voluntary contributions", "Contributions volontaires"), ("Additional funds under criteria of the Assembly.", "Ressources supplémentaires selon les critères de l'Assemblée."))
law.clause("117", Class.RULE, ("Assessment", "Calcul des contributions"), ("An agreed scale, based on that of the United Nations and adjusted by its principles.", "Un barème convenu, fondé sur celui de l'ONU et adapté selon ses principes."))
law.clause("118", Class.RULE, ("Annual audit", "Vérification annuelle"), ("By an independent auditor.", "Par un contrôleur indépendant."))

INTERNAL = ("organ:registrar", "organ:registry", "organ:presidency", "organ:assembly")
HUNDRED_PERCENT = 1_000_000
"""The shares of a scale, in parts per million, add up to this."""

year = Particular("year", "text", "financial year", "exercice")
state = Particular("state", "state", "State", "État", required=False, suggest=suggest_parties)
amount = Particular("amount", "amount", "amount", "montant", least=0)


def _set(field: str) -> Any:
    return lambda draft, entry: setattr(draft, field, entry)


def _keep(table: str, key: str = "year") -> Any:
    return lambda draft, entry: getattr(draft, table).__setitem__(entry.particulars[key], entry)


def _book(draft: Court, entry: Entry) -> None:
    draft.income.append(entry)


adopt = law.act("adopt_financial_regulations", "court", ("Adopt Financial Regulations and Rules", "Adopter le Règlement financier"), ("The Assembly adopted Financial Regulations and Rules", "L'Assemblée a adopté le Règlement financier et règles de gestion financière"), [], _set("financial_regulations"))
budget = law.act("adopt_budget", "court", ("Adopt the budget", "Adopter le budget"), ("The budget of {year} was adopted: {amount}", "Le budget {year} a été adopté : {amount}"), [year, amount], _keep("budgets"))
spend = law.act("pay_expense", "court", ("Pay an expense", "Payer une dépense"), ("{amount} was paid for {purpose} ({year})", "{amount} payé pour {purpose} ({year})"), [
    year, amount, Particular("purpose", "text", "purpose", "objet"), Particular("charged_to", "choice", "charged to", "imputé à", choices=(Choice("court_funds", "funds of the Court", "ressources de la Cour"), Choice("host", "a host or third party", "un hôte ou un tiers"))),
    Particular("regulation", "text", "financial regulation", "disposition financière", required=False)], audience=INTERNAL)
scale = law.act("adopt_scale", "court", ("Adopt the scale of assessments", "Adopter le barème des quotes-parts"), ("The scale of assessments of {year} was adopted", "Le barème {year} a été adopté"), [
    year, Particular("shares", "text", "shares (State:parts per million)", "quotes-parts (État:millionièmes)", many=True), Particular("based_on", "choice", "based on", "fondé sur", choices=(Choice("un_scale", "the United Nations scale, adjusted", "le barème de l'ONU, adapté"), Choice("other", "another", "autre")))], _keep("scales"))
book = law.act("book_income", "court", ("Book income", "Inscrire une recette"), ("{amount} was booked ({source})", "{amount} inscrit ({source})"), [
    year, amount, Particular("source", "choice", "source", "source", choices=(Choice("assessed", "assessed contribution", "contribution"), Choice("un", "funds of the United Nations", "ressources de l'ONU"), Choice("voluntary", "voluntary contribution", "contribution volontaire"), Choice("none", "no source", "aucune source"))),
    state], _book, audience=INTERNAL)
approve = law.act("record_general_assembly_approval", "court", ("Record the General Assembly's approval of funds", "Inscrire l'approbation de ressources par l'Assemblée générale"), ("The General Assembly approved funds for {year}", "L'Assemblée générale a approuvé des ressources pour {year}"), [year], _keep("un_approvals"))
criteria = law.act("set_voluntary_criteria", "court", ("Set criteria for voluntary contributions", "Fixer les critères des contributions volontaires"), ("The Assembly set criteria for voluntary contributions", "L'Assemblée a fixé les critères des contributions volontaires"), [], _set("criteria"))
audit = law.act("file_audit_report", "court", ("File an audit report", "Déposer un rapport de vérification"), ("The audit report on {year} was filed by {auditor}", "Le rapport de vérification de {year} a été déposé par {auditor}"), [year, Particular("auditor", "text", "auditor", "contrôleur")], _keep("audits"))

regulations_adopted = entry_fact(law, "financial_regulations_adopted", "113", ("Financial Regulations and Rules are adopted", "le Règlement financier est adopté"), lambda v: v.posture.financial_regulations, ("adopt_financial_regulations",))


@law.fact("113", ("the payment cites a financial regulation", "le paiement se réfère à une disposition financière"), needs=("regulation",))
def regulation_cited(v: View) -> Any:
    return bool(v.given.get("regulation"))


budget_decided = entry_fact(law, "budget_decided", "115", ("the budget of that year is decided", "le budget de cet exercice est arrêté"), lambda v: v.posture.budgets.get(v.given.get("year", "")), ("adopt_budget",), needs=("year",))
from_court_funds = is_one_of(law, "from_court_funds", "114", ("charged to the funds of the Court", "imputé aux ressources de la Cour"), "charged_to", ("court_funds",))
assessed = is_one_of(law, "assessed", "115(a)", ("it is an assessed contribution", "c'est une contribution"), "source", ("assessed",))
from_un = is_one_of(law, "from_un", "115(b)", ("it comes from the United Nations", "elle provient de l'ONU"), "source", ("un",))
voluntary = is_one_of(law, "voluntary", "116", ("it is a voluntary contribution", "c'est une contribution volontaire"), "source", ("voluntary",))
payer_is_party = party_leaf(law, "payer_is_party", "115(a)", ("the State that pays is a Party", "l'État qui verse est Partie"), ("the State that pays is no Party", "l'État qui verse n'est pas Partie"))


def _shares(entry: Entry | None, given: Any = None) -> dict[str, int]:
    shares: dict[str, int] = {}
    for part in (entry.particulars["shares"] if entry is not None else given or ()):
        code, _, number = part.partition(":")
        if number.strip().isdecimal():
            shares[code.strip()] = int(number)
    return shares


assessed_by_scale = entry_fact(law, "assessed_by_scale", "117", ("the scale of that year is adopted", "le barème de cet exercice est adopté"), lambda v: v.posture.scales.get(v.given.get("year", "")), ("adopt_scale",), needs=("year",))
un_approved = entry_fact(law, "un_approved", "115(b)", ("the General Assembly approved the funds of that year", "l'Assemblée générale a approuvé les ressources de cet exercice"), lambda v: v.posture.un_approvals.get(v.given.get("year", "")), ("record_general_assembly_approval",), needs=("year",))
criteria_set = entry_fact(law, "criteria_set", "116", ("the Assembly set criteria", "l'Assemblée a fixé des critères"), lambda v: v.posture.criteria, ("set_voluntary_criteria",))
meets_criteria = law.finding("meets_criteria", "116", ("it meets the criteria and is additional", "elle répond aux critères et est supplémentaire"), "registrar", ("on the terms of the offer", "au vu des termes de l'offre"), lasting=False)
un_scale = is_one_of(law, "un_scale", "117", ("based on the United Nations scale, adjusted by its principles", "fondé sur le barème de l'ONU, adapté selon ses principes"), "based_on", ("un_scale",))
whole = law.measure("shares_add_up", "117", ("the shares add up to the whole", "les quotes-parts forment un tout"), lambda v: sum(_shares(None, v.given["shares"]).values()) if "shares" in v.given else None, "==", HUNDRED_PERCENT, needs=("shares",))


@law.fact("117", ("every State Party has a share, and nobody else", "chaque État Partie a une quote-part, et lui seul"), needs=("shares",))
def every_party_has_share(v: View) -> Any:
    if v.other("states") is None or "shares" not in v.given:
        return None
    return {*_shares(None, v.given["shares"])} == {*states_parties(v)}


@law.fact("118", ("the auditor is independent: not of the Court's staff", "le contrôleur est indépendant : il n'est pas membre du personnel"), needs=("auditor",), says_not=("the auditor is of the Court's staff", "le contrôleur est membre du personnel"))
def independent_auditor(v: View) -> Any:
    name = v.given.get("auditor")
    return None if name is None else name not in v.posture.staff and name not in v.posture.holders


@law.fact("118", ("that year has ended", "cet exercice est clos"), needs=("year",))
def year_ended(v: View) -> Any:
    number = v.given.get("year")
    return None if number is None else str(number).isdecimal() and int(number) < v.on.year


audited = entry_fact(law, "audited", "118", ("the audit report on that year is filed", "le rapport de vérification de cet exercice est déposé"), lambda v: v.posture.audits.get(v.given.get("year", "")), ("file_audit_report",), needs=("year",))


def _years(v: View) -> Iterable[Mapping[str, Any]]:
    return [{"year": number} for number in v.posture.budgets]


law.power("113", adopt, "assembly", court_open)
law.power("115", budget, "assembly", court_open)
law.power("114", spend, ("registrar", "registry", "prosecutor"), all_of(regulations_adopted, regulation_cited, budget_decided, from_court_funds))
law.power("117", scale, "assembly", all_of(un_scale, whole, every_party_has_share))
law.power("115(a)", book, ("registrar", "registry"), all_of(budget_decided, assessed, payer_is_party, assessed_by_scale), name="assessed")
law.power("115(b)", book, ("registrar", "registry"), all_of(budget_decided, from_un, un_approved), name="united_nations")
law.power("116", book, ("registrar", "registry"), all_of(voluntary, criteria_set, meets_criteria), name="voluntary")
law.power("115(b)", approve, ("registrar", "registry"), court_open)
law.power("116", criteria, "assembly", court_open)
law.duty("118", audit, ("registrar", "registry"), all_of(budget_decided, year_ended), audited, each=_years, due=lambda v: date(int(v.given["year"]) + 1, 12, 31))
law.prohibition("118", audit, ~independent_auditor, name="dependent")
