"""Article 11 of the Statute of the Mechanism: the President."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.article_08 import INTERNAL
from curule.statutes.mechanism.article_10 import consulted
from curule.statutes.mechanism.matters.roll import Roll, Term, in_office, president_on, roll_of
from curule.statutes.mechanism.matters.roll_particulars import branch, judge, since, until

law = Chapter("irmct", __name__)

law.clause("11(1)", Class.RULE, ("Appointment of the President", "Nomination du Président"),
           ("The Secretary-General appoints a full-time President from among the judges, after consulting the President of the Security Council and the judges.",
            "Le Secrétaire général nomme, parmi les juges, un Président à plein temps après consultation du Président du Conseil de sécurité et des juges."))
law.clause("11(2)", Class.RULE, ("Presence of the President", "Présence du Président"),
           ("The President is present at either seat as the functions require.", "Le Président est présent à l'un ou l'autre siège selon les besoins de ses fonctions."))


def _appoint(draft: Roll, entry: Entry) -> None:
    code = entry.particulars["judge"]
    draft.presidents.append(Term(code, entry.particulars["since"], entry.particulars["until"], "president", entry))
    for who in ("council", "judges"):
        draft.consulted.pop(f"president:{who}:{code}", None)


def _be_present(draft: Roll, entry: Entry) -> None:
    draft.president_at.append(entry)


appoint_president = law.act("appoint_president", "roll", ("Appoint the President", "Nommer le Président"),
                            ("{judge} was appointed President from {since} to {until}", "{judge} a été nommé Président du {since} au {until}"),
                            [judge, Particular("full_time", "yes_no", "full-time", "à plein temps", default=lambda v: True), since, until], _appoint)
be_present = law.act("record_presidents_presence", "roll", ("Record the President's presence at a seat", "Inscrire la présence du Président au siège"),
                     ("The President is at {branch} from {since} to {until}", "Le Président est présent ({branch}) du {since} au {until}"), [branch, since, until], _be_present,
                     audience=INTERNAL)

council_consulted = consulted("president", "council", "irmct:11(1)", "the President of the Security Council", "le Président du Conseil de sécurité")
judges_consulted = consulted("president", "judges", "irmct:11(1)", "the assembly of the judges", "l'ensemble des juges")


@law.fact("11(1)", ("that person is a judge in office on the first day", "cette personne est juge en fonctions le premier jour"), needs=("judge", "since"),
          says_not=("that person is no judge in office on the first day", "cette personne n'est pas juge en fonctions le premier jour"),
          cured_by=("elect_judges", "reappoint_judge"))
def judge_on_first_day(v: View) -> Any:
    code, first = v.given.get("judge"), v.given.get("since")
    return None if code is None or first is None else in_office(v.posture, code, first)


@law.fact("11(1)", ("the presidency is full-time", "la présidence est exercée à plein temps"), needs=("full_time",))
def full_time(v: View) -> Any:
    return v.given.get("full_time")


@law.fact("11(1)", ("another President is in office on the first day", "un autre Président est en fonctions le premier jour"), needs=("since",), reversible=True)
def president_sits_already(v: View) -> Any:
    first = v.given.get("since")
    if first is None:
        return None
    return next((t.entry for t in v.posture.presidents if president_on(v.posture, first) == t.judge and t.since <= first <= t.until), False)


@law.stage("11(1)", ("a President is in office", "un Président est en fonctions"), says_not=("no President is in office", "aucun Président n'est en fonctions"),
           cured_by=("appoint_president",))
def president_in_office(v: View) -> Any:
    roll = roll_of(v)
    return None if roll is None else bool(president_on(roll, v.on))


@law.fact("11(2)", ("the President is expected at the other seat on one of those days", "le Président est attendu à l'autre siège l'un de ces jours"),
          needs=("branch", "since", "until"), reversible=True)
def expected_elsewhere(v: View) -> Any:
    where, first, last = v.given.get("branch"), v.given.get("since"), v.given.get("until")
    if where is None or first is None or last is None:
        return None
    return next((e for e in v.posture.president_at if e.particulars["branch"] != where and e.particulars["since"] <= last and first <= e.particulars["until"]), False)


law.power("11(1)", appoint_president, "secretary_general", all_of(judge_on_first_day, full_time, council_consulted, judges_consulted, ~president_sits_already))
law.power("11(2)", be_present, ("president", "registry"), all_of(president_in_office, ~expected_elsewhere))
