"""Article 76 of the Rome Statute: sentencing."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("76(1)", ("Towards the sentence", "Vers la peine"),
     ("After conviction, evidence and submissions relevant to sentence are considered.", "Après condamnation, preuves et conclusions pertinentes pour la peine sont examinées.")),
    ("76(2)", ("Hearing on sentence", "Audience sur la peine"),
     ("Of the Chamber's own motion; at the request of Prosecutor or accused it must.", "D'office ; à la demande du Procureur ou de l'accusé, elle est obligatoire.")),
    ("76(3)", ("Reparations heard", "Observations sur les réparations"),
     ("Heard at that hearing or, if needed, at another.", "Entendues à cette audience ou, au besoin, à une autre.")),
    ("76(4)", ("Sentence pronounced in public", "Prononcé public"),
     ("In the presence of the accused where possible.", "En présence de l'accusé si possible.")),
):
    law.clause(provision, Class.RULE, title, summary)
