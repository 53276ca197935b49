"""The law engine against state machine libraries and OpenFisca: the same guard and the same next-acts question, in one run, as ratios.

    pip install --require-hashes -r requirements/bench.txt      (in a virtual environment of its own)
    python benchmarks/law.py [--json] [--pack mechanism --pack rome]

The guard is that of the model statute's article 3: the complaint is admitted, three judges are named, the presiding judge is one of them.
The next-acts question is: which of the seven acts may be done now? Peers answer yes or no; Curule is measured both for the bare answer
(`truth`) and for the answer with its whole reason tree (`may(...).reason`). Times are those of the processor: what else runs on the machine
does not count. Machines are noisy all the same: read the ratios, not the microseconds.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

ON = date(2009, 3, 1)
JUDGES = ("J1", "J2", "J3")
BUDGETS = {"import_ms": 150.0, "next_acts_ms_p95": 1.0, "may_us_p95": 50.0, "fold_entries_per_s": 1_000_000.0, "suite_s": 20.0}


def per_call(question: Callable[[], Any], seconds: float = 0.2) -> float:
    """Seconds a call, the best of several short runs."""
    question()
    number, best = 1, float("inf")
    while True:
        began = time.process_time()
        for _ in range(number):
            question()
        taken = time.process_time() - began
        best = min(best, taken / number)
        if taken > seconds:
            return best
        number = max(number * 2, int(number * seconds / max(taken, 1e-9)))


def curule_questions() -> dict[str, Callable[[], Any]]:
    from curule.law.library import Library
    from curule.law.rehearsal import rehearse
    from curule.law.view import Actor
    from curule.statutes import load_pack

    pack = load_pack("model")
    court = Library(pack)
    kind, entries = rehearse(pack).histories["admitted"]
    posture = court.fold(kind, entries)
    given = {"judges": JUDGES, "presiding": "J1"}
    president = Actor("president")
    view = court.view(posture, ON, president, given)
    tree = court.trees["appoint_bench"]
    assert tree.truth(view) == 2
    return {"guard": lambda: tree.truth(view), "guard with reasons": lambda: court.may("appoint_bench", posture, ON, president, given).reason,
            "next acts": lambda: court.next_acts(kind, posture, ON)}


class Docket:
    """What the peers' guards look at."""

    def __init__(self) -> None:
        self.judges, self.presiding, self.documents, self.signed, self.proven = JUDGES, "J1", 2, True, None

    def three_judges(self) -> bool:
        return len(self.judges) == 3

    def presiding_sits(self) -> bool:
        return self.presiding in self.judges

    def complete(self) -> bool:
        return self.documents >= 2 and self.signed

    def is_proven(self) -> bool:
        return bool(self.proven)


def transitions_questions() -> dict[str, Callable[[], Any]]:
    from transitions import Machine

    docket = Docket()
    Machine(docket, states=["new", "lodged", "admitted", "trial", "judged"], initial="admitted", auto_transitions=False, transitions=[
        {"trigger": "lodge", "source": "new", "dest": "lodged"},
        {"trigger": "admit", "source": "lodged", "dest": "admitted", "conditions": ["complete"]},
        {"trigger": "appoint_bench", "source": "admitted", "dest": "trial", "conditions": ["three_judges", "presiding_sits"]},
        {"trigger": "judge", "source": "trial", "dest": "judged", "conditions": ["is_proven"]},
        {"trigger": "appeal", "source": "judged", "dest": "judged"}, {"trigger": "report", "source": "judged", "dest": "judged"},
        {"trigger": "book_interpreter", "source": "*", "dest": "="}])
    acts = [getattr(docket, f"may_{a}") for a in ("lodge", "admit", "appoint_bench", "judge", "appeal", "report", "book_interpreter")]
    assert docket.may_appoint_bench()  # type: ignore[attr-defined]
    return {"guard": docket.may_appoint_bench, "next acts": lambda: [may() for may in acts]}  # type: ignore[attr-defined]


def statemachine_questions() -> dict[str, Callable[[], Any]]:
    from statemachine import State, StateMachine

    class Court(StateMachine):
        new, lodged, admitted, trial = State(initial=True), State(), State(), State()
        judged = State()
        lodge = new.to(lodged)
        admit = lodged.to(admitted, cond="complete")
        appoint_bench = admitted.to(trial, cond=["three_judges", "presiding_sits"])
        judge = trial.to(judged, cond="is_proven")
        appeal = judged.to.itself()
        report = judged.to.itself()
        book_interpreter = new.to.itself() | lodged.to.itself() | admitted.to.itself() | trial.to.itself()

    court = Court(Docket(), start_value="admitted")
    enabled = court.enabled_events
    assert "appoint_bench" in {e.id for e in enabled()}
    return {"guard": lambda: any(e.id == "appoint_bench" for e in enabled()), "next acts": enabled}


