"""A later amendment is added as data alone: an invented one in a copy of the data file changes the answers, the code stays."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import curule
from curule.law.record import Entry
from curule.law.view import Actor
from curule.statutes.rome.crimes import crime, is_crime
from curule.statutes.rome.matters.state_files import StatesRegister

PACKAGE = Path(curule.__file__).parent

INVENTED = '''
[lunar_mirrors]
title = { en = "Amendment on blinding by mirrors", fr = "Amendement sur l'aveuglement par miroirs" }
source = "invented"
adopted = 2031-12-05
regime = "121(5)"
provisions = ["8"]
crimes = ["8(2)(b)(xxx)", "8(2)(e)(xix)"]

[lunar_mirrors.names]
"8(2)(e)(xix)" = { en = "blinding by mirrors", fr = "aveuglement par miroirs" }
'''

SCENARIOS = '''
history m-states (kind states)
    1998-07-17 registry open_states_register
    2000-01-10 state deposit_instrument state=XAA instrument=accession received_by=secretary_general
    2000-01-10 state deposit_instrument state=XBB instrument=accession received_by=secretary_general
    2032-03-01 state_party deposit_acceptance state=XAA amendment=lunar_mirrors received_by=secretary_general

history m-situation (kind situation) with states=m-states
    2034-01-02 registry open_situation name="Hill country"
    2034-01-03 state_party refer_situation state=XAA circumstances="Attacks"

history m-case (kind case) with states=m-states situation=m-situation
    2034-02-01 registry open_case person=P1 name="Aron Vell"
    2034-02-01 registry record_date_of_birth person=P1 born=1990-05-01
    ! 2034-03-01 prosecutor file_document_containing_charges person=P1 crimes=8(2)(e)(xix) facts="Mirrors"

permit 121(5): the invented crime, one year after the acceptance
    after m-case
    2034-02-02 pre_trial_chamber determine_jurisdiction outcome=has crime=rome:8(2)(e)(xix) from_day=2033-03-01 territory=XAA
    but from_day=2033-02-28 because amendment_binds
    but territory=XBB because amendment_binds
    but nationalities=XBB because amendment_binds
    but crime=rome:8(2)(e)(xx) because article_5_crime

permit 8(2)(e): a count may plead it and states what every count of that list states
    after m-case
    2034-04-01 prosecutor state_elements_of_charge charge=1 heading=war_crimes conduct_from=2033-03-01 elements=nexus,internal_conflict,protracted_with_groups
    but elements=nexus,internal_conflict because states_protracted_with_groups
    but conduct_from=2033-02-28 because law_when_done
'''

RUN = '''
import sys
from pathlib import Path
from curule.law.rehearsal import rehearse
from curule.law.scenarios import read_scenarios
from curule.statutes import load_pack
from curule.statutes.rome.crimes import crime
found = crime("8(2)(e)(xix)")
print(found.name.en if found else "no such crime")
for line in rehearse(load_pack("rome"), read_scenarios([("mirrors", Path(sys.argv[1]).read_text(encoding="utf-8"))])).problems:
    print(line.splitlines()[0])
'''


def _copy(folder: Path, added: str) -> Path:
    """A package that is this one, link by link, but for the data file of amendments."""
    kept = folder / "curule" / "statutes" / "rome"
    kept.mkdir(parents=True)
    for real, made in ((PACKAGE, folder / "curule"), (PACKAGE / "statutes", folder / "curule" / "statutes"), (PACKAGE / "statutes" / "rome", kept)):
        for item in real.iterdir():
            if item.name not in ("__pycache__", "amendments.toml") and not (made / item.name).exists():
                (made / item.name).symlink_to(item)
    (kept / "amendments.toml").write_text((PACKAGE / "statutes" / "rome" / "amendments.toml").read_text(encoding="utf-8") + added, encoding="utf-8")
    return folder
    return folder


def _answers(folder: Path, added: str) -> list[str]:
    """What the pack of a copy says of the crime and of the scenarios."""
    environment = {**os.environ, "PYTHONPATH": str(_copy(folder, added)), "PYTHONDONTWRITEBYTECODE": "1"}
    scenarios = folder / "mirrors.scenarios"
    scenarios.write_text(SCENARIOS, encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", RUN, str(scenarios)], env=environment, capture_output=True, text=True, check=False, cwd=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_an_invented_amendment_in_the_data_file_changes_the_answers(tmp_path: Path) -> None:
    """With it the crime has its name, binds the accepting State a year later and may be pleaded; without it the same questions are refused."""
    assert _answers(tmp_path / "with", INVENTED) == ["blinding by mirrors"]
    without = _answers(tmp_path / "without", "")
    assert without[0] == "no such crime"
    assert any("expected PERMITTED" in line or "should be permitted" in line for line in without[1:])


@pytest.mark.parametrize("code", ["8(2)(e)(xix)", "8(2)(b)(xxx)"])
def test_an_amendment_on_the_register_may_be_pleaded(code: str) -> None:
    """Entered on the register of States, an amendment adds its crimes to those that counts plead from, under its title."""
    given = {"code": "m", "title": "On mirrors", "regime": "121(5)", "provisions": ("8",), "crimes": (code,)}
    entry = Entry(1, "register_amendment", Actor("depositary"), date(2031, 12, 5), given)
    register = StatesRegister(opened=None, last=None, folded=(), amendments={"m": entry})
    found = crime(code, register)
    assert found is not None
    assert (found.name.en, found.heading, found.amendment) == ("On mirrors", "war_crimes", "m")
    assert is_crime(code, register)
    assert crime(code) is None
    assert not is_crime(code)
