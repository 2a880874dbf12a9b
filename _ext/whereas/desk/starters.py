"""Files to start from: every field of a record with its meaning and an example, made from what the models say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from whereas.desk.desk import Form, Wanted
from whereas.desk.yaml_text import Entry, aligned, note, table, yaml_text
from whereas.library.clauses import Clause
from whereas.library.deals import Addition, Choice, Deal, Exempt
from whereas.library.parties import Party, PartyInRole
from whereas.values.declaration import Declaration, parse_value
from whereas.values.json_schema import field_examples
from whereas.values.types import TYPES

#: What stands where words are still to be found.
TO_COME = "…"
#: So many parties are named where one is wanted.
_MOST = 12
_HOW = "Lines with a single # are examples: take the # away to use one."
_FIRST_TEXT = ["  1. {#first}", "     [The first provision.]"]


def clause_text(name: str) -> str:
    """The file of a new clause, in draft, with one provision to be written."""
    text = [*note(Clause.model_fields["text"].description or ""), "text: |", *_FIRST_TEXT]
    given = {"title": yaml_text(_title(name)), "status": "draft"}
    return _file([*note(f"A clause. {_HOW}"), "", *_fields(Clause, given, {"text": text})])


def party_text(name: str) -> str:
    """The file of a new party, of which no more than a name is known."""
    return _file([*note(f"A party. {_HOW}"), "", *_fields(Party, {"name": yaml_text(_title(name))})])


def deal_text(name: str, form: Form, parties: Sequence[str] = ()) -> str:
    """The file of a new deal, called by its `name`: a draft in which all that the agreement asks for is still blank.

    `parties` are those that the library knows.
    """
    given = {"agreement": yaml_text(form.name), "title": yaml_text(_title(name)), "status": "draft"}
    blank = "What is not given is a blank in the agreement, and is listed there."
    groups = {
        "parties": _roles(form, parties),
        "values": _values(form),
        "clauses": _clauses(form),
        "add": _additions(form),
        "exceptions": _exceptions(form),
    }
    return _file([*note(f"A deal. {_HOW} {blank}"), "", *_fields(Deal, given, groups)])


def _file(lines: list[str]) -> str:
    """The lines as a file, never two of them empty."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def _title(name: str) -> str:
    """`liability/late-payment` as a heading: Late payment."""
    words = re.sub(r"[-_]+", " ", name.rsplit("/", 1)[-1]).strip() or name
    return words[:1].upper() + words[1:]


# ---- any record -----------------------------------------------------------------------------------------------------


def _fields(model: type[BaseModel], given: dict[str, str], groups: dict[str, list[str]] | None = None) -> list[str]:
    """All the fields of a record: what is `given` stands, `groups` are written by whoever knows more of them."""
    lines: list[Entry | str] = []
    for name, field in model.model_fields.items():
        if groups and name in groups:
            lines += ["", *groups[name], ""]
        elif inner := _model_in(field.annotation):
            lines += ["", *_group(name, field, inner), ""]
        elif get_origin(field.annotation) is dict:
            lines += ["", *_mapping(name, field), ""]
        else:
            known = name in given
            lines.append(Entry(name, given.get(name, _example(field)), _about(field, known), example=not known))
    return aligned(lines)


def _group(name: str, field: FieldInfo, inner: type[BaseModel]) -> list[str]:
    """A field that is a mapping, or holds some: what stands in it, and an example."""
    lines = [*note(field.description or ""), *_parts(inner)]
    if get_origin(field.annotation) is dict:
        return [*lines, *_mapping(name, field, inner)[1:]]
    example = _model_example(inner)
    return [*lines, Entry(name, yaml_text([example] if _is_list(field) else example)).code]


def _mapping(name: str, field: FieldInfo, inner: type[BaseModel] | None = None) -> list[str]:
    """A field of names of one's own: an empty mapping with an example in it."""
    examples = (field.examples or [{"another": _model_example(inner) if inner else TO_COME}])[0]
    lines = [Entry(key, yaml_text(example), indent=2).code for key, example in examples.items()]
    return [*note(field.description or ""), f"{name}:", *lines]


def _parts(model: type[BaseModel]) -> list[str]:
    return table({field.alias or name: _about(field) for name, field in model.model_fields.items()})


def _about(field: FieldInfo, given: bool = False) -> str:
    """What a field means, with what it may be and whether it must be there."""
    extra = [", ".join(choices)] if (choices := _choices(field.annotation)) else []
    extra += ["needed"] if field.is_required() and not given else []
    extra += ["yes or no"] if field.annotation is bool else []
    return f"{field.description} ({'; '.join(extra)})" if extra else field.description or ""


def _choices(annotation: Any) -> tuple[Any, ...]:
    """The words that a field may be, if it is one of a few."""
    if get_origin(annotation) in (Union, UnionType):
        return next(filter(None, map(_choices, get_args(annotation))), ())
    return get_args(annotation) if get_origin(annotation) is Literal else ()


def _example(field: FieldInfo) -> str:
    examples = field_examples(field)
    choices = _choices(field.annotation)
    return yaml_text(examples[0] if examples else field.default or next(iter(choices), field.default))


def _model_example(model: type[BaseModel]) -> dict[str, Any]:
    """A mapping as the examples of its fields have it; where words are needed and none are known, they are to come."""
    found = {}
    for name, field in model.model_fields.items():
        if examples := field_examples(field):
            found[field.alias or name] = examples[0]
        elif field.is_required():
            found[field.alias or name] = TO_COME
    return found


