"""Article 36, paragraphs 5 to 7 and 9(b), of the Rome Statute: lists A and B, ballots, one judge of a nationality, lots for the first terms."""

from __future__ import annotations

from collections import Counter
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.election import Election
from curule.statutes.rome.matters.roll import Roll, judges_in_office, seats_on
from curule.statutes.rome.part_04.article_36 import for_judges
from curule.statutes.rome.part_04.ballots import BallotError, Outcome, Result, count_ballot, elected, least_of_list, lots, read_votes, two_thirds
from curule.statutes.rome.part_04.given_facts import entry_fact, stated
from curule.statutes.rome.part_13.party_facts import total_parties

__all__ = ["ballot_results", "base_of_votes", "law", "present_and_voting", "quorum", "secret"]

law = Chapter("rome", __name__)

law.clause("36(5)", Class.RULE, ("Lists A and B", "Listes A et B"), ("At the first election at least nine of list A and five of list B; later elections keep that proportion.",
           "À la première élection, neuf juges au moins de la liste A et cinq de la liste B ; les élections suivantes maintiennent cette proportion."))
law.clause("36(6)(a)", Class.RULE, ("Secret ballot, two thirds", "Scrutin secret, deux tiers"), ("Elected are those with most votes who also have two thirds of the States Parties present and voting.",
           "Sont élus ceux qui ont le plus de voix et les deux tiers des États Parties présents et votants."))
law.clause("36(6)(b)", Class.RULE, ("Further ballots", "Tours suivants"), ("While seats remain, balloting goes on under the same rules.", "Tant qu'il reste des sièges, le scrutin se poursuit selon les mêmes règles."))
law.clause("36(7)", Class.RULE, ("One judge of a nationality", "Un juge par nationalité"), ("Who has several nationalities counts where civil and political rights are ordinarily exercised.",
           "Qui a plusieurs nationalités compte là où sont ordinairement exercés les droits civils et politiques."))
law.clause("36(9)(b)", Class.RULE, ("Lots for the first terms", "Tirage au sort des premiers mandats"), ("At the first election a third serve three years, a third six, the others nine.",
           "À la première élection, un tiers sert trois ans, un tiers six ans, les autres neuf ans."))

present_and_voting = law.reading(
    "present_and_voting", "36(6)(a)", ("Who counts as present and voting?", "Qui compte comme présent et votant ?"),
    {"without_abstentions": ("those who vote for or against or cast a valid ballot", "ceux qui votent pour ou contre ou déposent un bulletin valable"),
     "with_abstentions": ("those who abstain as well", "ceux qui s'abstiennent aussi")})

secret_particular = Particular("secret", "yes_no", "by secret ballot", "au scrutin secret", default=lambda v: True)
present_particular = Particular("present", "integer", "States Parties present", "États Parties présents", least=0)
abstaining = Particular("abstaining", "integer", "States Parties abstaining", "États Parties qui s'abstiennent", least=0, required=False)
chosen = Particular("elected", "judge", "elected", "élus", many=True, required=False, suggest=lambda v: [(c, c) for c in v.posture.candidates], default=lambda v: _counted(v))


def _ballot(draft: Election, entry: Entry) -> None:
    draft.ballots.append(entry)
    for code in entry.particulars.get("elected", ()):
        draft.elected[code] = entry


def _lots(draft: Election, entry: Entry) -> None:
    draft.lots = entry


ballot = law.act("hold_ballot", "election", ("Hold a ballot for judges", "Tenir un tour de scrutin pour les juges"), ("A ballot was held; elected: {elected}", "Un tour de scrutin a eu lieu ; élus : {elected}"), [
    present_particular, abstaining, secret_particular, Particular("votes", "text", "votes (candidate:number)", "voix (candidat:nombre)", many=True), chosen], _ballot)
draw_lots = law.act("draw_lots", "election", ("Draw lots for the first terms", "Tirer au sort les premiers mandats"), ("Lots were drawn: three years {three}; six years {six}",
                    "Le sort a désigné : trois ans {three} ; six ans {six}"), [
    Particular("three", "judge", "three years", "trois ans", many=True, suggest=lambda v: [(c, c) for c in v.posture.elected]),
    Particular("six", "judge", "six years", "six ans", many=True, suggest=lambda v: [(c, c) for c in v.posture.elected]),
    Particular("by_lot", "yes_no", "drawn by lot", "tirés au sort")], _lots)


def base_of_votes(v: View) -> int | None:
    """The States Parties present and voting, with or without those that abstain by the reading."""
    present: int | None = v.given.get("present")
    if present is None:
        return None
    return present - v.given.get("abstaining", 0) if v.reading("present_and_voting") == "without_abstentions" else present


