"""Words that a PDF holds and nobody sees: painted over, or of a look or in a place in which they are not read."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from constructs import CONSTRUCTS, agreement_of, picture
from paper import need_tex, set_all
from projects import Project
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject, RectangleObject
from torture import SCRIPTS

from whereas.paper.verdict import Verdict
from whereas.pdf.printed_pages import read_paper
from whereas.pdf.verify import verify

NOTE = """
    ---
    agreement: {style: uk}
    ---
    # Note

    ## First
    1. The price is EUR 40.

    | a | b |
    |---|--:|
    | 1[^a] | 2 |

    [^a]: Plus tax.

    :::{note}
    In a box.
    :::
    """
#: The ink in which LaTeX sets the text.
INK = b"0.102 0.102 0.102 rg"
OVER, UNSEEN = "there is a drawing on top of it", "some of its words cannot be seen"
#: What adorns a page; pictures in it are not counted.
ADORNING = b"/Artifact BMC %s EMC"
ALL = b"0 0 600 850"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Path]:
    """The PDF of a note, and where its outline is."""
    need_tex()
    project = Project(tmp_path_factory.mktemp("hidden"))
    project.write({"agreements/note.md": NOTE})
    latex = project.build("latex")
    set_all(latex.out)
    return (latex.out / "note.pdf").read_bytes(), project.build("outline", out="-outline").out


@pytest.fixture
def check(made: tuple[bytes, Path], tmp_path: Path) -> Callable[[bytes], Verdict]:
    """Verifies the bytes of a PDF."""

    def check(pdf: bytes) -> Verdict:
        (tmp_path / "x.pdf").write_bytes(pdf)
        return verify(tmp_path / "x.pdf", made[1])

    return check


def _forged(pdf: bytes, change: Callable[[bytes], bytes], crop: bool = False) -> bytes:
    """The PDF, its last page's content changed and still in one stream; what that may name is there."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    page = writer.pages[-1]
    stream = DecodedStreamObject()
    stream.set_data(change(page.get_contents().get_data()))  # type: ignore[union-attr]
    page[NameObject("/Contents")] = writer._add_object(stream)
    form, image = DecodedStreamObject(), DecodedStreamObject()
    form.set_data(b"1 g 0 0 600 850 re f")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = RectangleObject((0, 0, 600, 850))
    image.set_data(b"\xff")
    image[NameObject("/Subtype")] = NameObject("/Image")
    drawn = {NameObject("/Form"): writer._add_object(form), NameObject("/Image"): writer._add_object(image)}
    states = {NameObject("/Clear"): DictionaryObject({NameObject("/ca"): FloatObject(0)})}
    page["/Resources"][NameObject("/XObject")] = DictionaryObject(drawn)  # type: ignore[index]
    page["/Resources"][NameObject("/ExtGState")] = DictionaryObject(states)  # type: ignore[index]
    if crop:
        page[NameObject("/CropBox")] = ArrayObject(map(FloatObject, (0, 0, 600, 100)))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _font(content: bytes) -> bytes:
    found = re.search(rb"/F\d+ ", content)
    assert found
    return found[0]


def _heaped(page: bytes) -> bytes:
    """The page with the words of its provision upon their number."""
    return re.sub(
        rb"(10\.\d+ [-\d.]+ Td)((?:(?!Td).)*?)4\d\.\d+ [-\d.]+ Td", rb"\1\2\1", page, count=1, flags=re.DOTALL
    )


