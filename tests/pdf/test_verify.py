"""Whether a PDF is ours: all that contracts hold verifies, signed or not; what was changed, anywhere, is told."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from constructs import CONSTRUCTS, agreement_of, picture
from paper import need_tex, set_all
from projects import Project
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    ContentStream,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
)
from signing import annotate, draw, sign
from torture import SCRIPTS

import whereas
from whereas.__main__ import main
from whereas.paper.verdict import UnreadableError, Verdict
from whereas.pdf.marked import steps_of
from whereas.pdf.positions import Setting
from whereas.pdf.printed_pages import read_paper
from whereas.pdf.verify import verify

NOTE = """
    ---
    agreement: {{style: uk}}
    ---
    # {title}

    ## First
    1. One thing.

    ## Second
    1. Another thing.
    1. {text}
    """
SALE = """
    ---
    agreement:
      roles: {seller: Seller, buyer: Buyer}
      values: {price: {type: money}}
    ---
    # Sale

    {.parties}
    ## Parties
    :::{parties}
    :::

    ## Price
    1. The price is {{ price }}.[^a]

    [^a]: Plus tax.

    ## Delivery
    1. Soon.

    {.unnumbered}
    ## Signatures
    :::{signatures}
    :::
    """
RESIGNS = "A party re-signs within 30 days and keeps the responsibilities of the other parties."
DEAL = """\
agreement: sale
reference: REF-1
version: '2'
parties: {seller: acme, buyer: borealis}
values: {price: EUR 5}
"""
FILES = {
    "agreements/note.md": NOTE.format(title="Note", text=RESIGNS),
    "agreements/other.md": NOTE.format(title="Note", text="Nothing of the kind."),
    "agreements/sale.md": SALE,
    "parties/acme.yaml": "name: Acme Ltd\nsignatories: [{name: Ada Moreau, title: Director}]\n",
    "parties/borealis.yaml": "name: Borealis GmbH\n",
    "deals/sold.yaml": DEAL,
    "deals/resold.yaml": DEAL.replace("REF-1", "REF-2"),
    "deals/twin.yaml": DEAL,
}
ALL = (
    "agreement: all\nreference: REF-1\nparties: {company: acme, partner: borealis}\nvalues:\n  area: Asia\n"
    + "".join(f"  {name}: '{text.strip().replace(chr(39), chr(39) * 2)}'\n" for name, text in SCRIPTS.items())
)
_SET = ("note", "deals-all", "deals-sold", "deals-resold")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Where the PDFs of a project are, and where its outlines are."""
    need_tex()
    project = Project(tmp_path_factory.mktemp("verify"))
    project.write(FILES)
    (project.root / "agreements/all.md").write_text(agreement_of(CONSTRUCTS), encoding="utf-8")
    (project.root / "agreements/picture.png").write_bytes(picture())
    (project.root / "deals/picture.png").write_bytes(picture())
    project.write({"deals/all.yaml": ALL})
    latex = project.build("latex")
    assert "ERROR" not in latex.messages
    for tex in latex.out.glob("*.tex"):
        if tex.stem not in _SET:
            tex.unlink()  # to set the others takes time, and shows nothing more
    set_all(latex.out)
    return latex.out, project.build("outline", out="-outline").out


@pytest.fixture
def check(made: tuple[Path, Path], tmp_path: Path) -> Callable[[bytes], Verdict]:
    """Verifies the bytes of a PDF."""

    def check(pdf: bytes) -> Verdict:
        (tmp_path / "x.pdf").write_bytes(pdf)
        return verify(tmp_path / "x.pdf", made[1])

    return check


@pytest.fixture
def sold(made: tuple[Path, Path]) -> bytes:
    """The PDF of a small deal."""
    return (made[0] / "deals-sold.pdf").read_bytes()


# ---- what is ours


def test_all_that_a_contract_may_hold_is_verified(made: tuple[Path, Path]) -> None:
    verdict = verify(made[0] / "deals-all.pdf", made[1])
    assert (verdict.said if not verdict.same else verdict.docname) == "deals/all"
    assert "but for formulas" in verdict.said


