"""A deal's page of its own: where the agreement stands in it, and that what is written around it stays around it."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import INDEX, Built, Project
from test_markdown import reported

SALE = """
    ---
    agreement:
    ---
    # Sale

    ## Price
    1. {#pay} It is due.

    ### Later
    1. Later.

    :::{clause} law
    :::
    """
MADE = "---\nagreement:\n---\n# Sale\n\nIt is made by:\n\n1. them.\n\n## Price\n1. Pay.\n"
LIST = "---\nagreement:\n---\n# Sale\n\n1. Pay.\n"
LAW = "title: Law\ntext: |\n  1. English law.\n\n  ## Courts\n  1. Its courts.\n"
BODY = ":::{agreement}\n:::\n\n"
SAID = "1. Price 1.1 It is due. 1.2 Later (a) Later. 2. Law 2.1 English law. 2.2 Courts (a) Its courts."
#: What a page says with the agreement in it, and the numbers and words that are printed.
PAGES = {
    "alone": (BODY, SAID),
    "below-a-heading": (
        "{.unnumbered}\n## Preface\nWords.\n\n" + BODY,
        f"Preface Words. {SAID}",
    ),
    "below-a-numbered-heading": (
        "## One\n1. Words.\n\n" + BODY + "1. More words.\n\n## Last\n1. Last words.\n",
        "1. One 1.1 Words. 2. Price 2.1 It is due. 2.2 Later (a) Later. 3. Law 3.1 English law. 3.2 Courts "
        "(a) Its courts. (b) More words. 4. Last 4.1 Last words.",
    ),
    "in-a-part": (
        "{.part}\n## All of it\n\n" + BODY,
        f"Part A All of it {SAID}",
    ),
    "text-after-it": (
        BODY + "After.\n\n1. At last.\n",
        f"{SAID} After. (b) At last.",
    ),
    "a-directive-after-it": (
        BODY + ":::{clause} law\n:as: again\n:::\n\n:::{key-terms}\n:::\n\nAfter.\n",
        f"{SAID} 3. Law 3.1 English law. 3.2 Courts (a) Its courts. Term Value Used in After.",
    ),
}  # fmt: skip

#: Pages in which an agreement stands as it must not.
WRONG = {"made": f"## One\n\n{BODY}", "list": f"## One\n\n{BODY}", "twice": BODY * 2, "never": "Words.\n"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("own"))
    project.write({"index.md": f"{INDEX}\n```{{toctree}}\n:glob:\nown/*\n```\n", "clauses/law.yaml": LAW})
    project.write({"agreements/sale.md": SALE, "agreements/made.md": MADE, "agreements/list.md": LIST})
    for name, text in WRONG.items():
        project.write({f"deals/{name}.yaml": f"agreement: {name if name in ('made', 'list') else 'sale'}\n"})
        project.write({f"own/{name}.md": f"---\ndeal: {name}\n---\n# Ours\n\n{text}"})
    for name, (text, _) in PAGES.items():
        project.write({f"deals/{name}.yaml": "agreement: sale\n"})
        project.write({f"own/{name}.md": f"---\ndeal: {name}\n---\n# Ours\n\n{text}"})
    return project.build("text")


@pytest.mark.parametrize("name", PAGES)
def test_an_agreement_stands_in_a_page_as_it_stands_alone(built: Built, name: str) -> None:
    """Its clauses are the equals of the headings around it, and what comes after it comes after it."""
    assert reported(built, f"own/{name}.md") == []
    words = [
        word for word in built.text(f"own/{name}").partition(" draft ")[2].split() if not set(word) <= set("=-~*_+|")
    ]
    assert " ".join(words) == PAGES[name][1]


@pytest.mark.parametrize(
    ("name", "line", "said"),
    [
        (
            "made",
            8,
            "this agreement has text before its first heading, which becomes part of what stands above it here; put "
            "{agreement} before the first heading of this page",
        ),
        (
            "list",
            8,
            "this agreement has text before its first heading, which becomes part of what stands above it here; put "
            "{agreement} before the first heading of this page",
        ),
        ("twice", 9, "the agreement stands on this page already, at own/twice.md:6; leave one of them out"),
        ("never", "2:1", "this page of a deal does not have its agreement in it; write {agreement} where it goes"),
    ],
)
def test_an_agreement_stands_once_and_whole_on_its_page(built: Built, name: str, line: int | str, said: str) -> None:
    assert reported(built, f"own/{name}.md") == [f"{line}: ERROR: {said} [whereas.misplaced]"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("## One\n1. Words.\n\n## Two\n1. Words.\n", ["4"]),
        ("Words.\n\n### One\n1. Words.\n", ["6"]),
        ("# One\n\n## Two\n1. Words.\n", []),
        ("One\n===\n\n## Two\n1. Words.\n", []),
        ("1. Words.\n", []),
        (":::{clause} law\n:::\n", []),
    ],
)
def test_a_clause_is_not_taken_for_the_title_in_silence(text: str, told: list[str], tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"agreements/a.md": f"---\nagreement:\n---\n{text}", "clauses/law.yaml": LAW})
    said = "this heading is taken for the title of the page, which has none; write the title above it, as `# Title`"
    found = [each for each in reported(project.build("text"), "agreements/a.md") if "whereas." in each]
    assert found == [f"{line}: ERROR: {said} [whereas.misplaced]" for line in told]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("# A\n\n## One\n1. Words.\n\n# Two\n\n## Three\n1. Words.\n", [9]),
        ("# A\n\n## One\n1. Words.\n\n{.part}\n# Two\n\n## Three\n1. Words.\n", []),
        ("# A\n\n# One\n\n## Two\n1. Words.\n\n# Three\n1. Words.\n", []),
        ("# A\n\n## One\n1. Words.\n\n{.schedule}\n# Two\n\n## Three\n1. Words.\n", []),
    ],
)
def test_a_heading_beside_the_title_shifts_no_level_in_silence(text: str, lines: list[int], tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"agreements/a.md": f"---\nagreement:\n---\n{text}"})
    found = [each for each in reported(project.build("text"), "agreements/a.md") if "beside the title" in each]
    assert [int(each.split(":")[0]) for each in found] == lines
