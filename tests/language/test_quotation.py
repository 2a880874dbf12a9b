"""Quotation marks and apostrophes: told apart by what is printed around them, in every language and any markup."""

# ruff: noqa: RUF001

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import Built, Project

from whereas.language.quotation import WORDS, Marks, Segment, turn_quotes

NBSP = "\N{NO-BREAK SPACE}"
LANGUAGES = {
    "en": Marks("“", "”", "‘", "’"),
    "de": Marks("„", "“", "‚", "‘"),
    "de-CH": Marks("«", "»", "‹", "›"),
    "fr": Marks(f"«{NBSP}", f"{NBSP}»", "“", "”"),
    "es": Marks("«", "»", "“", "”"),
}
EN, DE, FR = LANGUAGES["en"], LANGUAGES["de"], LANGUAGES["fr"]


def turned(text: str, marks: Marks = EN) -> str:
    return turn_quotes([Segment(text)], marks)[0]


# ---- one mark, by its neighbours ------------------------------------------------------------------------------------

#: What stands before the mark that opens, what is quoted, and what comes after the mark that closes.
BEFORE = ("", "x ", "(", "x (", "[", "x—", "x – ", "x/", "l’", "d’", "non-", "say:\n")
QUOTED = ("Fee", WORDS, f"{WORDS} x", f"the {WORDS}", "5%", "Fee.", "(Fee)", ".NET", "€5", "l’art", "Étude", "料金")
AFTER = ("", " x", ")", ".", ", x", ";", "]", "—x", "!", "/x", "-y", f"{NBSP};")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sign", ['"', "'"])
def test_a_quotation_opens_and_closes_wherever_it_stands(language: str, sign: str) -> None:
    marks = LANGUAGES[language]
    opening, closing = marks[:2] if sign == '"' else marks[2:]
    for before, quoted, after in product(BEFORE, QUOTED, AFTER):
        if sign == "'" and before.endswith("’"):
            continue  # after an apostrophe nobody can tell
        written = f"{before}{sign}{quoted}{sign}{after}"
        assert turned(written, marks) == f"{before}{opening}{quoted}{closing}{after}", written


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_apostrophe_is_one_in_every_language(language: str) -> None:
    for before, after in product(("l", WORDS, "Ltd.", "Wales)", "1990"), ("s", WORDS, "article")):
        assert turned(f"x {before}'{after} x", LANGUAGES[language]) == f"x {before}’{after} x"


@pytest.mark.parametrize(
    ("marks", "written", "printed"),
    [
        (EN, "the Sellers' duty", "the Sellers’ duty"),
        (DE, "Hans' Anteil", "Hans’ Anteil"),
        (EN, 'the "Sellers\'" duty', "the “Sellers’” duty"),
        (EN, '"Fee"\'s', "“Fee”’s"),
        (FR, "l'\"Acheteur\" et d'\"X\"", f"l’«{NBSP}Acheteur{NBSP}» et d’«{NBSP}X{NBSP}»"),
        (FR, "qu'(en outre) l'acheteur", "qu’(en outre) l’acheteur"),
        (FR, '" Fee " et " Prix ".', f"«{NBSP}Fee{NBSP}» et «{NBSP}Prix{NBSP}»."),
        (DE, "\"'Fee'\" '\"Fee\"'", "„‚Fee‘“ ‚„Fee“‘"),
        (EN, "\"a 'b' c\" 'a \"b\" c'", "“a ‘b’ c” ‘a “b” c’"),
        (EN, "'tis the class of '27", "’tis the class of ’27"),
        (EN, "the '90s and the Sellers' stock of 'the '80s'", "the ’90s and the Sellers’ stock of ‘the ’80s’"),
        (EN, "rock 'n' roll, Drum 'n' Bass and 'fish 'n' chips'", "rock ’n’ roll, Drum ’n’ Bass and ‘fish ’n’ chips’"),
        (EN, "where 'n' is the number, the letter 'N', 'n' of", "where ‘n’ is the number, the letter ‘N’, ‘n’ of"),
        (EN, 'a pipe of 12" and 6\' 2", 5\'10"', 'a pipe of 12" and 6\' 2", 5\'10"'),
        (EN, "a paragraph of a longer quotation that ends.\"", "a paragraph of a longer quotation that ends.”"),
        (EN, '"a paragraph of one that goes on', "“a paragraph of one that goes on"),
        (EN, '"A","B":"C"', "“A”,“B”:“C”"),
        (EN, '"A"/"B", pre-"A", "pre-" and', "“A”/“B”, pre-“A”, “pre-” and"),
        (EN, 'of ""', "of “”"),
        (DE, "“typed” „so“ ‚hier‘", "“typed” „so“ ‚hier‘"),
        (DE, '(„"x"“)', "(„„x““)"),
        (EN, '—"', "—”"),
        (EN, "\" ' '", "\" ' '"),
    ],
)  # fmt: skip
def test_marks_in_company(marks: Marks, written: str, printed: str) -> None:
    assert turned(written, marks) == printed


