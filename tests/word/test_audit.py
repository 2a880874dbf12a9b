"""Word files as Microsoft's own checks have them (openxml-audit is a port of those): nothing that Word would repair."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from constructs import CONSTRUCTS, agreement_of, picture
from numbered import CONTROL, NUMBERED
from opened import Opened
from projects import Built, Project
from reference import reference
from test_word import assert_says_all

from whereas.word.verify import verify

ROOT = Path(__file__).parents[2]
STYLES = ("uk", "us", "decimal", "continental", "article", "de", "at", "ch", "fr", "es")
INDEX = "# Home\n\n```{toctree}\n:glob:\nagreements/*\ndeals/*\nclauses/*\nparties/*\n```\n"
SHIPPED = [
    *(f"agreements/{path.stem}" for path in sorted(ROOT.glob("source/agreements/*.md")) if path.stem != "index"),
    *(f"deals/{path.stem}" for path in sorted(ROOT.glob("deals/*.yaml"))),
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
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
    return project


@pytest.fixture(scope="module")
def made(project: Project) -> Path:
    project.build("docx", out="-house", whereas_docx="house.docx")
    return project.build("docx").out


@pytest.fixture(scope="module")
def outlines(project: Project, made: Path) -> Built:
    return project.build("outline")


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


@pytest.mark.parametrize("docname", SHIPPED)
def test_what_ships_says_in_word_what_its_outline_says(docname: str, made: Path, outlines: Built) -> None:
    """The very lines of which the fingerprint is taken, and with which a PDF is compared."""
    outline = outlines.outline(docname)
    opened = Opened(made / f"{docname}.docx")
    assert_says_all(opened, outline)
    assert outline["fingerprint"].encode() in opened.parts["docProps/custom.xml"]
    assert verify(made / f"{docname}.docx", made).docname == docname
