"""Addresses of the Chambers."""

from django.urls import path

import curule.matters.numbers  # noqa: F401  # the converter <number:...>
from curule.chambers.views import acts, keys, papers, rooms

app_name = "chambers"
urlpatterns = [
    path("chambers/", keys.home, name="home"),
    path("chambers/open/", keys.open_up, name="open"),
    path("chambers/lock/", keys.lock_up, name="lock"),
    path("chambers/key/", keys.key, name="key"),
    path("chambers/matters/<number:number>/", rooms.room, name="room"),
    path("chambers/matters/<number:number>/begin/", rooms.begin, name="begin"),
    path("chambers/matters/<number:number>/assign/", rooms.assign, name="assign"),
    path("chambers/papers/<slug:code>/", papers.paper, name="paper"),
    path("chambers/papers/<slug:code>/edit/", papers.edit, name="edit"),
    path("chambers/papers/<slug:code>/compare/", papers.compare, name="compare"),
    path("chambers/papers/<slug:code>/print.pdf", papers.print_out, name="print"),
    path("chambers/papers/<slug:code>/comment/", acts.comment, name="comment"),
    path("chambers/papers/<slug:code>/vote/", acts.vote, name="vote"),
    path("chambers/papers/<slug:code>/opinion/", acts.opinion, name="opinion"),
    path("chambers/papers/<slug:code>/admit/", acts.admit_member, name="admit"),
    path("chambers/papers/<slug:code>/sign/", acts.sign_paper, name="sign"),
    path("chambers/papers/<slug:code>/withdraw/", acts.withdraw, name="withdraw"),
    path("chambers/papers/<slug:code>/file/", acts.file_it, name="file"),
]
