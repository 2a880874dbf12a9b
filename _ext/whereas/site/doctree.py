"""An Agreement in a page's doctree: native sections and titles, and under each one node that holds its blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from whereas.agreement.model import Agreement, Block, Section
from whereas.agreement.runs import Foreign, Run
from whereas.agreement.walk import walk_runs
from whereas.assembly.declared import ON_THE_COVER
from whereas.render.docutils import DocutilsRenderer
from whereas.site.departures import departures_node
from whereas.site.nodes import cover, foreign, foreign_inline, heading, provisions

if TYPE_CHECKING:
    from whereas.assembly.context import Context


def put_agreement(agreement: Agreement, document: nodes.document, context: Context) -> nodes.section:
    """Put an agreement into a document as its one top section, and give that section."""
    top = nodes.section(ids=["agreement"], names=[])
    top.source, top.line = context.file, 1
    top += nodes.title(agreement.title, agreement.title)
    top += _cover(agreement)
    if told := departures_node(agreement, context.docname):
        top += told
    if agreement.blocks:
        top += provisions_node(agreement.blocks, context)
    for section in agreement.sections:
        top += _section(section, context)
    document += top
    for node in context.named:
        document.note_explicit_target(node)
    # the whole agreement, for what looks at it whole (the outline, checks); pickled once with the nodes that share it
    document["whereas_agreement"] = agreement
    document["whereas_style"] = context.style
    return top


def _section(section: Section, context: Context) -> nodes.section:
    node = nodes.section(ids=[section.anchor], classes=["wh-section", f"wh-{section.kind}"])
    node.source, node.line = section.place.file, section.place.line
    node += _heading(section, context)
    if section.blocks:
        node += provisions_node(section.blocks, context)
    for each in section.sections:
        node += _section(each, context)
    return node


def _heading(section: Section, context: Context) -> heading:
    """The title: its number, which is a permalink, and its words."""
    title = heading(kind=section.kind, marker=section.marker, level=section.level, anchor=section.anchor)
    title.source, title.line = section.place.file, section.place.line
    title["numbered"], title["place"] = 0, section.place
    if section.marker:
        number = nodes.reference("", section.marker, refid=section.anchor, internal=True, classes=["wh-number"])
        title += [number, nodes.Text(" ")]
        title["numbered"] = 2
    title += DocutilsRenderer(lambda mark: [context.foreign[mark.index]]).runs(section.title)
    title.rawsource = title.astext()
    return title


def provisions_node(blocks: tuple[Block, ...], context: Context) -> provisions:
    """The node that holds blocks, with the foreign nodes they speak of as its children."""
    places: dict[int, int] = {}
    node = provisions(blocks=blocks, places=places)
    for index in _foreign(blocks):
        places[index] = len(node.children)
        kept = context.foreign[index]
        inline = isinstance(kept, nodes.Inline | addnodes.pending_xref)
        keeper: nodes.Element = foreign_inline("", "", kept) if inline else foreign("", kept)
        keeper.source, keeper.line = kept.source, kept.line  # for messages about what transforms make of it
        node += keeper
    return node


def _foreign(blocks: tuple[Block, ...]) -> list[int]:
    """The foreign nodes that blocks speak of, in reading order."""
    found: list[int] = []

    def runs(line: tuple[Run, ...]) -> None:
        found.extend(run.index for run in walk_runs(line) if isinstance(run, Foreign))

    def block(each: Block) -> None:
        if isinstance(each, Foreign):
            found.append(each.index)
        for field in ("items", "blocks", "head", "rows", "entries"):
            for inner in getattr(each, field, ()):
                deeper(inner)
        if hasattr(each, "runs"):
            runs(each.runs)

    def deeper(inner: object) -> None:
        if isinstance(inner, tuple):
            for part in inner:
                deeper(part)
        else:
            block(inner)  # type: ignore[arg-type]

    for each in blocks:
        block(each)
    return found


def _cover(agreement: Agreement) -> cover:
    date = next((fact.text for fact in agreement.facts if fact.name == ON_THE_COVER), None)
    return cover(
        title=agreement.title,
        parties=agreement.parties,
        status=agreement.status,
        reference=agreement.reference,
        version=agreement.version,
        date=date or "",
    )
