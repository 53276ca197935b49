"""What bars the Prosecutor's steps and the trial: a deferral by the Security Council (16), inadmissibility (17), ne bis in idem (20)."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, no
from curule.law.view import View
from curule.statutes.rome.part_02.article_13 import council_deferral_requested, council_deferral_runs

__all__ = ["PROSECUTION", "law", "trial_law"]

law = Chapter("rome", __name__)
trial_law = Chapter("rome", __name__ + ":trial")
"""The bars on the act that opens the trial (Part 6); to be listed with the chapters once that act is declared."""

PROSECUTION = ("apply_for_warrant", "apply_for_summons", "issue_warrant", "issue_summons", "file_document_containing_charges", "hold_confirmation_hearing",
               "decide_confirmation")
"""Acts by which a prosecution is commenced or proceeds before the trial."""

TRIAL = "open_trial"
TRIAL_STEPS = (TRIAL, "hold_trial_session")


@law.fact("17(1)", ("the case stands inadmissible", "l'affaire demeure irrecevable"), says_not=("the case no longer stands inadmissible", "l'affaire n'est plus irrecevable"))
def stands_inadmissible(v: View) -> Any:
    return v.posture.admissibility.inadmissible or False


@trial_law.fact("20(1)", ("the Court has convicted or acquitted the person for that conduct", "la Cour a condamné ou acquitté la personne pour ces faits"))
def judged_here_already(v: View) -> Any:
    return next((e for e in v.posture.admissibility.tried_here.values() if e.particulars.get("same_conduct", True)), False)


@trial_law.fact("20(3)", ("another court has tried the person for that conduct", "une autre juridiction a jugé la personne pour ces faits"))
def judged_elsewhere(v: View) -> Any:
    trials = [e for e in v.posture.admissibility.trials_elsewhere if e.particulars["same_conduct"] and e.particulars["finished"]]
    return trials[0] if trials else False


@trial_law.fact("20(3)", ("the Court has since held the case admissible all the same", "la Cour a depuis déclaré l'affaire recevable malgré cela"), cured_by=("decide_admissibility",))
def held_admissible_since(v: View) -> Any:
    state = v.posture.admissibility
    if state.inadmissible:
        return no(state.inadmissible)
    last = max((e.number for e in state.trials_elsewhere), default=0)
    return next((d for d in state.decisions if d.number > last), False)


law.prohibition("16", ("open_investigation", *PROSECUTION), all_of(council_deferral_requested, council_deferral_runs), name="council_deferral")
law.prohibition("17(1)", PROSECUTION, stands_inadmissible, name="inadmissible")
trial_law.prohibition("16", TRIAL_STEPS, all_of(council_deferral_requested, council_deferral_runs), name="council_deferral_of_trial")
trial_law.prohibition("17(1)", TRIAL_STEPS, stands_inadmissible, name="inadmissible_at_trial")
trial_law.prohibition("20(1)", TRIAL, judged_here_already)
trial_law.prohibition("20(3)", TRIAL, all_of(judged_elsewhere, ~held_admissible_since))
