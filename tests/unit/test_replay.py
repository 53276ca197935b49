"""Replay of histories: hostile files, recognition of free words, divergences and their explanations, expected figures."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from curule.cli import main
from curule.law.library import Library
from curule.replay.explaining import Category
from curule.replay.extraction import crimes_in, day_in, money_in, months_in, period_end, state_in, years_in
from curule.replay.phrasebook import Phrasebook, load_phrases
from curule.replay.reading import HistoryError, read_history
from curule.replay.running import Run, replay
from curule.statutes import load_pack
from curule.statutes.mechanism.matters.allocation import COMMENCEMENT

TODAY = date(2026, 1, 1)
EVENT = "- {date: '2015-01-05', act: arrest in Kenya, actor: Kenya}\n"
HEAD = "court: IRMCT\ncase_number: MICT-99-1\nformer_case_number: ICTR-99-1\ntitle: Example\npersons:\n- {name: Alex Example, nationality: RWA}\n"


@pytest.fixture(scope="module")
def library() -> Library:
    """The Mechanism's law."""
    return Library(load_pack("mechanism"))


@pytest.fixture(scope="module")
def book(library: Library) -> Phrasebook:
    """The Mechanism's phrases."""
    found = load_phrases(library.pack)
    assert found is not None
    return found


def written(folder: Path, text: str, name: str = "history.yaml") -> Path:
    """A file with that text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def told(library: Library, book: Phrasebook, folder: Path, events: str, head: str = HEAD, more: str = "") -> Run:
    """A history with those events, replayed."""
    return replay(library, book, read_history(written(folder, head + more + "events:\n" + events), TODAY))


def acts_of(run: Run) -> list[list[str]]:
    """For each event, the codes of the acts that were recognised."""
    return [[d.entry.act for d in s.done] for s in run.steps if s.event is not None]


def curule(*arguments: str) -> Result:
    """The command line."""
    return CliRunner().invoke(main, list(arguments))


# -- files -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: &x [1]\nb: *x\n", "anchors and aliases"),
        ("court: !!python/object/apply:os.system [echo]\n", "tags such as"),
        ("court: IRMCT\ncourt: ICC\n", "given twice"),
        ("- just\n- a list\n", "no history"),
        ("court: [\n", "no YAML"),
        ("court: " + "[" * 60 + "]" * 60, "nested too deeply"),
        (HEAD + "events: many\n", "'events' is no list"),
        (HEAD, "'events' is missing"),
        (HEAD + "events:\n- just words\n", "event 1: this is no event"),
        (HEAD + "events:\n- {date: '2015-13-05', act: arrest}\n", "event 1: '2015-13-05' is no day"),
        (HEAD + "events:\n- {date: '2015-01-05'}\n", "event 1: 'act' is missing"),
        (HEAD + "events:\n- {date: '2031-01-05', act: arrest}\n", "event 1: 2031-01-05 lies in the future"),
        (HEAD + "events:\n- {date: '1015-01-05', act: arrest}\n", "event 1: 1015-01-05 is too long ago"),
        (HEAD + "events:\n- {date: '2015-01-05', act: arrest}\n- {date: '2014-01-05', act: plea}\n", "event 2: 2014-01-05 comes after 2015-01-05"),
        (HEAD + "events:\n- {date: '2015-01-05', act: arrest, verified: perhaps}\n", "event 1: 'verified' is neither"),
        (HEAD + "events:\n- {date: '2015-01-05', act: {a: b}}\n", "event 1: 'act' is no text"),
        ("case_number: X\nevents:\n" + EVENT, "'court' is missing"),
    ],
)
def test_a_bad_file_is_told_with_its_place_and_remedy(tmp_path: Path, text: str, says: str) -> None:
    """Whatever is wrong with a history, the message names the file, the event and what to do, and nothing is replayed."""
    with pytest.raises(HistoryError) as caught:
        read_history(written(tmp_path, text), TODAY)
    message = str(caught.value)
    assert says in message
    assert "history.yaml" in message
    assert all(fault.remedy.en.endswith((".", "'.")) for fault in caught.value.faults)


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    """A file with three faulty events gets three messages, in both languages."""
    text = HEAD + "events:\n- {date: x, act: a}\n- {date: '2015-01-05'}\n- nothing\n"
    with pytest.raises(HistoryError) as caught:
        read_history(written(tmp_path, text), TODAY)
    assert len(caught.value.lines("fr").splitlines()) == 3
    assert "événement" in caught.value.lines("fr")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """More than 2 MiB, or more than 5,000 events, is refused with the limit."""
    with pytest.raises(HistoryError, match="larger than 2 MiB"):
        read_history(written(tmp_path, "# " + "x" * 2**21 + "\n"), TODAY)
    with pytest.raises(HistoryError, match="At most 5000"):
        read_history(written(tmp_path, HEAD + "events:\n" + "- {date: '2015-01-05', act: a}\n" * 5001), TODAY)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """Bytes that are no UTF-8, and a folder instead of a file, are told as such."""
    path = tmp_path / "history.yaml"
    path.write_bytes(b"court: \xff\xfe\n")
    with pytest.raises(HistoryError, match="not UTF-8"):
        read_history(path, TODAY)
    with pytest.raises(HistoryError, match="no file"):
        read_history(tmp_path, TODAY)


def test_a_month_or_a_year_alone_is_a_date_that_is_not_exact(tmp_path: Path) -> None:
    """An event of which only the month is known is placed at the month's end and marked."""
    history = read_history(written(tmp_path, HEAD + "events:\n- {date: 2015-02, act: arrest}\n- {date: 2016, act: plea}\n"), TODAY)
    assert [(e.on, e.exact) for e in history.events] == [(date(2015, 2, 28), False), (date(2016, 12, 31), False)]