def test_what_was_built_is_verified(made: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    pdf = made[0] / "note.pdf"
    assert main(["verify", str(pdf), str(made[1])]) == 0
    assert f"{pdf} says what agreements/note says: all 5 lines are the same, fingerprint" in capsys.readouterr().out


def test_of_deals_with_like_words_it_is_the_one_that_it_names(made: tuple[Path, Path]) -> None:
    assert verify(made[0] / "deals-resold.pdf", made[1]).docname == "deals/resold"
    assert verify(made[0] / "deals-sold.pdf", made[1]).docname == "deals/sold and deals/twin", "these are one, in words"


def test_its_own_word_for_what_it_is_counts_for_nothing(check: Any, made: tuple[Path, Path]) -> None:
    """Programs that sign may write its properties anew, and others may forge them."""
    other = str(PdfReader(made[0] / "deals-resold.pdf").metadata["/Fingerprint"])  # type: ignore[index]
    for fingerprint in (other, "", "0000 0000 0000"):
        writer = PdfWriter(clone_from=made[0] / "deals-sold.pdf")
        writer.add_metadata({"/Fingerprint": fingerprint})
        out = io.BytesIO()
        writer.write(out)
        assert check(out.getvalue()).docname == "deals/sold and deals/twin"


# ---- what differs


@pytest.mark.parametrize(
    ("text", "difference"),
    [
        (RESIGNS.replace("30", "40"), "40 days"),
        (RESIGNS.replace("re-signs", "resigns"), "resigns"),
        (RESIGNS.replace("parties.", "party."), "party."),
        ("A party re-signs within 30 days.\n    1. And more.", "days."),
    ],
)
def test_what_differs_first_is_told(text: str, difference: str, tmp_path: Path, made: tuple[Path, Path]) -> None:
    project = Project(tmp_path)
    project.write({"agreements/note.md": NOTE.format(title="Note", text=text)})
    verdict = verify(made[0] / "note.pdf", project.build("outline").out)
    assert not verdict.same
    assert "in 2.2, on page 2, the project says" in verdict.said
    assert difference in verdict.said


def test_words_after_the_end_are_told(tmp_path: Path, made: tuple[Path, Path]) -> None:
    project = Project(tmp_path)
    project.write({"agreements/note.md": NOTE.format(title="Note", text="").rstrip().removesuffix("1.")})
    verdict = verify(made[0] / "note.pdf", project.build("outline").out)
    assert "after the end of the text, the PDF goes on: '2.2Apartyre-signs" in verdict.said


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("agreements/sale.md", "# Sale", "# Lease", "the cover does not say 'Lease'"),
        ("deals/sold.yaml", "REF-1", "REF-3", "the cover does not say 'REF-3'"),
        ("deals/sold.yaml", "'2'", "'3'", "the cover does not say '3'"),
        ("agreements/sale.md", "Plus tax", "With tax", "the PDF does not have footnote 1 of the project: 'With tax.'"),
        (
            "agreements/sale.md",
            ".[^a]\n\n    [^a]: Plus tax.",
            ".",
            "says '2. Delivery', and the PDF '12.Deliv",
        ),
        ("parties/acme.yaml", "Ada Moreau", "Ada Moreaux", "the project says"),
        ("parties/borealis.yaml", "Borealis GmbH", "Borealis AG", "the project says"),
        ("deals/sold.yaml", "EUR 5", "EUR 50", "the project says"),
    ],
)
def test_whatever_is_changed_in_the_project_is_told(
    file: str, old: str, new: str, said: str, tmp_path: Path, made: tuple[Path, Path]
) -> None:
    files = {name: text for name, text in FILES.items() if "note" not in name and "other" not in name}
    assert old in files[file]
    project = Project(tmp_path)
    project.write(files | {file: files[file].replace(old, new)})
    for name in ("resold", "twin"):
        (tmp_path / f"deals/{name}.yaml").unlink()
    verdict = verify(made[0] / "deals-sold.pdf", project.build("outline").out)
    assert not verdict.same
    assert said in verdict.said


