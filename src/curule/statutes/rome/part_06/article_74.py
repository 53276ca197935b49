"""Article 74 of the Rome Statute: the decision of the Trial Chamber."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

law.clause("74(4)", Class.DEFINITION, ("Secret deliberations", "Secret du délibéré"), ("For ever.", "Pour toujours."),
           carried_by=("record_deliberation: audience",))
for provision, title, summary in (
    ("74(1)", ("All judges present", "Présence de tous les juges"),
     ("At each stage and in deliberation; alternates named by the Presidency may replace.", "À chaque phase et au délibéré ; des suppléants désignés par la Présidence peuvent remplacer.")),
    ("74(2)", ("Basis of the decision", "Fondement de la décision"),
     ("Within the charges, on evidence submitted and discussed at trial.", "Dans les limites des charges, sur les preuves produites et examinées au procès.")),
    ("74(3)", ("Unanimity or majority", "Unanimité ou majorité"),
     ("Unanimity is sought; a majority of the judges decides.", "L'unanimité est recherchée ; la majorité des juges décide.")),
    ("74(5)", ("Form of the decision", "Forme de la décision"),
     ("One written and reasoned decision with both views, delivered in open court.", "Une seule décision écrite et motivée, avec les deux opinions, rendue en audience publique.")),
):
    law.clause(provision, Class.RULE, title, summary)
