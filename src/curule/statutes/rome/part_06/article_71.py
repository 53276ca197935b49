"""Article 71 of the Rome Statute: sanctions for misconduct in the courtroom."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

law.clause("71(2)", Class.NOT_EXECUTABLE, ("Procedure", "Procédure"), ("As the Rules provide.", "Selon le Règlement."),
           reason=("It refers to the Rules of Procedure and Evidence, which are not in the library.", "Elle renvoie au Règlement de procédure et de preuve, qui ne figure pas dans la bibliothèque."))
for provision, title, summary in (
    ("71(1)", ("Sanctions", "Sanctions"),
     ("Removal, fine or like measures for misconduct by a person present; never imprisonment.", "Expulsion, amende ou mesures analogues pour inconduite d'une personne présente ; jamais l'emprisonnement.")),
):
    law.clause(provision, Class.RULE, title, summary)
