"""The page of a clause: its text with blanks, variants, guidance, fallbacks, values, terms, where it is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from docutils import nodes

from whereas.agreement.model import Agreement, Block, Definitions
from whereas.agreement.open_points import spots_of_facts
from whereas.agreement.outside import printed_values
from whereas.agreement.runs import ValueOrigin
from whereas.agreement.walk import walk_provisions
from whereas.agreement.whole_text import text_of_clause
from whereas.assembly.facts import Facts, Role, Unplaced
from whereas.assembly.known import Known
from whereas.assembly.known_value import known_value
from whereas.assembly.lending import Lent
from whereas.assembly.placed_clause import place_clause
from whereas.assembly.settle import settle
from whereas.assembly.template import render_template
from whereas.assembly.texts import lift_text
from whereas.language.registry import site_words
from whereas.language.site_words import SiteWords
from whereas.language.titles import title_of
from whereas.library.agreements import RoleTerm
from whereas.library.clauses import Clause
from whereas.library.finding import FindingsError
from whereas.plan.given import Given
from whereas.plan.placement import Placement
from whereas.site.audience import ours
from whereas.site.catalogue.filled_later import filled_later
from whereas.site.catalogue.ladder import ladder
from whereas.site.catalogue.pieces import Said, chip, fields, here, joined, paragraph, said, section, span, table
from whereas.site.catalogue.views import views_of
from whereas.site.doctree import provisions_node

if TYPE_CHECKING:
    from whereas.assembly.context import Context


def put_clause(
    clause: Clause, lent: tuple[Lent, ...], document: nodes.document, context: Context, internal: bool
) -> dict[str, Known]:
    """Put the page of a clause into a document, for readers of ours or others; gives the clause's values that they see.

    `lent` are the values that agreements declare for it, blanks here, and the roles it uses and does not name.
    """
    facts, wording = clause_facts(clause, context), context.facts.wording
    placed = [each.clause for each in context.plan.clauses if each.clause]
    named = (id for each in (clause, *placed) for id in each.roles)
    roles: dict[str, Role] = {id: Unplaced(id, RoleTerm(term=title_of(id)), (), wording) for id in named}
    borrowed = (each for each in lent if not each.role)
    values = {each.name: Known(each.name, None, declared=each.declared, wording=wording) for each in borrowed}
    for each in (*placed, clause):
        values |= clause_facts(each, context)
    context.facts = Facts(values, roles, wording=wording, unnamed=frozenset(each.name for each in lent if each.role))
    words = site_words(document.settings.env.config.language)
    page = section(clause.title, clause.id, clause.place("title"))
    document += page
    texts = _Texts(clause, document, context, words)
    text = texts.section()
    seen = {name: fact for name, fact in facts.items() if internal or name in texts.printed}
    page += paragraph(clause.summary, "wh-lead") if clause.summary else []
    page += _meta(clause, internal, words)
    page += _glance(clause, seen, texts.terms(), internal, words)
    page += text
    if internal and clause.guidance:
        part = section(words.guidance, _own(clause, "guidance"), clause.place("guidance"), "wh-guidance")
        page += ours(part)
        part += _guidance(clause, document, context)
    steps = ladder(clause, facts, context, words)  # what is wrong with them is told to all
    if internal and clause.fallbacks:
        part = section(words.fallbacks, _own(clause, "fallbacks"), clause.place("fallbacks"))
        page += ours(part)
        part += [paragraph(words.fallbacks_lead), steps]
    if seen:
        page += _values(clause, seen, texts)
    if texts.standard and context.definitions and not _sets_definitions(texts.standard):
        part = section(words.terms_defined, _own(clause, "definitions"), clause.place("definitions"))
        page += part
        part += provisions_node(texts.standard.blocks, context)
    used = section(words.where_used, _own(clause, "where-used"), clause.place())
    page += used
    used += filled_later(filler="uses", about=clause.id)
    if internal:
        page += ours(filled_later(filler="history", about=(clause.id, clause.version)))
    return seen


def clause_facts(clause: Clause, context: Context) -> dict[str, Known]:
    """A clause's values as its page shows them: blanks, and defaults."""
    return {
        name: known_value(
            name,
            declared,
            Given(declared.default, where := clause.place("values", name), ValueOrigin((where,), default=True)),
            context.facts.wording,
            context.cast,
            set(),
        )
        for name, declared in clause.values.items()
    }


