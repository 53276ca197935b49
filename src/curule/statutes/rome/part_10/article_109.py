"""Article 109 of the Rome Statute: fines and forfeitures."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("109(1)", ("Enforcement by States", "Exécution par les États"),
     ("By national procedure, third parties in good faith unharmed.", "Selon le droit interne, sans préjudice des tiers de bonne foi.")),
    ("109(2)", ("Equivalent value", "Valeur équivalente"),
     ("Where forfeiture cannot be carried out.", "Si la confiscation ne peut être exécutée.")),
    ("109(3)", ("Proceeds", "Produit"),
     ("Go to the Court.", "Va à la Cour.")),
):
    law.clause(provision, Class.RULE, title, summary)
