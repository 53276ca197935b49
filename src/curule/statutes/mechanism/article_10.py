"""Article 10 of the Statute of the Mechanism: nomination, list, ballot, vacancies, terms, extra judges."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from curule.law.calendar import add, days, years
from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.posture import Series
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.article_08 import NATIONALITY, judge_in_office, known_judge, twenty_five, two_of_one_nationality
from curule.statutes.mechanism.article_09 import QUALIFIED
from curule.statutes.mechanism.election import majority, read_votes
from curule.statutes.mechanism.matters.roll import Nominee, Roll, RollJudge, Term, nationality_of, ready
from curule.statutes.mechanism.matters.roll_particulars import (
    candidate,
    experience,
    judge,
    name,
    nationalities,
    nationality,
    rights_in,
    since,
    tribunals,
    until,
)

law = Chapter("irmct", __name__)

law.clause("10(1)", Class.RULE, ("Election by the General Assembly", "Élection par l'Assemblée générale"),
           ("Judges are elected from a list of the Security Council: invitation, nominations, list, ballot.",
            "Les juges sont élus sur une liste du Conseil de sécurité : invitation, candidatures, liste, scrutin."))
law.clause("10(1)(a)", Class.RULE, ("Invitation to nominate", "Invitation à présenter des candidats"),
           ("The Secretary-General invites Members and non-member States with a permanent observer mission to nominate.",
            "Le Secrétaire général invite les Membres et les États non membres dotés d'une mission permanente d'observation à présenter des candidats."))
law.clause("10(1)(b)", Class.RULE, ("Two candidates in sixty days", "Deux candidats en soixante jours"),
           ("Each State may nominate up to two qualified candidates within sixty days of the invitation.",
            "Chaque État peut présenter deux candidats qualifiés au plus dans les soixante jours de l'invitation."))
law.clause("10(1)(c)", Class.RULE, ("The Council's list", "Liste du Conseil"),
           ("From the nominations forwarded, the Security Council draws up a list of thirty or more, mindful of the principal legal systems.",
            "À partir des candidatures transmises, le Conseil établit une liste de trente noms au moins, compte tenu des principaux systèmes juridiques."))
law.clause("10(1)(d)", Class.RULE, ("The ballot", "Le scrutin"),
           ("Twenty-five are elected by absolute majority of all States entitled to vote; of compatriots above it, the two with most votes.",
            "Vingt-cinq sont élus à la majorité absolue de tous les États votants ; parmi des compatriotes, les deux ayant le plus de voix."))
law.clause("10(2)", Class.RULE, ("Vacancy", "Vacance"),
           ("After consulting both Presidents, the Secretary-General appoints a qualified person for the rest of the term.",
            "Après consultation des deux Présidents, le Secrétaire général nomme une personne qualifiée pour le reste du mandat."))
law.clause("10(3)", Class.RULE, ("Term and reappointment", "Durée du mandat et reconduction"),
           ("Four years; the Secretary-General may reappoint after consulting both Presidents.",
            "Quatre ans ; le Secrétaire général peut reconduire après consultation des deux Présidents."))
law.clause("10(4)", Class.RULE, ("Extra judges", "Juges supplémentaires"),
           ("When no judge of the roll is available and nothing else helps, further judges may be appointed at the President's request.",
            "Si aucun juge de la liste n'est disponible et qu'aucune autre solution n'existe, d'autres juges peuvent être nommés à la demande du Président."))

judges_term = law.reading(
    "judges_term", "10(3)", ("May an appointment be for less than four years?", "Une nomination peut-elle être de moins de quatre ans ?"),
    {"as_appointed": ("yes, the appointment states its term (practice)", "oui, l'acte de nomination en fixe la durée (pratique)"),
     "four_years": ("no, always four years", "non, toujours quatre ans")},
    ("The judges of the Mechanism have been reappointed for two years.", "Les juges du Mécanisme ont été reconduits pour deux ans."))


def _invite(draft: Roll, entry: Entry) -> None:
    draft.invited = entry


def _nominate(draft: Roll, entry: Entry) -> None:
    given = entry.particulars
    draft.nominees[given["judge"]] = Nominee(given.get("name", ""), given["nationality"], given.get("tribunals", ()), given.get("experience", ()), entry)
    draft.nominations.setdefault(given["state"], Series()).append(given["judge"])


def _seat(draft: Roll, entry: Entry, code: str, how: str) -> None:
    """Give a judge a term; who was nominated keeps what the nomination said."""
    given = entry.particulars
    known = draft.judges.get(code)
    if known is None:
        nominee = draft.nominees.get(code, Nominee())
        known = draft.judges[code] = RollJudge(given.get("name") or nominee.name, given.get("nationality") or nominee.nationality,
                                               given.get("tribunals") or nominee.tribunals, given.get("experience") or nominee.experience)
    known.ended = None
    known.terms.append(Term(code, given["since"], given["until"], how, entry))
    for key in [k for k in draft.consulted if k.startswith(f"{how}:") and k.endswith(f":{code}")]:
        del draft.consulted[key]


def _elect(draft: Roll, entry: Entry) -> None:
    draft.ballots.append(entry)
    for code in entry.particulars["judges"]:
        _seat(draft, entry, code, "elected")


def _appointing(how: str) -> Callable[[Roll, Entry], None]:
    def effect(draft: Roll, entry: Entry) -> None:
        _seat(draft, entry, entry.particulars["judge"], how)
        predecessor = draft.judges.get(entry.particulars.get("predecessor", ""))
        if predecessor is not None:
            predecessor.replaced_by = entry.particulars["judge"]
        if how == "extra":
            draft.extra_requested = None

    return effect


def _end(draft: Roll, entry: Entry) -> None:
    known = draft.judges.get(entry.particulars["judge"])
    if known is not None:
        known.ended = entry


def _consult(draft: Roll, entry: Entry) -> None:
    draft.consulted[f"{entry.particulars['purpose']}:{entry.particulars['consulted']}:{entry.particulars['judge']}"] = entry


def _candidates(v: View) -> Sequence[tuple[str, str]]:
    return [(code, n.name or code) for code, n in v.posture.nominees.items()]


def _listed(v: View) -> Sequence[tuple[str, str]]:
    listed = v.posture.listed
    return [] if listed is None else [(code, v.posture.nominees[code].name or code) for code in listed.particulars["judges"] if code in v.posture.nominees]


invite = law.act("invite_nominations", "roll", ("Invite nominations", "Inviter à présenter des candidats"),
                 ("The Secretary-General invited {states} to nominate judges", "Le Secrétaire général a invité {states} à présenter des candidats"),
                 [Particular("states", "state", "Members and observer non-member States invited", "Membres et États non membres observateurs invités", many=True)], _invite)
nominate = law.act("nominate_judge", "roll", ("Nominate a candidate", "Présenter un candidat"), ("{state} nominated {judge}", "{state} a présenté {judge}"), [
    Particular("state", "state", "nominating State", "État présentateur"), candidate, name, nationality, nationalities, rights_in, tribunals, experience], _nominate)
forward = law.act("forward_nominations", "roll", ("Forward the nominations to the Security Council", "Transmettre les candidatures au Conseil de sécurité"),
                  ("The nominations were forwarded to the Security Council", "Les candidatures ont été transmises au Conseil de sécurité"), [],
                  lambda draft, entry: setattr(draft, "forwarded", entry))
establish_list = law.act("establish_list", "roll", ("Draw up the list of candidates", "Établir la liste des candidats"),
                         ("The Security Council listed {judges}", "Le Conseil de sécurité a inscrit {judges}"),
                         [Particular("judges", "judge", "candidates", "candidats", many=True, suggest=_candidates)], lambda draft, entry: setattr(draft, "listed", entry))
transmit = law.act("transmit_list", "roll", ("Transmit the list to the General Assembly", "Transmettre la liste à l'Assemblée générale"),
                   ("The list was transmitted to the General Assembly", "La liste a été transmise à l'Assemblée générale"), [],
                   lambda draft, entry: setattr(draft, "transmitted", entry))
elect_judges = law.act("elect_judges", "roll", ("Elect judges", "Élire des juges"), ("The General Assembly elected {judges}", "L'Assemblée générale a élu {judges}"), [
    Particular("judges", "judge", "judges elected", "juges élus", many=True, suggest=_listed),
    Particular("votes", "text", "votes, as candidate:number", "voix, sous la forme candidat:nombre", many=True),
    Particular("electorate", "integer", "States entitled to vote", "États ayant le droit de vote", least=1), since, until], _elect)
consult = law.act("record_consultation", "roll", ("Record a consultation", "Inscrire une consultation"),
                  ("The Secretary-General consulted {consulted} on {judge} ({purpose})", "Le Secrétaire général a consulté {consulted} au sujet de {judge} ({purpose})"), [
    Particular("consulted", "choice", "consulted", "consulté", choices=(
        Choice("council", "the President of the Security Council", "le Président du Conseil de sécurité"),
        Choice("assembly", "the President of the General Assembly", "le Président de l'Assemblée générale"),
        Choice("judges", "the judges of the Mechanism", "les juges du Mécanisme"))),
    Particular("purpose", "choice", "purpose", "objet", choices=(
        Choice("vacancy", "filling a vacancy", "pourvoir un siège vacant"), Choice("reappointed", "reappointment", "reconduction"),
        Choice("extra", "an extra judge", "un juge supplémentaire"), Choice("president", "the presidency", "la présidence"))),
    judge], _consult, audience=("organ:secretary_general", "bench", "organ:registry", "organ:registrar"))
end_office = law.act("record_end_of_office", "roll", ("Record that a judge left office", "Inscrire la fin des fonctions d'un juge"),
                     ("{judge} left office with effect from {effective} ({cause})", "{judge} a cessé ses fonctions au {effective} ({cause})"), [
    judge, Particular("cause", "choice", "cause", "cause", choices=(
        Choice("resignation", "resignation", "démission"), Choice("death", "death", "décès"), Choice("other", "other", "autre"))),
    Particular("effective", "date", "first day out of office", "premier jour hors fonctions")], _end)
fill = law.act("appoint_to_vacancy", "roll", ("Fill a vacancy", "Pourvoir un siège vacant"),
               ("{judge} was appointed in place of {predecessor} until {until}", "{judge} a été nommé en remplacement de {predecessor} jusqu'au {until}"), [
    candidate, Particular("predecessor", "judge", "predecessor", "prédécesseur"), name, nationality, nationalities, rights_in, tribunals, experience, since, until],
    _appointing("vacancy"))
reappoint = law.act("reappoint_judge", "roll", ("Reappoint a judge", "Reconduire un juge"),
                    ("{judge} was reappointed from {since} to {until}", "{judge} a été reconduit du {since} au {until}"), [judge, since, until], _appointing("reappointed"))
request_extra = law.act("request_extra_judge", "roll", ("Ask for an extra judge", "Demander un juge supplémentaire"),
                        ("The President asked the Secretary-General for an extra judge: {reason}", "Le Président a demandé au Secrétaire général un juge supplémentaire : {reason}"),
                        [Particular("reason", "text", "reason", "motif")], lambda draft, entry: setattr(draft, "extra_requested", entry))
appoint_extra = law.act("appoint_extra_judge", "roll", ("Appoint an extra judge", "Nommer un juge supplémentaire"),
                        ("{judge} was appointed as an extra judge until {until}", "{judge} a été nommé juge supplémentaire jusqu'au {until}"),
                        [candidate, name, nationality, nationalities, rights_in, tribunals, experience, since, until], _appointing("extra"))


@law.stage("10(1)(a)", ("nominations have been invited", "l'invitation à présenter des candidats a été lancée"), cured_by=("invite_nominations",))
def invited(v: View) -> Any:
    return v.posture.invited or False


@law.fact("10(1)(a)", ("that State was invited", "cet État a été invité"), says_not=("that State was not invited", "cet État n'a pas été invité"), needs=("state",))
def state_invited(v: View) -> Any:
    state, invitation = v.given.get("state"), v.posture.invited
    return None if state is None or invitation is None else (invitation if state in invitation.particulars["states"] else no(invitation))


nominations = law.limit("nominations", "roll", ("nominations of judges", "candidatures aux fonctions de juge"), "10(1)(b)", days(60),
                        runs_from=lambda v: v.posture.invited, stopped_by=lambda v: v.posture.forwarded, binds=("state",))


def _already(v: View) -> int | None:
    state = v.given.get("state")
    return None if state is None else len(v.posture.nominations.get(state, ()))


under_two = law.measure("under_two_nominations", "10(1)(b)", ("the State has nominated fewer than two", "l'État a présenté moins de deux candidats"), _already, "<", 2,
                        needs=("state",), says_not=("the State has already nominated two", "l'État a déjà présenté deux candidats"))
nominations_closed = law.measure("nominations_closed", "10(1)(c)", ("the time for nominations has ended", "le délai de présentation a expiré"),
                                 lambda v: v.on, ">", lambda v: v.library.due(v.library.limits["nominations"], v))


@law.fact("10(1)(c)", ("the nominations were forwarded", "les candidatures ont été transmises"), cured_by=("forward_nominations",))
def forwarded(v: View) -> Any:
    return v.posture.forwarded or False


list_of_thirty = law.measure("list_of_thirty", "10(1)(c)", ("the list has at least thirty names", "la liste compte au moins trente noms"),
                             lambda v: None if v.given.get("judges") is None else len(v.given["judges"]), ">=", 30, needs=("judges",),
                             says_not=("the list has fewer than thirty names", "la liste compte moins de trente noms"))


@law.fact("10(1)(c)", ("every name on the list was nominated", "chaque nom de la liste a fait l'objet d'une candidature"), needs=("judges",),
          says_not=("a name on the list was not nominated", "un nom de la liste n'a pas fait l'objet d'une candidature"))
def all_nominated(v: View) -> Any:
    chosen = v.given.get("judges")
    return None if chosen is None else all(code in v.posture.nominees for code in chosen)


legal_systems = law.finding("legal_systems_represented", "10(1)(c)", ("the principal legal systems are adequately represented", "les principaux systèmes juridiques sont dûment représentés"),
                            "security_council", ("due account", "dûment"), lasting=False)


@law.stage("10(1)(d)", ("the list has been drawn up", "la liste a été établie"), cured_by=("establish_list",))
def listed(v: View) -> Any:
    return v.posture.listed or False


@law.stage("10(1)(d)", ("the list has been transmitted to the General Assembly", "la liste a été transmise à l'Assemblée générale"), cured_by=("transmit_list",))
def list_transmitted(v: View) -> Any:
    return v.posture.transmitted or False


@law.fact("10(1)", ("everyone elected stands on the Council's list", "chaque élu figure sur la liste du Conseil"), needs=("judges",),
          says_not=("someone elected does not stand on the Council's list", "un élu ne figure pas sur la liste du Conseil"))
def all_on_list(v: View) -> Any:
    chosen, listing = v.given.get("judges"), v.posture.listed
    return None if chosen is None or listing is None else (listing if set(chosen) <= set(listing.particulars["judges"]) else no(listing))


def _fewest(v: View) -> int | None:
    chosen, votes = v.given.get("judges"), v.given.get("votes")
    return None if not chosen or votes is None else min(read_votes(votes).get(code, 0) for code in chosen)


absolute_majority = law.measure(
    "absolute_majority", "10(1)(d)", ("everyone elected has the votes of more than half of all States entitled to vote",
                                      "chaque élu a obtenu les voix de plus de la moitié de tous les États ayant le droit de vote"),
    _fewest, ">=", lambda v: None if v.given.get("electorate") is None else majority(v.given["electorate"]), needs=("judges", "votes", "electorate"),
    says_not=("someone elected lacks the absolute majority", "un élu n'a pas obtenu la majorité absolue"))


@law.fact("10(1)(d)", ("no compatriot above the majority with more votes was left out", "aucun compatriote majoritaire ayant plus de voix n'a été écarté"),
          needs=("judges", "votes", "electorate"), says_not=("a compatriot with more votes was left out", "un compatriote ayant plus de voix a été écarté"))
def compatriots_in_order(v: View) -> Any:
    chosen, given, electorate = v.given.get("judges"), v.given.get("votes"), v.given.get("electorate")
    if chosen is None or given is None or electorate is None:
        return None
    votes = read_votes(given)
    seated = set(v.posture.judges)
    left_out = [c for c in votes if c not in chosen and c not in seated and votes[c] >= majority(electorate)]
    return not any(nationality_of(v.posture, out) == nationality_of(v.posture, code) and votes[out] > votes.get(code, 0) for out in left_out for code in chosen)


def _four_years(v: View) -> date | None:
    first = v.given.get("since")
    return None if first is None else add(first, years(4)).day - timedelta(days=1)


term_within_four_years = law.measure("term_within_four_years", "10(3)", ("the term is not longer than four years", "le mandat n'excède pas quatre ans"),
                                     lambda v: v.given.get("until"), "<=", _four_years, needs=("since", "until"))
term_of_four_years = law.measure("term_of_four_years", "10(3)", ("the term is of four years", "le mandat est de quatre ans"),
                                 lambda v: v.given.get("until"), "==", _four_years, needs=("since", "until"))


@law.fact("10(3)", ("the reading allows a shorter term", "l'interprétation retenue admet un mandat plus court"))
def shorter_term_allowed(v: View) -> bool:
    return v.reading("judges_term") == "as_appointed"


TERM = all_of(term_within_four_years, any_of(shorter_term_allowed, term_of_four_years))


def consulted(purpose: str, who: str, provision: str, en: str, fr: str) -> Any:
    """The fact that the Secretary-General consulted someone on this person for this purpose."""

    def test(v: View) -> Any:
        code = v.given.get("judge")
        return None if code is None else v.posture.consulted.get(f"{purpose}:{who}:{code}") or False

    test.__name__ = f"{who}_consulted_{purpose}"
    return law.fact(provision, (f"{en} was consulted", f"{fr} a été consulté"), needs=("judge",), cured_by=("record_consultation",),
                    says_not=(f"{en} was not consulted", f"{fr} n'a pas été consulté"))(test)


def both_consulted(purpose: str, provision: str) -> Any:
    """Both Presidents were consulted on this person for this purpose."""
    return all_of(consulted(purpose, "council", provision, "the President of the Security Council", "le Président du Conseil de sécurité"),
                  consulted(purpose, "assembly", provision, "the President of the General Assembly", "le Président de l'Assemblée générale"))


def _predecessor(v: View) -> RollJudge | None:
    roll: Roll = v.posture
    return roll.judges.get(v.given.get("predecessor", ""))


@law.fact("10(2)", ("the predecessor left before the end of the term and was not replaced", "le prédécesseur a cessé ses fonctions avant terme et n'a pas été remplacé"),
          says_not=("there is no such vacancy on the roll", "il n'y a pas de tel siège vacant sur la liste"), needs=("predecessor",), cured_by=("record_end_of_office",))
def vacancy(v: View) -> Any:
    if v.given.get("predecessor") is None:
        return None
    known = _predecessor(v)
    return bool(known and known.ended and not known.replaced_by) and known is not None and known.ended


def _term_left(v: View) -> date | None:
    known = _predecessor(v)
    return known.terms[-1].until if known is not None and known.terms else None


rest_of_term = law.measure("rest_of_term", "10(2)", ("the appointment is for the rest of the predecessor's term", "la nomination vaut pour le reste du mandat du prédécesseur"),
                           lambda v: v.given.get("until"), "==", _term_left, needs=("until", "predecessor"))


def _last_term(v: View) -> date | None:
    known = v.posture.judges.get(v.given.get("judge", ""))
    return known.terms[-1].until if known is not None and known.terms else None


after_last_term = law.measure("after_last_term", "10(3)", ("the new term begins after the last one ends", "le nouveau mandat commence après la fin du précédent"),
                              lambda v: v.given.get("since"), ">", _last_term, needs=("since", "judge"))


@law.stage("10(4)", ("the President asked for an extra judge", "le Président a demandé un juge supplémentaire"), cured_by=("request_extra_judge",))
def extra_requested(v: View) -> Any:
    return v.posture.extra_requested or False


nobody_available = law.measure("nobody_available", "10(4)", ("no judge of the roll is available", "aucun juge de la liste n'est disponible"),
                               lambda v: sum(1 for _ in ready(v.posture, v.on)), "<", 1, cured_by=("declare_unavailable",), reversible=True,
                               says_not=("a judge of the roll is available", "un juge de la liste est disponible"))
no_serving_judge = law.finding("no_serving_judge_assignable", "10(4)", ("no judge now serving at the Mechanism can be assigned", "aucun juge en exercice au Mécanisme ne peut être affecté"),
                               "president", ("satisfied", "convaincu"), lasting=False)
no_other_solution = law.finding("no_other_solution", "10(4)", ("every other practical solution was explored", "toute autre solution pratique a été explorée"),
                                "president", ("satisfied", "convaincu"), lasting=False)

law.prohibition("10(1)(a)", invite, invited)
law.power("10(1)(b)", nominate, "state", all_of(invited, state_invited, nominations.within(()), under_two, *QUALIFIED, NATIONALITY))
law.duty("10(1)(c)", forward, "secretary_general", nominations_closed, forwarded)
law.power("10(1)(c)", establish_list, "security_council", all_of(forwarded, list_of_thirty, all_nominated, legal_systems))
law.duty("10(1)(d)", transmit, "security_council", listed, list_transmitted)
law.power("10(1)(d)", elect_judges, "general_assembly",
          all_of(list_transmitted, all_on_list, absolute_majority, compatriots_in_order, two_of_one_nationality, twenty_five, TERM))
law.power("10(2)", consult, "secretary_general")
law.power("10(2)", end_office, ("secretary_general", "president"), judge_in_office)
law.power("10(2)", fill, "secretary_general", all_of(vacancy, both_consulted("vacancy", "10(2)"), rest_of_term, two_of_one_nationality, *QUALIFIED, NATIONALITY))
law.power("10(3)", reappoint, "secretary_general", all_of(known_judge, both_consulted("reappointed", "10(3)"), after_last_term, two_of_one_nationality, TERM))
law.power("10(4)", request_extra, "president")
law.power("10(4)", appoint_extra, "secretary_general",
          all_of(extra_requested, nobody_available, no_serving_judge, no_other_solution, both_consulted("extra", "10(4)"), TERM, *QUALIFIED, NATIONALITY))
