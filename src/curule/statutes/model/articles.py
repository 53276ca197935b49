"""Articles 1 to 5 of the model statute."""

from __future__ import annotations

from datetime import date
from typing import Any

from curule.law.calendar import days
from curule.law.chapter import Chapter
from curule.law.conditions import Kind, all_of, any_of, at_least, no
from curule.law.instruments import InForce
from curule.law.leaves import ALWAYS
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.model.posture import Complaint

law = Chapter("model", __name__)

law.clause("1", Class.RULE, ("Complaint", "Plainte"), ("Anyone may lodge a complaint.", "Toute personne peut déposer une plainte."))
law.clause("2(1)", Class.RULE, ("Admission", "Admission"), ("The Registrar admits a complaint that is complete.", "Le Greffier admet la plainte complète."))
law.clause("2(2)", Class.RULE, ("Stale complaints", "Plaintes tardives"), ("A trivial complaint is not admitted, unless of general interest.",
           "La plainte insignifiante n'est pas admise, sauf intérêt général."))
law.clause("3", Class.RULE, ("Bench", "Formation"), ("Three judges, one presiding; a single judge since 2010 for small claims.",
           "Trois juges dont un préside ; un juge unique depuis 2010 pour les petits litiges."))
law.clause("4", Class.RULE, ("Judgement and appeal", "Jugement et appel"), ("Judgement on proof; appeal in 30 days.", "Jugement sur preuve ; appel dans les 30 jours."))
law.clause("5", Class.DEFINITION, ("Languages", "Langues"), ("English and French.", "Anglais et français."), carried_by=("language",))


def _admit(draft: Complaint, entry: Entry) -> None:
    draft.admitted = entry


def _lodge(draft: Complaint, entry: Entry) -> None:
    draft.language = entry.particulars.get("language", "en")


def _bench(draft: Complaint, entry: Entry) -> None:
    draft.bench = entry


def _judge(draft: Complaint, entry: Entry) -> None:
    draft.judged = entry


def _appeal(draft: Complaint, entry: Entry) -> None:
    draft.appealed = entry


def _report(draft: Complaint, entry: Entry) -> None:
    draft.reported = entry


def _interpret(draft: Complaint, entry: Entry) -> None:
    draft.interpreter = entry


language = Particular("language", "choice", "language", "langue", choices=[Choice("en", "English", "anglais"), Choice("fr", "French", "français"),
                                                                            Choice("xx", "another", "une autre")], required=False)
lodge = law.act("lodge", "complaint", ("Lodge a complaint", "Déposer une plainte"), ("A complaint was lodged", "Une plainte a été déposée"),
                [Particular("subject", "text", "subject", "objet"), language], _lodge)
admit = law.act("admit", "complaint", ("Admit the complaint", "Admettre la plainte"), ("The Registrar admitted the complaint", "Le Greffier a admis la plainte"),
                [Particular("documents", "integer", "documents attached", "pièces jointes", least=0), Particular("signed", "yes_no", "signed", "signée"),
                 Particular("dated", "yes_no", "dated", "datée")], _admit)
appoint = law.act("appoint_bench", "complaint", ("Appoint the Bench", "Nommer la Formation"), ("The President appointed {judges}", "Le Président a nommé {judges}"),
                  [Particular("judges", "judge", "judges", "juges", many=True), Particular("presiding", "judge", "presiding judge", "président", required=False)], _bench)
decide = law.act("judge", "complaint", ("Give judgement", "Rendre jugement"), ("The Bench gave judgement", "La Formation a rendu jugement"), [], _judge)
appeal = law.act("appeal", "complaint", ("Appeal", "Interjeter appel"), ("The Complainant appealed", "Le Plaignant a interjeté appel"), [], _appeal)
report = law.act("report", "complaint", ("Report on the outcome", "Rendre compte"), ("The Registrar reported", "Le Greffier a rendu compte"), [], _report)
book = law.act("book_interpreter", "complaint", ("Book an interpreter", "Engager un interprète"), ("An interpreter was booked", "Un interprète a été engagé"), [], _interpret)
extend = law.act("extend_time_limit", "complaint", ("Extend a time limit", "Proroger un délai"), ("The Bench extended {limit} to {until}", "La Formation a prorogé {limit} au {until}"),
                 [Particular("limit", "text", "limit", "délai"), Particular("until", "date", "until", "jusqu'au")],
                 lambda draft, entry: draft.extensions.__setitem__(entry.particulars["limit"], entry))


@law.stage("1", ("nothing has been lodged yet", "rien n'est encore déposé"), permanent=True)
def not_lodged(v: View) -> Any:
    return no(v.posture.opened) if v.posture.opened else True


@law.stage("2(1)", ("the complaint has been lodged", "la plainte est déposée"), cured_by=("lodge",))
def lodged(v: View) -> Any:
    return v.posture.opened or False


