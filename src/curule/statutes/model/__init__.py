"""The model statute: a tiny court in five articles, the only statute that the engine's own tests know.

A complaint is lodged, admitted by the Registrar, tried by a bench of three, judged, and appealed within thirty days.
"""

from __future__ import annotations

from datetime import date

from curule.law.instruments import Instrument, register
from curule.law.pack import Pack
from curule.law.rules import MatterKind, Organ
from curule.law.words import T
from curule.statutes.model import articles
from curule.statutes.model.posture import Complaint

MODEL = register(Instrument("model", T("Model Statute", "Statut modèle"), T("Model Statute", "Statut modèle"), date(2000, 1, 1)))


def stage(posture: Complaint, on: date) -> str:
    """Where a complaint stands."""
    if posture.judged:
        return "judged"
    if posture.bench:
        return "trial"
    return "admitted" if posture.admitted else "lodged"


PACK = Pack(
    "model", T("Model Court", "Tribunal modèle"), package="curule.statutes.model", instruments=[MODEL],
    organs=[
        Organ("complainant", "the Complainant", "le Plaignant", advised=False),
        Organ("registrar", "the Registrar", "le Greffier", advised=False),
        Organ("president", "the President", "le Président", advised=True),
        Organ("bench", "the Bench", "la Formation", advised=True),
    ],
    kinds=[MatterKind("complaint", "complaint", "plainte", draft=Complaint, stage=stage, opened_by="lodge", number_form="MC-{n}", stages={
        "lodged": T("lodged", "déposée"), "admitted": T("admitted", "admise"), "trial": T("trial", "procès"), "judged": T("judged", "jugée")})],
    chapters=[articles.law], topics={"bench": ("appoint_bench",)},
)
