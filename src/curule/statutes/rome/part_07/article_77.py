"""Articles 77 and 78 of the Rome Statute: penalties and the sentence."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("77(1)", ("Imprisonment", "Emprisonnement"),
     ("For each crime one main penalty: a fixed term or life.", "Pour chaque crime une seule peine principale : à temps ou à perpétuité.")),
    ("77(1)(a)", ("Fixed term", "Peine à temps"),
     ("A number of years, thirty at most.", "Un nombre d'années, trente au plus.")),
    ("77(1)(b)", ("Life", "Perpétuité"),
     ("Only where extreme gravity and the person's circumstances both justify it.", "Seulement si l'extrême gravité et la situation de la personne la justifient l'une et l'autre.")),
    ("77(2)", ("Additional penalties", "Peines accessoires"),
     ("Fine and forfeiture, never without imprisonment.", "Amende et confiscation, jamais sans emprisonnement.")),
    ("77(2)(a)", ("Fine", "Amende"),
     ("On the criteria of the Rules of Procedure and Evidence.", "Selon les critères du Règlement de procédure et de preuve.")),
    ("77(2)(b)", ("Forfeiture", "Confiscation"),
     ("Of what stems from the crime; third parties in good faith keep their rights.", "De ce qui provient du crime ; les tiers de bonne foi gardent leurs droits.")),
    ("78(1)", ("Factors", "Facteurs"),
     ("Gravity and individual circumstances are weighed, among others.", "Gravité et situation personnelle sont appréciées, entre autres.")),
    ("78(2)", ("Credit for custody", "Imputation de la détention"),
     ("Custody on the Court's order is deducted; other custody for the same conduct may be.", "La détention ordonnée par la Cour est déduite ; une autre, pour le même comportement, peut l'être.")),
    ("78(3)", ("Joint sentence", "Peine unique"),
     ("One sentence per crime and one for all: no less than the longest, no more than thirty years or life.", "Une peine par crime et une peine unique : au moins la plus longue, au plus trente ans ou la perpétuité.")),
):
    law.clause(provision, Class.RULE, title, summary)
