"""Citations as each country writes them: tables of what stands in the books, and who says so.

A space at which no line ends is a `~`. All are of one tree of five clauses.
"""

from __future__ import annotations

from typing import Any

import pytest
from trees import agreement, items, number, section

from whereas.agreement.citing import cite
from whereas.agreement.localise import localise
from whereas.agreement.numbering import number_agreement
from whereas.agreement.references import word_reference
from whereas.agreement.runs import Reference
from whereas.agreement.steps import NBSP
from whereas.agreement.styles import STYLES, parse_style
from whereas.agreement.targets import collect_targets
from whereas.agreement.walk import text_of

#: By label: 1, 11 to 19 and so on are the levels: `a3c` is the third item of the third paragraph of the first clause.
TREE = agreement(
    section("a", "a1", "a2", ("a3", ("a3a", "a3ax", "a3ay", "a3az"), "a3b", "a3c", "a3d"), "a4"),
    section("b", ("b1", "b1a", "b1b", "b1c"), "b2", "b3"),
    section("c", "c1", "c2"),
    section("d", "d1"),
    section("e", "e1"),
    section("s", section("s1", ("s1a", "s1ax"), "s1b"), section("s2"), section("s3"), kind="schedule"),
    section("t", section("t1", "t1a"), kind="schedule"),
)


def said(
    written: Any, labels: str, form: str = "clause", here: str = "", either: bool = False, scope: tuple[str, ...] = ()
) -> str:
    """What a citation of labels says in a style."""
    style = parse_style(written, STYLES)
    style = localise(style, style.locale)
    targets = collect_targets(number(TREE, style), style)
    parts = cite([targets[each] for each in labels.split()], style, form, scope, targets.get(here), either)
    return "".join(part.text for part in parts).replace(NBSP, "~")


# ---- German ---------------------------------------------------------------------------------------------------------
# Handbuch der Rechtsförmlichkeit (Bundesministerium der Justiz, 3rd ed., how provisions are cited):
# "§ 3 Absatz 1 Nummer 4 Buchstabe a Doppelbuchstabe aa"; the sign is doubled for several paragraphs, and stands once
# where only their parts are several; a range is joined with "bis"; another § is named again. The abbreviations are
# those of commentaries and contracts: Abs., Buchst., Doppelbuchst.

GERMAN = [
    ("a", "§~1"),
    ("e", "§~5"),
    ("a b", "§§~1 und 2"),
    ("a c", "§§~1 und 3"),
    ("a b c", "§§~1 bis 3"),
    ("b c d", "§§~2 bis 4"),
    ("a b d", "§§~1, 2 und 4"),
    ("a b c e", "§§~1 bis 3 und 5"),
    ("a b c d e", "§§~1 bis 5"),
    ("e a", "§§~1 und 5"),
    ("a a", "§~1"),
    ("a1", "§~1 Abs.~1"),
    ("b2", "§~2 Abs.~2"),
    ("a1 a2", "§~1 Abs.~1 und 2"),
    ("a1 a3", "§~1 Abs.~1 und 3"),
    ("a1 a2 a3", "§~1 Abs.~1 bis 3"),
    ("a1 a2 a4", "§~1 Abs.~1, 2 und 4"),
    ("a1 a2 a3 a4", "§~1 Abs.~1 bis 4"),
    ("a3a", "§~1 Abs.~3 Buchst.~a"),
    ("a3a a3b", "§~1 Abs.~3 Buchst.~a und b"),
    ("a3a a3c", "§~1 Abs.~3 Buchst.~a und c"),
    ("a3a a3b a3c", "§~1 Abs.~3 Buchst.~a bis c"),
    ("a3a a3b a3c a3d", "§~1 Abs.~3 Buchst.~a bis d"),
    ("a3a a3b a3d", "§~1 Abs.~3 Buchst.~a, b und d"),
    ("a3ax", "§~1 Abs.~3 Buchst.~a Doppelbuchst.~aa"),
    ("a3ax a3ay", "§~1 Abs.~3 Buchst.~a Doppelbuchst.~aa und bb"),
    ("a3ax a3ay a3az", "§~1 Abs.~3 Buchst.~a Doppelbuchst.~aa bis cc"),
    ("a3a a3ax", "§~1 Abs.~3 Buchst.~a und Buchst.~a Doppelbuchst.~aa"),
    ("a1 b1", "§~1 Abs.~1 und §~2 Abs.~1"),
    ("a1 a2 c", "§~1 Abs.~1 und 2 sowie §~3"),
    ("a b1", "§~1 und §~2 Abs.~1"),
    ("a a1", "§~1 und §~1 Abs.~1"),
    ("a1 a3a", "§~1 Abs.~1 und Abs.~3 Buchst.~a"),
    ("a3a a4", "§~1 Abs.~3 Buchst.~a und Abs.~4"),
    ("a3a b1a", "§~1 Abs.~3 Buchst.~a und §~2 Abs.~1 Buchst.~a"),
    ("a3a a3b b1a", "§~1 Abs.~3 Buchst.~a und b sowie §~2 Abs.~1 Buchst.~a"),
    ("a b1 c", "§~1, §~2 Abs.~1 und §~3"),
    ("a b c1", "§§~1 und 2 sowie §~3 Abs.~1"),
    ("s", "Anlage~1"),
    ("s1", "Anlage~1 Nummer~1"),
    ("s2", "Anlage~1 Nummer~2"),
    ("s1 s2", "Anlage~1 Nummern~1 und 2"),
    ("s1 s2 s3", "Anlage~1 Nummern~1 bis 3"),
    ("s1a", "Anlage~1 Nummer~1 Buchst.~a"),
    ("s1a s1b", "Anlage~1 Nummer~1 Buchst.~a und b"),
    ("s1ax", "Anlage~1 Nummer~1 Buchst.~a Doppelbuchst.~aa"),
    ("s1 t1", "Anlage~1 Nummer~1 und Anlage~2 Nummer~1"),
    ("a1 s1", "§~1 Abs.~1 und Anlage~1 Nummer~1"),
    ("a s", "§~1 und Anlage~1"),
]


