"""Articles: roles and values bring their own or take the right one; sentences have one capital and one stop."""

from __future__ import annotations

import pytest
from projects import Built, Project

from whereas.language import clash, indefinite, is_wrong_indefinite

#: Words before a role, the role, the language, and the word that cannot stand there.
WRONG = [
    ("to the ", "the Buyer", "en_GB", "the"),
    ("The ", "the Buyer", "en_US", "The"),
    ("Payment. The ", "the Buyer", "en_GB", "The"),
    ("to\nthe\n", "the Buyer", "en_GB", "the"),
    ("a ", "the Buyer", "en_GB", "a"),
    ("(a) A ", "the Buyer", "en_GB", "A"),
    ("Each ", "the Buyer", "en_GB", "Each"),
    ("to any ", "the Buyer", "en_GB", "any"),
    ("in the relevant ", "the Buyer", "en_GB", "the relevant"),
    ("in the ", "each of the Sellers", "en_GB", "the"),
    ("their ", "both Sellers", "en_GB", "their"),
    ("Dann zahlt der ", "der Käufer", "de", "der"),
    ("Der ", "der Käufer", "de_AT", "Der"),
    ("der Verkäufer und der ", "der Käufer", "de", "der"),
    ("mit dem ", "der Käufer", "de", "dem"),
    ("zum ", "der Käufer", "de", "zum"),
    ("eine ", "die Käuferin", "de", "eine"),
    ("à le ", "le Vendeur", "fr", "le"),
    ("Le ", "le Vendeur", "fr", "Le"),
    ("un ", "le Vendeur", "fr", "un"),
    ("du ", "le Vendeur", "fr", "du"),
    ("l’", "l’Acheteur", "fr", "l’"),
    ("d'", "le Vendeur", "fr", "d'"),
    ("de ", "les Vendeurs", "fr", "de"),
    ("à ", "le Vendeur", "fr", "à"),
    ("el ", "el Vendedor", "es", "el"),
    ("la ", "el Vendedor", "es", "la"),
    ("de ", "el Vendedor", "es", "de"),
    ("del ", "el Vendedor", "es", "del"),
    ("a ", "el Vendedor", "es", "a"),
    ("de ", "de Koper", "nl", "de"),
]
RIGHT = [
    ("to ", "the Buyer", "en_GB"),
    ("to the extent ", "the Buyer", "en_GB"),
    ("the day ", "the Buyer", "en_GB"),
    ("any amount ", "the Buyer", "en_GB"),
    ("both ", "the Buyer", "en_GB"),
    ("all ", "the Sellers", "en_GB"),
    ("that ", "the Buyer", "en_GB"),
    ("those ", "the Buyer", "en_GB"),
    ("as such ", "the Buyer", "en_GB"),
    ("in Schedule A ", "the Buyer", "en_GB"),
    ("under option (a) ", "the Buyer", "en_GB"),
    ("under clause 5a ", "the Buyer", "en_GB"),
    ("the ", "Buyer", "en_GB"),
    ("R&D-the ", "the Buyer", "en_GB"),
    ("die Waren, die ", "die Käuferin", "de"),
    ("die Waren, für die ", "die Käuferin", "de"),
    ("die Waren, die er hat und die ", "die Käuferin", "de"),
    ("soweit das ", "der Käufer", "de"),
    ("eine ", "der Parteien", "de"),
    ("jeder ", "der Käufer", "de"),
    ("von ", "Käufer", "de"),
    ("der ", "Käufer", "de"),
    ("de ", "la Société", "fr"),
    ("de ", "l’Acheteur", "fr"),
    ("à ", "l’Acheteur", "fr"),
    ("tout ", "le Vendeur", "fr"),
    ("que ", "le Vendeur", "fr"),
    ("de ", "la Vendedora", "es"),
    ("a ", "los Vendedores", "es"),
    ("todo ", "el Vendedor", "es"),
    ("van ", "de Koper", "nl"),
]


@pytest.mark.parametrize(("before", "words", "locale", "word"), WRONG)
def test_an_article_before_an_article(before: str, words: str, locale: str, word: str) -> None:
    found = clash(before, words, locale)
    assert found is not None
    assert found.word == word


@pytest.mark.parametrize(("before", "words", "locale"), RIGHT)
def test_words_that_go_together(before: str, words: str, locale: str) -> None:
    assert clash(before, words, locale) is None


@pytest.mark.parametrize(
    ("words", "article"),
    [
        *((each, "an") for each in ("8", "8,000", "80", "800", "11", "11,000", "11000", "18", "18,000,000", "€8")),
        *((each, "a") for each in ("1", "3", "7", "10", "12", "19", "110", "1,100", "1,800", "180", "€1", "0.5")),
    ],
)
def test_a_or_an_before_a_figure(words: str, article: str) -> None:
    assert indefinite(words, "en") == article


