"""The pages of clauses and parties, made of their records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.errors import NoUri
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

from whereas.agreement.key_terms import title_of
from whereas.agreement.model import Agreement, Definitions
from whereas.agreement.walk import walk_provisions
from whereas.assembly.clauses import Use, place_clause
from whereas.assembly.facts import Facts, Given, Role, known_value
from whereas.assembly.known import Known
from whereas.assembly.settle import settle
from whereas.assembly.template import render_template
from whereas.assembly.texts import lift_text
from whereas.language import Wording, format_value
from whereas.library.agreements import RoleTerm
from whereas.library.clauses import Clause
from whereas.library.finding import Place, Trouble
from whereas.library.parties import Party
from whereas.site.audience import internal
from whereas.site.doctree import provisions_node
from whereas.site.domain import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from whereas.assembly.context import Context


class where_used(nodes.General, nodes.Element):
    """Stands for the list of agreements and deals that use a record; filled when all pages are read."""


# ---- a clause -------------------------------------------------------------------------------------------------------


def put_clause(clause: Clause, document: nodes.document, context: Context) -> None:
    """The page of a clause: its text with blanks, variants, values, guidance and fallbacks, where it is used."""
    facts = _facts(clause, context)
    wording = context.facts.wording
    roles = {id: Role(id, RoleTerm(term=title_of(id)), (), wording) for id in clause.roles}
    context.facts = Facts(facts, roles, wording=wording)
    page = _section(clause.title, clause.id, clause.place("title"))
    document += page
    if clause.summary:
        page += nodes.paragraph(clause.summary, clause.summary, classes=["wh-lead"])
    page += _fields(
        [
            ("Clause", clause.id),
            ("Status", clause.status or ""),
            ("Version", clause.version),
            ("Owner", clause.owner),
            ("Tags", ", ".join(clause.tags)),
        ],
        "wh-passport",
    )
    text = _section("Text", "text", clause.place("text"))
    page += text
    standard = _settled(clause, "", document, context)
    text += _text_nodes(standard, context)
    if clause.variants:
        variants = _section("Variants", "variants", clause.place("variants"))
        page += variants
        for name, variant in clause.variants.items():
            part = _section(name.replace("-", " ").capitalize(), f"{name}-{clause.id}", clause.place("variants", name))
            part["classes"].append("wh-variant")
            part += nodes.paragraph(variant.summary, variant.summary) if variant.summary else []
            part += _text_nodes(_settled(clause, name, document, context), context)
            variants += part
    if standard and context.definitions and not _sets_definitions(standard):
        part = _section("Definitions", "definitions", clause.place("definitions"))
        page += part
        part += provisions_node(standard.blocks, context)
    if clause.values:
        page += _values(clause, facts)
    if clause.guidance:
        part = _section("Guidance", "guidance", clause.place("guidance"))
        part["classes"].append("wh-guidance")
        page += internal(part)
        part += _markdown(clause, document, context)
    if clause.fallbacks:
        page += internal(_fallbacks(clause))
    used = _section("Where it is used", "where-used", clause.place())
    page += used
    used += where_used()


def _facts(clause: Clause, context: Context) -> dict[str, Known]:
    """The clause's values as its page shows them: blanks, and defaults."""
    return {
        name: known_value(
            name,
            declared,
            Given(declared.default, clause.place("values", name), f"default, {clause.place('values', name)}"),
            context.facts.wording,
            context.findings,
            set(),
        )
        for name, declared in clause.values.items()
    }


def _settled(clause: Clause, variant: str, document: nodes.document, context: Context) -> Agreement | None:
    """An agreement of this clause alone, the standard text with its definitions before it; None if it cannot be had."""
    context.anchors = f"{variant}-" if variant else ""
    context.clauses.clear()  # each text stands alone
    try:
        section = place_clause(clause, Use(clause.place("text"), variant), document, context)
    except Trouble as trouble:
        context.note(trouble)
        return None
    definitions = () if variant else (Definitions(also=tuple(clause.definitions)),)
    agreement, _ = settle(Agreement("", "", "", definitions, (section,)), context)
    return agreement


def _text_nodes(agreement: Agreement | None, context: Context) -> list[nodes.Node]:
    return [provisions_node(agreement.sections[0].blocks, context)] if agreement else []


def _sets_definitions(agreement: Agreement) -> bool:
    """Whether the clause's own text lists definitions, as the definitions clause does."""
    section = agreement.sections[0]
    inside = [block for provision in walk_provisions(section.blocks) for block in provision.blocks]
    return any(isinstance(block, Definitions) for block in (*section.blocks, *inside))


def _values(clause: Clause, facts: dict[str, Known]) -> nodes.section:
    part = _section("Values", "values", clause.place("values"))
    rows = [
        (name, declared.type, declared.about, str(facts[name]) if declared.default is not None else "")
        for name, declared in clause.values.items()
    ]
    part += _table(("Value", "Type", "Meaning", "Default"), (22, 12, 46, 20), rows, literal=1)
    return part


