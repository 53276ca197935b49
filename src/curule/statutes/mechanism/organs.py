"""The organs that act under the Statute of the Mechanism, and those whose acts it receives."""

from __future__ import annotations

from curule.law.chairs import Chair
from curule.law.rules import Organ

__all__ = ["AUDIENCES", "BENCH", "CHAIRS", "ORGANS", "PARTIES", "TRIBUNALS"]

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

CHAMBERS, PROSECUTOR, REGISTRY, WITNESS_UNIT, ARCHIVES = "chambers", "prosecutor", "registry", "witness-unit", "archives"

CHAIRS = (
    Chair("president", "President", "Président", ("president", "judges", "appeals_chamber"), part=CHAMBERS),
    Chair("judge", "Judge", "Juge", ("trial_chamber", "single_judge", "appeals_chamber", "judges"), part=CHAMBERS, sits=True),
    Chair("duty_judge", "Duty judge", "Juge de permanence", ("duty_judge", "single_judge"), part=CHAMBERS, sits=True),
    Chair("legal_officer", "Chambers legal officer", "Juriste des Chambres", ("trial_chamber", "single_judge", "appeals_chamber"), part=CHAMBERS),
    Chair("prosecutor", "Prosecutor", "Procureur", ("prosecutor",), part=PROSECUTOR),
    Chair("defence", "Defence counsel", "Conseil de la Défense", ("defence",), needs_matter=True),
    Chair("registrar", "Registrar", "Greffier", ("registrar", "registry", *_OUTSIDE), part=REGISTRY, keeps_texts=True),
    Chair("registry_officer", "Registry officer", "Fonctionnaire du Greffe", ("registry", *_OUTSIDE), part=REGISTRY),
    # Within the Registry, yet apart: who looks after witnesses or archives does not read every sealed indictment.
    Chair("witness_support", "Witness support officer", "Fonctionnaire chargé du soutien aux témoins", ("witness_unit", "victim"), part=WITNESS_UNIT),
    Chair("archivist", "Archivist", "Archiviste", ("archivist",), part=ARCHIVES, keeps_texts=True),
    Chair("national_authority", "National authority", "Autorité nationale", ("state", "national_court"), bound=True),
    Chair("public", "Public reader", "Lecteur public"),
)
"""The offices of persons, in the order of the tribunal's chart. The Registry enters what comes from outside; nobody enters acts of the Bench
but the judges and the officers of Chambers. Article 4: three organs."""

AUDIENCES = {
    "bench": ("organ:chambers",),
    "organ:president": ("office:president",),
    "organ:prosecutor": ("organ:prosecutor",),
    "organ:defence": ("matter:defence",),
    "organ:registrar": ("organ:registry",),
    "organ:registry": ("organ:registry",),
    "office:registrar": ("office:registrar",),
    "organ:witness_unit": ("office:witness_support",),
    "organ:archivist": ("office:archivist",),
    "organ:state": ("matter:national_authority",),
    "organ:national_court": ("matter:national_authority",),
    "organ:victim": ("office:witness_support",),
    "matter:parties": ("organ:prosecutor", "matter:defence"),
    "matter:participants": ("organ:prosecutor", "matter:defence"),
    # It reads its letters in New York: nobody of this tribunal holds that office.
    "organ:secretary_general": (),
}
"""Whom the audience words of acts mean: a part of the tribunal, holders of an office, holders of an office in the same matter."""
