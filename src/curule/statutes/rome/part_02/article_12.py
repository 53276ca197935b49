"""Articles 11, 12 and 19(1) of the Rome Statute: jurisdiction in time, consent of a link State, declarations, and the Court's own finding."""

from __future__ import annotations

from datetime import date
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import No, Truth, all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.jurisdiction import Conduct, JurisdictionAnswer, in_scope, jurisdiction_over
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.state_files import Declaration, StatesRegister
from curule.statutes.rome.membership import STATUTE_IN_FORCE, memberships, party_on
from curule.statutes.rome.part_02.article_13 import situation_of, trigger
from curule.statutes.rome.part_05.facts import case_open, person_code, person_particular
from curule.statutes.rome.part_13.article_125 import file_for, received_by, register_open, state_name
from curule.statutes.rome.part_13.party_facts import register_of, state_particular

__all__ = ["conduct_of", "law", "trigger_of"]

law = Chapter("rome", __name__)

law.clause("11(1)", Class.RULE, ("No crimes before the Statute", "Pas de crimes antérieurs au Statut"),
           ("Only crimes after 1 July 2002; of conduct that spans the day, the later part.", "Seuls les crimes postérieurs au 1er juillet 2002 ; d'un fait continu, la partie postérieure."))
law.clause("11(2)", Class.RULE, ("States that join later", "États qui adhèrent plus tard"),
           ("For them only crimes after their own day of entry into force, unless a declaration reaches back.",
            "Pour eux, seuls les crimes postérieurs à leur propre entrée en vigueur, sauf déclaration remontant plus haut."))
law.clause("12(1)", Class.RULE, ("Joining is accepting", "Adhérer, c'est accepter"), ("A Party accepts jurisdiction over the crimes of article 5.", "La Partie accepte la compétence pour les crimes de l'article 5."))
law.clause("12(2)", Class.RULE, ("One link State must consent", "Un État de rattachement doit consentir"),
           ("On a State's referral or own initiative, the State of place or of nationality must be Party or have accepted.",
            "Sur renvoi d'un État ou initiative propre, l'État du lieu ou de nationalité doit être partie ou avoir accepté."))
law.clause("12(2)(a)", Class.RULE, ("Territory or flag", "Territoire ou pavillon"), ("The State of the place, or of registration of the ship or aircraft.", "L'État du lieu, ou d'immatriculation du navire ou de l'aéronef."))
law.clause("12(2)(b)", Class.RULE, ("Nationality of the accused", "Nationalité de l'accusé"), ("The State whose national the accused is.", "L'État dont l'accusé est ressortissant."))
law.clause("12(3)", Class.RULE, ("Declaration of acceptance", "Déclaration d'acceptation"),
           ("A State that is not a Party may accept jurisdiction by declaration lodged with the Registrar; it must then cooperate.",
            "Un État non partie peut accepter la compétence par déclaration déposée auprès du Greffier ; il doit alors coopérer."))
law.clause("19(1)", Class.RULE, ("The Court satisfies itself", "La Cour s'assure de sa compétence"),
           ("In every case the Court ascertains its jurisdiction; it may examine admissibility of its own motion.",
            "Dans chaque affaire, la Cour s'assure qu'elle est compétente ; elle peut examiner d'office la recevabilité."))

law.reading("first_day", "11(1)", ("Does the day of entry into force itself count?", "Le jour même de l'entrée en vigueur compte-t-il ?"),
            {"included": ("yes, as the Court's practice has it", "oui, selon la pratique de la Cour"), "after": ("no: after means the next day", "non : après s'entend du lendemain")})
law.reading("opt_out_124", "124", ("What does a declaration under article 124 exclude?", "Que retranche une déclaration au titre de l'article 124 ?"),
            {"blocks": ("the crime, whichever other State is linked", "le crime, quel que soit l'autre État de rattachement"),
             "own_link": ("only the consent of the declaring State", "seulement l'acceptation de l'État déclarant")})
law.reading("after_withdrawal", "127(2)", ("Which earlier crimes remain within jurisdiction after a withdrawal?", "Quels crimes antérieurs restent de la compétence après un retrait ?"),
            {"while_party": ("all committed while the State was a Party", "tous ceux commis alors que l'État était partie"),
             "under_consideration": ("those of matters before the Court by then", "ceux des questions dont la Cour était déjà saisie")})
