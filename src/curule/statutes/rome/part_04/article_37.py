"""Articles 36(9)-(10) and 37 of the Rome Statute: terms of judges, re-election, staying on to finish a case, vacancies."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from curule.law.calendar import add, years
from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.leaves import Measure
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.roll import CourtJudge, Roll, judges_in_office, roll_of
from curule.statutes.rome.part_04.article_34 import BENCH_AND_REGISTRY, day_since, day_until, judge, judge_serving, roll_open
from curule.statutes.rome.part_04.article_36 import candidate, candidate_name, nationality
from curule.statutes.rome.part_04.article_36_seats import seat_vacant
from curule.statutes.rome.part_04.given_facts import is_one_of

__all__ = ["last_day", "law"]

law = Chapter("rome", __name__)

law.clause("36(9)(a)", Class.RULE, ("Nine years, no second term", "Neuf ans, sans second mandat"), ("Judges serve nine years and cannot be re-elected, with two exceptions.",
           "Les juges servent neuf ans et ne sont pas rééligibles, à deux exceptions près."))
law.clause("36(9)(c)", Class.RULE, ("Three-year judges may be re-elected", "Rééligibilité après trois ans"), ("A judge drawn for three years may be elected again, for a full term.",
           "Le juge tiré au sort pour trois ans est rééligible pour un mandat entier."))
law.clause("36(10)", Class.RULE, ("Staying on for a case begun", "Maintien pour une affaire commencée"), ("A judge of a Trial or Appeals Chamber finishes the case whose hearing has begun.",
           "Le juge d'une Chambre de première instance ou d'appel achève l'affaire dont l'examen a commencé."))
law.clause("37(1)", Class.RULE, ("Vacancy filled by election", "Siège vacant pourvu par élection"), ("A vacancy is filled by election under article 36, not otherwise.", "Un siège vacant est pourvu par élection selon l'article 36, et non autrement."))
law.clause("37(2)", Class.RULE, ("The rest of the predecessor's term", "Le reste du mandat du prédécesseur"), ("If that is three years or less, re-election for a full term is open.",
           "S'il est de trois ans au plus, la réélection pour un mandat entier est possible."))

law.reading("remainder_from", "37(2)", ("From when is the rest of the term measured?", "À partir de quand le reste du mandat se compte-t-il ?"),
            {"service": ("from the first day of the replacement's service", "du premier jour du service du remplaçant"), "vacancy": ("from the vacancy", "de la vacance")})


def last_day(since: date, n: int) -> date:
    """The last day of a term of so many years: the eve of the anniversary."""
    return add(since, years(n)).day - timedelta(days=1)


def _enter(draft: Roll, entry: Entry) -> None:
    given = entry.particulars
    draft.judges[given["judge"]] = CourtJudge(given["nationality"], given["chosen_list"], given["how"], given["criminal"], given["since"], given["until"], entry,
                                               name=given.get("name", ""))


def _end(draft: Roll, entry: Entry) -> None:
    known = draft.judges.get(entry.particulars["judge"])
    if known is not None:
        known.ended = entry


def _keep(draft: Roll, entry: Entry) -> None:
    known = draft.judges.get(entry.particulars["judge"])
    if known is not None:
        known.kept[entry.particulars["case"]] = entry


enter = law.act("enter_judge", "roll", ("Enter an elected judge", "Inscrire un juge élu"), ("{judge} ({nationality}, list {chosen_list}) was elected for {since} to {until}",
                "{judge} ({nationality}, liste {chosen_list}) a été élu du {since} au {until}"), [
    candidate, candidate_name, nationality, Particular("nationalities", "state", "every nationality held", "toutes les nationalités possédées", many=True),
    Particular("rights_in", "state", "State in which civil and political rights are ordinarily exercised", "État où sont ordinairement exercés les droits civils et politiques", required=False),
    Particular("chosen_list", "choice", "list", "liste", choices=(Choice("A", "list A", "liste A"), Choice("B", "list B", "liste B"))),
    Particular("criminal", "yes_no", "experience of criminal trials", "expérience du procès pénal"),
    Particular("how", "choice", "elected for", "élu pour", choices=(
        Choice("full", "a full term", "un mandat entier"), Choice("vacancy", "the rest of a predecessor's term", "le reste du mandat d'un prédécesseur"),
        Choice("lot_three", "three years by lot", "trois ans par tirage au sort"), Choice("lot_six", "six years by lot", "six ans par tirage au sort"))),
    Particular("predecessor", "judge", "predecessor", "prédécesseur", required=False), day_since, day_until], _enter)
end = law.act("record_end_of_judge", "roll", ("Record that a judge left office", "Inscrire la cessation des fonctions d'un juge"), ("{judge} left office on {effective} ({cause})",
              "{judge} a cessé ses fonctions le {effective} ({cause})"), [
    judge, Particular("cause", "choice", "cause", "cause", choices=(Choice("resignation", "resignation", "démission"), Choice("death", "death", "décès"))),
    Particular("effective", "date", "with effect on", "avec effet au")], _end)
stay = law.act("continue_for_case", "roll", ("Let a judge finish a case after the term", "Maintenir un juge pour achever une affaire"), ("{judge} continues in case {case} after the term",
               "{judge} reste en fonctions dans l'affaire {case} après son mandat"), [
    judge, Particular("case", "text", "case", "affaire"), Particular("chamber", "choice", "Chamber", "Chambre", choices=(
        Choice("trial", "Trial Chamber", "Chambre de première instance"), Choice("appeals", "Appeals Chamber", "Chambre d'appel"), Choice("pre_trial", "Pre-Trial Chamber", "Chambre préliminaire"))),
    Particular("hearing_began", "date", "hearing began on", "début de l'examen")], _keep, audience=BENCH_AND_REGISTRY)


@law.fact("36(7)", ("no judge in office has that nationality", "aucun juge en fonctions n'a cette nationalité"), needs=("nationality", "since"),
          says_not=("a judge in office has that nationality", "un juge en fonctions a cette nationalité"))
def nationality_free(v: View) -> Any:
    state, first = v.given.get("nationality"), v.given.get("since")
    if state is None or first is None:
        return None
    return state not in {v.posture.judges[c].nationality for c in judges_in_office(v.posture, first)}


@law.fact("36(7)", ("the person has that nationality alone", "la personne n'a que cette nationalité"), needs=("nationality", "nationalities"))
def that_nationality_alone(v: View) -> Any:
    state, held = v.given.get("nationality"), v.given.get("nationalities")
    return None if state is None or held is None else held == (state,)


@law.fact("36(7)", ("it is that of the State where civil and political rights are ordinarily exercised", "c'est celle de l'État où les droits civils et politiques sont ordinairement exercés"),
          needs=("nationality", "rights_in"))
def where_rights_are(v: View) -> Any:
    state, held = v.given.get("nationality"), v.given.get("nationalities")
    return None if state is None or held is None else state in held and v.given.get("rights_in") == state


def _term(id: str, provision: str, n: int) -> Measure:
    return law.measure(id, provision, (f"the term is of {n} years", f"le mandat est de {n} ans"), lambda v: v.given.get("until"), "==",
                       lambda v: last_day(v.given["since"], n) if "since" in v.given else None, needs=("since", "until"))


full = is_one_of(law, "full_term", "36(9)(a)", ("elected for a full term", "élu pour un mandat entier"), "how", ("full",))
drawn_three = is_one_of(law, "drawn_three", "36(9)(b)", ("drawn for three years", "désigné par le sort pour trois ans"), "how", ("lot_three",))
drawn_six = is_one_of(law, "drawn_six", "36(9)(b)", ("drawn for six years", "désigné par le sort pour six ans"), "how", ("lot_six",))
replacing = is_one_of(law, "replacing", "37(1)", ("elected to a vacancy", "élu à un siège vacant"), "how", ("vacancy",))
nine_years = _term("nine_years", "36(9)(a)", 9)
three_years = _term("three_years", "36(9)(b)", 3)
six_years = _term("six_years", "36(9)(b)", 6)


def _predecessor(v: View) -> CourtJudge | None:
    found: CourtJudge | None = v.posture.judges.get(v.given.get("predecessor", ""))
    return found


@law.fact("37(1)", ("the predecessor left before the term ended", "le prédécesseur a quitté ses fonctions avant la fin de son mandat"), needs=("predecessor",), cured_by=("record_end_of_judge", "remove_official"))
def predecessor_left(v: View) -> Any:
    known = _predecessor(v)
    return None if v.given.get("predecessor") is None else (known is not None and known.ended) or False


rest_of_term = law.measure("rest_of_term", "37(2)", ("the term is the rest of the predecessor's", "le mandat est le reste de celui du prédécesseur"), lambda v: v.given.get("until"), "==",
                           lambda v: (p := _predecessor(v)) and p.until, needs=("until", "predecessor"))


def _earlier(v: View) -> CourtJudge | None:
    roll = roll_of(v)
    return roll.judges.get(v.given.get("judge", "")) if roll is not None else None


@law.fact("36(9)(a)", ("that person was a judge of the Court already", "cette personne a déjà été juge de la Cour"), needs=("judge",))
def was_judge(v: View) -> Any:
    if roll_of(v) is None or v.given.get("judge") is None:
        return None
    known = _earlier(v)
    return (known is not None and known.entry) or False


@law.fact("36(9)(c)", ("that person was drawn for three years", "cette personne avait été désignée par le sort pour trois ans"), needs=("judge",), says_not=("that person was not drawn for three years", "cette personne n'avait pas été désignée par le sort pour trois ans"))
def served_three_by_lot(v: View) -> Any:
    known = _earlier(v)
    return None if known is None else known.how == "lot_three"


def _rest_ends(v: View) -> date | None:
    """The last day of a replacement's term; a term that filled no vacancy is never short enough."""
    known = _earlier(v)
    return None if known is None else known.until if known.how == "vacancy" else date.max


