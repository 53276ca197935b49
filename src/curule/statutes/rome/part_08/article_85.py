"""Article 85 of the Rome Statute: compensation."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("85(1)", ("Unlawful arrest or detention", "Arrestation ou détention illégales"),
     ("An enforceable right to compensation.", "Un droit à réparation.")),
    ("85(2)", ("Conviction reversed", "Condamnation annulée"),
     ("After a final conviction, on a new fact, unless the person hid it.", "Après condamnation définitive, sur un fait nouveau, sauf dissimulation imputable à l'intéressé.")),
    ("85(3)", ("Grave miscarriage", "Erreur judiciaire grave"),
     ("In exceptional circumstances the Court may award compensation.", "Dans des circonstances exceptionnelles, la Cour peut accorder une indemnité.")),
):
    law.clause(provision, Class.RULE, title, summary)
