"""The reference page of an act, made from its declaration and from the rules that speak of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from curule.law.library import Library
from curule.law.particulars import KINDS
from curule.law.rules import Duty, Rule
from curule.law.words import listing
from curule.lawbook.articles import table_of, table_told
from curule.lawbook.measured import Measured
from curule.lawbook.rules_told import in_force, rule_told
from curule.lawbook.sentences import tell
from curule.matters.phrases import audience_words
from curule.matters.sight import forms_of

__all__ = ["act_told", "acts_told", "schema_of"]


def schema_of(law: Library, act: str, lang: str = "en") -> dict[str, Any]:
    """The JSON schema of the particulars of an act."""
    declared = law.particulars(act)
    return {"type": "object", "additionalProperties": False, "properties": {p.name: {**p.schema(), "title": p.label.of(lang)} for p in declared},
            "required": [p.name for p in declared if p.required]}


def acts_told(found: Measured, lang: str) -> list[dict[str, Any]]:
    """The acts of each kind of matter, with who may do them and under which provisions."""
    law = found.library
    return [{"code": kind.code, "name": kind.name.of(lang), "acts": [_line(law, act.code, lang) for act in law.acts_by_kind[kind.code]]}
            for kind in law.kinds.values()]


def _line(law: Library, code: str, lang: str) -> dict[str, Any]:
    powers = law.powers.get(code, [])
    organs = dict.fromkeys(law.organs[o].name.of(lang) for power in powers for o in power.by)
    return {"code": code, "title": law.acts[code].title.of(lang), "by": listing(list(organs), lang, alternative=True),
            "provisions": list(dict.fromkeys(power.provision for power in powers))}


def act_told(found: Measured, code: str, lang: str, on: date | None) -> dict[str, Any]:
    """Everything about one act: who, when, with which particulars, refused why."""
    law = found.library
    act = law.acts[code]
    rules: list[Rule] = [*law.powers.get(code, ()), *law.prohibitions.get(code, ())]
    scenarios = [o.scenario for o in found.rehearsal.outcomes if o.scenario.lines and o.scenario.lines[-1].act == code] if found.rehearsal else []
    return {
        "act": act, "code": code, "title": act.title.of(lang), "pack": law.pack, "pack_name": law.pack.name.of(lang),
        "kinds": [{"code": k, "name": law.kinds[k].name.of(lang)} for k in act.kinds if k in law.kinds],
        "who": _who(law, code, lang), "particulars": _particulars(law, code, lang),
        "audience": audience_words(forms_of(found.code, act.audience), law, lang)[1],
        "rules": [rule_told(rule, law, lang, on) for rule in rules if in_force(rule, on)],
        "asleep": [rule_told(rule, law, lang, on) for rule in rules if not in_force(rule, on)],
        "scenarios": tell(law, found.rehearsal, scenarios, lang) if found.rehearsal else [],
        "table": table_told(table_of(found.code, code), lang),
        "schema": schema_of(law, code, lang), "api": _api(code),
    }


def _who(law: Library, code: str, lang: str) -> list[dict[str, Any]]:
    """The organs that hold the power, with its provisions; whether a refusal stops them or is only told."""
    held: dict[str, dict[str, bool]] = {}
    for power in law.powers.get(code, ()):
        for organ in power.by:
            provisions = held.setdefault(organ, {})
            provisions[power.provision] = provisions.get(power.provision, False) or isinstance(power, Duty)
    return [{"name": law.organs[organ].name.of(lang), "is_advised": law.organs[organ].advised,
             "provisions": [{"id": p, "is_duty": is_duty} for p, is_duty in provisions.items()]} for organ, provisions in held.items()]


def _particulars(law: Library, code: str, lang: str) -> list[dict[str, Any]]:
    return [{
        "name": p.name, "label": p.label.of(lang), "kind": KINDS[p.kind].of(lang), "is_required": p.required, "is_many": p.many,
        "is_finding": p.kind == "finding", "hint": p.hint.of(lang) if p.hint else "",
        "choices": [{"value": c.value, "label": c.label.of(lang)} for c in p.choices], "least": p.least, "most": p.most,
    } for p in law.particulars(code)]


def _api(code: str) -> str:
    """The address of the operation that enters the act."""
    return reverse("api:enter_act", kwargs={"number": "0", "act": code}).replace("/0/", "/{number}/")
