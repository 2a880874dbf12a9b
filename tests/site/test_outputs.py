"""Outputs: another builder of data is one class, and what it writes is there, and goes with its page."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import CONF, Project

BUILDER = '''
from whereas.site.builders import DataBuilder


class Numbers(DataBuilder):
    """The numbers of an agreement, a line each."""

    name = "numbers"
    out_suffix = ".csv"

    def text(self, docname, doctree):
        agreement = doctree["whereas_agreement"]
        return "\\n".join(section.number for section in agreement.sections)


def setup(app):
    app.add_builder(Numbers)
'''


def test_a_builder_of_data_is_one_class(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project(tmp_path)
    page = "---\nagreement:\n---\n# A\n\n## One\n1. Words.\n\n## Two\n1. Words.\n"
    monkeypatch.syspath_prepend(tmp_path)
    conf = f'{CONF}extensions += ["only_numbers"]\n'
    project.write(
        {"conf.py": conf, "only_numbers.py": BUILDER, "agreements/a.md": page, "deals/d.yaml": "agreement: a\n"}
    )
    built = project.build("numbers")
    assert built.status == 0
    made = {name: text.decode() for name, text in built.files().items() if not name.startswith(".")}
    assert made == {
        "agreements/a.csv": "1\n2",
        "deals/d.csv": "1\n2",
    }
    (tmp_path / "deals/d.yaml").unlink()
    assert [name for name in project.build("numbers").files() if name[0] != "."] == ["agreements/a.csv"]


def test_a_table_of_hundreds_of_columns_ends_no_build(tmp_path: Path) -> None:
    project = Project(tmp_path)
    row = "   |" + "x|" * 300 + "\n"
    table = row + row.replace("x", "--") + row
    project.write({"agreements/x.md": f"---\nagreement:\n---\n# A\n\n## T\n\n1. A table.\n\n{table}"})
    assert project.build("text").text("agreements/x").count("x") >= 600
