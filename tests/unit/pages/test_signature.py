"""Signatures of PDFs: made, verified, tampered with."""

from __future__ import annotations

import io
from datetime import date

import pikepdf
import pytest
from pyhanko.pdf_utils.generic import NumberObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from tests.unit.pages.papers import paper, texts

from curule.law.words import T
from curule.pages.opening import Unreadable
from curule.pages.signature import KeyRefused, Signatory, load_signer, roots_in, sign, verify
from curule.pages.stamp import Stamp, stamped
from curule.pages.throwaway import MARK, ThrowawayAuthority

JUDGE = Signatory("Judge Čedomir Exemplaire", T("Presiding Judge", "Juge président"), date(2026, 2, 14))


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    """A folder with a throw-away authority's root and two keys."""
    folder = tmp_path_factory.mktemp("keys")
    authority = ThrowawayAuthority()
    authority.write_root(folder / "roots")
    for name in ("one", "two"):
        authority.write_key(folder / f"{name}.p12", f"Judge {name}", "only for tests")
    return folder


@pytest.fixture(scope="module")
def signed(keys):
    """A PDF that one judge signed."""
    return sign(paper("A decision", font="DejaVuSerif"), load_signer(keys / "one.p12", "only for tests"), JUDGE)


def test_a_signed_file_holds_and_says_who_signed(signed, keys):
    """The signature is intact, covers the whole file, leads to the root, and its block says name, office and day in both languages."""
    (found,) = verify(signed, roots_in(keys / "roots"))
    assert found.holds
    assert found.whole
    assert (found.name, found.office, found.changes_after) == (JUDGE.name, "Presiding Judge / Juge président", "none")
    assert found.at is not None


def test_the_visible_block_shows_name_office_and_day(signed):
    """What is printed on the page has name, office and day in English and French, in letters that are embedded."""
    with pikepdf.Pdf.open(io.BytesIO(signed)) as pdf:
        pdf.flatten_annotations("all")
        into = io.BytesIO()
        pdf.save(into)
    text = texts(into.getvalue())[0]
    assert all(words in text for words in (JUDGE.name, "Presiding Judge / Juge président", "14 February 2026 / 14 février 2026"))


def test_a_changed_byte_breaks_the_signature(signed, keys):
    """Any change of the bytes that were signed is found, wherever it is."""
    with pikepdf.Pdf.open(io.BytesIO(signed)) as pdf:
        one, length, two, rest = (int(n) for n in pdf.Root.AcroForm.Fields[0].V.ByteRange)
    assert two + rest == len(signed)
    places = [*range(one, one + length, length // 30), *range(two, two + rest, rest // 10)]
    for place in places:
        broken = bytearray(signed)
        broken[place] ^= 1
        try:
            found = verify(bytes(broken), roots_in(keys / "roots"))
        except Unreadable:
            continue
        assert not any(one.holds for one in found)


def test_what_is_added_later_is_reported(signed, keys):
    """An increment that changes a page after the signature is no longer held by it, though the signed bytes are intact."""
    writer = IncrementalPdfFileWriter(io.BytesIO(signed), strict=False)
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page["/Rotate"] = NumberObject(180)
    writer.update_container(page)
    into = io.BytesIO()
    writer.write(into)
    (found,) = verify(into.getvalue(), roots_in(keys / "roots"))
    assert found.intact
    assert not found.whole
    assert found.changes_after == "other"
    assert not found.holds


def test_bytes_behind_the_end_are_reported(signed, keys):
    """A file with something behind its end is not covered as a whole."""
    (found,) = verify(signed + b"\n% behind\n", roots_in(keys / "roots"))
    assert not found.whole
    assert not found.holds


def test_a_second_judge_signs_after_the_first(signed, keys):
    """Both signatures hold; the first tells that another signature came after it."""
    both = sign(signed, load_signer(keys / "two.p12", "only for tests"), Signatory("Judge Two", T("Judge", "Juge"), date(2026, 2, 15)), place=1)
    first, second = verify(both, roots_in(keys / "roots"))
    assert first.holds
    assert second.holds
    assert (first.changes_after, second.changes_after) == ("signatures", "none")


def test_another_authority_is_not_trusted(signed, keys, tmp_path):
    """A certificate that leads to no configured root is intact and not trusted; without roots nothing is trusted."""
    ThrowawayAuthority("another").write_root(tmp_path)
    assert [one.trusted for roots in (roots_in(tmp_path), []) for one in verify(signed, roots)] == [False, False]


def test_a_key_needs_its_passphrase_and_is_never_guessed(keys, tmp_path):
    """A wrong passphrase, a file that is no key and no file are refused with what to do, in both languages."""
    (tmp_path / "no.p12").write_bytes(b"nothing")
    for path, passphrase in ((keys / "one.p12", "wrong"), (tmp_path / "no.p12", "x"), (tmp_path / "missing.pem", "")):
        with pytest.raises(KeyRefused) as caught:
            load_signer(path, passphrase)
        assert caught.value.says.fr


def test_throwaway_certificates_say_what_they_are(keys):
    """Whoever looks at a certificate of the demonstration reads that it is none."""
    assert roots_in(keys / "roots")[0].subject.native["organizational_unit_name"] == MARK
    assert load_signer(keys / "one.p12", "only for tests").signing_cert.subject.native["organizational_unit_name"] == MARK


def test_what_is_no_pdf_is_neither_signed_nor_verified(keys):
    """Nonsense is refused in both directions, and a file without signatures has none."""
    with pytest.raises(Unreadable):
        sign(b"nonsense", load_signer(keys / "one.p12", "only for tests"), JUDGE)
    with pytest.raises(Unreadable):
        verify(b"nonsense", [])
    assert verify(paper("x"), []) == []


def test_the_stamped_copy_of_a_signed_file_claims_no_signature(signed):
    """The stamp is put on a copy; the copy has no signature to be broken, the original keeps its own."""
    copy = stamped(signed, Stamp("N 1", "", ""))
    assert copy.was_signed
    assert verify(copy.data, []) == []


def test_signing_works_where_an_event_loop_runs(keys):
    """In the thread of an asynchronous server, which runs an event loop, a file is signed and verified as elsewhere."""
    import asyncio
    from concurrent.futures import ThreadPoolExecutor

    async def serve():
        made = sign(paper("A decision", font="DejaVuSerif"), load_signer(keys / "one.p12", "only for tests"), JUDGE)
        return verify(made, roots_in(keys / "roots"))

    # A thread of its own: the tests of the browser leave a loop in this one.
    with ThreadPoolExecutor(max_workers=1) as server:
        (found,) = server.submit(lambda: asyncio.run(serve())).result()
    assert found.holds
