"""Forms of the registry: filing a document, and the Registry's decision on what was received."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from curule.access.models import Office
from curule.access.offices import COUNSEL
from curule.law.docket import Docket
from curule.law.sight import ADDRESSED, CLASSES
from curule.matters.forms import PREFIX, ActForm
from curule.matters.models import Matter
from curule.matters.phrases import organ_name
from curule.matters.reading import Reading
from curule.matters.tribunals import library
from curule.registry.models import Submission
from curule.registry.noticing import file_seen, reads_otherwise
from curule.registry.numbering import court_of
from curule.registry.relating import DECIDED, OPINION, awaiting_reply, awaiting_response
from curule.registry.sight import documents_on, renditions_on
from curule.statutes.court_record.court import LANGUAGES

__all__ = ["AcceptForm", "FilingForm", "ReturnForm", "addressee_choices", "addressee_words"]

ENTRIES = ("of", "responds_to", "replies_to", "relates_to", "complies_with", "leave", "decides", "opinion_on")
NOT_ASKED = ("pages", "words", "provisional")
"""Particulars that the files themselves tell, or that others decide."""
FIRST = ("document_type", "of", "title", "language")
OF_THE_BENCH = ("decides", "opinion_on", "binds", "by_day", "unsealed_by")
"""Particulars of orders and decisions."""
FOLDED = frozenset(PREFIX + name for name in (*ENTRIES, *OF_THE_BENCH)) - {PREFIX + "of"}
ANSWERS = {"response": "responds_to", "reply": "replies_to", OPINION: "opinion_on"}
"""Kinds of documents that go with another one, with the particular that names it."""
WITHOUT_ADDRESSEES = _("Only ex parte filings and those under seal have addressees: leave it empty or reclassify.")
NEWEST = 200
"""How many documents the form offers to refer to; older ones are named by their entry in the address."""


class SeveralFiles(forms.ClearableFileInput):
    """An input that takes several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, in the order in which they were chosen."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Each file checked; none is an empty list."""
        files = data if isinstance(data, (list, tuple)) else [data] if data else []
        return [super(FilesField, self).clean(file, initial) for file in files]


