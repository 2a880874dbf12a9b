"""The frame in four languages: styles put into a language, the words that cite in it, and that no phrase is missing."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path

import pytest
from projects import CONF, Built, Project
from trees import agreement, items, line, number, section

from whereas.agreement.citing import cite
from whereas.agreement.localise import localise
from whereas.agreement.references import resolve_references
from whereas.agreement.runs import Reference
from whereas.agreement.steps import NBSP
from whereas.agreement.styles import STYLES, Style, parse_style
from whereas.agreement.targets import collect_targets
from whereas.agreement.walk import text_of, walk_lines, walk_sections
from whereas.assembly.party_facts import PARTY_FACTS
from whereas.language.de.frame import PHRASES as GERMAN
from whereas.language.en.frame import AMERICAN_PHRASES as AMERICAN
from whereas.language.en.frame import PHRASES as ENGLISH
from whereas.language.es.frame import PHRASES as SPANISH
from whereas.language.fr.frame import PHRASES as FRENCH
from whereas.language.frame import Phrases
from whereas.language.record import Language
from whereas.language.registry import language_of, phrases
from whereas.language.wanting import english_parts
from whereas.values.types import TYPES

LANGUAGES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}


@pytest.mark.parametrize(
    ("locale", "found"),
    [
        ("en_GB", ENGLISH),
        ("en-GB", ENGLISH),
        ("en", ENGLISH),
        ("en_US", AMERICAN),
        ("en-US", AMERICAN),
        ("de", GERMAN),
        ("de_AT", GERMAN),
        ("fr-CA", FRENCH),
        ("es_MX", SPANISH),
        ("fi", ENGLISH),
    ],
)
def test_the_phrases_of_a_locale(locale: str, found: Phrases) -> None:
    assert phrases(locale) is found


# ---- a language that we have no words of

HEADERS = {
    "english": "locale: en-AU",
    "swiss": "locale: de_CH",
    "italian": "locale: it",
    "brazilian": "style: {locale: pt-BR, levels: ['1.']}",
    "house": "style: casa",
    "like": "style: {like: casa}",
    "overruled": "style: casa\n  locale: fr",
}


@pytest.fixture(scope="module")
def wordless(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("wordless"))
    project.write({"conf.py": f"{CONF}whereas_styles = {{'casa': {{'locale': 'it'}}}}\n"})
    for name, header in HEADERS.items():
        project.write({f"agreements/{name}.md": f"---\nagreement:\n  {header}\n---\n# Title\n\n## One\n1. Text.\n"})
        project.write({f"deals/{name}-{n}.yaml": f"agreement: {name}\ntitle: {name} {n}\n" for n in (1, 2)})
    return project.build("text")


def test_a_language_without_words_is_refused_where_it_is_said(wordless: Built) -> None:
    assert wordless.status == 1
    told = [line for line in wordless.messages.splitlines() if "do not have all words" in line]
    assert [line.partition(": ")[0] for line in told] == [
        "agreements/brazilian.md:3:11",
        "agreements/italian.md:3:3",
        "conf.py:1",
    ]
    assert told[1].partition("ERROR: ")[2] == (
        "we do not have all words of the locale 'it': parties, signatures, definitions, labels, citations, covers and "
        "headers are worded in English, and placeholders are looked for in English; write one of de, en, es and fr, or "
        "the locale of a country that speaks one of them [whereas.language]"
    )


def test_what_is_in_a_language_without_words_mixes_no_two(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(
        {
            "agreements/a.md": """
                ---
                agreement: {locale: it, values: {day: {type: date}, fee: {type: money}}}
                ---
                # Title

                ## One
                1. {{ fee }} by {{ day }}.
                """,
            "deals/d.yaml": "agreement: a\ntitle: Deal\nvalues: {day: 2027-01-15, fee: EUR 1000}\n",
        }
    )
    assert "EUR 1,000 by 15 January 2027." in project.build("text").text("deals/d")


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("phrases", ["parties, signatures and definitions are worded in English"]),
        ("style_words", ["labels and citations are worded in English"]),
        ("sheets", ["covers and headers are worded in English"]),
        ("placeholders", ["placeholders are looked for in English"]),
        ("site_words", []),  # which are not printed
    ],
)
def test_each_part_that_a_language_lacks_is_told(part: str, said: list[str]) -> None:
    known = language_of("de")
    assert english_parts(known) == []
    nothing = getattr(Language(code="xx"), part)
    assert english_parts(replace(known, **{part: nothing})) == said


@pytest.mark.parametrize(("written", "locale"), [("pt-BR", "pt_BR"), ("en-GB", "en_GB"), ("de", "de")])
def test_the_locale_of_a_style_is_written_as_any_other(written: str, locale: str) -> None:
    assert parse_style({"locale": written}, dict(STYLES)).locale == locale


def test_a_style_whose_locale_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="a style's `locale` must be a locale like en_GB, not 'xx'"):
        parse_style({"locale": "xx"}, dict(STYLES))


# ---- the frame in four languages


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_fills_the_same_places(language: str) -> None:
    def places(text: str, name: str) -> set[str]:
        marks = {"open", "close"} if name == "definition_of" else set()  # English needs none around a term
        return set(re.findall(r"\{(\w+)\}", text)) - {"a", "article"} - marks  # which not every language has

    for field in fields(Phrases):
        theirs, english = getattr(LANGUAGES[language], field.name), getattr(ENGLISH, field.name)
        if isinstance(english, str) and isinstance(theirs, str) and field.name not in ("by", "home_of_form"):
            assert places(theirs, field.name) == places(english, field.name), field.name
            assert theirs or field.name == "the", field.name


def test_no_english_sentence_is_left_in_another_language() -> None:
    for found in (GERMAN, FRENCH, SPANISH):
        same = [
            field.name
            for field in fields(Phrases)
            if isinstance(value := getattr(found, field.name), str) and value == getattr(ENGLISH, field.name)
        ]
        alike = {
            "term",
            "total",
            "between",
            "end",
            "parties",
            "name",
            "signature",
            "date",
            "by",
            "agent_alone",
            "home_of_form",
        }
        assert set(same) <= alike | {"colon"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_and_part_has_its_word(language: str) -> None:
    parts = {part for each in TYPES.values() for part in each.parts}
    assert tuple(LANGUAGES[language].facts) == PARTY_FACTS
    assert LANGUAGES[language].parts.keys() == (parts if language != "en" else set())


# ---- styles


def words(style: Style) -> dict[str, object]:
    names = ("clause", "paragraph", "recital", "party", "conjunction", "range", "of", "this", "quotes", "reserved")
    return {name: getattr(style, name) for name in (*names, "schedule", "part")}


GERMAN_WORDS = {
    "clause": ("Ziffer", "Ziffern"),
    "paragraph": ("Nummer", "Nummern"),
    "recital": ("Erwägungsgrund", "Erwägungsgründe"),
    "party": ("Partei", "Parteien"),
    "conjunction": "und",
    "range": "bis",
    "of": "von",
    "this": "diese",
    "quotes": ("„", "“"),
    "reserved": "[entfällt]",
    "schedule": "Anlage 1",
    "part": "Teil A",
}
FRENCH_WORDS = {
    "clause": ("article", "articles"),
    "paragraph": ("paragraphe", "paragraphes"),
    "recital": ("considérant", "considérants"),
    "party": ("partie", "parties"),
    "conjunction": "et",
    "range": "à",
    "of": "de",
    "this": "le présent",
    "quotes": (f"«{NBSP}", f"{NBSP}»"),
    "reserved": "[Sans objet]",
    "schedule": "Annexe 1",
    "part": "Partie A",
}
SPANISH_WORDS = {
    "clause": ("cláusula", "cláusulas"),
    "paragraph": ("apartado", "apartados"),
    "recital": ("considerando", "considerandos"),
    "party": ("parte", "partes"),
    "conjunction": "y",
    "range": "a",
    "of": "de",
    "this": "este",
    "quotes": ("«", "»"),
    "reserved": "[Sin contenido]",
    "schedule": "Anexo 1",
    "part": "Parte A",
}


@pytest.mark.parametrize(
    ("locale", "expected"), [("de", GERMAN_WORDS), ("de-AT", GERMAN_WORDS), ("fr", FRENCH_WORDS), ("es", SPANISH_WORDS)]
)
def test_the_words_of_a_style_in_a_language(locale: str, expected: dict[str, object]) -> None:
    style = localise(STYLES["uk"], locale)
    assert words(style) == expected
    assert style.locale == locale.replace("-", "_")
    assert style.levels == STYLES["uk"].levels


@pytest.mark.parametrize(
    ("named", "locale", "levels", "clause", "schedule"),
    [
        ("us", "de", ("Artikel I", "Abschnitt 1.01"), ("Abschnitt", "Abschnitte"), "Anlage A"),
        ("us", "fr", ("Article I", "Section 1.01"), ("section", "sections"), "Annexe A"),
        ("us", "es", ("Artículo I", "Sección 1.01"), ("sección", "secciones"), "Anexo A"),
        ("article", "de", ("Artikel 1", "1.1"), ("Artikel", "Artikel"), "Anlage 1"),
        ("article", "fr", ("Article 1", "1.1"), ("article", "articles"), "Annexe 1"),
        ("article", "es", ("Artículo 1", "1.1"), ("artículo", "artículos"), "Anexo 1"),
        ("continental", "de", ("§ 1", "(1)"), ("§", "§§"), "Anlage 1"),
    ],
)
def test_the_labels_of_a_style_in_a_language(
    named: str, locale: str, levels: tuple[str, ...], clause: tuple[str, str], schedule: str
) -> None:
    style = localise(STYLES[named], locale)
    assert (style.levels[:2], style.clause, style.schedule) == (levels, clause, schedule)


@pytest.mark.parametrize("locale", ["en_GB", "en-US", "fi"])
def test_other_locales_leave_the_words_as_they_are(locale: str) -> None:
    assert localise(STYLES["us"], locale) == replace(STYLES["us"], locale=locale.replace("-", "_"))


def test_every_style_can_still_be_read_and_stays_so() -> None:
    for style in STYLES.values():
        for locale in ("de", "fr", "es"):
            there = localise(style, locale)
            for levels in (there.levels, there.schedule_levels, (there.schedule, there.part)):
                assert there.samples(levels)
            assert localise(there, locale) == there


def test_what_a_house_wrote_itself_stays() -> None:
    own = {
        "levels": ["Klausel 1", "1.1"],
        "clause": ["Klausel", "Klauseln"],
        "schedule": "Anhang 1",
        "conjunction": "sowie",
        "of": "im",
        "this": "die vorliegende",
        "reserved": "[frei]",
    }
    style = localise(parse_style(own, STYLES), "de")
    assert words(style) == GERMAN_WORDS | {
        "clause": ("Klausel", "Klauseln"),
        "schedule": "Anhang 1",
        "conjunction": "sowie",
        "of": "im",
        "this": "die vorliegende",
        "reserved": "[frei]",
    }
    assert (style.levels, style.within("Teil A"), style.pointing("Absatz 1")) == (
        ("Klausel 1", "1.1"),
        "im Teil A",
        "die vorliegende",
    )


# ---- references in a language

CONTRACT = agreement(
    section("a", items("a1", "a2", "a3")),
    section("b", items(("b1", "x", "y"))),
    section("s", items("s1"), section("t", items("t1"), kind="part"), kind="schedule"),
)


def cited(labels: str, locale: str, named: str = "uk") -> str:
    style = localise(STYLES[named], locale)
    targets = collect_targets(number(CONTRACT, style), style)
    parts = cite([targets[label] for label in labels.split()], style, "clause")
    return "".join(part.text for part in parts).replace(NBSP, " ")


@pytest.mark.parametrize(
    ("locale", "labels", "expected"),
    [
        ("de", "a", "Ziffer 1"),
        ("de", "a1 a2 a3 x", "Ziffern 1.1 bis 1.3 und 2.1(a)"),
        ("de", "s1", "Anlage 1 Nummer 1"),
        ("de", "t", "Teil A der Anlage 1"),
        ("de", "t1", "Anlage 1 Teil A Nummer 1"),
        ("fr", "a1 a2 a3 x", "articles 1.1 à 1.3 et 2.1(a)"),
        ("fr", "s1", "paragraphe 1 de l’Annexe 1"),
        ("fr", "t1", "paragraphe 1 de la Partie A de l’Annexe 1"),
        ("es", "a1 a2 a3 x", "cláusulas 1.1 a 1.3 y 2.1(a)"),
        ("es", "s1", "apartado 1 del Anexo 1"),
        ("es", "t1", "apartado 1 de la Parte A del Anexo 1"),
    ],
)
def test_references_in_a_language(locale: str, labels: str, expected: str) -> None:
    assert cited(labels, locale) == expected


@pytest.mark.parametrize(
    ("named", "locale", "labels", "expected"),
    [
        ("us", "de", "a b", "Artikel I und II"),
        ("us", "fr", "a b", "articles I et II"),
        ("us", "es", "a b", "artículos I y II"),
        ("us", "fr", "a1", "section 1.01"),
        ("us", "es", "a1 a2", "secciones 1.01 y 1.02"),
        ("article", "fr", "a1", "article 1.1"),
        ("article", "es", "a b", "artículos 1 y 2"),
    ],
)
def test_a_label_s_own_word_is_cited_as_the_language_does(named: str, locale: str, labels: str, expected: str) -> None:
    assert cited(labels, locale, named) == expected


@pytest.mark.parametrize(
    ("named", "locale", "expected"),
    [
        ("uk", "en", ["this clause 1.1", "this paragraph 1", "this Schedule 1"]),
        ("uk", "de", ["diese Ziffer 1.1", "diese Nummer 1", "diese Anlage 1"]),
        ("continental", "de", ["dieser § 1 Abs. 1", "diese Nummer 1", "diese Anlage 1"]),
        ("article", "de", ["dieser Artikel 1.1", "diese Nummer 1", "diese Anlage 1"]),
        ("uk", "fr", ["le présent article 1.1", "le présent paragraphe 1", "la présente Annexe 1"]),
        ("us", "fr", ["la présente section 1.01", "le présent paragraphe 1", "la présente Annexe A"]),
        ("uk", "es", ["esta cláusula 1.1", "este apartado 1", "este Anexo 1"]),
        ("us", "es", ["esta sección 1.01", "este apartado 1", "este Anexo A"]),
    ],
)
def test_this_agrees_with_its_noun(named: str, locale: str, expected: list[str]) -> None:
    this, whole = Reference((), "this"), Reference((), "this-section")
    tree = agreement(
        section("a", items(("b", line(this)))), section("c", items(("d", line(this), line(whole))), kind="schedule")
    )
    style = localise(STYLES[named], locale)
    numbered = number(tree, style)
    resolved = resolve_references(numbered, collect_targets(numbered, style), style)
    lines = [
        text_of(runs)
        for each in walk_sections(resolved.sections)
        for block in each.blocks
        for runs in walk_lines(block)
    ]
    assert [text.replace(NBSP, " ") for text in lines if "Text" not in text] == expected
