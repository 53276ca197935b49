"""Article 63 of the Rome Statute: presence of the accused, and removal."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("63(1)", ("Presence of the accused", "Présence de l'accusé"),
     ("No hearing of the trial without the accused, save during a removal.", "Aucune audience du procès sans l'accusé, sauf pendant une expulsion.")),
    ("63(2)", ("Removal for disruption", "Expulsion pour trouble"),
     ("Repeated disruption, exceptional circumstances, alternatives tried; limited in time; the accused follows and instructs counsel from outside.", "Trouble persistant, circonstances exceptionnelles, autres solutions épuisées ; durée limitée ; l'accusé suit les débats et instruit son conseil de l'extérieur.")),
):
    law.clause(provision, Class.RULE, title, summary)