def _rest_began(v: View) -> date | None:
    known, roll = _earlier(v), roll_of(v)
    if known is None or roll is None or known.entry is None:
        return None
    before = roll.judges.get(known.entry.particulars.get("predecessor", ""))
    vacated = before.ended if before is not None else None
    if v.reading("remainder_from") == "vacancy" and vacated is not None:
        gone: date = vacated.particulars.get("effective", vacated.done_on)
        return gone
    return known.since


three_years_or_less = law.measure("three_years_or_less", "37(2)", ("elected to a vacancy for three years or less", "élu à un siège vacant pour trois ans au plus"), _rest_ends, "<=",
                                  lambda v: last_day(first, 3) if (first := _rest_began(v)) else None, needs=("judge",), says_not=("not elected to a vacancy for three years or less", "n'a pas été élu à un siège vacant pour trois ans au plus"))

term_ended = law.measure("term_ended", "36(10)", ("the term has ended", "le mandat a pris fin"), lambda v: v.on, ">", lambda v: (k := _earlier(v)) and k.until, needs=("judge",))
hearing_before_end = law.measure("hearing_before_end", "36(10)", ("the hearing began before the term ended", "l'examen a commencé avant la fin du mandat"), lambda v: v.given.get("hearing_began"), "<=",
                                 lambda v: (k := _earlier(v)) and k.until, needs=("hearing_began",))
