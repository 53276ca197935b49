"""Pairing: what the numbers of one language leave open, told by the text of the other language beside it.

It is done only in an article where the two languages follow each other strictly, unit by unit, as often in
the one as in the other, and where every number that can be read agrees. Otherwise the texts stay unaligned.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import pairwise

from curule.texts.outline import Node
from curule.texts.readers.cutting import Cut
from curule.texts.readers.numbering import ordinal_of
from curule.texts.units import Evidence
from curule.texts.words import phrase


def distrust(texts: dict[str, list[Cut]], others: dict[str, list[Cut]], line_at: Callable[[int], int]) -> None:
    """Take back places that the other language beside the text contradicts. Both are cuts by article.

    One paragraph lost and another added leave the count as it was and put every text between them one place too
    far; a lost heading lends its letters to the article before. Where the two languages follow each other, the
    line of the other language just before or just after a text must be of the same paragraph, unless the text
    itself prints the number of its paragraph.
    """
    if not _follow_each_other(texts, others):
        return
    beside = _Beside(others, line_at)
    for label, cuts in texts.items():
        if others.get(label):
            _distrust_article(label, cuts, beside)


def _distrust_article(label: str, cuts: list[Cut], beside: _Beside) -> None:
    doubtful = counted = False
    for cut in cuts:
        if cut.marks:
            doubtful, counted = False, cut.evidence is Evidence.COUNTED
        if cut.node is None or (cut.marks and _prints_paragraph(cut)):
            continue
        against = beside.contradiction_to(cut, label, strictly=counted or bool(cut.marks))
        if against:
            doubtful = True
            names = ", ".join(dict.fromkeys(against))
            cut.reason = phrase("beside", provision=cut.node.provision, others=names)
            cut.node = cut.evidence = None
        elif doubtful:
            cut.reason = phrase("follows_unplaced")
            cut.node = cut.evidence = None


class _Beside:
    """The places of one language by line, to be asked from the other."""

    def __init__(self, cuts: dict[str, list[Cut]], line_at: Callable[[int], int]) -> None:
        self.line_at = line_at
        self.by_line: dict[int, list[tuple[str, Node | None]]] = {}
        every = [(cut.start, label, cut.node) for label, own in cuts.items() for cut in own]
        for start, label, node in sorted(every, key=lambda each: each[0]):
            self.by_line.setdefault(line_at(start), []).append((label, node))
        self.lines = list(self.by_line)

    def contradiction_to(self, cut: Cut, article: str, *, strictly: bool) -> list[str]:
        """The places in the lines before and after a text, if none of them is where it should be.

        `strictly`: in the same paragraph, not only in the same article. A line of the same article with a text
        whose place is not known contradicts nothing.
        """
        line = self.line_at(cut.start)
        before, after = bisect_left(self.lines, line), bisect_right(self.lines, line)
        near = {*self.lines[max(before - 1, 0) : before], *self.lines[before : after + 1]}
        places = [place for each in sorted(near) for place in self.by_line[each]]
        own = [node for label, node in places if label == article]
        if own and (not strictly or None in own or any(node is not None and _is_beside(cut, node) for node in own)):
            return []
        return [node.provision if node is not None else label for label, node in places]


def _prints_paragraph(cut: Cut) -> bool:
    """Whether the figure of the paragraph stands before the text."""
    mark = cut.marks[0]
    if mark.tier == 1 and not mark.is_lost:
        return cut.node is not None and _lineage(cut.node)[1].label[0].isdigit()
    return mark.form == "number"


def _is_beside(cut: Cut, node: Node) -> bool:
    """Whether a place of the other language is where it should be: in the paragraph that is claimed.

    In an article without numbered paragraphs it is enough that both are of the article, unless a lost figure was
    counted.
    """
    if cut.node is None:
        return False
    own, other = _lineage(cut.node), _lineage(node)
    if own[0] is not other[0]:
        return False
    numbered = len(own) > 1 and own[1].label[0].isdigit()
    counted = any(mark.is_lost for mark in cut.marks[:1])
    return own[1:2] == other[1:2] if numbered or counted else True


def _lineage(node: Node) -> list[Node]:
    """The article, the paragraph and so on down to a place."""
    line = [node]
    while line[-1].parent is not None:
        line.append(line[-1].parent)
    return line[::-1]


def _follow_each_other(texts: dict[str, list[Cut]], others: dict[str, list[Cut]]) -> bool:
    """Whether the file changes language text by text, not article by article or part by part."""
    every = [(cut.start, 0) for own in texts.values() for cut in own]
    every += [(cut.start, 1) for own in others.values() for cut in own]
    changes = sum(a[1] != b[1] for a, b in pairwise(sorted(every)))
    return 2 * changes > len(every)


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
    if node is None or (open_cut.reason is not None and open_cut.reason.code == "beside"):
        return False
    if open_cut.node is not None:
        return open_cut.node is node
    if not open_cut.marks:
        return not known.marks or node.label[:1].isdigit()
    mark = open_cut.marks[-1]
    return mark.is_lost or (bool(known.marks) and bool(node.path) and ordinal_of(node) == mark.value)