@law.fact("2(1)", ("it is signed", "elle est signée"), needs=("signed",))
def signed(v: View) -> Any:
    return v.given.get("signed")


@law.fact("2(1)", ("it is dated", "elle est datée"), needs=("dated",))
def dated(v: View) -> Any:
    return v.given.get("dated")


has_documents = law.measure("has_documents", "2(1)", ("two documents or more are attached", "au moins deux pièces sont jointes"),
                            lambda v: v.given.get("documents"), ">=", 2, needs=("documents",))
trivial = law.finding("trivial", "2(2)", ("the complaint is trivial", "la plainte est insignifiante"), "registrar", ("plainly", "manifestement"))
general_interest = law.finding("general_interest", "2(2)", ("it is of general interest", "elle est d'intérêt général"), "registrar", ("satisfied", "convaincu"))


@law.stage("3", ("the complaint has been admitted", "la plainte est admise"), cured_by=("admit",))
def admitted(v: View) -> Any:
    return v.posture.admitted or False


def _bench_size(v: View) -> int | None:
    judges = v.given.get("judges")
    return None if judges is None else len(judges)


three_judges = law.measure("three_judges", "3", ("three judges", "trois juges"), _bench_size, "==", 3, needs=("judges",))
single_judge = law.measure("single_judge", "3", ("a single judge", "un juge unique"), _bench_size, "==", 1, needs=("judges",))


@law.fact("3", ("the presiding judge is one of them", "le président est l'un d'eux"), needs=("judges", "presiding"))
def presiding_sits(v: View) -> Any:
    judges, presiding = v.given.get("judges"), v.given.get("presiding")
    return None if judges is None or presiding is None else presiding in judges


@law.stage("4", ("the Bench has been appointed", "la Formation est nommée"), cured_by=("appoint_bench",))
def bench_appointed(v: View) -> Any:
    return v.posture.bench or False


proven = law.finding("proven", "4", ("the complaint is proven", "la plainte est prouvée"), "bench", ("beyond reasonable doubt", "au-delà de tout doute raisonnable"))


@law.stage("4", ("judgement has been given", "le jugement est rendu"), cured_by=("judge",))
def judged(v: View) -> Any:
    return v.posture.judged or False


@law.fact("4", ("an appeal is already pending", "un appel est déjà pendant"), kind=Kind.NOT_AT_THIS_STAGE)
def appealed(v: View) -> Any:
    return v.posture.appealed or False


@law.fact("2(2)", ("the outcome was reported", "il a été rendu compte"), cured_by=("report",))
def reported(v: View) -> Any:
    return v.posture.reported or False


@law.fact("5", ("the complainant's language is not one of the court's", "la langue du plaignant n'est pas une langue du tribunal"))
def foreign_language(v: View) -> Any:
    return v.posture.opened is not None and v.posture.language == "xx"


@law.fact("5", ("an interpreter is booked", "un interprète est engagé"), cured_by=("book_interpreter",))
def interpreter_booked(v: View) -> Any:
    return v.posture.interpreter or (no(v.posture.bench) if v.posture.bench else None)


appeal_time = law.limit("appeal", "complaint", ("appeal", "appel"), "4", days(30), runs_from=lambda v: v.posture.judged,
                        stopped_by=lambda v: v.posture.appealed, binds=("complainant",))

reading_small = law.reading("small_claims", "3", ("May a single judge sit?", "Un juge unique peut-il siéger ?"),
                            {"yes": ("since 2010", "depuis 2010"), "never": ("never", "jamais")})


@law.fact("3", ("the reading allows a single judge", "l'interprétation admet un juge unique"))
def single_allowed(v: View) -> bool:
    return v.reading("small_claims") == "yes"


law.power("1", lodge, "complainant", not_lodged)
law.power("2(1)", admit, "registrar", all_of(lodged, has_documents, at_least(1, signed, dated)))
law.prohibition("2(2)", admit, trivial.unless(general_interest))
law.power("3", appoint, "president", all_of(admitted, three_judges, presiding_sits))
law.power("3", appoint, "president", all_of(admitted, single_judge, single_allowed), name="single", in_force=InForce(date(2010, 1, 1)))
law.power("4", decide, "bench", all_of(bench_appointed, proven, ~judged))
law.power("4", appeal, "complainant", all_of(judged, appeal_time.within(), ~appealed))
law.power("4", extend, "bench", any_of(judged))
law.power("5", book, "registrar", ALWAYS)
law.duty("2(2)", report, "registrar", judged, reported, due=lambda v: date(v.posture.judged.done_on.year, 12, 31))
law.right("5", "complaint", ("interpretation", "interprétation"), ("the complainant", "le plaignant"), "registrar", foreign_language, interpreter_booked)