# -- words -----------------------------------------------------------------------------------------------------------


def test_particulars_are_taken_out_of_words() -> None:
    """Terms, fines, States, periods, days and crimes are found where words have them, and nowhere else."""
    assert years_in("reduce the sentence from 35 to 30 years") == 30
    assert years_in("thirty years") == 30
    assert months_in("25 months of imprisonment") == 25
    assert years_in("affirm the sentence") is None
    assert money_in("a fine of 10,000 euros") == 1_000_000
    assert state_in("arrest in Uganda") == "UGA"
    assert state_in("transfer from Rwanda to the United Kingdom") == "GBR"
    assert state_in("transfert au Mali") == "MLI"
    assert state_in("hold a hearing") is None
    assert period_end("report for July-August 2013") == date(2013, 8, 31)
    assert day_in("until 22 July 2016") == date(2016, 7, 22)
    assert crimes_in("convicted of incitement, genocide, rape") == ("incitement", "genocide", "rape")


USUAL = [
    ("confirm the indictment", "Single Judge", "confirm_indictment"),
    ("issue a warrant of arrest", "Single Judge", "issue_order"),
    ("arrest in Kenya", "Kenya", "record_arrest"),
    ("transfer to the seat of the Mechanism in Arusha", "Kenya", "record_transfer"),
    ("hold the initial appearance", "Trial Chamber", "hold_initial_appearance"),
    ("enter a plea of not guilty", "Trial Chamber", "enter_plea"),
    ("grant provisional release", "Trial Chamber", "grant_provisional_release"),
    ("open the trial", "Trial Chamber", "open_trial"),
    ("pronounce the judgement and sentence him to 12 years", "Trial Chamber", "give_judgement"),
    ("order referral to Rwanda", "Trial Chamber", "order_referral"),
    ("request revocation of the referral", "Prosecutor", "request_revocation"),
    ("appoint a monitor", "Registrar", "appoint_monitor"),
    ("assign counsel", "Registrar", "assign_counsel"),
    ("vary the protective measures of a witness", "Single Judge", "vary_measures"),
    ("grant protective measures", "Trial Chamber", "grant_measures"),
    ("designate Mali as the State of enforcement", "President", "designate_state"),
    ("grant early release", "President", "grant_release"),
    ("deny the application for early release", "President", "deny_release"),
    ("apply for early release", "convicted person", "petition_release"),
    ("the accused dies", "", "record_death_of_accused"),
]


@pytest.mark.parametrize(("words", "actor", "act"), USUAL)
def test_the_usual_vocabulary_of_cases_is_recognised(library: Library, book: Phrasebook, tmp_path: Path, words: str, actor: str, act: str) -> None:
    """The words in which such cases are usually told lead to the act that they mean."""
    run = told(library, book, tmp_path, f"- {{date: '2015-06-01', act: '{words}', actor: '{actor}'}}\n")
    assert act in acts_of(run)[0]
    assert run.explained


@pytest.mark.parametrize("words", ["postpone the hearing", "dismiss the motion for disqualification", "grant access to confidential material",
                                   "appoint an amicus curiae", "designate a pre-appeal judge"])
