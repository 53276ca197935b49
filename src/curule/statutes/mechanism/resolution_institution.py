"""Resolution 1966 (2010), the paragraphs on the institution: branches, Rules, seats, start, reports, mandate."""

from __future__ import annotations

from datetime import date

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.rules import Class
from curule.statutes.mechanism.article_10 import invite, invited
from curule.statutes.mechanism.article_13 import builds_on_both, draft_consistent, draft_submitted, submit_draft

law = Chapter("irmct", __name__)

ADOPTED = date(2010, 12, 22)
ROLL_BY = RULES_BY = date(2011, 6, 30)

law.clause("res5", Class.RULE, ("Draft Rules", "Projet de Règlement"),
           ("By 30 June 2011 the Secretary-General submits draft Rules, built on those of the Tribunals, for the judges to adopt.",
            "Au plus tard le 30 juin 2011, le Secrétaire général présente un projet de Règlement, fondé sur ceux des Tribunaux, que les juges adopteront."))
law.clause("res6", Class.RULE, ("Effect of the Rules", "Effet du Règlement"),
           ("The Rules and amendments take effect once the judges adopt them, unless the Security Council decides otherwise.",
            "Le Règlement et ses modifications prennent effet dès leur adoption par les juges, sauf décision contraire du Conseil de sécurité."))

law.clause("res13", Class.RULE, ("Start-up and selection of judges", "Mise en route et sélection des juges"),
           ("The Secretary-General prepares the first commencement and begins the selection of the roll by 30 June 2011.",
            "Le Secrétaire général prépare l'entrée en fonctions et engage la sélection des juges au plus tard le 30 juin 2011."))

resolution_adopted = law.measure("resolution_adopted", "res13", ("the resolution has been adopted", "la résolution est adoptée"), lambda v: v.on, ">=", lambda v: ADOPTED)

law.duty("res13", invite, "secretary_general", resolution_adopted, invited, due=lambda v: ROLL_BY)
law.duty("res5", submit_draft, "secretary_general", resolution_adopted, draft_submitted, due=lambda v: RULES_BY)
law.prohibition("res5", submit_draft, ~all_of(builds_on_both, draft_consistent), name="unfit")