@pytest.mark.parametrize(
    ("before", "words", "wrong"),
    [
        *(("an ", each, True) for each in ("3", "Buyer", "year", "100")),
        *(("a ", each, True) for each in ("8", "11,000", "Orderer", "hour", "Agent")),
        *(("A ", each, True) for each in ("Orderer", "18")),
        *(("a ", each, False) for each in ("3", "Buyer", "EUR 5", "SQL", "European", "unit", "X Ltd", "Öl")),
        *(("an ", each, False) for each in ("8", "Orderer", "LLC", "hour", "historic", "URL")),
        *((each, "Orderer", False) for each in ("the ", "to ", "Schedule A ", "Vitamin\tA ", "extra ", "a")),
    ],
)
def test_a_typed_indefinite_article(before: str, words: str, wrong: bool) -> None:
    assert is_wrong_indefinite(before, words, "en") is wrong


# ---- on pages

ENGLISH = """
    1. to the {{ buyer }} here
    1. **A {{ buyer }}** here
    1. Each {{ buyer }} here
    1. any {{ sellers }} here
    1. the **{{ sellers | possessive }}** goods
    1. in the {{ area }} here
    1. an {{ n }}-hour day
    1. A {{ orderer.term }} here
    """
MESSAGES = [
    "this prints 'the the Buyer': `{{ buyer }}` has an article of its own; remove 'the', or write `{{ buyer | one }}` "
    "for the term alone",
    "this prints 'A the Buyer': `{{ buyer }}` has an article of its own; write `{{ buyer | a }}`, "
    "which gives 'a Buyer'",
    "this prints 'Each the Buyer': `{{ buyer }}` has an article of its own; write `{{ buyer | each }}` for each "
    "of them, or `Each {{ buyer | one }}`",
    "this prints 'any the Seller': `{{ sellers }}` has an article of its own; write `any {{ sellers | one }}`, which "
    "gives 'any Seller'",
    "this prints 'the the Seller’s': `{{ sellers }}` has an article of its own; remove 'the', or the article "
    "that follows",
    "this prints 'the the EEA': `{{ area }}` has an article of its own; remove 'the', or the article that follows",
    "this prints 'an 3'; write `{{ n | a }}`, which gives 'a 3'",
    "this prints 'A Orderer'; write `{{ orderer | a }}`, which gives 'an Orderer'",
]
RIGHT_PAGE = """
    1. {{ orderer | a }} may. It is {{ buyer | a }}, {{ sellers | a }}.
    1. {{ n | a }}-hour day, {{ eight | a }}-hour day, {{ blank | a }}-hour day.
    1. {{ sellers | each | possessive }} goods, {{ sellers | all | possessive }} goods, {{ buyer | each | possessive }}
       goods.
    1. It is of {{ acme }}. {{ buyer }} pays {{ acme.name }}; {{ acme }}...
    1. By **{{ acme }}**. {{ buyer }} pays *{{ acme }}.*
    1. any {{ sellers | one }}, {{ buyer.term }}, {{ sellers.term }}.
    1. {{ term | words }} later. {{ term }} later, {{ term | words }}.
    1. any part of {{ term.unit | a }}, {{ term | hyphenated | a }} period, {{ term | counted("Year") }}.
    1. {{ share | words }}, {{ share | spelled }}.
    1. {{ price * part }}, {{ price * part * 2 }}, {{ (price * part) | money("symbol") }}, {{ (price * part).amount }},
       {{ (price * part) | round(4) }}, {{ price | divided(7) }}, {{ price | divided(7, 3) }}, {{ unit_price }}.

    ## {{ sellers }}
    1. x

    ## {{ sellers | possessive }} duties
    1. x

    ## Duties of {{ buyer }}
    1. x

    :::{note}
    Made by {{ acme }}.
    :::
    """
HEAD = """\
---
agreement:
  roles: {{{roles}}}
  values: {{{values}}}{more}
---
# Title

## First{body}"""
VALUES = """
    area: {default: the EEA}, n: {type: integer, default: 3}, eight: {type: integer, default: 8},
    blank: {type: integer}, acme: {type: party, default: acme}, term: {type: duration, default: 3 years},
    share: {type: percent, default: "10.5"}, price: {type: money, default: "EUR 1,000.01"},
    unit_price: {type: money, default: "EUR 0.0125", decimals: 4},
    part: {type: number, default: "10.5"}
    """
ROLES = "buyer: Buyer, sellers: Seller, orderer: Orderer"


def page(body: str, roles: str = ROLES, values: str = VALUES, more: str = "") -> str:
    more = f"\n  {more}" if more else ""
    return HEAD.format(roles=roles, values=values, more=more, body=body.replace("\n    ", "\n"))


