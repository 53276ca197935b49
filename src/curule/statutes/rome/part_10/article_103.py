"""Articles 103 and 104 of the Rome Statute: State of enforcement and its change."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("103(1)(a)", ("Designation", "Désignation"),
     ("From the list of willing States.", "Sur la liste des États disposés à recevoir des condamnés.")),
    ("103(1)(b)", ("Conditions", "Conditions"),
     ("Attached with the declaration, agreed by the Court, within Part 10.", "Jointes à la déclaration, agréées par la Cour, conformes à la partie 10.")),
    ("103(1)(c)", ("Answer", "Réponse"),
     ("The State designated says promptly whether it accepts.", "L'État désigné dit sans tarder s'il accepte.")),
    ("103(2)(a)", ("Change of circumstances", "Changement de circonstances"),
     ("Notice at least forty-five days ahead and standstill meanwhile.", "Avis au moins quarante-cinq jours à l'avance et abstention dans l'intervalle.")),
    ("103(2)(b)", ("Disagreement", "Désaccord"),
     ("The Court says so and turns to transfer.", "La Cour en avise l'État et envisage le transfert.")),
    ("103(3)", ("Factors", "Facteurs"),
     ("Five, all weighed.", "Cinq, tous pris en compte.")),
    ("103(3)(a)", ("Shared responsibility", "Partage de responsabilité"),
     ("Fair distribution among States Parties.", "Répartition équitable entre les États Parties.")),
    ("103(3)(b)", ("Standards", "Normes"),
     ("Accepted treaty standards on prisoners.", "Règles conventionnelles acceptées sur les détenus.")),
    ("103(3)(c)", ("Views", "Vues"),
     ("Those of the sentenced person.", "Celles de la personne condamnée.")),
    ("103(3)(d)", ("Nationality", "Nationalité"),
     ("Of the sentenced person.", "De la personne condamnée.")),
    ("103(3)(e)", ("Other circumstances", "Autres circonstances"),
     ("Crime, person, effective enforcement.", "Crime, personne, exécution effective.")),
    ("103(4)", ("Host State", "État hôte"),
     ("Where no State is designated, at the Court's cost.", "Si aucun État n'est désigné, aux frais de la Cour.")),
    ("104(1)", ("Transfer", "Transfert"),
     ("The Court may move the person at any time.", "La Cour peut à tout moment transférer la personne.")),
    ("104(2)", ("Application", "Demande"),
     ("The person may ask for it at any time.", "La personne peut le demander à tout moment.")),
):
    law.clause(provision, Class.RULE, title, summary)
