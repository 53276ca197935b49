"""Articles 1 to 4 of the Rome Statute: the Court, its agreements with the United Nations and the host State, seat, status and powers."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

law.clause("1", Class.DEFINITION, ("The Court", "La Cour"),
           ("A standing court over persons for the gravest crimes, complementary to national courts; what it does rests on the Statute.",
            "Une cour permanente jugeant les personnes pour les crimes les plus graves, en complément des États ; ses actes se fondent sur le Statut."),
           carried_by=("NO_SUCH_POWER", "complementarity: article 17"))
law.clause("2", Class.RULE, ("Agreement with the United Nations", "Accord avec les Nations Unies"),
           ("Approved by the Assembly, then concluded by the President.", "Approuvé par l'Assemblée, puis conclu par le Président."))
law.clause("3(1)", Class.DATA, ("Seat", "Siège"), ("The Hague, Netherlands.", "La Haye, Pays-Bas."), carried_by=("duty_stations.toml", "Case.duty_station"))
law.clause("3(2)", Class.RULE, ("Headquarters agreement", "Accord de siège"),
           ("Approved by the Assembly, then concluded by the President.", "Approuvé par l'Assemblée, puis conclu par le Président."))
law.clause("3(3)", Class.RULE, ("Sitting elsewhere", "Siéger ailleurs"), ("The Court may sit away from The Hague where it decides so.", "La Cour peut siéger hors de La Haye si elle le décide."))
law.clause("4(1)", Class.NOT_EXECUTABLE, ("Legal personality", "Personnalité juridique"),
           ("An international legal person with the capacity its functions need.", "Personne juridique internationale dotée de la capacité que ses fonctions exigent."),
           reason=("It states a legal quality of the Court and asks nothing of anyone.", "La disposition énonce une qualité de la Cour et n'exige rien de personne."))
law.clause("4(2)", Class.RULE, ("Acting on territory", "Action sur un territoire"),
           ("On the territory of any Party; elsewhere by special agreement.", "Sur le territoire de tout État Partie ; ailleurs, par convention spéciale."))
