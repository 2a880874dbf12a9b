"""LaTeX of what stands in a line: words, facts, terms, references."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
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
from whereas.render.figures import together
from whereas.render.tex import escape, escape_url, typewritten

#: What a renderer gives: finished output, or a foreign node for the caller to render in its place.
Piece = str | Foreign

_COMMANDS = {
    "strong": "textbf",
    "emphasis": "emph",
    "literal": "texttt",
    "subscript": "textsubscript",
    "superscript": "textsuperscript",
}


@dataclass(frozen=True)
class LatexLines:
    """Renders lines; `anchor` makes a page's anchor one of the whole PDF."""

    anchor: Callable[[str], str]

    def runs(self, runs: tuple[Run, ...]) -> Iterator[Piece]:
        """The LaTeX of a line."""
        for run in together(runs):
            yield from self.run(run)

    def run(self, run: Run) -> Iterator[Piece]:
        match run:
            case Text():
                yield escape(run.text)
            case Styled():
                yield f"\\{_COMMANDS[run.style]}{{" if run.style in _COMMANDS else "{"
                for piece in self.runs(run.runs):
                    yield typewritten(piece) if run.style == "literal" and isinstance(piece, str) else piece
                yield "}"
            case Link():
                yield f"\\href{{{escape_url(run.url)}}}{{"
                yield from self.runs(run.runs)
                yield "}"
            case LineBreak():
                yield "\\newline "
            case Value():
                yield f"\\LegalValue{{{escape(run.text)}}}"
            case Blank():
                yield f"\\LegalBlank{{{escape(run.text)}}}"
            case TermUse():
                text = escape(run.text)
                yield f"\\LegalUse{{{self.anchor(run.anchor)}}}{{{text}}}" if run.anchor else text
            case Definition():
                yield f"\\LegalTerm{{{escape(run.text)}}}"
            case Item():
                yield f"\\LegalItem{{{escape(run.marker)}}}{{{self.anchor(run.anchor)}}}"
            case Reference():
                yield from self.reference(run)
            case Foreign():
                yield run
            case Broken():
                yield f"\\LegalBroken{{{escape(run.text)}}}"
            case Passage() | Slot():
                pass  # filled before anything is printed
            case _:
                assert_never(run)

    def reference(self, run: Reference) -> Iterator[Piece]:
        if run.words and isinstance(run.parts[0], Cited):
            yield f"\\LegalRef{{{self.anchor(run.parts[0].anchor)}}}{{"
            yield from self.runs(run.words)
            yield "}"
            return
        for part in run.parts:
            if isinstance(part, Cited):
                yield f"\\LegalRef{{{self.anchor(part.anchor)}}}{{{escape(part.text)}}}"
            else:
                yield escape(part.text)
