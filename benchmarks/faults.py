"""Faults of drafting, as they are written into a text: which rule must find each, and how it is written.

A fault is a sentence after a paragraph, a change to its last line, or new items and headings below it. `{n}` is
another word each time. Where the text it goes into cannot have it, it is none there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

#: Parties of the project that are none of its deals.
PARTIES = {
    "orion": "name: Orion Freight Ltd\nshort: Orionis\nregistration: {label: company number, number: '09876543'}\n"
    "address: [77 Harbour Road, Dover, CT16 1AA, United Kingdom]\n"
    "tax_id: GB 987 6543 21\nnotices: {email: legal@orion.example.com}\n",
    "vesta": "name: Vesta SAS\nsignatories: [{name: Mira Holt, title: Director}]\n",
}
#: The reference of a deal of each project, and values that each agreement has and prints.
REFERENCE = "ORION-2027-001"
VALUES = "zeta_sum: {type: money, default: EUR 80000}\nzeta_day: {type: date, default: 2029-03-17}"
PRINTED = "The work of {{ zeta_day }} is worth {{ zeta_sum }}."
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Fault:
    """A fault: its rule, how it looks in the table, and the lines that a line becomes (None: it has no place there).

    `write` is given the line, the indent of its item, whether it is on a page, and a number; one that is
    a `guess` need not find all.
    """

    rule: str
    shown: str
    write: Callable[[str, str, bool, int], list[str] | None]
    guess: bool = False
    alone: bool = False  # it goes beside an item that is a sentence of its own


def word(number: int) -> str:
    """A word of its own for each number: Zetabc."""
    return "Zeta" + "".join(_LETTERS[int(digit) * 2 + 1] for digit in str(number))


def sentence(rule: str, said: str, guess: bool = False) -> Fault:
    """A sentence after the last one of a paragraph."""
    return Fault(rule, said, lambda line, _, __, n: [f"{line} {said.replace('{n}', word(n))}"], guess)


def twice(said: str) -> Fault:
    """A word of the line, written twice."""

    def write(line: str, *_: object) -> list[str] | None:
        new = re.sub(rf"(?<=[a-z] ){said} (?=[a-z])", f"{said} {said} ", line, count=1)
        return [new] if new != line else None

    return Fault("doubled-word", f"twice: {said}", write)


def two_spaces(line: str, *_: object) -> list[str] | None:
    """Two spaces between two words of the line."""
    new = re.sub(r"(?<=[a-z]) (?=[a-z]+ [a-z])", "  ", line, count=1)
    return [new] if new != line and "{%" not in line else None  # in a condition they are none of the text


def items(rule: str, said: str, shown: str = "", guess: bool = False) -> Fault:
    """New items beside the one that the paragraph is."""

    def write(line: str, indent: str, on_page: bool, number: int) -> list[str] | None:
        text = (
            said.replace("{n}", word(number))
            .replace("{m}", word(number).lower())
            .replace("{.}", "" if on_page else ".")
        )
        return [line, *(f"{indent}{each}".rstrip() for each in text.splitlines())]

    return Fault(rule, shown or said.replace("\n", " ⏎ "), write, guess, alone=True)


def headings(rule: str, said: str) -> Fault:
    """New headings below, on a page alone."""

    def write(line: str, indent: str, on_page: bool, number: int) -> list[str] | None:
        if not on_page or indent:
            return None
        return [line, "", *said.replace("{n}", word(number)).splitlines(), "", f"## The rest of {word(number)}", ""]

    return Fault(rule, said.replace("\n", " ⏎ "), write)


_FEE = "1. {define}`{n} Fee` means the sum of ten prices."


def _list(*items: str, lead: str = "The {n} Ltd delivers:", after: str = "") -> str:
    """An item with a list."""
    text = "\n".join((f"1. {lead}", *(f"   1. {each}" for each in items)))
    return f"{text}\n\n   {after}" if after else text


KINDS: list[Fault] = [
    *(twice(each) for each in ("the", "of", "to", "in", "and", "or", "a", "any")),
    Fault("doubled-space", "two spaces", two_spaces),
    *(
        sentence("words-and-figures", f"The period is {said} days.")
        for said in ("thirty (60)", "one hundred and twenty (20)", "fifty-five (45)", "two (3)", "three hundred (30)")
    ),
    *(
        sentence("no-such-date", f"It ends on {date}.")
        for date in ("31 February 2027", "30 February 2028", "31 April 2027", "February 29, 2027", "31 June 2030")
    ),
    *(
        sentence("no-such-date", f"It ends on {date}.")
        for date in ("Monday 15 January 2027", "Sunday, 1 March 2027", "Monday, February 1, 2028")
    ),
    *(sentence("no-such-time", f"It ends at {time}.") for time in ("25:00", "12:75", "15:30 pm")),
    *(
        sentence("ends-before", f"It lasts {said}.")
        for said in (
            "from 1 May 2027 to 30 April 2027",
            "1 July 2028 – 30 June 2028",
            "from May 2, 2027 until May 1, 2027",
        )
    ),
    *(
        sentence("no-business-day", f"It is due on {said}.")
        for said in ("2 May 2027, which is a Business Day", "1 May 2027 (a Business Day)")
    ),
    sentence("notice-long", "It has an initial term of 2 weeks, and ends on 6 months’ notice after {n}."),
    *(
        sentence("typed-reference", f"This is subject to {cited}.")
        for cited in ("clause 1", "clause 97.2", "Schedule 9", "Section 3(a)", "paragraph 2.1", "Article 4", "Annex 7")
    ),
    *(
        sentence("typed-party", f"It is for {whose} as well.")
        for whose in (
            *("Orion Freight Ltd", "Orionis", "company 09876543", "VAT GB 987 6543 21"),
            *("legal@orion.example.com", "77 Harbour Road"),
            *(
                "Orion Freight Limited",
                "ORION FREIGHT LTD",
                "Orion Freight",
                "Orion  Freight, Ltd.",
                "Orionis’s people",
            ),
            *("company 0987 6543", "VAT GB987654321", "Legal@Orion.example.com", "www.orion.example.com"),
            *("Harbour Road", "CT16 1AA", "Vesta", "Mira Holt"),
        )
    ),
    *(sentence("typed-deal", f"It is subject to {said} too.") for said in (REFERENCE, "Orion 2027/001")),
    *(
        sentence("value-restated", f"A sum of {said} is due.")
        for said in ("EUR 80,000", "EUR 80 000", "80,000 euros", "€80,000.00", "€80k", "eighty thousand euros")
    ),
    *(
        sentence("value-restated", f"It is done by {said} at last.")
        for said in ("17 March 2029", "March 17, 2029", "17th of March 2029", "2029-03-17", "17.03.2029", "17 Mar 2029")
    ),
    sentence("unknown-value", "It costs {{ {n} }}."),
    sentence("template", "It costs {{ 1 + }}."),
    sentence("role", "It ends under {this}`{n}`."),
    *(
        sentence("unpaired", said)
        for said in (
            *("It ends (then.", "It ends then).", "It ends (as (then) agreed.", "It ends \\[then.", "It ends\\] then."),
            *("It ends “then.", "It ends then”."),
        )
    ),
    *(
        sentence("figures-form", f"It costs {sum}.")
        for sum in ("EUR 5.000,00", "USD 1.250.000,00", "£7.500", "EUR 5.000", "2.500.000 euros")
    ),
    *(
        sentence("currency-missing", said)
        for said in ("There is a fee of 5,000.", "A deposit of 12,500.00 is due.", "The price is 1,250,000.")
    ),
    sentence("shares", "The shares are 60% and 50%."),
    sentence("shares", "The shares of {n} (30 per cent) and of others (60 per cent) stand."),
    *(
        sentence("no-such-address", f"It has the address {said}.")
        for said in (
            *("sales@acme", "sales@acme..example.com", "sales@acme,example.com", "http//acme.example.com"),
            *("www,acme.example.com", "https://acme"),
        )
    ),
    sentence("no-such-address", "It has the telephone number +44 20."),
    *(sentence("defined-by-hand", said) for said in ("It is a fee (the “{n} Fee”).", "“{n}” means a fee.")),
    *(
        sentence("placeholder", f"The price is {gap}.")
        for gap in (
            "[●]",
            "TBC",
            "\\_\\_\\_\\_\\_\\_",
            "[insert {n} price]",
            "???",
            "[DATE OF PAYMENT]",
            "to be agreed",
            "EUR [...]",
        )
    ),
    *(
        sentence("limit-from-nothing", said, guess=True)
        for said in (
            "The {n} Ltd must reply within 10 days.",
            "Each party must deliver a copy of its books within thirty (30) Business Days.",
            "The {n} Ltd shall, within one month, make good each defect.",
        )
    ),
    *(
        sentence("duty-of-nobody", said, guess=True)
        for said in (
            "The goods must be delivered to {n}.",
            "A copy shall be provided to {n}.",
            "All books must be kept.",
        )
    ),
    *(sentence("markup", said) for said in ("It ends ~~then~~.", "It ends as {clause} says.", "See [x](#zeta.")),
    sentence("unknown-label", "See {clause}`zeta.none`."),
    replace(sentence("empty", "It has these duties of {n} as follows:"), alone=True),
    *(sentence("quotes-foreign", f"It is called {said} here.") for said in ("„{n}“", "„{n}”", "``{n}''")),
    *(sentence("date-ambiguous", f"It ends on {said}.") for said in ("03/04/2027", "3.4.2027", "11/12/27")),
    *(sentence("signs", said) for said in ("It ends, , then.", "It ends ,and then goes on.")),
    sentence("words-and-figures", "The fee is five thousand euros (EUR 6,000)."),
    sentence("words-and-figures", "The rate is twenty per cent (25%)."),
    items(
        "full-stop",
        "1. The {n} Ltd delivers all the goods that it has.\n1. The {n} Ltd repairs all the parts that it has",
    ),
    items("list-joins", _list("goods; and", "parts; or", "plans.")),
    items("list-joins", _list("goods, or", "parts, and", "plans.")),
    items("list-unjoined", _list("goods;", "parts;", "plans.")),
    items("list-unjoined", _list("goods,", "parts,", "plans.")),
    items("list-uneven", _list("goods;", "tools.", "parts; and", "plans.")),
    items("list-uneven", _list("goods;", "tools", "parts; and", "plans.")),
    items("list-uneven", _list("goods,", "tools;", "parts, and", "plans.")),
    items("list-end", _list("goods; and", "parts")),
    items("list-of-one", _list("goods.")),
    items("list-after", _list("goods; and", "parts.", after="in boxes of {n}.")),
    items("list-after", _list("goods;", "parts; and", "tools;", after="The {n} Ltd pays them.")),
    items("said-twice", "\n".join(["1. The {n} Ltd delivers the goods to the place that each buyer names to it."] * 2)),
    items("cites-itself", "1. {#{n}}\n   Under {clause}`{.}{n}` the fee is low."),
    items("cited-word", "1. {#{n}}\n   The fee of {n} is low.\n1. See Schedule {number}`{.}{n}` for it."),
    items(
        "capitals-undefined",
        "\n".join(f"1. As {each}, the {{n}} Delivery goes on." for each in ("ever", "before", "agreed")),
    ),
    items(
        "one-meaning",
        "1. {define}`{n} Fee` means the sum of all prices.\n1. {define}`{n} Sum` means the sum of all prices.",
    ),
    items("term-own-definition", "1. {define}`{n} Fee` means what is no {n} Fee of another year."),
    items("term-unused", "1. {define}`{n} Fee` means the sum of ten prices."),
    items("term-once", "1. {define}`{n} Fee` means the sum of ten prices.\n1. The {n} Fee is due."),
    items("term-lower-case", f"{_FEE} The {{n}} Fee is due.\n1. All know the {{n}} Fee.\n1. The {{m}} fee is low."),
    items("term-near", f"{_FEE} The {{n}} Fee is due.\n1. All know the {{n}} Fee.\n1. It is a {{n}} fee as well."),
    items("term-twice", f"{_FEE} The {{n}} Fee is due.\n1. {{define}}`{{n}} Fee` means all that the {{n}} Fee is not."),
    items("term-circular", "1. {define}`{n} Fee` means each {n} Sum.\n1. {define}`{n} Sum` means each {n} Fee."),
    items("duplicate-label", "1. {#{n}}\n   The {n} Ltd delivers.\n1. {#{n}}\n   The {n} Ltd pays."),
    items("currency-mixed", "1. {n} costs EUR 1.\n1. Or EUR 2, EUR 3 or EUR 4.\n1. The deposit of {n} is SEK 50."),
    items(
        "total",
        "1. The sums of {n} are:\n\n   | Line | Sum |\n   |---|--:|\n   | A | 20 |\n   | B | 10 |\n   | Total | 40 |",
    ),
    headings("heading-twice", "## {n}\n\n1. The seller delivers {n}.\n\n## {n}\n\n1. The buyer pays {n}."),
    headings("unknown-clause", ":::{clause} {n}\n:::"),
    headings("schedule-uncited", "{.schedule}\n## Boxes of {n}\n\n1. A box is a thing."),
    *(
        sentence("wordy", f"It ends {said}.")
        for said in (
            "prior to {n}",
            "pursuant to {n}",
            "in the event that {n} ends",
            "forthwith",
            "and shall be null and void",
        )
    ),
    sentence("and-or", "It ends then and/or later."),
    sentence("twice-not", "It may not unreasonably end."),
    sentence("or-after-not", "It must not lend or sell {n}."),
    sentence("gendered", "An agent brings his papers to {n}."),
    sentence("long-sentence", f"It ends{' when that which it has is no more than it had' * 6} before."),
]
