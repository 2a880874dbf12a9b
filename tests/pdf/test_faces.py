"""Letters of a PDF that are read as what they are not: another table of codes, or other drawings in the font."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from paper import need_tex, set_all
from projects import Project
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject, StreamObject

from whereas.pdf.faces import alike
from whereas.pdf.verify import verify

NOTE = """
    ---
    agreement: {style: uk}
    ---
    # Note

    ## First
    1. The price is EUR 49.
    """


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Path]:
    """The PDF of a note, and where its outline is."""
    need_tex()
    project = Project(tmp_path_factory.mktemp("faces"))
    project.write({"agreements/note.md": NOTE})
    latex = project.build("latex")
    set_all(latex.out)
    return (latex.out / "note.pdf").read_bytes(), project.build("outline", out="-outline").out


Change = Callable[[Any], None]


def _forged(pdf: bytes, change: Change) -> bytes:
    """The PDF, and the font of its text changed."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    fonts = writer.pages[-1]["/Resources"]["/Font"]  # type: ignore[index]
    change(
        next(
            font.get_object() for font in fonts.values() if str(font["/BaseFont"]).endswith("LinLibertineO-Identity-H")
        )
    )
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _stream(content: bytes, old: Any) -> StreamObject:
    stream = DecodedStreamObject()
    stream.set_data(content)
    stream.update({key: value for key, value in old.items() if key in ("/Subtype",)})
    return stream


def _code_of(font: Any, letter: str) -> bytes:
    """The code that is read as a letter."""
    table, wanted = font["/ToUnicode"].get_data(), ord(letter)
    ranges = re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL)
    for first, last, said in re.findall(rb"<(\w{4})>\s*<(\w{4})>\s*<(\w{4})>", b"".join(ranges)):
        if 0 <= wanted - int(said, 16) <= int(last, 16) - int(first, 16):
            return b"%04x" % (int(first, 16) + wanted - int(said, 16))
    found = re.search(rb"<(\w{4})>\s*<%04X>" % wanted, table)
    assert found
    return found[1].lower()


def _read_as(font: Any, **said: str) -> None:
    """Some letters are read as others from now on: what a table says last, counts."""
    codes = b"".join(b"<%b> <%04x>\n" % (_code_of(font, letter), ord(other)) for letter, other in said.items())
    table = font["/ToUnicode"].get_data()
    more = b"%d beginbfchar\n%bendbfchar\nendcmap" % (len(said), codes)
    font[NameObject("/ToUnicode")] = _stream(table.replace(b"endcmap", more), {})


def _program(font: Any) -> Any:
    return font["/DescendantFonts"][0]["/FontDescriptor"]


def _redrawn(font: Any, change: Callable[[Any], None]) -> None:
    """The font with its drawings changed."""
    from fontTools.cffLib import CFFFontSet

    fonts, out = CFFFontSet(), io.BytesIO()
    description = _program(font)
    fonts.decompile(io.BytesIO(description["/FontFile3"].get_data()), None)
    for name in fonts[0].CharStrings.keys():  # noqa: SIM118
        fonts[0].CharStrings[name].decompile()
    change(fonts[0])
    fonts.major, fonts.minor = 1, 0
    fonts.compile(out, SimpleNamespace(recalcBBoxes=False, getGlyphOrder=lambda: fonts[0].charset))
    description[NameObject("/FontFile3")] = _stream(out.getvalue(), description["/FontFile3"])


def _swap_drawings(font: Any) -> None:
    four, nine = (f"cid{int(_code_of(font, letter), 16):05}" for letter in "49")

    def swap(top: Any) -> None:
        drawn = top.CharStrings
        drawn[four].program, drawn[nine].program = drawn[nine].program, drawn[four].program

    _redrawn(font, swap)


def _turn(font: Any) -> None:
    _redrawn(font, lambda top: top.rawDict.update(FontMatrix=[-0.001, 0, 0, 0.001, 0, 0]))


def _not_there(font: Any) -> None:
    del _program(font)["/FontFile3"]


