"""Article 83 of the Rome Statute: proceedings on appeal."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("83(1)", ("Powers", "Pouvoirs"),
     ("Those of the Trial Chamber.", "Ceux de la Chambre de première instance.")),
    ("83(2)", ("Finding on appeal", "Constat en appel"),
     ("Unfairness or material error opens the outcomes; no worsening on the convicted person's own appeal.", "Iniquité ou erreur déterminante ouvre les issues ; pas d'aggravation sur l'appel du seul condamné.")),
    ("83(2)(a)", ("Reverse or amend", "Annuler ou modifier"),
     ("The decision or the sentence.", "La décision ou la peine.")),
    ("83(2)(b)", ("New trial", "Nouveau procès"),
     ("Before another Trial Chamber.", "Devant une autre Chambre de première instance.")),
    ("83(3)", ("Disproportionate sentence", "Peine disproportionnée"),
     ("Varied within Part 7.", "Modifiée conformément à la partie 7.")),
    ("83(4)", ("Appeal judgement", "Arrêt"),
     ("Majority, reasons, all views, public delivery.", "Majorité, motifs, toutes les opinions, prononcé public.")),
    ("83(5)", ("Absence", "Absence"),
     ("The judgement may be delivered without the person.", "L'arrêt peut être prononcé en l'absence de l'intéressé.")),
):
    law.clause(provision, Class.RULE, title, summary)
