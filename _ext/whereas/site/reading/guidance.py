"""The guidance of each clause on the page of an agreement: for us alone, and never part of the contract."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from whereas.agreement.model import Agreement, Block
from whereas.assembly.context import Context
from whereas.assembly.facts import Facts, Role, Unplaced
from whereas.assembly.known import Known
from whereas.assembly.known_value import known_value
from whereas.assembly.settle import settle
from whereas.assembly.survey import names_used
from whereas.assembly.template import render_template
from whereas.assembly.texts import lift_text
from whereas.language.registry import site_words
from whereas.language.titles import title_of
from whereas.library.agreements import RoleTerm
from whereas.library.clauses import Clause
from whereas.library.finding import NOWHERE, FindingsError
from whereas.plan.given import Given
from whereas.plan.plan import Plan
from whereas.render.html import HtmlRenderer
from whereas.site.nodes import Holder, hold, write_pieces

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.docutils import SphinxTranslator
    from sphinx.writers.html5 import HTML5Translator


class guidance(Holder, nodes.General, nodes.Element):
    """The blocks of a clause's guidance as data; the search index does not read them a second time."""


def guidance_node(id: str, document: nodes.document, context: Context) -> guidance | None:
    """The guidance of a clause, as its own page has it, with blanks; None where it has none.

    What is wrong with it is told by the clause's page, so nothing is said here.
    """
    try:
        clause = context.library.find("clauses", id, NOWHERE)
    except FindingsError:
        return None
    if not clause.guidance:
        return None
    alone = Context(
        context.docname,
        context.file,
        context.library,
        context.files,
        Facts(),
        context.style,
        context.syntax,
        Plan(context.library),
        is_clause_page=True,
        kept=context.kept,
    )
    lent = _lent(clause, context)
    declared = tuple((name, each._declared.type, each._declared.choices) for name, each in lent.items())
    key = ("guidance", clause.id, clause.guidance, declared, context.style, context.syntax, context.facts.wording)
    blocks: tuple[Block, ...] | None = context.kept.get(key)
    if blocks is None:
        blocks = _settled(clause, lent, document, context, alone)
        if not alone.foreign and not alone.depends:
            context.kept[key] = blocks
    context.depends |= alone.depends
    context.variants |= alone.variants
    words = site_words(context.style.locale)
    return hold(guidance(words=(words.guidance, words.no_part)), blocks, alone.foreign)


def _lent(clause: Clause, context: Context) -> dict[str, Known]:
    """The values that the guidance speaks of and the agreement declares, blank as all the others are in guidance."""
    names = names_used(clause.guidance, context.syntax) - clause.values.keys()
    known = {name: fact for name, fact in sorted(context.facts.values.items()) if name in names}
    return {name: Known(name, None, declared=fact._declared, wording=fact._wording) for name, fact in known.items()}


def _settled(
    clause: Clause, lent: dict[str, Known], document: nodes.document, context: Context, alone: Context
) -> tuple[Block, ...]:
    """The guidance, lifted and settled by itself: its clause's values are blanks or defaults."""
    wording = context.facts.wording
    values = {
        name: known_value(
            name, declared, Given(declared.default, clause.place("values", name), None), wording, alone.cast, set()
        )
        for name, declared in clause.values.items()
    }
    roles: dict[str, Role] = {name: Unplaced(name, RoleTerm(term=title_of(name)), (), wording) for name in clause.roles}
    alone.facts = Facts({**lent, **values}, roles, wording=wording)
    alone.anchors = f"guidance-{clause.id.replace('/', '-')}-"
    rendered = render_template(clause.guidance, clause.text_place("guidance"), alone.facts)
    lifted = lift_text(rendered, document, alone, f"{clause.id}.")
    return settle(Agreement("", "", "", lifted.blocks), alone)[0].blocks


def visit_guidance_html(self: HTML5Translator, node: guidance) -> None:
    """A disclosure under the heading, which says that it is no part of the contract."""
    name, no_part = map(escape, node["words"])
    self.body.append(f'<details class="wh-guide"><summary>{name} <span>{no_part}</span></summary><div>\n')
    write_pieces(self, node, HtmlRenderer().blocks(node.blocks))
    self.body.append("</div></details>\n")
    raise nodes.SkipNode


def _skip(self: SphinxTranslator, node: nodes.Node) -> None:
    raise nodes.SkipNode


def setup_guidance(app: Sphinx) -> None:
    """Register the node."""
    app.add_node(guidance, html=(visit_guidance_html, None), latex=(_skip, None))
