"""The words of placeholders, in any language. All are parts of patterns, in which a space is a space."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PlaceholderWords:
    """The words of one language.

    `marks` are placeholders wherever they stand, in this very case; `phrases` are where they stand alone, or after one
    of `verbs` ("is to be agreed") unless that follows one of `clauses` ("what is to be agreed"). In brackets, `asks`
    bid somebody put something there, and `slots` name what. A number in brackets before one of `units` is not settled.
    A text of few words is a sentence's part if it begins with one of `leads` ("in a place to be agreed").
    Those of every language are looked for: `articles` with the space after them; `signed`, before a line for the hand;
    `numbered`, after which XXX is thirty; `means`, after what is defined; `nothing`, no placeholder in brackets.
    `fields` is whether «Seller» is a field to be filled; in other languages it is a quotation.
    """

    marks: str = "(?!)"
    phrases: str = "(?!)"
    verbs: str = "(?!)"
    clauses: str = "(?!)"
    leads: str = "(?!)"
    asks: str = "(?!)"
    slots: str = "(?!)"
    units: str = "(?!)"
    articles: str = "(?!)"
    signed: str = "(?!)"
    numbered: str = "(?!)"
    means: str = "(?!)"
    nothing: str = "(?!)"
    fields: bool = False
