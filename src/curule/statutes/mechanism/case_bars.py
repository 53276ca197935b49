"""What bars whole groups of acts in a case: a branch that has not begun, a person who is not in the case, a case that is closed.

Each bar is one prohibition over many acts, so that it need not be repeated in every article.
"""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import no
from curule.law.view import View
from curule.statutes.mechanism.bench_facts import before_commencement
from curule.statutes.mechanism.case_end import alive
from curule.statutes.mechanism.case_facts import accused_code

__all__ = ["law"]

law = Chapter("irmct", __name__)

OPENINGS = ("open_case", "open_assistance", "open_protection", "open_archives")
INVESTIGATION = ("add_person", "open_investigation", "question_person", "collect_evidence", "conduct_on_site_inquiry", "determine_prima_facie_case",
                 "submit_indictment", "record_tribunal_indictment", "state_scope_of_count", "classify_person")
INDICTMENT = ("confirm_indictment", "dismiss_indictment", "issue_order", "withdraw_counts", "grant_leave_to_change_indictment", "amend_indictment")
CHAMBERS = ("compose_trial_chamber", "assign_single_judge", "bring_before_duty_judge", "appoint_reserve_judge")
REFERRAL = ("consider_referral", "record_referral_attempt", "designate_referral_chamber", "request_referral", "hear_on_referral", "order_referral", "decline_referral")
TRIAL = ("hold_initial_appearance", "enter_plea", "accept_guilty_plea", "set_trial_date", "open_trial", "sever_accused", "complete_disclosure", "hold_status_conference",
         "order_early_opening", "order_closed_session", "hold_session", "hear_witness", "end_trial", "grant_provisional_release", "end_provisional_release")
DEFENCE = ("record_language", "inform_of_right_to_counsel", "assign_counsel", "end_assignment_of_counsel", "record_waiver_of_counsel", "decide_means",
           "provide_legal_aid", "book_interpreter", "record_waiver_of_presence", "record_waiver_of_preparation_time", "decide_delay_motion", "set_filing_limits")
JUDGEMENT = ("give_judgement", "file_written_judgement", "record_final_judgement", "impose_sentence", "order_restitution")
APPEAL = ("file_notice_of_appeal", "withdraw_appeal", "compose_appeals_chamber", "hear_appeal", "decide_appeal", "file_appellant_brief", "file_respondent_brief",
          "file_reply_brief")
REVIEW = ("apply_for_review", "compose_review_chamber", "examine_review_application", "hear_review", "decide_review")
CUSTODY = ("record_arrest", "inform_of_charges", "record_transfer")
OWN_ACTS = (*INVESTIGATION, *INDICTMENT, *CHAMBERS, *REFERRAL, *TRIAL, *DEFENCE, *JUDGEMENT, *APPEAL, "extend_time_limit", "replace_judge")

PERSONAL = ("open_investigation", "submit_indictment", "record_tribunal_indictment", "classify_person", "issue_order", "amend_indictment", *CUSTODY,
            "hold_initial_appearance", "enter_plea", "accept_guilty_plea", "sever_accused", "grant_provisional_release", "end_provisional_release",
            *(act for act in DEFENCE if act != "set_filing_limits"), "impose_sentence", "order_restitution", "file_notice_of_appeal", "apply_for_review",
            "record_death_of_accused", "record_fugitive_lead", "report_measures", "designate_referral_chamber", "order_referral")
OF_THE_LIVING = (*(act for act in INVESTIGATION if act != "add_person"), *INDICTMENT, *CUSTODY, *REFERRAL, *TRIAL, "give_judgement", "impose_sentence",
                 "file_notice_of_appeal", "compose_appeals_chamber", "hear_appeal", "decide_appeal", "assign_counsel", "provide_legal_aid")


@law.fact("16(4)", ("the person is in the case", "la personne figure dans l'affaire"), needs=("person",), cured_by=("add_person",),
          says_not=("the person is not in the case", "la personne ne figure pas dans l'affaire"))
def person_in_case(v: View) -> Any:
    code = accused_code(v)
    return code is None or not v.posture.accused or code in v.posture.accused


@law.stage("18(1)", ("the case is open, or a review of it is pending", "l'affaire est ouverte, ou une révision est pendante"),
           says_not=("the case is closed", "l'affaire est close"), cured_by=("apply_for_review",))
def not_shut(v: View) -> Any:
    closed = v.posture.closed
    return no(closed) if closed is not None and not any(r.pending for r in v.posture.reviews.values()) else True


law.prohibition("res1", (*OPENINGS, *OWN_ACTS, *REVIEW), before_commencement, name="commencement",
                note=("Until the day on which it begins to function a branch does nothing.",
                      "Jusqu'au jour de son entrée en fonctions, une division n'accomplit aucun acte."))
law.prohibition("16(4)", PERSONAL, ~person_in_case, name="stranger")
law.prohibition("18(1)", (*OWN_ACTS, *CUSTODY), ~not_shut, name="closed")
law.prohibition("18(1)", OF_THE_LIVING, ~alive, name="after_death",
                note=("Proceedings against the dead have ended.", "Les poursuites contre un défunt sont éteintes."))