def _own(clause: Clause, anchor: str) -> str:
    """The anchor of a part of the page; a clause may be called as the part is."""
    return f"{anchor}-of-it" if nodes.make_id(clause.id) == anchor else anchor


# ---- the head -------------------------------------------------------------------------------------------------------


def _meta(clause: Clause, internal: bool, words: SiteWords) -> nodes.paragraph:
    """In what state it is."""
    line: list[nodes.Node] = [ours(chip(clause.status, words))] if internal and clause.status else []
    line += [span(f"{words.version} {clause.version}")] if clause.version else []
    if internal:
        line += [ours(span(clause.owner))] if clause.owner else []
        line += [ours(filled_later(filler="changed", about=clause.id))]
    return paragraph(joined(line, " "), "wh-meta")


def _glance(
    clause: Clause, seen: Iterable[str], terms: dict[str, str], internal: bool, words: SiteWords
) -> nodes.container:
    """What it has, needs and gives, at a glance; `terms` have the anchors of their definitions."""
    variants = [here(_variant_anchor(name, clause), _variant_title(name)) for name in clause.variants]
    values = [(name, clause.values[name]) for name in seen]
    columns: dict[str, list[tuple[str, Said]]] = {
        words.glance: [
            (words.clause, nodes.literal(clause.id, clause.id)),
            (words.variants, joined(variants)),
            (words.in_use, filled_later(filler="in use", about=clause.id)),
            (words.tags, ours(filled_later(filler="tags", about=clause.tags)) if internal and clause.tags else ""),
        ],
        words.needs: [("", _listed([here(_row_anchor(name), title_of(name, each.label)) for name, each in values]))],
        words.defines: [
            ("", _listed([here(terms[term], term) if terms.get(term) else span(term) for term in clause.definitions]))
        ],
    }
    glance = nodes.container(classes=["wh-glance"])
    for title, rows in columns.items():
        if any(what for _, what in rows):
            column = nodes.container("", paragraph(title, "wh-glance-title"))
            column += fields(rows) if title == words.glance else [each for _, what in rows for each in said(what)]
            glance += column
    return glance


def _listed(what: list[nodes.Node]) -> Said:
    items = (nodes.list_item("", nodes.paragraph("", "", each)) for each in what)
    return nodes.bullet_list("", *items) if what else ""


def _row_anchor(name: str) -> str:
    return f"value-{nodes.make_id(name)}"


# ---- the text and its variants --------------------------------------------------------------------------------------


