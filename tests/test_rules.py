"""The rules of checks/: the bad example of each is found by that rule alone, the good one by none."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from projects import Project

import whereas
from whereas import checks
from whereas.library.rule import Rule

MODULES = [importlib.import_module(f"whereas.checks.{each.name}") for each in pkgutil.iter_modules(checks.__path__)]
RULES = [each for module in MODULES for each in vars(module).values() if isinstance(each, Rule)]
CLAUSES = {
    f"clauses/{name}.yaml": f"title: {name.title()}\nstatus: {status}\ntext: 1. The supplier delivers.\n"
    for name, status in (("sketch", "draft"), ("approved", "approved"))
}


def findings(root: Path, text: str) -> list[tuple[str, str]]:
    values = [name for name in ("fee", "price") if f"{{{{ {name} }}}}" in text]
    front = "".join(f"    {name}: {{type: text}}\n" for name in values)
    front = "agreement:\n" + (f"  values:\n{front}" if front else "")
    page = f"---\n{front}---\n# A\n\n## General\n\n{text}\n"
    deal = "agreement: a\nstatus: final\n" + ("values: {fee: ten euros}\n" if "fee" in values else "")
    Project(root).write({"agreements/a.md": page, "deals/a.yaml": deal, **CLAUSES})
    return [(each.rule, each.severity) for each in whereas.open(root).deal("a").findings]


def test_every_rule_has_an_id_of_its_own() -> None:
    ids = [rule.id for rule in RULES]
    assert {"empty", "final-blank", "final-draft", "final-placeholder"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_a_check_makes_its_findings_by_a_rule() -> None:
    assert [
        path.name
        for path in Path(checks.__path__[0]).glob("*.py")
        if re.search(r"\bFinding\(", path.read_text("utf-8"))
    ] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_examples_of_a_rule(rule: Rule, tmp_path: Path) -> None:
    assert findings(tmp_path / "bad", rule.bad) == [(rule.id, rule.severity)]
    assert findings(tmp_path / "good", rule.good) == []
