"""The keys of a house style: lists of labels, words as (one, many), and texts; among these, labels by example."""

from __future__ import annotations

STYLE_LISTS = ("levels", "parties", "recitals", "schedule_levels", "definition_levels")
#: How each level is cited, by example.
STYLE_CITED = ("cited", "schedule_cited")
STYLE_LABELS = ("schedule", "annex", "appendix", "part", "table")
STYLE_WORDS = ("clause", "paragraph", "letter", "recital", "party")
STYLE_TEXTS = (
    *STYLE_LABELS,
    "definitions",
    "define_first",
    "restart",
    "alphabet",
    "joiner",
    "conjunction",
    "range",
    "stem",
    "outer",
    "of",
    "this",
    "locale",
    "reserved",
    "date",
    "money",
)
STYLE_KEYS = ("like", "reference", *STYLE_LISTS, *STYLE_CITED, *STYLE_WORDS, *STYLE_TEXTS)
