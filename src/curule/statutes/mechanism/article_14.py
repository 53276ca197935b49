"""Article 14 of the Statute of the Mechanism: the Prosecutor."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.case_facts import GROUPS
from curule.statutes.mechanism.institution_facts import branch_commenced, each_branch, principal
from curule.statutes.mechanism.matters.institution import Institution

law = Chapter("irmct", __name__)

law.clause("14(1)", Class.RULE, ("Investigation and prosecution", "Enquêtes et poursuites"),
           ("The Prosecutor investigates and prosecutes the persons of article 1.", "Le Procureur enquête et poursuit les personnes visées à l'article premier."))
law.clause("14(2)", Class.RULE, ("Independence", "Indépendance"),
           ("A separate organ, which neither asks for nor accepts instructions.", "Un organe distinct, qui ne sollicite ni n'accepte d'instructions."))
law.clause("14(3)", Class.RULE, ("The Office and its officers in charge", "Le Bureau et ses responsables"),
           ("The Prosecutor names an officer in charge for each seat.", "Le Procureur désigne un responsable pour chaque siège."))
law.clause("14(4)", Class.RULE, ("Appointment of the Prosecutor", "Nomination du Procureur"),
           ("Nominated by the Secretary-General, appointed by the Security Council for four years, reappointable.",
            "Présenté par le Secrétaire général, nommé par le Conseil de sécurité pour quatre ans, reconductible."))
law.clause("14(5)", Class.RULE, ("Small staff and roster", "Effectif réduit et fichier de recrutement"),
           ("A small staff and a roster of potential staff; appointments by the Secretary-General on the Prosecutor's recommendation.",
            "Effectif réduit et fichier de recrutement ; nominations par le Secrétaire général sur recommandation du Procureur."))

office = principal(law, "prosecutor", "prosecution_staff", ("Prosecutor", "Procureur"), ("14(3)", "14(4)", "14(5)"))


def _nominate(draft: Institution, entry: Entry) -> None:
    draft.nominated[entry.particulars["person"]] = entry


nominate = law.act("nominate_prosecutor", "institution", ("Nominate a Prosecutor", "Présenter un candidat aux fonctions de Procureur"),
                   ("The Secretary-General nominated {person} as Prosecutor", "Le Secrétaire général a présenté {person} aux fonctions de Procureur"),
                   [Particular("person", "text", "person", "personne")], _nominate)
assign_task = law.act("assign_prosecution_task", "institution", ("Assign a task of prosecution", "Confier une tâche de poursuite"),
                      ("A task was assigned: {task}", "Une tâche a été confiée : {task}"), [
    Particular("task", "text", "task", "tâche"),
    Particular("group", "choice", "the person concerned belongs to", "la personne visée relève de", choices=(*GROUPS, Choice("none", "no group of article 1", "aucune catégorie"))),
    Particular("instructed_by", "choice", "on whose instruction", "sur instruction de", default=lambda v: "prosecutor", choices=(
        Choice("prosecutor", "the Prosecutor's own", "Procureur lui-même"), Choice("government", "a government", "un gouvernement"), Choice("other", "another source", "une autre source")))],
    lambda draft, entry: draft.instructions.append(entry), audience=("organ:prosecutor",))

character = law.finding("prosecutor_of_high_character", "14(4)", ("the candidate is of high moral character", "le candidat est de haute moralité"), "security_council",
                        ("satisfied", "convaincu"), subject="person")
competent = law.finding("prosecutor_of_competence", "14(4)", ("the candidate has the highest competence and wide experience in criminal investigation and prosecution",
                                                             "le candidat a la plus haute compétence et une vaste expérience des enquêtes et poursuites pénales"),
                        "security_council", ("satisfied", "convaincu"), subject="person")


@law.stage("14(4)", ("the Secretary-General nominated that person", "le Secrétaire général a présenté cette personne"), cured_by=("nominate_prosecutor",))
def nominated(v: View) -> Any:
    person = v.given.get("person")
    return None if person is None else v.posture.nominated.get(person) or False


@law.fact("14(1)", ("the person concerned belongs to a group of article 1", "la personne visée relève d'une catégorie de l'article premier"), needs=("group",))
def within_article_1(v: View) -> Any:
    group = v.given.get("group")
    return None if group is None else group != "none"


@law.fact("14(2)", ("the task comes from an instruction of someone else", "la tâche procède d'une instruction d'autrui"), needs=("instructed_by",))
def instructed_from_outside(v: View) -> Any:
    source = v.given.get("instructed_by")
    return None if source is None else source != "prosecutor"


law.power("14(1)", assign_task, "prosecutor", within_article_1)
law.prohibition("14(2)", assign_task, instructed_from_outside)
law.duty("14(3)", office.designate, "prosecutor", all_of(branch_commenced, office.in_office), office.designated, each=each_branch)
law.power("14(4)", nominate, "secretary_general")
law.power("14(4)", office.appoint, "security_council", all_of(nominated, character, competent, office.term))
law.duty("14(5)", office.enlist, "prosecutor", office.in_office, office.staffed)
law.power("14(5)", office.recommend, "prosecutor", office.in_office)
law.power("14(5)", office.staff, "secretary_general", office.recommended)
