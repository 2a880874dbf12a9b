"""Templates: facts become slots, every line knows where it was written, and nothing gets out of the sandbox."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whereas.agreement.runs import Blank, Broken, TermUse, Text, Value, ValueOrigin
from whereas.agreement.walk import text_of
from whereas.assembly.cast import Cast
from whereas.assembly.facts import Facts, Role
from whereas.assembly.known import Known
from whereas.assembly.known_value import known_value
from whereas.assembly.marks import SLOT
from whereas.assembly.sandbox import LONGEST_RANGE
from whereas.assembly.template import LONGEST, Rendered, holds, names_in, render_template
from whereas.language import Wording
from whereas.library.agreements import RoleTerm
from whereas.library.finding import Place
from whereas.library.library import Library
from whereas.library.parties import Party
from whereas.plan.given import Given
from whereas.values.declaration import Declaration

HERE = Place("clauses/cap.yaml", 10)
ORIGIN = ValueOrigin((Place("d"),))
NASTY = "*A* <b> & {{B}}_Ltd"
NOBODY = Cast(Library(Path()), [])


KINDS = {Decimal: "number", int: "integer", bool: "boolean", tuple: "list"}


def known(**values: object) -> dict[str, Known]:
    return {
        name: Known(name, value, "", None, Declaration(type=KINDS.get(type(value), "text")))
        for name, value in values.items()
    }


def fact(type: str, written: object, **limits: object) -> Known:
    """A fact as a deal gives it."""
    declared = Declaration.model_validate({"type": type, **limits})
    return known_value("x", declared, Given(written, HERE, ORIGIN), Wording(calendar="GB-ENG"), NOBODY, set())


def role(id: str, term: str, *parties: str) -> Role:
    return Role(id, RoleTerm(term=term), tuple(Party.model_construct(name=name) for name in parties))


FACTS = Facts(
    known(name=NASTY, fee=Decimal(1000), blank=None, yes=True, no=False, many=("a", "b"), empty=(), three=3),
    {
        "company": role("company", "Company", "Aurora_Ltd"),
        "partner": role("partner", "Partner"),
        "sellers": role("sellers", "Seller", "A Ltd", "B Ltd", "C Ltd"),
        "buyer": Role("buyer", RoleTerm(term="Buyer"), (Party.model_construct(name="D", facts={"shares": "5"}),)),
    },
    omitted={"cap": HERE},
    clauses=frozenset({"cap", "law"}),
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
        ("{{ blank }}", Blank("blank", "[Blank]")),
        ("{{ company }}", TermUse("Company", "the Company")),
        (
            "{{ company.name }}",
            Value("company.name", "Aurora_Ltd", ValueOrigin((Place(""),)), "The legal name of the Company."),
        ),
        ("{{ partner.name }}", Blank("partner.name", "[Partner’s legal name]", "The legal name of the Partner.")),
        ("{{ 'a<b>' }}", Text("a<b>")),
        ("{{ 1 + 2 }}", Text("3")),
        ("{{ 0.1 + 0.2 }}", Text("0.3")),
        ("{{ three | words }}", Value("three", "three (3)", spoken=True)),
        ("{{ three | spelled }}", Value("three", "three", spoken=True)),
        ("{{ three | ordinal }}", Value("three", "3rd")),
        ("{{ blank | words }}", Blank("blank", "[Blank]")),
        ("{{ blank | upper }}", Blank("blank", "[Blank]")),
        ("{{ blank * 12 }}", Blank("blank", "[Blank]")),
        ("{{ fee * 12 }}", Value("fee", "12,000")),
        ("{{ 100 - three }}", Value("three", "97")),
        ("{{ fee / 8 }}", Value("fee", "125")),
        ("{{ fee | divided(3) }}", Value("fee", "333.33")),
        ("{{ sellers }}", TermUse("Sellers", "the Sellers")),
        ("{{ sellers | each }}", TermUse("Sellers", "each of the Sellers")),
        ("{{ company | each }}", TermUse("Company", "the Company")),
        ("{{ sellers | all }}", TermUse("Sellers", "all Sellers")),
        ("{{ sellers | verb('is', 'are') }}", Text("are")),
        ("{{ company | verb('is', 'are') }}", Text("is")),
        ("{{ sellers | possessive }}", TermUse("Sellers", "the Sellers’")),
        ("{{ company | possessive }}", TermUse("Company", "the Company’s")),
        (
            "{{ sellers.name }}",
            Value("sellers.name", "A Ltd, B Ltd and C Ltd", ValueOrigin((Place(""),)), "The legal name of the Seller."),
        ),
        ("{{ parties }}", TermUse("parties", "the parties")),
        ("{{ parties | all }}", TermUse("parties", "all parties")),
        ("{{ three | plural('day') }}", Text("days")),
        ("{{ three | counted('day') }}", Value("three", "3 days")),
        ("{{ blank | counted('day') }}", Blank("blank", "[Blank] days")),
        ("{{ many | list('or') }}", Value("many", "a or b")),
        ("{{ company.facts.website }}", Blank("company.website", "[Company’s website]", "The website of the Company.")),
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
    assert render(text) == Rendered(text, tuple(HERE.below(n) for n in range(text.count("\n") + 1)), (), (), text)
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
        ("{{ blank | length }}{% if blank | length > 1 %}x{% endif %}", "[Blank]"),
        ("{% for each in sellers %}{{ each.name }};{% endfor %}", "A Ltd;B Ltd;C Ltd;"),
        ("{% if blank is blank and three is given %}a{% endif %}", "a"),
        ("{% if 'b' in many %}a{% endif %}", "a"),
        (
            ":::{name}\n```{name}\n{name}`x` {other} \\{name} x{name} {#name} [name]",
            ":::{name}\n```{name}\n{name}`x` {other} \\{name} x{name} {#name} [name]",
        ),
        ("{% for each in many %}{{ loop.index }}{% if not loop.last %}, {% endif %}{% endfor %}", "1, 2"),
        ("{{ company['name'] }}{{ [1, 2] }}{{ 1 / 4 }}", "Aurora_Ltd1 and 20.25"),
        ("{{ 'a' if fee >= 1000 else 'b' }}", "a"),
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
        (
            "a\n{% for s in sellers %}{{ s.shares }}{% endfor %}",
            "2: a party has no 'shares'; what a party's file says under `facts:` is asked for as `s.facts.shares`",
        ),
        *(
            (f"a\nfor {each} b", f"2: {each!r} is markup out of place")
            for each in ("{name}", "{ name }", "${name}", "[[name]]", "{company}")
        ),
        ("{{ deal.title }}", "1: 'deal' has no 'title': it is plain words"),
        ("{% for each in ['a'] %}{{ each.upper }}{% endfor %}", "1: 'each' has no 'upper': it is plain words"),
        *(
            (f"{{{{ {each} }}}}", f"1: this cannot be worked out: `{{{{ {each} }}}}` is nothing that can be printed")
            for each in ("range", "included", "none", "self", "company.facts")
        ),
        *(
            (f"a\n{{{{ {each} }}}}", "2: the template cannot be read: this prints nothing; leave it out")
            for each in ("[]", "()", "''", "' '", "'\\n'", "'\u200b'", "'\\x00'", "[] | list", "'' | upper")
        ),
        ("a\n{{ [['a'], 'b'] }}", "2: the template cannot be read: a list in a list is nothing that can be printed"),
        ("a\n{{ deal }}", "2: the template cannot be read: `deal` is for conditions, as in `{% if deal %}`, and"),
        ("a\n{{ deal | upper }}", "2: the template cannot be read: `deal` is for conditions"),
        ("{% for each in many %}{{ loop }}{% endfor %}", "1: this cannot be worked out: `{{ loop }}` is nothing"),
        *(
            (f"{{{{ {each} }}}}", "1: this cannot be worked out: only what has a name stands in brackets")
            for each in ("many[0]", "many[9]", "company[0]", "deal[0]", "many[0].name", "three[-1]")
        ),
        ("{{ 1 / 3 }}", "1: this cannot be worked out: the division has no exact result"),
        ("n.shares {{ buyer.shares }}", "1: a party has no 'shares'; write `buyer.facts.shares`"),
        ("{{ buyer.shares }}", "1: a party has no 'shares'; write `buyer.facts.shares`"),
        ("{% for b in buyer %}\n{{ b.shares }}{% endfor %}", "2: a party has no 'shares'; write `b.facts.shares`"),
        ("a\n{{ companie.name }}", "2: the value 'companie' is used here"),
        ("a\n{% if x", "2: the template cannot be read"),
        ("a\n{{ }}", "2: the template cannot be read: Expected an expression"),
        ("{% if yes %}\na\n", "1: the template cannot be read: this `{% if %}` has no `{% endif %}`"),
        ("a\nb\n{% frob %}", "3: the template cannot be read: Encountered unknown tag 'frob'"),
        ("a\n{{ name | uper }}", "2: the template cannot be read: there is no filter 'uper'; did you mean 'upper'?"),
        ("a\n{% if name is odd_ %}{% endif %}", "2: the template cannot be read: there is no test 'odd_'"),
        ("a\nb {{ 1 / 0 }}", "2: this cannot be worked out"),
        ("a\nb {{ fee / 3 }}", "2: this cannot be worked out: the division has no exact result"),
        ("a\n{{ fee | date }}", "2: this cannot be worked out: the filter `date` cannot word 'fee' (number)"),
        ("a\n{% if yes == 'maybe' %}{% endif %}", "2: this cannot be worked out: 'yes' is compared with what it can"),
        ("a\n{{ many.first }}", "2: 'many' (list) has no 'first'"),
        ("a\n{% if included('lwa') %}{% endif %}", "2: this cannot be worked out: there is no clause 'lwa'; did you"),
        ("a\n\n{{ fee + company }}", "3: this cannot be worked out"),
        ("a\n{{ name() }}", "2: the template cannot be read: only `included(…)` and `range(…)` can be called"),
        ("a\n{{ 'a' ~ name }}", "2: the template cannot be read: `~` is nothing a contract's text can do; write the"),
        ("a\n\ue000b {{ three }}", "2: a private-use character (U+E000 to U+E006) cannot stand in text"),
        ("a\n{% set x %}b {{ three }}{% endset %}\n{{ x }}", "2: the template cannot be read: `set` is nothing"),
        ("{% macro m() %}\nb\n{% endmacro %}", "1: the template cannot be read: `macro` is nothing"),
        ("a\n{% set fee = 5 %}{{ fee }}", "2: 'fee' is declared, and cannot be something else in the text"),
        ("a\n\n{% for buyer in many %}x{% endfor %}", "3: 'buyer' is declared, and cannot be something else"),
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
        "{{ 'a' * 1000000000 }}",
        "{{ 10 ** 10 ** 10 }}",
        "{{ '%0999999999d' % 5 }}",
        "{{ 'a'.ljust(1000000000) }}",
        "{{ [1] * 1000000000 }}",
        "{% for a in range(999) %}{% for b in range(999) %}{% endfor %}{% endfor %}",
        "{% for a in 'abc' * 99 %}{% for b in range(999) %}{% endfor %}{% endfor %}",
        "{{ company._members }}{{ parties._parties }}",
        "{{ name._value }}{{ name._declared.model_fields }}",
        "{{ company.facts._role._parties }}",
        "{{ company | each | attr('_role') }}",
        "{{ included.__self__.values }}",
    ],
)
def test_nothing_gets_out_of_the_sandbox(text: str) -> None:
    rendered = render(f"x\n{text}")
    assert rendered.findings
    assert {each.place for each in rendered.findings} == {HERE.below(1)}
    assert not re.search(r"<class|<function|<module|root:|Aurora", words(rendered))


def test_output_without_end_is_refused() -> None:
    words = "many words " * 1000
    rendered = render(f"{{% for a in range({LONGEST_RANGE}) %}}{words}{{% endfor %}}")
    assert complaints(rendered) == [f"1: this cannot be worked out: it gives more than {LONGEST:,} characters"]
    assert len(rendered.text) < 100


def test_a_template_changes_no_facts() -> None:
    rendered = render("{% set fee = 1 %}{{ fee }}{{ company.update({}) }}")
    assert rendered.findings
    assert FACTS.values["fee"]._value == 1000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a {{ three / 7 }} b", "a [this cannot be worked out: the division has no exact result"),
        ("a {{ name | uper }} b", "a [the template cannot be read: there is no filter 'uper'"),
        ("a {{ three three }} b", "a [the template cannot be read: expected token"),
        ("a {{ }} b", "a [the template cannot be read: Expected an expression"),
        ("a {{ three\n b", "a [the template cannot be read: its closing `}}` is missing]\n b"),
        ("a {{ three | plus(fee) }} b", "a [this cannot be worked out: `plus` and `minus` go from"),
        ("a {{ three | counted }} b", "a [this cannot be worked out: `counted`: missing a required argument"),
        ("a {{ nowhere | counted('day') }} b", "a [nowhere?] b"),
        ("a {{ three | counted(nowhere) }} b", "a [nowhere?] b"),
        ("a {{ nowhere * 2 + 1 }} b", "a [nowhere?] b"),
        ("a {{ 'x' if nowhere else 'y' }} b", "a [nowhere?] b"),
        ("a {{ nowhere if yes else 'y' }} b", "a [nowhere?] b"),
        ("a {% if three / 7 > 1 %}x{% else %}y{% endif %} b", "a [this cannot be worked out: the division has"),
        ("a {% if nowhere %}x{% else %}y{% endif %} b", "a [nowhere?]y b"),
        ("a {% if nowhere is given %}x{% else %}y{% endif %} b", "a [nowhere?]y b"),
        ("a {% if no %}{% elif nowhere > 1 %}x{% else %}y{% endif %} b", "a [nowhere?]y b"),
        ("a {% if three three %}x{% else %}y{% endif %} b", "a [the template cannot be read: expected token"),
        ("a {% for x in nowhere %}x{% endfor %} b", "a [nowhere?] b"),
        ("a {% for x in fee %}x{% endfor %} b", "a [this cannot be worked out: 'fee' is no list] b"),
        ("a {% for x in 3 %}x{% endfor %} b", "a [this cannot be worked out: '3' is no list] b"),
        ("a {% for x of many %}x{% endfor %} b", "a [the template cannot be read: expected token 'in'"),
        ("a {% for x in many if x / 2 %}x{% endfor %} b", "a [this cannot be worked out: 'many' (text) is nothing"),
        ("a {% set x = three / 7 %}{{ x * 2 }} b", "a [this cannot be worked out: the division has no exact"),
        ("a {% set x = three three %}{{ x }} b", "a [the template cannot be read: expected token"),
        ("a {% frob %}x{% endfrob %} b", "a [the template cannot be read: Encountered unknown tag 'frob'.]x b"),
        ("a {% macro m() %}x{% endmacro %} b", "a [the template cannot be read: `macro` is nothing a contract's"),
        ("a {% if yes %}x b", "a [the template cannot be read: this `{% if %}` has no `{% endif %}`]x b"),
        ("a {% endif %} b", "a [the template cannot be read: this `{% endif %}` has no `{% if %}`] b"),
        ("a {% if yes %}{% for x in many %}{{ three }}{% endif %} b", "a [the template cannot be read: this `{% for"),
        ("a {% for x in many %}{% if yes %}{{ three }}{% endfor %} b", "a [the template cannot be read: this `{% if"),
        ("a {% if x b", "a [the template cannot be read: its closing `%}` is missing]"),
    ],
)
def test_what_fails_is_shown_where_it_stands_and_the_rest_is_there(text: str, expected: str) -> None:
    rendered = render(f"before\n{text}\nafter {{{{ three }}}}")
    assert words(rendered).startswith(f"before\n{expected}")
    assert words(rendered).endswith(" b\nafter 3" if "{% if x b" not in text else "]\nafter 3")
    assert [each.place for each in rendered.findings] == [HERE.below(1)]
    assert any(isinstance(run, Broken) for run in rendered.slots)
    assert "\ue000" not in words(rendered)


FRAGMENTS = ["words", "\n", "}}", "%}", "##}", "{##", "{{ three", "{% if yes", "{{ }}", "{% %}", "{{ three three }}"]
FRAGMENTS += ["{{ three }}", "{% if yes %}", "{% if yes yes %}", "{%- if no -%}", "{% elif no %}", "{% else %}"]
FRAGMENTS += ["{% endif %}", "{% for x in many %}", "{% for x of many %}", "{% endfor %}", "{% raw %}", "{% endraw %}"]
FRAGMENTS += ["{% set y = three %}", "{% set y %}", "{% endset %}", "{% frob %}", "{% endfrob %}", "{% macro m() %}"]
FRAGMENTS += ["{% endmacro %}"]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=7))
def test_whatever_is_wrong_what_stands_before_and_after_is_there(fragments: list[str]) -> None:
    rendered = render("\n".join(("alpha", *fragments, "omega")))
    assert words(rendered).startswith("alpha")
    assert words(rendered).endswith("omega")
    assert not rendered.findings or any(isinstance(run, Broken) for run in rendered.slots)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{% set x %}a{% endset %}{% set y = three %}{{ y }}",
            "[the template cannot be read: `set` is nothing a contract's text can do; write the text where it goes]3",
        ),
        ("{% frob %}{% frob %}", "[the template cannot be read: Encountered unknown tag 'frob'.]" * 2),
        ("{## a", "[the template cannot be read: its closing `##}` is missing]"),
    ],
)
def test_what_is_refused_once_hides_nothing_else(text: str, expected: str) -> None:
    assert words(render(text)) == expected


def test_what_cannot_be_read_is_told_though_no_deal_prints_it() -> None:
    rendered = render("a {% if no %}{{ three three }}{{ name | uper }}{% endif %} b")
    assert words(rendered) == "a  b"
    assert len(rendered.findings) == 2


def test_a_failure_in_a_loop_is_shown_each_time_and_told_once() -> None:
    rendered = render("{% for x in many %}{{ three / 7 }} {{ x }};{% endfor %}")
    assert len(re.findall(r"\[this cannot be worked out: .*?\] [ab];", words(rendered))) == 2
    assert len(rendered.findings) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ eur * part }}", "EUR 41,683.29"),
        ("{{ eur * part + eur * part }}", "EUR 83,366.58"),  # exact inside: twice 41,683.29165
        ("{{ eur * share / 100 }}, {{ share / 100 * eur }}", "EUR 12,517.51, EUR 12,517.51"),
        ("{{ eur * share }}", "[this cannot be worked out: 'eur' is multiplied by a percentage as if"),
        ("{{ (share * eur) | money_words }}", "[this cannot be worked out: 'eur' is multiplied by a percentage as"),
        ("{{ (eur * share) | divided(100) }}", "EUR 12,517.51"),
        ("{{ yen | divided(7) }}, {{ yen / 8 }}", "JPY 14, JPY 13"),
        ("{{ 300 / three }}, {{ three / 0 }}", "100, [this cannot be worked out: nothing can be divided by 0]"),
        ("{{ 300 / eur }}", "[this cannot be worked out: '300' and 'EUR 125,175.05' cannot be used together"),
        ("{{ eur + 1 }}", "[this cannot be worked out: 'EUR 125,175.05' and '1' cannot be used together"),
        ("{{ month | counted('month') }}, {{ month | plural('month') }}", "1 month, month"),
        ("{{ month | counted('day') }}", "[this cannot be worked out: '1 month' is not counted in 'day'; `{{ month"),
        ("{{ month | plural('day') }}", "[this cannot be worked out: '1 month' is not counted in 'day'"),
        ("{{ month.count | counted('day') }}", "1 day"),
        ("{{ part | counted('day') }}", "0.333 days"),
        ("{{ month.unit }}{% if month.unit == 'month' %}!{% endif %}", "month!"),
        ("{{ share | words }}, {{ part | words }}", "ten per cent (10%), zero point three three three (0.333)"),
        ("{{ eur | words }}", "[this cannot be worked out: the filter `words` cannot word 'eur' (money); `money"),
        ("{{ sellers | list('or') }}", "[this cannot be worked out: `list` would print the term of 'sellers'"),
        ("{{ [company, partner] | list('or') }}", "the Company or the Partner"),
        ("{{ empty }}", "[this cannot be worked out: the list 'empty' has nothing in it to print; put this between"),
        ("{{ empty | list }}", "[this cannot be worked out: the list has nothing in it]"),
        ("{% for n in range(three) %}{{ n }}{% endfor %}", "012"),
        ("{% for n in range(open) %}{{ n }};{% endfor %}", "[Open];"),
        ("{% for n in range(part) %}{{ n }};{% endfor %}", "[this cannot be worked out: a range goes from and to"),
        ("{{ three | words(1) }}", "[this cannot be worked out: `words`: too many positional arguments]"),
        ("{{ company.term }}, {{ sellers.term }}, {{ sellers | one }}", "Company, Sellers, Seller"),
        ("{{ company | upper }}, {{ company | a }}", "THE COMPANY, a Company"),
        ("{{ sellers | each | possessive }}, {{ company | each | possessive }}", "each of the Sellers’, the Company’s"),
    ],
)
def test_what_is_worked_out(text: str, expected: str) -> None:
    written: dict[str, tuple[Any, object]] = {
        "eur": ("money", "EUR 125,175.05"),
        "yen": ("money", "JPY 100"),
        "share": ("percent", "10"),
    }
    written |= {"part": ("number", "0.333"), "month": ("duration", "1 month"), "open": ("integer", None)}
    values = {
        name: known_value(name, Declaration(type=type), Given(each, HERE, None), Wording(), NOBODY, set())
        for name, (type, each) in written.items()
    }
    facts = replace(FACTS, values={**FACTS.values, **values})
    assert words(render(text, facts)).startswith(expected)


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
    rendered = render(TEMPLATE, Facts(known(v=value, l=tuple(many)), {"r": role("r", "R", value)}))
    assert re.fullmatch(r"[1. and*X\n\ue000\ue0010-9]*", rendered.text)
    assert SLOT.sub("", rendered.text) == "1.  and \n" + "   * \n" * len(many) + "X\n" * (value == "x")
    filled = [rendered.slots[int(found)] for found in SLOT.findall(rendered.text)]
    assert [run.text for run in filled if isinstance(run, Value)] == [value, value, *many, value]
    assert all(isinstance(run, Value) for run in filled)
    assert not rendered.findings


@pytest.mark.parametrize(
    ("type", "written", "text", "expected"),
    [
        ("date", "2027-01-31", "{{ x }}, {{ x.year }}", "31 January 2027, 2027"),
        ("date", "2027-01-31", "{{ x.year + 1 }} {{ x.year - 1 }} {{ x.year * 2 }}", "2028 2026 4,054"),
        ("date", "2027-01-31", "{{ x | plus('1 month') }}", "28 February 2027"),
        ("date", "2027-01-31", "{{ x | minus('1 year') | date('d.M.y') }}", "31.1.2026"),
        ("date", "2026-12-24", "{{ x | plus('2 business days') }}", "30 December 2026"),
        ("date", "2026-12-25", "{{ x | business_day }}", "29 December 2026"),
        ("date", "2027-01-31", "{% if x > '2027-01-01' %}later{% endif %}", "later"),
        ("money", "EUR 1250.50", "{{ x }} {{ x.currency }} {{ x | money('symbol') }}", "EUR 1,250.50 EUR €1,250.50"),
        ("money", "EUR 100", "{{ x * 12 }}, {{ x + x }}", "EUR 1,200, EUR 200"),
        ("money", "EUR 100", "{% if x >= 'EUR 100' %}enough{% endif %}", "enough"),
        ("money", "GBP 250000", "{{ x | money_words }}", "two hundred and fifty thousand British pounds"),
        ("duration", "3 years", "{{ x | words }}, {{ x }}, {{ x | spelled }}", "three (3) years, 3 years, three years"),
        ("duration", "1 month", "{{ x.count }} {{ x.unit | plural }}", None),
        ("percent", "12.50", "{{ x }}, {{ 100 - x }}", "12.5%, 87.5%"),
        ("choice", "b", "{% if x == 'b' %}b{% endif %}", "b"),
        ("address", {"street": "1 Foundry Lane", "city": "Bristol", "postcode": "BS1 4QA", "country": "GB"},
         "{{ x }}; {{ x.city }}", "1 Foundry Lane, Bristol, BS1 4QA, United Kingdom; Bristol"),
        ("list", ["a", "b", "c"], "{{ x }}; {{ x | list('or') }}; {{ x | length }}", "a, b and c; a, b or c; 3"),
    ],
)  # fmt: skip
def test_each_type_as_contracts_word_it(type: str, written: object, text: str, expected: str | None) -> None:
    limits = {"choices": ("a", "b")} if type == "choice" else {}
    rendered = render(text, Facts({"x": fact(type, written, **limits)}, wording=Wording(calendar="GB-ENG")))
    if expected is None:
        assert rendered.findings
    else:
        assert (words(rendered), rendered.findings) == (expected, ())


def test_a_date_that_is_worked_out_tells_where_all_of_it_was_written() -> None:
    term = known_value(
        "term",
        Declaration(type="duration"),
        Given("2 days", HERE, ValueOrigin((Place("c", 2),))),
        Wording(),
        NOBODY,
        set(),
    )
    facts = Facts({"x": fact("date", "2027-01-31"), "term": term}, wording=Wording(calendar="GB-ENG"))
    text = (
        "{{ x | plus(term) }} {{ x | minus(term) }} {{ x | plus('1 day') }} {{ x | business_day }} {{ x | date('y') }}"
    )
    rendered = render(text, facts)
    assert [str(getattr(slot, "origin", None)) for slot in rendered.slots] == [
        "d:1, c:2",
        "d:1, c:2",
        "d:1",
        "d:1",
        "d:1",
    ]
    moved = render("{{ (x | plus(term)).year }} {{ x | plus(term) | plus(term) }}", facts).slots
    assert [str(getattr(slot, "origin", None)) for slot in moved] == ["d:1, c:2", "d:1, c:2"]


def test_a_choice_is_never_compared_with_what_it_cannot_be() -> None:
    facts = Facts({"x": fact("choice", "a", choices=("a", "partner leads"))})
    (found,) = complaints(render("{% if x == 'partner leeds' %}{% endif %}", facts))
    assert found.startswith("1: this cannot be worked out: 'x' is compared with what it can never be: it must be")
    assert found.endswith("did you mean 'partner leads'?")


@pytest.mark.parametrize(
    ("condition", "undecided"),
    [("x", {"x"}), ("x == 'a'", {"x"}), ("not x", {"x"}), ("x is given", set()), ("y", set()), ("y > 3", {"y"})],
)
def test_a_blank_that_decides_is_noted(condition: str, undecided: set[str]) -> None:
    noted: set[str] = set()

    def blank(name: str, type: str) -> Known:
        return Known(name, None, declared=Declaration(type=type, choices=("a",) if type == "choice" else ()),
                     undecided=noted)  # fmt: skip

    assert not holds(condition, Facts({"x": blank("x", "choice"), "y": blank("y", "integer")})) or "not" in condition
    assert noted == undecided


def test_the_names_in_a_text_are_those_of_all_its_branches() -> None:
    text = "{% if a %}{{ b | plus(c) }}{% else %}{{ d.e }}{% endif %}{% for f in g %}{{ f }}{% endfor %}"
    assert names_in(text + "{{ included('h') }}") == {"a", "b", "c", "d", "g"}
