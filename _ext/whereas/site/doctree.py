"""An Agreement in a page's doctree: native sections and titles, and under each one node that holds its blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docutils import nodes

from whereas.agreement.cited_as import cited_as, whole
from whereas.agreement.cited_by import cited_by
from whereas.agreement.compared import ComparedClause, name_of
from whereas.agreement.model import ATTACHED, Agreement, Block, Section
from whereas.agreement.runs import Cited, Text
from whereas.agreement.targets import Targets
from whereas.agreement.walk import walk_provisions
from whereas.language.registry import site_words
from whereas.plan.values import date_on_cover
from whereas.render.docutils import DocutilsRenderer
from whereas.render.html import Remark
from whereas.site.audience import is_internal
from whereas.site.nodes import cover, heading, hold, provisions
from whereas.site.reading.departures import departures_node, settled_node
from whereas.site.reading.differences import anchor_of, compared_node
from whereas.site.reading.guidance import guidance_node
from whereas.site.reading.passports import cited_in, passport_node
from whereas.site.reading.steps import steps_taken
from whereas.site.reading.summary import summary_of

if TYPE_CHECKING:
    from whereas.assembly.context import Context


@dataclass(frozen=True)
class _Page:
    """A page being put together: the agreement, its labels, who cites what, and for whom it is."""

    agreement: Agreement
    targets: Targets
    document: nodes.document
    context: Context
    cited: dict[str, tuple[Text | Cited, ...]]
    internal: bool
    changes: Mapping[str, ComparedClause]


def put_agreement(
    agreement: Agreement,
    targets: Targets,
    document: nodes.document,
    context: Context,
    changes: Mapping[str, ComparedClause],
) -> nodes.section:
    """Put an agreement into a document as its one top section, and give that section.

    `changes` are the clauses, by name, in which a deal's words are not the standard ones.
    """
    cited = cited_by(agreement, targets, context.style)
    page = _Page(agreement, targets, document, context, cited, is_internal(document.settings.env.config), changes)
    top = nodes.section(ids=["agreement"], names=[])
    top.source, top.line = context.file, 1
    top += nodes.title(agreement.title, agreement.title)
    top += _cover(agreement, targets, context)
    if page.internal and (departures := departures_node(agreement, changes)):
        top += departures
    if page.internal and (deal := context.plan.deal):
        open_in_template = {name for name, each in context.facts.values.items() if each._declared.default is None}
        top += settled_node(agreement, deal, open_in_template) or []
    whole = Section((), blocks=agreement.blocks, sections=agreement.sections)
    if agreement.blocks:
        top += _noted(provisions_node(agreement.blocks, context), whole, page)
    for section in agreement.sections:
        top += _section(section, whole, page)
    document += top
    for node in context.named:
        document.note_explicit_target(node)
    # the whole agreement, for what looks at it whole (the outline, checks); pickled once with the nodes that share it
    document["whereas_agreement"] = agreement
    document["whereas_style"] = context.style
    if context.template and not context.template.header.cover:
        document["whereas_short"] = True
    return top


def _section(section: Section, around: Section, page: _Page) -> nodes.Element:
    """A section with its heading; a provision that has none is as it would be in what it stands in."""
    context = page.context
    if section.kind == "bare":
        return _noted(provisions_node(section.blocks, context), replace(around, blocks=section.blocks), page)
    classes = ["wh-section", f"wh-{section.kind}", *["wh-schedule"] * (section.kind in ("annex", "appendix"))]
    node = nodes.section(ids=[section.anchor], classes=classes)
    node.source, node.line = section.place.file, section.place.line
    node += _heading(section, context)
    node += _said(section, page)
    if section.blocks:
        node += _noted(provisions_node(section.blocks, context), section, page)
    for each in section.sections:
        node += _section(each, section, page)
    return node


def _said(section: Section, page: _Page) -> list[nodes.Node]:
    """What is said of a section: who cites it, where it comes from and, to us, how it is to be used."""
    found: list[nodes.Node | None] = []
    words = site_words(page.agreement.locale)
    change = page.changes.get(name_of(section))
    anchor = anchor_of(change) if change else ""
    deviations = page.agreement.deviations
    name = name_of(section)
    departs = any(each.clause == name for each in deviations)
    steps = steps_taken(name, departs, page.context, words) if section.origin and page.internal else ()
    found.append(passport_node(section, deviations, page.internal, words, anchor, steps))
    if change:
        found.append(compared_node(change.rows, anchor, words))
    if cited := page.cited.get(section.anchor):
        found.append(cited_in(parts=cited, locale=page.context.style.locale))
    if section.origin and page.internal:
        found.append(guidance_node(section.origin.id, page.document, page.context))
    return [node for node in found if node is not None]


def _noted(node: provisions, section: Section, page: _Page) -> provisions:
    """Provisions with what a page says of them."""
    style = page.context.style
    said = cited_as(section.blocks, section.number, page.targets, style)
    anchors = [each.anchor for each in walk_provisions(section.blocks)]
    notes = {each: Remark(page.cited.get(each, ()), said.own.get(each, "")) for each in anchors}
    node["pattern"], node["number"] = said.pattern, section.number
    if (
        section.kind == "part" or section.kind in ATTACHED
    ):  # others are cited as their provisions are, or by their words
        words = whole(section.anchor, page.targets, style)
        node["whole"] = words if words != section.marker else ""
    node["notes"] = {anchor: note for anchor, note in notes.items() if any(note)}
    return node


def _heading(section: Section, context: Context) -> heading:
    """The title: its number, which is a permalink, and its words."""
    title = heading(kind=section.kind, marker=section.marker, level=section.level, anchor=section.anchor)
    title.source, title.line = section.place.file, section.place.line
    words = DocutilsRenderer(lambda mark: [context.foreign[mark.index]]).runs(section.title)
    lead = f"{section.marker} " if section.marker else ""
    if lead and words and isinstance(words[0], nodes.Text):  # one node for both: all that looks at a page looks at each
        words[0] = nodes.Text(f"{lead}{words[0]}")
    elif lead:
        words.insert(0, nodes.Text(lead))
    title += words
    title["place"] = section.place
    title.rawsource = title.astext()
    return title


def provisions_node(blocks: tuple[Block, ...], context: Context) -> provisions:
    """The node that holds blocks, with the foreign nodes they speak of as its children."""
    return hold(provisions(locale=context.style.locale), blocks, context.foreign)


def _cover(agreement: Agreement, targets: Targets, context: Context) -> cover:
    template = context.template.docname if context.plan.deal and context.template else ""
    header = context.template.header if context.template else None
    return cover(
        title=agreement.title,
        parties=agreement.parties,
        status=agreement.status,
        reference=agreement.reference,
        version=agreement.version,
        date=date_on_cover(agreement),
        is_short=not header.cover if header else False,
        is_listed=header.contents if header else True,
        **summary_of(agreement, targets, context.style, template),
    )
