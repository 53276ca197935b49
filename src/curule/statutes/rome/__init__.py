"""The pack of the International Criminal Court: the Rome Statute. In preparation: not offered to deployments until its coverage is complete."""

from __future__ import annotations

from datetime import date
from importlib import import_module

from curule.law.instruments import Instrument, register
from curule.law.pack import Pack
from curule.law.words import T
from curule.statutes.court_record import chapters
from curule.statutes.rome.court_record import COURT
from curule.statutes.rome.matters import amendment, assembly, case, cooperation, court, election, enforcement, roll, situation, states
from curule.statutes.rome.organs import AUDIENCES, CHAIRS, ORGANS

__all__ = ["PACK", "STATUTE"]

STATUTE = register(Instrument(
    "rome", T("Rome Statute of the International Criminal Court", "Statut de Rome de la Cour pénale internationale"),
    T("Rome Statute", "Statut de Rome"), date(1998, 7, 17)))

MODULES = ("part_01", "part_02", "part_03", "part_04", "part_05", "part_06", "part_07", "part_08", "part_09", "part_10", "part_11_12", "part_13")
"""Each Part is a package that lists its chapters in ``CHAPTERS``."""

PACK = Pack(
    "rome", T("International Criminal Court", "Cour pénale internationale"), short=T("Court", "Cour"), package=__name__, instruments=[STATUTE],
    organs=ORGANS, chairs=CHAIRS, audiences=AUDIENCES,
    kinds=[m.KIND for m in (situation, case, states, roll, election, assembly, amendment, cooperation, enforcement, court)],
    chapters=[chapter for module in MODULES for chapter in import_module(f"{__name__}.{module}").CHAPTERS] + chapters(COURT),
    court=COURT,
)
