"""What cannot be worked out, and what says nothing: shown where it stands, and the rest is built."""

from __future__ import annotations

import pytest
from projects import Built, Project

PAGE = """\
---
agreement:
  roles: {buyer: Buyer}
  values:
    n: {type: integer, default: 10}
    start: {type: date, default: 2027-01-15}
---
# Sale

## Price
1. The price is {{ n / 7 }} a piece.
1. It is due on {{ start | plus("10 business days") }}.

## Delivery
1. {{ buyer }} collects the goods.
{% if n / 7 > 1 %}
1. Some goods.
{% else %}
1. All goods.
{% endif %}
1. {{ n | wrods }} crates.

## Law
1. English law.
"""


@pytest.fixture(scope="module")
def failing(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("failing"))
    project.write({"agreements/sale.md": PAGE, "deals/one.yaml": "agreement: sale\n"})
    return project.build("text")


@pytest.mark.parametrize("page", ["agreements/sale", "deals/one"])
def test_an_expression_that_fails_is_shown_where_it_stands_and_all_else_is_there(failing: Built, page: str) -> None:
    text = failing.text(page)
    assert "1.1 The price is [this cannot be worked out: the division has no exact result" in text
    assert "1.2 It is due on [this cannot be worked out: " in text
    assert "2.1 The Buyer collects the goods. [this cannot be worked out" in text
    assert "2.2 All goods." in text
    assert "2.3 [the template cannot be read: there is no filter 'wrods'; did you mean 'words'?] crates." in text
    assert "3.1 English law." in text


def test_each_failure_is_told_once_for_a_page_with_its_line(failing: Built) -> None:
    assert failing.status == 1
    lines = [line.split(": ")[0] for line in failing.messages.splitlines() if "ERROR" in line]
    assert sorted(set(lines)) == [f"agreements/sale.md:{line}" for line in (11, 12, 16, 21)]
