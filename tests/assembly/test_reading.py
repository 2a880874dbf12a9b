"""One reading: a clause that an agreement is said to have is one that MyST places there, and no other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import Built, Project, visible

from whereas.assembly import survey
from whereas.assembly.branches import branches
from whereas.assembly.syntax import syntax_of


class Form(NamedTuple):
    """A way to write a clause into a page, `@` being its name, and whether that places it."""

    text: str
    placed: bool = True


FORMS = {
    "colons": Form(":::{clause} @\n:::"),
    "more colons": Form(":::::{clause} @\n:::::"),
    "backticks": Form("```{clause} @\n```"),
    "tildes": Form("~~~{clause} @\n~~~"),
    "capitals": Form(":::{Clause} @\n:::"),
    "an empty line in it": Form(":::{clause} @\n\n:::"),
    "never closed": Form(":::{clause} @"),
    "options": Form(":::{clause} @\n:variant: short\n:::"),
    "indented options": Form(":::{clause} @\n  :variant: short\n:::"),
    "an option block": Form(":::{clause} @\n---\nvariant: short\n---\n:::"),
    "in a condition": Form("{% if yes %}\n:::{clause} @\n:::\n{% endif %}"),
    "in another case": Form("{% if no %}\nx\n{% elif yes %}\n:::{clause} @\n:::\n{% else %}\n1. x\n{% endif %}"),
    "its name by a condition": Form(":::{clause} {% if yes %}@{% else %}other{% endif %}\n:::"),
    "on a line with tags": Form("{% if yes %}:::{clause} @\n:::{% endif %}"),
    "in a loop": Form("{% for each in [1] %}\n:::{clause} @\n:::\n{% endfor %}"),
    "placed by a clause": Form(":::{clause} around-@\n:::"),
    "placed by a variant": Form(":::{clause} around-@\n:variant: other\n:::"),
    "in a file taken in": Form(":::{include} _@.txt\n:::"),
    "in a comment": Form("<!--\n:::{clause} @\n:::\n-->", placed=False),
    "in a comment of the template": Form("{##\n:::{clause} @\n:::\n##}", placed=False),
    "in a comment of MyST": Form("% :::{clause} @\n% :::", placed=False),
    "shown": Form("````\n:::{clause} @\n:::\n````", placed=False),
    "shown in colons": Form("::::{code-block} md\n:::{clause} @\n:::\n::::", placed=False),
    "indented as code": Form("Words.\n\n    :::{clause} @\n    :::", placed=False),
    "within a line": Form("Write `:::{clause} @` for it.", placed=False),
    "two colons": Form("::{clause} @\n::", placed=False),
}
CLAUSE = """
title: Clause @
values: {needed: {required_if: "true"}}
text: |
  1. Whole {{ needed }}.
variants:
  short: {text: "1. Short {{ needed }}."}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("reading"))
    files = {"clauses/other.yaml": "title: Other\ntext: 1. Other.\n"}
    for number, form in enumerate(FORMS.values()):
        name = f"c{number}"
        text = form.text.replace("@", name)
        values = "{yes: {type: boolean, default: yes}, no: {type: boolean, default: no}}"
        files |= {
            f"agreements/a{number}.md": f"---\nagreement:\n  values: {values}\n---\n# A\n\n## One\n1. One.\n\n{text}\n",
            f"agreements/_{name}.txt": f"Words.\n\n:::{{clause}} {name}\n:::\n",
            f"deals/_{name}.txt": f"Words.\n\n:::{{clause}} {name}\n:::\n",
            f"deals/d{number}.yaml": f"agreement: a{number}\n",
            f"clauses/{name}.yaml": CLAUSE.replace("@", name).replace("needed", f"v{number}"),
            f"clauses/around-{name}.yaml": f"title: Around\ntext: |\n  1. Words.\n\n  :::{{clause}} {name}\n  :::\n"
            f"variants:\n  other:\n    text: |\n      1. Other.\n\n      :::{{clause}} {name}\n      :::\n",
        }
    project.write(files)
    return project.build("outline")


