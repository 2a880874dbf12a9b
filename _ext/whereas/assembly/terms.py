"""The defined terms of a page: which there are, their uses linked, and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from docutils import nodes
from sphinx import addnodes

from whereas.agreement.citing import cite
from whereas.agreement.linking import link_terms
from whereas.agreement.model import Agreement, Block, Defined, Definitions, Section, TermIndex
from whereas.agreement.remade import remade
from whereas.agreement.runs import (
    Blank,
    Broken,
    Cited,
    Definition,
    Foreign,
    Item,
    LineBreak,
    Link,
    Passage,
    Reference,
    Run,
    Slot,
    Styled,
    TermUse,
    Text,
    Value,
)
from whereas.agreement.targets import Targets
from whereas.agreement.term_checks import check_terms
from whereas.agreement.term_lines import UsedIn, walk_leaves, walk_placed
from whereas.agreement.term_rules import TERM_UNUSED
from whereas.agreement.tree import changed
from whereas.agreement.uses import Term, uses_of_terms
from whereas.agreement.walk import change_blocks, change_each_block
from whereas.assembly.definitions import role_terms, terms_in_text
from whereas.language.alphabet import sort_key
from whereas.language.quotation import apostrophes
from whereas.language.registry import phrases

if TYPE_CHECKING:
    from whereas.assembly.context import Context
    from whereas.library.finding import Finding, Place

#: What the anchor of a term of another agreement begins with; its page and a colon follow, and the term.
AWAY = "@"


def settle_terms(agreement: Agreement, targets: Targets, context: Context) -> tuple[Agreement, tuple[Term, ...]]:
    """The agreement with its terms linked, and the terms it defines; what is wrong with them goes to the findings."""
    imported = context.imported
    lists, inline = _lists(agreement), terms_in_text(agreement)
    listed = tuple(Term(each.term, each.forms, each.anchor, each.place) for block in lists for each in block.entries)
    own = (*listed, *inline)
    if not (context.is_clause_page or context.words_alone):
        asked = {term for block in lists for term in block.also}  # used or not
        spared = role_terms(context) | asked | {term.term for term in imported}
        # what the text defines may be listed as well, with a reference to it: that is one definition
        places = {(term.term, term.place) for term in inline}
        here = (*inline, *(term for term in listed if (term.term, term.place) not in places), *imported)
        early = context.style.define_first == "yes"
        found = check_terms(agreement, here, context.style.locale, spared, early)
        deal = context.plan.deal
        context.findings += [_of_draft(each, deal is not None and deal.status == "final") for each in found]
    agreement = link_terms(agreement, (*own, *imported), context.style.locale)
    if context.words_alone:
        return agreement, own
    agreement = _with_uses(agreement, own, targets, context)
    if imported:
        context.taken = _taken(agreement)
        agreement = _leading_away(agreement, context)
    return agreement, own


def _of_draft(finding: Finding, is_final: bool) -> Finding:
    """A term that is not used yet is told for information, until somebody calls the deal final."""
    if finding.rule != TERM_UNUSED.id:
        return finding
    if is_final:  # another message than that of its template, at the same place
        return finding._replace(message=f"{finding.message}, and a deal of it is final")
    return finding._replace(severity="info")


def _taken(agreement: Agreement) -> tuple[tuple[str, Place], ...]:
    """The terms of other agreements that an agreement uses, `page:term`, each with the place of its first use."""
    found: dict[str, Place] = {}
    for line in walk_placed(agreement):
        for run, _ in walk_leaves(line.runs, line.heading):
            if isinstance(run, TermUse) and run.anchor.startswith(AWAY):
                found.setdefault(run.anchor.removeprefix(AWAY), line.place)
    return tuple(found.items())


def _lists(agreement: Agreement) -> list[Definitions]:
    """The lists of definitions of an agreement."""
    found: list[Definitions] = []

    def note(block: Block) -> Block:
        if isinstance(block, Definitions):
            found.append(block)
        return block

    change_each_block(agreement, frozenset({Definitions}), note)
    return found


# ---- where terms are used -------------------------------------------------------------------------------------------


def _with_uses(agreement: Agreement, own: tuple[Term, ...], targets: Targets, context: Context) -> Agreement:
    """The agreement with each listed definition, and the index of terms, told where the term is used."""
    uses, words = uses_of_terms(agreement), phrases(context.style.locale)
    homes = {line.own: line.inside for line in walk_placed(agreement) if line.own}

    def cited(places: tuple[str, ...]) -> tuple[Run, ...]:
        found = [targets[f"#{anchor}"] for anchor in dict.fromkeys(places) if f"#{anchor}" in targets]
        found = [target for target in found if target.number]
        labels = tuple(f"#{target.anchor}" for target in found)
        return (Reference(labels, "uses", parts=cite(found, context.style, "uses")),) if found else ()

    def entry(each: Defined) -> Defined:
        places = cited(_numbered(uses.get(each.term, ())))
        return remade(each, uses=(Text(f"{words.used_in} "), *places)) if places else each

    def home(term: Term) -> tuple[Run, ...]:
        """Where a term is defined: the number of the provision that holds the list, leading to the entry."""
        place = homes.get(term.term)
        if place is None or not place.number:
            return cited((term.anchor,))
        number = "".join([place.number, *(f" {context.style.within(step)}" for step in reversed(place.scope))])
        return (Reference((f"#{term.anchor}",), "number", parts=(Cited("", number, term.anchor, number),)),)

    def fill(block: Block) -> Block:
        match block:
            case Definitions():
                return remade(block, entries=changed(block.entries, entry))
            case TermIndex():
                terms = {term.term: term for term in reversed(own)}
                listed = sorted(terms.values(), key=lambda term: sort_key(term.term, context.style.locale))
                rows = tuple(
                    (_use(each), home(each), each.anchor, cited(_numbered(uses.get(each.term, ())))) for each in listed
                )
                return TermIndex(words.term_index, rows)
        return block

    return change_each_block(agreement, frozenset({Definitions, TermIndex}), fill)


def _use(term: Term) -> tuple[Run, ...]:
    return (TermUse(term.term, apostrophes(term.term), term.anchor),)


def _numbered(places: tuple[UsedIn, ...]) -> tuple[str, ...]:
    """The anchors of the provisions that use a term; uses in other definitions are found through these."""
    return tuple(place.anchor for place in places if place.number and not place.term)


# ---- terms of another agreement --------------------------------------------------------------------------------------


def _leading_away(agreement: Agreement, context: Context) -> Agreement:
    """The agreement with the uses of another agreement's terms left for the whole project to link."""

    def line(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return changed(runs, run)

    def run(each: Run) -> Run:
        match each:
            case TermUse(anchor=anchor) if anchor.startswith(AWAY):
                return _pending(each, context)
            case Styled() | Link():
                return remade(each, runs=line(each.runs))
            case TermUse() | Text() | LineBreak() | Value() | Passage() | Blank() | Definition() | Item() | Reference():
                return each
            case Foreign() | Slot() | Broken():
                return each
            case _:
                assert_never(each)

    def section(each: Section) -> Section:
        return remade(each, blocks=change_blocks(each.blocks, line), sections=changed(each.sections, section))

    sections = changed(agreement.sections, section)
    return remade(agreement, blocks=change_blocks(agreement.blocks, line), sections=sections)


def _pending(use: TermUse, context: Context) -> Foreign:
    node = addnodes.pending_xref(
        "",
        nodes.inline(use.text, use.text),
        refdomain="whereas",
        reftype="term",
        reftarget=use.anchor.removeprefix(AWAY),
        refexplicit=True,
        refdoc=context.docname,
        refwarn=False,
    )
    return context.keep(node, use.text)
