"""The sheets behind the tabs of a matter of the Court: people, charges, hearings, custody, languages. Pure functions of posture, day and language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from curule.law.record import Entry
from curule.law.told import Names, Row, Sheet, words
from curule.law.words import T, Text, long_date
from curule.statutes.rome.judges_told import OFFICES
from curule.statutes.rome.matters.assembly import AssemblySession
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.election import Election
from curule.statutes.rome.matters.roll import Roll
from curule.statutes.rome.matters.situation import Situation
from curule.statutes.rome.matters.state_files import StatesRegister
from curule.statutes.rome.summaries import chamber_words, crime_words, custody_words, level_words

__all__ = ["TAB_NAMES", "sheets"]

Told = Callable[[Any, date, str, Names], Iterable[Sheet]]


def sheets(kind: str, tab: str, posture: Any, on: date, lang: str, names: Names | None = None) -> list[Sheet]:
    """The sheets of one tab of a matter of that kind; an empty list where there is none."""
    made = SHEETS.get((kind, tab))
    return list(made(posture, on, lang, names or {})) if made is not None else []


def _day(entry: Entry | None, lang: str) -> str:
    return long_date(entry.done_on, lang) if entry is not None else "—"


def _choice(found: dict[str, Text], value: str, lang: str) -> str:
    return found[value].of(lang) if value in found else value or "—"


STATUSES = {"sought": T("sought", "demandée"), "confirmed": T("confirmed", "confirmée"), "declined": T("declined", "non confirmée"),
            "adjourned": T("adjourned", "ajournée"), "withdrawn": T("withdrawn", "retirée"), "convicted": T("convicted", "déclaré coupable"),
            "acquitted": T("acquitted", "acquitté")}
PLEAS = {"admission": T("admission of guilt", "aveu de culpabilité"), "not_guilty": T("not guilty", "non coupable")}
FORMS = {"public": T("public", "publique"), "closed": T("closed", "à huis clos")}
PARTIES = {"prosecutor": T("the Prosecutor", "le Procureur"), "defence": T("the Defence", "la Défense"), "victims": T("the victims", "les victimes")}
RULINGS = {"admitted": T("admitted", "admis"), "excluded": T("excluded", "écarté")}


def _people(case: Case, on: date, lang: str, names: Names) -> Iterable[Sheet]:
    rows = []
    for code, person in case.persons.items():
        where, _, entry = custody_words(case, code, on, lang)
        counsel = case.trial.accused[code].counsel if code in case.trial.accused else None
        rows.append(Row((person.name or code, names.get(person.nationality, person.nationality) or "—", where,
                         str(counsel.particulars.get("counsel", "—")) if counsel is not None else "—"), entry or case.opened))
    yield Sheet(T("Persons", "Personnes").of(lang), words(lang, ("Name", "Nom"), ("Nationality", "Nationalité"), ("Where", "Situation"), ("Counsel", "Conseil")), rows)
    yield _chambers(case.chambers, lang, names)
    heard = [Row((code, _day(e, lang)), e) for code, e in case.trial.testified.items()]
    yield Sheet(T("Witnesses heard", "Témoins entendus").of(lang), words(lang, ("Witness", "Témoin"), ("Day", "Date")), heard)


def _chambers(chambers: Any, lang: str, names: Names) -> Sheet:
    rows = [Row((level_words(task, lang), chamber_words(c, lang, names)), c.entry) for task, c in chambers.items()]
    return Sheet(T("Chambers", "Chambres").of(lang), words(lang, ("Chamber", "Chambre"), ("Judges", "Juges")), rows)


def _charges(case: Case, on: date, lang: str, names: Names) -> Iterable[Sheet]:
    rows = []
    for number, charge in case.charges.items():
        accused = case.trial.accused.get(charge.person)
        plea = accused.plea if accused is not None else ""
        rows.append(Row((number, crime_words(charge.crime, lang), charge.person, _choice(STATUSES, charge.status, lang), _choice(PLEAS, plea, lang)), charge.entry))
    columns = words(lang, ("Charge", "Charge"), ("Crime", "Crime"), ("Person", "Personne"), ("Status", "État"), ("Plea", "Plaidoyer"))
    yield Sheet(T("Charges", "Charges").of(lang), columns, rows)
    warrants = [Row((number, w.person, ", ".join(crime_words(c, lang) for c in w.crimes_in_force) or T("no longer in force", "sans effet").of(lang)), w.entry)
                for number, w in case.warrants.items()]
    yield Sheet(T("Warrants of arrest", "Mandats d'arrêt").of(lang), words(lang, ("Warrant", "Mandat"), ("Person", "Personne"), ("In force for", "En vigueur pour")), warrants)


def _hearings(case: Case, on: date, lang: str, names: Names) -> Iterable[Sheet]:
    steps: list[tuple[Text, Entry | None]] = []
    for person in case.persons.values():
        steps += [(T("First appearance", "Première comparution"), person.first_appearance),
                  (T("Confirmation hearing opened", "Ouverture de l'audience de confirmation"), person.confirmation.opened),
                  (T("Confirmation hearing closed", "Clôture de l'audience de confirmation"), person.confirmation.closed)]
        steps += [(T("Decision on confirmation", "Décision sur la confirmation"), e) for e in person.confirmation.decisions]
    steps += [(T("Trial opened", "Ouverture du procès"), case.trial_begun), (T("Evidence closed", "Clôture de la preuve"), case.trial.evidence_closed),
              (T("Judgement", "Jugement"), case.judgement)]
    rows = [Row((said.of(lang), _day(e, lang)), e) for said, e in steps if e is not None]
    yield Sheet(T("The proceedings", "La procédure").of(lang), words(lang, ("Step", "Étape"), ("Day", "Date")), rows)
    sessions = [Row((code, _day(s.entry, lang), _choice(FORMS, s.form, lang)), s.entry) for code, s in case.trial.sessions.items()]
    yield Sheet(T("Sessions", "Audiences").of(lang), words(lang, ("Session", "Audience"), ("Day", "Date"), ("Form", "Forme")), sessions)
    evidence = [Row((item, _choice(PARTIES, e.party, lang), _choice(RULINGS, e.ruling, lang)), e.ruled or e.submitted) for item, e in case.trial.evidence.items()]
    yield Sheet(T("Evidence", "Preuves").of(lang), words(lang, ("Item", "Élément"), ("Submitted by", "Présenté par"), ("Ruling", "Décision")), evidence)


WHERE = {"custodial_state": T("custodial State", "État de détention"), "court": T("the Court", "la Cour")}


def _custody(case: Case, on: date, lang: str, names: Names) -> Iterable[Sheet]:
    rows = []
    for code, held in case.custody.items():
        for time in held.times:
            days = ((time.until or on) - time.since).days + 1
            rows.append(Row((code, _choice(WHERE, time.where, lang), long_date(time.since, lang), long_date(time.until, lang) if time.until else "—", str(days)), time.begun))
    columns = words(lang, ("Person", "Personne"), ("Where", "Lieu"), ("From", "Du"), ("To", "Au"), ("Days", "Jours"))
    yield Sheet(T("Custody", "Détention").of(lang), columns, rows)


def _languages(case: Case, on: date, lang: str, names: Names) -> Iterable[Sheet]:
    rows = []
    for code, person in case.persons.items():
        accused = case.trial.accused.get(code)
        interpreter = accused.interpretation if accused is not None else None
        served = accused.charges_served if accused is not None else None
        if person.language or interpreter:
            rows.append(Row((code, person.language or "—", _day(served, lang), _day(interpreter, lang)), interpreter or served or case.opened))
    columns = words(lang, ("Person", "Personne"), ("Language understood", "Langue comprise"), ("Charges served", "Charges signifiées"), ("Interpreter", "Interprète"))
    yield Sheet(T("Languages", "Langues").of(lang), columns, rows)


def _situation_people(posture: Situation, on: date, lang: str, names: Names) -> Iterable[Sheet]:
    yield _chambers(posture.chambers, lang, names)
    rows = [Row((names.get(s, s), _day(n.received, lang), _day(n.requested or n.informed, lang), _day(n.deferred, lang), _day(n.authorised or n.ruled, lang)),
                n.ruled or n.deferred or n.requested or n.informed or n.received) for s, n in posture.states.items() if n.received or n.informed]
    columns = words(lang, ("State", "État"), ("Notice received", "Notification reçue"), ("Deferral asked", "Sursis demandé"), ("Deferred", "Sursis accordé"), ("Ruling", "Décision"))
    yield Sheet(T("States notified", "États notifiés").of(lang), columns, rows)


def _election_people(posture: Election, on: date, lang: str, names: Names) -> Iterable[Sheet]:
    rows = [Row((names.get(c, c), names.get(x.nationality, x.nationality), x.chosen_list or "—", names.get(x.nominated_by, x.nominated_by),
                 T("elected", "élu").of(lang) if c in posture.elected else "—"), posture.elected.get(c) or x.entry) for c, x in posture.candidates.items()]
    columns = words(lang, ("Candidate", "Candidat"), ("Nationality", "Nationalité"), ("List", "Liste"), ("Nominated by", "Présenté par"), ("Result", "Résultat"))
    yield Sheet(T("Candidates", "Candidats").of(lang), columns, rows)


def _roll_people(posture: Roll, on: date, lang: str, names: Names) -> Iterable[Sheet]:
    rows = [Row((OFFICES[t.office].of(lang) if t.office in OFFICES else t.office, names.get(t.person, t.person), long_date(t.since, lang), long_date(t.until, lang)), t.entry)
            for t in posture.offices]
    yield Sheet(T("Offices", "Fonctions").of(lang), words(lang, ("Office", "Fonction"), ("Person", "Personne"), ("From", "Du"), ("To", "Au")), rows)


VOTES = {"for": T("for", "pour"), "against": T("against", "contre"), "abstains": T("abstains", "abstention")}


def _session(posture: AssemblySession, on: date, lang: str, names: Names) -> Iterable[Sheet]:
    rows = []
    for code, item in posture.items.items():
        cast = [sum(v == vote for v in item.votes.values()) for vote in VOTES]
        rows.append(Row((code, " / ".join(map(str, cast)) if any(cast) else "—", _day(item.decided, lang)), item.decided or item.placed))
    columns = words(lang, ("Item", "Point"), ("For / against / abstaining", "Pour / contre / abstentions"), ("Decided", "Décidé"))
    yield Sheet(T("Items", "Points").of(lang), columns, rows)


def _states_people(posture: StatesRegister, on: date, lang: str, names: Names) -> Iterable[Sheet]:
    rows = [Row((names.get(code, code), code, _day(f.signed, lang), ", ".join(_day(e, lang) for e in f.deposits) or "—",
                 ", ".join(_day(e, lang) for e in f.withdrawals) or "—"), f.deposits[-1] if f.deposits else f.signed) for code, f in posture.states.items()]
    columns = words(lang, ("State", "État"), ("Code", "Code"), ("Signed", "Signature"), ("Deposited", "Dépôt"), ("Notice of withdrawal", "Notification de retrait"))
    yield Sheet(T("States", "États").of(lang), columns, rows)


SHEETS: dict[tuple[str, str], Told] = {
    ("case", "people"): _people, ("case", "charges"): _charges, ("case", "hearings"): _hearings, ("case", "custody"): _custody, ("case", "languages"): _languages,
    ("situation", "people"): _situation_people, ("election", "people"): _election_people, ("roll", "people"): _roll_people, ("assembly", "hearings"): _session,
    ("states", "people"): _states_people}

TAB_NAMES: dict[tuple[str, str], Text] = {
    ("states", "people"): T("States", "États"), ("election", "people"): T("Candidates", "Candidats"), ("roll", "people"): T("Offices", "Fonctions"),
    ("assembly", "hearings"): T("Items", "Points"), ("situation", "people"): T("Chambers and States", "Chambres et États")}
"""Tabs that are called otherwise for a kind of matter."""
