"""Operations that ask the law library itself: articles, rules, acts, scenarios, coverage, explanation, readings, figures, charts."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Router

from curule.api.callers import ANYBODY
from curule.api.faults import ApiFault, not_found
from curule.api.seen import law_of
from curule.api.shapes import FaultShape
from curule.law.answers import cite
from curule.law.library import Library
from curule.law.provisions import CitationError, Provision, parse_citation
from curule.law.rehearsal import Rehearsal
from curule.law.rules import Clause, Rule
from curule.law.scenarios import sentence_of
from curule.law.views import ArticlePage, article_pages, decision_table, rule_lines, state_chart
from curule.lawbook.acts import schema_of
from curule.lawbook.measured import measured
from curule.matters.phrases import language
from curule.matters.tribunals import codes, library

__all__ = ["router"]

router = Router(tags=["law"])
FAULTS = {404: FaultShape, 422: FaultShape, 429: FaultShape, 503: FaultShape}
Told = dict[str, Any]
PATIENCE = 30.0
"""Seconds that a program waits for the scenarios to be run, once in the life of the process."""


def rehearsed(tribunal: str) -> Rehearsal:
    """The scenarios of a tribunal's pack as they ran; they are run once in the life of the process."""
    asked = measured(tribunal, PATIENCE)
    if asked.is_pending:
        raise ApiFault(503, "being_measured", _("The scenarios of this tribunal are being run."), _("Ask again in a minute."))
    found = asked.rehearsal
    if found is None:
        raise ApiFault(422, "no_scenarios", _("The scenarios of this tribunal cannot be read."), _("See `curule law coverage` for what is wrong."))
    return found


@router.get("/law", response={200: list[Told], **FAULTS}, auth=ANYBODY, summary="The tribunals, their instruments, kinds of matter and organs")
def list_laws(request: HttpRequest) -> Any:
    """One item for each tribunal hosted here."""
    return [_law(library(code), language()) for code in codes()]


@router.get("/law/{tribunal}", response={200: Told, **FAULTS}, auth=ANYBODY, summary="One tribunal's law")
def show_law(request: HttpRequest, tribunal: str) -> Any:
    """Instruments, kinds of matter with their stages and opening act, organs, topics."""
    return _law(law_of(tribunal), language())


def _law(law: Library, lang: str) -> Told:
    return {
        "code": law.pack.code, "name": law.pack.name.of(lang), "instruments": [{"code": i.code, "name": i.title.of(lang)} for i in law.pack.instruments],
        "kinds": [{"code": k.code, "name": k.name.of(lang), "opened_by": k.opened_by, "reads": list(k.reads),
                   "stages": {c: w.of(lang) for c, w in k.stages.items()}} for k in law.kinds.values()],
        "organs": [{"code": o.code, "name": o.name.of(lang), "advised": o.advised, "provision": o.provision} for o in law.organs.values()],
        "topics": {name: list(acts) for name, acts in law.pack.topics.items()},
    }


@router.get("/law/{tribunal}/acts", response={200: list[Told], **FAULTS}, auth=ANYBODY, summary="The acts of a tribunal")
def list_acts(request: HttpRequest, tribunal: str, kind: str = "") -> Any:
    """Every act with its particulars as a JSON schema."""
    law, lang = law_of(tribunal), language()
    if kind:
        law.kind(kind)
    return [_act(law, code, lang) for code, act in law.acts.items() if not kind or kind in act.kinds]


@router.get("/law/{tribunal}/acts/{act}", response={200: Told, **FAULTS}, auth=ANYBODY, summary="One act")
def show_act(request: HttpRequest, tribunal: str, act: str) -> Any:
    """Its particulars, the organs that may do it, its rules in controlled language."""
    law, lang = law_of(tribunal), language()
    law.act(act)
    rules = [*law.powers.get(act, ()), *law.prohibitions.get(act, ())]
    return {**_act(law, act, lang), "rules": [_rule(r, law, lang) for r in rules], "decision_table": _table(law, tribunal, act, lang)}


