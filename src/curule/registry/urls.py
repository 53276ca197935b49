"""Addresses of the registry: filing, submissions, documents."""

from django.urls import path

import curule.matters.numbers  # noqa: F401  # the converter <number:...>
from curule.registry.views import files, filing, oversight, received, redaction, redaction_finding, submissions, viewer

app_name = "registry"
urlpatterns = [
    path("matters/<number:number>/file/", filing.file_document, name="file"),
    path("matters/<number:number>/file/<slug:act>/", filing.file_document, name="file-act"),
    path("filings/", submissions.queue, name="queue"),
    path("filings/oversight/", oversight.oversight, name="oversight"),
    path("filings/<slug:code>/", submissions.submission, name="submission"),
    path("filings/<slug:code>/files/<int:position>/", received.received_file, name="received"),
    path("filings/<slug:code>/files/<int:position>/file", received.save, name="received-save"),
    path("filings/<slug:code>/files/<int:position>/play", received.play, name="received-play"),
    path("filings/<slug:code>/files/<int:position>/pages/<int:page>.png", received.page_image, name="received-page"),
    path("signing-authorities.pem", files.signing_authorities, name="authorities"),
    path("documents/<slug:code>/", viewer.document, name="document"),
    path("documents/<slug:code>/signatures/", viewer.signatures, name="signatures"),
    path("documents/<slug:code>/redact/", redaction.redact, name="redact"),
    path("documents/<slug:code>/redact/progress/", redaction.progress, name="redact-progress"),
    path("documents/<slug:code>/redact/find/", redaction_finding.find, name="redact-find"),
    path("documents/<slug:code>/redact/place/<int:page>.png", redaction_finding.place_picture, name="redact-place"),
    path("documents/<slug:code>/redact/<slug:which>.pdf", redaction.public_file, name="redact-file"),
    path("documents/<slug:code>/redact/<slug:which>/<int:page>.png", redaction.page_picture, name="redact-page"),
    path("documents/<slug:code>/file", files.file, name="document-file"),
    path("documents/<slug:code>/play", files.play, name="play"),
    path("documents/<slug:code>/pages/<int:page>/<slug:size>.png", files.page_image, name="page-image"),
]
