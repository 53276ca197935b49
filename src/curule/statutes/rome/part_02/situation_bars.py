"""What a deferral requested by the Security Council forbids (article 16): investigation and prosecution begin or go on by these acts."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.statutes.rome.part_02.article_13 import council_deferral_requested, council_deferral_runs

__all__ = ["DEFERRED_ACTS", "law"]

law = Chapter("rome", __name__)

DEFERRED_ACTS = ("open_investigation", "apply_for_warrant", "apply_for_summons", "file_document_containing_charges")
"""Acts of the Prosecutor by which an investigation or prosecution is commenced or proceeds."""

law.prohibition("16", DEFERRED_ACTS, all_of(council_deferral_requested, council_deferral_runs), name="council_deferral")
