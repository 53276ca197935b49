"""Article 111 of the Rome Statute: escape."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("111", ("Escape", "Évasion"),
     ("After consultation, surrender is sought from the State where the person is; the Court may direct where to.", "Après consultation, la remise est demandée à l'État où se trouve la personne ; la Cour peut ordonner la destination.")),
):
    law.clause(provision, Class.RULE, title, summary)
