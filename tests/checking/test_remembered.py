"""What was found last is found again as it would be anew, whatever has changed; what has not is not read again."""

from __future__ import annotations

import json
import pickle
import random
from pathlib import Path
from typing import Any

import pytest
from edits import DUTY, FILES, SAID, X
from projects import Project

import whereas.project.project
from whereas.__main__ import main
from whereas.checking import reading
from whereas.checking.gather import gather

KEPT = "build/.whereas-check"


def found(root: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """What the command tells."""
    main(["--root", str(root), "--source", ".", "check", "--format", "json", "-j1"])
    said = capsys.readouterr().out
    return list(json.loads(said)["findings"]) if said else []


@pytest.fixture
def root(tmp_path: Path) -> Path:
    Project(tmp_path).write({**{name: text for name, text in FILES.items() if text}, "build/x": ""})
    return tmp_path


def test_after_any_edit_all_is_found_that_would_be_anew(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chance, project = random.Random(17), Project(root)
    edits = [(name, text) for name, said in SAID.items() for text in said[1:] if not name.endswith(("conf.py", ".svg"))]
    first = found(root, capsys)
    for name, text in chance.sample(edits, 24):
        before = (root / name).read_text("utf-8") if (root / name).is_file() else None
        for now in (text, before):
            if now is None:
                (root / name).unlink(missing_ok=True)
            else:
                project.write({name: now})
            again = found(root, capsys)
            if now == before:  # as all was before any edit
                assert again == first, name
                continue
            (root / KEPT).rename(root / "kept")
            assert again == found(root, capsys), name
            (root / "kept").replace(root / KEPT)


def read_again(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The agreements and deals that are read in a check."""
    names = list[str]()
    read = reading._read

    def noting(project: whereas.project.project.Project, key: reading.Key) -> reading.Read:
        names.append(key[1])
        return read(project, key)

    monkeypatch.setattr(reading, "_read", noting)
    found(root, capsys)
    monkeypatch.undo()
    return names


def test_only_what_has_changed_is_read_again(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is wrong somewhere is looked at each time: it may be right by what is there now."""
    page = X.replace("{#law}\n", "")
    right = {"agreements/x.md": page, "agreements/y.md": page.replace("Agreement X", "Agreement Y")}
    Project(root).write({**right, "clauses/duty.yaml": DUTY.replace("The {{", "{{")})
    assert sorted(read_again(root, capsys, monkeypatch)) == ["one", "two", "x", "y"]
    assert read_again(root, capsys, monkeypatch) == []
    for name, new, again in (
        ("deals/two.yaml", "# a comment\n", ["two"]),
        ("agreements/y.md", "\nMore.\n", ["two", "y"]),
        ("deals/rows/a.csv", "boats,EUR 7\n", ["one", "two"]),
        ("clauses/law.yaml", "owner: Legal\n", ["one", "two", "x", "y"]),
        ("index.md", "\nMore.\n", []),
    ):
        path = root / name
        path.write_text(path.read_text("utf-8") + new, "utf-8")
        assert sorted(read_again(root, capsys, monkeypatch)) == again, name


class Evil:
    """What would run something if it were unpickled."""

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (Path(__file__).parent / "evil",)


@pytest.mark.parametrize("content", [b"", b"no pickle", pickle.dumps(Evil()), pickle.dumps(["kept"])])
def test_what_is_kept_runs_nothing(content: bytes, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expected = [each.message for each in gather(whereas.open(root, root)).findings]
    (root / KEPT).write_bytes(content)
    assert [each["message"] for each in found(root, capsys)] == expected
    assert not (Path(__file__).parent / "evil").exists()
