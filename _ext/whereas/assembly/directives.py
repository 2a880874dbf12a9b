"""The directives of agreement pages."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from whereas.agreement.model import Block, Definitions, KeyTerms, Section, TermIndex
from whereas.agreement.rules import MISPLACED
from whereas.agreement.runs import Broken
from whereas.assembly.assemble import lift_template
from whereas.assembly.context import Context, context_of
from whereas.assembly.front_sheet import said_of_parties
from whereas.assembly.parties_block import parties_block
from whereas.assembly.placed_clause import place_clause
from whereas.assembly.quotes import typographic
from whereas.assembly.rows_table import Layout, rows_table
from whereas.assembly.signature_blocks import signatures_block
from whereas.assembly.stand_ins import blocks_node
from whereas.assembly.survey import ClauseSyntax
from whereas.language.nearest import did_you_mean
from whereas.library.finding import FindingsError, Place
from whereas.library.rules import UNKNOWN_VALUE
from whereas.plan.placement import Placement
from whereas.values.types import TYPES


class AgreementDirective(SphinxDirective, ABC):
    """What our directives share: they stand in agreement and deal pages, and put data in their place."""

    #: whether what it gives depends on the page
    is_of_this_page = True
    #: whether that is the whole of an agreement
    is_whole = False

    def run(self) -> list[nodes.Node]:
        """Give the data; where it cannot be had, something visible in its place, and findings."""
        context = context_of(self.state.document.settings)
        if context is None:
            return self.misplaced()
        place = context.place(self.lineno)
        context.of_this_page += self.is_of_this_page
        try:
            blocks, sections = self.lift(context, place)
        except FindingsError as failure:
            context.note(failure)
            # text after a clause that failed must not run on with the clause before it
            return [blocks_node((Broken(f"[{failure.findings[0].message}]"),))]
        return [blocks_node(blocks, sections, self.is_whole)]

    def misplaced(self) -> list[nodes.Node]:
        """A finding, and something visible, on a page that is no agreement."""
        message = f"{{{self.name}}} stands only in a page with `agreement:` or `deal:` in its front matter"
        domain: Any = self.env.domains["whereas"]
        file, line = self.get_source_info()
        finding = MISPLACED.at(Place(domain.library.file(Path(file)), line), message)
        domain.note_findings(self.env.current_document.docname, [finding])
        return [nodes.error("", nodes.paragraph(message, message))]

    @abstractmethod
    def lift(self, context: Context, place: Place) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """The blocks and sections that stand here; raises FindingsError when they cannot be had."""


class ClauseDirective(AgreementDirective):
    """Places a clause of the library: `{clause} confidentiality`.

    Options: `:variant:` the name of one of its variants; `:title:` another heading; `:with:` what the clause's own
    roles and values are here, as `payer=partner, fee=setup_fee`; `:as:` the name its labels begin with, needed where it
    stands twice; `:number:` its number where it is put in between others, which keep theirs ("14A");
    `:optional:` stands only in deals that say `include` of it, or anything else but `omit`.
    """

    required_arguments = ClauseSyntax.required_arguments
    final_argument_whitespace = ClauseSyntax.final_argument_whitespace
    option_spec = ClauseSyntax.option_spec

    def lift(self, context: Context, place: Place) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """The clause's section, if the deal has it there."""
        placed = Placement.of(self.arguments[0], self.options, place)
        return (), place_clause(context.plan.of(placed), self.state.document, context)


class PartiesDirective(AgreementDirective):
    """Introduces the parties, one numbered paragraph each, in the order of the front matter's roles."""

    def lift(self, context: Context, place: Place) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """The numbered paragraphs."""
        return (parties_block(context, place),), ()


class SignaturesDirective(AgreementDirective):
    """Sets the signature blocks, one for each party.

    Options: `:witnesses: 2` sets a block in which so many witnesses sign, `:notary:` one for a notary.
    """

    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "witnesses": directives.positive_int,
        "notary": directives.flag,
    }

    def lift(self, context: Context, place: Place) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """The signature blocks."""
        notary = "notary" in self.options
        return (signatures_block(context, self.options.get("witnesses", 0), notary),), ()


def _names(argument: str | None) -> tuple[str, ...]:
    """Names with commas between them."""
    return tuple(" ".join(name.split()) for name in (argument or "").split(",") if name.strip())


