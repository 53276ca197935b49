"""Article 63 of the Rome Statute: presence of the accused, and removal."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.part_05.facts import person_particular
from curule.statutes.rome.part_06.article_64_hearing import hold_session
from curule.statutes.rome.part_06.facts import TC, accused, accused_in, every_accused, mark_accused, told, trial_of, trial_runs

law = Chapter("rome", __name__)


def _warn(draft: Case, entry: Entry) -> None:
    accused_in(draft, entry.particulars["person"]).warned.append(entry)


warn = law.act("warn_accused", "case", ("Warn a disruptive accused", "Avertir un accusé perturbateur"), ("{person} was warned for disrupting the trial", "{person} a été averti(e) pour trouble à l'audience"),
               [person_particular()], _warn, group="trial")
remove = law.act(
    "remove_accused", "case", ("Remove the accused", "Expulser l'accusé"), ("{person} was removed until {until}", "{person} a été expulsé(e) jusqu'au {until}"),
    [person_particular(), Particular("until", "date", "last day of the removal", "dernier jour de l'expulsion"),
     Particular("observes", "yes_no", "the accused can follow the trial from outside", "l'accusé peut suivre le procès de l'extérieur"),
     Particular("instructs", "yes_no", "the accused can instruct counsel from outside", "l'accusé peut donner des instructions à son conseil de l'extérieur")],
    mark_accused("removed"), group="trial")


@law.fact("63(1)", ("every accused is present, or removed for the time being", "chaque accusé est présent, ou expulsé pour le moment"), needs=("session", "accused"),
          says_not=("an accused who is not removed is absent", "un accusé qui n'est pas expulsé est absent"), cured_by=(remove,))
def accused_present(v: View) -> Any:
    present = v.given.get("accused", ())
    for person in every_accused(v):
        known = trial_of(v).accused.get(person)
        removed = known.removed if known else None
        if person not in present and not (removed and removed.done_on <= v.on <= removed.particulars["until"]):
            return False
    return True


@law.fact("63(2)", ("the accused had been warned before and goes on disrupting", "l'accusé, déjà averti, continue de troubler l'audience"), cured_by=(warn,),
          says_not=("the accused was not warned before", "l'accusé n'a pas été averti auparavant"))
def warned_before(v: View) -> Any:
    found = accused(v)
    return found.warned[-1] if found and found.warned else False


exceptional = law.finding("removal_exceptional", "63(2)", ("the circumstances are exceptional", "les circonstances sont exceptionnelles"), TC,
                          ("continued disruption of a gravity that leaves no choice", "trouble persistant d'une gravité qui ne laisse pas le choix"), lasting=False)
alternatives = law.finding("alternatives_inadequate", "63(2)", ("other reasonable measures proved inadequate", "d'autres solutions raisonnables se sont révélées vaines"), TC,
                           ("what was tried and why it did not suffice", "ce qui a été tenté et pourquoi cela n'a pas suffi"), lasting=False)
strictly = law.finding("removal_strictly_required", "63(2)", ("the length is no more than strictly required", "la durée ne dépasse pas le strict nécessaire"), TC,
                       ("the shortest time that restores order", "le temps le plus bref qui rétablit l'ordre"), lasting=False)
observes = told(law, "accused_observes", "63(2)", ("the accused can follow the trial", "l'accusé peut suivre le procès"), ("the accused cannot follow the trial", "l'accusé ne peut suivre le procès"), "observes")
instructs = told(law, "accused_instructs", "63(2)", ("the accused can instruct counsel", "l'accusé peut donner des instructions à son conseil"),
                 ("the accused cannot instruct counsel", "l'accusé ne peut donner d'instructions à son conseil"), "instructs")

law.prohibition("63(1)", hold_session, ~accused_present)
law.power("63(2)", warn, TC, trial_runs)
law.power("63(2)", remove, TC, all_of(trial_runs, warned_before, exceptional, alternatives, strictly))
law.prohibition("63(2)", remove, ~all_of(observes, instructs), name="provision_for_defence")

for provision, title, summary in (
    ("63(1)", ("Presence of the accused", "Présence de l'accusé"),
     ("No hearing of the trial without the accused, save during a removal.", "Aucune audience du procès sans l'accusé, sauf pendant une expulsion.")),
    ("63(2)", ("Removal for disruption", "Expulsion pour trouble"),
     ("Repeated disruption, exceptional circumstances, alternatives tried; limited in time; the accused follows and instructs counsel from outside.", "Trouble persistant, circonstances exceptionnelles, autres solutions épuisées ; durée limitée ; l'accusé suit les débats et instruit son conseil de l'extérieur.")),
):
    law.clause(provision, Class.RULE, title, summary)
