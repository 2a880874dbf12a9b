"""An agreement of few pages has neither cover nor contents: title and date head its first page, in every output."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from paper import lines_of, need_tex, pdf_text, set_all
from projects import Built, Project
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from whereas.pdf.verify import verify as verify_pdf
from whereas.word.verify import verify as verify_word

PAGE = """
    ---
    agreement:
      cover: false
      contents: false
      roles: {first: First, second: Second}
      values: {effective_date: {type: date}}
    ---
    # Short Agreement

    {.parties}
    ## Parties
    :::{parties}
    :::

    ## Duty
    1. Each party must keep a secret.
    1. It must do so from {{ effective_date }}.

    {.unnumbered}
    ## Signatures
    :::{signatures}
    :::
    """
FILES = {
    "agreements/short.md": PAGE,
    "parties/ada.yaml": "name: Ada Ltd\nsignatories: [{name: Ada Moreau, title: Director}]\n",
    "parties/ben.yaml": "name: Ben Deliveries and Removals of Furniture Limited\nsignatories: [{name: Ben Ojo}]\n",
    "deals/d.yaml": "agreement: short\nparties: {first: ada, second: ben}\nreference: S-1\nversion: '2.0'\n"
    "values: {effective_date: 2027-01-15}\n",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("short"))
    project.write(FILES)
    return project


@pytest.fixture(scope="module")
def outlines(project: Project) -> Built:
    return project.build("outline", whereas_pdf={"confidentiality": "Secret", "note": "A line of the house"})


@pytest.fixture(scope="module")
def made(project: Project) -> Path:
    """The PDF of the deal."""
    need_tex()
    out = project.build("latex", whereas_pdf={"confidentiality": "Secret", "note": "A line of the house"}).out
    (out / "short.tex").unlink()
    set_all(out)
    return out / "deals-d.pdf"


def test_all_stands_on_one_page_below_its_title_and_date(made: Path, outlines: Built) -> None:
    [page] = lines_of(made)
    words = [text for _, text in page]
    assert words[:3] == ["Short Agreement", "Effective date: 15 January 2027", "A line of the house"]
    assert words[3] == "Parties"
    assert PdfReader(made).page_labels == ["1"]
    assert "Page 1 of 1" in pdf_text(made)
    assert verify_pdf(made, outlines.out).same, verify_pdf(made, outlines.out).said


def test_two_who_sign_stand_beside_each_other_and_their_lines_level(made: Path) -> None:
    lines = [text for _, text in lines_of(made)[0]]
    assert "Signed for and on behalf of Signed for and on behalf of" in lines
    assert "Name Ada Moreau Name Ben Ojo" in lines


def test_more_in_its_head_is_told(made: Path, tmp_path: Path, outlines: Built) -> None:
    writer = PdfWriter(clone_from=made)
    page, stream = writer.pages[0], DecodedStreamObject()
    names = {"Type": "Font", "Subtype": "Type1", "BaseFont": "Helvetica", "Encoding": "WinAnsiEncoding"}
    font = DictionaryObject({NameObject(f"/{key}"): NameObject(f"/{name}") for key, name in names.items()})
    page["/Resources"]["/Font"][NameObject("/Plain")] = font  # type: ignore[index]
    more = b" /Head BMC BT /Plain 10 Tf 300 700 Td (EUR 90) Tj ET EMC"
    stream.set_data(page.get_contents().get_data() + more)  # type: ignore[union-attr]
    page[NameObject("/Contents")] = writer._add_object(stream)
    writer.write(tmp_path / "x.pdf")
    assert "the head of the first page says more" in verify_pdf(tmp_path / "x.pdf", outlines.out).said


def test_a_head_is_none_of_an_agreement_with_a_cover(made: Path, project: Project) -> None:
    """Nor is a cover missing in silence: whoever takes it off has another paper."""
    project.write({"agreements/short.md": PAGE.replace("cover: false", "cover: true")})
    said = verify_pdf(made, project.build("outline").out).said
    project.write(FILES)
    assert "the cover does not say" in said


def test_word_and_text_have_no_cover_either(project: Project) -> None:
    out = project.build("docx").out
    document = zipfile.ZipFile(out / "deals/d.docx").read("word/document.xml").decode()
    assert document.count("<w:sectPr>") == 1
    assert "<w:titlePg/>" in document and 'w:type="first"' in document
    assert 'w:type="page"' not in document and "Contents" not in document
    words = re.sub(r"<[^>]+>", " ", document)
    assert words.index("Short Agreement") < words.index("Effective date: 15 January 2027") < words.index("Parties")
    assert verify_word(out / "deals/d.docx", out).same
    text = (project.build("text").out / "deals/d.txt").read_text(encoding="utf-8")
    assert text.count("Ada Ltd") == 2, "where it is a party, and where it signs"
