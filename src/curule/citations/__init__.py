"""Finds what a text of an international criminal court cites: provisions, cases, filings, documents of the United Nations, paragraphs.

Running text in English, French or Chinese goes in; spans with normalised keys come out. The module needs the standard library and
:mod:`curule.law` alone, holds no state and takes time proportional to the text.

>>> [c.keys for c in find("See article 61(7)(b) of the Rome Statute and ICC-01/04-01/06-3121, para. 45.")]
[('rome:61(7)(b)',), ('ICC-01/04-01/06-3121',), ('ICC-01/04-01/06-3121#45',)]
"""

from curule.citations.courts import COURTS, Court
from curule.citations.finding import find
from curule.citations.keys import index_keys, query_keys
from curule.citations.model import Citation, Kind

__all__ = ["COURTS", "Citation", "Court", "Kind", "find", "index_keys", "query_keys"]
