"""The stages of a kind of matter and the acts that were seen to lead from one to another, as a drawing.

The stages stand below one another in the order in which they are declared. A step to the next stage is a straight arrow; a step
that leaps stages runs in a lane at the right, one that leads back in a lane at the left, each lane free of others over its length.
Arrows carry numbers, which a list beside the drawing explains: so the drawing stays narrow, and the list says all of it in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from curule.law.library import Library
from curule.law.rehearsal import Rehearsal

__all__ = ["START", "Chart", "Drawing", "Edge", "chart_edges", "draw"]

START = ""
"""The stage before the first: a matter that is not there yet."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One step: from a stage (:data:`START` for the beginning) to another, by these acts. ``number`` stands on the arrow."""

    number: int
    start: str
    end: str
    acts: tuple[str, ...]


@dataclass(slots=True)
class Chart:
    """The stages of a kind of matter in order, and the steps between them."""

    kind: str
    stages: list[str]
    edges: list[Edge]


def chart_edges(law: Library, kind: str, rehearsal: Rehearsal) -> Chart:
    """The steps that the histories of the scenarios showed for a kind of matter."""
    declared = law.kind(kind)
    seen: dict[tuple[str, str], set[str]] = {}
    for of_kind, entries in rehearsal.histories.values():
        before = START
        for end in range(1, len(entries) + 1 if of_kind == kind else 0):
            entry = entries[end - 1]
            stage = declared.stage(law.fold(kind, entries[:end]), entry.done_on)
            if stage != before:
                seen.setdefault((before, stage), set()).add(entry.act)
            before = stage
    stages = list(declared.stages)
    rank = {START: -1, **{code: at for at, code in enumerate(stages)}}
    ordered = sorted(seen.items(), key=lambda item: (rank[item[0][0]], rank[item[0][1]]))
    return Chart(kind, stages, [Edge(n, start, end, tuple(sorted(acts))) for n, ((start, end), acts) in enumerate(ordered, 1)])


# Measures of the drawing, in units of its own: one is about a pixel.
BOX_WIDTH, LINE, PAD, GAP, LANE, EDGE_MARGIN = 150, 15, 9, 34, 24, 8
PER_LINE = 20
BEND = 6


@dataclass(slots=True)
class Box:
    """A stage: its words in lines, and where its box stands."""

    code: str
    lines: list[str]
    x: float
    y: float
    width: float
    height: float
    is_seen: bool

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.y + self.height / 2

    @property
    def texts(self) -> list[tuple[float, float, str]]:
        """Each line with the place of its middle and its baseline."""
        return [(self.x + self.width / 2, self.y + PAD + LINE * (at + 0.78), line) for at, line in enumerate(self.lines)]


@dataclass(slots=True)
class Arrow:
    """A step as drawn: its path, the place of its number, and whether it is one to point out."""

    edge: Edge
    path: str
    x: float
    y: float
    is_own: bool


@dataclass(slots=True)
class Drawing:
    """Everything that a template needs to draw a chart."""

    width: float
    height: float
    start: tuple[float, float]
    boxes: list[Box]
    arrows: list[Arrow] = field(default_factory=list)


def draw(chart: Chart, words: dict[str, str], own: Iterable[str] = ()) -> Drawing:
    """Lay a chart out. ``words`` are the stages' names; steps by an act in ``own`` are pointed out."""
    rank = {START: -1, **{code: at for at, code in enumerate(chart.stages)}}
    forward = [e for e in chart.edges if rank[e.end] - rank[e.start] > 1]
    backward = [e for e in chart.edges if rank[e.end] <= rank[e.start]]
    lanes = {**_lanes(forward, rank), **_lanes(backward, rank)}
    left = EDGE_MARGIN + LANE * _count(backward, lanes) + 10
    seen = {code for e in chart.edges for code in (e.start, e.end)}
    boxes: dict[str, Box] = {}
    y = 14.0 + GAP
    for code in chart.stages:
        lines = _wrapped(words.get(code, code))
        boxes[code] = Box(code, lines, left, y, BOX_WIDTH, 2 * PAD + LINE * len(lines), code in seen)
        y += boxes[code].height + GAP
    start = (left + BOX_WIDTH / 2, 10.0)
    pointed = set(own)
    made = Drawing(left + BOX_WIDTH + 10 + LANE * _count(forward, lanes) + EDGE_MARGIN, y - GAP + EDGE_MARGIN, start, list(boxes.values()))
    ports = _ports(chart.edges, rank)
    for edge in chart.edges:
        path, at = _route(edge, boxes, start, lanes.get(edge.number), rank, ports)
        made.arrows.append(Arrow(edge, path, *at, is_own=bool(pointed & set(edge.acts))))
    return made


