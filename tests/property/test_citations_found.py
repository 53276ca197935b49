"""Laws of the citation extractor: whatever Curule prints is found again in running text, whole and with its key."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from curule.citations import find, index_keys, query_keys
from curule.law.library import Library
from curule.law.provisions import Provision
from curule.statutes import load_pack

PROVISIONS = sorted({rule.provision for pack in ("rome", "mechanism") for rule in Library(load_pack(pack)).rules.values() if "preamble" not in rule.provision})
"""Preambles have no numbers and are not looked for."""
COURT_OF = {"rome": "rome", "irmct": "mechanism"}
AROUND = st.sampled_from((("", ""),
                          ("See ", "."), ("The Chamber recalls that (", ") applies"), ("Vu l'", ", la Chambre décide"), ("Considering ", "; and noting")))


@given(st.sampled_from(PROVISIONS), st.sampled_from(("en", "fr")), st.sampled_from(("long", "short", "full")), AROUND)
def test_a_printed_citation_is_found_again(provision: str, lang: str, form: str, around: tuple[str, str]) -> None:
    """In both languages and all forms the citation of a provision is found with that provision's key."""
    found = Provision.parse(provision)
    text = around[0] + found.cite(lang, form) + around[1]
    assert provision in [key for c in find(text, COURT_OF[found.instrument]) for key in c.keys]


numbers = st.integers(1, 99).map(lambda n: f"{n:02}")
icc = st.builds(lambda a, b, c, d, n, s: f"ICC-{a}/{b}-{c}/{d}-{n}{s}", numbers, numbers, numbers, numbers, st.integers(1, 9999),
                st.sampled_from(("", "-Red", "-Red2", "-tENG", "-Conf", "-Conf-Exp-Anx1", "-Corr-tFRA", "-Anx12", "-Conf-Red3")))
residual = st.builds(lambda court, a, b, s: f"{court}-{a}-{b}{s}", st.sampled_from(("MICT", "IT", "ICTR")), numbers, st.integers(1, 130),
                     st.sampled_from(("", "-A", "-T", "-I", "-R90", "-PT", "-ES.1", "-AR72.2", "/1-T", "/18-AR73")))
united = st.builds(lambda s, n, m: f"{s}/{n}/{m}", st.sampled_from(("A", "S", "A/RES")), numbers, st.integers(1, 999))


@given(st.lists(icc | residual | united, min_size=1, max_size=6), st.sampled_from((", ", "; see also ", " and ", "\n")))
def test_references_are_found_as_they_are_written(references: list[str], between: str) -> None:
    """Every reference of a list is found, in order, as its own key; asked for by itself it means the same key."""
    assert [key for c in find(between.join(references)) for key in c.keys] == references
    assert all(query_keys(reference) == (reference,) for reference in references)


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    """Spans of any text lie in it, in order; every key can be indexed."""
    found = find(text)
    assert all(text[c.start:c.end] == c.text and c.keys for c in found)
    assert all(key in index_keys(key) for c in found for key in c.keys)


@given(st.sampled_from(PROVISIONS))
def test_the_key_of_a_provision_is_its_id(provision: str) -> None:
    """A question that gives an id means that provision."""
    assert query_keys(provision) == (provision,)
