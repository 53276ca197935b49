"""Articles 9 and 10 of the Rome Statute: Elements of Crimes; other international law."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

law.clause("9(1)", Class.RULE, ("Elements of Crimes", "Éléments des crimes"),
           ("They help to read articles 6 to 8 bis; two thirds of all members adopt them.", "Ils aident à lire les articles 6 à 8 bis ; adoptés aux deux tiers des membres."))
law.clause("9(2)", Class.RULE, ("Amending the Elements", "Modifier les Éléments"), ("Three proposers; the same majority.", "Trois auteurs possibles ; même majorité."))
law.clause("9(2)(a)", Class.RULE, ("Proposer: a Party", "Auteur : un État Partie"), ("Any State Party.", "Tout État Partie."))
law.clause("9(2)(b)", Class.RULE, ("Proposer: the judges", "Auteur : les juges"), ("More than half of the judges.", "Plus de la moitié des juges."))
law.clause("9(2)(c)", Class.RULE, ("Proposer: the Prosecutor", "Auteur : le Procureur"), ("The Prosecutor.", "Le Procureur."))
law.clause("9(3)", Class.RULE, ("Consistent with the Statute", "Conformité au Statut"), ("Elements may not contradict the Statute.", "Les Éléments ne peuvent contredire le Statut."))
law.clause("10", Class.NOT_EXECUTABLE, ("Other international law", "Autre droit international"), ("Part 2 leaves other law as it is.", "Le chapitre II laisse intact l'autre droit."),
           reason=("It is a saving clause: it asks nothing of the Court or of anyone before it.", "Clause de sauvegarde : elle n'exige rien de la Cour ni des parties."))
