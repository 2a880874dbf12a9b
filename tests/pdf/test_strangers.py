"""Words that stand beside the text, on blank paper, in headers, margins and tables: those of ours, and no others."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from paper import need_tex, set_all
from projects import Project
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from whereas.paper.verdict import Verdict
from whereas.pdf.asides import Spot
from whereas.pdf.printed_pages import PrintedPage, read_paper
from whereas.pdf.verify import verify

_ROWS = "\n".join(f"| Item {number} | EUR {number} |" for number in range(60))
_FOREIGN = "\n".join(f"item {number}, price {number}" for number in range(60))
_SENTENCES = "Nothing in this clause is of any weight. " * 20
_CODE = "\n".join(f"line {number}" for number in range(70))
LONG = f"""---
agreement: {{style: uk}}
---
# Note

## First[^a]
1. The price is EUR 40.

   - a thing
   - {{define}}`Another Thing` means a thing

| Good {{math}}`x^2` | Price[^b] |
|---|--:|
{_ROWS}

[^a]: In a heading.
[^b]: Plus tax.

## Second
1. Another Thing is a thing.
1. {_SENTENCES}

````{{container}}
```{{csv-table}} Prices
:header: Good [words](https://example.com), Cost

{_FOREIGN}
```
````

```python
{_CODE}
```

## Third
:::{{term-index}}
:::
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes, Path]:
    """The PDF of a note that has all that may stand beside a text, that to mark up, and where its outline is."""
    need_tex()
    project = Project(tmp_path_factory.mktemp("strangers"))
    (project.root / "agreements").mkdir(exist_ok=True)
    (project.root / "agreements/note.md").write_text(LONG, encoding="utf-8")
    found = []
    for review in (False, True):
        latex = project.build("latex", out=f"-{review}", whereas_review=review)
        set_all(latex.out)
        found.append((latex.out / "note.pdf").read_bytes())
    return found[0], found[1], project.build("outline", out="-outline").out


@pytest.fixture
def check(made: tuple[bytes, bytes, Path], tmp_path: Path) -> Callable[[bytes], Verdict]:
    """Verifies the bytes of a PDF."""

    def check(pdf: bytes) -> Verdict:
        (tmp_path / "x.pdf").write_bytes(pdf)
        return verify(tmp_path / "x.pdf", made[2])

    return check


def _sheets(pdf: bytes, tmp_path: Path) -> tuple[PrintedPage, ...]:
    (tmp_path / "read.pdf").write_bytes(pdf)
    return read_paper(tmp_path / "read.pdf").sheets