def _of_one_byte(font: Any) -> None:
    font[NameObject("/Encoding")] = NameObject("/UniJIS-UTF16-H")


def _mapped(font: Any) -> None:
    font["/DescendantFonts"][0].get_object()[NameObject("/CIDToGIDMap")] = _stream(b"\0\1" * 3000, {})


FORGERIES: dict[str, tuple[Change, str]] = {
    "other drawings": (_swap_drawings, "does not look as it does in the font LinLibertineO"),
    "drawings turned": (_turn, "of another kind than those that this project embeds"),
    "no drawings": (_not_there, "that is not in the PDF"),
    "other codes": (_of_one_byte, "words are set in a font"),
    "codes of other drawings": (_mapped, "of another kind than those that this project embeds"),
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_letter_that_looks_like_another_is_told(forgery: str, made: tuple[bytes, Path], tmp_path: Path) -> None:
    change, said = FORGERIES[forgery]
    (tmp_path / "x.pdf").write_bytes(_forged(made[0], change))
    verdict = verify(tmp_path / "x.pdf", made[1])
    assert not verdict.same
    assert said in verdict.said or forgery == "other codes"


def _swapped_in_text(pdf: bytes) -> bytes:
    """The PDF shows EUR 94, and is read as EUR 49."""
    forged = _forged(pdf, lambda font: _read_as(font, **{"4": "9", "9": "4"}))
    writer = PdfWriter(clone_from=io.BytesIO(forged))
    font: list[Any] = []
    _forged(pdf, font.append)
    four, nine = (_code_of(font[0], letter) for letter in "49")
    for page in writer.pages:
        content = page.get_contents().get_data()  # type: ignore[union-attr]
        swap = {four: nine, nine: four}
        shown = re.compile(rb"<((?:[0-9a-f]{4})+)>")

        def turned(found: re.Match[bytes], swap: dict[bytes, bytes] = swap) -> bytes:
            codes = re.findall(rb"....", found[1])
            return b"<" + b"".join(swap.get(code, code) for code in codes) + b">"

        stream = DecodedStreamObject()
        stream.set_data(shown.sub(turned, content))
        page[NameObject("/Contents")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_letter_that_is_read_as_another_is_told(made: tuple[bytes, Path], tmp_path: Path) -> None:
    """What a program reads off it is the same, to the letter."""
    (tmp_path / "x.pdf").write_bytes(_swapped_in_text(made[0]))
    verdict = verify(tmp_path / "x.pdf", made[1])
    assert re.search(r"a letter is read as '[49]' and is another one", verdict.said)


def test_a_letter_that_cannot_be_read_is_told(made: tuple[bytes, Path], tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(_forged(made[0], lambda font: _read_as(font, **{"4": "\u00ad"})))
    assert not verify(tmp_path / "x.pdf", made[1]).same


def test_a_font_that_is_not_here_is_named(
    made: tuple[bytes, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("whereas.pdf.alphabets.installed", lambda name: None)
    (tmp_path / "x.pdf").write_bytes(made[0])
    verdict = verify(tmp_path / "x.pdf", made[1])
    assert verdict.same
    assert (
        "(but how the letters of LinLibertineOZ, LinLibertineO look was not compared: not installed here)"
        in verdict.said
    )


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ([("moveTo", ((0, 0),)), ("lineTo", ((10.4, 20),)), ("closePath", ())], True),
        ([("moveTo", ((0, 0),)), ("lineTo", ((12, 20),)), ("closePath", ())], False),
        ([("moveTo", ((0, 0),)), ("curveTo", ((10, 20),)), ("closePath", ())], False),
        ([("moveTo", ((0, 0),)), ("lineTo", ((10, 20), (10, 20))), ("closePath", ())], False),
        ([("moveTo", ((0, 0),)), ("lineTo", ((10, 20),))], False),
        ([], False),
    ],
)
def test_drawings_are_alike_but_for_rounding(other: Any, same: bool) -> None:
    assert alike([("moveTo", ((0, 0),)), ("lineTo", ((10, 20),)), ("closePath", ())], other) is same
