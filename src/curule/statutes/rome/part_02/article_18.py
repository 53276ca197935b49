"""Article 18 of the Rome Statute: notice to States, deferral to their proceedings, its review, urgent preservation of evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from curule.law.calendar import add, months
from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.leaves import Fact
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.counting import calendar_months
from curule.statutes.rome.matters.situation import NotifiedState, Situation
from curule.statutes.rome.membership import party_on
from curule.statutes.rome.part_02.article_15 import authorised, concluded_positively, referred
from curule.statutes.rome.part_13.party_facts import register_of, states_parties, suggest_parties

__all__ = ["law", "significant_change"]

law = Chapter("rome", __name__)

law.clause("18(1)", Class.RULE, ("Notice to States", "Notification aux États"),
           ("On a State's referral or own initiative, all Parties and the States that would normally have jurisdiction are told; not on the Council's referral.",
            "Sur renvoi d'un État ou initiative propre, toutes les Parties et les États normalement compétents sont avisés ; non sur renvoi du Conseil."))
law.clause("18(2)", Class.RULE, ("A State asks for deferral", "Demande de sursis d'un État"),
           ("Within a month of its receipt a State may say that it investigates; at its request the Prosecutor defers unless the Chamber authorises.",
            "Dans le mois de la réception, un État peut dire qu'il enquête ; à sa demande, le Procureur lui défère sauf autorisation de la Chambre."))
law.clause("18(3)", Class.RULE, ("Review of the deferral", "Réexamen du sursis"),
           ("Six months after it, or at any time on a significant change.", "Six mois après, ou à tout moment en cas de changement notable."))
law.clause("18(4)", Class.RULE, ("Appeal against the ruling", "Appel de la décision"), ("By the State concerned or the Prosecutor; it may be expedited.", "Par l'État intéressé ou le Procureur ; il peut être accéléré."))
law.clause("18(5)", Class.RULE, ("Progress reports", "Informations périodiques"), ("The Prosecutor may ask; Parties answer without undue delay.", "Le Procureur peut en demander ; les Parties répondent sans retard indu."))
law.clause("18(6)", Class.RULE, ("Urgent preservation", "Mesures conservatoires"),
           ("While a ruling is awaited or a deferral lasts, the Chamber may authorise steps to preserve evidence.",
            "En attendant la décision ou pendant le sursis, la Chambre peut autoriser des mesures de conservation des preuves."))

CLOSED = ("organ:prosecutor", "bench", "organ:registry", "organ:state", "organ:state_party")
STATES = ("state", "state_party")


def suggest_notified(v: View) -> list[tuple[str, str]]:
    """The States that received notice, for forms."""
    return [(s, s) for s in v.posture.states]


def _state(label: str = "State", fr: str = "État") -> Particular:
    return Particular("state", "state", label, fr, suggest=suggest_notified)


def _write(name: str) -> Callable[[Situation, Entry], None]:
    """Effect: the entry in that place of the State's file."""

    def effect(draft: Situation, entry: Entry) -> None:
        setattr(draft.states.setdefault(entry.particulars["state"], NotifiedState()), name, entry)

    return effect


def _inform(draft: Situation, entry: Entry) -> None:
    file = draft.states.setdefault(entry.particulars["state"], NotifiedState())
    file.informed = entry
    if entry.particulars.get("deferral_requested"):
        file.requested = entry


def _rule(draft: Situation, entry: Entry) -> None:
    file = draft.states.setdefault(entry.particulars["state"], NotifiedState())
    file.ruled = entry
    file.authorised = entry if entry.particulars["outcome"] == "authorised" else None


def _review(draft: Situation, entry: Entry) -> None:
    file = draft.states.setdefault(entry.particulars["state"], NotifiedState())
    file.reviewed = entry
    if entry.particulars["outcome"] == "resume":
        file.deferred, file.requested = None, None


