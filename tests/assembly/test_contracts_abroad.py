"""Whole contracts in German and French, as a native would sign them: every construct of the language in its place."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import french_services
import german_licence
import pytest
from paper import need_tex, pdf_text, set_all
from projects import Project

import whereas

BOTH = pytest.mark.parametrize("contract", [german_licence, french_services], ids=["licence", "services"])


def written(root: Path, contract: ModuleType) -> Project:
    """The project of a contract."""
    project = Project(root)
    project.write({"agreements/a.md": contract.PAGE, "deals/one.yaml": contract.DEAL, **contract.FILES})
    return project


@BOTH
def test_a_contract_reads_as_one_of_its_country(tmp_path: Path, contract: ModuleType) -> None:
    written(tmp_path, contract)
    read = whereas.open(tmp_path).deal("one")
    assert read.findings == ()
    said = re.sub("[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]", " ", read.text)
    assert said.strip("\n") == contract.TEXT.strip("\n")


@BOTH
def test_its_pages_are_in_its_language(tmp_path: Path, contract: ModuleType) -> None:
    """Contents, cover, sheets and cards; nothing of the frame is English, and its template and clause build cleanly."""
    need_tex()
    project = written(tmp_path, contract)
    project.write({"index.md": "# Home\n\n```{toctree}\n:glob:\nagreements/*\ndeals/*\nclauses/*\nparties/*\n```\n"})
    latex = project.build("latex")
    assert latex.messages == ""
    for tex in latex.out.glob("*.tex"):
        if tex.stem != "deals-one":
            tex.unlink()
    set_all(latex.out)
    paper = pdf_text(latex.out / "deals-one.pdf")
    page = project.build()
    assert page.messages == ""
    assert [word for word in contract.ON_SCREEN if word not in " ".join(page.words("deals/one").split())] == []
    assert [word for word in contract.ON_PAPER if word not in " ".join(paper.split())] == []
    english = {"Contents", "Page", "Date", "Draft", "Signature", "Signed", "Name", "Title", "and", "to", "of"}
    assert english & {*re.findall(r"[A-Za-z]+", paper)} <= contract.SHARED
