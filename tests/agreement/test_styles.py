"""Labels by example: what one says, how it counts, and what is no label."""

from __future__ import annotations

from typing import Any

import pytest

from whereas.agreement.localise import localise
from whereas.agreement.project_styles import parse_styles
from whereas.agreement.samples import parse_sample
from whereas.agreement.styles import STYLES, Style, parse_style

COUNTS = (1, 2, 26, 27, 28, 52, 53, 1000)
DECIMAL = ("1", "2", "26", "27", "28", "52", "53", "1000")
ALPHA = ("a", "b", "z", "aa", "bb", "zz", "aaa", "l" * 39)
DOUBLE = tuple(letters + letters[0] for letters in ALPHA)
ROMAN = ("i", "ii", "xxvi", "xxvii", "xxviii", "lii", "liii", "m")


def upper(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.upper() for word in words)


# sample, the counts of its parents, the digits its own count gives, marker and bare number around them
SAMPLES = [
    ("1", (), DECIMAL, "{}", "{}"),
    ("1.", (), DECIMAL, "{}.", "{}"),
    ("1:", (), DECIMAL, "{}:", "{}"),
    ("1)", (), DECIMAL, "{})", "{})"),
    ("(1)", (), DECIMAL, "({})", "({})"),
    ("[1]", (), DECIMAL, "[{}]", "[{}]"),
    ("(1).", (), DECIMAL, "({}).", "({})"),
    ("1.1", (7,), DECIMAL, "7.{}", "7.{}"),
    ("1.1.", (7,), DECIMAL, "7.{}.", "7.{}"),
    ("1.1.1", (7, 2), DECIMAL, "7.2.{}", "7.2.{}"),
    ("1-1", (7,), DECIMAL, "7-{}", "7-{}"),
    ("1.a", (7,), ALPHA, "7.{}", "7.{}"),
    ("I.1", (4,), DECIMAL, "IV.{}", "IV.{}"),
    ("(a)", (), ALPHA, "({})", "({})"),
    ("a)", (), ALPHA, "{})", "{})"),
    ("a.", (), ALPHA, "{}.", "{}"),
    ("(A)", (), upper(ALPHA), "({})", "({})"),
    ("(aa)", (), DOUBLE, "({})", "({})"),
    ("aa)", (), DOUBLE, "{})", "{})"),
    ("(AA)", (), upper(DOUBLE), "({})", "({})"),
    ("(i)", (), ROMAN, "({})", "({})"),
    ("i)", (), ROMAN, "{})", "{})"),
    ("(I)", (), upper(ROMAN), "({})", "({})"),
    ("I.", (), upper(ROMAN), "{}.", "{}"),
    ("Article I", (), upper(ROMAN), "Article {}", "{}"),
    ("Article 1", (), DECIMAL, "Article {}", "{}"),
    ("Art. 1", (), DECIMAL, "Art. {}", "{}"),
    ("ARTICLE I.", (), upper(ROMAN), "ARTICLE {}.", "{}"),
    ("Section 1.1", (3,), DECIMAL, "Section 3.{}", "3.{}"),
    ("§ 1", (), DECIMAL, "§ {}", "{}"),
    ("§1", (), DECIMAL, "§{}", "{}"),
    ("Schedule 1", (), DECIMAL, "Schedule {}", "{}"),
    ("Part A", (), upper(ALPHA), "Part {}", "{}"),
]


@pytest.mark.parametrize(("sample", "above", "own", "marker", "bare"), SAMPLES, ids=[case[0] for case in SAMPLES])
def test_a_sample_counts(sample: str, above: tuple[int, ...], own: tuple[str, ...], marker: str, bare: str) -> None:
    label = parse_sample(sample)
    found = [label.bare((*above, count)) for count in COUNTS]
    assert found == [bare.format(digits) for digits in own]
    assert [label.marker(number) for number in found] == [marker.format(digits) for digits in own]


def test_the_first_label_is_the_sample_itself() -> None:
    for sample, *_ in SAMPLES:
        label = parse_sample(sample)
        assert label.marker(label.bare((1,) * len(label.counters))) == sample


def test_leading_zeros_grow_away() -> None:
    label = parse_sample("Section 1.01")
    assert [label.bare((3, count)) for count in (1, 9, 10, 99, 100)] == ["3.01", "3.09", "3.10", "3.99", "3.100"]


@pytest.mark.parametrize(
    ("alphabet", "letters"), [("aa", ["a", "z", "aa", "bb", "aaa"]), ("ab", ["a", "z", "aa", "ab", "ba"])]
)
def test_after_z_comes_aa_and_then_what_the_style_says(alphabet: str, letters: list[str]) -> None:
    assert [parse_sample("a").bare((count,), alphabet) for count in (1, 26, 27, 28, 53)] == letters


