"""Preamble and article 1(1) of the Statute of the Mechanism: place, time, nationality and crime of the counts."""

from __future__ import annotations

from datetime import date
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.view import View
from curule.statutes.mechanism.article_01 import most_senior, other_person
from curule.statutes.mechanism.case_facts import count_particular, not_judged
from curule.statutes.mechanism.matters.case import Case

__all__ = ["law"]

law = Chapter("irmct", __name__)

PLACES = (Choice("former_yugoslavia", "former Yugoslavia", "ex-Yougoslavie"), Choice("rwanda", "Rwanda", "Rwanda"),
          Choice("neighbouring", "a State neighbouring Rwanda", "un État voisin du Rwanda"),
          Choice("elsewhere", "elsewhere", "ailleurs"))
CRIMES = (
    Choice("icty:2", "ICTY Statute, article 2 (grave breaches)", "Statut du TPIY, article 2 (infractions graves)"),
    Choice("icty:3", "ICTY Statute, article 3 (laws or customs of war)", "Statut du TPIY, article 3 (lois ou coutumes "
           "de la guerre)"),
    Choice("icty:4", "ICTY Statute, article 4 (genocide)", "Statut du TPIY, article 4 (génocide)"),
    Choice("icty:5", "ICTY Statute, article 5 (crimes against humanity)", "Statut du TPIY, article 5 (crimes contre "
           "l'humanité)"),
    Choice("ictr:2", "ICTR Statute, article 2 (genocide)", "Statut du TPIR, article 2 (génocide)"),
    Choice("ictr:3", "ICTR Statute, article 3 (crimes against humanity)", "Statut du TPIR, article 3 (crimes contre "
           "l'humanité)"),
    Choice("ictr:4", "ICTR Statute, article 4 (common article 3, Protocol II)", "Statut du TPIR, article 4 (article 3 "
           "commun, Protocole II)"),
    Choice("other", "a crime of neither Statute", "un crime d'aucun des deux Statuts"),
)


def _scope(draft: Case, entry: Entry) -> None:
    for count in entry.particulars["counts"]:
        draft.jurisdiction.scopes[count] = entry


state_scope = law.act(
    "state_scope_of_count", "case", ("State place, time and crime of counts", "Préciser lieu, temps et crime de chefs"),
    ("Counts {counts}: {crime}, {place}, from {began} to {ended}", "Chefs {counts} : {crime}, {place}, du {began} au "
     "{ended}"),
    [count_particular("counts", "counts", "chefs"), Particular("place", "choice", "place", "lieu", choices=PLACES),
     Particular("state", "state", "State in whose territory", "État sur le territoire duquel", required=False),
     Particular("began", "date", "first day of the acts", "premier jour des faits"),
     Particular("ended", "date", "last day of the acts", "dernier jour des faits"),
     Particular("crime", "choice", "crime", "crime", choices=CRIMES)],
    _scope, audience=("organ:prosecutor", "bench", "organ:registry", "matter:parties"))


@law.fact("1(1)", ("the counts are counts of this case", "les chefs sont ceux de cette affaire"), needs=("counts",))
def counts_of_case(v: View) -> Any:
    counts = v.given.get("counts")
    return None if counts is None else all(count in v.posture.counts for count in counts)


@law.fact("1(1)", ("the scope of these counts is still open", "la portée de ces chefs est encore ouverte"), needs=("counts",),
          says_not=("a judge confirmed a count within the scope stated", "un juge a confirmé un chef dans la portée indiquée"))
def scope_still_open(v: View) -> Any:
    case: Case = v.posture
    counts = [n for n in v.given.get("counts", ()) if n in case.counts]
    fixed = [case.counts[n].entry for n in counts if case.counts[n].status != "charged" and n in case.jurisdiction.scopes]
    return no(*fixed) if fixed else True


acts_in_order = law.measure("acts_in_order", "1(1)", ("the acts end when or after they begin", "les faits s'achèvent après avoir commencé"),
                            lambda v: v.given.get("ended"), ">=", lambda v: v.given.get("began"), needs=("began", "ended"))
law.power("1(1)", state_scope, "prosecutor", all_of(counts_of_case, not_judged, scope_still_open, acts_in_order))


def _scopes(v: View) -> list[Entry]:
    case: Case = v.posture
    counts = v.given.get("counts") or tuple(case.counts)
    return [case.jurisdiction.scopes[n] for n in counts if n in case.jurisdiction.scopes]


