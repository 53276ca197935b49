"""Matrices and boxes of a page, and which of them meet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from curule.pages.redaction.marks import Box

__all__ = ["IDENTITY", "Matrix", "around", "inside", "inverse", "mapped", "meets", "outside_of", "times"]

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
FAR = 1e6


def times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies ``first`` and then ``then``."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def mapped(matrix: Matrix, x: float, y: float) -> Point:
    """A point through a matrix."""
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def inverse(matrix: Matrix) -> Matrix | None:
    """The matrix that undoes another; nothing where it flattens the plane."""
    a, b, c, d, e, f = matrix
    det = a * d - b * c
    if abs(det) < 1e-12:
        return None
    return (d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det)


def around(points: Iterable[Point]) -> Box:
    """The box around points."""
    listed = list(points)
    xs, ys = [x for x, _ in listed], [y for _, y in listed]
    return (min(xs), min(ys), max(xs), max(ys))


def meets(one: Box, other: Box) -> bool:
    """Whether two boxes have some surface in common, or a line of one runs through the other."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def inside(point: Point, boxes: Sequence[Box]) -> bool:
    """Whether a point lies in one of the boxes."""
    x, y = point
    return any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in boxes)


def outside_of(box: Box, margin: float = 1.5) -> list[Box]:
    """Four boxes that are all of the plane but a box, which is a little enlarged so that rounding at its edge removes nothing."""
    x0, y0, x1, y1 = box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin
    return [(-FAR, -FAR, x0, FAR), (x1, -FAR, FAR, FAR), (x0, -FAR, x1, y0), (x0, y1, x1, FAR)]
