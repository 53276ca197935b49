"""Electronic signatures of PDFs (PAdES baseline B-B): made with a person's key, and verified.

A signature is an increment: the bytes before it stay as they were, and a later signature covers the earlier ones. Keys come from PKCS#12 or PEM
files outside the database; they are read when somebody signs and forgotten afterwards.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from asn1crypto import pem
from asn1crypto import x509 as asn1_x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from curule.law.words import T, Text, long_date
from curule.pages import fonts
from curule.pages.opening import Unreadable

__all__ = ["FoundSignature", "KeyRefused", "Signatory", "Signer", "load_signer", "roots_in", "sign", "verify"]

_Made = TypeVar("_Made")

BLOCK = (230, 62)
"""Width and height of the visible block, in points."""
ROOM, HEIGHT = BLOCK[0] - 12, 22
"""The width of its lines, and the height of the name's place."""
SIGNED = T("Electronically signed by", "Signé électroniquement par")

Signer = signers.SimpleSigner


class KeyRefused(Exception):
    """The key cannot be used: it is not there, cannot be read, or the passphrase is wrong. ``says`` never tells which passphrase was tried."""

    def __init__(self, says: Text) -> None:
        super().__init__(says.en)
        self.says = says


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs, as the visible block says it."""

    name: str
    office: Text
    on: date


@dataclass(frozen=True, slots=True)
class FoundSignature:
    """One signature of a file, as it stands now.

    ``intact``: the bytes it covers are those that were signed. ``whole``: it covers the whole file; otherwise ``changes_after`` tells of the later
    increments: ``none``, ``signatures`` (further signatures and nothing else) or ``other``. ``trusted``: its certificate leads to one of the roots.
    ``certificate`` and ``issuer`` are whom the certificate names, and who issued it.
    """

    name: str
    office: str
    at: datetime | None
    intact: bool
    whole: bool
    changes_after: str
    trusted: bool
    certificate: str = ""
    issuer: str = ""

    @property
    def holds(self) -> bool:
        """Whether the reader may rely on it."""
        return self.intact and self.trusted and self.changes_after in ("none", "signatures")


def load_signer(path: Path, passphrase: str = "") -> Signer:
    """The key and certificates of a PKCS#12 file (``.p12``, ``.pfx``), or of a PEM file that holds the key, the certificate and its chain.

    :raises KeyRefused: there is none, or it does not open.
    """
    secret = passphrase.encode() or None
    try:
        if path.suffix in (".p12", ".pfx"):
            found: Signer | None = signers.SimpleSigner.load_pkcs12(  # type: ignore[no-untyped-call]
                str(path), passphrase=secret)
        else:
            found = signers.SimpleSigner.load(str(path), str(path), key_passphrase=secret)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError, KeyError):
        found = None
    if found is None:
        raise KeyRefused(T("the signing key does not open: check the passphrase, or ask for a key to be installed",
                           "la clé de signature ne s’ouvre pas : vérifiez la phrase secrète ou demandez l’installation d’une clé"))
    return found


def roots_in(folder: Path) -> list[Any]:
    """The certificates of the authorities that are trusted: every ``*.pem`` of a folder."""
    found = []
    for path in sorted(folder.glob("*.pem")) if folder.is_dir() else ():
        for _kind, _headers, body in pem.unarmor(path.read_bytes(), multiple=True):
            found.append(asn1_x509.Certificate.load(body))
    return found


def sign(data: bytes, signer: Signer, who: Signatory, *, place: int = 0, page: int = -1, name: str = "") -> bytes:
    """The PDF with a signature and its visible block. ``place`` counts the blocks on the page (the first is 0, -1 the last) from the lower left, two in
    a row; ``name`` is that of the field, of which there is one of each in a file.

    :raises Unreadable: the PDF cannot be signed.
    """
    field = name or f"Signature{place + 1}"
    x, y = 62 + (place % 2) * (BLOCK[0] + 12), 56 + (place // 2) * (BLOCK[1] + 8)
    meta = signers.PdfSignatureMetadata(field_name=field, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES,
                                        name=who.name, reason=_reason(who.office))
    spec = fields.SigFieldSpec(field, on_page=page, box=(x, y, x + BLOCK[0], y + BLOCK[1]))
    into = io.BytesIO()
    with tempfile.NamedTemporaryFile(suffix=".pdf") as block:
        block.write(_block(who))
        block.flush()
        try:
            writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
            look = StaticStampStyle.from_pdf_file(block.name, border_width=0)
            signing = signers.PdfSigner(meta, signer, stamp_style=look, new_field_spec=spec)
            _apart(lambda: signing.sign_pdf(writer, output=into))
        except Exception as fault:
            raise Unreadable(T("this PDF cannot be signed; make it anew", "ce PDF ne peut être signé ; produisez-le de nouveau")) from fault
    return into.getvalue()


def _reason(office: Text) -> str:
    return office.en if office.en == office.fr else f"{office.en} / {office.fr}"


def _apart(do: Callable[[], _Made]) -> _Made:
    """Do it in a thread of its own: the library runs an event loop, and the thread of an asynchronous server has one already."""
    with ThreadPoolExecutor(max_workers=1) as alone:
        return alone.submit(do).result()


def _block(who: Signatory) -> bytes:
    """The visible block: name, office and day in English and French, in embedded letters."""
    fonts.ready()
    into = io.BytesIO()
    canvas = Canvas(into, pagesize=BLOCK, initialFontName=fonts.TEXT, invariant=1)
    canvas.setLineWidth(0.6)
    canvas.rect(0.5, 0.5, BLOCK[0] - 1, BLOCK[1] - 1)
    _line(canvas, f"{SIGNED.en} / {SIGNED.fr}", fonts.ITALIC, 6.5, BLOCK[1] - 11)
    _name(canvas, who.name)
    _line(canvas, f"{who.office.en} / {who.office.fr}", fonts.TEXT, 7.5, 18)
    _line(canvas, f"{long_date(who.on, 'en')} / {long_date(who.on, 'fr')}", fonts.TEXT, 7.5, 7.5)
    canvas.save()
    return into.getvalue()


def _line(canvas: Canvas, text: str, face: str, size: float, y: float) -> None:
    """One line, in smaller letters where it is too long."""
    size = min(size, size * ROOM / max(pdfmetrics.stringWidth(text, face, size), 1))
    canvas.setFont(face, size)
    canvas.drawString(6, y, text)


def _name(canvas: Canvas, name: str) -> None:
    """The name between the other lines: in as large letters as it fits in, on several lines where it is long."""
    for size in (10, 9, 8, 7, 6, 5, 4):
        shown = Paragraph(fonts.mixed(name, fonts.BOLD), ParagraphStyle("name", fontName=fonts.BOLD, fontSize=size, leading=size * 1.15))
        _width, height = shown.wrap(ROOM, HEIGHT)
        if height <= HEIGHT:
            break
    shown.drawOn(canvas, 6, 27 + (HEIGHT - height) / 2)


def verify(data: bytes, roots: Sequence[Any], at: datetime | None = None) -> list[FoundSignature]:
    """Every signature of a PDF, oldest first, against the certificates that are trusted here. ``at``: as at that moment.

    :raises Unreadable: the file cannot be read as a PDF with signatures.
    """
    try:
        reader = PdfFileReader(io.BytesIO(data), strict=False)
        embedded = list(reader.embedded_signatures)
    except Exception as fault:
        raise Unreadable(T("the signatures of this file cannot be read", "les signatures de ce fichier sont illisibles")) from fault
    found = [_judged(one, roots, at) for one in embedded]
    if found and not found[-1].whole:
        # Nobody signed last what stands at the end of the file: however small, it is a change after every signature.
        found = [replace(one, changes_after="other") for one in found]
    return found


def _judged(one: Any, roots: Sequence[Any], at: datetime | None) -> FoundSignature:
    told = one.sig_object
    name, office = str(told.get("/Name", "")), str(told.get("/Reason", ""))
    try:
        status = _apart(lambda: validate_pdf_signature(one, ValidationContext(trust_roots=list(roots), allow_fetching=False, moment=at)))
    except Exception:
        return FoundSignature(name, office, None, intact=False, whole=False, changes_after="other", trusted=False)
    named = (_named(one.signer_cert.subject), _named(one.signer_cert.issuer))
    whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    return FoundSignature(name or _common_name(one), office, status.signer_reported_dt, intact=bool(status.intact and status.valid), whole=whole,
                          changes_after="none" if whole else "signatures" if _only_signed_further(status) else "other", trusted=bool(status.trusted),
                          certificate=named[0], issuer=named[1])


def _only_signed_further(status: Any) -> bool:
    """Whether all that came after is what signing adds (fields, their looks, validation data)."""
    level = status.modification_level
    return status.coverage == SignatureCoverageLevel.ENTIRE_REVISION and level is not None and level.name in ("NONE", "LTA_UPDATES", "FORM_FILLING") \
        and status.docmdp_ok is not False


def _named(name: Any) -> str:
    """A name of a certificate in words: its parts from the person to the organisation."""
    return ", ".join(str(part) for part in name.native.values())


def _common_name(one: Any) -> str:
    return str(one.signer_cert.subject.native.get("common_name", ""))
