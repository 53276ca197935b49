"""Forms in the house style: ``{{ form }}`` gives the summary of faults, then the fields in order."""

from django.forms.renderers import TemplatesSetting


class HouseRenderer(TemplatesSetting):
    """Every form and every field of the site goes through two templates, ``forms/form.html`` and
    ``forms/field.html``.
    """

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