law.reading("declared_crimes", "12(3)", ("Does a declaration that names crimes cover others?", "Une déclaration qui nomme des crimes en couvre-t-elle d'autres ?"),
            {"named": ("no: acceptance is of the crime in question", "non : l'acceptation vise le crime dont il s'agit"),
             "situation": ("yes: every crime of article 5 in the situation", "oui : tout crime de l'article 5 dans la situation")},
            ("The second is that of the Rules of Procedure and Evidence, rule 44(2).", "La seconde est celle du Règlement de procédure et de preuve, règle 44-2."))


def _declare(draft: StatesRegister, entry: Entry) -> None:
    """A declaration that did not reach the Registrar stays on the record without effect."""
    given = entry.particulars
    if given.get("received_by", "registrar") != "registrar":
        return
    file_for(draft, entry).declarations.append(Declaration(basis="12(3)", entry=entry, since=given.get("since"), until=given.get("until")))


lodge = law.act(
    "lodge_acceptance", "states", ("Lodge a declaration accepting jurisdiction", "Déposer une déclaration d'acceptation de la compétence"),
    ("{state} accepted jurisdiction by declaration", "{state} a accepté la compétence par déclaration"),
    [state_particular(), state_name, received_by("registrar"), Particular("since", "date", "for conduct since", "pour les faits depuis le", required=False),
     Particular("until", "date", "for conduct until", "pour les faits jusqu'au", required=False),
     Particular("crimes", "provision", "crimes in question", "crimes visés", many=True, required=False)], _declare)
determine = law.act(
    "determine_jurisdiction", "case", ("Determine jurisdiction", "Se prononcer sur la compétence"),
    ("The Chamber determined jurisdiction over {crime}: {outcome}", "La Chambre s'est prononcée sur la compétence ({crime}) : {outcome}"),
    [Particular("outcome", "choice", "outcome", "décision", choices=[
        Choice("has", "the Court has jurisdiction", "la Cour est compétente"), Choice("lacks", "the Court lacks jurisdiction", "la Cour n'est pas compétente")]),
     Particular("crime", "provision", "crime", "crime"), Particular("from_day", "date", "first day of the conduct", "premier jour des faits"),
     Particular("to_day", "date", "last day of the conduct", "dernier jour des faits", required=False),
     Particular("territory", "state", "State of the place", "État du lieu", required=False),
     Particular("vessel", "state", "State of registration of the vessel or aircraft", "État d'immatriculation du navire ou de l'aéronef", required=False),
     Particular("nationalities", "state", "nationality of the accused", "nationalité de l'accusé", many=True, required=False), person_particular(required=False)],
    lambda draft, entry: setattr(draft.admissibility, "jurisdiction", entry))


def trigger_of(v: View) -> tuple[str, Entry | None]:
    """The trigger of the situation: the Council's referral first, since it needs no consent."""
    for code in ("13(b)", "13(a)", "13(c)"):
        entry = trigger(v, code)
        if entry is not None:
            return code, entry
    return "", None


def _born(v: View) -> date | None:
    """The date of birth of the person in question, where it is on record."""
    code = person_code(v)
    entry = v.posture.responsibility.born.get(code) if code is not None and isinstance(v.posture, Case) else None
    return entry.particulars["born"] if entry is not None else None


def conduct_of(v: View) -> Conduct | None:
    """The conduct that the particulars describe, once crime and day are given."""
    given, first = v.given, v.given.get("from_day")
    if first is None or "crime" not in given:
        return None
    trigger, entry = trigger_of(v)
    found = situation_of(v)
    return Conduct(given["crime"], first, given.get("to_day", first), given.get("territory"), given.get("vessel"), given.get("nationalities", ()), trigger, entry,
                   found.opened.done_on if found is not None and found.opened is not None else None, _born(v))


def _answer(v: View) -> JurisdictionAnswer | None:
    conduct = conduct_of(v)
    return jurisdiction_over(register_of(v), conduct, v.reading) if conduct is not None else None


def _gate(v: View, provision: str) -> Any:
    answer = _answer(v)
    gate = answer.gate(provision) if answer is not None else None
    if answer is None or (gate is not None and gate.truth is Truth.OPEN):
        return None
    if gate is None:
        return True
    return (gate.entries or True) if gate.truth is Truth.MET else No(*gate.entries)


NEEDS = ("crime", "from_day")


@law.fact("19(1)", ("the Chamber finds that the Court has jurisdiction", "la Chambre conclut à la compétence de la Cour"), needs=("outcome",))
def finds_jurisdiction(v: View) -> Any:
    outcome = v.given.get("outcome")
    return None if outcome is None else outcome == "has"


