"""Articles 42 and 43(1)-(5) of the Rome Statute: Prosecutor and Deputy Prosecutors, Registrar and Deputy Registrar - election, terms, disqualification."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.election import Candidate, Election
from curule.statutes.rome.matters.roll import Challenge, Roll, Tenure, holder_on
from curule.statutes.rome.part_04.article_34 import day_since, day_until, roll_open
from curule.statutes.rome.part_04.article_36 import candidate, candidate_already, candidate_name, languages, nominated_by_party
from curule.statutes.rome.part_04.article_36_ballot import secret_particular
from curule.statutes.rome.part_04.article_37 import last_day
from curule.statutes.rome.part_04.article_40 import CASE_PARTIES, case
from curule.statutes.rome.part_04.given_facts import entry_fact, holds, is_one_of, stated
from curule.statutes.rome.part_04.judges_votes import in_favour, judges_majority, members_majority, parties_in_favour, votes_of_judges
from curule.statutes.rome.part_13.party_facts import suggest_parties

__all__ = ["law"]

law = Chapter("rome", __name__)

law.clause("42(1)", Class.RULE, ("An independent Office", "Un Bureau indépendant"), ("A separate organ that receives referrals, examines, investigates and prosecutes, without instructions from outside.",
           "Organe distinct qui reçoit les renvois, examine, enquête et poursuit, sans instructions extérieures."))
law.clause("42(2)", Class.RULE, ("Prosecutor and deputies", "Procureur et adjoints"), ("The Prosecutor heads the Office; deputies may do any of its acts; all of different nationalities, all full-time.",
           "Le Procureur dirige le Bureau ; les adjoints peuvent accomplir tous ses actes ; nationalités différentes, plein temps."))
law.clause("42(3)", Class.RULE, ("Qualifications", "Qualifications"), ("High moral character, great competence and long practice in criminal cases, a working language.", "Haute moralité, grande compétence et longue expérience pénale, une langue de travail."))
law.clause("42(4)", Class.RULE, ("Election", "Élection"), ("Secret ballot, absolute majority of the Assembly's members; deputies from the Prosecutor's list of three names a post; nine years or less as then decided; no re-election.",
           "Scrutin secret, majorité absolue des membres de l'Assemblée ; adjoints sur liste du Procureur (trois noms par poste) ; neuf ans ou moins selon décision ; non rééligibles."))
law.clause("42(5)", Class.RULE, ("No interfering activity or profession", "Aucune activité incompatible ni profession"), ("As for judges.", "Comme pour les juges."))
law.clause("42(6)", Class.RULE, ("Excusing", "Décharge"), ("The Presidency may excuse them from a particular case at their request.", "La Présidence peut les décharger, à leur demande, d'une affaire déterminée."))
law.clause("42(7)", Class.RULE, ("Disqualification", "Récusation"), ("They take no part where impartiality might reasonably be doubted.", "Ils ne participent pas si leur impartialité peut raisonnablement être mise en doute."))
law.clause("42(8)", Class.RULE, ("The Appeals Chamber decides", "La Chambre d'appel statue"), ("On any question of their disqualification.", "Sur toute question de récusation les concernant."))
law.clause("42(8)(a)", Class.RULE, ("Who may ask", "Qui peut la demander"), ("The person investigated or prosecuted, at any time.", "La personne faisant l'objet de l'enquête ou des poursuites, à tout moment."))
law.clause("42(8)(b)", Class.RULE, ("Comments", "Observations"), ("The Prosecutor or deputy may comment.", "Le Procureur ou l'adjoint peut présenter des observations."))
law.clause("42(9)", Class.RULE, ("Specialist advisers", "Conseillers spécialisés"), ("On specific issues, such as sexual and gender violence and violence against children.", "Sur des questions particulières, dont les violences sexuelles, à motivation sexiste et contre les enfants."))
law.clause("43(2)", Class.RULE, ("The Registrar", "Le Greffier"), ("Heads the Registry under the authority of the President.", "Dirige le Greffe sous l'autorité du Président."))
law.clause("43(3)", Class.RULE, ("Qualifications of Registrar and deputy", "Qualifications du Greffier et de l'adjoint"), ("High moral character, great competence, a working language.", "Haute moralité, grande compétence, une langue de travail."))
law.clause("43(4)", Class.RULE, ("Election by the judges", "Élection par les juges"), ("Secret ballot, absolute majority, weighing any recommendation of the Assembly; a deputy on the Registrar's recommendation.",
           "Scrutin secret, majorité absolue, compte tenu des recommandations de l'Assemblée ; un adjoint sur recommandation du Greffier."))
law.clause("43(5)", Class.RULE, ("Terms", "Mandats"), ("Registrar: five years, one re-election, full-time; deputy: five years or less.", "Greffier : cinq ans, rééligible une fois, plein temps ; adjoint : cinq ans ou moins."))



def _officers(v: View) -> list[tuple[str, str]]:
    """The Prosecutor and deputies in office, for forms."""
    return [(t.person, t.person) for office in ("prosecutor", "deputy_prosecutor") for t in holder_on(v.posture, office, v.on)]


person = Particular("person", "text", "person", "personne")
officer = Particular("person", "text", "Prosecutor or deputy", "Procureur ou adjoint", suggest=_officers)
nationality = Particular("nationality", "state", "nationality", "nationalité")
challenge = Particular("challenge", "text", "request number", "numéro de la demande", suggest=lambda v: [(n, n) for n in v.posture.challenges])
new_challenge = Particular("challenge", "text", "request number", "numéro de la demande")


def _tenure(office: str) -> Callable[[Roll, Entry], None]:
    def effect(draft: Roll, entry: Entry) -> None:
        given = entry.particulars
        draft.offices.append(Tenure(office, given["person"], given.get("nationality", ""), given["since"], given["until"], entry))

    return effect


def _set(field: str) -> Callable[[Roll, Entry], None]:
    return lambda draft, entry: setattr(draft, field, entry)


def _challenge(draft: Roll, entry: Entry) -> None:
    draft.challenges[entry.particulars["challenge"]] = Challenge(entry.particulars["person"], entry.particulars["case"], entry)


def _on_challenge(field: str) -> Callable[[Roll, Entry], None]:
    def effect(draft: Roll, entry: Entry) -> None:
        known = draft.challenges.get(entry.particulars["challenge"])
        if known is not None:
            setattr(known, field, entry)

    return effect


def _excusal(table: str) -> Callable[[Roll, Entry], None]:
    return lambda draft, entry: getattr(draft, table).__setitem__(f"{entry.particulars['person']}:{entry.particulars['case']}", entry)


def _nominate(draft: Election, entry: Entry) -> None:
    draft.candidates[entry.particulars["judge"]] = Candidate(entry.particulars["nationality"], "", entry.particulars["state"], entry, entry.particulars.get("name", ""))


nominate = law.act("nominate_prosecutor", "election", ("Nominate a candidate for Prosecutor", "Présenter un candidat aux fonctions de Procureur"), ("{state} nominated {judge}", "{state} a présenté la candidature de {judge}"),
                   [Particular("state", "state", "State Party", "État Partie", suggest=suggest_parties), candidate, candidate_name, nationality, languages], _nominate)
ELECTED = [person, nationality, languages, parties_in_favour, secret_particular, day_since, day_until]
full_time_particular = Particular("full_time", "yes_no", "full-time", "à plein temps")
elect_prosecutor = law.act("elect_prosecutor", "roll", ("Elect the Prosecutor", "Élire le Procureur"), ("{person} was elected Prosecutor, {since} to {until}", "{person} a été élu Procureur, du {since} au {until}"),
                           [*ELECTED, full_time_particular], _tenure("prosecutor"))
list_deputies = law.act("list_deputy_candidates", "roll", ("Submit the list for Deputy Prosecutors", "Présenter la liste pour les postes de procureur adjoint"), ("The Prosecutor listed {candidates} for {posts} posts",
                        "Le Procureur a présenté {candidates} pour {posts} postes"), [Particular("candidates", "text", "candidates", "candidats", many=True), Particular("posts", "integer", "posts", "postes", least=1)], _set("deputies_listed"))
elect_deputy = law.act("elect_deputy_prosecutor", "roll", ("Elect a Deputy Prosecutor", "Élire un procureur adjoint"), ("{person} was elected Deputy Prosecutor, {since} to {until}", "{person} a été élu procureur adjoint, du {since} au {until}"),
                       [*ELECTED, full_time_particular], _tenure("deputy_prosecutor"))
outside = law.act("take_up_outside_occupation", "roll", ("Take up an outside activity", "Exercer une activité extérieure"), ("{person} took up an outside activity: {activity}", "{person} exerce une activité extérieure : {activity}"), [
    officer, Particular("activity", "text", "activity", "activité"), Particular("professional", "yes_no", "of a professional nature", "de caractère professionnel")], audience=("organ:prosecutor", "organ:presidency"))
ask_excusal = law.act("request_prosecutors_excusal", "roll", ("Ask to be excused from a case", "Demander à être déchargé d'une affaire"), ("{person} asked to be excused from case {case}", "{person} a demandé à être déchargé de l'affaire {case}"),
                      [officer, case], _excusal("excusals_requested"), audience=CASE_PARTIES)
excuse = law.act("excuse_prosecutor", "roll", ("Excuse the Prosecutor or a deputy", "Décharger le Procureur ou un adjoint"), ("{person} was excused from case {case}", "{person} a été déchargé de l'affaire {case}"),
                 [officer, case], _excusal("excusals"))
request = law.act("request_prosecutors_disqualification", "roll", ("Request disqualification of the Prosecutor or a deputy", "Demander la récusation du Procureur ou d'un adjoint"),
                  ("Disqualification of {person} was requested in case {case}", "La récusation de {person} a été demandée dans l'affaire {case}"), [new_challenge, officer, case], _challenge, audience=CASE_PARTIES)
comment = law.act("invite_prosecutors_comments", "roll", ("Invite the comments of the Prosecutor or deputy", "Inviter le Procureur ou l'adjoint à présenter ses observations"), ("Comments on request {challenge} were invited", "Des observations ont été demandées : {challenge}"),
                  [challenge], _on_challenge("invited"), audience=CASE_PARTIES)
disqualify = law.act("disqualify_prosecutor", "roll", ("Disqualify the Prosecutor or a deputy", "Récuser le Procureur ou un adjoint"), ("The Appeals Chamber granted request {challenge}", "La Chambre d'appel a fait droit à la demande {challenge}"), [
    challenge, Particular("earlier_role", "choice", "earlier role", "rôle antérieur", choices=(
        Choice("none", "none", "aucun"), Choice("case", "in this case before the Court", "dans cette affaire devant la Cour"), Choice("national", "in a related national criminal case", "dans une affaire pénale nationale connexe")))], _on_challenge("decided"))
lead = law.act("lead_case", "roll", ("Take charge of a case", "Prendre la direction d'une affaire"), ("{person} leads case {case}", "{person} dirige l'affaire {case}"), [officer, case])
adviser = law.act("appoint_adviser", "roll", ("Appoint a legal adviser on a specific issue", "Nommer un conseiller pour une question particulière"), ("{person} was appointed adviser on {expertise}", "{person} a été nommé conseiller ({expertise})"), [
    person, Particular("expertise", "choice", "expertise", "compétence", choices=(Choice("sexual", "sexual violence", "violences sexuelles"), Choice("gender", "gender violence", "violences à motivation sexiste"),
                                                                              Choice("children", "violence against children", "violence contre les enfants"), Choice("other", "another specific issue", "autre question particulière")))],
    lambda draft, entry: draft.advisers.append(entry))
recommend_registrar = law.act("recommend_on_registrar", "roll", ("Recommend on the election of the Registrar", "Formuler une recommandation pour l'élection du Greffier"), ("The Assembly made its recommendation on the Registrar", "L'Assemblée a formulé sa recommandation sur le Greffier"),
                              [Particular("recommendation", "text", "recommendation", "recommandation")], lambda draft, entry: draft.assembly_recommended.append(entry))
need_deputy = law.act("recommend_deputy_registrar", "roll", ("Recommend a Deputy Registrar", "Recommander l'élection d'un greffier adjoint"), ("The Registrar recommended that a Deputy Registrar be elected", "Le Greffier a recommandé l'élection d'un greffier adjoint"),
                      [Particular("need", "text", "need", "besoin")], _set("registrar_recommended"))
OF_REGISTRY = [person, languages, in_favour, secret_particular, day_since, day_until]
considered_particular = Particular("considered", "yes_no", "the Assembly's recommendation was considered", "la recommandation de l'Assemblée a été prise en compte", required=False)
elect_registrar = law.act("elect_registrar", "roll", ("Elect the Registrar", "Élire le Greffier"), ("{person} was elected Registrar, {since} to {until}", "{person} a été élu Greffier, du {since} au {until}"),
                          [*OF_REGISTRY, considered_particular, full_time_particular], _tenure("registrar"))
elect_deputy_registrar = law.act("elect_deputy_registrar", "roll", ("Elect the Deputy Registrar", "Élire le greffier adjoint"), ("{person} was elected Deputy Registrar, {since} to {until}", "{person} a été élu greffier adjoint, du {since} au {until}"),
                                 OF_REGISTRY, _tenure("deputy_registrar"))
instruct = law.act("instruct_registrar", "roll", ("Instruct the Registrar", "Donner des instructions au Greffier"), ("The Registrar was instructed: {subject}", "Le Greffier a reçu instruction : {subject}"),
                   [Particular("subject", "text", "subject", "objet")], audience=("organ:presidency", "organ:registrar", "organ:registry"))

members = members_majority(law, "majority_of_members", "42(4)")
secret_election = stated(law, "secret_election", "42(4)", ("the ballot is secret", "le scrutin est secret"), "secret")
full_time = stated(law, "prosecutor_full_time", "42(2)", ("full-time", "à plein temps"), "full_time")
STANDARD = ("on the candidate's file", "au vu du dossier du candidat")
fit_to_prosecute = law.finding("fit_to_prosecute", "42(3)", ("of high moral character, highly competent, with long practice in criminal cases", "haute moralité, grande compétence, longue expérience pénale"), ("assembly", "state_party"), STANDARD, lasting=False)
fit_for_registry = law.finding("fit_for_registry", "43(3)", ("of high moral character and highly competent", "haute moralité et grande compétence"), "judges", STANDARD, lasting=False)
english, french = (holds(law, f"{id}_in_office", "42(3)", says, "languages", code) for id, code, says in (("english", "en", ("fluent in English", "pratique couramment l'anglais")), ("french", "fr", ("fluent in French", "pratique couramment le français"))))
registry_english, registry_french = (holds(law, f"{id}_in_registry", "43(3)", says, "languages", code) for id, code, says in (("english", "en", ("fluent in English", "pratique couramment l'anglais")), ("french", "fr", ("fluent in French", "pratique couramment le français"))))


def _at_most(n: int) -> Callable[[View], Any]:
    return lambda v: last_day(v.given["since"], n) if "since" in v.given else None


nine_at_most = law.measure("nine_at_most", "42(4)", ("for nine years at most", "pour neuf ans au plus"), lambda v: v.given.get("until"), "<=", _at_most(9), needs=("until",))
five_years = law.measure("five_years", "43(5)", ("for five years", "pour cinq ans"), lambda v: v.given.get("until"), "==", _at_most(5), needs=("until",))
five_at_most = law.measure("five_at_most", "43(5)", ("for five years at most", "pour cinq ans au plus"), lambda v: v.given.get("until"), "<=", _at_most(5), needs=("until",))


@law.fact("42(4)", ("it is an election of the Prosecutor", "il s'agit de l'élection du Procureur"))
def for_prosecutor(v: View) -> Any:
    return v.posture.office == "prosecutor"


@law.fact("42(4)", ("held the same office already", "a déjà occupé la même fonction"), needs=("person",), says_not=("did not hold the same office before", "n'a pas déjà occupé la même fonction"))
def held_before(v: View) -> Any:
    office = "prosecutor" if v.act == elect_prosecutor else "deputy_prosecutor"
    return next((t.entry for t in v.posture.offices if t.office == office and t.person == v.given.get("person")), False)


@law.fact("42(2)", ("of a nationality that nobody in the Office's direction has then", "d'une nationalité qu'aucun autre membre de la direction du Bureau n'a alors"), needs=("nationality", "since"))
def other_nationality(v: View) -> Any:
    state, first = v.given.get("nationality"), v.given.get("since")
    if state is None or first is None:
        return None
    return state not in {t.nationality for office in ("prosecutor", "deputy_prosecutor") for t in holder_on(v.posture, office, first)}


def _free(id: str, provision: str, en: str, fr: str, office: str) -> Any:
    """Nobody holds an office of which there is one, on the first day of the term."""
    def test(v: View) -> Any:
        first = v.given.get("since")
        held = holder_on(v.posture, office, first) if first is not None else []
        return None if first is None else no(held[0].entry) if held else True

    test.__name__ = id
    return law.fact(provision, (en, fr), needs=("since",), cured_by=("record_end_of_office",))(test)


prosecutors_office_free = _free("prosecutors_office_free", "42(2)", "nobody is Prosecutor then", "nul n'est alors Procureur", "prosecutor")
registrars_office_free = _free("registrars_office_free", "43(2)", "nobody is Registrar then", "nul n'est alors Greffier", "registrar")


@law.fact("42(4)", ("the Prosecutor's list names the candidate", "la liste du Procureur comporte ce candidat"), needs=("person",), cured_by=("list_deputy_candidates",))
def on_list(v: View) -> Any:
    listed = v.posture.deputies_listed
    return (listed if v.given.get("person") in listed.particulars["candidates"] else False) if listed is not None else False


three_names = law.measure("three_names", "42(4)", ("three names for each post", "trois noms par poste"), lambda v: len(v.given["candidates"]) if "candidates" in v.given else None, "==",
                          lambda v: 3 * v.given["posts"] if "posts" in v.given else None, needs=("candidates", "posts"))


def _in_prosecution(v: View) -> Any:
    code = v.given.get("person")
    return None if code is None else next((t.entry for office in ("prosecutor", "deputy_prosecutor") for t in holder_on(v.posture, office, v.on) if t.person == code), False)


@law.fact("42(2)", ("that person is Prosecutor or Deputy Prosecutor", "cette personne est Procureur ou procureur adjoint"), needs=("person",), cured_by=("elect_prosecutor", "elect_deputy_prosecutor"))
def in_prosecution(v: View) -> Any:
    return _in_prosecution(v)


professional = stated(law, "professional_occupation", "42(5)", ("it is a professional occupation", "il s'agit d'une activité professionnelle"), "professional")
interferes = law.finding("activity_interferes", "42(5)", ("likely to interfere with the functions or with confidence in independence", "de nature à nuire aux fonctions ou à faire douter de l'indépendance"), "prosecutor",
                         ("reasonably considered", "appréciation raisonnable"), lasting=False)
asked = entry_fact(law, "excusal_asked", "42(6)", ("that person asked for it, for this case", "cette personne l'a demandé, pour cette affaire"),
                   lambda v: v.posture.excusals_requested.get(f"{v.given.get('person', '')}:{v.given.get('case', '')}"), ("request_prosecutors_excusal",), needs=("person", "case"))


def _asked(v: View) -> Challenge | None:
    found: Challenge | None = v.posture.challenges.get(v.given.get("challenge", ""))
    return found


@law.fact("42(8)(a)", ("that request number is free", "ce numéro de demande est libre"), needs=("challenge",))
def request_number_free(v: View) -> Any:
    number = v.given.get("challenge")
    return None if number is None else number not in v.posture.challenges


requested = entry_fact(law, "disqualification_requested", "42(8)", ("a request is pending", "une demande est pendante"), lambda v: c.requested if (c := _asked(v)) and c.decided is None else None,
                       ("request_prosecutors_disqualification",), needs=("challenge",))
could_comment = entry_fact(law, "could_comment", "42(8)(b)", ("the person could comment", "l'intéressé a pu présenter des observations"), lambda v: (c := _asked(v)) and c.invited, ("invite_prosecutors_comments",), needs=("challenge",))
impartiality_in_doubt = law.finding("prosecutors_impartiality_doubted", "42(7)", ("impartiality might reasonably be doubted", "l'impartialité pourrait raisonnablement être mise en doute"), "appeals_chamber",
                                    ("reasonable doubt, on any ground", "doute raisonnable, pour quelque motif que ce soit"), lasting=False)
involved_before = is_one_of(law, "involved_before", "42(7)", ("involved before in the case or in a related national case", "intervenu auparavant dans l'affaire ou une affaire nationale connexe"), "earlier_role", ("case", "national"))


@law.fact("42(7)", ("disqualified from that case", "récusé dans cette affaire"), needs=("person", "case"))
def disqualified_from_case(v: View) -> Any:
    return next((c.decided for c in v.posture.challenges.values() if c.decided and c.person == v.given.get("person") and c.case == v.given.get("case")), False)


@law.fact("42(6)", ("excused from that case", "déchargé de cette affaire"), needs=("person", "case"))
def excused_from_case(v: View) -> Any:
    return v.posture.excusals.get(f"{v.given.get('person', '')}:{v.given.get('case', '')}") or False


@law.stage("42(9)", ("a Prosecutor is in office", "un Procureur est en fonctions"), cured_by=("elect_prosecutor",))
def prosecutor_in_office(v: View) -> Any:
    held = holder_on(v.posture, "prosecutor", v.on)
    return held[0].entry if held else False


advisers = entry_fact(law, "advisers_appointed", "42(9)", ("advisers are appointed", "des conseillers sont nommés"), lambda v: v.posture.advisers and v.posture.advisers[0], ("appoint_adviser",))


@law.fact("42(2)", ("a Deputy Prosecutor is in office", "un procureur adjoint est en fonctions"), cured_by=("elect_deputy_prosecutor",))
def deputy_in_office(v: View) -> Any:
    held = holder_on(v.posture, "deputy_prosecutor", v.on)
    return held[0].entry if held else False


registrar_majority = judges_majority(law, "majority_for_registrar", "43(4)")
registrar_voters = votes_of_judges(law, "voters_for_registrar", "43(4)")
registrar_secret = stated(law, "registrar_secret", "43(4)", ("the ballot is secret", "le scrutin est secret"), "secret")


@law.fact("43(4)", ("the Assembly made a recommendation", "l'Assemblée a formulé une recommandation"))
def assembly_recommended(v: View) -> Any:
    return v.posture.assembly_recommended[-1] if v.posture.assembly_recommended else False


considered = stated(law, "recommendation_considered", "43(4)", ("the Assembly's recommendation was considered", "la recommandation de l'Assemblée a été prise en compte"), "considered", says_not=("the Assembly's recommendation was not considered", "la recommandation de l'Assemblée n'a pas été prise en compte"))
deputy_recommended = entry_fact(law, "deputy_recommended", "43(4)", ("the Registrar recommended it", "le Greffier l'a recommandé"), lambda v: v.posture.registrar_recommended, ("recommend_deputy_registrar",))
registrar_full_time = stated(law, "registrar_full_time", "43(5)", ("full-time", "à plein temps"), "full_time")
one_term_before = law.measure("one_term_before", "43(5)", ("one term as Registrar before at most", "un seul mandat de Greffier auparavant au plus"),
                              lambda v: sum(1 for t in v.posture.offices if t.office == "registrar" and t.person == v.given.get("person")), "<=", 1, needs=("person",))

law.power("42(4)", elect_prosecutor, "assembly", all_of(roll_open, fit_to_prosecute, any_of(english, french), secret_election, members, nine_at_most, ~held_before, prosecutors_office_free, other_nationality,
                                                        full_time))
law.power("42(3)", nominate, "state_party", all_of(for_prosecutor, nominated_by_party, ~candidate_already, fit_to_prosecute, any_of(english, french)))
law.power("42(4)", list_deputies, "prosecutor", all_of(prosecutor_in_office, three_names))
law.power("42(4)", elect_deputy, "assembly", all_of(on_list, fit_to_prosecute, any_of(english, french), secret_election, members, nine_at_most, ~held_before, other_nationality, full_time))
law.duty("42(2)", elect_deputy, "assembly", prosecutor_in_office, deputy_in_office, name="at_least_one_deputy", empowers=False)
law.power("42(5)", outside, ("prosecutor", "deputy_prosecutor"), in_prosecution)
law.prohibition("42(5)", outside, any_of(professional, interferes))
law.power("42(6)", ask_excusal, ("prosecutor", "deputy_prosecutor"), in_prosecution)
law.power("42(6)", excuse, "presidency", asked)
law.power("42(8)(a)", request, "defence", all_of(in_prosecution, request_number_free))
law.power("42(8)(b)", comment, ("appeals_chamber", "registrar"), requested)
law.power("42(8)", disqualify, "appeals_chamber", all_of(requested, could_comment, any_of(impartiality_in_doubt, involved_before)))
law.power("42(2)", lead, ("prosecutor", "deputy_prosecutor"), in_prosecution)
law.prohibition("42(7)", lead, disqualified_from_case, name="disqualified")
law.prohibition("42(6)", lead, excused_from_case, name="excused")
law.duty("42(9)", adviser, "prosecutor", prosecutor_in_office, advisers)
law.power("43(4)", recommend_registrar, "assembly", roll_open)
law.power("43(4)", need_deputy, "registrar")
law.power("43(4)", elect_registrar, "judges", all_of(fit_for_registry, any_of(registry_english, registry_french), registrar_secret, registrar_voters, registrar_majority, five_years, one_term_before, registrars_office_free,
                                                        registrar_full_time))
law.prohibition("43(4)", elect_registrar, all_of(assembly_recommended, ~considered), name="recommendation")
law.power("43(4)", elect_deputy_registrar, "judges", all_of(deputy_recommended, fit_for_registry, any_of(registry_english, registry_french), registrar_secret, registrar_voters, registrar_majority, five_at_most))
law.power("43(2)", instruct, ("president", "presidency"), roll_open)
