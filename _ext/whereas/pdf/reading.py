"""The words of a PDF, in the order in which they were set, without what is no part of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ContentStream, NameObject

#: Marked content that repeats or adorns: headers, footers, page numbers, watermarks, contents.
_APART = ("/Artifact", "/TOC")


class NoPdf(ValueError):
    """Raised for a file that cannot be read as a PDF; says why."""


@dataclass(frozen=True)
class Sheet:
    """One page: its label ("12"), its words, and what kinds of marks someone has put on it."""

    label: str
    text: str
    marks: tuple[str, ...]


@dataclass(frozen=True)
class Paper:
    """A PDF: its pages, and what it says of itself."""

    sheets: tuple[Sheet, ...]
    facts: dict[str, str]

    @property
    def cover(self) -> str:
        """The words before page 1."""
        return "\n".join(sheet.text for sheet in self.sheets if not sheet.label.isdigit())

    @property
    def body(self) -> tuple[Sheet, ...]:
        """The pages from page 1 on."""
        return tuple(sheet for sheet in self.sheets if sheet.label.isdigit())


def read_paper(path: Path) -> Paper:
    """Read a PDF; raises NoPdf where it cannot be."""
    try:
        reader = PdfReader(path)
        if reader.is_encrypted:
            raise NoPdf("it is encrypted")
        labels = reader.page_labels
        sheets = tuple(
            Sheet(label, _text(page, reader), tuple(_marks(page)))
            for label, page in zip(labels, reader.pages, strict=True)
        )
        facts = {key.removeprefix("/"): str(value) for key, value in (reader.metadata or {}).items()}
    except FileNotFoundError:
        raise NoPdf("there is no such file") from None
    except IsADirectoryError:
        raise NoPdf("it is a folder") from None
    except (OSError, PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NoPdf(str(error) if isinstance(error, NoPdf) else "it is no PDF that can be read") from None
    return Paper(sheets, facts)


def _text(page: Any, reader: PdfReader) -> str:
    """The words of a page; what is marked as no part of the text is cut out of its content."""
    contents = page.get_contents()
    if contents is None:
        return ""
    stream = ContentStream(contents, reader, "bytes")
    kept, depth, apart = [], 0, 0
    for operands, operator in stream.operations:
        if operator in (b"BMC", b"BDC"):
            depth += 1
            apart = apart or (depth if operands and operands[0] in _APART else 0)
        elif operator == b"EMC":
            apart = 0 if apart == depth else apart
            depth -= 1
        elif not apart or operator not in _SHOWING:
            kept.append((operands, operator))
    stream.operations = kept
    page[NameObject("/Contents")] = stream
    return str(page.extract_text())


_SHOWING = (b"Tj", b"TJ", b"'", b'"')


def _marks(page: Any) -> Iterator[str]:
    """What lies over a page besides links: notes, stamps, text written upon it, fields."""
    for annotation in page.get("/Annots") or ():
        kind = str(annotation.get_object().get("/Subtype", ""))
        if kind != "/Link":
            yield re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.removeprefix("/")).lower()
