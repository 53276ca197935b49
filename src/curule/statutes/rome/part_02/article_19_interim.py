"""Article 19(7)-(11) of the Rome Statute: suspension on a State's challenge, interim authority, review of inadmissibility, deferral to a State."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.leaves import Fact
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.part_02.article_17 import COURT
from curule.statutes.rome.part_02.article_19 import STATES, challenge_pending, ruling_sought, state_challenge_pending

__all__ = ["law", "suspended"]

law = Chapter("rome", __name__)

law.clause("19(7)", Class.RULE, ("Suspension on a State's challenge", "Suspension en cas d'exception d'un État"), ("The Prosecutor suspends until the Court rules; a person's challenge suspends nothing.",
           "Le Procureur sursoit jusqu'à la décision ; l'exception d'une personne ne suspend rien."))
law.clause("19(8)", Class.RULE, ("Interim authority", "Autorisation provisoire"), ("Pending a ruling the Court may authorise three kinds of steps.", "En attendant la décision, la Cour peut autoriser trois sortes de mesures."))
law.clause("19(8)(a)", Class.RULE, ("Preservation", "Conservation"), ("Steps of the kind of article 18(6).", "Mesures du type de l'article 18-6."))
law.clause("19(8)(b)", Class.RULE, ("Statements and begun work", "Dépositions et travaux entamés"), ("A witness's statement, or finishing what began before the challenge.",
           "La déposition d'un témoin, ou l'achèvement de ce qui avait commencé avant l'exception."))
law.clause("19(8)(c)", Class.RULE, ("Against flight", "Contre la fuite"), ("Where a warrant has been requested already.", "Lorsqu'un mandat a déjà été requis."))
law.clause("19(9)", Class.RULE, ("Earlier acts stay valid", "Validité des actes antérieurs"), ("A challenge leaves earlier acts, orders and warrants untouched.", "L'exception n'affecte ni les actes, ni les ordonnances et mandats antérieurs."))
law.clause("19(10)", Class.RULE, ("Review of inadmissibility", "Réexamen de l'irrecevabilité"), ("At the Prosecutor's request, on new facts that remove the basis of the decision.",
           "À la demande du Procureur, sur des faits nouveaux qui ôtent son fondement à la décision."))
law.clause("19(11)", Class.RULE, ("Deferral: information and resumption", "Sursis : informations et reprise"), ("The State may be asked for information; it is told when the Prosecutor goes on.",
           "L'État peut être prié d'informer ; il est avisé si le Procureur reprend."))

RESTRICTED = ("organ:prosecutor", "bench", "organ:state", "organ:state_party")


def _suspend(draft: Case, entry: Entry) -> None:
    draft.admissibility.suspended = entry


def _resume(draft: Case, entry: Entry) -> None:
    draft.admissibility.suspended = None


def _grant(draft: Case, entry: Entry) -> None:
    draft.admissibility.interim.append(entry)
    draft.admissibility.interim_sought = None


suspend = law.act("suspend_investigation", "case", ("Suspend the investigation", "Suspendre l'enquête"), ("The Prosecutor suspended the investigation", "Le Procureur a sursis à enquêter"), [], _suspend)
resume = law.act("resume_investigation", "case", ("Resume the investigation", "Reprendre l'enquête"), ("The Prosecutor resumed the investigation", "Le Procureur a repris l'enquête"), [], _resume)
seek = law.act(
    "seek_interim_authority", "case", ("Seek interim authority", "Demander une autorisation provisoire"), ("The Prosecutor sought interim authority: {step}", "Le Procureur a demandé une autorisation provisoire : {step}"),
    [Particular("step", "choice", "step", "mesure", choices=[
        Choice("preserve", "preserve evidence", "préserver des preuves"), Choice("statement", "take a statement or testimony", "recueillir une déposition"),
        Choice("complete", "complete work begun", "achever des travaux entamés"), Choice("flight", "prevent flight", "empêcher la fuite"), Choice("other", "another step", "autre mesure")]),
     Particular("begun", "date", "day on which the work began", "jour du début des travaux", required=False)],
    lambda draft, entry: setattr(draft.admissibility, "interim_sought", entry), audience=RESTRICTED)
grant = law.act("grant_interim_authority", "case", ("Grant interim authority", "Accorder une autorisation provisoire"), ("The Court granted interim authority", "La Cour a accordé une autorisation provisoire"),
                [], _grant, audience=RESTRICTED)
request_review = law.act("request_review_of_inadmissibility", "case", ("Request review of inadmissibility", "Demander le réexamen de l'irrecevabilité"),
                         ("The Prosecutor requested review of the decision of inadmissibility", "Le Procureur a demandé le réexamen de la décision d'irrecevabilité"),
                         [Particular("facts", "long_text", "new facts", "faits nouveaux", required=False)], lambda draft, entry: setattr(draft.admissibility, "review_sought", entry))
defer = law.act("defer_case_to_state", "case", ("Defer the investigation to a State", "Surseoir au profit d'un État"), ("The Prosecutor deferred the investigation to {state}", "Le Procureur a sursis au profit de {state}"),
                [Particular("state", "state", "State", "État")], lambda draft, entry: draft.admissibility.deferred_to.__setitem__(entry.particulars["state"], entry))
ask = law.act("request_information_on_proceedings", "case", ("Ask the State for information", "Demander des informations à l'État"), ("The Prosecutor asked {state} for information", "Le Procureur a demandé des informations à {state}"),
              [Particular("state", "state", "State", "État")], audience=RESTRICTED)
provide = law.act("provide_information_on_proceedings", "case", ("Provide information on proceedings", "Fournir des informations sur la procédure"), ("{state} provided information", "{state} a fourni des informations"),
                  [Particular("state", "state", "State", "État"), Particular("confidential", "yes_no", "confidentiality requested", "confidentialité demandée", required=False)],
                  lambda draft, entry: draft.admissibility.information.append(entry), audience=RESTRICTED)
disclose = law.act("disclose_state_information", "case", ("Disclose a State's information to the parties", "Communiquer aux parties les informations d'un État"),
                   ("The information of {state} was disclosed", "Les informations de {state} ont été communiquées"), [Particular("state", "state", "State", "État")])
proceed = law.act("proceed_after_deferral", "case", ("Proceed after a deferral", "Reprendre après un sursis"), ("The Prosecutor decided to proceed despite the deferral to {state}",
                  "Le Procureur a décidé de reprendre malgré le sursis au profit de {state}"), [Particular("state", "state", "State", "État")],
                  lambda draft, entry: draft.admissibility.proceeding.__setitem__(entry.particulars["state"], entry))
tell = law.act("notify_state_of_resumption", "case", ("Notify the State of the resumption", "Aviser l'État de la reprise"), ("{state} was notified that the investigation goes on", "{state} a été avisé de la reprise de l'enquête"),
               [Particular("state", "state", "State", "État")], lambda draft, entry: draft.admissibility.resumption_notified.__setitem__(entry.particulars["state"], entry))


@law.fact("19(7)", ("the investigation is suspended", "l'enquête est suspendue"), cured_by=("suspend_investigation",))
def suspended(v: View) -> Any:
    return v.posture.admissibility.suspended or False


@law.stage("19(8)", ("interim authority was sought", "une autorisation provisoire a été demandée"), cured_by=("seek_interim_authority",))
def interim_sought(v: View) -> Any:
    return v.posture.admissibility.interim_sought or False


def _step(name: str, provision: str, says: tuple[str, str]) -> Fact:
    def test(v: View) -> Any:
        step = v.given.get("step")
        return None if step is None else step == name

    test.__name__ = f"step_{name}"
    return law.fact(provision, says, needs=("step",))(test)


preserving = _step("preserve", "19(8)(a)", ("the step preserves evidence", "la mesure préserve des preuves"))
statement = _step("statement", "19(8)(b)", ("the step takes a statement", "la mesure recueille une déposition"))
completing = _step("complete", "19(8)(b)", ("the step completes work that had begun", "la mesure achève des travaux entamés"))
against_flight = _step("flight", "19(8)(c)", ("the step prevents flight", "la mesure empêche la fuite"))
opportunity = law.finding("interim_opportunity", "19(8)(a)", ("there is a unique opportunity or a significant risk of loss", "l'occasion est unique ou le risque de perte appréciable"), COURT, ("as in article 18(6)", "comme à l'article 18-6"), lasting=False)


@law.fact("19(8)(a)", ("what was sought is to preserve evidence", "la demande tend à préserver des preuves"))
def sought_preservation(v: View) -> Any:
    sought = v.posture.admissibility.interim_sought
    return sought is not None and sought.particulars["step"] == "preserve"


def _challenged_on(v: View) -> date | None:
    live = [c.entry.done_on for c in v.posture.admissibility.challenges.values() if c.entry and c.decided is None]
    return min(live) if live else v.on


begun_before = law.measure("begun_before_challenge", "19(8)(b)", ("that work began before the challenge", "ces travaux ont commencé avant l'exception"), lambda v: v.given.get("begun", v.on), "<", _challenged_on, needs=("begun",))


@law.fact("19(8)(c)", ("a warrant was requested already", "un mandat a déjà été requis"), cured_by=("apply_for_warrant",))
def warrant_requested(v: View) -> Any:
    sought = [p.warrant_sought for p in v.posture.persons.values() if p.warrant_sought] + [w.entry for w in v.posture.warrants.values()]
    return sought[0] if sought else False


@law.stage("19(10)", ("the case was held inadmissible", "l'affaire a été déclarée irrecevable"), cured_by=("decide_admissibility",))
def held_inadmissible_before(v: View) -> Any:
    return v.posture.admissibility.inadmissible or False


new_facts_negate = law.finding("new_facts_negate_basis", "19(10)", ("new facts negate the basis of the decision", "des faits nouveaux ôtent son fondement à la décision"), "prosecutor", ("fully satisfied", "tout à fait convaincu"), lasting=False)


def _of_state(name: str, provision: str, says: tuple[str, str], table: str, cured_by: tuple[str, ...]) -> Fact:
    def test(v: View) -> Any:
        state = v.given.get("state")
        return None if state is None else getattr(v.posture.admissibility, table).get(state, False)

    test.__name__ = name
    return law.fact(provision, says, needs=("state",), cured_by=cured_by)(test)


deferred = _of_state("deferred_case", "19(11)", ("the Prosecutor deferred to that State", "le Procureur a sursis au profit de cet État"), "deferred_to", ("defer_case_to_state",))
proceeding = _of_state("proceeding_after_deferral", "19(11)", ("the Prosecutor decided to proceed", "le Procureur a décidé de reprendre"), "proceeding", ("proceed_after_deferral",))
told = _of_state("state_told", "19(11)", ("the State was notified", "l'État a été avisé"), "resumption_notified", ("notify_state_of_resumption",))


def _information(v: View, confidential: bool) -> Any:
    state = v.given.get("state")
    return None if state is None else next((e for e in v.posture.admissibility.information if e.particulars["state"] == state and (not confidential or e.particulars.get("confidential"))), False)


@law.fact("19(11)", ("the State provided information", "l'État a fourni des informations"), needs=("state",), cured_by=("provide_information_on_proceedings",))
def information_provided(v: View) -> Any:
    return _information(v, False)


@law.fact("19(11)", ("the State asked that it be confidential", "l'État en a demandé la confidentialité"), needs=("state",))
def confidentiality_asked(v: View) -> Any:
    return _information(v, True)


@law.fact("19(9)", ("a warrant issued before a pending challenge", "un mandat est antérieur à une exception pendante"))
def warrant_before_challenge(v: View) -> Any:
    live = [c.entry.done_on for c in v.posture.admissibility.challenges.values() if c.entry and c.decided is None]
    return next((w.entry for w in v.posture.warrants.values() if live and w.entry and w.entry.done_on < max(live)), False)


@law.fact("19(9)", ("that warrant has not been ended while the challenge is pending", "il n'y a pas été mis fin pendant l'instance"), cured_by=())
def warrant_kept(v: View) -> Any:
    live = [c.entry.done_on for c in v.posture.admissibility.challenges.values() if c.entry and c.decided is None]
    return not any(w.ended and w.ended.done_on >= min(live) for w in v.posture.warrants.values())


def _each_resumption(v: View) -> Iterable[Mapping[str, Any]]:
    return [{"state": s} for s in v.posture.admissibility.proceeding]


awaiting = any_of(challenge_pending, ruling_sought)
law.duty("19(7)", suspend, "prosecutor", state_challenge_pending, suspended)
law.power("19(7)", resume, "prosecutor", all_of(suspended, ~state_challenge_pending))
law.power("19(8)", seek, "prosecutor", all_of(awaiting, any_of(preserving, statement, all_of(completing, begun_before), all_of(against_flight, warrant_requested))))
law.power("19(8)", grant, COURT, all_of(interim_sought, any_of(~sought_preservation, opportunity)))
law.power("19(10)", request_review, "prosecutor", all_of(held_inadmissible_before, new_facts_negate))
law.power("19(11)", defer, "prosecutor", ~deferred)
law.power("19(11)", ask, "prosecutor", deferred)
law.power("19(11)", provide, STATES, deferred)
law.power("19(11)", disclose, ("registry", "prosecutor"), information_provided)
law.prohibition("19(11)", disclose, confidentiality_asked)
law.power("19(11)", proceed, "prosecutor", deferred)
law.duty("19(11)", tell, "prosecutor", proceeding, told, each=_each_resumption)
law.right("19(9)", "case", ("earlier warrants and orders keep their effect", "maintien des mandats et ordonnances antérieurs"), ("the Prosecutor and the Court", "le Procureur et la Cour"),
          COURT, warrant_before_challenge, warrant_kept)
