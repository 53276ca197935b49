"""Article 20 of the Rome Statute: ne bis in idem in its three directions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import Condition, Truth, all_of, any_of, no
from curule.law.leaves import Finding
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.part_05.facts import person_code, person_particular

__all__ = ["enough_lacking", "excepted", "law", "tried_elsewhere", "tried_here_finally"]

law = Chapter("rome", __name__)

law.clause("20(1)", Class.RULE, ("No second trial here", "Pas de second procès devant la Cour"),
           ("Not for conduct behind crimes of which the Court convicted or acquitted, save as the Statute provides.",
            "Pas pour les faits de crimes ayant donné lieu à condamnation ou acquittement par la Cour, sauf disposition du Statut."))
law.clause("20(2)", Class.RULE, ("No later trial elsewhere", "Pas de procès ultérieur ailleurs"),
           ("No other court tries the person for an article 5 crime already judged here.", "Aucune autre juridiction ne juge un crime de l'article 5 déjà jugé ici."))
law.clause("20(3)", Class.RULE, ("No trial after another court", "Pas de procès après une autre juridiction"),
           ("Not for the same conduct, whatever its label there, unless one of two exceptions applies.", "Pas pour les mêmes faits, quelle que soit leur qualification ailleurs, sauf deux exceptions."))
law.clause("20(3)(a)", Class.RULE, ("Exception: shielding", "Exception : soustraire à la justice"), ("The other trial was meant to protect the person.", "L'autre procès visait à soustraire la personne à sa responsabilité."))
law.clause("20(3)(b)", Class.RULE, ("Exception: sham fairness", "Exception : procès inéquitable"),
           ("Not independent or impartial, and conducted against an intent to do justice.", "Ni indépendant ou impartial, et conduit contre l'intention de rendre justice."))

COURT = ("pre_trial_chamber", "trial_chamber", "appeals_chamber")


def _elsewhere(draft: Case, entry: Entry) -> None:
    draft.admissibility.trials_elsewhere.append(entry)


def _here(draft: Case, entry: Entry) -> None:
    draft.admissibility.tried_here[entry.particulars["person"]] = entry


def _announce(draft: Case, entry: Entry) -> None:
    draft.admissibility.announced[f"{entry.particulars['state']}:{entry.particulars['person']}"] = entry


def _warn(draft: Case, entry: Entry) -> None:
    draft.admissibility.warned[f"{entry.particulars['state']}:{entry.particulars['person']}"] = entry


trial_elsewhere = law.act(
    "record_trial_elsewhere", "case", ("Record a trial by another court", "Inscrire un procès devant une autre juridiction"),
    ("A trial of {person} in {state} was recorded", "Un procès de {person} dans l'État {state} a été inscrit"),
    [person_particular(), Particular("state", "state", "State", "État"), Particular("same_conduct", "yes_no", "for the same conduct", "pour les mêmes faits"),
     Particular("finished", "yes_no", "ended by a final judgement", "terminé par un jugement définitif"), Particular("offence", "text", "offence charged there", "infraction retenue", required=False)],
    _elsewhere)
tried_here = law.act(
    "record_final_judgement_of_court", "case", ("Record a final judgement of the Court", "Inscrire un jugement définitif de la Cour"),
    ("A final judgement of the Court on {person} was recorded: {outcome}", "Un jugement définitif de la Cour concernant {person} a été inscrit : {outcome}"),
    [person_particular(), Particular("outcome", "choice", "outcome", "issue", choices=[
        Choice("convicted", "convicted", "condamnation"), Choice("acquitted", "acquitted", "acquittement")]),
     Particular("crimes", "provision", "crimes judged", "crimes jugés", many=True, required=False),
     Particular("same_conduct", "yes_no", "for the conduct of this case", "pour les faits de la présente affaire", required=False, default=lambda v: True)], _here)
announce = law.act(
    "record_announced_trial", "case", ("Record a trial announced by a State", "Inscrire un procès annoncé par un État"),
    ("{state} announced a trial of {person}", "{state} a annoncé un procès de {person}"),
    [person_particular(), Particular("state", "state", "State", "État"), Particular("same_crime", "yes_no", "for an article 5 crime already judged here", "pour un crime de l'article 5 déjà jugé ici")],
    _announce)
warn = law.act(
    "send_notice_of_bar", "case", ("Send notice of article 20(2)", "Notifier l'article 20-2"), ("{state} was told that article 20(2) bars a trial of {person}", "{state} a été avisé que l'article 20-2 s'oppose au procès de {person}"),
    [person_particular(), Particular("state", "state", "State", "État")], _warn)
answer = law.act(
    "answer_not_barred", "case", ("Answer that a trial is not barred", "Répondre qu'un procès n'est pas exclu"), ("{state} was told that article 20(2) does not bar its trial of {person}", "{state} a été avisé que l'article 20-2 ne s'oppose pas à son procès de {person}"),
    [person_particular(), Particular("state", "state", "State", "État")], _warn)


@law.fact("20(3)", ("the person was tried by another court for the same conduct", "la personne a été jugée par une autre juridiction pour les mêmes faits"), needs=("person",),
          cured_by=("record_trial_elsewhere",))
def tried_elsewhere(v: View) -> Any:
    code = person_code(v)
    for entry in v.posture.admissibility.trials_elsewhere:
        if code in (None, entry.particulars["person"]) and entry.particulars["same_conduct"] and entry.particulars["finished"]:
            return entry
    return no(*v.posture.admissibility.trials_elsewhere)


def _found(id: str, provision: str, en: str, fr: str) -> Finding:
    return law.finding(id, provision, (en, fr), COURT, ("satisfied, with reasons", "convaincue, par décision motivée"), lasting=True, subject="person")


trial_shielded = _found("trial_shielded", "20(3)(a)", "the other trial was meant to shield the person", "l'autre procès visait à soustraire la personne à sa responsabilité")
trial_not_independent = _found("trial_not_independent", "20(3)(b)", "the other trial was not independent", "l'autre procès n'était pas indépendant")
trial_not_impartial = _found("trial_not_impartial", "20(3)(b)", "the other trial was not impartial", "l'autre procès n'était pas impartial")
trial_belies_intent = _found("trial_belies_intent", "20(3)(b)", "it was conducted against an intent to do justice", "il a été conduit contre l'intention de rendre justice")


law.reading("independence_or_impartiality", "20(3)(b)", ("Does the lack of either independence or impartiality suffice?", "Le défaut d'indépendance ou d'impartialité, l'un ou l'autre, suffit-il ?"),
            {"either": ("the lack of either suffices", "le défaut de l'une ou de l'autre suffit"), "both": ("both must be lacking", "l'une et l'autre doivent faire défaut")},
            ("The same words stand in article 17(2)(c).", "Les mêmes mots figurent à l'article 17-2-c."))


def enough_lacking(v: View, *lacks: Finding) -> Any:
    """Whether as much is lacking as the reading asks: open until each finding is made where it asks for both."""
    return True if v.reading("independence_or_impartiality") == "either" else {Truth.MET: True, Truth.NOT_MET: False}.get(min(f.truth(v) for f in lacks))


@law.fact("20(3)(b)", ("that lack is enough, as the provision is read", "ce défaut suffit, selon l'interprétation retenue"), needs=("trial_not_independent", "trial_not_impartial"))
def trial_lacks_enough(v: View) -> Any:
    return enough_lacking(v, trial_not_independent, trial_not_impartial)


def excepted() -> Condition:
    """The exceptions of article 20(3): shielding, or lack of independence or impartiality together with the second limb."""
    return any_of(trial_shielded, all_of(any_of(trial_not_independent, trial_not_impartial), trial_lacks_enough, trial_belies_intent), provision="rome:20(3)")


@law.fact("20(1)", ("the Court convicted or acquitted the person for that conduct", "la Cour a condamné ou acquitté la personne pour ces faits"), needs=("person",),
          cured_by=("record_final_judgement_of_court",))
def tried_here_finally(v: View) -> Any:
    code = person_code(v)
    return None if code is None else v.posture.admissibility.tried_here.get(code, False)


def _key(v: View) -> str:
    return f"{v.given.get('state', '')}:{person_code(v)}"


@law.fact("20(2)", ("the State announced a trial of the person", "l'État a annoncé un procès de la personne"), needs=("person", "state"), cured_by=("record_announced_trial",))
def trial_announced(v: View) -> Any:
    return v.posture.admissibility.announced.get(_key(v), False)


@law.fact("20(2)", ("it is for an article 5 crime already judged here", "il porte sur un crime de l'article 5 déjà jugé ici"), needs=("person", "state"))
def for_the_same_crime(v: View) -> Any:
    entry = v.posture.admissibility.announced.get(_key(v))
    return (entry if entry.particulars["same_crime"] else no(entry)) if entry is not None else False


@law.fact("20(2)", ("the State was answered", "l'État a reçu une réponse"), needs=("person", "state"), cured_by=("send_notice_of_bar", "answer_not_barred"))
def state_answered(v: View) -> Any:
    return v.posture.admissibility.warned.get(_key(v), False)


def _each_announcement(v: View) -> Iterable[Mapping[str, Any]]:
    return [{"state": key.partition(":")[0], "person": key.partition(":")[2]} for key in v.posture.admissibility.announced]


@law.stage("20(3)", ("the person is in the case", "la personne figure dans l'affaire"), cured_by=("open_case",))
def in_the_case(v: View) -> Any:
    code = v.given.get("person")
    return None if code is None else code in v.posture.persons


law.power("20(3)", trial_elsewhere, ("registry", "prosecutor", "defence"), in_the_case)
law.power("20(1)", tried_here, "registry", in_the_case)
law.power("20(2)", announce, ("registry", "state", "state_party"), in_the_case)
law.duty("20(2)", warn, "registrar", all_of(for_the_same_crime, tried_here_finally), state_answered, each=_each_announcement)
law.power("20(2)", answer, "registrar", all_of(trial_announced, ~all_of(for_the_same_crime, tried_here_finally)))
