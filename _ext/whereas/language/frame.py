"""The words of the frame, in any language: what the program itself writes into contracts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def _as_written(title: str) -> tuple[str, str]:
    return title, ""


@dataclass(frozen=True, kw_only=True)
class Phrases:
    """The words of one language; what has a default here are signs alone, which most languages share.

    What stands in braces is filled in: `{a}` is "a" or "an", as the word after it asks.
    """

    # roles and terms
    the: str
    many: tuple[tuple[str, str], ...]  # the article of several, by that of one
    term: str = "{article}{open}{term}{close}"  # a term where it is defined
    party: str
    parties: str
    # before several in a role; by the article of one, where that asks for another word
    each_of: str | Mapping[str, str]
    both: str | Mapping[str, str]
    all: str | Mapping[str, str]
    article_of_party: str
    means: str
    definition_of: str  # as in "paragraph (a) of the definition of Control"
    colon: str = ":"
    meaning_given: str
    alternative: str
    used_in: str
    cited_in: str
    term_index: tuple[str, str, str, str]
    meanings: tuple[str, ...]
    other_agreement: str
    this_agreement: str
    range: str
    above: str
    below: str

    # the heads of the key-terms sheet
    key_terms: tuple[str, str, str, str]

    total: str  # of a column of rows

    # facts that are not known
    blank: str
    about: str
    facts: Mapping[str, str]  # of a party, by name
    parts: Mapping[str, str] = field(default_factory=dict)  # of dates, money and addresses, if called otherwise

    # who the parties are: each piece is left out where its fact is not known
    trading_as: str
    form_and_law: str
    form: str
    law: str
    register: str
    register_plain: str
    register_blank: str
    register_court: str
    register_court_plain: str
    office: str
    born: str
    home: str
    home_of_form: str = ""  # the same of a person whose legal form is told, where that is otherwise
    represented: str  # by companies that sign for it
    represented_by: str  # by persons
    agent: str
    agent_alone: str = "{name}{register}"  # where its office is not known
    in_turn: str
    named: str
    joint: str
    joint_alike: str  # one and many are the same word
    one_of_many: str = "{article}{open}{term}{close}"
    between: str = ";"
    before_last: str
    end: str = "."

    # signatures
    signed_for: str
    signed_by: str
    deed_for: str
    deed_by: str
    acting_by: str
    signatory: str
    office_of: Callable[[str], tuple[str, str]] = _as_written  # an office as it follows a name, and its article
    presence: str
    each_presence: str
    signature: str
    by: str = ""  # the same of who signs for another, where that has a word of its own
    name: str
    title: str
    place: str
    date: str
    witness: str
    address: str
    occupation: str
    on_behalf: str
    witnesses: str
    notary: str
    notary_lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Sheets:
    """The words around a text: on its cover, in the header and footer of its sheets."""

    contents: str
    page: str
    joining: str  # between the parties on a cover
    date: str
    version: str
    fingerprint: str
    not_for_signature: str
    review: str
    statuses: Mapping[str, str]

    def status(self, status: str) -> str:
        """What a status is called; one of an author's own is called as he wrote it."""
        return self.statuses.get(status, status[:1].upper() + status[1:])