def test_letters_never_repeat() -> None:
    for alphabet in ("aa", "ab"):
        letters = [parse_sample("a").bare((count,), alphabet) for count in range(1, 1001)]
        assert len(set(letters)) == 1000


@pytest.mark.parametrize(
    "sample",
    [
        *("", " ", "x", "(", "()", "Article", "Article x", "2.", "b)", "IV", "11", "A 1", "1 1", "1..1", "1.1.."),
        *("((a)", "(a))", "(a", "[a", "(a]", "[a)", "a.b.c", "{number}"),
    ],
)
def test_what_is_no_label_is_refused(sample: str) -> None:
    with pytest.raises(ValueError, match="is not a label by example; write the first one"):
        parse_sample(sample)


# ---- whole styles


def test_a_style_by_name() -> None:
    known = ["uk", "us", "decimal", "continental", "article", "de", "at", "ch", "fr", "es"]
    assert [parse_style(name, STYLES).name for name in STYLES] == known


def test_an_own_style_takes_what_it_does_not_say_from_another() -> None:
    own = parse_style({"like": "us", "levels": ["1.", "1.1"], "alphabet": "ab", "this": "the present"}, STYLES)
    assert (own.name, own.levels, own.alphabet, own.this) == ("own", ("1.", "1.1"), "ab", "the present")
    assert (own.schedule, own.locale) == ("Exhibit A", "en_US")


@pytest.mark.parametrize(
    ("written", "pair"),
    [
        ("Section {number}", ("Section {number}", "Sections {number}")),
        ("§ {number}", ("§ {number}", "§ {number}")),
        ("{number}", ("{number}", "{number}")),
        ({"one": "Art. {number}", "many": "Arts. {number}"}, ("Art. {number}", "Arts. {number}")),
        ({"one": "Ziffer {number}"}, ("Ziffer {number}", "Ziffer {number}")),
        ("Annex {number}", ("Annex {number}", "Annexes {number}")),
        ("Art. {number}", ("Art. {number}", "Art. {number}")),
    ],
)
def test_the_form_of_references(written: object, pair: tuple[str, str]) -> None:
    assert parse_style({"reference": written}, STYLES).reference == pair


@pytest.mark.parametrize(
    ("locale", "word", "many"),
    [("en", "Entry", "Entries"), ("de", "Regelung", "Regelungen"), ("de", "Kapitel", "Kapitel"), ("en", "cl.", "cl.")],
)
def test_the_word_for_several_follows_the_rules_of_the_language(locale: str, word: str, many: str) -> None:
    style = parse_style({"clause": word, "locale": locale}, STYLES)
    assert style.clause == (word, many) == style.word_of(word)