def _each_text(pdf: bytes) -> list[tuple[int, int]]:
    """The page and the place of each operation that shows text."""
    reader = PdfReader(io.BytesIO(pdf))
    found = []
    for number, page in enumerate(reader.pages):
        operations = ContentStream(page.get_contents(), reader, "bytes").operations
        tags: list[str] = []
        for at, (operands, operator) in enumerate(operations):
            if operator in (b"BMC", b"BDC"):
                tags.append(f"{operands[0]}{operands[1] if len(operands) > 1 else ''}")
            elif operator == b"EMC":
                tags.pop()
            elif operator == b"TJ" and not (tags and tags[-1] == "/Artifact"):
                found.append((number, at))
    return found


def test_one_glyph_changed_anywhere_is_told(check: Any, sold: bytes) -> None:
    """In cover, text, footnote, contents, header, footer or watermark, of any page."""
    places = _each_text(sold)
    assert len(places) > 50
    for number, at in places:
        writer = PdfWriter(clone_from=io.BytesIO(sold))
        page = writer.pages[number]
        stream = ContentStream(page.get_contents(), writer, "bytes")
        shown = stream.operations[at][0][0]
        first = next(index for index, part in enumerate(shown) if isinstance(part, bytes | str))
        code = shown[first].original_bytes if hasattr(shown[first], "original_bytes") else bytes(shown[first])
        shown[first] = ByteStringObject(bytes([code[0], code[1] ^ 1]) + code[2:])
        page[NameObject("/Contents")] = writer._add_object(stream)
        out = io.BytesIO()
        writer.write(out)
        assert not check(out.getvalue()).same, (number, at)


def test_lines_whose_places_are_swapped_are_told(check: Any, sold: bytes) -> None:
    """The file has the words in the same order as before, but a reader meets two lines the other way round."""
    writer = PdfWriter(clone_from=io.BytesIO(sold))
    page = writer.pages[-1]
    stream = ContentStream(page.get_contents(), writer, "bytes")
    heights = _heights(stream)
    one, other = next(pair for pair in pairwise(heights) if heights[pair[0]] - heights[pair[1]] > 8)
    apart = heights[one] - heights[other]
    for at, rise in ((other, apart), (one, -apart)):
        moved = [([FloatObject(rise)], b"Ts"), stream.operations[at], ([FloatObject(0)], b"Ts")]
        stream.operations = [*stream.operations[:at], *moved, *stream.operations[at + 1 :]]
    page[NameObject("/Contents")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    assert check(out.getvalue()).said == "the text is the same, but on page 2 some of its words stand in another order"


def _heights(stream: ContentStream) -> dict[int, float]:
    """How high each operation of a page sets what it shows of the text."""
    setting, found = Setting({}), {}
    for at, step in enumerate(steps_of(stream.operations)):
        if (box := setting.follow(step.operands, step.operator)) and not step.kind:
            found[at] = box.bottom
    return found


def test_a_cover_that_says_more_is_told(tmp_path: Path, made: tuple[Path, Path]) -> None:
    """Whoever adds to it says otherwise than the project; what a style file of the house prints is not known."""
    firm, plain = {"firm": "Law Firm LLP", "note": "Subject to contract"}, made[1]
    project = Project(tmp_path)
    project.write(FILES)
    latex = project.build("latex", whereas_pdf=firm)
    for tex in latex.out.glob("*.tex"):
        if tex.stem != "deals-sold":
            tex.unlink()
    set_all(latex.out)
    pdf = latex.out / "deals-sold.pdf"
    assert verify(pdf, project.build("outline", whereas_pdf=firm).out).same
    verdict = verify(pdf, plain)
    assert not verdict.same
    assert verdict.said.startswith("the cover says more than the project does: 'Subjecttocontract")
    (tmp_path / "house.sty").write_text("", encoding="utf-8")
    assert verify(pdf, project.build("outline", whereas_pdf={"sty": "house.sty"}).out).same


def test_a_note_laid_upon_a_page_is_told(check: Any, sold: bytes) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(sold))
    writer.add_annotation(2, FreeText(text="40", rect=(100, 100, 200, 200)))
    out = io.BytesIO()
    writer.write(out)
    assert check(out.getvalue()).said == "the text is the same, but on page 2 there is a text box on top of it"


