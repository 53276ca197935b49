"""The form shown on the page of components."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SpecimenForm(forms.Form):
    """One field of each kind that the acts use."""

    title = forms.CharField(
        label=_("Title of the filing"),
        help_text=_("As it stands on the first page."),
        error_messages={"required": _("Enter the title of the filing, as it stands on its first page.")},
    )
    filed_on = forms.DateField(
        label=_("Filed on"),
        help_text=_("The day on which the Registry received it."),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": _("Enter a day that exists, as in 2026-03-31.")},
    )
    audience = forms.ChoiceField(
        label=_("Who may see it"),
        choices=[
            ("public", _("Everybody")),
            ("parties", _("The parties and the Chamber")),
            ("ex-parte", _("Ex parte")),
        ],
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(
        label=_("Language of the original"), choices=[("en", "English"), ("fr", "Français")]
    )
    reasons = forms.CharField(label=_("Grounds"), widget=forms.Textarea(attrs={"rows": 4}), required=False)
    urgent = forms.BooleanField(label=_("Urgent"), required=False)
