"""Article 81 of the Rome Statute: appeal against acquittal, conviction or sentence."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.counting import regulation_33
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_appeal import Appeal
from curule.statutes.rome.part_05.facts import each_person, person_code, person_particular
from curule.statutes.rome.part_06.facts import judgement_on

__all__ = ["AC", "appeal_of", "appeal_particular", "appeal_pending", "conviction_alone", "convicted_person", "law", "notice_time", "person_sentenced", "sentence_alone", "sentence_time"]

law = Chapter("rome", __name__)

for provision, title, summary in (
    ("81(1)", ("Appeal against the decision", "Appel de la décision"),
     ("Prosecutor and convicted person, on listed grounds.", "Procureur et condamné, pour des motifs énumérés.")),
    ("81(1)(a)", ("Grounds of the Prosecutor", "Motifs du Procureur"),
     ("Three errors: of procedure, of fact, of law.", "Trois erreurs : de procédure, de fait, de droit.")),
    ("81(1)(a)(i)", ("Procedure (Prosecutor)", "Procédure (Procureur)"),
     ("The notice says which procedural error.", "L'acte dit quel vice de procédure.")),
    ("81(1)(a)(ii)", ("Fact (Prosecutor)", "Fait (Procureur)"),
     ("The notice says which finding is wrong.", "L'acte dit quelle constatation est erronée.")),
    ("81(1)(a)(iii)", ("Law (Prosecutor)", "Droit (Procureur)"),
     ("The notice says which rule was misread.", "L'acte dit quelle règle a été mal lue.")),
    ("81(1)(b)", ("Grounds of the convicted person", "Motifs du condamné"),
     ("Four; the Prosecutor may plead them for that person.", "Quatre ; le Procureur peut les invoquer au nom de cette personne.")),
    ("81(1)(b)(i)", ("Procedure (convicted person)", "Procédure (condamné)"),
     ("The notice says which procedural error.", "L'acte dit quel vice de procédure.")),
    ("81(1)(b)(ii)", ("Fact (convicted person)", "Fait (condamné)"),
     ("The notice says which finding is wrong.", "L'acte dit quelle constatation est erronée.")),
    ("81(1)(b)(iii)", ("Law (convicted person)", "Droit (condamné)"),
     ("The notice says which rule was misread.", "L'acte dit quelle règle a été mal lue.")),
    ("81(1)(b)(iv)", ("Fairness or reliability", "Équité ou régularité"),
     ("Open to the convicted side alone.", "Ouvert au seul camp du condamné.")),
    ("81(2)(a)", ("Appeal against sentence", "Appel de la peine"),
     ("Disproportion between crime and sentence.", "Disproportion entre le crime et la peine.")),
    ("81(2)(b)", ("From sentence to conviction", "De la peine à la condamnation"),
     ("The Chamber may invite grounds against the conviction.", "La Chambre peut inviter à présenter des motifs contre la condamnation.")),
    ("81(2)(c)", ("From conviction to sentence", "De la condamnation à la peine"),
     ("The same the other way, only to reduce the sentence.", "De même en sens inverse, pour réduire seulement la peine.")),
):
    if provision in ("81(1)(b)(i)", "81(1)(b)(ii)", "81(1)(b)(iii)"):
        law.clause(provision, Class.DEFINITION, title, summary, carried_by=("file_appeal.grounds",))
    else:
        law.clause(provision, Class.RULE, title, summary)

GROUNDS = {"procedure": ("procedural error", "vice de procédure", "i"), "fact": ("error of fact", "erreur de fait", "ii"), "law": ("error of law", "erreur de droit", "iii")}
AC = "appeals_chamber"


def appeal_of(v: View) -> Appeal | None:
    """The appeal a question names, or the only one."""
    appeals = v.posture.appeals.appeals
    number = v.given.get("appeal") or (next(iter(appeals)) if len(appeals) == 1 else "")
    found: Appeal | None = appeals.get(number)
    return found


def appeal_particular() -> Particular:
    """Which appeal: offered from the record, the only one by default."""
    return Particular("appeal", "text", "appeal", "appel", suggest=lambda v: [(n, n) for n in v.posture.appeals.appeals],
                      default=lambda v: next(iter(v.posture.appeals.appeals)) if len(v.posture.appeals.appeals) == 1 else None)


def _file(draft: Case, entry: Entry) -> None:
    given, appeals = entry.particulars, draft.appeals.appeals
    appeals[str(len(appeals) + 1)] = Appeal(by=entry.actor.organ, person=given["person"], behalf=given.get("on_behalf", False), against=tuple(given["against"]), filed=entry)


def _invite(draft: Case, entry: Entry) -> None:
    draft.appeals.appeals.setdefault(entry.particulars["appeal"], Appeal()).invited = entry


def wording(name: str, en: str, fr: str) -> Particular:
    """Words whose absence the law itself refuses."""
    return Particular(name, "text", en, fr, required=False)


file = law.act(
    "file_appeal", "case", ("File an appeal", "Interjeter appel"), ("An appeal concerning {person} was filed against: {against}", "Appel interjeté concernant {person} contre : {against}"),
    [person_particular(),
     Particular("against", "choice", "against", "contre", many=True, choices=[
         Choice("conviction", "conviction", "condamnation"), Choice("acquittal", "acquittal", "acquittement"), Choice("sentence", "sentence", "peine")]),
     Particular("on_behalf", "yes_no", "by the Prosecutor on the convicted person's behalf", "par le Procureur au nom du condamné", required=False),
     Particular("grounds", "choice", "grounds", "motifs", many=True, required=False, choices=[
         *(Choice(code, en, fr) for code, (en, fr, _) in GROUNDS.items()), Choice("fairness", "fairness or reliability", "équité ou régularité"),
         Choice("disproportion", "disproportionate sentence", "peine disproportionnée")]),
     wording("procedure_error", "procedural error pleaded", "vice de procédure invoqué"), wording("fact_finding", "finding attacked", "constatation attaquée"),
     wording("law_rule", "rule said to be misread", "règle qui aurait été mal lue")], _file, group="appeal")
invite = law.act("invite_grounds", "case", ("Invite grounds of appeal", "Inviter à présenter des motifs"), ("The parties were invited to submit further grounds in appeal {appeal}", "Les parties ont été invitées à présenter d'autres motifs dans l'appel {appeal}"),
                 [appeal_particular()], _invite, group="appeal")


def _has(v: View, status: str) -> Any:
    found = [c for c in v.posture.charges.values() if c.person == person_code(v) and c.status == status]
    return (found[0].entry or True) if found else False


@law.stage("81(1)(b)", ("the person was convicted", "la personne a été condamnée"), says_not=("the person was not convicted", "la personne n'a pas été condamnée"), cured_by=("give_judgement",))
def convicted_person(v: View) -> Any:
    return _has(v, "convicted")


@law.stage("81(1)", ("judgement has been given", "le jugement a été rendu"), says_not=("no judgement has been given", "aucun jugement n'a été rendu"), cured_by=("give_judgement",))
def judgement_given(v: View) -> Any:
    return judgement_on(v.posture, person_code(v)) or False


@law.stage("81(2)(a)", ("the person was sentenced", "la peine a été prononcée"), says_not=("no sentence was imposed", "aucune peine n'a été prononcée"), cured_by=("impose_sentence",))
def person_sentenced(v: View) -> Any:
    made = v.posture.sentences.persons.get(person_code(v) or "")
    return (made.entry or True) if made else False


def includes(id: str, provision: str, en: str, fr: str, not_en: str, not_fr: str, name: str, *values: str) -> Any:
    """A leaf: a list of choices contains one of these."""

    def test(v: View) -> Any:
        given = v.given.get(name, ())
        return any(value in given for value in values)

    test.__name__ = id
    return law.fact(provision, (en, fr), says_not=(not_en, not_fr), needs=(name,))(test)


def stated(id: str, provision: str, en: str, fr: str, not_en: str, not_fr: str, name: str) -> Any:
    """A leaf: an optional particular is given (yes, or words)."""

    def test(v: View) -> Any:
        return bool(v.given.get(name))

    test.__name__ = id
    return law.fact(provision, (en, fr), says_not=(not_en, not_fr), needs=(name,))(test)


behalf = stated("on_their_behalf", "81(1)(b)", "it is filed for the convicted person", "il est interjeté au nom du condamné", "it is not filed for the convicted person", "il n'est pas interjeté au nom du condamné", "on_behalf")
against_acquittal = includes("against_acquittal", "81(1)(a)", "it attacks an acquittal", "il vise un acquittement", "it attacks no acquittal", "il ne vise pas d'acquittement", "against", "acquittal")
against_sentence = includes("against_sentence", "81(2)(a)", "it attacks the sentence", "il vise la peine", "it does not attack the sentence", "il ne vise pas la peine", "against", "sentence")
against_decision = includes("against_decision", "81(1)", "it attacks the conviction or acquittal", "il vise la condamnation ou l'acquittement", "it attacks neither conviction nor acquittal",
                            "il ne vise ni condamnation ni acquittement", "against", "conviction", "acquittal")
disproportion = includes("disproportion_pleaded", "81(2)(a)", "disproportion is pleaded", "une disproportion est invoquée", "no disproportion is pleaded", "aucune disproportion n'est invoquée", "grounds", "disproportion")
fairness = includes("fairness_pleaded", "81(1)(b)(iv)", "fairness or reliability is pleaded", "l'équité ou la régularité est invoquée", "fairness is not pleaded", "l'équité n'est pas invoquée", "grounds", "fairness")
any_ground = includes("ground_pleaded", "81(1)", "a ground against the decision is pleaded", "un motif contre la décision est invoqué", "no ground against the decision is pleaded",
                      "aucun motif contre la décision n'est invoqué", "grounds", "procedure", "fact", "law", "fairness")

notice_time = law.limit("notice_of_appeal", "case", ("notice of appeal", "acte d'appel"), "81(1)", "notice_of_appeal",
                        runs_from=lambda v: judgement_on(v.posture, person_code(v)), stopped_by=lambda v: next((a.filed for a in v.posture.appeals.appeals.values() if not a.other), None),
                        binds=("prosecutor", "defence"), counting=regulation_33)
sentence_time = law.limit("notice_of_sentence_appeal", "case", ("notice of appeal against the sentence", "acte d'appel contre la peine"), "81(2)(a)", "notice_of_appeal",
                          runs_from=lambda v: s.entry if (s := v.posture.sentences.persons.get(person_code(v) or "")) else None,
                          stopped_by=lambda v: next((a.filed for a in v.posture.appeals.appeals.values() if "sentence" in a.against and a.person == person_code(v)), None),
                          binds=("prosecutor", "defence"), counting=regulation_33, each=each_person, subject="person")


@law.stage("81(1)", ("the appeal is pending", "l'appel est pendant"), says_not=("the appeal is not pending", "l'appel n'est pas pendant"), cured_by=(file,))
def appeal_pending(v: View) -> Any:
    appeal = appeal_of(v)
    if appeal is None:
        return False
    return appeal.filed if appeal.pending else no(appeal.decided, appeal.discontinued)


law.power("81(1)", file, "prosecutor", judgement_given)
law.power("81(1)(b)", file, "defence", convicted_person)
law.prohibition("81(1)", file, against_decision & ~notice_time.within(), name="late")
law.prohibition("81(1)", file, against_decision & ~any_ground, name="no_ground")
law.prohibition("81(1)(a)", file, behalf & against_acquittal, name="acquittal_on_behalf")
law.prohibition("81(1)(b)", file, against_acquittal, by="defence")
law.prohibition("81(1)(b)(iv)", file, fairness & ~behalf, by="prosecutor")
for code, name in (("procedure", "procedure_error"), ("fact", "fact_finding"), ("law", "law_rule")):
    en, fr, item = GROUNDS[code]
    provision = f"81(1)(a)({item})"
    pleaded = includes(f"{code}_pleaded", provision, f"{en} is pleaded", f"{fr} : motif invoqué", f"{en} is not pleaded", f"{fr} : motif non invoqué", "grounds", code)
    said = stated(f"{code}_described", provision, f"the notice describes it ({en})", f"l'acte le précise ({fr})", f"the notice does not describe it ({en})", f"l'acte ne le précise pas ({fr})", name)
    law.prohibition(provision, file, pleaded & ~said)
law.prohibition("81(2)(a)", file, against_sentence & ~all_of(person_sentenced, disproportion), name="no_disproportion")
law.prohibition("81(2)(a)", file, against_sentence & ~sentence_time.within(), name="late")


@law.fact("81(2)(b)", ("the appeal attacks the sentence alone", "l'appel vise la seule peine"), needs=("appeal",))
def sentence_alone(v: View) -> Any:
    appeal = appeal_of(v)
    return None if appeal is None else appeal.against == ("sentence",)


@law.fact("81(2)(c)", ("the appeal attacks the conviction alone", "l'appel vise la seule condamnation"), needs=("appeal",))
def conviction_alone(v: View) -> Any:
    appeal = appeal_of(v)
    return None if appeal is None else appeal.against == ("conviction",)


law.power("81(2)(b)", invite, AC, all_of(appeal_pending, sentence_alone))
law.power("81(2)(c)", invite, AC, all_of(appeal_pending, conviction_alone))
