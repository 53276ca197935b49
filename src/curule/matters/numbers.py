"""Numbers of matters: the next one in a tribunal's form, and how a number stands in an address and in the name of a file.

A number may hold slashes, as those of the International Criminal Court do: ``ICC-01/04-01/06`` is the first case of 2006 in the first
situation of 2004. In an address a slash separates, so there the number is written with tildes: ``/matters/ICC-01~04-01~06/``.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection, Mapping
from datetime import date

from django.urls import register_converter
from django.urls.converters import StringConverter

from curule.law.library import Library
from curule.law.words import T, Text
from curule.matters.models import Matter

__all__ = ["MatterNumber", "NumberLacking", "TabName", "in_address", "in_file_name", "next_number"]

PLACE = re.compile(r"\{(\w+)\}")
COUNTER = re.compile(r"\{(n+)\}")


class NumberLacking(ValueError):
    """No number can be given yet; ``says`` tells what must be named first."""

    def __init__(self, says: Text) -> None:
        super().__init__(says.en)
        self.says = says


def in_address(number: str) -> str:
    """A number as it stands in an address.

    >>> in_address("ICC-01/04-01/06")
    'ICC-01~04-01~06'
    """
    return number.replace("/", "~")


def in_file_name(number: str) -> str:
    """A number as it stands in the name of a file.

    >>> in_file_name("ICC-01/04-01/06")
    'ICC-01_04-01_06'
    """
    return number.replace("/", "_")


class MatterNumber:
    """The ``<number:...>`` of an address: gives views the number itself."""

    regex = r"[A-Za-z0-9][A-Za-z0-9._~-]*"

    def to_python(self, written: str) -> str:
        """The number that an address names."""
        return written.replace("~", "/")

    def to_url(self, number: str) -> str:
        """The number in an address."""
        return in_address(number)


class TabName(StringConverter):
    """The ``<tab:...>`` of an address: a word of letters, so that no part of a number written with slashes is taken for one."""

    regex = "[a-z][a-z-]*"


register_converter(MatterNumber, "number")
register_converter(TabName, "tab")


HIDDEN_FROM = 1000
"""Counts from here on are not counted: they are drawn by lot for matters that the public does not know of."""


def next_number(law: Library, kind: str, on: date, links: Mapping[str, Matter], *, hidden: bool = False) -> str:
    """The next number of a kind of matter in the form of its tribunal.

    In the form ``{yy}`` is the year, ``{n}`` the count (``{nn}`` with two digits at least) and ``{situation}`` the number of the linked
    matter of that kind; each count begins anew where the rest of the number differs. A matter that is hidden from the public gets its count by
    lot: the numbers of the others then show no gap, and its own, should it be unsealed, tells of no other.

    :raises NumberLacking: when the form needs a linked matter and there is none.
    """
    declared = law.kind(kind)
    counter = COUNTER.search(declared.number_form)
    width = len(counter[1]) if counter else 1
    head, _, tail = COUNTER.sub("\0", declared.number_form, count=1).partition("\0")
    named = {"yy": f"{on.year % 100:02}", **{k: other.number for k, other in links.items()}}

    def fill(found: re.Match[str]) -> str:
        if found[1] not in named:
            name = law.kind(found[1]).name
            raise NumberLacking(T(f"the number of a {declared.name.en} begins with that of its {name.en}: name the {name.en}, or give a number",
                                  f"le numéro commence par celui d'une autre affaire ({name.fr}) : indiquez-la, ou donnez un numéro"))
        return named[found[1]]

    head, tail = PLACE.sub(fill, head), PLACE.sub(fill, tail)
    alike = Matter.objects.filter(number__startswith=head, number__endswith=tail).values_list("number", flat=True)
    taken = [n.removeprefix(head).removesuffix(tail) for n in alike]
    counts = {int(n) for n in taken if n.isdecimal()}
    if hidden:
        return f"{head}{_by_lot(counts)}{tail}"
    return f"{head}{max((n for n in counts if n < HIDDEN_FROM), default=0) + 1:0{width}}{tail}"


def _by_lot(taken: Collection[int]) -> int:
    while (drawn := HIDDEN_FROM + secrets.randbelow(9 * HIDDEN_FROM)) in taken:
        continue
    return drawn
