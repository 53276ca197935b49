"""Metadata for machines: schema.org as JSON-LD (a resource of its own: pages carry no script), Dublin Core for the head of pages."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from curule.matters.models import Matter
from curule.matters.reading import Reading
from curule.matters.tribunals import library
from curule.portal.ecli import DECISIONS, ecli_of
from curule.registry.models import Rendition

__all__ = ["case_ld", "document_ld", "dublin_core_of_case", "dublin_core_of_document"]


def _court(request: HttpRequest, matter: Matter, lang: str) -> dict[str, Any]:
    return {"@type": "GovernmentOrganization", "name": library(matter.pack).pack.name.of(lang), "url": request.build_absolute_uri(reverse("portal:home"))}


def case_ld(request: HttpRequest, reading: Reading, lang: str) -> dict[str, Any]:
    """A case for machines."""
    matter = reading.matter
    last = reading.entries[-1].done_on.isoformat() if reading.entries else matter.opened_on.isoformat()
    return {"@context": "https://schema.org", "@type": "CreativeWork", "additionalType": "Case file", "identifier": matter.number, "name": matter.title,
            "url": request.build_absolute_uri(reverse("portal:case", args=[matter.number])), "publisher": _court(request, matter, lang),
            "dateCreated": matter.opened_on.isoformat(), "dateModified": last, "creativeWorkStatus": reading.stage_words(lang),
            "isAccessibleForFree": True, "inLanguage": ["en", "fr"]}


def document_ld(request: HttpRequest, rendition: Rendition, kind: str, lang: str) -> dict[str, Any]:
    """A document for machines."""
    matter = rendition.entry.matter
    made = {"@context": "https://schema.org", "@type": "DigitalDocument", "identifier": rendition.number, "name": rendition.title, "genre": kind,
            "url": request.build_absolute_uri(reverse("portal:document", args=[rendition.code])), "inLanguage": rendition.language,
            "datePublished": rendition.filed_at.date().isoformat(), "encodingFormat": rendition.media_type, "isAccessibleForFree": True,
            "isPartOf": request.build_absolute_uri(reverse("portal:case", args=[matter.number])), "publisher": _court(request, matter, lang)}
    if rendition.document.document_type in DECISIONS:
        made["identifier"] = [rendition.number, ecli_of(rendition)]
    return made


def dublin_core_of_case(reading: Reading, lang: str) -> list[tuple[str, str]]:
    """Names and contents for the head of a case's page."""
    matter = reading.matter
    return [("DC.title", matter.title), ("DC.identifier", matter.number), ("DC.date", matter.opened_on.isoformat()), ("DC.type", reading.kind.name.of(lang)),
            ("DC.publisher", reading.law.pack.name.of(lang)), ("DC.language", lang)]


def dublin_core_of_document(rendition: Rendition, kind: str, lang: str) -> list[tuple[str, str]]:
    """Names and contents for the head of a document's page."""
    found = [("DC.title", rendition.title), ("DC.identifier", rendition.number), ("DC.date", rendition.filed_at.date().isoformat()), ("DC.type", kind),
             ("DC.publisher", library(rendition.entry.matter.pack).pack.name.of(lang)), ("DC.language", rendition.language),
             ("DC.format", rendition.media_type), ("DC.relation.isPartOf", rendition.entry.matter.number)]
    return [*found, ("DC.identifier.ECLI", ecli_of(rendition))] if rendition.document.document_type in DECISIONS else found
