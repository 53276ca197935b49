"""The Court's court record: its organs and provisions (articles 43(1), 50(2) and 64(7))."""

from __future__ import annotations

from pathlib import Path

from curule.law.words import T
from curule.statutes.court_record import Court, Courtroom
from curule.statutes.rome.organs import BENCH, ORGANS

__all__ = ["COURT"]

PARTIES = ("prosecutor", "defence", "victims")

COURT = Court(
    instrument="rome", package=Path(__file__).parent, organs=ORGANS,
    kinds=("situation", "case", "states", "roll", "election", "assembly", "amendment", "cooperation", "enforcement", "court"),
    filers=(*PARTIES, "state_party", "state", "national_court", "registrar", "registry", "victims_witnesses_unit", "presidency", "president", *BENCH),
    parties=PARTIES, registry=("registry", "registrar"), registrar="registrar", bench=BENCH, judicial=("presidency", "president", "judges", *BENCH),
    record_provision="43(1)", publicity_provision="64(7)", majority_provisions={"": "74(3)", "pre_trial": "57(2)(a)", "appeal": "83(4)"}, language_provision="50(2)", hearings_by=("presidency", *BENCH, "registry", "registrar"),
    courtrooms=(*(Courtroom(f"room_{n}", T(f"Courtroom {n}", f"Salle d'audience {n}"), "Europe/Amsterdam") for n in (1, 2, 3)),
                Courtroom("remote", T("by video link alone", "par liaison vidéo seulement"), "Europe/Amsterdam")),
)