@pytest.mark.parametrize(("labels", "expected"), GERMAN)
def test_german(labels: str, expected: str) -> None:
    assert said("de", labels) == expected


@pytest.mark.parametrize(
    ("labels", "expected"),
    [("a", "Ziffer~1"), ("d1", "Ziffer~4.1"), ("a1 a2", "Ziffern~1.1 und 1.2"), ("a b c", "Ziffern~1 bis 3")],
)
def test_german_by_decimals(labels: str, expected: str) -> None:
    """The words of the language, in a style without ways of its own to cite."""
    assert said({"like": "decimal", "locale": "de_DE"}, labels) == expected


# ---- Austrian ------------------------------------------------------------------------------------------------------
# Legistische Richtlinien 1990 (Bundeskanzleramt, Handbuch der Rechtssetzungstechnik, part 1): "§ 1 Abs. 2 Z 3 lit. a
# sublit. aa"; Z takes no full stop, and what is several stands behind one abbreviation.

AUSTRIAN = [
    ("a", "§~1"),
    ("e", "§~5"),
    ("a b", "§§~1 und 2"),
    ("a c", "§§~1 und 3"),
    ("a b c", "§§~1 bis 3"),
    ("b c d", "§§~2 bis 4"),
    ("a b d", "§§~1, 2 und 4"),
    ("a b c e", "§§~1 bis 3 und 5"),
    ("a b c d e", "§§~1 bis 5"),
    ("e a", "§§~1 und 5"),
    ("a a", "§~1"),
    ("a1", "§~1 Abs.~1"),
    ("b2", "§~2 Abs.~2"),
    ("a1 a2", "§~1 Abs.~1 und 2"),
    ("a1 a3", "§~1 Abs.~1 und 3"),
    ("a1 a2 a3", "§~1 Abs.~1 bis 3"),
    ("a1 a2 a4", "§~1 Abs.~1, 2 und 4"),
    ("a1 a2 a3 a4", "§~1 Abs.~1 bis 4"),
    ("a3a", "§~1 Abs.~3 Z~1"),
    ("a3a a3b", "§~1 Abs.~3 Z~1 und 2"),
    ("a3a a3c", "§~1 Abs.~3 Z~1 und 3"),
    ("a3a a3b a3c", "§~1 Abs.~3 Z~1 bis 3"),
    ("a3a a3b a3c a3d", "§~1 Abs.~3 Z~1 bis 4"),
    ("a3a a3b a3d", "§~1 Abs.~3 Z~1, 2 und 4"),
    ("a3ax", "§~1 Abs.~3 Z~1 lit.~a"),
    ("a3ax a3ay", "§~1 Abs.~3 Z~1 lit.~a und b"),
    ("a3ax a3ay a3az", "§~1 Abs.~3 Z~1 lit.~a bis c"),
    ("a3a a3ax", "§~1 Abs.~3 Z~1 und Z~1 lit.~a"),
    ("a1 b1", "§~1 Abs.~1 und §~2 Abs.~1"),
    ("a1 a2 c", "§~1 Abs.~1 und 2 sowie §~3"),
    ("a b1", "§~1 und §~2 Abs.~1"),
    ("a1 a3a", "§~1 Abs.~1 und Abs.~3 Z~1"),
    ("a3a a4", "§~1 Abs.~3 Z~1 und Abs.~4"),
    ("a3a b1a", "§~1 Abs.~3 Z~1 und §~2 Abs.~1 Z~1"),
    ("a3a a3b b1a", "§~1 Abs.~3 Z~1 und 2 sowie §~2 Abs.~1 Z~1"),
    ("a b1 c", "§~1, §~2 Abs.~1 und §~3"),
    ("a b c1", "§§~1 und 2 sowie §~3 Abs.~1"),
    ("s", "Anlage~1"),
    ("s t", "Anlage~1 und Anlage~2"),
    ("s1", "Anlage~1 Z~1"),
    ("s2", "Anlage~1 Z~2"),
    ("s1 s2", "Anlage~1 Z~1 und 2"),
    ("s1 s2 s3", "Anlage~1 Z~1 bis 3"),
    ("s1a", "Anlage~1 Z~1 lit.~a"),
    ("s1a s1b", "Anlage~1 Z~1 lit.~a und b"),
    ("s1ax", "Anlage~1 Z~1 lit.~a sublit.~aa"),
    ("s1 t1", "Anlage~1 Z~1 und Anlage~2 Z~1"),
    ("a1 s1", "§~1 Abs.~1 und Anlage~1 Z~1"),
    ("a s", "§~1 und Anlage~1"),
]


