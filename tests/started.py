"""A small project with an agreement that asks for a value of every type, for the tests of what is started in it."""

PAGE = """
---
agreement:
  roles: {company: Company, partner: {term: Partner, article: a}}
  values:
    start: {type: date, about: "The day it starts: the first", min: 2027-01-01, max: 2027-12-31}
    name: {about: What it is called, pattern: "[A-Z].*", example: "No. 7, # and: more"}
    days: {type: integer, default: 5, min: 5, max: 5}
    odd: {type: integer, min: 1000, about: Of which no sample is known}
    rate: {type: percent, default: 12.5%}
    ratio: {type: number}
    fee: {type: money, required_if: paid, about: The fee}
    cap: {type: money, default: {amount: 5, currency: EUR}, min: {amount: 1, currency: EUR}}
    paid: {type: boolean, default: no}
    term: {type: duration}
    kind: {type: choice, choices: ["yes", "1", "[x]"]}
    things: {type: list, choices: [a, b], default: [a]}
    words: {type: markdown, example: "one\\n\\ntwo"}
    seat: {type: address, default: {street: 1 Lane, city: B}}
    bank: {type: party}
    stages:
      {type: rows, about: The stages, max: 3,
       columns: {what: {example: "A: design"}, due: date, sum: money, final: boolean}}
---
# One

{{ company }} {{ partner }} {{ start }} {{ name }} {{ days }} {{ odd }} {{ rate }} {{ ratio }} {{ fee }} {{ cap }}
{{ paid }} {{ term }} {{ kind }} {{ things }} {{ seat }} {{ bank }}

{{ words }}

```{rows} stages
```

:::{clause} liability/cap
:::
:::{clause} liability/cap
:as: again
:::
"""
CLAUSE = """
title: A cap
text: |
  1. {{ most }}
variants:
  "1": {summary: "Less: half of it", text: "1. x"}
  none: {text: "1. y"}
values:
  most: {type: money, about: The most}
"""
INDEX = "# Home\n\n```{toctree}\n:glob:\nagreements/*\n```\n"
