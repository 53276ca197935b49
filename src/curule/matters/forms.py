"""The form of an act, made from the act's declaration: a field for each particular, the day, the organ, who may see the entry."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from curule.desk.labels import labelled
from curule.law.particulars import Particular, ParticularError
from curule.law.view import View
from curule.law.words import T
from curule.matters.models import Matter
from curule.matters.phrases import judge_names, organ_name
from curule.matters.pipeline import read_given
from curule.matters.reading import Reading
from curule.matters.sight import tokens_for

__all__ = ["ActForm", "audience_choices", "raw_of"]

PREFIX = "p_"
FEW = 5
CLOSED_KINDS = ("judge", "count", "person", "state", "matter", "provision")
AS_DECLARED = "usual"
AUDIENCES: tuple[tuple[str, tuple[str, ...], Any], ...] = (
    ("participants", ("matter:parties", "bench", "organ:registry"), _("the parties, the Bench and the Registry")),
    ("ex_parte_prosecutor", ("organ:prosecutor", "bench", "organ:registry"), _("ex parte: the Prosecutor, the Bench and the Registry")),
    ("ex_parte_defence", ("organ:defence", "bench", "organ:registry"), _("ex parte: the Defence, the Bench and the Registry")),
    ("bench", ("bench", "organ:registry"), _("the Bench and the Registry")),
    ("registry", ("organ:registry",), _("the Registry")),
)
"""Audiences narrower than the act's own that a form offers; words of :mod:`curule.matters.sight`."""


def audience_choices(matter: Matter, declared: Iterable[str], held: Iterable[str]) -> list[tuple[str, str]]:
    """The audience that the act declares, and those that are narrower and still include the person who enters it."""
    usual, mine = tokens_for(matter, declared), frozenset(held)
    words = gettext("as usual for this act")
    if "public" in usual:
        open_to_all = matter.pk is None or matter.audience.filter(token="public").exists()  # noqa: S106
        words = gettext("as usual for this act: everybody") if open_to_all else gettext("as usual for this act: whoever may know of this matter")
    found = [(AS_DECLARED, words)]
    for code, audience, label in AUDIENCES:
        tokens = tokens_for(matter, audience)
        is_narrower = "public" in usual or tokens < usual
        if is_narrower and not mine.isdisjoint(tokens):
            found.append((code, str(label)))
    return found


