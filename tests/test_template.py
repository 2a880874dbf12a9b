"""Templates: facts become slots, every line knows where it was written, and nothing gets out of the sandbox."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whereas.agreement.runs import Blank, Broken, TermUse, Value
from whereas.agreement.walk import text_of
from whereas.assembly.facts import Facts, Known, Role
from whereas.assembly.template import LONGEST, SLOT, Rendered, render_template
from whereas.library.finding import Place
from whereas.library.parties import Party

HERE = Place("clauses/cap.yaml", 10)
NASTY = "*A* <b> & {{B}}_Ltd"


def known(**values: object) -> dict[str, Known]:
    return {name: Known(name, value, f"[{name}]" if value is None else str(value)) for name, value in values.items()}


FACTS = Facts(
    known(name=NASTY, fee=Decimal(1000), blank=None, yes=True, no=False, many=("a", "b"), empty=(), three=3),
    {"company": Role("company", "Company", Party(name="Aurora_Ltd")), "partner": Role("partner", "Partner")},
    omitted=frozenset({"cap"}),
)


def render(text: str, facts: Facts = FACTS, whole_lines: bool = True) -> Rendered:
    return render_template(text, HERE, facts, whole_lines)


def words(rendered: Rendered) -> str:
    """The text with its slots filled."""
    return SLOT.sub(lambda found: text_of((rendered.slots[int(found[1])],)), rendered.text)


def lines(rendered: Rendered) -> list[str]:
    """`line in the file: words`, counted from the place of the template."""
    filled = (
        SLOT.sub(lambda found: text_of((rendered.slots[int(found[1])],)), line) for line in rendered.text.split("\n")
    )
    return [f"{place.line - 9}: {line}" for place, line in zip(rendered.places, filled, strict=True)]


def complaints(rendered: Rendered) -> list[str]:
    """`line: message`."""
    return [f"{each.place.line - 9}: {each}" for each in rendered.findings]


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("{{ name }}", Value("name", NASTY)),
        ("{{ blank }}", Blank("blank", "[blank]")),
        ("{{ company }}", TermUse("Company", "the Company")),
        ("{{ company.name }}", Value("company.name", "Aurora_Ltd", ":1")),
        ("{{ partner.name }}", Blank("partner.name", "[Partner’s legal name]", "The legal name of the Partner.")),
        ("{{ 'a' ~ '<b>' }}", Value("", "a<b>")),
        ("{{ 1 + 2 }}", Value("", "3")),
        ("{{ three | words }}", Value("three", "three")),
        ("{{ three | ordinal }}", Value("three", "3rd")),
        ("{{ blank | words }}", Blank("blank", "[blank]")),
        ("{{ nowhere }}", Broken("[nowhere?]")),
    ],
)
def test_what_is_printed_is_put_into_a_slot(text: str, run: object) -> None:
    rendered = render(f"a {text} b")
    assert SLOT.fullmatch(rendered.text.removeprefix("a ").removesuffix(" b"))
    assert rendered.slots == (run,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb", ["1: a", "2: b"]),
        ("a\n{{ three }}\nb\n", ["1: a", "2: 3", "3: b", "4: "]),
        ("{% if yes %}\na\n{% else %}\nb\n{% endif %}\nc", ["2: a", "6: c"]),
        ("{% if no %}\na\n{% else %}\nb\n{% endif %}\nc", ["4: b", "6: c"]),
        ("x {% if yes %}a{% else %}b{% endif %} y", ["1: x a y"]),
        ("x {% if no %}a{% endif %}\ny", ["1: x ", "2: y"]),
        ("{% for x in many %}\n1. {{ x }}\n{% endfor %}\nc", ["2: 1. a", "2: 1. b", "4: c"]),
        ("{% for x in many %}{{ x }}, {% endfor %}\nc", ["1: a, b, ", "2: c"]),
        ("{% for x in empty %}\nx\n{% else %}\nnone\n{% endfor %}", ["4: none"]),
        ("a\n\n{% set x = 1 %}\nb", ["1: a", "2: ", "4: b"]),
        ("a\n  {% if yes %}  \n  b\n  {% endif %}\nc", ["1: a", "3:   b", "5: c"]),
        ("{## note ##}\na {## note ##} b", ["2: a  b"]),
        ("{## a note\nof two lines ##}\nb", ["2: ", "3: b"]),
        ("a\n{%- if yes %} b{% endif %}\nc", ["1: a b", "3: c"]),
        ("a {% if yes -%}\n\n   b\n{%- endif %}\nc", ["1: a b", "5: c"]),
        ("{% for x in many %}\n{% if x == 'b' %}\n{{ x }}\n{% endif %}\n{% endfor %}", ["3: b"]),
        ("{% raw %}{{ name }}{% endraw %}\nb {% if yes %}{% endif %}", ["1: {{ name }}", "2: b "]),
    ],
)
def test_every_line_knows_its_own(text: str, expected: list[str]) -> None:
    assert lines(render(text)) == expected


def test_a_text_that_is_not_a_block_stands_in_one_line() -> None:
    rendered = render("a\n{% if yes %}\nb {{ nowhere }}\n{% endif %}", whole_lines=False)
    assert {*rendered.places, rendered.findings[0].place} == {HERE}


@pytest.mark.parametrize("text", ["{#label}\n1. a", "a {#b} {.c}", "# A {#x .y}", "", "\n", "$x$ `{a}` {clause}`x`"])
def test_what_is_mysts_is_left_to_myst(text: str) -> None:
    assert render(text) == Rendered(text, tuple(HERE.below(n) for n in range(text.count("\n") + 1)), ())
    assert render(text + "{{ three }}").text.startswith(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% if included('cap') %}a{% else %}b{% endif %}", "b"),
        ("{% if included('law') %}a{% else %}b{% endif %}", "a"),
        ("{% if fee > 500 %}a{% endif %}{% if fee == 1000 %}b{% endif %}", "ab"),
        ("{% if blank %}a{% else %}b{% endif %}", "b"),
        ("{% if name %}a{% endif %}{% if no %}b{% endif %}", "a"),
        ("{% for n in range(3) %}{{ n }}{% endfor %}", "012"),
        ("{{ many | length }}{{ name | upper }}", "2" + NASTY.upper()),
        ("{{ nowhere | default('x') }}", "x"),
    ],
)
def test_facts_in_conditions_and_loops(text: str, expected: str) -> None:
    rendered = render(text)
    assert (words(rendered), rendered.findings) == (expected, ())


# ---- what is wrong


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n{{ nam }}", "2: the value 'nam' is used here and declared nowhere; did you mean 'name'?"),
        ("a\n\n{% if nane %}x{% endif %}", "3: the value 'nane' is used here"),
        ("{% for x in nane %}\n{% endfor %}", "1: the value 'nane' is used here"),
        ("a\n{% if nane == 'x' %}{% endif %}", "2: the value 'nane' is used here"),
        ("a\n{{ nane | upper }}", "2: the value 'nane' is used here"),
        ("a\n{{ company.nane }}", "2: a party has no 'nane'; did you mean 'name'?"),
        ("a\n{{ companie.name }}", "2: the value 'companie' is used here"),
        ("a\n{% if x", "2: the template cannot be read"),
        ("a\n{{ }}", "2: the template cannot be read: Expected an expression"),
        ("{% if yes %}\na\n", "1: the template cannot be read: Unexpected end of template"),
        ("a\nb\n{% frob %}", "3: the template cannot be read: Encountered unknown tag 'frob'"),
        ("a\n{{ name | frob }}", "2: the template cannot be read: No filter named 'frob'"),
        ("a\nb {{ 1 // 0 }}", "2: the template fails here"),
        ("a\n\n{{ fee + company }}", "3: the template fails here"),
        ("a\n{{ name() }}", "2: the template fails here"),
        ("a\n\ue000b {{ three }}", "2: a private-use character (U+E000 to U+E003) cannot stand in text"),
        ("a\n{% set x %}b {{ three }}{% endset %}\n{{ x }}", "3: the template fails here: text kept by"),
        ("{% macro m() %}\nb\n{% endmacro %}\n{{ m() }}", "4: the template fails here: text kept by a {% set %} block"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(text: str, expected: str) -> None:
    found = complaints(render(text))
    assert [each[: len(expected)] for each in found] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ ''['__class__']['__mro__'] }}",
        "{{ company._party }}{{ company._id }}",
        "{{ company.__init__.__globals__ }}",
        "{{ (company | attr('_party')).name }}",
        "{{ name.run.__func__.__globals__ }}",
        "{{ included.__globals__ }}",
        "{{ '{0.__class__}'.format(1) }}",
        "{{ self.__init__ }}",
        "{{ cycler.__init__ }}{{ lipsum.__globals__ }}{{ namespace }}{{ dict }}",
        "{% include '/etc/passwd' %}",
        "{% import '/etc/passwd' as p %}",
        "{% from '/etc/passwd' import p %}",
        "{% extends '/etc/passwd' %}",
        "{{ range(10**9) | list }}",
        "{% for a in range(10**9) %}{% endfor %}",
    ],
)
def test_nothing_gets_out_of_the_sandbox(text: str) -> None:
    rendered = render(f"x\n{text}")
    assert rendered.findings
    assert {each.place for each in rendered.findings} == {HERE.below(1)}
    assert not re.search(r"<class|<function|<module|root:|Aurora", words(rendered))


def test_output_without_end_is_refused() -> None:
    rendered = render("{% for a in range(9999) %}{% for b in range(9999) %}some more words{% endfor %}{% endfor %}")
    assert complaints(rendered) == [f"1: the template fails here: it gives more than {LONGEST:,} characters"]
    assert len(rendered.text) < 100


def test_a_template_changes_no_facts() -> None:
    rendered = render("{% set fee = 1 %}{{ fee }}{{ company.update({}) }}")
    assert rendered.findings
    assert FACTS.values["fee"].value == 1000


def test_a_template_that_fails_leaves_what_shows_it() -> None:
    rendered = render("\n\n1. a\n{% if %}")
    assert rendered.text.startswith("\n\n")
    assert isinstance(rendered.slots[0], Broken)
    assert words(rendered).strip().startswith("[the template cannot be read")


# ---- what holds for every value

anything = st.text(min_size=1) | st.sampled_from(
    [NASTY, "\ue0000\ue001", "{% raw %}", "{{ fee }}", "\ue0021\ue003\n\n# X"]
)
TEMPLATE = """1. {{ v }} and {{ v }}
{% for x in l %}
   * {{ x }}
{% endfor %}
{% if v == 'x' %}
X
{% endif %}
{{ r.name }}"""


@given(anything, st.lists(anything, max_size=3))
def test_no_value_is_ever_text_to_be_parsed(value: str, many: list[str]) -> None:
    roles = {"r": Role("r", "R", Party(name=value))}
    rendered = render(TEMPLATE, Facts({**known(v=value), "l": Known("l", tuple(many), "")}, roles))
    assert re.fullmatch(r"[1. and*X\n\ue000\ue0010-9]*", rendered.text)
    assert SLOT.sub("", rendered.text) == "1.  and \n" + "   * \n" * len(many) + "X\n" * (value == "x")
    filled = [rendered.slots[int(found)] for found in SLOT.findall(rendered.text)]
    assert [run.text for run in filled] == [value, value, *many, value]
    assert all(isinstance(run, Value) for run in filled)
    assert not rendered.findings