@pytest.mark.parametrize(("labels", "expected"), AUSTRIAN)
def test_austrian(labels: str, expected: str) -> None:
    assert said("at", labels) == expected


# ---- Swiss ----------------------------------------------------------------------------------------------------------
# Gesetzestechnische Richtlinien des Bundes (Bundeskanzlei): "Art. 5 Abs. 2 Bst. b Ziff. 1"; the article is abbreviated
# alike for one and for several.

SWISS = [
    ("a", "Art.~1"),
    ("e", "Art.~5"),
    ("a b", "Art.~1 und 2"),
    ("a c", "Art.~1 und 3"),
    ("a b c", "Art.~1 bis 3"),
    ("b c d", "Art.~2 bis 4"),
    ("a b d", "Art.~1, 2 und 4"),
    ("a b c e", "Art.~1 bis 3 und 5"),
    ("a b c d e", "Art.~1 bis 5"),
    ("e a", "Art.~1 und 5"),
    ("a a", "Art.~1"),
    ("a1", "Art.~1 Abs.~1"),
    ("b2", "Art.~2 Abs.~2"),
    ("a1 a2", "Art.~1 Abs.~1 und 2"),
    ("a1 a3", "Art.~1 Abs.~1 und 3"),
    ("a1 a2 a3", "Art.~1 Abs.~1 bis 3"),
    ("a1 a2 a4", "Art.~1 Abs.~1, 2 und 4"),
    ("a1 a2 a3 a4", "Art.~1 Abs.~1 bis 4"),
    ("a3a", "Art.~1 Abs.~3 Bst.~a"),
    ("a3a a3b", "Art.~1 Abs.~3 Bst.~a und b"),
    ("a3a a3c", "Art.~1 Abs.~3 Bst.~a und c"),
    ("a3a a3b a3c", "Art.~1 Abs.~3 Bst.~a bis c"),
    ("a3a a3b a3c a3d", "Art.~1 Abs.~3 Bst.~a bis d"),
    ("a3a a3b a3d", "Art.~1 Abs.~3 Bst.~a, b und d"),
    ("a3ax", "Art.~1 Abs.~3 Bst.~a Ziff.~1"),
    ("a3ax a3ay", "Art.~1 Abs.~3 Bst.~a Ziff.~1 und 2"),
    ("a3ax a3ay a3az", "Art.~1 Abs.~3 Bst.~a Ziff.~1 bis 3"),
    ("a3a a3ax", "Art.~1 Abs.~3 Bst.~a und Bst.~a Ziff.~1"),
    ("a1 b1", "Art.~1 Abs.~1 und Art.~2 Abs.~1"),
    ("a1 a2 c", "Art.~1 Abs.~1 und 2 sowie Art.~3"),
    ("a b1", "Art.~1 und Art.~2 Abs.~1"),
    ("a1 a3a", "Art.~1 Abs.~1 und Abs.~3 Bst.~a"),
    ("a3a a4", "Art.~1 Abs.~3 Bst.~a und Abs.~4"),
    ("a3a b1a", "Art.~1 Abs.~3 Bst.~a und Art.~2 Abs.~1 Bst.~a"),
    ("a3a a3b b1a", "Art.~1 Abs.~3 Bst.~a und b sowie Art.~2 Abs.~1 Bst.~a"),
    ("a b1 c", "Art.~1, Art.~2 Abs.~1 und Art.~3"),
    ("a b c1", "Art.~1 und 2 sowie Art.~3 Abs.~1"),
    ("s", "Anhang~1"),
    ("s t", "Anhang~1 und Anhang~2"),
    ("s1", "Anhang~1 Ziff.~1"),
    ("s2", "Anhang~1 Ziff.~2"),
    ("s1 s2", "Anhang~1 Ziff.~1 und 2"),
    ("s1 s2 s3", "Anhang~1 Ziff.~1 bis 3"),
    ("s1a", "Anhang~1 Ziff.~1 Bst.~a"),
    ("s1a s1b", "Anhang~1 Ziff.~1 Bst.~a und b"),
    ("s1ax", "Anhang~1 Ziff.~1 Bst.~a Ziff.~1"),
    ("s1 t1", "Anhang~1 Ziff.~1 und Anhang~2 Ziff.~1"),
    ("a1 s1", "Art.~1 Abs.~1 und Anhang~1 Ziff.~1"),
    ("a s", "Art.~1 und Anhang~1"),
]


