"""The plain structured text of drafts: paragraphs, headings, numbered and unnumbered points, quotations, emphasis, and citations of the law.

It is Markdown without HTML, links, images and code. ``[[irmct:12(3)]]`` cites a provision and leads to the law library.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt
from markdown_it.token import Token

from curule.law.provisions import CitationError, Provision
from curule.lawbook.links import cite, cite_link
from curule.matters.tribunals import libraries

__all__ = ["Block", "Run", "blocks_of", "html_of", "plain", "unknown_citations"]

CITATION = re.compile(r"\[\[([a-z][a-z0-9]*:[^\[\]\s]{1,60})\]\]")
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable(["link", "image", "autolink", "html_inline", "html_block", "reference", "code", "fence",
                                                               "backticks", "entity"])


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look; ``provision`` where it cites one."""

    text: str
    strong: bool = False
    emphasis: bool = False
    provision: str = ""


@dataclass(slots=True)
class Block:
    """One block: ``heading``, ``paragraph``, ``item`` or ``quote``. ``mark`` is the number or the bullet of a point, ``depth`` how far it is set in."""

    kind: str
    depth: int = 0
    mark: str = ""
    runs: list[Run] = field(default_factory=list)


def blocks_of(text: str) -> list[Block]:
    """The blocks of a text."""
    made: list[Block] = []
    lists: list[int | None] = []
    quotes, heading, mark = 0, 0, ""
    for token in _MARKDOWN.parse(text):
        if token.type in ("ordered_list_open", "bullet_list_open"):
            lists.append(int(token.attrGet("start") or 1) - 1 if token.type.startswith("o") else None)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            if lists[-1] is not None:
                lists[-1] += 1
            mark = f"{lists[-1]}." if lists[-1] is not None else "–"
        elif token.type in ("blockquote_open", "blockquote_close"):
            quotes += 1 if token.type.endswith("open") else -1
        elif token.type == "heading_open":
            heading = min(int(token.tag[1]), 3)
        elif token.type == "inline":
            kind = "heading" if heading else "item" if lists else "quote" if quotes else "paragraph"
            made.append(Block(kind, heading or len(lists) or quotes, mark, list(_runs(token))))
            heading, mark = 0, ""
    return made


def _runs(token: Token) -> Iterator[Run]:
    strong = emphasis = 0
    for child in token.children or ():
        if child.type in ("strong_open", "strong_close"):
            strong += 1 if child.type == "strong_open" else -1
        elif child.type in ("em_open", "em_close"):
            emphasis += 1 if child.type == "em_open" else -1
        elif child.type in ("softbreak", "hardbreak"):
            yield Run(" " if child.type == "softbreak" else "\n", bool(strong), bool(emphasis))
        elif child.content:
            at = 0
            for found in CITATION.finditer(child.content):
                if found.start() > at:
                    yield Run(child.content[at:found.start()], bool(strong), bool(emphasis))
                yield Run(found[1], bool(strong), bool(emphasis), found[1])
                at = found.end()
            if at < len(child.content):
                yield Run(child.content[at:], bool(strong), bool(emphasis))


def unknown_citations(text: str) -> list[str]:
    """The citations that no instrument of the law library knows."""
    return sorted({found[1] for found in CITATION.finditer(text) if not _is_known(found[1])})


def _is_known(provision: str) -> bool:
    try:
        Provision.parse(provision)
    except CitationError:
        return False
    return provision.partition(":")[0] in {instrument.code for law in libraries() for instrument in law.pack.instruments}




def html_of(text: str, lang: str) -> SafeString:
    """The text as a page shows it. Everything that was written is escaped."""
    return format_html_join("\n", "{}", ((_shown(block, lang),) for block in blocks_of(text)))


def _shown(block: Block, lang: str) -> SafeString:
    inner = format_html_join("", "{}", ((_run(run, lang),) for run in block.runs))
    if block.kind == "heading":
        return format_html("<h{0}>{1}</h{0}>", max(block.depth, 2), inner)
    if block.kind == "quote":
        return format_html("<blockquote><p>{}</p></blockquote>", inner)
    if block.kind == "item":
        return format_html('<p class="point depth-{}"><span class="mark">{}</span> {}</p>', min(block.depth, 3), block.mark, inner)
    return format_html("<p>{}</p>", inner)


def _run(run: Run, lang: str) -> SafeString:
    if run.text == "\n":
        return format_html("<br>")
    shown = cite_link(run.provision, lang, "long") if run.provision else format_html("{}", run.text)
    if run.emphasis:
        shown = format_html("<em>{}</em>", shown)
    return format_html("<strong>{}</strong>", shown) if run.strong else shown


def plain(run: Run, lang: str) -> str:
    """A run as it is printed: a citation in words."""
    return cite(run.provision, lang, "long") if run.provision else run.text
