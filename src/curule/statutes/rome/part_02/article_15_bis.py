"""Articles 15 bis and 15 ter of the Rome Statute: when jurisdiction over the crime of aggression may be exercised."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

CLAUSES = {
    "15bis(1)": ("Referral or own initiative", "Renvoi ou initiative", "On those triggers, subject to these gates.", "Par ces modes de saisine, sous ces conditions."),
    "15bis(2)": ("One year after thirty acceptances", "Un an après trente acceptations", "Only conduct from a year after the thirtieth acceptance.", "Faits postérieurs d'un an à la trentième acceptation."),
    "15bis(3)": ("Activation", "Activation", "A decision after 1 January 2017 by the amendment majority.", "Décision après le 1er janvier 2017, à la majorité d'amendement."),
    "15bis(4)": ("Declaration of non-acceptance", "Déclaration de non-acceptation", "A Party may opt out before the act; to reconsider in three years.", "Un État Partie peut s'y soustraire avant l'acte ; à réexaminer dans les trois ans."),
    "15bis(5)": ("States not party", "États non parties", "No jurisdiction over their nationals or on their territory.", "Pas de compétence sur leurs ressortissants ou leur territoire."),
    "15bis(6)": ("Council step", "Étape du Conseil", "Ask what the Council found; tell the Secretary-General.", "S'enquérir du constat du Conseil ; aviser le Secrétaire général."),
    "15bis(7)": ("After a Council finding", "Après un constat du Conseil", "With a Council determination, proceed.", "Avec un constat du Conseil, procéder."),
    "15bis(8)": ("Six months without a finding", "Six mois sans constat", "Then the Pre-Trial Division may authorise.", "La Section préliminaire peut alors autoriser."),
    "15ter(1)": ("Council referral", "Renvoi par le Conseil", "On a Council referral, subject to this article.", "Sur renvoi du Conseil, sous les conditions de l'article."),
    "15ter(2)": ("One year after thirty acceptances", "Un an après trente acceptations", "The same time gate.", "La même condition de temps."),
    "15ter(3)": ("Activation", "Activation", "The same decision.", "La même décision."),
}
for _code, (_en, _fr, _says, _dit) in CLAUSES.items():
    law.clause(_code, Class.RULE, (_en, _fr), (_says, _dit))
for _article in ("15bis(9)", "15ter(4)"):
    law.clause(_article, Class.DEFINITION, ("Findings elsewhere", "Constats extérieurs"), ("Do not bind the Court.", "Ne lient pas la Cour."), carried_by=("act_by_state", "external_finding_reassessed"))
for _article in ("15bis(10)", "15ter(5)"):
    law.clause(_article, Class.DEFINITION, ("Other crimes", "Autres crimes"), ("These gates are for aggression alone.", "Ces conditions ne valent que pour l'agression."), carried_by=("proceed_with_aggression",))
