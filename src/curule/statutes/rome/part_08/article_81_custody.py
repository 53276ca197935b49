"""Article 81(3) of the Rome Statute: custody while an appeal is open."""

from __future__ import annotations

from datetime import date
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_pre_trial import end_detention
from curule.statutes.rome.part_05.facts import each_person, in_detention, listed, on_record, person_code, person_particular, wording
from curule.statutes.rome.part_06.facts import given_in, judgement_on
from curule.statutes.rome.part_07.sentence_days import days_at_liberty, last_day
from curule.statutes.rome.part_08.appeal_time import appeal_open
from curule.statutes.rome.part_08.article_81 import convicted_person

__all__ = ["law", "maintain"]

law = Chapter("rome", __name__)

TC, REGISTRY = "trial_chamber", ("registrar", "registry")

law.reading("release_over_term", "81(3)(b)", ("Where the Prosecutor also appeals, must the release of a person held beyond the sentence carry conditions? The English text says that it may, the Chinese that it does.",
                                              "Si le Procureur fait aussi appel, la libération de la personne détenue au-delà de sa peine doit-elle être assortie de conditions ? Le texte anglais le permet, le chinois l'impose."),
            {"english": ("it may carry conditions", "elle peut l'être"), "chinese": ("it carries conditions", "elle l'est toujours")})


def _table(name: str) -> Any:
    return lambda draft, entry: getattr(draft.appeals, name).__setitem__(entry.particulars["person"], entry)


def _release(draft: Case, entry: Entry) -> None:
    end_detention(draft.custody, entry.particulars["person"], entry)


order_release = law.act("order_release_pending_appeal", "case", ("Order release pending appeal", "Ordonner la mise en liberté pendant l'appel"),
                        ("The release of {person} pending appeal was ordered", "La mise en liberté de {person} pendant l'appel a été ordonnée"),
                        [person_particular(), wording("reasons", "reasons", "motifs", required=True)], _table("release_orders"), group="custody pending appeal")
release = law.act("release_after_judgement", "case", ("Release a person after the judgement", "Libérer une personne après le jugement"), ("{person} was released", "{person} a été mis en liberté"),
                  [person_particular(), wording("conditions", "conditions", "conditions")], _release, group="custody pending appeal")
seek_detention = law.act("request_detention_pending_appeal", "case", ("Request that an acquitted person stays in detention", "Demander le maintien en détention d'une personne acquittée"),
                         ("The Prosecutor asked that {person} stay in detention pending appeal", "Le Procureur a demandé le maintien en détention de {person} pendant l'appel"),
                         [person_particular()], _table("detention_sought"), group="custody pending appeal")
maintain = law.act(
    "maintain_detention_pending_appeal", "case", ("Maintain the detention of an acquitted person", "Maintenir en détention une personne acquittée"),
    ("The detention of {person} was maintained pending appeal", "La détention de {person} a été maintenue pendant l'appel"),
    [person_particular(), Particular("factors", "choice", "considered", "pris en considération", many=True, choices=[
        Choice("flight", "concrete risk of flight", "risque concret d'évasion"), Choice("seriousness", "seriousness of the offence", "gravité de l'infraction"),
        Choice("success", "probability of success on appeal", "chances de succès de l'appel")])], _table("detention_orders"), group="custody pending appeal")


def _times(v: View) -> list[tuple[date, date | None]]:
    held = v.posture.custody.get(person_code(v) or "")
    return [(t.since, t.until) for t in held.times] if held else []


def term_served(v: View) -> date:
    """The last day of the sentence of the person if custody goes on; days at liberty since the sentence put it off;
    never without a sentence or for life."""
    made = v.posture.sentences.persons.get(person_code(v) or "")
    if made is None or made.entry is None or made.life:
        return date.max
    months = made.joint if made.joint is not None else max(made.single.values(), default=0)
    first: date = made.entry.particulars.get("counted_from", made.entry.done_on)
    return last_day(first, months, anniversary=v.reading("last_day_of_term") == "anniversary") + days_at_liberty(made.entry.done_on, v.on, _times(v))


custody_exceeds = law.measure("custody_exceeds_sentence", "81(3)(b)", ("time in custody exceeds the sentence", "la durée de la détention dépasse celle de la peine"), lambda v: v.on, ">", term_served,
                              says_not=("time in custody does not exceed the sentence", "la durée de la détention ne dépasse pas celle de la peine"))


@law.stage("81(3)(c)", ("the person was acquitted on every charge", "la personne a été acquittée de toutes les charges"), cured_by=("give_judgement",),
           says_not=("the person was not acquitted on every charge", "la personne n'a pas été acquittée de toutes les charges"))
def acquitted_of_all(v: View) -> Any:
    mine = [c for c in v.posture.charges.values() if c.person == person_code(v) and c.status in ("convicted", "acquitted", "confirmed")]
    return mine[0].entry if mine and all(c.status == "acquitted" for c in mine) else False


@law.stage("81(3)(b)", ("an appeal of the Prosecutor is pending", "un appel du Procureur est pendant"), cured_by=("file_appeal",),
           says_not=("no appeal of the Prosecutor is pending", "aucun appel du Procureur n'est pendant"))
