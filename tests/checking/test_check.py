"""`whereas check`: what it tells, in which form and with which status, and what it is told to leave alone."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from projects import Project

import whereas
from whereas.__main__ import main
from whereas.checking.gather import gather
from whereas.checks.shelf.labels import UNCITED

PAGE = """
---
agreement: {roles: {seller: Seller}}
---
# Sale

## Duties
1. The seller delivers the the goods.
1. The seller repairs the goods.
"""


def check(root: Path, *options: str) -> int:
    """Run the command in a project."""
    return main(["--root", str(root), "check", *options])


@pytest.fixture
def sale(tmp_path: Path) -> Path:
    """A project with a doubled word in line 7 of its agreement."""
    Project(tmp_path).write({"agreements/sale.md": PAGE, "conf.py": "extensions = ['myst_parser', 'whereas']\n"})
    return tmp_path


def replaced(root: Path, old: str, new: str) -> None:
    """Write other words into the agreement."""
    path = root / "agreements/sale.md"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_finding_has_its_place_its_line_and_a_summary(sale: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(sale) == 1
    assert capsys.readouterr().out.splitlines() == [
        "agreements/sale.md:7:24: warning [doubled-word] 'the' stands here twice in a row; write it once",
        "    1. The seller delivers the the goods.",
        f"    {' ' * 23}^",
        "1 agreement read: no errors, 1 warning",
    ]


def test_a_page_that_says_wrongly_what_it_is_is_told(sale: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is no agreement then, and nobody would miss it."""
    replaced(sale, "{roles: {seller: Seller}}", "{roles: {seller: Seller}")
    (sale / "deals").mkdir()
    (sale / "deals/one.yaml").mkdir()
    (sale / "latin.md").write_bytes("# Gerüst\n".encode("latin-1"))
    assert check(sale) == 1
    *lines, summary = (line for line in capsys.readouterr().out.splitlines() if not line.startswith(" "))
    assert [line.partition(": ")[0] for line in lines] == ["agreements/sale.md:3:1", "deals/one.yaml:1", "latin.md:1"]
    assert summary == "no agreements read: 3 errors, no warnings"
    places = [str(each.place) for each in whereas.open(sale).findings]
    assert sorted(places) == ["agreements/sale.md:3", "deals/one.yaml:1", "latin.md:1"]


