"""A page and the facts it sees become an Agreement."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes

from whereas.agreement.model import Agreement
from whereas.agreement.references import Targets
from whereas.agreement.walk import text_of
from whereas.assembly.lift import Lifted, lift
from whereas.assembly.myst import adopt, parse_myst
from whereas.assembly.settle import settle
from whereas.assembly.template import Rendered, render_template
from whereas.library.agreements import Page
from whereas.library.finding import Place

if TYPE_CHECKING:
    from whereas.assembly.context import Context
    from whereas.assembly.pages import Template


def assemble_page(page: Page, document: nodes.document, context: Context) -> tuple[Agreement, Targets]:
    """The agreement that a page's own text makes. Its other front matter goes into the document, for Sphinx."""
    rendered = _render(page, context.file, context)
    parsed = parse_myst(rendered, document, context)
    _take_front_matter(parsed, document)
    adopt(document, parsed)
    return _settled(lift(parsed, rendered, context), context)


def assemble_deal(template: Template, document: nodes.document, context: Context) -> tuple[Agreement, Targets]:
    """The agreement that a template makes with a deal's facts."""
    return _settled(lift_template(template, document, context), context)


def lift_template(template: Template, document: nodes.document, context: Context) -> Lifted:
    """The text of an agreement's page, lifted with the facts of the context; its front matter left out."""
    page = template.page
    front = page.text[: page.body_start]
    body = replace(page, text="\n" * front.count("\n") + page.text[page.body_start :], body_start=0)
    rendered = _render(body, template.file, context)
    parsed = parse_myst(rendered, document, context)
    adopt(document, parsed)
    return lift(parsed, rendered, context)


def _settled(lifted: Lifted, context: Context) -> tuple[Agreement, Targets]:
    deal, facts = context.deal, context.facts
    header = context.template.header if context.template else None
    agreement = Agreement(
        context.docname,
        text_of(lifted.title) or context.docname,
        context.style.name,
        lifted.blocks,
        lifted.sections,
        tuple(known.fact() for known in facts.values.values()),
        status=deal.status if deal else (header.status if header else "") or "template",
        reference=deal.reference if deal else "",
        version=deal.version if deal else header.version if header else "",
        parties=tuple((f"the {role._term}", str(role.name)) for role in facts.roles.values()),
    )
    return settle(agreement, context)


def _render(page: Page, file: str, context: Context) -> Rendered:
    """Render a page's body; its front matter stays as it is, line for line."""
    front = page.text[: page.body_start]
    lines = front.count("\n")
    rendered = render_template("\n" * lines + page.text[page.body_start :], Place(file), context.facts)
    context.findings += [finding for finding in rendered.findings if finding not in context.findings]
    return replace(rendered, text=front + rendered.text.removeprefix("\n" * lines)) if front else rendered


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