FORGERIES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "a white box": (lambda page: page + b" 1 g " + ALL + b" re f", OVER),
    "a white box of lines": (lambda page: page + b" 1 g 0 0 m 600 0 l 600 850 l 0 850 l h f*", OVER),
    "a box that is moved": (lambda page: page + b" q 600 0 0 850 0 0 cm 1 g 0 0 1 1 re f Q", OVER),
    "a box with a clip": (lambda page: page + b" q 0 300 600 500 re W n 1 g " + ALL + b" re f Q", OVER),
    "a box in an artifact": (lambda page: page + ADORNING % (b" 1 g " + ALL + b" re b"), OVER),
    "a broad line": (lambda page: page + b" 1 G 850 w 0 425 m 600 425 l S", OVER),
    "many thin lines": (
        lambda page: page + b" 1 G .9 w " + b" ".join(b"%d 0 m %d 850 l S" % (x, x) for x in range(600)),
        OVER,
    ),
    "lines through words": (
        lambda page: page + b" .4 w " + b" ".join(b"0 %d m 600 %d l S" % (y, y) for y in range(0, 850, 4)),
        OVER,
    ),
    "a picture": (lambda page: page + ADORNING % b" q 600 0 0 850 0 0 cm /Image Do Q", OVER),
    "a picture in the page": (
        lambda page: page + ADORNING % b" q 600 0 0 850 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q",
        OVER,
    ),
    "a form": (lambda page: page + ADORNING % b" /Form Do", OVER),
    "a shading": (lambda page: page + b" /Shade sh", OVER),
    "white words": (lambda page: page.replace(INK, b"1 1 1 rg"), UNSEEN),
    "words nearly white": (lambda page: page.replace(INK, b".9 g"), UNSEEN),
    "white words of four inks": (lambda page: page.replace(INK, b"0 0 0 0 k"), UNSEEN),
    "words in a pattern": (lambda page: page.replace(INK, b"/Pattern cs /P scn"), UNSEEN),
    "dark words on a dark ground": (lambda page: b"0 g " + ALL + b" re f " + page, UNSEEN),
    "a ground that is dark in part": (lambda page: b"0 g 0 0 150 850 re f " + page, UNSEEN),
    "a ground that is white in part": (
        lambda page: b"0 g " + ALL + b" re f 1 g 0 0 150 850 re f " + page.replace(INK, b"1 g"),
        UNSEEN,
    ),
    "a ground of a shading": (lambda page: b"/Shade sh " + page, UNSEEN),
    "words that are not painted": (lambda page: b"3 Tr " + page, UNSEEN),
    "words that only clip": (lambda page: b"7 Tr " + page, UNSEEN),
    "words too small": (lambda page: b".1 0 0 .1 100 100 cm " + page, UNSEEN),
    "words without width": (lambda page: b"1 Tz " + page, UNSEEN),
    "words raised off the page": (lambda page: b"2000 Ts " + page, UNSEEN),
    "words spread off the page": (lambda page: b"2000 Tc " + page, UNSEEN),
    "words moved off the page": (lambda page: b"1 0 0 1 900 0 cm " + page, UNSEEN),
    "words that are clipped": (lambda page: b"0 0 600 99 re W n " + page, UNSEEN),
    "words clipped in part": (lambda page: b"0 0 150 850 re W n " + page, UNSEEN),
    "words clipped by a shape": (lambda page: b"0 0 m 600 0 l 0 850 l h W* n " + page, UNSEEN),
    "words turned round": (lambda page: b"-1 0 0 -1 600 850 cm " + page, UNSEEN),
    "words seen from behind": (lambda page: b"-1 0 0 1 600 0 cm " + page, UNSEEN),
    "words upside down": (lambda page: b"1 0 0 -1 0 850 cm " + page, UNSEEN),
    "words on their side": (lambda page: b"0 1 -1 0 850 0 cm " + page, UNSEEN),
    "words of less than no width": (lambda page: b"-100 Tz " + page, UNSEEN),
    "words laid down": (lambda page: b"1 0 1 1 -200 0 cm " + page, UNSEEN),
    "clear words": (lambda page: b"/Clear gs " + page, UNSEEN),
    "words upon words": (_heaped, "some of its words stand upon others"),
    "words in a layer": (lambda page: b"/OC /Layer BDC " + page + b" EMC", UNSEEN),
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_words_that_are_hidden_are_told(
    forgery: str, check: Callable[[bytes], Verdict], made: tuple[bytes, Path]
) -> None:
    change, said = FORGERIES[forgery]
    content = PdfReader(io.BytesIO(made[0])).pages[-1].get_contents().get_data()  # type: ignore[union-attr]
    assert change(content) != content
    assert check(_forged(made[0], change)).said == f"the text is the same, but on page 2 {said}"


def test_letters_over_letters_hide_them(
    check: Callable[[bytes], Verdict], made: tuple[bytes, Path], tmp_path: Path
) -> None:
    """What they say themselves is told first."""
    letters = b" 1 g BT %s 900 Tf 0 0 Td <00220023> Tj ET"
    forged = _forged(made[0], lambda page: page + ADORNING % (letters % _font(page)))
    assert not check(forged).same
    assert read_paper(tmp_path / "x.pdf").sheets[-1].hidden == OVER


def test_words_cut_off_the_page_are_told(check: Callable[[bytes], Verdict], made: tuple[bytes, Path]) -> None:
    verdict = check(_forged(made[0], lambda page: page, crop=True))
    assert verdict.said == f"the text is the same, but on page 2 {UNSEEN}"


@pytest.mark.parametrize(
    "drawing",
    [b"", b"1 g 0 0 600 20 re f", b"0 0 600 20 re W n 1 g 0 0 600 850 re f", b"q 3 Tr Q", b".4 w 0 20 m 600 20 l S"],
    ids=["nothing", "beside", "clipped away", "no words", "a rule"],
)
def test_what_hides_no_words_is_not_told(
    drawing: bytes, check: Callable[[bytes], Verdict], made: tuple[bytes, Path]
) -> None:
    verdict = check(_forged(made[0], lambda page: page + b" " + drawing))
    assert verdict.same, verdict.said


def test_nothing_is_hidden_in_a_copy_to_mark_up(tmp_path: Path) -> None:
    """All constructs, with marked values, numbers of lines and a watermark."""
    need_tex()
    project = Project(tmp_path)
    values = "".join(f"  {name}: '{text.strip().replace(chr(39), chr(39) * 2)}'\n" for name, text in SCRIPTS.items())
    project.write({"deals/all.yaml": f"agreement: all\nvalues:\n  area: Asia\n{values}"})
    (tmp_path / "agreements").mkdir(exist_ok=True)
    (tmp_path / "agreements/all.md").write_text(agreement_of(CONSTRUCTS), encoding="utf-8")
    for folder in ("agreements", "deals"):
        (tmp_path / folder / "picture.png").write_bytes(picture())
    latex = project.build("latex", whereas_review=True)
    (latex.out / "all.tex").unlink()
    set_all(latex.out)
    sheets = read_paper(latex.out / "deals-all.pdf").sheets
    assert len(sheets) > 10
    assert [sheet.hidden for sheet in sheets] == [""] * len(sheets)
