"""The citation extractor: what it finds in running text, and what it leaves alone."""

from __future__ import annotations

import json
import random
import time
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from curule.citations import find, index_keys, query_keys
from curule.cli.cite import command

CASES = {
    "see article 61(7)(b) of the Rome Statute": ["rome:61(7)(b)"],
    "Article 61 (7) (b) of the Rome Statute": ["rome:61(7)(b)"],
    "Rome Statute, article 61, paragraph 7 (b)": ["rome:61(7)(b)"],
    "under Rule 68(B)": ["rule:68(B)"],
    "pursuant to Regulation 55(2)": ["regulation:55(2)"],
    "la norme 55-2 du Règlement de la Cour": ["iccreg:55(2)"],
    "selon l'art. 5 3) a) du Statut de Rome": ["rome:5(3)(a)"],
    "articles 5, 6 and 7(1)(a)-(c) of the Rome Statute": ["rome:5", "rome:6", "rome:7(1)(a)", "rome:7(1)(b)", "rome:7(1)(c)"],
    "les articles 5, 6 et 7 du Statut de Rome": ["rome:5", "rome:6", "rome:7"],
    "les articles 5 à 8 du Statut de Rome": ["rome:5", "rome:6", "rome:7", "rome:8"],
    "article 8 bis of the Rome Statute": ["rome:8bis"],
    "l'article premier du Statut de Rome": ["rome:1"],
    "article 7, paragraphs 2 and 3, of the Rome Statute": ["rome:7(2)", "rome:7(3)"],
    "paragraph 7 (a) of article 61 of the Rome Statute": ["rome:61(7)(a)"],
    "alinéa a) du paragraphe 7 de l'article 61 du Statut de Rome": ["rome:61(7)(a)"],
    "article 8(2)(b)(xxvi) and (e)(vii) of the Rome Statute": ["rome:8(2)(b)(xxvi)", "rome:8(2)(e)(vii)"],
    "article 14 of the Statute of the Mechanism": ["irmct:14"],
    "l'article 14, paragraphe 2, du Statut du Mécanisme": ["irmct:14(2)"],
    "article 31 of the Vienna Convention on the Law of Treaties": ["other:31"],
    "《罗马规约》第六十一条第七款第2项": ["rome:61(7)(b)"],
    "《罗马规约》第8条第2款第(b)项": ["rome:8(2)(b)"],
    "机制规约第一条第四款": ["irmct:1(4)"],
    "ICC-01/04-01/06-3121": ["ICC-01/04-01/06-3121"],
    "ICC-01/04-01/06-3121-Red2": ["ICC-01/04-01/06-3121-Red2"],
    "ICC-01/04-01/06-3121-tENG": ["ICC-01/04-01/06-3121-tENG"],
    "ICC-01/04-01/06-3121-Conf-Exp-Anx1": ["ICC-01/04-01/06-3121-Conf-Exp-Anx1"],
    "ICC-02/11-01/15-T-234-ENG": ["ICC-02/11-01/15-T-234-ENG"],
    "ICC‑01/04‑01/06‑3121": ["ICC-01/04-01/06-3121"],
    "ICC-01/04-520": ["ICC-01/04-520"],
    "MICT-12-25": ["MICT-12-25"], "MICT-13-55-A": ["MICT-13-55-A"], "MICT-14-65-ES.1": ["MICT-14-65-ES.1"],
    "IT-95-5/18-T": ["IT-95-5/18-T"], "IT-03-67-R77.4": ["IT-03-67-R77.4"], "IT-94-1-AR72": ["IT-94-1-AR72"],
    "ICTR-99-52-A": ["ICTR-99-52-A"], "ICTR-2001-66-I": ["ICTR-2001-66-I"], "ICTR-98-44D-T": ["ICTR-98-44D-T"],
    "document A/68/491": ["A/68/491"], "S/RES/1966 (2010)": ["S/RES/1966 (2010)"], "A/CONF.183/9": ["A/CONF.183/9"],
    "Security Council resolution 1966 (2010)": ["S/RES/1966 (2010)"], "第1966(2010)号决议": ["S/RES/1966 (2010)"],
    "General Assembly resolution 68/257": ["A/RES/68/257"],
    "resolution 1966 (2010), paragraph 4": ["S/RES/1966 (2010)", "irmct:res4", "S/RES/1966 (2010)#4"],
    "para. 45": ["para:45"], "paras 3-5": ["para:3", "para:4", "para:5"], "paragraphes 8 et 9": ["para:8", "para:9"], "第45段": ["para:45"],
    "ICC-01/04-01/06-3121, paras 3-4": ["ICC-01/04-01/06-3121", "ICC-01/04-01/06-3121#3", "ICC-01/04-01/06-3121#4"],
}
NOTHING = (
    "on 12 May 2011, 3/4/2012 and 2011-05-12", "telephone +31 70 515 8515", "call 070-515-8515 or 1-800-555-0199", "see section 5.2.1 and chapter 4(b)",
    "fax (255) 27 256 5000", "version 68/491", "either A/B or S/2 or A/4 paper", "he was 61(7) on the list", "the particle 5 was found", "a smart. 5 more",
    "The rule of thumb", "the articles 'five' and 'six'", "COVID-19-25", "WIT-95-5/18-T", "ICC-01", "MICT-125", "exhibit P-0012, page 4", "10:45-11:30",
    "ISBN 978-3-16-148410-0", "file://A/68", "article 5.3.1", "le 1er janvier", "§", "param 45", "the 5 articles", "2010-1966",
)


