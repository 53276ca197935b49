"""Article 89(1), (2), (4) of the Rome Statute: the request for arrest and surrender and how the State answers it; article 102."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.cooperation import Consultation, Cooperation
from curule.statutes.rome.part_09.postponement import challenged_at_home, postponement_stands
from curule.statutes.rome.part_09.request_facts import (
    CONFIDENTIAL,
    COURT,
    REQUESTED,
    SENDING,
    addressed_to_party,
    consulted,
    in_writing,
    is_assistance,
    is_surrender,
    keep,
    noted,
    on_record,
    proper_channel,
    request_not_sent,
    request_received,
    urgent_with_record,
)

__all__ = ["TOPICS", "consult", "delivered", "deliver", "law", "send"]

law = Chapter("rome", __name__)

law.clause("89(1)", Class.RULE, ("Request for arrest and surrender", "Demande d'arrestation et de remise"), (
    "It goes with its material to any State where the person may be; States Parties comply.",
    "Elle va, avec ses pièces, à tout État où la personne peut se trouver ; les États Parties y défèrent."))
law.clause("89(2)", Class.RULE, ("Challenge before a national court", "Contestation devant une juridiction nationale"), (
    "On a plea of ne bis in idem the State consults at once; it executes once the case is admissible and may wait for a pending ruling.",
    "Sur une exception ne bis in idem, l'État consulte aussitôt ; il exécute si l'affaire est recevable et peut attendre une décision pendante."))
law.clause("89(4)", Class.RULE, ("Person wanted at home for another crime", "Personne poursuivie pour un autre crime"), (
    "Having granted the request, the State consults the Court.", "Après avoir accepté la demande, l'État consulte la Cour."))
law.clause("102", Class.DEFINITION, ("Use of terms", "Emploi des termes"), ("Surrender and extradition are kept apart.", "Remise et extradition sont distinguées."),
           carried_by=("deliver_person", "record_extradition"))
law.clause("102(a)", Class.RULE, ("Surrender", "Remise"), ("A State delivers a person to the Court.", "Un État livre une personne à la Cour."))
law.clause("102(b)", Class.RULE, ("Extradition", "Extradition"), ("A State delivers a person to another State.", "Un État livre une personne à un autre État."))

TOPICS = [Choice(code, en, fr) for code, en, fr in (
    ("ne_bis_in_idem", "challenge before a national court (89(2))", "contestation devant une juridiction nationale (89-2)"),
    ("after_grant", "proceedings or sentence for another crime (89(4))", "poursuites ou peine pour un autre crime (89-4)"),
    ("principle", "fundamental legal principle (93(3))", "principe juridique fondamental (93-3)"), ("competing", "competing requests (93(9))", "demandes concurrentes (93-9)"),
    ("problem", "problem of execution (97)", "difficulté d'exécution (97)"), ("direct", "direct execution (99(4))", "exécution directe (99-4)"), ("costs", "extraordinary costs (100(1)(f))", "frais extraordinaires (100-1-f)"))]

WARRANT_CONTENTS = [Choice(code, en, fr) for code, en, fr in (
    ("identity", "identifying description", "signalement suffisant"), ("location", "probable location", "lieu probable où se trouve la personne"), ("warrant", "copy of the warrant of arrest", "copie du mandat d'arrêt"),
    ("judgement", "copy of the judgement of conviction", "copie du jugement de condamnation"), ("identity_link", "proof that this is the person convicted", "preuve que la personne est bien celle condamnée"),
    ("sentence", "copy of the sentence", "copie de la décision sur la peine"))]


def _consult(draft: Cooperation, entry: Entry) -> None:
    draft.consultations[entry.particulars["topic"]] = Consultation(opened=entry)


def _conclude(draft: Cooperation, entry: Entry) -> None:
    found = draft.consultations.setdefault(entry.particulars["topic"], Consultation())
    found.concluded, found.outcome = entry, entry.particulars["outcome"]


send = law.act("send_surrender_request", "cooperation", ("Send the request for arrest and surrender", "Transmettre la demande d'arrestation et de remise"), (
    "The request for arrest and surrender was sent", "La demande d'arrestation et de remise a été transmise"), [
    *SENDING, Particular("person_is", "choice", "the person is", "la personne est", choices=[
        Choice("sought", "sought on a warrant", "recherchée en vertu d'un mandat"), Choice("convicted", "convicted", "condamnée")]),
    Particular("contents", "choice", "contains or is supported by", "contient ou est accompagnée de", many=True, choices=WARRANT_CONTENTS),
    Particular("supplied", "text", "requirements of national law met", "conditions du droit interne remplies", many=True, required=False,
               suggest=lambda v: [(r, r) for r in v.posture.requirements.particulars["items"]] if v.posture.requirements else []),
    Particular("warrant_exists", "yes_no", "a warrant exists for the convicted person", "un mandat existe contre la personne condamnée", required=False),
    Particular("imposed_months", "integer", "imprisonment imposed (months)", "emprisonnement prononcé (mois)", required=False, least=0),
    Particular("served_months", "integer", "served (months)", "purgé (mois)", required=False, least=0),
    Particular("remaining_months", "integer", "remaining (months)", "restant à purger (mois)", required=False, least=0),
    Particular("sentenced", "yes_no", "the convicted person was sentenced", "une peine a été prononcée", required=False),
    Particular("conduct", "text", "conduct for which surrender is sought", "comportement pour lequel la remise est demandée", many=True, required=False)], keep("sent"), audience=CONFIDENTIAL)
confirm = law.act("confirm_request", "cooperation", ("Confirm an urgent request", "Confirmer une demande urgente"), ("The urgent request was confirmed", "La demande urgente a été confirmée"), [
    next(p for p in SENDING if p.name == "channels")], keep("confirmed"), audience=CONFIDENTIAL)
consult = law.act("consult_court", "cooperation", ("Open a consultation with the Court", "Ouvrir une consultation avec la Cour"), (
    "The State consulted the Court: {topic}", "L'État a consulté la Cour : {topic}"), [Particular("topic", "choice", "topic", "objet", choices=TOPICS)], _consult, audience=CONFIDENTIAL)
conclude = law.act("conclude_consultation", "cooperation", ("Conclude a consultation", "Clore une consultation"), ("Consultation concluded ({topic}): {outcome}", "Consultation close ({topic}) : {outcome}"), [
    Particular("topic", "choice", "topic", "objet", choices=TOPICS),
    Particular("outcome", "choice", "outcome", "issue", choices=[Choice("resolved", "resolved", "réglée"), Choice("unresolved", "not resolved", "non réglée")])], _conclude, audience=CONFIDENTIAL)
grant = law.act("grant_surrender", "cooperation", ("Enter the decision to surrender", "Inscrire la décision de remettre la personne"), (
    "The State granted the request for surrender", "L'État a accepté la demande de remise"), [
    Particular("other_crime", "yes_no", "the person is tried or serves a sentence there for another crime", "la personne y est poursuivie ou détenue pour un autre crime")], keep("granted"), audience=CONFIDENTIAL)
deliver = law.act("deliver_person", "cooperation", ("Enter the surrender to the Court", "Inscrire la remise à la Cour"), ("The person was surrendered to the Court", "La personne a été remise à la Cour"), [],
                  keep("delivered"))

delivered = on_record(law, "delivered", "89(1)", "delivered", ("the person was surrendered", "la personne a été remise"), ("the person was not surrendered", "la personne n'a pas été remise"), ("deliver_person",))
other_crime = noted(law, "other_crime", "89(4)", "granted", "other_crime", (True,), ("the person is tried or serves a sentence there for another crime", "la personne y est poursuivie ou détenue pour un autre crime"),
                    ("no other proceedings or sentence there", "ni poursuites ni peine pour un autre crime"))



@law.stage("97", ("a consultation on that topic was opened", "une consultation à ce sujet a été ouverte"), cured_by=("consult_court",),
           says_not=("no consultation on that topic was opened", "aucune consultation à ce sujet n'a été ouverte"))
def topic_opened(v: View) -> Any:
    topic = v.given.get("topic")
    found = v.posture.consultations.get(topic)
    return None if topic is None else ((found.opened or False) if found is not None else False)


consulted_on_challenge = consulted(law, "consulted_on_challenge", "89(2)", "ne_bis_in_idem", ("the Court was consulted on the challenge", "la Cour a été consultée sur la contestation"),
                                   ("the Court was not consulted on the challenge", "la Cour n'a pas été consultée sur la contestation"))
consulted_after_grant = consulted(law, "consulted_after_grant", "89(4)", "after_grant", ("the Court was consulted after the decision", "la Cour a été consultée après la décision"),
                                  ("the Court was not consulted after the decision", "la Cour n'a pas été consultée après la décision"))
confirmed = on_record(law, "confirmed", "91(1)", "confirmed", ("the urgent request was confirmed", "la demande urgente a été confirmée"),
                      ("the urgent request was not confirmed", "la demande urgente n'a pas été confirmée"), ("confirm_request",))
sent_by_record = noted(law, "sent_by_record", "91(1)", "sent", "medium", ("written_record",), ("it was sent urgently by a medium that leaves a written record", "elle a été transmise d'urgence par un moyen laissant une trace écrite"),
                       ("it was not sent by such a medium", "elle n'a pas été transmise par un tel moyen"))

law.power("89(1)", send, COURT, all_of(is_surrender, request_not_sent, any_of(all_of(in_writing, proper_channel), urgent_with_record)))
law.power("91(1)", confirm, COURT, sent_by_record)
law.duty("91(1)", confirm, COURT, all_of(is_surrender, sent_by_record), confirmed, name="confirm", empowers=False)
law.duty("96(1)", confirm, COURT, all_of(is_assistance, sent_by_record), confirmed, name="confirm", empowers=False)
law.prohibition("91(1)", confirm, ~proper_channel, name="channel")
law.power("97", consult, REQUESTED, request_received)
law.power("97", conclude, (*REQUESTED, *COURT), topic_opened)
law.duty("89(2)", consult, REQUESTED, challenged_at_home, consulted_on_challenge, name="consult_on_challenge", empowers=False)
law.power("89(1)", grant, REQUESTED, all_of(is_surrender, request_received))
law.duty("89(4)", consult, REQUESTED, other_crime, consulted_after_grant, name="consult_after_grant", empowers=False)
law.duty("89(1)", deliver, "state_party", all_of(is_surrender, request_received, addressed_to_party, ~postponement_stands), delivered)
law.power("102(a)", deliver, "state", all_of(is_surrender, request_received, ~addressed_to_party))
law.prohibition("102(a)", deliver, delivered, name="delivered")
