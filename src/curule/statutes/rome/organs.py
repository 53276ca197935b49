"""The organs that act under the Rome Statute, and those whose acts the Court receives."""

from __future__ import annotations

from curule.law.chairs import Chair
from curule.law.rules import Organ

__all__ = ["AUDIENCES", "BENCH", "CHAIRS", "ORGANS"]

ORGANS = (
    Organ("presidency", "the Presidency", "la Présidence", advised=True, provision="rome:38(3)"),
    Organ("president", "the President", "le Président", advised=True, provision="rome:38(1)"),
    Organ("judges", "the judges", "les juges", advised=True, provision="rome:36(1)"),
    Organ("pre_trial_chamber", "the Pre-Trial Chamber", "la Chambre préliminaire", advised=True, provision="rome:57(1)"),
    Organ("pre_trial_division", "the Pre-Trial Division", "la Section préliminaire", advised=True, provision="rome:39(1)"),
    Organ("single_judge", "the single judge", "le juge unique", advised=True, provision="rome:57(2)(b)"),
    Organ("trial_chamber", "the Trial Chamber", "la Chambre de première instance", advised=True, provision="rome:64(1)"),
    Organ("appeals_chamber", "the Appeals Chamber", "la Chambre d'appel", advised=True, provision="rome:39(2)(b)(i)"),
    Organ("prosecutor", "the Prosecutor", "le Procureur", advised=False, provision="rome:42(1)"),
    Organ("deputy_prosecutor", "the Deputy Prosecutor", "le procureur adjoint", advised=False, provision="rome:42(2)"),
    Organ("defence", "the Defence", "la Défense", advised=False, provision="rome:67(1)(d)"),
    Organ("victims", "the victims", "les victimes", advised=False, provision="rome:68(3)"),
    Organ("property_owner", "the owner of property in good faith", "le propriétaire de bonne foi", advised=False, provision="rome:82(4)"),
    Organ("trust_fund", "the Trust Fund for Victims", "le Fonds au profit des victimes", advised=False, provision="rome:79(1)"),
    Organ("registrar", "the Registrar", "le Greffier", advised=False, provision="rome:43(2)"),
    Organ("registry", "the Registry", "le Greffe", advised=False, provision="rome:43(1)"),
    Organ("victims_witnesses_unit", "the Victims and Witnesses Unit", "la Division d'aide aux victimes et aux témoins", advised=False, provision="rome:43(6)"),
    Organ("state_party", "the State Party", "l'État Partie", advised=True, provision="rome:86"),
    Organ("state", "the State", "l'État", advised=True, provision="rome:87(5)(a)"),
    Organ("national_court", "the national court", "la juridiction nationale", advised=True, provision="rome:59(2)"),
    Organ("security_council", "the Security Council", "le Conseil de sécurité", advised=True, provision="rome:13(b)"),
    Organ("assembly", "the Assembly of States Parties", "l'Assemblée des États Parties", advised=True, provision="rome:112(1)"),
    Organ("bureau", "the Bureau of the Assembly", "le Bureau de l'Assemblée", advised=True, provision="rome:112(3)(a)"),
    Organ("depositary", "the Secretary-General of the United Nations", "le Secrétaire général de l'Organisation des Nations Unies", advised=True, provision="rome:125(2)"),
    Organ("organization", "the intergovernmental organization", "l'organisation intergouvernementale", advised=True, provision="rome:87(6)"),
)

BENCH = ("pre_trial_chamber", "single_judge", "trial_chamber", "appeals_chamber")

_OUTSIDE = ("state_party", "state", "national_court", "security_council", "assembly", "bureau", "depositary", "organization", "victims", "property_owner")

CHAMBERS, PROSECUTOR, REGISTRY, WITNESS_UNIT = "chambers", "prosecutor", "registry", "witness-unit"
VICTIMS_COUNSEL, TRUST_FUND, ASSEMBLY = "victims-counsel", "trust-fund", "assembly"