def test_what_is_clean_has_the_status_0(sale: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replaced(sale, "the the", "the")
    assert check(sale) == 0
    assert capsys.readouterr().out == "1 agreement read: no errors, no warnings\n"


def test_the_forms_for_programs(sale: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(sale, "--format", "json") == 1
    [found] = json.loads(capsys.readouterr().out)["findings"]
    assert (found["file"], found["line"], found["column"], found["rule"]) == (
        "agreements/sale.md",
        7,
        24,
        "doubled-word",
    )
    check(sale, "--format", "sarif")
    [run] = json.loads(capsys.readouterr().out)["runs"]
    [result] = run["results"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [result["ruleId"]]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 7, "startColumn": 24}
    check(sale, "--format", "github")
    said = capsys.readouterr().out
    assert said.startswith("::warning file=agreements/sale.md,line=7,col=24,title=doubled-word::'the' stands")
    check(sale, "--format", "junit")
    suite = ElementTree.fromstring(capsys.readouterr().out)
    assert (suite.attrib["failures"], suite[0].attrib["line"]) == ("1", "7")


def test_what_only_all_agreements_tell_is_told(sale: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A label that nothing has, and one of another agreement that is cited without its name."""
    replaced(sale, "delivers the the goods", "delivers under {clause}`none` and {clause}`other:law`")
    law = "\n---\nagreement:\n---\n# Other\n\n{#law}\n## Law\n1. The law of the sea applies.\n"
    Project(sale).write({"agreements/other.md": law, "deals/one.yaml": "agreement: sale\n"})
    assert check(sale) == 1
    said = capsys.readouterr().out
    assert "agreements/sale.md:7: error [unknown-label] nothing is labelled 'none'" in said
    assert said.endswith("3 agreements read: 1 error, no warnings\n")
    assert check(sale, "--deal", "one") == 1
    assert "[unknown-label] nothing is labelled 'none'" in capsys.readouterr().out


def test_a_fallback_offers_a_variant_that_there_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clause = "title: Duty\ntext: 1. The seller delivers.\nvariants: {short: {text: 1. Delivery.}}\n"
    page = "---\nagreement:\n---\n# A\n\n```{clause} duty\n```\n"
    fallback = "fallbacks:\n  - {position: Less, variant: shrot}\n"
    Project(tmp_path).write({"agreements/a.md": page, "clauses/duty.yaml": f"{clause}{fallback}"})
    assert check(tmp_path) == 1
    told = "clauses/duty.yaml:5:31: error [unknown-variant] the clause 'duty' has no variant 'shrot'"
    assert told in capsys.readouterr().out


def test_what_is_certain_is_mended(sale: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(sale, "--fix") == 0
    assert capsys.readouterr().err == "1 mended\n"
    assert "delivers the goods." in (sale / "agreements/sale.md").read_text("utf-8")


def test_wrong_quotation_marks_are_mended(sale: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where they stand just once; elsewhere somebody must look."""
    replaced(sale, "delivers the the goods", "delivers the „goods“ or the „parts“ or „parts“")
    assert check(sale, "--fix") == 1
    assert capsys.readouterr().err == "1 mended\n"
    assert "delivers the “goods” or the „parts“ or „parts“." in (sale / "agreements/sale.md").read_text("utf-8")


def test_a_label_that_nothing_cites_is_told_once_for_a_clause(tmp_path: Path) -> None:
    text = "text: |\n  1. {{#one}}\n     A.\n  1. {{#two}}\n     B.\n  1. {{#three}}\n     C. {}\n"
    Project(tmp_path).write(
        {
            "agreements/a.md": "---\nagreement:\n---\n# A\n\n```{clause} c\n```\n\n1. See {clause}`c.three`.\n",
            "clauses/c.yaml": f"title: C\n{text.format('See {clause}`.one`.')}",
        }
    )
    found = [each for each in gather(whereas.open(tmp_path)).findings if each.rule == UNCITED.id]
    assert [(str(each.place), each.message) for each in found] == [("clauses/c.yaml:5", "nothing cites 'two' here")]


def test_a_comment_ignores_a_rule_with_its_reason(sale: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replaced(sale, "1. The seller delivers", "% whereas: ignore doubled-word -- a quotation\n\n1. The seller delivers")
    assert check(sale, "-v") == 0
    said = capsys.readouterr().out
    assert "sale.md:9: ignored [doubled-word] 'the' stands here twice in a row -- a quotation\n" in said
    check(sale, "--format", "sarif")
    [result] = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "a quotation"}]


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("ignore doubled-word", "[ignore] this ignores 'doubled-word' without a reason"),
        (
            "ignore doubled-wort -- why",
            "[ignore] there is no rule 'doubled-wort' to ignore; did you mean 'doubled-word'",
        ),
        ("ignore empty -- why", "[ignore-unused] nothing below breaks 'empty', which this ignores"),
    ],
)
def test_a_comment_that_does_nothing_is_told(
    comment: str, told: str, sale: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replaced(sale, "1. The seller delivers", f"% whereas: {comment}\n\n1. The seller delivers")
    assert check(sale) == 1
    said = capsys.readouterr().out
    assert "agreements/sale.md:7:1: " in said and told in said
    assert "1 warning" in said or "2 warnings" in said  # the word is told as well


def test_a_comment_in_yaml_covers_the_entry_below_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clause = "title: Duty\n{}text: |\n  1. The seller delivers the the goods.\nguidance: None.\n"
    page = "\n---\nagreement: {}\n---\n# Sale\n\n```{clause} duty\n```\n"
    Project(tmp_path).write({"agreements/sale.md": page, "clauses/duty.yaml": clause.format("")})
    assert check(tmp_path) == 1
    assert "clauses/duty.yaml:3:26: warning [doubled-word]" in capsys.readouterr().out
    comment = "# whereas: ignore doubled-word -- a quotation\n"
    (tmp_path / "clauses/duty.yaml").write_text(clause.format(comment))
    assert check(tmp_path) == 0
    assert "1 ignored" in capsys.readouterr().out


def test_a_baseline_knows_what_was_there_before(sale: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(sale, "--write-baseline") == 0
    replaced(sale, "## Duties", "Words.\n\n## Duties")  # the line is another now
    assert check(sale) == 0
    assert "1 in the baseline" in capsys.readouterr().out
    replaced(sale, "repairs the", "repairs the the")
    assert check(sale) == 1
    (sale / "checks.baseline.json").write_text("{", "utf-8")
    assert check(sale) == 1
    assert "checks.baseline.json:1: this is no baseline" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("setting", "status"),
    [
        ("{'doubled-word': 'off'}", 0),
        ("{'doubled-word': 'info'}", 0),
        ("{'agreements/*': {'doubled-word': 'off'}}", 0),
        ("{'clauses/*': {'doubled-word': 'off'}}", 1),
        ("{'doubled-word': 'off', 'agreements/*': {'doubled-word': 'error'}}", 1),
    ],
)
def test_conf_says_how_bad_it_is(setting: str, status: int, sale: Path) -> None:
    with (sale / "conf.py").open("a") as file:
        file.write(f"whereas_checks = {setting}\n")
    assert check(sale) == status


def test_conf_names_rules_that_there_are(sale: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (sale / "conf.py").open("a") as file:
        file.write("whereas_checks = {'doubled-wort': 'off'}\n")
    assert check(sale) == 1
    assert "there is no rule 'doubled-wort'; did you mean 'doubled-word'?" in capsys.readouterr().err


def test_a_rule_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "doubled-word"]) == 0
    assert capsys.readouterr().out.startswith("doubled-word (warning)\n\nNo word stands twice in a row. (By `check`")


