"""Addresses of matters."""

from django.urls import path, re_path

import curule.matters.numbers  # noqa: F401  # the converter <number:...>
from curule.matters.views import about, acts, asked, benches, judges, lists, matter, opening

app_name = "matters"
urlpatterns = [
    path("matters/", lists.matters, name="list"),
    path("matters.csv", lists.matters_csv, name="list-csv"),
    path("matters/open/", opening.kinds, name="open"),
    path("matters/open/<slug:pack>/<slug:kind>/", opening.opening, name="open-kind"),
    path("matters/<number:number>/", matter.matter, name="matter"),
    path("matters/<number:number>/record.csv", lists.record_csv, name="record-csv"),
    path("matters/<number:number>/entries/<int:entry_number>/", matter.entry, name="entry"),
    path("matters/<number:number>/acts/<slug:code>/", acts.act, name="act"),
    path("matters/<number:number>/acts/<slug:code>/why/", acts.why, name="why"),
    path("matters/<number:number>/acts/<slug:code>/draft/", acts.draft, name="draft"),
    path("matters/<number:number>/about/", about.about, name="about"),
    path("matters/<number:number>/about.json", about.about_json, name="about-json"),
    path("matters/<number:number>/bench/", benches.bench, name="bench"),
    path("matters/<number:number>/<tab:code>/", matter.tab, name="tab"),
    # As people write a number with slashes: brought to where the matter would be, whether or not there is one.
    re_path(r"^matters/(?P<written>[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)+)/$", asked.written_out),
    path("judges/", judges.roll, name="judges"),
]
