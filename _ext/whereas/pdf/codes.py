"""As what each letter of a page is read: what `extract_text` makes of the codes that each font is shown with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pypdf.generic import ArrayObject, ByteStringObject, ContentStream, FloatObject

from whereas.pdf.letters import plain
from whereas.pdf.marked import Step
from whereas.pdf.positions import codes_of

Codes = dict[str, dict[int, str]]


def codes_read(page: Any, stream: ContentStream, steps: Sequence[Step], known: Codes) -> Codes:
    """By the name of each font in a page's resources: its codes in words that the project fixes, and their letters.

    Those that are `known` are left out. The page's content is `stream`, whose operations are lost.
    """
    fonts, shown = [""], dict[tuple[str, int], int]()
    for step in steps:
        match step.operator:
            case b"Tf":
                fonts[-1] = str(step.operands[0])
            case b"q":
                fonts.append(fonts[-1])
            case b"Q" if len(fonts) > 1:
                fonts.pop()
        if step.shows and step.kind != "/Formula":
            wide = 2 if _is_wide(page, fonts[-1]) else 1
            for code in codes_of(step.operands[-1], wide):
                if code not in known.get(fonts[-1], ()):
                    shown[fonts[-1], code] = wide
    said = _read(page, stream, shown)
    found: Codes = {}
    for (font, code), words in zip(shown, said, strict=True):
        found.setdefault(font, {})[code] = plain(words)
    return found


def _is_wide(page: Any, font: str) -> bool:
    fonts = page["/Resources"].get("/Font", {})
    return font in fonts and "/DescendantFonts" in fonts[font].get_object()


def _read(page: Any, stream: ContentStream, shown: dict[tuple[str, int], int]) -> list[str]:
    """What is read of each code, all in one go: each is set on a line of its own."""
    if not shown:
        return []
    said, operations = [""] * len(shown), list[Any]()
    for line, ((font, code), wide) in enumerate(shown.items()):
        place = [FloatObject(number) for number in (1, 0, 0, 1, 0, line * -100)]
        show = ByteStringObject(code.to_bytes(wide, "big"))
        operations += [([], b"BT"), ([font, FloatObject(10)], b"Tf"), (place, b"Tm")]
        operations += [([ArrayObject([show])], b"TJ"), ([], b"ET")]

    def read(words: str, _: Any, place: Any, *__: Any) -> None:
        said[round(-place[5] / 100)] += words

    stream.operations = operations
    page.extract_text(visitor_text=read)
    return said
