"""Files to start from: valid as they are and with their examples, every field explained, and good to read."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any

import pytest
from editors import as_editors_read, wrong
from projects import Project
from started import CLAUSE, PAGE

from whereas.desk import desk
from whereas.desk.schemas import clause_schema, deal_schema, party_schema
from whereas.desk.starters import clause_text, deal_text, party_text
from whereas.desk.yaml_text import yaml_text
from whereas.library.clauses import Clause
from whereas.library.deals import Addition, Choice, Deal
from whereas.library.parties import Party
from whereas.library.records import Record, parse_record
from whereas.library.yaml_source import parse_source
from whereas.values.declaration import parse_value


@functools.cache
def cooperation() -> desk.Form:
    """The agreement that ships."""
    return desk.Desk(Path(__file__).parents[2]).form("cooperation")


def one(tmp_path: Path) -> desk.Form:
    """The agreement with a value of every type."""
    small = Project(tmp_path)
    small.write({"agreements/one.md": PAGE, "clauses/liability/cap.yaml": CLAUSE})
    return desk.Desk(small.root, ".").form("one")


Started = tuple[type[Record], dict[str, Any], str]


@pytest.fixture(params=["clause", "party", "deal of cooperation", "deal of one"])
def started(request: pytest.FixtureRequest, tmp_path: Path) -> Started:
    """A model, its schema, and a new file of it."""
    match request.param:
        case "clause":
            return Clause, clause_schema(), clause_text("liability/late-payment")
        case "party":
            return Party, party_schema(), party_text("orbit")
    form = cooperation() if request.param.endswith("cooperation") else one(tmp_path)
    return Deal, deal_schema(form), deal_text("aurora-borealis", form, ["aurora", "borealis"])


def examples(text: str) -> list[int]:
    """The lines with one # and an example behind it."""
    return [index for index, line in enumerate(text.split("\n")) if re.match(r"(  )?# ", line)]


def used(text: str, *numbers: int) -> str:
    """The text with these examples taken."""
    lines = text.split("\n")
    for number in numbers:
        lines[number] = re.sub(r"^((?:  )?)# ", r"\1", lines[number])
    return "\n".join(lines)


def bare(text: str) -> str:
    """The text with empty lines for those that are comments, which take their time to read."""
    return re.sub(r"(?m)^ *#.*$", "", text)


def load(started: Started, text: str) -> Any:
    """The record; an editor must have nothing against it either."""
    model, schema, _ = started
    assert wrong(schema, as_editors_read(text)) == [], text
    return parse_record(model, parse_source(text, "new.yaml"), "new")


def test_a_new_file_is_valid_as_it_is(started: Started) -> None:
    record = load(started, started[2])
    assert record.status == "draft" if hasattr(record, "status") else record.name == "Orbit"


def test_each_example_can_be_used_alone_and_with_all_others(started: Started) -> None:
    text = started[2]
    numbers = examples(text)
    assert len(numbers) > 5
    as_it_is = load(started, text).source.data
    for number in numbers:
        assert load(started, bare(used(text, number))).source.data != as_it_is or _blank(text, number)
    record = load(started, used(text, *numbers))
    assert set(record.source.data) == {field.alias or name for name, field in started[0].model_fields.items()}


def _blank(text: str, number: int) -> bool:
    """Whether the example is a value of which no sample is known."""
    return bool(re.match(r"  # \w+:( +#.*)?$", text.split("\n")[number]))


def test_every_field_is_explained(started: Started) -> None:
    model, _, text = started
    said = " ".join(re.sub(r"^ *#+|# ", "", text, flags=re.MULTILINE).split())
    for each in (model, *((Choice, Addition) if model is Deal else ())):
        for field in each.model_fields.values():
            assert " ".join((field.description or "nothing is said of it").split()) in said


def test_lines_are_tidy(started: Started) -> None:
    lines = started[2].split("\n")
    assert [line for line in lines if line != line.rstrip()] == []
    # an example may be as long as it must
    assert [line for line in lines if len(line) > 120 and not re.match(r"(  )?# [\w/-]+: [^#]+$", line)] == []
    assert "\n\n\n" not in started[2] and started[2].endswith("\n") and not started[2].endswith("\n\n")