@law.fact("19(1)", ("the Court has satisfied itself of its jurisdiction", "la Cour s'est assurée de sa compétence"), cured_by=("determine_jurisdiction",))
def jurisdiction_determined(v: View) -> Any:
    return v.posture.admissibility.jurisdiction or False


@law.fact("12(1)", ("the crime is one of article 5", "le crime relève de l'article 5"), needs=NEEDS)
def article_5_crime(v: View) -> Any:
    return _gate(v, "5(1)")


@law.fact("11(1)", ("the crime was committed after the Statute entered into force", "le crime est postérieur à l'entrée en vigueur du Statut"), needs=NEEDS)
def after_statute(v: View) -> Any:
    return _gate(v, "11(1)")


@law.fact("11(2)", ("the crime was not committed before a link State's acceptance took effect", "le crime n'est pas antérieur à la prise d'effet de l'acceptation d'un État de rattachement"), needs=NEEDS)
def after_acceptance(v: View) -> Any:
    return _gate(v, "11(2)")


@law.fact("13(a)", ("a State Party referred the situation", "un État Partie a déféré la situation"), cured_by=("refer_situation",))
def state_trigger(v: View) -> Any:
    return None if situation_of(v) is None else trigger(v, "13(a)") or False


@law.fact("13(b)", ("the Security Council referred the situation", "le Conseil de sécurité a déféré la situation"), cured_by=("refer_situation_by_council",))
def council_trigger(v: View) -> Any:
    return None if situation_of(v) is None else trigger(v, "13(b)") or False


@law.fact("13(c)", ("an investigation of the Prosecutor's own initiative was authorised", "une enquête d'initiative a été autorisée"), cured_by=("authorise_investigation",))
def own_initiative_trigger(v: View) -> Any:
    return None if situation_of(v) is None else trigger(v, "13(c)") or False


def _member(v: View, states: tuple[str | None, ...]) -> Any:
    register = register_of(v)
    if register is None or conduct_of(v) is None:
        return None
    deposits = tuple(m.deposit for s in states if s for m in memberships(register, s))
    return deposits or False


@law.fact("12(2)(a)", ("the State of the place, or of registration, is or was a Party", "l'État du lieu, ou d'immatriculation, est ou a été partie"), needs=("territory", "vessel"))
def territorial_party(v: View) -> Any:
    return _member(v, (v.given.get("vessel") or v.given.get("territory"),))


@law.fact("12(2)(b)", ("a State of which the accused is a national is or was a Party", "un État dont l'accusé est ressortissant est ou a été partie"), needs=("nationalities",))
def national_party(v: View) -> Any:
    return _member(v, tuple(v.given.get("nationalities", ())))


@law.fact("12(3)", ("such a State accepted jurisdiction by declaration", "un tel État a accepté la compétence par déclaration"), cured_by=("lodge_acceptance",))
def accepted_by_declaration(v: View) -> Any:
    register, conduct = register_of(v), conduct_of(v)
    if register is None or conduct is None:
        return None
    lodged = [d.entry for s in conduct.states if s in register.states for d in register.states[s].declarations if d.basis == "12(3)" and d.entry]
    found = [entry for entry in lodged if in_scope(entry, conduct.crime, v.reading)]
    return tuple(found) or False


@law.fact("124", ("no declaration under article 124 excludes the crime", "aucune déclaration au titre de l'article 124 n'exclut le crime"), needs=NEEDS)
def not_excluded_by_opt_out(v: View) -> Any:
    return _gate(v, "124")


@law.fact("121(5)", ("amendments that cover the crime bind the Parties concerned", "les amendements qui visent le crime lient les Parties concernées"), needs=NEEDS)
def amendment_binds(v: View) -> Any:
    return _gate(v, "121(5)")


@law.fact("127(2)", ("a withdrawal does not take the crime out of jurisdiction", "un retrait ne soustrait pas le crime à la compétence"), needs=NEEDS)
def withdrawal_harmless(v: View) -> Any:
    return _gate(v, "127(2)")


@law.fact("12(3)", ("the State is not a Party", "l'État n'est pas partie"), says_not=("the State is a Party: it needs no declaration", "l'État est partie : il n'a pas à déclarer"), needs=("state",))
def not_a_party(v: View) -> Any:
    state, register = v.given.get("state"), register_of(v)
    if state is None or register is None:
        return None
    party = party_on(register, state, v.on)
    return No(party) if isinstance(party, Entry) else True


