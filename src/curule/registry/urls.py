"""Addresses of the registry: filing, submissions, documents."""

from django.urls import path

import curule.matters.numbers  # noqa: F401  # the converter <number:...>
from curule.registry.views import documents, filing, submissions

app_name = "registry"
urlpatterns = [
    path("matters/<number:number>/file/", filing.file_document, name="file"),
    path("matters/<number:number>/file/<slug:act>/", filing.file_document, name="file-act"),
    path("filings/", submissions.queue, name="queue"),
    path("filings/<slug:code>/", submissions.submission, name="submission"),
    path("documents/<slug:code>/", documents.document, name="document"),
    path("documents/<slug:code>/file", documents.file, name="document-file"),
]
