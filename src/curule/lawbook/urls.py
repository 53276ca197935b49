"""Addresses of the law explorer. Instruments and articles have no trailing slash: they are cited."""

from django.urls import path, re_path

from curule.lawbook import uploading, views

app_name = "lawbook"
INSTRUMENT, ARTICLE = r"(?P<instrument>[a-z][a-z0-9]*)", r"(?P<article>[A-Za-z0-9]+)"
urlpatterns = [
    path("law/", views.index, name="index"),
    path("law/import", uploading.upload, name="import"),
    path("law/search", views.search_page, name="search"),
    path("law/acts/<slug:pack>", views.acts, name="acts"),
    path("law/acts/<slug:pack>/<slug:act>", views.act, name="act"),
    path("law/charts/<slug:pack>/<slug:kind>", views.chart, name="chart"),
    path("law/charts/<slug:pack>/<slug:kind>.mmd", views.mermaid, name="mermaid"),
    re_path(rf"^law/{INSTRUMENT}\.csv$", views.instrument_csv, name="instrument-csv"),
    re_path(rf"^law/{INSTRUMENT}\.json$", views.instrument_json, name="instrument-json"),
    re_path(rf"^law/{INSTRUMENT}$", views.instrument, name="instrument"),
    re_path(rf"^law/{INSTRUMENT}/{ARTICLE}\.json$", views.article_json, name="article-json"),
    re_path(rf"^law/{INSTRUMENT}/{ARTICLE}$", views.article, name="article"),
]