notify = law.act(
    "notify_states", "situation", ("Notify States of the investigation", "Aviser les États de l'enquête"),
    ("The Prosecutor notified {states}", "Le Procureur a avisé {states}"),
    [Particular("states", "state", "States notified", "États avisés", many=True, suggest=suggest_parties, default=states_parties),
     Particular("competent", "state", "States that would normally have jurisdiction", "États normalement compétents", many=True, required=False),
     Particular("confidential", "yes_no", "on a confidential basis", "à titre confidentiel", required=False),
     Particular("limited", "yes_no", "information limited", "informations limitées", required=False),
     Particular("reason", "choice", "why limited", "motif de la limitation", required=False, choices=[
         Choice("persons", "to protect persons", "protéger des personnes"), Choice("evidence", "to prevent destruction of evidence", "empêcher la destruction de preuves"),
         Choice("flight", "to prevent flight", "empêcher la fuite")])],
    lambda draft, entry: setattr(draft, "notified", entry), audience=CLOSED)
receipt = law.act("record_receipt_of_notice", "situation", ("Record receipt of the notice", "Inscrire la réception de la notification"),
                  ("{state} received the notice", "{state} a reçu la notification"), [_state()], _write("received"), audience=CLOSED)
inform = law.act(
    "inform_of_national_proceedings", "situation", ("Inform the Court of national proceedings", "Informer la Cour de procédures nationales"),
    ("{state} informed the Court of its proceedings", "{state} a informé la Cour de ses procédures"),
    [_state(), Particular("deferral_requested", "yes_no", "deferral is requested", "le sursis est demandé", default=lambda v: True)], _inform, audience=CLOSED)
defer = law.act("defer_to_state", "situation", ("Defer to the State's investigation", "Déférer à l'enquête de l'État"),
                ("The Prosecutor deferred to the investigation of {state}", "Le Procureur a déféré à l'enquête de {state}"), [_state()], _write("deferred"), audience=CLOSED)
apply = law.act("apply_despite_deferral_request", "situation", ("Apply for authorisation despite the request", "Demander l'autorisation malgré la demande"),
                ("The Prosecutor asked the Chamber to authorise the investigation despite the request of {state}",
                 "Le Procureur a demandé à la Chambre d'autoriser l'enquête malgré la demande de {state}"), [_state()], _write("applied"), audience=CLOSED)
rule = law.act("rule_on_deferral_request", "situation", ("Rule on the deferral request", "Statuer sur la demande de sursis"),
               ("The Chamber ruled on the request of {state}: {outcome}", "La Chambre a statué sur la demande de {state} : {outcome}"),
               [_state(), Particular("outcome", "choice", "outcome", "décision", choices=[
                   Choice("authorised", "investigation authorised", "enquête autorisée"), Choice("declined", "authorisation declined", "autorisation refusée")])], _rule)
review = law.act("review_deferral", "situation", ("Review the deferral", "Réexaminer le sursis"), ("The Prosecutor reviewed the deferral to {state}: {outcome}", "Le Procureur a réexaminé le sursis accordé à {state} : {outcome}"),
                 [_state(), Particular("outcome", "choice", "outcome", "résultat", choices=[
                     Choice("maintain", "deferral maintained", "sursis maintenu"), Choice("resume", "investigation resumed", "reprise de l'enquête")])], _review, audience=CLOSED)
appeal = law.act("appeal_deferral_ruling", "situation", ("Appeal against the ruling", "Interjeter appel de la décision"),
                 ("An appeal was brought against the ruling on {state}", "Un appel a été interjeté contre la décision relative à {state}"),
                 [_state(), Particular("appellant", "state", "appealing State", "État appelant", required=False, suggest=suggest_notified),
                  Particular("expedited", "yes_no", "expedited hearing requested", "examen accéléré demandé", required=False)], _write("appealed"))
ask_progress = law.act("request_progress", "situation", ("Ask for news of progress", "Demander des informations sur l'avancement"),
                       ("The Prosecutor asked {state} about progress", "Le Procureur a demandé à {state} l'état d'avancement"), [_state()], _write("progress_asked"), audience=CLOSED)
