"""The definitions of an agreement: collected from its clauses, cut down to those it uses, set as its style says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whereas.agreement.holding import may_hold
from whereas.agreement.model import (
    Agreement,
    Block,
    Defined,
    Definitions,
    Paragraph,
    Provision,
    Provisions,
)
from whereas.agreement.remade import remade
from whereas.agreement.runs import Definition, Link, Reference, Run, Styled, Text
from whereas.agreement.styles import Style
from whereas.agreement.term_lines import walk_placed
from whereas.agreement.terms import defining, used_terms
from whereas.agreement.tree import changed
from whereas.agreement.uses import Term
from whereas.agreement.walk import change_each_block, change_lines, text_of, walk_lines, walk_runs
from whereas.assembly.leftovers import leftovers
from whereas.assembly.template import render_template
from whereas.assembly.texts import lift_text
from whereas.language.nearest import did_you_mean
from whereas.language.registry import phrases
from whereas.library.clauses import Meaning
from whereas.library.finding import Place
from whereas.library.rule import Rule

if TYPE_CHECKING:
    from docutils import nodes

    from whereas.assembly.context import Context
    from whereas.assembly.facts import Facts
    from whereas.library.clauses import Clause

_DEFINING = "title: Fee\nstatus: approved\ntext: 1. The Fee is due. The Fee is low.\ndefinitions: {{Fee: {} euros}}"
DEFINED_DIFFERENTLY = Rule(
    "defined-differently",
    "All clauses that define a term define it alike.",
    bad={"clauses/approved.yaml": _DEFINING.format("nine"), "clauses/sketch.yaml": _DEFINING.format("ten")},
    good={"clauses/approved.yaml": _DEFINING.format("ten"), "clauses/sketch.yaml": _DEFINING.format("ten")},
)
UNKNOWN_TERM = Rule(
    "unknown-term",
    "A term that `{definitions}` names is defined in the agreement.",
    bad="1. {define}`Fee` means ten euros. The Fee is due. The Fee is low.\n\n```{definitions}\n:also: Fees\n```",
    good="1. {define}`Fee` means ten euros. The Fee is due. The Fee is low.\n\n```{definitions}\n:also: Fee\n```",
)


#: What a label begins with that stands for the place where a term is defined, until that has an anchor.
_WHERE = "@"


# ---- collecting -----------------------------------------------------------------------------------------------------


def collect_definitions(clause: Clause, facts: Facts, name: str, page: nodes.document, context: Context) -> None:
    """Note each definition of a clause; the same term defined differently is an error that names both."""
    for term, meaning in clause.definitions.items():
        keys: tuple[str, ...] = ("definitions", term)
        if (*keys, "text") in clause.source.places:
            keys = (*keys, "text")  # a mapping, in which it is one key
        context.findings += [found.finding(clause.place("definitions", term)) for found in leftovers(term)]
        place, exact = clause.place("definitions", term), clause.source.is_block(*keys)
        rendered = render_template(meaning.text.rstrip("\n"), clause.text_place(*keys), facts, whole_lines=exact)
        lifted = lift_text(rendered, page, context, f"{name.lower()}.", f"term-{term}")
        blocks = _worded(term, meaning, lifted.blocks, context.style)
        entry = Defined(term, blocks, place=place, forms=(*meaning.also, *meaning.variants))
        known = context.definitions.get(term)
        if known is None:
            context.definitions[term] = entry
        elif _words(known) != _words(entry):
            message = f"the term {term!r} is defined otherwise here than in {known.place}"
            context.findings.append(DEFINED_DIFFERENTLY.at(place, message, "keep one definition"))


def _words(entry: Defined) -> str:
    return " ".join(text_of(line) for block in entry.blocks for line in walk_lines(block))


def _worded(term: str, meaning: Meaning, blocks: tuple[Block, ...], style: Style) -> tuple[Block, ...]:
    """The definition as a sentence: “Term” means …; in a table the term, then what it means."""
    named = tuple(
        remade(run, forms=meaning.variants) if isinstance(run, Definition) and index == 1 else run
        for index, run in enumerate(defining(term, style, meaning.also))
    )
    words = phrases(style.locale)
    match blocks:
        case (Paragraph(runs=runs, place=place), *rest):
            text = text_of(runs)
            open_end = not rest and not text.rstrip().endswith((".", ";", ":"))
            end: tuple[Run, ...] = (Text("."),) if open_end else ()
            if style.definitions == "table":
                return (Paragraph(named, place), Paragraph((*runs, *end), place), *rest)
            verb = " " if text.startswith(words.meanings) else f" {words.means} "
            return (Paragraph((*named, Text(verb), *runs, *end), place), *rest)
    leads = () if style.definitions == "table" else (Text(f" {words.means}{words.colon}"),)
    return (Paragraph((*named, *leads)), *blocks)


# ---- setting --------------------------------------------------------------------------------------------------------


#: The runs that define a term, or may hold one that does.
_DEFINES = frozenset({Definition, Styled, Link, Reference})


def terms_in_text(agreement: Agreement) -> tuple[Term, ...]:
    """The terms that the text itself defines, each with the anchor of the provision that does, once there is one."""
    found: dict[tuple[str, Place, str], tuple[str, ...]] = {}
    for line in walk_placed(agreement, frozenset({Definition})):
        for run in walk_runs(line.runs) if may_hold(line.runs, _DEFINES) else ():
            if isinstance(run, Definition) and not line.own:
                key = (run.term, line.place, line.inside.anchor)
                found[key] = (*found.get(key, ()), *run.forms, *([run.text] if run.text != run.term else ()))
    return tuple(Term(term, forms, anchor, place) for (term, place, anchor), forms in found.items())


def set_definitions(agreement: Agreement, imported: tuple[Term, ...], context: Context) -> Agreement:
    """The agreement with its lists of definitions filled with what it uses, in the order of the alphabet.

    A term that the text defines elsewhere is listed with where its meaning is given; the parties' names are not.
    """
    style, roles = context.style, role_terms(context)
    own = terms_in_text(agreement)
    elsewhere = tuple(_by_reference(term, style) for term in own if term.term not in roles)
    entries = (*context.definitions.values(), *elsewhere)
    terms = (*(Term(each.term, each.forms) for each in context.definitions.values()), *own, *imported)

    def fill(block: Block) -> Block:
        if not isinstance(block, Definitions):
            return block
        known = {entry.term for entry in entries}
        for name in set() if context.is_clause_page else {*block.also, *block.only} - known:
            message = f"no definition of {name!r} is in this agreement to be listed"
            finding = UNKNOWN_TERM.at(block.place, message, did_you_mean(name, known))
            context.findings.append(finding)
        listed = entries if block.elsewhere else tuple(context.definitions.values())
        used = used_terms(agreement, listed, terms, style.locale, block.also, block.only)
        if style.definitions == "numbered":
            items = (Provision(each.blocks, f"term.{_slug(each.term)}", each.place) for each in used)
            return Provisions(tuple(items))
        return remade(block, entries=used, table=style.definitions == "table")

    return change_each_block(agreement, frozenset({Definitions}), fill)


def _slug(term: str) -> str:
    return "-".join(term.lower().split())


def role_terms(context: Context) -> frozenset[str]:
    """What the parties are called."""
    roles = context.facts.roles.values()
    return frozenset(name for role in roles for name in (role._name, role._role.term, role._role.plural) if name)


def _by_reference(term: Term, style: Style) -> Defined:
    """“Eligible Cost” has the meaning given in clause 8.2."""
    said = phrases(style.locale).meaning_given
    where = Reference((f"{_WHERE}{term.term}",), place=term.place)
    named = defining(term.term, style)
    if style.definitions == "numbered":  # where it would be one more place that defines the term
        named = tuple(Styled("strong", (Text(run.text),)) if isinstance(run, Definition) else run for run in named)
    if style.definitions == "table":
        return Defined(term.term, (Paragraph(named), Paragraph((Text(f"{said} "), where, Text(".")))), place=term.place)
    return Defined(term.term, (Paragraph((*named, Text(f" {said} "), where, Text("."))),), place=term.place)


def point_definitions(agreement: Agreement) -> Agreement:
    """The numbered agreement with its definitions by reference led to the provisions that give the meaning."""
    anchors = {term.term: term.anchor for term in reversed(terms_in_text(agreement))}

    def line(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return changed(runs, pointed)

    def pointed(run: Run) -> Run:
        if isinstance(run, Reference) and run.labels and run.labels[0].startswith(_WHERE):
            return remade(run, labels=(f"#{anchors.get(run.labels[0].removeprefix(_WHERE), '')}",))
        return run

    return change_lines(agreement, frozenset({Reference}), line)
