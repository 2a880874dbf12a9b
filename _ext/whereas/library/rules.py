"""Rules that several files and rooms look for: what is named is there, and a value is what it is declared to be."""

from __future__ import annotations

from whereas.library.rule import Rule, example_page

UNKNOWN_CLAUSE = Rule(
    "unknown-clause",
    "A clause that is named is there: in clauses/, and in a deal's agreement where the deal speaks of it.",
    bad="```{clause} aproved\n```",
    good="```{clause} approved\n```",
)
UNKNOWN_VARIANT = Rule(
    "unknown-variant",
    "A variant that is chosen, or that a fallback offers, is one of the clause.",
    bad="```{clause} approved\n:variant: long\n```",
    good="```{clause} approved\n:variant: short\n```",
)
UNKNOWN_PARTY = Rule(
    "unknown-party",
    "A party that is named has a file in parties/.",
    bad={"deals/a.yaml": "agreement: a\nparties: {buyer: orbitt}"},
    good={"deals/a.yaml": "agreement: a\nparties: {buyer: orbit}"},
)
UNKNOWN_DEAL = Rule(
    "unknown-deal",
    "A deal that is named has a file in deals/.",
    bad={"deals/a.yaml": "agreement: a\namends: frist"},
    good={"deals/a.yaml": "agreement: a\namends: first"},
)
UNKNOWN_AGREEMENT = Rule(
    "unknown-agreement",
    "An agreement that is named has a page with `agreement:` in its front matter.",
    bad={"deals/a.yaml": "agreement: aa"},
    good={"deals/a.yaml": "agreement: a"},
)
UNKNOWN_VALUE = Rule(
    "unknown-value",
    "A value or a role that a text uses, or a deal gives, is declared by the agreement or by a clause in it.",
    bad="The fee is {{ fees }}.",
    good="The fee is {{ fee }}.",
)
UNKNOWN_ROLE = Rule(
    "unknown-role",
    "A role that a deal fills, or `may_also_be:` names, is one of its agreement.",
    bad={"deals/a.yaml": "agreement: a\nparties: {buyers: orbit}"},
    good={"deals/a.yaml": "agreement: a\nparties: {buyer: orbit}"},
)
_TEN_EUROS = "agreement: a\nvalues: {fee: ten euros}"
VALUE = Rule(
    "value",
    "A value is what its declaration says: a date for a date, an amount for money.",
    bad={**example_page("1. The fee is {{ fee }}.", "values: {fee: {type: money}}"), "deals/a.yaml": _TEN_EUROS},
    good={**example_page("1. The fee is {{ fee }}.", "values: {fee: {type: text}}"), "deals/a.yaml": _TEN_EUROS},
)
