"""The words of the frame, by language: what the program itself writes into contracts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

NBSP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Phrases:
    """The words of one language; the defaults are the English ones.

    What stands in braces is filled in: `{a}` is "a" or "an", as the word after it asks.
    """

    # roles and terms
    the: str = "the"
    many: tuple[tuple[str, str], ...] = (("the", "the"),)  # the article of several, by that of one
    term: str = "{article}{open}{term}{close}"  # a term where it is defined
    party: str = "party"
    parties: str = "parties"
    # before several in a role; by the article of one, where that asks for another word
    each_of: str | Mapping[str, str] = "each of"
    both: str | Mapping[str, str] = "both"
    all: str | Mapping[str, str] = "all"
    article_of_party: str = "the"
    means: str = "means"
    definition_of: str = "the definition of {term}"  # as in "paragraph (a) of the definition of Control"
    colon: str = ":"
    meaning_given: str = "has the meaning given in"
    alternative: str = "or"
    used_in: str = "Used in"
    cited_in: str = "Cited in"
    term_index: tuple[str, str, str, str] = ("Term", "Defined in", "Page", "Used in")
    meanings: tuple[str, ...] = ("means ", "includes ", "has the meaning", "have the meaning")
    other_agreement: str = "of the {title}"
    this_agreement: str = "of this agreement"
    range: str = "to"
    above: str = "{cited} above"
    below: str = "{cited} below"

    # the heads of the key-terms sheet
    key_terms: tuple[str, str, str, str] = ("Term", "Value", "Used in", "Written in")

    # facts that are not known
    blank: str = "[{term}’s {fact}]"
    about: str = "The {fact} of the {term}."
    facts: Mapping[str, str] = field(default_factory=dict)  # by name, where they are not the English ones
    parts: Mapping[str, str] = field(default_factory=dict)  # of dates, money and addresses, in the same way

    # who the parties are: each piece is left out where its fact is not known
    trading_as: str = ", trading as {name}"
    form_and_law: str = ", {a} {entity} formed under the law of {jurisdiction}"
    form: str = ", {a} {entity}"
    law: str = ", formed under the law of {jurisdiction}"
    register: str = " ({label} {number})"
    register_plain: str = " (registration number {number})"
    register_blank: str = " with registration number {number}"
    register_court: str = " (registered with {court}, {label} {number})"
    register_court_plain: str = " (registered with {court} under number {number})"
    office: str = ", whose registered office is at {address}"
    home: str = ", of {address}"
    home_of_form: str = ""  # the same of a person whose legal form is told, where that is otherwise
    represented: str = ", acting by {agents}"  # companies that sign for it
    agent: str = "its {title}, {name}{register}"
    agent_alone: str = "{name}{register}"  # where its office is not known
    in_turn: str = ", acting by {agents}"
    named: str = " ({one})"
    joint: str = "each of the following, together {many} and each {one}:"
    joint_alike: str = "each of the following, together and each {one}:"  # one and many are the same word
    one_of_many: str = "{a} {open}{term}{close}"
    between: str = ";"
    before_last: str = "; and"
    end: str = "."

    # signatures
    signed_for: str = "Signed for and on behalf of"
    signed_by: str = "Signed by"
    deed_for: str = "Executed as a deed by"
    deed_by: str = "Signed as a deed by"
    acting_by: str = "acting by {signatories}"
    signatory: str = "{name}, {a} {title}"
    presence: str = "in the presence of:"
    each_presence: str = "each in the presence of:"
    signature: str = "Signature"
    by: str = ""  # the same of who signs for another, where that has a word of its own
    name: str = "Name"
    title: str = "Title"
    place: str = "Place"
    date: str = "Date"
    witness: str = "Witness"
    address: str = "Address"
    occupation: str = "Occupation"
    on_behalf: str = "For"
    witnesses: str = "Witnessed by:"
    notary: str = "Before me:"
    notary_lines: tuple[str, ...] = ("Notary public", "Name", "Place", "Date", "Seal")
