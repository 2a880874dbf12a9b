"""Defined terms: how a house sets one where it is defined, and which definitions an agreement needs."""

from __future__ import annotations

from whereas.agreement.model import Agreement, Defined
from whereas.agreement.runs import Definition, Run, Text
from whereas.agreement.styles import Style
from whereas.agreement.term_lines import UsedIn, walk_blocks, walk_placed
from whereas.agreement.uses import Term, compile_terms, uses_in
from whereas.language.alphabet import sort_key
from whereas.language.quotation import apostrophes
from whereas.language.registry import phrases
from whereas.library.finding import NOWHERE


def defining(term: str, style: Style, also: tuple[str, ...] = ()) -> tuple[Run, ...]:
    """A term at the place of its definition, in the style's quotes, and what else it is called: “Effective Date”."""
    before, after = style.quotes
    runs: tuple[Run, ...] = (Text(before), Definition(term, apostrophes(term)), Text(after))
    for other in also:
        word = f" {phrases(style.locale).alternative} "
        runs = (*runs, Text(word + before), Definition(term, apostrophes(other)), Text(after))
    return runs


def used_terms(
    agreement: Agreement,
    definitions: tuple[Defined, ...],
    terms: tuple[Term, ...],
    locale: str,
    also: tuple[str, ...] = (),
    only: tuple[str, ...] = (),
) -> tuple[Defined, ...]:
    """The definitions that an agreement's text uses, and those that these use in turn, in the order of the alphabet.

    `also` names terms to add, used or not; `only`, if given, names the terms to which the list is limited. A term in a
    fact or a link counts, though it is not linked there: the contract needs its meaning.
    """
    named = {term.term for term in terms}
    pattern = compile_terms((*terms, *(Term(each.term) for each in definitions if each.term not in named)), locale)
    entries = {each.term: each for each in reversed(definitions)}
    lines = (line for line in walk_placed(agreement) if not line.own)
    wanted = [*also, *(use.term for line in lines for use in uses_in(line, pattern))]
    used: set[str] = set()
    while wanted:
        term = wanted.pop()
        if term in entries and term not in used:
            used.add(term)
            inner = walk_blocks(entries[term].blocks, UsedIn("", (), ""), NOWHERE, term)
            wanted += (use.term for line in inner for use in uses_in(line, pattern))
    shown = used & {*only, *also} if only else used
    return tuple(entries[term] for term in sorted(shown, key=lambda term: sort_key(term, locale)))