class FilingForm(ActForm):
    """What a filer says of a document, and the files. The day is the day of receipt, the audience that of the classification."""

    def __init__(self, data: Any, files: Any, reading: Reading, act: str, organs: Sequence[str], lang: str, *, initial: Any = None) -> None:
        super().__init__(data, reading, act, organs, lang, initial=initial)
        self.files = files if files is not None else MultiValueDict()
        for name in ("done_on", "audience", *(PREFIX + n for n in NOT_ASKED)):
            self.fields.pop(name, None)
        if not frozenset(organs) & frozenset(court_of(reading.matter).judicial):
            for name in OF_THE_BENCH:
                self.fields.pop(PREFIX + name, None)
        elif PREFIX + "unsealed_by" in self.fields:
            acts = sorted((a.title.of(lang), a.code) for a in reading.law.acts_by_kind[reading.matter.kind] if not a.by_filing)
            self.fields[PREFIX + "unsealed_by"] = forms.ChoiceField(
                label=self.fields[PREFIX + "unsealed_by"].label, required=False, choices=[("", "—"), *((code, title) for title, code in acts)],
                help_text=_("It becomes public with the entry of that act, and not before: a warrant with the arrest, say."))
        self._offer_documents(lang, frozenset(organs))
        self._offer_kinds(frozenset(organs))
        named = PREFIX + "addressees"
        choices = addressee_choices(reading.matter, lang, organs)
        self.fields[named] = forms.MultipleChoiceField(label=_("Addressees"), choices=choices, required=False, widget=forms.CheckboxSelectMultiple,
                                                       help_text=_("For ex parte and under seal: who may see it, beside you and the Bench."))
        self.fields["main"] = forms.FileField(label=_("Document"), max_length=255, error_messages={"required": _("Choose the file of the document.")},
                                              help_text=_("PDF, DOCX, spreadsheet, e-mail, image, audio or video."))
        self.fields["annexes"] = FilesField(label=_("Annexes"), required=False, max_length=255,
                                            help_text=_("Each file becomes an annex of its own, in this order."))
        self.fields["annex_titles"] = forms.CharField(
            label=_("Titles of the annexes"), required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=200 * 501,
            help_text=_("One on each line, in the order of the files. An empty line, or none, is the name of the file without its ending."))
        said = [n for n in self.order if n.startswith(PREFIX) and n in self.fields]
        first = [PREFIX + n for n in FIRST if PREFIX + n in said]
        self.order = ["organ", *first, "main", "annexes", "annex_titles", *(n for n in said if n not in first)]

    def _offer_kinds(self, organs: frozenset[str]) -> None:
        """The kinds of documents that these organs file; the law says the same when it is entered."""
        field = self.fields.get(PREFIX + "document_type")
        if field is not None:
            types = court_of(self.reading.matter).types
            field.choices = [(code, words) for code, words in field.choices  # type: ignore[attr-defined]
                             if code not in types or not types[code].by or organs.intersection(types[code].by)]

    def _offer_documents(self, lang: str, organs: frozenset[str]) -> None:
        reading = self.reading
        found = renditions_on(reading, documents_on(reading)[:-NEWEST - 1:-1])
        shown = [(str(number), f"{r.number} · {r.title}") for r in found if (number := reading.number_of(r.entry)) is not None]
        for name in ENTRIES:
            field = self.fields.get(PREFIX + name)
            if field is None:
                continue
            declared = next(p for p in self.declared if p.name == name)
            offered = _referable(reading, name, organs, shown)
            if not offered and not declared.required:
                del self.fields[PREFIX + name]  # there is nothing to refer to
                continue
            frame: dict[str, Any] = {"label": field.label, "required": field.required, "error_messages": field.error_messages}
            self.fields[PREFIX + name] = (
                forms.MultipleChoiceField(choices=offered, widget=forms.SelectMultiple(attrs={"size": 4}), **frame) if declared.many
                else forms.ChoiceField(choices=[("", "—"), *offered], **frame))

    def asked_first(self) -> list[forms.BoundField]:
        """The fields that every filing fills in."""
        return [field for field in self.visible_fields() if field.name not in FOLDED]

    def asked_folded(self) -> list[forms.BoundField]:
        """What only some filings say: how they hang together with others, what they bind."""
        return [field for field in self.visible_fields() if field.name in FOLDED]

    def folded_in_use(self) -> bool:
        """Whether any of these is filled in or wrong, so that it has to be seen."""
        return any(field.errors or field.value() for field in self.asked_folded())

    @property
    def declared_given(self) -> dict[str, Any]:
        """The particulars as they are kept with the submission, entries by the number that the filer sees."""
        return dict(self.raw)

    def clean(self) -> dict[str, Any]:
        """Addressees make sense for some classifications only; elsewhere they would promise a secrecy that is not there. What answers says to what."""
        cleaned = super().clean()
        named = PREFIX + ANSWERS.get(str(cleaned.get(PREFIX + "document_type")), "")
        if named in self.fields and not cleaned.get(named):
            self.add_error(named, _("Choose the decision to which the opinion is appended.") if named == PREFIX + "opinion_on" else _(
                "Choose the document that it answers: its time to respond or reply ends with this one."))
        if cleaned.get(PREFIX + "classification") not in ADDRESSED and cleaned.get(PREFIX + "addressees"):
            self.add_error(PREFIX + "addressees", WITHOUT_ADDRESSEES)
        if len(self.annex_titles) > len(cleaned.get("annexes") or ()):
            self.add_error("annex_titles", _("There are more titles than annexes: one line for each file, in their order."))
        return cleaned

    @property
    def annex_titles(self) -> list[str]:
        """The titles as they were written, one for each annex; empty ones are left to the names of the files."""
        lines = str(self.cleaned_data.get("annex_titles") or "").splitlines()
        while lines and not lines[-1].strip():
            lines.pop()
        return [" ".join(line.split())[:500] for line in lines]


