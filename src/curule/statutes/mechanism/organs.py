"""The organs that act under the Statute of the Mechanism, and those whose acts it receives."""

from __future__ import annotations

from curule.law.rules import Organ

__all__ = ["BENCH", "OFFICES", "ORGANS", "PARTIES", "TRIBUNALS"]

ORGANS = (
    Organ("president", "the President", "le Président", advised=True, provision="irmct:11(1)"),
    Organ("judges", "the judges", "les juges", advised=True, provision="irmct:8(1)"),
    Organ("trial_chamber", "the Trial Chamber", "la Chambre de première instance", advised=True, provision="irmct:12(1)"),
    Organ("single_judge", "the single judge", "le juge unique", advised=True, provision="irmct:12(1)"),
    Organ("duty_judge", "the duty judge", "le juge de permanence", advised=True, provision="irmct:12(2)"),
    Organ("appeals_chamber", "the Appeals Chamber", "la Chambre d'appel", advised=True, provision="irmct:12(3)"),
    Organ("prosecutor", "the Prosecutor", "le Procureur", advised=False, provision="irmct:14(1)"),
    Organ("defence", "the Defence", "la Défense", advised=False, provision="irmct:19(4)(d)"),
    Organ("victim", "a victim or witness", "une victime ou un témoin", advised=False, provision="irmct:20"),
    Organ("registrar", "the Registrar", "le Greffier", advised=False, provision="irmct:15(2)"),
    Organ("registry", "the Registry", "le Greffe", advised=False, provision="irmct:15(1)"),
    Organ("witness_unit", "the witness support unit", "l'unité d'appui aux témoins", advised=False, provision="irmct:20"),
    Organ("archivist", "the archivist", "l'archiviste", advised=False, provision="irmct:27(2)"),
    Organ("state", "the State", "l'État", advised=True, provision="irmct:28(1)"),
    Organ("national_court", "the national court", "la juridiction nationale", advised=True, provision="irmct:5(1)"),
    Organ("security_council", "the Security Council", "le Conseil de sécurité", advised=True, provision="irmct:res1"),
    Organ("general_assembly", "the General Assembly", "l'Assemblée générale", advised=True, provision="irmct:10(1)"),
    Organ("secretary_general", "the Secretary-General", "le Secrétaire général", advised=True, provision="irmct:10(1)(a)"),
    Organ("icty", "the ICTY", "le TPIY", advised=True, provision="irmct:preamble"),
    Organ("ictr", "the ICTR", "le TPIR", advised=True, provision="irmct:preamble"),
    Organ("mechanism", "the Mechanism", "le Mécanisme", advised=True, provision="irmct:res1"),
)

BENCH = ("trial_chamber", "single_judge", "duty_judge", "appeals_chamber")
PARTIES = ("prosecutor", "defence")
TRIBUNALS = ("icty", "ictr")

_OUTSIDE = ("state", "national_court", "security_council", "general_assembly", "secretary_general", "icty", "ictr", "mechanism", "victim")

OFFICES = {
    "president": ("president", "judges", "appeals_chamber"),
    "judge": ("trial_chamber", "single_judge", "appeals_chamber", "judges"),
    "duty_judge": ("duty_judge", "single_judge"),
    "legal_officer": ("trial_chamber", "single_judge", "appeals_chamber"),
    "prosecutor": ("prosecutor",),
    "defence": ("defence",),
    "registrar": ("registrar", "registry", *_OUTSIDE),
    "registry_officer": ("registry", *_OUTSIDE),
    "witness_support": ("witness_unit", "victim"),
    "archivist": ("archivist",),
    "national_authority": ("state", "national_court"),
    "public": (),
}
"""For which organs the holder of an office may enter acts. The Registry enters what comes from outside; nobody enters acts of the Bench but
the judges and the officers of Chambers."""
