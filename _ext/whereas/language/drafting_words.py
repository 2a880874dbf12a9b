"""What a careful reader of a draft seeks in any language: parts of patterns, in which a space is any space."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class DraftingWords:
    """The words of one language; what it does not give finds nothing.

    `attached` is what schedules are called, `signing` the heading of the part where the parties sign, `survives` is
    what a provision says of others that go on after the end, `this` what stands before a citation of the place
    itself. `until` stands between the first day and the last, `totals` at the head of what adds up the others,
    `shares` before percentages that make up a whole. After one of `sums` and of `sums_are` a figure is money if one
    of `after_sums` comes next, and not what is counted; `currencies` are such in words. `is_a` is what stands
    between a day and the kind of day that it is. `any_of` says before a list how its items are joined.
    A time limit is `within` and a length of time; it runs from something if its sentence has one of `runs_from`, or
    begins with one of `begins_on`, or has one of `runs_on` right after it. `duty` is a duty in the passive, with
    the verb in the group `verb`, and `doer` says whose it is. A `notice` and a `term` have the group `length`.
    """

    attached: str = "(?!)"
    signing: str = "(?!)"
    survives: str = "(?!)"
    this: str = "(?!)"
    until: str = "(?!)"
    totals: str = "(?!)"
    shares: str = "(?!)"
    sums: str = "(?!)"
    sums_are: str = "(?!)"
    after_sums: str = "(?!)"
    is_a: str = "(?!)"
    currencies: str = "(?!)"
    any_of: str = "(?!)"
    within: str = "(?!)"
    runs_from: str = "(?!)"
    runs_on: str = "(?!)"
    begins_on: str = "(?!)"
    duty: str = "(?!)"
    doer: str = "(?!)"
    notice: str = "(?!)"
    term: str = "(?!)"
    telephone: str = "(?!)"
    defined: str = "(?!)"  # after a word in quotation marks, that it is defined there
    calls: str = ""  # what may stand before such a word in brackets: "the", "each a"
    more_quotes: tuple[str, ...] = ()  # pairs of quotation marks that are right beside those of the house: "»«"
    month_first: bool = False  # whether some write the month before the day, in figures


@dataclass(frozen=True, kw_only=True)
class PlainWords:
    """What reads badly in one language: patterns, in which a space is any space.

    `wordy` are phrases and the plainer words for them ("" where they can go). `either` is "and/or", `duties` are words
    for one and the same duty, of which a text has one. `not_or` is what makes an "or" after "not" a riddle,
    `twice_not` what denies a denial, `gendered` a pronoun of one sex. `spellings` are words as two countries have them.
    """

    wordy: Mapping[str, str] = field(default_factory=dict)
    either: str = "(?!)"
    duties: tuple[str, ...] = ()
    not_or: str = "(?!)"
    twice_not: str = "(?!)"
    gendered: str = "(?!)"
    spellings: Mapping[str, str] = field(default_factory=dict)
