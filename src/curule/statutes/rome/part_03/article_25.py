"""Articles 25 and 28 of the Rome Statute: individual responsibility, its modes, command responsibility."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

CLAUSES = {
    "25(1)": ("Natural persons", "Personnes physiques", "Only human beings.", "Seulement des êtres humains."),
    "25(2)": ("Individual responsibility", "Responsabilité individuelle", "Each answers for what that person did.", "Chacun répond de ses propres actes."),
    "25(3)": ("Modes", "Modes", "One of six modes at least.", "L'un au moins de six modes."),
    "25(3)(a)": ("Commission", "Commission", "Alone, jointly or through another.", "Seul, conjointement ou par autrui."),
    "25(3)(b)": ("Ordering or inducing", "Ordre ou encouragement", "Of a crime that happens or is attempted.", "D'un crime commis ou tenté."),
    "25(3)(c)": ("Aiding and abetting", "Aide et concours", "In order to facilitate.", "En vue de faciliter."),
    "25(3)(d)": ("Contribution to a group's crime", "Contribution au crime d'un groupe", "Intentional, with one of two limbs.", "Intentionnelle, avec l'une de deux branches."),
    "25(3)(d)(i)": ("Furthering the aim", "Servir le dessein", "The group's aim involves a crime of the Court.", "Le dessein du groupe comporte un crime de la Cour."),
    "25(3)(d)(ii)": ("Knowledge of the intent", "Connaissance de l'intention", "Knowing that the group intends the crime.", "En sachant que le groupe veut le crime."),
    "25(3)(e)": ("Incitement to genocide", "Incitation au génocide", "Direct and public; genocide only.", "Directe et publique ; génocide seulement."),
    "25(3)(f)": ("Attempt", "Tentative", "A substantial step; abandonment excuses.", "Un commencement substantiel ; le désistement excuse."),
    "25(3bis)": ("Leaders only", "Dirigeants seulement", "For aggression, only who controls or directs.", "Pour l'agression, seulement qui contrôle ou dirige."),
    "28": ("Two regimes", "Deux régimes", "Military-type commanders, and other superiors.", "Chefs militaires, et autres supérieurs."),
    "28(a)": ("Commanders", "Chefs militaires", "Effective command or authority; failure of control.", "Commandement ou autorité effectifs ; défaut de contrôle."),
    "28(a)(i)": ("Knew or should have known", "Savait ou aurait dû savoir", "The standard for commanders.", "Le critère des chefs militaires."),
    "28(a)(ii)": ("Failed to act", "N'a pas agi", "No necessary and reasonable measure.", "Aucune mesure nécessaire et raisonnable."),
    "28(b)": ("Other superiors", "Autres supérieurs", "Effective authority; failure of control.", "Autorité effective ; défaut de contrôle."),
    "28(b)(i)": ("Knew or disregarded", "Savait ou a négligé", "The standard for other superiors.", "Le critère des autres supérieurs."),
    "28(b)(ii)": ("Within control", "Sous contrôle", "Activities within effective responsibility.", "Activités relevant de la responsabilité effective."),
    "28(b)(iii)": ("Failed to act", "N'a pas agi", "No necessary and reasonable measure.", "Aucune mesure nécessaire et raisonnable."),
}
for _code, (_en, _fr, _says, _dit) in CLAUSES.items():
    law.clause(_code, Class.RULE, (_en, _fr), (_says, _dit))
law.clause("25(4)", Class.NOT_EXECUTABLE, ("State responsibility", "Responsabilité des États"), ("Unaffected.", "Non affectée."),
           reason=("It concerns the responsibility of States, over which the Court does not decide.", "Elle concerne la responsabilité des États, sur laquelle la Cour ne statue pas."))
