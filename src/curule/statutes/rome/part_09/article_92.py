"""Article 92 of the Rome Statute: provisional arrest, with arrest on the full request (article 89(1))."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import Kind, all_of, any_of, no
from curule.law.leaves import Fact
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.cooperation import Cooperation
from curule.statutes.rome.part_09.article_89 import deliver, delivered, send
from curule.statutes.rome.part_09.request_facts import (
    CONFIDENTIAL,
    COURT,
    REQUESTED,
    SENDING,
    given_is,
    given_yes,
    includes,
    is_surrender,
    keep,
    on_record,
    request_not_sent,
    request_received,
    request_sent,
)

__all__ = ["law"]

law = Chapter("rome", __name__)

for _id, _title, _summary in (
    ("92(1)", ("Provisional arrest", "Arrestation provisoire"), (
        "In urgent cases the Court may ask for arrest before the full request.", "En cas d'urgence, la Cour peut demander l'arrestation avant la demande complète.")),
    ("92(2)", ("Form and contents", "Forme et contenu"), ("A written record is left; items (a) to (d).", "Une trace écrite ; éléments a) à d).")),
    ("92(2)(a)", ("Identity and location", "Identité et localisation"), ("An identifying description and the probable location.", "Un signalement suffisant et le lieu probable.")),
    ("92(2)(b)", ("Crimes and facts", "Crimes et faits"), ("A brief statement; date and place where possible.", "Un bref exposé ; date et lieu si possible.")),
    ("92(2)(c)", ("Warrant or judgement", "Mandat ou jugement"), ("It says that one exists.", "L'existence de l'un ou de l'autre est indiquée.")),
    ("92(2)(d)", ("Request to follow", "Demande à suivre"), ("It says that the request for surrender will follow.", "Il est annoncé que la demande de remise suivra.")),
    ("92(3)", ("Release or consent", "Mise en liberté ou consentement"), (
        "Without the full request in time the person may be released; before that the person may consent to surrender if national law allows.",
        "Faute de demande complète à temps, la personne peut être libérée ; avant, elle peut consentir à sa remise si le droit interne le permet.")),
    ("92(4)", ("Arrest after release", "Nouvelle arrestation"), ("A later full request revives arrest and surrender.", "Une demande complète ultérieure permet l'arrestation et la remise.")),
):
    law.clause(_id, Class.RULE, _title, _summary)


def _arrest(draft: Cooperation, entry: Entry) -> None:
    draft.arrested = entry


request = law.act("request_provisional_arrest", "cooperation", ("Ask for provisional arrest", "Demander l'arrestation provisoire"), (
    "Provisional arrest was asked for", "L'arrestation provisoire a été demandée"), [
    *SENDING, Particular("contents", "choice", "contains", "contient", many=True, choices=[Choice(code, en, fr) for code, en, fr in (
        ("identity", "identifying description", "signalement suffisant"), ("location", "probable location", "lieu probable où se trouve la personne"), ("crimes", "crimes", "crimes"), ("facts", "facts", "faits"),
        ("date_and_place", "date and place of the crime", "date et lieu du crime"), ("warrant_exists", "statement that a warrant exists", "existence d'un mandat"),
        ("judgement_exists", "statement that a judgement of conviction exists", "existence d'un jugement de condamnation"),
        ("will_follow", "statement that a request for surrender will follow", "annonce d'une demande de remise"))]),
    Particular("conduct", "text", "conduct for which surrender is sought", "comportement pour lequel la remise est demandée", many=True, required=False)], keep("provisional", "requested"), audience=CONFIDENTIAL)
arrest_provisionally = law.act("record_provisional_arrest", "cooperation", ("Enter the provisional arrest", "Inscrire l'arrestation provisoire"), (
    "The person was provisionally arrested", "La personne a été arrêtée provisoirement"), [], keep("provisional", "arrested"), audience=CONFIDENTIAL)
consent = law.act("consent_to_surrender", "cooperation", ("Enter the person's consent to surrender", "Inscrire le consentement à la remise"), (
    "The person consented to surrender", "La personne a consenti à sa remise"), [
    Particular("law_permits", "yes_no", "the State's law permits it", "le droit de l'État le permet")], keep("provisional", "consented"), audience=CONFIDENTIAL)
release = law.act("release_provisionally_arrested", "cooperation", ("Enter the release", "Inscrire la mise en liberté"), ("The person was released", "La personne a été mise en liberté"), [],
                  keep("provisional", "released"), audience=CONFIDENTIAL)
arrest = law.act("record_arrest", "cooperation", ("Enter the arrest", "Inscrire l'arrestation"), ("The person was arrested", "La personne a été arrêtée"), [], _arrest, audience=CONFIDENTIAL)

urgent = given_yes(law, "urgent", "92(1)", "urgent", ("the case is urgent", "il y a urgence"), ("the case is not urgent", "il n'y a pas urgence"))
leaves_record = given_is(law, "leaves_record", "92(2)", "medium", ("writing", "written_record"), ("it leaves a written record", "elle laisse une trace écrite"), ("it leaves no written record", "elle ne laisse pas de trace écrite"))


def _item(id: str, provision: str, items: tuple[str, ...], en: str, fr: str) -> Fact:
    return includes(law, id, provision, "contents", items, (f"{en}: included", f"{fr} : compris"), (f"{en}: missing", f"{fr} : manquant"))


says_who_and_where = _item("says_who_and_where", "92(2)(a)", ("identity", "location"), "description and probable location", "signalement et lieu probable")
says_crimes_and_facts = _item("says_crimes_and_facts", "92(2)(b)", ("crimes", "facts"), "crimes and facts", "crimes et faits")
says_warrant = _item("says_warrant", "92(2)(c)", ("warrant_exists",), "existence of a warrant", "existence d'un mandat")
says_judgement = _item("says_judgement", "92(2)(c)", ("judgement_exists",), "existence of a judgement of conviction", "existence d'un jugement de condamnation")
says_will_follow = _item("says_will_follow", "92(2)(d)", ("will_follow",), "statement that a request follows", "annonce d'une demande de remise")
provisional_requested = on_record(law, "provisional_requested", "92(1)", "provisional.requested", ("provisional arrest was asked for", "l'arrestation provisoire a été demandée"),
                                  ("provisional arrest was not asked for", "l'arrestation provisoire n'a pas été demandée"), ("request_provisional_arrest",))
provisionally_arrested = on_record(law, "provisionally_arrested", "92(3)", "provisional.arrested", ("the person was provisionally arrested", "la personne a été arrêtée provisoirement"),
                                   ("the person was not provisionally arrested", "la personne n'a pas été arrêtée provisoirement"), ("record_provisional_arrest",))
consented = on_record(law, "consented", "92(3)", "provisional.consented", ("the person consented to surrender", "la personne a consenti à sa remise"),
                      ("the person did not consent to surrender", "la personne n'a pas consenti à sa remise"), ("consent_to_surrender",))
law_permits_consent = given_yes(law, "law_permits_consent", "92(3)", "law_permits", ("the State's law permits surrender by consent", "le droit de l'État permet la remise consentie"),
                                ("the State's law does not permit surrender by consent", "le droit de l'État ne permet pas la remise consentie"))
released_before = on_record(law, "released_before", "92(4)", "provisional.released", ("the person was released", "la personne a été mise en liberté"), ("the person was not released", "la personne n'a pas été mise en liberté"),
                            ("release_provisionally_arrested",))


@law.stage("89(1)", ("the person is not under arrest", "la personne n'est pas arrêtée"), says_not=("the person was arrested already", "la personne est déjà arrêtée"))
def not_arrested(v: View) -> Any:
    done = v.posture.arrested or v.posture.provisional.arrested
    return no(done) if done else True


@law.stage("92(4)", ("the person was not arrested again", "la personne n'a pas été arrêtée de nouveau"), says_not=("the person was arrested again", "la personne a été arrêtée de nouveau"), permanent=True)
def not_rearrested(v: View) -> Any:
    return no(v.posture.arrested) if v.posture.arrested else True


full_request = law.limit("full_request", "cooperation", ("receipt of the full request after provisional arrest", "réception de la demande complète après l'arrestation provisoire"), "92(3)", "provisional_arrest",
                         runs_from=lambda v: v.posture.provisional.arrested, stopped_by=lambda v: v.posture.received, binds=COURT)
time_is_up = law.measure("time_is_up", "92(3)", ("the time for the full request is up", "le délai de la demande complète est écoulé"), lambda v: v.on, ">",
                         lambda v: v.library.due(full_request, v) or v.on - timedelta(days=1), says_not=("the time for the full request still runs", "le délai de la demande complète court encore"))
time_still_runs = law.measure("time_still_runs", "92(3)", ("the time for the full request still runs", "le délai de la demande complète court encore"), lambda v: v.on, "<=",
                              lambda v: v.library.due(full_request, v) or v.on, kind=Kind.OUT_OF_TIME, permanent=True,
                              says_not=("the time for the full request is up", "le délai de la demande complète est écoulé"))

law.power("92(1)", request, COURT, all_of(is_surrender, request_not_sent, urgent))
law.prohibition("92(2)", request, ~leaves_record)
law.prohibition("92(2)(a)", request, ~says_who_and_where)
law.prohibition("92(2)(b)", request, ~says_crimes_and_facts)
law.prohibition("92(2)(c)", request, ~any_of(says_warrant, says_judgement))
law.prohibition("92(2)(d)", request, ~says_will_follow)
law.power("92(1)", arrest_provisionally, REQUESTED, provisional_requested)
law.duty("92(3)", send, COURT, provisionally_arrested, request_sent, limit=full_request, name="send_full_request", empowers=False)
law.power("92(3)", consent, REQUESTED, all_of(provisionally_arrested, law_permits_consent, time_still_runs))
law.power("92(3)", deliver, REQUESTED, consented, name="deliver_by_consent")
law.duty("92(3)", deliver, REQUESTED, consented, delivered, name="deliver_soon", empowers=False)
law.power("92(3)", release, REQUESTED, all_of(provisionally_arrested, time_is_up, ~request_received))
law.power("89(1)", arrest, REQUESTED, all_of(is_surrender, request_received, not_arrested))
law.power("92(4)", arrest, REQUESTED, all_of(released_before, request_received, not_rearrested))
