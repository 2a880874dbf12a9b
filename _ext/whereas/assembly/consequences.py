"""What only follows from another fault is not told: once that is mended, it is gone, or told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whereas.assembly.placed_clause import FITTING, UNFITTED_ROLE
from whereas.assembly.printer import TEMPLATE
from whereas.assembly.swallowed import MARKDOWN
from whereas.assembly.value_checks import UNUSED_VALUE
from whereas.library.csv_source import CSV
from whereas.library.finding import Finding
from whereas.library.json_source import JSON
from whereas.library.readable import READABLE
from whereas.library.records import SCHEMA
from whereas.library.rule import Rule
from whereas.library.rules import UNKNOWN_CLAUSE, UNKNOWN_ROLE, UNKNOWN_VALUE, UNKNOWN_VARIANT
from whereas.library.yaml_source import YAML

if TYPE_CHECKING:
    from whereas.assembly.context import Context

#: A clause that is not placed, or that nobody can read: its labels, values and definitions are not there either.
_NO_CLAUSE = (UNKNOWN_CLAUSE, UNKNOWN_VARIANT, FITTING, UNFITTED_ROLE, MARKDOWN, YAML, JSON, SCHEMA, READABLE)
#: Text that is not printed: what it would have used is used nowhere.
_NO_TEXT = (*_NO_CLAUSE, TEMPLATE, UNKNOWN_VALUE, CSV)
#: Where the agreement does not know a name, or a block, its deals cannot know it either.
_NO_NAME = {MARKDOWN.id, UNKNOWN_VALUE.id}
_IN_DEAL = {UNKNOWN_CLAUSE.id, UNKNOWN_VALUE.id, UNKNOWN_ROLE.id}


def lacks_text(context: Context) -> bool:
    """Whether a fault leaves text out of an agreement."""
    return _has(context, _NO_TEXT)


def lacks_clause(label: str, context: Context) -> bool:
    """Whether a label is one of a clause that a fault leaves out."""
    owner = label.partition(".")[0]
    planned = {name.lower() for name in context.plan.by_name}
    placed = {name.lower() for name in context.clauses}
    is_clause = owner in planned or bool(context.library.files("clauses", owner))
    return is_clause and owner not in placed and _has(context, _NO_CLAUSE)


def without_consequences(context: Context) -> list[Finding]:
    """What is to be told of an agreement."""
    lost = {UNUSED_VALUE.id} if lacks_text(context) else set()
    file = context.plan.deal.place().file if context.plan.deal else ""
    told = [each for each in context.findings if each.rule not in lost]
    if any(each.rule in _NO_NAME and each.place.file != file for each in told):
        told = [each for each in told if each.rule not in _IN_DEAL or each.place.file != file]
    return told


def _has(context: Context, rules: tuple[Rule, ...]) -> bool:
    ids = {rule.id for rule in rules}
    return any(each.severity == "error" and each.rule in ids for each in context.findings)
