"""Articles 39 and 45 of the Rome Statute in cases and situations: who may sit on the Chambers that articles 57 and 61 have assigned and constituted.

What the roll shows bars nobody while no roll is kept (a file of a case alone); the pre-trial bar follows from the file itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import any_of
from curule.law.leaves import Fact
from curule.law.view import View
from curule.statutes.rome.matters.roll import division_on, in_office, roll_of

law = Chapter("rome", __name__)

CONSTITUTE, ASSIGN = "constitute_trial_chamber", "assign_pre_trial_chamber"


def _size(v: View) -> int | None:
    return len(v.given["judges"]) if "judges" in v.given else None


three_in_chamber = law.measure("three_in_trial_chamber", "39(2)(b)(ii)", ("three judges", "trois juges"), _size, "==", 3, needs=("judges",), says_not=("more or fewer than three judges", "plus ou moins de trois juges"))
three_in_pre_trial = law.measure("three_in_pre_trial_chamber", "39(2)(b)(iii)", ("three judges", "trois juges"), _size, "==", 3, needs=("judges",), says_not=("more or fewer than three judges", "plus ou moins de trois juges"))
one_in_pre_trial = law.measure("one_in_pre_trial_chamber", "39(2)(b)(iii)", ("a single judge", "un juge unique"), _size, "==", 1, needs=("judges",), says_not=("more than a single judge", "plus d'un juge unique"))


law.reading("pre_trial_bar", "39(4)", ("Does earlier work on the situation, outside this case, bar a judge from the Trial Chamber?", "Le travail antérieur sur la situation, hors de cette affaire, écarte-t-il un juge de la Chambre de première instance ?"), {
    "case": ("no: the bar is for the case; the rest is a question of impartiality", "non : l'interdiction vaut pour l'affaire ; le reste relève de l'impartialité"),
    "situation": ("yes: the pre-trial phase begins with the situation", "oui : la phase préliminaire commence avec la situation")})


@law.fact("39(4)", ("one of the judges took part in the pre-trial phase of this case", "l'un des juges a participé à la phase préliminaire de cette affaire"), needs=("judges",))
def took_part_at_pre_trial(v: View) -> Any:
    chosen, situation = v.given.get("judges"), v.other("situation")
    if chosen is None:
        return None
    benches = [v.posture.chambers.get("pre_trial")]
    if situation is not None and v.reading("pre_trial_bar") == "situation":
        benches.append(situation.chambers.get("pre_trial"))
    return next((b.entry for b in benches if b is not None and {*chosen} & {*b.judges, *b.former}), False)


def _outside(id: str, provision: str, which: str, en: str, fr: str) -> Fact:
    def test(v: View) -> Any:
        roll, chosen = roll_of(v), v.given.get("judges")
        if chosen is None:
            return None
        return roll is not None and not all(in_office(roll, c, v.on) and which in division_on(roll, c, v.on) for c in chosen)

    test.__name__ = id
    declare: Callable[[Callable[[View], Any]], Fact] = law.fact(provision, (en, fr), needs=("judges",), cured_by=("assign_to_division", "attach_to_division"))
    return declare(test)


outside_trial = _outside("outside_trial_division", "39(2)(b)(ii)", "trial", "one of the judges is not in office in the Trial Division", "l'un des juges n'est pas en fonctions à la Section de première instance")
outside_pre_trial = _outside("outside_pre_trial_division", "39(2)(b)(iii)", "pre_trial", "one of the judges is not in office in the Pre-Trial Division", "l'un des juges n'est pas en fonctions à la Section préliminaire")


@law.fact("45", ("one of the judges has not given the solemn undertaking", "l'un des juges n'a pas pris l'engagement solennel"), needs=("judges",), cured_by=("give_undertaking",))
def undertaking_missing(v: View) -> Any:
    roll, chosen = roll_of(v), v.given.get("judges")
    return None if chosen is None else roll is not None and not {*chosen} <= {*roll.undertakings}


law.prohibition("39(2)(b)(ii)", CONSTITUTE, ~three_in_chamber, name="trial_chamber_size")
law.prohibition("39(2)(b)(ii)", CONSTITUTE, outside_trial, name="trial_chamber_division")
law.prohibition("39(2)(b)(iii)", ASSIGN, ~any_of(three_in_pre_trial, one_in_pre_trial), name="pre_trial_chamber_size")
law.prohibition("39(2)(b)(iii)", ASSIGN, outside_pre_trial, name="pre_trial_chamber_division")
law.prohibition("39(4)", CONSTITUTE, took_part_at_pre_trial, name="took_part_at_pre_trial")
law.prohibition("45", (CONSTITUTE, ASSIGN), undertaking_missing, name="chamber_of_case_without_undertaking")
