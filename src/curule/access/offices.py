"""The chairs in which persons may sit, as each tribunal's pack declares them, and the clocks of the duty stations.

An office is what a person holds ("President", "counsel for the Defence in one case") in one tribunal; a person may hold several, each
from a day to a day. The library's own organs (``curule.law``) name who is competent for an act; chairs only say who sits where.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from curule.law.chairs import Chair
from curule.law.pack import Pack
from curule.statutes import load_pack

__all__ = ["COUNSEL", "STATION_ZONES", "DutyStation", "chair_of", "pack_of", "place_of", "spoken"]

COUNSEL = ("defence", "victims_representative")
"""Chairs that the database itself refuses without a matter; every ``needs_matter`` chair of a pack is one of these."""


class DutyStation(models.TextChoices):
    """The places where tribunals work; a day begins and ends by its clock."""

    ARUSHA = "arusha", _("Arusha")
    THE_HAGUE = "the-hague", _("The Hague")


STATION_ZONES: dict[str, str] = {
    DutyStation.ARUSHA: "Africa/Dar_es_Salaam",
    DutyStation.THE_HAGUE: "Europe/Amsterdam",
}


def place_of(zone: str) -> str:
    """The place whose clock it is, in the language of the page; a zone of no duty station by its own city's name."""
    return next((str(DutyStation(station).label) for station, its in STATION_ZONES.items() if its == zone), zone.rpartition("/")[2].replace("_", " "))


def pack_of(tribunal: str) -> Pack | None:
    """The pack of a tribunal; nothing where there is none of that code."""
    try:
        return load_pack(tribunal)
    except KeyError:
        return None


def chair_of(tribunal: str, code: str) -> Chair | None:
    """The chair of that code in that tribunal; nothing where the tribunal has none, and then an office in it opens nothing."""
    pack = pack_of(tribunal)
    return pack.chairs.get(code) if pack is not None else None


def spoken() -> str:
    """The language of the page, as packs name it: ``en`` or ``fr``."""
    return "fr" if (get_language() or "en").startswith("fr") else "en"
