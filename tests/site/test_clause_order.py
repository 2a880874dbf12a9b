"""Clauses beside every page: in the order of the agreement that has most of them, folder by folder."""

from __future__ import annotations

import re
from pathlib import Path

from projects import Built, Project, assert_as_clean

ONE = "---\nagreement:\n---\n# One\n\n"


def placed(*clauses: str) -> str:
    return "".join(f":::{{clause}} {clause}\n:::\n\n" for clause in clauses)


def beside(built: Built, docname: str) -> list[str]:
    """The clauses in the contents that the theme shows beside a page."""
    tree = built.page(docname).split('class="sidebar-tree"', 1)[1].split("</aside>", 1)[0]
    return re.findall(r'href="(?:\.\./)*clauses/([\w/]+)\.html"', tree)


def test_clauses_stand_as_the_agreement_has_them_and_follow_it(tmp_path: Path) -> None:
    project = Project(tmp_path)
    clauses = ("alpha", "beta", "gamma", "unused", "ip/use", "ip/grant")
    project.write({f"clauses/{id}.yaml": f"title: {id}\ntext: |\n  1. Words.\n" for id in clauses})
    project.write(
        {
            "index.md": "# Home\n\n```{toctree}\nclauses\nagreements/one\nagreements/a\n```\n",
            "clauses.md": "# Clauses\n\n```{toctree}\n:glob:\nclauses/*\nclauses/*/*\n```\n",
            "agreements/one.md": ONE + placed("gamma", "ip/use", "alpha", "beta", "ip/grant"),
            "agreements/a.md": ONE + placed("beta"),
        }
    )
    built = project.build(html_theme="furo")
    assert built.messages == ""
    assert beside(built, "index") == ["gamma", "alpha", "beta", "unused", "ip/use", "ip/grant"]
    following = re.search(r'rel="next" title="([^"]*)"', built.page("clauses/gamma"))
    assert following and following[1] == "alpha"

    project.write({"agreements/one.md": ONE + placed("beta", "gamma", "ip/grant", "alpha", "ip/use")})
    again = assert_as_clean(project, html_theme="furo")
    assert beside(again, "index") == ["beta", "gamma", "alpha", "unused", "ip/grant", "ip/use"]
