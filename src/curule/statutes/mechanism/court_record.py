"""The Mechanism's court record: its organs and provisions (articles 15(1), 18(4) and 31)."""

from __future__ import annotations

from pathlib import Path

from curule.law.words import T
from curule.statutes.court_record import Court, Courtroom
from curule.statutes.mechanism.organs import BENCH, ORGANS, PARTIES

__all__ = ["COURT"]

COURT = Court(
    instrument="irmct", package=Path(__file__).parent, organs=ORGANS,
    kinds=("case", "allocation", "roll", "rules", "institution", "privileges", "enforcement", "cooperation", "assistance", "protection", "archives"),
    filers=(*PARTIES, "victim", "state", "national_court", "registrar", "registry", "witness_unit", "archivist", "president", *BENCH),
    parties=PARTIES, registry=("registry", "registrar"), registrar="registrar", bench=BENCH, by_roster=("duty_judge",), judicial=("president", "judges", *BENCH),
    record_provision="15(1)", publicity_provision="18(4)", majority_provisions={"": "21(2)"}, language_provision="31", hearings_by=("president", *BENCH, "registry", "registrar"),
    courtrooms=(Courtroom("hague_1", T("Courtroom 1, The Hague", "Salle d'audience 1, La Haye"), "Europe/Amsterdam"),
                Courtroom("hague_3", T("Courtroom 3, The Hague", "Salle d'audience 3, La Haye"), "Europe/Amsterdam"),
                Courtroom("arusha_1", T("Courtroom 1, Arusha", "Salle d'audience 1, Arusha"), "Africa/Dar_es_Salaam"),
                Courtroom("remote", T("by video link alone", "par liaison vidéo seulement"), "Europe/Amsterdam")),
)