def _majority_of_parties(v: View) -> int | None:
    count = total_parties(v)
    return None if count is None else count // 2 + 1


quorum = law.measure("quorum", "112(7)(a)", ("an absolute majority of the States Parties is present", "la majorité absolue des États Parties est présente"), lambda v: v.given.get("present"), ">=",
                     _majority_of_parties, needs=("present",), says_not=("there is no quorum", "le quorum n'est pas atteint"))
secret = stated(law, "secret_ballot", "36(6)(a)", ("the ballot is secret", "le scrutin est secret"), "secret")


@law.fact("36(6)(a)", ("all those elected are candidates not elected yet", "tous les élus sont des candidats non encore élus"), needs=("elected",))
def elected_are_candidates(v: View) -> Any:
    return {*v.given.get("elected", ())} <= {*v.posture.candidates} - {*v.posture.elected}


def _least_votes(v: View) -> int | None:
    if "votes" not in v.given:
        return None
    votes = read_votes(v.given["votes"])
    return min((votes.get(code, 0) for code in v.given.get("elected", ())), default=max(votes.values(), default=0) + v.given.get("present", 0))


def _two_thirds(v: View) -> int | None:
    base = base_of_votes(v)
    return None if base is None else two_thirds(base)


two_thirds_each = law.measure("two_thirds_each", "36(6)(a)", ("each of those elected has two thirds of the Parties present and voting", "chaque élu a les deux tiers des Parties présentes et votantes"),
                              _least_votes, ">=", _two_thirds, needs=("votes", "elected"), says_not=("somebody elected lacks two thirds", "un élu n'a pas les deux tiers"))


def _bench(v: View) -> tuple[list[str], Counter[str], int] | None:
    """Nationalities and lists of the judges who will sit when the terms begin (earlier ballots included), and the size of the bench."""
    roll: Roll | None = v.other("roll")
    if roll is None:
        return None
    staying = [roll.judges[c] for c in judges_in_office(roll, v.posture.begins)]
    earlier = [v.posture.candidates[c] for c in v.posture.elected if c in v.posture.candidates]
    return ([x.nationality for x in (*staying, *earlier)], Counter(x.chosen_list for x in (*staying, *earlier)), seats_on(roll, v.posture.begins))


def _newly(v: View) -> list[Any]:
    return [v.posture.candidates[c] for c in v.given.get("elected", ()) if c in v.posture.candidates]


@law.fact("36(7)", ("no two judges have one nationality", "chaque juge est d'une nationalité différente"), says_not=("two judges would have one nationality", "deux juges auraient la même nationalité"),
          needs=("elected",))
def one_of_each_nationality(v: View) -> Any:
    bench = _bench(v)
    if bench is None:
        return None
    new = [c.nationality for c in _newly(v)]
    return len({*new}) == len(new) and not {*new} & {*bench[0]}


def _seats_left(v: View) -> int:
    left: int = v.posture.seats - len(v.posture.elected)
    return left


enough_seats = law.measure("enough_seats", "36(6)(a)", ("no more are elected than there are seats", "il n'y a pas plus d'élus que de sièges"), lambda v: len(v.given.get("elected", ())), "<=", _seats_left,
                           needs=("elected",), says_not=("more are elected than there are seats", "il y a plus d'élus que de sièges"))


def _missing(v: View) -> int | None:
    """How many judges of list A and B are still missing for their least number after this ballot."""
    bench = _bench(v)
    if bench is None:
        return None
    have = bench[1] + Counter(c.chosen_list for c in _newly(v))
    return sum(max(0, least_of_list(name, bench[2]) - have[name]) for name in ("A", "B"))


balance_possible = law.measure("balance_possible", "36(5)", ("the seats left suffice for what lists A and B still lack", "les sièges restants suffisent à ce qui manque aux listes A et B"), _missing, "<=",
                               lambda v: max(0, _seats_left(v) - len(v.given.get("elected", ()))), needs=("elected",),
                               says_not=("too few seats are left for what a list still lacks", "il reste trop peu de sièges pour ce qui manque à une liste"))


def ballot_results(v: View) -> list[Result]:
    """The count of the votes given, with a reason for every candidate; empty while something is missing.

    For a ballot held earlier: a view of the posture just before it, with its particulars as ``given``.

    :raises BallotError: for votes that cannot be so.
    """
    bench, base = _bench(v), base_of_votes(v)
    if bench is None or base is None or "votes" not in v.given:
        return []
    open_to = {c: (x.nationality, x.chosen_list) for c, x in v.posture.candidates.items() if c not in v.posture.elected}
    votes = {c: n for c, n in read_votes(v.given["votes"]).items() if c in open_to}
    return count_ballot(open_to, votes, base, _seats_left(v), seated=bench[0], lists=bench[1], bench=bench[2])