give_progress = law.act("report_progress", "situation", ("Report progress", "Rendre compte de l'avancement"), ("{state} reported on its proceedings", "{state} a rendu compte de ses procédures"),
                        [_state()], _write("progress_given"), audience=CLOSED)
seek = law.act("seek_preservation_authority", "situation", ("Seek authority to preserve evidence", "Demander l'autorisation de préserver des preuves"),
               ("The Prosecutor sought authority to preserve evidence", "Le Procureur a demandé l'autorisation de préserver des preuves"),
               [_state(), Particular("steps", "long_text", "steps", "mesures", required=False)], lambda draft, entry: setattr(draft, "preservation_sought", entry),
               audience=("organ:prosecutor", "bench"))


def _grant(draft: Situation, entry: Entry) -> None:
    draft.preservation.append(entry)
    draft.preservation_sought = None


grant = law.act("authorise_preservation", "situation", ("Authorise preserving steps", "Autoriser des mesures conservatoires"),
                ("The Chamber authorised steps to preserve evidence", "La Chambre a autorisé des mesures de conservation des preuves"),
                [Particular("scope", "choice", "scope", "portée", choices=[
                    Choice("preserving", "necessary preserving steps", "mesures conservatoires nécessaires"), Choice("wider", "a wider programme", "programme plus large")])], _grant,
                audience=("organ:prosecutor", "bench"))


def _file(v: View) -> NotifiedState | None:
    found: NotifiedState | None = v.posture.states.get(v.given.get("state", ""))
    return found


def _on_file(id: str, provision: str, says: tuple[str, str], says_not: tuple[str, str], read: Callable[[NotifiedState], Any], cured_by: Sequence[str] = ()) -> Fact:
    """A fact: something stands on the file of the State named."""

    def test(v: View) -> Any:
        if "state" not in v.given:
            return None
        file = _file(v)
        return (read(file) or False) if file is not None else False

    test.__name__ = id
    return law.fact(provision, says, says_not=says_not, needs=("state",), cured_by=cured_by)(test)


@law.fact("18(1)", ("the States were notified", "les États ont été avisés"), cured_by=("notify_states",))
def notified(v: View) -> Any:
    return v.posture.notified or False


@law.fact("18(1)", ("every State Party is among them", "chaque État Partie en fait partie"), says_not=("a State Party is missing", "il manque un État Partie"), needs=("states",))
def all_parties_notified(v: View) -> Any:
    states = v.given.get("states")
    return True if states is None else set(states_parties(v)) <= set(states)


@law.fact("18(1)", ("so is every State that would normally have jurisdiction", "ainsi que chaque État normalement compétent"), needs=("states", "competent"))
def competent_notified(v: View) -> Any:
    return set(v.given.get("competent", ())) <= set(v.given.get("states", v.given.get("competent", ())))


@law.fact("18(1)", ("the information is limited", "les informations sont limitées"), needs=("limited",))
def limited(v: View) -> Any:
    return v.given.get("limited", False)


@law.fact("18(1)", ("the limit is for persons, evidence or against flight", "la limitation protège des personnes, des preuves ou prévient la fuite"), needs=("reason",))
def limit_justified(v: View) -> Any:
    return "reason" in v.given

@law.fact("18(1)", ("the Security Council referred the situation", "le Conseil de sécurité a déféré la situation"))
def council_referral(v: View) -> Any:
    return v.posture.triggers.get("13(b)", False)



received = _on_file("notice_received", "18(1)", ("the State received the notice", "l'État a reçu la notification"), ("the State did not receive a notice", "l'État n'a pas reçu de notification"),
                    lambda f: f.received, ("record_receipt_of_notice",))
no_receipt = ~received
has_informed = _on_file("has_informed", "18(2)", ("the State informed the Court", "l'État a informé la Cour"), ("the State did not inform the Court", "l'État n'a pas informé la Cour"),
                        lambda f: f.informed, ("inform_of_national_proceedings",))


