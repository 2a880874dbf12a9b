"""House styles, given by example: `("1.", "1.1", "(a)", "(i)", "(A)")`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from whereas.agreement.samples import UNNUMBERED, Sample, parse_sample
from whereas.agreement.several import by_word, several
from whereas.agreement.steps import is_local, parse_cited
from whereas.language.cases import OF, TO
from whereas.language.de.house import HOUSE_STYLES as _GERMAN
from whereas.language.en.frame import AMERICAN_PHRASES
from whereas.language.en.frame import STYLE_WORDS as _ENGLISH
from whereas.language.es.house import HOUSE_STYLES as _SPANISH
from whereas.language.figures import parse_locale
from whereas.language.fr.house import HOUSE_STYLES as _FRENCH
from whereas.language.nearest import did_you_mean
from whereas.language.registry import language_of
from whereas.language.style_words import Noun, Words
from whereas.library.style_keys import (
    STYLE_CITED,
    STYLE_KEYS,
    STYLE_LABELS,
    STYLE_LISTS,
    STYLE_TEXTS,
    STYLE_WORDS,
)

#: As many levels as a list of Word has.
_DEEPEST = 9
#: What looks like something to be filled in: a word in braces, or a brace left over.
_BRACES = re.compile(r"\{[^{}]*\}|[{}]")


@dataclass(frozen=True)
class Style:
    """How a house numbers and cites. Every label is given by example, every word as (one, many)."""

    name: str = "uk"
    levels: tuple[str, ...] = ("1.", "1.1", "(a)", "(i)", "(A)")
    parties: tuple[str, ...] = ("(1)", "(a)", "(i)")
    recitals: tuple[str, ...] = ("(A)", "(i)", "(a)")
    schedule: str = f"{_ENGLISH.labels.schedule} 1"
    schedule_levels: tuple[str, ...] = ("1.", "1.1", "(a)", "(i)", "(A)")
    annex: str = f"{_ENGLISH.labels.annex} A"  # a second family of what is attached
    appendix: str = f"{_ENGLISH.labels.appendix} 1"  # what is attached to a schedule or an annex
    part: str = f"{_ENGLISH.labels.part} A"
    table: str = f"{_ENGLISH.labels.table} 1"  # one that has a caption or a label
    restart: Literal["schedule", "part", "never"] = "schedule"  # where numbers begin anew
    definition_levels: tuple[str, ...] = ("(a)", "(i)", "(A)")
    alphabet: str = "aa"
    joiner: str = ""
    reference: tuple[str, str] | None = None
    cited: tuple[Words, ...] = ()  # for each level how it is cited, if not by its label: ("§ {}", "§§ {}"), "Abs. {}"
    schedule_cited: tuple[Words, ...] = ()
    outer: Literal["", "last", "first"] = ""  # "paragraph 2 of Schedule 1", or "Anlage 1 Nummer 2"; else by language
    clause: Words = _ENGLISH.cited.clause
    paragraph: Words = _ENGLISH.cited.paragraph
    letter: Words = _ENGLISH.letter  # what has a letter, cited from the same clause: "paragraph (a)"
    recital: Words = _ENGLISH.cited.recital
    party: Words = _ENGLISH.cited.party
    conjunction: str = _ENGLISH.conjunction
    range: str = ""  # the word in "7 to 9"; the language's own if empty
    stem: Literal["once", "repeated"] = "once"  # "4.1(a) and (b)", or "4.1(a) and 4.1(b)"
    of: str = _ENGLISH.of
    this: str = _ENGLISH.this
    locale: str = "en_GB"
    quotes: tuple[str, str] = _ENGLISH.quotes
    reserved: str = _ENGLISH.reserved
    definitions: Literal["paragraphs", "table", "numbered"] = "paragraphs"
    define_first: str = ""  # "yes" if a term may not be used before it is defined
    date: str = ""  # the form of a date, as `d MMMM y`; the language's own if empty
    money: Literal["code", "symbol"] = "code"  # EUR 250,000 or €250,000
    nouns: tuple[Noun, ...] = ()
    by_rule: tuple[str, ...] = ()  # of what the word for several is by a rule of whichever language the agreement has

    def samples(self, levels: tuple[str, ...]) -> tuple[Sample, ...]:
        """The levels, read."""
        return tuple(parse_sample(level) if level else UNNUMBERED for level in levels)

    @property
    def text_levels(self) -> tuple[str, ...]:
        """The levels of what stands in text that has no number: those of the parties, were they numbered or not."""
        return (self.parties[0] or "(1)", *self.parties[1:])

    def within(self, step: str) -> str:
        """What a citation says of what it stands in: "of Schedule 1"."""
        return "".join(self.outside(step))

    def outside(self, step: str) -> tuple[str, str]:
        """The same in two, the second of which names it: "of ", "Schedule 1"; "des ", "Teils A"."""
        noun = self.noun(step)
        of = noun.of if noun and noun.of else self.of
        if noun and noun.after_of and of == noun.of:
            step = step.replace(noun.word, noun.after_of, 1)
        return of if of.endswith("’") else f"{of} ", step

    def pointing(self, cited: str, case: str = "") -> str:
        """The "this" before a citation: "this clause 7.2", "diesem § 10"; ValueError for a case that it has not."""
        noun, cases = self.noun(cited), language_of(self.locale).cases
        this = noun.this if noun and noun.this else self.this
        if not case:
            return this
        if cases.declension and case in cases.declension.names:
            return cases.declension.this(this, case)
        if cases.cited and cases.of and cases.to and case in (OF, TO):
            return cases.of(this) if case == OF else cases.to(this)
        raise ValueError(f"{{this}} has no {case!r} in {language_of(self.locale).name or self.locale}")

    def word_of(self, word: str) -> Words:
        """How a label's own word is cited, one and many: Article, Articles."""
        noun = self.noun(word)
        return noun.cited if noun else (word, several(word, self.locale))

    def cited_words(self, word: str) -> Words:
        """A word of `cited`, for one and many: as the style has it, else by rule; what is abbreviated stays."""
        own = (self.clause, self.paragraph, self.letter)
        return next((words for words in own if words[0] == word), None) or self.word_of(word)

    @property
    def goes_unsaid(self) -> bool:
        """Whether a level goes without saying in a citation from within it."""
        return any(is_local(one) for one, _ in (*self.cited, *self.schedule_cited))

    def noun(self, text: str) -> Noun | None:
        """What is known of the first word of a text."""
        first = text.split()[0] if text.strip() else ""
        return next((noun for noun in self.nouns if first in (noun.word, *noun.cited)), None)


