"""The addresses of the API."""

from django.urls import path

from curule.api.site import api

urlpatterns = [path("api/", api.urls)]
