"""Resolution 1966 (2010): the operative paragraphs and the preamble of the Statute."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
