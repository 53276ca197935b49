"""Generated views: controlled language, decision tables, state charts, article pages."""

from __future__ import annotations

from curule.law.conditions import Truth
from curule.law.library import Library
from curule.law.rehearsal import Rehearsal
from curule.law.views import article_page, article_pages, decision_table, rule_lines, state_chart


def test_rules_read_as_sentences_in_both_languages(court: Library) -> None:
    """Power, prohibition with its defeater, and duty with its end are said in words."""
    power, prohibition, duty = (court.rules[i] for i in ("model:3/appoint_bench", "model:2(2)/not:admit", "model:2(2)/report"))
    assert rule_lines(power, court, "en")[0] == "The President may appoint the Bench if"
    assert rule_lines(power, court, "fr")[0] == "Le Président peut nommer la Formation si"
    assert rule_lines(prohibition, court, "en") == [
        "Nobody may admit the complaint if", "  the complaint is trivial (found by the Registrar: plainly) [art. 2(2)]", "  unless:",
        "    it is of general interest (found by the Registrar: satisfied) [art. 2(2)]"]
    assert rule_lines(duty, court, "fr")[0].startswith("Le Greffier doit rendre compte")
    assert "  until:" in rule_lines(duty, court, "en")


def test_every_rule_can_be_said(court: Library) -> None:
    """No rule is without words."""
    for rule in court.rules.values():
        for lang in ("en", "fr"):
            assert all(line.strip() for line in rule_lines(rule, court, lang))


def test_a_decision_table_shows_what_scenarios_showed(court: Library, rehearsal: Rehearsal) -> None:
    """Each row is a combination that was asked, with the answer it got; both answers occur."""
    table = decision_table("judge", court, rehearsal)
    assert table is not None
    assert {result for _, result in table.rows} == {Truth.MET, Truth.NOT_MET}
    assert all(len(row) == len(table.leaves) for row, _ in table.rows)


def test_the_state_chart_shows_the_stages_that_histories_went_through(court: Library, rehearsal: Rehearsal) -> None:
    """Begin, every stage and the act that leads to the next; words cannot break the notation."""
    chart = state_chart(court, "complaint", rehearsal)
    assert chart.splitlines()[0] == "stateDiagram-v2"
    assert "    [*] --> lodged∶" not in chart
    assert "    [*] --> lodged: Lodge a complaint" in chart
    assert "    trial --> judged: Give judgement" in chart


def test_article_pages_come_in_order_and_hold_all_that_belongs_to_them(court: Library, rehearsal: Rehearsal) -> None:
    """Pages are keyed by article; article 2 has its two clauses, its rules and its scenarios."""
    pages = article_pages(court, rehearsal)
    assert list(pages) == ["model:1", "model:2", "model:3", "model:4", "model:5"]
    page = article_page(court, "model:2(2)", rehearsal)
    assert page is not None
    assert [c.provision for c in page.clauses] == ["model:2(1)", "model:2(2)"]
    assert {s.subject for s in page.scenarios} == {"2(1)", "2(2)"}
