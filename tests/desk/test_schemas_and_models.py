"""What models and schemas say of the same data: the one refuses what the other does, as far as JSON Schema knows it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from editors import as_editors_read, wrong
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from whereas.desk.desk import Desk, Form
from whereas.desk.schemas import agreement_schema, clause_schema, deal_schema, party_schema, policy_schema
from whereas.desk.shapes import blank_or, value_schema
from whereas.library.agreements import AgreementHeader
from whereas.library.clauses import Clause
from whereas.library.deals import Deal
from whereas.library.parties import Party
from whereas.library.policy import HouseRule, Policy
from whereas.library.records import Record
from whereas.library.yaml_source import parse_source
from whereas.values.declaration import Declaration, parse_value
from whereas.values.types import TYPES, Type

Schema = Callable[[], dict[str, Any]]
RULES = {"cap": HouseRule(must="a", message="x")}


@cache
def form() -> Form:
    """Of the agreement that ships."""
    return Desk(Path(__file__).parents[2]).form("cooperation")


@cache
def deal() -> dict[str, Any]:
    """The schema of its deals."""
    return deal_schema(replace(form(), rules=RULES))


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        (clause_schema, "title: A\ntext: x\nvalues:\ntags: \nroles: []\ndefinitions:\nvariants:\nfallbacks:\n"),
        (clause_schema, "title: 2027\ntext: true\nversion: 1.2\nstatus: retired\ntags: [1, b]\n"),
        (clause_schema, "title: A\ntext: x\nvalues: {a: {default: 1, max: 3}, b: {type: date, default: }}\n"),
        (clause_schema, "title: A\ntext: x\nvalues: {a: {type: list, choices: [x], min: 1, default: x}}\n"),
        (clause_schema, "title: A\ntext: x\nvalues: {a: {type: money, max: {amount: 2, currency: EUR}}}\n"),
        (party_schema, "name: 3M\naddress: [1 Foundry Lane, 2]\nnotices:\nfacts: {staff: 12}\nwitness: no\n"),
        (party_schema, "name: A\naddress: |\n  1 Foundry Lane\nregistration:\nsignatories:\nwitness: true\n"),
        (party_schema, "name: A\naddress: {street: 1 Lane, city: B}\nnotices: {address: [x]}\n"),
        (agreement_schema, "agreement:\ntitle: x\n"),
        (agreement_schema, "agreement: {roles: {a: Company, b: {term: Seller, plural: Sellers}}, values: }\n"),
        (deal, "agreement: cooperation\nparties:\nvalues:\nclauses:\nadd:\n"),
        (deal, "agreement: cooperation\nparties: {company: a, collaborator: [b, c]}\n"),
        (deal, "agreement: cooperation\nparties: {company: , collaborator: []}\nvalues: {courts: , lock_in: ''}\n"),
        (deal, "agreement: cooperation\nvalues: {mediation: yes, exit_plan_days: 5, cap_percent: 12.5%}\n"),
        (deal, "agreement: cooperation\nvalues: {mediation: false, exit_plan_days: '5', insured_sum: EUR 5}\n"),
        (deal, "agreement: cooperation\nvalues: {shared_budget: {amount: 5, currency: EUR}, objectives: one}\n"),
        (deal, "agreement: cooperation\nclauses: {liability: omit, term: reserved, forum: arbitration}\n"),
        (deal, "agreement: cooperation\nclauses: {liability: {variant: capped, values: {cap_percent: 5}}}\n"),
        (deal, "agreement: cooperation\nclauses: {liability: {omit: yes}, term: {text: x, title: 5}}\n"),
        (deal, "agreement: cooperation\nadd: {a: {after: term, with: {b: company}}, c: {before: term, text: x}}\n"),
        (deal, "agreement: cooperation\nadd: {a: {after: term, before: ''}}\n"),
        (deal, "agreement: cooperation\nexceptions:\n"),
        (deal, "agreement: cooperation\nexceptions: {cap: {because: x, approved_by: y}}\n"),
        (policy_schema, "rules:\n"),
        (policy_schema, "rules: {cap: {must: a <= 3, when: b, message: x, approval: CFO, agreements: [a]}}\n"),
    ],
)  # fmt: skip
def test_what_loads_is_valid(schema: Schema, text: str) -> None:
    data = parse_source(text, "").data
    match schema()["title"]:
        case "Clause":
            Clause.model_validate(data)
        case "Party":
            Party.model_validate(data)
        case "Policy":
            Policy.model_validate(data)
        case "Agreement":
            AgreementHeader.model_validate(data["agreement"] or {})
        case _:
            Deal.model_validate(data)
    assert wrong(schema(), as_editors_read(text)) == []
    assert wrong(schema(), data) == []


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        *((clause_schema, f"title: A\ntext: x\n{line}\n") for line in (
            "titel: x", "status: aproved", "tags: a", "summary:", "version: [1]", "values: {a: }", "values: [a]",
            "variants: {a: {summary: x}}", "fallbacks: [{text: x}]", "fallbacks: {position: x}", "definitions: {a: }",
            "values: {a: {typ: date}}", "values: {a: {type: mony}}", "values: {a: {type: date, default: soon}}",
            "values: {a: {type: date, choices: [x]}}", "values: {a: {type: boolean, min: 1}}",
            "values: {a: {type: date, pattern: x}}", "values: {a: {type: list, max: many}}",
            "values: {a: {type: duration, max: 3}}",
        )),
        *((clause_schema, text) for text in ("title: A\n", "text: x\n", "[]\n", "title:\ntext: x\n")),
        *((party_schema, f"name: A\n{line}\n") for line in (
            "kind: firm", "registration: {label: x}", "address: {streets: x}", "address: [[x]]", "signatories: [Ada]",
            "signatories: [{title: Director}]", "notices: {mail: x}", "witness: maybe", "witness:", "facts: {a: [b]}",
        )),
        *((agreement_schema, f"agreement: {text}\n") for text in ("uk", "{rols: {}}", "{roles: {a: {plural: B}}}")),
        *((policy_schema, f"rules: {{a: {line}}}\n") for line in (
            "{message: x}", "{must: x}", "{must: x, message: x, who: y}", "{must: [x], message: x}", "x",
            "{must: x, message: x, severity: bad}",
        )),
        *((deal, f"agreement: cooperation\n{line}\n") for line in (
            "status: done", "omitted: closed", "parties: {compny: a}", "parties: [a]", "parties: {company: {a: b}}",
            "values: {unknown: 1}", "values: {effective_date: soon}", "values: {effective_date: 2027-13-01}",
            "values: {exit_plan_days: 1.5}", "values: {exit_plan_days: many}", "values: {mediation: maybe}",
            "values: {shared_budget: 5}", "values: {shared_budget: €5}", "values: {shared_budget: {amount: 5}}",
            "values: {meeting_frequency: dayly}", "values: {wind_down: 90}", "values: {objectives: {a: b}}",
            "clauses: {cap: omit}", "clauses: {liability: light}", "clauses: {liability: }", "clauses: [liability]",
            "clauses: {liability: {variant: light}}", "clauses: {liability: {varint: capped}}",
            "clauses: {liability: {values: {wind_down: 90 days}}}", "clauses: {liability: {omit: perhaps}}",
            "exceptions: {cap: x}", "exceptions: {cap: {why: x}}", "exceptions: {other: {because: x}}",
            "add: {a: {text: x}}", "add: {a: {after: b, before: c}}", "add: {a: after}", "add: {a: {after: b, as: c}}",
        )),
        *((deal, text) for text in ("title: x\n", "agreement: other\n")),
    ],
)  # fmt: skip
def test_what_is_refused_is_not_valid(schema: Schema, text: str) -> None:
    assert wrong(schema(), as_editors_read(text))


#: What parsers say of which JSON Schema knows nothing: the calendar, the lists of currencies and countries, Unicode.
UNSAID = re.compile(
    r"ISO 4217|ISO 3166|'country'|must not have U\+|can be seen|must be a date .* not '[0-9]{4}-[01][0-9]-[0-3][0-9]'"
)
#: Texts of each type's own form, and such that are nearly so.
NEARLY = st.one_of(
    st.sampled_from(["yes", "No", "TRUE", "1", "0", "", " ", "x", "x\ny", "\t", "EUR 5", "P1Y6M", "P", "P1D2W"]),
    st.from_regex(r"[+-]?[0-9]{1,4}([, _.][0-9]{1,3}){0,2} ?%?", fullmatch=True),
    st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True),
    st.from_regex(r"[0-9]{1,3} (business )?(day|Hour|month|YEAR|week|decade)s?", fullmatch=True),
    st.from_regex(r"P([0-9]Y)?([0-9]M)?([0-9]W)?([0-9]D)?(T[0-9]H)?", fullmatch=True),
    st.from_regex(r"(EUR|eur|XQX)? ?[0-9]{1,3}(,[0-9]{3})?(\.[0-9]{2})? ?(EUR)?", fullmatch=True),
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=6),
)  # fmt: skip
VALUES = st.one_of(NEARLY, st.lists(NEARLY, max_size=3), st.dictionaries(NEARLY, NEARLY, max_size=1))


@pytest.mark.parametrize("type", TYPES)
@given(written=VALUES, padding=st.sampled_from(["", " "]))
def test_a_value_is_valid_if_it_can_be_read(type: Type, written: Any, padding: str) -> None:
    if type == "choice":
        declared = Declaration(type=type, choices=("yes", "x", "1"))
        written = written.strip() if isinstance(written, str) else written
    else:
        declared = Declaration.model_validate({"type": type, "columns": {"x": "text"} if type == "rows" else {}})
        written = f"{padding}{written}{padding}" if isinstance(written, str) else written
    try:
        parse_value(written, declared)
        loads = True
    except ValueError as error:
        loads = False
        if UNSAID.search(str(error)):
            return
    if written != "":  # which a deal may say of a value of any type, for a blank
        schema = {**value_schema(declared), "$defs": {name: blank_or(TYPES[name].schema()) for name in TYPES}}
        assert (wrong(schema, written) == []) == loads


@pytest.mark.parametrize("limits", [{"min": "2"}, {"max": "3"}, {"min": "2", "max": "3"}])
@pytest.mark.parametrize("type", ["text", "markdown", "list", "integer", "number", "percent"])
def test_limits(type: Type, limits: dict[str, str]) -> None:
    declared = Declaration.model_validate({"type": type, **limits})
    schema = {**value_schema(declared), "$defs": {name: blank_or(TYPES[name].schema()) for name in TYPES}}
    for size in range(1, 6):
        written: Any = ["x"] * size if type == "list" else "x" * size if type in ("text", "markdown") else size
        try:
            parse_value(written if isinstance(written, str | list) else str(written), declared)
            loads = True
        except ValueError:
            loads = False
        assert (wrong(schema, written) == []) == loads
    assert wrong(schema, None) == wrong(schema, "") == []


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [("[A-Z]{2}", "AB", "ABC"), ("a|b", "b", "ab"), ("(?i)ab", "AB", None), ("[0-9]+", "12", "x")],
)  # fmt: skip
def test_patterns_are_passed_on_where_editors_read_them_alike(pattern: str, good: str, bad: str | None) -> None:
    for type in ("text", "list"):
        schema = value_schema(Declaration(type=type, pattern=pattern))
        schema["$defs"] = {name: blank_or(TYPES[name].schema()) for name in TYPES}
        assert wrong(schema, good) == wrong(schema, "") == wrong(schema, None) == []
        if type == "list":
            assert wrong(schema, [good]) == []
        assert bad is None or wrong(schema, bad)


def test_samples_are_of_their_type() -> None:
    for type in TYPES.values():
        if type.sample is not None:
            parse_value(type.sample, Declaration.model_validate({"type": type.name}))


# ---- any fields with anything in them

LEAVES = st.sampled_from([None, "", "x", "yes", "omit", "draft", "capped", "3 years", "2027-01-15", "company"])
KEYS = ["x", "type", "text", "variant", "term", "number", "name", "position", "after", "before", "omit", "values"]
KEYS += ["default", "choices", "min", "street", "lines", "email", "address", "title", "because", "with"]
ANYTHING = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(KEYS),
            inner,
            max_size=2,
        )
    ),
    max_leaves=4,
)


def header() -> dict[str, Any]:
    """The schema of what an agreement's page says at its head."""
    page = agreement_schema()
    return {**page["properties"]["agreement"], "$defs": page["$defs"]}


