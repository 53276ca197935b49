"""Addresses of search."""

from django.urls import path

from curule.search import saving, views

app_name = "search"
urlpatterns = [
    path("search/", views.search, name="search"),
    path("search.json", views.results_json, name="json"),
    path("search.csv", views.results_csv, name="csv"),
    path("search/saved/", saving.saved, name="saved"),
    path("search/saved/keep/", saving.keep, name="keep"),
    path("search/saved/<slug:code>/read/", saving.read, name="read"),
    path("search/saved/<slug:code>/tell/", saving.tell, name="tell"),
    path("search/saved/<slug:code>/forget/", saving.forget, name="forget"),
]
