"""The law explorer: what its pages say, to whom, in which language, and that nothing of a text can act on them."""

from __future__ import annotations

import csv
import io
import re
import threading
import time

import pytest
from django.template import Context, Template
from django.utils import translation

from curule.law.library import Library
from curule.law.rehearsal import rehearse
from curule.lawbook import measured
from curule.lawbook.aligned import chosen, merged
from curule.lawbook.charts import START, chart_edges, draw
from curule.lawbook.importing import store
from curule.lawbook.links import anchor_of, law_href
from curule.lawbook.searching import snippet
from curule.matters.models import EntryRow
from curule.matters.pipeline import enter
from curule.statutes import load_pack
from tests.web.law_samples import imported
from tests.web.matter_samples import SEALED, case_with_a_hidden_entry, indicted_case, request

pytestmark = pytest.mark.django_db
FRENCH = {"accept-language": "fr"}


def text_of(answer):
    """A page without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.fixture
def model_court(settings):
    """The model court is hosted beside the Mechanism."""
    settings.TRIBUNALS = ("model", "mechanism")


@pytest.fixture
def texts():
    """An invented text of three articles in English, Chinese and Arabic."""
    store(imported())


# Links ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("provision", "href"), [
    ("irmct:12(3)", "/law/irmct/12#3"), ("rome:61(7)(a)", "/law/rome/61#7-a"), ("irmct:res4", "/law/irmct/res4"),
    ("irmct:ta1(2)", "/law/irmct/ta1#2"), ("rome:8bis", "/law/rome/8bis"), ("no provision", ""), ('irmct:1"><script>', ""),
])
def test_every_provision_has_an_address(provision, href):
    """Ids become deep links; what is no id becomes none."""
    assert law_href(provision) == href


def test_the_filter_cites_in_the_readers_language():
    """``|cite_link`` prints the citation of the page's language and leads to the text; an unknown id stays text, escaped."""
    page = Template('{% load lawbook %}{{ id|cite_link }}{{ id|cite_link:"long" }}')
    assert page.render(Context({"id": "irmct:12(3)"})).startswith('<a class="cite" href="/law/irmct/12#3">art. 12(3)</a>')
    with translation.override("fr"):
        assert "article 12, paragraphe 3" in page.render(Context({"id": "irmct:12(3)"}))
    assert "<b>" not in page.render(Context({"id": "<b>x</b>"}))


def test_links_from_matters_arrive(client):
    """The link that the pages of matters make for a provision is a page, and its anchor stands on it."""
    from curule.matters.explanation import law_page

    address, _, anchor = law_page("irmct:12(3)").partition("#")
    assert f'id="{anchor}"' in client.get(address).content.decode()


# Pages ------------------------------------------------------------------------------------------------------------------


def test_the_index_lists_articles_with_their_marks(client, model_court):
    """Each article of each instrument stands there with provisions, rules, conditions both ways and mutants."""
    page = text_of(client.get("/law/"))
    assert "Model Statute" in page
    assert re.search(r"article 2 Admission · Stale complaints covered 2 \d+ (\d+)/\1 (\d+)/\2", page)
    assert "resolution 1966 (2010), paragraph 4" in page


def test_an_article_says_what_curule_does_with_it(client, model_court):
    """Summary, class, rule in controlled language with citations, reading with the one in force, scenario and its variations."""
    page = text_of(client.get("/law/model/3"))
    assert "Three judges, one presiding; a single judge since 2010 for small claims." in page
    assert "The President may" in page
    assert "May a single judge sit?" in page
    assert re.search(r"yes\s+applies here|applies here", page)
    assert re.search(r"but by the Registrar: refused, because the power belongs to another organ", page)
    assert "Decision table" in page


def test_an_article_in_french(client, model_court):
    """The same page in French, down to the variations of a scenario; the author's English sentence is marked as English."""
    answer = client.get("/law/model/2", headers=FRENCH)
    page = text_of(answer)
    assert "Le Greffier admet la plainte complète." in page
    assert "mais par le Président : refusé ; motif : ce pouvoir appartient à un autre organe" in page
    assert '<span lang="en">a complete complaint is admitted</span>' in answer.content.decode()


def test_limits_say_their_length_and_figures_their_source(client):
    """A figure that the statute leaves to other texts is shown with its source and the word unverified."""
    page = text_of(client.get("/law/irmct/23"))
    assert "30 days" in page
    assert "unverified" in page
    assert "Rules of Procedure and Evidence" in page


