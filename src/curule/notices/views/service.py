"""Who was served with an entry: for the Registry and the Bench."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from curule.desk.labels import labelled
from curule.matters.docket import docket
from curule.matters.phrases import case_name, language
from curule.matters.sight import forms_of
from curule.matters.views.asked import reading_asked
from curule.matters.views.matter import frame
from curule.notices.certificate import Heading, certificate_pdf, served

__all__ = ["service"]


@login_required
@require_GET
def service(request: HttpRequest, number: str, entry_number: int, form: str = "page") -> HttpResponse:
    """The certificate of service of an entry, as a page or as a PDF."""
    reading = reading_asked(request, number, with_days=False)
    row = reading.row(entry_number)
    if row is None or reading.tokens.isdisjoint(forms_of(reading.matter.pack, ("organ:registry", "bench"))):
        raise Http404
    lang = language()
    line = docket(reading, [reading.entries[entry_number - 1]], lang)[0]
    found = served(row)
    if form == "pdf":
        matter = reading.matter
        named = line.filed_as or labelled(matter.number, _("entry %(number)s") % {"number": entry_number})
        heading = Heading(reading.law.pack.name.of(lang), f"{matter.number} {case_name(matter.title)}", f"{named} · {line.title}", named)
        answer = HttpResponse(certificate_pdf(heading, found, timezone.now()), content_type="application/pdf")
        answer["Content-Disposition"] = "attachment; filename=certificate-of-service.pdf"
        return answer
    return render(request, "notices/service.html", {**frame(request, reading, "", lang), "line": line, "served": found})
