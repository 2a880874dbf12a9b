"""What the README promises a newcomer, done as it says."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from projects import Project

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(start: str) -> str:
    """The code block that begins so."""
    found = re.search(rf"^(`{{3,}})\w*\n({re.escape(start)}.*?)^\1\n", README, re.DOTALL | re.MULTILINE)
    assert found, start
    return found[2]


def test_your_own_clause_in_five_minutes(tmp_path: Path) -> None:
    for name in ("conf.py", "source", "clauses", "parties", "deals", "_ext"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, tmp_path / name)
    (tmp_path / "clauses/publicity.yaml").write_text(block("title: Publicity"), encoding="utf-8")
    (tmp_path / "parties/another.yaml").write_text(block("name: Aurora"), encoding="utf-8")
    (tmp_path / "deals/another.yaml").write_text(block("agreement: cooperation"), encoding="utf-8")
    page = tmp_path / "source/agreements/cooperation.md"
    before = page.read_text(encoding="utf-8")
    page.write_text(
        before.replace(":::{clause} warranties", block(":::{clause} publicity") + "\n:::{clause} warranties")
    )
    command = [sys.executable, "-P", "-m", "sphinx", "-q", "-W", "-c", ".", "-b", "outline", "source", "out"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    for docname in ("agreements/cooperation", "deals/aurora-borealis", "deals/another"):
        outline = json.loads((tmp_path / f"out/{docname}.json").read_text(encoding="utf-8"))
        numbers = {each["id"]: each["number"] for each in outline["clauses"]}
        assert int(numbers["warranties"]) == int(numbers["publicity"]) + 1
        cited = {each["label"]: each["text"] for each in outline["references"]}
        assert cited["publicity.approval"] == f"clause {numbers['publicity']}.1"
    assert numbers.get("exclusivity") is None


def test_the_agreement_page_builds(tmp_path: Path) -> None:
    project = Project(tmp_path)
    clause = "title: Confidentiality\ntext: |\n  1. {#duty}\n     Hush.\n"
    index = "# Home\n\n```{toctree}\nagreements/one\nclauses/confidentiality\n```\n"
    project.write(
        {"agreements/one.md": block("---\nagreement:"), "clauses/confidentiality.yaml": clause, "index.md": index}
    )
    built = project.build("outline")
    assert built.messages == ""
    assert built.cites("agreements/one") == ["Clauses 1 and 2", "Clauses 1 and 2"]


def test_the_style_in_conf_py_works(tmp_path: Path) -> None:
    written = re.search(r"`whereas_styles = (\{.*?\})`", README)
    assert written
    project = Project(tmp_path)
    page = "---\nagreement: {style: house}\n---\n# A\n\n## One\n1. x\n   1. y\n\n{.schedule}\n## Prices\n1. z\n"
    project.write({"agreements/one.md": page, "index.md": "# Home\n\n```{toctree}\nagreements/one\n```\n"})
    built = project.build("outline", whereas_styles=eval(written[1]))
    assert built.messages == ""
    assert built.numbers("agreements/one") == ["1", "1.1", "1.1(a)", "Annex A", "1 of Annex A"]


@pytest.mark.parametrize("name", re.findall(r"\]\((docs/[^)]+)\)", README))
def test_pictures_are_there(name: str) -> None:
    assert (ROOT / name).is_file()
