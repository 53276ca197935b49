"""Articles 105 and 106 of the Rome Statute: the sentence binds; supervision of enforcement."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("105(1)", ("Binding sentence", "Peine obligatoire"),
     ("No State Party may modify it.", "Aucun État Partie ne peut la modifier.")),
    ("105(2)", ("Appeal and revision", "Appel et révision"),
     ("The Court alone decides; applications pass freely.", "La Cour seule statue ; les demandes circulent librement.")),
    ("106(1)", ("Supervision", "Contrôle"),
     ("By the Court, on treaty standards.", "Par la Cour, selon les règles conventionnelles.")),
    ("106(2)", ("Conditions of detention", "Conditions de détention"),
     ("National law, like those of comparable prisoners.", "Droit national, comme pour des détenus comparables.")),
    ("106(3)", ("Communications", "Communications"),
     ("With the Court free and confidential.", "Libres et confidentielles avec la Cour.")),
):
    law.clause(provision, Class.RULE, title, summary)
