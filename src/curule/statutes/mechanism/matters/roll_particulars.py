"""Particulars that acts on the roll and on chambers share: judges, branches, terms, fields of experience."""

from __future__ import annotations

from curule.law.particulars import Choice, Particular
from curule.law.words import T
from curule.statutes.mechanism.matters.roll import offered_judges

__all__ = ["BRANCHES", "branch", "candidate", "experience", "judge", "judges", "name", "nationalities", "nationality", "rights_in", "since",
           "tribunals", "until"]

BRANCHES = (Choice("arusha", "Arusha branch", "division d'Arusha"), Choice("the_hague", "The Hague branch", "division de La Haye"))

branch = Particular("branch", "choice", "branch", "division", choices=BRANCHES)
judge = Particular("judge", "judge", "judge", "juge", suggest=offered_judges)
judges = Particular("judges", "judge", "judges", "juges", many=True, suggest=offered_judges)
candidate = Particular("judge", "judge", "candidate (code)", "candidat (code)")
name = Particular("name", "text", "name", "nom", required=False)
nationality = Particular("nationality", "state", "nationality that counts for the roll", "nationalité retenue pour la liste")
nationalities = Particular("nationalities", "state", "every nationality held", "toutes les nationalités possédées", many=True)
rights_in = Particular("rights_in", "state", "State in which civil and political rights are ordinarily exercised",
                       "État où sont ordinairement exercés les droits civils et politiques", required=False,
                       hint=T("needed for a person of more than one nationality", "requis pour qui possède plus d'une nationalité"))
tribunals = Particular("tribunals", "choice", "earlier service as judge", "service antérieur comme juge", many=True, required=False,
                       choices=(Choice("icty", "ICTY", "TPIY"), Choice("ictr", "ICTR", "TPIR")))
experience = Particular("experience", "choice", "fields of experience", "domaines d'expérience", many=True, required=False, choices=(
    Choice("criminal", "criminal law", "droit pénal"), Choice("international", "international law", "droit international"),
    Choice("humanitarian", "international humanitarian law", "droit international humanitaire"),
    Choice("human_rights", "human rights law", "droits de l'homme")))
since = Particular("since", "date", "first day", "premier jour")
until = Particular("until", "date", "last day", "dernier jour")
