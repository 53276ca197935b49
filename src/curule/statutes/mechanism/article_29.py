"""Article 29 of the Statute of the Mechanism: status, privileges and immunities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.matters.privileges import DIPLOMATIC_ALWAYS, Holder, Privileges, mission_on
from curule.statutes.mechanism.matters.roll_particulars import since, until

law = Chapter("irmct", __name__)

law.clause("29(1)", Class.RULE, ("The General Convention", "La Convention générale"),
           ("The Convention of 13 February 1946 covers the Mechanism, the archives, judges, Prosecutor, Registrar and their staff.",
            "La Convention du 13 février 1946 s'applique au Mécanisme, aux archives, aux juges, au Procureur, au Greffier et à leur personnel."))
law.clause("29(2)", Class.RULE, ("Diplomatic status", "Statut diplomatique"),
           ("President, Prosecutor and Registrar at all times; judges while on business of the Mechanism.",
            "Le Président, le Procureur et le Greffier en tout temps ; les juges lorsqu'ils agissent pour le Mécanisme."))
law.clause("29(3)", Class.RULE, ("Status of staff", "Statut du personnel"), ("That of officials of the United Nations.", "Celui des fonctionnaires des Nations Unies."))
law.clause("29(4)", Class.RULE, ("Defence counsel", "Conseils de la défense"),
           ("As experts on mission, with a certificate, on official functions and after notice to the receiving State; local law is respected.",
            "Comme experts en mission, munis d'un certificat, en fonctions et après notification à l'État d'accueil ; le droit local est respecté."))
law.clause("29(5)", Class.RULE, ("Others needed at the seat", "Autres personnes requises au siège"),
           ("Accused, witnesses and others receive the treatment that the Mechanism needs to work.", "Accusés, témoins et autres reçoivent le traitement qu'exige le fonctionnement du Mécanisme."))


def _holder(draft: Privileges, entry: Entry) -> Holder:
    return draft.holders.setdefault(entry.particulars["person"], Holder())


def _enter(draft: Privileges, entry: Entry) -> None:
    holder = _holder(draft, entry)
    holder.group, holder.status, holder.entered = entry.particulars["group"], entry.particulars["status"], entry


def _mark(field: str) -> Any:
    def effect(draft: Privileges, entry: Entry) -> None:
        setattr(_holder(draft, entry), field, entry)

    return effect


def _append(field: str) -> Any:
    def effect(draft: Privileges, entry: Entry) -> None:
        getattr(_holder(draft, entry), field).append(entry)

    return effect


def _known(v: View) -> Sequence[tuple[str, str]]:
    return [(code, code) for code in v.posture.holders]


INTERNAL = ("organ:registry", "organ:registrar")
person = Particular("person", "text", "person", "personne", suggest=_known)
state = Particular("state", "state", "receiving State", "État d'accueil")
group = Particular("group", "choice", "group", "catégorie", choices=(
    Choice("president", "President", "Président"), Choice("prosecutor", "Prosecutor", "Procureur"), Choice("registrar", "Registrar", "Greffier"), Choice("judge", "judge", "juge"),
    Choice("prosecution_staff", "staff of the Prosecutor", "personnel du Procureur"), Choice("registry_staff", "staff of the Registrar", "personnel du Greffier"),
    Choice("none", "no listed group", "aucune catégorie visée")))
status = Particular("status", "choice", "status", "statut", choices=(
    Choice("convention", "General Convention", "Convention générale"), Choice("official", "official of the United Nations", "fonctionnaire des Nations Unies"),
    Choice("diplomatic", "diplomatic envoy", "agent diplomatique")))

open_register = law.act("open_privileges_register", "privileges", ("Open the register of privileges and immunities", "Ouvrir le registre des privilèges et immunités"),
                        ("The register of privileges and immunities was opened", "Le registre des privilèges et immunités a été ouvert"), audience=INTERNAL)
enter = law.act("enter_status", "privileges", ("Enter a person's status", "Inscrire le statut d'une personne"), ("{person} ({group}): {status}", "{person} ({group}) : {status}"),
                [person, group, status], _enter, audience=INTERNAL)
mission = law.act("record_mission", "privileges", ("Record a mission of a judge", "Inscrire la mission d'un juge"), ("{person} is on mission from {since} to {until}",
                  "{person} est en mission du {since} au {until}"), [person, since, until], _append("missions"), audience=INTERNAL)
certify = law.act("certify_diplomatic_status", "privileges", ("Certify diplomatic status", "Attester le statut diplomatique"), ("The diplomatic status of {person} was certified to {state}",
                  "Le statut diplomatique de {person} a été attesté à {state}"), [person, state], audience=INTERNAL)
admit = law.act("certify_counsel", "privileges", ("Certify the admission of counsel", "Attester l'admission d'un conseil"), ("{person} was certified as counsel", "{person} a reçu le certificat de conseil"),
                [person], _mark("certificate"), audience=INTERNAL)
notify = law.act("notify_receiving_state", "privileges", ("Notify the receiving State", "Notifier l'État d'accueil"),
                 ("{state} was notified of the mission of {person}: arrival {arrival}, departure {departure}", "{state} a reçu notification de la mission de {person} : arrivée {arrival}, départ {departure}"),
                 [person, state, Particular("purpose", "text", "mission", "mission"), Particular("arrival", "date", "arrival", "arrivée"),
                  Particular("departure", "date", "final departure", "départ définitif")], _append("notices"), audience=INTERNAL)
counsel_mission = law.act("open_counsel_mission", "privileges", ("Open a mission of counsel", "Ouvrir la mission d'un conseil"), ("The mission of {person} to {state} was opened from {arrival}",
                          "La mission de {person} ({state}) a été ouverte à compter du {arrival}"), [
    person, state, Particular("arrival", "date", "arrival", "arrivée"), Particular("official", "yes_no", "on official functions", "dans l'exercice de ses fonctions")], audience=INTERNAL)
call = law.act("call_to_seat", "privileges", ("Call a person to the seat", "Appeler une personne au siège"), ("{person} was called to the seat ({capacity})", "{person} a été appelé au siège ({capacity})"), [
    person, Particular("capacity", "choice", "as", "en qualité de", choices=(Choice("accused", "accused", "accusé"), Choice("witness", "witness", "témoin"), Choice("other", "other", "autre")))],
    _mark("called"), audience=INTERNAL)
safe_conduct = law.act("issue_safe_conduct", "privileges", ("Issue a safe conduct", "Délivrer un sauf-conduit"), ("A safe conduct was issued to {person}", "Un sauf-conduit a été délivré à {person}"),
                       [person], _mark("safe_conduct"), audience=INTERNAL)


def _of(v: View) -> Holder | None:
    register: Privileges = v.posture
    return register.holders.get(v.given.get("person", ""))


@law.stage("29(1)", ("the register is open", "le registre est ouvert"), cured_by=("open_privileges_register",))
def register_open(v: View) -> Any:
    return v.posture.opened or False


@law.fact("29(1)", ("the person belongs to a listed group", "la personne relève d'une catégorie visée"), needs=("group",))
def listed_group(v: View) -> Any:
    code = v.given.get("group")
    return None if code is None else code != "none"


@law.fact("29(1)", ("the status is that of the General Convention", "le statut est celui de la Convention générale"), needs=("status",))
def convention_status(v: View) -> Any:
    code = v.given.get("status")
    return None if code is None else code == "convention"


@law.fact("29(2)", ("the person is President, Prosecutor, Registrar or judge", "la personne est Président, Procureur, Greffier ou juge"), needs=("group",))
def principal_or_judge(v: View) -> Any:
    code = v.given.get("group")
    return None if code is None else code in (*DIPLOMATIC_ALWAYS, "judge")


@law.fact("29(2)", ("the status is that of a diplomatic envoy", "le statut est celui d'un agent diplomatique"), needs=("status",))
def diplomatic_status(v: View) -> Any:
    code = v.given.get("status")
    return None if code is None else code == "diplomatic"


@law.fact("29(2)", ("the register shows that person as President, Prosecutor or Registrar", "le registre désigne cette personne comme Président, Procureur ou Greffier"), needs=("person",),
          cured_by=("enter_status",))
def registered_principal(v: View) -> Any:
    holder = _of(v)
    return None if v.given.get("person") is None else (holder is not None and holder.group in DIPLOMATIC_ALWAYS and holder.entered) or False


@law.fact("29(2)", ("the register shows that person as a judge", "le registre désigne cette personne comme juge"), needs=("person",), cured_by=("enter_status",))
def registered_judge(v: View) -> Any:
    holder = _of(v)
    return None if v.given.get("person") is None else (holder is not None and holder.group == "judge" and holder.entered) or False


@law.fact("29(2)", ("that person is on business of the Mechanism that day", "cette personne agit pour le Mécanisme ce jour-là"), needs=("person",), cured_by=("record_mission",))
def on_mission(v: View) -> Any:
    holder = _of(v)
    return None if v.given.get("person") is None else (holder is not None and mission_on(holder, v.on)) or False


@law.fact("29(3)", ("the person is staff of the Prosecutor or Registrar", "la personne est membre du personnel du Procureur ou du Greffier"), needs=("group",))
def staff(v: View) -> Any:
    code = v.given.get("group")
    return None if code is None else code in ("prosecution_staff", "registry_staff")


@law.fact("29(3)", ("the status is that of an official of the United Nations", "le statut est celui d'un fonctionnaire des Nations Unies"), needs=("status",))
def official_status(v: View) -> Any:
    code = v.given.get("status")
    return None if code is None else code == "official"


@law.fact("29(4)", ("counsel holds a certificate of admission", "le conseil est muni d'un certificat d'admission"), needs=("person",), cured_by=("certify_counsel",))
def holds_certificate(v: View) -> Any:
    holder = _of(v)
    return None if v.given.get("person") is None else (holder is not None and holder.certificate) or False


@law.fact("29(4)", ("counsel travels on official functions", "le conseil voyage dans l'exercice de ses fonctions"), needs=("official",))
def on_official_functions(v: View) -> Any:
    return v.given.get("official")


def _notice(v: View) -> Entry | None:
    holder, where, arrival = _of(v), v.given.get("state"), v.given.get("arrival")
    return None if holder is None else next((e for e in holder.notices if e.particulars["state"] == where and e.particulars["arrival"] == arrival), None)


@law.fact("29(4)", ("that State was notified of the mission with that arrival", "cet État a reçu notification de la mission avec cette arrivée"), needs=("person", "state", "arrival"),
          cured_by=("notify_receiving_state",))
def notified(v: View) -> Any:
    if v.given.get("state") is None or v.given.get("arrival") is None:
        return None
    return _notice(v) or False


notified_before = law.measure("notified_before", "29(4)", ("the notice came before the arrival", "la notification a précédé l'arrivée"),
                              lambda v: (n := _notice(v)) and n.done_on, "<", lambda v: v.given.get("arrival"), needs=("arrival",),
                              says_not=("the notice came too late", "la notification est venue trop tard"))


@law.fact("29(5)", ("that person was called to the seat", "cette personne a été appelée au siège"), needs=("person",), cured_by=("call_to_seat",))
def called(v: View) -> Any:
    holder = _of(v)
    return None if v.given.get("person") is None else (holder is not None and holder.called) or False


@law.fact("29(5)", ("a safe conduct was issued to that person", "un sauf-conduit a été délivré à cette personne"), needs=("person",), cured_by=("issue_safe_conduct",))
def safe_conduct_issued(v: View) -> Any:
    holder = _of(v)
    return (holder is not None and holder.safe_conduct) or False


def each_holder(v: View) -> Iterable[Mapping[str, Any]]:
    """For duties owed to each person of the register."""
    return [{"person": code} for code in v.posture.holders]


REGISTRAR = ("registrar", "registry")
law.power("29(1)", open_register, REGISTRAR, ~register_open)
law.power("29(1)", enter, REGISTRAR, all_of(register_open, listed_group, convention_status), name="convention")
law.power("29(2)", enter, REGISTRAR, all_of(register_open, principal_or_judge, diplomatic_status), name="diplomatic")
law.power("29(3)", enter, REGISTRAR, all_of(register_open, staff, official_status), name="official")
law.power("29(2)", mission, REGISTRAR, registered_judge)
law.power("29(2)", certify, REGISTRAR, any_of(registered_principal, all_of(registered_judge, on_mission)))
law.power("29(4)", admit, REGISTRAR, register_open)
departs_after_arrival = law.measure("departs_after_arrival", "29(4)", ("the final departure is not before the arrival", "le départ définitif ne précède pas l'arrivée"),
                                    lambda v: v.given.get("departure"), ">=", lambda v: v.given.get("arrival"), needs=("arrival", "departure"),
                                    says_not=("the final departure is before the arrival", "le départ définitif précède l'arrivée"))

law.power("29(4)", notify, REGISTRAR, all_of(holds_certificate, departs_after_arrival))
law.power("29(4)", counsel_mission, REGISTRAR, all_of(holds_certificate, on_official_functions, notified, notified_before))
law.power("29(5)", call, REGISTRAR, register_open)
law.duty("29(5)", safe_conduct, REGISTRAR, called, safe_conduct_issued, each=each_holder)
