"""Article 89(3) of the Rome Statute: transit of a surrendered person through a State Party, by request, by air, and after an unscheduled landing."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

from curule.law.calendar import add, hours
from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.leaves import Fact
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.part_09.request_facts import (
    CONFIDENTIAL,
    COURT,
    SENDING,
    addressed_to_party,
    given_is,
    given_yes,
    in_writing,
    includes,
    is_transit,
    keep,
    on_record,
    proper_channel,
    request_not_sent,
    request_sent,
)

__all__ = ["law"]

law = Chapter("rome", __name__)

for _id, _title, _summary in (
    ("89(3)(a)", ("Transit through a State Party", "Transit par un État Partie"), (
        "The State authorizes it, unless transit would impede or delay the surrender.", "L'État l'autorise, sauf si le transit gêne ou retarde la remise.")),
    ("89(3)(b)", ("Transit request", "Demande de transit"), ("Sent as other requests are, with (i) to (iii).", "Transmise comme les autres demandes, avec i) à iii).")),
    ("89(3)(b)(i)", ("Description of the person", "Signalement de la personne"), ("The person is described.", "La personne est décrite.")),
    ("89(3)(b)(ii)", ("Facts and characterization", "Faits et qualification"), ("Facts in brief, with their legal characterization.", "Bref exposé des faits et leur qualification juridique.")),
    ("89(3)(b)(iii)", ("Warrant", "Mandat"), ("The warrant for arrest and surrender is attached.", "Le mandat d'arrêt et de remise est joint.")),
    ("89(3)(c)", ("Custody in transit", "Détention pendant le transit"), ("The person stays in custody.", "La personne reste détenue.")),
    ("89(3)(d)", ("Air transit without landing", "Transit aérien sans escale"), ("No authorization is needed.", "Aucune autorisation n'est requise.")),
    ("89(3)(e)", ("Unscheduled landing", "Atterrissage imprévu"), (
        "The State may demand a transit request and detains meanwhile, at most 96 elapsed hours from the landing unless the request came within them.",
        "L'État peut exiger une demande de transit et détient la personne, au plus 96 heures depuis l'atterrissage, sauf demande reçue dans ce délai.")),
):
    law.clause(_id, Class.RULE, _title, _summary)

CAP = hours(96)
MOMENT = (Particular("hour", "integer", "hour (universal time)", "heure (temps universel)", least=0, most=23), Particular("minute", "integer", "minute", "minute", least=0, most=59))
TRANSIT_ACTS = "cooperation"

send = law.act("send_transit_request", TRANSIT_ACTS, ("Send the transit request", "Transmettre la demande de transit"), ("The transit request was sent", "La demande de transit a été transmise"), [
    *SENDING, Particular("contents", "choice", "contains", "contient", many=True, choices=[Choice(code, en, fr) for code, en, fr in (
        ("description", "description of the person", "signalement de la personne"), ("facts", "facts in brief", "bref exposé des faits"),
        ("characterization", "legal characterization", "qualification juridique"), ("warrant", "warrant for arrest and surrender", "mandat d'arrêt et de remise"))])], keep("sent"), audience=CONFIDENTIAL)
authorise = law.act("authorise_transit", TRANSIT_ACTS, ("Authorize transit", "Autoriser le transit"), ("Transit was authorized", "Le transit a été autorisé"), [], keep("transit", "authorised"), audience=CONFIDENTIAL)
refuse = law.act("refuse_transit", TRANSIT_ACTS, ("Refuse transit", "Refuser le transit"), ("Transit was refused", "Le transit a été refusé"), [
    Particular("impedes", "yes_no", "transit would impede or delay the surrender", "le transit gênerait ou retarderait la remise")], keep("transit", "refused"), audience=CONFIDENTIAL)
begin = law.act("begin_transit", TRANSIT_ACTS, ("Begin transit", "Commencer le transit"), ("Transit began ({mode})", "Le transit a commencé ({mode})"), [
    Particular("mode", "choice", "by", "par", choices=[Choice("air", "air", "voie aérienne"), Choice("ground", "road, rail or water", "route, rail ou eau")]),
    Particular("landing_scheduled", "yes_no", "a landing there is scheduled", "une escale y est prévue")], keep("transit", "begun"), audience=CONFIDENTIAL)
land = law.act("record_unscheduled_landing", TRANSIT_ACTS, ("Enter an unscheduled landing", "Inscrire un atterrissage imprévu"), (
    "The aircraft landed without schedule at {hour}:{minute} UTC", "L'aéronef a atterri à l'improviste à {hour} h {minute} (TU)"), MOMENT, keep("transit", "landing"), audience=CONFIDENTIAL)
demand = law.act("demand_transit_request", TRANSIT_ACTS, ("Demand a transit request", "Exiger une demande de transit"), ("The State demanded a transit request", "L'État a exigé une demande de transit"), [],
                 keep("transit", "demanded"), audience=CONFIDENTIAL)
receive = law.act("receive_transit_request", TRANSIT_ACTS, ("Enter receipt of the transit request", "Inscrire la réception de la demande de transit"), (
    "The State received the transit request at {hour}:{minute} UTC", "L'État a reçu la demande de transit à {hour} h {minute} (TU)"), MOMENT, keep("transit", "received"), audience=CONFIDENTIAL)
detain = law.act("detain_in_transit", TRANSIT_ACTS, ("Keep in custody in transit", "Maintenir en détention pendant le transit"), (
    "The person is kept in custody at {hour}:{minute} UTC", "La personne est maintenue en détention à {hour} h {minute} (TU)"), MOMENT, audience=CONFIDENTIAL)
release = law.act("release_in_transit", TRANSIT_ACTS, ("End the custody in transit", "Mettre fin à la détention pendant le transit"), (
    "Custody in transit ended at {hour}:{minute} UTC", "La détention pendant le transit a pris fin à {hour} h {minute} (TU)"), MOMENT, keep("transit", "released"), audience=CONFIDENTIAL)
effect = law.act("effect_transit", TRANSIT_ACTS, ("Enter completion of transit", "Inscrire la fin du transit"), ("Transit was effected", "Le transit a été effectué"), [], keep("transit", "effected"), audience=CONFIDENTIAL)


def _item(id: str, provision: str, items: tuple[str, ...], en: str, fr: str) -> Fact:
    return includes(law, id, provision, "contents", items, (f"{en}: included", f"{fr} : compris"), (f"{en}: missing", f"{fr} : manquant"))


describes_person = _item("describes_person", "89(3)(b)(i)", ("description",), "description of the person", "signalement de la personne")
states_facts = _item("states_facts", "89(3)(b)(ii)", ("facts", "characterization"), "facts with their characterization", "faits et qualification")
encloses_warrant = _item("encloses_warrant", "89(3)(b)(iii)", ("warrant",), "warrant for arrest and surrender", "mandat d'arrêt et de remise")
transit_authorised = on_record(law, "transit_authorised", "89(3)(a)", "transit.authorised", ("transit was authorized", "le transit a été autorisé"), ("transit was not authorized", "le transit n'a pas été autorisé"), ("authorise_transit",))
transit_refused = on_record(law, "transit_refused", "89(3)(a)", "transit.refused", ("transit was refused", "le transit a été refusé"), ("transit was not refused", "le transit n'a pas été refusé"), ("refuse_transit",))
impedes_surrender = given_yes(law, "impedes_surrender", "89(3)(a)", "impedes", ("transit would impede or delay the surrender", "le transit gênerait ou retarderait la remise"),
                              ("transit would not impede or delay the surrender", "le transit ne gênerait ni ne retarderait la remise"))
by_air = given_is(law, "by_air", "89(3)(d)", "mode", ("air",), ("transit is by air", "le transit se fait par voie aérienne"), ("transit is not by air", "le transit ne se fait pas par voie aérienne"))
landing_scheduled = given_yes(law, "landing_scheduled", "89(3)(d)", "landing_scheduled", ("a landing is scheduled", "une escale est prévue"), ("no landing is scheduled", "aucune escale n'est prévue"))
transit_begun = on_record(law, "transit_begun", "89(3)(c)", "transit.begun", ("transit is under way", "le transit est en cours"), ("transit has not begun", "le transit n'a pas commencé"), ("begin_transit",))
transit_effected = on_record(law, "transit_effected", "89(3)(c)", "transit.effected", ("transit was effected", "le transit a été effectué"), ("transit was not effected", "le transit n'a pas été effectué"), ("effect_transit",))
landed = on_record(law, "landed", "89(3)(e)", "transit.landing", ("an unscheduled landing took place", "un atterrissage imprévu a eu lieu"), ("no unscheduled landing took place", "aucun atterrissage imprévu n'a eu lieu"),
                   ("record_unscheduled_landing",))
transit_request_received = on_record(law, "transit_request_received", "89(3)(e)", "transit.received", ("the State received the transit request", "l'État a reçu la demande de transit"),
                                     ("the State has not received the transit request", "l'État n'a pas reçu la demande de transit"), ("receive_transit_request",))
custody_ended = on_record(law, "custody_ended", "89(3)(e)", "transit.released", ("custody ended", "la détention a pris fin"), ("custody has not ended", "la détention n'a pas pris fin"), ("release_in_transit",))


def _moment(entry: Entry | None) -> datetime | None:
    """The moment of an entry that gives its hour and minute in universal time."""
    if entry is None:
        return None
    return datetime.combine(entry.done_on, time(entry.particulars["hour"], entry.particulars["minute"]), UTC)


def _minutes_since_landing(v: View, moment: datetime | None) -> int | None:
    landing = _moment(v.posture.transit.landing)
    return None if landing is None or moment is None else int((moment - landing).total_seconds()) // 60


def _cap(v: View) -> int | None:
    """The cap in minutes, as the calendar counts 96 elapsed hours from the landing."""
    landing = _moment(v.posture.transit.landing)
    if landing is None:
        return None
    end = add(landing, CAP).end
    return _minutes_since_landing(v, end) if isinstance(end, datetime) else None


def _given_moment(v: View) -> datetime | None:
    if "hour" not in v.given or "minute" not in v.given:
        return None
    return datetime.combine(v.on, time(v.given["hour"], v.given["minute"]), UTC)


received_in_time = law.measure("received_in_time", "89(3)(e)", ("it came within 96 hours of the landing (minutes)", "elle est parvenue dans les 96 heures de l'atterrissage (minutes)"),
                               lambda v: _minutes_since_landing(v, _moment(v.posture.transit.received)), "<=", _cap, permanent=True,
                               says_not=("it came more than 96 hours after the landing (minutes)", "elle est parvenue plus de 96 heures après l'atterrissage (minutes)"))
within_cap = law.measure("within_cap", "89(3)(e)", ("no more than 96 hours have passed since the landing (minutes)", "96 heures au plus se sont écoulées depuis l'atterrissage (minutes)"),
                         lambda v: _minutes_since_landing(v, _given_moment(v)), "<=", _cap, permanent=True, needs=("hour", "minute"),
                         says_not=("more than 96 hours have passed since the landing (minutes)", "plus de 96 heures se sont écoulées depuis l'atterrissage (minutes)"))
landing_cap = law.limit("landing_cap", "cooperation", ("detention after an unscheduled landing", "détention après un atterrissage imprévu"), "89(3)(e)", CAP,
                        runs_from=lambda v: _moment(v.posture.transit.landing), stopped_by=lambda v: v.posture.transit.received or v.posture.transit.released, binds=("state_party",))
cap_day_past = law.measure("cap_day_past", "89(3)(e)", ("the day on which the 96 hours end has come", "le jour où les 96 heures prennent fin est arrivé"), lambda v: v.on, ">=", lambda v: v.library.due(landing_cap, v),
                           says_not=("the day on which the 96 hours end has not come", "le jour où les 96 heures prennent fin n'est pas arrivé"))

TRANSIT_STATE = ("state_party",)
law.reading("late_transit_request", "89(3)(e)", ("Does a transit request that comes after 96 hours allow detention again?", "Une demande de transit parvenue après 96 heures permet-elle de détenir à nouveau ?"), {
    "too_late": ("no: detention ended with the 96 hours", "non : la détention a pris fin avec les 96 heures"), "revives": ("yes, from its receipt", "oui, dès sa réception")})


@law.fact("89(3)(e)", ("a late request still counts", "une demande tardive compte encore"), says_not=("a late request does not count", "une demande tardive ne compte pas"))
def late_request_counts(v: View) -> Any:
    return v.reading("late_transit_request") == "revives"


in_time = all_of(transit_request_received, any_of(received_in_time, late_request_counts))

law.power("89(3)(b)", send, COURT, all_of(is_transit, request_not_sent, in_writing, proper_channel))
law.prohibition("89(3)(b)(i)", send, ~describes_person)
law.prohibition("89(3)(b)(ii)", send, ~states_facts)
law.prohibition("89(3)(b)(iii)", send, ~encloses_warrant)
law.duty("89(3)(a)", authorise, TRANSIT_STATE, all_of(is_transit, request_sent, addressed_to_party, ~transit_refused), transit_authorised)
law.power("89(3)(a)", refuse, TRANSIT_STATE, all_of(is_transit, request_sent, impedes_surrender))
law.power("89(3)(a)", begin, COURT, transit_authorised)
law.power("89(3)(d)", begin, COURT, all_of(is_transit, by_air, ~landing_scheduled), name="without_authorization")
law.power("89(3)(e)", land, TRANSIT_STATE, transit_begun)
law.power("89(3)(e)", demand, TRANSIT_STATE, landed)
law.power("89(3)(e)", receive, TRANSIT_STATE, landed)
law.power("89(3)(c)", detain, TRANSIT_STATE, transit_begun)
law.prohibition("89(3)(e)", detain, all_of(landed, ~within_cap, ~in_time))
law.power("89(3)(c)", release, TRANSIT_STATE, transit_effected)
law.duty("89(3)(e)", release, TRANSIT_STATE, all_of(landed, cap_day_past, ~in_time), custody_ended, limit=landing_cap)
law.power("89(3)(c)", effect, COURT, transit_begun)
