"""A page and the facts it sees become an Agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from whereas.agreement.model import Agreement
from whereas.agreement.outside import headings_for_all, line_for_outside
from whereas.agreement.remade import remade
from whereas.agreement.rules import MISPLACED
from whereas.agreement.runs import Foreign
from whereas.agreement.sentences import heading
from whereas.agreement.targets import Targets
from whereas.agreement.walk import text_of, walk_runs
from whereas.assembly.additions import add_clauses
from whereas.assembly.deviations import find_deviations
from whereas.assembly.lift import Lifted
from whereas.assembly.settle import settle
from whereas.assembly.template import Rendered, render_template
from whereas.assembly.texts import lift_text
from whereas.library.finding import Place
from whereas.library.front_matter import Page

if TYPE_CHECKING:
    from whereas.assembly.context import Context
    from whereas.assembly.pages import Template


def assemble_page(page: Page, document: nodes.document, context: Context) -> tuple[Agreement, Targets]:
    """The agreement that a page's own text makes. Its other front matter goes into the document, for Sphinx."""
    rendered = _render(page, context.file, context)
    deal = context.plan.deal
    own = "deal" if deal else ""  # the agreement itself stands in a deal's own page
    lifted = lift_text(rendered, document, context, base=own)
    if deal and not context.body:
        message, hint = "this page of a deal does not have its agreement in it", "write {agreement} where it goes"
        context.findings.append(MISPLACED.at(page.deal_place, message, hint))
    return _settled(lifted, context)


def assemble_deal(template: Template, document: nodes.document, context: Context) -> tuple[Agreement, Targets]:
    """The agreement that a template makes with a deal's facts."""
    return _settled(lift_template(template, document, context), context)


def lift_template(template: Template, document: nodes.document, context: Context) -> Lifted:
    """The text of an agreement's page, lifted with the facts of the context; its front matter left out."""
    body = remade(template.page, text=template.page.body, body_start=0)
    return add_clauses(lift_text(_render(body, template.file, context), document, context), document, context)


def _settled(lifted: Lifted, context: Context) -> tuple[Agreement, Targets]:
    deal, facts = context.plan.deal, context.facts
    _check_title(lifted, context)
    header = context.template.header if context.template else None
    agreement = Agreement(
        context.docname,
        text_of(line_for_outside(heading(lifted.title, context.style.locale))) or context.docname,
        context.style.name,
        lifted.blocks,
        headings_for_all(lifted.sections),
        tuple(known._fact() for name, known in facts.values.items() if name in facts.used),
        status=deal.status if deal else (header.status if header else "") or "template",
        reference=deal.reference if deal else "",
        version=deal.version if deal else header.version if header else "",
        parties=tuple((str(role), str(role.name)) for role in facts.roles.values()),
        deviations=find_deviations(context.plan, facts, context.cast),
        locale=context.style.locale,
    )
    settled, targets = settle(agreement, context)
    return remade(settled, undecided=tuple(sorted(facts.undecided))), targets


def _check_title(lifted: Lifted, context: Context) -> None:
    """Report footnotes in the title of the page, which is words alone wherever it is printed."""
    for index in (run.index for run in walk_runs(lifted.title) if isinstance(run, Foreign)):
        node = context.foreign[index]
        if isinstance(node, nodes.footnote_reference):
            message = "a footnote in the title of a page is printed nowhere"
            context.findings.append(
                MISPLACED.at(Place(node.source or "", node.line or 1), message, "call it from the text")
            )


def _render(page: Page, file: str, context: Context) -> Rendered:
    """Render a page's body; its front matter stays as it is, line for line."""
    front = page.text[: page.body_start]
    lines = front.count("\n")
    rendered = render_template(page.body, Place(file), context.facts)
    return remade(rendered, text=front + rendered.text.removeprefix("\n" * lines)) if front else rendered
