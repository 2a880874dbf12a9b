"""Attributes before contract text: those that mean nothing are told, with what was meant; none is lost in silence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from projects import Built, Project

CASES = {
    "list-class": ("{.romna}\n1. x\n", "'.romna' means nothing before a numbered list; did you mean '.roman'?"),
    "heading-class": ("{.shedule}\n## X\n1. x\n", "'.shedule' means nothing at a heading; did you mean '.schedule'?"),
    "item-attribute": ('1. {#x nubmer="1A"} x\n', "'nubmer' means nothing in a numbered item; did you mean 'number'?"),
    "list-attribute": ("{strat=3}\n1. x\n", "'strat' means nothing before a numbered list; did you mean 'start'?"),
    "elsewhere": (
        "1. {.roman} x\n",
        "'.roman' means nothing in a numbered item; it belongs on a line of its own",
    ),
    "heading-start": ("{start=3}\n## X\n1. x\n", "'start' means nothing at a heading; it belongs on a line of its own"),
    "list-number": ('{number="1A"}\n1. x\n', "'number' means nothing before a numbered list; it belongs behind the"),
    "list-kind": (
        "{.schedule}\n1. x\n",
        "'.schedule' means nothing before a numbered list; it belongs before a",
    ),
    "bullets": (
        "{.roman}\n* x\n",
        "'.roman' means nothing before text that has no number; it belongs on a line of its",
    ),
    "paragraph": ('{number="2"}\nWords.\n', "'number' means nothing before text that has no number; it belongs behind"),
    "table": ("{.wide}\n| a |\n|---|\n| b |\n", "'.wide' means nothing before text that has no number; remove it"),
    "quotation": ("{.wide}\n> x\n", "'.wide' means nothing before a quotation; remove it"),
    "own": ("{.wide}\n## X\n1. x\n", "'.wide' means nothing at a heading; remove it"),
    "directive-label": (
        "{#us}\n:::{parties}\n:::\n",
        "the label 'us' stands before a directive, which cannot have one",
    ),
    "directive-class": ("{.roman}\n:::{parties}\n:::\n", "'.roman' means nothing before a directive; it belongs on a"),
    "empty": ("1. {#x}\n1. y {clause}`x`\n", "this item has a label but no words; write its text"),
    "list-below": ("{.recitals}\n1. x\n", "'.recitals' marks a list only under the title"),
    "below-text": ("1. x\n   {number=4}\n", "a line of attributes became part of the text before it"),
}
#: What means something is not told of.
RIGHT = """
{.parties}
## Parties
1. x

{.recitals}
## Background
1. x

{.part #p}
## Part

{#one .unnumbered}
## One
{.roman}
1. {#a} x
1. {#b}
   x

{.upper-alpha start=3}
1. x

{format="1)"}
1. x

{attribution="A"}
> quoted

{.schedule}
## S

{.annex}
## A

{.appendix}
## A
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("attributes"))
    head = "---\nagreement:\n  roles: {us: Us}\n---\n# Title\n\n## Clause\n\n"
    pages = {f"agreements/{name}.md": f"{head}{body}" for name, (body, _) in CASES.items()}
    project.write({**pages, "agreements/right.md": f"{head}{RIGHT}"})
    return project.build("outline")


def reported(built: Built, name: str) -> list[str]:
    return [line for line in built.messages.splitlines() if line.startswith(f"agreements/{name}.md:")]


@pytest.mark.parametrize("name", CASES)
def test_what_means_nothing_is_told(name: str, built: Built) -> None:
    (message,) = reported(built, name)
    assert CASES[name][1] in message
    line = 9 + CASES[name][0].count("\n", 0, max(CASES[name][0].find("{number=4}"), 0))
    assert int(message.split(":")[1]) in (line, line + 1), "the line of the attributes or of what they stand before"


def test_what_means_something_is_not_told(built: Built) -> None:
    assert reported(built, "right") == []


def test_a_label_of_an_item_without_text_can_be_cited(built: Built) -> None:
    assert built.cites("agreements/empty") == ["clause 1.1"]


def test_attributes_of_what_is_not_ours_are_its_own(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"index.md": "---\nagreement:\n---\n# T\n\n:::{container} box\n{.wide}\nWords.\n:::\n\n## A\n1. x\n"})
    site = project.build()
    assert site.messages == ""
    assert '<p class="wide">Words.</p>' in site.page("index")


def test_an_item_of_a_label_alone_is_told_whatever_is_undecided(tmp_path: Path) -> None:
    """A blank that decides what other items say leaves this one as it is."""
    project = Project(tmp_path)
    project.write(
        {
            "agreements/a.md": """
        ---
        agreement:
          values: {late: {type: boolean}}
        ---
        # A

        ## Words
        1. {#bare}
        1. {#open}
           {% if late %}Late.{% endif %}
        1. {% if late %}{#inline} Late.{% endif %}
        1. {#below}
        {% if late %}
           Late.
        {% endif %}
        1. All is said, see {clause}`bare`.
        """
        }
    )
    built = project.build("outline")
    assert re.findall(r"a\.md:(\d+): WARNING: ([^;]*)", built.messages) == [("8", "this item has a label but no words")]
