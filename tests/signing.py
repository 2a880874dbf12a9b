"""Electronic signatures for tests, made as PAdES makes them: each an addition to the file."""

from __future__ import annotations

import datetime
import functools
import io
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

_FROM = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
Area = tuple[int, int, int, int]


@functools.cache
def _signer(name: str) -> Any:
    """Somebody with a key, and a certificate of their own making."""
    pytest.importorskip("pyhanko")
    from asn1crypto import keys
    from asn1crypto import x509 as asn1
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    certificate = (
        x509.CertificateBuilder(who, who, key.public_key(), 1, _FROM, _FROM + datetime.timedelta(days=9999))
    ).sign(key, hashes.SHA256())
    secret = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return SimpleSigner(
        asn1.Certificate.load(certificate.public_bytes(Encoding.DER)),
        keys.PrivateKeyInfo.load(secret),
        SimpleCertificateStore(),
    )


def sign(pdf: bytes, name: str, page: int = 0, area: Area | None = None) -> bytes:
    """The PDF signed by somebody; the signature is shown in an area of a page, if one is given."""
    signer = _signer(name)
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers

    field = f"Signature of {name}"
    meta = signers.PdfSignatureMetadata(field_name=field, subfilter=fields.SigSeedSubFilter.PADES)
    place = fields.SigFieldSpec(field, on_page=page, box=area)
    out = io.BytesIO()
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    signing = signers.PdfSigner(meta, signer, new_field_spec=place)
    with ThreadPoolExecutor(1) as thread:  # it runs a loop of its own, and a browser's may run in this one
        thread.submit(signing.sign_pdf, writer, output=out).result()
    return out.getvalue()


def draw(pdf: bytes, page: int, drawing: bytes) -> bytes:
    """The PDF with something drawn on a page, as an addition to the file."""
    pytest.importorskip("pyhanko")
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    reference, _ = writer.find_page_for_modification(page)
    found = reference.get_object()
    streams = found["/Contents"] if isinstance(found["/Contents"], list) else [found["/Contents"]]
    content = b"\n".join([*(stream.get_object().data for stream in streams), drawing])
    found["/Contents"] = writer.add_object(generic.StreamObject(stream_data=content))
    writer.update_container(found)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def annotate(pdf: bytes, page: int, kind: str) -> bytes:
    """The PDF with a mark upon a page, as an addition to the file."""
    pytest.importorskip("pyhanko")
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    rectangle = generic.ArrayObject(map(generic.NumberObject, (100, 100, 200, 200)))
    mark = {"/Type": generic.NameObject("/Annot"), "/Subtype": generic.NameObject(kind), "/Rect": rectangle}
    names = {generic.NameObject(key): value for key, value in mark.items()}
    writer.register_annotation(
        writer.find_page_for_modification(page)[0], writer.add_object(generic.DictionaryObject(names))
    )
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
