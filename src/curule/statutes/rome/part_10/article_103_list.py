"""Article 103(1) of the Rome Statute, (a) and (b): the list of States willing to receive sentenced persons, and their conditions."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Particular
from curule.law.record import Entry
from curule.law.view import View
from curule.statutes.rome.matters.cooperation_profile import CooperationProfile
from curule.statutes.rome.matters.state_files import StateFile, StatesRegister

__all__ = ["law", "on_list"]

law = Chapter("rome", __name__)

PRESIDENCY = "presidency"


def _profile(draft: StatesRegister, entry: Entry) -> CooperationProfile:
    made: StateFile = draft.states.setdefault(entry.particulars["state"], StateFile())
    return made.cooperation


def _declare(draft: StatesRegister, entry: Entry) -> None:
    profile = _profile(draft, entry)
    profile.willing, profile.conditions_agreed = entry, None


def _agree(draft: StatesRegister, entry: Entry) -> None:
    _profile(draft, entry).conditions_agreed = entry


STATE = Particular("state", "state", "State", "État")
declare = law.act("declare_willingness_to_enforce", "states", ("Declare willingness to receive sentenced persons", "Se déclarer disposé à recevoir des condamnés"),
                  ("{state} declared that it receives sentenced persons (conditions: {conditions})", "{state} s'est déclaré disposé à recevoir des condamnés (conditions : {conditions})"),
                  [STATE, Particular("conditions", "text", "conditions", "conditions", required=False)], _declare)
agree = law.act("agree_enforcement_conditions", "states", ("Agree to a State's conditions", "Agréer les conditions d'un État"), ("The Court agreed to the conditions of {state}", "La Cour a agréé les conditions de {state}"), [STATE], _agree)


def _file(v: View) -> CooperationProfile | None:
    file = v.posture.states.get(v.given.get("state", ""))
    return file.cooperation if file is not None else None


@law.fact("103(1)(b)", ("the State declared its willingness with conditions", "l'État s'est déclaré disposé, avec des conditions"), needs=("state",), cured_by=(declare,),
          says_not=("the State attached no conditions to a declaration", "l'État n'a joint aucune condition à une déclaration"))
def conditions_attached(v: View) -> Any:
    profile = _file(v)
    return profile.willing if profile is not None and profile.willing is not None and profile.willing.particulars.get("conditions") else False


keeps_part_10 = law.finding("conditions_keep_with_part_10", "103(1)(b)", ("the conditions keep with Part 10", "les conditions sont conformes au chapitre X"), PRESIDENCY,
                            ("they leave the sentence and its review to the Court", "elles laissent la peine et son réexamen à la Cour"), lasting=False)

law.power("103(1)(b)", declare, ("state", "state_party"))
law.power("103(1)(b)", agree, PRESIDENCY, all_of(conditions_attached, keeps_part_10))


@law.fact("103(1)(a)", ("the State is on the list of those willing, its conditions agreed", "l'État figure sur la liste, ses conditions étant agréées"), needs=("state",), cured_by=(declare, agree),
          says_not=("the State is not on the list of those willing, or its conditions are not agreed", "l'État ne figure pas sur la liste, ou ses conditions ne sont pas agréées"))
def on_list(v: View) -> Any:
    register, state = v.other("states"), v.given.get("state")
    if state is None:
        return None
    file = register.states.get(state) if register is not None else None
    if file is None or file.cooperation.willing is None:
        return False
    willing: Entry = file.cooperation.willing
    return willing if file.cooperation.conditions_agreed is not None or not willing.particulars.get("conditions") else False