def test_the_law_as_at_a_day(client, model_court):
    """Before its day a rule is listed as not in force; on that day it is in force; the days of change are offered."""
    before, on = client.get("/law/model/3?on=2009-12-31"), client.get("/law/model/3?on=2010-01-01")
    assert "Not in force that day (1)" in text_of(before)
    assert "Not in force that day" not in text_of(on)
    assert 'href="?on=2010-01-01"' in before.content.decode()
    assert client.get("/law/model/3?on=yesterday").status_code == 404


def test_empty_states_say_what_to_do(client):
    """Without an imported text the page names the command; the anchors of paragraphs are still there."""
    answer = client.get("/law/irmct/12")
    assert "curule statute import" in text_of(answer)
    assert 'id="3"' in answer.content.decode()


@pytest.mark.parametrize("path", ["/law/nope", "/law/irmct/999", "/law/irmct/12'", "/law/acts/nope", "/law/acts/mechanism/nope", "/law/charts/mechanism/nope",
                                  "/law/model/1"])
def test_what_is_not_there_is_not_found(client, path):
    """Unknown instruments, articles, tribunals, acts and kinds, and a tribunal that is not hosted here."""
    assert client.get(path).status_code == 404


def test_only_reading_is_possible(client):
    """The law pages take no other method."""
    assert client.post("/law/irmct/12").status_code == 405


# Official texts ---------------------------------------------------------------------------------------------------------


def test_two_languages_stand_side_by_side(client, texts):
    """The reader's own language comes first; those chosen are remembered; each text has its language and direction."""
    page = client.get("/law/irmct/12").content.decode()
    assert page.index('class="words" lang="en" dir="ltr"') < page.index('class="words" lang="ar" dir="rtl"')
    page = client.get("/law/irmct/12?text=zh&text=ar").content.decode()
    assert 'class="words" lang="en"' not in page
    page = client.get("/law/irmct/25").content.decode()
    assert page.index('class="words" lang="zh"') < page.index('class="words" lang="ar"')
    assert 'class="words" lang="en"' in client.get("/law/irmct/25?text=en&text=").content.decode()


def test_damage_and_gaps_show(client, texts):
    """A date that lost its characters is marked, and a paragraph that one file lacks is said to be lacking, not closed up."""
    page = text_of(client.get("/law/irmct/12?text=en&text=zh"))
    assert "Damaged in the file: a date has lost its characters for year and month: 201711日" in page
    assert page.count("The imported file has no text here.") == 1


def test_what_was_not_aligned_is_listed(client, texts):
    """The instrument's page lists the units that stand nowhere, with line and reason."""
    page = text_of(client.get("/law/irmct"))
    assert re.search(r"99 English A unit that comes before the first operative paragraph", page)


def test_a_text_cannot_act_on_the_page(client):
    """Marks of HTML in a text, a heading or a search are shown as they are written."""
    store(imported("en", tail='<script>alert(1)</script><img src=x onerror="y">'))
    for path in ("/law/irmct/12", "/law/irmct", "/law/search?q=<script>alert", "/law/search?q=invented"):
        page = client.get(path).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page
    assert "&lt;script&gt;" in client.get("/law/irmct/12").content.decode()


def test_an_instrument_without_rules_is_read_all_the_same(client, texts, settings):
    """A text whose instrument no tribunal here applies has its pages: tree, text, neighbours, nothing about rules."""
    from curule.lawbook.models import Edition, TextUnit

    settings.TRIBUNALS = ("mechanism",)
    Edition.objects.update(instrument="rome")
    for unit in TextUnit.objects.exclude(provision=""):
        unit.provision, unit.article = unit.provision.replace("irmct", "rome"), unit.article.replace("irmct", "rome")
        unit.save()
    page = text_of(client.get("/law/rome/12"))
    assert "An invented sentence" in page
    assert "What Curule does with it" not in page
    assert "Rome Statute of the International Criminal Court" in text_of(client.get("/law/"))


def test_languages_are_chosen_among_those_that_are_there():
    """Two at most, no stranger, the reader's own first."""
    editions = [type("E", (), {"language": code}) for code in ("ar", "en", "zh")]
    assert chosen(editions, ["xx", "zh", "ar", "en"], "fr") == ["zh", "ar"]
    assert chosen(editions, [""], "fr") == ["en", "ar"]
    assert chosen([], [], "en") == []


def test_orders_of_two_languages_are_merged():
    """A paragraph that only the shorter file has comes after the neighbour that it has there."""
    keys = [[(n, 1) for n in names] for names in ("abcd", "axc")]
    assert "".join(name for name, _ in merged(keys)) == "axbcd"


# Acts and charts --------------------------------------------------------------------------------------------------------


