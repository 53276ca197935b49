"""Article 67 of the Rome Statute: the rights of the accused at trial and disclosure in the accused's favour."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

law.clause("67(1)", Class.DEFINITION, ("Fair hearing", "Procès équitable"),
           ("A public, fair and impartial hearing, with nine guarantees in full equality.", "Audience publique, équitable et impartiale, avec neuf garanties en pleine égalité."),
           carried_by=("the rights 67(1)(a) to (i)",))
for provision, title, summary in (
    ("67(1)(a)", ("Told of the charges", "Information sur les charges"),
     ("Promptly, in detail, in a language fully understood and spoken.", "Rapidement, en détail, dans une langue parfaitement comprise et parlée.")),
    ("67(1)(b)", ("Preparation and counsel", "Préparation et conseil"),
     ("Time and facilities, and confidential contact with chosen counsel.", "Temps et moyens, et communication confidentielle avec le conseil choisi.")),
    ("67(1)(c)", ("No undue delay", "Sans retard excessif"),
     ("The trial takes place without undue delay.", "Le procès se tient sans retard excessif.")),
    ("67(1)(d)", ("Presence and defence", "Présence et défense"),
     ("In person or through counsel; told of the right; counsel assigned where justice requires, free for those without means.", "En personne ou par un conseil ; informé de ce droit ; conseil commis d'office si la justice l'exige, gratuitement faute de moyens.")),
    ("67(1)(e)", ("Witnesses and defences", "Témoins et moyens de défense"),
     ("Examines the prosecution's witnesses and calls witnesses on the same terms.", "Interroge les témoins à charge et fait citer les siens aux mêmes conditions.")),
    ("67(1)(f)", ("Interpretation and translation", "Interprétation et traduction"),
     ("Free interpreter and translations where the language is not fully understood.", "Interprète et traductions gratuits si la langue n'est pas parfaitement comprise.")),
    ("67(1)(g)", ("Silence", "Silence"),
     ("No compelled testimony, and silence counts for nothing.", "Pas de témoignage forcé, et le silence n'est pas retenu.")),
    ("67(1)(h)", ("Unsworn statement", "Déclaration sans serment"),
     ("The accused may make one, orally or in writing.", "L'accusé peut en faire une, orale ou écrite.")),
    ("67(1)(i)", ("No reversed burden", "Pas de renversement de la preuve"),
     ("Neither the burden of proof nor of rebuttal falls on the accused.", "Ni la charge de la preuve ni celle de la réfutation n'incombent à l'accusé.")),
    ("67(2)", ("Exculpatory evidence", "Preuves à décharge"),
     ("The Prosecutor discloses it as soon as practicable; the Court decides doubts.", "Le Procureur la divulgue dès que possible ; la Cour tranche les doutes.")),
):
    law.clause(provision, Class.RULE, title, summary)