@pytest.mark.parametrize(("labels", "expected"), SWISS)
def test_swiss(labels: str, expected: str) -> None:
    assert said("ch", labels) == expected


# ---- French ---------------------------------------------------------------------------------------------------------
# Guide de légistique (Secrétariat général du gouvernement and Conseil d'État) and the texts on Légifrance:
# "article 2.1, a)", "articles 2 à 4", "aux articles L. 1 ou L. 2"; what stands inside is set off by a comma,
# and one article with several letters is one article.

FRENCH = [
    ("a", "article~1"),
    ("e", "article~5"),
    ("a b", "articles~1 et 2"),
    ("a c", "articles~1 et 3"),
    ("a b c", "articles~1 à 3"),
    ("b c d", "articles~2 à 4"),
    ("a b d", "articles~1, 2 et 4"),
    ("a b c e", "articles~1 à 3 et 5"),
    ("a b c d e", "articles~1 à 5"),
    ("e a", "articles~1 et 5"),
    ("b b", "article~2"),
    ("a1", "article~1.1"),
    ("b1", "article~2.1"),
    ("a1 a2", "articles~1.1 et 1.2"),
    ("a1 a2 a3", "articles~1.1 à 1.3"),
    ("a1 a2 a4", "articles~1.1, 1.2 et 1.4"),
    ("a1 b1", "articles~1.1 et 2.1"),
    ("a b1", "articles~1 et 2.1"),
    ("b1a", "article~2.1, a)"),
    ("b1c", "article~2.1, c)"),
    ("a3a a3b", "article~1.3, a) et b)"),
    ("a3a a3c", "article~1.3, a) et c)"),
    ("a3a a3b a3c", "article~1.3, a) à c)"),
    ("a3a a3b a3d", "article~1.3, a), b) et d)"),
    ("a3a a3b a3c a3d", "article~1.3, a) à d)"),
    ("a3ax", "article~1.3, a), i)"),
    ("a3ax a3ay", "article~1.3, a), i) et ii)"),
    ("a3ax a3ay a3az", "article~1.3, a), i) à iii)"),
    ("a1 a3a", "article~1.1 et article~1.3, a)"),
    ("a3a b1a", "article~1.3, a) et article~2.1, a)"),
    ("a3a a3b b1a", "article~1.3, a) et b) ainsi que article~2.1, a)"),
    ("a b b1a", "articles~1 et 2 ainsi que article~2.1, a)"),
    ("s", "Annexe~1"),
    ("s t", "Annexe~1 et Annexe~2"),
    ("s1", "paragraphe~1 de l’Annexe~1"),
    ("s1 s2", "paragraphes~1 et 2 de l’Annexe~1"),
    ("s1 s2 s3", "paragraphes~1 à 3 de l’Annexe~1"),
    ("s1a", "paragraphe~1.1 de l’Annexe~1"),
    ("s1ax", "paragraphe~1.1, a) de l’Annexe~1"),
    ("s1a s1b", "paragraphes~1.1 et 1.2 de l’Annexe~1"),
    ("a s1", "article~1 et paragraphe~1 de l’Annexe~1"),
    ("s1 t1", "paragraphe~1 de l’Annexe~1 et paragraphe~1 de l’Annexe~2"),
    ("a s", "article~1 et Annexe~1"),
]


@pytest.mark.parametrize(("labels", "expected"), FRENCH)
def test_french(labels: str, expected: str) -> None:
    assert said("fr", labels) == expected


# ---- Spanish --------------------------------------------------------------------------------------------------------
# Directrices de técnica normativa (BOE of 29 July 2005) for how numbers follow one another; Real Academia
# Española, Libro de estilo de la lengua española, for "e" before i) and "u" before 8 and 11. Contracts write
# "cláusula 2.1.a)".

