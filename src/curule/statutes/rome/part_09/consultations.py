"""Articles 97 and 98 of the Rome Statute: problems on which the State consults; immunities and consents of other States."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.cooperation import Bar, Cooperation
from curule.statutes.rome.matters.states import party_on
from curule.statutes.rome.part_09.article_89 import consult, deliver, send
from curule.statutes.rome.part_09.article_91 import send_assistance
from curule.statutes.rome.part_09.request_facts import (
    CONFIDENTIAL,
    COURT,
    REQUESTED,
    consulted,
    ended,
    given_is,
    keep,
    noted,
    on_record,
    request_file_open,
    request_received,
)

__all__ = ["law"]

law = Chapter("rome", __name__)

for _id, _title, _summary in (
    ("97", ("Consultations on problems", "Consultations sur les difficultés"), (
        "A State that sees a problem consults the Court without delay; the list is open.", "L'État qui constate une difficulté consulte la Cour sans tarder ; la liste est ouverte.")),
    ("97(a)", ("Too little information", "Informations insuffisantes"), ("The Court supplements its request.", "La Cour complète sa demande.")),
    ("97(b)", ("Person not found, or the wrong one", "Personne introuvable ou erreur sur la personne"), ("Nobody is surrendered who clearly is not the person named.", "Nul n'est remis s'il n'est manifestement pas la personne visée.")),
    ("97(c)", ("Earlier treaty obligation", "Obligation conventionnelle antérieure"), ("Only one that existed before the request counts.", "Seule compte celle qui précède la demande.")),
    ("98(1)", ("Immunity of a third State", "Immunité d'un État tiers"), (
        "No request that would make the State breach a third State's immunity, unless that State first waives it.", "Pas de demande contraire à l'immunité d'un État tiers, sauf renonciation préalable de celui-ci.")),
    ("98(2)", ("Consent of the sending State", "Consentement de l'État d'envoi"), (
        "No request for surrender against an agreement that needs the sending State's consent, unless it first consents.",
        "Pas de demande de remise contraire à un accord exigeant le consentement de l'État d'envoi, sauf consentement préalable.")),
):
    law.clause(_id, Class.RULE, _title, _summary)

IMMUNITY, CONSENT = "immunity", "consent"
BAR = (Particular("bar", "choice", "what stands in the way", "obstacle", choices=[
    Choice(IMMUNITY, "State or diplomatic immunity of a third State's person or property", "immunité d'État ou diplomatique d'une personne ou de biens d'un État tiers"),
    Choice(CONSENT, "agreement that needs the sending State's consent", "accord exigeant le consentement de l'État d'envoi")]), Particular("third", "state", "third or sending State", "État tiers ou d'envoi"))
NOTED = (BAR[0], Particular("third", "state", "third or sending State", "État tiers ou d'envoi", suggest=lambda v: [(state, state) for state in dict.fromkeys(key.partition(":")[2] for key in v.posture.bars)]))


def _key(entry: Entry) -> str:
    return f"{entry.particulars['bar']}:{entry.particulars['third']}"


def _bar(draft: Cooperation, entry: Entry) -> None:
    draft.bars[_key(entry)] = Bar(entry)


def _lift(draft: Cooperation, entry: Entry) -> None:
    found = draft.bars.get(_key(entry))
    if found is not None:
        found.lifted = entry


identify = law.act("identify_problem", "cooperation", ("Identify a problem of execution", "Signaler une difficulté d'exécution"), ("The State identified a problem: {problem}", "L'État a signalé une difficulté : {problem}"), [
    Particular("problem", "choice", "problem", "difficulté", choices=[
        Choice("information", "insufficient information", "informations insuffisantes"), Choice("not_found", "person cannot be located", "personne introuvable"),
        Choice("wrong_person", "clearly not the person named in the warrant", "manifestement pas la personne visée par le mandat"),
        Choice("treaty", "earlier treaty obligation", "obligation conventionnelle antérieure"), Choice("other", "another problem", "autre difficulté")]),
    Particular("treaty_since", "date", "bound by the treaty since", "lié par le traité depuis le", required=False)], keep("problem"), audience=CONFIDENTIAL)
supplement = law.act("supplement_request", "cooperation", ("Supplement the request", "Compléter la demande"), ("The request was supplemented", "La demande a été complétée"), [
    Particular("with_what", "long_text", "information added", "informations ajoutées")], keep("supplemented"), audience=CONFIDENTIAL)
send_back = law.act("return_unexecuted", "cooperation", ("Enter the return of the request unexecuted", "Inscrire le retour de la demande inexécutée"), (
    "The State returned the request unexecuted", "L'État a retourné la demande inexécutée"), [Particular("why", "text", "why", "pourquoi")], keep("returned"), audience=CONFIDENTIAL)
note_bar = law.act("note_immunity_or_consent", "cooperation", ("Note an immunity or a consent at stake", "Noter une immunité ou un consentement en jeu"), (
    "The request touches {bar} ({third})", "La demande touche : {bar} ({third})"), [*BAR], _bar, audience=CONFIDENTIAL)
waive = law.act("record_waiver_or_consent", "cooperation", ("Enter a waiver or consent", "Inscrire une renonciation ou un consentement"), ("{third} waived or consented ({bar})", "{third} a renoncé ou consenti ({bar})"), [*NOTED], _lift, audience=CONFIDENTIAL)

problem_identified = on_record(law, "problem_identified", "97", "problem", ("the State identified a problem", "l'État a signalé une difficulté"), ("the State identified no problem", "l'État n'a signalé aucune difficulté"), ("identify_problem",))
consulted_on_problem = consulted(law, "consulted_on_problem", "97", "problem", ("the State consulted the Court on it", "l'État a consulté la Cour à ce sujet"), ("the State did not consult the Court on it", "l'État n'a pas consulté la Cour à ce sujet"))
problem_resolved = ended(law, "problem_resolved", "97", "problem", "resolved", ("consultation resolved the problem", "la consultation a réglé la difficulté"), ("consultation has not resolved the problem", "la consultation n'a pas réglé la difficulté"))
too_little = noted(law, "too_little", "97(a)", "problem", "problem", ("information",), ("information is insufficient", "les informations sont insuffisantes"), ("no lack of information was identified", "aucun manque d'informations n'a été signalé"))
supplemented = on_record(law, "supplemented", "97(a)", "supplemented", ("the request was supplemented", "la demande a été complétée"), ("the request was not supplemented", "la demande n'a pas été complétée"), ("supplement_request",))
wrong_person = noted(law, "wrong_person", "97(b)", "problem", "problem", ("wrong_person",), ("the person is clearly not the one named", "la personne n'est manifestement pas celle visée"), ("no mistake of person was identified", "aucune erreur sur la personne n'a été signalée"))
cites_treaty = given_is(law, "cites_treaty", "97(c)", "problem", ("treaty",), ("a treaty obligation is cited", "une obligation conventionnelle est invoquée"), ("no treaty obligation is cited", "aucune obligation conventionnelle n'est invoquée"))
treaty_existed = law.measure("treaty_existed", "97(c)", ("it existed before the request", "elle précède la demande"), lambda v: v.given.get("treaty_since"), "<", lambda v: v.posture.sent.done_on if v.posture.sent else None,
                             needs=("treaty_since",), says_not=("it did not exist before the request", "elle ne précède pas la demande"))


reading_98 = law.reading("immunity_98_1", "98(1)", (
    "Does an immunity of a State that is itself a Party stand in the way of a request?", "L'immunité d'un État lui-même Partie fait-elle obstacle à une demande ?"), {
    "any_state": ("yes: any State other than the one requested is a third State", "oui : tout État autre que l'État requis est un État tiers"),
    "not_parties": ("no: by joining, Parties gave up their immunities before the Court (article 27(2))", "non : en adhérant, les Parties ont renoncé à leurs immunités devant la Cour (article 27-2)")})


def _standing(v: View, bar: str) -> list[tuple[str, Entry]]:
    """The bars of that sort that nobody lifted: whose, and where noted."""
    return [(key.partition(":")[2], b.noted) for key, b in v.posture.bars.items() if key.startswith(f"{bar}:") and b.lifted is None and b.noted]


@law.fact("98(1)", ("an immunity of a third State stands in the way", "une immunité d'un État tiers y fait obstacle"), says_not=("no immunity stands in the way", "aucune immunité n'y fait obstacle"), reversible=True)
def immunity_stands(v: View) -> Any:
    held = _standing(v, IMMUNITY)
    if v.reading("immunity_98_1") == "not_parties":
        held = [(state, noted_in) for state, noted_in in held if not party_on(v.other("states"), state, v.on)]
    return held[0][1] if held else False


@law.fact("98(2)", ("the sending State's consent is missing", "le consentement de l'État d'envoi manque"), says_not=("no consent is missing", "aucun consentement ne manque"), reversible=True)
def consent_missing(v: View) -> Any:
    held = _standing(v, CONSENT)
    return held[0][1] if held else False


@law.stage("98(1)", ("that State's immunity or consent was noted", "l'immunité ou le consentement de cet État a été noté"), says_not=("nothing of that State was noted", "rien n'a été noté concernant cet État"), cured_by=("note_immunity_or_consent",))
def bar_noted(v: View) -> Any:
    if "bar" not in v.given or "third" not in v.given:
        return None
    found = v.posture.bars.get(f"{v.given['bar']}:{v.given['third']}")
    return found.noted or False if found is not None else False


law.power("97", identify, REQUESTED, request_received)
law.prohibition("97(c)", identify, all_of(cites_treaty, ~treaty_existed))
law.duty("97", consult, REQUESTED, problem_identified, consulted_on_problem, name="consult_on_problem", empowers=False)
law.duty("97(a)", supplement, COURT, too_little, supplemented)
law.prohibition("97(b)", deliver, all_of(wrong_person, ~problem_resolved))
law.power("97", send_back, REQUESTED, consulted_on_problem)
law.power("98(1)", note_bar, COURT, request_file_open)
law.power("98(1)", waive, REQUESTED, bar_noted)
law.prohibition("98(1)", (send, "request_provisional_arrest", send_assistance), immunity_stands)
law.prohibition("98(2)", (send, "request_provisional_arrest"), consent_missing)
