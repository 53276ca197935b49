"""Article 84 of the Rome Statute: revision of conviction or sentence."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("84(1)", ("Who applies", "Qui la demande"),
     ("The convicted person, family or a mandated person after death, the Prosecutor for the person; no time limit.", "Le condamné, après sa mort ses proches ou une personne mandatée, le Procureur en son nom ; sans délai.")),
    ("84(1)(a)", ("New evidence", "Fait nouveau"),
     ("Both conditions below.", "Les deux conditions qui suivent.")),
    ("84(1)(a)(i)", ("Not available at trial", "Inconnu au procès"),
     ("And not through the applicant's fault, even in part.", "Sans faute, même partielle, du requérant.")),
    ("84(1)(a)(ii)", ("Decisive weight", "Importance"),
     ("Another verdict would have been likely.", "Un verdict différent aurait été probable.")),
    ("84(1)(b)", ("False evidence", "Preuve fausse"),
     ("Decisive evidence proves false, forged or falsified.", "Une preuve décisive se révèle fausse, contrefaite ou falsifiée.")),
    ("84(1)(c)", ("Misconduct of a judge", "Faute d'un juge"),
     ("Grave enough for removal, in that case.", "Assez grave pour une révocation, dans cette affaire.")),
    ("84(2)", ("Decision", "Décision"),
     ("Rejection if unfounded; otherwise one of three courses.", "Rejet si elle est infondée ; sinon une de trois voies.")),
    ("84(2)(a)", ("Original Trial Chamber", "Chambre initiale"),
     ("It is reconvened.", "Elle est réunie de nouveau.")),
    ("84(2)(b)", ("New Trial Chamber", "Nouvelle Chambre"),
     ("Another is constituted.", "Une autre est constituée.")),
    ("84(2)(c)", ("Kept on appeal", "Affaire retenue"),
     ("The Appeals Chamber keeps the matter.", "La Chambre d'appel reste saisie.")),
):
    law.clause(provision, Class.RULE, title, summary)