SPANISH = [
    ("a", "cláusula~1"),
    ("e", "cláusula~5"),
    ("a b", "cláusulas~1 y 2"),
    ("a c", "cláusulas~1 y 3"),
    ("a b c", "cláusulas~1 a 3"),
    ("b c d", "cláusulas~2 a 4"),
    ("a b d", "cláusulas~1, 2 y 4"),
    ("a b c e", "cláusulas~1 a 3 y 5"),
    ("a b c d e", "cláusulas~1 a 5"),
    ("e a", "cláusulas~1 y 5"),
    ("c c", "cláusula~3"),
    ("a1", "cláusula~1.1"),
    ("b1", "cláusula~2.1"),
    ("a1 a2", "cláusulas~1.1 y 1.2"),
    ("a1 a2 a3", "cláusulas~1.1 a 1.3"),
    ("a1 a2 a4", "cláusulas~1.1, 1.2 y 1.4"),
    ("a1 b1", "cláusulas~1.1 y 2.1"),
    ("a b1", "cláusulas~1 y 2.1"),
    ("b1a", "cláusula~2.1.a)"),
    ("b1b", "cláusula~2.1.b)"),
    ("a3a a3b", "cláusula~1.3.a) y b)"),
    ("a3a a3c", "cláusula~1.3.a) y c)"),
    ("a3a a3b a3c", "cláusula~1.3.a) a c)"),
    ("a3a a3b a3d", "cláusula~1.3.a), b) y d)"),
    ("a3ax", "cláusula~1.3.a).i)"),
    ("a3ax a3ay", "cláusula~1.3.a).i) y ii)"),
    ("a3ax a3ay a3az", "cláusula~1.3.a).i) a iii)"),
    ("a1 a3a", "cláusulas~1.1 y 1.3.a)"),
    ("a3a b1a", "cláusulas~1.3.a) y 2.1.a)"),
    ("a3a a4", "cláusulas~1.3.a) y 1.4"),
    ("a b1 b1a", "cláusulas~1, 2.1 y 2.1.a)"),
    ("b2 c", "cláusulas~2.2 y 3"),
    ("s", "Anexo~I"),
    ("s t", "Anexo~I y Anexo~II"),
    ("s1", "apartado~1 del Anexo~I"),
    ("t1", "apartado~1 del Anexo~II"),
    ("s1 s2", "apartados~1 y 2 del Anexo~I"),
    ("s1 s2 s3", "apartados~1 a 3 del Anexo~I"),
    ("s1a", "apartado~1.1 del Anexo~I"),
    ("s1ax", "apartado~1.1.a) del Anexo~I"),
    ("s1a s1b", "apartados~1.1 y 1.2 del Anexo~I"),
    ("a s1", "cláusula~1 y apartado~1 del Anexo~I"),
    ("a s", "cláusula~1 y Anexo~I"),
]


@pytest.mark.parametrize(("labels", "expected"), SPANISH)
def test_spanish(labels: str, expected: str) -> None:
    assert said("es", labels) == expected


# ---- British --------------------------------------------------------------------------------------------------------
# As the standard documents of Practical Law and The Encyclopaedia of Forms and Precedents have it: "clause 7.2(b)",
# "clauses 7 to 9", "paragraph 2 of Schedule 1", small letters but for the Schedule.

BRITISH = [
    ("a", "clause~1"),
    ("e", "clause~5"),
    ("a b", "clauses~1 and 2"),
    ("a c", "clauses~1 and 3"),
    ("a b c", "clauses~1 to 3"),
    ("b c d", "clauses~2 to 4"),
    ("a b d", "clauses~1, 2 and 4"),
    ("a b c e", "clauses~1 to 3 and 5"),
    ("a b c d e", "clauses~1 to 5"),
    ("e a", "clauses~1 and 5"),
    ("a a", "clause~1"),
    ("a1", "clause~1.1"),
    ("b2", "clause~2.2"),
    ("a1 a2", "clauses~1.1 and 1.2"),
    ("a1 a3", "clauses~1.1 and 1.3"),
    ("a1 a2 a3", "clauses~1.1 to 1.3"),
    ("a1 a2 a4", "clauses~1.1, 1.2 and 1.4"),
    ("a1 a2 a3 a4", "clauses~1.1 to 1.4"),
    ("a3a", "clause~1.3(a)"),
    ("a3a a3b", "clauses~1.3(a) and (b)"),
    ("a3a a3c", "clauses~1.3(a) and (c)"),
    ("a3a a3b a3c", "clauses~1.3(a) to (c)"),
    ("a3a a3b a3c a3d", "clauses~1.3(a) to (d)"),
    ("a3a a3b a3d", "clauses~1.3(a), (b) and (d)"),
    ("a3ax", "clause~1.3(a)(i)"),
    ("a3ax a3ay", "clauses~1.3(a)(i) and (ii)"),
    ("a3ax a3ay a3az", "clauses~1.3(a)(i) to (iii)"),
    ("a3a a3ax", "clauses~1.3(a) and 1.3(a)(i)"),
    ("a1 b1", "clauses~1.1 and 2.1"),
    ("a1 a2 c", "clauses~1.1, 1.2 and 3"),
    ("a b1", "clauses~1 and 2.1"),
    ("a1 a3a", "clauses~1.1 and 1.3(a)"),
    ("a3a a4", "clauses~1.3(a) and 1.4"),
    ("a3a b1a", "clauses~1.3(a) and 2.1(a)"),
    ("a3a a3b b1a", "clauses~1.3(a), (b) and 2.1(a)"),
    ("a b1 c", "clauses~1, 2.1 and 3"),
    ("a b c1", "clauses~1, 2 and 3.1"),
    ("s", "Schedule~1"),
    ("s t", "Schedule~1 and Schedule~2"),
    ("s1", "paragraph~1 of Schedule~1"),
    ("s2", "paragraph~2 of Schedule~1"),
    ("s1 s2", "paragraphs~1 and 2 of Schedule~1"),
    ("s1 s2 s3", "paragraphs~1 to 3 of Schedule~1"),
    ("s1a", "paragraph~1.1 of Schedule~1"),
    ("s1a s1b", "paragraphs~1.1 and 1.2 of Schedule~1"),
    ("s1ax", "paragraph~1.1(a) of Schedule~1"),
    ("s1 t1", "paragraph~1 of Schedule~1 and paragraph~1 of Schedule~2"),
    ("a1 s1", "clause~1.1 and paragraph~1 of Schedule~1"),
    ("a s", "clause~1 and Schedule~1"),
]