def prosecutor_appeals(v: View) -> Any:
    return next((a.filed for a in v.posture.appeals.appeals.values() if a.by == "prosecutor" and not a.behalf and not a.other and a.pending and a.person == person_code(v)), False)


@law.fact("81(3)(b)", ("such a release must carry conditions", "une telle libération doit être assortie de conditions"), says_not=("such a release need not carry conditions", "une telle libération peut être sans conditions"))
def conditions_mandatory(v: View) -> Any:
    return v.reading("release_over_term") == "chinese"


@law.stage("81(3)(c)(i)", ("the detention is maintained pending appeal", "la détention est maintenue pendant l'appel"), cured_by=("maintain_detention_pending_appeal",),
           says_not=("no order maintains the detention", "aucune décision ne maintient la détention"))
def detention_maintained(v: View) -> Any:
    order = v.posture.appeals.detention_orders.get(person_code(v) or "")
    return order if order is not None and appeal_open.test(v) else False


release_ordered = on_record(law, "release_ordered", "81(3)(a)", ("the Trial Chamber ordered the release", "la Chambre de première instance a ordonné la mise en liberté"),
                            ("the Trial Chamber did not order the release", "la Chambre de première instance n'a pas ordonné la mise en liberté"),
                            lambda v: v.posture.appeals.release_orders.get(person_code(v) or ""), cured_by=("order_release_pending_appeal",))
detention_sought = on_record(law, "detention_sought", "81(3)(c)(i)", ("the Prosecutor asked for it", "le Procureur l'a demandé"), ("the Prosecutor did not ask for it", "le Procureur ne l'a pas demandé"),
                             lambda v: v.posture.appeals.detention_sought.get(person_code(v) or ""), cured_by=("request_detention_pending_appeal",))
conditions = given_in(law, "release_conditions", "81(3)(b)", ("the release carries conditions", "la libération est assortie de conditions"), ("the release carries no conditions", "la libération est sans conditions"), "conditions")
exceptional = law.finding("detention_exceptional", "81(3)(c)(i)", ("the circumstances are exceptional", "les circonstances sont exceptionnelles"), TC, ("exceptional circumstances", "circonstances exceptionnelles"), lasting=False)
flight, serious, success = (
    listed(law, f"{item}_considered", "81(3)(c)(i)", (f"considered: {en}", f"pris en compte : {fr}"), (f"not considered: {en}", f"non pris en compte : {fr}"), "factors", item)
    for item, en, fr in (("flight", "risk of flight", "risque d'évasion"), ("seriousness", "seriousness of the offence", "gravité de l'infraction"), ("success", "chance of success on appeal", "chances de succès de l'appel")))

law.power("81(3)(a)", order_release, TC, all_of(convicted_person, in_detention))
law.power("81(3)(a)", release, REGISTRY, release_ordered, name="release_on_order")
law.prohibition("81(3)(a)", release, ~in_detention, name="not_held")
law.duty("81(3)(b)", release, REGISTRY, custody_exceeds, ~in_detention, each=each_person)
law.prohibition("81(3)(b)", release, all_of(conditions, ~prosecutor_appeals, ~release_ordered), name="conditions_without_appeal")
law.prohibition("81(3)(b)", release, all_of(conditions_mandatory, custody_exceeds, prosecutor_appeals, ~conditions), name="without_conditions")
law.duty("81(3)(c)", release, REGISTRY, all_of(acquitted_of_all, ~detention_maintained), ~in_detention, each=each_person,
         due=lambda v: made.done_on if (made := judgement_on(v.posture, person_code(v))) else None)
law.power("81(3)(c)(i)", seek_detention, "prosecutor", acquitted_of_all)
law.power("81(3)(c)(i)", maintain, TC, all_of(detention_sought, acquitted_of_all, in_detention, appeal_open, exceptional))
law.prohibition("81(3)(c)(i)", maintain, ~all_of(flight, serious, success), name="factors")

for provision, title, summary in (
    ("81(3)(a)", ("Custody pending appeal", "Détention pendant l'appel"),
     ("The convicted person stays in custody unless the Trial Chamber orders otherwise.", "Le condamné reste détenu, sauf décision contraire de la Chambre de première instance.")),
    ("81(3)(b)", ("Custody longer than the sentence", "Détention plus longue que la peine"),
     ("Release; on the Prosecutor's appeal it may be conditional.", "Mise en liberté ; si le Procureur fait appel, elle peut être conditionnelle.")),
    ("81(3)(c)", ("Release on acquittal", "Mise en liberté en cas d'acquittement"),
     ("At once.", "Immédiate.")),
    ("81(3)(c)(i)", ("Detention despite acquittal", "Détention malgré l'acquittement"),
     ("In exceptional circumstances, at the Prosecutor's request.", "Dans des circonstances exceptionnelles, à la demande du Procureur.")),
    ("81(3)(c)(ii)", ("Appeal of that detention", "Appel de cette détention"),
     ("It may be appealed.", "Elle est susceptible d'appel.")),
    ("81(4)", ("Suspension", "Effet suspensif"),
     ("No execution while the time for appeal and the appeal run.", "Pas d'exécution pendant le délai d'appel et la procédure d'appel.")),
):
    law.clause(provision, Class.RULE, title, summary)