def _count(edges: Sequence[Edge], lanes: dict[int, int]) -> int:
    return max((lanes[e.number] + 1 for e in edges), default=0)


def _lanes(edges: Sequence[Edge], rank: dict[str, int]) -> dict[int, int]:
    """A lane for each leap: short leaps innermost; two share a lane when their lengths do not touch."""
    taken: list[list[tuple[int, int]]] = []
    found = {}
    for edge in sorted(edges, key=lambda e: (abs(rank[e.end] - rank[e.start]), rank[e.start])):
        low, high = sorted((rank[edge.start], rank[edge.end]))
        lane = next((at for at, spans in enumerate(taken) if all(high < a or low > b for a, b in spans)), len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append((low, high))
        found[edge.number] = lane
    return found


def _ports(edges: Sequence[Edge], rank: dict[str, int]) -> dict[tuple[int, str], float]:
    """How far from the middle of a box each leap leaves or reaches it, so that no two meet: a share of its height, -0.5 to 0.5."""
    sides: dict[tuple[str, bool], list[tuple[float, int, str]]] = {}
    for edge in edges:
        step = rank[edge.end] - rank[edge.start]
        if step == 1:
            continue
        for code, other in ((edge.start, edge.end), (edge.end, edge.start)):
            sides.setdefault((code, step > 1), []).append((rank[other], edge.number, "start" if code == edge.start else "end"))
    found = {}
    for ends in sides.values():
        for at, (_, number, which) in enumerate(sorted(ends), 1):
            found[(number, which)] = at / (len(ends) + 1) - 0.5
    return found


def _route(edge: Edge, boxes: dict[str, Box], start: tuple[float, float], lane: int | None, rank: dict[str, int],
           ports: dict[tuple[int, str], float]) -> tuple[str, tuple[float, float]]:
    """The path of an arrow and the place of its number."""
    end = boxes[edge.end]
    begin = boxes.get(edge.start)
    if lane is None:
        x = end.x + end.width / 2
        top = begin.y + begin.height if begin is not None else start[1] + 5
        return f"M{x:g} {top:g}V{end.y - 1:g}", (x, (top + end.y - 4) / 2)
    y2 = end.middle + ports[(edge.number, "end")] * end.height
    y1 = begin.middle + ports[(edge.number, "start")] * begin.height if begin is not None else start[1]
    is_right = rank[edge.end] > rank[edge.start]
    side = 1 if is_right else -1
    own = end.x + end.width if is_right else end.x
    x1 = own if begin is not None else start[0] + 5
    x = own + side * (10 + LANE * (lane + 0.5))
    down: float = BEND if y2 > y1 else -BEND
    if edge.start == edge.end or abs(y2 - y1) < 2 * BEND:
        down = (y2 - y1) / 2
    path = (f"M{x1:g} {y1:.1f}H{x - side * BEND:g}Q{x:g} {y1:.1f} {x:g} {y1 + down:.1f}"
            f"V{y2 - down:.1f}Q{x:g} {y2:.1f} {x - side * BEND:g} {y2:.1f}H{own + side:g}")
    return path, (x, (y1 + y2) / 2)


def _wrapped(words: str) -> list[str]:
    """Words in lines that fit a box."""
    lines: list[str] = []
    for word in words.split():
        if lines and len(lines[-1]) + 1 + len(word) <= PER_LINE:
            lines[-1] += " " + word
        else:
            lines.append(word if len(word) <= PER_LINE else word[: PER_LINE - 1] + "…")
    return lines[:4] or [""]
