"""Articles 107 and 108 of the Rome Statute: after the sentence; protection against other prosecution."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("107(1)", ("Where to after the sentence", "Après la peine"),
     ("A person who is no national goes to a State obliged or willing, or stays.", "Le non-ressortissant va dans un État tenu ou disposé à le recevoir, ou reste.")),
    ("107(2)", ("Costs", "Frais"),
     ("Borne by the Court if no State does.", "À la charge de la Cour si aucun État ne les assume.")),
    ("107(3)", ("Extradition", "Extradition"),
     ("Possible for trial or sentence, subject to article 108.", "Possible pour jugement ou exécution, sous réserve de l'article 108.")),
    ("108(1)", ("Protection", "Protection"),
     ("No prosecution for earlier conduct without the Court's approval.", "Pas de poursuites pour des faits antérieurs sans l'accord de la Cour.")),
    ("108(2)", ("Hearing", "Audition"),
     ("The person is heard first.", "L'intéressé est d'abord entendu.")),
    ("108(3)", ("End of protection", "Fin de la protection"),
     ("More than thirty days of free stay, or return.", "Plus de trente jours de séjour volontaire, ou retour.")),
):
    law.clause(provision, Class.RULE, title, summary)
