"""HTML from agreement data, as XHTML that epub takes too. A number is text inside its paragraph, and its permalink."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

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

_TAGS = {
    "strong": "strong",
    "emphasis": "em",
    "literal": "code",
    "subscript": "sub",
    "superscript": "sup",
    "span": "span",
}


def render_html(blocks: tuple[Block, ...]) -> Iterator[Piece]:
    """The HTML of blocks, piece by piece."""
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[Piece]:
    match block:
        case Paragraph():
            yield "<p>"
            yield from render_runs(block.runs)
            yield "</p>\n"
        case Provisions():
            for item in block.items:
                yield from _provision(item)
        case Bullets():
            yield "<ul>\n"
            for each in block.items:
                yield "<li>"
                yield from render_html(each)
                yield "</li>\n"
            yield "</ul>\n"
        case Table():
            yield from _table(block)
        case Definitions():
            yield f'<div class="wh-definitions{" wh-as-table" if block.table else ""}">\n'
            for entry in block.entries:
                yield from _defined(entry)
            yield "</div>\n"
        case Quote():
            yield "<blockquote>\n"
            yield from render_html(block.blocks)
            yield "</blockquote>\n"
        case Signatures():
            yield '<div class="wh-signatures">\n'
            for signature in block.blocks:
                yield from _signature(signature)
            yield "</div>\n"
        case TermIndex():
            yield '<div class="wh-term-index">\n'
            yield from _table(index_table(block))
            yield "</div>\n"
        case KeyTerms():
            yield '<div class="wh-key-terms">\n'
            yield from _table(as_table(block, origins=True))
            yield "</div>\n"
        case Foreign():
            yield block
        case Broken():
            yield f'<p class="wh-broken">{escape(block.text)}</p>\n'


def _provision(item: Provision) -> Iterator[Piece]:
    shape = "" if item.marker else " wh-plain"
    if len(item.marker) > 5 and item.marker[0].isdigit():  # 10.1.12 needs a wider gutter
        shape = " wh-wide"
    yield f'<div class="wh-provision wh-level-{item.level}{shape}" id="{escape(item.anchor)}">\n'
    rest = item.blocks
    if item.marker:
        yield f'<p><a class="wh-number" href="#{escape(item.anchor)}">{escape(item.marker)}</a>'
        if rest and isinstance(rest[0], Paragraph):
            yield " "
            yield from render_runs(rest[0].runs)
            rest = rest[1:]
        yield "</p>\n"
    yield from render_html(rest)
    yield "</div>\n"


def _defined(entry: Defined) -> Iterator[Piece]:
    yield f'<div class="wh-definition" id="{escape(entry.anchor)}">'
    yield from render_html(entry.blocks)
    if entry.uses:
        yield '<p class="wh-uses">'
        yield from render_runs(entry.uses)
        yield "</p>"
    yield "</div>\n"


def _table(table: Table) -> Iterator[Piece]:
    # a table that must scroll can be reached and scrolled by keyboard
    yield '<div class="wh-table" tabindex="0" role="group" aria-label="Table"><table>\n'
    if table.head:
        yield "<thead>\n"
        for row in table.head:
            yield from _row(row, "th")
        yield "</thead>\n"
    yield "<tbody>\n"
    for row in table.rows:
        yield from _row(row, "td")
    yield "</tbody>\n</table></div>\n"


def _row(row: tuple[Cell, ...], tag: str) -> Iterator[Piece]:
    yield "<tr>"
    for cell in row:
        align = f' class="text-{cell.align}"' if cell.align else ""
        scope = ' scope="col"' if tag == "th" else ""
        yield f"<{tag}{align}{scope}>"
        match cell.blocks:
            case (Paragraph(runs=runs),):
                yield from render_runs(runs)
            case blocks:
                yield from render_html(blocks)
        yield f"</{tag}>"
    yield "</tr>\n"


def _signature(block: Signature) -> Iterator[Piece]:
    wide = " wh-joint" if len(block.signers) > 1 else ""
    yield f'<div class="wh-signature{wide}" id="{escape(block.anchor)}">\n<p class="wh-signature-lead">'
    yield from render_runs(block.lead)
    yield "<br /><strong>"
    yield from render_runs(block.party)
    yield "</strong>"
    if block.tail:
        yield "<br />"
        yield from render_runs(block.tail)
    yield '</p>\n<div class="wh-signers">\n'
    for signer in block.signers:
        yield from _signer(signer)
    yield "</div>\n</div>\n"


def _signer(signer: Signer) -> Iterator[Piece]:
    yield '<div class="wh-signer">\n'
    for line in signer.lines:
        yield f'<p class="wh-signature-line"><span class="wh-signature-label">{escape(line.label)}</span> '
        yield '<span class="wh-signature-entry">'
        yield from render_runs(line.runs)
        yield "</span></p>\n"
    yield "</div>\n"


def render_runs(runs: tuple[Run, ...]) -> Iterator[Piece]:
    """The HTML of a line."""
    for run in runs:
        yield from _run(run)


def _run(run: Run) -> Iterator[Piece]:
    match run:
        case Text():
            yield escape(run.text, quote=False)
        case Styled():
            tag = _TAGS.get(run.style, "span")
            yield f"<{tag}>"
            yield from render_runs(run.runs)
            yield f"</{tag}>"
        case Link():
            yield f'<a class="reference external" href="{escape(safe_url(run.url))}">'
            yield from render_runs(run.runs)
            yield "</a>"
        case LineBreak():
            yield "<br />"
        case Value():
            # dir: the direction of a name in another script is its own matter, not that of the text after it
            yield f'<span class="wh-value" dir="auto"{_source(run)}>{escape(run.text, quote=False)}</span>'
        case Blank():
            yield f'<span class="wh-blank"{_source(run)}>{escape(run.text, quote=False)}</span>'
        case TermUse():
            tag, href = ("a", f' href="#{escape(run.anchor)}"') if run.anchor else ("span", "")
            yield f'<{tag} class="wh-term"{href}>{escape(run.text, quote=False)}</{tag}>'
        case Definition():
            yield f"<dfn>{escape(run.text, quote=False)}</dfn>"
        case Item():
            anchor = escape(run.anchor)
            yield f'<a class="wh-item" id="{anchor}" href="#{anchor}">{escape(run.marker)}</a>'
        case Reference():
            yield from _reference(run)
        case Foreign():
            yield run
        case Broken():
            why = f' title="{escape(run.why)}"' if run.why else ""
            yield f'<span class="wh-broken"{why}>{escape(run.text)}</span>'


def _source(run: Value | Blank) -> str:
    """What a fact tells of itself on hover, and to scripts: its meaning, and where it was written."""
    origin = run.origin if isinstance(run, Value) else ""
    title = "\n".join(filter(None, (run.about, origin)))
    attributes = {"title": title, "data-fact": run.name, "data-origin": origin}
    return "".join(f' {name}="{escape(text)}"' for name, text in attributes.items() if text)


def _reference(run: Reference) -> Iterator[Piece]:
    if run.words:
        part = run.parts[0]
        anchor = part.anchor if isinstance(part, Cited) else ""
        yield f'<a class="wh-reference" href="#{escape(anchor)}">'
        yield from render_runs(run.words)
        yield "</a>"
        return
    for part in run.parts:
        if isinstance(part, Cited):
            yield f'<a class="wh-reference" href="#{escape(part.anchor)}">{escape(part.text, quote=False)}</a>'
        else:
            yield escape(part.text, quote=False)
