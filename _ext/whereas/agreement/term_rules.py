"""The rules of defined terms within an agreement."""

from __future__ import annotations

from whereas.library.rule import Rule, example_page

TERM_CIRCULAR = Rule(
    "term-circular",
    "A definition does not lead back to itself.",
    bad="1. {define}`Fee` means each Charge.\n1. {define}`Charge` means each Fee.\n1. The Fee and the Charge are due.",
    good="1. {define}`Fee` means each Charge.\n1. {define}`Charge` means ten euros.\n"
    "1. The Fee and the Charge are due. The Fee is low.",
)
_EARLY = "style: {like: uk, define_first: 'yes'}"
TERM_EARLY = Rule(
    "term-early",
    "A term is defined before it is used, where the style asks for that (`define_first: yes`).",
    bad=example_page("1. The Fee is due.\n1. {define}`Fee` means ten euros. The Fee is low.", _EARLY),
    good=example_page("1. {define}`Fee` means ten euros.\n1. The Fee is due. The Fee is low.", _EARLY),
    severity="warning",
)
TERM_LOWER_CASE = Rule(
    "term-lower-case",
    "A term is written with its capitals.",
    bad="1. {define}`Fee` means ten euros.\n1. The Fee is due. The Fee is low. The fee is paid.",
    good="1. {define}`Fee` means ten euros.\n1. The Fee is due. The Fee is low. The Fee is paid.",
    severity="info",
)
TERM_NEAR = Rule(
    "term-near",
    "No two terms, and no words beside a term, are nearly the same.",
    bad="1. {define}`Year Fee` and {define}`Year-Fee` mean ten euros.\n"
    "1. A Year Fee or a Year-Fee. A Year Fee or a Year-Fee.",
    good="1. {define}`Year Fee` means ten euros.\n1. A Year Fee or a Year Fee.",
    severity="warning",
)
TERM_ONCE = Rule(
    "term-once",
    "A term that is defined is used more than once.",
    bad="1. {define}`Fee` means ten euros.\n1. The Fee is due.",
    good="1. {define}`Fee` means ten euros.\n1. The Fee is due. The Fee is low.",
    severity="info",
)
TERM_OWN = Rule(
    "term-own-definition",
    "A term is used outside the sentence that defines it.",
    bad="1. {define}`Fee` means ten euros, and no Fee is more.\n1. The seller delivers.",
    good="1. {define}`Fee` means ten euros, and no Fee is more.\n1. The Fee is due.",
    severity="info",
)
TERM_TWICE = Rule(
    "term-twice",
    "A term is defined once.",
    bad="1. {define}`Fee` means ten euros.\n1. {define}`Fee` means a price. The Fee is due. The Fee is low.",
    good="1. {define}`Fee` means ten euros.\n1. The Fee is due. The Fee is low.",
)
TERM_UNUSED = Rule(
    "term-unused",
    "A term that is defined is used, in the agreement or in another that takes it from there.",
    bad="1. {define}`Fee` means ten euros.",
    good="1. {define}`Fee` means ten euros.\n1. The Fee is due. The Fee is low.",
    severity="warning",
)
#: What is told of a term that another agreement may use: none of it is wrong then.
UNUSED_HERE = frozenset({TERM_UNUSED.id, TERM_OWN.id})
