"""Placing the cuts of an article in the table of provisions, by their numbers or by their position."""

from __future__ import annotations

from collections.abc import Iterator

from curule.texts.matching import Match, match_numbers
from curule.texts.outline import Layout, Node
from curule.texts.readers.cutting import Cut, rejoin
from curule.texts.readers.numbering import Mark, may_be, tier_offset
from curule.texts.readers.pieces import ENGLISH
from curule.texts.units import Evidence
from curule.texts.words import phrase


def place_cuts(text: str, cuts: list[Cut], root: Node, layout: Layout | None, lost: str = "") -> list[Cut]:
    """Give each cut of one language its node, or its reason.

    `layout` None: closing texts are not known. `lost`: the article that should come next and was not found; what
    follows the last number may be its text.
    """
    nodes = list(root.descendants())
    matches = _match(cuts, root, nodes)
    cuts = rejoin(text, cuts, {mark.start for mark, match in matches if match.place is None and not match.open})
    found = {mark.start: nodes[match.place] for mark, match in matches if match.place is not None}
    sound = {node.provision for node in found.values()}
    ambiguous = {mark.start for mark, match in matches if match.open}
    counted = any(mark.is_lost for mark, _ in matches)
    for cut in cuts:
        if cut.marks:
            _place_numbered(cut, found, sound, ambiguous)
            if cut.node is not None:
                cut.evidence = Evidence.COUNTED if counted and cut.marks[0].is_counted else Evidence.PRINTED
    _place_unnumbered(cuts, root, nodes, layout)
    if lost:
        _doubt_the_end(cuts, lost)
    return cuts


def _match(cuts: list[Cut], root: Node, nodes: list[Node]) -> list[tuple[Mark, Match]]:
    marks = [mark for cut in cuts for mark in cut.marks]
    offset = 0 if not cuts or cuts[0].language == ENGLISH else tier_offset(marks, root)
    matches = match_numbers(len(marks), len(nodes), lambda i, j: may_be(marks[i], nodes[j], offset))
    return list(zip(marks, matches, strict=True))


def _place_numbered(cut: Cut, found: dict[int, Node], sound: set[str], ambiguous: set[int]) -> None:
    mark = cut.marks[-1]
    node = found.get(mark.start)
    printed = mark.value or "()"
    if any(each.start in ambiguous for each in cut.marks):
        cut.reason = phrase("ambiguous", number=printed)
    elif node is None:
        cut.reason = phrase("no_number", number=printed)
    elif any(above.provision not in sound for above in _ancestors(node)):
        above = next(above for above in _ancestors(node) if above.provision not in sound)
        cut.reason = phrase("above_missing", provision=above.provision, number=printed)
    elif not node.listed:
        cut.reason = phrase("not_listed", provision=node.provision)
    else:
        cut.node = node


def _ancestors(node: Node) -> Iterator[Node]:
    """The numbered places above a place."""
    above = node.parent
    while above is not None and above.path:
        yield above
        above = above.parent


def _place_unnumbered(cuts: list[Cut], root: Node, nodes: list[Node], layout: Layout | None) -> None:
    """Place what has no number after the numbered text that it follows, if nothing else is possible."""
    order = {node.provision: index for index, node in enumerate(nodes)}
    current: Node | None = root
    last = -1
    ends = _ends(cuts, order)
    for index, cut in enumerate(cuts):
        if cut.marks:
            current = cut.node
            last = last if cut.node is None else order[cut.node.provision]
            continue
        if current is None:
            cut.reason = phrase("follows_unplaced")
            continue
        end = ends[index]
        missing = next((node for node in nodes[last + 1 : end] if node.listed), None)
        owner = _owner_of(current, layout)
        if missing is not None:
            cut.reason = phrase("may_be", provision=missing.provision)
        elif owner is None:
            cut.reason = phrase("closing", provision=current.provision)
        elif not owner.listed:
            cut.reason = phrase("before_first_number")
        else:
            cut.node, cut.evidence, current = owner, Evidence.POSITION, owner


def _ends(cuts: list[Cut], order: dict[str, int]) -> list[int]:
    """For each cut, the index of the first numbered place after it."""
    ends, end = [], len(order)
    for cut in reversed(cuts):
        ends.append(end)
        if cut.marks and cut.node is not None:
            end = order[cut.node.provision]
    return ends[::-1]


def _doubt_the_end(cuts: list[Cut], lost: str) -> None:
    """Take back the places of what may belong to the next article, whose heading was lost.

    That is what follows the last number, and all that follows the first number that fits nowhere.
    """
    numbered = [index for index, cut in enumerate(cuts) if cut.marks]
    strange = next((index for index in numbered if cuts[index].node is None), len(cuts))
    last = max((index for index in numbered if index < strange), default=0)
    for cut in cuts[last + 1 :]:
        if cut.node is not None or not cut.marks:
            cut.node, cut.evidence, cut.reason = None, None, phrase("may_be", provision=lost)


def _owner_of(current: Node, layout: Layout | None) -> Node | None:
    """Which provision an unnumbered text after `current` belongs to; None if that cannot be told.

    It belongs to `current` unless `current` ends a list: then it may close the list, which only the facts
    of the layout tell.
    """
    if not current.path:
        return current
    candidates = [current]
    node = current
    while node.is_last and node.parent is not None and node.parent.path:
        node = node.parent
        candidates.append(node)
    if node.is_last and node.parent is not None and node.parent.listed:
        candidates.append(node.parent)
    if len(candidates) == 1:
        return current
    if layout is None:
        return None
    closed = [node for node in candidates[1:] if node.provision in layout.closing]
    if len(closed) > 1:
        return None
    return closed[0] if closed else current
