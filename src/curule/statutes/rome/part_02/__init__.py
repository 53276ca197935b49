"""Part 02 of the Rome Statute."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.statutes.rome.part_02 import (
    article_05,
    article_09,
    article_12,
    article_13,
    article_15,
    article_15_bis,
    article_15_bis_states,
    article_17,
    article_18,
    article_19,
    article_19_interim,
    article_20,
    article_21,
    bars,
    charge_elements,
    charge_facts,
)

CHAPTERS: tuple[Chapter, ...] = (article_05.law, charge_facts.law, charge_elements.law, article_09.law, article_15_bis.law, article_15_bis_states.law, article_12.law, article_13.law, article_15.law, article_17.law, article_18.law, article_19.law, article_19_interim.law, article_20.law,
    article_21.law, bars.law, bars.trial_law)
