"""A house style in a language: its English words are put into that language, and those of its own stay."""

from __future__ import annotations

from itertools import takewhile
from typing import Any

from whereas.agreement.remade import remade
from whereas.agreement.samples import parse_sample
from whereas.agreement.several import several
from whereas.agreement.styles import STYLES, Style, reference_of
from whereas.language.en.frame import AMERICAN_PHRASES, PHRASES, STYLE_WORDS
from whereas.language.registry import language_of, phrases
from whereas.language.style_words import Noun, StyleWords

_LABELS = ("levels", "parties", "recitals", "schedule_levels", "definition_levels")
_CITED = ("clause", "paragraph", "recital", "party")
_TEXTS = ("conjunction", "of", "this", "reserved")


def localise(style: Style, locale: str) -> Style:
    """The style in the language of a locale, as far as its words are the English ones of the styles that ship.

    Words that a house wrote itself stay. In a language that we have no words of, all words stay.
    """
    own = phrases(locale).range
    style = _by_rule(style, locale)
    style = remade(style, locale=locale.replace("-", "_"), range=style.range or own)
    found = language_of(locale).style_words
    if found is None or found is STYLE_WORDS:
        return style
    labels = dict(zip(STYLE_WORDS.labels, found.labels, strict=True))
    cited = dict(zip(STYLE_WORDS.cited, found.cited, strict=True))
    changes: dict[str, Any] = {"nouns": _nouns(style, found)}
    for name in _LABELS:
        changes[name] = tuple(_label(label, labels) for label in getattr(style, name))
    for name in ("schedule", "annex", "appendix", "part", "table"):
        changes[name] = _label(getattr(style, name), labels)
    for name in _CITED:
        changes[name] = cited.get(getattr(style, name), getattr(style, name))
    for name in ("letter", "quotes", *_TEXTS):
        is_english = getattr(style, name) == getattr(STYLE_WORDS, name)
        changes[name] = getattr(found if is_english else style, name)
    if found.numbered and style.paragraph == STYLE_WORDS.cited.paragraph and style.schedule_levels[0][:1].isalnum():
        changes["paragraph"] = found.numbered
    changes["outer"] = style.outer or (found.outer if style.of == STYLE_WORDS.of else "last")
    changes |= _cited_there(remade(style, **changes))
    changes["range"] = own if style.range in (PHRASES.range, AMERICAN_PHRASES.range) else style.range
    return remade(style, **changes)


def _cited_there(style: Style) -> dict[str, Any]:
    """How levels are cited in the style's country that are numbered as its own are: "§ 1 Abs. 2" for "§ 1" and "(1)".

    Levels of no country, and those that the house says how to cite, stay.
    """
    if style.cited or style.reference:
        return {}
    language = style.locale.partition("_")[0]
    houses = [each for each in STYLES.values() if each.cited and each.locale.partition("_")[0] == language]
    for house in sorted(houses, key=lambda each: each.locale != style.locale):
        ways = dict(zip(house.levels, house.cited, strict=True))
        if all(level in ways for level in style.levels) and house.samples(style.levels)[0].word.startswith("§"):
            attached = dict(zip(house.schedule_levels, house.schedule_cited, strict=True))
            attached |= {"1.1": attached["1."], "(a)": ways["a)"]}
            found = [attached.get(level) for level in style.schedule_levels]
            return {
                "cited": tuple(ways[level] for level in style.levels),
                "schedule_cited": tuple(way for way in takewhile(bool, found) if way),
            }
    return {}


def _by_rule(style: Style, locale: str) -> Style:
    """The style with the words for several that the language has where the house gave only those for one."""
    changes: dict[str, Any] = {"by_rule": ()} if style.by_rule else {}
    for key in style.by_rule:
        one = getattr(style, key)[0]
        changes[key] = reference_of(one, locale) if key == "reference" else (one, several(one, locale))
    return remade(style, **changes)


def scope_of_definition(term: str, style: Style) -> tuple[str, ...]:
    """The scope of what stands in a definition: "the definition of Control"."""
    opening, closing = style.quotes
    return (phrases(style.locale).definition_of.format(term=term, open=opening, close=closing),)


def _label(label: str, words: dict[str, str]) -> str:
    """A label by example with its English word in the other language: "Schedule 1" as "Anlage 1"."""
    word = parse_sample(label).word.strip() if label else ""
    return label.replace(word, words[word], 1) if word in words else label


def _nouns(style: Style, found: StyleWords) -> tuple[Noun, ...]:
    """What the language knows of its nouns; where a house says `of` or `this` itself, it says it of all of them."""
    of, this = (getattr(style, name) in (getattr(STYLE_WORDS, name), getattr(found, name)) for name in ("of", "this"))
    return tuple(remade(noun, of=noun.of if of else "", this=noun.this if this else "") for noun in found.nouns)
