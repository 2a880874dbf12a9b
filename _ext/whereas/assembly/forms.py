"""What attributes before contract text ask for: of which kind a heading is, in which form a list is numbered.

`{.schedule}` before a heading, `{.roman start=3}` before a list, `{number="14A"}` on an item. What means nothing there
is reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from docutils import nodes

from whereas.agreement.model import ATTACHED, GivenNumber, Kind
from whereas.agreement.rules import ATTRIBUTES
from whereas.agreement.samples import parse_sample
from whereas.language.nearest import did_you_mean
from whereas.library.finding import Finding, Place

_KINDS: tuple[Kind, ...] = ("parties", "recitals", "unnumbered", *ATTACHED, "part")
#: List classes, and the first label each asks for.
_FORMATS = {
    "alpha": "(a)",
    "roman": "(i)",
    "upper-alpha": "(A)",
    "upper-roman": "(I)",
    "decimal": "(1)",
    "plain": "",
}
#: What contract text is made of, that may have attributes.
BEARERS = (
    nodes.section,
    nodes.paragraph,
    nodes.enumerated_list,
    nodes.list_item,
    nodes.bullet_list,
    nodes.block_quote,
    nodes.table,
)


@dataclass(frozen=True)
class _Bearer:
    """What may have attributes: how messages speak of it, which classes and attributes it takes, where these stand."""

    at: str
    classes: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    where: str = ""


_HEADING = _Bearer("at a heading", _KINDS, ("number",), "before a heading")
_LIST = _Bearer(
    "before a numbered list",
    (*_FORMATS, "parties", "recitals"),
    ("format", "start"),
    "on a line of its own before a numbered list",
)
_ITEM = _Bearer("in a numbered item", (), ("number",), "behind the number of an item, or before a heading")
_QUOTE = _Bearer("before a quotation", (), ("attribution",), "before a quotation")
_TEXT = _Bearer("before text that has no number")
_DIRECTIVE = _Bearer("before a directive")


def _bearer(node: Any) -> _Bearer:
    match node:
        case nodes.section():
            return _HEADING
        case nodes.enumerated_list():
            return _LIST
        case nodes.block_quote():
            return _QUOTE
        case nodes.list_item() if isinstance(node.parent, nodes.enumerated_list):
            return _ITEM
        case nodes.paragraph() if isinstance(node.parent, nodes.list_item) and node.parent.index(node) == 0:
            return _bearer(node.parent)
        case _ if isinstance(node, BEARERS):
            return _TEXT
    return _DIRECTIVE


def written(node: Any) -> Mapping[str, str]:
    """The attributes before a node, as they are written."""
    found: Mapping[str, str] = node.get("written", {}) if isinstance(node, nodes.Element) else {}
    return found


def check_attributes(node: Any, place: Place) -> Iterator[Finding]:
    """What is written before a node and means nothing there."""
    bearer = _bearer(node)
    for name, value in written(node).items():
        if name == "class":
            for each in value.split():
                if each not in bearer.classes:
                    yield _unknown(f".{each}", "class", bearer, place)
        elif name != "id" and name not in bearer.attributes:
            yield _unknown(name, "attribute", bearer, place)
        elif name == "id" and bearer is _DIRECTIVE:
            message = f"the label {value!r} stands before a directive, which cannot have one"
            yield ATTRIBUTES.at(place, message, "label the provision or the heading that is to be cited")


def _unknown(name: str, kind: str, bearer: _Bearer, place: Place) -> Finding:
    message = f"{name!r} means nothing {bearer.at}"
    known = {f".{each}" for each in bearer.classes} if kind == "class" else {*bearer.attributes}
    if hint := did_you_mean(name, known, known=False):
        return ATTRIBUTES.at(place, message, hint)
    for other in (_ITEM, _HEADING, _LIST, _QUOTE):
        if name.removeprefix(".") in (other.classes if kind == "class" else other.attributes):
            return ATTRIBUTES.at(place, message, f"it belongs {other.where}")
    return ATTRIBUTES.at(place, message, "remove it", severity="warning")


# ---- headings


def section_kind(node: Any) -> Kind:
    """The kind of a section, by the classes of its heading."""
    return next((each for each in _KINDS if each in node["classes"]), "clause")


def holds_sections(kind: Kind) -> bool:
    """Whether clauses placed below a heading of this kind stand in it, and not beside it."""
    return kind == "part" or kind in ATTACHED


def given_number(node: Any, place: Place) -> GivenNumber | None:
    """The number that a heading or an item was given by hand."""
    text = written(node).get("number")
    return GivenNumber(text, place) if text is not None else None


# ---- lists


@dataclass(frozen=True)
class ListForm:
    """How a list is to be numbered: its label by example ("" for none, None for that of its level), and from where."""

    format: str | None
    kind: Literal["", "parties", "recitals"]
    start: int = 0


def list_form(node: Any, place: Place, headed: bool, findings: list[Finding]) -> ListForm:
    """The form that a list asks for, which stands below a heading or not; what cannot be is reported, and left out."""
    classes, asked = node["classes"], written(node)
    format = next((_FORMATS[each] for each in classes if each in _FORMATS), None)
    if "format" in asked:
        try:
            parse_sample(asked["format"])
            format = asked["format"]
        except ValueError as error:
            findings.append(ATTRIBUTES.at(place, str(error)))
    start = asked.get("start", "0")
    if not start.isdecimal() or ("start" in asked and int(start) < 1):
        message = f"a list cannot start at {start!r}"
        findings.append(ATTRIBUTES.at(place, message, "write the number of its first item in figures, from 1"))
        start = "0"
    kind: Literal["", "parties", "recitals"] = ""
    kind = "parties" if "parties" in classes else "recitals" if "recitals" in classes else ""
    if kind and headed:
        message = f"'.{kind}' marks a list only under the title, before the first heading"
        findings.append(ATTRIBUTES.at(place, message, "put it before the heading instead, or remove it"))
    return ListForm(format, kind, int(start))


def quoted_markers(node: Any, form: ListForm) -> list[str]:
    """The markers of a list that is quoted: those that were typed, counted on where all are the same."""
    typed = [(int(mark[:-1]), mark[-1]) for mark in node.get("typed", ())]
    if len({number for number, _ in typed}) == 1 or form.start:
        typed = [((form.start or number) + index, stop) for index, (number, stop) in enumerate(typed)]
    if form.format:
        sample = parse_sample(form.format)
        return [sample.marker(sample.bare((number,))) for number, _ in typed]
    return [f"{number}{stop}" if form.format is None else "" for number, stop in typed]
