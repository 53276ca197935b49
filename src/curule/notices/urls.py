"""Addresses of notices."""

from django.urls import path

import curule.matters.numbers  # noqa: F401  # the converter <number:...>
from curule.notices.views import inbox, service

app_name = "notices"
urlpatterns = [
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/<slug:code>/", inbox.opened, name="opened"),
    path("matters/<number:number>/entries/<int:entry_number>/service/", service.service, name="service"),
    path("matters/<number:number>/entries/<int:entry_number>/service.pdf", service.service, {"form": "pdf"}, name="service-pdf"),
]
