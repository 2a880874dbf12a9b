"""Labels that an agreement does not have: what left them out, or what may have been meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from whereas.agreement.targets import Targets
from whereas.agreement.walk import walk_provisions
from whereas.assembly.labels import likely_labels, written_clauses, written_label
from whereas.language.nearest import did_you_mean
from whereas.library.finding import Finding, Place
from whereas.library.rule import Rule, example_page

if TYPE_CHECKING:
    from whereas.assembly.context import Context

LEFT_OUT = Rule(
    "left-out",
    "What a condition leaves out is cited only under the same condition.",
    bad="1. Clause {number}`late` holds.\n{% if not true %}\n1. {#late}\n   The buyer pays.\n{% endif %}",
    good="1. The seller delivers.\n{% if not true %}\n1. {#late}\n   The buyer pays.\n{% endif %}",
)
OMITTED_CLAUSE = Rule(
    "omitted-clause",
    "A clause that the deal leaves out is not cited.",
    bad={
        **example_page("## B\n\n1. See {clause}`approved`.\n\n```{clause} approved\n```"),
        "deals/a.yaml": "agreement: a\nclauses: {approved: omit}",
    },
    good={
        **example_page(
            '## B\n\n1. {% if included("approved") %}See {clause}`approved`.{% else %}None.{% endif %}\n\n'
            "```{clause} approved\n```"
        ),
        "deals/a.yaml": "agreement: a\nclauses: {approved: omit}",
    },
)
UNKNOWN_LABEL = Rule(
    "unknown-label",
    "A label that is cited is there, in this agreement or in one of the others.",
    bad="```{clause} approved\n```\n\n## More\n\n1. See {clause}`approved.duti`.",
    good="```{clause} approved\n```\n\n## More\n\n1. See {clause}`approved.duty`.",
)


_SAME_CONDITION = "put the reference under the same condition"


def missing_label(label: str, targets: Targets, context: Context, place: Place) -> Finding | None:
    """What to say of a label that is not there, or None where another agreement may have it."""
    if ":" in label:
        return None
    owner = _owner(label, context)
    for id, omission in context.plan.omitted.items():
        if owner == id.lower():
            message = f"this refers to {label!r}, but {omission} leaves the clause {id!r} out"
            hint = f'put the reference in {{% if included("{id}") %}} ... {{% endif %}}, or keep the clause'
            return OMITTED_CLAUSE.at(place, message, hint)
    for id, planned in context.plan.by_name.items():
        if owner == id.lower() and planned.stands and not planned.clause:
            message = f"this refers to {label!r}, and the clause {id!r} cannot be read"
            return UNKNOWN_LABEL.at(place, message, "mend the clause first")
    if owner and owner not in targets:
        for placed in written_clauses(owner, context):
            if by := placed.left_out_by():
                clause = f"the clause {owner!r}, which stands at {placed.place}"
                message = f"this refers to {label!r}, but {by} leaves out {clause}"
                return LEFT_OUT.at(place, message, _SAME_CONDITION)
    written = written_label(label, context)
    if written and (by := written.left_out_by()):
        message = f"this refers to {label!r}, which stands at {written.place}, but {by} leaves it out"
        return LEFT_OUT.at(place, message, _SAME_CONDITION)
    for term, entry in context.definitions.items():
        if any(limb.label == label for limb in walk_provisions(entry.blocks)):
            message = f"this refers to {label!r} in the definition of {term!r}, which this agreement does not print"
            return LEFT_OUT.at(place, message, "use the term, and put {definitions} where the definitions go")
    if owner in targets and owner != label:
        near = _near(label, [known for known in _known(targets, context) if known.startswith(f"{owner}.")], context)
        message = f"the clause {owner!r} has no label {label.removeprefix(owner + '.')!r}"
        return UNKNOWN_LABEL.at(place, message, near)
    heading, _, rest = label.partition(".")
    if rest and heading in targets:
        message = (
            f"nothing is labelled {label!r}; {heading!r} is a heading, and only the labels of a clause in clauses/ "
            "begin with its name"
        )
        near = did_you_mean(rest, [known for known in _known(targets, context) if "." not in known], known=False)
        return UNKNOWN_LABEL.at(place, message, near or "cite the label as it is written below that heading")
    return None


def near_labels(label: str, targets: Targets, context: Context) -> str:
    """What may have been meant by a label that is not there."""
    if written := written_label(label, context):
        return f"{written.place} has it on something that has no number"
    return _near(label, _known(targets, context), context)


def _near(label: str, labels: Iterable[str], context: Context) -> str:
    """Which of some labels may have been meant, or where this one is written as no label can be."""
    if at := likely_labels(context).get(label):
        return f"what looks like it, at {at}, is no label there"
    return did_you_mean(label, labels)


def _known(targets: Targets, context: Context) -> set[str]:
    """The labels that there are, and those that are written and label nothing."""
    return {label for label in targets if not label.startswith("#")} | likely_labels(context).keys()


def _owner(label: str, context: Context) -> str:
    """The name of the clause that a label belongs to; empty for one of the page's own."""
    names = {name.lower() for name in context.plan.by_name} | {name.lower() for name in context.clauses}
    owners = [name for name in names if label == name or label.startswith(f"{name}.")]
    return max(owners, key=len, default="")