@pytest.mark.parametrize(("labels", "expected"), BRITISH)
def test_british(labels: str, expected: str) -> None:
    assert said("uk", labels) == expected


#: A word for each level, as older precedents and Acts have it: what is inside comes first.
BY_LEVEL = {"cited": ["clause {}", "sub-clause {}", "paragraph ({}) of", "sub-paragraph ({}) of"]}
INNER_BARE = {"cited": ["clause {}", "sub-clause {}", "paragraph ({}) of", "({})"]}


@pytest.mark.parametrize(
    ("style", "labels", "expected"),
    [
        (BY_LEVEL, "a", "clause~1"),
        (BY_LEVEL, "a1", "sub-clause~1.1"),
        (BY_LEVEL, "a1 a2", "sub-clauses~1.1 and 1.2"),
        (BY_LEVEL, "b1a", "paragraph~(a) of sub-clause~2.1"),
        (BY_LEVEL, "a3a a3b", "paragraphs~(a) and (b) of sub-clause~1.3"),
        (BY_LEVEL, "a3a a3b a3c", "paragraphs~(a) to (c) of sub-clause~1.3"),
        (BY_LEVEL, "a3ax", "sub-paragraph~(i) of paragraph~(a) of sub-clause~1.3"),
        (BY_LEVEL, "a3ax a3ay", "sub-paragraphs~(i) and (ii) of paragraph~(a) of sub-clause~1.3"),
        (BY_LEVEL, "a3a b1a", "paragraph~(a) of sub-clause~1.3 and paragraph~(a) of sub-clause~2.1"),
        (BY_LEVEL, "a1 a3a", "sub-clause~1.1 and paragraph~(a) of sub-clause~1.3"),
        (BY_LEVEL, "a b1a", "clause~1 and paragraph~(a) of sub-clause~2.1"),
        (BY_LEVEL, "s1a", "paragraph~1.1 of Schedule~1"),
        (INNER_BARE, "a3ax", "paragraph~(a)(i) of sub-clause~1.3"),
        (INNER_BARE, "a3ax a3ay", "paragraphs~(a)(i) and (ii) of sub-clause~1.3"),
        ({"schedule_cited": ["paragraph {}", "sub-paragraph ({}) of"], "schedule_levels": ["1.", "(1)", "(a)"]}, "s1a",
         "sub-paragraph~(1) of paragraph~1 of Schedule~1"),
    ],
)  # fmt: skip
def test_a_word_for_each_level_with_what_is_inside_first(style: Any, labels: str, expected: str) -> None:
    assert said(style, labels) == expected


@pytest.mark.parametrize(
    ("form", "here", "either", "expected"),
    [
        ("number", "", False, "(a) and (b) of sub-clause~1.3"),
        ("clause-title", "", False, "paragraph~(a) of sub-clause~1.3 and paragraph~(b) of sub-clause~1.3"),
        ("clause", "", True, "paragraph~(a) or (b) of sub-clause~1.3"),
        ("short", "a3c", False, "paragraphs~(a) and (b)"),
        ("short", "b1", False, "paragraphs~(a) and (b) of sub-clause~1.3"),
    ],
)
def test_the_other_forms_of_it(form: Any, here: str, either: bool, expected: str) -> None:
    style = localise(parse_style(BY_LEVEL, STYLES), "en_GB")
    targets = collect_targets(number(TREE, style), style)
    reference = Reference(("a3a", "a3b"), form, at=here, after=here, either=either)
    assert text_of((word_reference(reference, targets, style, ()),)).replace(NBSP, "~") == expected