def test_the_reference_page_of_an_act(client, model_court):
    """Who, under what, with which particulars, the cases that scenarios showed, the schema and the address of the operation."""
    page = text_of(client.get("/law/acts/model/admit"))
    for part in ("the Registrar", "art. 2(1)", "documents", "finding", "Decision table", "additionalProperties", "POST /api/matters/{number}/acts/admit"):
        assert part in page, part
    assert "Admit" in text_of(client.get("/law/acts/model"))


def test_the_chart_shows_the_steps_of_the_histories(client, model_court):
    """The model court's complaint goes from lodged over admitted and trial to judged, and the drawing has a path for each step."""
    pack = load_pack("model")
    chart = chart_edges(Library(pack), "complaint", rehearse(pack))
    steps = [(edge.start, edge.end, edge.acts) for edge in chart.edges]
    assert steps == [(START, "lodged", ("lodge",)), ("lodged", "admitted", ("admit",)), ("admitted", "trial", ("appoint_bench",)),
                     ("trial", "judged", ("judge",))]
    drawing = draw(chart, {code: code for code in chart.stages}, {"judge"})
    assert [arrow.is_own for arrow in drawing.arrows] == [False, False, False, True]
    answer = client.get("/law/charts/model/complaint")
    assert "trial → judged" in text_of(answer)
    assert " style=" not in answer.content.decode()
    assert client.get("/law/charts/model/complaint.mmd").content.decode().startswith("stateDiagram-v2")


def test_numbers_of_a_drawing_are_the_same_in_french(client, model_court):
    """Places in the drawing keep the full stop that SVG wants, whatever the language of the page."""
    drawn = [re.search(r"<svg class=\"drawing\".*?</svg>", client.get("/law/charts/mechanism/case", headers=headers).content.decode(), re.DOTALL)[0]
             for headers in ({}, FRENCH)]
    places = [re.findall(r' (?:d|x|y|cx|cy|viewBox)="([^"]*)"', svg) for svg in drawn]
    assert all(re.fullmatch(r"[-MVHQLz\d. ]+", place) for place in places[1] if place)


# Matters ----------------------------------------------------------------------------------------------------------------


def test_where_it_applies_shows_only_what_the_reader_may_see(client, make_user):
    """A visitor finds the public entries under the numbers that a visitor sees, the Registry the hidden one, too."""
    case_with_a_hidden_entry("MICT-26-1")
    indicted_case("MICT-26-2", SEALED)
    page = client.get("/law/irmct/12").content.decode()
    assert page.count("/matters/MICT-26-1/entries/") == 1
    assert "MICT-26-2" not in page
    assert "/matters/MICT-26-1/entries/4/" in client.get("/law/irmct/17").content.decode()
    client.force_login(make_user("registry_officer"))
    page = client.get("/law/irmct/12").content.decode()
    assert page.count("/matters/MICT-26-1/entries/") == 2
    assert "MICT-26-2" in page
    assert "/matters/MICT-26-1/entries/5/" in client.get("/law/irmct/17").content.decode()


def test_a_public_entry_of_a_sealed_matter_does_not_betray_it(client):
    """An entry that is itself public shows in no list to a reader who may not know of its matter."""
    indicted_case("MICT-26-2", SEALED)
    enter("MICT-26-2", request(380, "president", "assign_single_judge", judge="J3", task="other"))
    assert EntryRow.objects.filter(audience__token="public").exists()
    assert "MICT-26-2" not in client.get("/law/irmct/12").content.decode()


# Search -----------------------------------------------------------------------------------------------------------------


def test_search_finds_citations_words_acts_and_texts(client, texts):
    """A citation comes first, then our words, acts, and the official texts in any language; accents do not matter."""
    assert re.search(r"hits.*?href=\"/law/irmct/12#3\"", client.get("/law/search?q=article 12, paragraph 3").content.decode(), re.DOTALL)
    page = client.get("/law/search?q=reserve judge").content.decode()
    assert 'href="/law/irmct/12#5"' in page
    assert "<mark>" in page
    assert 'lang="zh"' in client.get("/law/search?q=虚构的段落").content.decode()
    assert "/law/irmct/12#5" in client.get("/law/search?q=juge de reserve", headers=FRENCH).content.decode()
    assert "Nothing in the law holds" in text_of(client.get("/law/search?q=zzzz"))


def test_a_snippet_marks_every_word_and_escapes_the_rest():
    """What was searched is marked, what is around it is escaped, the beginning and the end are cut with an ellipsis."""
    assert snippet("a <b>Épée</b> and an epee", ["epee"]) == "a &lt;b&gt;<mark>Épée</mark>&lt;/b&gt; and an <mark>epee</mark>"
    cut = snippet("x" * 200 + " juge " + "y" * 400, ["juge"])
    assert cut.startswith("…x")
    assert cut.endswith("y…")
    assert snippet("nothing", ["", "absent"]) == "nothing"