def _fallbacks(clause: Clause) -> nodes.section:
    part = _section("Fallbacks", "fallbacks", clause.place("fallbacks"))
    rows = []
    for step in clause.fallbacks:
        values = ", ".join(f"{name}: {value}" for name, value in step.values.items())
        variant = f"variant {step.variant}" if step.variant else ""
        rows.append((step.position, "; ".join(filter(None, (step.changes, step.text, variant, values))), step.approval))
    part += _table(("Position", "What changes", "Approval"), (30, 50, 20), rows)
    return part


def _markdown(clause: Clause, document: nodes.document, context: Context) -> list[nodes.Node]:
    rendered = render_template(clause.guidance, clause.text_place("guidance"), context.facts)
    context.anchors = "guidance-"
    lifted = lift_text(rendered, document, context, f"{clause.id}.")
    agreement, _ = settle(Agreement("", "", "", lifted.blocks), context)
    return [provisions_node(agreement.blocks, context)]


# ---- a party --------------------------------------------------------------------------------------------------------


def put_party(party: Party, document: nodes.document, wording: Wording) -> None:
    """The page of a party: what is known of it, and its deals."""
    page = _section(party.name, party.id, party.place("name"))
    document += page
    registered = party.registration
    label = f"{registered.label[:1].upper()}{registered.label[1:]}" if registered else ""
    signatories = (", ".join(filter(None, (who.name, who.title, who.capacity))) for who in party.signatories)
    page += _fields(
        [
            ("Short name", party.short),
            ("Kind", party.kind),
            ("Legal form", party.entity),
            ("Jurisdiction", party.jurisdiction),
            (label, registered.number if registered else ""),
            ("Address", format_value(party.address, wording) if party.address else ""),
            ("Tax number", party.tax_id),
            ("Notices", ", ".join(filter(None, (party.notices.attention, party.notices.email)))),
            ("Signatories", "; ".join(signatories)),
            *((title_of(name), words) for name, words in party.facts.items()),
        ]
    )
    deals = _section("Deals", "deals", party.place())
    page += deals
    deals += where_used()


# ---- pieces ---------------------------------------------------------------------------------------------------------


def _section(title: str, anchor: str, place: Place) -> nodes.section:
    section = nodes.section(ids=[nodes.make_id(anchor) or "section"], names=[])
    section.source, section.line = place.file, place.line
    heading = nodes.title(title, title)
    heading.source, heading.line = place.file, place.line
    section += heading
    return section


def _fields(fields: Iterable[tuple[str, str]], *classes: str) -> nodes.Node:
    """A list of facts, empty ones left out; a status is shown as one."""
    rows = []
    for name, text in fields:
        if text:
            chip = ["wh-chip", f"wh-{text}"] if name == "Status" else []
            words = nodes.inline(text, text.capitalize(), classes=chip) if chip else nodes.Text(text)
            body = nodes.field_body("", nodes.paragraph(text, "", words))
            row = nodes.field("", nodes.field_name(name, name), body)
            rows.append(internal(row) if name in ("Status", "Owner", "Tags") else row)
    return nodes.field_list("", *rows, classes=["wh-fields", *classes])


def _table(
    head: tuple[str, ...], widths: tuple[int, ...], rows: Iterable[tuple[str, ...]], literal: int = 0
) -> nodes.table:
    """A table of texts; the first `literal` columns are names."""

    def row(cells: tuple[str, ...], literal: int) -> nodes.row:
        entries = []
        for index, text in enumerate(cells):
            kind: Any = nodes.literal if index < literal else nodes.inline
            entries.append(nodes.entry("", nodes.paragraph(text, "", *([kind(text, text)] if text else []))))
        return nodes.row("", *entries)

    group = nodes.tgroup("", *(nodes.colspec(colwidth=width) for width in widths), cols=len(head))
    group += nodes.thead("", row(head, 0))
    group += nodes.tbody("", *(row(each, literal) for each in rows))
    return nodes.table("", group, classes=["wh-facts"])


class FillWhereUsed(SphinxPostTransform):
    """Puts the list of uses in its place."""

    default_priority = 7

    def run(self, **kwargs: Any) -> None:
        """Replace each `where_used` node of the page by links, or by a word that there are none."""
        docname = self.env.current_document.docname
        builder = self.env._app.builder
        for node in list(self.document.findall(where_used)):
            items = []
            for page, title, kind, number, anchor in domain_of(self.env).uses_of(docname):
                try:
                    link: nodes.Node = make_refnode(builder, docname, page, anchor, nodes.Text(title))
                except NoUri:
                    link = nodes.Text(title)
                words = [nodes.Text(f", {kind}")] if kind != title else []
                words += [nodes.Text(f", clause {number}")] if number else []
                items.append(nodes.list_item("", nodes.paragraph("", "", link, *words)))
            none = "Nowhere yet."
            node.parent.replace(node, nodes.bullet_list("", *items) if items else nodes.paragraph(none, none))


def setup_record_pages(app: Sphinx) -> None:
    """Register what record pages need."""
    app.add_node(where_used)
    app.add_post_transform(FillWhereUsed)