# ---- American -------------------------------------------------------------------------------------------------------
# The Bluebook (21st ed.), rule 3.3, and Garner, Guidelines for Drafting and Editing Contracts (2019): a
# section and its parts are one number, "Section 2(a)(1)(A)", in brackets whatever the labels look like; an article is
# Roman, and named where the reader stands outside of it.

CHARTER = {
    "levels": ["Article I", "Section 1.", "(a)", "(i)"],
    "cited": ["[Article {}]", ", Section {}", "({})", "({})"],
    "locale": "en_US",
}
OUTLINE = {"levels": ["ARTICLE I:", "A.", "1.", "a."], "clause": ["Section", "Sections"], "locale": "en_US"}
PLAIN = {
    "levels": ["Section 1.", "a.", "1.", "A."],
    "cited": ["Section {}", "({})", "({})", "({})"],
    "locale": "en_US",
}
AMERICAN = [
    # from outside of every article
    (CHARTER, "", "a", "Article~I"),
    (CHARTER, "", "a b", "Articles~I and II"),
    (CHARTER, "", "a b c", "Articles~I through III"),
    (CHARTER, "", "d1", "Article~IV, Section~1"),
    (CHARTER, "", "a3a", "Article~I, Section~3(a)"),
    (CHARTER, "", "a3ax", "Article~I, Section~3(a)(i)"),
    (CHARTER, "", "a3a a3b", "Article~I, Sections~3(a) and (b)"),
    (CHARTER, "", "a3a a3b a3c", "Article~I, Sections~3(a) through (c)"),
    (CHARTER, "", "a1 a2", "Article~I, Sections~1 and 2"),
    (CHARTER, "", "a1 a2 a3", "Article~I, Sections~1 through 3"),
    (CHARTER, "", "a1 b1", "Article~I, Section~1 and Article~II, Section~1"),
    (CHARTER, "", "a b1", "Article~I and Article~II, Section~1"),
    # from within Article I
    (CHARTER, "a1", "a", "Article~I"),
    (CHARTER, "a1", "a2", "Section~2"),
    (CHARTER, "a1", "a3a", "Section~3(a)"),
    (CHARTER, "a1", "a3ax", "Section~3(a)(i)"),
    (CHARTER, "a1", "a2 a3", "Sections~2 and 3"),
    (CHARTER, "a1", "b1a", "Article~II, Section~1(a)"),
    (CHARTER, "a1", "a2 b1", "Section~2 and Article~II, Section~1"),
    (CHARTER, "a3ax", "a3ay", "Section~3(a)(ii)"),
    # letters and figures below an article: the style says only how clauses are called
    (OUTLINE, "", "a", "Article~I"),
    (OUTLINE, "", "a2", "Article~I, Section~B"),
    (OUTLINE, "", "b1c", "Article~II, Section~A.3"),
    (OUTLINE, "b2", "b1c", "Section~A.3"),
    (OUTLINE, "b2", "b1b b1c", "Sections~A.2 and A.3"),
    (OUTLINE, "b2", "b1a b1b b1c", "Sections~A.1 through A.3"),
    (OUTLINE, "b2", "a3b", "Article~I, Section~C.2"),
    (OUTLINE, "b2", "b1 b3", "Sections~A and C"),
    (OUTLINE, "b2", "b", "Article~II"),
    (OUTLINE, "b2", "a3ax", "Article~I, Section~C.1.a"),
    # labels "a.", "1.", "A." and brackets in the citation
    (PLAIN, "", "a", "Section~1"),
    (PLAIN, "", "a3", "Section~1(c)"),
    (PLAIN, "", "a3a", "Section~1(c)(1)"),
    (PLAIN, "", "a3ax", "Section~1(c)(1)(A)"),
    (PLAIN, "", "a3ax a3ay", "Sections~1(c)(1)(A) and (B)"),
    (PLAIN, "", "a b", "Sections~1 and 2"),
    (PLAIN, "", "a1 b1", "Sections~1(a) and 2(a)"),
    (PLAIN, "", "a1 a2 a3", "Sections~1(a) through (c)"),
    (PLAIN, "", "a1 c", "Sections~1(a) and 3"),
    (PLAIN, "", "a1 a3a", "Sections~1(a) and 1(c)(1)"),
    ("us", "", "a1", "Section~1.01"),
    ("us", "", "a1 a2 a3", "Sections~1.01 through 1.03"),
    ("us", "", "a3a a3b", "Sections~1.03(a) and (b)"),
]


@pytest.mark.parametrize(("style", "here", "labels", "expected"), AMERICAN)
def test_american(style: Any, here: str, labels: str, expected: str) -> None:
    assert said(style, labels, here=here) == expected