def test_what_the_statute_leaves_to_the_rules_is_told_as_such(library: Library, book: Phrasebook, tmp_path: Path, words: str) -> None:
    """Case management is no act of the Statute; the explanation gives its source."""
    run = told(library, book, tmp_path, f"- {{date: '2015-06-01', act: {words}, actor: Appeals Chamber}}\n")
    step = next(s for s in run.steps if s.event is not None)
    assert step.status == "outside the statute"
    assert step.explained[0].source is not None


def test_what_is_not_recognised_is_listed_and_not_guessed(library: Library, book: Phrasebook, tmp_path: Path) -> None:
    """Words that no phrase matches lead to no entry."""
    run = told(library, book, tmp_path, "- {date: '2015-06-01', act: hold a picnic, actor: Chambers}\n")
    step = next(s for s in run.steps if s.event is not None)
    assert (step.status, step.done) == ("not recognised", [])


# -- divergences -----------------------------------------------------------------------------------------------------

APPEAL = """- {date: '2012-12-20', act: 'pronounce the judgement: 35 years', actor: ICTR Trial Chamber II, outcome: 'convicted of incitement, genocide, rape'}
- {date: '2013-02-21', act: file the written judgement, actor: ICTR Trial Chamber II}
- {date: '2013-04-09', act: file notice of appeal, actor: Defence, verified: false}
- {date: '2014-12-18', act: 'affirm in part, reverse the rape conviction, reduce the sentence to 30 years', actor: Appeals Chamber}
"""
BENCHES = """chambers:
- {chamber: Trial Chamber of the ICTR, phase: trial, judges: [Ann Able, Ben Baker, Cleo Clark], presiding: Ann Able}
- {chamber: Appeals Chamber, phase: appeal, judges: [Theodor Meron, Dora Dale, Emil Eden, Fay Finch, Gus Gray], presiding: Theodor Meron}
"""


def test_acts_of_a_tribunal_are_taken_over_as_earlier_proceedings(library: Library, book: Phrasebook, tmp_path: Path) -> None:
    """The judgement of the ICTR stands on the Mechanism's record with its crimes, its sentence and its two days."""
    run = told(library, book, tmp_path, APPEAL, more=BENCHES)
    first = next(s for s in run.steps if s.event is not None)
    assert first.status == "other body"
    given = first.done[0].entry.particulars
    assert (given["tribunal"], given["years"], given["crimes"]) == ("ictr", 35, ("incitement", "genocide", "rape"))
    case = library.fold("case", run.records["case"][1])
    assert (case.judged_on, case.filed_on) == (date(2012, 12, 20), date(2013, 2, 21))


def test_an_appeal_out_of_time_is_explained_by_the_figure_and_the_date(library: Library, book: Phrasebook, tmp_path: Path) -> None:
    """Time runs from the written judgement; the figure comes from the Rules and the file doubts the day: both are told."""
    run = told(library, book, tmp_path, APPEAL, more=BENCHES)
    notice = next(d for s in run.steps for d in s.done if d.entry.act == "file_notice_of_appeal")
    found = {e.category for e in notice.explained}
    assert {Category.FIGURE, Category.DATE, Category.PARTICULAR} <= found
    assert any("2013-03-25" in e.says.en for e in notice.explained)
    assert notice.competence is not None
    assert notice.competence.competent == ("mechanism",)


def test_the_reversed_count_is_found_by_its_crime(library: Library, book: Phrasebook, tmp_path: Path) -> None:
    """"Reverse the rape conviction" reverses the third count, and the sentence is revised to thirty years."""
    run = told(library, book, tmp_path, APPEAL, more=BENCHES)
    decided = next(d for s in run.steps for d in s.done if d.entry.act == "decide_appeal").entry.particulars
    assert (decided["reversed"], decided["years"], set(decided["outcome"])) == (("3",), 30, {"affirm", "reverse", "revise"})


def test_a_trial_judge_on_the_appeal_is_a_question_of_a_reading(library: Library, book: Phrasebook, tmp_path: Path) -> None:
    """A bench with a judge who sat at trial is refused, and the reading under which it would not be is named."""
    run = told(library, book, tmp_path, APPEAL, more=BENCHES.replace("Gus Gray", "Ben Baker"))
    composed = next(d for s in run.steps for d in s.done if d.entry.act == "compose_appeals_chamber")
    assert composed.full.verdict.value == "REFUSED"
    assert any(e.category is Category.READING and "earlier_part" in e.says.en for e in composed.explained)


