"""Rules of numbers and of what bears them, which several files look for."""

from __future__ import annotations

from whereas.library.rule import Rule

ATTRIBUTES = Rule(
    "attributes",
    "What stands in braces before a heading, a list or an item means something there.",
    bad="{.alfa}\n1. The seller delivers.",
    good="{.alpha}\n1. The seller delivers.",
)
EMPTY = Rule(
    "empty",
    "Every number has words, and words that lead to something are followed by it.",
    bad="The supplier has the duties as follows:",
    good="The supplier has the duties as follows:\n\n1. It delivers.\n2. It repairs.",
    severity="warning",
)
LABEL_UNNUMBERED = Rule(
    "label-unnumbered",
    "A label stands on what has a number, by which it can be cited.",
    bad="{.plain}\n1. {#duty}\n   The seller delivers.",
    good="1. {#duty}\n   The seller delivers.",
)
MISPLACED = Rule(
    "misplaced",
    "Contract text stands where it can be numbered: not in a note, nor on a page that is no agreement.",
    bad="> ```{clause} approved\n> ```",
    good="```{clause} approved\n```",
)
NUMBER = Rule(
    "number",
    "A number that is given by hand fits in after the one before it, and is given to what has one.",
    bad="1. The seller delivers.\n1. {number=1}\n   The seller repairs.",
    good="1. The seller delivers.\n1. {number=1A}\n   The seller repairs.",
)
TOO_DEEP = Rule(
    "too-deep",
    "Numbers are nested no deeper than the style has levels.",
    bad="1. A:\n   1. B:\n      1. C:\n         1. D:\n            1. E",
    good="1. A:\n   1. B:\n      1. C",
)
