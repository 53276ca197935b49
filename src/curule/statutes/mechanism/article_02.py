"""Article 2 of the Statute of the Mechanism: the residual functions, and the matter in which each is carried on."""

from __future__ import annotations

from collections.abc import Mapping

from curule.law.chapter import Chapter
from curule.law.rules import Class

__all__ = ["RESIDUAL_FUNCTIONS", "law"]

law = Chapter("irmct", __name__)

RESIDUAL_FUNCTIONS: Mapping[str, tuple[str, ...]] = {
    "case": ("irmct:1", "irmct:6", "irmct:16", "irmct:18", "irmct:23", "irmct:24"),
    "allocation": ("irmct:ta1", "irmct:ta2", "irmct:ta3", "irmct:ta4", "irmct:ta5", "irmct:ta6"),
    "roll": ("irmct:8", "irmct:9", "irmct:10", "irmct:12"),
    "rules": ("irmct:13",),
    "institution": ("irmct:3", "irmct:4", "irmct:11", "irmct:14", "irmct:15", "irmct:30", "irmct:31", "irmct:32"),
    "privileges": ("irmct:29",),
    "enforcement": ("irmct:25", "irmct:26"),
    "agreements": ("irmct:25(1)", "irmct:25(2)"),
    "cooperation": ("irmct:28(1)", "irmct:28(2)"),
    "assistance": ("irmct:28(3)",),
    "protection": ("irmct:20",),
    "archives": ("irmct:27",),
}
"""By kind of matter, the provisions that make its work a function of the Mechanism; every kind has its line."""

law.clause("2", Class.DEFINITION, ("Residual functions", "Fonctions résiduelles"),
           ("The functions of the two Tribunals that this Statute sets out, carried on while the Mechanism operates.",
            "Les fonctions des deux Tribunaux énoncées par le Statut, exercées tant que dure le Mécanisme."),
           carried_by=("article_02.RESIDUAL_FUNCTIONS", "kinds of matter"))
