"""Articles 22 to 24 and 26, 27, 29 of the Rome Statute: no crime or penalty without law, no retroactivity, age, office, limitation."""

from __future__ import annotations

from datetime import date
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.crimes import pleadable
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.membership import statute_in_force, years_after
from curule.statutes.rome.organs import BENCH
from curule.statutes.rome.part_02.charge_facts import choices, chosen, crime_of
from curule.statutes.rome.part_05.facts import of_person, person_code, person_particular
from curule.statutes.rome.part_13.party_facts import register_of

law = Chapter("rome", __name__)

law.clause("22(1)", Class.RULE, ("No crime without law", "Pas de crime sans loi"), ("The conduct was a crime of the Court when done.", "Les faits étaient un crime de la Cour quand ils furent commis."))
law.clause("22(2)", Class.RULE, ("Strict construction", "Interprétation stricte"), ("No analogy; doubt favours the person.", "Pas d'analogie ; le doute profite à la personne."))
law.clause("22(3)", Class.NOT_EXECUTABLE, ("Other international law", "Autre droit international"), ("What is criminal elsewhere remains so.", "Ce qui est criminel ailleurs le demeure."),
           reason=("It is a saving clause for law outside the Statute.", "Clause de sauvegarde du droit extérieur au Statut."))
law.clause("23", Class.RULE, ("No penalty without law", "Pas de peine sans loi"), ("Punishment only as the Statute provides.", "Seulement les peines du Statut."))
law.clause("24(1)", Class.RULE, ("No retroactivity", "Non-rétroactivité"), ("Nothing done before the Statute was in force.", "Rien d'antérieur à l'entrée en vigueur."))
law.clause("24(2)", Class.RULE, ("Milder law", "Loi plus douce"), ("Where the law changes before final judgement, the kinder law.", "Si le droit change avant le jugement définitif, le plus favorable."))
law.clause("26", Class.RULE, ("Eighteen years", "Dix-huit ans"), ("No jurisdiction over who was under eighteen.", "Pas de compétence envers qui avait moins de dix-huit ans."))
law.clause("27(1)", Class.RULE, ("Office", "Qualité officielle"), ("Office neither exempts nor by itself mitigates.", "La fonction n'exonère ni n'atténue par elle-même."))
law.clause("27(2)", Class.RULE, ("Immunities", "Immunités"), ("They do not bar jurisdiction.", "Elles ne font pas obstacle à la compétence."))
law.clause("29", Class.RULE, ("No limitation", "Imprescriptibilité"), ("Time does not bar these crimes.", "Le temps n'éteint pas ces crimes."))

# -- birth, crime and law at the time of the conduct ------------------------------------------------------------------------

ELEMENTS = "state_elements_of_charge"


def _born(draft: Case, entry: Entry) -> None:
    draft.responsibility.born[entry.particulars["person"]] = entry


record_birth = law.act("record_date_of_birth", "case", ("Record a date of birth", "Inscrire une date de naissance"), ("{person} was born on {born}", "{person} est né(e) le {born}"),
                       [person_particular(), Particular("born", "date", "date of birth", "date de naissance")], _born, group="charges")


def _majority(v: View) -> date | None:
    entry = v.posture.responsibility.born.get(person_code(v) or "")
    return years_after(entry.particulars["born"], 18) if entry is not None else None


in_the_case = of_person(law, "person_in_case", "26", ("the person is in the case", "la personne figure dans l'affaire"),
                        ("the person is not in the case", "la personne ne figure pas dans l'affaire"), lambda p: True, cured_by=("open_case",))
of_age = law.measure("eighteen_at_the_time", "26", ("the person was eighteen from the first day charged", "la personne avait dix-huit ans dès le premier jour visé"),
                     lambda v: v.given.get("conduct_from"), ">=", _majority, needs=("conduct_from",), cured_by=("record_date_of_birth",),
                     says_not=("the person was under eighteen on the first day charged", "la personne avait moins de dix-huit ans le premier jour visé"))
after_entry_into_force = law.measure("conduct_after_statute", "24(1)", ("the conduct follows the Statute's entry into force", "les faits sont postérieurs à l'entrée en vigueur"),
                                     lambda v: v.given.get("conduct_from"), ">=", lambda v: statute_in_force(register_of(v)), needs=("conduct_from",))


@law.fact("22(1)", ("the conduct was a crime of the Court when it took place", "les faits étaient un crime de la Cour lorsqu'ils furent commis"), needs=("charge", "conduct_from"),
          says_not=("the crime was added by an amendment not in force then", "le crime résulte d'un amendement qui n'était pas en vigueur"), cured_by=("deposit_acceptance",))
def law_when_done(v: View) -> Any:
    found, day = crime_of(v), v.given.get("conduct_from")
    if found is None or day is None:
        return None
    if not found.amendment:
        return True
    return pleadable(found.code, day, register_of(v))


