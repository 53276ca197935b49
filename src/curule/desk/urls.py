"""Addresses of the desk."""

from django.urls import path

from curule.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.home, name="home"),
    path("styleguide/", views.styleguide, name="styleguide"),
]
