"""An agreement as nothing but words, line by line as it is read, and the fingerprint of them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from whereas.agreement.key_terms import as_table, index_table
from whereas.agreement.model import (
    Agreement,
    Block,
    KeyTerms,
    Paragraph,
    Provision,
    Provisions,
    Signature,
    Signatures,
    TermIndex,
)
from whereas.agreement.remade import remade
from whereas.agreement.runs import Broken, Foreign, Run
from whereas.agreement.styles import Style
from whereas.agreement.tree import Blocks, parts
from whereas.agreement.walk import Words, text_of, walk_sections
from whereas.render.outline import full_number, plain

#: Footnotes: the number and the words of each.
Notes = Sequence[tuple[str, str]]
#: In the words of a foreign run, what stands around a formula. No file may have these.
FORMULA = ("\ufdd0", "\ufdd1")
_FORMULA = re.compile("\ufdd0([^\ufdd1]*)\ufdd1")


@dataclass(frozen=True)
class PrintedLine:
    """One line: the number or heading it stands under, its own label ("(b)") if it has one, and its words.

    A `note` is a footnote, which stands at the foot of some page. Of `formulas` (from, to) the words are those that the
    author writes.
    """

    where: str
    label: str
    text: str
    note: bool = False
    formulas: tuple[tuple[int, int], ...] = ()


def lines_of(agreement: Agreement, style: Style, words: Words, notes: Notes = ()) -> Iterator[PrintedLine]:
    """Every line of the text, as it is printed on paper, footnotes last; `words` gives the words of a foreign run."""
    reader = _WordReader(style, words)
    yield from reader.blocks(agreement.blocks, agreement.title)
    for section in walk_sections(agreement.sections):
        title = reader.text(section.title)
        where = full_number(section.number, section.scope, style) if section.number else title
        if section.kind != "bare":
            yield _line(where, section.marker, title)
        yield from reader.blocks(section.blocks, where)
    for label, text in notes:
        yield _line("", label, plain(text), note=True)


def render_words(agreement: Agreement, style: Style, words: Words, notes: Notes = ()) -> dict[str, Any]:
    """The lines for the outline, and the fingerprint: what tells this text from any other.

    That is twelve hexadecimal digits of the SHA-256 of title, reference, version and the names of the parties, each
    with a line feed, and then of each line's label, a tab, its words and a line feed, in UTF-8. Looks do not count,
    and neither does the status: the final text is that of the last draft, or is not.
    """
    lines = list(lines_of(agreement, style, words, notes))
    head = (agreement.title, agreement.reference, agreement.version, *(name for _, name in agreement.parties))
    said = "".join((*(f"{text}\n" for text in head), *(f"{line.label}\t{line.text}\n" for line in lines)))
    short = hashlib.sha256(said.encode()).hexdigest()[:12]
    return {
        "fingerprint": f"{short[:4]} {short[4:8]} {short[8:]}",
        "lines": [_record(line) for line in lines],
    }


def _record(line: PrintedLine) -> dict[str, Any]:
    """A line as the outline has it."""
    record = {"under": line.where, "label": line.label, "text": line.text}
    return record | ({"note": True} if line.note else {}) | ({"formulas": line.formulas} if line.formulas else {})


def without_marks(words: Words) -> Words:
    """What gives the words of foreign runs without the marks around formulas."""
    return lambda mark: words(mark).replace(FORMULA[0], "").replace(FORMULA[1], "")


def _line(where: str, label: str, text: str, note: bool = False) -> PrintedLine:
    """A line, of whose words the marks of formulas are taken out."""
    if FORMULA[0] not in text:
        return PrintedLine(where, label, text, note)
    clean, *parts = _FORMULA.split(text)
    formulas = []
    for formula, after in zip(parts[::2], parts[1::2], strict=True):
        formulas.append((len(clean), len(clean) + len(formula)))
        clean += formula + after
    return PrintedLine(where, label, clean, note, tuple(formulas))


@dataclass(frozen=True)
class _WordReader:
    style: Style
    words: Words

    def text(self, runs: tuple[Run, ...]) -> str:
        return plain(text_of(runs, self.words))

    def blocks(self, blocks: tuple[Block, ...], where: str) -> Iterator[PrintedLine]:
        for block in blocks:
            yield from self.block(block, where)

    def block(self, block: Block, where: str) -> Iterator[PrintedLine]:
        match block:
            case Paragraph():
                yield _line(where, "", self.text(block.runs))
            case Provisions():
                for item in block.items:
                    yield from self.provision(item, where)
            case KeyTerms():
                yield from self.block(as_table(block, origins=False), where)
            case TermIndex():
                yield from self.block(index_table(block), where)
            case Signatures():
                for signature in block.blocks:
                    yield from self.signature(signature, where)
            case Foreign():
                if said := plain(self.words(block)):
                    yield _line(where, "", said)
            case Broken():
                yield PrintedLine(where, "", block.text)
            case _:
                for part in parts(block):
                    if isinstance(part, Blocks):
                        yield from self.blocks(part.blocks, where)
                    else:
                        yield _line(where, "", self.text(part))

    def provision(self, item: Provision, where: str) -> Iterator[PrintedLine]:
        """The label stands before the first line."""
        where = full_number(item.number, item.scope, self.style) if item.number else where
        label = item.marker
        for line in self.blocks(item.blocks, where):
            if label and line.label:
                yield PrintedLine(where, label, "")
            yield line if line.label or not label else remade(line, label=label)
            label = ""
        if label:
            yield PrintedLine(where, label, "")

    def signature(self, block: Signature, where: str) -> Iterator[PrintedLine]:
        for runs in (block.lead, block.party, block.tail):
            if runs:
                yield PrintedLine(where, "", self.text(runs))
        for signer in block.signers:
            for line in signer.lines:
                yield PrintedLine(where, "", f"{line.label} {self.text(line.runs)}".strip())