trial_or_appeals = is_one_of(law, "trial_or_appeals", "36(10)", ("of a Trial or Appeals Chamber", "d'une Chambre de première instance ou d'appel"), "chamber", ("trial", "appeals"))


@law.fact("36(10)", ("the judge sits in that case", "le juge siège dans cette affaire"), needs=("judge", "case"), cured_by=("constitute_chamber",))
def sits_in_case(v: View) -> Any:
    code, case = v.given.get("judge"), v.given.get("case")
    if code is None or case is None:
        return None
    return next((b.entry for b in v.posture.benches.values() if b.case == case and code in b.judges and b.level == v.given.get("chamber", b.level)), False)


@law.fact("36(9)(b)", ("the bench is the first one", "il s'agit des premiers juges"), needs=("since",), says_not=("judges served before: lots are drawn once", "des juges ont déjà siégé : le tirage n'a lieu qu'une fois"))
def first_bench(v: View) -> Any:
    first = v.given.get("since")
    earlier = [j.entry for j in v.posture.judges.values() if first is not None and j.since < first]
    return None if first is None else no(*earlier) if earlier else True


law.power("36(9)(a)", enter, "assembly", all_of(
    roll_open, seat_vacant, nationality_free, any_of(that_nationality_alone, where_rights_are),
    any_of(all_of(full, nine_years), all_of(drawn_three, three_years, first_bench), all_of(drawn_six, six_years, first_bench), all_of(replacing, predecessor_left, rest_of_term))))
law.prohibition("36(9)(a)", ("nominate_judge", enter), was_judge.unless(any_of(served_three_by_lot, three_years_or_less)), name="second_term")
law.power("37(1)", end, ("judges", "presidency"), judge_serving)
law.power("36(10)", stay, "presidency", all_of(term_ended, trial_or_appeals, sits_in_case, hearing_before_end))
