"""The schemas for editors: kept up to date, and of one mind with the models about what may be written."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType
from typing import Any

import french_services
import german_licence
import pytest
from editors import as_editors_read, wrong
from jsonschema import Draft202012Validator

from whereas.__main__ import main
from whereas.desk.desk import Desk
from whereas.desk.schemas import schema_text, schemas
from whereas.desk.start import schema_line

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(path.name for path in (ROOT / "schemas").iterdir())
RECORDS = sorted(path for kind in ("clauses", "parties", "deals") for path in (ROOT / kind).rglob("*.yaml"))


# ---- the shipped ones


@pytest.fixture(scope="module")
def ours() -> dict[str, Any]:
    """What the schemas of all that ships say, by the names of their files."""
    return dict(schemas(Desk(ROOT)))


def test_no_schema_is_left_over_and_none_is_missing(ours: dict[str, Any]) -> None:
    assert set(SHIPPED) == ours.keys(), "run `make schemas`"


@pytest.mark.parametrize("name", SHIPPED)
def test_a_schema_is_up_to_date(name: str, ours: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(ours[name])
    assert (ROOT / "schemas" / name).read_text(encoding="utf-8") == schema_text(ours[name]), "run `make schemas`"


@pytest.mark.parametrize("path", RECORDS, ids=[path.relative_to(ROOT).as_posix() for path in RECORDS])
def test_a_shipped_record_names_its_schema_and_keeps_to_it(path: Path, ours: dict[str, Any]) -> None:
    kind, text = path.relative_to(ROOT).parts[0], path.read_text(encoding="utf-8")
    data = as_editors_read(text)
    schema = {"clauses": "clause.json", "parties": "party.json"}.get(kind) or f"deal-{data['agreement']}.json"
    id = path.relative_to(ROOT / kind).with_suffix("").as_posix()
    line = text.splitlines()[0]
    assert line == schema_line(id, schema)
    assert (path.parent / line.split("$schema=")[1]).resolve() == ROOT / "schemas" / schema
    assert wrong(ours[schema], data) == []


def test_shipped_agreements_keep_to_theirs(ours: dict[str, Any]) -> None:
    text = (ROOT / "source/agreements/cooperation.md").read_text(encoding="utf-8").split("---\n")[1]
    assert wrong(ours["agreement.json"], as_editors_read(text)) == []


def inside(schema: Any, defined: dict[str, Any], path: str = "") -> list[str]:
    """What lacks a description, and defaults and examples that their own schema refuses."""
    if not isinstance(schema, dict | list):
        return []
    if isinstance(schema, list):
        return [each for index, child in enumerate(schema) for each in inside(child, defined, f"{path}/{index}")]
    found = []
    for name, field in schema.get("properties", {}).items():
        constrains = re.search(r"/(if|then|oneOf/[0-9])$", path)  # what is described elsewhere
        if not constrains and not field.get("description") and "/clause/properties" not in field.get("$ref", ""):
            found.append(f"{path}/{name}: no description")
        for each in [*field.get("examples", ()), *([field["default"]] if "default" in field else ())]:
            found += [f"{path}/{name}: {message}" for message in wrong({**field, "$defs": defined}, each)]
    for key, child in schema.items():
        if key not in ("examples", "default"):
            found += inside(child, defined, f"{path}/{key}")
    return found


@pytest.mark.parametrize("name", SHIPPED)
def test_everything_in_it_is_described_and_its_examples_are_right(name: str, ours: dict[str, Any]) -> None:
    assert inside(ours[name], ours[name].get("$defs", {})) == []


@pytest.mark.parametrize("contract", [german_licence, french_services])
def test_values_in_the_language_of_the_agreement_are_not_marked(tmp_path: Path, contract: ModuleType) -> None:
    files = {**contract.FILES, "source/agreements/a.md": contract.PAGE.lstrip(), "deals/d.yaml": contract.DEAL}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    schema = schemas(Desk(tmp_path))["deal-a.json"]
    assert wrong(schema, as_editors_read(contract.DEAL)) == []
    english = next(line for line in contract.DEAL.splitlines() if re.match("  (laufzeit|duree):", line))
    assert wrong(schema, as_editors_read(contract.DEAL.replace(english, f"{english.split(':')[0]}: 3 años")))


@pytest.mark.parametrize(
    ("header", "taken"),
    [
        ("style: uk", False),
        ("style: de", True),
        ("{style: uk, locale: de}", True),
        ("style: {like: de}", True),
        ("style: {like: de, locale: en-GB}", False),
        ("style: of_conf_py", True),
        ("{}", True),
    ],
)
def test_the_language_of_a_deal_is_that_of_its_agreement_or_any(tmp_path: Path, header: str, taken: bool) -> None:
    (tmp_path / "source").mkdir()
    fields = header.strip("{}") if header.startswith("{") else header
    page = f"---\nagreement: {{{fields}{', ' if fields else ''}values: {{term: {{type: duration}}}}}}\n---\n# A\n"
    (tmp_path / "source/a.md").write_text(page)
    schema = schemas(Desk(tmp_path))["deal-a.json"]
    assert (wrong(schema, {"agreement": "a", "values": {"term": "3 Jahre"}}) == []) == taken
    assert wrong(schema, {"agreement": "a", "values": {"term": "3 years"}}) == []


# ---- the command


def page(name: str, *clauses: str) -> str:
    placed = "".join(f":::{{clause}} {clause}\n:::\n" for clause in clauses)
    return (
        f"---\nagreement:\n  roles: {{seller: Seller}}\n  values: {{price: {{type: money}}}}\n---\n# {name}\n{placed}"
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two agreements, one of them in a folder, and a clause."""
    (tmp_path / "source/agreements/uk").mkdir(parents=True)
    (tmp_path / "clauses").mkdir()
    (tmp_path / "source/agreements/sale.md").write_text(page("Sale", "cap", "cap\n:as: second"))
    (tmp_path / "source/agreements/uk/lease.md").write_text(page("Lease"))
    (tmp_path / "source/agreements/_draft.md").write_text(page("Not published", "nowhere"))
    (tmp_path / "source/index.md").write_text("# Home\n")
    cap = "title: Cap\nvalues: {most: {type: percent, max: 100}}\ntext: x\nvariants: {'1': {text: y}}\n"
    (tmp_path / "clauses/cap.yaml").write_text(cap)
    return tmp_path


