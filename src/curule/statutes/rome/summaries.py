"""Where a matter of the Court stands, in a few words for each concern: the line at the head of its page.

Pure functions of posture, day and language; ``names`` gives the names of judges and States by their codes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from curule.law.calendar import add, months
from curule.law.told import Line, Names
from curule.law.words import T, listing, long_date
from curule.statutes.rome.crimes import crime
from curule.statutes.rome.judges_told import OFFICES
from curule.statutes.rome.matters.amendment import Amendment
from curule.statutes.rome.matters.assembly import AssemblySession
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.cooperation import Cooperation
from curule.statutes.rome.matters.election import Election
from curule.statutes.rome.matters.enforcement import Enforcement
from curule.statutes.rome.matters.roll import Roll, holder_on, judges_in_office, presidency_on, seats_on
from curule.statutes.rome.matters.situation import Situation
from curule.statutes.rome.matters.situation_investigation import Chamber
from curule.statutes.rome.matters.state_files import StatesRegister
from curule.statutes.rome.membership import parties_on, withdrawal_pending

__all__ = ["TRIGGERS", "chamber_words", "crime_words", "custody_words", "deferral_ends", "length_words", "level_words", "summary"]


def summary(kind: str, posture: Any, on: date, lang: str, names: Names | None = None) -> list[Line]:
    """Where a matter of that kind stands; an empty list for kinds with nothing to say beyond their stage."""
    told = SUMMARIES.get(kind)
    return list(told(posture, on, lang, names or {})) if told is not None else []


TRIGGERS = {"13(a)": T("referred by a State Party", "déférée par un État Partie"), "13(b)": T("referred by the Security Council", "déférée par le Conseil de sécurité"),
            "13(c)": T("on the Prosecutor's own initiative", "à l'initiative du Procureur")}
LEVELS = {"pre_trial": T("Pre-Trial Chamber", "Chambre préliminaire"), "trial": T("Trial Chamber", "Chambre de première instance"),
          "appeal": T("Appeals Chamber", "Chambre d'appel"), "single": T("Single judge", "Juge unique")}


def crime_words(code: str, lang: str) -> str:
    """A crime by its short name and its provision: "murder (7(1)(a))"."""
    found = crime(code)
    return f"{found.name.of(lang)} ({code})" if found is not None else code


def chamber_words(chamber: Chamber, lang: str, names: Names) -> str:
    """The judges of a Chamber by name, with the one who presides."""
    mark = T("presiding", "président").of(lang)
    return ", ".join(names.get(c, c) + (f" ({mark})" if c == chamber.presiding and len(chamber.judges) > 1 else "") for c in chamber.judges)


def length_words(total: int, lang: str) -> str:
    """Months in words: years and months."""
    years, rest = divmod(total, 12)
    parts = [f"{years} " + ("an" if lang == "fr" else "year") + ("s" if years > 1 else "")] if years else []
    parts += [f"{rest} mois" if lang == "fr" else f"{rest} month{'s' if rest > 1 else ''}"] if rest else []
    return listing(parts, lang)


def custody_words(case: Case, code: str, on: date, lang: str) -> tuple[str, str, Any]:
    """Where one person is: words, provision, entry. Days in custody are counted from the first, that day included."""
    person, custody = case.persons[code], case.custody.get(code)
    current = custody.current if custody is not None else None
    if current is not None:
        where = T("in custody in a State", "détenu dans un État") if current.where == "custodial_state" else T("in custody", "en détention")
        return f"{where.of(lang)}, {'jour' if lang == 'fr' else 'day'} {(on - current.since).days + 1}", "rome:60", current.begun
    if person.appeared or person.surrendered:
        return T("at liberty", "en liberté").of(lang), "rome:60(2)", person.appeared or person.surrendered
    live = [w for w in case.warrants.values() if w.person == code and w.crimes_in_force]
    if live:
        return T("at large, warrant issued", "en fuite, mandat délivré").of(lang), "rome:58(1)", live[-1].entry
    if person.summons is not None:
        return T("summoned to appear", "cité à comparaître").of(lang), "rome:58(7)", person.summons.entry
    return T("at liberty", "en liberté").of(lang), "", None


def deferral_ends(entry: Any) -> date:
    """The last day of the twelve months for which the Security Council asked that nothing proceed (article 16)."""
    return add(entry.done_on, months(12)).day


def _situation(posture: Situation, on: date, lang: str, names: Names) -> Iterable[Line]:
    for trigger, entry in posture.triggers.items():
        state = names.get(entry.particulars.get("state", ""), entry.particulars.get("state", ""))
        words = TRIGGERS[trigger].of(lang) if trigger in TRIGGERS else trigger
        yield Line(T("Trigger", "Saisine").of(lang), f"{words} ({state})" if state else words, f"rome:{trigger}", entry)
    if posture.authorised:
        yield Line(T("Investigation", "Enquête").of(lang), T("authorised", "autorisée").of(lang), "rome:15(4)", posture.authorised)
    elif posture.requested and not posture.refused:
        yield Line(T("Authorisation", "Autorisation").of(lang), T("requested, not decided", "demandée, non tranchée").of(lang), "rome:15(3)", posture.requested)
    for task, chamber in posture.chambers.items():
        yield Line(level_words(task, lang), chamber_words(chamber, lang, names), "rome:57(2)", chamber.entry)
    if posture.council_deferrals:
        last = posture.council_deferrals[-1]
        ends = deferral_ends(last)
        until = T("until {day}", "jusqu'au {day}") if on <= ends else T("ended on {day}", "a pris fin le {day}")
        yield Line(T("Deferral asked by the Security Council", "Sursis demandé par le Conseil de sécurité").of(lang),
                   until.of(lang).format(day=long_date(ends, lang)), "rome:16", last)
    deferred = [names.get(s, s) for s, n in posture.states.items() if n.deferred and not n.reviewed]
    if deferred:
        yield Line(T("Deferred to", "Déférée à").of(lang), listing(deferred, lang), "rome:18(2)", None)


def level_words(task: str, lang: str) -> str:
    """A Chamber by its level, with the number of the appeal where there is one."""
    name, _, number = task.partition(":")
    return (LEVELS[name].of(lang) if name in LEVELS else name) + (f" {number}" if number else "")


def _case(posture: Case, on: date, lang: str, names: Names) -> Iterable[Line]:
    several = len(posture.persons) > 1
    for code in posture.persons:
        words, provision, entry = custody_words(posture, code, on, lang)
        label = T("Accused", "Accusé") if posture.persons[code].committed else T("Suspect", "Suspect")
        yield Line(label.of(lang) + (f" {code}" if several else ""), words, provision, entry)
    live = [c for c in posture.charges.values() if c.status not in ("declined", "withdrawn")]
    if live:
        done = sum(c.status in ("confirmed", "convicted", "acquitted") for c in live)
        words = T("{done} confirmed of {all}", "{done} confirmées sur {all}").of(lang).format(done=done, all=len(posture.charges))
        yield Line(T("Charges", "Charges").of(lang), words, "rome:61(7)", live[-1].entry)
    for task, chamber in posture.chambers.items():
        yield Line(level_words(task, lang), chamber_words(chamber, lang, names), "rome:39(2)", chamber.entry)
    yield from _questions(posture, lang, names)
    yield from _outcome(posture, lang)


def _questions(posture: Case, lang: str, names: Names) -> Iterable[Line]:
    """What is pending about jurisdiction and admissibility."""
    held = posture.admissibility
    if held.inadmissible:
        yield Line(T("Admissibility", "Recevabilité").of(lang), T("inadmissible", "irrecevable").of(lang), "rome:17", held.inadmissible)
    for challenge in (c for c in held.challenges.values() if c.decided is None):
        who = names.get(challenge.challenger, challenge.challenger)
        subject = T("admissibility challenged by", "recevabilité contestée par") if challenge.subject == "admissibility" else T(
            "jurisdiction challenged by", "compétence contestée par")
        yield Line(T("Challenge pending", "Exception pendante").of(lang), f"{subject.of(lang)} {who}", "rome:19(2)", challenge.entry)
    if held.suspended:
        yield Line(T("Investigation", "Enquête").of(lang), T("suspended", "suspendue").of(lang), "rome:19(7)", held.suspended)


def _outcome(posture: Case, lang: str) -> Iterable[Line]:
    for code, sentence in posture.sentences.persons.items():
        label = T("Sentence", "Peine").of(lang) + (f" {code}" if len(posture.persons) > 1 else "")
        term = T("life imprisonment", "emprisonnement à perpétuité").of(lang) if sentence.life else length_words(sentence.joint or 0, lang)
        yield Line(label, term or "—", "rome:77", sentence.entry)
    pending = [a for a in posture.appeals.appeals.values() if a.pending]
    if pending:
        yield Line(T("Appeals pending", "Appels pendants").of(lang), str(len(pending)), "rome:81", pending[0].filed)


def _states(posture: StatesRegister, on: date, lang: str, names: Names) -> Iterable[Line]:
    parties = parties_on(posture, on)
    yield Line(T("States Parties", "États Parties").of(lang), str(len(parties)), "rome:126", None)
    leaving = [names.get(s, s) for s in parties if withdrawal_pending(posture, s, on)]
    if leaving:
        yield Line(T("Notice of withdrawal pending", "Notification de retrait en cours").of(lang), listing(leaving, lang), "rome:127", None)
    declared = [names.get(s, s) for s, f in posture.states.items() if s not in parties and any(d.basis == "12(3)" and not d.withdrawn for d in f.declarations)]
    if declared:
        yield Line(T("Acceptance without being a Party", "Acceptation sans être partie").of(lang), listing(declared, lang), "rome:12(3)", None)


def _roll(posture: Roll, on: date, lang: str, names: Names) -> Iterable[Line]:
    serving = judges_in_office(posture, on)
    words = T("{n} of {seats}", "{n} sur {seats}").of(lang).format(n=len(serving), seats=seats_on(posture, on))
    yield Line(T("Judges in office", "Juges en fonctions").of(lang), words, "rome:36(1)", None)
    members = presidency_on(posture, on)
    if members:
        yield Line(T("Presidency", "Présidence").of(lang), ", ".join(names.get(c, c) for c in members), "rome:38", None)
    for office in ("prosecutor", "deputy_prosecutor", "registrar"):
        for tenure in holder_on(posture, office, on):
            words = T("{who}, until {day}", "{who}, jusqu'au {day}").of(lang).format(who=tenure.person, day=long_date(tenure.until, lang))
            yield Line(OFFICES[office].of(lang), words, "rome:43" if office == "registrar" else "rome:42", tenure.entry)


def _election(posture: Election, on: date, lang: str, names: Names) -> Iterable[Line]:
    words = T("{n} of {all} seats filled", "{n} sièges pourvus sur {all}").of(lang).format(n=len(posture.elected), all=posture.seats)
    yield Line(T("Seats", "Sièges").of(lang), words, "rome:36(6)", posture.ballots[-1] if posture.ballots else posture.opened)
    yield Line(T("Candidates", "Candidats").of(lang), str(len(posture.candidates)), "rome:36(4)", None)
    yield Line(T("Ballots", "Tours de scrutin").of(lang), str(len(posture.ballots)), "rome:36(6)(b)", None)


def _assembly(posture: AssemblySession, on: date, lang: str, names: Names) -> Iterable[Line]:
    yield Line(T("States present", "États présents").of(lang), str(len(posture.attendance)), "rome:112(7)", None)
    decided = sum(item.decided is not None for item in posture.items.values())
    words = T("{n} of {all} decided", "{n} sur {all} décidés").of(lang).format(n=decided, all=len(posture.items))
    yield Line(T("Items", "Points").of(lang), words, "rome:112(2)", None)


def _amendment(posture: Amendment, on: date, lang: str, names: Names) -> Iterable[Line]:
    entry = posture.proposed
    if entry is not None:
        state = entry.particulars.get("state", "")
        words = T("article {path}, by {state}", "article {path}, par {state}").of(lang).format(path=posture.path, state=names.get(state, state))
        yield Line(T("Proposal", "Proposition").of(lang), words, f"rome:{posture.path}(1)", entry)
    if posture.provisions:
        yield Line(T("Provisions", "Dispositions").of(lang), ", ".join(posture.provisions), "", None)


def _cooperation(posture: Cooperation, on: date, lang: str, names: Names) -> Iterable[Line]:
    if posture.state:
        yield Line(T("Requested State", "État requis").of(lang), names.get(posture.state, posture.state), "rome:86", posture.opened)
    if posture.person:
        yield Line(T("Person", "Personne").of(lang), posture.person, "rome:89", posture.arrested or posture.opened)
    if posture.rivals:
        yield Line(T("Competing requests", "Demandes concurrentes").of(lang), ", ".join(names.get(s, s) for s in posture.rivals), "rome:90", None)


def _enforcement(posture: Enforcement, on: date, lang: str, names: Names) -> Iterable[Line]:
    yield Line(T("Sentenced person", "Personne condamnée").of(lang), posture.person, "rome:103", posture.opened)
    term = T("life imprisonment", "emprisonnement à perpétuité").of(lang) if posture.form == "life" else length_words(posture.months, lang)
    yield Line(T("Sentence", "Peine").of(lang), term, "rome:77", posture.opened)
    if posture.state:
        state = posture.in_custody_of or posture.state
        yield Line(T("State", "État").of(lang), names.get(state, state), "rome:103(1)", posture.delivered or posture.accepted or posture.designated)
    last = posture.reduced_last_day or posture.stated_last_day
    if last:
        yield Line(T("Last day", "Dernier jour").of(lang), long_date(last, lang), "rome:78", None)


SUMMARIES: dict[str, Callable[[Any, date, str, Names], Iterable[Line]]] = {
    "situation": _situation, "case": _case, "states": _states, "roll": _roll, "election": _election, "assembly": _assembly, "amendment": _amendment,
    "cooperation": _cooperation, "enforcement": _enforcement}