class ActForm(forms.Form):
    """The form of one act on one matter."""

    def __init__(self, data: Any, reading: Reading, act: str, organs: Sequence[str], lang: str, *,
                 held: Iterable[str] = (), initial: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial=dict(initial or {}))
        self.reading, self.act, self.lang = reading, reading.law.act(act), lang
        self.declared = reading.law.particulars(act)
        self.given: dict[str, Any] = {}
        self._add_frame(organs, held)
        view = View(reading.posture, reading.on, None, {}, reading.law, reading.related, act)
        names = judge_names(reading)
        for particular in self.declared:
            self.fields[PREFIX + particular.name] = _field(particular, view, lang, names, reading)

    def _add_frame(self, organs: Sequence[str], held: Iterable[str]) -> None:
        law, lang = self.reading.law, self.lang
        choices = [(o, organ_name(law, o, lang)) for o in organs]
        organ: forms.Field = forms.ChoiceField(label=_("Acting as"), choices=choices, initial=organs[0] if organs else None,
                                               widget=forms.RadioSelect if 1 < len(choices) <= FEW else forms.Select)
        if len(choices) == 1:
            organ.widget = forms.HiddenInput()
        self.fields["organ"] = organ
        self.fields["done_on"] = forms.DateField(
            label=_("Day of the act"), initial=self.reading.on, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={"invalid": _("Enter a day that exists, as in 2026-03-31."), "required": _("Enter the day on which the act was done.")})
        audiences = audience_choices(self.reading.matter, self.act.audience, held)
        self.audiences = audiences
        self.fields["audience"] = forms.ChoiceField(label=_("Who may see the entry"), choices=audiences, initial=AS_DECLARED,
                                                    widget=forms.RadioSelect if len(audiences) > 1 else forms.HiddenInput)
        self.order = ["organ", "done_on", *(PREFIX + p.name for p in self.declared), "audience"]
        self.frame_fields = ("organ", "done_on", "audience")

    def visible_fields(self) -> list[forms.BoundField]:
        """In the order in which a clerk thinks: who and when, what, who may see it."""
        found = {field.name: field for field in super().visible_fields()}
        return [found[name] for name in self.order if name in found]

    @property
    def chosen_organ(self) -> str:
        """The organ for which the act is entered."""
        return str(self.cleaned_data.get("organ", ""))

    @property
    def chosen_audience(self) -> tuple[str, ...]:
        """The audience that was chosen; empty for the act's own."""
        chosen = self.cleaned_data.get("audience", "")
        return next((audience for code, audience, _label in AUDIENCES if code == chosen), ())

    def clean(self) -> dict[str, Any]:
        """Read the particulars as the law library reads them, every error at its field."""
        cleaned = super().clean() or self.cleaned_data
        self.raw = raw_of(self.declared, cleaned)
        self.given, errors = read_given(self.declared, self.raw)
        for error in errors:
            if PREFIX + error.name not in self.errors:
                self.add_error(PREFIX + error.name, _fault(error, self.lang))
        return cleaned

    def refuse(self, errors: Iterable[ParticularError]) -> None:
        """Show the errors of the pipeline at the fields they concern."""
        for error in errors:
            name = error.name if error.name in self.fields else PREFIX + error.name
            self.add_error(name if name in self.fields else None, _fault(error, self.lang))


def _fault(error: ParticularError, lang: str) -> str:
    label, problem = error.label.of(lang), error.problem.of(lang)
    return labelled(f"{label[:1].upper()}{label[1:]}", problem, lang)


def raw_of(declared: Iterable[Particular], cleaned: Mapping[str, Any]) -> dict[str, Any]:
    """The particulars as typed, in the form that the pipeline reads; empty fields are left out."""
    raw: dict[str, Any] = {}
    for particular in declared:
        value = cleaned.get(PREFIX + particular.name)
        if value in (None, "", []):
            continue
        if particular.many and isinstance(value, str):
            value = [part.strip() for part in value.replace("\r", "").replace(",", "\n").split("\n") if part.strip()]
        elif particular.kind == "amount":
            value = _cents(value)
        elif particular.kind == "object":
            value = _pairs(value)
        elif isinstance(value, date):
            value = value.isoformat()
        raw[particular.name] = value
    return raw


def _cents(value: str) -> Any:
    try:
        return int(Decimal(value.replace(" ", "").replace("\u202f", "").replace(",", ".")) * 100)
    except (ArithmeticError, ValueError):
        return value


def _pairs(value: str) -> Any:
    """Names with their values: one ``name = value`` on each line, or JSON."""
    text = value.strip()
    if text.startswith("{"):
        return text
    pairs = [line.partition("=") for line in text.splitlines() if line.strip()]
    if all(equals for _name, equals, _value in pairs):
        return json.dumps({name.strip(): found.strip() for name, _equals, found in pairs})
    return text


def _initial(default: Any) -> Any:
    if isinstance(default, bool):
        return "yes" if default else "no"
    return list(default) if isinstance(default, tuple) else default


def _suggested(particular: Particular, view: View, names: Mapping[str, str], reading: Reading) -> list[tuple[str, str]]:
    if particular.suggest is None:
        return []
    nothing: list[tuple[str, str]] = []
    found = reading.ask(lambda: list(particular.suggest(view)) if particular.suggest else [], nothing)
    return [(str(value), names.get(str(value), str(label)) if particular.kind == "judge" else str(label)) for value, label in found]


