"""Addresses of the portal. They are cited: they do not change."""

from django.urls import path

import curule.matters.numbers  # noqa: F401  # the converter <number:...>
from curule.portal import feeds, press, sitemaps, views
from curule.portal.data import open_data

app_name = "portal"
urlpatterns = [
    path("public/", views.home, name="home"),
    path("public/feed.atom", feeds.latest_feed, name="feed"),
    path("public/cases/", views.cases, name="cases"),
    path("public/cases/<number:number>/", views.case, name="case"),
    path("public/cases/<number:number>/data.jsonld", views.case_data, name="case-data"),
    path("public/cases/<number:number>/feed.atom", feeds.case_feed, name="case-feed"),
    path("public/cases/<number:number>/documents/", views.documents, name="case-documents"),
    path("public/documents/", views.documents, name="documents"),
    path("public/decisions/", views.decisions, name="decisions"),
    path("public/documents/<slug:code>/", views.document, name="document"),
    path("public/documents/<slug:code>/signatures/", views.signatures, name="signatures"),
    path("public/documents/<slug:code>/data.jsonld", views.document_data, name="document-data"),
    path("public/calendar/", views.calendar, name="calendar"),
    path("public/statistics/", views.statistics, name="statistics"),
    path("public/statistics/publication/", views.publication_delays, name="delays"),
    path("public/press/", press.press, name="press"),
    path("public/press/feed.atom", feeds.press_feed, name="press-feed"),
    path("public/press/new/", press.new, name="press-new"),
    path("public/press/<slug:code>/", press.release, name="press-release"),
    path("public/press/<slug:code>/withdraw/", press.withdraw, name="press-withdraw"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-pages.xml", sitemaps.pages, name="sitemap-pages"),
    path("sitemaps/<number:number>.xml", sitemaps.case_map, name="sitemap-case"),
    path("ecli/<str:written>/", views.ecli, name="ecli"),
    path("open-data/", views.open_data_page, name="open-data"),
    path("open-data/files/<str:name>", views.download, name="download"),
    path("open-data/v1/", open_data.urls),
]
