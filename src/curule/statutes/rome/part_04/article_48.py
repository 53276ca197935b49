"""Articles 48 and 49 of the Rome Statute: privileges, immunities and their waiver; pay."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.posture import Series
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.court import Court
from curule.statutes.rome.matters.roll import offered_judges, roll_of
from curule.statutes.rome.part_04.article_34 import court_open
from curule.statutes.rome.part_04.given_facts import entry_fact, is_one_of, stated
from curule.statutes.rome.part_04.judges_votes import judges_majority, votes_of_judges
from curule.statutes.rome.part_13.party_facts import party_leaf, suggest_parties

law = Chapter("rome", __name__)

law.clause("48(1)", Class.RULE, ("Privileges of the Court", "Privilèges de la Cour"), ("In the territory of each State Party, as far as its purposes need them.", "Sur le territoire de chaque État Partie, dans la mesure nécessaire à sa mission."))
law.clause("48(2)", Class.RULE, ("As heads of diplomatic missions", "Comme les chefs de mission diplomatique"), ("Judges, Prosecutor, Deputy Prosecutors, Registrar; for official acts also after the term.", "Juges, Procureur, procureurs adjoints, Greffier ; pour les actes officiels, même après le mandat."))
law.clause("48(3)", Class.RULE, ("Deputy Registrar and staff", "Greffier adjoint et personnel"), ("What their functions need, under the agreement on privileges.", "Ce que leurs fonctions exigent, selon l'accord sur les privilèges."))
law.clause("48(4)", Class.RULE, ("Counsel, experts, witnesses, others", "Conseils, experts, témoins, autres"), ("Those required at the seat get the treatment that the Court needs.", "Les personnes requises au siège reçoivent le traitement nécessaire."))
law.clause("48(5)", Class.RULE, ("Waiver", "Levée"), ("By the authority for each group, never by the holder alone.", "Par l'autorité compétente pour chaque catégorie."))
law.clause("48(5)(a)", Class.RULE, ("Judge or Prosecutor", "Juge ou Procureur"), ("Absolute majority of the judges.", "Majorité absolue des juges."))
law.clause("48(5)(b)", Class.RULE, ("Registrar", "Greffier"), ("The Presidency.", "La Présidence."))
law.clause("48(5)(c)", Class.RULE, ("Deputy Prosecutors and prosecution staff", "Procureurs adjoints et personnel du Bureau"), ("The Prosecutor.", "Le Procureur."))
law.clause("48(5)(d)", Class.RULE, ("Deputy Registrar and Registry staff", "Greffier adjoint et personnel du Greffe"), ("The Registrar.", "Le Greffier."))
law.clause("49", Class.RULE, ("Pay", "Traitements"), ("Fixed by the Assembly and not reduced during a term.", "Fixés par l'Assemblée et non réduits en cours de mandat."))

INTERNAL = ("organ:registrar", "organ:registry", "organ:presidency")
GROUPS = (Choice("judge", "judge", "juge"), Choice("prosecutor", "Prosecutor", "Procureur"), Choice("deputy_prosecutor", "Deputy Prosecutor", "procureur adjoint"), Choice("registrar", "Registrar", "Greffier"),
          Choice("deputy_registrar", "Deputy Registrar", "greffier adjoint"), Choice("prosecution_staff", "staff of the Prosecutor", "personnel du Bureau du Procureur"), Choice("registry_staff", "staff of the Registry", "personnel du Greffe"),
          Choice("counsel", "counsel", "conseil"), Choice("expert", "expert", "expert"), Choice("witness", "witness", "témoin"), Choice("other", "other person", "autre personne"))
PAID = (Choice("judge", "judge", "juge"), Choice("judge_part_time", "judge who does not serve full-time", "juge n'exerçant pas à plein temps"), *GROUPS[1:5])
person = Particular("person", "text", "person", "personne", suggest=lambda v: [(p, p) for p in v.posture.holders])
group = Particular("group", "choice", "group", "catégorie", choices=GROUPS)
paid_office = Particular("office", "choice", "office", "fonction", choices=PAID)
amount = Particular("amount", "amount", "yearly amount", "montant annuel", least=0)


def _enter(draft: Court, entry: Entry) -> None:
    draft.holders[entry.particulars["person"]] = entry


def _waive(draft: Court, entry: Entry) -> None:
    draft.waived[entry.particulars["person"]] = entry


def _end(draft: Court, entry: Entry) -> None:
    draft.status_ended[entry.particulars["person"]] = entry


def _pay(draft: Court, entry: Entry) -> None:
    draft.pay.setdefault(entry.particulars["office"], Series()).append(entry)


claim = law.act("claim_privileges", "court", ("Claim privileges and immunities of the Court in a State", "Invoquer les privilèges et immunités de la Cour dans un État"), ("Privileges and immunities were claimed in {state}", "Les privilèges et immunités ont été invoqués : {state}"),
                [Particular("state", "state", "State", "État", suggest=suggest_parties), Particular("subject", "text", "subject", "objet")], audience=INTERNAL)
enter = law.act("enter_status", "court", ("Enter a person's status", "Inscrire le statut d'une personne"), ("{person} ({group}): {status}", "{person} ({group}) : {status}"), [person, group, Particular("status", "choice", "status", "statut", choices=(
    Choice("diplomatic", "as head of a diplomatic mission", "comme un chef de mission diplomatique"), Choice("functional", "needed for the functions", "nécessaire aux fonctions"), Choice("treatment", "treatment needed for the Court's work", "traitement nécessaire au fonctionnement de la Cour"))),
    Particular("required_at_seat", "yes_no", "required at the seat", "requis au siège", required=False)], _enter, audience=INTERNAL)
end_status = law.act("end_status", "court", ("Record the end of a person's functions", "Inscrire la fin des fonctions d'une personne"), ("The functions of {person} ended", "Les fonctions de {person} ont pris fin"), [person], _end, audience=INTERNAL)
certify = law.act("certify_immunity", "court", ("Certify immunity", "Attester l'immunité"), ("Immunity of {person} was certified", "L'immunité de {person} a été attestée"), [person, Particular("official", "yes_no", "for words or acts of the functions", "pour des paroles ou actes relevant des fonctions")], audience=INTERNAL)
waive = law.act("waive_immunity", "court", ("Waive privileges and immunities", "Lever les privilèges et immunités"), ("Privileges and immunities of {person} were waived", "Les privilèges et immunités de {person} ont été levés"),
                [person, Particular("in_favour", "judge", "judges in favour", "juges favorables", many=True, required=False, suggest=offered_judges)], _waive)
fix_pay = law.act("fix_pay", "court", ("Fix pay", "Fixer les traitements"), ("The Assembly fixed the pay of {office} at {amount} from {since}", "L'Assemblée a fixé le traitement ({office}) à {amount} à compter du {since}"),
                  [paid_office, amount, Particular("since", "date", "from", "à compter du")], _pay)
pay = law.act("pay_official", "court", ("Pay an official", "Verser un traitement"), ("{person} ({office}): {amount} paid", "{person} ({office}) : {amount} versé"), [person, paid_office, amount, Particular("term_began", "date", "term began on", "début du mandat")], audience=INTERNAL)

state_party = party_leaf(law, "territory_of_party", "48(1)", ("that State is a Party", "cet État est Partie"), ("that State is no Party: an agreement is needed", "cet État n'est pas Partie : un accord est nécessaire"))
TOP = ("judge", "prosecutor", "deputy_prosecutor", "registrar")
top_official = is_one_of(law, "top_official", "48(2)", ("judge, Prosecutor, Deputy Prosecutor or Registrar", "juge, Procureur, procureur adjoint ou Greffier"), "group", TOP)
diplomatic = is_one_of(law, "diplomatic", "48(2)", ("the status is that of a head of mission", "le statut est celui d'un chef de mission"), "status", ("diplomatic",))
staff = is_one_of(law, "functional_group", "48(3)", ("Deputy Registrar or staff", "greffier adjoint ou membre du personnel"), "group", ("deputy_registrar", "prosecution_staff", "registry_staff"))
functional = is_one_of(law, "functional", "48(3)", ("the status is that needed for the functions", "le statut est celui nécessaire aux fonctions"), "status", ("functional",))
others = is_one_of(law, "other_group", "48(4)", ("counsel, expert, witness or another person", "conseil, expert, témoin ou autre personne"), "group", ("counsel", "expert", "witness", "other"))
treatment = is_one_of(law, "treatment", "48(4)", ("the status is the treatment needed", "le statut est le traitement nécessaire"), "status", ("treatment",))
required_at_seat = stated(law, "required_at_seat", "48(4)", ("required at the seat", "requis au siège"), "required_at_seat")


def _group(v: View) -> str | None:
    entry = v.posture.holders.get(v.given.get("person", ""))
    return entry.particulars["group"] if entry is not None else None


def _of_group(id: str, provision: str, says: tuple[str, str], *groups: str) -> Any:
    def test(v: View) -> Any:
        return None if v.given.get("person") is None else _group(v) in groups

    test.__name__ = id
    return law.fact(provision, says, needs=("person",), cured_by=("enter_status",))(test)


registered_top = _of_group("registered_top", "48(2)", ("entered as a judge, Prosecutor, Deputy Prosecutor or Registrar", "inscrit comme juge, Procureur, procureur adjoint ou Greffier"), *TOP)
judge_or_prosecutor = _of_group("judge_or_prosecutor", "48(5)(a)", ("entered as a judge or the Prosecutor", "inscrit comme juge ou Procureur"), "judge", "prosecutor")
the_registrar = _of_group("the_registrar", "48(5)(b)", ("entered as Registrar", "inscrit comme Greffier"), "registrar")
prosecution = _of_group("prosecution", "48(5)(c)", ("entered as Deputy Prosecutor or staff of the Prosecutor", "inscrit comme procureur adjoint ou personnel du Bureau"), "deputy_prosecutor", "prosecution_staff")
registry = _of_group("registry_staff", "48(5)(d)", ("entered as Deputy Registrar or staff of the Registry", "inscrit comme greffier adjoint ou personnel du Greffe"), "deputy_registrar", "registry_staff")
status_over = entry_fact(law, "status_over", "48(2)", ("the functions have ended", "les fonctions ont pris fin"), lambda v: v.posture.status_ended.get(v.given.get("person", "")), ("end_status",), needs=("person",), says_not=("the functions have not ended", "les fonctions n'ont pas pris fin"))
known_person = entry_fact(law, "known_person", "48(5)", ("that person is on the register", "cette personne figure au registre"), lambda v: v.posture.holders.get(v.given.get("person", "")), ("enter_status",), needs=("person",))
waived_already = entry_fact(law, "waived_already", "48(5)", ("waived", "levés"), lambda v: v.posture.waived.get(v.given.get("person", "")), ("waive_immunity",), needs=("person",))
official_act = stated(law, "official_act", "48(2)", ("for words or acts of the functions", "pour des paroles ou actes relevant des fonctions"), "official")
waiver_majority = judges_majority(law, "majority_to_waive", "48(5)(a)")
waiver_voters = votes_of_judges(law, "voters_on_waiver", "48(5)(a)")
part_time_office = is_one_of(law, "part_time_office", "35(4)", ("paid as a judge who does not serve full-time", "rémunéré comme juge n'exerçant pas à plein temps"), "office", ("judge_part_time",), says_not=("not paid as a judge who does not serve full-time", "non rémunéré comme juge n'exerçant pas à plein temps"))


@law.fact("35(4)", ("that person is a judge not required to serve full-time", "cette personne est un juge non tenu d'exercer à plein temps"), needs=("person",))
def serves_part_time(v: View) -> Any:
    roll = roll_of(v)
    known = roll.judges.get(v.given.get("person", "")) if roll is not None else None
    return known is not None and known.extent != "full"



def _floor(v: View) -> int | None:
    """The highest yearly amount fixed for that office since the term began, that in force on its first day included."""
    began, scales = v.given.get("term_began"), v.posture.pay.get(v.given.get("office", ""), ())
    if began is None or not scales:
        return None
    running = [s for s in scales if s.particulars["since"] <= v.on]
    before = [s for s in running if s.particulars["since"] <= began][-1:]
    return max((s.particulars["amount"] for s in (*before, *(s for s in running if s.particulars["since"] > began))), default=0)


not_reduced = law.measure("not_reduced", "49", ("not less than at any time of the term", "pas moins qu'à tout moment du mandat"), lambda v: v.given.get("amount"), ">=", _floor, needs=("amount",), says_not=("pay is reduced during the term", "le traitement est réduit en cours de mandat"))


@law.fact("49", ("the Assembly fixed the pay of that office", "l'Assemblée a fixé le traitement de cette fonction"), needs=("office",), cured_by=("fix_pay",))
def pay_fixed(v: View) -> Any:
    scales = v.posture.pay.get(v.given.get("office", ""))
    return scales[-1] if scales else False


REGISTRAR = ("registrar", "registry")
law.power("48(1)", claim, REGISTRAR, all_of(court_open, state_party))
law.power("48(2)", enter, REGISTRAR, all_of(top_official, diplomatic), name="diplomatic")
law.power("48(3)", enter, REGISTRAR, all_of(staff, functional), name="functional")
law.power("48(4)", enter, REGISTRAR, all_of(others, treatment, required_at_seat), name="treatment")
law.power("48(2)", end_status, REGISTRAR, known_person)
law.power("48(2)", certify, REGISTRAR, all_of(registered_top, any_of(~status_over, official_act)))
law.prohibition("48(5)", certify, waived_already, name="waived")
law.power("48(5)(a)", waive, "judges", all_of(judge_or_prosecutor, waiver_voters, waiver_majority), name="waive_for_judge_or_prosecutor")
law.power("48(5)(b)", waive, "presidency", the_registrar, name="waive_for_registrar")
law.power("48(5)(c)", waive, "prosecutor", prosecution, name="waive_for_prosecution")
law.power("48(5)(d)", waive, "registrar", registry, name="waive_for_registry")
law.power("49", fix_pay, "assembly")
law.power("49", pay, REGISTRAR, all_of(pay_fixed, not_reduced))
law.prohibition("35(4)", pay, all_of(serves_part_time, ~part_time_office), name="part_time")
