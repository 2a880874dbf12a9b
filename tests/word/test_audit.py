"""Word files as Microsoft's own checks have them (openxml-audit is a port of those): nothing that Word would repair."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from constructs import CONSTRUCTS, agreement_of, picture
from numbered import CONTROL, NUMBERED
from projects import Project
from reference import reference

ROOT = Path(__file__).parents[2]
STYLES = ("uk", "us", "decimal", "continental", "article", "de", "at", "ch", "fr", "es")
INDEX = "# Home\n\n```{toctree}\n:glob:\nagreements/*\ndeals/*\nclauses/*\nparties/*\n```\n"
SHIPPED = ("agreements/cooperation", "deals/aurora-borealis", "deals/cedar-delphi")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = Project(tmp_path_factory.mktemp("audit"))
    for name in ("clauses", "parties", "deals"):
        shutil.copytree(ROOT / name, project.root / name)
    shutil.copytree(
        ROOT / "source" / "agreements", project.root / "agreements", ignore=shutil.ignore_patterns("index.md")
    )
    pages = {
        f"agreements/{style}.md": NUMBERED.format(front=f"style: {style}", inserted="IIIA" if style == "us" else "3A")
        for style in STYLES
    }
    project.write({"index.md": INDEX, "clauses/control.yaml": CONTROL, **pages})
    (project.root / "agreements/all.md").write_text(agreement_of(CONSTRUCTS), encoding="utf-8")
    (project.root / "agreements/picture.png").write_bytes(picture())
    (project.root / "house.docx").write_bytes(reference())
    project.build("docx", out="-house", whereas_docx="house.docx")
    return project.build("docx").out


HOUSE = "../../out-house/docx/"
FILES = [*SHIPPED, *(f"agreements/{style}" for style in (*STYLES, "all"))]
OF_HOUSE = [f"{HOUSE}{name}" for name in (*SHIPPED, "agreements/all", "agreements/de")]


@pytest.mark.parametrize("docname", [*FILES, *OF_HOUSE])
def test_word_would_repair_nothing(docname: str, made: Path) -> None:
    if not os.environ.get("CI"):
        pytest.importorskip("openxml_audit")
    from openxml_audit import FileFormat, OpenXmlValidator

    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0)
    found = validator.validate(made / f"{docname}.docx").errors
    assert [f"{each.part_uri} {each.description}" for each in found] == []
