"""The same work in Curule and in Mayan EDMS: documents filed through the API, the list of a case or cabinet that grows, indexing, search with access filtering.

Both run with PostgreSQL, one worker and no recognition of characters; text extraction is on in both. All that a document causes counts: Curule
numbers, chains, notifies, stamps, draws and indexes it; Mayan makes its version, looks for duplicates, metadata and text, and indexes it. Processor time
is that of the process, of the programs it ran and of its database sessions. The reader may see two documents of three.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.record_search import vocabulary
from benchmarks.spent import percentile, spend, turns

HERE = Path(__file__).resolve().parent
HOW = """Mayan EDMS is not in {folder}. It is a peer to measure against (GPL-2.0), no part of the product: give it a virtual environment of its own.

    apt-get install gcc python3-dev libldap2-dev libsasl2-dev poppler-utils
    python3 -m venv {folder}
    {folder}/bin/pip install mayan-edms "psycopg[binary]"
"""
WORDS = 300


def options(parser: argparse.ArgumentParser) -> None:
    """What can be chosen."""
    parser.add_argument("--mayan", type=Path, default=Path("mayan"), help="the virtual environment in which Mayan EDMS is installed")
    parser.add_argument("--documents", type=int, default=20, help="PDF files filed through the API")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000], help="documents in a case")
    parser.add_argument("--searched", type=int, default=200, help="documents with text to be indexed and searched, of those of the largest case")
    parser.add_argument("--questions", type=int, default=40)
    parser.add_argument("--turns", type=int, default=40, help="how often each list is asked for")
    parser.add_argument("--postgresql", default=os.environ.get("CURULE_BENCH_POSTGRESQL", "host=127.0.0.1 user=postgres dbname=postgres"))


def measure(given: argparse.Namespace) -> tuple[dict[str, Any], list[str], bool]:
    """Figures, lines to print, and whether the answers of both agree (there is no target against this peer)."""
    python = given.mayan.absolute() / "bin" / "python"
    if not python.exists() or subprocess.run([python, "-c", "import mayan, psycopg"], capture_output=True, check=False).returncode:
        raise SystemExit(HOW.format(folder=given.mayan))
    with tempfile.TemporaryDirectory(prefix="curule-mayan-") as folder:
        corpus = _corpus(Path(folder), given)
        with _database(given.postgresql, "mayan_bench") as database:
            theirs = _peer(python, Path(folder), {**corpus, "database": database, "folder": str(Path(folder) / "media")})
        with _database(given.postgresql, "curule_bench") as database:
            ours = Curule(corpus, database, Path(folder)).answer()
    return _told(ours, theirs, given)


@contextmanager
def _database(address: str, name: str) -> Iterator[dict[str, str]]:
    """A database of this run alone, as Django is told of it; it is dropped at the end."""
    import psycopg

    own = f"{name}_{os.getpid()}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {own}")
        info = connection.info
        parts = {"NAME": own, "HOST": info.host, "PORT": str(info.port), "USER": info.user, "PASSWORD": info.password}
        try:
            yield parts
        finally:
            connection.execute(f"DROP DATABASE {own} WITH (FORCE)")


def _peer(python: Path, folder: Path, task: dict[str, Any]) -> dict[str, Any]:
    asked, told = folder / "task.json", folder / "answer.json"
    asked.write_text(json.dumps(task))
    Path(task["folder"]).mkdir()
    done = subprocess.run([python, "-m", "benchmarks.mayan_peer", asked, told], cwd=HERE.parent, capture_output=True, text=True, check=False,
                          env={k: v for k, v in os.environ.items() if not k.startswith(("CURULE_", "DJANGO_", "PYTHON"))})
    if done.returncode:
        raise SystemExit(f"Mayan EDMS did not do its part:\n{done.stderr[-3000:]}")
    found: dict[str, Any] = json.loads(told.read_text())
    return found


# -- the corpus ------------------------------------------------------------------------------------------------------


def _corpus(folder: Path, given: argparse.Namespace) -> dict[str, Any]:
    """PDF files of two pages to be filed (one more, that warms), texts to list and to search, words to ask for; the same in each run."""
    chance = random.Random(1966)
    words, weights = vocabulary()

    def text(count: int) -> str:
        return " ".join(chance.choices(words, weights, k=count))

    files = [{"path": str(_pdf(folder / f"{n}.pdf", n, text)), "title": f"Filing {n} on the schedule", "kind": _kind(n)} for n in range(given.documents + 1)]
    texts = [{"title": f"Text {n} on the schedule", "kind": _kind(n), "text": text(WORDS)} for n in range(1, max(given.sizes) + 1)]
    ranks = (range(5, 60), range(60, 800), range(800, 12_000))
    asked = [words[chance.choice(ranks[n % 3])] for n in range(given.questions)]
    return {"files": files, "texts": texts, "questions": asked, "sizes": sorted(given.sizes), "turns": given.turns, "searched": given.searched}


def _kind(n: int) -> str:
    return "closed" if n % 3 == 0 else "public"


def _pdf(path: Path, n: int, text: Any) -> Path:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), invariant=True)
    for page in (1, 2):
        canvas.drawString(72, 780, f"tribunal filing {n} page {page}")
        for line in range(40):
            canvas.drawString(72, 760 - 16 * line, text(WORDS // 40))
        canvas.showPage()
    canvas.save()
    return path


# -- Curule ----------------------------------------------------------------------------------------------------------


class Curule:
    """One tribunal with a case for filing and a case of each size; its reader takes part in none of them."""

    def __init__(self, corpus: dict[str, Any], database: dict[str, str], folder: Path) -> None:
        login = database["USER"] + (f":{database['PASSWORD']}" if database["PASSWORD"] else "")
        host = database["HOST"] if not database["HOST"].startswith("/") else ""
        place = f"{host}:{database['PORT']}" if host else ""
        end = f"?host={database['HOST']}" if not host else ""
        os.environ.update(CURULE_HOME=str(folder / "curule"), CURULE_EMBEDDED="1", CURULE_SECRET_KEY="benchmark-" * 6, CURULE_ALLOWED_HOSTS="testserver",
                          DJANGO_SETTINGS_MODULE="curule.settings", CURULE_DATABASE_URL=f"postgresql://{login}@{place}/{database['NAME']}{end}")
        import django
        from django.core.management import call_command
        from django.test import Client

        django.setup()
        call_command("migrate", verbosity=0)
        from tests.web.matter_samples import open_case
        from tests.web.registry_samples import person

        self.corpus, self.name = corpus, database["NAME"]
        self.case = open_case("MICT-26-1")
        self.filer, self.clerk, self.reader = Client(), Client(), Client()
        self.filer.force_login(person("prosecutor", "prosecutor"))
        self.clerk.force_login(person("clerk", "registry_officer"))
        person("counsel", "defence", "MICT-26-1", "C01")
        self.reader.force_login(person("reader", "defence", "MICT-26-99", "C99"))

    def answer(self) -> dict[str, Any]:
        """Everything that is asked of the peer."""
        from curule.registry.models import PageText

        self.filed: list[Any] = []
        self._file(self.corpus["files"][0])  # warms
        filing, _made = spend(lambda: [self._file(file) for file in self.corpus["files"][1:]], self.name)
        extracted = PageText.objects.filter(text__contains="tribunal").count()
        listing = {str(size): self._listing(size) for size in self.corpus["sizes"]}
        self._index()  # what was filed is indexed without its text first, so that the measure is of records with text alone, as the peer's
        self._write_texts()
        indexing, count = spend(self._index, self.name)
        asked = [self._ask(words) for words in self.corpus["questions"]]
        return {"filing": asdict(filing), "extracted": extracted, "listing": listing, "indexing": asdict(indexing), "indexed": count,
                "search": [spent for spent, _count in asked], "counts": [count for _spent, count in asked]}

    def _file(self, file: dict[str, str]) -> None:
        """Sent by a party, accepted by the Registry, and everything done that follows from it."""
        from curule.jobs.running import run_due
        from curule.search.upkeep import catch_up

        given = _particulars(file)
        with Path(file["path"]).open("rb") as stream:
            sent = self.filer.post("/api/matters/MICT-26-1/filings", {"by": "prosecutor", "particulars": json.dumps(given), "files": stream})
        if sent.status_code != 201:
            raise SystemExit(f"filing refused: {sent.status_code} {sent.content[:300]!r}")
        done = self.clerk.post(f"/api/filings/{sent.json()['code']}/accept", "{}", content_type="application/json")
        if done.status_code != 200:
            raise SystemExit(f"filing not accepted: {done.status_code} {done.content[:300]!r}")
        run_due()
        catch_up()

    def _listing(self, size: int) -> dict[str, list[float]]:
        number = f"MICT-26-{size + 1000}"
        self.filed = self._fill(number, self.corpus["texts"][:size])
        page, api = f"/matters/{number}/", f"/api/matters/{number}/documents?count=100"
        shown, told = self.reader.get(page), self.reader.get(api)
        wanted = sum(t["kind"] == "public" for t in self.corpus["texts"][:size])
        if told.status_code != 200 or told.json()["total"] != wanted or shown.status_code != 200 or b"on the schedule" not in shown.content:
            raise SystemExit(f"the case of {size} is not shown as expected: {shown.status_code}, {told.status_code} {told.content[:200]!r}")
        return {"page": turns(lambda: self.reader.get(page), self.corpus["turns"]), "api": turns(lambda: self.reader.get(api), self.corpus["turns"])}

    def _fill(self, number: str, texts: list[dict[str, str]]) -> list[Any]:
        """The texts as entries of a case, through the pipeline, without their pages."""
        from django.utils import timezone
        from tests.web.matter_samples import open_case

        from curule.law.view import Actor
        from curule.registry.filing import Kept, Occasion, ToFile, file_together
        from curule.registry.models import new_code

        case, made = open_case(number), []
        for text in texts:
            code = new_code()
            kept = Kept(f"document/{code}", "f.pdf", 1, "f.pdf", "application/pdf", 1000, "0" * 128, 1, WORDS)
            occasion = Occasion(case, Actor("prosecutor"), "prosecutor", timezone.now(), "UTC")
            made += file_together(occasion, [ToFile("file_document", _particulars(text), kept, document_code=code)])
        return made

    def _write_texts(self) -> None:
        """The pages of the documents to be searched, written straight into the table and marked for the index."""
        from curule.registry.models import PageText
        from curule.search.upkeep import mark

        searched = list(zip(self.filed, self.corpus["texts"][:self.corpus["searched"]], strict=False))
        PageText.objects.bulk_create([PageText(rendition=rendition, page=1, text=text["text"]) for rendition, text in searched])
        mark([rendition.entry for rendition, _text in searched], stale=False)

    def _index(self) -> int:
        from curule.search.upkeep import catch_up

        count = 0
        while done := catch_up(10_000):
            count += done
        return count

    def _ask(self, words: str) -> tuple[dict[str, float], int]:
        def ask() -> Any:
            return self.reader.get("/api/search", {"q": words})

        ask()
        spent, told = spend(ask, self.name)
        return asdict(spent), told.json()["total"]


def _particulars(document: dict[str, str]) -> dict[str, Any]:
    classification = "public" if document["kind"] == "public" else "confidential"
    return {"title": document["title"], "language": "en", "document_type": "notice", "classification": classification}


# -- what came of it -------------------------------------------------------------------------------------------------


def _told(ours: dict[str, Any], theirs: dict[str, Any], given: argparse.Namespace) -> tuple[dict[str, Any], list[str], bool]:
    equal = ours["counts"] == theirs["counts"]
    lines = [f"Mayan EDMS {theirs['version']} (Whoosh, PostgreSQL, its tasks run at once) beside Curule (PostgreSQL, its jobs run at once)"]
    lines += [_rate("filing", "document", {"ours": ours["filing"], "theirs": theirs["filing"]}, (given.documents, given.documents)),
              f"pages with extracted text: Curule {ours['extracted']}, Mayan {theirs['extracted']} of {2 * (given.documents + 1)}"]
    figures: dict[str, Any] = {"curule": ours, "mayan": theirs, "equal_counts": equal}
    for way, words in (("page", "page of a case or cabinet"), ("api", "list by the API")):
        for size in map(str, sorted(given.sizes)):
            lines.append(_listed(f"{words}, {size} documents", ours["listing"][size][way], theirs["listing"][size][way]))
    lines.append(_rate("indexing", "record", {"ours": ours["indexing"], "theirs": theirs["indexing"]}, (ours["indexed"], theirs["indexed"])))
    for kind in ("processor", "wall"):
        a, b = ([one[kind] * 1000 for one in side["search"]] for side in (ours, theirs))
        lines.append(_listed(f"search in {given.searched} documents with text ({kind} time)", a, b))
    alike = sum(a == b for a, b in zip(ours["counts"], theirs["counts"], strict=True))
    lines.append(f"{alike} of {len(ours['counts'])} questions were answered with the same number of hits")
    lines += ["not compared: texts, images and e-mail (Mayan reads them through LibreOffice); the inbox (Mayan's notices are events to which a user",
              "subscribes, read or not: nothing there is finished or open); facets, snippets and number of hits by class (Mayan's search has none)"]
    return figures, lines, equal


def _rate(what: str, thing: str, spent: dict[str, dict[str, float]], counts: tuple[int, int]) -> str:
    a, b = ({k: v / n for k, v in side.items()} for side, n in zip((spent["ours"], spent["theirs"]), counts, strict=True))
    one, other = (f"{1 / side['wall']:.2f} a second, {side['processor'] * 1000:.0f} ms of processor a {thing}" for side in (a, b))
    return (f"{what}: Curule {one}; Mayan {other}: Mayan takes {b['processor'] / a['processor']:.1f} times the processor, "
            f"{b['wall'] / a['wall']:.1f} times the clock")


def _listed(what: str, ours: list[float], theirs: list[float]) -> str:
    a, b = ((statistics.median(side), percentile(side, 0.95)) for side in (ours, theirs))
    return (f"{what}: Curule p50 {a[0]:.1f} ms, p95 {a[1]:.1f} ms; Mayan p50 {b[0]:.1f} ms, p95 {b[1]:.1f} ms: "
            f"Mayan takes {b[0] / a[0]:.1f} and {b[1] / a[1]:.1f} times as long")


if __name__ == "__main__":
    sys.exit("run it as a part: python benchmarks/record.py mayan")
