"""Article 69 of the Rome Statute: evidence."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

law.clause("69(8)", Class.NOT_EXECUTABLE, ("No ruling on national law", "Droit national"),
           ("How a State applied its own law is not for the Court.", "La Cour ne juge pas l'application par un État de sa propre loi."),
           reason=("It limits the reasons of a ruling, which the library does not read.", "Elle limite les motifs d'une décision, que la bibliothèque ne lit pas."))
for provision, title, summary in (
    ("69(1)", ("Undertaking of the witness", "Engagement du témoin"), ("Given before testifying.", "Pris avant de déposer.")),
    ("69(2)", ("Testimony in person", "Témoignage en personne"),
     ("In person unless a measure or an order allows another form.", "En personne, sauf mesure ou ordonnance permettant une autre forme.")),
    ("69(3)", ("Submission of evidence", "Production des preuves"),
     ("The parties submit; the Court may call for all that the truth requires.", "Les parties produisent ; la Cour peut demander tout ce que la vérité exige.")),
    ("69(4)", ("Relevance and admissibility", "Pertinence et admissibilité"),
     ("Weighed by probative value and prejudice.", "Appréciées selon la valeur probante et le préjudice.")),
    ("69(5)", ("Privileges", "Confidentialité"), ("Privileged material is respected.", "Le secret professionnel est respecté.")),
    ("69(6)", ("Judicial notice", "Faits notoires"), ("Facts of common knowledge need no proof.", "Les faits notoires n'ont pas à être prouvés.")),
    ("69(7)", ("Tainted evidence", "Preuves viciées"),
     ("A violation excludes where one of two effects is found.", "Une violation entraîne l'exclusion si l'un de deux effets est constaté.")),
    ("69(7)(a)", ("Reliability in doubt", "Fiabilité douteuse"),
     ("The violation casts substantial doubt on reliability.", "La violation jette un doute sérieux sur la fiabilité.")),
    ("69(7)(b)", ("Integrity of the proceedings", "Intégrité de la procédure"),
     ("Admission would betray and gravely harm the proceedings: both.", "L'admission trahirait la procédure et lui nuirait gravement : les deux.")),
):
    law.clause(provision, Class.RULE, title, summary)