ABROAD = {
    "de": (
        "kunde: {term: Kunde, article: der}",
        """
    1. der {{ kunde }} hier
    1. die Waren, die {{ kunde }} hat
    1. {{ kunde | possessive }} Daten
    1. {{ kunde | of }}
    1. {{ kunde | a }}
    1. {{ frist | hyphenated }}
    1. {{ frist.unit }}, {{ satz | words }}
    """,
    ),
    "fr": (
        "client: {term: Client, article: le}",
        """
    1. le {{ client }} ici
    1. les obligations de {{ client }}
    1. {{ client | possessive }} obligations
    1. les obligations {{ client | of }} et {{ client | to }}
    1. {{ frist.unit }}, {{ satz | words }}
    """,
    ),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("articles"))
    deal = "agreement: {}\nparties: {{buyer: acme, sellers: [acme, beta]}}\n"
    files = {
        "parties/acme.yaml": "name: X Systems, Inc.\n",
        "parties/beta.yaml": "name: Beta Ltd\n",
        "agreements/wrong.md": page(ENGLISH),
        "agreements/right.md": page(RIGHT_PAGE),
        "deals/right.yaml": deal.format("right"),
    }
    values = 'frist: {type: duration, default: 10 business days}, satz: {type: percent, default: "10"}'
    for locale, (roles, body) in ABROAD.items():
        files[f"agreements/{locale}.md"] = page(body, roles, values, f"locale: {locale}")
    project.write(files)
    return project.build("text")


def told(built: Built, name: str) -> dict[int, str]:
    """Messages by the line of an agreement's page."""
    found = {}
    for line in built.messages.splitlines():
        if line.startswith(f"{name}:"):
            _, at, message = line.split(":", 2)
            found[int(at)] = message.strip().removeprefix("ERROR: ").rpartition(" [")[0]
    return found


def test_a_wrong_article_is_told_with_what_to_write(built: Built) -> None:
    first = page(ENGLISH).split("\n").index("1. to the {{ buyer }} here") + 1
    assert told(built, "agreements/wrong.md") == dict(enumerate(MESSAGES, start=first))


def test_what_is_right_is_not_told(built: Built) -> None:
    assert told(built, "agreements/right.md") == {}


@pytest.mark.parametrize(
    "words",
    [
        "An Orderer may. It is a Buyer, a Seller.",
        "1.2 A 3-hour day, an 8-hour day, a [Blank]-hour day.",
        "1.3 Each of the Sellers’ goods, both Sellers’ goods, the Buyer’s goods.",
        "1.4 It is of X Systems, Inc. The Buyer pays X Systems, Inc.; X Systems, Inc.…",
        "1.5 By X Systems, Inc. The Buyer pays X Systems, Inc. 1.6",
        "1.6 any Seller, Buyer, Sellers. 1.7",
        "1.7 Three (3) years later. 3 years later, three (3) years. 1.8",
        "1.8 any part of a year, a 3-year period, 3 Years.",
        "1.9 Ten point five per cent (10.5%), ten point five per cent.",
        "EUR 10,500.11, EUR 21,000.21, €10,500.11, 10,500.11, EUR 10,500.105, EUR 142.86, EUR 142.859, EUR 0.0125.",
        "2. Sellers",
        "3. The Sellers’ duties",
        "4. Duties of the Buyer",
        "Made by X Systems, Inc.",
    ],
)
def test_the_right_words(built: Built, words: str) -> None:
    assert words in built.text("deals/right").replace("**", "").replace("*", "")


def test_no_sentence_has_two_stops(built: Built) -> None:
    assert "Inc.." not in built.text("deals/right").replace("*", "")


@pytest.mark.parametrize(
    ("locale", "messages"),
    [
        (
            "de",
            [
                "this prints 'der der Kunde': `{{ kunde }}` has an article of its own; remove 'der'",
                "this cannot be worked out: a role has no possessive in German: write `| genitive` after what it has",
                "this cannot be worked out: there is no word for `of` in the locale 'de': write the words out",
                "this cannot be worked out: `a` chooses between the English words “a” and “an”: write the article",
                "this cannot be worked out: `hyphenated` makes an English word, as in “a 2-day period”",
            ],
        ),
        (
            "fr",
            [
                "this prints 'le le Client': `{{ client }}` has an article of its own; remove 'le'",
                "this prints 'de le Client': `{{ client }}` has an article of its own; write `{{ client | of }}`, "
                "which gives 'du Client'",
                "this cannot be worked out: French has no possessive: write `| of`, which gives 'du Client'",
            ],
        ),
    ],
)
def test_a_filter_that_a_language_does_not_have(built: Built, locale: str, messages: list[str]) -> None:
    found = list(told(built, f"agreements/{locale}.md").values())
    assert [each[: len(message)] for each, message in zip(found, messages, strict=True)] == messages


def test_words_of_other_languages(built: Built) -> None:
    assert "die Waren, die der Kunde hat" in built.text("agreements/de")
    assert "Werktag, zehn Prozent (10 %)" in built.text("agreements/de")
    assert "les obligations du Client et au Client" in built.text("agreements/fr")
    assert "jour ouvrable, dix pour cent (10 %)" in built.text("agreements/fr")
