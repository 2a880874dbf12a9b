"""The frame in a language: its phrases, and a house style with its English words put into that language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from whereas.agreement.samples import parse_sample
from whereas.agreement.styles import Noun, Style, Words
from whereas.language.de import GERMAN
from whereas.language.en import AMERICAN, ENGLISH
from whereas.language.es import SPANISH
from whereas.language.fr import FRENCH
from whereas.language.frame import NBSP, Phrases

_PHRASES = {"en": ENGLISH, "en_US": AMERICAN, "de": GERMAN, "fr": FRENCH, "es": SPANISH}


def phrases(locale: str) -> Phrases:
    """The words of a locale's language; English ones for a language that we have no words of."""
    locale = locale.replace("-", "_")
    return _PHRASES.get(locale) or _PHRASES.get(locale.partition("_")[0], ENGLISH)


# ---- styles ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Translation:
    """What stands in a language for the English words of the styles that ship."""

    labels: dict[str, str]  # the words in labels
    words: dict[Words, Words]  # those in references
    texts: dict[str, dict[str, str]]  # others, by field
    quotes: tuple[str, str]
    nouns: tuple[Noun, ...]
    letter: Words


_LABELS = ("levels", "parties", "recitals", "schedule_levels", "definition_levels")
_CITED = ("clause", "paragraph", "recital", "party")
_CLAUSE, _SECTION, _ARTICLE = ("clause", "clauses"), ("Section", "Sections"), ("Article", "Articles")
_PARAGRAPH, _RECITAL, _PARTY = ("paragraph", "paragraphs"), ("recital", "recitals"), ("party", "parties")
_RESERVED = "[Intentionally omitted]"


def localise(style: Style, locale: str) -> Style:
    """The style in the language of a locale, as far as its words are the English ones of the styles that ship.

    Words that a house wrote itself stay. In a language that we have no words of, all words stay.
    """
    locale = locale.replace("-", "_")
    style = replace(style, range=style.range or phrases(locale).range)
    found = _TRANSLATIONS.get(locale.partition("_")[0])
    if found is None:
        return replace(style, locale=locale)
    changes: dict[str, Any] = {"locale": locale, "nouns": _nouns(style, found)}
    for name in _LABELS:
        changes[name] = tuple(_label(label, found) for label in getattr(style, name))
    for name in ("schedule", "annex", "appendix", "part"):
        changes[name] = _label(getattr(style, name), found)
    for name in _CITED:
        words = getattr(style, name)
        changes[name] = found.words.get(words, words)
    changes["letter"] = found.letter if style.letter == _PARAGRAPH else style.letter
    for name, texts in found.texts.items():
        text = getattr(style, name)
        changes[name] = texts.get(text, text)
    if style.quotes == Style.quotes:
        changes["quotes"] = ("«", "»") if locale in ("de_CH", "de_LI") else found.quotes
    return replace(style, **changes)


def scope_of_definition(term: str, style: Style) -> tuple[str, ...]:
    """The scope of what stands in a definition: "the definition of Control"."""
    opening, closing = style.quotes
    return (phrases(style.locale).definition_of.format(term=term, open=opening, close=closing),)


def _label(label: str, translation: _Translation) -> str:
    """A label by example with its English word in the other language: "Schedule 1" as "Anlage 1"."""
    word = parse_sample(label).word.strip() if label else ""
    return label.replace(word, translation.labels[word], 1) if word in translation.labels else label


def _nouns(style: Style, translation: _Translation) -> tuple[Noun, ...]:
    """What the language knows of its nouns; where a house says `of` or `this` itself, it says it of all of them."""
    of, this = (getattr(style, name) in (name, translation.texts[name][name]) for name in ("of", "this"))
    return tuple(replace(noun, of=noun.of if of else "", this=noun.this if this else "") for noun in translation.nouns)


def _texts(conjunction: str, range: str, of: str, this: str, reserved: str) -> dict[str, dict[str, str]]:
    return {
        "conjunction": {"and": conjunction},
        "range": {"to": range, "through": range},
        "of": {"of": of},
        "this": {"this": this},
        "reserved": {_RESERVED: reserved},
    }


