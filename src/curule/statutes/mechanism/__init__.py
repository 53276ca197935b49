"""The pack of the International Residual Mechanism for Criminal Tribunals: resolution 1966 (2010), its Statute and transitional arrangements."""

from __future__ import annotations

from datetime import date

from curule.law.instruments import PARAGRAPH, Division, Instrument, register
from curule.law.pack import Pack
from curule.law.words import T
from curule.statutes.court_record import chapters
from curule.statutes.mechanism import (
    appeal_briefs,
    article_01,
    article_02,
    article_03,
    article_04,
    article_05,
    article_06,
    article_07,
    article_08,
    article_09,
    article_10,
    article_11,
    article_12,
    article_13,
    article_14,
    article_15,
    article_16,
    article_17,
    article_18,
    article_19,
    article_20,
    article_21,
    article_22,
    article_23,
    article_24,
    article_25,
    article_26,
    article_27,
    article_28,
    article_29,
    article_30,
    article_31,
    article_32,
    bench_facts,
    case_bars,
    case_end,
    case_facts,
    charge_scope,
    court_record,
    institution_facts,
    judges_terms,
    resolution,
    resolution_institution,
    rights_of_accused,
    seized_bench,
    taken_over,
    transitional,
    trial_hearings,
)
from curule.statutes.mechanism.matters import (
    allocation,
    archives,
    assistance,
    case,
    cooperation,
    enforcement,
    institution,
    privileges,
    protection,
    roll,
    rules,
)
from curule.statutes.mechanism.organs import AUDIENCES, CHAIRS, ORGANS

__all__ = ["PACK", "STATUTE"]

STATUTE = register(Instrument(
    "irmct", T("Statute of the International Residual Mechanism for Criminal Tribunals",
               "Statut du Mécanisme international appelé à exercer les fonctions résiduelles des Tribunaux pénaux"),
    T("Statute of the Mechanism", "Statut du Mécanisme"), date(2010, 12, 22),
    divisions={"res": Division(T("resolution 1966 (2010)", "résolution 1966 (2010)"), T("res. 1966", "rés. 1966"), unit=PARAGRAPH, names_itself=True)}))

PACK = Pack(
    "mechanism", T("International Residual Mechanism for Criminal Tribunals",
                   "Mécanisme international appelé à exercer les fonctions résiduelles des Tribunaux pénaux"),
    short=T("Mechanism", "Mécanisme"), package=__name__, instruments=[STATUTE], organs=ORGANS, chairs=CHAIRS, audiences=AUDIENCES,
    kinds=[case.KIND, allocation.KIND, roll.KIND, rules.KIND, institution.KIND, privileges.KIND, enforcement.KIND, enforcement.AGREEMENTS, cooperation.KIND,
           assistance.KIND, protection.KIND, archives.KIND],
    chapters=[m.law for m in (
        resolution, resolution_institution, case_facts, bench_facts, institution_facts,
        article_01, charge_scope, article_02, article_03, article_04, article_05, article_06, article_07, article_08, article_09, article_10,
        article_11, judges_terms, article_12, article_13, article_14, article_15, article_16, article_17, article_18, article_19, article_20, article_21,
        article_22, article_23, article_24, article_25, article_26, article_27, article_28, article_29, article_30, article_31, article_32,
        transitional, trial_hearings, rights_of_accused, appeal_briefs, case_end, case_bars, seized_bench, taken_over)] + chapters(court_record.COURT),
    court=court_record.COURT,
    topics={
        "referral": ("designate_referral_chamber", "order_referral", "revoke_referral"),
        "chamber composition": ("compose_trial_chamber", "assign_single_judge", "compose_appeals_chamber", "compose_review_chamber", "appoint_reserve_judge"),
        "transitional allocation": ("try_case", "prepare_trial", "conduct_appeal", "conduct_review", "conduct_contempt", "protect_person"),
        "review": ("apply_for_review", "examine_review_application", "decide_review"),
    },
)
