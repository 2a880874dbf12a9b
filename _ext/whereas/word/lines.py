"""What stands in a line, as runs of Word: words, facts, terms, citations as fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import assert_never

from whereas.agreement.runs import (
    Blank,
    Broken,
    Cited,
    Definition,
    Foreign,
    Item,
    LineBreak,
    Link,
    Passage,
    Reference,
    Run,
    Slot,
    Styled,
    TermUse,
    Text,
    Value,
)
from whereas.agreement.walk import text_of
from whereas.render.figures import together
from whereas.render.urls import safe_url
from whereas.word.citing import cited_pieces, is_worked_out, with_words
from whereas.word.parts import Parts
from whereas.word.xml import NOTHING, Properties, element, escape, field, run, text_runs

BOLD = {"b": "<w:b/>", "bCs": "<w:bCs/>"}
ITALIC = {"i": "<w:i/>", "iCs": "<w:iCs/>"}
#: How words are set by the style of a run.
STYLED: dict[str, Properties] = {
    "strong": BOLD,
    "emphasis": ITALIC,
    "literal": {"rStyle": element("rStyle", val="Literal")},
    "subscript": {"vertAlign": element("vertAlign", val="subscript")},
    "superscript": {"vertAlign": element("vertAlign", val="superscript")},
}
_COUNTED = {"a": "alphabetic", "A": "ALPHABETIC", "i": "roman", "I": "ROMAN", "1": "Arabic"}


def styled(name: str, properties: Properties = NOTHING) -> Properties:
    """Properties with the style of characters of a name, where they have none yet."""
    return {"rStyle": element("rStyle", val=name), **properties}


class LineWriter:
    """Writes lines; `foreign` writes what is no contract text, in a line."""

    def __init__(self, parts: Parts, foreign: Callable[[Foreign, Properties], str]) -> None:
        """Take the parts of the file and what writes the rest."""
        self.parts = parts
        self.foreign = foreign

    def runs(self, runs: tuple[Run, ...], properties: Properties = NOTHING) -> str:
        """The runs of a line."""
        return "".join([self.run(each, properties) for each in together(runs)])

    def run(self, each: Run, properties: Properties) -> str:
        match each:
            case Text():
                return text_runs(each.text, properties)
            case TermUse():
                return text_runs(each.text, properties)
            case Styled():
                return self.runs(each.runs, {**properties, **STYLED.get(each.style, {})})
            case Link():
                return self.link(safe_url(each.url), self.runs(each.runs, styled("Hyperlink", properties)))
            case LineBreak():
                return run("<w:br/>", properties)
            case Value():
                words = text_runs(each.text, styled("Value", properties) if self.marks else properties)
                return self.parts.valued(each.name, words) if each.name and words else words
            case Blank():
                words = text_runs(each.text, styled("Blank", properties))
                return self.parts.valued(each.name, words) if each.name else words
            case Definition():
                return text_runs(each.text, styled("DefinedTerm", properties))
            case Item():
                number = each.marker.rstrip(".")
                stop = text_runs(each.marker[len(number) :], properties)
                return self.parts.anchored(each.anchor, text_runs(number, properties)) + stop
            case Reference():
                return self.reference(each, properties)
            case Foreign():
                return self.foreign(each, properties)
            case Broken():
                return text_runs(each.text, styled("Broken", properties))
            case Passage() | Slot():
                return ""  # filled before anything is printed
            case _:
                assert_never(each)

    @property
    def marks(self) -> bool:
        """Whether values are marked."""
        return self.parts.sheet.review

    def link(self, url: str, content: str) -> str:
        """Runs that lead to an address."""
        if url == "#":
            return content
        return f'<w:hyperlink r:id="{self.parts.leads_to("hyperlink", url, outside=True)}">{content}</w:hyperlink>'

    def inner(self, anchor: str, content: str) -> str:
        """Runs that lead to a place in the file."""
        return f'<w:hyperlink w:anchor="{escape(self.parts.name(anchor))}" w:history="1">{content}</w:hyperlink>'

    def reference(self, each: Reference, properties: Properties) -> str:
        properties = styled("CrossReference", properties)
        if each.words and isinstance(each.parts[0], Cited):
            return self.inner(each.parts[0].anchor, self.runs(each.words, properties))
        return "".join(self.cited(each, properties))

    def cited(self, each: Reference, properties: Properties) -> Iterator[str]:
        """The pieces of a citation: fields, and the words between them."""
        before: Cited | None = None
        plain = {name: xml for name, xml in properties.items() if name != "rStyle"}
        for part in with_words(each.parts, self.parts):
            if isinstance(part, Cited):
                pieces = cited_pieces(part, self.parts)
                if not is_worked_out(part, pieces, self.parts):
                    self.parts.written.append(text_of((each,)))
                if not any(piece.code for piece in pieces):
                    yield self.inner(part.anchor, text_runs(part.text, properties))
                else:
                    for text, code in pieces:
                        words = text_runs(text, properties)
                        yield field(code, words, properties) if code else words
                before = part
                continue
            title = self.parts.titles.get(before.anchor, "") if before and each.form == "clause-title" else ""
            if before and before.anchor not in self.parts.noted and title and part.text.startswith(f" ({title})"):
                name = self.parts.name(self.titled(before.anchor))
                yield text_runs(" (", plain)
                yield field(f"REF {name} \\h \\* CHARFORMAT", text_runs(title, plain), plain)
                yield text_runs(part.text[len(title) + 2 :], plain)
            else:
                yield text_runs(part.text, plain)

    def titled(self, anchor: str) -> str:
        """What the bookmark around a title is called by: of a heading it is that of its provision."""
        label = self.parts.label(anchor)
        return anchor if not label or label.is_heading else f"{anchor}:title"
