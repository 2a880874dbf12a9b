"""Electronic signatures in a PDF: whose they are, and whether anything has changed since. pyHanko reads them.

Who signs adds to the file, so that what was signed is still there, byte by byte. Whether a certificate is to be
trusted is not looked at: that is for whoever knows whose it should be.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.generic import IndirectObject, StreamObject

from whereas.paper.verdict import UnreadableError
from whereas.pdf.positions import is_signature


@dataclass(frozen=True)
class Signed:
    """One signature: its field, whose certificate it was made with, when (as they say), and what is wrong with it."""

    field: str
    by: str
    on: datetime | None
    wrong: str = ""

    def __str__(self) -> str:
        """`Ada Moreau on 15 January 2027`."""
        return f"{self.by} on {self.on.day} {self.on:%B} {self.on.year}" if self.on else f"{self.by}, without a date"


def read_signatures(path: Path) -> tuple[Signed, ...]:
    """The signatures of a PDF, in the order in which they were made; raises UnreadableError."""
    content = path.read_bytes()
    if b"/ByteRange" not in content:
        return ()
    try:
        from pyhanko.pdf_utils.misc import PdfError
        from pyhanko.pdf_utils.reader import PdfFileReader
    except ImportError:
        raise UnreadableError(
            "it is signed, and signatures are read with pyHanko: pip install 'whereas[verify]'"
        ) from None
    try:
        found = PdfFileReader(io.BytesIO(content), strict=False).embedded_signatures
        return tuple(_signed(each, content) for each in found)
    except (PdfError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableError(f"its signatures cannot be read: {error}") from None


def _signed(signature: Any, content: bytes) -> Signed:
    """What one signature says, and what is wrong with it."""
    names = signature.signer_cert.subject.native
    by = names.get("common_name") or names.get("organization_name") or signature.signer_cert.subject.human_friendly
    by = by if isinstance(by, str) else ", ".join(by)
    return Signed(
        signature.field_name, by, signature.self_reported_timestamp, next(_faults(signature, by, content), "")
    )


def _faults(signature: Any, by: str, content: bytes) -> Iterator[str]:
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    if signature.evaluate_signature_coverage() < SignatureCoverageLevel.ENTIRE_REVISION:
        yield f"the signature of {by} does not cover the whole file"
        return
    kind = signature.signed_data["encap_content_info"]["content_type"].native
    if kind == "data":  # a time stamp has a seal of its own
        digest = signature.compute_digest()
        if not all(validate_sig_integrity(signature.signer_info, signature.signer_cert, kind, digest)):
            yield f"the signature of {by} does not match the file, which was changed after signing"
            return
    _, _, start, length = map(int, signature.byte_range)
    yield from _changes(content[: start + length], content, by)


# ---- what was changed after a signature -----------------------------------------------------------------------------


def _changes(then: bytes, now: bytes, by: str) -> Iterator[str]:
    """Which page is not as it was when somebody signed; signatures shown on it are no change."""
    if len(then) == len(now):
        return
    before, after = _Pages(then), _Pages(now)
    if len(before) != len(after):
        yield f"the file had {len(before)} pages when {by} signed, and has {len(after)} now"
        return
    for index, label in enumerate(after.labels):
        if before.digest(index) != after.digest(index):
            yield f"page {label} was changed after {by} signed"


class _Pages:
    """The pages of one state of a file, each as a digest of all that it draws."""

    def __init__(self, content: bytes) -> None:
        self.reader = PdfReader(io.BytesIO(content))
        self.labels = self.reader.page_labels
        self.known: dict[tuple[int, int], bytes] = {}

    def __len__(self) -> int:
        return len(self.reader.pages)

    def digest(self, index: int) -> bytes:
        """What tells a page from any other, with what it has from the nodes above it."""
        page = self.reader.pages[index]
        marks = [mark for mark in page.get("/Annots") or () if not is_signature(mark.get_object())]
        own = {key: value for key, value in page.items() if key not in ("/Type", "/Annots", "/Parent")}
        above = {key: page.get(key) for key in ("/Resources", "/MediaBox", "/CropBox", "/Rotate")}
        return self._of([own, above, marks, self.labels[index]])

    def _of(self, found: Any) -> bytes:
        """The digest of an object, and of all that it is made of."""
        if isinstance(found, IndirectObject):
            key = (found.idnum, found.generation)
            if key not in self.known:
                self.known[key] = b"itself"  # should it lead back to where it is
                self.known[key] = self._of(found.get_object())
            return self.known[key]
        if isinstance(found, dict):
            if found.get("/Type") in ("/Page", "/Pages"):
                return b"another page"
            parts = [
                str(key).encode() + self._of(found.raw_get(key) if hasattr(found, "raw_get") else found[key])
                for key in sorted(found)
                if key not in ("/P", "/Parent")
            ]
            if isinstance(found, StreamObject):
                parts.append(found.get_data())
        elif isinstance(found, list):
            parts = [self._of(part) for part in found]
        else:
            parts = [repr(found).encode()]
        digest = hashlib.sha256(type(found).__name__.encode())
        for part in parts:
            digest.update(len(part).to_bytes(8, "big") + part)
        return digest.digest()
