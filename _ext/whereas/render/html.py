"""HTML from agreement data, as XHTML that epub takes too. A number is text inside its paragraph, and its permalink."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import NamedTuple, assert_never

from whereas.agreement.key_terms import as_table, index_table
from whereas.agreement.model import (
    Block,
    Bullets,
    Cell,
    Defined,
    Definitions,
    Descriptions,
    KeyTerms,
    Note,
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
from whereas.agreement.runs import Broken, Cited, Foreign, Reference, Run, Text
from whereas.agreement.walk import text_of
from whereas.language.registry import phrases, site_words
from whereas.render.html_lines import HtmlLines, Piece


class Remark(NamedTuple):
    """What a page says of a provision, and the contract does not: who cites it, and how it is cited."""

    cited: tuple[Text | Cited, ...] = ()
    cite: str = ""


def render_html(blocks: tuple[Block, ...]) -> Iterator[Piece]:
    """The HTML of blocks, piece by piece, with nothing said about them."""
    return HtmlRenderer().blocks(blocks)


def render_runs(runs: tuple[Run, ...]) -> Iterator[Piece]:
    """The HTML of a line."""
    return HtmlRenderer().runs(runs)


class HtmlRenderer(HtmlLines):
    """Renders one page: `notes` are by anchor; `internal` tells where facts were written; `locale` is the page's."""

    def __init__(self, notes: Mapping[str, Remark] = {}, internal: bool = True, locale: str = "en") -> None:
        """Begin a page, on which no fact has been explained and no term linked."""
        super().__init__(internal)
        self.notes = notes
        self.locale = locale

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
            case Note():
                kind = f" {escape(block.kind)}" if block.kind else ""
                yield f'<div class="admonition{kind}">\n<p class="admonition-title">'
                yield from self.runs(block.title)
                yield "</p>\n"
                yield from self.blocks(block.blocks)
                yield "</div>\n"
            case Descriptions():
                yield "<dl>\n"
                for described in block.items:
                    yield "<dt>"
                    yield from self.runs(described.term)
                    yield "</dt>\n<dd>"
                    yield from self.blocks(described.blocks)
                    yield "</dd>\n"
                yield "</dl>\n"
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
            case _:
                assert_never(block)

    def provision(self, item: Provision) -> Iterator[Piece]:
        shape = " wh-level-1" if item.level == 1 else ""  # what stands in it is 1.1, and wider than an (a)
        if len(item.marker) > 5 and item.marker[0].isdigit():  # 10.1.12 needs a wider gutter
            shape += " wh-wide"
        note = self.notes.get(item.anchor) or Remark()
        cite = f' data-cite="{escape(note.cite)}"' if note.cite else ""
        yield f'<div class="wh-provision{shape}" id="{escape(item.anchor)}"{cite}>\n'
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
            yield f'<p class="wh-cited">{escape(phrases(self.locale).cited_in)} '
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
        label = escape(text_of(table.caption) or site_words(self.locale).table)
        yield f'<div class="wh-table" tabindex="0" role="group" aria-label="{label}"><table>\n'
        if table.caption:
            yield "<caption>"
            yield from self.runs(table.caption)
            yield "</caption>\n"
        if table.head:
            yield "<thead>\n"
            for row in table.head:
                yield from self.row(row, len(row), "col")
            yield "</thead>\n"
        yield "<tbody>\n"
        for row in table.rows:
            yield from self.row(row, table.stubs, "row")
        yield "</tbody>\n</table></div>\n"

    def row(self, row: tuple[Cell, ...], heads: int, of: str) -> Iterator[Piece]:
        """A row whose first cells, so many, are heads of a row or column."""
        yield "<tr>"
        for index, cell in enumerate(row):
            tag = "th" if index < heads else "td"
            align = f' class="text-{cell.align}"' if cell.align else ""
            scope = f' scope="{of}"' if tag == "th" else ""
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
