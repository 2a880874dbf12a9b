"""Small agreements in few words: a provision is its label, or a tuple of its label and what stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from whereas.agreement.model import Agreement, Block, Kind, Paragraph, Provision, Provisions, Section
from whereas.agreement.numbering import number_agreement
from whereas.agreement.references import resolve_references
from whereas.agreement.runs import Item, Run, Text
from whereas.agreement.styles import STYLES, Style
from whereas.agreement.targets import collect_targets
from whereas.agreement.walk import text_of, walk_anchored, walk_lines, walk_sections

Tree = str | tuple[Any, ...]  # "a", or ("a", "inside a", ("b", "inside b"), Paragraph(...))


def line(*runs: Run | str) -> Paragraph:
    """A paragraph; strings are its plain words."""
    return Paragraph(tuple(Text(run) if isinstance(run, str) else run for run in runs))


def items(*trees: Tree, format: str | None = None) -> Provisions:
    """A list of provisions."""
    return Provisions(tuple(map(provision, trees)), format)


def provision(tree: Tree) -> Provision:
    """A provision whose words are its label."""
    label, *inner = (tree,) if isinstance(tree, str) else tree
    return Provision((line(f"Text of {label}."), *blocks(inner)), label=label)


def blocks(content: Iterable[Any]) -> tuple[Block, ...]:
    """Trees that stand together become one list; blocks stay as they are."""
    done: list[Block] = []
    together: list[Tree] = []
    for each in [*content, None]:
        if isinstance(each, str | tuple):
            together.append(each)
            continue
        if together:
            done.append(items(*together))
            together = []
        if each is not None:
            done.append(each)
    return tuple(done)


def section(label: str, *content: Tree | Block | Section, kind: Kind = "clause", title: str = "") -> Section:
    """A section: trees, blocks and sections, titled like its label."""
    inner = [each for each in content if not isinstance(each, Section)]
    sections = tuple(each for each in content if isinstance(each, Section))
    words = (Text(title or label.capitalize()),)
    return Section(words, kind=kind, label=label, blocks=blocks(inner), sections=sections)


def agreement(*content: Section | Tree | Block) -> Agreement:
    """A whole agreement."""
    inner = [each for each in content if not isinstance(each, Section)]
    sections = tuple(each for each in content if isinstance(each, Section))
    return Agreement("test", "Test", "uk", blocks=blocks(inner), sections=sections)


def style(name: str | Style) -> Style:
    """A style by name."""
    return name if isinstance(name, Style) else STYLES[name]


def number(tree: Agreement, named: str | Style = "uk") -> Agreement:
    """The agreement numbered; there must be nothing to complain of."""
    numbered, findings = number_agreement(tree, style(named))
    assert not [finding for finding in findings if finding.rule != "label-unnumbered"]
    return numbered


def anchored(tree: Agreement) -> Iterator[Section | Provision | Item]:
    """What bears a number."""
    return (each for each in walk_anchored(tree) if each.number)


def numbers(tree: Agreement, named: str | Style = "uk") -> dict[str, str]:
    """Label to number."""
    return {each.label: each.number for each in anchored(number(tree, named))}


def markers(tree: Agreement, named: str | Style = "uk") -> list[str]:
    """What stands in the margin, from top to bottom."""
    return [each.marker for each in anchored(number(tree, named))]


def settled_lines(tree: Agreement, named: str | Style = "uk") -> list[str]:
    """The words of every line, references resolved."""
    numbered = number(tree, named)
    resolved = resolve_references(numbered, collect_targets(numbered, style(named)), style(named))
    return [text_of(runs) for runs in lines_of(resolved)]


def lines_of(tree: Agreement) -> Iterator[tuple[Run, ...]]:
    """Every line of an agreement."""
    for blocks in (tree.blocks, *(each.blocks for each in walk_sections(tree.sections))):
        for block in blocks:
            yield from walk_lines(block)