def _is_list(field: FieldInfo) -> bool:
    return get_origin(field.annotation) is tuple


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that a field holds: itself, or in a list, a mapping, or where it may be missing."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (tuple, dict, Union, UnionType):
        return next(filter(None, map(_model_in, get_args(annotation))), None)
    return None


# ---- deals ----------------------------------------------------------------------------------------------------------


def _said(field: str, *more: str) -> list[str]:
    return note(" ".join([Deal.model_fields[field].description or "", *more]))


def _roles(form: Form, parties: Sequence[str]) -> list[str]:
    lines = [Entry(id, "", f"the {role.term}", 2, example=False) for id, role in form.header.roles.items()]
    known = ", ".join(parties[:_MOST]) + (" and more" if len(parties) > _MOST else "")
    words = "A party is named as its file in parties/ is" + (f": {known}." if known else ".")
    more = "What is otherwise in this deal than in that file goes into a mapping in its place:"
    return [*_said("parties", words), *note(more), *_parts(PartyInRole), "parties:", *aligned(lines)]


#: What is asked for, by how soon one should know it.
_WEIGHTS = (
    "First, what the front sheet tells.",
    "What else has no default.",
    "What may stay as it is: each has a default.",
)


def _weight(wanted: Wanted) -> int:
    if wanted.declared.show == "front":
        return 0
    return 1 if wanted.declared.default is None else 2


def _values(form: Form) -> list[str]:
    """The values by their weight, each under the clause that asks for it."""
    lines: list[Entry | str] = []
    weights = {_weight(wanted) for wanted in form.values.values()}
    for weight in sorted(weights):
        if len(weights) > 1:
            lines += ["", *note(_WEIGHTS[weight], 2)]
        clause = ""
        for name, wanted in form.values.items():
            if _weight(wanted) != weight:
                continue
            if wanted.clause != clause:
                clause = wanted.clause
                lines += ["", *note(f"{clause}: {form.clauses[clause].title}", 2)] if clause else [""]
            sample = _sample(wanted.declared)
            lines.append(Entry(name, sample, _meaning(wanted, sample), 2))
    return [*_said("values"), "values:", *aligned(lines)]


def _meaning(wanted: Wanted, sample: str) -> str:
    """What a value means; in brackets its type, its choices and limits, and its default unless it is shown already."""
    declared = wanted.declared
    type = TYPES[declared.type]
    kind = type.asked or type.name
    if declared.choices:
        kind = ("any of: " if type.many else "") + ", ".join(declared.choices)
    if declared.columns:
        kind = f"{kind} of {', '.join(declared.columns)}"
    default = "" if declared.default is None else _written(declared.default, declared)
    default = default and ("the default" if default == sample else f"default: {default}")
    extra = "; ".join(filter(None, (kind, wanted.limits, default)))
    return f"{declared.about.rstrip('.')} ({extra})" if declared.about else extra


def _sample(declared: Declaration) -> str:
    """The value that an example line shows; nothing where words are wanted of which we know none.

    Of rows it is one, with the samples of its columns.
    """
    for written in (declared.example, declared.default, TYPES[declared.type].sample, *declared.choices[:1]):
        if written is not None:
            try:
                parse_value(written, declared)
            except ValueError:
                continue
            return _written(written, declared)
    if declared.columns:
        return yaml_text([{name: _sample_cell(each) for name, each in declared.columns.items()}])
    return ""


def _sample_cell(declared: Declaration) -> Any:
    """The same for a cell, as it was written."""
    samples = (declared.example, declared.default, TYPES[declared.type].sample, *declared.choices[:1])
    return next((each for each in samples if each is not None), None)


def _written(value: Any, declared: Declaration) -> str:
    type = TYPES[declared.type]
    return yaml_text(value, words=not (type.literal or type.to_decimals))


def _clauses(form: Form) -> list[str]:
    lines = []
    for name, clause in form.clauses.items():
        variants = "; ".join(f"{key}: {each.summary}" if each.summary else key for key, each in clause.variants.items())
        about = f"{clause.title}. {variants}" if variants else clause.title
        lines.append(Entry(name, yaml_text(next(iter(clause.variants), "omit")), about, 2))
    words = "Each takes `omit`, `include` (where it is optional), `reserved`, the name of a variant, or a mapping of:"
    return [*_said("clauses", words), *_parts(Choice), "clauses:", *aligned(lines)]


def _additions(form: Form) -> list[str]:
    after = next(reversed(form.clauses), "liability")
    example = {"after": after, "title": TO_COME, "text": f"1. {TO_COME}", "because": TO_COME}
    line = Entry("another", yaml_text(example), indent=2)
    return [*_said("add", "Each is a mapping of:"), *_parts(Addition), "add:", line.code]


def _exceptions(form: Form) -> list[str]:
    """The rules of the house from which somebody may except the deal."""
    lines = [
        Entry(name, yaml_text({"because": TO_COME, "approved_by": rule.approval[0]}), rule.message, 2)
        for name, rule in form.rules.items()
        if rule.approval
    ]
    return [*_said("exceptions", "Each is a mapping of:"), *_parts(Exempt), "exceptions:", *aligned(lines)]
