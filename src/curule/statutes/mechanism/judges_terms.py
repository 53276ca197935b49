"""Articles 10 and 11 of the Statute of the Mechanism: appointments and terms of judges that cannot be so, and the President's own acts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from curule.law.chapter import Chapter
from curule.law.view import View
from curule.statutes.mechanism.article_10 import appoint_extra, elect_judges, establish_list, fill, list_transmitted, reappoint
from curule.statutes.mechanism.article_11 import appoint_president
from curule.statutes.mechanism.election import read_votes
from curule.statutes.mechanism.matters.roll import in_office, president_on, roll_of, term_on

__all__ = ["law"]

law = Chapter("irmct", __name__)

ASSIGNMENTS = ("compose_trial_chamber", "assign_single_judge", "designate_duty_judge", "compose_appeals_chamber", "compose_review_chamber", "appoint_reserve_judge",
               "replace_judge", "designate_referral_chamber", "request_presence", "authorise_remote_work")
"""What the President alone decides about judges and benches."""

term_in_order = law.measure("term_in_order", "10(3)", ("the term does not end before it begins", "le mandat ne prend pas fin avant de commencer"),
                            lambda v: v.given.get("until"), ">=", lambda v: v.given.get("since"), needs=("since", "until"),
                            says_not=("the term ends before it begins", "le mandat prend fin avant de commencer"))


@law.fact("10(3)", ("that judge has died", "ce juge est décédé"), needs=("judge",), says_not=("that judge is alive", "ce juge est en vie"))
def judge_died(v: View) -> Any:
    known = v.posture.judges.get(v.given.get("judge", ""))
    return known.ended if known is not None and known.ended is not None and known.ended.particulars.get("cause") == "death" else False


@law.fact("10(2)", ("that person is a judge in office on the first day", "cette personne est juge en fonctions le premier jour"), needs=("judge", "since"),
          says_not=("that person is no judge in office on the first day", "cette personne n'est pas juge en fonctions le premier jour"))
def seated_already(v: View) -> Any:
    code, first = v.given.get("judge"), v.given.get("since")
    return None if code is None or first is None else in_office(v.posture, code, first)


def _seat_free_from(v: View) -> date | None:
    known = v.posture.judges.get(v.given.get("predecessor", ""))
    return known.ended.particulars["effective"] if known is not None and known.ended is not None else None


after_predecessor = law.measure("after_predecessor", "10(2)", ("the term begins once the predecessor has left", "le mandat commence une fois le prédécesseur parti"),
                                lambda v: v.given.get("since"), ">=", _seat_free_from, needs=("since", "predecessor"),
                                says_not=("the term begins before the predecessor has left", "le mandat commence avant le départ du prédécesseur"))
votes_cast = law.measure("votes_within_electorate", "10(1)(d)", ("nobody has more votes than there are States entitled to vote", "nul n'a plus de voix qu'il n'y a d'États votants"),
                         lambda v: max(read_votes(v.given["votes"]).values(), default=0) if "votes" in v.given else None, "<=", lambda v: v.given.get("electorate"),
                         needs=("votes", "electorate"), says_not=("someone has more votes than there are States entitled to vote", "une personne a plus de voix qu'il n'y a d'États votants"))


def _last_day_as_judge(v: View) -> date | None:
    """The last day of the terms, one following the other, in which the first day of the presidency lies."""
    code, first = v.given.get("judge", ""), v.given.get("since")
    term = None if first is None else term_on(v.posture, code, first)
    last = None
    while term is not None and term.until != last:
        last = term.until
        term = term_on(v.posture, code, last + timedelta(days=1)) if last < date.max else None
    return last


presidency_within_term = law.measure("presidency_within_term", "11(1)", ("the presidency ends with the term as judge at the latest", "la présidence prend fin au plus tard avec le mandat de juge"),
                                     lambda v: v.given.get("until"), "<=", _last_day_as_judge, needs=("judge", "since", "until"),
                                     says_not=("the presidency outlasts the term as judge", "la présidence dépasse le mandat de juge"))


@law.fact("11(1)", ("it is not the President in office who acts", "ce n'est pas le Président en fonctions qui agit"), cured_by=("appoint_president",),
          says_not=("the President in office acts", "le Président en fonctions agit"))
def not_the_president(v: View) -> Any:
    roll = roll_of(v)
    if roll is None or v.actor is None or v.actor.organ != "president":
        return False
    holder = president_on(roll, v.on)
    if holder:
        return v.actor.person not in ("", holder)
    # A presidency that lapsed by time alone is not asked about: the roll may not have been kept up since.
    last = next((t for t in reversed(roll.presidents) if t.since <= v.on), None)
    known = roll.judges.get(last.judge) if last is not None else None
    return last is None or (known.ended or False if known is not None else False)


law.prohibition("10(3)", (elect_judges, fill, reappoint, appoint_extra, appoint_president), ~term_in_order, name="term_backwards")
law.prohibition("10(3)", (fill, reappoint, appoint_extra), judge_died, name="deceased")
law.prohibition("10(2)", (fill, appoint_extra), seated_already, name="seated_already")
law.prohibition("10(2)", fill, ~after_predecessor, name="seat_not_free")
law.prohibition("10(1)(c)", establish_list, list_transmitted, name="list_before_the_assembly")
law.prohibition("10(1)(d)", elect_judges, ~votes_cast, name="more_votes_than_states")
law.prohibition("11(1)", appoint_president, ~presidency_within_term, name="beyond_the_term")
law.prohibition("11(1)", ASSIGNMENTS, not_the_president, name="not_the_president")