@pytest.mark.parametrize(("text", "keys"), CASES.items())
def test_what_is_cited_is_found(text: str, keys: list[str]) -> None:
    """Each form of citation gives its normalised keys, in the order of the text."""
    assert [key for citation in find(text) for key in citation.keys] == keys


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_citation_is_left_alone(text: str) -> None:
    """Dates, telephone numbers, section numbers and fragments are no citations."""
    assert find(text) == []


def test_the_court_decides_what_a_bare_number_means() -> None:
    """The caller's court, else the only court that the text is about; between two courts nothing is guessed."""
    assert find("article 5", "rome")[0].keys == ("rome:5",)
    assert find("article 5", "mechanism")[0].keys == ("irmct:5",)
    assert find("Rule 68(B)", "mechanism")[0].keys == ("mictrpe:68(B)",)
    assert find("In MICT-12-25 the Single Judge applied article 6.")[1].keys == ("irmct:6",)
    assert find("MICT-12-25 and ICC-01/04-01/06: article 6")[2].keys == ("article:6",)
    assert find("article 5 of the Statute of the Mechanism", "rome")[0].keys == ("irmct:5",)
    with pytest.raises(ValueError, match="no court"):
        find("article 5", "nowhere")


def test_a_list_ends_where_prose_begins() -> None:
    """Numbers of something else behind a citation are not taken for articles."""
    assert [c.keys for c in find("Under article 5, 12 persons were heard.")] == [("article:5",)]
    assert [c.keys for c in find("under articles 5 and 6, and 12 persons")] == [("article:5", "article:6")]
    assert [c.keys for c in find("articles 5 and 6 July")] == [("article:5",)]
    assert [c.keys for c in find("article 5 (see below)")] == [("article:5",)]
    assert [c.keys for c in find("(article 5)")] == [("article:5",)]


def test_ibid_is_resolved_only_where_one_document_can_be_meant() -> None:
    """A note that names one document gives ibid. its meaning; a note that names two, or none, does not."""
    assert [c.keys for c in find("ICC-01/04-520, para. 3\nIbid., para. 4")][2:] == [("ICC-01/04-520",), ("ICC-01/04-520#4",)]
    assert [c.text for c in find("MICT-12-25 and MICT-13-55\nIbid.")] == ["MICT-12-25", "MICT-13-55"]
    assert find("Ibid., p. 4") == []


