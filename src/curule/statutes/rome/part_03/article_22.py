"""Articles 22 to 24 and 26, 27, 29 of the Rome Statute: no crime or penalty without law, no retroactivity, age, office, limitation."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

law.clause("22(1)", Class.RULE, ("No crime without law", "Pas de crime sans loi"), ("The conduct was a crime of the Court when done.", "Les faits étaient un crime de la Cour quand ils furent commis."))
law.clause("22(2)", Class.RULE, ("Strict construction", "Interprétation stricte"), ("No analogy; doubt favours the person.", "Pas d'analogie ; le doute profite à la personne."))
law.clause("22(3)", Class.NOT_EXECUTABLE, ("Other international law", "Autre droit international"), ("What is criminal elsewhere remains so.", "Ce qui est criminel ailleurs le demeure."),
           reason=("It is a saving clause for law outside the Statute.", "Clause de sauvegarde du droit extérieur au Statut."))
law.clause("23", Class.RULE, ("No penalty without law", "Pas de peine sans loi"), ("Punishment only as the Statute provides.", "Seulement les peines du Statut."))
law.clause("24(1)", Class.RULE, ("No retroactivity", "Non-rétroactivité"), ("Nothing done before the Statute was in force.", "Rien d'antérieur à l'entrée en vigueur."))
law.clause("24(2)", Class.RULE, ("Milder law", "Loi plus douce"), ("Where the law changes before final judgement, the kinder law.", "Si le droit change avant le jugement définitif, le plus favorable."))
law.clause("26", Class.RULE, ("Eighteen years", "Dix-huit ans"), ("No jurisdiction over who was under eighteen.", "Pas de compétence envers qui avait moins de dix-huit ans."))
law.clause("27(1)", Class.RULE, ("Office", "Qualité officielle"), ("Office neither exempts nor by itself mitigates.", "La fonction n'exonère ni n'atténue par elle-même."))
law.clause("27(2)", Class.RULE, ("Immunities", "Immunités"), ("They do not bar jurisdiction.", "Elles ne font pas obstacle à la compétence."))
law.clause("29", Class.RULE, ("No limitation", "Imprescriptibilité"), ("Time does not bar these crimes.", "Le temps n'éteint pas ces crimes."))
