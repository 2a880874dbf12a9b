"""Placeholders keep a deal from being final: all of them, each with its line, by language, and nothing else does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from projects import Built, Project

from whereas.checks.placeholders import find_placeholders

#: By locale: a text, and each placeholder in it.
FOUND: dict[str, list[tuple[str, list[str]]]] = {
    "en-GB": [
        ("pays ??? on ????", ["???", "????"]),
        ("on [●], at [  ] or [...], for ●", ["[●]", "[  ]", "[...]", "●"]),
        ("for [*] days, in [XX] or [?] (?)", ["[*]", "[XX]", "[?]", "(?)"]),
        ("Lorem ipsum dolor sit amet", ["Lorem ipsum"]),
        ("sold by «Seller» to «Buyer_Name» for «insert the price»", ["«Seller»", "«Buyer_Name»", "«insert the price»"]),
        ("to <insert name> of <Seller's address>", ["<insert name>", "<Seller's address>"]),
        ("to {name}, <<party>>, [Company Name] and [AKA]", ["{name}", "<<party>>", "[Company Name]", "[AKA]"]),
        ("TBC, tbd and T.B.A.", ["TBC", "tbd", "T.B.A."]),
        ("TODO: the price", ["TODO"]),
        ("The price is to be agreed.", ["to be agreed"]),
        ("Prices remain to be confirmed; delivery is still to be agreed.", ["to be confirmed", "to be agreed"]),
        ("Price: to be determined, payable monthly", ["to be determined"]),
        ("The delivery date to be confirmed", ["to be confirmed"]),
        ("the Fee (to be agreed) and the Term (dates to be confirmed)", ["to be agreed", "to be confirmed"]),
        ("[to be agreed between the parties]", ["[to be agreed between the parties]"]),
        ("[date to be inserted by the Seller]", ["[date to be inserted by the Seller]"]),
        ("within [30] days, [5]%, EUR [100], USD … and £…", ["[30]", "[5]%", "EUR [100]", "USD …", "£…"]),
        ("Mr XXX pays xxxx in Annex XXXX", ["XXX", "xxxx", "XXXX"]),
        ("at xx% from XX.XX.2027 or XX/XX/XXXX", ["xx", "XX.XX.2027", "XX/XX/XXXX"]),
        ("Name: ____ and .......", ["____", "......."]),
        ("Drafting note: ask the client. (insert the amount)", ["Drafting note:", "(insert the amount)"]),
        ("insert your name here", ["insert your name here"]),
    ],
    "de": [
        ("«Verkäufer» liefert an <Name des Käufers>", ["«Verkäufer»", "<Name des Käufers>"]),
        ("Der Preis ist noch zu vereinbaren.", ["noch zu vereinbaren"]),
        ("Preis: noch offen", ["noch offen"]),
        ("[Zahlungsziel einfügen], [Datum], [30] Tage", ["[Zahlungsziel einfügen]", "[Datum]", "[30]"]),
        ("vertreten durch N.N., TBD", ["N.N.", "TBD"]),
        ("Der Termin ist festzulegen; TODO", ["festzulegen", "TODO"]),
        ("Lieferort: bitte ausfüllen", ["bitte ausfüllen"]),
    ],
    "fr": [
        ("Le prix est à convenir.", ["à convenir"]),
        ("Lieu : à préciser", ["à préciser"]),
        ("[nom du client], [date à compléter], « insérer le nom »",
         ["[nom du client]", "[date à compléter]", "« insérer le nom »"]),
        ("sous [30] jours, TBC", ["[30]", "TBC"]),
    ],
    "es": [
        ("El precio está por determinar.", ["por determinar"]),
        ("Plazo: a convenir", ["a convenir"]),
        ("[nombre del Vendedor], [insertar], TBD", ["[nombre del Vendedor]", "[insertar]", "TBD"]),
        ("en [30] días", ["[30]"]),
        ("TODO: el precio", ["TODO:"]),
    ],
    "it": [("il prezzo è ??? e [●], TBC", ["???", "[●]", "TBC"])],
}  # fmt: skip
#: What stands in agreements that are signed.
NOTHING: dict[str, list[str]] = {
    "en-US": [
        "at prices to be agreed by the parties in writing from time to time",
        "at a place and time to be agreed upon between the parties.",
        "The parties shall meet at a time and place to be agreed.",
        "Any matter that remains to be agreed is settled by the committee.",
        "the amount to be determined in accordance with clause 5",
        "(such amount to be determined by the Board)",
        "Delivery date to be confirmed by the Seller within five days",
        "If a price is to be agreed, the expert proposes one.",
        "The Company shall not be obliged to insert the name of the Partner here or there.",
        "[Reserved.] [Intentionally omitted] [Signature page follows] [***] [REDACTED]",
        "“[t]he Buyer” has “[sic]” in [2019] UKSC 5",
        "Article XXX and Title XXX of the Treaty, section 5(xxx), the XX Games",
        "(the «Seller») «Fee» means the price, and («Acme»)",
        "by e-mail to <name@example.com> or <https://example.com/name>",
        "a < b and the price > 5; <b>bold</b>",
        "the part numbered TBC-100",
        "By: ________ Name: ________ Title: ________ Date: ________",
        "What is it? It is mine…",
        "Todo Moda S.A. and the to-do list",
        "a placeholder, a date, the name and the address of the Customer",
    ],
    "de": [
        "zu einem noch zu vereinbarenden Termin",
        "Der Termin ist zwischen den Parteien zu vereinbaren.",
        "soweit der Preis noch zu vereinbaren ist",
        "im XX. Jahrhundert nach Anhang XXX",
        "(nachfolgend «Käufer»)",
        "Unzutreffendes streichen",
    ],
    "de-CH": ["zwischen «Verkäufer» und «Käufer»"],
    "fr": [
        "le « Vendeur » et l’«Acheteur», dont le « Nom » figure",
        "à un prix à convenir entre les parties",
        "dans un lieu à convenir.",
        "ce qui est à définir",
        "au Titre XXX",
    ],
    "es": [
        "Todo el capital, y todo lo demás",
        "TODO LO ANTERIOR",
        "el «Vendedor» y el «Nombre»",
        "en una fecha por determinar entre las partes",
        "lo que está por determinar",
        "pagará a confirmar la entrega",
    ],
    "pt": ["todo o capital, TODO"],
}


@pytest.mark.parametrize(
    ("locale", "text", "wanted"), [(locale, *case) for locale, cases in FOUND.items() for case in cases]
)
def test_a_placeholder_is_found(locale: str, text: str, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in find_placeholders(text, locale)] == wanted


@pytest.mark.parametrize(("locale", "text"), [(locale, text) for locale, texts in NOTHING.items() for text in texts])
def test_what_is_signed_every_day_is_none(locale: str, text: str) -> None:
    assert [text[start:end] for start, end in find_placeholders(text, locale)] == []


def test_a_value_is_no_sentence_and_a_heading_none_either() -> None:
    text = "the place of delivery to be agreed"
    assert [text[a:b] for a, b in find_placeholders(text, "en-GB", "value")] == ["to be agreed"]
    assert list(find_placeholders("Matters to be agreed", "en-GB", "heading")) == []
    assert list(find_placeholders("Fee: to be agreed", "en-GB", "heading")) == [(5, 17)]
    assert list(find_placeholders("«Ромашка» AO", "en-GB", "value")) == []
    assert list(find_placeholders("«Seller»", "en-GB", "value")) == [(0, 8)]


# ---- in a project

PAGE = """
    ---
    agreement:
      roles: {seller: Seller}
      values: {place: {}, price: {default: to be confirmed}, code: {}, note: {type: markdown}}
    ---
    # Sale of [●]

    {.parties}
    ## Parties
    :::{parties}
    :::

    ## Price TBC
    1. Paid ??? by «Seller» and
       <insert name> in {{ place }} [●],
       and the rest is to be
       agreed.

       :::{note}
       Lorem ipsum.
       :::
    1. Of {{ price }} and [{{ code }}]. `TBC` is code.[^a]

       - a TBA here

    | Item | Price |
    |------|-------|
    | One  | [●]   |

    > A quoted XXX.

    {{ note }}

    [^a]: Footnote ____.

    ```{table} TBA
    | Item |
    |------|
    | One  |
    ```

    Two
    : lines

    Delivery ???
    : at once

    :::{admonition} Text TBD
    None.
    :::

    :::{clause} terms
    :::

    {.unnumbered}
    ## Signatures
    :::{signatures}
    :::
    """
FILES = {
    "agreements/sale.md": PAGE,
    "clauses/terms.yaml": """
        title: Terms
        status: approved
        text: |
          1. Goods are fine.
          1. Fine, but
             [30] days.
        """,
    "parties/acme.yaml": """
        name: TBC Bank
        address: [TBC]
        signatories: [{name: "[●]", title: Director}]
        """,
    "deals/sale.yaml": """
        agreement: sale
        status: final
        reference: XXX-1 ???
        parties: {seller: acme}
        values:
          place: Rome, TBC, or ???
          code: A 5
          note: |
            First.

            Then TODO.
        """,
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("placeholders"))
    project.write(FILES)
    return project.build("text")


def test_all_are_told_each_with_its_line(built: Built) -> None:
    found = re.findall(
        r"(\S+): ERROR: .* placeholder in its text: '(.*)'; write what belongs there, or", built.messages
    )
    assert sorted(found) == sorted(
        [
            ("agreements/sale.md:6", "[●]"),
            ("deals/sale.yaml:3", "???"),
            ("agreements/sale.md:13", "TBC"),
            ("agreements/sale.md:14", "???"),
            ("agreements/sale.md:14", "«Seller»"),
            ("agreements/sale.md:15", "<insert name>"),
            ("agreements/sale.md:15", "[●]"),
            ("agreements/sale.md:16", "to be agreed"),
            ("agreements/sale.md:20", "Lorem ipsum"),
            ("agreements/sale.md:4", "to be confirmed"),
            ("agreements/sale.md:22", "[A 5]"),
            ("agreements/sale.md:24", "TBA"),
            ("agreements/sale.md:28", "[●]"),
            ("agreements/sale.md:30", "XXX"),
            ("agreements/sale.md:34", "____"),
            ("agreements/sale.md:36", "TBA"),
            ("agreements/sale.md:45", "???"),
            ("agreements/sale.md:48", "TBD"),
            ("clauses/terms.yaml:6", "[30]"),
            ("parties/acme.yaml:2", "TBC"),
            ("parties/acme.yaml:3", "[●]"),
            ("deals/sale.yaml:6", "TBC"),
            ("deals/sale.yaml:6", "???"),
            ("deals/sale.yaml:11", "TODO"),
        ]
    )
    assert built.status == 1


def test_a_draft_may_have_them(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(FILES | {"deals/sale.yaml": FILES["deals/sale.yaml"].replace("final", "draft")})
    assert "placeholder" not in project.build("text").messages
