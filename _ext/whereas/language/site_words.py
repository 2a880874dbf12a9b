"""What pages say about contracts, in any language: beside an agreement, and in the library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import babel
import babel.numbers

from whereas.language.check_words import CheckWords, Counted


@dataclass(frozen=True, kw_only=True)
class SiteWords:
    """The words of one language. What stands in braces is filled in; `locale` is that of counts and days."""

    locale: str
    colon: str = ":"

    # states, roles of facts, and what lists are filtered by
    statuses: Mapping[str, str]
    states: Mapping[str, str]  # the same within a line, and what else is said of a clause in place of its variant
    kinds: Mapping[str, str]  # of parties
    agreement: str
    clause: str
    owner: str
    parties: str
    status: str
    tag: str
    tags: str
    type: str
    variant: str
    variants: str
    version: str
    standard: str
    joining: str

    # the head of an agreement's page
    key_facts: str
    effective_date: str
    summary: str
    reading_options: str
    from_template: str
    to_fill_in: str
    still_open: str
    and_more: Counted
    data: str
    built_from: str
    with_changes: str

    # beside a clause
    standard_variant: str
    compared: str  # the words of a clause
    unchanged: Counted
    compare: str
    departs: str
    guidance: str
    no_part: str  # of the agreement
    settled: Counted
    departures: Counted
    departed: Mapping[str, str]  # by kind; the subject goes before it
    table: str

    # counts
    blanks: Counted
    clauses: Counted
    deals: Counted
    departures_of: Counted
    findings: Counted
    templates: Counted
    values: Counted
    variants_of: Counted
    terms: Counted

    # what checks find, what the policy says, how far deals have come
    checks: CheckWords

    # agreements and deals at a glance
    deals_heads: tuple[str, str, str, str, str, str, str]
    no_deals: str
    no_agreements: str
    in_state: Mapping[str, str]
    points_open: Counted
    nothing_open: str
    less_open: Counted
    not_approved: Counted

    # the page of a clause
    fallbacks: str
    fallbacks_lead: str
    our_text: str
    no_step: str  # of a clause that departs otherwise
    no_approval: str
    approval: str
    changes: str
    words_to_offer: str
    terms_defined: str
    where_used: str
    glance: str
    in_use: str
    needs: str
    defines: str
    text: str
    values_needed: str
    values_heads: tuple[str, str, str, str, str]
    differences: str
    as_it_reads: str
    added: str
    removed: str
    against_standard: str
    uses_heads: tuple[str, str, str, str]
    left_out: str
    own_words: str
    nowhere: str
    not_in_use: str
    history: str
    last_changed: str
    not_in_git: str
    changed: str

    # the page of a party
    notices: str
    signatories: str
    deals_of_party: str
    no_deals_of_party: str
    party_heads: tuple[str, str, str, str, str]

    # values and terms
    no_values: str
    no_terms: str
    declared_in: str
    default: str
    is_in: str  # between a value and the agreements that it is in
    in_no_agreement: str
    not_printed: str
    and_more_deals: Counted
    terms_heads: tuple[str, str, str, str]

    # the page itself
    site: str
    page_contents: str
    way_here: str  # through the contents of the site
    cannot_be_shown: str
    scripts: Mapping[str, str]  # what the scripts of pages say, by their English words

    # the search page
    needs_script: str
    without_script: str
    home_page: str
    open_page: str
    browser_keys: str
    search_for: str
    search_tip: str  # before examples
    search_on: str

    def counted(self, count: int, words: Counted) -> str:
        """What is said of so many: `1 clause`, `2,000 clauses`."""
        one, said = _number(count, self.locale)
        return words[0 if one else 1].format(count=said)

    def listed(self, names: Iterable[str]) -> str:
        """A, B and C."""
        all_names = list(names)
        first, last = ", ".join(all_names[:-1]), "".join(all_names[-1:])
        return f"{first} {self.joining} {last}" if first else last

    def status_of(self, status: str) -> str:
        """What a status is called; one of an author's own is called as he wrote it."""
        return self.statuses.get(status) or status.capitalize()

    def state_of(self, status: str) -> str:
        """The same within a line."""
        return self.states.get(status, status)


@lru_cache(maxsize=10_000)
def _number(count: int, locale: str) -> tuple[bool, str]:
    """Whether so many are one, and how the number is written."""
    one = babel.Locale.parse(locale).plural_form(count) == "one"
    return one, babel.numbers.format_decimal(count, locale=locale)
