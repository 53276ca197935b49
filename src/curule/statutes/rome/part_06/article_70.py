"""Article 70 of the Rome Statute: offences against the administration of justice."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

law.clause("70(2)", Class.NOT_EXECUTABLE, ("Procedure and cooperation", "Procédure et coopération"),
           ("The Rules govern procedure, the law of the requested State the cooperation.", "Le Règlement régit la procédure, la loi de l'État requis la coopération."),
           reason=("It refers to the Rules and to national law, which are not in the library.", "Elle renvoie au Règlement et au droit national, qui ne figurent pas dans la bibliothèque."))
for provision, title, summary in (
    ("70(1)", ("Offences", "Atteintes"), ("Six offences, only if intentional.", "Six infractions, seulement si elles sont intentionnelles.")),
    ("70(1)(a)", ("False testimony", "Faux témoignage"), ("By a witness who gave the undertaking.", "Par un témoin ayant pris l'engagement.")),
    ("70(1)(b)", ("False evidence", "Preuves fausses"), ("Presented by a party with knowledge.", "Produites sciemment par une partie.")),
    ("70(1)(c)", ("Interference with witnesses or evidence", "Subornation et altération"),
     ("Corrupting, obstructing, retaliating, destroying.", "Suborner, entraver, se venger, détruire.")),
    ("70(1)(d)", ("Pressure on an official", "Pression sur un agent"), ("To make the official fail in duty.", "Pour l'amener à manquer à son devoir.")),
    ("70(1)(e)", ("Retaliation against an official", "Représailles contre un agent"), ("Because of duties done.", "En raison de fonctions exercées.")),
    ("70(1)(f)", ("Bribery as official", "Corruption passive"),
     ("Soliciting or taking a bribe about official duties.", "Solliciter ou accepter un pot-de-vin lié aux fonctions.")),
    ("70(3)", ("Penalties", "Peines"), ("Up to five years, or a fine, or both.", "Jusqu'à cinq ans, ou une amende, ou les deux.")),
    ("70(4)(a)", ("National criminal law", "Droit pénal national"),
     ("Each State Party extends its law to these offences.", "Chaque État Partie étend sa loi à ces infractions.")),
    ("70(4)(b)", ("Submission to national authorities", "Saisine des autorités nationales"),
     ("On the Court's request the State submits the case for prosecution.", "À la demande de la Cour, l'État saisit ses autorités de poursuite.")),
):
    law.clause(provision, Class.RULE, title, summary)
