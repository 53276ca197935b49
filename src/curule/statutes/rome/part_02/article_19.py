"""Articles 18(7) and 19(2)-(6) of the Rome Statute: who may challenge jurisdiction or admissibility, how often, when, on what, before whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.leaves import Fact
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_admissibility import Challenge
from curule.statutes.rome.part_02.article_13 import situation_of
from curule.statutes.rome.part_02.article_17 import COURT, GROUNDS, suggest_challenges
from curule.statutes.rome.part_05.facts import suggest_persons

__all__ = ["STATES", "challenge", "challenge_pending", "law", "state_challenge_pending"]

law = Chapter("rome", __name__)

law.clause("18(7)", Class.RULE, ("Challenge after an article 18 ruling", "Exception après une décision de l'article 18"),
           ("A State that contested such a ruling may challenge on additional significant facts or a significant change.",
            "L'État qui a contesté une telle décision peut soulever l'exception pour faits nouveaux ou changement notables."))
law.clause("19(2)", Class.RULE, ("Who may challenge", "Qui peut soulever une exception"), ("Three kinds of challenger, on admissibility or jurisdiction.", "Trois catégories, sur la recevabilité ou la compétence."))
law.clause("19(2)(a)", Class.RULE, ("The accused or wanted person", "L'accusé ou la personne recherchée"), ("Once a warrant or summons has issued.", "Dès qu'un mandat ou une citation est délivré."))
law.clause("19(2)(b)", Class.RULE, ("A State with jurisdiction", "Un État compétent"), ("Because it investigates, prosecutes or did so.", "Parce qu'il enquête, poursuit, ou l'a fait."))
law.clause("19(2)(c)", Class.RULE, ("A State whose acceptance is needed", "Un État dont l'acceptation est requise"), ("Under article 12.", "Au sens de l'article 12."))
law.clause("19(3)", Class.RULE, ("The Prosecutor; observations", "Le Procureur ; observations"),
           ("The Prosecutor may ask for a ruling; those who referred and victims may submit observations.", "Le Procureur peut demander une décision ; les auteurs du renvoi et les victimes, présenter des observations."))
law.clause("19(4)", Class.RULE, ("Once, and before trial", "Une fois, avant le procès"),
           ("One challenge each, at the latest when the trial opens; more or later with leave; from then on admissibility only on article 17(1)(c).",
            "Une exception chacun, au plus tard à l'ouverture du procès ; davantage ou plus tard sur autorisation ; dès lors la recevabilité ne se conteste que sur l'article 17-1-c."))
law.clause("19(5)", Class.RULE, ("States at the first opportunity", "Les États, le plus tôt possible"), ("A State challenges at the earliest opportunity.", "L'État soulève l'exception le plus tôt possible."))
law.clause("19(6)", Class.RULE, ("Before which Chamber", "Devant quelle Chambre"), ("Before confirmation the Pre-Trial Chamber, afterwards the Trial Chamber.", "Avant la confirmation, la Chambre préliminaire ; après, la Chambre de première instance."))

STATES = ("state", "state_party")


def _challenge(draft: Case, entry: Entry) -> None:
    given = entry.particulars
    who = given.get("person") if given["challenger"] == "a" else given.get("state")
    number = str(len(draft.admissibility.challenges) + 1)
    draft.admissibility.challenges[number] = Challenge(sort=given["challenger"], challenger=str(who), subject=given["subject"], entry=entry)
    draft.admissibility.leave.pop(str(who), None)


def _dismiss(draft: Case, entry: Entry) -> None:
    challenge = draft.admissibility.challenges.get(entry.particulars["challenge"])
    if challenge is not None:
        challenge.decided = entry


def _leave(draft: Case, entry: Entry) -> None:
    draft.admissibility.leave[entry.particulars.get("person") or entry.particulars.get("state", "")] = entry


CHALLENGER = (
    Particular("person", "person", "challenging person", "personne qui soulève l'exception", required=False, suggest=suggest_persons),
    Particular("state", "state", "challenging State", "État qui soulève l'exception", required=False),
)

challenge = law.act(
    "challenge", "case", ("Challenge jurisdiction or admissibility", "Soulever une exception d'incompétence ou d'irrecevabilité"),
    ("{person}{state} challenged the {subject}", "{person}{state} a soulevé une exception : {subject}"),
    [Particular("challenger", "choice", "challenger", "auteur de l'exception", choices=[
        Choice("a", "accused or person under warrant or summons", "accusé ou personne visée par un mandat ou une citation"),
        Choice("b", "State with jurisdiction", "État compétent"), Choice("c", "State whose acceptance is required", "État dont l'acceptation est requise")]),
     *CHALLENGER,
     Particular("subject", "choice", "subject", "objet", choices=[Choice("admissibility", "admissibility", "recevabilité"), Choice("jurisdiction", "jurisdiction", "compétence")]),
     Particular("ground", "choice", "ground", "motif", choices=GROUNDS, required=False),
     Particular("proceedings", "choice", "national proceedings", "procédures nationales", required=False, choices=[
         Choice("investigating", "investigating", "enquête en cours"), Choice("prosecuting", "prosecuting", "poursuites en cours"), Choice("investigated", "investigated", "enquête menée"),
         Choice("prosecuted", "prosecuted", "poursuites menées")]),
     Particular("link", "choice", "link with the case", "lien avec l'affaire", required=False, choices=[
         Choice("territory", "territory, ship or aircraft", "territoire, navire ou aéronef"), Choice("nationality", "nationality of the accused", "nationalité de l'accusé")]),
     Particular("addressee", "choice", "addressed to", "adressée à", choices=[
         Choice("pre_trial_chamber", "Pre-Trial Chamber", "Chambre préliminaire"), Choice("trial_chamber", "Trial Chamber", "Chambre de première instance")],
         default=lambda v: "trial_chamber" if confirmation_entry(v) else "pre_trial_chamber")], _challenge)
grant_leave = law.act("grant_leave_to_challenge", "case", ("Grant leave to challenge", "Autoriser une exception"), ("The Court granted {person}{state} leave to challenge", "La Cour a autorisé {person}{state} à soulever une exception"),
                      CHALLENGER, _leave)
dismiss = law.act("dismiss_late_challenge", "case", ("Dismiss a State's challenge as late", "Rejeter l'exception tardive d'un État"),
                  ("The Chamber dismissed challenge {challenge} as late", "La Chambre a rejeté l'exception {challenge} comme tardive"),
                  [Particular("challenge", "text", "challenge", "exception", suggest=suggest_challenges)], _dismiss)
reject_jurisdiction = law.act("rule_on_jurisdiction_challenge", "case", ("Rule on a challenge to jurisdiction", "Statuer sur une exception d'incompétence"),
                              ("The Chamber ruled on challenge {challenge}: {outcome}", "La Chambre a statué sur l'exception {challenge} : {outcome}"),
                              [Particular("challenge", "text", "challenge", "exception", suggest=suggest_challenges), Particular("outcome", "choice", "outcome", "décision", choices=[
                                  Choice("upheld", "upheld", "accueillie"), Choice("rejected", "rejected", "rejetée")])], _dismiss)
seek_ruling = law.act("seek_ruling", "case", ("Seek a ruling on jurisdiction or admissibility", "Demander une décision sur la compétence ou la recevabilité"),
                      ("The Prosecutor sought a ruling on {subject}", "Le Procureur a demandé une décision sur {subject}"),
                      [Particular("subject", "choice", "subject", "objet", choices=[Choice("admissibility", "admissibility", "la recevabilité"), Choice("jurisdiction", "jurisdiction", "la compétence")])],
                      lambda draft, entry: draft.admissibility.rulings_sought.append(entry))
observe = law.act("submit_observations_on_admissibility", "case", ("Submit observations", "Présenter des observations"),
                  ("Observations were submitted on jurisdiction or admissibility", "Des observations ont été présentées sur la compétence ou la recevabilité"),
                  [Particular("state", "state", "referring State", "État auteur du renvoi", required=False)], lambda draft, entry: draft.admissibility.observations.append(entry))


def _sort(letter: str, says: tuple[str, str]) -> Fact:
    def test(v: View) -> Any:
        given = v.given.get("challenger")
        return None if given is None else given == letter

    test.__name__ = f"challenger_{letter}"
    return law.fact(f"19(2)({letter})", says, needs=("challenger",))(test)


by_person = _sort("a", ("the challenger is the accused or wanted person", "l'auteur est l'accusé ou la personne recherchée"))
by_competent_state = _sort("b", ("the challenger is a State with jurisdiction", "l'auteur est un État compétent"))
by_accepting_state = _sort("c", ("the challenger is a State whose acceptance is required", "l'auteur est un État dont l'acceptation est requise"))


@law.fact("19(2)(a)", ("a warrant or summons has issued against the person", "un mandat ou une citation a été délivré contre la personne"), needs=("person",),
          says_not=("no warrant or summons has issued against the person", "aucun mandat ni citation n'a été délivré contre la personne"), cured_by=("issue_warrant", "issue_summons"))
def process_issued(v: View) -> Any:
    code = v.given.get("person")
    person = v.posture.persons.get(code)
    warrants = [w.entry for w in v.posture.warrants.values() if w.person == code]
    return (warrants[0] if warrants else (person.summons.entry if person is not None and person.summons else False)) if code is not None else None


def _given(id: str, provision: str, says: tuple[str, str], name: str, *, after: str = "challenger") -> Fact:
    def test(v: View) -> Any:
        return name in v.given if after in v.given else None

    test.__name__ = id
    return law.fact(provision, says, needs=(name,))(test)


proceedings_named = _given("proceedings_named", "19(2)(b)", ("it names its investigation or prosecution", "il indique son enquête ou ses poursuites"), "proceedings")
link_named = _given("link_named", "19(2)(c)", ("it is the State of the place or of nationality", "il est l'État du lieu ou de nationalité"), "link")


@law.fact("19(2)", ("a challenge to admissibility names a ground of article 17", "l'exception d'irrecevabilité invoque un motif de l'article 17"), needs=("subject", "ground"))
def ground_named(v: View) -> Any:
    subject = v.given.get("subject")
    return None if subject is None else subject == "jurisdiction" or "ground" in v.given


def _challenger(v: View) -> str | None:
    name: str | None = v.given.get("person") if v.given.get("challenger", "a") == "a" and "person" in v.given else v.given.get("state")
    return name


@law.fact("19(4)", ("it is the challenger's first", "c'est la première du même auteur"), says_not=("the same challenger has challenged before", "le même auteur a déjà soulevé une exception"),
          needs=("person", "state"))
def first_challenge(v: View) -> Any:
    who = _challenger(v)
    before = [c.entry for c in v.posture.admissibility.challenges.values() if c.challenger == who]
    return None if who is None else (no(*before) if before else True)


@law.fact("19(4)", ("the Court has given leave", "la Cour l'a autorisée"), needs=("person", "state"), cured_by=("grant_leave_to_challenge",))
def leave_given(v: View) -> Any:
    who = _challenger(v)
    return None if who is None else v.posture.admissibility.leave.get(who, False)


@law.fact("19(4)", ("the trial has not gone beyond its opening", "le procès n'a pas dépassé son ouverture"), says_not=("the trial has gone beyond its opening", "le procès a dépassé son ouverture"))
def not_after_opening(v: View) -> Any:
    begun = v.posture.trial_begun
    return True if begun is None or v.on <= begun.done_on else no(begun)


@law.fact("19(4)", ("the trial has not opened", "le procès ne s'est pas ouvert"), says_not=("the trial has opened", "le procès s'est ouvert"))
def trial_not_opened(v: View) -> Any:
    return no(v.posture.trial_begun) if v.posture.trial_begun else True


@law.fact("19(4)", ("it concerns jurisdiction", "elle porte sur la compétence"), needs=("subject",))
def on_jurisdiction(v: View) -> Any:
    subject = v.given.get("subject")
    return None if subject is None else subject == "jurisdiction"


@law.fact("19(4)", ("it rests on article 17(1)(c)", "elle se fonde sur l'article 17-1-c"), needs=("ground",))
def on_earlier_trial(v: View) -> Any:
    return v.given.get("ground") == "17(1)(c)" if "subject" in v.given else None


def confirmation_entry(v: View) -> Entry | None:
    """The decision that confirmed charges and committed a person for trial, if there is one."""
    return next((p.committed for p in v.posture.persons.values() if p.committed), None)


@law.fact("19(6)", ("charges have been confirmed", "des charges ont été confirmées"), cured_by=("decide_confirmation",))
def confirmed(v: View) -> Any:
    return confirmation_entry(v) or False


def _to(chamber: str, says: tuple[str, str]) -> Fact:
    def test(v: View) -> Any:
        given = v.given.get("addressee")
        return None if given is None else given == chamber

    test.__name__ = f"to_{chamber}"
    return law.fact("19(6)", says, needs=("addressee",))(test)


to_pre_trial = _to("pre_trial_chamber", ("it goes to the Pre-Trial Chamber", "elle est adressée à la Chambre préliminaire"))
to_trial = _to("trial_chamber", ("it goes to the Trial Chamber", "elle est adressée à la Chambre de première instance"))


@law.fact("18(7)", ("the State contested a ruling under article 18", "l'État a contesté une décision au titre de l'article 18"), needs=("state",))
def contested_article_18_ruling(v: View) -> Any:
    situation, state = situation_of(v), v.given.get("state")
    file = situation.states.get(state) if situation is not None and state is not None else None
    return file.appealed or False if file is not None else False


new_significant_facts = law.finding("new_significant_facts", "18(7)", ("the challenge rests on additional significant facts or a significant change",
                                    "l'exception repose sur des faits nouveaux ou un changement notables"), COURT, ("significant", "notables"), lasting=False)
exceptional = law.finding("exceptional_circumstances", "19(4)", ("circumstances are exceptional", "les circonstances sont exceptionnelles"), COURT, ("exceptional", "exceptionnelles"), lasting=False)
earliest_opportunity = law.finding("earliest_opportunity", "19(5)", ("the State challenged at the earliest opportunity", "l'État a soulevé l'exception le plus tôt possible"), COURT,
                                   ("earliest opportunity", "le plus tôt possible"), lasting=False)


def _pending(id: str, provision: str, says: tuple[str, str], which: Callable[[Challenge], bool], *, named: bool = True) -> Fact:
    def test(v: View) -> Any:
        challenges = v.posture.admissibility.challenges
        if named:
            found = challenges.get(v.given["challenge"]) if "challenge" in v.given else None
            return (None if "challenge" not in v.given else False) if found is None else (found.entry if which(found) else no(found.decided or found.entry))
        live = [c.entry for c in challenges.values() if which(c)]
        return live[0] if live else False

    test.__name__ = id
    return law.stage(provision, says, cured_by=("challenge",))(test)


named_state_challenge = _pending("named_state_challenge", "19(5)", ("that challenge of a State awaits its ruling", "cette exception d'un État attend sa décision"), lambda c: c.by_state and not c.decided)
named_jurisdiction_challenge = _pending("named_jurisdiction_challenge", "19(2)", ("that challenge to jurisdiction awaits its ruling", "cette exception d'incompétence attend sa décision"),
                                        lambda c: c.subject == "jurisdiction" and not c.decided)
challenge_pending = _pending("challenge_pending", "19(3)", ("a challenge awaits its ruling", "une exception attend sa décision"), lambda c: c.decided is None, named=False)
state_challenge_pending = _pending("state_challenge_pending", "19(7)", ("a State's challenge awaits its ruling", "l'exception d'un État attend sa décision"),
                                   lambda c: c.by_state and c.decided is None, named=False)


@law.stage("19(3)", ("a ruling was sought", "une décision a été demandée"), cured_by=("seek_ruling",))
def ruling_sought(v: View) -> Any:
    sought = [e for e in v.posture.admissibility.rulings_sought if not any(d.done_on >= e.done_on for d in v.posture.admissibility.decisions)]
    return sought[0] if sought else False


@law.fact("19(3)", ("that State referred the situation", "cet État a déféré la situation"), needs=("state",))
def state_referred(v: View) -> Any:
    situation = situation_of(v)
    if situation is None or "state" not in v.given:
        return None
    return next((e for e in situation.referrals if e.particulars.get("state") == v.given["state"]), False)


@law.fact("19(3)", ("the Council referred the situation", "le Conseil a déféré la situation"))
def council_referred(v: View) -> Any:
    situation = situation_of(v)
    return None if situation is None else situation.triggers.get("13(b)", False)


in_time = any_of(leave_given, all_of(first_challenge, not_after_opening), provision="rome:19(4)")
law.power("19(2)(a)", challenge, "defence", all_of(by_person, process_issued, ground_named))
law.power("19(2)(b)", challenge, STATES, all_of(by_competent_state, proceedings_named, ground_named))
law.power("19(2)(c)", challenge, STATES, all_of(by_accepting_state, link_named, ground_named))
law.prohibition("19(4)", challenge, ~in_time, name="more_than_once_or_late")
law.prohibition("19(4)", challenge, all_of(~trial_not_opened, ~on_jurisdiction, ~on_earlier_trial), name="ground_at_trial")
law.prohibition("19(6)", challenge, all_of(~confirmed, ~to_pre_trial), name="before_confirmation")
law.prohibition("19(6)", challenge, all_of(confirmed, ~to_trial), name="after_confirmation")
law.prohibition("18(7)", challenge, all_of(by_competent_state, contested_article_18_ruling, ~new_significant_facts))
law.power("19(4)", grant_leave, COURT, exceptional)
law.power("19(5)", dismiss, COURT, all_of(named_state_challenge, ~earliest_opportunity))
law.power("19(2)", reject_jurisdiction, COURT, named_jurisdiction_challenge)
law.power("19(3)", seek_ruling, "prosecutor")
law.power("19(3)", observe, STATES, all_of(any_of(challenge_pending, ruling_sought), state_referred), name="referring_state")
law.power("19(3)", observe, "security_council", all_of(any_of(challenge_pending, ruling_sought), council_referred), name="council")
law.power("19(3)", observe, "victims", any_of(challenge_pending, ruling_sought))
