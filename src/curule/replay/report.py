"""A replay in words for a terminal, and as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from curule.law.answers import Verdict, cite
from curule.law.clocks import Standing
from curule.law.words import T, listing
from curule.replay.checking import Checked, line_of
from curule.replay.running import Done, Run, Step

__all__ = ["as_dict", "lines", "summary"]

VERDICTS = {Verdict.PERMITTED: T("permitted", "permis"), Verdict.REFUSED: T("refused", "refusé"), Verdict.OPEN: T("open", "en suspens")}
STATUSES = {
    "agrees": T("agrees", "concorde"), "explained": T("differs, explained", "diverge, expliqué"), "disagrees": T("disagrees", "désaccord"),
    "other body": T("another body", "autre organe"), "outside the statute": T("outside the Statute", "hors du Statut"),
    "not recognised": T("not recognised", "non reconnu"),
}
SIGNS = {"agrees": "=", "explained": "~", "disagrees": "≠", "other body": "·", "outside the statute": "·", "not recognised": "?"}
STANDINGS = {Standing.OVERDUE: T("overdue", "échu"), Standing.DUE_SOON: T("due soon", "bientôt échu"), Standing.PENDING: T("running", "en cours"),
             Standing.DONE: T("met", "respecté")}
MOST_CLOCKS = 4


def lines(run: Run, lang: str, verbose: bool = False) -> Iterator[str]:
    """The replay, event by event, then the figures and the summary."""
    history = run.history
    yield f"{history.number}  {history.title}".strip()
    for step in run.steps:
        yield ""
        yield from _step(run, step, lang, verbose)
    if run.checks:
        yield ""
        yield T("Figures that the file expects", "Chiffres attendus par le fichier").of(lang)
        for checked in run.checks:
            yield "  " + line_of(checked, lang)
            yield from (f"      {e.line(lang)}" for e in checked.explained)
    if history.traps and verbose:
        yield ""
        yield T("The file's own warnings", "Avertissements du fichier").of(lang)
        yield from (f"  - {trap}" for trap in history.traps)
    yield ""
    yield from _summary_lines(run, lang)


def _step(run: Run, step: Step, lang: str, verbose: bool) -> Iterator[str]:
    event = step.event
    if event is None:
        heads = [f"{d.entry.done_on}    + {_title(run, d, lang)} ({d.supplied.of(lang) if d.supplied else ''})" for d in step.done]
        for head, done in zip(dict.fromkeys(heads), _firsts(step.done, heads), strict=True):
            yield head + (f"  ×{heads.count(head)}" if heads.count(head) > 1 else "")
            yield from _answer(run, done, lang, verbose, "      ")
        return
    mark = {"yes": "", "partly": T(" (date verified in part)", " (date vérifiée en partie)").of(lang),
            "no": T(" (date unverified)", " (date non vérifiée)").of(lang)}[event.verified]
    told = event.act or (event.deed.act if event.deed else "")
    who = event.actor or (run.library.organs[event.deed.by].name.of(lang) if event.deed and event.deed.by in run.library.organs else "")
    yield f"{event.on}  {SIGNS[step.status]} {told} — {who}{mark}  [{STATUSES[step.status].of(lang)}]"
    for explained in step.explained:
        yield f"      {explained.line(lang)}"
    yield from _answers(run, step.done, lang, verbose, titled=event.deed is None)


def _firsts(done: list[Done], heads: list[str]) -> list[Done]:
    return [done[heads.index(head)] for head in dict.fromkeys(heads)]


def _answers(run: Run, done: list[Done], lang: str, verbose: bool, titled: bool) -> Iterator[str]:
    """The answers of one event; those that read alike are told once, with their number."""
    told: dict[str, tuple[int, list[str]]] = {}
    for one in done:
        rows = list(_answer(run, one, lang, verbose, "      ", titled))
        key = "\n".join(r for r in rows if not any(sign in r for sign in ("⏱", "⚑", "--verbose")))
        told[key] = (told.get(key, (0, []))[0] + 1, rows)
    for number, rows in told.values():
        yield rows[0] + (f"  ×{number}" if number > 1 else "")
        yield from rows[1:]


def _title(run: Run, done: Done, lang: str) -> str:
    return run.library.acts[done.entry.act].title.of(lang)


def _answer(run: Run, done: Done, lang: str, verbose: bool, pad: str, titled: bool = False) -> Iterator[str]:
    known, library = done.known, run.library
    provisions = "; ".join(cite(p, lang, "short") for p in known.provisions[:3])
    organ = library.organs[done.entry.actor.organ].name.of(lang) if done.entry.actor.organ in library.organs else done.entry.actor.organ
    kinds = f" ({', '.join(k.name for k in known.kinds)})" if known.kinds else ""
    head = f"{_title(run, done, lang)}, {organ}: " if titled else ""
    line = f"{pad}→ {head}{VERDICTS[known.verdict].of(lang)}{kinds}" + (f" — {provisions}" if provisions else "")
    if known.verdict is not Verdict.PERMITTED and done.full.verdict is not known.verdict:
        line += T("; with what had to be assumed: ", " ; avec les éléments tenus pour acquis : ").of(lang) + VERDICTS[done.full.verdict].of(lang)
    yield line
    yield from (f"{pad}  {e.line(lang)}" for e in done.explained)
    if verbose:
        yield from (f"{pad}  {row}" for row in done.full.lines(lang))
    if done.competence is not None:
        yield pad + "  " + _competent(run, done, lang)
    yield from (f"{pad}  {row}" for row in _clocks(run, done, lang, None if verbose else MOST_CLOCKS))


def _competent(run: Run, done: Done, lang: str) -> str:
    if done.competence is None:
        return ""
    names = listing([run.library.organs[b].name.of(lang) for b in done.competence.competent], lang) or T("nobody", "personne").of(lang)
    where = "; ".join(cite(p, lang, "short") for p in done.competence.provisions)
    return T(f"competent: {names}", f"compétent : {names}").of(lang) + (f" [{where}]" if where else "")


def _clocks(run: Run, done: Done, lang: str, most: int | None) -> Iterator[str]:
    rows: list[tuple[Any, str]] = []
    for limit in done.clocks:
        mark = ""
        if isinstance(limit.limit.length, str) and not run.library.figure(limit.limit.length).verified:
            mark = T(", figure unverified", ", chiffre non vérifié").of(lang)
        rows.append((limit.last, f"⏱ {limit.limit.says.of(lang)}: {limit.last} ({STANDINGS[limit.standing].of(lang)}{mark})"))
    for duty in done.duties:
        title = run.library.acts[duty.duty.act].title.of(lang)
        subject = ", ".join(str(v) for v in duty.given.values())
        due = f": {duty.due} ({STANDINGS[duty.standing].of(lang)})" if duty.due else T(": due, no day set", " : dû, sans date").of(lang)
        rows.append((duty.due, f"⚑ {title}{f' ({subject})' if subject else ''}{due}"))
    rows.sort(key=lambda row: (row[0] is None, str(row[0])))
    unique = list(dict.fromkeys(text for _day, text in rows))
    yield from unique[:most]
    if most is not None and len(unique) > most:
        yield T(f"… {len(unique) - most} more (--verbose)", f"… {len(unique) - most} de plus (--verbose)").of(lang)


def summary(run: Run) -> dict[str, int]:
    """How many events have which status, and how many figures agree."""
    statuses = [s.status for s in run.steps if s.event is not None]
    counted = {name: statuses.count(name) for name in STATUSES}
    return {"events": len(statuses), **{k.replace(" ", "_"): v for k, v in counted.items()}, "supplied": sum(len(s.done) for s in run.steps if s.event is None),
            "unexplained": sum(s.unexplained for s in run.steps), "figures": len(run.checks), "figures_agree": sum(c.agrees is True for c in run.checks),
            "figures_differ": sum(c.agrees is False for c in run.checks)}


def _summary_lines(run: Run, lang: str) -> Iterator[str]:
    found = summary(run)
    words = ", ".join(f"{found[name.replace(' ', '_')]} {STATUSES[name].of(lang)}" for name in STATUSES if found[name.replace(" ", "_")])
    yield T(f"{found['events']} events: {words}", f"{found['events']} événements : {words}").of(lang)
    if run.checks:
        yield T(f"{found['figures']} figures: {found['figures_agree']} agree, {found['figures_differ']} differ",
                f"{found['figures']} chiffres : {found['figures_agree']} concordent, {found['figures_differ']} diffèrent").of(lang)
    every = T("The history ran to its end; every divergence is explained.", "L'historique a été parcouru jusqu'au bout ; chaque divergence est expliquée.")
    some = T(f"The history ran to its end; {found['unexplained']} divergences are not explained.",
             f"L'historique a été parcouru jusqu'au bout ; {found['unexplained']} divergences restent inexpliquées.")
    yield (every if run.explained else some).of(lang)


def as_dict(run: Run, lang: str) -> dict[str, Any]:
    """The replay as data."""
    history = run.history
    return {"file": history.file, "court": history.court, "case_number": history.number, "title": history.title, "tribunal": run.library.pack.code,
            "events": [_step_dict(run, s, lang) for s in run.steps], "figures": [_check_dict(c, lang) for c in run.checks],
            "matters": {name: {"kind": kind, "entries": len(entries)} for name, (kind, entries) in run.records.items()},
            "warnings": list(history.traps), "summary": summary(run), "explained": run.explained}


def _step_dict(run: Run, step: Step, lang: str) -> dict[str, Any]:
    event = step.event
    head = {} if event is None else {"number": event.number, "date": event.on.isoformat(), "act": event.act, "actor": event.actor, "outcome": event.outcome,
                                     "provision": event.provision, "verified": event.verified}
    body = step.told.body.code if step.told is not None and step.told.body is not None else ""
    return {**head, "supplied": event is None, "status": step.status, "body": body, "explained": [e.as_dict(lang) for e in step.explained],
            "acts": [_done_dict(run, d, lang) for d in step.done]}


def _done_dict(run: Run, done: Done, lang: str) -> dict[str, Any]:
    from curule.law.posture import plain

    return {
        "matter": done.matter, "entry": done.entry.number, "act": done.entry.act, "title": _title(run, done, lang), "organ": done.entry.actor.organ,
        "done_on": done.entry.done_on.isoformat(), "particulars": plain(dict(done.entry.particulars)), "assumed": list(done.assumed),
        "supplied": done.supplied.of(lang) if done.supplied else "", "answer": done.known.as_dict(lang), "verdict": done.known.verdict.value,
        "verdict_with_assumptions": done.full.verdict.value, "explained": [e.as_dict(lang) for e in done.explained], "stage": done.stage,
        "clocks": [{"limit": r.limit.id, "says": r.limit.says.of(lang), "from": r.start.isoformat(), "last": r.last.isoformat(), "standing": r.standing.value}
                   for r in done.clocks],
        "duties": [{"rule": d.duty.id, "act": d.duty.act, "due": d.due.isoformat() if d.due else None, "standing": d.standing.value} for d in done.duties],
        "competent": None if done.competence is None else {"asked": done.competence.asked, "bodies": list(done.competence.competent),
                                                           "provisions": list(done.competence.provisions)}}


def _check_dict(checked: Checked, lang: str) -> dict[str, Any]:
    return {"id": checked.computed.id, "rule": checked.computed.rule, "expected": dict(checked.computed.expected), "reckoned": checked.reckoned.of(lang),
            "agrees": checked.agrees, "provisions": list(checked.provisions), "explained": [e.as_dict(lang) for e in checked.explained]}