def _referable(reading: Reading, name: str, organs: frozenset[str], shown: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The documents to which this particular can refer: those that await an answer of these organs, orders that bind them, decisions; else all."""
    docket = getattr(reading.posture, "docket", None) or Docket()
    if name == "responds_to":
        numbers = awaiting_response(reading, organs)
    elif name == "replies_to":
        numbers = awaiting_reply(reading, organs)
    elif name == "complies_with":
        numbers = frozenset(n for n, bound in docket.orders.items() if bound.organ in organs)
    elif name == "opinion_on":
        numbers = frozenset(str(e.number) for e in reading.entries if e.particulars.get("document_type") in DECIDED)
    elif name == "leave":
        judicial = court_of(reading.matter).judicial
        numbers = frozenset(str(e.number) for e in reading.entries if e.actor.organ in judicial)
    else:
        return shown
    return [(number, words) for number, words in shown if number in numbers]


def addressee_choices(matter: Matter, lang: str, asking: Sequence[str] = ()) -> list[tuple[str, str]]:
    """Who can be named as addressee: the participants by organ, and by person the counsel who hold office in the matter today.

    Authorities of States are offered to the Bench and the Registry alone (``asking``: the organs of who is asked; none, for those): that a
    State helps in a matter is not for every party to know.
    """
    court = court_of(matter)
    knows_states = not asking or any(o in court.judicial or o in court.registry for o in asking)
    law = library(matter.pack)
    organs = [o for o in court.filers if o not in court.judicial and o not in court.registry]
    found = [(f"organ:{o}", organ_name(law, o, lang)) for o in organs if f"organ:{o}" in law.pack.audiences]
    offices = Office.objects.filter(tribunal=matter.pack, matter=matter.number, user__is_active=True).exclude(person_code="").select_related("user")
    today = timezone.localdate()
    persons = [o for o in offices if o.is_held_on(today) and (o.code in COUNSEL or knows_states)]
    return found + [(f"person:{o.person_code}", f"{o.user.display_name} ({o.label})") for o in persons]


def addressee_words(matter: Matter, named: Sequence[str], lang: str) -> list[str]:
    """Addressees by their names; one who is offered no more, by the code."""
    words = dict(addressee_choices(matter, lang))
    return [words.get(one, one) for one in named]


class AcceptForm(forms.Form):
    """The Registry files a submission, as it was classified or more strictly until that is decided; with titles and languages set right."""

    classification = forms.ChoiceField(label=_("Classification"), required=False)
    addressees = forms.MultipleChoiceField(label=_("Addressees"), required=False, widget=forms.CheckboxSelectMultiple,
                                           help_text=_("For ex parte and under seal: who may see it, beside its filer and the Bench."))
    why = forms.CharField(label=_("Note"), required=False, max_length=500, help_text=_("Why it is classified otherwise than the filer asked."))

    def __init__(self, data: Any, submission: Submission, lang: str) -> None:
        super().__init__(data)
        self.asked = str(submission.declared.get("classification", ""))
        words = {c.value: c.label.of(lang) for c in CLASSES}
        start = gettext("as the filer asked: %(classification)s") % {"classification": words.get(self.asked, self.asked)}
        self.fields["classification"].choices = [("", start), *((c, w) for c, w in words.items() if c != self.asked)]  # type: ignore[attr-defined]
        self.fields["addressees"].choices = addressee_choices(submission.matter, lang)  # type: ignore[attr-defined]
        self.files_sent = list(submission.files.order_by("position"))
        languages = [(choice.value, choice.label.of(lang)) for choice in LANGUAGES]
        for file in self.files_sent:
            number = {"n": file.position}
            title = gettext("Title of the document") if file.position == 0 else gettext("Title of annex %(n)d") % number
            tongue = gettext("Language of the document") if file.position == 0 else gettext("Language of annex %(n)d") % number
            self.fields[f"title_{file.position}"] = forms.CharField(label=title, required=False, max_length=500, initial=file.title)
            self.fields[f"language_{file.position}"] = forms.ChoiceField(label=tongue, required=False, choices=languages, initial=file.language)

    @property
    def decided(self) -> list[forms.BoundField]:
        """How it is filed."""
        return [self[name] for name in ("classification", "addressees", "why")]

    @property
    def corrections(self) -> list[forms.BoundField]:
        """Title and language of each file."""
        return [self[f"{name}_{file.position}"] for file in self.files_sent for name in ("title", "language")]

    def is_corrected(self) -> bool:
        """Whether anything of that is other than the filer said, or wrong, so that it has to be seen."""
        return any(field.errors or (self.is_bound and field.data not in (None, "", field.initial)) for field in self.corrections)

    def clean(self) -> dict[str, Any]:
        """Addressees go with some classifications alone, and with one that the Registry chose: those that the filer named stand otherwise."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("addressees") and cleaned.get("classification") not in ADDRESSED:
            self.add_error("addressees", WITHOUT_ADDRESSEES if cleaned.get("classification") or self.asked not in ADDRESSED else _(
                "Its filer named the addressees, and they stand: leave it empty, or choose another classification."))
        return cleaned

    def corrected(self, *, as_read: bool = False) -> dict[int, dict[str, str]]:
        """Titles and languages by the position of the file; ``as_read``: the language that its text is written in, where its filer said another one."""
        made: dict[int, dict[str, str]] = {}
        for file in self.files_sent:
            given = {name: value for name in ("title", "language") if (value := self.cleaned_data.get(f"{name}_{file.position}"))}
            if as_read and reads_otherwise(file_seen(file)) and given.get("language", file.language) == file.language:
                given["language"] = str(file.checks["reads_as"])
            made[file.position] = given
        return made


class ReturnForm(forms.Form):
    """The Registry returns a submission."""

    reason = forms.CharField(label=_("Reason, and what to mend"), widget=forms.Textarea(attrs={"rows": 4}), max_length=5000,
                             error_messages={"required": _("Say what is wrong and what to mend: the filer reads it.")})


class AssignForm(forms.Form):
    """The Registry hands a submission to an officer."""

    to = forms.ChoiceField(label=pgettext_lazy("an officer", "To"), required=False)
    why = forms.CharField(label=_("Why"), required=False, max_length=200)

    def __init__(self, data: Any, officers: Sequence[tuple[str, str]]) -> None:
        super().__init__(data, auto_id="id_assign_%s")  # three forms stand on one page
        self.fields["to"].choices = [("", gettext("nobody: back to the queue")), *officers]  # type: ignore[attr-defined]
