"""Votes of the judges: absolute majority and two thirds with the base that the reading gives, and who may take part."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from curule.law.chapter import Chapter
from curule.law.leaves import Fact, Measure
from curule.law.particulars import Particular
from curule.law.view import View
from curule.statutes.rome.matters.roll import judges_in_office, offered_judges, roll_of
from curule.statutes.rome.membership import needed, number_of_parties
from curule.statutes.rome.part_13.party_facts import register_of

__all__ = ["in_favour", "judges_majority", "members_majority", "parties_in_favour", "votes_of_judges"]

Pair = tuple[str, str]
Excluded = Callable[[View], str]

in_favour = Particular("in_favour", "judge", "judges in favour", "juges favorables", many=True, suggest=offered_judges)
parties_in_favour = Particular("in_favour", "integer", "States Parties in favour", "États Parties favorables", least=0)


def judges_majority(law: Chapter, id: str, provision: str, *, share: tuple[int, int] = (1, 2), excluded: Excluded | None = None,
                    others_only: bool = False) -> Measure:
    """The judges in favour are an absolute majority (``share`` one half: more than half) or so large a share of the judges.

    ``excluded`` gives the judge who takes no part; whether that judge counts in the base is the reading ``judges_base``, unless the text
    itself counts the others only.
    """

    def base(v: View) -> int | None:
        roll = roll_of(v)
        if roll is None:
            return None
        out = excluded(v) if excluded is not None and (others_only or v.reading("judges_base") == "taking_part") else ""
        count = sum(1 for code in judges_in_office(roll, v.on) if code != out)
        return count // 2 + 1 if share == (1, 2) else needed(*share, count)

    says = (("an absolute majority of the judges is in favour", "la majorité absolue des juges est favorable") if share == (1, 2) else
            ("two thirds of the judges are in favour", "les deux tiers des juges sont favorables"))
    says_not = (("fewer than an absolute majority of the judges are in favour", "la majorité absolue des juges n'est pas atteinte") if share == (1, 2) else
                ("fewer than two thirds of the judges are in favour", "les deux tiers des juges ne sont pas atteints"))
    return law.measure(id, provision, says, lambda v: len(v.given["in_favour"]) if "in_favour" in v.given else None, ">=", base, needs=("in_favour",), says_not=says_not)


def votes_of_judges(law: Chapter, id: str, provision: str, excluded: Excluded | None = None) -> Fact:
    """All who vote are judges in office that day, and none of them is the judge who takes no part."""

    def test(v: View) -> Any:
        roll, votes = roll_of(v), v.given.get("in_favour")
        if roll is None or votes is None:
            return None
        out = excluded(v) if excluded is not None else ""
        return {*votes} <= {*judges_in_office(roll, v.on)} - {out}

    test.__name__ = id
    return law.fact(provision, ("only judges in office who may take part vote", "seuls votent des juges en fonctions pouvant prendre part à la décision"), needs=("in_favour",),
                    says_not=("somebody votes who may not take part", "une personne qui ne peut prendre part à la décision vote"))(test)


def members_majority(law: Chapter, id: str, provision: str, share: tuple[int, int] = (1, 2), name: str = "in_favour") -> Measure:
    """The States Parties in favour are an absolute majority, or so large a share, of all States Parties of that day."""

    def base(v: View) -> int | None:
        count = number_of_parties(register_of(v), v.on)
        return None if count is None else count // 2 + 1 if share == (1, 2) else needed(*share, count)

    says = (("an absolute majority of all States Parties is in favour", "la majorité absolue de tous les États Parties est favorable") if share == (1, 2) else
            ("two thirds of all States Parties are in favour", "les deux tiers de tous les États Parties sont favorables"))
    says_not = (("fewer than an absolute majority of all States Parties", "la majorité absolue de tous les États Parties n'est pas atteinte") if share == (1, 2) else
                ("fewer than two thirds of all States Parties", "les deux tiers de tous les États Parties ne sont pas atteints"))
    return law.measure(id, provision, says, lambda v: v.given.get(name), ">=", base, needs=(name,), says_not=says_not)
