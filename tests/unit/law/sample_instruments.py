"""Instruments of an invented court, shared by the tests of provisions and citations."""

from __future__ import annotations

from datetime import date

from curule.law.instruments import ITEM, PARAGRAPH, RULE, Division, Instrument, register
from curule.law.words import T

CHARTER = register(
    Instrument(
        "charter",
        T("Charter of the Sample Court", "Charte de la Cour d'essai"),
        T("Charter", "Charte"),
        date(2001, 5, 4),
        divisions={
            "res": Division(
                T("resolution 99 (2001)", "résolution 99 (2001)"),
                T("res. 99", "rés. 99"),
                unit=PARAGRAPH,
                names_itself=True,
            ),
            "chart": Division(T("staff chart", "organigramme"), unit=None, child=ITEM),
        },
    )
)
REPORT = register(
    Instrument(
        "report7",
        T("Report A/1/7", "Rapport A/1/7"),
        T("A/1/7", "A/1/7"),
        divisions={"": Division(unit=PARAGRAPH)},
    )
)
RULES = register(
    Instrument(
        "rules",
        T("Rules of the Sample Court", "Règlement de la Cour d'essai"),
        T("Rules", "Règlement"),
        divisions={"": Division(unit=RULE)},
    )
)
DECREE = register(
    Instrument(
        "decree",
        T("Decree 5 and annexed Statute", "Décret 5 et Statut annexé"),
        T("Decree 5", "Décret 5"),
        divisions={"res": Division(T("Decree 5", "Décret 5"), unit=PARAGRAPH, names_itself=True)},
    )
)
