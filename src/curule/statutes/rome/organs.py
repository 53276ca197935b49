"""The organs that act under the Rome Statute, and those whose acts the Court receives."""

from __future__ import annotations

from curule.law.rules import Organ

__all__ = ["BENCH", "OFFICES", "ORGANS"]

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

_OUTSIDE = ("state_party", "state", "national_court", "security_council", "assembly", "bureau", "depositary", "organization", "victims")

OFFICES = {
    "president": ("president", "presidency", "judges", "appeals_chamber"),
    "judge": ("pre_trial_chamber", "pre_trial_division", "single_judge", "trial_chamber", "appeals_chamber", "judges"),
    "duty_judge": ("single_judge",),
    "legal_officer": ("pre_trial_chamber", "single_judge", "trial_chamber", "appeals_chamber"),
    "prosecutor": ("prosecutor", "deputy_prosecutor"),
    "defence": ("defence",),
    "registrar": ("registrar", "registry", *_OUTSIDE),
    "registry_officer": ("registry", *_OUTSIDE),
    "witness_support": ("victims_witnesses_unit", "victims"),
    "archivist": (),
    "national_authority": ("state_party", "state", "national_court"),
    "public": (),
}
