"""The forms of the Chambers. What is typed in them is kept in no draft and no log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from curule.chambers.deliberation import Version
from curule.chambers.filing import fixed_particulars
from curule.chambers.kinds import KINDS, OPINIONS
from curule.chambers.unlocking import LEAST_SIGNS
from curule.law.sight import PUBLIC
from curule.matters.forms import PREFIX
from curule.matters.reading import Reading
from curule.registry.forms import FilingForm
from curule.statutes.court_record.filings import DOCUMENT

__all__ = ["AssignForm", "CommentForm", "FileForm", "KeyForm", "OpinionForm", "SignForm", "StartForm", "UnlockForm", "WithdrawForm", "WriteForm"]

LONGEST = 600_000
NOT_OF_CHAMBERS = ("responds_to", "replies_to", "complies_with", "leave")
"""Particulars of what parties file."""
LANGUAGES = [("en", _("English")), ("fr", _("French"))]


def _secret(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, strip=False, max_length=500, widget=forms.PasswordInput(attrs={"autocomplete": "off", **more.pop("attrs", {})}), **more)


class UnlockForm(forms.Form):
    """The passphrase, once a session."""

    passphrase = _secret(_("Chambers passphrase"))


class KeyForm(forms.Form):
    """A new key needs a new passphrase, twice."""

    passphrase = _secret(_("New Chambers passphrase"), min_length=LEAST_SIGNS, help_text=_("At least 14 signs: several words that only you think of together. "
                         "It is kept nowhere; whoever loses it is admitted to the papers anew by a colleague."))
    again = _secret(_("The same passphrase again"))

    def clean(self) -> dict[str, Any]:
        """Both are the same."""
        cleaned = super().clean() or {}
        if cleaned.get("passphrase") and cleaned.get("again") and cleaned["passphrase"] != cleaned["again"]:
            raise ValidationError(_("The two passphrases differ. Type both again."))
        return cleaned


class StartForm(forms.Form):
    """A new paper: what it is, in which language, on which bench."""

    kind = forms.ChoiceField(label=_("Kind"))
    title = forms.CharField(label=_("Title"), max_length=300)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    task = forms.ChoiceField(label=_("Bench"))
    admitted = forms.MultipleChoiceField(label=_("Admit at once"), required=False, widget=forms.CheckboxSelectMultiple,
                                         help_text=_("Compare the signs of a key with its owner before you admit somebody for the first time."))

    def __init__(self, data: Any, lang: str, tasks: list[tuple[str, str]], members: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["kind"].choices = [(code, kind.name.of(lang)) for code, kind in KINDS.items()]  # type: ignore[attr-defined]
        self.fields["task"].choices = tasks  # type: ignore[attr-defined]
        self.fields["admitted"].choices = members  # type: ignore[attr-defined]


class WriteForm(forms.Form):
    """A new version."""

    title = forms.CharField(label=_("Title"), max_length=300)
    text = forms.CharField(label=_("Text"), strip=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 28, "spellcheck": "true"}), help_text=_(
        "Blank lines part paragraphs; ## begins a heading, 1. a numbered paragraph, > a quotation; **strong**, *emphasis*. [[irmct:12(3)]] cites a provision."))
    dispositions = forms.CharField(label=_("Disposition, one point a line"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 5}))

    def points(self) -> list[str]:
        """The points of the disposition."""
        return [line.strip() for line in self.cleaned_data["dispositions"].splitlines() if line.strip()]


class CommentForm(forms.Form):
    """A remark."""

    text = forms.CharField(label=_("Comment"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 3}))


class OpinionForm(forms.Form):
    """One's own opinion; left empty, it is taken back."""

    kind = forms.ChoiceField(label=_("Kind"))
    text = forms.CharField(label=_("Text"), strip=False, required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 10}))

    def __init__(self, data: Any, lang: str, **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["kind"].choices = [(code, words.of(lang)) for code, words in OPINIONS.items()]  # type: ignore[attr-defined]


class AssignForm(forms.Form):
    """A legal officer for the matter."""

    officer = forms.ChoiceField(label=_("Legal officer"))

    def __init__(self, data: Any, officers: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["officer"].choices = officers  # type: ignore[attr-defined]


class SignForm(forms.Form):
    """The passphrase of the signing key."""

    passphrase = _secret(_("Passphrase of your signing key"), required=False)


class WithdrawForm(forms.Form):
    """Why a paper is put away."""

    why = forms.CharField(label=_("Why it is withdrawn"), max_length=2_000, help_text=_("Read by the members of this paper alone."))


class FileForm(FilingForm):
    """For which organ the paper is filed, how it is classified, what it decides: the particulars of a filing that the paper itself does not say."""

    def __init__(self, data: Any, reading: Reading, organs: Sequence[str], lang: str, version: Version) -> None:
        super().__init__(data, None, reading, DOCUMENT, organs, lang)
        self.fixed = fixed_particulars(reading.matter, version)
        for name in (*(PREFIX + n for n in (*self.fixed, *NOT_OF_CHAMBERS)), "main", "annexes"):
            self.fields.pop(name, None)
        if PREFIX + "classification" in self.fields:
            self.fields[PREFIX + "classification"].initial = PUBLIC

    def clean(self) -> dict[str, Any]:
        """With what the paper says."""
        self.cleaned_data.update({PREFIX + name: value for name, value in self.fixed.items()})
        return super().clean()
