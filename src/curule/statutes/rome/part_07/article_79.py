"""Articles 79 and 80 of the Rome Statute: the Trust Fund, and national penalties."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("79(1)", ("Trust Fund", "Fonds au profit des victimes"),
     ("Created by the Assembly for victims and their families.", "Créé par l'Assemblée pour les victimes et leurs familles.")),
    ("79(2)", ("Transfer to the Fund", "Versement au Fonds"),
     ("Fines and forfeited property go there when the Court so orders.", "Amendes et biens confisqués y sont versés si la Cour l'ordonne.")),
    ("79(3)", ("Management of the Fund", "Gestion du Fonds"),
     ("On criteria that the Assembly fixes.", "Selon les principes que fixe l'Assemblée.")),
):
    law.clause(provision, Class.RULE, title, summary)

law.clause("80", Class.NOT_EXECUTABLE, ("National penalties", "Peines nationales"),
           ("Part 7 leaves penalties and laws of States untouched.", "La partie 7 ne touche ni aux peines ni au droit des États."),
           reason=("It speaks to national law and asks nothing of the Court.", "La règle vise le droit interne et ne demande rien à la Cour."))