class DefinitionsDirective(AgreementDirective):
    """Sets the definitions that the agreement uses, and those that these use, in alphabetical order.

    Options, terms with commas between them: `:also:` adds some, used or not; `:only:` sets no others. `:brought:` lists
    those alone that clauses bring, and not what the text defines elsewhere.
    """

    is_of_this_page = False
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "only": _names,
        "also": _names,
        "brought": directives.flag,
    }

    def lift(self, context: Context, place: Place) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """An empty list of definitions, filled when every clause has been read."""
        only, also = self.options.get("only", ()), self.options.get("also", ())
        return (Definitions((), only, also, place=place, elsewhere="brought" not in self.options),), ()


class TermIndexDirective(AgreementDirective):
    """Sets an index of the defined terms: where each is defined (in a PDF, on which page), and where it is used."""

    is_of_this_page = False

    def lift(self, context: Context, place: Place) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """An empty index, filled when everything has its number."""
        return (TermIndex(),), ()


def _front(written: str) -> str:
    """What `:show:` takes."""
    return directives.choice(written, ("front",))


class KeyTermsDirective(AgreementDirective):
    """Sets the facts of the agreement as a table: value, meaning, where it is used, where it was written.

    Options: `:values:` the names of those to show, with commas; `:show: front` the front sheet, which begins with the
    parties and where notices to them go. Without either, all that the text prints, by clause.
    """

    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {"values": _names, "show": _front}

    def lift(self, context: Context, place: Place) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """An empty sheet, filled when everything has its number; raises FindingsError for a value that there is not."""
        names = self.options.get("values", ())
        for name in names:
            if name not in context.facts.values:
                message = f"this agreement has no value {name!r} to show"
                raise FindingsError(UNKNOWN_VALUE.at(place, message, did_you_mean(name, context.facts.values)))
        front = "show" in self.options
        return (KeyTerms(names, front, tuple(said_of_parties(context)) if front else ()),), ()


class RowsDirective(AgreementDirective):
    """Sets rows as a table: `{rows} budget_lines`.

    Options, with commas between names: `:columns:` which, all if it is not given; `:heads:` what stands above them;
    `:total:` those that are added up; `:words:` those whose figures are spelled too; `:empty:` what stands there where
    there are no rows; `:caption:` words for its caption, and `:name:` its label, either of which gives it a number.
    """

    required_arguments = 1
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "columns": _names,
        "heads": _names,
        "total": _names,
        "words": _names,
        "empty": directives.unchanged_required,
        "caption": directives.unchanged_required,
        "name": directives.unchanged_required,
    }

    def lift(self, context: Context, place: Place) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """The table; raises FindingsError for a value that there is not, or that has no rows."""
        name, values = self.arguments[0], context.seen.values
        rows = values.get(name)
        if rows is None or not TYPES[rows._declared.type].tabular:
            known = [each for each, fact in values.items() if TYPES[fact._declared.type].tabular]
            message = f"{name!r} is no value with rows" if rows is not None else f"there is no value {name!r} with rows"
            raise FindingsError(UNKNOWN_VALUE.at(place, message, did_you_mean(name, known)))
        options = self.options
        columns, heads, totals, words = (options.get(each, ()) for each in ("columns", "heads", "total", "words"))
        empty, said = (
            typographic(options.get(each, ""), self.state.document, context.style) for each in ("empty", "caption")
        )
        label = " ".join(options.get("name", "").split()).lower().lstrip(".")
        layout = Layout(columns, heads, totals, words, empty, said, context.prefix + label if label else "")
        return (rows_table(rows, layout, self.state.document, context, place),), ()


class AgreementBodyDirective(AgreementDirective):
    """Stands for the whole text of the deal's agreement, in a page with `deal:` in its front matter."""

    is_whole = True

    def lift(self, context: Context, place: Place) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """The agreement's blocks and sections, filled with the deal's facts."""
        if context.template is None or context.plan.deal is None:
            message = "{agreement} stands only in a page with `deal:` in its front matter"
            raise FindingsError(MISPLACED.at(place, message))
        if context.body:
            message = f"the agreement stands on this page already, at {context.body}"
            raise FindingsError(MISPLACED.at(place, message, "leave one of them out"))
        context.body = place
        lifted = lift_template(context.template, self.state.document, context)
        return lifted.blocks, lifted.sections