def openfisca_questions() -> dict[str, Callable[[], Any]]:
    from openfisca_core.entities import Entity
    from openfisca_core.periods import DateUnit
    from openfisca_core.simulation_builder import SimulationBuilder
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem
    from openfisca_core.variables import Variable

    complaint = Entity("complaint", "complaints", "", "")
    day = DateUnit.DAY

    def given(name: str, kind: type) -> type:
        return type(name, (Variable,), {"value_type": kind, "entity": complaint, "definition_period": day, "label": name})

    def formula(name: str, calculate: Callable[..., Any]) -> type:
        return type(name, (Variable,), {"value_type": bool, "entity": complaint, "definition_period": day, "label": name, "formula": calculate})

    system = TaxBenefitSystem([complaint])
    for name, kind in (("stage", int), ("judges", int), ("presiding_sits", bool), ("documents", int), ("signed", bool), ("proven", bool)):
        system.add_variable(given(name, kind))
    acts: dict[str, Callable[..., Any]] = {
        "may_lodge": lambda c, p: c("stage", p) == 0,
        "may_admit": lambda c, p: (c("stage", p) == 1) * (c("documents", p) >= 2) * c("signed", p),
        "may_appoint_bench": lambda c, p: (c("stage", p) == 2) * (c("judges", p) == 3) * c("presiding_sits", p),
        "may_judge": lambda c, p: (c("stage", p) == 3) * c("proven", p),
        "may_appeal": lambda c, p: c("stage", p) == 4, "may_report": lambda c, p: c("stage", p) == 4, "may_book_interpreter": lambda c, p: c("stage", p) >= 1,
    }
    for name, calculate in acts.items():
        system.add_variable(formula(name, calculate))
    values = {"stage": 2, "judges": 3, "presiding_sits": True, "documents": 2, "signed": True, "proven": False}
    period = ON.isoformat()
    simulation = SimulationBuilder().build_from_dict(system, {"complaints": {"c": {k: {period: v} for k, v in values.items()}}})

    def ask(name: str) -> Any:
        simulation.delete_arrays(name)  # computed anew, as for another matter
        return simulation.calculate(name, period)[0]

    assert ask("may_appoint_bench")
    return {"guard": lambda: ask("may_appoint_bench"), "next acts": lambda: [ask(name) for name in acts]}


PEERS: dict[str, Callable[[], dict[str, Callable[[], Any]]]] = {
    "transitions": transitions_questions, "python-statemachine": statemachine_questions, "OpenFisca": openfisca_questions}


def compare(rounds: int = 5) -> dict[str, Any]:
    """Median times and ratios, rounds alternating between Curule and the peers."""
    questions = {"Curule": curule_questions()}
    missing = []
    for name, build in PEERS.items():
        try:
            questions[name] = build()
        except ImportError as absent:
            missing.append(f"{name} ({absent})")
    times: dict[tuple[str, str], list[float]] = {}
    for _ in range(rounds):
        for name, asked in questions.items():
            for question, call in asked.items():
                times.setdefault((name, question), []).append(per_call(call))
    medians = {key: statistics.median(found) for key, found in times.items()}
    rows = []
    for (name, question), seconds in medians.items():
        own = medians[("Curule", question)]
        rows.append({"question": question, "who": name, "us": round(seconds * 1e6, 2), "ratio_to_curule": round(seconds / own, 1)})
    reasons = medians[("Curule", "guard with reasons")] / medians[("Curule", "guard")]
    return {"rows": rows, "missing": missing, "guard_with_reasons_to_bare_guard": round(reasons, 1)}