# Data -------------------------------------------------------------------------------------------------------------------


def test_articles_as_data(client, texts):
    """JSON holds texts, rules and scenarios of an article; CSV a line for each article, and no cell that a spreadsheet would compute."""
    data = client.get("/law/irmct/12.json").json()
    assert data["text"][0]["languages"].keys() == {"en", "zh", "ar"}
    assert any(rule["says"][0].startswith("The President may") for rule in data["rules"])
    assert data["marks"]["provisions"] == 5
    from curule.lawbook.models import TextUnit

    TextUnit.objects.filter(kind="heading", edition__language="en").update(text="=1+1")
    rows = list(csv.DictReader(io.StringIO(client.get("/law/irmct.csv").getvalue().decode().lstrip("\ufeff"))))
    assert {row["id"] for row in rows} >= {"irmct:12", "irmct:res4"}
    assert next(row["about"] for row in rows if row["id"] == "irmct:12") == "'=1+1"
    assert client.get("/law/irmct.json").json()["instrument"] == "irmct"


# Made once --------------------------------------------------------------------------------------------------------------


def test_the_law_is_measured_once_however_many_ask(monkeypatch):
    """Readers who come together while the law is being measured wait for one measurement."""
    made = []

    def slow(pack):
        time.sleep(0.05)
        made.append(pack)
        return object()

    monkeypatch.setattr(measured, "_made", {})
    monkeypatch.setattr(measured, "_measure", slow)
    found = []
    readers = [threading.Thread(target=lambda: found.append(measured.measured("mechanism"))) for _ in range(6)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert made == ["mechanism"]
    assert len(set(map(id, found))) == 1


def test_nobody_waits_long_for_the_law_to_be_measured(client, monkeypatch, settings):
    """While the scenarios run, pages stand with rules and summaries and say that marks are to come; programs are told to ask again."""
    go_on = threading.Event()
    real, whole = measured._measure, {"mechanism": measured.measured("mechanism")}
    monkeypatch.setattr(measured, "_made", {})
    monkeypatch.setattr(measured, "_measure", lambda pack: go_on.wait(60) and (whole.get(pack) or real(pack)))
    monkeypatch.setattr("curule.api.law.PATIENCE", 0.01)
    settings.LAW_PATIENCE = 0.01
    page = text_of(client.get("/law/irmct"))
    assert "The scenarios are being run" in page
    assert "Mutants killed" not in page.split("The scenarios are being run")[0]
    assert "The President may compose" in text_of(client.get("/law/irmct/12"))
    assert client.get("/api/law/mechanism/coverage").status_code == 503
    go_on.set()
    settings.LAW_PATIENCE = 300
    assert "are being run" not in text_of(client.get("/law/irmct"))


def test_a_broken_scenario_does_not_close_the_law(client, monkeypatch, caplog):
    """When the scenarios cannot be run the pages show text, summaries and rules, and say that marks are missing."""

    def broken(pack):
        raise ValueError("a scenario that cannot be run")

    monkeypatch.setattr(measured, "_made", {})
    monkeypatch.setattr(measured, "rehearse", broken)
    page = text_of(client.get("/law/irmct/12"))
    assert "The President may compose" in page
    assert "Mutants killed" not in page
    assert "The scenarios could not be measured" in text_of(client.get("/law/irmct"))
    assert "nothing can be drawn" in text_of(client.get("/law/charts/mechanism/case"))
    assert client.get("/law/acts/mechanism/compose_trial_chamber").status_code == 200
    assert "could not be run" in caplog.text


def test_anchors_of_whole_articles():
    """An article without paragraphs has an anchor of its own."""
    assert anchor_of("irmct:24") == "text"
    assert anchor_of("rome:8(2)(b)(xxvii)") == "2-b-xxvii"


def test_a_text_of_the_rome_statute_stands_aligned_beside_its_rules(client, texts):
    """An invented text in English and Chinese: paragraph by paragraph in one row, each marked with its language, beside what Curule does with it."""
    from curule.lawbook.models import Edition, TextUnit

    Edition.objects.update(instrument="rome")
    for unit in TextUnit.objects.exclude(provision=""):
        unit.provision, unit.article = unit.provision.replace("irmct", "rome"), unit.article.replace("irmct", "rome")
        unit.save()
    answer = client.get("/law/rome/12?text=en&text=zh").content.decode()
    row = re.search(r'id="1".*?(?=<div class="unit|</section>)', answer, re.S)[0]
    assert re.findall(r'lang="(en|zh)', row) == ["en", "zh"]
    assert "What Curule does with it" in answer
    assert "Preconditions" in answer or "art. 12(1)" in answer
