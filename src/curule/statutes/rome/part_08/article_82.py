"""Article 82 of the Rome Statute: appeal against other decisions."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("82(1)", ("Interlocutory appeals", "Appels interlocutoires"),
     ("Either party, against four sorts of decisions.", "Chacune des parties, contre quatre sortes de décisions.")),
    ("82(1)(a)", ("Jurisdiction or admissibility", "Compétence ou recevabilité"),
     ("No leave needed.", "Sans autorisation.")),
    ("82(1)(b)", ("Release", "Mise en liberté"),
     ("Granted or refused; no leave needed.", "Accordée ou refusée ; sans autorisation.")),
    ("82(1)(c)", ("Own-motion measures", "Mesures prises d'office"),
     ("Of the Pre-Trial Chamber under article 56(3).", "De la Chambre préliminaire au titre de l'article 56-3.")),
    ("82(1)(d)", ("Certified issue", "Question certifiée"),
     ("With leave of the Chamber that decided.", "Avec l'autorisation de la Chambre qui a statué.")),
    ("82(2)", ("Steps in a State", "Mesures sur le territoire d'un État"),
     ("The State concerned or the Prosecutor, with leave.", "L'État intéressé ou le Procureur, avec autorisation.")),
    ("82(3)", ("No suspension", "Pas d'effet suspensif"),
     ("Unless the Appeals Chamber orders it on request.", "Sauf si la Chambre d'appel l'ordonne sur demande.")),
    ("82(4)", ("Reparations", "Réparations"),
     ("Victims' representative, convicted person, owner in good faith.", "Représentant des victimes, condamné, propriétaire de bonne foi.")),
):
    law.clause(provision, Class.RULE, title, summary)
