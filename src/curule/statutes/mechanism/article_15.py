"""Article 15 of the Statute of the Mechanism: the Registry."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.rules import Class
from curule.statutes.mechanism.institution_facts import branch_commenced, each_branch, principal

law = Chapter("irmct", __name__)

law.clause("15(1)", Class.RULE, ("Administration and services", "Administration et services"),
           ("The Registry administers and services both branches; it keeps the record.", "Le Greffe administre et sert les deux divisions ; il tient le dossier."))
law.clause("15(2)", Class.RULE, ("The Registry and its officers in charge", "Le Greffe et ses responsables"),
           ("The Registrar names an officer in charge for each seat.", "Le Greffier désigne un responsable pour chaque siège."))
law.clause("15(3)", Class.RULE, ("Appointment of the Registrar", "Nomination du Greffier"),
           ("Appointed by the Secretary-General for four years, reappointable.", "Nommé par le Secrétaire général pour quatre ans, reconductible."))
law.clause("15(4)", Class.RULE, ("Small staff and roster", "Effectif réduit et fichier de recrutement"),
           ("A small staff and a roster of potential staff; appointments by the Secretary-General on the Registrar's recommendation.",
            "Effectif réduit et fichier de recrutement ; nominations par le Secrétaire général sur recommandation du Greffier."))

office = principal(law, "registrar", "registry_staff", ("Registrar", "Greffier"), ("15(2)", "15(3)", "15(4)"))

law.duty("15(2)", office.designate, "registrar", all_of(branch_commenced, office.in_office), office.designated, each=each_branch)
law.power("15(3)", office.appoint, "secretary_general", all_of(office.term, ~office.no_other))
law.duty("15(4)", office.enlist, "registrar", office.in_office, office.staffed)
law.power("15(4)", office.recommend, "registrar", office.in_office)
law.power("15(4)", office.staff, "secretary_general", office.recommended)