#: Words, spaces and marks as they may follow one another.
LINES = st.lists(
    st.sampled_from(['"', "'", " ", "a", "Fee", "l'", "(", ")", ".", ",", "—", "-", "5", WORDS, "“", "’", "« "]),
    max_size=14,
).map("".join)


@given(LINES, st.sampled_from(list(LANGUAGES.values())), st.lists(st.integers(0, 30), max_size=4))
def test_markup_between_makes_no_difference(line: str, marks: Marks, cuts: list[int]) -> None:
    """Emphasis, or whatever parts a line: what is printed beside a mark decides."""
    ends = sorted({min(cut, len(line)) for cut in cuts} | {0, len(line)})
    pieces = [Segment(line[start:end]) for start, end in pairwise(ends)]
    assert "".join(turn_quotes(pieces, marks)) == turned(line, marks)


@given(LINES, st.sampled_from(list(LANGUAGES.values())))
def test_nothing_but_marks_changes(line: str, marks: Marks) -> None:
    def bare(text: str) -> str:
        for mark in sorted({*marks, "'", '"', "’", " ", NBSP}, key=len, reverse=True):
            text = text.replace(mark, "")
        return text

    assert bare(turned(line, marks)) == bare(line)
    assert turn_quotes([Segment(line, True)], marks) == [line]


# ---- in a page ------------------------------------------------------------------------------------------------------

PAGE = """
    ---
    orphan: true
    agreement:
      locale: LOCALE
      roles: {seller: {term: Seller, plural: Sellers}, agent: Seller's Agent}
      values: {product: {type: text, default: Widget}, note: {type: text, default: 5" 'x'}}
    ---
    # A Page

    {#x}
    ## One
    1. l'{clause}`x` ("{{ product }}") ("**Fee**") "{{ product }}" "*the* {{ product }}"
    1. ("{clause}`x`") {{ product }}'s **Fee**'s *l*'{{ product }} "{clause}`x`", {{ note }} "`it's`"
    1. {no-term}`Buyer's "x"` {clause}`that "x" <x>` {{ agent }} {define}`Seller's Note`, a Seller's Note

    :::{clause} use
    :::

    ### The buyer's "duties" -- and ...
    """
CLAUSE = """
    title: The buyer's "remedies" --
    definitions: {Buyer's Group: its group}
    text: |
      1. Each of the Buyer's Group.

         :::{definitions}
         :::
    """
CITED = {"en": "clause 1", "de": "Ziffer 1", "fr": "article 1", "es": "cláusula 1"}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("quotation"))
    project.write({"index.md": "---\norphan: true\n---\n# Home\n", "clauses/use.yaml": CLAUSE})
    for locale in CITED:
        project.write({f"agreements/{locale}.md": PAGE.replace("LOCALE", locale)})
    return project.build("outline")


def plain_marks(locale: str) -> list[str]:
    """The outer marks of a language, as an outline has them: with plain spaces."""
    return [mark.replace(NBSP, " ") for mark in LANGUAGES[locale][:2]]


@pytest.mark.parametrize("locale", CITED)
def test_before_a_role_a_value_and_emphasis(locale: str, pages: Built) -> None:
    opening, closing = plain_marks(locale)

    def said(text: str) -> str:
        return text.replace("<", opening).replace(">", closing)

    texts = [each["text"] for each in pages.outline(f"agreements/{locale}")["provisions"]]
    cited = CITED[locale]
    assert texts[1] == said(f"l’{cited} (<Widget>) (<Fee>) <Widget> <the Widget>")
    assert texts[2] == said(f"(<{cited}>) Widget’s Fee’s l’Widget <{cited}>, 5\" 'x' <it's>")
    the = "the " if locale == "en" else ""
    assert texts[3] == said(f"Buyer’s <x> that <x> {the}Seller’s Agent <Seller’s Note>, a Seller’s Note")


@pytest.mark.parametrize("locale", CITED)
def test_in_a_heading_and_a_term(locale: str, pages: Built) -> None:
    opening, closing = plain_marks(locale)
    outline = pages.outline(f"agreements/{locale}")
    titles = [each["title"] for each in outline["provisions"] if each.get("title")]
    assert f"The buyer’s {opening}remedies{closing} –" in titles
    assert f"The buyer’s {opening}duties{closing} – and …" in titles


def test_a_definition_within_marks_is_an_error(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(
        {
            "agreements/x.md": """
            ---
            agreement: {}
            ---
            # X
            ## One
            1. A price (the "{define}`Fee`"), a "Fee".
            1. A bonus (the “**{define}`Bonus`**”), a Bonus, the "big {define}`Prize`", a Prize.
            """
        }
    )
    messages = project.build("outline").messages
    said = "ERROR: `{define}` sets the quotation marks itself; remove those around it [whereas.quotes-twice]"
    assert [line for line in messages.splitlines() if "quotes-twice" in line] == [
        f"agreements/x.md:6: {said}",
        f"agreements/x.md:7: {said}",
    ]
