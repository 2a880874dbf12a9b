"""Lists whose items do not go together: "and" and "or", a list of one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whereas.agreement.model import Block, Paragraph, Provision, Provisions
from whereas.agreement.tree import children
from whereas.agreement.walk import all_blocks, text_of
from whereas.checks.case import Case
from whereas.language.registry import language_of
from whereas.library.finding import Finding
from whereas.library.rule import Rule

LIST_JOINS = Rule(
    "list-joins",
    "The items of a list are joined by “and” or by “or”, and not by both.",
    bad="1. The seller delivers:\n   1. goods; and\n   1. parts; or\n   1. plans.",
    good="1. The seller delivers:\n   1. goods;\n   1. parts; or\n   1. plans.",
    severity="warning",
    told="check",
)
LIST_OF_ONE = Rule(
    "list-of-one",
    "A list below a provision has more than one item.",
    bad="1. The seller delivers:\n   1. goods.",
    good="1. The seller delivers:\n   1. goods; and\n   1. parts.",
    severity="info",
    told="check",
)
LIST_END = Rule(
    "list-end",
    "The last item of a list ends its sentence.",
    bad="1. The seller delivers:\n   1. goods; and\n   1. parts",
    good="1. The seller delivers:\n   1. goods; and\n   1. parts.",
    severity="warning",
    told="check",
)


def check_lists(case: Case) -> Iterator[Finding]:
    """Every list that stands in a provision."""
    joins = language_of(case.agreement.locale).sought.between_items.split()
    pattern = re.compile(rf"[;,]\s*({'|'.join(joins)})$") if joins else re.compile(r"(?!)")
    for block in all_blocks(case.agreement):
        yield from _block(block, pattern, nested=False, last=True)


def _block(block: Block, joins: re.Pattern[str], nested: bool, last: bool) -> Iterator[Finding]:
    if isinstance(block, Provisions) and not block.quoted and not block.kind:
        yield from _list(block, joins, nested, last)
    for inner in children(block):
        for index, each in enumerate(inner):
            yield from _block(each, joins, isinstance(block, Provisions), index == len(inner) - 1)


def _list(block: Provisions, joins: re.Pattern[str], nested: bool, last: bool) -> Iterator[Finding]:
    items = [(item, _own(item)) for item in block.items]
    if nested and len(items) == 1:
        yield LIST_OF_ONE.at(items[0][0].place, "this is a list of one item", "write it into the sentence before it")
    said = {found[1]: item for item, text in items[:-1] if (found := joins.search(text))}
    if len(said) > 1:
        one, other = sorted(said)[:2]
        message = f"items of this list are joined by {one!r} as well as by {other!r}"
        yield LIST_JOINS.at(said[other].place, message, "join them by one, or make two lists")
    ends = all(re.search(r"[;,](?:\s*\w+)?$", text) for _, text in items[:-1])
    final, words = items[-1]
    if len(items) > 1 and ends and last and words and re.search(r"[\w)’”]$", words) and len(final.blocks) == 1:
        yield LIST_END.at(final.place, "the last item of this list ends without a full stop", "end the sentence")


def _own(item: Provision) -> str:
    """The words with which an item ends, if it ends with words of its own."""
    last = item.blocks[-1] if item.blocks else None
    return text_of(last.runs).strip() if isinstance(last, Paragraph) else ""