_TRANSLATIONS = {
    "de": _Translation(
        {
            "Article": "Artikel",
            "Section": "Abschnitt",
            "Schedule": "Anlage",
            "Exhibit": "Anlage",
            "Annex": "Anlage",
            "Appendix": "Anhang",
            "Part": "Teil",
        },
        {
            _CLAUSE: ("Ziffer", "Ziffern"),
            _SECTION: ("Abschnitt", "Abschnitte"),
            _ARTICLE: ("Artikel", "Artikel"),
            _PARAGRAPH: ("Absatz", "Absätze"),
            _RECITAL: ("Erwägungsgrund", "Erwägungsgründe"),
            _PARTY: ("Partei", "Parteien"),
        },
        _texts("und", "bis", "von", "diese", "[entfällt]"),
        ("„", "“"),
        (
            Noun("Ziffer", ("Ziffer", "Ziffern"), "der", "diese"),
            Noun("Artikel", ("Artikel", "Artikel"), "des", "dieser", "Artikels"),
            Noun("Abschnitt", ("Abschnitt", "Abschnitte"), "des", "dieser", "Abschnitts"),
            Noun("§", ("§", "§§"), "des", "dieser"),
            Noun("Absatz", ("Absatz", "Absätze"), "des", "dieser", "Absatzes"),
            Noun("Buchstabe", ("Buchstabe", "Buchstaben"), "des", "dieser", "Buchstabens"),
            Noun("Erwägungsgrund", ("Erwägungsgrund", "Erwägungsgründe"), "des", "dieser", "Erwägungsgrunds"),
            Noun("Anlage", ("Anlage", "Anlagen"), "der", "diese"),
            Noun("Anhang", ("Anhang", "Anhänge"), "des", "dieser", "Anhangs"),
            Noun("Teil", ("Teil", "Teile"), "des", "dieser", "Teils"),
            Noun("Definition", ("Definition", "Definitionen"), "der", "diese"),
        ),
        ("Buchstabe", "Buchstaben"),
    ),
    "fr": _Translation(
        {
            "Article": "Article",
            "Section": "Section",
            "Schedule": "Annexe",
            "Exhibit": "Annexe",
            "Annex": "Annexe",
            "Appendix": "Appendice",
            "Part": "Partie",
        },
        {
            _CLAUSE: ("article", "articles"),
            _SECTION: ("section", "sections"),
            _ARTICLE: ("article", "articles"),
            _PARAGRAPH: ("paragraphe", "paragraphes"),
            _RECITAL: ("considérant", "considérants"),
            _PARTY: ("partie", "parties"),
        },
        _texts("et", "à", "de", "ce", "[Sans objet]"),
        (f"«{NBSP}", f"{NBSP}»"),
        (
            Noun("Article", ("article", "articles"), "de l’", "cet"),
            Noun("Section", ("section", "sections"), "de la", "cette"),
            Noun("paragraphe", ("paragraphe", "paragraphes"), "du", "ce"),
            Noun("considérant", ("considérant", "considérants"), "du", "ce"),
            Noun("Annexe", ("Annexe", "Annexes"), "de l’", "cette"),
            Noun("Appendice", ("Appendice", "Appendices"), "de l’", "cet"),
            Noun("Partie", ("Partie", "Parties"), "de la", "cette"),
            Noun("partie", ("partie", "parties"), "de la", "cette"),
            Noun("définition", ("définition", "définitions"), "de la", "cette"),
        ),
        ("paragraphe", "paragraphes"),
    ),
    "es": _Translation(
        {
            "Article": "Artículo",
            "Section": "Sección",
            "Schedule": "Anexo",
            "Exhibit": "Anexo",
            "Annex": "Anexo",
            "Appendix": "Apéndice",
            "Part": "Parte",
        },
        {
            _CLAUSE: ("cláusula", "cláusulas"),
            _SECTION: ("sección", "secciones"),
            _ARTICLE: ("artículo", "artículos"),
            _PARAGRAPH: ("párrafo", "párrafos"),
            _RECITAL: ("considerando", "considerandos"),
            _PARTY: ("parte", "partes"),
        },
        _texts("y", "a", "de", "este", "[Sin contenido]"),
        ("«", "»"),
        (
            Noun("cláusula", ("cláusula", "cláusulas"), "de la", "esta"),
            Noun("Artículo", ("artículo", "artículos"), "del", "este"),
            Noun("Sección", ("sección", "secciones"), "de la", "esta"),
            Noun("párrafo", ("párrafo", "párrafos"), "del", "este"),
            Noun("letra", ("letra", "letras"), "de la", "esta"),
            Noun("considerando", ("considerando", "considerandos"), "del", "este"),
            Noun("Anexo", ("Anexo", "Anexos"), "del", "este"),
            Noun("Apéndice", ("Apéndice", "Apéndices"), "del", "este"),
            Noun("Parte", ("Parte", "Partes"), "de la", "esta"),
            Noun("parte", ("parte", "partes"), "de la", "esta"),
            Noun("definición", ("definición", "definiciones"), "de la", "esta"),
        ),
        ("letra", "letras"),
    ),
}