def _scoped(v: View, origin: str) -> Any:
    return v.posture.origin == origin and (tuple(_scopes(v)) or False)


def _placed(v: View, *places: str) -> Any:
    outside = [e for e in _scopes(v) if e.particulars["place"] not in places]
    return no(*outside) if outside else True


def _first(v: View) -> date | None:
    return min((e.particulars["began"] for e in _scopes(v)), default=None)


def _last(v: View) -> date | None:
    return max((e.particulars["ended"] for e in _scopes(v)), default=None)


@law.fact("preamble", ("the scope of counts of an ICTY case is stated", "la portée de chefs d'une affaire du TPIY est "
                       "précisée"))
def scope_of_icty_counts(v: View) -> Any:
    return _scoped(v, "icty")


@law.fact("preamble", ("the scope of counts of an ICTR case is stated", "la portée de chefs d'une affaire du TPIR est "
                       "précisée"))
def scope_of_ictr_counts(v: View) -> Any:
    return _scoped(v, "ictr")


@law.fact("preamble", ("the acts took place in the former Yugoslavia", "les faits ont eu lieu en ex-Yougoslavie"))
def in_former_yugoslavia(v: View) -> Any:
    return _placed(v, "former_yugoslavia")


@law.fact("preamble", ("the acts took place in Rwanda or a neighbouring State", "les faits ont eu lieu au Rwanda ou "
                       "dans un État voisin"))
def in_rwanda_or_neighbour(v: View) -> Any:
    return _placed(v, "rwanda", "neighbouring")


@law.fact("preamble", ("some of the acts took place in a State neighbouring Rwanda", "une partie des faits a eu lieu "
                       "dans un État voisin du Rwanda"))
def in_neighbouring_state(v: View) -> Any:
    return tuple(e for e in _scopes(v) if e.particulars["place"] == "neighbouring") or False


@law.fact("preamble", ("the accused is a Rwandan citizen", "l'accusé est citoyen rwandais"), permanent=True)
def rwandan_citizen(v: View) -> Any:
    case: Case = v.posture
    charged = {case.counts[n].person for n in v.given.get("counts") or case.counts if n in case.counts}
    return all(p in case.accused and case.accused[p].nationality == "RWA" for p in charged)


since_1991 = law.measure("since_1991", "preamble", ("the acts date from 1991 or later", "les faits datent de 1991 ou "
                         "d'après"), _first, ">=", lambda v: date(1991, 1, 1))
from_1994 = law.measure("from_1994", "preamble", ("the acts begin in 1994 or later", "les faits commencent en 1994 ou "
                        "après"), _first, ">=", lambda v: date(1994, 1, 1))
until_1994 = law.measure("until_1994", "preamble", ("the acts end in 1994 or before", "les faits s'achèvent en 1994 ou "
                         "avant"), _last, "<=", lambda v: date(1994, 12, 31))

law.prohibition("preamble", "confirm_indictment",
                all_of(scope_of_icty_counts, ~all_of(in_former_yugoslavia, since_1991)), name="icty_scope")
law.prohibition("preamble", "confirm_indictment",
                all_of(scope_of_ictr_counts, ~all_of(in_rwanda_or_neighbour, from_1994, until_1994,
                                                     ~all_of(in_neighbouring_state, ~rwandan_citizen))),
                name="ictr_scope")


@law.fact("1(1)", ("a count alleges a crime outside the Statute of the Tribunal of origin", "un chef vise un crime "
                   "étranger au Statut du Tribunal d'origine"))
def crime_of_another_statute(v: View) -> Any:
    origin = v.posture.origin
    return tuple(e for e in _scopes(v) if not e.particulars["crime"].startswith(origin + ":")) or False


law.prohibition("1(1)", "confirm_indictment", all_of(any_of(most_senior, other_person), crime_of_another_statute))


@law.fact("1(1)", ("place, time and crime of every count are stated", "lieu, temps et crime de chaque chef sont précisés"), needs=("counts",),
          says_not=("place, time and crime of a count are not stated", "lieu, temps et crime d'un chef ne sont pas précisés"), cured_by=("state_scope_of_count",))
def scope_stated(v: View) -> Any:
    counts = v.given.get("counts")
    return None if counts is None else all(n in v.posture.jurisdiction.scopes for n in counts if n in v.posture.counts)


law.prohibition("1(1)", "confirm_indictment", any_of(most_senior, other_person).unless(scope_stated), name="scope")
