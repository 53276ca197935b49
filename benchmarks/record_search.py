"""Search with the access filter: Curule's index against PostgreSQL full text and SQLite FTS5 on the same corpus.

Each record has a title, about eighty words, a case, a type, a filer, a day and the tokens of those who may see it. Three readers (the
public, a registry officer, counsel in one case) ask the same questions of all three: how many hits, and the twenty newest. The answers
have to be equal. Peers have the indexes that such a query wants: GIN on the vector, and the audience table indexed both ways; their
tables are analysed.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

TARGET = 10.0
"""How many times faster than PostgreSQL full text the 95th percentile has to be."""
CASES, TYPES, FILERS = 2_000, 20, 12
VOCABULARY, WORDS = 30_000, 80
FIRST_DAY, DAYS = 735_000, 3_600
READERS = {
    "public": ("public",),
    "registry": ("public", "organ:mechanism:registry", "office:mechanism:registry", "person:mechanism:R01"),
    "counsel": ("public", "matter:case7:defence", "person:mechanism:C07"),
}
Record = tuple[int, str, str, str, str, str, int, tuple[str, ...]]


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--records", type=int, default=200_000)
    parser.add_argument("--questions", type=int, default=120, help="questions of each reader")
    parser.add_argument("--postgresql", default=os.environ.get("CURULE_BENCH_POSTGRESQL", "host=127.0.0.1 user=postgres dbname=postgres"))
    parser.add_argument("--without", nargs="*", default=[], choices=["postgresql", "sqlite"], help="peers to leave out")


def vocabulary() -> tuple[list[str], list[float]]:
    """Words that no stemmer changes, with the frequencies of a natural text (Zipf)."""
    syllables = [a + b for a in "bdgklmnprtvz" for b in "aou"]
    words = [syllables[n % 36] + syllables[n // 36 % 36] + syllables[n // 1296 % 36] + "k" for n in range(VOCABULARY)]
    return words, [1 / (rank + 2.7) for rank in range(VOCABULARY)]


def corpus(count: int) -> Iterator[Record]:
    """Records, the same in each run."""
    chance = random.Random(1966)
    words, weights = vocabulary()
    total = 0.0
    cumulated = [total := total + weight for weight in weights]
    for pk in range(1, count + 1):
        text = chance.choices(words, cum_weights=cumulated, k=WORDS)
        case = f"case{chance.randrange(CASES)}"
        yield (pk, " ".join(text[:6]), " ".join(text), case, f"type{chance.randrange(TYPES)}", f"filer{chance.randrange(FILERS)}",
               FIRST_DAY + chance.randrange(DAYS), _audience(chance, case))


def _audience(chance: random.Random, case: str) -> tuple[str, ...]:
    kind = chance.random()
    if kind < 0.6:
        return ("public",)
    if kind < 0.9:
        return (f"matter:{case}:defence", f"matter:{case}:victims", "organ:mechanism:prosecutor", "organ:mechanism:registry", "organ:mechanism:chambers")
    return ("office:mechanism:registrar", "organ:mechanism:chambers", f"person:mechanism:C{chance.randrange(90):02}")


def questions(count: int) -> list[tuple[str, list[str], str]]:
    """Kind, words, case: one word (frequent, middling, rare), two words, two words side by side, a beginning, a word in a case."""
    chance = random.Random(2010)
    words, _weights = vocabulary()
    ranks = (range(5, 60), range(60, 800), range(800, 12_000))

    def word(rank: int = -1) -> str:
        return words[chance.choice(ranks[rank if rank >= 0 else chance.randrange(3)])]

    made: list[tuple[str, list[str], str]] = []
    while len(made) < count:
        made += [("word", [word()], ""), ("two words", [word(0), word(1)], ""), ("phrase", [word(0), word(0)], ""), ("prefix", [word(1)[:5]], ""),
                 ("in a case", [word(0)], f"case{chance.randrange(CASES)}"), ("rare word", [word(2)], "")]
    return made[:count]


# -- Curule ----------------------------------------------------------------------------------------------------------


class Ours:
    """The index of :mod:`curule.search`, asked as the page asks it."""

    name = "curule"

    def __init__(self) -> None:
        os.environ.setdefault("CURULE_HOME", tempfile.mkdtemp(prefix="curule-bench-"))
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "curule.settings")
        import django

        django.setup()
        from curule.search.index import IndexFiles

        self.folder = Path(tempfile.mkdtemp(prefix="curule-index-"))
        self.files = IndexFiles(self.folder)

    def load(self, records: Iterator[Record]) -> None:
        self.files.add(self._document(record) for record in records)

    def _document(self, record: Record) -> Any:
        import tantivy

        from curule.search.folding import loose, words
        from curule.search.records import PER_DAY

        pk, title, text, case, type_, filer, day, tokens = record
        made = tantivy.Document()
        for token in tokens:
            made.add_text("seen", token)
        for name, value in {"type": type_, "matter": case, "organ": filer, "tribunal": "mechanism", "kind": "case", "class": tokens[0]}.items():
            made.add_text(name, value)
        made.add_text("title", " ".join(words(title)))
        made.add_text("body", " ".join(words(f"{title} {text}")))
        made.add_text("loose", " ".join(loose(text)))
        made.add_unsigned("pk", pk)
        made.add_unsigned("touched", pk)
        made.add_integer("order", day * PER_DAY + pk)
        made.add_integer("day", day)
        made.add_integer("year", day // 365)
        return made

    def question(self, tokens: tuple[str, ...], kind: str, words: list[str], case: str) -> Callable[[], tuple[int, list[int]]]:
        import tantivy

        from curule.search import questions as q
        from curule.search.compiling import compiled
        from curule.search.finding import _ranked
        from curule.search.index import gate

        text = {"phrase": f'"{" ".join(words)}"', "prefix": f"{words[0]}*"}.get(kind, " ".join(words)) + (f" case:{case}" if case else "")
        must = tantivy.Occur.Must

        def ask(*, newest: bool = True) -> tuple[int, list[int]]:
            node = q.read(text)
            searcher = self.files.searcher()
            wanted = tantivy.Query.boolean_query([(must, gate(tokens)), (must, compiled(node))])
            return _ranked(searcher, wanted, None if newest else node, 0, 20, tantivy.Order.Desc)

        return ask

    def ranked(self, tokens: tuple[str, ...], kind: str, words: list[str], case: str) -> Callable[[], Any]:
        ask: Any = self.question(tokens, kind, words, case)
        return lambda: ask(newest=False)

    def size(self) -> int:
        return sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())

    def close(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


# -- peers -----------------------------------------------------------------------------------------------------------


class PostgreSQL:
    """Full text with GIN, and the audience as a table that has to meet the reader's tokens."""

    name = "postgresql"

    def __init__(self, address: str) -> None:
        import psycopg

        # Without prepared statements each question is planned for its own words and tokens, which serves this peer best by far.
        self.connection = psycopg.connect(address, autocommit=True, prepare_threshold=None)
        self.schema = f"curule_bench_{os.getpid()}"
        self.run("SET work_mem = '64MB'; SET random_page_cost = 1.1; SET effective_cache_size = '8GB'; SET maintenance_work_mem = '256MB'")
        self.run(f"CREATE SCHEMA {self.schema}; SET search_path TO {self.schema}")
        self.run("CREATE TABLE record (id bigint PRIMARY KEY, matter text, type text, filer text, day int, words tsvector);"
                 "CREATE TABLE audience (record bigint, token text)")

    def run(self, statement: str) -> None:
        self.connection.execute(statement)

    def load(self, records: Iterator[Record]) -> None:
        self.run("CREATE TEMP TABLE raw (id bigint, matter text, type text, filer text, day int, body text)")
        with tempfile.TemporaryFile("w+") as tokens:
            with self.connection.cursor().copy("COPY raw FROM STDIN") as copy:
                for pk, title, text, case, type_, filer, day, audience in records:
                    copy.write_row((pk, case, type_, filer, day, f"{title} {text}"))
                    tokens.writelines(f"{pk}\t{token}\n" for token in audience)
            tokens.seek(0)
            with self.connection.cursor().copy("COPY audience FROM STDIN") as copy:
                while block := tokens.read(1 << 20):
                    copy.write(block)
        self.run("INSERT INTO record SELECT id, matter, type, filer, day, to_tsvector('simple', body) FROM raw; DROP TABLE raw")
        self.run("CREATE INDEX ON record USING gin (words); CREATE INDEX ON record (matter);"
                 "CREATE UNIQUE INDEX ON audience (record, token); CREATE INDEX ON audience (token, record)")
        self.run("VACUUM ANALYZE record")
        self.run("VACUUM ANALYZE audience")

    def question(self, tokens: tuple[str, ...], kind: str, words: list[str], case: str) -> Callable[[], tuple[int, list[int]]]:
        written = {"phrase": " <-> ".join(words), "prefix": f"{words[0]}:*"}.get(kind, " & ".join(words))
        where = "words @@ to_tsquery('simple', %s) AND EXISTS (SELECT 1 FROM audience WHERE record = record.id AND token = ANY(%s))"
        given: list[Any] = [written, list(tokens)]
        if case:
            where, given = where + " AND matter = %s", [*given, case]
        where = where.replace("record = record.id", "audience.record = record.id")
        # An index by day, or an ordered query without this fence, misleads the planner into reading all records by day.
        statement = (f"WITH found AS MATERIALIZED (SELECT id, day FROM record WHERE {where}) "
                     "SELECT id, (SELECT count(*) FROM found) FROM found ORDER BY day DESC, id DESC LIMIT 20")

        def ask() -> tuple[int, list[int]]:
            rows = self.connection.execute(statement, given).fetchall()
            return (rows[0][1] if rows else 0), [row[0] for row in rows]

        return ask

    def size(self) -> int:
        found = self.connection.execute("SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace "
                                        "WHERE nspname = %s AND relkind = 'r'", [self.schema]).fetchone()
        return int(found[0]) if found else 0

    def close(self) -> None:
        self.run(f"DROP SCHEMA {self.schema} CASCADE")
        self.connection.close()