def test_a_deal_that_there_is_not_is_told(sale: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(sale, "--deal", "nope") == 1
    assert "there is no deal 'nope'" in capsys.readouterr().err


def test_what_was_found_is_remembered_until_something_changes(sale: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file, a setting or the words of a rule: whatever changes, it is found anew; what is kept wrongly is nothing."""
    (sale / "build").mkdir()
    kept = sale / "build/.whereas-check"
    assert check(sale) == 1
    first = capsys.readouterr().out
    kept.write_bytes(kept.read_bytes().replace(b"twice in a row", b"TWICE in a row"))
    assert check(sale) == 1
    assert capsys.readouterr().out == first.replace("twice in a row", "TWICE in a row")  # nothing was read again
    replaced(sale, "repairs the", "repairs the the")
    assert check(sale) == 1
    said = capsys.readouterr().out
    assert "2 warnings" in said and "TWICE" not in said
    with (sale / "conf.py").open("a") as file:
        file.write("whereas_cache = False\n")
    kept.unlink()
    assert check(sale) == 1
    assert not kept.exists()


def test_several_processes_find_the_same(sale: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deals = {f"deals/d{number}.yaml": "agreement: sale\nvalues: {none: 1}\n" for number in range(9)}
    Project(sale).write(deals)
    assert check(sale, "--jobs", "1") == 1
    alone = capsys.readouterr().out
    assert alone.count("unused-value") + alone.count("unknown-value") == 9
    assert check(sale, "--jobs", "3") == 1
    assert capsys.readouterr().out == alone


def test_a_root_is_seen_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Project(tmp_path).write({"agreements/a.md": "---\nagreement: {}\n---\n# A\n\n## B\n1. The seller delivers.\n"})
    monkeypatch.chdir(tmp_path.parent)
    assert main(["--root", tmp_path.name, "check"]) == 0
    assert capsys.readouterr().out == "1 agreement read: no errors, no warnings\n"