def budgets(pack_code: str) -> dict[str, Any]:
    """The budgets of the design, measured on a pack whole: over every question and every posture that its scenarios reach."""
    from curule.law.coverage import measure
    from curule.law.library import Library
    from curule.law.rehearsal import rehearse
    from curule.statutes import load_pack

    code = f"import time; t = time.process_time(); from curule.statutes import load_pack; load_pack({pack_code!r}); print((time.process_time() - t) * 1e3)"
    env_path = str(Path(__file__).resolve().parent.parent / "src")
    # With compiled modules, as every start but the first has them.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    imports = [float(subprocess.run([sys.executable, "-c", f"import sys; sys.path.insert(0, {env_path!r}); {code}"], capture_output=True, text=True,
                                    check=True, env=environment).stdout) for _ in range(8)][1:]
    pack = load_pack(pack_code)
    library = Library(pack)
    began = time.process_time()
    rehearsal = rehearse(pack)
    measure(library, rehearsal)
    suite = time.process_time() - began
    next_times, may_times = [], []
    for kind, entries in rehearsal.histories.values():
        posture, on = library.fold(kind, entries), entries[-1].done_on if entries else ON
        next_times.append(per_call(lambda kind=kind, posture=posture, on=on: library.next_acts(kind, posture, on), 0.003))
    for asked in rehearsal.asked:
        if "#" not in asked.tree:
            v = asked.view
            question = (asked.tree, v.posture, v.on, v.actor, v.given, v.related)
            may_times.append(per_call(lambda question=question: library.may(*question), 0.001))
    gc.collect()
    gc.freeze()  # as in a server that has loaded its law: what is loaded is not looked through again
    rate = max(long_fold(library, rehearsal, pack_code) for _ in range(5))
    found = {"import_ms": statistics.median(imports), "next_acts_ms_p95": percentile(next_times, 95) * 1e3, "may_us_p95": percentile(may_times, 95) * 1e6,
             "fold_entries_per_s": rate, "suite_s": suite}
    return {name: {"measured": round(value, 2), "budget": BUDGETS[name],
                   "held": value >= BUDGETS[name] if name == "fold_entries_per_s" else value <= BUDGETS[name]} for name, value in found.items()}


ROUTINE = {"mechanism": ("case", ("hold_session", "hear_witness", "collect_evidence", "extend_time_limit")),
           "rome": ("case", ("hold_trial_session", "hear_witness", "submit_evidence", "discuss_evidence")),
           "model": ("complaint", ("book_interpreter",))}
"""What fills a long record: the acts that a matter repeats day after day. Acts that happen once are in the history before them."""


def long_fold(library: Any, rehearsal: Any, pack_code: str, length: int = 200_000) -> float:
    """Entries a second for one long record: the longest history of its kind, then routine entries."""
    from curule.law.record import Entry

    kind, routine = ROUTINE.get(pack_code, (next(iter(library.kinds)), ()))
    histories = [entries for of_kind, entries in rehearsal.histories.values() if of_kind == kind]
    longest = max(histories, key=len)
    samples = {e.act: e for entries in histories for e in entries if not routine or e.act in routine}
    repeated = list(samples.values())
    record = list(longest)
    for n in range(len(longest) + 1, length + 1):
        e = repeated[n % len(repeated)]
        record.append(Entry(n, e.act, e.actor, e.done_on, e.particulars))
    began = time.process_time()
    library.fold(kind, record)
    return len(record) / (time.process_time() - began)


def percentile(values: list[float], p: int) -> float:
    """The p-th percentile."""
    return sorted(values)[min(len(values) - 1, len(values) * p // 100)]


def main() -> int:
    """Print the comparison and the budgets; exit status 1 when a budget is not held or a peer is not installed."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--json", action="store_true")
    arguments.add_argument("--pack", action="append", help="a pack to measure; all that are offered when left out")
    arguments.add_argument("--budgets-only", action="store_true")
    wanted = arguments.parse_args()
    from curule.statutes import PACKS

    packs = wanted.pack or [pack for pack in PACKS if pack != "model"]
    result: dict[str, Any] = {"budgets": {pack: budgets(pack) for pack in packs}}
    if not wanted.budgets_only:
        result["comparison"] = compare()
    if wanted.json:
        print(json.dumps(result, indent=1))
    else:
        for pack, rows in result["budgets"].items():
            for name, row in rows.items():
                print(f"{pack:10} {name:22} {row['measured']:>14,} (budget {row['budget']:,}) {'held' if row['held'] else 'NOT HELD'}")
        for row in result.get("comparison", {}).get("rows", ()):
            print(f"{row['question']:20} {row['who']:20} {row['us']:>10} µs   {row['ratio_to_curule']:>8} × Curule")
        for name in result.get("comparison", {}).get("missing", ()):
            print(f"NOT INSTALLED: {name}")
    missing = result.get("comparison", {}).get("missing")
    return 0 if not missing and all(row["held"] for rows in result["budgets"].values() for row in rows.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
