"""An agreement as nothing but words, line by line as it is read, and the fingerprint of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from whereas.agreement.key_terms import as_table, index_table
from whereas.agreement.model import (
    Agreement,
    Block,
    Bullets,
    Definitions,
    KeyTerms,
    Paragraph,
    Provision,
    Provisions,
    Quote,
    Signature,
    Signatures,
    Table,
    TermIndex,
)
from whereas.agreement.runs import Broken, Foreign, Run
from whereas.agreement.styles import Style
from whereas.agreement.walk import Words, text_of, walk_sections
from whereas.render.outline import full_number, plain


@dataclass(frozen=True)
class Line:
    """One line: the number or heading it stands under, its own label ("(b)") if it has one, and its words."""

    where: str
    label: str
    text: str


def lines_of(agreement: Agreement, style: Style, words: Words) -> Iterator[Line]:
    """Every line of the text, as it is printed on paper; `words` gives the words of a foreign run."""
    reader = _Reader(style, words)
    yield from reader.blocks(agreement.blocks, agreement.title)
    for section in walk_sections(agreement.sections):
        title = reader.text(section.title)
        where = full_number(section.number, section.scope, style) if section.number else title
        if section.kind != "bare":
            yield Line(where, section.marker, title)
        yield from reader.blocks(section.blocks, where)


def render_words(agreement: Agreement, style: Style, words: Words) -> dict[str, Any]:
    """The lines for the outline, and the fingerprint: what tells this text from any other.

    That is twelve hexadecimal digits of the SHA-256 of title, reference, version and the names of the parties, each
    with a line feed, and then of each line's label, a tab, its words and a line feed, in UTF-8. Looks do not count,
    and neither does the status: the final text is that of the last draft, or is not.
    """
    lines = list(lines_of(agreement, style, words))
    head = (agreement.title, agreement.reference, agreement.version, *(name for _, name in agreement.parties))
    said = "".join((*(f"{text}\n" for text in head), *(f"{line.label}\t{line.text}\n" for line in lines)))
    short = hashlib.sha256(said.encode()).hexdigest()[:12]
    return {
        "fingerprint": f"{short[:4]} {short[4:8]} {short[8:]}",
        "lines": [{"under": line.where, "label": line.label, "text": line.text} for line in lines],
    }


@dataclass(frozen=True)
class _Reader:
    style: Style
    words: Words

    def text(self, runs: tuple[Run, ...]) -> str:
        return plain(text_of(runs, self.words))

    def blocks(self, blocks: tuple[Block, ...], where: str) -> Iterator[Line]:
        for block in blocks:
            yield from self.block(block, where)

    def block(self, block: Block, where: str) -> Iterator[Line]:
        match block:
            case Paragraph():
                yield Line(where, "", self.text(block.runs))
            case Provisions():
                for item in block.items:
                    yield from self.provision(item, where)
            case Bullets():
                for each in block.items:
                    yield from self.blocks(each, where)
            case Quote():
                yield from self.blocks(block.blocks, where)
            case Definitions():
                for entry in block.entries:
                    yield from self.blocks(entry.blocks, where)
            case Table():
                for row in (*block.head, *block.rows):
                    for cell in row:
                        yield from self.blocks(cell.blocks, where)
            case KeyTerms():
                yield from self.block(as_table(block, origins=False), where)
            case TermIndex():
                yield from self.block(index_table(block), where)
            case Signatures():
                for signature in block.blocks:
                    yield from self.signature(signature, where)
            case Foreign():
                yield Line(where, "", plain(self.words(block)))
            case Broken():
                yield Line(where, "", block.text)

    def provision(self, item: Provision, where: str) -> Iterator[Line]:
        """The label stands before the first line."""
        where = full_number(item.number, item.scope, self.style) if item.number else where
        label = item.marker
        for line in self.blocks(item.blocks, where):
            if label and line.label:
                yield Line(where, label, "")
            yield line if line.label or not label else replace(line, label=label)
            label = ""
        if label:
            yield Line(where, label, "")

    def signature(self, block: Signature, where: str) -> Iterator[Line]:
        for runs in (block.lead, block.party, block.tail):
            if runs:
                yield Line(where, "", self.text(runs))
        for signer in block.signers:
            for line in signer.lines:
                yield Line(where, "", f"{line.label} {self.text(line.runs)}".strip())
