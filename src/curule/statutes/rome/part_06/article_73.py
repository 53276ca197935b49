"""Article 73 of the Rome Statute: material that a State got in confidence from another."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("73", ("Third-party material", "Pièces de tiers"),
     ("The originator is asked; a State Party consents or settles under article 72; otherwise the State says that it cannot provide.", "L'auteur est consulté ; un État Partie consent ou règle la question selon l'article 72 ; sinon l'État dit ne pouvoir fournir.")),
):
    law.clause(provision, Class.RULE, title, summary)