CHAIRS = (
    Chair("president", "President of the Court", "Président de la Cour", ("president", "presidency", "judges", "appeals_chamber"), part=CHAMBERS),
    Chair("vice_president", "Vice-President", "Vice-président", ("presidency", "judges"), part=CHAMBERS),
    Chair("judge_pre_trial", "Judge, Pre-Trial Division", "Juge de la Section préliminaire",
          ("pre_trial_chamber", "pre_trial_division", "single_judge", "judges"), part=CHAMBERS, sits=True),
    Chair("judge_trial", "Judge, Trial Division", "Juge de la Section de première instance", ("trial_chamber", "single_judge", "judges"), part=CHAMBERS,
          sits=True),
    Chair("judge_appeals", "Judge, Appeals Division", "Juge de la Section des appels", ("appeals_chamber", "judges"), part=CHAMBERS, sits=True),
    Chair("legal_officer", "Chambers legal officer", "Juriste des Chambres", ("pre_trial_chamber", "single_judge", "trial_chamber", "appeals_chamber"),
          part=CHAMBERS),
    Chair("prosecutor", "Prosecutor", "Procureur", ("prosecutor", "deputy_prosecutor"), part=PROSECUTOR),
    Chair("deputy_prosecutor", "Deputy Prosecutor", "Procureur adjoint", ("deputy_prosecutor", "prosecutor"), part=PROSECUTOR),
    Chair("registrar", "Registrar", "Greffier", ("registrar", "registry", *_OUTSIDE), part=REGISTRY, keeps_texts=True),
    Chair("registry_officer", "Registry officer", "Fonctionnaire du Greffe", ("registry", *_OUTSIDE), part=REGISTRY),
    # Article 43(6): the Unit keeps what witnesses tell it apart from the rest of the Registry.
    Chair("witness_support", "Victims and Witnesses Unit officer", "Fonctionnaire de la Division d'aide aux victimes et aux témoins",
          ("victims_witnesses_unit",), part=WITNESS_UNIT),
    Chair("defence", "Defence counsel", "Conseil de la Défense", ("defence",), needs_matter=True),
    Chair("victims_representative", "Legal representative of victims", "Représentant légal des victimes", ("victims",), needs_matter=True),
    Chair("victims_counsel", "Office of Public Counsel for Victims", "Bureau du conseil public pour les victimes", ("victims",), part=VICTIMS_COUNSEL),
    Chair("trust_fund", "Trust Fund for Victims", "Fonds au profit des victimes", ("trust_fund",), part=TRUST_FUND),
    Chair("national_authority", "State's authority", "Autorité d'un État", ("state_party", "state", "national_court"), bound=True),
    Chair("assembly_secretariat", "Secretariat of the Assembly", "Secrétariat de l'Assemblée", ("assembly", "bureau"), part=ASSEMBLY),
    Chair("public", "Public reader", "Lecteur public"),
)
"""The offices of persons, in the order of the Court's chart (articles 34, 42, 43, 112). The Registry enters what comes from outside."""

AUDIENCES = {
    "bench": ("organ:chambers",),
    "organ:presidency": ("office:president", "office:vice_president"),
    "organ:president": ("office:president",),
    "organ:prosecutor": ("organ:prosecutor",),
    "organ:defence": ("matter:defence",),
    "organ:victims": ("matter:victims_representative", "organ:victims-counsel"),
    "organ:trust_fund": ("organ:trust-fund",),
    "organ:registrar": ("organ:registry",),
    "organ:registry": ("organ:registry",),
    "office:registrar": ("office:registrar",),
    "organ:victims_witnesses_unit": ("office:witness_support",),
    "organ:state": ("state:national_authority",),
    "organ:state_party": ("state:national_authority",),
    "organ:national_court": ("state:national_authority",),
    "organ:assembly": ("organ:assembly",),
    "organ:bureau": ("organ:assembly",),
    "matter:parties": ("organ:prosecutor", "matter:defence"),
    "matter:participants": ("organ:prosecutor", "matter:defence", "matter:victims_representative", "organ:victims-counsel"),
}
"""Whom the audience words of acts mean: a part of the Court, holders of an office, holders of an office in the same matter."""
