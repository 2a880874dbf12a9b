"""A rendered text, lifted: parsed once, kept, and filled for every page that uses it.

What a text lifts to depends on its words with open slots, its lines, the prefix of its labels and the style, whose
language has quotation marks of its own; not on the facts. It is kept unless something of the page got into it: a
foreign node, a finding, a directive that gives the page's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from whereas.agreement.anchors import slug
from whereas.agreement.holding import may_hold
from whereas.agreement.model import Block, Paragraph, Provision, Provisions, Section
from whereas.agreement.remade import remade
from whereas.agreement.runs import Broken, Link, Passage, Reference, Run, Slot, Styled
from whereas.agreement.tree import changed, kept, rebuilt
from whereas.agreement.walk import change_blocks
from whereas.assembly.lift import Lifted, lift
from whereas.assembly.myst import adopt, parse_myst
from whereas.assembly.names import Names
from whereas.assembly.passages import lift_passage, named_by_place
from whereas.assembly.structure import ROOT, structure_of
from whereas.assembly.template import fill_text
from whereas.library.rule import Rule, example_page

if TYPE_CHECKING:
    from whereas.assembly.context import Context
    from whereas.assembly.template import Rendered

_WORK = "values: {fee: {type: markdown}}"
_PARAGRAPHS = "agreement: a\nvalues:\n  fee: |\n    To deliver.\n\n    To repair."
PASSAGE = Rule(
    "passage",
    "A value of several paragraphs stands in a paragraph of its own.",
    bad={**example_page("1. The work: {{ fee }}", _WORK), "deals/a.yaml": _PARAGRAPHS},
    good={**example_page("{{ fee }}", _WORK), "deals/a.yaml": _PARAGRAPHS},
)


def lift_text(rendered: Rendered, page: nodes.document, context: Context, prefix: str = "", base: str = "") -> Lifted:
    """The blocks and sections of a text on a page, filled; `prefix` goes before its labels, `base` before its anchors.

    Without a `base`, that is the prefix.
    """
    base = slug(base or prefix)
    taken = frozenset() if prefix else frozenset(slug(name) for name in context.plan.by_name)
    context.findings += [finding for finding in rendered.findings if finding not in context.findings]
    key = (
        rendered.text,
        rendered.places,
        rendered.source,
        rendered.traces,
        prefix,
        base,
        taken,
        context.style,
        context.syntax,
    )
    lifted: Lifted | None = context.kept.get(key)
    if lifted is None:
        before = (len(context.foreign), len(context.findings), context.of_this_page)
        document, complaints = parse_myst(rendered, page, context, prefix)
        if not prefix:
            _take_front_matter(document, page)
        adopt(page, document)
        spots = structure_of(rendered.source, context.syntax, base, taken, titled=not prefix)
        lifted = lift(document, rendered, context, Names(rendered, spots, base), prefix)
        if not complaints and before == (len(context.foreign), len(context.findings), context.of_this_page):
            context.kept[key] = lifted
    return _filled(lifted, rendered.slots, base or ROOT, page, context)


#: The runs that are filled, or may hold one that is.
_FILLED = frozenset({Slot, Styled, Link, Reference})


def _filled(lifted: Lifted, slots: tuple[Run, ...], base: str, page: nodes.document, context: Context) -> Lifted:
    if not slots:
        return lifted

    def line(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return kept(runs, tuple(each for run in runs for each in filled(run))) if may_hold(runs, _FILLED) else runs

    def filled(each: Run) -> tuple[Run, ...]:
        match each:
            case Slot():
                run = slots[each.index]
                return _inline(run, page, context) if isinstance(run, Passage) else (run,)
            case Styled():
                return (remade(each, runs=line(each.runs)),)
            case Link():
                return (remade(each, url=fill_text(each.url, slots), runs=line(each.runs)),)
            case Reference(words=(_, *_)):
                return (remade(each, words=line(each.words)),)
        return (each,)

    def spread(blocks: tuple[Block, ...], around: str) -> tuple[Block, ...]:
        """Blocks in which a paragraph that is nothing but a passage gives way to the passage's own blocks."""
        return kept(blocks, tuple(new for block in blocks for new in opened(block, around)))

    def opened(block: Block, around: str) -> tuple[Block, ...]:
        match block:
            case Paragraph(runs=(Slot(index=index),)) if isinstance(slots[index], Passage):
                passage: Passage = slots[index]  # type: ignore[assignment]
                return named_by_place(lift_passage(passage, page, context), f"{around}-{slug(passage.name)}")
            case Provisions():
                items = changed(block.items, lambda item: remade(item, blocks=spread(item.blocks, _name(item))))
                return (remade(block, items=items),)
        return (rebuilt(block, lambda runs: runs, lambda inner: spread(inner, around)),)

    def body(blocks: tuple[Block, ...], around: str) -> tuple[Block, ...]:
        return change_blocks(spread(blocks, around) if passages else blocks, line)

    def section(each: Section) -> Section:
        sections = changed(each.sections, section)
        return remade(each, title=line(each.title), blocks=body(each.blocks, _name(each)), sections=sections)

    passages = any(isinstance(run, Passage) for run in slots)
    return Lifted(line(lifted.title), body(lifted.blocks, base), changed(lifted.sections, section))


def _name(each: Section | Provision) -> str:
    """What it is called, which becomes its anchor."""
    return each.anchor or slug(each.label)


def _inline(passage: Passage, page: nodes.document, context: Context) -> tuple[Run, ...]:
    """The runs of a passage that stands within a line; more than a paragraph cannot, and is a finding."""
    blocks = lift_passage(passage, page, context)
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return blocks[0].runs
    message = f"the value {passage.name!r} has several paragraphs, and is used within a line of text"
    hint = "give it a paragraph of its own where it is used, or write it in one paragraph"
    context.findings.append(PASSAGE.at(passage.place, message, hint))
    return (Broken(f"[{message}]"),)


def _take_front_matter(parsed: nodes.document, document: nodes.document) -> None:
    """Move the fields that MyST makes of front matter to the page, without ours."""
    if not (parsed.children and isinstance(parsed.children[0], nodes.field_list)):
        return
    fields = parsed.children[0]
    parsed.remove(fields)
    for field in list(fields.children):
        if field[0].astext() in ("agreement", "deal"):  # type: ignore[index]
            fields.remove(field)
    if fields.children:
        document.insert(0, fields)
