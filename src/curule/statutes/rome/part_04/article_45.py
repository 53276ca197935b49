"""Articles 45 to 47 of the Rome Statute: the solemn undertaking; removal from office; disciplinary measures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.leaves import Fact
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.roll import CourtJudge, Removal, Roll, Tenure, holder_on, in_office, judges_in_office, offered_judges
from curule.statutes.rome.part_04.given_facts import entry_fact, is_one_of, stated
from curule.statutes.rome.part_04.judges_votes import judges_majority, members_majority, votes_of_judges

law = Chapter("rome", __name__)

law.clause("45", Class.RULE, ("Solemn undertaking", "Engagement solennel"), ("Judges, Prosecutor, Registrar and deputies undertake in open court, before taking up their duties, to act impartially and conscientiously.",
           "Juges, Procureur, Greffier et adjoints s'engagent en séance publique, avant d'entrer en fonctions, à agir en toute impartialité et en toute conscience."))
law.clause("46(1)", Class.RULE, ("Removal from office", "Perte de fonctions"), ("On one of two grounds, by the decision that this article requires.", "Pour l'un de deux motifs, par la décision que prévoit cet article."))
law.clause("46(1)(a)", Class.RULE, ("Serious misconduct or breach of duties", "Faute lourde ou manquement grave"), ("As found under the Rules.", "Constatés selon le Règlement."))
law.clause("46(1)(b)", Class.RULE, ("Inability", "Incapacité"), ("Unable to perform the functions.", "Incapacité d'exercer les fonctions."))
law.clause("46(2)", Class.RULE, ("The Assembly by secret ballot", "L'Assemblée au scrutin secret"), ("For judges, the Prosecutor and Deputy Prosecutors.", "Pour les juges, le Procureur et les procureurs adjoints."))
law.clause("46(2)(a)", Class.RULE, ("A judge", "Un juge"), ("Two thirds of the States Parties, on the recommendation of two thirds of the other judges.", "Les deux tiers des États Parties, sur recommandation des deux tiers des autres juges."))
law.clause("46(2)(b)", Class.RULE, ("The Prosecutor", "Le Procureur"), ("Absolute majority of the States Parties.", "Majorité absolue des États Parties."))
law.clause("46(2)(c)", Class.RULE, ("A Deputy Prosecutor", "Un procureur adjoint"), ("Absolute majority of the States Parties, on the Prosecutor's recommendation.", "Majorité absolue des États Parties, sur recommandation du Procureur."))
law.clause("46(3)", Class.RULE, ("Registrar and Deputy Registrar", "Greffier et greffier adjoint"), ("Absolute majority of the judges.", "Majorité absolue des juges."))
law.clause("46(4)", Class.RULE, ("The official is heard", "L'intéressé est entendu"), ("Full opportunity to give and receive evidence and make submissions; no other part in the matter.",
           "Toute latitude pour produire et recevoir des preuves et faire valoir ses arguments ; aucune autre participation."))
law.clause("47", Class.RULE, ("Disciplinary measures", "Sanctions disciplinaires"), ("For misconduct of a less serious nature, under the Rules.", "Pour une faute moins grave, selon le Règlement."))

PERSON_OFFICES = (Choice("judge", "judge", "juge"), Choice("prosecutor", "Prosecutor", "Procureur"), Choice("deputy_prosecutor", "Deputy Prosecutor", "procureur adjoint"),
                  Choice("registrar", "Registrar", "Greffier"), Choice("deputy_registrar", "Deputy Registrar", "greffier adjoint"))
CONFIDENTIAL = ("bench", "organ:presidency", "organ:bureau", "organ:registrar")


def _in_office(v: View) -> list[tuple[str, str]]:
    """Everybody in one of the five offices, for forms."""
    others = [t.person for office in BOUND_OFFICES for t in holder_on(v.posture, office, v.on)]
    return [(code, code) for code in (*judges_in_office(v.posture, v.on), *others)]


BOUND_OFFICES = ("prosecutor", "deputy_prosecutor", "registrar", "deputy_registrar")
person = Particular("person", "text", "person", "personne", suggest=_in_office)
office = Particular("office", "choice", "office", "fonction", choices=PERSON_OFFICES)


def _without_undertaking(v: View) -> list[tuple[str, str]]:
    """Who is elected and has not given the undertaking, for forms."""
    elected = (*v.posture.judges, *(t.person for t in v.posture.offices if t.office in BOUND_OFFICES))
    return [(code, code) for code in dict.fromkeys(elected) if code not in v.posture.undertakings]


def _undertake(draft: Roll, entry: Entry) -> None:
    for code in entry.particulars["persons"]:
        draft.undertakings[code] = entry


def _begin(draft: Roll, entry: Entry) -> None:
    draft.removals[entry.particulars["person"]] = Removal(entry.particulars["office"], entry)


def _on_removal(field: str) -> Any:
    def effect(draft: Roll, entry: Entry) -> None:
        known = draft.removals.get(entry.particulars["person"])
        if known is not None:
            setattr(known, field, entry)

    return effect


def _remove(draft: Roll, entry: Entry) -> None:
    _on_removal("decided")(draft, entry)
    code = entry.particulars["person"]
    if code in draft.judges:
        draft.judges[code].ended = entry
    for tenure in draft.offices:
        if tenure.person == code:
            tenure.ended = entry


in_favour = Particular("in_favour", "judge", "judges in favour", "juges favorables", many=True, required=False, suggest=offered_judges)
states_in_favour = Particular("states_in_favour", "integer", "States Parties in favour", "États Parties favorables", least=0, required=False)
undertake = law.act("give_undertaking", "roll", ("Give the solemn undertaking", "Prendre l'engagement solennel"), ("{persons} gave the solemn undertaking", "{persons} a pris l'engagement solennel"), [
    Particular("persons", "text", "persons", "personnes", many=True, suggest=_without_undertaking), Particular("open_court", "yes_no", "in open court", "en séance publique")], _undertake)
begin = law.act("begin_removal", "roll", ("Begin proceedings for removal", "Engager la procédure de perte de fonctions"), ("Proceedings for removal of {person} ({office}) began", "Une procédure de perte de fonctions a été engagée : {person} ({office})"),
                [person, office], _begin, audience=CONFIDENTIAL)
hear = law.act("hear_official", "roll", ("Hear the official", "Entendre l'intéressé"), ("{person} presented and received evidence and made submissions", "{person} a produit et reçu des preuves et fait valoir ses arguments"),
               [person], _on_removal("heard"), audience=CONFIDENTIAL)
recommend = law.act("recommend_removal", "roll", ("Recommend removal", "Recommander la perte de fonctions"), ("Removal of {person} was recommended", "La perte de fonctions de {person} a été recommandée"),
                    [person, in_favour], _on_removal("recommended"), audience=CONFIDENTIAL)
remove = law.act("remove_official", "roll", ("Remove from office", "Relever de ses fonctions"), ("{person} was removed from office", "{person} a été relevé de ses fonctions"),
                 [person, states_in_favour, in_favour, Particular("secret", "yes_no", "by secret ballot", "au scrutin secret", required=False)], _remove)
discipline = law.act("impose_disciplinary_measure", "roll", ("Impose a disciplinary measure", "Prononcer une sanction disciplinaire"), ("A disciplinary measure was imposed on {person}: {measure}",
                     "Une sanction disciplinaire a été prononcée contre {person} : {measure}"), [person, office, Particular("measure", "choice", "measure", "sanction", choices=(
                         Choice("reprimand", "reprimand", "blâme"), Choice("pecuniary", "pecuniary sanction", "sanction pécuniaire"), Choice("removal", "removal", "perte de fonctions")))], audience=CONFIDENTIAL)

in_open_court = stated(law, "in_open_court", "45", ("in open court", "en séance publique"), "open_court")


@law.fact("45", ("that person gave the undertaking", "cette personne a pris l'engagement"), needs=("person",), cured_by=("give_undertaking",), says_not=("that person has not given the undertaking", "cette personne n'a pas pris l'engagement"))
def undertaking_given(v: View) -> Any:
    return v.posture.undertakings.get(v.given.get("person", "")) or False


def _election(roll: Roll, code: str) -> CourtJudge | Tenure | None:
    """The election by which a person holds one of the five offices, the first of them."""
    return roll.judges.get(code) or next((t for t in roll.offices if t.person == code and t.office in BOUND_OFFICES), None)


@law.fact("45", ("that person is elected and did not leave", "cette personne est élue et n'a pas quitté ses fonctions"), needs=("person",))
def elected_and_not_left(v: View) -> Any:
    known = _election(v.posture, v.given.get("person", ""))
    return known is not None and known.ended is None and known.entry


def _eve(v: View) -> date | None:
    known = _election(v.posture, v.given["person"])
    return known.since - timedelta(days=1) if known is not None else None


@law.fact("45", ("all judges of the Chamber gave the undertaking", "tous les juges de la Chambre ont pris l'engagement"), needs=("judges",), cured_by=("give_undertaking",), says_not=("a judge of the Chamber has not given the undertaking", "un juge de la Chambre n'a pas pris l'engagement"))
def all_undertook(v: View) -> Any:
    chosen = v.given.get("judges")
    return None if chosen is None else all(c in v.posture.undertakings for c in chosen)


def _each_official(v: View) -> Iterable[Mapping[str, Any]]:
    return [{"person": code} for code in (*v.posture.judges, *dict.fromkeys(t.person for t in v.posture.offices if t.office in BOUND_OFFICES))]


def _holds(roll: Roll, code: str, which: str, v: View) -> bool:
    return in_office(roll, code, v.on) if which == "judge" else any(t.person == code for t in holder_on(roll, which, v.on))


@law.fact("46(1)", ("that person holds that office", "cette personne occupe cette fonction"), needs=("person", "office"))
def holds_office(v: View) -> Any:
    code, which = v.given.get("person"), v.given.get("office")
    return None if code is None or which is None else _holds(v.posture, code, which, v)


def _asked(v: View) -> Removal | None:
    found: Removal | None = v.posture.removals.get(v.given.get("person", ""))
    return found


@law.stage("46(1)", ("proceedings for removal are pending", "une procédure de perte de fonctions est en cours"), cured_by=("begin_removal",), says_not=("no proceedings for removal are pending", "aucune procédure de perte de fonctions n'est en cours"))
def removal_pending(v: View) -> Any:
    found = _asked(v)
    return None if v.given.get("person") is None else (found is not None and found.decided is None and found.begun) or False


def _recommended_by(v: View, organ: str) -> Entry | None:
    entry = found.recommended if (found := _asked(v)) else None
    return entry if entry is not None and entry.actor is not None and entry.actor.organ == organ else None


def _concerns(id: str, provision: str, says: tuple[str, str], *offices: str) -> Fact:
    def test(v: View) -> Any:
        found = _asked(v)
        return None if found is None else found.office in offices

    test.__name__ = id
    declare: Callable[[Callable[[View], Any]], Fact] = law.fact(provision, says, needs=("person",))
    return declare(test)


concerns_judge = _concerns("concerns_judge", "46(2)(a)", ("it concerns a judge", "elle vise un juge"), "judge")
concerns_prosecutor = _concerns("concerns_prosecutor", "46(2)(b)", ("it concerns the Prosecutor", "elle vise le Procureur"), "prosecutor")
concerns_deputy = _concerns("concerns_deputy", "46(2)(c)", ("it concerns a Deputy Prosecutor", "elle vise un procureur adjoint"), "deputy_prosecutor")
concerns_registry = _concerns("concerns_registry", "46(3)", ("it concerns the Registrar or Deputy Registrar", "elle vise le Greffier ou le greffier adjoint"), "registrar", "deputy_registrar")
STANDARD = ("on the evidence, under the Rules", "au vu des preuves, selon le Règlement")
serious_misconduct = law.finding("serious_misconduct", "46(1)(a)", ("serious misconduct or serious breach of duties", "faute lourde ou manquement grave aux devoirs"), ("assembly", "judges"), STANDARD, lasting=False, says_not=("no serious misconduct or breach of duties", "ni faute lourde ni manquement grave aux devoirs"))
unable = law.finding("unable", "46(1)(b)", ("unable to perform the functions", "dans l'incapacité d'exercer les fonctions"), ("assembly", "judges"), STANDARD, lasting=False, says_not=("able to perform the functions", "en mesure d'exercer les fonctions"))
heard = entry_fact(law, "official_heard", "46(4)", ("the official was heard", "l'intéressé a été entendu"), lambda v: (r := _asked(v)) and r.heard, ("hear_official",), needs=("person",), says_not=("the official was not heard", "l'intéressé n'a pas été entendu"))
recommended = entry_fact(law, "removal_recommended", "46(2)(a)", ("the other judges recommended it", "les autres juges l'ont recommandé"), lambda v: _recommended_by(v, "judges"), ("recommend_removal",), needs=("person",))
recommended_by_prosecutor = entry_fact(law, "recommended_by_prosecutor", "46(2)(c)", ("the Prosecutor recommended it", "le Procureur l'a recommandé"), lambda v: _recommended_by(v, "prosecutor"),
                                       ("recommend_removal",), needs=("person",))
two_thirds_of_others = judges_majority(law, "two_thirds_of_others", "46(2)(a)", share=(2, 3), excluded=lambda v: v.given.get("person", ""), others_only=True)
others_vote = votes_of_judges(law, "others_vote", "46(4)", lambda v: v.given.get("person", ""))
two_thirds_of_parties = members_majority(law, "two_thirds_of_parties", "46(2)(a)", (2, 3), "states_in_favour")
majority_of_parties = members_majority(law, "majority_of_parties", "46(2)(b)", (1, 2), "states_in_favour")
majority_of_parties_on_deputy = members_majority(law, "majority_of_parties_on_deputy", "46(2)(c)", (1, 2), "states_in_favour")
majority_of_judges = judges_majority(law, "majority_to_remove", "46(3)")
remove_voters = votes_of_judges(law, "voters_on_removal", "46(3)")
secret_removal = stated(law, "secret_removal", "46(2)", ("the ballot is secret", "le scrutin est secret"), "secret")
less_serious = law.finding("less_serious_misconduct", "47", ("misconduct of a less serious nature", "faute d'une gravité moindre"), ("presidency", "bureau"), STANDARD, lasting=False)
lesser_measure = is_one_of(law, "lesser_measure", "47", ("a measure short of removal", "une sanction autre que la perte de fonctions"), "measure", ("reprimand", "pecuniary"))

OFFICIALS = ("judges", "prosecutor", "deputy_prosecutor", "registrar")
law.power("45", undertake, OFFICIALS, in_open_court)
law.duty("45", undertake, OFFICIALS, elected_and_not_left, undertaking_given, each=_each_official, due=_eve,
         name="before_taking_up_duties", empowers=False)
law.prohibition("45", "constitute_chamber", ~all_undertook, name="undertaking")
law.prohibition("45", "lead_case", ~undertaking_given, name="undertaking_of_prosecutor")
law.power("46(1)", begin, ("presidency", "bureau"), holds_office)
law.power("46(4)", hear, ("presidency", "judges", "assembly", "bureau"), removal_pending)
law.power("46(2)(a)", recommend, "judges", all_of(removal_pending, concerns_judge, others_vote, two_thirds_of_others), name="recommend_removal_of_judge")
law.power("46(2)(c)", recommend, "prosecutor", all_of(removal_pending, concerns_deputy), name="recommend_removal_of_deputy")
law.power("46(2)(a)", remove, "assembly", all_of(recommended, secret_removal, two_thirds_of_parties), name="remove_judge")
law.power("46(2)(b)", remove, "assembly", all_of(concerns_prosecutor, secret_removal, majority_of_parties), name="remove_prosecutor")
law.power("46(2)(c)", remove, "assembly", all_of(recommended_by_prosecutor, secret_removal, majority_of_parties_on_deputy), name="remove_deputy_prosecutor")
law.power("46(3)", remove, "judges", all_of(concerns_registry, remove_voters, majority_of_judges), name="remove_registrar")
law.prohibition("46(1)", remove, ~removal_pending, name="without_proceedings")
law.prohibition("46(1)", remove, ~any_of(serious_misconduct, unable), name="without_ground")
law.prohibition("46(4)", remove, ~heard, name="unheard")
law.power("47", discipline, ("presidency", "bureau", "prosecutor"), all_of(holds_office, less_serious, lesser_measure))
