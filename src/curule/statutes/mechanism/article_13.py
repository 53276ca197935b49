"""Article 13 of the Statute of the Mechanism, with paragraphs 5 and 6 of the resolution: the Rules of Procedure and Evidence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.matters.roll import appointed, roll_of
from curule.statutes.mechanism.matters.rules import Proposal, RulesOfProcedure

law = Chapter("irmct", __name__)

law.clause("13(1)", Class.RULE, ("The judges adopt the Rules", "Les juges adoptent le Règlement"),
           ("The judges adopt Rules for every phase, for evidence, for the protection of victims and witnesses and what else is fitting.",
            "Les juges adoptent le Règlement : phases de la procédure, preuve, protection des victimes et des témoins, autres questions."))
law.clause("13(2)", Class.RULE, ("Amendments by written procedure", "Modifications par procédure écrite"),
           ("Amendments may be decided at a distance, in writing.", "Les modifications peuvent être décidées à distance, par écrit."))
law.clause("13(3)", Class.RULE, ("In force on adoption", "Entrée en vigueur dès l'adoption"),
           ("Rules and amendments bind from their adoption, unless the Security Council decides otherwise.",
            "Le Règlement et ses modifications s'appliquent dès leur adoption, sauf décision contraire du Conseil de sécurité."))
law.clause("13(4)", Class.RULE, ("Consistent with the Statute", "Conformité au Statut"),
           ("The Rules may not contradict the Statute.", "Le Règlement ne peut contredire le Statut."))

adoption_majority = law.reading(
    "rules_majority", "13(1)", ("Of whom must a majority adopt the Rules or an amendment?", "De qui faut-il la majorité pour adopter le Règlement ou une modification ?"),
    {"appointed": ("of all judges appointed", "de tous les juges nommés"), "voting": ("of the judges who vote", "des juges qui votent")},
    ("The Statute names no majority.", "Le Statut ne fixe pas de majorité."))

DRAFT = "rules"
"""The number under which the first Rules are proposed."""


def _proposal(draft: RulesOfProcedure, entry: Entry) -> Proposal:
    return draft.proposals.setdefault(entry.particulars["proposal"], Proposal())


def _mark(field: str) -> Any:
    def effect(draft: RulesOfProcedure, entry: Entry) -> None:
        setattr(_proposal(draft, entry), field, entry)

    return effect


def _submit(draft: RulesOfProcedure, entry: Entry) -> None:
    draft.draft = entry
    draft.proposals[DRAFT] = Proposal("rules", entry)


def _propose(draft: RulesOfProcedure, entry: Entry) -> None:
    draft.proposals[entry.particulars["proposal"]] = Proposal("amendment", entry)


def _vote(draft: RulesOfProcedure, entry: Entry) -> None:
    _proposal(draft, entry).votes[entry.particulars["judge"]] = entry.particulars["vote"]


def _open_vote(draft: RulesOfProcedure, entry: Entry) -> None:
    """A new ballot begins without votes."""
    found = _proposal(draft, entry)
    found.ballot = entry
    found.votes.clear()


def _plenary(draft: RulesOfProcedure, entry: Entry) -> None:
    proposal = _proposal(draft, entry)
    proposal.plenary = entry
    for vote in ("in_favour", "against"):
        for code in entry.particulars.get(vote, ()):
            proposal.votes[code] = vote


def _numbers(v: View) -> Sequence[tuple[str, str]]:
    return [(number, number) for number in v.posture.proposals]


def _colleagues(v: View) -> Sequence[tuple[str, str]]:
    roll = roll_of(v)
    return [] if roll is None else [(code, roll.judges[code].name or code) for code in appointed(roll, v.on)]


proposal = Particular("proposal", "text", "proposal number", "numéro de la proposition", suggest=_numbers)
TO_JUDGES = ("bench", "organ:registrar", "organ:registry")
VOTES = (Choice("in_favour", "in favour", "pour"), Choice("against", "against", "contre"), Choice("abstains", "abstains", "abstention"))

submit_draft = law.act("submit_draft_rules", "rules", ("Submit draft Rules", "Présenter le projet de Règlement"),
                       ("The Secretary-General submitted draft Rules to the judges", "Le Secrétaire général a présenté aux juges un projet de Règlement"),
                       [Particular("based_on", "choice", "based on the Rules of", "fondé sur le Règlement de", many=True, choices=(
                           Choice("icty", "the ICTY", "du TPIY"), Choice("ictr", "the ICTR", "du TPIR")))], _submit)
propose = law.act("propose_amendment", "rules", ("Propose an amendment", "Proposer une modification"), ("Amendment {proposal} was proposed", "La modification {proposal} a été proposée"), [
    Particular("proposal", "text", "number of the amendment", "numéro de la modification"),
    Particular("matters", "choice", "matters", "matières", many=True, choices=(
        Choice("pre_trial", "pre-trial", "mise en état"), Choice("trial", "trial", "procès"), Choice("appeal", "appeal", "appel"), Choice("evidence", "evidence", "preuve"),
        Choice("protection", "protection of victims and witnesses", "protection des victimes et des témoins"), Choice("other", "other", "autres"))),
    Particular("text", "long_text", "text", "texte")], _propose, audience=TO_JUDGES)
open_vote = law.act("open_written_vote", "rules", ("Open a written vote", "Ouvrir un vote par écrit"), ("A written vote on {proposal} was opened until {closes}",
                    "Un vote par écrit sur {proposal} a été ouvert jusqu'au {closes}"), [proposal, Particular("closes", "date", "last day to vote", "dernier jour de vote")],
                    _open_vote, audience=TO_JUDGES)
vote = law.act("cast_written_vote", "rules", ("Vote in writing", "Voter par écrit"), ("{judge} voted on {proposal}", "{judge} a voté sur {proposal}"), [
    proposal, Particular("judge", "judge", "judge", "juge", suggest=_colleagues), Particular("vote", "choice", "vote", "vote", choices=VOTES)], _vote, audience=TO_JUDGES)
plenary = law.act("record_plenary_vote", "rules", ("Record a vote of the plenary", "Inscrire un vote de la plénière"), ("The plenary voted on {proposal}", "La plénière a voté sur {proposal}"), [
    proposal, Particular("in_favour", "judge", "in favour", "pour", many=True, required=False, suggest=_colleagues),
    Particular("against", "judge", "against", "contre", many=True, required=False, suggest=_colleagues)], _plenary, audience=TO_JUDGES)
adopt = law.act("adopt_rules", "rules", ("Adopt the Rules or an amendment", "Adopter le Règlement ou une modification"), ("The judges adopted {proposal}", "Les juges ont adopté {proposal}"),
                [proposal], _mark("adopted"))
publish = law.act("publish_rules", "rules", ("Publish the Rules or an amendment", "Publier le Règlement ou une modification"), ("{proposal} was published", "{proposal} a été publié"),
                  [proposal], _mark("published"))
set_aside = law.act("set_rules_aside", "rules", ("Decide otherwise on the Rules", "Décider autrement du Règlement"),
                    ("The Security Council set {proposal} aside", "Le Conseil de sécurité a écarté {proposal}"), [proposal], _mark("set_aside"))
apply_rule = law.act("apply_rules", "rules", ("Apply the Rules to an act", "Appliquer le Règlement à un acte"), ("{proposal} was applied to an act of {day}", "{proposal} a été appliqué à un acte du {day}"),
                     [proposal, Particular("day", "date", "day of the act", "date de l'acte")], None)


def _asked(v: View) -> Proposal | None:
    rules: RulesOfProcedure = v.posture
    return rules.proposals.get(v.given.get("proposal", ""))


@law.fact("res5", ("the draft builds on the Rules of both Tribunals", "le projet se fonde sur les Règlements des deux Tribunaux"), needs=("based_on",))
def builds_on_both(v: View) -> Any:
    based = v.given.get("based_on")
    return None if based is None else {"icty", "ictr"} <= set(based)


draft_consistent = law.finding("draft_consistent", "res5", ("the draft is consistent with the resolution and the Statute", "le projet est conforme à la résolution et au Statut"),
                               "secretary_general", ("on comparison of the texts", "après comparaison des textes"), lasting=False)


@law.fact("res5", ("a draft was submitted to the judges", "un projet a été présenté aux juges"), cured_by=("submit_draft_rules",))
def draft_submitted(v: View) -> Any:
    return v.posture.draft or False


@law.stage("13(1)", ("such a proposal is before the judges", "les juges sont saisis d'une telle proposition"), cured_by=("submit_draft_rules", "propose_amendment"))
def proposed(v: View) -> Any:
    found = _asked(v)
    return None if v.given.get("proposal") is None else (found is not None and found.adopted is None and found.proposed) or False


@law.fact("13(1)", ("that number is free", "ce numéro est libre"), says_not=("that number is taken", "ce numéro est pris"), needs=("proposal",))
def number_free(v: View) -> Any:
    number = v.given.get("proposal")
    return None if number is None else number not in v.posture.proposals


@law.fact("13(2)", ("it is an amendment", "il s'agit d'une modification"), says_not=("it is the Rules as a whole", "il s'agit du Règlement dans son ensemble"), needs=("proposal",))
def an_amendment(v: View) -> Any:
    found = _asked(v)
    return None if found is None else found.kind == "amendment"


@law.stage("13(2)", ("a written vote was opened", "un vote par écrit a été ouvert"), cured_by=("open_written_vote",))
def written_vote(v: View) -> Any:
    found = _asked(v)
    return None if found is None else found.ballot or False


def _closes(v: View) -> date | None:
    found = _asked(v)
    return found.ballot.particulars["closes"] if found is not None and found.ballot is not None else None


vote_running = law.measure("vote_running", "13(2)", ("the written vote is still open", "le vote par écrit est encore ouvert"), lambda v: v.on, "<=", _closes)
closes_ahead = law.measure("vote_closes_ahead", "13(2)", ("the vote closes on that day or later", "le vote est clos ce jour-là ou plus tard"), lambda v: v.given.get("closes"), ">=",
                           lambda v: v.on, needs=("closes",), says_not=("the vote would close before it opens", "le vote serait clos avant d'être ouvert"))
vote_closed = law.measure("vote_closed", "13(2)", ("the written vote has closed", "le vote par écrit est clos"), lambda v: v.on, ">", _closes)


@law.fact("13(1)", ("that person is a judge of the Mechanism", "cette personne est juge du Mécanisme"), needs=("judge",))
def a_judge_votes(v: View) -> Any:
    code, roll = v.given.get("judge"), roll_of(v)
    return None if code is None or roll is None else code in appointed(roll, v.on)


@law.fact("13(2)", ("nobody votes for another judge", "nul ne vote pour un autre juge"), says_not=("a judge votes for another", "un juge vote pour un autre"), needs=("judge",))
def votes_in_person(v: View) -> Any:
    code, person = v.given.get("judge"), v.actor.person if v.actor is not None else ""
    roll = roll_of(v)
    return None if code is None or roll is None else person in ("", code) or code not in appointed(roll, v.on)


@law.fact("13(1)", ("a judge stands on both sides of the vote", "un juge figure des deux côtés du vote"), needs=("in_favour", "against"),
          says_not=("no judge stands on both sides of the vote", "aucun juge ne figure des deux côtés du vote"))
def votes_both_ways(v: View) -> Any:
    return bool(set(v.given.get("in_favour", ())) & set(v.given.get("against", ())))


@law.fact("13(2)", ("that judge has voted already", "ce juge a déjà voté"), needs=("judge", "proposal"))
def voted_already(v: View) -> Any:
    code, found = v.given.get("judge"), _asked(v)
    return None if code is None or found is None else code in found.votes


@law.fact("13(1)", ("the plenary voted on it", "la plénière a voté à ce sujet"), needs=("proposal",), cured_by=("record_plenary_vote",))
def plenary_voted(v: View) -> Any:
    found = _asked(v)
    return None if found is None else found.plenary or False


def _votes(v: View) -> list[str] | None:
    """The votes on the proposal in question, of judges whose appointment stands: nobody else's vote counts."""
    found, roll = _asked(v), roll_of(v)
    if found is None or roll is None:
        return None
    judges = appointed(roll, v.on)
    return [cast for code, cast in found.votes.items() if code in judges]


