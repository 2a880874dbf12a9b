"""The rules: each is declared once, shown by a bad example that breaks it alone and a good one that breaks none."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from projects import Project

import whereas
from whereas import checks
from whereas.__main__ import main
from whereas.checking.gather import gather
from whereas.checking.reading import findings_of
from whereas.checks.checks_in import checks_in
from whereas.checks.shelf import clauses, labels
from whereas.desk.rules import rules_page
from whereas.library.finding import Finding, FindingsError
from whereas.library.rule import Example, Rule, all_rules

HOUSE = Path(whereas.__file__).parent
FILES = sorted(HOUSE.rglob("*.py"))
RULES = all_rules()
OF_LIBRARY = {each.id for each in (*vars(clauses).values(), *vars(labels).values()) if isinstance(each, Rule)}
CLAUSE = """\
title: {}
status: {}
text: |
  1. {{#{}}}
     The seller delivers.
variants: {{short: {{summary: Short., text: 1. Delivery.}}}}
"""
#: What is around an example, as `whereas rules` tells it.
AROUND = {
    "parties/orbit.yaml": "name: Orbit Ltd\n",
    "parties/acme.yaml": "name: Acme Ltd\n",
    "clauses/approved.yaml": CLAUSE.format("Delivery", "approved", "duty"),
    "clauses/sketch.yaml": CLAUSE.format("Sketch", "draft", "draw"),
    "deals/first.yaml": "agreement: a\n",
}


def findings(root: Path, example: Example, checked: bool = False, of_library: bool = False) -> list[Finding]:
    """What is found in the deal `a`, or else in its agreement, in the project of all examples with one more in it.

    For a rule of the library itself, it is what is found of it in the files of the example.
    """
    files = {} if isinstance(example, str) else dict(example)
    clauses = "".join(f"```{{clause}} {Path(name).stem}\n```\n\n" for name in sorted(files) if "clauses/" in name)
    text = example if isinstance(example, str) else f"1. The fee is {{{{ fee }}}}.\n\n{clauses}"
    page = files.get("agreements/a.md", "")
    names = [name for name in ("fee", "price") if f"{{{{ {name} }}}}" in (page or text) or f"{name}: " in str(files)]
    values = "".join(f"    {name}: {{type: text}}\n" for name in names)
    header = "  roles: {buyer: Buyer, seller: Seller}\n" + (f"  values:\n{values}" if names else "")
    deal = "agreement: a\nstatus: final\n" + ("values: {fee: ten euros}\n" if "fee" in names else "")
    if not page or "roles" in page:
        deal += "parties: {buyer: orbit" + ("}" if page else ", seller: acme}") + "\n"
    Project(root).write(
        {
            **AROUND,
            "agreements/a.md": f"---\nagreement:\n{header}---\n# A\n\n{{#general}}\n## General\n\n{text}\n",
            "deals/a.yaml": deal,
            **files,
        }
    )
    for name in files:
        if name.endswith(".json") and name.replace(".json", ".yaml") not in files:
            (root / name).with_suffix(".yaml").unlink()
    try:
        project = whereas.open(root)
        if of_library:
            return [each for each in gather(project).findings if each.place.file in files and each.rule in OF_LIBRARY]
        both = (project.deal("a"), project.agreement("a"))
        if checked:
            return [each for contract in both for each in findings_of(project, contract)]
        return list(both[0].findings or both[1].findings)
    except FindingsError as failure:
        return list(failure.findings)


def test_every_rule_has_an_id_of_its_own() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert len(ids) > 60


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_examples_of_a_rule(rule: Rule, tmp_path: Path) -> None:
    """Its examples, or why there are none."""
    assert bool(rule.bad) is bool(rule.good) is not bool(rule.unshown)
    if rule.bad:
        checked = rule.told == "check"
        found = findings(tmp_path / "bad", rule.bad, checked, rule.id in OF_LIBRARY)
        assert {(each.rule, each.severity) for each in found} == {(rule.id, rule.severity)}, found
        assert findings(tmp_path / "good", rule.good, checked, rule.id in OF_LIBRARY) == []


def test_a_new_check_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is found there, and so is its rule."""
    (tmp_path / "shouting.py").write_text(
        "from whereas.library.finding import Place\n"
        "from whereas.library.rule import Rule\n"
        'LOUD = Rule("loud", "No title shouts.", bad="x", good="y", severity="info")\n'
        "def check_loud(case):\n"
        '    yield LOUD.at(Place("a.md"), f"{case.agreement.title} in {case.page}")\n'
    )
    monkeypatch.setattr(checks, "__path__", [*checks.__path__, str(tmp_path)])
    monkeypatch.setattr(checks, "checks_in", checks_in.__wrapped__)
    assert [str(each) for each in findings(tmp_path / "project", "1. {{ fee }}.")] == ["A in agreements/a.md"]
    assert "loud" in {rule.id for rule in all_rules()}


# ---- what is told of them


def test_the_page_of_rules_is_up_to_date() -> None:
    page = (HOUSE.parents[1] / "docs/rules.md").read_text(encoding="utf-8")
    assert page == rules_page(RULES), "run `make rules`"


def test_the_command_tells_of_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.id for rule in RULES]
    assert main(["rules", "whereas.final-draft"]) == 0  # as a message names it
    said = capsys.readouterr().out
    assert said.startswith(
        "final-draft (error)\n\nA final deal places only clauses that are approved.\n\nbad:\n\n    ```"
    )
    assert "good:\n\n    ```{clause} approved\n" in said
    assert main(["rules", "no-place"]) == 0
    assert "bad:\n\n  deals/a.yaml\n    agreement: a\n    add:\n" in capsys.readouterr().out
    assert main(["rules", "start"]) == 0
    assert capsys.readouterr().out.endswith("\n\nNo example: it is a command that cannot be done, and no text.\n")
    assert main(["rules", "term-nere"]) == 1
    assert capsys.readouterr().err == "there is no rule 'term-nere'; did you mean 'term-near'?\n"
    assert main(["rules", "--write", str(tmp_path / "rules.md")]) == 0
    assert (tmp_path / "rules.md").read_text(encoding="utf-8") == rules_page(RULES)


# ---- how they are declared


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_a_rule_is_named_by_its_record(path: Path) -> None:
    """No finding is made but by a rule, and no id of a rule is written but in its declaration."""
    tree, ids = ast.parse(path.read_text("utf-8")), {rule.id for rule in RULES}
    declared = {id(node.args[0]) for node in ast.walk(tree) if _called(node) == "Rule" and isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        assert _called(node) != "Finding" or path.name == "rule.py", node.lineno  # type: ignore[attr-defined]
        if isinstance(node, ast.Constant) and node.value in ids and id(node) not in declared:
            assert "-" not in node.value, f"{path}:{node.lineno}"  # others are words as well
        if isinstance(node, ast.Compare) and re.search(r"\.rule\b", ast.unparse(node)):
            assert not any(isinstance(each, ast.Constant) for each in ast.walk(node)), f"{path}:{node.lineno}"


def _called(node: ast.AST) -> str:
    return node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