@pytest.mark.parametrize(
    ("written", "key", "words"),
    [
        ({"clause": "Regelung"}, "clause", ("Regelung", "Regelungen")),
        ({"reference": "Regelung {number}"}, "reference", ("Regelung {number}", "Regelungen {number}")),
        ({"clause": ["Regelung", "Reg."]}, "clause", ("Regelung", "Reg.")),
        ({"clause": "Entry", "locale": "en"}, "clause", ("Entry", "Entries")),
        ({"like": "house"}, "clause", ("Regelung", "Regelungen")),
        ({"like": "house", "clause": ["Regelung", "Reg."]}, "clause", ("Regelung", "Reg.")),
        ({"like": "house", "locale": "de"}, "clause", ("Regelung", "Regelungen")),
    ],
)
def test_the_word_for_several_is_of_the_language_of_the_agreement(written: Any, key: str, words: Any) -> None:
    known = parse_styles({"house": {"clause": "Regelung"}})
    style = localise(parse_style(written, known), "de")
    assert getattr(style, key) == words
    assert style.by_rule == ()


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("ux", "there is no style 'ux'"),
        (7, "a style is a name, or a mapping"),
        (None, "a style is a name, or a mapping"),
        ({"like": "ux"}, "there is no style 'ux'"),
        ({"levls": ["1."]}, "a style has no 'levls'; did you mean 'levels'?"),
        ({"levels": "abc"}, "`levels` are a list of labels by example, like ['1.', '1.1', '(a)'], not 'abc'"),
        ({"levels": ["1."] * 10}, "`levels` are at most 9, as many as Word counts, not 10"),
        ({"levels": []}, "`levels` are a list of labels by example"),
        ({"levels": ["1.", ["a"]]}, "`levels` are a list of labels by example"),
        ({"of": ["of"]}, "`of` is a text, not ['of']"),
        ({"locale": None}, "`locale` is a text, not None"),
        ({5: "x"}, "a style has no 5"),
        ({"like": ["us"]}, "`like` is the name of another style, not ['us']"),
        ({"like": "uss"}, "there is no style 'uss' that it could be like; did you mean 'us'?"),
        ({"define_first": "maybe"}, "`define_first` is 'yes'"),
        ({"levels": ["x"]}, "'x' is not a label by example"),
        ({"levels": ["1.1"]}, "'1.1' repeats more numbers than stand above it"),
        ({"levels": ["1.", "1.1.1"]}, "'1.1.1' repeats more numbers"),
        ({"recitals": ["A.1"]}, "'A.1' repeats more numbers"),
        ({"schedule": "Schedule"}, "'Schedule' is not a label by example"),
        ({"schedule": "Schedule 1.1"}, "'Schedule 1.1' repeats more numbers"),
        ({"part": "Part A.1"}, "'Part A.1' repeats more numbers"),
        ({"alphabet": "abc"}, "`alphabet` is 'aa'"),
        ({"reference": "Section"}, "needs `{number}` in it"),
        ({"reference": {"one": "{number}", "many": "Sections"}}, "needs `{number}` in it"),
        ({"reference": {"many": "{number}"}}, "`reference` is a text"),
        ({"reference": ["{number}"]}, "`reference` is a text"),
        ({"reference": "{number} or {number}"}, "needs `{number}` in it, once"),
        ({"reference": "l’{word} {number}"}, "has '{word}' in it, but only `{number}` is filled in"),
        ({"reference": "Section {number"}, "needs `{number}` in it"),
        ({"reference": {"one": "{number}", "many": "{} {number}"}}, "has '{}' in it"),
        ({"reference": "Section {{number}}"}, "has '{}' in it"),
        ({"of": "of {the}"}, "`of` has '{the}' in it, but nothing is filled in there"),
        ({"clause": "{word}"}, "`clause` has '{word}' in it"),
        ({"party": ["one", "m}any"]}, "`party` has '}' in it"),
        ({"schedule": "Schedule {number}"}, "'Schedule {number}' is not a label by example"),
        ({"stem": "twice"}, "`stem` is 'once'"),
    ],
)
def test_what_is_no_style_is_refused(written: object, message: str) -> None:
    with pytest.raises(ValueError) as error:
        parse_style(written, STYLES)
    assert message in str(error.value)


def test_the_styles_of_a_project() -> None:
    styles = parse_styles({"house": {"like": "decimal"}, "short": {"like": "house", "levels": ["1."]}, "also": "us"})
    assert (styles["short"].name, styles["short"].levels) == ("short", ("1.",))
    assert styles["also"] is STYLES["us"]
    assert set(STYLES) <= set(styles)
    assert "house" not in STYLES


def test_the_styles_of_a_project_stand_in_any_order() -> None:
    styles = parse_styles({"short": {"like": "house", "levels": ["1."]}, "house": {"like": "us"}, "also": "short"})
    assert (styles["short"].locale, styles["also"].levels) == ("en_US", ("1.",))
    own = parse_styles({"house": {"of": "to"}, "uk": {"like": "uk", "levels": ["1."]}})
    assert own["house"].levels == own["uk"].levels == ("1.",)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ({"house": {"levels": ["x"]}}, "the style 'house': 'x' is not a label by example"),
        ({"house": {"like": "hous"}}, "there is no style 'hous' that it could be like; did you mean 'house'?"),
        ({"house": {"like": "house"}}, "the style 'house': 'house' is like 'house'; one of them"),
        ({"a": "b", "b": {"like": "c"}, "c": {"like": "a"}}, "'a' is like 'b' is like 'c' is like 'a'; one of them"),
        ({"uk": {"like": "us"}, "us": {"like": "uk"}}, "'uk' is like 'us' is like 'uk'; one of them"),
        ({f"s{n}": f"s{n + 1}" for n in range(3000)}, "more than 50 styles are like it"),
        ({"a": 5}, "the style 'a': a style is a name, or a mapping"),
        ({"a": "uss"}, "the style 'a': there is no style 'uss'; did you mean 'us'?"),
    ],
)
def test_a_wrong_style_of_a_project_is_named(written: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError) as error:
        parse_styles(written)
    assert message in str(error.value)


def test_every_shipped_style_can_be_read() -> None:
    for style in STYLES.values():
        assert isinstance(style, Style)
        for levels in (style.levels, style.parties, style.recitals, style.schedule_levels, style.definition_levels):
            assert style.samples(levels)
