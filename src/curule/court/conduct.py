"""The question "may the Court exercise jurisdiction over this conduct?": its form, and the answer with its reasons."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from curule.law.conditions import Truth
from curule.law.record import Entry
from curule.matters.explanation import OUTCOMES, citation, entry_links
from curule.matters.reading import Reading
from curule.statutes.rome.crimes import CRIMES, FAMILIES, added_crimes, family_of
from curule.statutes.rome.jurisdiction import Conduct, Gate, JurisdictionAnswer, jurisdiction_over
from curule.statutes.rome.matters.state_files import StatesRegister

__all__ = ["ConductForm", "answered", "asked_of"]

HEADINGS = {"genocide": _("Genocide"), "crimes_against_humanity": _("Crimes against humanity"), "war_crimes": _("War crimes"), "aggression": _("Aggression")}
TRIGGERS = (("13(a)", _("referral by a State Party")), ("13(b)", _("referral by the Security Council")), ("13(c)", _("the Prosecutor's own initiative")))


def crime_choices(lang: str, register: StatesRegister | None) -> list[Any]:
    """The crimes to choose from, by heading and by their family; those that amendments on the register add among them."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for provision, crime in (*CRIMES.items(), *added_crimes(register).items()):
        family = FAMILIES[family_of(provision)]
        groups.setdefault(f"{HEADINGS[family.heading]} ({family_of(provision)})", []).append((provision, f"{crime.name.of(lang)} ({provision})"))
    return [("", "—"), *groups.items()]


class ConductForm(forms.Form):
    """What is alleged: crime, days, place, nationality, trigger."""

    crime = forms.ChoiceField(label=_("Crime"), error_messages={"required": _("Choose a crime."), "invalid_choice": _("Choose a crime of the list.")})
    first = forms.DateField(label=_("First day of the conduct"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
                            error_messages={"required": _("Enter the first day of the conduct."), "invalid": _("Enter a day that exists, as in 2026-03-31.")})
    last = forms.DateField(label=_("Last day"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
                           help_text=_("Left empty: the same day."), error_messages={"invalid": _("Enter a day that exists, as in 2026-03-31.")})
    territory = forms.ChoiceField(label=_("State of the place"), required=False)
    vessel = forms.ChoiceField(label=_("State of registration of the ship or aircraft"), required=False)
    nationality = forms.ChoiceField(label=_("Nationality of the person"), required=False)
    born = forms.DateField(label=_("Born"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
                           error_messages={"invalid": _("Enter a day that exists, as in 2026-03-31.")})
    trigger = forms.ChoiceField(label=_("Trigger"), required=False, choices=[("", "—"), *TRIGGERS])

    def __init__(self, data: Any, states: dict[str, str], lang: str, register: StatesRegister | None = None) -> None:
        super().__init__(data)
        choices = [("", "—"), *sorted(((code, f"{name} ({code})" if name != code else code) for code, name in states.items()), key=lambda pair: pair[1])]
        self.fields["crime"].choices = crime_choices(lang, register)  # type: ignore[attr-defined]
        for name in ("territory", "vessel", "nationality"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and last < first:
            self.add_error("last", _("The last day cannot be before the first."))
        return cleaned

    @property
    def conduct(self) -> Conduct:
        """What was asked about."""
        given = self.cleaned_data
        nationality = given.get("nationality") or ""
        return Conduct(given["crime"], given["first"], given.get("last") or given["first"], given.get("territory") or None, given.get("vessel") or None,
                       (nationality,) if nationality else (), given.get("trigger") or "", None, date.today(), given.get("born"))


def asked_of(query: Any) -> bool:
    """Whether the query asks a question: any of its fields is there."""
    return any(name in query for name in ConductForm.base_fields)


def answered(register: StatesRegister, conduct: Conduct, reading: Reading, lang: str, names: dict[str, str]) -> dict[str, Any]:
    """The answer for the page: the verdict, the link States, every gate as a tree of reasons."""
    answer = jurisdiction_over(register, conduct, reading.law.reading)
    return {"answer": answer, "outcome": OUTCOMES[answer.truth], "verdict": answer.truth.name, "covered": answer.covered, "partial": answer.partial,
            "links": [{"state": names.get(link.state, link.state), "kind": LINKS[link.kind], "basis": BASES[link.basis],
                       "entries": entry_links(reading, [link.entry])} for link in answer.links],
            "tree": _tree(answer, reading, lang)}


LINKS = {"territory": _("place of the conduct"), "registration": _("registration of the ship or aircraft"), "nationality": _("nationality of the person")}
BASES = {"party": _("State Party"), "declaration": _("declaration under article 12(3)")}
WHOLE = {Truth.MET: _("the Court may exercise jurisdiction over this conduct"), Truth.NOT_MET: _("the Court may not exercise jurisdiction over this conduct"),
         Truth.OPEN: _("whether the Court may exercise jurisdiction depends on what is not given")}


def _tree(answer: JurisdictionAnswer, reading: Reading, lang: str) -> dict[str, Any]:
    """As ``parts/reason.html`` draws it: all the gates below the answer."""
    return {"outcome": OUTCOMES[answer.truth], "phrase": WHOLE[answer.truth], "citation": "", "href": "", "entries": [],
            "parts": [_gate(gate, reading, lang) for gate in answer.gates]}


def _gate(gate: Gate, reading: Reading, lang: str) -> dict[str, Any]:
    cited = citation(f"rome:{gate.provision}", lang)
    shown: list[Entry] = list(dict.fromkeys(gate.entries))[:6]
    return {"outcome": OUTCOMES[gate.truth], "phrase": gate.says.of(lang), "citation": cited["words"], "href": cited["href"],
            "entries": entry_links(reading, shown), "parts": []}
