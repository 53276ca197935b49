"""Addresses of hearings."""

from django.urls import path

import curule.matters.numbers  # noqa: F401  # the converter <number:...>
from curule.hearings.views import pages

app_name = "hearings"
urlpatterns = [
    path("calendar/", pages.calendar, name="calendar"),
    path("calendar.ics", pages.public_feed, name="public-feed"),
    path("calendar/own/", pages.make_feed, name="make-feed"),
    path("calendar/own/stop/", pages.revoke_feed, name="revoke-feed"),
    path("calendar/own/<str:secret>.ics", pages.own_feed, name="own-feed"),
    path("matters/<number:number>/calendar.ics", pages.matter_feed, name="matter-feed"),
]