def test_a_deal_asks_for_what_its_agreement_wants(tmp_path: Path) -> None:
    form = one(tmp_path)
    text = deal_text("aurora-borealis", form, ["aurora", "borealis"])
    for line in [
        "## Role to party, or to a list of parties. A party is named as its file in parties/ is: aurora, borealis.",
        "  company:   # the Company",
        "  # start: 2027-01-15   # The day it starts: the first (date; at least 2027-01-01, at most 2027-12-31)",
        '  # name: "No. 7, # and: more"   # What it is called (text)',
        "  # days: 5   # integer; at least 5, at most 5; the default",
        "  # odd:   # Of which no sample is known (integer; at least 1000)",
        "  # rate: 12.5%   # percent; the default",
        "  # fee: EUR 250,000   # The fee (money; needed if paid)",
        "  # cap: {amount: 5, currency: EUR}   # money; at least 1 EUR; the default",
        "  # paid: no   # yes or no; the default",
        "  # kind: yes   # yes, 1, [x]",
        "  # things: [a]   # any of: a, b; the default",
        '  # words: "one\\n\\ntwo"   # markdown',
        "  # bank:   # party",
        "  ## The stages (a list of rows of what, due, sum, final; at most 3)",
        '  # stages: [{what: "A: design", due: 2027-01-15, sum: "EUR 250,000", final: yes}]',
        "  ## liability/cap: A cap",
        "  # most: EUR 250,000   # The most (money)",
        '  # liability/cap: "1"   # A cap. 1: Less: half of it; none',
        '  # again: "1"   # A cap. 1: Less: half of it; none',
        "  # another: {after: again, title: …, text: 1. …, because: …}",
    ]:
        assert line in [re.sub(r"(?<=\S) {3,}#", "   #", each) for each in text.split("\n")], line
    taken = load((Deal, deal_schema(form), text), used(text, *examples(text)))
    for name, value in taken.values.items():
        assert value is None or parse_value(value, form.values[name].declared) is not None


def test_a_deal_of_three_is_asked_first_for_what_matters_most(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(
        {
            "agreements/pool.md": """
                ---
                agreement:
                  roles: {host: Host, guest: Guest, guard: Guard}
                  values:
                    days: {type: integer, default: 5}
                    place: {}
                    fee: {type: money, default: EUR 5, show: front}
                    start: {type: date, show: front}
                ---
                # Pool

                ## A
                1. {{ days }} {{ place }} {{ fee }} {{ start }} {{ host }} {{ guest }} {{ guard }}
                """
        }
    )
    form = desk.Desk(project.root, ".").form("pool")
    text = deal_text("acme/early-start", form)
    names = re.findall(r"(?m)^(?:title|  host|  guest|  guard|  # (?:days|place|fee|start)):", text)
    assert names == ["title:", "  host:", "  guest:", "  guard:", "  # fee:", "  # start:", "  # place:", "  # days:"]
    assert "title: Early start" in text
    heads = [line for line in text.split("\n") if line.startswith("  ## ")]
    assert [head.split()[1] for head in heads] == ["First,", "What", "What"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("plain words", "plain words"), ("with, a comma", "with, a comma"), ("a: b", '"a: b"'), ("x # y", '"x # y"'),
        ("1.2", '"1.2"'), ("true", '"true"'), ("null", '"null"'), ("", '""'), ("two\nlines", '"two\\nlines"'),
        (["a, b", "c"], '["a, b", c]'), ({"k": ["x"], "1": "{"}, '{k: [x], "1": "{"}'), (None, ""), (False, "no"),
        ("- x", '"- x"'), ("…", "…"), ("'", '"\'"'), ("*a*", '"*a*"'), ("a\\b", "a\\b"), ('say "x"', 'say "x"'),
    ],
)  # fmt: skip
def test_values_are_quoted_only_where_they_must_be(value: Any, written: str) -> None:
    assert yaml_text(value) == written