def _written(pdf: bytes, page: int, words: str, x: float, y: float, tag: str, size: float = 10) -> bytes:
    """The PDF, and on one of its pages some words more, in marked content."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    sheet = writer.pages[page]
    font = {"Type": "Font", "Subtype": "Type1", "BaseFont": "Helvetica", "Encoding": "WinAnsiEncoding"}
    named = DictionaryObject({NameObject(f"/{key}"): NameObject(f"/{name}") for key, name in font.items()})
    sheet["/Resources"]["/Font"][NameObject("/Plain")] = named  # type: ignore[index]
    stream, shown = DecodedStreamObject(), words.encode("cp1252").hex()
    drawn = f"\n{tag} 0 g BT /Plain {size} Tf {x} {y} Td <{shown}> Tj ET {'EMC ' * tag.count('C')}"
    stream.set_data(sheet.get_contents().get_data() + drawn.encode())  # type: ignore[union-attr]
    sheet[NameObject("/Contents")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("copy", [0, 1], ids=["to sign", "to mark up"])
def test_what_is_ours_is_known(
    copy: int, check: Callable[[bytes], Verdict], made: tuple[bytes, bytes, Path], tmp_path: Path
) -> None:
    pdf = made[:2][copy]
    verdict = check(pdf)
    assert verdict.same, verdict.said
    asides = [aside for sheet in _sheets(pdf, tmp_path) for aside in sheet.asides]
    spots = {aside.spot for aside in asides}
    assert spots == set(Spot) - ({Spot.MARGIN} if not copy else set()), "else this says nothing"
    words = {aside.words for aside in asides}
    assert {"•", "Page", "Good", "Price2", "continuesonnextpage", "(continuedfrompreviouspage)"} <= words


#: What is added to a page (x and y from its lower left corner), and in what marked content.
ADDED: dict[str, tuple[int, str, float, float, str]] = {
    "on blank paper": (2, "EUR 90", 300, 300, "/Artifact BMC"),
    "beside a clause": (2, "90", 300, 733, "/Artifact BMC"),
    "in the header": (2, "EUR 90", 300, 790, "/Artifact BMC"),
    "in the footer": (2, "EUR 90", 300, 20, "/Artifact BMC"),
    "in the left margin": (2, "90", 30, 500, "/Artifact BMC"),
    "words in the left margin": (2, "No", 30, 500, "/Artifact BMC"),
    "in the right margin": (2, "not", 560, 500, "/Artifact BMC"),
    "on the cover": (0, "EUR 90", 300, 300, "/Artifact BMC"),
    "below the contents": (1, "90", 300, 300, "/Artifact BMC"),
    "as dots and a page": (1, "...90", 300, 300, "/TOC BMC /Artifact BMC"),
    "as the page of a heading": (1, "2", 300, 300, "/TOC BMC /Artifact BMC"),
    "of a type of its own": (2, "EUR 90", 300, 300, "/Artifact <</Type/Layout>> BDC"),
    "within another tag": (2, "EUR 90", 300, 300, "/Span BMC /Artifact BMC"),
    "another tag within": (2, "EUR 90", 300, 300, "/Artifact BMC /Span BMC"),
    "words of the text": (2, "The price is EUR 40.", 300, 300, "/Artifact BMC"),
    "a cell above a table that goes on": (3, "EUR 1", 300, 762, "/Artifact BMC"),
    "a bullet among words": (2, "\u2022", 180, 730, "/Artifact BMC"),
    "a page in no index": (2, "2", 300, 300, "/Artifact BMC"),
    "a head of an index": (2, "Page", 300, 300, "/Artifact BMC"),
    "the number of a footnote": (2, "1", 300, 300, "/Artifact BMC"),
    "what a table says that goes on": (2, "continued from previous page", 300, 300, "/Artifact BMC"),
    "a formula": (2, "EUR 90", 300, 300, "/Artifact BMC /Formula BMC"),
    "as the head of a first page": (2, "EUR 90", 300, 300, "/Head BMC"),
    "signs that say nothing": (2, "\u00ad\u00ad", 300, 300, "/Artifact BMC"),
}


@pytest.mark.parametrize("kind", ADDED)
def test_words_beside_the_text_are_told(
    kind: str, check: Callable[[bytes], Verdict], made: tuple[bytes, bytes, Path]
) -> None:
    page, words, x, y, tag = ADDED[kind]
    verdict = check(_written(made[0], page, words, x, y, tag))
    assert not verdict.same, kind
    assert "beside the text, the PDF says" in verdict.said or "drawing on top" in verdict.said


def test_contents_in_two_columns_are_known_and_a_third_is_not(tmp_path: Path) -> None:
    need_tex()
    project = Project(tmp_path)
    clauses = "\n".join(f"## Matter {number}\n1. Words.\n" for number in range(70))
    project.write({"agreements/note.md": f"---\nagreement:\n---\n# Note\n\n{clauses}"})
    built, outlines = project.build("latex").out, project.build("outline").out
    set_all(built)
    pdf = (built / "note.pdf").read_bytes()
    [_, contents, *_] = _sheets(pdf, tmp_path)
    assert len({round(aside.box.right) for aside in contents.asides}) == 2, "else this says nothing"
    assert verify(built / "note.pdf", outlines).same
    (tmp_path / "x.pdf").write_bytes(_written(pdf, 1, "...3", 250, 300, "/TOC BMC /Artifact BMC"))
    assert "beside the text, the PDF says" in verify(tmp_path / "x.pdf", outlines).said


def test_numbers_in_the_margin_are_those_of_lines(
    check: Callable[[bytes], Verdict], made: tuple[bytes, bytes, Path]
) -> None:
    """A copy to mark up has numbers there, which one more must not go among."""
    verdict = check(_written(made[1], 2, "90", 40, 400, "/Artifact BMC", 7))
    assert "beside the text" in verdict.said


def test_a_number_behind_a_word_is_that_of_a_footnote(
    check: Callable[[bytes], Verdict], made: tuple[bytes, bytes, Path], tmp_path: Path
) -> None:
    """ "EUR 40" and a small 0 behind it are EUR 400 to whoever reads fast."""
    index, heads = next(
        (index, heads)
        for index, sheet in enumerate(_sheets(made[0], tmp_path))
        if (heads := [aside for aside in sheet.asides if aside.spot is Spot.RAISED])
    )
    assert [head.words for head in heads] == ["1"]
    place = heads[0].box
    more = _written(made[0], index, "0", place.right + 0.1, place.bottom + 1, "/Artifact BMC", 7)
    assert "beside the text, the PDF says" in check(more).said


def test_the_page_of_a_term_stands_in_its_column(
    check: Callable[[bytes], Verdict], made: tuple[bytes, bytes, Path], tmp_path: Path
) -> None:
    sheets = _sheets(made[0], tmp_path)
    last = len(sheets) - 1
    head = next(aside for aside in sheets[last].asides if aside.words == "Page")
    left, low, high = head.box.left, head.box.bottom - 200, head.box.top + 3
    for x, y, words in (
        (left + 40, low, "2"),
        (left, low, "90"),
        (left, low, "no"),
        (left, low, "Page"),
        (left, high, "2"),
    ):
        verdict = check(_written(made[0], last, words, x, y, "/Artifact BMC"))
        assert "beside the text, the PDF says" in verdict.said, (x, y, words)


def test_the_contents_name_pages_that_there_are(
    check: Callable[[bytes], Verdict], made: tuple[bytes, bytes, Path], tmp_path: Path
) -> None:
    """Even in the column of pages, right below the others."""
    column = [aside for aside in _sheets(made[0], tmp_path)[1].asides if aside.spot is Spot.CONTENTS]
    right, below = column[0].box.right, min(aside.box.bottom for aside in column) - 20
    for words, wide in (("90", 11.12), ("1", 5.56)):
        verdict = check(_written(made[0], 1, words, right - wide, below, "/TOC BMC /Artifact BMC"))
        assert not verdict.same, words


@pytest.mark.parametrize("side", ["before", "behind"])
def test_a_bullet_is_no_part_of_a_sentence(
    side: str, check: Callable[[bytes], Verdict], made: tuple[bytes, bytes, Path], tmp_path: Path
) -> None:
    """A dash is a minus, and a point a comma, where it stands right beside a word."""
    (tmp_path / "note.pdf").write_bytes(made[0])
    command = ["pdftotext", "-bbox", "-f", "3", "-l", "3", str(tmp_path / "note.pdf"), "-"]
    words = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    name = "40." if side == "behind" else "The"
    found = re.search(rf'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">{re.escape(name)}<', words)
    height = re.search(r'height="([\d.]+)"', words)
    assert found and height
    left, _, right, bottom = map(float, found.groups())
    x, y = (right + 1 if side == "behind" else left - 7), float(height[1]) - bottom + 3
    assert "beside the text" in check(_written(made[0], 2, "–", x, y, "/Artifact BMC")).said


def test_nothing_is_added_where_all_sheets_say_the_same(
    check: Callable[[bytes], Verdict], made: tuple[bytes, bytes, Path]
) -> None:
    """Not even upon all of them."""
    pdf, pages = made[0], range(1, len(PdfReader(io.BytesIO(made[0])).pages))
    for page in pages:
        pdf = _written(pdf, page, "EUR 90", 300, 790, "/Artifact <</Type/Pagination>> BDC")
    assert check(pdf).said == "the header and footer of page 1 say more than the project does"
    verdict = check(_written(made[0], 0, "EUR 90", 300, 790, "/Artifact <</Type/Pagination>> BDC"))
    assert verdict.said == "on page A, before the first one, there is more than the project prints there"
