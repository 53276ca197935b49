"""Addresses of these pages: jurisdiction in the law, tabs below a matter's number."""

from django.urls import path

import curule.matters.numbers  # noqa: F401  # the converter <number:...>
from curule.court.views import jurisdiction, panels

app_name = "court"
urlpatterns = [
    path("law/rome/jurisdiction", jurisdiction.jurisdiction, name="jurisdiction"),
    path("law/rome/jurisdiction.csv", jurisdiction.jurisdiction_csv, name="jurisdiction-csv"),
    path("matters/<number:number>/jurisdiction/", panels.jurisdiction, name="register-jurisdiction"),
    path("matters/<number:number>/timeline/", panels.timeline, name="timeline"),
    path("matters/<number:number>/timeline.csv", panels.timeline_csv, name="timeline-csv"),
    path("matters/<number:number>/ballots/", panels.ballots, name="ballots"),
    path("matters/<number:number>/admissibility/", panels.admissibility, name="admissibility"),
]