def test_four_judges_on_an_appeal_are_a_genuine_disagreement(library: Library, book: Phrasebook, tmp_path: Path) -> None:
    """No reading or practice explains an appeals bench of four."""
    run = told(library, book, tmp_path, APPEAL, more=BENCHES.replace(", Gus Gray", ""))
    composed = next(d for s in run.steps for d in s.done if d.entry.act == "compose_appeals_chamber")
    assert any(e.category is Category.DISAGREEMENT for e in composed.explained)


def test_an_act_that_the_law_presupposes_is_named(library: Library, book: Phrasebook, tmp_path: Path) -> None:
    """A monitoring report without an appointment of a monitor in the history says which act is missing."""
    events = """- {date: '2011-06-28', act: order referral to Rwanda, actor: ICTR Referral Chamber}
- {date: '2013-09-12', act: report of the monitors for July-August 2013, actor: Monitor}
"""
    run = told(library, book, tmp_path, events)
    report = next(d for s in run.steps for d in s.done if d.entry.act == "file_monitoring_report")
    assert [e.category for e in report.explained] == [Category.ENTRY]
    assert report.entry.particulars["until"] == date(2013, 8, 31)


def test_what_came_before_the_branch_is_shown_and_taken_over_when_it_begins(library: Library, book: Phrasebook, tmp_path: Path) -> None:
    """An arrest in 2010 is no act under the Mechanism's law; its record has it from the first day of the branch."""
    run = told(library, book, tmp_path, "- {date: '2010-06-30', act: arrest in Uganda, actor: Uganda}\n")
    shown = next(s for s in run.steps if s.event is not None)
    assert shown.status == "other body"
    entries = run.records["case"][1]
    assert [e.act for e in entries] == ["open_case", "submit_indictment", "confirm_indictment", "record_arrest"]
    assert entries[0].done_on == COMMENCEMENT["arusha"]
    assert entries[-1].particulars["state"] == "UGA"


FIGURES = [
    ("Transitional Arrangements art. 2", "{branch: Arusha, notice_of_appeal: '2012-07-01'}", "expected: Mechanism", True),
    ("Transitional Arrangements art. 2", "{branch: Arusha, notice_of_appeal: '2012-06-30'}", "expected: Mechanism", False),
    ("Transitional Arrangements art. 2", "{branch: The Hague, notice_of_appeal: '2013-06-30'}", "expected: ICTY", True),
    ("TA art. 4: contempt", "{branch: The Hague, confirmation: '2013-07-01'}", "expected: Mechanism", True),
    ("Statute art. 12(1): referral by three", "{constituted: '2015-05-13'}", "expected: a bench of three judges", True),
    ("two thirds of the sentence", "{credit_from: '1997-10-06', years: 25}", "expected: '2014-06-05'", True),
    ("two thirds of the sentence", "{credit_from: '1997-10-06', years: 25}", "expected: '2015-06-05'", False),
    ("life counts as 45 years: eligible", "{credit_from: '2008-07-21', years: life}", "expected: '2038-07-20'", True),
    ("rule 133: notice of appeal", "{judgement: '2013-02-21'}", "expected_not_after: '2013-03-25'", True),
    ("within 30 days", "{decision: '2015-01-01'}", "expected: '2015-01-31'", None),
    ("the phase of the moon", "{day: '2015-01-01'}", "expected: full", None),
]


@pytest.mark.parametrize(("rule", "inputs", "expected", "agrees"), FIGURES)
def test_expected_figures_are_reckoned_again(
    library: Library, book: Phrasebook, tmp_path: Path, rule: str, inputs: str, expected: str, agrees: bool | None
) -> None:
    """What a file expects is compared with what the library reckons; what it cannot reckon is not said to agree."""
    more = f"computed:\n- {{id: x, rule: '{rule}', inputs: {inputs}, {expected}}}\n"
    run = told(library, book, tmp_path, EVENT, more=more)
    if rule == "within 30 days":  # a weekend or holiday may move the day: only that it was reckoned matters
        assert run.checks[0].agrees is not None
    else:
        assert run.checks[0].agrees is agrees


def test_the_phrases_and_the_law_name_the_same_first_days(book: Phrasebook) -> None:
    """The commencement dates of the phrases are those of the pack."""
    assert dict(book.branches) == dict(COMMENCEMENT)


# -- the command -----------------------------------------------------------------------------------------------------


def test_the_command_prints_every_event_and_the_summary(tmp_path: Path) -> None:
    """In both languages, and as JSON that has every answer with its reasons."""
    path = str(written(tmp_path, HEAD + BENCHES + "events:\n" + APPEAL))
    english, french, data = curule("replay", path), curule("replay", path, "--lang", "fr"), curule("replay", path, "--json")
    assert english.exit_code == french.exit_code == data.exit_code == 0
    assert "every divergence is explained" in english.output
    assert "chaque divergence est expliquée" in french.output
    read = json.loads(data.output)
    assert read["explained"] is True
    assert read["summary"]["events"] == 4
    assert all(a["answer"]["reason"] for e in read["events"] for a in e["acts"])