def _stamped(pdf: bytes, drawing: bytes, apart: bool) -> bytes:
    """The PDF with something drawn on its last page: at the end of what stands there, or in a stream `apart`."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    page = writer.pages[-1]
    stream = DecodedStreamObject()
    if apart:
        stream.set_data(drawing)
        page[NameObject("/Contents")] = ArrayObject([*page["/Contents"], writer._add_object(stream)])  # type: ignore[misc]
    else:
        stream.set_data(page.get_contents().get_data() + b"\n" + drawing)  # type: ignore[union-attr]
        page[NameObject("/Contents")] = writer._add_object(stream)
    picture = DecodedStreamObject()
    picture.set_data(b"\0\0\0")
    picture.update(
        {
            NameObject(f"/{key}"): value
            for key, value in {
                "Type": NameObject("/XObject"),
                "Subtype": NameObject("/Image"),
                "ColorSpace": NameObject("/DeviceRGB"),
            }.items()
        }
    )
    pictures = DictionaryObject({NameObject("/Stamp"): writer._add_object(picture)})
    page["/Resources"][NameObject("/XObject")] = pictures  # type: ignore[index]
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("drawing", "apart", "said"),
    [
        (b"q 90 0 0 40 100 300 cm /Stamp Do Q", False, "the PDF has 1 picture and the project none"),
        (
            b"BI /W 1 /H 1 /BPC 8 /CS /RGB ID \0\0\0 EI",
            False,
            "the PDF has 1 picture and the project none",
        ),
        (b"1 0 0 rg 100 300 90 40 re f", True, "the text is the same, but on page 2 there is a drawing on top of it"),
        (b"BT /F1 20 Tf 100 300 Td <00220023> Tj ET", False, "on page 2"),
    ],
)
def test_a_stamp_is_told(drawing: bytes, apart: bool, said: str, check: Any, sold: bytes) -> None:
    verdict = check(_stamped(sold, drawing, apart))
    assert not verdict.same
    assert said in verdict.said


def test_a_page_put_in_is_told(check: Any, sold: bytes) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(sold))
    writer.insert_page(PdfReader(io.BytesIO(sold)).pages[2], 1)
    out = io.BytesIO()
    writer.write(out)
    assert not check(out.getvalue()).same


# ---- what was signed

NAMES = ("Ada Moreau", "Ben Ode", "Cy Poe")


@pytest.mark.parametrize("many", [1, 2, 3])
def test_what_was_signed_is_the_same_words(many: int, check: Any, sold: bytes) -> None:
    for name in NAMES[:many]:
        sold = sign(sold, name)
    verdict = check(sold)
    day = r"\d{1,2} \w+ 20\d\d"
    signed = [rf"{name} on {day}" for name in NAMES[:many]]
    said = signed[0] if many == 1 else ", by ".join(signed[:-1]) + f" and by {signed[-1]}"
    assert verdict.same, verdict.said
    assert re.search(f"; the same words, signed by {said}; whether to trust the certificates is for you", verdict.said)


def _where(pdf: Path, word: str, page: int) -> tuple[float, float, float, float]:
    """Where a word stands on a page: left, bottom, right, top, in points from its lower left corner."""
    command = ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(pdf), "-"]
    found = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    height = float(re.search(r'<page width="[\d.]+" height="([\d.]+)"', found)[1])  # type: ignore[index]
    box = re.search(rf'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">{word}<', found)
    assert box, found
    left, top, right, bottom = map(float, box.groups())
    return left, height - bottom, right, height - top


def _around(box: tuple[float, float, float, float]) -> tuple[int, int, int, int]:
    left, bottom, right, top = map(round, box)
    return left - 5, bottom - 5, right + 90, top + 5


def test_a_signature_is_shown_where_one_signs(check: Any, made: tuple[Path, Path], sold: bytes) -> None:
    pdf = made[0] / "deals-sold.pdf"
    once = sign(sold, "Ada Moreau", 2, _around(_where(pdf, "Signature:?", 3)))
    twice = sign(once, "Ben Ode", 2, (300, 60, 400, 80))  # where nothing stands but the footer
    for signed in (once, twice):
        verdict = check(signed)
        assert verdict.same, verdict.said


def test_a_signature_that_hides_words_is_told(check: Any, made: tuple[Path, Path], sold: bytes) -> None:
    pdf = made[0] / "deals-sold.pdf"
    verdict = check(sign(sold, "Ada Moreau", 2, _around(_where(pdf, "price", 3))))
    assert verdict.said == "on page 2, the signature in 'Signature of Ada Moreau' lies over words of the text"
    verdict = check(sign(sold, "Ada Moreau", 0, _around(_where(pdf, "Borealis", 1))))
    assert verdict.same, "the text names the parties as well"
    assert "on the cover, the signature in 'Signature of Ada Moreau' hides some words" in verdict.said


def test_what_was_changed_within_what_was_signed_is_told(check: Any, sold: bytes) -> None:
    signed = sign(sold, "Ada Moreau")
    at = signed.index(b"<dc:format>application")
    forged = signed[:at] + signed[at:].replace(b"application", b"spplication", 1)
    assert check(forged).said == "the signature of Ada Moreau does not match the file, which was changed after signing"
    writer = PdfWriter(clone_from=io.BytesIO(signed))  # all of it written anew
    out = io.BytesIO()
    writer.write(out)
    assert not check(out.getvalue()).same


RECTANGLE = b"1 0 0 rg 100 300 90 40 re f"
CHANGES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "something drawn": (lambda pdf: draw(pdf, 2, RECTANGLE), "page 2 was changed after Ada Moreau signed"),
    "something written": (lambda pdf: draw(pdf, 2, b"BT /F1 20 Tf 100 300 Td <00220023> Tj ET"), "on page 2"),
    "the cover": (lambda pdf: draw(pdf, 0, RECTANGLE), "page A was changed after Ada Moreau signed"),
    "a note": (lambda pdf: annotate(pdf, 2, "/Text"), "on page 2 there is a note on top of it"),
    "a stamp": (lambda pdf: annotate(pdf, 1, "/Stamp"), "on page 1 there is a stamp on top of it"),
}


@pytest.mark.parametrize("again", [False, True], ids=["last", "before another signature"])
@pytest.mark.parametrize("change", CHANGES)
def test_what_was_added_after_a_signature_is_told(change: str, again: bool, check: Any, sold: bytes) -> None:
    changed = CHANGES[change][0](sign(sold, "Ada Moreau"))
    verdict = check(sign(changed, "Ben Ode") if again else changed)
    assert not verdict.same
    assert CHANGES[change][1] in verdict.said


def test_signatures_cannot_be_read_without_pyhanko(
    check: Any, sold: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    signed = sign(sold, "Ada Moreau")
    monkeypatch.setitem(__import__("sys").modules, "pyhanko.pdf_utils.reader", None)
    with pytest.raises(UnreadableError, match="it is signed, and signatures are read with pyHanko: pip install"):
        check(signed)


# ---- what cannot be read


@pytest.mark.parametrize("content", [None, b"", b"not a PDF", b"%PDF-1.5\n%%EOF", b"%PDF-1.5 /ByteRange\n%%EOF"])
def test_what_is_no_pdf_is_told(content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.pdf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadableError):
        read_paper(path)
    assert main(["verify", str(path), str(tmp_path)]) == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert said.startswith(f"{path}: ERROR: ")


def test_what_is_no_pdf_is_told_in_one_line(tmp_path: Path) -> None:
    """In a process of its own: here the warnings of pypdf are caught by the tests."""
    path = tmp_path / "x.pdf"
    path.write_bytes(b"not a PDF")
    command = [sys.executable, "-P", "-m", "whereas", "verify", str(path), str(tmp_path)]
    env = {**os.environ, "PYTHONPATH": str(Path(whereas.__file__).parents[1])}
    done = subprocess.run(command, env=env, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"{path}: ERROR: it is no PDF that can be read\n"


def test_an_encrypted_pdf_is_told(tmp_path: Path, sold: bytes) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(sold))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "locked.pdf")
    with pytest.raises(UnreadableError, match="it is encrypted"):
        read_paper(tmp_path / "locked.pdf")
