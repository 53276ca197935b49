"""Article 82(2) of the Rome Statute: appeal against the authorisation of steps on a State's territory (article 57(3)(d)), with leave and expedited."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.part_06.facts import chosen

law = Chapter("rome", __name__)

KINDS = ("situation", "case")
AUDIENCE = ("organ:prosecutor", "bench", "organ:registry")


def _keyed(field: str) -> Any:
    def effect(draft: Any, entry: Entry) -> None:
        getattr(draft.inquiry, field)[entry.particulars["state"]] = entry

    return effect


STATE = Particular("state", "state", "State on whose territory the steps are to be taken", "État sur le territoire duquel les mesures doivent être prises",
                   suggest=lambda v: [(s, s) for s in v.posture.inquiry.authorised])
leave = law.act("grant_leave_to_appeal_steps", KINDS, ("Grant leave to appeal the authorisation of steps", "Autoriser l'appel d'une autorisation de mesures"),
                ("Leave was granted to appeal the steps authorised in {state}", "L'appel des mesures autorisées en {state} a été permis"), [STATE], _keyed("appeal_leave"), audience=AUDIENCE, group="powers")
appeal = law.act("appeal_authorised_steps", KINDS, ("Appeal the authorisation of steps", "Faire appel d'une autorisation de mesures"), ("The steps authorised in {state} were appealed", "Les mesures autorisées en {state} ont été frappées d'appel"),
                 [STATE, Particular("track", "choice", "track", "procédure", choices=[Choice("expedited", "expedited", "accélérée"), Choice("ordinary", "ordinary", "ordinaire")])],
                 _keyed("appealed_steps"), audience=AUDIENCE, group="powers")


@law.fact("82(2)", ("steps on that State's territory were authorised", "des mesures ont été autorisées sur le territoire de cet État"), needs=("state",),
          says_not=("no steps on that State's territory were authorised", "aucune mesure n'a été autorisée sur le territoire de cet État"), cured_by=("authorise_steps_in_state",))
def steps_authorised(v: View) -> Any:
    return None if "state" not in v.given else v.posture.inquiry.authorised.get(v.given["state"], False)


@law.fact("82(2)", ("the Pre-Trial Chamber gave leave", "la Chambre préliminaire a donné son autorisation"), needs=("state",), says_not=("the Pre-Trial Chamber gave no leave", "la Chambre préliminaire n'a pas donné d'autorisation"),
          cured_by=(leave,))
def leave_given(v: View) -> Any:
    return None if "state" not in v.given else v.posture.inquiry.appeal_leave.get(v.given["state"], False)


expedited = chosen(law, "steps_appeal_expedited", "82(2)", ("the appeal is expedited", "l'appel suit la procédure accélérée"), ("the appeal is not expedited", "l'appel ne suit pas la procédure accélérée"), "track", "expedited")

law.power("82(2)", leave, "pre_trial_chamber", steps_authorised)
law.power("82(2)", appeal, ("state", "state_party", "prosecutor"), leave_given)
law.prohibition("82(2)", appeal, ~expedited)

law.clause("82(2)", Class.RULE, ("Steps in a State", "Mesures sur le territoire d'un État"),
           ("The State concerned or the Prosecutor, with leave.", "L'État intéressé ou le Procureur, avec autorisation."))
