"""Article 111 of the Rome Statute: escape."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.enforcement import Enforcement, Flight
from curule.statutes.rome.part_06.facts import given_in
from curule.statutes.rome.part_10.article_103 import STATES

law = Chapter("rome", __name__)

COURT = ("presidency",)

law.reading("escape_direction", "111", ("Who may direct where a person who fled is delivered? The Chinese text names the Court; the English says \"it\" after a sentence about the State.",
                                        "Qui peut ordonner où la personne en fuite est remise ? Le texte chinois désigne la Cour ; l'anglais dit « it » après une phrase sur l'État."),
            {"court": ("the Court", "la Cour"), "either": ("the Court or the State of enforcement", "la Cour ou l'État chargé de l'exécution")})


def _escape(draft: Enforcement, entry: Entry) -> None:
    draft.flight = Flight(to=entry.particulars.get("state", ""), escaped=entry)


def _mark(field: str) -> Any:
    def effect(draft: Enforcement, entry: Entry) -> None:
        setattr(draft.flight, field, entry)

    return effect


escape = law.act("record_escape", "enforcement", ("Record an escape", "Inscrire une évasion"), ("The sentenced person escaped (State: {state})", "La personne condamnée s'est évadée (État : {state})"),
                 [Particular("state", "state", "State to which the person fled", "État où la personne s'est enfuie", required=False)], _escape, group="escape")
consult = law.act("consult_on_escape", "enforcement", ("Consult the Court on an escape", "Consulter la Cour sur une évasion"), ("The State of enforcement consulted the Court on the escape", "L'État chargé de l'exécution a consulté la Cour sur l'évasion"), [], _mark("consulted"), group="escape")
request = law.act("request_fugitive_from_state", "enforcement", ("Request the fugitive from the other State", "Demander la remise du fugitif à l'autre État"), ("The State of enforcement requested the fugitive under: {arrangement}", "L'État chargé de l'exécution a demandé la remise au titre de : {arrangement}"),
                  [Particular("arrangement", "text", "arrangement in force", "accord en vigueur", required=False)], _mark("surrender_sought"), group="escape")
ask_court = law.act("ask_court_to_seek_fugitive", "enforcement", ("Ask the Court to seek the fugitive", "Demander à la Cour de rechercher la remise du fugitif"), ("The State of enforcement asked the Court to seek the surrender", "L'État chargé de l'exécution a demandé à la Cour de rechercher la remise"), [], _mark("court_asked"), group="escape")
seek = law.act("seek_surrender_of_fugitive", "enforcement", ("Seek the surrender of the fugitive", "Rechercher la remise du fugitif"), ("The Court sought the surrender of the fugitive under Part 9 from {state}", "La Cour a demandé à {state} la remise du fugitif au titre du chapitre IX"),
               [Particular("state", "state", "State where the person is", "État où se trouve la personne", default=lambda v: v.posture.flight.to or None)], _mark("surrender_sought"), group="escape")
direct = law.act("direct_delivery_of_fugitive", "enforcement", ("Direct where the fugitive is delivered", "Ordonner où le fugitif est remis"), ("The fugitive is to be delivered to {state}", "Le fugitif doit être remis à {state}"),
                 [Particular("state", "state", "State", "État")], _mark("directed"), group="escape")


def _flight(id: str, en: str, fr: str, not_en: str, not_fr: str, read: Any, *cured_by: str) -> Any:
    def test(v: View) -> Any:
        return read(v.posture.flight) or False

    test.__name__ = id
    return law.stage("111", (en, fr), says_not=(not_en, not_fr), cured_by=cured_by)(test)


@law.stage("111", ("the person is in custody for the sentence", "la personne est détenue pour purger la peine"), says_not=("the person is not in custody for the sentence", "la personne n'est pas détenue pour purger la peine"), cured_by=("deliver_to_state_of_enforcement",))
def serving(v: View) -> Any:
    return v.posture.delivered if v.posture.delivered and not v.posture.released else False


@law.stage("111", ("the person fled from the State of enforcement", "la personne a fui l'État chargé de l'exécution"), says_not=("the person has not left the State of enforcement", "la personne n'a pas quitté l'État chargé de l'exécution"), cured_by=(escape,))
def fled_abroad(v: View) -> Any:
    flight: Flight = v.posture.flight
    return flight.escaped if flight.escaped and flight.to and flight.to != v.posture.in_custody_of else False


@law.fact("111", ("it is the State where the sentence was served, or another that the Court designated", "c'est l'État où la peine était purgée, ou un autre que la Cour a désigné"), needs=("state",),
          says_not=("the sentence was not served there, and the Court did not designate that State", "la peine n'y était pas purgée, et la Cour n'a pas désigné cet État"), cured_by=("designate_state_of_enforcement",))
def served_or_designated(v: View) -> Any:
    return None if "state" not in v.given else v.given["state"] in (v.posture.in_custody_of, v.posture.state)


@law.fact("111", ("the State of enforcement may direct it as well", "l'État chargé de l'exécution peut aussi l'ordonner"), says_not=("only the Court may direct it", "seule la Cour peut l'ordonner"))
def state_may_direct(v: View) -> Any:
    return v.reading("escape_direction") == "either"


consulted = _flight("court_consulted_on_escape", "the Court was consulted", "la Cour a été consultée", "the Court was not consulted", "la Cour n'a pas été consultée", lambda f: f.consulted, consult)
court_asked = _flight("court_asked_to_seek", "the State asked the Court to seek the surrender", "l'État a demandé à la Cour de rechercher la remise", "the State did not ask the Court to seek the surrender", "l'État n'a pas demandé à la Cour de rechercher la remise", lambda f: f.court_asked, ask_court)
sought = _flight("fugitive_sought", "the surrender was sought", "la remise a été demandée", "the surrender was not sought", "la remise n'a pas été demandée", lambda f: f.surrender_sought, request, seek)
arrangement = given_in(law, "arrangement_named", "111", ("an existing arrangement is named", "un accord en vigueur est indiqué"), ("no existing arrangement is named", "aucun accord en vigueur n'est indiqué"), "arrangement")

law.power("111", escape, (*STATES, "registrar"), serving)
law.power("111", consult, STATES, fled_abroad)
law.power("111", request, STATES, all_of(fled_abroad, consulted, arrangement))
law.power("111", ask_court, STATES, all_of(fled_abroad, consulted))
law.power("111", seek, (*COURT, "registrar"), court_asked)
law.power("111", direct, COURT, all_of(sought, served_or_designated))
law.power("111", direct, STATES, all_of(state_may_direct, sought, served_or_designated), name="direct_by_state")

law.clause("111", Class.RULE, ("Escape", "Évasion"),
           ("After consultation, surrender is sought from the State where the person is; the Court may direct where to.", "Après consultation, la remise est demandée à l'État où se trouve la personne ; la Cour peut ordonner la destination."))
