"""Article 74 of the Rome Statute: the decision of the Trial Chamber."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.roll import offered_judges
from curule.statutes.rome.part_05.article_61_decision import trial_chamber
from curule.statutes.rome.part_05.facts import charge_particular, on_record
from curule.statutes.rome.part_06.article_64 import all_pleaded
from curule.statutes.rome.part_06.article_64_hearing import hold_session
from curule.statutes.rome.part_06.facts import TC, accused_in, chosen, given_in, judges_particular, mark, suggest_items, told, trial_bench, trial_of, trial_runs

law = Chapter("rome", __name__)


def _judge(draft: Case, entry: Entry) -> None:
    draft.judgement = entry
    for outcome in ("convicted", "acquitted"):
        for number in entry.particulars.get(outcome, ()):
            charge = draft.charges.get(number)
            if charge is not None:
                charge.status, charge.entry = outcome, entry
                accused_in(draft, charge.person).verdict = entry


def _replace(draft: Case, entry: Entry) -> None:
    bench, given = draft.chambers.get("trial"), entry.particulars
    if bench is None:
        return
    bench.judges = tuple(given["alternate"] if j == given["judge"] else j for j in bench.judges)
    bench.former = (*bench.former, given["judge"])
    bench.presiding = given.get("presiding") or ("" if bench.presiding == given["judge"] else bench.presiding)
    draft.trial.alternates.pop(given["alternate"], None)


close = law.act("close_evidence", "case", ("Close the presentation of evidence", "Clore la présentation des preuves"), ("The presentation of evidence was closed", "La présentation des preuves a été close"), [],
                mark("evidence_closed"), group="trial")
alternate = law.act("designate_alternate_judge", "case", ("Designate an alternate judge", "Désigner un juge suppléant"), ("The Presidency designated {judge} as alternate", "La Présidence a désigné {judge} comme suppléant"),
                    [Particular("judge", "judge", "judge", "juge", suggest=offered_judges)], lambda draft, entry: draft.trial.alternates.__setitem__(entry.particulars["judge"], entry), group="chambers")
replace = law.act("replace_trial_judge", "case", ("Replace a judge of the Trial Chamber by an alternate", "Remplacer un juge de la Chambre par un suppléant"), ("{alternate} replaced {judge} in the Trial Chamber", "{alternate} a remplacé {judge} à la Chambre de première instance"),
                  [Particular("judge", "judge", "judge replaced", "juge remplacé", suggest=lambda v: [(j, j) for j in bench.judges] if (bench := trial_bench(v)) else []),
                   Particular("alternate", "judge", "alternate", "suppléant", suggest=lambda v: [(j, j) for j in trial_of(v).alternates]),
                   Particular("presiding", "judge", "who presides from now on", "qui préside désormais", required=False)], _replace, group="chambers")
deliberate = law.act("record_deliberation", "case", ("Record a deliberation", "Inscrire un délibéré"), ("The judges deliberated", "Les juges ont délibéré"), [judges_particular("judges", "judges present", "juges présents")],
                     lambda draft, entry: draft.trial.deliberations.append(entry), audience=("bench",), group="judgement")
judge = law.act(
    "give_judgement", "case", ("Give the judgement", "Rendre le jugement"), ("The Trial Chamber gave judgement: convicted {convicted}, acquitted {acquitted}", "La Chambre a rendu son jugement : condamné {convicted}, acquitté {acquitted}"),
    [charge_particular("convicted", "charges on which the accused is convicted", "charges retenues : condamnation", required=False),
     charge_particular("acquitted", "charges on which the accused is acquitted", "charges écartées : acquittement", required=False),
     charge_particular("on_admission", "convictions that rest on an admission of guilt", "condamnations fondées sur un aveu", required=False),
     Particular("items", "text", "evidence relied on", "preuves retenues", many=True, required=False, suggest=suggest_items),
     judges_particular("in_favour", "judges in the majority", "juges de la majorité"),
     Particular("unanimity_sought", "yes_no", "unanimity was sought", "l'unanimité a été recherchée"), Particular("reasons", "long_text", "written reasons (reference)", "motifs écrits (référence)", required=False),
     Particular("minority", "text", "views of the minority (reference)", "opinion de la minorité (référence)", required=False),
     Particular("delivery", "choice", "delivery", "prononcé", choices=[Choice("open_court", "in open court", "en audience publique"), Choice("closed", "in closed session", "à huis clos")])],
    _judge, group="judgement")


@law.fact("74(1)", ("every judge of the Chamber is present", "tous les juges de la Chambre sont présents"), needs=("judges",), says_not=("a judge of the Chamber is absent", "un juge de la Chambre est absent"))
def all_judges_present(v: View) -> Any:
    bench, judges = trial_bench(v), v.given.get("judges")
    return None if bench is None or judges is None else set(bench.judges) <= set(judges)


@law.fact("74(1)", ("the alternate is not a member of the Chamber", "le suppléant n'est pas membre de la Chambre"), needs=("judge",), says_not=("the judge is a member of the Chamber", "le juge est membre de la Chambre"))
def not_member(v: View) -> Any:
    bench = trial_bench(v)
    return None if bench is None or "judge" not in v.given else v.given["judge"] not in bench.judges


@law.fact("39(4)", ("the alternate took part in the pre-trial phase of this case", "le suppléant a participé à la phase préliminaire de cette affaire"), needs=("judge",), says_not=("the alternate took no part in the pre-trial phase", "le suppléant n'a pas participé à la phase préliminaire"))
def alternate_from_pre_trial(v: View) -> Any:
    earlier = v.posture.chambers.get("pre_trial")
    if "judge" not in v.given:
        return None
    return (earlier.entry or True) if earlier is not None and v.given["judge"] in {*earlier.judges, *earlier.former} else False


@law.fact("74(1)", ("the judge to be replaced sits in the Chamber", "le juge à remplacer siège à la Chambre"), needs=("judge",), says_not=("the judge to be replaced does not sit in the Chamber", "le juge à remplacer ne siège pas à la Chambre"))
def sits_in_chamber(v: View) -> Any:
    bench = trial_bench(v)
    return None if bench is None or "judge" not in v.given else v.given["judge"] in bench.judges


@law.fact("74(1)", ("the Presidency designated that alternate", "la Présidence a désigné ce suppléant"), needs=("alternate",), cured_by=(alternate,), says_not=("the Presidency did not designate that alternate", "la Présidence n'a pas désigné ce suppléant"))
def alternate_designated(v: View) -> Any:
    return None if "alternate" not in v.given else trial_of(v).alternates.get(v.given["alternate"], False)


@law.fact("74(1)", ("the alternate was present at each stage so far", "le suppléant a été présent à chaque phase jusqu'ici"), needs=("alternate",), says_not=("the alternate missed a stage", "le suppléant a manqué une phase"))
def alternate_attended(v: View) -> Any:
    if "alternate" not in v.given:
        return None
    stages = [*(s.entry for s in trial_of(v).sessions.values()), *trial_of(v).deliberations]
    return all(entry is not None and v.given["alternate"] in entry.particulars["judges"] for entry in stages)


unable = law.finding("member_unable_to_attend", "74(1)", ("the member is unable to continue attending", "le membre est empêché de continuer à siéger"), "presidency", ("case by case", "au cas par cas"), lasting=False)
evidence_closed = on_record(law, "evidence_closed", "74(1)", ("the evidence is closed", "la présentation des preuves est close"), ("the evidence is not closed", "la présentation des preuves n'est pas close"),
                            lambda v: trial_of(v).evidence_closed, cured_by=(close,))
deliberated = on_record(law, "deliberated", "74(1)", ("the judges deliberated", "les juges ont délibéré"), ("the judges have not deliberated", "les juges n'ont pas délibéré"),
                        lambda v: trial_of(v).deliberations[-1] if trial_of(v).deliberations else None, cured_by=(deliberate,))


@law.stage("74(5)", ("no judgement has been given on the charges that stand confirmed", "aucun jugement n'a été rendu sur les charges confirmées"), says_not=("judgement has been given; there is one decision only", "le jugement a été rendu ; il n'y a qu'une décision"))
def one_decision(v: View) -> Any:
    return no(v.posture.judgement) if v.posture.judgement and not any(c.status == "confirmed" for c in v.posture.charges.values()) else True


def _decided(v: View) -> list[str]:
    return [*v.given.get("convicted", ()), *v.given.get("acquitted", ())]


@law.fact("74(2)", ("each confirmed charge, and no other, is decided once", "chaque charge confirmée, et nulle autre, est tranchée une fois"), needs=("convicted", "acquitted"),
          says_not=("a confirmed charge is left out or decided twice, or another is decided", "une charge confirmée est omise ou tranchée deux fois, ou une autre est tranchée"))
def within_charges(v: View) -> Any:
    return sorted(_decided(v)) == sorted(n for n, c in v.posture.charges.items() if c.status == "confirmed")


@law.fact("74(2)", ("every item relied on was submitted and discussed at the trial", "chaque preuve retenue a été produite et examinée au procès"), needs=("items",), cured_by=("discuss_evidence",),
          says_not=("an item relied on was not submitted and discussed, or was excluded", "une preuve retenue n'a pas été produite et examinée, ou a été écartée"))
def evidence_discussed(v: View) -> Any:
    known = [trial_of(v).evidence.get(i) for i in v.given.get("items", ())]
    return all(e is not None and e.submitted and e.discussed and e.ruling != "excluded" for e in known)


majority = law.measure("majority_of_judges", "74(3)", ("a majority of the judges of the Chamber supports the decision", "la majorité des juges de la Chambre soutient la décision"),
                       lambda v: len(set(v.given["in_favour"]) & set(b.judges)) if "in_favour" in v.given and (b := trial_bench(v)) else None, ">=",
                       lambda v: len(b.judges) // 2 + 1 if (b := trial_bench(v)) else None, needs=("in_favour",))
sought = told(law, "unanimity_sought", "74(3)", ("unanimity was sought", "l'unanimité a été recherchée"), ("unanimity was not sought", "l'unanimité n'a pas été recherchée"), "unanimity_sought")


@law.fact("74(5)", ("the decision is unanimous", "la décision est unanime"), needs=("in_favour",), says_not=("the decision is not unanimous", "la décision n'est pas unanime"))
def unanimous(v: View) -> Any:
    bench, favour = trial_bench(v), v.given.get("in_favour")
    return None if bench is None or favour is None else set(bench.judges) <= set(favour)


minority = given_in(law, "minority_view", "74(5)", ("the decision contains the views of the minority", "la décision contient les vues de la minorité"), ("the decision lacks the views of the minority", "la décision ne contient pas les vues de la minorité"), "minority")
reasoned = given_in(law, "written_reasons", "74(5)", ("the decision is written and reasoned", "la décision est écrite et motivée"), ("the decision is without written reasons", "la décision est sans motifs écrits"), "reasons")
open_court = chosen(law, "in_open_court", "74(5)", ("it is delivered in open court", "elle est prononcée en audience publique"), ("it is not delivered in open court", "elle n'est pas prononcée en audience publique"), "delivery", "open_court")
convicts = given_in(law, "convicts", "66(3)", ("the judgement convicts", "le jugement condamne"), ("the judgement does not convict", "le jugement ne condamne pas"), "convicted")
beyond_doubt = law.finding("beyond_reasonable_doubt", "66(3)", ("the Chamber is convinced of guilt beyond reasonable doubt", "la Chambre est convaincue de la culpabilité au-delà de tout doute raisonnable"), TC,
                           ("beyond reasonable doubt", "au-delà de tout doute raisonnable"), lasting=False)


@law.fact("65(2)", ("each conviction on admission rests on an accepted admission of that charge", "chaque condamnation sur aveu repose sur un aveu accepté de cette charge"), needs=("on_admission",),
          says_not=("a charge was not admitted, or the admission was not accepted", "une charge n'a pas été admise, ou l'aveu n'a pas été accepté"), cured_by=("accept_admission",))
def admissions_accepted(v: View) -> Any:
    def accepted(number: str) -> bool:
        charge = v.posture.charges.get(number)
        known = trial_of(v).accused.get(charge.person) if charge else None
        return known is not None and known.admission == "accepted" and number in known.admitted

    return all(accepted(n) for n in v.given.get("on_admission", ()))


@law.fact("66(2)", ("each conviction rests on evidence of the Prosecutor, or on an admission", "chaque condamnation repose sur des preuves du Procureur, ou sur un aveu"), needs=("convicted",),
          says_not=("a conviction rests on no evidence of the Prosecutor", "une condamnation ne repose sur aucune preuve du Procureur"))
def burden_met(v: View) -> Any:
    rest = set(v.given.get("convicted", ())) - set(v.given.get("on_admission", ()))
    return not rest or any((e := trial_of(v).evidence.get(i)) is not None and e.party == "prosecutor" for i in v.given.get("items", ()))


law.power("74(1)", alternate, "presidency", all_of(trial_chamber, not_member))
law.prohibition("39(4)", alternate, alternate_from_pre_trial, name="alternate_from_pre_trial")
law.power("74(1)", replace, "presidency", all_of(trial_chamber, sits_in_chamber, alternate_designated, alternate_attended, unable))
law.prohibition("74(1)", hold_session, ~all_judges_present, name="session")
law.power("74(1)", close, TC, all_of(trial_runs, all_pleaded))
law.power("74(1)", deliberate, TC, all_of(evidence_closed, all_judges_present))
law.power("74(2)", judge, TC, all_of(deliberated, within_charges, evidence_discussed))
law.prohibition("74(3)", judge, ~all_of(majority, sought), name="majority")
law.prohibition("74(5)", judge, ~all_of(one_decision, reasoned, open_court, any_of(unanimous, minority)), name="form")
law.prohibition("66(3)", judge, all_of(convicts, ~beyond_doubt), name="standard")
law.prohibition("66(2)", judge, ~burden_met, name="burden")
law.prohibition("65(2)", judge, ~admissions_accepted, name="admission")

law.clause("74(4)", Class.DEFINITION, ("Secret deliberations", "Secret du délibéré"), ("For ever.", "Pour toujours."),
           carried_by=("record_deliberation: audience",))
for provision, title, summary in (
    ("74(1)", ("All judges present", "Présence de tous les juges"),
     ("At each stage and in deliberation; alternates named by the Presidency may replace.", "À chaque phase et au délibéré ; des suppléants désignés par la Présidence peuvent remplacer.")),
    ("74(2)", ("Basis of the decision", "Fondement de la décision"),
     ("Within the charges, on evidence submitted and discussed at trial.", "Dans les limites des charges, sur les preuves produites et examinées au procès.")),
    ("74(3)", ("Unanimity or majority", "Unanimité ou majorité"),
     ("Unanimity is sought; a majority of the judges decides.", "L'unanimité est recherchée ; la majorité des juges décide.")),
    ("74(5)", ("Form of the decision", "Forme de la décision"),
     ("One written and reasoned decision with both views, delivered in open court.", "Une seule décision écrite et motivée, avec les deux opinions, rendue en audience publique.")),
):
    law.clause(provision, Class.RULE, title, summary)
