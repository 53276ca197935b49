"""Resolution 1966 (2010), the paragraphs on the institution: branches, Rules, seats, start, reports, mandate."""

from __future__ import annotations

from datetime import date

from curule.law.chapter import Chapter
from curule.law.rules import Class
from curule.statutes.mechanism.article_10 import invite, invited

law = Chapter("irmct", __name__)

ADOPTED = date(2010, 12, 22)
ROLL_BY = date(2011, 6, 30)

law.clause("res13", Class.RULE, ("Start-up and selection of judges", "Mise en route et sélection des juges"),
           ("The Secretary-General prepares the first commencement and begins the selection of the roll by 30 June 2011.",
            "Le Secrétaire général prépare l'entrée en fonctions et engage la sélection des juges au plus tard le 30 juin 2011."))

resolution_adopted = law.measure("resolution_adopted", "res13", ("the resolution has been adopted", "la résolution est adoptée"), lambda v: v.on, ">=", lambda v: ADOPTED)

law.duty("res13", invite, "secretary_general", resolution_adopted, invited, due=lambda v: ROLL_BY)