STYLES: dict[str, Style] = {
    "uk": Style(),
    "us": Style(
        name="us",
        levels=(f"{_ENGLISH.labels.article} I", f"{_ENGLISH.labels.section} 1.01", "(a)", "(i)", "(A)"),
        clause=_ENGLISH.cited.section,
        schedule=f"{_ENGLISH.labels.exhibit} A",
        range=AMERICAN_PHRASES.range,
        annex=f"{_ENGLISH.labels.annex} 1",
        locale="en_US",
    ),
    "decimal": Style(name="decimal", levels=("1.", "1.1", "1.1.1", "1.1.1.1", "1.1.1.1.1", "1.1.1.1.1.1")),
    "continental": Style(
        name="continental",
        levels=("§ 1", "(1)", "a)", "aa)"),
        schedule=f"{_ENGLISH.labels.annex} 1",
        annex=f"{_ENGLISH.labels.appendix} A",
        joiner=" ",
        clause=("§", "§§"),
    ),
    "article": Style(
        name="article",
        levels=(f"{_ENGLISH.labels.article} 1", "1.1", "(a)", "(i)", "(A)"),
        clause=_ENGLISH.cited.article,
    ),
    **{each.name: Style(**vars(each)) for each in (*_GERMAN, *_FRENCH, *_SPANISH)},
}


def parse_style(written: Any, known: Mapping[str, Style]) -> Style:
    """The style a page asks for: a name, or its own `{like: us, levels: [...], reference: "Section {number}"}`.

    Raises ValueError that says what is wrong with it.
    """
    if isinstance(written, str):
        if written not in known:
            raise ValueError(f"there is no style {written!r}")
        return known[written]
    if not isinstance(written, dict):
        raise ValueError("a style is a name, or a mapping with `levels`")
    base = _like(written.get("like", "uk"), known)
    changes: dict[str, Any] = {"name": str(written.get("name", "own"))}
    locale = str(written.get("locale", base.locale))
    alone = () if "locale" in written else _of_one(written)
    changes["by_rule"] = (*(key for key in base.by_rule if key not in written), *alone)
    for key, value in written.items():
        if key == "reference":
            changes[key] = reference_of(value, locale)
        elif key in _FRONT and value == "none":
            changes[key] = ("", *getattr(base, key)[1:])
        elif key in STYLE_CITED:
            changes[key] = parse_cited(key, value)
        elif key in _LISTS:
            changes[key] = _levels(key, value)
        elif key in _WORDS:
            changes[key] = _words(key, value, locale)
        elif key in _TEXTS and not isinstance(value, str):
            raise ValueError(f"a style's `{key}` is a text, not {value!r}")
        elif key == "locale":
            changes[key] = _locale(value)
        elif key in _TEXTS:
            changes[key] = value if key in _LABELS else _plain(key, value)  # labels by example
        elif key not in ("name", "like"):
            raise ValueError(f"a style has no {key!r}; {did_you_mean(str(key), STYLE_KEYS)}")
    if changes.get("alphabet", "aa") not in ("aa", "ab"):
        raise ValueError("a style's `alphabet` is 'aa' (after z comes aa, then bb) or 'ab' (aa, then ab)")
    if changes.get("define_first", "") not in ("", "yes", "no"):
        raise ValueError("a style's `define_first` is 'yes', if a term may not be used before it is defined, or 'no'")
    if changes.get("definitions", "paragraphs") not in ("paragraphs", "table", "numbered"):
        raise ValueError("a style's `definitions` are 'paragraphs', a 'table' or 'numbered'")
    if changes.get("stem", "once") not in ("once", "repeated"):
        raise ValueError("a style's `stem` is 'once' (4.1(a) and (b)) or 'repeated' (4.1(a) and 4.1(b))")
    if changes.get("outer", "last") not in ("first", "last"):
        raise ValueError("a style's `outer` is 'first' (Anlage 1 Nummer 2) or 'last' (paragraph 2 of Schedule 1)")
    if changes.get("restart", "schedule") not in ("schedule", "part", "never"):
        raise ValueError("a style's `restart` is 'schedule', 'part' or 'never': where numbering starts again")
    if changes.get("money", "code") not in ("code", "symbol"):
        raise ValueError("a style's `money` is 'code' (EUR 250,000) or 'symbol' (€250,000)")
    for labels, cited in (("levels", "cited"), ("schedule_levels", "schedule_cited")):
        if labels in changes:  # other labels are cited otherwise
            changes.setdefault(cited, by_word(changes["levels"], changes.get("clause")) if labels == "levels" else ())
    style = replace(base, **changes)
    for key in _LISTS:
        for level, sample in enumerate(style.samples(getattr(style, key)), start=1):
            if len(sample.counters) > level:
                raise ValueError(f"{sample.text!r} repeats more numbers than stand above it")
            if sample is UNNUMBERED and (key not in _FRONT or level > 1):
                raise ValueError(f"a style's `{key}` need a label by example for each level, and one is empty")
    if stop := parse_sample(style.table).stop:
        raise ValueError(
            f"{style.table!r} ends with {stop.strip()!r}: leave it out, for a dash follows a table's number"
        )
    for text in (getattr(style, key) for key in _LABELS):
        if len(parse_sample(text).counters) > 1:
            raise ValueError(f"{text!r} repeats more numbers than stand above it")
    return style


