"""PDFs as they come out: torture in every script, what they say of themselves, states, and the same bytes again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from paper import lines_of, need_tex, overfull, pdf_text, set_all
from projects import Built, Project
from pypdf import PdfReader
from torture import PARTIES, torture_files

from whereas.pdf.printed_pages import read_paper
from whereas.pdf.verify import verify

EPOCH = "1795000000"  # 18 November 2026


def set_deal(folder: Path) -> None:
    """Set the deal alone, where nobody looks at its template."""
    (folder / "torture.tex").unlink()
    set_all(folder)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("torture"))
    # twenty pages, tables of several; in a long night, sixty
    project.write(torture_files() if settings().max_examples > 1000 else torture_files(chapters=10, rows=45))
    return project


@pytest.fixture(scope="module")
def built(project: Project) -> Iterator[Built]:
    need_tex()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        latex = project.build("latex")
    pressed = set_all(latex.out)
    assert [each.warnings for each in pressed.values() if each.warnings] == []
    yield latex


@pytest.fixture(scope="module")
def outlines(project: Project) -> Built:
    return project.build("outline")


@pytest.mark.parametrize("name", ["torture", "deals-north"])
def test_all_that_is_asked_of_a_page_is_on_it(name: str, built: Built, outlines: Built) -> None:
    verdict = verify(built.out / f"{name}.pdf", outlines.out)
    assert verdict.same, verdict.said


@pytest.mark.parametrize("name", ["torture", "deals-north"])
def test_no_line_is_too_long_and_no_character_is_missing(name: str, built: Built) -> None:
    log = (built.out / f"{name}.log").read_text(encoding="utf-8", errors="replace")
    assert overfull(log) == []
    assert "Missing character" not in log
    assert "[U+" not in pdf_text(built.out / f"{name}.pdf")


def test_every_font_is_embedded(built: Built) -> None:
    def fonts(page: Any) -> Iterator[Any]:
        for font in page["/Resources"].get("/Font", {}).values():
            font = font.get_object()
            yield from (each.get_object() for each in font.get("/DescendantFonts", [font]))

    reader = PdfReader(built.out / "deals-north.pdf")
    for page in reader.pages:
        for font in fonts(page):
            descriptor = font["/FontDescriptor"]
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & descriptor.keys(), font["/BaseFont"]


def test_header_footer_and_page_numbers(built: Built) -> None:
    pages = pdf_text(built.out / "deals-north.pdf", "-layout").split("\f")[:-1]
    fingerprint = PdfReader(built.out / "deals-north.pdf").metadata["/Fingerprint"]  # type: ignore[index]
    for number, page in enumerate(pages[1:], start=1):
        assert f"Page {number} of {len(pages) - 1}" in page
        assert "JDA-2026-000417/EMEA-APAC/Rev. C" in page
        assert "Version 12.3 · Draft" in page
        assert "Not for signature" in page
        assert f"Fingerprint {fingerprint}" in page
    assert "Page" not in pages[0]
    assert PdfReader(built.out / "deals-north.pdf").page_labels[:3] == ["A", "1", "2"]


def test_the_cover_names_all_parties_on_one_page(built: Built) -> None:
    [cover] = [re.sub(r"\s", "", each.text) for each in read_paper(built.out / "deals-north.pdf").covers]
    for id in ("aurora", "borealis", "kita", "sever", "rang"):
        assert re.sub(r"\s", "", PARTIES[id][0]) in cover


LONG = "It must be known what is done with it, and by whom, and when, so that each of them can say so in time, and "


def test_no_page_ends_with_the_first_line_of_a_provision(tmp_path: Path) -> None:
    """Before signatures, with which the last ones go to the next page, wherever it begins."""
    need_tex()
    project = Project(tmp_path)
    front = (
        "---\nagreement: {cover: false, contents: false, roles: {seller: Seller, buyer: Buyer}}\n---\n# A\n\n## One\n\n"
    )
    signed = "\n{.unnumbered}\n## Signatures\n\n:::{signatures}\n:::\n"
    for above in range(26, 38, 3):
        text = "1. A line.\n" * above + f"1. Begun here. {LONG * 2}ended here.\n" * 4
        project.write({f"agreements/a{above}.md": front + text + signed})
    latex = project.build("latex")
    set_all(latex.out)
    last = [lines_of(path)[-2][-1][1] for path in sorted(latex.out.glob("a*.pdf"))]
    assert len(last) == 4
    assert [words for words in last if "Begun here." in words] == []


def test_no_page_ends_with_what_introduces_a_table(tmp_path: Path) -> None:
    """Wherever on a page that stands, as a provision and without a number."""
    need_tex()
    project = Project(tmp_path)
    table = "| Item | Price |\n|---|---|\n" + "| Wheel | EUR 5 |\n" * 4
    indented = table.replace("\n|", "\n   |")
    text = "".join(
        f"## Line {lines}\n\n"
        + "1. A line.\n" * lines
        + f"1. The goods are:\n\n   {indented}\nThe rest is:\n\n{table}\n"
        for lines in range(1, 14)
    )
    project.write({"agreements/a.md": f"---\nagreement: {{cover: false, contents: false}}\n---\n# A\n\n{text}"})
    latex = project.build("latex")
    set_all(latex.out)
    ends = [page[-1][1] for page in lines_of(latex.out / "a.pdf")]
    assert len(ends) > 5
    assert [words for words in ends if words.endswith(":")] == []
    assert_rules_are_as_wide_as_their_tables(latex.out / "a.pdf")


def assert_rules_are_as_wide_as_their_tables(path: Path) -> None:
    """The thin lines between rows, that above the last row too, begin and end where the line above the table does."""
    thin, edge = (f"{points * 72 / 72.27:.4f}".lstrip("0") for points in (0.3, 0.9))
    found, above = list[bool](), ("", "")
    for page in PdfReader(path).pages:
        drawn = page.get_contents().get_data().decode("latin-1")  # type: ignore[union-attr]
        for wide, *ends in re.findall(r"([\d.]+) w ([-\d.]+) [-\d.]+ m ([-\d.]+) [-\d.]+ l S", drawn):
            above = tuple(ends) if wide == edge else above
            found += [tuple(ends) == above] if wide == thin else []
    assert found and all(found)


def test_no_signature_block_is_split_or_alone_on_a_page(built: Built) -> None:
    pages = pdf_text(built.out / "deals-north.pdf", "-layout").split("\f")
    signing = [page for page in pages if "Signed for and on behalf of" in page]
    assert sum(page.count("Signed for and on behalf of") for page in signing) == len(PARTIES)
    for page in signing:
        blocks = page.count("Signed for and on behalf of")
        assert len(re.findall(r"\bDate\b", page)) == 2 * blocks  # two sign for each party
        assert blocks > 1 or "Signatures" in page


def test_no_page_is_half_empty_but_the_last_of_a_part(built: Built) -> None:
    for page, following in pairwise(lines_of(built.out / "deals-north.pdf")[2:]):
        ends = following[0][1].startswith(("Schedule", "Key terms"))
        assert page[-1][0] > 0.8 or ends, page[-1]


def test_no_page_begins_with_the_last_item_of_a_list_or_ends_with_what_introduces_the_next(built: Built) -> None:
    """The lists of the chapters have three, four and two items."""
    for page in lines_of(built.out / "deals-north.pdf")[2:]:
        assert not page[0][1].startswith(("(c)", "(iv)", "(B)"))
        assert not page[-1][1].endswith(":")
        assert not re.match(r"\d+\. Obligations", page[-1][1])


def test_the_key_terms_have_a_sheet_of_their_own(built: Built) -> None:
    pages = pdf_text(built.out / "deals-north.pdf", "-layout").split("\f")
    [page] = [page for page in pages if re.search(r"^\s*Key terms$", page, re.MULTILINE)]
    assert "settlement period" not in page


def test_what_the_file_says_of_itself(built: Built) -> None:
    reader = PdfReader(built.out / "deals-north.pdf")
    assert reader.metadata is not None
    title = "Agreement on the Joint Development, Marketing, Sale and Maintenance of Autonomous Service Robots"
    assert str(reader.metadata.title).startswith(title)
    assert "株式会社北極星オートメーション" in str(reader.metadata.author)
    assert "JDA-2026-000417/EMEA-APAC/Rev. C" in str(reader.metadata.subject)
    assert "Draft" in str(reader.metadata["/Keywords"])
    assert str(reader.metadata["/Version"]) == "12.3"
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    xmp = reader.xmp_metadata
    assert xmp is not None and xmp.dc_title and xmp.dc_creator
    assert xmp.dc_title["x-default"] == reader.metadata.title
    assert str(reader.metadata.author) in xmp.dc_creator


def test_it_is_made_as_an_archive_wants_it(built: Built) -> None:
    """The marks of PDF/A-2b that can be read off: XMP says so, colours have a profile, all links may be printed."""
    reader = PdfReader(built.out / "deals-north.pdf")
    root: Any = reader.trailer["/Root"]
    packet = root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in packet
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in packet
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
    assert len(root["/OutputIntents"][0]["/DestOutputProfile"].get_data()) > 1000
    assert "/ID" in reader.trailer
    assert not {"/JavaScript", "/EmbeddedFiles"} & root.get("/Names", {}).keys()
    marks = [mark.get_object() for page in reader.pages for mark in page.get("/Annots", ())]
    assert len(marks) > 100
    assert {mark["/F"] for mark in marks} == {4}


def test_bookmarks_have_numbers_and_lead_somewhere(built: Built) -> None:
    def flat(items: Any) -> Iterator[Any]:
        for item in items:
            yield from flat(item) if isinstance(item, list) else (item,)

    reader = PdfReader(built.out / "deals-north.pdf")
    found = [(str(item.title), reader.get_destination_page_number(item)) for item in flat(reader.outline)]
    titles = [title for title, _ in found]
    assert "1. Obligations of chapter 1" in titles
    assert "Schedule 1: Prices of services, parts and journeys" in titles
    assert "Part A: Discounts" in titles
    pages = [page for _, page in found]
    assert None not in pages
    assert pages == sorted(pages)  # type: ignore[type-var]


def final(root: Path) -> Path:
    """The PDF of a small deal that is final, made in a folder."""
    need_tex()
    project = Project(root)
    project.write(torture_files(chapters=1, rows=3, status="final"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        built = project.build("latex")
    assert built.status == 0, built.messages
    set_deal(built.out)
    return built.out / "deals-north.pdf"


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return final(tmp_path_factory.mktemp("one"))


def test_two_folders_give_the_same_bytes(one: Path, tmp_path: Path) -> None:
    made = one.read_bytes()
    assert final(tmp_path / "another/place").read_bytes() == made
    assert b"D:20261118" in made or b"/CreationDate" not in made


def test_a_final_deal_is_for_signature(one: Path) -> None:
    text = pdf_text(one, "-layout")
    assert "Not for signature" not in text
    assert "Version 12.3 · Final" in text
    assert "\\LegalWatermark" not in one.with_suffix(".tex").read_text(encoding="utf-8")


def test_a_copy_to_mark_up(project: Project, tmp_path: Path) -> None:
    """Lines are numbered anew on each page, and the words are the same."""
    need_tex()
    project = Project(tmp_path)
    project.write(torture_files(chapters=3, rows=3))
    built = project.build("latex", whereas_review=True)
    set_deal(built.out)
    pages = pdf_text(built.out / "deals-north.pdf", "-layout").split("\f")
    numbered = [page for page in pages if re.search(r"^ *10 {2,}\S", page, re.MULTILINE)]
    assert len(numbered) >= 4
    for page in numbered:
        found = [int(number) for number in re.findall(r"^ *((?:5|[1-9][05])) {2,}\S", page, re.MULTILINE)]
        assert found[0] == 5
        assert found == sorted(found)
    assert "Review copy" in pages[2]
    verdict = verify(built.out / "deals-north.pdf", project.build("outline").out)
    assert verdict.same, verdict.said