law.power("26", record_birth, ("registry", "prosecutor"), in_the_case)
law.prohibition("26", ELEMENTS, ~of_age)
law.prohibition("24(1)", ELEMENTS, ~after_entry_into_force)
law.prohibition("22(1)", ELEMENTS, ~law_when_done)

# -- pleas in bar: office, immunity, limitation -----------------------------------------------------------------------------

PLEAS = {"office": ("27(1)", "official capacity as exemption", "qualité officielle comme exonération"),
         "office_mitigation": ("27(1)", "official capacity by itself as mitigation", "qualité officielle, en soi, comme atténuation"),
         "immunity": ("27(2)", "immunity attached to office", "immunité attachée à la fonction"),
         "limitation": ("29", "lapse of time", "prescription"), "other": ("", "another bar", "autre exception")}


def plea_key(v: View) -> str:
    """Under which key a plea or ground stands."""
    return f"{v.given.get('person')}:{v.given.get('plea')}"


def _key(entry: Entry) -> str:
    return f"{entry.particulars['person']}:{entry.particulars['plea']}"


def _raise(draft: Case, entry: Entry) -> None:
    draft.responsibility.pleas[_key(entry)] = entry
    draft.responsibility.ruled.pop(_key(entry), None)


def _rule(draft: Case, entry: Entry) -> None:
    draft.responsibility.ruled[_key(entry)] = entry


PLEA = Particular("plea", "choice", "plea", "exception", choices=choices(PLEAS))
raise_plea = law.act("raise_plea_in_bar", "case", ("Raise a plea in bar", "Soulever une exception"), ("{person} raised a plea: {plea}", "{person} a soulevé une exception : {plea}"),
                     [person_particular(), PLEA], _raise, group="charges")
rule_on_plea = law.act("rule_on_plea_in_bar", "case", ("Rule on a plea in bar", "Statuer sur une exception"), ("The Chamber ruled on the plea {plea}: {outcome}",
                       "La Chambre a statué sur l'exception {plea} : {outcome}"),
                       [person_particular(), PLEA, Particular("outcome", "choice", "outcome", "décision", choices=[
                           Choice("dismissed", "dismissed", "rejetée"), Choice("upheld", "upheld", "accueillie")])], _rule, group="charges")


@law.stage("27(2)", ("that plea was raised", "cette exception a été soulevée"), cured_by=("raise_plea_in_bar",))
def plea_raised(v: View) -> Any:
    return None if "plea" not in v.given else v.posture.responsibility.pleas.get(plea_key(v), False)


upheld = chosen(law, "plea_upheld", "27(2)", ("the plea is upheld", "l'exception est accueillie"), "outcome", "upheld")


@law.stage("27(2)", ("that plea was ruled on", "il a été statué sur cette exception"), cured_by=("rule_on_plea_in_bar",))
def plea_ruled(v: View) -> Any:
    return None if "plea" not in v.given else v.posture.responsibility.ruled.get(plea_key(v), False)


law.power("27(2)", raise_plea, "defence", in_the_case)
law.power("27(2)", rule_on_plea, (*BENCH,), all_of(plea_raised, ~plea_ruled))
for _code, (_provision, _en, _fr) in PLEAS.items():
    if _provision:
        law.prohibition(_provision, rule_on_plea, all_of(upheld, chosen(law, f"plea_is_{_code}", _provision, (f"the plea is: {_en}", f"l'exception est : {_fr}"), "plea", _code)), name=_code)

# -- findings: strict construction, penalties of the Statute, milder law ----------------------------------------------------

FINDINGS = "enter_findings_on_responsibility"
responsible = chosen(law, "found_responsible", "22(2)", ("the person is found responsible", "la personne est déclarée responsable"), "outcome", "responsible")
strictly_construed = law.finding("strictly_construed", "22(2)", ("the definition covers the conduct without analogy or doubt", "la définition couvre les faits sans analogie ni doute"),
                                 "trial_chamber", ("strictly construed, doubt in favour of the person", "interprétation stricte, doute au profit de la personne"), lasting=False)
other_penalty = chosen(law, "penalty_outside_statute", "23", ("a penalty is foreign to the Statute", "une peine est étrangère au Statut"), "penalties", "other")
milder = law.finding("change_is_milder", "24(2)", ("the changed law is kinder to the person", "le droit modifié est plus favorable à la personne"), "trial_chamber",
                     ("compared as a whole", "comparés dans leur ensemble"), lasting=False)
law_changed = chosen(law, "law_changed", "24(2)", ("the law changed before final judgement", "le droit a changé avant le jugement définitif"), "law_changed", True)
applies_changed = chosen(law, "applies_changed_law", "24(2)", ("the changed law is applied", "le droit modifié est appliqué"), "law_applied", "changed")

law.prohibition("22(2)", FINDINGS, all_of(responsible, ~strictly_construed))
law.prohibition("23", FINDINGS, other_penalty)
law.prohibition("24(2)", FINDINGS, all_of(law_changed, applies_changed, ~milder), name="stricter_law")
law.prohibition("24(2)", FINDINGS, all_of(law_changed, ~applies_changed, milder), name="milder_law_ignored")
