"""Pairing: what the numbers of one language leave open, told by the text of the other language beside it.

It is done only in an article where the two languages follow each other strictly, unit by unit, as often in
the one as in the other, and where every number that can be read agrees. Otherwise the texts stay unaligned.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from curule.texts.outline import Node
from curule.texts.readers.cutting import Cut
from curule.texts.readers.numbering import ordinal_of
from curule.texts.units import Evidence
from curule.texts.words import phrase


def distrust_counting(counted: list[Cut], other: list[Cut]) -> None:
    """Take back the places that were only counted where the other language beside the text says otherwise.

    One paragraph lost and another added leave the count as it was and put every text between them one place
    too far. Where the two languages follow each other, the unit of the other language just before or just
    after a counted paragraph must be of that paragraph.
    """
    if not _are_mixed(counted, other):
        return
    known = [cut for cut in other if cut.node is not None]
    starts = [cut.start for cut in known]
    doubtful = False
    for cut in counted:
        if cut.marks and cut.marks[0].tier == 1:
            doubtful = False
        if doubtful and cut.node is not None:
            cut.reason = phrase("follows_unplaced")
            cut.node = cut.evidence = None
        elif cut.node is not None and any(mark.is_lost for mark in cut.marks):
            at = bisect_left(starts, cut.start)
            beside = [each.node for each in known[max(at - 1, 0) : at + 1] if each.node is not None]
            paragraph = _paragraph_of(cut.node)
            if beside and not any(_paragraph_of(node) is paragraph for node in beside):
                others = ", ".join(dict.fromkeys(node.provision for node in beside))
                cut.reason = phrase("beside", provision=cut.node.provision, others=others)
                cut.node = cut.evidence = None
                doubtful = True


def _are_mixed(one: list[Cut], other: list[Cut]) -> bool:
    """Whether the languages follow each other in an article; not one as a block behind the other."""
    return bool(one and other) and one[0].start < other[-1].start and other[0].start < one[-1].start


def _paragraph_of(node: Node) -> Node:
    """The paragraph of the article, of its highest tier, in which a place is."""
    while node.parent is not None and node.parent.path:
        node = node.parent
    return node


def pair(first: list[Cut], second: list[Cut]) -> bool:
    """Give the unplaced cuts of `second` the places of those of `first` beside them; tell whether it did."""
    if all(cut.node is not None for cut in second) or any(cut.node is None for cut in first):
        return False
    one, other = [c for c in first if not c.deleted], [c for c in second if not c.deleted]
    if len(one) != len(other) or not _alternate(one, other):
        return False
    pairs = list(zip(one, other, strict=True))
    if not all(_agree(a, b) for a, b in pairs):
        return False
    for a, b in pairs:
        if b.node is None:
            b.node, b.evidence, b.reason = a.node, Evidence.PAIRED, None
    return True


def _alternate(one: list[Cut], other: list[Cut]) -> bool:
    """Whether each unit of the one comes directly before (or each directly after) its unit of the other."""
    order = sorted([(cut.start, 0) for cut in one] + [(cut.start, 1) for cut in other])
    languages = [language for _, language in order]
    return all(a != b for a, b in pairwise(languages))


def _agree(known: Cut, open_cut: Cut) -> bool:
    node = known.node
    if node is None:
        return False
    if open_cut.node is not None:
        return open_cut.node is node
    if not open_cut.marks:
        return not known.marks or node.label[:1].isdigit()
    mark = open_cut.marks[-1]
    return mark.is_lost or (bool(known.marks) and bool(node.path) and ordinal_of(node) == mark.value)
