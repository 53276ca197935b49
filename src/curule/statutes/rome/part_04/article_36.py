"""Article 36, paragraphs 3, 4 and 8, of the Rome Statute: qualifications, nomination, representation on the bench."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.election import Candidate, Election
from curule.statutes.rome.part_04.given_facts import entry_fact, holds, is_one_of, stated
from curule.statutes.rome.part_13.party_facts import party_leaf, suggest_parties

__all__ = ["FLUENCY", "candidate", "election_open", "for_judges", "languages", "law", "nationality"]

law = Chapter("rome", __name__)

law.clause("36(3)(a)", Class.RULE, ("Character and qualification", "Moralité et qualification"),
           ("High moral character, impartiality, integrity, and what the State asks for its highest judicial offices.",
            "Haute moralité, impartialité, intégrité, et les conditions requises dans l'État pour les plus hautes fonctions judiciaires."))
law.clause("36(3)(b)", Class.RULE, ("One of two kinds of competence", "L'une des deux compétences"), ("Each candidate answers to at least one of two profiles.", "Chaque candidat répond à l'un au moins des deux profils."))
law.clause("36(3)(b)(i)", Class.RULE, ("Criminal law and procedure", "Droit pénal et procédure pénale"), ("Competence, and the needed experience of criminal proceedings: list A.",
           "Compétence et expérience nécessaire du procès pénal : liste A."))
law.clause("36(3)(b)(ii)", Class.RULE, ("International law", "Droit international"), ("Competence in relevant international law, and extensive legal practice relevant to the Court: list B.",
           "Compétence en droit international pertinent et grande expérience juridique utile à la Cour : liste B."))
law.clause("36(3)(c)", Class.RULE, ("A working language", "Une langue de travail"), ("Excellent knowledge of and fluency in English or French.", "Excellente connaissance et pratique courante de l'anglais ou du français."))
law.clause("36(4)(a)", Class.RULE, ("Nomination by a State Party", "Candidature présentée par un État Partie"), ("By one of two procedures, with a detailed statement on the qualifications.",
           "Selon l'une des deux procédures, avec un exposé détaillé des qualifications."))
law.clause("36(4)(a)(i)", Class.RULE, ("As for the highest national courts", "Comme pour les plus hautes juridictions nationales"), ("First procedure.", "Première procédure."))
law.clause("36(4)(a)(ii)", Class.RULE, ("As for the International Court of Justice", "Comme pour la Cour internationale de Justice"), ("Second procedure, through the national group.", "Seconde procédure, par le groupe national."))
law.clause("36(4)(b)", Class.RULE, ("One candidate, national of a State Party", "Un candidat, ressortissant d'un État Partie"),
           ("Each Party puts forward one person at an election, a national of any Party.", "Chaque Partie présente une personne par élection, ressortissante de toute Partie."))
law.clause("36(4)(c)", Class.RULE, ("Advisory Committee on nominations", "Commission consultative"), ("The Assembly may set one up and fix who sits on it and what it does.",
           "L'Assemblée peut la constituer et en fixer la composition et le mandat."))
law.clause("36(8)(a)", Class.RULE, ("Balance on the bench", "Équilibre du collège"), ("States Parties weigh three needs when they choose; none is a condition of validity.",
           "Les États Parties tiennent compte de trois exigences ; aucune n'est une condition de validité."))
law.clause("36(8)(a)(i)", Class.RULE, ("Legal systems", "Systèmes juridiques"), ("The principal legal systems of the world.", "Les principaux systèmes juridiques du monde."))
law.clause("36(8)(a)(ii)", Class.RULE, ("Regions", "Régions"), ("Equitable geographical representation.", "Représentation géographique équitable."))
law.clause("36(8)(a)(iii)", Class.RULE, ("Women and men", "Femmes et hommes"), ("Fair representation of both.", "Représentation équitable des unes et des autres."))
law.clause("36(8)(b)", Class.RULE, ("Special expertise", "Compétences particulières"), ("The need for expertise on specific issues, such as violence against women or children, is weighed too.",
           "Le besoin de compétences particulières, notamment en matière de violence contre les femmes ou les enfants, est également pris en compte."))

OFFICES = (Choice("judges", "judges", "juges"), Choice("prosecutor", "Prosecutor", "Procureur"), Choice("deputy_prosecutor", "Deputy Prosecutors", "procureurs adjoints"))

candidate = Particular("judge", "judge", "candidate (code)", "candidat (code)")
candidate_name = Particular("name", "text", "name", "nom", required=False)
nationality = Particular("nationality", "state", "nationality that counts", "nationalité retenue", suggest=suggest_parties)
languages = Particular("languages", "choice", "languages spoken fluently", "langues parlées couramment", many=True, choices=(
    Choice("en", "English", "anglais"), Choice("fr", "French", "français"), Choice("ar", "Arabic", "arabe"), Choice("zh", "Chinese", "chinois"),
    Choice("ru", "Russian", "russe"), Choice("es", "Spanish", "espagnol"), Choice("other", "another", "autre")))
profile = Particular("chosen_list", "choice", "list", "liste", choices=(Choice("A", "list A (criminal law)", "liste A (droit pénal)"), Choice("B", "list B (international law)", "liste B (droit international)")))


def _open(draft: Election, entry: Entry) -> None:
    given = entry.particulars
    draft.office, draft.seats, draft.whole, draft.begins = given["office"], given["seats"], given.get("whole", False), given["begins"]


def _nominate(draft: Election, entry: Entry) -> None:
    given = entry.particulars
    draft.candidates[given["judge"]] = Candidate(given["nationality"], given["chosen_list"], given["state"], entry, given.get("name", ""))


def _represent(draft: Election, entry: Entry) -> None:
    draft.represented = entry


def _committee(draft: Election, entry: Entry) -> None:
    draft.committee = entry


open_election = law.act("open_election", "election", ("Open an election", "Ouvrir une élection"), ("An election was opened: {office}, {seats} seats", "Une élection a été ouverte : {office}, {seats} sièges"), [
    Particular("office", "choice", "office", "fonction", choices=OFFICES), Particular("seats", "integer", "seats", "sièges", least=1),
    Particular("begins", "date", "first day of the terms", "premier jour des mandats"), Particular("whole", "yes_no", "first election of the whole bench", "première élection de l'ensemble des juges", required=False)], _open)
nominate = law.act("nominate_judge", "election", ("Nominate a candidate for judge", "Présenter un candidat aux fonctions de juge"), ("{state} nominated {judge} (list {chosen_list})",
                   "{state} a présenté la candidature de {judge} (liste {chosen_list})"), [
    Particular("state", "state", "State Party", "État Partie", suggest=suggest_parties), candidate, candidate_name, nationality, profile,
    Particular("procedure", "choice", "procedure of nomination", "procédure de présentation", choices=(
        Choice("national", "as for the highest judicial offices of the State", "comme pour les plus hautes fonctions judiciaires de l'État"),
        Choice("icj", "as for the International Court of Justice", "comme pour la Cour internationale de Justice"), Choice("other", "another", "autre"))),
    Particular("statement", "yes_no", "detailed statement on the qualifications attached", "exposé détaillé des qualifications joint"), languages], _nominate)
represent = law.act("table_representation", "election", ("Table the picture of representation", "Présenter l'état de la représentation"), ("The picture of representation was tabled: {covers}",
                    "L'état de la représentation a été présenté : {covers}"), [Particular("covers", "choice", "covers", "porte sur", many=True, choices=(
                        Choice("legal_systems", "legal systems", "systèmes juridiques"), Choice("regions", "regions", "régions"), Choice("sexes", "women and men", "femmes et hommes"),
                        Choice("expertise", "special expertise", "compétences particulières")))], _represent)
committee = law.act("establish_advisory_committee", "election", ("Establish the Advisory Committee on nominations", "Constituer la Commission consultative pour l'examen des candidatures"),
                    ("The Assembly established the Advisory Committee", "L'Assemblée a constitué la Commission consultative"),
                    [Particular("mandate", "long_text", "mandate", "mandat"), Particular("members", "text", "members", "membres", many=True)], _committee)

election_open = entry_fact(law, "election_open", "36(4)(a)", ("the election is open", "l'élection est ouverte"), lambda v: v.posture.opened, ("open_election",), says_not=("the election is not open", "l'élection n'est pas ouverte"))


@law.fact("36(4)(a)", ("it is an election of judges", "il s'agit d'une élection de juges"))
def for_judges(v: View) -> Any:
    return v.posture.office == "judges"


@law.fact("36(4)(b)", ("that State has a candidate at this election already", "cet État a déjà un candidat à cette élection"), needs=("state",), says_not=("that State has no candidate at this election yet", "cet État n'a pas encore de candidat à cette élection"))
def has_candidate(v: View) -> Any:
    state = v.given.get("state")
    return None if state is None else next((c.entry for c in v.posture.candidates.values() if c.nominated_by == state), False)


@law.fact("36(4)(b)", ("that person is a candidate already", "cette personne est déjà candidate"), needs=("judge",), says_not=("that person is no candidate yet", "cette personne n'est pas encore candidate"))
def candidate_already(v: View) -> Any:
    code = v.given.get("judge")
    return None if code is None else code in v.posture.candidates


nominated_by_party = party_leaf(law, "nominated_by_party", "36(4)(a)", ("the nominating State is a Party", "l'État qui présente est Partie"), ("the nominating State is no Party", "l'État qui présente n'est pas Partie"))
national_of_party = party_leaf(law, "national_of_party", "36(4)(b)", ("the candidate is a national of a Party", "le candidat est ressortissant d'un État Partie"),
                               ("the candidate is a national of no Party", "le candidat n'est ressortissant d'aucun État Partie"), "nationality")
national_procedure = is_one_of(law, "national_procedure", "36(4)(a)(i)", ("procedure for the highest national judicial offices", "procédure des plus hautes fonctions judiciaires nationales"), "procedure", ("national",))
icj_procedure = is_one_of(law, "icj_procedure", "36(4)(a)(ii)", ("procedure of the International Court of Justice", "procédure de la Cour internationale de Justice"), "procedure", ("icj",))
statement_attached = stated(law, "statement_attached", "36(4)(a)", ("a detailed statement is attached", "un exposé détaillé est joint"), "statement")
list_a = is_one_of(law, "list_a", "36(3)(b)", ("list A is chosen", "la liste A est choisie"), "chosen_list", ("A",))
list_b = is_one_of(law, "list_b", "36(3)(b)", ("list B is chosen", "la liste B est choisie"), "chosen_list", ("B",))
english = holds(law, "english", "36(3)(c)", ("fluent in English", "pratique couramment l'anglais"), "languages", "en")
french = holds(law, "french", "36(3)(c)", ("fluent in French", "pratique couramment le français"), "languages", "fr")
FLUENCY = any_of(english, french)
STANDARD = ("on the statement and its documents", "au vu de l'exposé et des pièces")
of_high_character = law.finding("of_high_character", "36(3)(a)", ("of high moral character, impartial and upright", "jouit d'une haute moralité, impartial et intègre"), "state_party", STANDARD, lasting=False)
fit_for_highest_office = law.finding("fit_for_highest_office", "36(3)(a)", ("meets what the State asks for its highest judicial offices", "réunit les conditions des plus hautes fonctions judiciaires de l'État"),
                                     "state_party", STANDARD, lasting=False)
competent_in_criminal_law = law.finding("competent_in_criminal_law", "36(3)(b)(i)", ("competent in criminal law and procedure", "compétent en droit pénal et procédure pénale"), "state_party", STANDARD, lasting=False)
experienced_in_criminal_proceedings = law.finding("experienced_in_criminal_proceedings", "36(3)(b)(i)", ("has the necessary experience of criminal proceedings", "a l'expérience nécessaire du procès pénal"),
                                                  "state_party", STANDARD, lasting=False)
competent_in_international_law = law.finding("competent_in_international_law", "36(3)(b)(ii)", ("competent in relevant international law", "compétent en droit international pertinent"), "state_party", STANDARD, lasting=False)
experienced_in_legal_practice = law.finding("experienced_in_legal_practice", "36(3)(b)(ii)", ("has extensive legal practice relevant to the Court", "a une grande expérience juridique utile à la Cour"),
                                            "state_party", STANDARD, lasting=False)

covers_legal_systems = holds(law, "covers_legal_systems", "36(8)(a)(i)", ("it shows the legal systems", "il fait état des systèmes juridiques"), "covers", "legal_systems", says_not=("it says nothing of the legal systems", "il ne dit rien des systèmes juridiques"))
covers_regions = holds(law, "covers_regions", "36(8)(a)(ii)", ("it shows the regions", "il fait état des régions"), "covers", "regions", says_not=("it says nothing of the regions", "il ne dit rien des régions"))
covers_sexes = holds(law, "covers_sexes", "36(8)(a)(iii)", ("it shows women and men", "il fait état des femmes et des hommes"), "covers", "sexes", says_not=("it says nothing of women and men", "il ne dit rien des femmes et des hommes"))
covers_expertise = holds(law, "covers_expertise", "36(8)(b)", ("it shows special expertise", "il fait état des compétences particulières"), "covers", "expertise", says_not=("it says nothing of special expertise", "il ne dit rien des compétences particulières"))
represented = entry_fact(law, "represented", "36(8)(a)", ("the picture of representation was tabled", "l'état de la représentation a été présenté"), lambda v: v.posture.represented, ("table_representation",))


@law.stage("36(8)(a)", ("candidates for judge are nominated", "des candidats aux fonctions de juge sont présentés"), cured_by=("nominate_judge",))
def judges_nominated(v: View) -> Any:
    return next((c.entry for c in v.posture.candidates.values() if c.chosen_list), False)


QUALIFIED = all_of(of_high_character, fit_for_highest_office, FLUENCY, any_of(
    all_of(list_a, competent_in_criminal_law, experienced_in_criminal_proceedings), all_of(list_b, competent_in_international_law, experienced_in_legal_practice)))

law.power("36(6)(a)", open_election, ("bureau", "assembly"), ~election_open)
law.power("36(4)(a)", nominate, "state_party", all_of(for_judges, nominated_by_party, national_of_party, ~has_candidate, ~candidate_already,
                                                      any_of(national_procedure, icj_procedure), statement_attached, QUALIFIED))
law.duty("36(8)(a)", represent, ("registry", "bureau"), judges_nominated, represented)
law.prohibition("36(8)(a)", represent, ~all_of(covers_legal_systems, covers_regions, covers_sexes, covers_expertise), name="whole_picture")
law.power("36(4)(c)", committee, "assembly", election_open)