def _table(law: Library, tribunal: str, act: str, lang: str) -> Told | None:
    """The combinations of conditions that scenarios showed for an act, each with the answer."""
    table = decision_table(act, law, rehearsed(tribunal))
    if table is None:
        return None
    return {"conditions": [{"leaf": leaf.id, "says": leaf.says.of(lang), "provision": leaf.provision} for leaf in table.leaves],
            "cases": [{"values": [v.name.lower() for v in row], "answer": result.name.lower()} for row, result in table.rows]}


def _act(law: Library, code: str, lang: str) -> Told:
    act = law.acts[code]
    return {"code": code, "title": act.title.of(lang), "kinds": list(act.kinds), "audience": list(act.audience),
            "by": list(dict.fromkeys(o for p in law.powers.get(code, ()) for o in p.by)), "particulars": schema_of(law, code, lang)}


@router.get("/law/{tribunal}/articles", response={200: list[Told], **FAULTS}, auth=ANYBODY, summary="The articles")
def list_articles(request: HttpRequest, tribunal: str) -> Any:
    """Every article with its title and how many rules it carries."""
    law, lang = law_of(tribunal), language()
    return [{"id": key, "cite": cite(key, lang), "title": page.clauses[0].title.of(lang) if page.clauses else "", "rules": len(page.rules)}
            for key, page in article_pages(law).items()]


@router.get("/law/{tribunal}/articles/{provision}", response={200: Told, **FAULTS}, auth=ANYBODY, summary="One article")
def show_article(request: HttpRequest, tribunal: str, provision: str, scenarios: bool = True) -> Any:
    """Our summary paragraph by paragraph, rules in controlled language, limits, readings, scenarios."""
    law, lang = law_of(tribunal), language()
    key = provision if ":" in provision else f"{law.pack.instruments[0].code}:{provision}"
    page = article_pages(law, rehearsed(tribunal) if scenarios else None).get(key.partition("(")[0])
    if page is None:
        raise not_found()
    return _article(page, law, lang)


def _article(page: ArticlePage, law: Library, lang: str) -> Told:
    return {
        "id": page.key, "cite": cite(page.key, lang), "paragraphs": [_clause(c, lang) for c in page.clauses],
        "rules": [_rule(r, law, lang) for r in page.rules],
        "limits": [{"id": t.id, "says": t.says.of(lang), "length": law.length(t).words.of(lang), "cite": cite(t.provision, lang)} for t in page.limits],
        "readings": [_reading(r.id, law, lang) for r in page.readings],
        "scenarios": [{"outcome": s.outcome, "provision": s.subject, "sentence": s.sentence, "where": s.where,
                       "lines": [sentence_of(line, lang, law) for line in s.lines]} for s in page.scenarios],
    }


def _clause(clause: Clause, lang: str) -> Told:
    return {"id": clause.provision, "cite": cite(clause.provision, lang), "class": clause.cls, "title": clause.title.of(lang),
            "summary": clause.summary.of(lang), "carried_by": list(clause.carried_by), "reason": clause.reason.of(lang) if clause.reason else ""}


def _rule(rule: Rule, law: Library, lang: str) -> Told:
    return {"id": rule.id, "kind": rule.noun.of(lang), "provision": rule.provision, "cite": cite(rule.provision, lang), "says": rule_lines(rule, law, lang)}


@router.get("/law/{tribunal}/rules", response={200: list[Told], **FAULTS}, auth=ANYBODY, summary="The rules in controlled language")
def list_rules(request: HttpRequest, tribunal: str, act: str = "", provision: str = "") -> Any:
    """Filter by act, or by a provision (``irmct:12(3)``, ``article 12``)."""
    law, lang = law_of(tribunal), language()
    rules = [*law.powers.get(law.act(act).code, ()), *law.prohibitions.get(act, ())] if act else list(law.rules.values())
    if provision:
        within = _provision(law, provision)
        rules = [r for r in rules if Provision.parse(r.provision).is_within(within)]
    return [_rule(r, law, lang) for r in rules]


