"""Article 62 of the Rome Statute: where the trial is held."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("62", ("Place of trial", "Lieu du procès"),
     ("The trial is held at the seat unless the Court decides on another place.", "Le procès se tient au siège, à moins que la Cour ne décide d'un autre lieu.")),
):
    law.clause(provision, Class.RULE, title, summary)