def _counted(v: View) -> tuple[str, ...]:
    """Who is elected by the votes given so far, to start from in a form."""
    try:
        return tuple(r.candidate for r in ballot_results(v) if r.outcome is Outcome.ELECTED)
    except BallotError:
        return ()


@law.fact("36(6)(a)", ("nobody with more votes who could be elected is passed over", "aucun candidat éligible ayant plus de voix n'est écarté"), needs=("votes", "elected"),
          says_not=("a candidate whom the count elects is passed over", "un candidat élu par le décompte est écarté"))
def nobody_passed_over(v: View) -> Any:
    if _bench(v) is None or base_of_votes(v) is None or "votes" not in v.given:
        return None
    try:
        return elected(ballot_results(v)) <= {*v.given.get("elected", ())}
    except BallotError:
        return True


@law.fact("36(6)(a)", ("so many votes can have been cast", "autant de voix ont pu être exprimées"), needs=("votes", "present"),
          says_not=("more votes than can have been cast", "plus de voix qu'il n'a pu en être exprimé"))
def votes_possible(v: View) -> Any:
    if _bench(v) is None or base_of_votes(v) is None or "votes" not in v.given:
        return None
    try:
        ballot_results(v)
    except BallotError:
        return False
    return True


first_ballot = entry_fact(law, "first_ballot", "36(6)(b)", ("a ballot was held", "un tour de scrutin a eu lieu"), lambda v: v.posture.ballots and v.posture.ballots[0], ("hold_ballot",))


@law.stage("36(6)(b)", ("every seat is filled", "tous les sièges sont pourvus"), cured_by=("hold_ballot",))
def seats_filled(v: View) -> Any:
    return len(v.posture.elected) >= v.posture.seats and (v.posture.ballots[-1] if v.posture.ballots else False)


@law.fact("36(9)(b)", ("it is the first election of the whole bench", "il s'agit de la première élection de l'ensemble des juges"))
def first_election(v: View) -> Any:
    return v.posture.whole


lots_drawn = entry_fact(law, "lots_drawn", "36(9)(b)", ("lots were drawn", "le tirage au sort a eu lieu"), lambda v: v.posture.lots, ("draw_lots",))
by_lot = stated(law, "by_lot", "36(9)(b)", ("by lot", "par tirage au sort"), "by_lot", says_not=("otherwise than by lot", "autrement que par tirage au sort"))
third_for_three = law.measure("third_for_three", "36(9)(b)", ("a third serve three years", "un tiers sert trois ans"), lambda v: len(v.given["three"]) if "three" in v.given else None, "==",
                              lambda v: lots(len(v.posture.elected))[0], needs=("three",), says_not=("not a third serve three years", "ce n'est pas un tiers qui sert trois ans"))
third_for_six = law.measure("third_for_six", "36(9)(b)", ("a third serve six years", "un tiers sert six ans"), lambda v: len(v.given["six"]) if "six" in v.given else None, "==",
                            lambda v: lots(len(v.posture.elected))[1], needs=("six",), says_not=("not a third serve six years", "ce n'est pas un tiers qui sert six ans"))


@law.fact("36(9)(b)", ("the lots name judges elected, each once", "le sort désigne des juges élus, chacun une fois"), needs=("three", "six"), says_not=("the lots name somebody twice or somebody not elected", "le sort désigne deux fois la même personne ou une personne non élue"))
def lots_name_elected(v: View) -> Any:
    three, six = v.given.get("three"), v.given.get("six")
    return None if three is None or six is None else not {*three} & {*six} and {*three, *six} <= {*v.posture.elected}


law.power("36(6)(a)", ballot, "assembly", all_of(for_judges, secret, quorum, elected_are_candidates, two_thirds_each, one_of_each_nationality, enough_seats, balance_possible,
                                                 nobody_passed_over, votes_possible))
law.duty("36(6)(b)", ballot, "assembly", first_ballot, seats_filled, name="further_ballot", empowers=False)
law.duty("36(9)(b)", draw_lots, "assembly", all_of(first_election, seats_filled), lots_drawn)
law.prohibition("36(9)(b)", draw_lots, ~all_of(by_lot, third_for_three, third_for_six, lots_name_elected), name="lots")
