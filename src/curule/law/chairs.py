"""Chairs: the offices that persons hold in a tribunal, and what each lets its holder do and read."""

from __future__ import annotations

from collections.abc import Sequence

from curule.law.words import T

__all__ = ["Chair"]


class Chair:
    """An office that a person holds under a statute ("Registrar", "counsel for the Defence").

    ``part`` is the part of the tribunal whose common files its holder reads (``chambers``, ``prosecutor``, ``registry`` ...); who stands
    outside the tribunal's organs (counsel, a State's authority, a reader) has none, so that nothing can be addressed to "all counsel" by
    a slip. ``acts_for``: the organs for which the holder may enter acts. ``bound``: it serves in the matters that are named with it and in
    no other. ``needs_matter``: it cannot be held without naming one. ``sits``: its cases are those on whose benches the holder sits.
    ``keeps_texts``: it looks after the official texts of the law library.
    """

    __slots__ = ("code", "name", "part", "acts_for", "bound", "needs_matter", "sits", "keeps_texts")

    def __init__(self, code: str, en: str, fr: str, acts_for: Sequence[str] = (), *, part: str = "", bound: bool = False, needs_matter: bool = False,
                 sits: bool = False, keeps_texts: bool = False) -> None:
        self.code = code
        self.name = T(en, fr)
        self.part = part
        self.acts_for = tuple(acts_for)
        self.bound = bound or needs_matter
        self.needs_matter = needs_matter
        self.sits = sits
        self.keeps_texts = keeps_texts

    def __repr__(self) -> str:
        return self.code