def _in_favour(v: View) -> int | None:
    votes = _votes(v)
    return None if votes is None else votes.count("in_favour")


def _majority(v: View) -> int | None:
    votes, roll = _votes(v), roll_of(v)
    if votes is None or roll is None:
        return None
    voting = len(votes) - votes.count("abstains")
    return (voting if v.reading("rules_majority") == "voting" else len(appointed(roll, v.on))) // 2 + 1


majority_in_favour = law.measure("majority_in_favour", "13(1)", ("a majority of the judges is in favour", "la majorité des juges est favorable"), _in_favour, ">=", _majority,
                                 needs=("proposal",), says_not=("no majority of the judges is in favour", "la majorité des juges n'est pas favorable"))
consistent = law.finding("consistent_with_statute", "13(4)", ("it is consistent with the Statute", "la proposition est conforme au Statut"), "judges",
                         ("on comparison of the texts", "après comparaison des textes"), lasting=False,
                         says_not=("it is not consistent with the Statute", "la proposition n'est pas conforme au Statut"))


@law.stage("13(3)", ("it has been adopted", "la proposition a été adoptée"), cured_by=("adopt_rules",))
def adopted(v: View) -> Any:
    found = _asked(v)
    return None if v.given.get("proposal") is None else (found is not None and found.adopted) or False


