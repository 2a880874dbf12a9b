"""What is published tells nothing of where it was made: built in another folder, every byte is the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from projects import CONF, Project

HOUSE = Path(__file__).parents[2] / "_ext"
FILES = {
    "agreements/a.md": "---\nagreement:\n  roles: {buyer: Buyer}\n---\n# A\n\n:::{clause} law\n:::\n",
    "clauses/law.yaml": "title: Law\ntext: |\n  1. The law of England, and ![one](../picture.svg).\n",
    "parties/acme.yaml": "name: Acme Ltd\n",
    "deals/one.yaml": "agreement: a\nparties: {buyer: acme}\n",
    "picture.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
    "_static/x.css": "p {}",
}
HERE = CONF + "import os, sys\nsys.path.insert(0, os.path.abspath('_ext'))\nhtml_static_path = ['_static']\n"


@pytest.mark.parametrize("audience", ["internal", "external"])
def test_two_folders(audience: str, tmp_path: Path) -> None:
    """Each is a whole checkout, with the extension in it."""
    made = []
    for name in ("one", "another/place"):
        project = Project(tmp_path / name)
        project.write(FILES | {"conf.py": HERE})
        shutil.copytree(HOUSE, project.root / "_ext", ignore=shutil.ignore_patterns("*.egg-info"))
        command = [sys.executable, "-P", "-m", "sphinx", "-q", "-b", "html", "-d", "doctrees"]
        environ = {each: os.environ[each] for each in ("PATH", "HOME") if each in os.environ}
        subprocess.run(
            [*command, "-D", f"whereas_audience={audience}", ".", "out"], cwd=project.root, env=environ, check=True
        )
        out = project.root / "out"
        made.append({str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()})
    assert ".buildinfo" in made[0]
    assert made[0].keys() == made[1].keys()
    assert [name for name in made[0] if made[0][name] != made[1][name]] == []
