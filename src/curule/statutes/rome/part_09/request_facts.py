"""What most rules of Part 9 ask of a request: what kind it is, to whom it goes, whether it was sent and received; and how such facts are declared."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import Kind, no
from curule.law.leaves import Fact
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.view import View
from curule.statutes.rome.matters.cooperation import Cooperation
from curule.statutes.rome.matters.cooperation_profile import WORKING_LANGUAGES, CooperationProfile, designation_on
from curule.statutes.rome.matters.state_files import StatesRegister
from curule.statutes.rome.matters.states import duty_survives, party_on
from curule.statutes.rome.organs import BENCH

__all__ = [
    "CONFIDENTIAL", "COURT", "REQUESTED", "SENDING", "addressed_to_party", "consulted", "ended", "file_not_open", "given_is", "given_yes", "in_language_chosen", "in_writing", "includes",
    "is_assistance", "is_organization", "is_surrender", "is_to_court", "is_transit", "keep", "law", "notice_of_change", "noted", "on_record", "proper_channel",
    "request_file_open", "request_not_sent", "request_received", "request_sent", "urgent_with_record",
]

law = Chapter("rome", __name__)

COURT = (*BENCH, "registrar", "prosecutor")
"""Who acts for the Court in requests: Chambers and the Prosecutor make them, the Registrar transmits those of Chambers."""
REQUESTED = ("state_party", "state")
CONFIDENTIAL = ("organ:prosecutor", "bench", "organ:registrar", "organ:registry", "organ:state_party", "organ:state")
"""Requests are confidential; the State addressed sees them (article 87(3))."""

Pair = tuple[str, str]


def keep(*path: str) -> Callable[[Cooperation, Entry], None]:
    """An effect that keeps the entry in a field of the posture, or of one of its concerns."""

    def effect(draft: Cooperation, entry: Entry) -> None:
        target: Any = draft
        for name in path[:-1]:
            target = getattr(target, name)
        setattr(target, path[-1], entry)

    return effect


def _declare(chapter: Chapter, id: str, provision: str, says: Pair, says_not: Pair, test: Callable[[View], Any], **more: Any) -> Fact:
    test.__name__ = id
    return chapter.fact(provision, says, says_not=says_not, **more)(test)


def given_yes(chapter: Chapter, id: str, provision: str, name: str, says: Pair, says_not: Pair) -> Fact:
    """The act says yes to a particular, or fills it in."""
    return _declare(chapter, id, provision, says, says_not, lambda v: bool(v.given.get(name)), needs=(name,))


def given_is(chapter: Chapter, id: str, provision: str, name: str, values: tuple[str, ...], says: Pair, says_not: Pair) -> Fact:
    """A particular of the act has one of these values; open until it is given."""
    return _declare(chapter, id, provision, says, says_not, lambda v: None if name not in v.given else v.given[name] in values, needs=(name,))


def includes(chapter: Chapter, id: str, provision: str, name: str, items: tuple[str, ...], says: Pair, says_not: Pair) -> Fact:
    """A list among the particulars has all these items; open until it is given."""
    return _declare(chapter, id, provision, says, says_not, lambda v: None if name not in v.given else all(i in v.given[name] for i in items), needs=(name,))


def on_record(chapter: Chapter, id: str, provision: str, path: str, says: Pair, says_not: Pair, cured_by: tuple[str, ...] = ()) -> Fact:
    """An entry stands in that field of the posture."""
    found = attrgetter(path)
    return _declare(chapter, id, provision, says, says_not, lambda v: found(v.posture) or False, kind=Kind.NOT_AT_THIS_STAGE, cured_by=cured_by)


def noted(chapter: Chapter, id: str, provision: str, path: str, name: str, values: tuple[Any, ...], says: Pair, says_not: Pair) -> Fact:
    """The entry in that field of the posture has one of these values in a particular; not met while there is no entry."""
    found = attrgetter(path)

    def test(v: View) -> Any:
        entry = found(v.posture)
        if entry is None:
            return False
        return entry if entry.particulars.get(name) in values else no(entry)

    return _declare(chapter, id, provision, says, says_not, test)


def consulted(chapter: Chapter, id: str, provision: str, topic: str, says: Pair, says_not: Pair) -> Fact:
    """The State opened a consultation with the Court on that topic."""

    def test(v: View) -> Any:
        found = v.posture.consultations.get(topic)
        return (found.opened or False) if found is not None else False

    return _declare(chapter, id, provision, says, says_not, test, kind=Kind.NOT_AT_THIS_STAGE, cured_by=("consult_court",))


def ended(chapter: Chapter, id: str, provision: str, topic: str, outcome: str, says: Pair, says_not: Pair) -> Fact:
    """The consultation on that topic was concluded with that outcome."""

    def test(v: View) -> Any:
        found = v.posture.consultations.get(topic)
        if found is None or found.concluded is None:
            return False
        return found.concluded if found.outcome == outcome else no(found.concluded)

    return _declare(chapter, id, provision, says, says_not, test, kind=Kind.NOT_AT_THIS_STAGE, cured_by=("conclude_consultation",))


def _kind(kind: str, provision: str, en: str, fr: str) -> Fact:
    return _declare(law, f"is_{kind}", provision, (f"the file is for {en}", f"le dossier porte sur {fr}"), (f"the file is not for {en}", f"le dossier ne porte pas sur {fr}"),
                    lambda v: v.posture.opened if v.posture.kind == kind else no(v.posture.opened))


is_surrender = _kind("surrender", "89(1)", "an arrest and surrender", "une arrestation et remise")
is_transit = _kind("transit", "89(3)(a)", "a transit", "un transit")
is_assistance = _kind("assistance", "93(1)", "another form of assistance", "une autre forme d'assistance")
is_organization = _kind("organization", "87(6)", "a request to an organization", "une demande à une organisation")
is_to_court = _kind("to_court", "93(10)(a)", "a request of a State to the Court", "une demande d'un État à la Cour")


@law.stage("87(1)(a)", ("no file is open for this request", "aucun dossier n'est ouvert pour cette demande"), permanent=True,
           says_not=("the file is open already", "le dossier est déjà ouvert"))
def file_not_open(v: View) -> Any:
    return no(v.posture.opened) if v.posture.opened else True


@law.stage("87(1)(a)", ("the file is open", "le dossier est ouvert"), says_not=("no file is open", "aucun dossier n'est ouvert"), cured_by=("open_request",))
def request_file_open(v: View) -> Any:
    return v.posture.opened or False


@law.fact("86", ("the State is a Party, or still bound for proceedings begun before it left", "l'État est Partie, ou reste lié pour une procédure antérieure à son retrait"),
          says_not=("the State is not a Party", "l'État n'est pas Partie"))
def addressed_to_party(v: View) -> Any:
    register: StatesRegister | None = v.other("states")
    now = party_on(register, v.posture.state, v.on)
    # Article 127(2): withdrawal leaves cooperation in proceedings begun before it took effect untouched.
    return duty_survives(register, v.posture.state, v.posture.begun) if v.posture.begun is not None and not now else now


@law.stage("86", ("the request was not sent yet", "la demande n'a pas encore été transmise"), says_not=("the request was sent already", "la demande a déjà été transmise"), permanent=True)
def request_not_sent(v: View) -> Any:
    return no(v.posture.sent) if v.posture.sent else True


@law.stage("86", ("the request was sent and stands", "la demande a été transmise et est maintenue"), says_not=("no request stands", "aucune demande n'est maintenue"),
           cured_by=("send_surrender_request", "send_assistance_request", "send_transit_request"))
def request_sent(v: View) -> Any:
    return no(v.posture.withdrawn) if v.posture.withdrawn else v.posture.sent or False


@law.stage("86", ("the request was received and stands", "la demande a été reçue et est maintenue"), says_not=("receipt of a request that stands is not on record", "la réception d'une demande maintenue ne figure pas au dossier"),
           cured_by=("acknowledge_request",))
def request_received(v: View) -> Any:
    return no(v.posture.withdrawn) if v.posture.withdrawn else v.posture.received or False


def _profile(v: View) -> CooperationProfile | None:
    register: StatesRegister | None = v.other("states")
    if register is None:
        return None
    file = register.states.get(v.posture.state)
    return file.cooperation if file is not None else CooperationProfile()


def notice_of_change(v: View) -> Any:
    """How long after its receipt a change of channel or language takes effect (figure of the Rules)."""
    return v.figure("channel_change").length


@law.fact("87(1)(a)", ("it goes by the diplomatic channel or one that the State designated", "elle passe par la voie diplomatique ou par une voie désignée par l'État"),
          says_not=("it goes neither by the diplomatic channel nor by one designated", "elle ne passe ni par la voie diplomatique ni par une voie désignée"),
          needs=("channels",), cured_by=("designate_channel",))
def proper_channel(v: View) -> Any:
    channels = v.given.get("channels")
    if channels is None or "diplomatic" in channels:
        return channels and True
    profile = _profile(v)
    if "designated" not in channels or profile is None:
        return None if "designated" in channels else False
    return designation_on(profile.channels, v.on, notice_of_change(v)) or False


@law.fact("87(2)", ("it is in a language that the State chose", "elle est rédigée dans une langue choisie par l'État"), needs=("language",),
          says_not=("it is not in a language that the State chose", "elle n'est pas rédigée dans une langue choisie par l'État"), cured_by=("choose_language",))
def in_language_chosen(v: View) -> Any:
    profile, language = _profile(v), v.given.get("language")
    if profile is None or language is None:
        return None
    chosen = designation_on(profile.languages, v.on, notice_of_change(v))
    return language in (chosen.particulars["languages"] if chosen is not None else WORKING_LANGUAGES)


in_writing = given_is(law, "in_writing", "91(1)", "medium", ("writing",), ("it is in writing", "elle est faite par écrit"), ("it is not in writing", "elle n'est pas faite par écrit"))


@law.fact("91(1)", ("it is urgent and leaves a written record", "elle est urgente et laisse une trace écrite"), needs=("urgent", "medium"),
          says_not=("it is not an urgent request that leaves a written record", "ce n'est pas une demande urgente laissant une trace écrite"))
def urgent_with_record(v: View) -> Any:
    urgent, medium = v.given.get("urgent"), v.given.get("medium")
    return None if urgent is None or medium is None else urgent and medium == "written_record"



def _usual_channels(v: View) -> tuple[str, ...]:
    """The designated channel where the State designated one, else the diplomatic channel."""
    profile = _profile(v)
    return ("designated",) if profile is not None and designation_on(profile.channels, v.on, notice_of_change(v)) else ("diplomatic",)


def _usual_language(v: View) -> str:
    """The first language that the State chose, else English."""
    profile = _profile(v)
    chosen = designation_on(profile.languages, v.on, notice_of_change(v)) if profile is not None else None
    return str(chosen.particulars["languages"][0]) if chosen is not None else WORKING_LANGUAGES[0]


SENDING = (
    Particular("medium", "choice", "made", "forme", default=lambda v: "writing", choices=[
        Choice("writing", "in writing", "par écrit"), Choice("written_record", "by a medium that leaves a written record", "par un moyen laissant une trace écrite"),
        Choice("oral", "orally", "oralement")]),
    Particular("urgent", "yes_no", "urgent", "urgente", default=lambda v: False),
    Particular("channels", "choice", "channels", "voies", many=True, default=_usual_channels, choices=[
        Choice("diplomatic", "diplomatic channel", "voie diplomatique"), Choice("designated", "channel designated by the State", "voie désignée par l'État"),
        Choice("interpol", "INTERPOL", "INTERPOL"), Choice("regional", "regional organization", "organisation régionale"), Choice("direct", "another authority directly", "directement à une autre autorité")]),
    Particular("language", "text", "language (code)", "langue (code)", default=_usual_language),
    Particular("untranslated", "text", "annexes without translation", "annexes sans traduction", many=True, required=False),
    Particular("caveat", "yes_no", "asks for protective handling", "demande un traitement protecteur", required=False),
    Particular("reply_by", "date", "compliance expected by", "suite attendue le", required=False),
)
"""The particulars that every request to a State has."""
