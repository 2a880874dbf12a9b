"""A clause's page sets its uses side by side: number, text, and, to us, departures and the figures that differ."""

from __future__ import annotations

import re

import pytest
from projects import Begun, assert_as_clean, visible

FILES = {
    "agreements/x.md": """
        ---
        agreement:
          roles: {buyer: Buyer}
          values:
            setup_fee: {type: money, default: EUR 10}
            area: {type: text}
            model: {type: choice, choices: [own, shared], default: own}
        ---
        # Supply Agreement

        :::{clause} payment
        :with: fee=setup_fee
        :::

        ## Area
        1. It holds in {{ area }}.
        """,
    "clauses/payment.yaml": """
        title: Payment
        values:
          fee: {type: money}
          days: {type: integer, default: 30}
          never: {type: integer, default: 1}
          budget: {type: money}
        text: |
          1. {{ buyer }} pays {{ fee }} in {{ days }} days in {{ area }}.
          {% if model == "shared" %}1. The budget is {{ budget }}.
          {% endif %}1. It pays {{ never }} time.
        variants:
          late: {text: "1. {{ buyer }} pays {{ fee }} late, in {{ days }} days."}
        """,
    "parties/acme.yaml": "name: Acme Ltd\n",
    "deals/a.yaml": """
        agreement: x
        title: One
        parties: {buyer: acme}
        values: {setup_fee: EUR 12, area: Kent, model: shared}
        """,
    "deals/b.yaml": """
        agreement: x
        title: Two
        parties: {buyer: acme}
        values: {area: Kent}
        clauses: {payment: {variant: late, values: {days: 5}}}
        """,
}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    return Begun(tmp_path_factory.mktemp("side"), FILES)


def rows(page: str) -> list[list[str]]:
    """The cells of the table of uses."""
    (table,) = re.findall(r'<table class="[^"]*wh-used.*?</table>', page, re.DOTALL)
    found = re.findall(r"<tr.*?</tr>", table, re.DOTALL)
    return [[visible(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)] for row in found]


def test_figures_that_differ_stand_side_by_side(begun: Begun) -> None:
    assert rows(begun.again().build().page("clauses/payment")) == [
        ["Agreement or deal", "Clause there", "Text", "Fee", "Days", "Never", "Area", "Budget", "Status"],
        ["Supply Agreement", "1", "Standard", "EUR 10", "30", "1", "[Area]", "–", "Template"],
        ["One Supply Agreement", "1", "Standard", "EUR 12", "30", "1", "Kent", "[Budget]", "Draft"],
        ["Two Supply Agreement", "1", "Late 2 departures", "EUR 10", "5", "–", "–", "–", "Draft"],
    ]


def test_others_see_where_it_is_used_alone(begun: Begun) -> None:
    assert rows(begun.again().build(out="-external", whereas_audience="external").page("clauses/payment"))[0] == [
        "Agreement or deal",
        "Clause there",
        "Text",
        "Status",
    ]


def test_a_deal_edited_is_told_there(begun: Begun) -> None:
    project = begun.again()
    deal = project.root / "deals/a.yaml"
    deal.write_text(deal.read_text().replace("EUR 12", "EUR 13"))
    assert rows(assert_as_clean(project).page("clauses/payment"))[2][3] == "EUR 13"
