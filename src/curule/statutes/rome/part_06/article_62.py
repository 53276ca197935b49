"""Article 62 of the Rome Statute: where the trial is held."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.part_05.article_61_decision import committed
from curule.statutes.rome.part_06.article_64_hearing import hold_session
from curule.statutes.rome.part_06.facts import TC, given_in, trial_of

law = Chapter("rome", __name__)


def _decide(draft: Case, entry: Entry) -> None:
    draft.trial.venue = entry.particulars["place"]


decide = law.act("decide_place_of_trial", "case", ("Decide that the trial sits elsewhere", "Décider que le procès se tient ailleurs"), ("The trial may sit at {place}", "Le procès peut se tenir à {place}"),
                 [Particular("place", "text", "place", "lieu")], _decide, group="preparing the trial")
elsewhere = given_in(law, "sits_elsewhere", "62", ("the session is held away from the seat", "l'audience se tient hors du siège"), ("the session is held at the seat", "l'audience se tient au siège"), "place")


@law.fact("62", ("it was decided that the trial sits at that place", "il a été décidé que le procès se tient en ce lieu"), needs=("place",), cured_by=(decide,),
          says_not=("no decision names that place", "aucune décision ne désigne ce lieu"))
def place_decided(v: View) -> Any:
    return v.given.get("place") == trial_of(v).venue


law.power("62", decide, (TC, "presidency"), committed)
law.prohibition("62", hold_session, all_of(elsewhere, ~place_decided), name="elsewhere")

for provision, title, summary in (
    ("62", ("Place of trial", "Lieu du procès"),
     ("The trial is held at the seat unless the Court decides on another place.", "Le procès se tient au siège, à moins que la Cour ne décide d'un autre lieu.")),
):
    law.clause(provision, Class.RULE, title, summary)