@pytest.mark.parametrize("name", FORMS)
def test_a_clause_is_known_where_it_is_placed(name: str, built: Built) -> None:
    number = list(FORMS).index(name)
    placed = {each["id"] for each in built.outline(f"deals/d{number}")["clauses"]}
    assert (f"c{number}" in placed) is FORMS[name].placed
    assert (f"the value 'v{number}' must be given" in built.messages) is FORMS[name].placed
    assert f"the value 'v{number}' is used here and declared nowhere" not in built.messages


def test_options_are_read_as_myst_reads_them() -> None:
    text = "\n:::{clause} cap\n---\nas: lid\nwith: payer=buyer, fee=price\nvariant: high\n---\n:::\n"
    (found,) = survey.read_text(text, syntax_of()).directives
    assert (found.line, found.argument) == (2, "cap")
    assert found.options == {"as": "lid", "with": (("payer", "buyer"), ("fee", "price")), "variant": "high"}


def test_terms_are_those_that_the_text_defines() -> None:
    text = """
        {define}`Fee` and {define}`Confidential
        Information <CI, Secrets>`, {% if a %}{define}`Costs`{% endif %} {define}`{{ name }}`.

        `{define}` and <!-- {define}`Old` --> and ``{define}`Code` ``.

        <!-- {define}`Gone` -->
        """
    defined = survey.read_text("\n".join(map(str.strip, text.splitlines())), syntax_of()).defined
    assert defined == (("Fee", ()), ("Confidential Information", ("CI", "Secrets")), ("Costs", ()))


# ---- all branches of a template


@st.composite
def templates(draw: st.DrawFn) -> str:
    """A template of lines, each of its own words, under conditions that each have a name of their own."""
    count = iter(range(1000))

    def body(depth: int) -> list[str]:
        lines = []
        for _ in range(draw(st.integers(1, 3))):
            if depth == 0 or draw(st.booleans()):
                lines.append(f"line {next(count)}")
                continue
            lines += [f"{{% if c{next(count)} %}}", *body(depth - 1)]
            for _ in range(draw(st.integers(0, 2))):
                lines += [f"{{% elif c{next(count)} %}}", *body(depth - 1)]
            lines += ["{% else %}", *body(depth - 1)] if draw(st.booleans()) else []
            lines.append("{% endif %}")
        return lines

    return "\n".join(body(2))


@given(templates())
def test_branches_are_texts_that_the_template_may_give_and_have_all_of_it(text: str) -> None:
    whole = text.split("\n")
    seen = set()
    for branch, lines in branches(text):
        given = branch.split("\n") if branch else []
        assert given == [whole[line - 1] for line in lines[: len(given)]]  # each from the line it says
        seen.update(given)
        taken = {line.split()[1] for line in given}
        assert list(taken_by(whole, taken)) == given
    assert seen == {line for line in whole if line.startswith("line")}


def taken_by(lines: list[str], chosen: set[str]) -> list[str]:
    """What a template gives when those conditions are met under which the chosen lines stand."""
    given: list[str] = []
    open_: list[list[list[str]]] = [[given]]
    for line in lines:
        if line.startswith("{% if"):
            open_.append([[]])
        elif line.startswith(("{% elif", "{% else")):
            open_[-1].append([])
        elif line.startswith("{% endif"):
            cases = open_.pop()
            met = [case for case in cases if any(words.split()[1] in chosen for words in case)]
            assert len(met) <= 1, "two cases of one condition at once"
            open_[-1][-1] += met[0] if met else []
        else:
            open_[-1][-1].append(line)
    return given


def test_a_template_that_cannot_be_read_is_still_looked_through() -> None:
    text = "{% if %}\n:::{clause} cap\n:::\n{{ x | nonsense }}\n"
    assert [each.argument for each in survey.read_text(text, syntax_of()).directives] == ["cap"]


# ---- in a project

PAGE = """
    ---
    agreement:
      roles: {company: Company}
      values: {yes: {type: boolean}}
    ---
    # Agreement

    ## One
    1. {% if included("lid") %}There is a cap.{% endif %} {% if included("inner") %}There is an inner one.{% endif %}

    :::{clause} cap
    ---
    as: lid
    variant: high
    ---
    :::

    :::{clause} outer
    :::

    {% if yes %}
    :::{clause} seldom
    :::
    {% endif %}
    """
