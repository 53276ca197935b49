"""Entries, organs and audiences in words, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from curule.desk.labels import labelled
from curule.law.library import Library
from curule.law.record import CORRECTION, Entry
from curule.matters.reading import Reading

__all__ = ["BRANCHES", "audience_words", "branch_words", "case_name", "detail", "judge_names", "language", "organ_name", "phrase"]

BRANCHES = {"arusha": _("Arusha"), "the_hague": _("The Hague"), "the-hague": _("The Hague")}
_PLACE = re.compile(r"\{(\w+)\}")
_BESIDE = re.compile(r"\{\w+\}(?:\{\w+\})+")
_PARTS = {"chambers": _("Chambers"), "prosecutor": _("the Prosecutor"), "registry": _("the Registry"), "witness-unit": _("the unit for witnesses"),
          "archives": _("the archives"), "victims-counsel": _("the public counsel for victims"), "assembly": _("the Secretariat of the Assembly"),
          "trust-fund": _("the Trust Fund")}
"""Parts of tribunals (``Chair.part``)."""
SHOWN = 6


def language() -> str:
    """The language of the page: ``en`` or ``fr``."""
    return "fr" if (get_language() or "en").startswith("fr") else "en"


def branch_words(branch: str) -> str:
    """A branch by its name."""
    return str(BRANCHES.get(branch, branch))


def organ_name(law: Library, code: str, lang: str) -> str:
    """The name of an organ; a code that the library no longer knows stays as it is."""
    return law.organs[code].name.of(lang) if code in law.organs else code


def judge_names(reading: Reading) -> dict[str, str]:
    """Codes of judges, candidates and States with their names, from the rolls and registers that the reader may see."""
    found: dict[str, str] = {}
    for posture in (reading.posture, *reading.naming):
        for table in ("nominees", "judges", "candidates", "states"):
            named = getattr(posture, table, None)
            if isinstance(named, Mapping):
                found.update((code, one.name) for code, one in named.items() if getattr(one, "name", ""))
    return found


def phrase(law: Library, entry: Entry, lang: str, names: Mapping[str, str] | None = None) -> str:
    """What was done, as one line: the act's phrase with its particulars."""
    act = law.acts.get(entry.act)
    if act is None:
        return entry.act
    declared = {p.name: p for p in act.particulars}

    def one_given(found: re.Match[str]) -> str:
        """Of places side by side ("{person}{state}") those that were given; one of them where none was."""
        names = _PLACE.findall(found.group())
        return " ".join(f"{{{n}}}" for n in [n for n in names if entry.particulars.get(n) is not None] or names[:1])

    def fill(found: re.Match[str]) -> str:
        name = found.group(1)
        return words_of(declared.get(name), entry.particulars.get(name), lang, names or {})

    return re.sub(r"\s+([,.;)])", r"\1", _PLACE.sub(fill, _BESIDE.sub(one_given, act.done.of(lang)))).strip()


def words_of(particular: Any, value: Any, lang: str, names: Mapping[str, str]) -> str:
    """One value for people; a value that was not given is a dash."""
    if value is None:
        return "—"
    if isinstance(value, (tuple, list)) and len(value) > SHOWN:
        more = gettext("and %(more)d more") % {"more": len(value) - SHOWN}
        return words_of(particular, value[:SHOWN], lang, names) + " " + more
    if particular is None:
        return str(value)
    if particular.kind in ("judge", "state"):
        values = value if isinstance(value, (tuple, list)) else (value,)
        return ", ".join(names.get(str(v), str(v)) for v in values)
    if particular.kind == "amount" and isinstance(value, int):
        return f"{value / 100:,.2f}" if lang == "en" else f"{value / 100:,.2f}".replace(",", "\u202f").replace(".", ",")
    try:
        return str(particular.shown(value, lang))
    except (KeyError, TypeError):  # kept under an earlier declaration of the act
        return str(value)


CASE_NAMES = {"en": "The Prosecutor v. {}", "fr": "Le Procureur c. {}"}
_CASE_NAME = re.compile("|".join(re.escape(form.format("")) for form in CASE_NAMES.values()))


def case_name(title: str, lang: str | None = None) -> str:
    """A case as the reader's language, or the one said, cites it: "The Prosecutor v. A. Example", « Le Procureur c. A. Example »; other titles as given."""
    found = _CASE_NAME.match(title)
    form = CASE_NAMES.get(lang or language())
    return form.format(title[found.end():]) if found and form else title


def detail(law: Library, entry: Entry, lang: str, names: Mapping[str, str]) -> list[tuple[str, str, bool]]:
    """Every particular of an entry: label, value, whether it is a long text."""
    if entry.act not in law.acts:
        return [(name, str(value), False) for name, value in entry.particulars.items()]
    found = []
    for particular in law.particulars(entry.act):
        if particular.name not in entry.particulars:
            continue
        value = entry.particulars[particular.name]
        if entry.act == CORRECTION and isinstance(value, Mapping):
            text = "; ".join(labelled(k, v, lang) for k, v in value.items())
        else:
            text = words_of(particular, value if not isinstance(value, Mapping) else str(dict(value)), lang, names)
        label = particular.label.of(lang)
        found.append((label[:1].upper() + label[1:], text, particular.kind == "long_text"))
    return found


def audience_words(tokens: Iterable[str], law: Library, lang: str) -> tuple[bool, str]:
    """Whether an entry is public, and for whom it is, in the words of its tribunal."""
    held = sorted(tokens)
    if "public" in held:
        return True, gettext("public")
    words: list[str] = []
    for token in held:
        kind, _colon, rest = token.partition(":")
        place = rest.split(":")
        name = place[1] if kind == "matter" and len(place) > 1 else place[-1]
        if kind == "organ":
            words.append(str(_PARTS.get(name, name)))
        elif kind in ("office", "matter") and name in law.pack.chairs:
            whose = f" ({place[2].removeprefix('state-')})" if kind == "matter" and len(place) > 2 else ""
            words.append(law.pack.chairs[name].name.of(lang) + whose)
        else:
            words.append(name)
    return False, ", ".join(dict.fromkeys(words))
