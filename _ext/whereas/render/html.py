"""HTML from agreement data, as XHTML that epub takes too. A number is text inside its paragraph, and its permalink."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import NamedTuple

from whereas.agreement.key_terms import as_table, index_table
from whereas.agreement.model import (
    Block,
    Bullets,
    Cell,
    Defined,
    Definitions,
    KeyTerms,
    Paragraph,
    Provision,
    Provisions,
    Quote,
    Signature,
    Signatures,
    Signer,
    Table,
    TermIndex,
)
from whereas.agreement.runs import (
    Blank,
    Broken,
    Cited,
    Definition,
    Foreign,
    Item,
    LineBreak,
    Link,
    Reference,
    Run,
    Styled,
    TermUse,
    Text,
    Value,
)
from whereas.render.urls import safe_url

#: What a renderer gives: finished output, or a foreign node for the caller to render in its place.
Piece = str | Foreign

_TAGS = {"strong": "strong", "emphasis": "em", "literal": "code", "subscript": "sub", "superscript": "sup"}


class Note(NamedTuple):
    """What a page says of a provision, and the contract does not: who cites it, and how it is cited."""

    cited: tuple[Text | Cited, ...] = ()
    cite: str = ""


def render_html(blocks: tuple[Block, ...]) -> Iterator[Piece]:
    """The HTML of blocks, piece by piece, with nothing said about them."""
    return HtmlRenderer().blocks(blocks)


def render_runs(runs: tuple[Run, ...]) -> Iterator[Piece]:
    """The HTML of a line."""
    return HtmlRenderer().runs(runs)


class HtmlRenderer:
    """Renders one page: `notes` are by anchor; `internal` tells where facts were written; `cited_in` is "Cited in"."""

    def __init__(self, notes: Mapping[str, Note] = {}, internal: bool = True, cited_in: str = "Cited in") -> None:
        """Begin a page, on which no fact has been explained and no term linked."""
        self.notes = notes
        self.internal = internal
        self.cited_in = cited_in
        self.explained: set[tuple[str, str, str]] = set()  # what has been said of facts: it is said once
        self.linked: set[str] = set()  # the terms that are a stop for the Tab key in this provision

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[Piece]:
        """The HTML of blocks, piece by piece."""
        for block in blocks:
            yield from self.block(block)

    def block(self, block: Block) -> Iterator[Piece]:
        match block:
            case Paragraph():
                yield "<p>"
                yield from self.runs(block.runs)
                yield "</p>\n"
            case Provisions():
                for item in block.items:
                    yield from self.provision(item)
            case Bullets():
                yield "<ul>\n"
                for each in block.items:
                    yield "<li>"
                    yield from self.blocks(each)
                    yield "</li>\n"
                yield "</ul>\n"
            case Table():
                yield from self.table(block)
            case Definitions():
                yield f'<div class="wh-definitions{" wh-as-table" if block.table else ""}">\n'
                for entry in block.entries:
                    yield from self.defined(entry)
                yield "</div>\n"
            case Quote():
                yield "<blockquote>\n"
                yield from self.blocks(block.blocks)
                yield "</blockquote>\n"
            case Signatures():
                yield '<div class="wh-signatures">\n'
                for signature in block.blocks:
                    yield from self.signature(signature)
                yield "</div>\n"
            case TermIndex():
                yield '<div class="wh-term-index">\n'
                yield from self.table(index_table(block))
                yield "</div>\n"
            case KeyTerms():
                yield '<div class="wh-key-terms">\n'
                yield from self.table(as_table(block, origins=self.internal))
                yield "</div>\n"
            case Foreign():
                yield block
            case Broken():
                yield f'<p class="wh-broken">{escape(block.text)}</p>\n'

    def provision(self, item: Provision) -> Iterator[Piece]:
        shape = "" if item.marker else " wh-plain"
        if len(item.marker) > 5 and item.marker[0].isdigit():  # 10.1.12 needs a wider gutter
            shape = " wh-wide"
        note = self.notes.get(item.anchor) or Note()
        cite = f' data-cite="{escape(note.cite)}"' if note.cite else ""
        yield f'<div class="wh-provision wh-level-{item.level}{shape}" id="{escape(item.anchor)}"{cite}>\n'
        around, self.linked = self.linked, set()
        rest = item.blocks
        if item.marker:
            yield f'<p><a class="wh-number" href="#{escape(item.anchor)}">{escape(item.marker)}</a>'
            if rest and isinstance(rest[0], Paragraph):
                yield " "
                yield from self.runs(rest[0].runs)
                rest = rest[1:]
            yield "</p>\n"
        yield from self.cited(note.cited)
        yield from self.blocks(rest)
        yield "</div>\n"
        self.linked = around

    def cited(self, cited: tuple[Text | Cited, ...]) -> Iterator[str]:
        """Which provisions cite this one: said of the contract, and no part of it."""
        if cited:
            yield f'<p class="wh-cited">{escape(self.cited_in)} '
            yield from self.places(cited)
            yield "</p>\n"

    def places(self, parts: Iterable[Run | Cited]) -> Iterator[str]:
        """Numbers that lead to provisions, in a line that consists of little else."""
        for part in parts:
            if isinstance(part, Cited):
                yield f'<a href="#{escape(part.anchor)}">{escape(part.text, quote=False)}</a>'
            elif isinstance(part, Reference):
                yield from self.places(part.parts)
            elif isinstance(part, Text):
                yield escape(part.text, quote=False)

    def defined(self, entry: Defined) -> Iterator[Piece]:
        around, self.linked = self.linked, set()
        yield f'<div class="wh-definition" id="{escape(entry.anchor)}">'
        yield from self.blocks(entry.blocks)
        if entry.uses:
            yield '<p class="wh-uses">'
            yield from self.places(entry.uses)
            yield "</p>"
        yield "</div>\n"
        self.linked = around

    def table(self, table: Table) -> Iterator[Piece]:
        # a table that must scroll can be reached and scrolled by keyboard
        yield '<div class="wh-table" tabindex="0" role="group" aria-label="Table"><table>\n'
        if table.head:
            yield "<thead>\n"
            for row in table.head:
                yield from self.row(row, "th")
            yield "</thead>\n"
        yield "<tbody>\n"
        for row in table.rows:
            yield from self.row(row, "td")
        yield "</tbody>\n</table></div>\n"

    def row(self, row: tuple[Cell, ...], tag: str) -> Iterator[Piece]:
        yield "<tr>"
        for cell in row:
            align = f' class="text-{cell.align}"' if cell.align else ""
            scope = ' scope="col"' if tag == "th" else ""
            yield f"<{tag}{align}{scope}>"
            match cell.blocks:
                case (Paragraph(runs=runs),):
                    yield from self.runs(runs)
                case blocks:
                    yield from self.blocks(blocks)
            yield f"</{tag}>"
        yield "</tr>\n"

    def signature(self, block: Signature) -> Iterator[Piece]:
        wide = " wh-joint" if len(block.signers) > 1 else ""
        yield f'<div class="wh-signature{wide}" id="{escape(block.anchor)}">\n<p class="wh-signature-lead">'
        yield from self.runs(block.lead)
        if block.party:
            yield from ("<br /><strong>", *self.runs(block.party), "</strong>")
        if block.tail:
            yield "<br />"
            yield from self.runs(block.tail)
        yield '</p>\n<div class="wh-signers">\n'
        for signer in block.signers:
            yield from self.signer(signer)
        yield "</div>\n</div>\n"

    def signer(self, signer: Signer) -> Iterator[Piece]:
        yield '<div class="wh-signer">\n'
        for line in signer.lines:
            yield f'<p class="wh-signature-line"><span class="wh-signature-label">{escape(line.label)}</span> '
            yield '<span class="wh-signature-entry">'
            yield from self.runs(line.runs)
            yield "</span></p>\n"
        yield "</div>\n"

    def runs(self, runs: tuple[Run, ...]) -> Iterator[Piece]:
        """The HTML of a line."""
        for run in runs:
            yield from self.run(run)

    def run(self, run: Run) -> Iterator[Piece]:
        match run:
            case Text():
                yield escape(run.text, quote=False)
            case Styled():
                tag = _TAGS.get(run.style, "span")
                yield f"<{tag}>"
                yield from self.runs(run.runs)
                yield f"</{tag}>"
            case Link():
                yield f'<a class="reference external" href="{escape(safe_url(run.url))}">'
                yield from self.runs(run.runs)
                yield "</a>"
            case LineBreak():
                yield "<br />"
            case Value():
                # dir: the direction of a name in another script is its own matter, not that of the text after it
                yield f'<span class="wh-value" dir="auto"{self.source(run)}>{escape(run.text, quote=False)}</span>'
            case Blank():
                yield f'<span class="wh-blank"{self.source(run)}>{escape(run.text, quote=False)}</span>'
            case TermUse():
                yield self.term(run)
            case Definition():
                yield f"<dfn>{escape(run.text, quote=False)}</dfn>"
            case Item():
                anchor = escape(run.anchor)
                yield f'<a class="wh-item" id="{anchor}" href="#{anchor}">{escape(run.marker)}</a>'
            case Reference():
                yield from self.reference(run)
            case Foreign():
                yield run
            case Broken():
                why = f' title="{escape(run.why)}"' if run.why else ""
                yield f'<span class="wh-broken"{why}>{escape(run.text)}</span>'

    def term(self, run: TermUse) -> str:
        """A term in use. Within a provision only the first is a stop for the Tab key: the others lead to the same."""
        words = escape(run.text, quote=False)
        if not run.anchor:
            return f'<span class="wh-term">{words}</span>'
        again = ' tabindex="-1"' if run.anchor in self.linked else ""
        self.linked.add(run.anchor)
        return f'<a class="wh-term" href="#{escape(run.anchor)}"{again}>{words}</a>'

    def source(self, run: Value | Blank) -> str:
        """What a fact tells of itself, once on a page: its meaning and, to us, where it was written."""
        origin = run.origin if isinstance(run, Value) and self.internal else ""
        if run.name and (run.name, run.about, origin) in self.explained:
            return f' data-fact="{escape(run.name)}"'
        self.explained.add((run.name, run.about, origin))
        title = "\n".join(filter(None, (run.about, origin)))
        attributes = {"title": title, "data-fact": run.name, "data-origin": origin}
        return "".join(f' {name}="{escape(text)}"' for name, text in attributes.items() if text)

    def reference(self, run: Reference) -> Iterator[Piece]:
        if run.words:
            part = run.parts[0]
            anchor = part.anchor if isinstance(part, Cited) else ""
            yield f'<a class="wh-reference" href="#{escape(anchor)}">'
            yield from self.runs(run.words)
            yield "</a>"
            return
        for part in run.parts:
            if isinstance(part, Cited):
                yield f'<a class="wh-reference" href="#{escape(part.anchor)}">{escape(part.text, quote=False)}</a>'
            else:
                yield escape(part.text, quote=False)