@law.fact("18(2)", ("the State requested deferral within its month", "l'État a demandé le sursis dans le mois"), needs=("state",), cured_by=("inform_of_national_proceedings",),
          says_not=("the State did not request deferral within its month", "l'État n'a pas demandé le sursis dans le mois"))
def deferral_requested_by_state(v: View) -> Any:
    """A request after the month from the State's own receipt is on the record and obliges nobody."""
    if "state" not in v.given:
        return None
    file = _file(v)
    if file is None or file.requested is None or file.received is None:
        return (file.requested if file is not None else None) or False
    return file.requested if file.requested.done_on <= add(file.received.done_on, months(1), rule=calendar_months(v)).day else no(file.requested)


has_requested = deferral_requested_by_state
deferred = _on_file("deferred_to_state", "18(2)", ("the Prosecutor deferred to the State", "le Procureur a déféré à l'État"), ("there is no deferral to the State", "il n'y a pas de sursis au profit de l'État"),
                    lambda f: f.deferred, ("defer_to_state",))
authorised_despite = _on_file("authorised_despite", "18(2)", ("the Chamber authorised the investigation all the same", "la Chambre a autorisé l'enquête malgré tout"),
                              ("the Chamber has not authorised it", "la Chambre ne l'a pas autorisée"), lambda f: f.authorised, ("rule_on_deferral_request",))
application_pending = _on_file("deferral_application_pending", "18(2)", ("the Prosecutor's application is pending", "la demande du Procureur est pendante"), ("no application is pending", "aucune demande n'est pendante"),
                               lambda f: f.applied if f.applied and not f.ruled else None, ("apply_despite_deferral_request",))
ruled = _on_file("ruled_on_deferral", "18(4)", ("the Chamber has ruled", "la Chambre a statué"), ("the Chamber has not ruled", "la Chambre n'a pas statué"), lambda f: f.ruled, ("rule_on_deferral_request",))
asked = _on_file("progress_was_asked", "18(5)", ("the Prosecutor asked about progress", "le Procureur a demandé l'état d'avancement"), ("nothing was asked", "rien n'a été demandé"),
                 lambda f: f.progress_asked, ("request_progress",))
answered = _on_file("progress_was_given", "18(5)", ("the State answered", "l'État a répondu"), ("the State did not answer", "l'État n'a pas répondu"),
                    lambda f: f.progress_given if f.progress_given and f.progress_asked and f.progress_given.done_on >= f.progress_asked.done_on else None, ("report_progress",))


@law.fact("18(5)", ("the State is a Party", "l'État est partie"), says_not=("the duty binds Parties only", "l'obligation ne lie que les Parties"), needs=("state",))
def answering_party(v: View) -> Any:
    return party_on(register_of(v), v.given.get("state"), v.on)


@law.fact("18(4)", ("it is the State concerned that appeals", "c'est l'État intéressé qui fait appel"), needs=("appellant",))
def state_concerned(v: View) -> Any:
    return v.given.get("appellant") == v.given.get("state") if "state" in v.given and "appellant" in v.given else None


def _six_months(v: View) -> date | None:
    file = _file(v)
    return add(file.deferred.done_on, months(6)).day if file is not None and file.deferred else None


six_months_over = law.measure("six_months_over", "18(3)", ("six months have passed since the deferral", "six mois se sont écoulés depuis le sursis"), lambda v: v.on, ">=", _six_months, needs=("state",))
significant_change = law.finding("significant_change", "18(3)", ("there is a significant change tied to unwillingness or inability", "un changement notable tient au manque de volonté ou à l'incapacité"),
                                 "prosecutor", ("significant change of circumstances", "changement notable de circonstances"), lasting=False)
unique_opportunity = law.finding("unique_opportunity", "18(6)", ("there is a unique opportunity to obtain important evidence", "l'occasion de recueillir des preuves importantes est unique"),
                                 "pre_trial_chamber", ("exceptional", "à titre exceptionnel"), lasting=False)
