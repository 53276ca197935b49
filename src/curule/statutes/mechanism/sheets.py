"""The sheets behind the tabs of a matter: people, charges, hearings, custody, languages. Pure functions of posture, day and language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from curule.law.record import Entry
from curule.law.told import Names, Row, Sheet, words
from curule.law.words import T, Text, long_date
from curule.statutes.mechanism.case_facts import GROUPS
from curule.statutes.mechanism.matters.case import Case
from curule.statutes.mechanism.matters.enforcement import Enforcement
from curule.statutes.mechanism.summaries import TASKS, bench_words, custody_words

__all__ = ["sheets"]

GROUP_WORDS = {choice.value: choice.label for choice in GROUPS}


def sheets(kind: str, tab: str, posture: Any, on: date, lang: str, names: Names | None = None) -> list[Sheet]:
    """The sheets of one tab of a matter of that kind; an empty list where there is none."""
    made = SHEETS.get((kind, tab))
    return list(made(posture, on, lang, names or {})) if made is not None else []


def _day(entry: Entry | None, lang: str) -> str:
    return long_date(entry.done_on, lang) if entry is not None else "—"


CALLERS = {"prosecutor": T("the Prosecutor", "le Procureur"), "defence": T("the Defence", "la Défense"), "chamber": T("the Chamber", "la Chambre")}


def _people(case: Case, on: date, lang: str, names: Names) -> Iterable[Sheet]:
    columns = words(lang, ("Name", "Nom"), ("Group of article 1", "Catégorie de l'article premier"), ("Nationality", "Nationalité"),
                     ("Where", "Situation"), ("Counsel", "Conseil"))
    rows = []
    for code, a in case.accused.items():
        where, _, entry = custody_words(a, on, lang)
        counsel = T("represents himself or herself", "se défend en personne").of(lang) if a.self_represented else _counsel(a.counsel, lang)
        group = GROUP_WORDS[a.group].of(lang) if a.group in GROUP_WORDS else a.group or "—"
        rows.append(Row((code, group, a.nationality or "—", where, counsel), entry or case.opened))
    yield Sheet(T("Accused", "Accusés").of(lang), columns, rows)
    benches = [Row(((TASKS[t.partition(":")[0]].of(lang) if t.partition(":")[0] in TASKS else t) + t.partition(":")[1] + t.partition(":")[2],
                    bench_words(b, lang, names)), b.entry) for t, b in case.benches.items()]
    yield Sheet(T("Benches", "Formations").of(lang), words(lang, ("Task", "Mission"), ("Judges", "Juges")), benches)
    witnesses = [Row((t.witness or "—", CALLERS[t.called_by].of(lang) if t.called_by in CALLERS else t.called_by), t.entry) for t in case.trial.testimonies]
    yield Sheet(T("Witnesses heard", "Témoins entendus").of(lang), words(lang, ("Witness", "Témoin"), ("Called by", "Cité par")), witnesses)


def _counsel(entry: Entry | None, lang: str) -> str:
    if entry is None:
        return "—"
    return str(entry.particulars.get("counsel") or T("assigned", "commis").of(lang))


STATUSES: dict[str, Text] = {
    "charged": T("under review", "à l'examen"), "confirmed": T("confirmed", "confirmé"), "dismissed": T("dismissed", "rejeté"),
    "withdrawn": T("withdrawn", "retiré"), "convicted": T("convicted", "déclaré coupable"), "acquitted": T("acquitted", "acquitté"),
}
PLEAS = {"guilty": T("guilty", "coupable"), "not_guilty": T("not guilty", "non coupable")}


def _charges(case: Case, on: date, lang: str, names: Names) -> Iterable[Sheet]:
    columns = words(lang, ("Count", "Chef"), ("Crime", "Crime"), ("Accused", "Accusé"), ("Status", "État"), ("Plea", "Plaidoyer"))
    rows = []
    for number, count in case.counts.items():
        accused = case.accused.get(count.person)
        plea = (accused.pleas.get(number) or accused.pleas.get("all", "")) if accused else ""
        status = STATUSES.get(count.status)
        rows.append(Row((number, count.crime, count.person, status.of(lang) if status else count.status,
                         PLEAS[plea].of(lang) if plea in PLEAS else plea or "—"), count.entry))
    yield Sheet(T("Charges", "Accusations").of(lang), columns, rows)


def _hearings(case: Case, on: date, lang: str, names: Names) -> Iterable[Sheet]:
    named = [("Trial date set", "Date du procès fixée", case.trial.date_set), ("Trial opened", "Ouverture du procès", case.trial.opened),
             ("Trial ended", "Clôture des débats", case.trial.ended), ("Judgement", "Jugement", case.judgement),
             ("Final judgement", "Arrêt définitif", case.final_judgement)]
    yield Sheet(T("The trial", "Le procès").of(lang), words(lang, ("Step", "Étape"), ("Day", "Date")),
                [Row((T(en, fr).of(lang), _day(entry, lang)), entry) for en, fr, entry in named if entry is not None])
    sessions = [Row((_day(e, lang), _session(e, lang)), e) for e in case.trial.sessions]
    yield Sheet(T("Sessions", "Audiences").of(lang), words(lang, ("Day", "Date"), ("Session", "Audience")), sessions)


def _session(entry: Entry, lang: str) -> str:
    kind = str(entry.particulars.get("session", ""))
    return {"public": T("public", "publique"), "closed": T("closed", "à huis clos")}.get(kind, T(kind, kind)).of(lang) or "—"


def _custody(case: Case, on: date, lang: str, names: Names) -> Iterable[Sheet]:
    columns = words(lang, ("Accused", "Accusé"), ("Step", "Étape"), ("Day", "Date"))
    rows = []
    for code, a in case.accused.items():
        steps: list[tuple[Text, Entry | None]] = [(T("warrant or order", "mandat ou ordonnance"), w) for w in a.warrants]
        steps += [(T("arrest", "arrestation"), a.arrested), (T("transfer", "transfèrement"), a.transferred),
                  (T("initial appearance", "comparution initiale"), a.appeared),
                  (T("provisional release", "liberté provisoire"), a.provisional_release), (T("release", "libération"), a.released),
                  (T("death", "décès"), a.dead)]
        rows += [Row((code, step.of(lang), _day(e, lang)), e) for step, e in steps if e is not None]
    yield Sheet(T("Custody and presence", "Détention et présence").of(lang), columns, rows)


def _served(file: Enforcement, on: date, lang: str, names: Names) -> Iterable[Sheet]:
    columns = words(lang, ("From", "Du"), ("To", "Au"), ("Days", "Jours"))
    rows = [Row((long_date(p.start, lang), long_date(p.end, lang) if p.end else "—", str((min(p.end or on, on) - p.start).days + 1)), p.entry)
            for p in file.custody if p.start]
    yield Sheet(T("Custody", "Détention").of(lang), columns, rows)


def _languages(case: Case, on: date, lang: str, names: Names) -> Iterable[Sheet]:
    columns = words(lang, ("Accused", "Accusé"), ("Language understood", "Langue comprise"), ("Informed of the charges", "Informé des accusations"),
                     ("Interpreter", "Interprète"))
    rows = [Row((code, a.language or "—", _day(a.informed, lang), _day(a.interpreter, lang)), a.interpreter or a.informed or case.opened)
            for code, a in case.accused.items() if a.language or a.interpreter]
    yield Sheet(T("Languages", "Langues").of(lang), columns, rows)


SHEETS: dict[tuple[str, str], Callable[[Any, date, str, Names], Iterable[Sheet]]] = {
    ("case", "people"): _people, ("case", "charges"): _charges, ("case", "hearings"): _hearings, ("case", "custody"): _custody,
    ("case", "languages"): _languages, ("enforcement", "custody"): _served,
}