def test_verbose_shows_the_trees(tmp_path: Path) -> None:
    """With --verbose the reasons stand leaf by leaf."""
    path = str(written(tmp_path, HEAD + BENCHES + "events:\n" + APPEAL))
    assert len(curule("replay", path, "--verbose").output) > 2 * len(curule("replay", path).output)


def test_another_court_is_told_with_exit_status_2(tmp_path: Path) -> None:
    """A court without a pack is named, with the courts that there are."""
    result = curule("replay", str(written(tmp_path, HEAD.replace("IRMCT", "Court of the Moon") + "events:\n" + EVENT)))
    assert result.exit_code == 2
    assert "Court of the Moon" in result.output
    assert "IRMCT" in result.output


def test_a_bad_file_ends_with_exit_status_1_and_no_traceback(tmp_path: Path) -> None:
    """The message names file and event."""
    result = curule("replay", str(written(tmp_path, HEAD + "events:\n- {date: never, act: arrest}\n")))
    assert result.exit_code == 1
    assert "history.yaml: event 1: 'never' is no day" in result.output
    assert "Traceback" not in result.output
    assert curule("replay", str(tmp_path / "nothing.yaml")).exit_code == 1


@pytest.mark.parametrize(
    ("do", "says"),
    [("{act: lodge_complaint, by: complainant}", "no act 'lodge_complaint'"), ("{act: lodge, by: nobody}", "no organ 'nobody'"),
     ("{act: lodge, by: complainant}", "subject: this is missing"),
     ("{act: lodge, by: complainant, with: {subject: x, colour: red}}", "colour: this act has no such particular")],
)
def test_the_precise_form_is_proved_before_anything_is_replayed(tmp_path: Path, do: str, says: str) -> None:
    """Unknown acts, organs and particulars are faults of the file, with the event and what there is."""
    result = curule("replay", str(written(tmp_path, f"court: model\ncase_number: C-1\nevents:\n- {{date: '2020-01-10', do: {do}}}\n")))
    assert result.exit_code == 1
    assert f"event 1: {says}" in result.output


def test_the_examples_of_the_documentation_are_replayed(root: Path, tmp_path: Path) -> None:
    """Every history in docs/reference/history-file.md runs to its end."""
    page = (root / "docs/reference/history-file.md").read_text(encoding="utf-8")
    examples = [e for e in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if e.startswith("court:")]
    assert len(examples) == 2
    for number, example in enumerate(examples):
        result = curule("replay", str(written(tmp_path, example, f"{number}.yaml")))
        assert result.exit_code == 0, result.output
        assert "every divergence is explained" in result.output


def test_a_simulated_life_is_lawful_on_replay(tmp_path: Path) -> None:
    """What `curule simulate --out` writes, `curule replay` reads, and every act of the life is permitted."""
    path = tmp_path / "life.yaml"
    assert curule("simulate", "--cases", "1", "--seed", "3", "--until", "2016-01-01", "--json", "--out", str(path)).exit_code == 0
    read = json.loads(curule("replay", str(path), "--json").output)
    lived = [a for e in read["events"] for a in e["acts"] if not a["matter"].endswith("-0")]
    assert len(lived) > 20
    assert {a["verdict"] for a in lived} == {"PERMITTED"}


# -- real histories --------------------------------------------------------------------------------------------------


def test_real_histories_run_to_their_end_with_every_divergence_explained(library: Library, book: Phrasebook, case_files: Path) -> None:
    """Every act of the real histories of the Mechanism is recognised; nothing is left unexplained, nothing a genuine disagreement."""
    found = sorted(case_files.glob("irmct-*.yaml"))
    assert found
    for path in found:
        run = replay(library, book, read_history(path))
        statuses = {s.event.act: s.status for s in run.steps if s.event is not None}
        assert run.explained, path.name
        assert "not recognised" not in statuses.values(), statuses
        assert "disagrees" not in statuses.values(), statuses
        assert all(c.agrees for c in run.checks), path.name


def test_real_histories_of_other_courts_are_told_as_such(case_files: Path) -> None:
    """Without a pack for their court nothing is replayed."""
    for path in case_files.glob("icc-*.yaml"):
        assert curule("replay", str(path)).exit_code == 2
