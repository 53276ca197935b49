"""Article 81(3) and (4) of the Rome Statute: custody and execution while an appeal is open."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("81(3)(a)", ("Custody pending appeal", "Détention pendant l'appel"),
     ("The convicted person stays in custody unless the Trial Chamber orders otherwise.", "Le condamné reste détenu, sauf décision contraire de la Chambre de première instance.")),
    ("81(3)(b)", ("Custody longer than the sentence", "Détention plus longue que la peine"),
     ("Release; on the Prosecutor's appeal it may be conditional.", "Mise en liberté ; si le Procureur fait appel, elle peut être conditionnelle.")),
    ("81(3)(c)", ("Release on acquittal", "Mise en liberté en cas d'acquittement"),
     ("At once.", "Immédiate.")),
    ("81(3)(c)(i)", ("Detention despite acquittal", "Détention malgré l'acquittement"),
     ("In exceptional circumstances, at the Prosecutor's request.", "Dans des circonstances exceptionnelles, à la demande du Procureur.")),
    ("81(3)(c)(ii)", ("Appeal of that detention", "Appel de cette détention"),
     ("It may be appealed.", "Elle est susceptible d'appel.")),
    ("81(4)", ("Suspension", "Effet suspensif"),
     ("No execution while the time for appeal and the appeal run.", "Pas d'exécution pendant le délai d'appel et la procédure d'appel.")),
):
    law.clause(provision, Class.RULE, title, summary)
