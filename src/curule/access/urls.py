"""Addresses of sign-in."""

from django.urls import path

from curule.access import views

app_name = "access"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-in/demo/<slug:username>/", views.demo_sign_in, name="demo-sign-in"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("office/", views.choose_office, name="office"),
    path("language/", views.choose_language, name="language"),
]
