"""Addresses of matters."""

from django.urls import path

from curule.matters.views import about, acts, benches, judges, lists, matter, opening

app_name = "matters"
urlpatterns = [
    path("matters/", lists.matters, name="list"),
    path("matters.csv", lists.matters_csv, name="list-csv"),
    path("matters/open/", opening.kinds, name="open"),
    path("matters/open/<slug:pack>/<slug:kind>/", opening.opening, name="open-kind"),
    path("matters/<str:number>/", matter.matter, name="matter"),
    path("matters/<str:number>/record.csv", lists.record_csv, name="record-csv"),
    path("matters/<str:number>/entries/<int:entry_number>/", matter.entry, name="entry"),
    path("matters/<str:number>/acts/<slug:code>/", acts.act, name="act"),
    path("matters/<str:number>/acts/<slug:code>/why/", acts.why, name="why"),
    path("matters/<str:number>/acts/<slug:code>/draft/", acts.draft, name="draft"),
    path("matters/<str:number>/about/", about.about, name="about"),
    path("matters/<str:number>/about.json", about.about_json, name="about-json"),
    path("matters/<str:number>/bench/", benches.bench, name="bench"),
    path("matters/<str:number>/<slug:code>/", matter.tab, name="tab"),
    path("judges/", judges.roll, name="judges"),
    path("public/", lists.public, name="public"),
]
