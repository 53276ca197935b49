"""Article 66 of the Rome Statute: presumption of innocence, burden and standard of proof."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("66(1)", ("Presumption of innocence", "Présomption d'innocence"),
     ("Innocent until guilt is proved before the Court.", "Innocent jusqu'à preuve de la culpabilité devant la Cour.")),
    ("66(2)", ("Burden of proof", "Charge de la preuve"),
     ("Guilt is for the Prosecutor to prove: no conviction without evidence of the prosecution.", "Au Procureur de prouver la culpabilité : pas de condamnation sans preuve à charge.")),
    ("66(3)", ("Standard of proof", "Degré de preuve"),
     ("Conviction only beyond reasonable doubt.", "Condamnation seulement au-delà de tout doute raisonnable.")),
):
    law.clause(provision, Class.RULE, title, summary)