class SQLite:
    """FTS5, and the audience as a table that has to meet the reader's tokens."""

    name = "sqlite"

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="curule-fts5-"))
        self.connection = sqlite3.connect(self.folder / "fts.sqlite3", isolation_level=None)
        self.connection.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA cache_size=-400000;"
            "CREATE VIRTUAL TABLE words USING fts5(body, content='', tokenize='unicode61');"
            "CREATE TABLE record (id INTEGER PRIMARY KEY, matter TEXT, type TEXT, filer TEXT, day INTEGER);"
            "CREATE TABLE audience (record INTEGER, token TEXT, PRIMARY KEY (record, token)) WITHOUT ROWID;")

    def load(self, records: Iterator[Record]) -> None:
        run = self.connection.execute
        run("BEGIN")
        for pk, title, text, case, type_, filer, day, tokens in records:
            run("INSERT INTO words (rowid, body) VALUES (?, ?)", (pk, f"{title} {text}"))
            run("INSERT INTO record VALUES (?, ?, ?, ?, ?)", (pk, case, type_, filer, day))
            self.connection.executemany("INSERT INTO audience VALUES (?, ?)", [(pk, token) for token in tokens])
        run("COMMIT")
        self.connection.executescript("CREATE INDEX by_token ON audience (token, record); CREATE INDEX by_case ON record (matter);"
                                      "INSERT INTO words (words) VALUES ('optimize'); ANALYZE;")

    def question(self, tokens: tuple[str, ...], kind: str, words: list[str], case: str) -> Callable[[], tuple[int, list[int]]]:
        written = {"phrase": f'"{" ".join(words)}"', "prefix": f"{words[0]}*"}.get(kind, " AND ".join(words))
        places = ", ".join("?" * len(tokens))
        where = f"words MATCH ? AND EXISTS (SELECT 1 FROM audience a WHERE a.record = words.rowid AND a.token IN ({places}))"
        given: list[Any] = [written, *tokens]
        if case:
            where, given = where + " AND +record.matter = ?", [*given, case]  # the words are looked up first, then the case
        statement = f"SELECT id, count(*) OVER () FROM words CROSS JOIN record ON record.id = words.rowid WHERE {where} ORDER BY day DESC, id DESC LIMIT 20"

        def ask() -> tuple[int, list[int]]:
            rows = self.connection.execute(statement, given).fetchall()
            return (rows[0][1] if rows else 0), [row[0] for row in rows]

        return ask

    def size(self) -> int:
        return sum(path.stat().st_size for path in self.folder.iterdir())

    def close(self) -> None:
        self.connection.close()
        shutil.rmtree(self.folder, ignore_errors=True)


