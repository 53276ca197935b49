"""Article 36, paragraphs 1 and 2, of the Rome Statute, with article 112(2)(e): how many judges the Court has, and how that is changed."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.roll import SEATS, Proposal, Roll, judges_in_office, seats_on
from curule.statutes.rome.part_04.article_34 import roll_open
from curule.statutes.rome.part_04.given_facts import entry_fact, stated
from curule.statutes.rome.part_04.judges_votes import members_majority, parties_in_favour
from curule.statutes.rome.part_13.party_facts import states_parties

law = Chapter("rome", __name__)

law.clause("36(1)", Class.RULE, ("Eighteen judges", "Dix-huit juges"), ("The Court has eighteen judges until the number is changed.", "La Cour compte dix-huit juges tant que ce nombre n'est pas modifié."))
law.clause("36(2)(a)", Class.RULE, ("Proposal of more judges", "Proposition d'augmenter le nombre"),
           ("The Presidency may propose an increase, saying why; the Registrar circulates it promptly to all States Parties.",
            "La Présidence peut proposer une augmentation motivée ; le Greffier la communique sans délai à tous les États Parties."))
law.clause("36(2)(b)", Class.RULE, ("Two thirds of the Assembly's members", "Deux tiers des membres de l'Assemblée"),
           ("Adopted by two thirds of all members, in force from the day that the Assembly fixes.", "Adoptée aux deux tiers de tous les membres, en vigueur à la date fixée par l'Assemblée."))
law.clause("36(2)(c)(i)", Class.RULE, ("Election of the added judges", "Élection des juges supplémentaires"),
           ("At the next session of the Assembly, by the ordinary rules.", "À la session suivante de l'Assemblée, selon les règles ordinaires."))
law.clause("36(2)(c)(ii)", Class.RULE, ("Later reduction", "Réduction ultérieure"),
           ("By the same procedure where the workload allows, never below eighteen, and only as terms end.",
            "Par la même procédure si la charge de travail le permet, jamais au-dessous de dix-huit, et au fur et à mesure des fins de mandat."))

number = Particular("number", "integer", "number of judges", "nombre de juges", least=1)
proposal = Particular("proposal", "text", "proposal number", "numéro de la proposition", suggest=lambda v: [(n, n) for n in v.posture.proposals])


def _propose(draft: Roll, entry: Entry) -> None:
    draft.proposals[entry.particulars["proposal"]] = Proposal(entry.particulars["number"], entry)


def _circulate(draft: Roll, entry: Entry) -> None:
    draft.proposals.setdefault(entry.particulars["proposal"], Proposal()).circulated = entry


def _decide(draft: Roll, entry: Entry) -> None:
    draft.proposals.setdefault(entry.particulars["proposal"], Proposal()).decided = entry


propose = law.act("propose_number_of_judges", "roll", ("Propose another number of judges", "Proposer un autre nombre de juges"),
                  ("The Presidency proposed that the Court have {number} judges", "La Présidence a proposé que la Cour compte {number} juges"),
                  [Particular("proposal", "text", "proposal number", "numéro de la proposition"), number,
                   Particular("reasons_given", "yes_no", "reasons for need and fitness given", "motifs (nécessité et opportunité) indiqués")], _propose)
circulate = law.act("circulate_number_proposal", "roll", ("Circulate the proposal to all States Parties", "Communiquer la proposition à tous les États Parties"),
                    ("Proposal {proposal} was circulated to {states}", "La proposition {proposal} a été communiquée à {states}"),
                    [proposal, Particular("states", "state", "States", "États", many=True, suggest=lambda v: [(s, s) for s in states_parties(v)])], _circulate)
decide = law.act("decide_number_of_judges", "roll", ("Decide the number of judges", "Décider du nombre de juges"), ("The Assembly decided on proposal {proposal}, with effect on {starts}",
                 "L'Assemblée a statué sur la proposition {proposal}, avec effet au {starts}"),
                 [proposal, parties_in_favour, Particular("starts", "date", "in force from", "en vigueur le")], _decide)
schedule = law.act("schedule_added_election", "roll", ("Put the election of added judges on the agenda", "Inscrire l'élection des juges supplémentaires"),
                   ("The election under proposal {proposal} was put on the agenda of the {sessions_later} session after", "L'élection prévue par la proposition {proposal} a été inscrite à la {sessions_later}e session suivante"),
                   [proposal, Particular("sessions_later", "integer", "sessions after the decision", "sessions après la décision", least=0, default=lambda v: 1)])


@law.fact("36(2)(a)", ("that proposal number is free", "ce numéro de proposition est libre"), says_not=("that number is taken", "ce numéro est pris"), needs=("proposal",))
def proposal_free(v: View) -> Any:
    code = v.given.get("proposal")
    return None if code is None else code not in v.posture.proposals


def _asked(v: View) -> Proposal | None:
    found: Proposal | None = v.posture.proposals.get(v.given.get("proposal", ""))
    return found


reasons_given = stated(law, "reasons_given", "36(2)(a)", ("the reasons for it are given", "les motifs en sont donnés"), "reasons_given")
increase = law.measure("increase", "36(2)(a)", ("more judges than now", "plus de juges qu'actuellement"), lambda v: v.given.get("number"), ">", lambda v: seats_on(v.posture, v.on), needs=("number",))
fewer = law.measure("fewer", "36(2)(c)(ii)", ("fewer judges than now", "moins de juges qu'actuellement"), lambda v: v.given.get("number"), "<", lambda v: seats_on(v.posture, v.on), needs=("number",))
not_below_eighteen = law.measure("not_below_eighteen", "36(2)(c)(ii)", ("not below eighteen", "pas moins de dix-huit"), lambda v: v.given.get("number"), ">=", SEATS, needs=("number",))
workload_allows = law.finding("workload_allows", "36(2)(c)(ii)", ("the workload justifies a reduction", "la charge de travail justifie une réduction"), "presidency",
                              ("on the figures of the workload", "au vu de la charge de travail"), lasting=False)
proposal_on_file = entry_fact(law, "proposal_on_file", "112(2)(e)", ("a proposal under article 36 is on file", "une proposition au titre de l'article 36 est enregistrée"),
                              lambda v: (p := _asked(v)) and p.proposed, ("propose_number_of_judges",), needs=("proposal",))
proposal_circulated = entry_fact(law, "proposal_circulated", "36(2)(a)", ("the proposal was circulated", "la proposition a été communiquée"),
                                 lambda v: (p := _asked(v)) and p.circulated, ("circulate_number_proposal",), needs=("proposal",))
number_decided = entry_fact(law, "number_decided", "36(2)(c)(i)", ("the Assembly decided on it", "l'Assemblée a statué"), lambda v: (p := _asked(v)) and p.decided,
                            ("decide_number_of_judges",), needs=("proposal",))
two_thirds_of_members = members_majority(law, "two_thirds_of_members", "36(2)(b)", (2, 3))


@law.fact("36(2)(a)", ("it goes to every State Party", "elle est adressée à tous les États Parties"), needs=("states",), says_not=("a State Party is left out", "un État Partie est omis"))
def to_every_party(v: View) -> Any:
    states = v.given.get("states")
    return None if states is None or v.other("states") is None else {*states_parties(v)} <= {*states}


seats_end_with_terms = law.measure(
    "seats_end_with_terms", "36(2)(c)(ii)", ("no term in office is cut short", "aucun mandat en cours n'est abrégé"),
    lambda v: len(judges_in_office(v.posture, v.given["starts"])) if "starts" in v.given else None, "<=", lambda v: (p.number or None) if (p := _asked(v)) else None, needs=("starts",),
    says_not=("more judges would still be in office than seats remain", "il resterait plus de juges en fonctions que de sièges"))
next_session = law.measure("next_session", "36(2)(c)(i)", ("at the next session", "à la session suivante"), lambda v: v.given.get("sessions_later"), "==", 1, needs=("sessions_later",))
seat_vacant = law.measure("seat_vacant", "36(1)", ("a seat is vacant on the first day of the term", "un siège est vacant au premier jour du mandat"),
                          lambda v: len(judges_in_office(v.posture, v.given["since"])) if "since" in v.given else None, "<",
                          lambda v: seats_on(v.posture, v.given["since"]) if "since" in v.given else None, needs=("since",),
                          says_not=("every seat is taken", "tous les sièges sont occupés"))


def _open_proposals(v: View) -> Any:
    return [{"proposal": code} for code in v.posture.proposals]


law.power("36(2)(a)", propose, "presidency", all_of(roll_open, proposal_free, reasons_given, increase))
law.power("36(2)(c)(ii)", propose, "presidency", all_of(proposal_free, fewer, not_below_eighteen, workload_allows), name="reduction")
law.duty("36(2)(a)", circulate, "registrar", proposal_on_file, proposal_circulated, each=_open_proposals)
law.prohibition("36(2)(a)", circulate, ~to_every_party, name="every_party")
law.power("36(2)(b)", decide, "assembly", all_of(proposal_on_file, proposal_circulated, two_thirds_of_members, seats_end_with_terms))
law.power("36(2)(c)(i)", schedule, "assembly", all_of(number_decided, next_session))
