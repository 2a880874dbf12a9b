"""A fault is told where it is, and what only follows from it is not: each typo here brings one message."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import Project

A = """
---
agreement:
  roles: {buyer: Buyer, seller: Seller}
  values:
    fee: {type: money, default: EUR 5}
    area: {type: text}
    start: {type: date}
    many: {type: list, default: [a, b]}
    hidden: {type: boolean, default: no}
    prices: {type: rows, columns: {what: text, amount: money}, min: 0, default: []}
---
# A

{.parties}
## Parties
:::{parties}
:::

:::{definitions}
:::

## One
1. {#fee} The fee is {{ fee | money_words }} in {{ area | upper }} from {{ start | date("d MMMM y") }}.
2. {{ buyer.name }} of {{ buyer.address }}, {{ buyer.registration }}, and {{ seller }}. {{ many }}
3. {% if hidden %}Hidden.{% endif %} See {clause}`c.one` and {clause}`fee`. The Thing.

:::{rows} prices
:empty: None.
:::

:::{clause} c
:with: payer=buyer
:::

## Signatures
:::{signatures}
:::
"""
FILES = {
    "agreements/a.md": A,
    "clauses/c.yaml": """
        title: C
        roles: [payer]
        values: {x: {type: text, default: y}, n: {type: integer, default: 4}}
        definitions: {Thing: what is owed}
        text: |
          1. {#one} It is {{ x | lower }} and {{ n }}. {{ payer }} owes the Thing.
          2. By {clause}`.one`.
        variants:
          short: {summary: S., text: "1. {#one} {{ x }} short {{ n }} of the Thing to {{ payer }}."}
        """,
    "parties/acme.yaml": """
        name: Acme Ltd
        address: [1 Road, Bristol]
        entity: limited company
        registration: {label: number, number: "1"}
        notices: {email: a@example.com}
        signatories: [{name: Ada, title: Director}]
        """,
    "parties/b.yaml": "name: B Ltd\n",
    "deals/d.yaml": """
        agreement: a
        parties: {buyer: acme, seller: b}
        values: {area: Europe, start: 2027-01-01, fee: EUR 6, x: z, many: [c, d]}
        clauses: {c: {variant: short}}
        """,
    "deals/e.yaml": """
        agreement: a
        parties: {buyer: acme, seller: b}
        values: {prices: [{what: a, amount: EUR 5}]}
        """,
}
#: A file, what is written there, and what somebody writes instead.
TYPOS = [
    ("parties/acme.yaml", "address: [1 Road, Bristol]", "address: {stret: 1 Road}"),
    ("parties/acme.yaml", "address:", "adress:"),
    ("parties/acme.yaml", "{label:", "{lable:"),
    ("parties/acme.yaml", "{email:", "{emial:"),
    ("parties/acme.yaml", "[{name:", "[{nam:"),
    ("parties/acme.yaml", "name: Acme Ltd", "name: ["),
    ("agreements/a.md", "fee | money_words", "fee | money_wrods"),
    ("agreements/a.md", "{{ area | upper }}", "{{ area | uper }}"),
    ("agreements/a.md", "{{ area | upper }}", "{{ area | upper"),
    ("agreements/a.md", 'date("d MMMM y")', 'dat("d MMMM y")'),
    ("agreements/a.md", "{{ many }}", "{{ many | al }}"),
    ("agreements/a.md", "{% if hidden %}", "{% if hiden %}"),
    ("agreements/a.md", "{% if hidden %}", "{% if hidden"),
    ("agreements/a.md", "{% endif %}", ""),
    ("agreements/a.md", ":::{clause} c\n", ":::{cluase} c\n"),
    ("agreements/a.md", "payer=buyer", "payer=byer"),
    ("agreements/a.md", ":::{rows} prices", ":::{rows} pricse"),
    ("agreements/a.md", ":::{rows} prices", ":::{row} prices"),
    ("agreements/a.md", "{#fee}", "{#fe}"),
    ("agreements/a.md", "{clause}`c.one`", "{cluase}`c.one`"),
    ("agreements/a.md", "columns:", "colums:"),
    ("agreements/a.md", "# A\n", "A\n"),
    ("clauses/c.yaml", "x | lower", "x | lowr"),
    ("clauses/c.yaml", "{{ x }} short", "{{ x | lowr }} short"),
    ("clauses/c.yaml", "{{ n }}. ", "{{ n }. "),
    ("clauses/c.yaml", "definitions:", "definition:"),
    ("deals/d.yaml", "agreement: a", "agreement: aa"),
    ("deals/d.yaml", "buyer: acme", "buyer: acm"),
    ("deals/d.yaml", "area: Europe", "aera: Europe"),
    ("deals/d.yaml", "variant: short", "variant: shrt"),
    ("deals/e.yaml", "amount: EUR 5", "amuont: EUR 5"),
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("typos"))
    project.write(FILES)
    assert project.build("text").messages == ""
    return project


@pytest.mark.parametrize(("file", "right", "wrong"), TYPOS)
def test_one_fault_is_one_message(file: str, right: str, wrong: str, project: Project) -> None:
    assert FILES[file].count(right) == 1
    project.write({file: FILES[file].replace(right, wrong)})
    built = project.build("text")
    project.write({file: FILES[file]})
    lines = built.messages.splitlines()
    assert len(lines) == 1
    assert f"{file}:" in lines[0]
    assert built.status == 1


def test_a_role_that_is_called_otherwise_is_not_told_by_each_deal(project: Project) -> None:
    project.write({"agreements/a.md": A.replace("roles: {buyer:", "roles: {byer:")})
    messages = project.build("text").messages
    project.write({"agreements/a.md": A})
    assert "the value 'buyer' is used here and declared nowhere; did you mean 'byer'?" in messages
    assert "deals/" not in messages


def test_what_is_wrong_in_itself_is_told_beside_it(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(FILES)
    project.write({"deals/d.yaml": FILES["deals/d.yaml"].replace("EUR 6", "six")})
    project.write({"agreements/a.md": A.replace("area | upper", "area | uper").replace("`fee`", "`fe`")})
    messages = project.build("text").messages
    assert [each in messages for each in ("'uper'", "'fe'", "'six'")] == [True] * 3