# -- measuring -------------------------------------------------------------------------------------------------------


def _percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def _timed(ask: Callable[[], Any]) -> float:
    began = time.perf_counter()
    ask()
    return (time.perf_counter() - began) * 1000


def measure(given: argparse.Namespace) -> tuple[dict[str, Any], list[str], bool]:
    """Figures, lines to print, whether the target was met."""
    systems: list[Any] = [Ours()]
    if "sqlite" not in given.without:
        systems.append(SQLite())
    if "postgresql" not in given.without:
        systems.append(PostgreSQL(given.postgresql))
    try:
        return _measured(systems, given)
    finally:
        for system in systems:
            system.close()


def _measured(systems: list[Any], given: argparse.Namespace) -> tuple[dict[str, Any], list[str], bool]:
    figures: dict[str, Any] = {"records": given.records}
    lines = [f"{given.records} records, {given.questions} questions of each of {len(READERS)} readers"]
    for system in systems:
        began = time.perf_counter()
        system.load(corpus(given.records))
        spent = time.perf_counter() - began
        figures[system.name] = {"index_per_s": given.records / spent, "bytes": system.size()}
        lines.append(f"{system.name:12} indexed {given.records / spent:8.0f} records a second, {system.size() / 1e6:8.0f} MB")
    times: dict[str, list[float]] = {system.name: [] for system in systems} | {"curule ranked": []}
    by_kind: dict[tuple[str, str], list[float]] = {}
    for reader in READERS.values():
        for kind, words, case in questions(given.questions):
            asks = {system.name: system.question(reader, kind, words, case) for system in systems}
            answers = {name: ask() for name, ask in asks.items()}  # also warms each of them
            if len({(count, tuple(pks)) for count, pks in answers.values()}) != 1:
                raise SystemExit(f"the answers differ for {kind} {words} {case} {reader}: { {n: (c, p[:3]) for n, (c, p) in answers.items()} }")
            for name, ask in asks.items():
                spent = _timed(ask)
                times[name].append(spent)
                by_kind.setdefault((name, kind), []).append(spent)
            times["curule ranked"].append(_timed(systems[0].ranked(reader, kind, words, case)))
    lines.append(f"all {len(times['curule'])} answers (count and twenty newest hits) were equal")
    for name, values in times.items():
        figures.setdefault(name, {}).update(p50_ms=statistics.median(values), p95_ms=_percentile(values, 0.95), max_ms=max(values))
        lines.append(f"{name:14} p50 {statistics.median(values):9.2f} ms   p95 {_percentile(values, 0.95):9.2f} ms   longest {max(values):9.2f} ms")
    for kind in dict.fromkeys(kind for _name, kind in by_kind):
        lines.append(f"  {kind:10} p95 " + "   ".join(f"{name} {_percentile(values, 0.95):8.2f} ms" for (name, k), values in by_kind.items() if k == kind))
    met = True
    for peer in (s.name for s in systems[1:]):
        ratio, ranked = (figures[peer]["p95_ms"] / figures[name]["p95_ms"] for name in ("curule", "curule ranked"))
        figures[f"{peer}_p95_ratio"], figures[f"{peer}_p95_ratio_ranked"] = ratio, ranked
        lines.append(f"{peer} takes {ratio:.1f} times as long at the 95th percentile ({ranked:.1f} times as long as Curule's ranked answer); "
                     f"at the median {figures[peer]['p50_ms'] / figures['curule']['p50_ms']:.1f} times")
        if peer == "postgresql":
            met = ratio >= TARGET
            lines.append(f"target {TARGET:.0f} times PostgreSQL full text: {'met' if met else 'NOT met'}")
    return figures, lines, met