class _Texts:
    """The standard text of a clause and its variants, each settled as an agreement of its own."""

    def __init__(self, clause: Clause, document: nodes.document, context: Context, words: SiteWords) -> None:
        self.clause, self.document, self.context, self.says = clause, document, context, words
        self.spots: dict[str, list[tuple[str, str, str]]] = {}  # of values: variant, number, anchor
        self.printed = set[str]()  # the values that any of them prints
        self.standard = self.settled("")

    def settled(self, variant: str) -> Agreement | None:
        """An agreement of this clause alone, the standard text after its definitions; None if it cannot be had."""
        clause, context = self.clause, self.context
        context.anchors = f"{variant}-" if variant else ""
        context.clauses.clear()  # each text stands alone
        try:
            alone = Placement(clause.id, clause.place("text"), variant)
            placed = place_clause(context.plan.of(alone), self.document, context)
        except FindingsError as failure:
            context.note(failure)
            return None
        definitions = () if variant else (Definitions(also=tuple(clause.definitions), elsewhere=False),)
        agreement, targets = settle(Agreement("", "", "", definitions, placed), context)
        self.printed |= printed_values(agreement)
        for name, spots in spots_of_facts(agreement, targets, context.style).items():
            self.spots.setdefault(name, []).extend((variant, *spot) for spot in spots if spot[0])
        return agreement

    def terms(self) -> dict[str, str]:
        """Each term that is defined on the page, with the anchor of its definition."""
        blocks = (*self.standard.blocks, *_inside(self.standard)) if self.standard else ()
        lists = [block for block in blocks if isinstance(block, Definitions)]
        return {entry.term: entry.anchor for each in lists for entry in each.entries}

    def section(self) -> nodes.section:
        """The section of all texts: tabs, where there are several and scripts."""
        clause = self.clause
        part = section(self.says.text, _own(clause, "text"), clause.place("text"))
        if not clause.variants:
            part += self.reading(self.standard)
            return part
        part["classes"].append("wh-tabs")
        first = section(self.says.standard, f"standard-text-{clause.id}", clause.place("text"), "wh-tab")
        first += self.reading(self.standard)
        part += first
        for name, variant in clause.variants.items():
            tab = section(
                _variant_title(name),
                _variant_anchor(name, clause),
                clause.place("variants", name),
                "wh-tab",
                "wh-variant",
            )
            part += tab
            tab += paragraph(variant.summary) if variant.summary else []
            settled = self.settled(name)
            if settled and self.standard:
                standard, own = text_of_clause(self.standard), text_of_clause(settled)
                tab += views_of(standard, own, self.reading(settled), self.says)
        return part

    def reading(self, agreement: Agreement | None) -> list[nodes.Node]:
        """A text as it reads."""
        return [provisions_node(text_of_clause(agreement), self.context)] if agreement else []


def _variant_title(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _variant_anchor(name: str, clause: Clause) -> str:
    return nodes.make_id(f"{name}-{clause.id}")  # which is what the variant's references to the whole clause lead to


def _sets_definitions(agreement: Agreement) -> bool:
    """Whether the clause's own text lists definitions, as the definitions clause does."""
    return any(isinstance(block, Definitions) for block in _inside(agreement))


def _inside(agreement: Agreement) -> list[Block]:
    """The blocks of the clause's own text, those of its provisions too."""
    blocks = text_of_clause(agreement)
    return [*blocks, *(block for item in walk_provisions(blocks) for block in item.blocks)]


# ---- the rest -------------------------------------------------------------------------------------------------------


def _guidance(clause: Clause, document: nodes.document, context: Context) -> list[nodes.Node]:
    rendered = render_template(clause.guidance, clause.text_place("guidance"), context.facts)
    context.anchors = "guidance-"
    lifted = lift_text(rendered, document, context, f"{clause.id}.")
    agreement, _ = settle(Agreement("", "", "", lifted.blocks), context)
    return [provisions_node(agreement.blocks, context)]


def _values(clause: Clause, facts: dict[str, Known], texts: _Texts) -> nodes.section:
    part = section(texts.says.values_needed, _own(clause, "values"), clause.place("values"))
    rows: list[tuple[str, list[Said]]] = [
        (
            _row_anchor(name),
            [
                [span(title_of(name, declared.label)), nodes.Text(" "), nodes.literal(name, name)],
                declared.type,
                declared.about,
                str(facts[name]) if declared.default is not None else "",
                joined(_spots(texts.spots.get(name, []))),
            ],
        )
        for name, declared in clause.values.items()
        if name in facts
    ]
    part += table(texts.says.values_heads, (22, 10, 40, 14, 14), rows, "wh-values")
    return part


def _spots(spots: list[tuple[str, str, str]]) -> Iterator[nodes.Node]:
    """Links to the provisions that print a value; one of a variant alone says so."""
    standard = {number for variant, number, _ in spots if not variant}
    for variant, number, anchor in spots:
        if not variant:
            yield here(anchor, number)
        elif number not in standard:
            yield here(anchor, f"{number} ({variant})")
