"""What is known of a language: one record, whose parts are optional."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from whereas.language.drafting_words import DraftingWords, PlainWords
from whereas.language.frame import Phrases, Sheets
from whereas.language.placeholder_words import PlaceholderWords
from whereas.language.site_words import SiteWords
from whereas.language.style_words import Noun, StyleWords

NBSP = "\N{NO-BREAK SPACE}"
Forms = tuple[str, ...]
#: Patterns, and what is put in the place of what they find, one after the other.
Changes = tuple[tuple[str, str], ...]
#: A pattern that finds nothing.
NEVER = "(?!)"


class Nouns(NamedTuple):
    """Nouns: what several are called ("" where that cannot be told), and every form in which one may be found."""

    plural: Callable[[str], str]
    forms: Callable[[str], Forms]


class Declension(NamedTuple):
    """The cases of a language: how a term and its article, and "this", are put into them, and what asks for which.

    `decline` takes the term, its article in the nominative, the case, and whether it names several.
    """

    decline: Callable[[str, str, str, bool], tuple[str, str]]
    this: Callable[[str, str], str]
    shown: Mapping[str, tuple[str, str]]  # articles, and the case they show; of a contraction the preposition
    governed: Mapping[str, str]  # by case, a pattern of the prepositions that ask for it
    names: tuple[str, ...]
    counted: Callable[[str, str], str]  # a length of time, in words or figures, in a case
    contracted: Mapping[str, Mapping[str, str]]  # prepositions, and what they become with an article: vom, zum, zur


class CitedCases(NamedTuple):
    """What a citation takes before its word in its language, "de l’article 2", "des § 10": the names, and who words it.

    `word` takes the words of a citation from its noun on, that noun, whether it names several, and one of the names.
    """

    names: tuple[str, ...]
    word: Callable[[str, Noun, bool, str], str]


class Cases(NamedTuple):
    """A name with what belongs to it, and after "of" and "to"; None where the language has no such form.

    The possessive is asked for a name, whether it names several, and whether it is a role; it may raise ValueError.
    """

    possessive: Callable[[str, bool, bool], str] | None = None
    of: Callable[[str], str] | None = None
    to: Callable[[str], str] | None = None
    article: Callable[[str, str], str] | None = None  # of a gender, before a term
    declension: Declension | None = None
    cited: CitedCases | None = None


class Indefinite(NamedTuple):
    """An article that the sound of the next word decides, and the words about which people differ."""

    articles: str  # a pattern
    choose: Callable[[str], str]
    is_disputed: Callable[[str], bool]


#: What mends two articles: leave the word out, or let a filter write it; `one` gives the term without an article.
Fix = Literal["drop", "a", "each", "one", "of", "to"]


class WrongArticle(NamedTuple):
    """Words, as a pattern, that cannot stand before an article, or before certain ones."""

    words: str
    fix: Fix
    articles: str = ""


class Articles(NamedTuple):
    """What words with an article begin with, what cannot stand before them, and after what it can: patterns."""

    own: str
    wrong: tuple[WrongArticle, ...]
    allowed: str = NEVER


@dataclass(frozen=True, kw_only=True)
class Numerals:
    """Numbers in words. Changes put right what num2words has wrong, or make the form before a noun."""

    per_cent: str = ""
    percent_is_noun: bool = False  # a whole number has the form before a noun: "ein Prozent"
    corrections: Changes = ()
    before_masculine: Changes = ()
    before_feminine: Changes = ()
    feminine_units: frozenset[str] = frozenset()
    feminine_currency: str = NEVER  # a pattern of currencies' names
    feminine_cent: str = NEVER
    takes_of: str = NEVER  # a number after which what is counted takes "of": "un million d’euros"
    point: Mapping[str, str] = field(default_factory=dict)  # by decimal sign, if num2words says it otherwise
    ordinal: str = ""  # `{}.`; num2words' own if empty
    first: str = ""  # that of 1, if it is otherwise
    ordinals: Changes = ()  # what num2words has otherwise than a citation needs: "première", of a sentence


@dataclass(frozen=True, kw_only=True)
class Figures:
    """What stands beside figures, and words for facts that CLDR has none for."""

    yes_no: tuple[str, str] | None = None
    business_day: tuple[str, str] | None = None  # for one and for several
    gap: str = " "  # between a figure and its noun
    currency_gap: str = NBSP  # between EUR and its figure
    first_of_month: str = ""  # "er", after the figure
    compounds: bool = False  # "2-day", before a noun
    joints: tuple[tuple[str, str, str], ...] = ()  # a list's last word, before which beginnings it is what instead


@dataclass(frozen=True, kw_only=True)
class Sought:
    """Words, or patterns, apart by spaces, that are looked for in texts of every language.

    Agreements cite the laws of other countries, and come from templates in other languages.
    """

    abbreviations: str = ""  # to which a number belongs: "No."
    short_words: str = ""  # others, with which a sentence may end as well: "max."
    within_sentence: str = ""  # others after whose full stop a sentence goes on: "e.g."
    never_last: str = ""
    seldom_last: str = ""
    citing: str = ""  # before one of `cited` a citation that needs its number: "under Section"
    cited: str = ""
    cited_with_article: str = ""  # the same in one: "la cláusula"
    between_numbers: str = ""
    between_items: str = ""  # at the end of an item of a list, after its comma
    definite: str = ""  # before what is known: "the", "this"
    definition_leads: str = ""  # between a term and the kind of thing it is: "means any"
    agreed: str = ""  # that lead from recitals to the agreement itself
    follows: str = ""  # beginnings of words, by which a line says that something follows
    shorthand: str = ""  # clause, section and the like, and short forms of them, as readers type them before numbers
    doubled: str = ""  # that may well stand twice in a row: "that that"
    laws: str = ""  # beginnings or ends of what laws are called, whose sections no agreement numbers
    cited_of: str = ""  # after the number of a section, before what it is a section of
    prefixes: str = ""  # that join no name with a hyphen: "non-Affiliate"


@dataclass(frozen=True, kw_only=True)
class Months:
    """The locales in which months have names of their own; which of them are other words as well, such as May."""

    locales: tuple[str, ...] = ()
    other_words: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language, or what is otherwise in it in one country: `code` is de, or de_CH.

    Where a part is missing, the words are English ones; where English ones would be wrong, nothing is said or it is
    told that the language has none.
    """

    code: str
    name: str = ""  # in English
    phrases: Phrases | None = None
    sheets: Sheets | None = None
    style_words: StyleWords | None = None
    site_words: SiteWords | None = None
    placeholders: PlaceholderWords = field(default_factory=PlaceholderWords)
    figures: Figures = Figures()
    numerals: Numerals = Numerals()
    nouns: Nouns | None = None
    cases: Cases = field(default_factory=Cases)
    articles: Articles | None = None
    of_one: str = NEVER  # verbs that only one does: a pattern for what comes right after several, as the subject
    indefinite: Indefinite | None = None
    sought: Sought = Sought()
    drafting: DraftingWords = field(default_factory=DraftingWords)
    plain: PlainWords = field(default_factory=PlainWords)
    months: Months = Months()
    letters: Mapping[str, str] = field(default_factory=dict)  # of the alphabet's own, and what they come after
    persons: tuple[str, ...] = ()  # what people write as the legal form of a natural person
    capital_nouns: bool = False  # a word's capital says nothing
    nouns_are_verbs: bool = False  # "Record the date" is no use of "Records"
    hyphenation: str = ""  # what TeX calls its patterns