@law.fact("12(3)", ("it is lodged with the Registrar", "elle est déposée auprès du Greffier"), needs=("received_by",))
def lodged_with_registrar(v: View) -> Any:
    received = v.given.get("received_by")
    return None if received is None else received == "registrar"


def _since(v: View) -> date:
    given: date | None = v.given.get("since")
    return given or STATUTE_IN_FORCE


not_before_statute = law.measure("declared_since_statute", "11(1)", ("it does not reach back before the Statute", "elle ne remonte pas avant le Statut"), _since, ">=",
                                 lambda v: STATUTE_IN_FORCE, needs=("since",))

@law.fact("26", ("the person was eighteen, where the date of birth is on record", "la personne avait dix-huit ans, si sa date de naissance est au dossier"), needs=NEEDS)
def of_age(v: View) -> Any:
    return _gate(v, "26")


def _aggression_leaf(id: str, provision: str, en: str, fr: str) -> Any:
    def test(v: View) -> Any:
        return _gate(v, provision)

    test.__name__ = id
    return law.fact(provision, (en, fr), needs=NEEDS)(test)


AGGRESSION_GATES = {
    "15bis(2)": _aggression_leaf("aggression_after_the_year", "15bis(2)", "aggression: a year after the thirtieth acceptance", "agression : un an après la trentième acceptation"),
    "15bis(3)": _aggression_leaf("aggression_active", "15bis(3)", "aggression: in the time that the activation opens", "agression : dans le temps ouvert par l'activation"),
    "15bis(4)": _aggression_leaf("aggression_not_opted_out", "15bis(4)", "aggression: the State of nationality had not opted out", "agression : l'État de nationalité ne s'y était pas soustrait"),
    "15bis(5)": _aggression_leaf("aggression_between_parties", "15bis(5)", "aggression: no State that is not a Party is concerned", "agression : aucun État non partie n'est concerné"),
    "15ter(2)": _aggression_leaf("aggression_referred_after_the_year", "15ter(2)", "aggression, Council: a year after the thirtieth acceptance", "agression, Conseil : un an après la trentième acceptation"),
    "15ter(3)": _aggression_leaf("aggression_referred_active", "15ter(3)", "aggression, Council: in the time that the activation opens", "agression, Conseil : dans le temps ouvert par l'activation"),
}

@law.fact("13", ("its situation came before the Court by no trigger", "sa situation n'a été déférée à la Cour par aucun mode de saisine"))
def untriggered_situation(v: View) -> Any:
    return situation_of(v) is not None and not trigger_of(v)[0]


law.prohibition("13", "open_case", untriggered_situation, name="open_case")
law.power("12(3)", lodge, "state", all_of(register_open, not_a_party, lodged_with_registrar, not_before_statute))
law.duty("19(1)", determine, ("pre_trial_chamber", "trial_chamber", "appeals_chamber"), case_open, jurisdiction_determined)
@law.fact("19(1)", ("the days of the conduct stand in their order and lie in the past", "les jours des faits se suivent dans l'ordre et sont passés"), needs=("from_day", "to_day"),
          says_not=("the conduct ends before it begins, or has not happened yet", "les faits finissent avant de commencer, ou n'ont pas encore eu lieu"))
def days_in_order(v: View) -> Any:
    first = v.given.get("from_day")
    return None if first is None else first <= v.given.get("to_day", first) <= v.on


law.prohibition("19(1)", determine, ~days_in_order, name="days_in_order")
law.prohibition("12(1)", determine, all_of(finds_jurisdiction, ~article_5_crime))
law.prohibition("11(1)", determine, all_of(finds_jurisdiction, ~after_statute))
law.prohibition("13", determine, all_of(finds_jurisdiction, ~any_of(state_trigger, council_trigger, own_initiative_trigger)))
law.prohibition("12(2)", determine, all_of(finds_jurisdiction, ~council_trigger, ~any_of(territorial_party, national_party, accepted_by_declaration)))
law.prohibition("11(2)", determine, all_of(finds_jurisdiction, ~after_acceptance))
law.prohibition("124", determine, all_of(finds_jurisdiction, ~not_excluded_by_opt_out))
law.prohibition("121(5)", determine, all_of(finds_jurisdiction, ~amendment_binds))
law.prohibition("26", determine, all_of(finds_jurisdiction, ~of_age))
for _provision, _leaf in AGGRESSION_GATES.items():
    law.prohibition(_provision, determine, all_of(finds_jurisdiction, ~_leaf))
law.prohibition("127(2)", determine, all_of(finds_jurisdiction, ~withdrawal_harmless))
