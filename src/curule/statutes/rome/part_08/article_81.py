"""Article 81 of the Rome Statute: appeal against acquittal, conviction or sentence."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("81(1)", ("Appeal against the decision", "Appel de la décision"),
     ("Prosecutor and convicted person, on listed grounds.", "Procureur et condamné, pour des motifs énumérés.")),
    ("81(1)(a)", ("Grounds of the Prosecutor", "Motifs du Procureur"),
     ("Three errors: of procedure, of fact, of law.", "Trois erreurs : de procédure, de fait, de droit.")),
    ("81(1)(a)(i)", ("Procedure (Prosecutor)", "Procédure (Procureur)"),
     ("The notice says which procedural error.", "L'acte dit quel vice de procédure.")),
    ("81(1)(a)(ii)", ("Fact (Prosecutor)", "Fait (Procureur)"),
     ("The notice says which finding is wrong.", "L'acte dit quelle constatation est erronée.")),
    ("81(1)(a)(iii)", ("Law (Prosecutor)", "Droit (Procureur)"),
     ("The notice says which rule was misread.", "L'acte dit quelle règle a été mal lue.")),
    ("81(1)(b)", ("Grounds of the convicted person", "Motifs du condamné"),
     ("Four; the Prosecutor may plead them for that person.", "Quatre ; le Procureur peut les invoquer au nom de cette personne.")),
    ("81(1)(b)(i)", ("Procedure (convicted person)", "Procédure (condamné)"),
     ("The notice says which procedural error.", "L'acte dit quel vice de procédure.")),
    ("81(1)(b)(ii)", ("Fact (convicted person)", "Fait (condamné)"),
     ("The notice says which finding is wrong.", "L'acte dit quelle constatation est erronée.")),
    ("81(1)(b)(iii)", ("Law (convicted person)", "Droit (condamné)"),
     ("The notice says which rule was misread.", "L'acte dit quelle règle a été mal lue.")),
    ("81(1)(b)(iv)", ("Fairness or reliability", "Équité ou régularité"),
     ("Open to the convicted side alone.", "Ouvert au seul camp du condamné.")),
    ("81(2)(a)", ("Appeal against sentence", "Appel de la peine"),
     ("Disproportion between crime and sentence.", "Disproportion entre le crime et la peine.")),
    ("81(2)(b)", ("From sentence to conviction", "De la peine à la condamnation"),
     ("The Chamber may invite grounds against the conviction.", "La Chambre peut inviter à présenter des motifs contre la condamnation.")),
    ("81(2)(c)", ("From conviction to sentence", "De la condamnation à la peine"),
     ("The same the other way, only to reduce the sentence.", "De même en sens inverse, pour réduire seulement la peine.")),
):
    law.clause(provision, Class.RULE, title, summary)
