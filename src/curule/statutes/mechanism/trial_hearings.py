"""Article 18 of the Statute of the Mechanism: the hearings of the trial, open and closed, and how it is kept fair and moving."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import Kind, all_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.article_18 import date_set, open_trial
from curule.statutes.mechanism.case_facts import (
    BENCH_OF_TRIAL,
    accused_code,
    case_confirmed,
    case_open,
    mark,
    not_judged,
    on_trial,
    person_particular,
    suggest_accused,
    trial_opened,
)
from curule.statutes.mechanism.matters.case import Case, Testimony

law = Chapter("irmct", __name__)

law.clause("18(1)", Class.RULE, ("Fair and expeditious trial", "Procès équitable et rapide"),
           ("The judge or Chamber keeps the trial fair and moving, under the Rules, with the accused's rights respected and "
            "victims and witnesses protected.",
            "Le juge ou la Chambre assure un procès équitable et rapide, selon le Règlement, dans le respect des droits de "
            "l'accusé et avec la protection des victimes et des témoins."))
law.clause("18(4)", Class.RULE, ("Public hearings", "Publicité des audiences"),
           ("Hearings are public unless the judge or Chamber decides on a closed session under the Rules.",
            "Les audiences sont publiques, sauf décision de siéger à huis clos conformément au Règlement."))


def _closed(draft: Case, entry: Entry) -> None:
    draft.trial.closed_ordered = entry
    draft.trial.closed_on[entry.particulars["day"].isoformat()] = entry


def _witness(draft: Case, entry: Entry) -> None:
    given = entry.particulars
    draft.trial.testimonies.append(Testimony(
        witness=given["witness"], called_by=given["called_by"], examined=given["cross_examination"],
        rule=given.get("rule", ""), chosen=given.get("chosen", False), entry=entry))


complete_disclosure = law.act(
    "complete_disclosure", "case", ("Complete disclosure", "Achever la communication des pièces"),
    ("The Prosecutor completed disclosure", "Le Procureur a achevé la communication des pièces"), [],
    lambda draft, entry: setattr(draft.trial, "disclosed", entry), audience=("matter:parties", "bench", "organ:registry"), group="custody and trial")
hold_conference = law.act(
    "hold_status_conference", "case", ("Hold a status conference", "Tenir une conférence de mise en état"),
    ("A status conference was held", "Une conférence de mise en état a été tenue"), [],
    lambda draft, entry: setattr(draft.trial, "conference", entry), group="custody and trial")
order_early = law.act(
    "order_early_opening", "case",
    ("Order that the trial open before disclosure ends", "Ordonner l'ouverture avant la fin de la communication"),
    ("The trial was ordered to open before the end of disclosure: {reasons}",
     "Ouverture ordonnée avant la fin de la communication : {reasons}"),
    [Particular("reasons", "long_text", "reasons", "motifs")], lambda draft, entry: setattr(draft.trial, "early_ordered", entry), group="custody and trial")
close_session = law.act(
    "order_closed_session", "case", ("Order a closed session", "Ordonner le huis clos"),
    ("A closed session was ordered for {day}: {ground}", "Huis clos ordonné pour le {day} : {ground}"),
    [Particular("day", "date", "day of the session", "jour de l'audience"),
     Particular("ground", "choice", "ground under the Rules", "motif prévu au Règlement", choices=[
         Choice("order_or_morality", "public order or morality", "ordre public ou bonnes mœurs"),
         Choice("safety", "safety, security or non-disclosure of the identity of a victim or witness",
                "sécurité ou non-divulgation de l'identité d'une victime ou d'un témoin"),
         Choice("justice", "protection of the interests of justice", "intérêt de la justice")]),
     Particular("reasons", "long_text", "reasons", "motifs")], _closed, group="custody and trial")
hold_session = law.act(
    "hold_session", "case", ("Hold a session", "Tenir une audience"), ("A {session} session was held", "Audience tenue : {session}"),
    [Particular("session", "choice", "session", "audience", choices=[
        Choice("public", "public", "publique"), Choice("closed", "closed", "à huis clos")]),
     Particular("absent", "person", "accused who were absent", "accusés absents", many=True, required=False,
                suggest=suggest_accused)],
    lambda draft, entry: draft.trial.sessions.append(entry), group="custody and trial")
hear_witness = law.act(
    "hear_witness", "case", ("Hear a witness", "Entendre un témoin"),
    ("{witness} testified, called by {called_by}", "{witness} a déposé, à la demande de : {called_by}"),
    [Particular("witness", "text", "witness (name or pseudonym)", "témoin (nom ou pseudonyme)"),
     Particular("called_by", "choice", "called by", "cité par", choices=[
         Choice("prosecutor", "the Prosecutor", "le Procureur"), Choice("defence", "the Defence", "la Défense"),
         Choice("chamber", "the Chamber", "la Chambre")]),
     Particular("cross_examination", "yes_no", "the other side could cross-examine", "la partie adverse a pu contre-interroger"),
     Particular("rule", "text", "rule that admits evidence without cross-examination",
                "article admettant la preuve sans contre-interrogatoire", required=False),
     Particular("chosen", "yes_no", "an accused who testifies chose to", "l'accusé qui dépose l'a choisi", required=False)],
    _witness, group="custody and trial")
end_trial = law.act(
    "end_trial", "case", ("End the hearing of the trial", "Clore les débats"), ("The hearings closed", "Les débats ont été clos"),
    [], lambda draft, entry: setattr(draft.trial, "ended", entry), group="custody and trial")
extend = law.act(
    "extend_time_limit", "case", ("Extend a time limit", "Proroger un délai"),
    ("The limit {limit} was extended to {until}: {reasons}", "Le délai {limit} a été prorogé au {until} : {reasons}"),
    [Particular("limit", "text", "limit", "délai", suggest=lambda v: [
        (id, limit.says.en) for id, limit in v.library.limits.items() if "case" in limit.kinds]),
     Particular("subject", "text", "only for this appeal or person", "seulement pour cet appel ou cette personne", required=False),
     Particular("until", "date", "new last day", "nouveau dernier jour"),
     Particular("reasons", "text", "reasons", "motifs")],
    lambda draft, entry: draft.extensions.__setitem__("@".join(entry.particulars[n] for n in ("limit", "subject") if n in entry.particulars), entry),
    group="custody and trial")


sever = law.act(
    "sever_accused", "case", ("Sever an accused", "Disjoindre un accusé"),
    ("{person} was severed and answers in a case of their own", "{person} a été disjoint et répondra dans une affaire distincte"),
    [person_particular(), Particular("reasons", "text", "reasons", "motifs", required=False)], mark("severed"), group="custody and trial")


@law.fact("18(1)", ("another accused remains in the case", "un autre accusé demeure dans l'affaire"), needs=("person",),
          says_not=("no other accused would remain in the case", "aucun autre accusé ne demeurerait dans l'affaire"))
def another_remains(v: View) -> Any:
    return bool(on_trial(v.posture).keys() - {accused_code(v)})


@law.stage("18(1)", ("the person is on trial in this case", "la personne est à juger dans cette affaire"),
           says_not=("the person is not, or no longer, on trial in this case", "la personne n'est pas, ou plus, à juger dans cette affaire"))
def still_on_trial(v: View) -> Any:
    code = accused_code(v)
    return None if code is None else code in on_trial(v.posture)


def _last_day(v: View) -> date | None:
    """The last day of the limit to be extended as it stands; the day itself where it does not run."""
    limit = v.library.limits.get(v.given.get("limit", ""))
    if limit is None:
        return v.on
    given, subject = dict(v.given), v.given.get("subject")
    each = limit.each(v) if limit.each is not None and subject is None else [{limit.subject: subject}]
    days = [v.library.due(limit, v.library.view(v.posture, v.on, v.actor, {**given, **one}, v.related)) for one in each]
    return max((day for day in days if day is not None), default=v.on)


still_running = law.measure("limit_still_running", "18(1)", ("the limit has not run out", "le délai n'est pas expiré"), lambda v: v.on, "<=", _last_day,
                            kind=Kind.OUT_OF_TIME, needs=("limit",))


@law.stage("18(1)", ("a session is held that day", "une audience se tient ce jour-là"), cured_by=("hold_session",),
           says_not=("no session is held that day", "aucune audience ne se tient ce jour-là"))
def session_that_day(v: View) -> Any:
    return next((e for e in v.posture.trial.sessions if e.done_on == v.on), False)


@law.stage("18(1)", ("disclosure is complete", "la communication des pièces est achevée"), cured_by=("complete_disclosure",),
           says_not=("disclosure is not complete", "la communication des pièces n'est pas achevée"))
def disclosed(v: View) -> Any:
    return v.posture.trial.disclosed or False


@law.fact("18(1)", ("a reasoned order lets the trial open earlier", "une décision motivée permet d'ouvrir plus tôt"),
          cured_by=("order_early_opening",))
def early_ordered(v: View) -> Any:
    return v.posture.trial.early_ordered or False


@law.stage("18(1)", ("the hearing of the trial goes on", "les débats sont en cours"),
           says_not=("the hearing of the trial is closed", "les débats sont clos"), permanent=True)
def not_ended(v: View) -> Any:
    ended = v.posture.trial.ended
    return no(ended) if ended else True


@law.stage("18(1)", ("the trial has sat at least once", "le procès a tenu au moins une audience"), cured_by=("hold_session",))
def sat(v: View) -> Any:
    sessions = v.posture.trial.sessions
    return sessions[-1] if sessions else False


@law.fact("18(4)", ("the session is closed", "l'audience est à huis clos"), needs=("session",))
def closed_session(v: View) -> Any:
    session = v.given.get("session")
    return None if session is None else session == "closed"


@law.fact("18(4)", ("a closed session was ordered for this day", "le huis clos a été ordonné pour ce jour"),
          cured_by=("order_closed_session",),
          says_not=("no closed session was ordered for this day", "aucun huis clos n'a été ordonné pour ce jour"))
def closed_ordered(v: View) -> Any:
    return v.posture.trial.closed_on.get(v.on.isoformat()) or False


@law.fact("18(4)", ("the session to be closed lies ahead", "l'audience visée est à venir"), needs=("day",),
          says_not=("the session is already past", "l'audience est déjà passée"))
def session_ahead(v: View) -> Any:
    day = v.given.get("day")
    return None if day is None else day >= v.on


@law.stage("18(1)", ("an initial appearance was held", "une comparution initiale a eu lieu"), cured_by=("hold_initial_appearance",))
def someone_appeared(v: View) -> Any:
    return next((a.appeared for a in v.posture.accused.values() if a.appeared), False)


def next_conference(v: View) -> date | None:
    """The last day for the next status conference, counted from the last one or else from the initial appearance."""
    case: Case = v.posture
    days = [e.done_on for e in (case.trial.conference, *(a.appeared for a in case.accused.values())) if e is not None]
    return max(days) + timedelta(days=v.figure("status_conference").length.n) if days else None


@law.fact("18(1)", ("the next status conference is more than 30 days ahead",
                    "la prochaine conférence de mise en état est à plus de 30 jours"), cured_by=("hold_status_conference",))
def conference_far(v: View) -> Any:
    due = next_conference(v)
    return due is None or due - v.on > timedelta(days=30)


law.power("18(1)", complete_disclosure, "prosecutor", case_confirmed)
law.power("18(1)", order_early, BENCH_OF_TRIAL, date_set)
law.prohibition("18(1)", open_trial, ~(disclosed | early_ordered))
law.duty("18(1)", hold_conference, BENCH_OF_TRIAL, all_of(someone_appeared, not_ended, not_judged), conference_far,
         due=next_conference)
law.power("18(1)", extend, (*BENCH_OF_TRIAL, "appeals_chamber", "duty_judge"), all_of(case_open, still_running))
law.power("18(1)", sever, BENCH_OF_TRIAL, all_of(still_on_trial, another_remains, not_judged))
law.power("18(4)", hold_session, BENCH_OF_TRIAL, all_of(trial_opened, not_ended))
law.power("18(4)", close_session, BENCH_OF_TRIAL, all_of(session_ahead, not_ended))
law.prohibition("18(4)", hold_session, all_of(closed_session, ~closed_ordered))
law.power("18(1)", hear_witness, BENCH_OF_TRIAL, all_of(session_that_day, not_ended))
law.power("18(1)", end_trial, BENCH_OF_TRIAL, all_of(sat, not_ended))

