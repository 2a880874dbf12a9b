"""An agreement goes to JSON and back unchanged, whatever it holds; what is no agreement is said to be none."""

from __future__ import annotations

import json
import re
import types
from dataclasses import fields, replace
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest

from whereas.agreement.copy import Copy
from whereas.agreement.json import VERSION, dump_copy, load_copy
from whereas.agreement.model import Agreement, Block, Section
from whereas.agreement.runs import Run
from whereas.agreement.styles import STYLES, Style
from whereas.library.finding import Finding, Place

STYLE = STYLES["us"]

PLAIN: dict[Any, Any] = {
    str: "wörds “é” \U0001f600",
    int: 7,
    bool: True,
    type(None): None,
    Place: Place("agreements/a.md", 7, 3),
}


def sample(wanted: Any, depth: int = 0) -> Any:
    """A value of a type in which no field has its default; of a union, all its members in a tuple."""
    if wanted in PLAIN:
        return PLAIN[wanted]
    arguments = get_args(wanted)
    if get_origin(wanted) is Literal:
        return arguments[-1]
    if get_origin(wanted) in (Union, types.UnionType):
        return sample(arguments[0], depth)
    if get_origin(wanted) is not tuple:
        return wanted(**{each.name: sample(get_type_hints(wanted)[each.name], depth + 1) for each in fields(wanted)})
    if arguments[-1] is not ...:
        return tuple(sample(each, depth) for each in arguments)
    members = get_args(arguments[0]) if get_origin(arguments[0]) in (Union, types.UnionType) else arguments[:1]
    # deep enough, and an agreement of everything would have no end
    return tuple(sample(each, depth + 1) for each in members) if depth < 6 - len(members) / 4 else ()


@pytest.mark.parametrize("kind", [*get_args(Run), *get_args(Block)], ids=lambda kind: kind.__name__)
def test_every_kind_of_run_and_block_comes_back_as_it_was(kind: type) -> None:
    one = sample(kind)
    blocks = (one,) if kind in get_args(Block) else ()
    title = (one,) if kind in get_args(Run) else ()
    agreement = Agreement("deals/a", "A", "uk", blocks, (Section(title, blocks=blocks),))
    assert load_copy(dump_copy(Copy(agreement, STYLE))) == Copy(agreement, STYLE)


def test_every_field_of_an_agreement_comes_back() -> None:
    agreement = replace(sample(Agreement, 2), blocks=(), sections=(sample(Section, 5),))
    assert all(getattr(agreement, each.name) for each in fields(agreement) if each.name != "blocks")
    assert load_copy(dump_copy(Copy(agreement, STYLE))) == Copy(agreement, STYLE)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "this is not JSON: "),
        ("[]", "this is not an agreement that Whereas wrote"),
        ('{"agreement": {}}', "this is not an agreement that Whereas wrote"),
        (json.dumps({"version": VERSION + 1, "agreement": {}}), f"is of version {VERSION + 1}, and this Whereas reads"),
        (json.dumps({"version": VERSION, "agreement": {"title": 3}}), "this is not an agreement that Whereas wrote: "),
        (
            json.dumps({"version": VERSION, "agreement": {"docname": "a", "title": "a"}, "style": {"levls": []}}),
            "wrote: required field missing @ the file.agreement.style; extra fields found (levls) @ the file.style",
        ),
        (json.dumps({"version": VERSION, "agreement": []}), "this is not an agreement that Whereas wrote: "),
        (
            json.dumps(
                {
                    "version": VERSION,
                    "agreement": {"docname": "a", "title": "a", "style": "uk"},
                    "style": {"name": "uk"},
                    "findings": [{"place": {"file": "a", "lin": 3}, "rule": "x", "message": "y"}],
                }
            ),
            "extra fields found (lin) @ the file.findings[0].place",
        ),
        (
            json.dumps(
                {
                    "version": VERSION,
                    "agreement": {"docname": "a", "title": "a", "style": "uk", "blocks": [{"type": "Exec", "x": 1}]},
                }
            ),
            "this is not an agreement that Whereas wrote: ",
        ),
    ],
)
def test_what_is_no_agreement_is_said_to_be_none(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        load_copy(text)


def test_style_foreign_words_footnotes_and_findings_come_back() -> None:
    style = sample(Style, 4)
    assert [each.name for each in fields(Style) if getattr(style, each.name) == getattr(Style(), each.name)] == []
    findings = (
        Finding(Place("a.md", 3, 4), "gap", "is wrong", "do it", "info", "Fee"),
        Finding(Place("b.md"), "x", "y"),
    )
    copy = Copy(Agreement("deals/a", "A", "own"), style, ((0, "a ﷐x﷑"), (3, "b")), (("1", "note"),), findings)
    assert load_copy(dump_copy(copy)) == copy
