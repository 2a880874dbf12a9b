"""The key-terms sheet: every fact of an agreement at a glance, with the provisions that use it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from whereas.agreement.fact import Fact
from whereas.agreement.holding import Kinds, agreement_holds
from whereas.agreement.model import Agreement, Block, Cell, KeyTerms, Paragraph, Section, Table, TermIndex
from whereas.agreement.remade import remade
from whereas.agreement.runs import Blank, LineBreak, Reference, Run, Styled, Text, Value
from whereas.agreement.walk import change_each_block, own_lines, text_of, walk_provisions, walk_runs, walk_sections
from whereas.language.registry import phrases
from whereas.language.titles import own_name

#: Name and meaning, value, the provisions that use it, where it was written.
Row = tuple[tuple[Run, ...], ...]
_SHEETS: Kinds = frozenset({KeyTerms})


def fill_key_terms(agreement: Agreement) -> Agreement:
    """The numbered agreement with its key-terms sheets filled; the same object where it has none."""
    if not agreement_holds(agreement, _SHEETS):
        return agreement
    uses = _uses(agreement)

    def fill(block: Block) -> Block:
        if not isinstance(block, KeyTerms):
            return block
        lead = tuple((_name(title), words, (), ()) for title, words in block.parties)
        rows = tuple(_row(fact, uses.get(fact.name, ())) for fact in _of_sheet(block, agreement.facts, uses))
        if not block.names and not block.front:
            rows = _by_clause(rows, agreement)
        return remade(block, heads=phrases(agreement.locale).key_terms, rows=(*lead, *rows))

    return change_each_block(agreement, _SHEETS, fill)


def _of_sheet(block: KeyTerms, facts: tuple[Fact, ...], uses: Mapping[str, tuple[str, ...]]) -> list[Fact]:
    """The facts that a sheet shows: those that it names; those of the front; else all that a text prints, or may show.

    What only decides which words stand, and is printed by none of them, is on no sheet.
    """
    if block.names:
        return [fact for fact in facts if own_name(fact.name) in block.names]
    if block.front:
        return [fact for fact in facts if fact.show == "front"]
    return [fact for fact in facts if fact.show in ("front", "particulars") or (not fact.show and fact.name in uses)]


def _by_clause(rows: tuple[Row, ...], agreement: Agreement) -> tuple[Row, ...]:
    """Rows in the order of the text, under the clause in which each is first used; what is used in none comes last."""
    homes = {
        anchor: (index, section) for index, section in enumerate(agreement.sections) for anchor in _anchors(section)
    }
    grouped: dict[int, list[Row]] = {}
    for row in rows:
        uses = next((run.labels for run in row[2] if isinstance(run, Reference)), ())
        index = homes[uses[0].removeprefix("#")][0] if uses else len(agreement.sections)
        grouped.setdefault(index, []).append(row)
    done: list[Row] = []
    for index in sorted(grouped):
        if index < len(agreement.sections):
            section = agreement.sections[index]
            title = f"{section.marker} {text_of(section.title)}".strip()
            done.append(((Styled("emphasis", (Text(title),)),), (), (), ()))
        done += grouped[index]
    return tuple(done)


def _anchors(section: Section) -> Iterator[str]:
    """The anchors of a section and of all that stands in it."""
    for each in walk_sections((section,)):
        yield each.anchor
        yield from (provision.anchor for provision in walk_provisions(each.blocks))


def _row(fact: Fact, anchors: tuple[str, ...]) -> Row:
    about: tuple[Run, ...] = (LineBreak(), Text(fact.about)) if fact.about else ()
    uses = tuple(f"#{anchor}" for anchor in anchors)
    return (
        (*_name(fact.title), *about),
        _rows(fact) if fact.rows else (_said(fact, fact.name),),
        (Reference(uses, "uses"),) if uses else (),
        (Text(str(fact.origin)),) if fact.origin else (),
    )


def _name(title: str) -> tuple[Run, ...]:
    return (Styled("strong", (Text(title),)),)


def _said(fact: Fact, name: str) -> Run:
    """What a fact is, or its blank."""
    if fact.alone is None:
        return Blank(name, f"[{fact.title}]", fact.about)
    return Value(name, fact.alone, fact.origin, fact.about)


def _rows(fact: Fact) -> tuple[Run, ...]:
    """Each row in a line of its own, with commas between its cells."""
    runs: list[Run] = []
    for number, row in enumerate(fact.rows, start=1):
        runs += [LineBreak()] if runs else []
        for index, cell in enumerate(row):
            runs += [Text(", ")] if index else []
            runs.append(_said(cell, f"{fact.name}.{number}.{cell.name}"))
    return tuple(runs)


def _uses(agreement: Agreement) -> dict[str, tuple[str, ...]]:
    """Name of a fact to the anchors of the provisions that print it, in reading order."""
    found: dict[str, dict[str, None]] = {}
    for anchor, line in _numbered_lines(agreement):
        for run in walk_runs(line):
            if isinstance(run, Value | Blank) and run.name:
                found.setdefault(run.name.split(".")[0], {})[anchor] = None
    return {name: tuple(anchors) for name, anchors in found.items()}


def _numbered_lines(agreement: Agreement) -> Iterator[tuple[str, tuple[Run, ...]]]:
    """Every line with the anchor of the innermost provision or section around it that has a number."""
    for section in walk_sections(agreement.sections):
        for line in own_lines(section) if section.number else ():
            yield section.anchor, line
        for provision in walk_provisions(section.blocks):
            if provision.number or section.number:
                anchor = provision.anchor if provision.number else section.anchor
                yield from ((anchor, line) for line in own_lines(provision))


def as_table(sheet: KeyTerms, origins: bool) -> Table:
    """The sheet as a table. A paper to sign tells neither who is to fill in what, nor in which file: no `origins`.

    Nor does a front sheet. Where no row knows its file, as for readers outside, there is no column for it either.
    """
    origins = origins and not sheet.front
    widths: tuple[int, ...] = (30, 56, 14) if sheet.front else (30, 48, 22)
    if origins:
        widths = (38, 30, 16, 16) if any(row[3] for row in sheet.rows) else (46, 36, 18)
    count = len(widths)
    head = tuple(_cell((Text(words),)) for words in sheet.heads[:count])
    rows = sheet.rows if origins else tuple((row[0][:1], *row[1:]) for row in sheet.rows)
    return Table(widths, (head,), tuple(tuple(map(_cell, row[:count])) for row in rows))


def index_table(index: TermIndex) -> Table:
    """The index of terms as a table, without pages, which only paper has."""
    heads = (index.heads[0], index.heads[1], index.heads[3])
    rows = tuple((_cell(term), _cell(home), _cell(uses)) for term, home, _, uses in index.rows)
    return Table((40, 20, 40), (tuple(_cell((Text(head),)) for head in heads),), rows)


def _cell(runs: tuple[Run, ...]) -> Cell:
    return Cell((Paragraph(runs),) if runs else ())