risk_of_loss = law.finding("risk_of_loss", "18(6)", ("there is a significant risk that evidence will be lost", "il y a un risque appréciable que des preuves se perdent"), "pre_trial_chamber",
                           ("significant risk", "risque appréciable"), lasting=False)


@law.stage("18(6)", ("authority to preserve evidence has been sought", "l'autorisation de préserver des preuves a été demandée"), cured_by=("seek_preservation_authority",))
def preservation_sought(v: View) -> Any:
    return v.posture.preservation_sought or False


@law.fact("18(6)", ("it is confined to necessary preserving steps", "elle se limite aux mesures conservatoires nécessaires"), needs=("scope",))
def only_preserving(v: View) -> Any:
    scope = v.given.get("scope")
    return None if scope is None else scope == "preserving"


def _each_state(v: View) -> Iterable[Mapping[str, Any]]:
    return [{"state": s} for s in v.posture.states]


law.reading("deferral_clock", "18(2)", ("From when does the month of each State run?", "À partir de quand court le mois de chaque État ?"), {
    "own": ("from its own receipt of the notice", "de sa propre réception de la notification"), "last": ("from the last receipt by any State", "de la dernière réception par un État")})
law.reading("months_end", "18(2)", ("When does a month end that has no day of the same number?", "Quand prend fin un mois sans quantième correspondant ?"), {
    "clamped": ("on its last day", "son dernier jour"), "next_day": ("on the first day of the month after", "le premier jour du mois suivant")})


def _receipt(v: View) -> Entry | None:
    file = _file(v)
    own: Entry | None = file.received if file is not None else None
    if own is None or v.reading("deferral_clock") == "own":
        return own
    received: list[Entry] = [f.received for f in v.posture.states.values() if f.received]
    return max(received, key=lambda e: e.done_on)


def _informed(v: View) -> Entry | None:
    file = _file(v)
    return file.informed if file is not None else None


def _deferral(v: View) -> Entry | None:
    file = _file(v)
    return file.deferred if file is not None else None


one_month = law.limit("national_proceedings", "situation", ("information on national proceedings", "information sur les procédures nationales"), "18(2)", months(1),
                      runs_from=_receipt, stopped_by=_informed, binds=STATES, counting=calendar_months, each=_each_state)
law.limit("deferral_review", "situation", ("earliest review of the deferral without more", "premier réexamen du sursis sans autre motif"), "18(3)", months(6), runs_from=_deferral, each=_each_state)

law.duty("18(1)", notify, "prosecutor", all_of(any_of(all_of(referred, concluded_positively), authorised), all_parties_notified, competent_notified,
                                               ~all_of(limited, ~limit_justified)), notified)

law.prohibition("18(1)", notify, council_referral)
law.power("18(1)", receipt, ("registry", "prosecutor"), all_of(notified, no_receipt))
law.power("18(2)", inform, STATES, all_of(received, ~has_informed, one_month.within()))
law.duty("18(2)", defer, "prosecutor", all_of(has_requested, ~authorised_despite, ~application_pending), deferred, each=_each_state)
law.power("18(2)", apply, "prosecutor", all_of(has_requested, ~application_pending, ~ruled))
law.power("18(2)", rule, "pre_trial_chamber", application_pending)
law.power("18(3)", review, "prosecutor", all_of(deferred, any_of(six_months_over, significant_change)))
law.power("18(4)", appeal, "prosecutor", ruled)
law.power("18(4)", appeal, STATES, all_of(ruled, state_concerned), name="by_state")
law.power("18(5)", ask_progress, "prosecutor", deferred)
law.duty("18(5)", give_progress, STATES, all_of(asked, answering_party), answered, each=_each_state)
law.power("18(6)", seek, "prosecutor", any_of(application_pending, deferred))
law.power("18(6)", grant, "pre_trial_chamber", all_of(preservation_sought, any_of(unique_opportunity, risk_of_loss), only_preserving))
