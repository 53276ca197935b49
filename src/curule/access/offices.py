"""The offices in which a person may act, and the organ of the tribunal to which each belongs.

An office is what a person holds ("President", "counsel for the Defence in one case"); a person may hold
several, each from a day to a day. The library's own organs (``curule.law``) name who is competent for an
act; this module only says who sits in which chair.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class OfficeCode(models.TextChoices):
    """The offices of the tribunal, of its participants and of the outside world."""

    PRESIDENT = "president", _("President")
    JUDGE = "judge", _("Judge")
    DUTY_JUDGE = "duty_judge", _("Duty judge")
    LEGAL_OFFICER = "legal_officer", _("Chambers legal officer")
    PROSECUTOR = "prosecutor", _("Prosecutor")
    DEFENCE = "defence", _("Defence counsel")
    REGISTRAR = "registrar", _("Registrar")
    REGISTRY_OFFICER = "registry_officer", _("Registry officer")
    WITNESS_SUPPORT = "witness_support", _("Witness support officer")
    ARCHIVIST = "archivist", _("Archivist")
    NATIONAL_AUTHORITY = "national_authority", _("National authority")
    PUBLIC = "public", _("Public reader")


CHAMBERS, PROSECUTOR, REGISTRY = "chambers", "prosecutor", "registry"
WITNESS_UNIT, ARCHIVES = "witness-unit", "archives"

# Article 4 of the Mechanism's Statute: three organs. Who is in none of them (counsel, a State's authority,
# a reader) has no organ, so that nothing can be addressed to "all counsel" or "all States" by a slip.
ORGAN_OF: dict[str, str] = {
    OfficeCode.PRESIDENT: CHAMBERS,
    OfficeCode.JUDGE: CHAMBERS,
    OfficeCode.DUTY_JUDGE: CHAMBERS,
    OfficeCode.LEGAL_OFFICER: CHAMBERS,
    OfficeCode.PROSECUTOR: PROSECUTOR,
    OfficeCode.REGISTRAR: REGISTRY,
    OfficeCode.REGISTRY_OFFICER: REGISTRY,
    # Within the Registry, yet apart: who looks after witnesses or archives does not read every sealed indictment.
    OfficeCode.WITNESS_SUPPORT: WITNESS_UNIT,
    OfficeCode.ARCHIVIST: ARCHIVES,
}


class DutyStation(models.TextChoices):
    """The two branches (article 3 of the Mechanism's Statute); a day begins and ends by its clock."""

    ARUSHA = "arusha", _("Arusha")
    THE_HAGUE = "the-hague", _("The Hague")


STATION_ZONES: dict[str, str] = {
    DutyStation.ARUSHA: "Africa/Dar_es_Salaam",
    DutyStation.THE_HAGUE: "Europe/Amsterdam",
}
