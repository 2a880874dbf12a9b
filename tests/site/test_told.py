"""What was said of a page is said again in every build, until it is mended; and then no more."""

from __future__ import annotations

import functools
from pathlib import Path

import projects
import pytest
from projects import Project

#: What is wrong on a page, and what is said of it.
WRONG = {
    "{nothing}`x`": "Unknown interpreted text role",
    "```{nothing}\n```": "Unknown directive type",
    "{doc}`nowhere`": "unknown document",
    "[](#nowhere)": "cross-reference target not found",
    "[^one]": "Too many autonumbered footnote references",
    "```{toctree}\nbare\n```": "doesn't have a title",
    "```{toctree}\nnowhere\n```": "nonexisting document",
    "![one](nowhere.svg)": "not readable",
    "(same)=\n## Same": "duplicate label",
}
FILES = {
    "index.md": "# Home\n\n```{toctree}\nagreements/a\n```\n",
    "agreements/a.md": "---\nagreement:\n---\n# A\n\n## One\n1. Word.\n",
    "bare.md": "Nothing.\n",
    "other.md": "---\norphan: true\n---\n# Other\n\n(same)=\n## Another\n",
}
assert_as_clean = functools.partial(projects.assert_as_clean, alone=True)


@pytest.mark.parametrize("parallel", [1, 2])
def test_what_is_wrong_is_told_until_it_is_mended(parallel: int, tmp_path: Path) -> None:
    project, wrong = Project(tmp_path), dict(WRONG)
    project.write(FILES)
    if parallel > 1:  # of what pages have in common no reader knows that has read but one of them
        wrong.pop("(same)=\n## Same")
    page = "---\norphan: true\n---\n# Page\n\n" + "\n\n".join(wrong) + "\n"
    project.write({"page.md": page})
    project.write({f"more/{number}.md": "---\norphan: true\n---\n# More\n" for number in range(6)})
    for _ in range(3):
        said = assert_as_clean(project, parallel=parallel).messages
        assert [each for each in wrong.values() if each not in said] == []
    project.write({"other.md": FILES["other.md"].replace("Another", "One more")})  # all others stay as they are
    assert_as_clean(project, parallel=parallel)
    project.write({"page.md": "---\norphan: true\n---\n# Page\n", "bare.md": "---\norphan: true\n---\n# Bare\n"})
    assert assert_as_clean(project, parallel=parallel).messages == ""


@pytest.mark.parametrize("builder", ["html", "outline", "text", "latex"])
def test_one_builder_has_read_what_another_writes(builder: str, tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"agreements/a.md": "---\nagreement:\n---\n# A\n\n## One\n1. {nothing}`x` and [](#nowhere).\n"})
    project.build("text")
    for _ in range(2):
        assert_as_clean(project, builder)


@pytest.mark.parametrize("mended", ["one", "two"])
def test_a_label_that_two_pages_have(mended: str, tmp_path: Path) -> None:
    project = Project(tmp_path)
    text = "---\norphan: true\n---\n# {name}\n\n(same)=\n## Same of {name}\n"
    one, two = ({f"{name}.md": text.replace("{name}", name)} for name in ("one", "two"))
    project.write({**one, "index.md": "# Home\n\n{ref}`same`\n"})
    assert assert_as_clean(project).messages == ""
    project.write(two)
    assert "duplicate label same" in assert_as_clean(project).messages
    project.write({"one.md": one["one.md"] + "More.\n"})
    assert_as_clean(project)
    project.write({f"{mended}.md": "---\norphan: true\n---\n# Mended\n"})
    assert assert_as_clean(project).messages == ""


def test_a_page_that_is_in_no_contents(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"page.md": "# Page\n"})
    for _ in range(2):
        assert "isn't included in any toctree" in assert_as_clean(project).messages
