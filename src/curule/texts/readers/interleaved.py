"""Reader of an instrument printed article by article, in one language or in two that follow each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from curule.texts import chinese
from curule.texts.outline import Layout, Outline
from curule.texts.readers.cutting import Cut, cut_article
from curule.texts.readers.deriving import derive_outline
from curule.texts.readers.dividing import Article, Division, divide, heading_unit
from curule.texts.readers.pairing import distrust, pair
from curule.texts.readers.pieces import CHINESE, ENGLISH, Piece, pieces_of
from curule.texts.readers.placing import place_cuts
from curule.texts.source import Source
from curule.texts.units import Evidence, Kind, Placement, Span, Unit, furniture
from curule.texts.words import phrase


def read_interleaved(source: Source, instrument: str, outline: Outline | None, layout: Layout | None) -> tuple[list[Placement], Outline]:
    """Every stretch of the source with its place, and the table of provisions that was used.

    Without an `outline` the table is derived from the numbers of the text, English before Chinese. Without a
    `layout` a text that follows the end of a list stays unaligned.
    """
    text = source.text
    pieces = pieces_of(source)
    expected = None if outline is None else [a for a in outline.articles if a != "preamble"]
    divisions = {language: divide(text, pieces, language, expected) for language in (ENGLISH, CHINESE)}
    cuts = {language: {article.label: cut_article(text, article.body) for article in division.articles} for language, division in divisions.items()}
    table = outline if outline is not None else _derive(instrument, divisions, cuts)
    placements: list[Placement] = []
    for language, division in divisions.items():
        placements.extend(_place_frame(text, division, table, language))
    placements.extend(_place_articles(source, cuts, table, layout))
    placements.sort(key=lambda placement: placement.unit.start)
    return placements, table


def _derive(instrument: str, divisions: dict[str, Division], cuts: dict[str, dict[str, list[Cut]]]) -> Outline:
    language = ENGLISH if divisions[ENGLISH].articles else CHINESE
    return derive_outline(instrument, bool(divisions[language].preamble), list(cuts[language].items()))


def _place_articles(source: Source, cuts: dict[str, dict[str, list[Cut]]], table: Outline, layout: Layout | None) -> list[Placement]:
    """Place the cuts of all articles: each language by itself, then each held against the other."""
    text = source.text
    placed: dict[str, dict[str, list[Cut]]] = {}
    for language, own in cuts.items():
        placed[language] = {}
        for label, found in own.items():
            placed[language][label] = _place_article(text, label, found, own, table, layout)
    english, chinese = placed[ENGLISH], placed[CHINESE]
    before = {label: [replace(cut) for cut in own] for label, own in english.items()}
    distrust(english, chinese, source.line_at)
    distrust(chinese, before, source.line_at)
    for label in english.keys() & chinese.keys():
        pair(english[label], chinese[label])
        pair(chinese[label], english[label])
    return [cut.placement(text) for own in placed.values() for found in own.values() for cut in found]


def _place_article(text: str, label: str, found: list[Cut], own: dict[str, list[Cut]], table: Outline, layout: Layout | None) -> list[Cut]:
    root = table.article(label)
    if root is not None:
        return place_cuts(text, found, root, layout, _lost_after(label, own, table))
    for cut in found:
        cut.reason = phrase("no_article", number=label)
    return found


def _lost_after(label: str, own: dict[str, list[Cut]], table: Outline) -> str:
    """The article that comes next in the table, if no heading of it was found in this language."""
    articles = table.articles
    position = articles.index(label) + 1
    if position >= len(articles) or articles[position] in own:
        return ""
    return f"{table.instrument}:{articles[position]}"


def _place_frame(text: str, division: Division, table: Outline, language: str) -> list[Placement]:
    """The preamble, the headings, the furniture, and what stands in no article."""
    placements = list(division.furniture)
    preamble = f"{table.instrument}:preamble"
    for piece in division.preamble:
        unit = _unit(text, piece, language)
        if preamble in table:
            placements.append(Placement(unit, Kind.TEXT, preamble, Evidence.POSITION))
        else:
            placements.append(Placement(unit, Kind.TEXT, reason=phrase("no_preamble")))
    placements.extend(_headings(text, division.articles, table))
    for piece in division.stray:
        placements.append(Placement(_unit(text, piece, language), Kind.TEXT, reason=phrase("outside_articles")))
    return placements


def _headings(text: str, articles: Sequence[Article], table: Outline) -> list[Placement]:
    placements = []
    for article in articles:
        unit = heading_unit(text, article)
        if not unit.text:
            placements.append(furniture(article.language, "bare_article", unit.label, *unit.spans))
            continue
        root = table.article(article.label)
        if root is None:
            reason = phrase("no_article", number=article.label)
            placements.append(Placement(unit, Kind.HEADING, reason=reason))
        else:
            placements.append(Placement(unit, Kind.HEADING, root.provision, Evidence.PRINTED))
    return placements


def _unit(text: str, piece: Piece, language: str) -> Unit:
    printed = text[piece.start : piece.end]
    shown = printed if language == ENGLISH else chinese.without_spaces(printed)
    return Unit(language, "", shown, (Span(piece.start, piece.end),))
