"""What the making and the proof of a public file say of it, in the reader's language. :mod:`curule.pages` speaks English and knows no catalogue."""

from __future__ import annotations

import re

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

__all__ = ["FORMS", "PHRASES", "proof_words"]

PHRASES = (
    # checks
    _("text by pdfium"), _("text in areas by pdfium"), _("pixels of areas"), _("text that is not seen"), _("streams and strings"), _("structure"),
    _("text by poppler"), _("text and words in areas by poppler"), _("words in pictures by Tesseract"),
    # what was not checked
    _("text by poppler: pdftotext is not on this machine"), _("words in pictures: tesseract is not on this machine"),
    # what was found
    _("a removed phrase is in the text"), _("there is text that the page does not show"), _("there is text in a redacted area"),
    _("a redacted area is not black"), _("there is a word in a redacted area"), _("a removed phrase is in a stream or a string"),
    _("there is an information dictionary, an earlier revision, or something after the end"),
    _("a removed phrase can be read in the picture of the page"),
    # why a page became a picture
    _("content that is not well formed"), _("forms within forms without end"), _("a soft mask that is drawn"), _("a surface filled with a drawn pattern"),
    _("a shading that may be a picture"), _("text without a font"), _("a drawing with many points, which may be letters"),
    _("a Chinese font without widths of its own"), _("a font without widths"), _("layers that are switched by an expression"),
    _("an image that is a stencil or has a colour key"), _("an image without size, or too large"), _("an image with a mask that is not taken apart"),
    _("an image in colours that are not taken apart"), _("an image that cannot be decoded"), _("a font that a graphics state chooses"),
    _("text in a font that is not named here"), _("a font that is not there"), _("a font of drawings (Type 3)"), _("a font that is not well formed"),
    _("a font with a code table of its own"), _("a font that runs downwards"),
)
FORMS = {
    r"words in pictures, by Tesseract \((?P<what>.+)\)": _("words in pictures, by Tesseract (%(what)s)"),
    r"words in pages that are pictures, by Tesseract \((?P<what>.+)\)": _("words in pages that are pictures, by Tesseract (%(what)s)"),
    r"words in pictures in (?P<what>.+): Tesseract does not have this language here": _(
        "words in pictures in %(what)s: Tesseract does not have this language here"),
    r"words in pictures on pages (?P<what>.+): they were not read": _("words in pictures on pages %(what)s: they were not read"),
    r"the catalogue has (?P<what>.+)": _("the catalogue has %(what)s"),
    r"the page has (?P<what>.+)": _("the page has %(what)s"),
    r"an object has (?P<what>.+)": _("an object has %(what)s"),
}
"""What holds a name or a key: the form in which it is said, and how it is told."""


def proof_words(said: str) -> str:
    """One thing said of a public file, in the language of the page; as it was said where this release has no words for it."""
    for form, told in FORMS.items():
        if found := re.fullmatch(form, said):
            return gettext(told) % found.groupdict()
    return gettext(said) if said in PHRASES else said
