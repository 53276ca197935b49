"""Replay knows no tribunal: what it must know of one is data of that tribunal's pack."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from curule.law.pack import Pack
from curule.replay.phrases_file import PhrasesError, load_phrases
from curule.statutes import PACKS, load_pack


def test_replay_names_no_act_of_any_tribunal(root: Path) -> None:
    """No act code of any pack stands in the source of replay, nor the name of an instrument or of a court."""
    codes = {act.code for code in PACKS for chapter in load_pack(code).chapters for act in chapter.acts}
    for path in sorted((root / "src/curule/replay").glob("*.py")):
        text = path.read_text(encoding="utf-8")
        quoted = set(re.findall(r"[\"']([a-z][a-z_0-9]*)[\"']", text))
        assert not {c for c in quoted & codes if "_" in c}, path.name
        assert not re.search(r"\b(irmct|rome):\d|\"(icty|ictr|mechanism|rome)\"", text), path.name


def _pack_with(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> Pack:
    """The Mechanism's pack with another folder of phrases."""
    (folder / "replay").mkdir()
    (folder / "replay" / "one.toml").write_text('courts = ["X"]\ncase = "case"\n' + text, encoding="utf-8")
    pack = load_pack("mechanism")
    monkeypatch.setattr(Pack, "data", lambda self, name: folder / name)
    return pack


@pytest.mark.parametrize(
    ("text", "says"),
    [('[[phrase]]\nact = "open_sesame"\nwords = "x"\n', "no act 'open_sesame'"), ('[[phrase]]\nwords = "x"\n', "give an act"),
     ('[[phrase]]\nact = "open_trial"\nwords = "("\n', "no pattern"), ('[[phrase]]\nact = "open_trial"\nwords = "x"\ncolour = 1\n', "no such key"),
     ('[[phrase]]\nact = "open_trial"\nwords = "x"\ntake = { day = "=nonsense" }\n', "=nonsense is no way"),
     ('[[organ]]\nwords = "x"\ncode = "choir"\n', "no organ 'choir'"), ("courts = [\n", "one.toml")],
)
def test_a_faulty_declaration_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, says: str) -> None:
    """A pack whose phrases name what it does not have is refused, with the place and what is wrong."""
    with pytest.raises(PhrasesError, match=re.escape(says)):
        load_phrases(_pack_with(tmp_path, text, monkeypatch))