MODELS: dict[str, tuple[type[Record], Schema, dict[str, Any]]] = {
    "clause": (Clause, clause_schema, {"title": "A", "text": "x"}),
    "party": (Party, party_schema, {"name": "A"}),
    "agreement": (AgreementHeader, header, {}),
    "deal": (Deal, deal, {"agreement": "cooperation"}),
}
#: What a deal of this agreement may speak of; of the rest the model knows nothing yet.
KNOWN = {"parties": ["company", "collaborator"], "clauses": ["liability", "term"], "values": []}


@st.composite
def records(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A model by name, and a mapping that may or may not be one."""
    name = draw(st.sampled_from(sorted(MODELS)))
    model, _, needed = MODELS[name]
    field = draw(st.sampled_from([each.alias or key for key, each in model.model_fields.items()]))
    content = draw(ANYTHING)
    if isinstance(content, dict) and name == "deal" and field in KNOWN:
        content = dict(zip(KNOWN[field], content.values(), strict=False))
    return name, {**needed, field: content}


@given(records())
def test_models_and_schemas_are_of_one_mind(record: tuple[str, dict[str, Any]]) -> None:
    name, data = record
    model, schema, _ = MODELS[name]
    try:
        model.model_validate(data)
    except ValidationError as error:
        if not any(problem["type"] == "value_error" for problem in error.errors()):
            assert wrong(schema(), data), f"the model refuses {json.dumps(data)}"
        return
    if name == "deal" and (_says_more(data) or data["agreement"] != "cooperation"):
        return
    # taken for a role without a party, and for a clause as it is: an editor may well ask what is meant
    if {} in (data.get("parties") or {}).values() or "" in (data.get("clauses") or {}).values():
        return
    assert wrong(schema(), data) == [], json.dumps(data)


def _says_more(data: dict[str, Any]) -> bool:
    """Whether a deal speaks of variants or values that are not there, of which only its schema knows."""
    clauses = Deal.model_validate(data).clauses
    choices = {name: (choice.variant, choice.values) for name, choice in clauses.items()}
    return any(
        values or variant not in ("", *form().clauses[name].variants) for name, (variant, values) in choices.items()
    )