_LISTS, _WORDS, _TEXTS, _LABELS = STYLE_LISTS, STYLE_WORDS, STYLE_TEXTS, STYLE_LABELS
_FRONT = ("parties", "recitals")  #: those that may bear no numbers: `parties: none`


def _like(name: Any, known: Mapping[str, Style]) -> Style:
    """The style that another is like."""
    if not isinstance(name, str):
        raise ValueError(f"a style's `like` is the name of another style, not {name!r}")
    if name not in known:
        raise ValueError(f"there is no style {name!r} that it could be like; {did_you_mean(name, known)}")
    return known[name]


def _levels(key: str, value: Any) -> tuple[str, ...]:
    """Labels by example, one for each level."""
    if not isinstance(value, list | tuple) or not value or not all(isinstance(each, str) for each in value):
        raise ValueError(f"a style's `{key}` are a list of labels by example, like ['1.', '1.1', '(a)'], not {value!r}")
    if len(value) > _DEEPEST:
        raise ValueError(f"a style's `{key}` are at most {_DEEPEST}, as many as Word counts, not {len(value)}")
    return tuple(value)


def _locale(text: str) -> str:
    """A locale, in the one spelling it has; raises ValueError where there is none such."""
    try:
        return parse_locale(text)
    except ValueError as error:
        raise ValueError(f"a style's `locale` {error}") from None


def _of_one(written: dict[str, Any]) -> list[str]:
    """The keys of a style that give a word for one alone."""
    return [key for key in (*_WORDS, "reference") if isinstance(written.get(key), str)]


def _words(key: str, value: Any, locale: str) -> Words:
    """`clause: Section`, `clause: [Section, Sections]`: a word for one and for many."""
    match value:
        case str():
            return _plain(key, value), several(value, locale)
        case [str(one), str(many)]:
            return _plain(key, one), _plain(key, many)
    raise ValueError(f"a style's `{key}` is a word, or a list of two: for one and for many")


def _plain(key: str, text: str) -> str:
    """A text of a style, in which nothing is filled in; raises ValueError for one that seems to hope for it."""
    if found := _BRACES.search(text):
        raise ValueError(f"a style's `{key}` has {found[0]!r} in it, but nothing is filled in there")
    return text


def reference_of(value: Any, locale: str) -> tuple[str, str]:
    """`Section {number}` or `{one: ..., many: ...}` as a pair."""
    written = {"one": value} if isinstance(value, str) else value
    if not isinstance(written, dict) or not {"one"} <= written.keys() <= {"one", "many"}:
        raise ValueError("a style's `reference` is a text, or {one: ..., many: ...}")
    one, many = str(written["one"]), str(written.get("many") or written["one"])
    for text in (one, many):
        if text.count("{number}") != 1:
            raise ValueError("a style's `reference` needs `{number}` in it, once, as in 'Section {number}'")
        if found := _BRACES.search(text.replace("{number}", "")):
            raise ValueError(
                f"a style's `reference` has {found[0]!r} in it, but only `{{number}}` is filled in there; "
                "write the word itself, as in 'Section {number}'"
            )
    if isinstance(value, str) and (word := one.split("{number}")[0].strip()):
        many = one.replace(word, several(word, locale), 1)
    return one, many
