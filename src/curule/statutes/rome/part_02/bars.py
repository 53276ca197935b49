"""What bars the Prosecutor's steps and the trial: a deferral by the Security Council (16), inadmissibility (17), ne bis in idem (20)."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, no
from curule.law.view import View
from curule.statutes.rome.amendment_data import crime_within
from curule.statutes.rome.part_02.article_13 import council_deferral_requested, council_deferral_runs, situation_of

__all__ = ["PROSECUTION", "law", "trial_law"]

law = Chapter("rome", __name__)
trial_law = Chapter("rome", __name__ + ":trial")
"""The bars on the act that opens the trial (Part 6); to be listed with the chapters once that act is declared."""

PROSECUTION = ("apply_for_warrant", "apply_for_summons", "issue_warrant", "issue_summons", "file_document_containing_charges", "hold_confirmation_hearing",
               "decide_confirmation")
"""Acts by which a prosecution is commenced or proceeds before the trial."""

COUNTS = ("state_elements_of_charge", "file_document_containing_charges", "amend_charges", "add_charges")
"""Acts by which counts plead crimes."""

TRIAL = "open_trial"
TRIAL_STEPS = (TRIAL, "hold_trial_session")


@law.fact("17(1)", ("the case stands inadmissible", "l'affaire demeure irrecevable"), says_not=("the case no longer stands inadmissible", "l'affaire n'est plus irrecevable"))
def stands_inadmissible(v: View) -> Any:
    return v.posture.admissibility.inadmissible or False


@law.fact("19(2)", ("a challenge to jurisdiction was upheld", "une exception d'incompétence a été accueillie"),
          says_not=("no challenge to jurisdiction stands upheld", "aucune exception d'incompétence n'est accueillie"))
def jurisdiction_denied(v: View) -> Any:
    """The ruling that upheld it, unless the Court has found jurisdiction since (on appeal, or for other conduct)."""
    state = v.posture.admissibility
    upheld = [c.decided for c in state.challenges.values() if c.decided is not None and c.subject == "jurisdiction" and c.decided.particulars.get("outcome") == "upheld"]
    found = state.jurisdiction
    if found is not None and found.particulars["outcome"] == "has":
        upheld = [e for e in upheld if e.number > found.number]
    return upheld[-1] if upheld else False


@law.fact("5(1)(d)", ("aggression is charged", "l'agression est visée"))
def aggression_pleaded(v: View) -> Any:
    named = v.posture.charges.get(v.given.get("charge", ""))
    crimes = (named.crime,) if named is not None else v.given.get("crimes", ())
    return any(crime_within(c, "8bis") for c in crimes)


@law.fact("5(1)(d)", ("the Prosecutor proceeded with aggression under article 15 bis or 15 ter", "le Procureur a engagé l'enquête pour agression selon l'article 15 bis ou 15 ter"),
          says_not=("the gates of articles 15 bis and 15 ter were not passed", "les conditions des articles 15 bis et 15 ter n'ont pas été franchies"))
def aggression_gates_passed(v: View) -> Any:
    situation = situation_of(v)
    return None if situation is None else situation.aggression.proceeded or False


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
law.prohibition("19(2)", PROSECUTION, jurisdiction_denied, name="jurisdiction_denied")
law.prohibition("5(1)(d)", COUNTS, all_of(aggression_pleaded, ~aggression_gates_passed), name="gates_of_aggression")
trial_law.prohibition("19(2)", TRIAL_STEPS, jurisdiction_denied, name="jurisdiction_denied_at_trial")
trial_law.prohibition("16", TRIAL_STEPS, all_of(council_deferral_requested, council_deferral_runs), name="council_deferral_of_trial")
trial_law.prohibition("17(1)", TRIAL_STEPS, stands_inadmissible, name="inadmissible_at_trial")
trial_law.prohibition("20(1)", TRIAL, judged_here_already)
trial_law.prohibition("20(3)", TRIAL, all_of(judged_elsewhere, ~held_admissible_since))