def run(project: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["--root", str(project), *arguments])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_the_command_writes_them_and_removes_those_of_agreements_gone(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ["agreement.json", "clause.json", "deal-sale.json", "deal-uk.lease.json", "party.json", "policy.json"]
    assert run(project, capsys, "schemas") == (0, f"schemas/ is up to date: {', '.join(names)}\n", "")
    before = {path.name: path.read_bytes() for path in (project / "schemas").iterdir()}
    assert sorted(before) == names
    assert all(text.endswith(b"}\n") and not text.endswith(b"\n\n") for text in before.values())
    (project / "source/agreements/uk/lease.md").unlink()
    (project / "schemas/notes.json").write_text("{}")
    assert run(project, capsys, "schemas")[1].endswith("policy.json; removed deal-uk.lease.json\n")
    after = {path.name: path.read_bytes() for path in (project / "schemas").iterdir()}
    assert after == {**{name: before[name] for name in names if name != "deal-uk.lease.json"}, "notes.json": b"{}"}


def test_pages_may_lie_elsewhere(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "source").rename(project / "pages")
    status, said, _ = run(project, capsys, "--source", "pages", "schemas")
    assert (status, "deal-sale.json" in said) == (0, True)


def test_what_is_wrong_is_told_and_nothing_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "source/agreements/sale.md").write_text(page("Sale", "cpa"))
    (project / "source/agreements/other.md").write_text("---\nagreement: {rols: {}}\n---\n")
    assert run(project, capsys, "schemas") == (
        1,
        "",
        "source/agreements/other.md:2: the key 'rols' is not known; did you mean 'roles'?\n"
        "source/agreements/sale.md:7: there is no clause 'cpa' in clauses/; did you mean 'cap'?\n",
    )
    assert not (project / "schemas").exists()
