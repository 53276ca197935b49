"""What kind of file it is, in words: nobody at a registry reads media types."""

from __future__ import annotations

from django import template
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from curule.pages.media import DOCX, EML, MACROS, PDF, PPTX, TEXT, XLSX
from curule.registry.proof_words import proof_words

register = template.Library()
register.filter("proof_words", proof_words)

_WORD, _SHEET, _SLIDES = _("Word document"), _("Excel spreadsheet"), _("PowerPoint presentation")
KINDS: dict[str, str | Promise] = {
    PDF.name: "PDF", DOCX.name: _WORD, XLSX.name: _SHEET, PPTX.name: _SLIDES, EML.name: _("E-mail"), TEXT.name: _("Plain text"),
    **{MACROS[part].name: format_lazy("{} {}", words, _("with macros")) for part, words in (("word", _WORD), ("xl", _SHEET), ("ppt", _SLIDES))},
}
FAMILIES = {"image": _("Image"), "audio": _("Sound recording"), "video": _("Video recording")}


@register.filter
def file_kind(media_type: str) -> str:
    """``{{ "image/png"|file_kind }}``: "Image (PNG)"; a type without words of its own by its registered name."""
    family, _slash, name = media_type.partition("/")
    if media_type in KINDS:
        return str(KINDS[media_type])
    return f"{FAMILIES[family]} ({name.removeprefix('x-').upper()})" if family in FAMILIES else media_type
