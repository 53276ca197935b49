"""Article 75 of the Rome Statute: reparations to victims."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

law.clause("75(6)", Class.NOT_EXECUTABLE, ("Other rights of victims", "Autres droits des victimes"), ("They remain.", "Ils demeurent."),
           reason=("It preserves rights under other law; no act depends on it.", "Elle réserve des droits issus d'autres règles ; aucun acte n'en dépend."))
for provision, title, summary in (
    ("75(1)", ("Principles and extent of harm", "Principes et ampleur du préjudice"),
     ("On request, or of its own motion in exceptional circumstances, the Court determines the harm.", "Sur demande, ou d'office dans des circonstances exceptionnelles, la Cour détermine le préjudice.")),
    ("75(2)", ("Order for reparations", "Ordonnance de réparation"),
     ("Against a convicted person, if suitable through the Trust Fund.", "Contre la personne condamnée, au besoin par le Fonds au profit des victimes.")),
    ("75(3)", ("Representations", "Observations"),
     ("Those filed are considered before the order.", "Celles qui sont déposées sont prises en considération avant l'ordonnance.")),
    ("75(4)", ("Measures of cooperation", "Mesures de coopération"),
     ("After conviction, measures under article 93(1).", "Après condamnation, mesures au titre de l'article 93-1.")),
    ("75(5)", ("Effect given by States", "Exécution par les États"),
     ("States Parties give effect as to fines and forfeitures.", "Les États Parties l'exécutent comme les amendes et confiscations.")),
):
    law.clause(provision, Class.RULE, title, summary)