def _provision(law: Library, words: str) -> Provision:
    try:
        return Provision.parse(words) if ":" in words else parse_citation(words, law.pack.instruments[0].code)
    except CitationError as error:
        raise ApiFault(422, "no_provision", str(error), _("Write a provision as in irmct:12(3) or article 12, paragraph 3.")) from None


@router.get("/law/{tribunal}/explain", response={200: Told, **FAULTS}, auth=ANYBODY, summary="Explain an act or a topic")
def explain(request: HttpRequest, tribunal: str, what: str) -> Any:
    """The rules of an act (by its code) or of a topic, and answers that scenarios were given, with their trees."""
    law, lang = law_of(tribunal), language()
    acts = [a for a in law.pack.topics.get(what, ()) if a in law.acts] or [law.act(what).code]
    rules = [r for act in acts for r in (*law.powers.get(act, ()), *law.prohibitions.get(act, ()))]
    picked = []
    for act in acts:
        own = [a for a in rehearsed(tribunal).asked if a.tree == act]
        picked += [law.answer(act, one.view) for truth in (2, 0) if (one := next((a for a in own if a.reason.truth == truth), None)) is not None]
    return {"acts": acts, "rules": [_rule(r, law, lang) for r in dict.fromkeys(rules)], "answers": [a.as_dict(lang) for a in picked]}


@router.get("/law/{tribunal}/scenarios", response={200: list[Told], **FAULTS}, auth=ANYBODY, summary="The scenarios, and whether they hold")
def list_scenarios(request: HttpRequest, tribunal: str, provision: str = "") -> Any:
    """Each with its sentence and its lines."""
    law, lang = law_of(tribunal), language()
    return [{"outcome": o.scenario.outcome, "provision": o.scenario.subject, "sentence": o.scenario.sentence, "where": o.scenario.where, "held": o.held,
             "problems": o.problems, "lines": [sentence_of(line, lang, law) for line in o.scenario.lines]}
            for o in rehearsed(tribunal).outcomes if not provision or o.scenario.subject.startswith(provision)]


@router.get("/law/{tribunal}/coverage", response={200: Told, **FAULTS}, auth=ANYBODY, summary="How far the law is covered by scenarios")
def coverage(request: HttpRequest, tribunal: str) -> Any:
    """Provisions by class, leaves covered both ways, mutants killed."""
    law_of(tribunal)
    rehearsed(tribunal)
    found = measured(tribunal, PATIENCE).coverage
    return found.as_dict() if found is not None else {}


@router.get("/law/{tribunal}/readings", response={200: list[Told], **FAULTS}, auth=ANYBODY, summary="Interpretive choices and the one that applies here")
def list_readings(request: HttpRequest, tribunal: str) -> Any:
    """Each with its question and alternatives."""
    law, lang = law_of(tribunal), language()
    return [_reading(id, law, lang) for id in law.readings]


def _reading(id: str, law: Library, lang: str) -> Told:
    reading = law.readings[id]
    return {"id": id, "cite": cite(reading.provision, lang), "question": reading.question.of(lang), "chosen": law.reading(id),
            "alternatives": {code: words.of(lang) for code, words in reading.alternatives.items()}, "note": reading.note.of(lang) if reading.note else ""}


@router.get("/law/{tribunal}/figures", response={200: list[Told], **FAULTS}, auth=ANYBODY, summary="Figures that the statute leaves to other texts")
def list_figures(request: HttpRequest, tribunal: str) -> Any:
    """Each with its source, and whether somebody compared it with that source."""
    law, lang = law_of(tribunal), language()
    return [{"id": f.id, "value": str(f.value), "unit": f.unit, "source": f.source.of(lang), "verified": f.verified,
             "note": f.note.of(lang) if f.note else ""} for f in law.figures.values()]


@router.get("/law/{tribunal}/chart/{kind}", response={200: Told, **FAULTS}, auth=ANYBODY, summary="The stages of a kind of matter as a Mermaid chart")
def chart(request: HttpRequest, tribunal: str, kind: str) -> Any:
    """Made from the scenarios as they ran."""
    law = law_of(tribunal)
    law.kind(kind)
    return {"kind": kind, "mermaid": state_chart(law, kind, rehearsed(tribunal), language())}