def _adopted_on(v: View) -> date | None:
    found = _asked(v)
    return found.adopted.done_on if found is not None and found.adopted is not None else None


in_force_by_then = law.measure("in_force_by_then", "13(3)", ("it was adopted by the day of the act", "la proposition était adoptée à la date de l'acte"), lambda v: v.given.get("day"), ">=",
                               _adopted_on, needs=("day",), says_not=("it was adopted after the act", "la proposition a été adoptée après l'acte"))


def _set_aside_on(v: View) -> date | None:
    found = _asked(v)
    return found.set_aside.done_on if found is not None and found.set_aside is not None else None


@law.fact("13(3)", ("the Security Council has not decided otherwise", "le Conseil de sécurité n'en a pas décidé autrement"), needs=("proposal",),
          says_not=("the Security Council decided otherwise", "le Conseil de sécurité en a décidé autrement"))
def not_set_aside(v: View) -> Any:
    found = _asked(v)
    return None if found is None else (no(found.set_aside) if found.set_aside is not None else True)


before_set_aside = law.measure("before_set_aside", "13(3)", ("the Security Council had not set it aside by then", "le Conseil de sécurité ne l'avait pas encore écartée"),
                               lambda v: v.given.get("day"), "<", _set_aside_on, needs=("day",),
                               says_not=("the Security Council had set it aside", "le Conseil de sécurité l'avait écartée"))

law.power("13(1)", propose, ("judges", "prosecutor", "registrar"), number_free)
law.power("13(1)", plenary, ("president", "registrar"), proposed)
law.prohibition("13(1)", plenary, votes_both_ways, name="both_ways")
law.power("13(2)", open_vote, "president", all_of(proposed, an_amendment, closes_ahead))
law.prohibition("13(2)", open_vote, all_of(written_vote, vote_running), name="vote_open_already")
law.power("13(2)", vote, "judges", all_of(written_vote, vote_running, a_judge_votes, votes_in_person, ~voted_already))
law.power("13(1)", adopt, "judges", all_of(proposed, any_of(plenary_voted, all_of(written_vote, vote_closed)), majority_in_favour))
law.prohibition("13(4)", adopt, ~consistent)
law.power("13(1)", publish, "registrar", adopted)
law.power("res6", set_aside, "security_council", adopted)
law.power("13(3)", apply_rule, ("judges", "trial_chamber", "single_judge", "duty_judge", "appeals_chamber", "registrar"), all_of(adopted, in_force_by_then, any_of(not_set_aside, before_set_aside)))
