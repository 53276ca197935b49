"""Importing an official text through the browser, for the Registrar and the archivist; to everybody else there is no such page."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from curule.access.door import takes_files
from curule.access.models import User
from curule.access.seat import offices_of
from curule.lawbook.importing import Stored, import_text
from curule.matters.phrases import language
from curule.texts import TextError

__all__ = ["may_import", "upload"]

LARGEST = 8 * 1024 * 1024
"""Bytes. The longest instrument known to us is under half a mebibyte."""


def may_import(request: HttpRequest) -> bool:
    """Whether the reader holds an office that keeps the texts."""
    return any(office.chair is not None and office.chair.keeps_texts and not office.matter for office in offices_of(request))


class TextForm(forms.Form):
    """One file, no larger than an instrument can be."""

    file = forms.FileField(
        label=gettext_lazy("File with the official text"),
        help_text=gettext_lazy("Plain text in UTF-8 or GB 18030, in one language or several; 8 MB at most."),
        error_messages={"required": gettext_lazy("Choose the file with the official text."), "empty": gettext_lazy("This file is empty: choose another."),
                        "max_length": gettext_lazy("The name of the file is too long: give it a shorter one.")},
        max_length=200)

    def clean_file(self) -> UploadedFile[Any]:
        """The file, unless it is too large to be an instrument."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if file.size is None or file.size > LARGEST:
            raise forms.ValidationError(_("This file has %(size)s; an instrument has 8 MB at most. Check that it is the right one.") % {
                "size": filesizeformat(file.size or 0)})
        return file


@takes_files
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Import a text: a form, then the instrument's page with what came of it."""
    if not may_import(request):
        raise Http404
    form = TextForm(request.POST, request.FILES) if request.method == "POST" else TextForm()
    if form.is_bound and form.is_valid():
        try:
            stored = _import(form.cleaned_data["file"], request.user)
        except TextError as error:
            form.add_error("file", error.of(language()))
        else:
            _tell(request, stored)
            return HttpResponseRedirect(reverse("lawbook:instrument", args=[stored.text.instrument]) + "#texts")
    return render(request, "lawbook/import.html", {"form": form}, status=422 if form.is_bound else 200)


def _import(file: UploadedFile[Any], user: Any) -> Stored:
    """Read the upload from a folder of its own, which is gone afterwards."""
    with TemporaryDirectory(prefix="curule-text-") as folder:
        path = Path(folder) / (Path(file.name or "").name or "text.txt")
        with path.open("xb") as target:
            for chunk in file.chunks():
                target.write(chunk)
        return import_text(path, user if isinstance(user, User) else None)[1]


def _tell(request: HttpRequest, stored: Stored) -> None:
    if not stored.is_new and not stored.superseded:
        messages.info(request, _("This file was imported before: nothing was added."))
        return
    figures = stored.text.editions.all()
    messages.success(request, _("%(file)s was imported: %(aligned)d of %(found)d units aligned, %(unaligned)d listed as not aligned.") % {
        "file": stored.text.file_name, "aligned": sum(e.aligned for e in figures), "found": sum(e.found for e in figures),
        "unaligned": sum(e.unaligned for e in figures)})
