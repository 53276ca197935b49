"""The briefs of an appeal under article 23 of the Statute of the Mechanism, with the time that the Rules set for each."""

from __future__ import annotations

from typing import Any

from curule.law.calendar import PROCEDURAL
from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.view import View
from curule.statutes.mechanism.article_23 import PARTIES, appeal_pending, on_appeal, own_appeal
from curule.statutes.mechanism.case_facts import appeal_of, appeal_particular, each_appeal

law = Chapter("irmct", __name__)

brief = law.act(
    "file_appellant_brief", "case", ("File the appellant's brief", "Déposer le mémoire de l'appelant"),
    ("The appellant's brief in appeal {appeal} was filed", "Le mémoire de l'appelant a été déposé (appel {appeal})"),
    [appeal_particular()], on_appeal("brief"), group="appeal")
response = law.act(
    "file_respondent_brief", "case", ("File the respondent's brief", "Déposer le mémoire de l'intimé"),
    ("The respondent's brief in appeal {appeal} was filed", "Le mémoire de l'intimé a été déposé (appel {appeal})"),
    [appeal_particular()], on_appeal("response"), group="appeal")
reply = law.act(
    "file_reply_brief", "case", ("File the brief in reply", "Déposer le mémoire en réplique"),
    ("The brief in reply in appeal {appeal} was filed", "Le mémoire en réplique a été déposé (appel {appeal})"),
    [appeal_particular()], on_appeal("reply"), group="appeal")


def _of_appeal(v: View, field: str) -> Any:
    appeal = appeal_of(v)
    return getattr(appeal, field) if appeal else None


brief_time = law.limit(
    "appellant_brief", "case", ("appellant's brief", "mémoire de l'appelant"), "23(1)", "appellant_brief",
    runs_from=lambda v: _of_appeal(v, "notice"), stopped_by=lambda v: _of_appeal(v, "brief") or _of_appeal(v, "decided"), binds=PARTIES, counting=PROCEDURAL, each=each_appeal, subject="appeal")
response_time = law.limit(
    "respondent_brief", "case", ("respondent's brief", "mémoire de l'intimé"), "23(1)", "respondent_brief",
    runs_from=lambda v: _of_appeal(v, "brief"), stopped_by=lambda v: _of_appeal(v, "response") or _of_appeal(v, "decided"), binds=PARTIES, counting=PROCEDURAL, each=each_appeal, subject="appeal")
reply_time = law.limit(
    "reply_brief", "case", ("brief in reply", "mémoire en réplique"), "23(1)", "reply_brief",
    runs_from=lambda v: _of_appeal(v, "response"), stopped_by=lambda v: _of_appeal(v, "reply") or _of_appeal(v, "decided"), binds=PARTIES, counting=PROCEDURAL, each=each_appeal, subject="appeal")


@law.stage("23(1)", ("the appellant's brief has been filed", "le mémoire de l'appelant a été déposé"),
           cured_by=("file_appellant_brief",))
def brief_filed(v: View) -> Any:
    return _of_appeal(v, "brief") or False


@law.stage("23(1)", ("the respondent's brief has been filed", "le mémoire de l'intimé a été déposé"),
           cured_by=("file_respondent_brief",))
def response_filed(v: View) -> Any:
    return _of_appeal(v, "response") or False


@law.stage("23(1)", ("the brief in reply has been filed", "le mémoire en réplique a été déposé"), cured_by=("file_reply_brief",))
def reply_filed(v: View) -> Any:
    return _of_appeal(v, "reply") or False


law.power("23(1)", brief, PARTIES, all_of(appeal_pending, own_appeal, ~brief_filed, brief_time.within()))
law.power("23(1)", response, PARTIES, all_of(brief_filed, appeal_pending, ~own_appeal, ~response_filed, response_time.within()))
law.power("23(1)", reply, PARTIES, all_of(response_filed, appeal_pending, own_appeal, ~reply_filed, reply_time.within()))