def test_spans_lie_in_the_text_in_order_and_apart() -> None:
    """Each span is the text's own words; none overlaps another."""
    text = " ; ".join(CASES)
    found = find(text)
    assert len(found) > 40
    assert all(text[c.start:c.end] == c.text for c in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


def test_a_citation_is_found_under_what_contains_it() -> None:
    """Whoever asks for the article finds what cites its paragraph; whoever asks for the case finds its filings."""
    assert "rome:61" in index_keys("rome:61(7)(b)")
    assert "article:61(7)(b)" in index_keys("rome:61(7)(b)")
    assert index_keys("ICC-01/04-01/06-3121-Red2") == ("ICC-01/04-01/06-3121-Red2", "ICC-01/04-01/06-3121", "ICC-01/04-01/06", "ICC-01/04")
    assert index_keys("MICT-13-55-A#45") == ("MICT-13-55-A#45", "MICT-13-55-A", "MICT-13-55")
    assert query_keys("article 61(7)(b)") == ("article:61(7)(b)",)
    assert query_keys("rome:61(7)(b)") == ("rome:61(7)(b)",)
    assert query_keys("nothing here") == ()


def test_a_line_of_the_command_says_where_and_what(tmp_path: Path) -> None:
    """``curule cite FILE`` prints places, kinds and keys, as text and as JSON; a file that is no text is refused with what to do."""
    file = tmp_path / "text.txt"
    file.write_text("see MICT-12-25", encoding="utf-8")
    assert CliRunner().invoke(command, [str(file)]).output == "4-14\tcase\tMICT-12-25\tMICT-12-25\n"
    assert json.loads(CliRunner().invoke(command, [str(file), "--json"]).output)[0]["keys"] == ["MICT-12-25"]
    assert CliRunner().invoke(command, ["-"], input="art. 5 3) a)").output.split("\t")[2] == "article:5(3)(a)"
    file.write_bytes(b"\xff\xfe\x00a")
    refused = CliRunner().invoke(command, [str(file)])
    assert refused.exit_code == 1
    assert "UTF-8" in refused.output


HOSTILE = ("article ", "articles 5, ", "(a)", "articles 1 and ", "ICC-01/04-01/06-3121-Conf", "-Conf-Exp", "A/68/", "paragraph 5 ", "第", "第五条第", "Ibid. ",
           "the the of the and of ", "Convention of the ", "§ 1, ", "IT-95-5/18-", "5-", " ", "\n", "art. 5-a-", "resolution 1966 ", "(((((", "Ab cd ")


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    """A hostile text of eight times the length takes less than 24 times as long: there is no catastrophic backtracking."""

    def spent(length: int) -> float:
        text = piece * (length // len(piece))
        best = 9.9
        for _ in range(3):
            begun = time.process_time()
            find(text)
            best = min(best, time.process_time() - begun)
        return best

    small, large = spent(8_000), spent(64_000)
    assert large < 24 * max(small, 0.002)


def test_random_mixtures_take_linear_time() -> None:
    """Mixtures of hostile pieces stay under 40 microseconds a character."""
    chance = random.Random(7)
    text = "".join(chance.choice(HOSTILE) for _ in range(20_000))
    begun = time.process_time()
    find(text)
    assert (time.process_time() - begun) / len(text) < 40e-6


def test_a_real_instrument_cites_itself(law_files: Path) -> None:
    """In the text of the Rome Statute hundreds of cross-references are found, in two languages, all of them to articles that exist."""
    text = (law_files / "rome_statute_en_zh.txt").read_text(encoding="utf-8")
    keys = [key for citation in find(text) for key in citation.keys]
    own = [key for key in keys if key.startswith("rome:")]
    assert len(own) > 600
    numbers = {int("".join(c for c in key[5:].split("(")[0] if c.isdigit())) for key in own}
    assert numbers <= set(range(1, 129))
    assert {"rome:15bis", "rome:15ter"} <= set(own)