FILES = {
    "agreements/a.md": PAGE,
    "clauses/cap.yaml": "title: Cap\ntext: 1. Low.\nvariants: {high: {text: 1. High.}}\n",
    "clauses/outer.yaml": "title: Outer\ntext: |\n  1. Outer words.\n\n  :::{clause} inner\n  :::\n",
    "clauses/inner.yaml": "title: Inner\nvalues: {depth: {type: text}}\ntext: 1. Inner words, {{ depth }}.\n",
    "clauses/seldom.yaml": "title: Seldom\nvalues: {rare: {type: text}}\ntext: 1. Seldom, {{ rare }}.\n",
    "clauses/own.yaml": "title: Own\nvalues: {ours: {type: text}}\ntext: 1. Own words, {{ ours }}.\n",
    "deals/d.yaml": "agreement: a\nvalues: {depth: deep}\nclauses: {lid: {because: Asked for, title: Lid}}\n",
    "deals/e.yaml": "agreement: a\nclauses: {inner: omit}\n",
    "p.md": "---\norphan: true\ndeal: f\n---\n# Page\n\n:::{agreement}\n:::\n\n:::{clause} own\n:::\n",
    "deals/f.yaml": "agreement: a\nvalues: {ours: our words}\n",
    "terms.md": "---\norphan: true\nagreement: {terms_of: defs}\n---\n# Terms\n\n## One\n1. The Fee and the Old Fee.\n",
    "defs.md": "---\norphan: true\nagreement:\n---\n# Defs\n\n## One\n1. The {define}`Fee`.\n\n"
    "<!-- {define}`Old Fee` -->\n",
    "math.md": "---\nagreement:\nmyst: {enable_extensions: [dollarmath]}\norphan: true\n---\n# Math\n\n{#one}\n"
    "## One\n1. {#a}\n   By $x$ and {clause}`a, one`.\n",
    "deals/math.yaml": "agreement: math\n",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("placed"))
    project.write(FILES)
    return project


@pytest.fixture(scope="module")
def outlines(project: Project) -> Built:
    return project.build("outline")


def lines(built: Built, docname: str) -> list[str]:
    return [each["text"] for each in built.outline(docname)["provisions"]]


def test_nothing_is_wrong_with_these(outlines: Built) -> None:
    assert outlines.messages.count("ERROR") == 0, outlines.messages


def test_a_condition_knows_clauses_by_the_names_they_have(outlines: Built) -> None:
    assert "There is a cap. There is an inner one." in lines(outlines, "deals/d")
    assert "There is a cap." in lines(outlines, "deals/e")


def test_a_deal_chooses_by_these_names_and_values_of_inner_clauses_are_asked_for(outlines: Built) -> None:
    assert "High." in lines(outlines, "deals/d")
    assert "Inner words, deep." in lines(outlines, "deals/d")
    assert not any("Inner" in line for line in lines(outlines, "deals/e"))
    departure = outlines.outline("deals/d")["deviations"][0]
    assert (departure["kind"], departure["subject"], departure["standard"]) == ("title", "lid", "Cap")


def test_a_deals_own_page_may_place_clauses_with_values(outlines: Built) -> None:
    assert "Own words, our words." in lines(outlines, "p")


def test_terms_of_another_agreement_are_those_it_defines(project: Project) -> None:
    linked = re.findall(r'class="wh-term wh-elsewhere">(.*?)</span>', project.build().page("terms"))
    assert [visible(each) for each in linked] == ["Fee", "Fee"]  # not the Old Fee


def test_what_a_page_says_of_myst_holds_in_its_deals_and_takes_nothing_away(outlines: Built) -> None:
    for docname in ("math", "deals/math"):
        assert outlines.cites(docname) == ["clauses 1 and 1.1"] * 2  # once for each label


def test_many_deals_of_a_template_are_one_reading(project: Project) -> None:
    project.write({f"deals/many{number}.yaml": "agreement: a\n" for number in range(5)})
    survey._read.cache_clear()
    project.build("outline", out="-many")
    assert survey._read.cache_info().misses == len({"a", "outer", "p", "defs"})


def test_a_page_is_read_again_when_a_clause_changes_that_it_may_have(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(FILES)
    project.build("outline", out="-again")
    project.write({"clauses/seldom.yaml": FILES["clauses/seldom.yaml"].replace("type: text", "required_if: 'true'")})
    assert "deals/d.yaml:2:1: ERROR: the value 'rare' must be given" in project.build("outline", out="-again").messages
