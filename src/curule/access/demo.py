"""The demonstration tribunals' people: one account for each role in each tribunal, signed in to with one click and no
password.

They exist only where ``CURULE_DEMO=1``, which the settings allow in an embedded tribunal alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction

from curule.access.models import Office, User
from curule.access.offices import DutyStation

SINCE = date(2012, 7, 1)
# Counsel's cases; the demonstration's data use the same numbers.
DEMO_MATTER = "MICT-14-75"
DEMO_SITUATION, DEMO_CASE = "ICC-01/21", "ICC-01/21-02/24"


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """One person of the demonstration in one tribunal. All names are invented. ``offices``: chair, matter, person code."""

    username: str
    name: str
    station: str
    offices: tuple[tuple[str, str, str], ...]
    language: str = "en"
    tribunal: str = "mechanism"


_HAGUE, _ARUSHA = DutyStation.THE_HAGUE.value, DutyStation.ARUSHA.value


def _court(username: str, name: str, *offices: tuple[str, str, str], language: str = "en") -> DemoAccount:
    return DemoAccount(f"icc-{username}", name, _HAGUE, offices, language, "rome")


_STATE = "state-XLA"

DEMO_ACCOUNTS = (
    DemoAccount("president", "Judge Amina Okoro", _HAGUE, (("president", "", "J01"), ("judge", "", "J01"))),
    DemoAccount("judge", "Judge Henrik Solberg", _HAGUE, (("judge", "", "J02"),)),
    DemoAccount("duty-judge", "Judge Fatima Haddad", _ARUSHA, (("duty_judge", "", "J03"), ("judge", "", "J03"))),
    DemoAccount("legal-officer", "Claire Fontaine", _HAGUE, (("legal_officer", "", ""),), "fr"),
    DemoAccount("prosecutor", "Daniel Mwangi", _ARUSHA, (("prosecutor", "", ""),)),
    DemoAccount("defence", "Isabelle Marchand", _ARUSHA, (("defence", DEMO_MATTER, "C01"),), "fr"),
    DemoAccount("registrar", "Tomasz Zielinski", _HAGUE, (("registrar", "", ""),)),
    DemoAccount("registry-officer", "Grace Nakato", _ARUSHA, (("registry_officer", "", ""),)),
    DemoAccount("witness-support", "Lena Bergmann", _ARUSHA, (("witness_support", "", ""),)),
    DemoAccount("archivist", "Samuel Tan", _HAGUE, (("archivist", "", ""),)),
    DemoAccount("national-authority", "Marta Kovac", _HAGUE, (("national_authority", "RFA-1", "state-XCC"), ("national_authority", "ENF-1", "state-XCC"))),
    DemoAccount("reader", "Noor Visser", _HAGUE, (("public", "", ""),)),
    _court("president", "Judge Teresa Almada", ("president", "", "P01"), ("judge_appeals", "", "P01")),
    _court("vice-president", "Judge Olu Bankole", ("vice_president", "", "P02"), ("judge_trial", "", "P02")),
    _court("judge-pre-trial", "Judge Mirela Stan", ("judge_pre_trial", "", "P03")),
    _court("judge-trial", "Judge Anders Vik", ("judge_trial", "", "P04")),
    _court("judge-appeals", "Judge Farah Siddiqi", ("judge_appeals", "", "P05")),
    _court("legal-officer", "Julien Carpentier", ("legal_officer", "", ""), language="fr"),
    _court("prosecutor", "Miriam Osei", ("prosecutor", "", "PROS")),
    _court("deputy-prosecutor", "Rafael Ibarra", ("deputy_prosecutor", "", "DPROS")),
    _court("registrar", "Katarina Nemec", ("registrar", "", "")),
    _court("registry-officer", "Pedro Salgado", ("registry_officer", "", "")),
    _court("witness-unit", "Aiko Tanimura", ("witness_support", "", "")),
    _court("defence", "Etienne Laurier", ("defence", DEMO_CASE, "C11"), language="fr"),
    _court("victims", "Adaeze Nwosu", ("victims_representative", DEMO_CASE, "V11")),
    _court("victims-counsel", "Sofia Lindgren", ("victims_counsel", "", "")),
    _court("trust-fund", "Giulia Romano", ("trust_fund", "", "")),
    _court("state", "Ilse Brandt", ("national_authority", DEMO_SITUATION, _STATE), ("national_authority", DEMO_CASE, _STATE)),
    _court("assembly", "Peter Halvorsen", ("assembly_secretariat", "", "")),
    _court("reader", "Marco Bellini", ("public", "", "")),
)


@transaction.atomic
def ensure_demo_accounts() -> int:
    """Make the accounts that are missing of the tribunals hosted here, with their offices; how many were made. Those that exist are left
    alone.
    """
    present = set(User.objects.values_list("username", flat=True))
    missing = [account for account in DEMO_ACCOUNTS if account.tribunal in settings.TRIBUNALS and account.username not in present]
    for account in missing:
        user = User(
            username=account.username,
            display_name=account.name,
            language=account.language,
            duty_station=account.station,
            is_demo=True,
        )
        user.set_unusable_password()
        user.save()
        Office.objects.bulk_create(
            Office(user=user, tribunal=account.tribunal, code=code, matter=matter, person_code=person, since=SINCE)
            for code, matter, person in account.offices
        )
    return len(missing)
