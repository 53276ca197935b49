"""Addresses of background work."""

from django.urls import path

from curule.jobs import views

app_name = "jobs"
urlpatterns = [
    path("jobs/", views.jobs, name="jobs"),
    path("jobs/lines/", views.lines, name="lines"),
    path("jobs/<slug:code>/again/", views.retry, name="retry"),
]