# ---- options --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("style", "labels", "expected"),
    [
        ("uk", "a1 a2", "clause~1.1 or 1.2"),
        ("uk", "a1 a2 a3", "clause~1.1, 1.2 or 1.3"),  # and no "1.1 to 1.3", which would be all of them
        ("uk", "a s", "clause~1 or Schedule~1"),
        ("us", "a3a a3b", "Section~1.03(a) or (b)"),
        (PLAIN, "a b", "Section~1 or 2"),
        ("de", "a b", "§~1 oder §~2"),  # the sign is said again: nobody reads "§ 1 oder 2"
        ("de", "a1 a2", "§~1 Abs.~1 oder 2"),
        ("de", "a1 a2 c", "§~1 Abs.~1 oder 2 oder §~3"),
        ("de", "s1 s2", "Anlage~1 Nummer~1 oder 2"),
        ("fr", "a b", "articles~1 ou 2"),
        ("fr", "b1a b1b", "article~2.1, a) ou b)"),
        ("es", "a b", "cláusulas~1 o 2"),
        ("es", "b1a b1b", "cláusula~2.1.a) o b)"),
    ],
)
def test_any_one_of_several(style: Any, labels: str, expected: str) -> None:
    assert said(style, labels, either=True) == expected


@pytest.mark.parametrize(
    ("style", "form", "labels", "expected"),
    [
        ("de", "number", "a1 a2", "1 Abs.~1 und 2"),
        ("de", "number", "s1", "Anlage~1 Nummer~1"),
        ("fr", "number", "a3a a3b", "1.3, a) et b)"),
        ("de", "clause-title", "a", "§~1 (A)"),
        ("de", "clause-title", "a b", "§~1 (A) und §~2 (B)"),
        (CHARTER, "number", "a3a", "I, Section~3(a)"),
    ],
)
def test_other_forms(style: Any, form: str, labels: str, expected: str) -> None:
    assert said(style, labels, form) == expected


def test_from_within_an_annex_it_goes_without_saying() -> None:
    assert said("de", "s1a", scope=("Anlage 1",)) == "Nummer~1 Buchst.~a"


def test_spanish_joints_follow_the_sound() -> None:
    many = agreement(
        *(section(f"n{count}") for count in range(1, 12)), section("x", items(*("y" + c for c in "abcdefghi")))
    )
    style = localise(STYLES["es"], "es_ES")
    targets = collect_targets(number(many, style), style)

    def words(labels: str, either: bool = False) -> str:
        return "".join(
            part.text for part in cite([targets[each] for each in labels.split()], style, "number", (), None, either)
        )

    assert words("n1 n8", either=True) == "1 u 8"
    assert words("n1 n11", either=True) == "1 u 11"
    assert words("n1 n8") == "1 y 8"


# ---- {this}, {short} and what a style may say -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("style", "label", "form", "at", "expected"),
    [
        ("de", "a3b", "short", "#a1", "Abs.~3 Buchst.~b"),
        ("de", "a3b", "short", "#a3a", "Buchst.~b"),
        ("de", "b", "short", "#a1", "§~2"),
        ("de", "b1", "short", "#a1", "§~2 Abs.~1"),
        ("fr", "a3b", "short", "#a3a", "paragraphe~b)"),
        ("de", "a1", "above", "#a2", "Abs.~1 oben"),
        (CHARTER, "a3b", "clause", "#a1", "Section~3(b)"),
    ],
)
def test_from_nearby(style: Any, label: str, form: Any, at: str, expected: str) -> None:
    own = parse_style(style, STYLES)
    own = localise(own, own.locale)
    targets = collect_targets(number(TREE, own), own)
    reference = word_reference(
        Reference((label,), form, at=at.removeprefix("#"), after=at.removeprefix("#")), targets, own, ()
    )
    assert text_of((reference,)).replace(NBSP, "~") == expected


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ({"cited": "§ {}"}, "is a list of ways to cite"),
        ({"cited": []}, "is a list of ways to cite"),
        ({"cited": ["Abs."]}, "'Abs.' does not say how a level is cited"),
        ({"cited": ["{} und {}"]}, "does not say how a level is cited"),
        ({"cited": [["§ {}", "§§ {}", "x"]]}, "a text, or a list of two"),
        ({"cited": ["Abs. {} des,"]}, "does not say how a level is cited"),
        ({"cited": ["{} of"]}, "does not say how a level is cited"),
        ({"outer": "middle"}, "`outer` is 'first'"),
    ],
)
def test_a_way_to_cite_that_cannot_be_is_told(written: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_style(written, STYLES)


def test_the_mark_between_number_and_title_is_part_of_the_label() -> None:
    style = parse_style({"like": "fr", "levels": ["Article 1 –", "1.1"], "cited": ["article {}", "article {}"]}, STYLES)
    numbered, _ = number_agreement(agreement(section("a", "a1")), style)
    assert numbered.sections[0].marker == "Article 1 –"
    targets = collect_targets(numbered, style)
    assert "".join(part.text for part in cite([targets["a"]], style, "clause")) == f"article{NBSP}1"