def _field(particular: Particular, view: View, lang: str, names: Mapping[str, str], reading: Reading) -> forms.Field:
    """The field of one particular: its widget by kind, its suggestions and its default from the record."""
    label = particular.label.of(lang)
    frame: dict[str, Any] = {"label": label[:1].upper() + label[1:], "required": False, "help_text": _hint(particular, lang)}
    if particular.default is not None:
        default = reading.ask(lambda: particular.default(view) if particular.default else None, None)
        frame["initial"] = _initial(default)
    suggested = _suggested(particular, view, names, reading)
    field = _finding_or_choice(particular, lang, frame, suggested) or _typed(particular, frame, suggested)
    if particular.required:
        # The field says so to people; the library checks it, so that its words are the same everywhere.
        field.required, field.widget.is_required = True, False
        field.error_messages["required"] = _fault(ParticularError(particular.name, particular.label, MISSING), lang)
    return field


MISSING = T("this is missing; the act needs it", "cet élément manque ; l'acte l'exige")
FINDINGS = (("found", _("found")), ("not_found", _("not found")), ("", _("not addressed")))


def _hint(particular: Particular, lang: str) -> str:
    hints = [particular.hint.of(lang)] if particular.hint is not None else []
    if particular.kind == "finding" and particular.hint is not None:
        hints = [gettext("A finding. Standard: %(standard)s") % {"standard": particular.hint.of(lang)}]
    if particular.kind == "state":
        hints.append(gettext("Three-letter code of the State."))
    elif particular.kind == "object":
        hints.append(gettext("One on each line: name = value."))
    elif particular.kind == "amount":
        hints.append(gettext("In whole units and cents, as in 1250.50."))
    return " ".join(hints)


def _finding_or_choice(particular: Particular, lang: str, frame: dict[str, Any], suggested: list[tuple[str, str]]) -> forms.Field | None:
    if particular.kind == "finding":
        return forms.ChoiceField(choices=FINDINGS, widget=forms.RadioSelect, **{"initial": "", **frame})
    if particular.kind == "yes_no":
        return forms.ChoiceField(choices=[("yes", _("yes")), ("no", _("no"))], widget=forms.RadioSelect, **frame)
    if particular.kind == "choice":
        choices = [(c.value, c.label.of(lang)) for c in particular.choices]
        if particular.many:
            return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **frame)
        if len(choices) <= FEW:
            return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **frame)
        return forms.ChoiceField(choices=[("", "—"), *choices], **frame)
    if not suggested or particular.kind not in CLOSED_KINDS:
        return None
    if particular.many:
        return forms.MultipleChoiceField(choices=suggested, widget=forms.CheckboxSelectMultiple, **frame)
    start = [] if particular.default is not None and frame.get("initial") else [("", "—")]
    return forms.ChoiceField(choices=[*start, *suggested], **frame)


def _typed(particular: Particular, frame: dict[str, Any], suggested: list[tuple[str, str]]) -> forms.Field:
    if particular.kind == "date" and not particular.many:
        return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
                               error_messages={"invalid": _("Enter a day that exists, as in 2026-03-31.")}, **frame)
    if particular.many:
        frame["help_text"] = f"{frame['help_text']} {gettext('One on each line.')}".strip()
    if particular.many or particular.kind in ("long_text", "object"):
        return forms.CharField(widget=forms.Textarea(attrs={"rows": 8 if particular.kind == "long_text" else 4}), **frame)
    attributes: dict[str, Any] = {"autocomplete": "off"}
    if particular.kind in ("integer", "entry"):
        attributes["inputmode"] = "numeric"
    if particular.kind == "state":
        attributes["maxlength"] = 3
    if suggested:
        frame["help_text"] = " ".join([frame["help_text"], gettext("For instance: %(some)s") % {
            "some": "; ".join(label for _value, label in suggested[:3])}]).strip()
        frame.setdefault("initial", None)
    return forms.CharField(widget=forms.TextInput(attrs=attributes), **frame)

