"""The recipes: a hook for git, and jobs for GitHub and GitLab; tried with a bare repository, and no network."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import whereas
from whereas.__main__ import main

ROOT = Path(__file__).parents[2]
PAGE = "---\nagreement: {{roles: {{seller: Seller}}}}\n---\n# Sale\n\n## Duties\n1. The seller delivers {}.\n{}"
OLD = PAGE.format("the the goods", "")


class Repository:
    """A clone of a bare repository, with the hook."""

    def __init__(self, folder: Path) -> None:
        """Begin with one commit, which has an old fault."""
        self.bare, self.root = folder / "bare.git", folder / "clone"
        self._run(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(self.bare))
        self._run(folder, "clone", "--quiet", str(self.bare), str(self.root))
        self.write("conf.py", "extensions = ['myst_parser', 'whereas']\n")
        self.write("source/agreements/sale.md", OLD)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Begin")
        self.git("push", "--quiet", "origin", "HEAD:main")
        shutil.copy(ROOT / "recipes/pre-commit", self.root / ".git/hooks/pre-commit")

    def write(self, name: str, text: str) -> None:
        """Write a file."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run git in the clone."""
        return self._run(self.root, *arguments)

    def _run(self, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "GIT_TERMINAL_PROMPT": "0"}
        who = {f"GIT_{who}_{what}": "a@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        said = {"WHEREAS_PYTHON": sys.executable, "PYTHONPATH": str(Path(whereas.__file__).parents[1])}
        environment = {**{key: value for key, value in os.environ.items() if not key.startswith("GIT_")}, **own, **who}
        command = ["git", *arguments]
        return subprocess.run(
            command, cwd=folder, env={**environment, **said}, capture_output=True, text=True, check=False
        )

    def commits(self) -> int:
        """How many commits the bare repository has."""
        self.git("push", "--quiet", "origin", "HEAD:main")
        return int(self._run(self.bare, "rev-list", "--count", "main").stdout)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return Repository(tmp_path_factory.mktemp("git"))


def test_a_commit_is_made_if_its_own_lines_are_right(repository: Repository) -> None:
    """An old fault elsewhere is in nobody's way; what is not committed is not looked at."""
    repository.write("source/agreements/sale.md", PAGE.format("the the goods", "1. The seller repairs any any part.\n"))
    repository.git("add", "--all")
    refused = repository.git("commit", "--message", "Repairs")
    assert refused.returncode != 0
    assert "source/agreements/sale.md:8:23: warning [doubled-word]" in refused.stdout + refused.stderr
    assert ":7:" not in refused.stdout + refused.stderr
    assert "Not committed." in refused.stderr
    repository.write("source/agreements/sale.md", PAGE.format("the the goods", "1. The seller repairs any part.\n"))
    repository.git("add", "--all")
    repository.write("source/agreements/sale.md", PAGE.format("a a b", "1. The seller repairs any any part.\n"))
    made = repository.git("commit", "--message", "Repairs")
    assert made.returncode == 0, made.stderr
    assert repository.commits() == 2


def test_what_a_change_breaks_elsewhere_is_told(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    other = "---\nagreement:\n---\n# Other\n\n## A\n1. As {clause}`sale:duties` says.\n"
    labelled = OLD.replace("## Duties", "{#duties}\n## Duties")
    repository.write("source/agreements/sale.md", labelled)
    repository.write("source/agreements/other.md", other)
    repository.git("add", "--all")
    assert repository.git("commit", "--message", "Other").returncode == 0
    repository.write("source/agreements/sale.md", OLD)
    repository.git("add", "--all")
    refused = repository.git("commit", "--message", "No label")
    assert refused.returncode != 0
    assert "source/agreements/other.md:7: error [unknown-label]" in refused.stdout + refused.stderr


def test_a_change_is_told_of_its_own_lines(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a branch since it was made, and of files that git does not know yet."""
    text = PAGE.format("the the goods", "1. The seller repairs any any part.\n")
    repository.write("source/agreements/sale.md", text)
    new = text.replace("Sale", "Gift")
    repository.write("source/agreements/né w.md", new)
    check = ["--root", str(repository.root), "check", "--since", "origin/main"]
    assert main([*check, "--format", "github"]) == 1
    said = re.findall(r"file=(.*?),line=(\d+)", capsys.readouterr().out)
    assert said == [
        ("source/agreements/né w.md", "7"),
        ("source/agreements/né w.md", "8"),
        ("source/agreements/sale.md", "8"),
    ]
    assert main([*check, "--format", "gitlab"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [(each["location"]["path"], each["location"]["lines"]["begin"]) for each in found] == [
        (file, int(line)) for file, line in said
    ]
    assert len({each["fingerprint"] for each in found}) == 3
    assert {each["severity"] for each in found} == {"minor"}


@pytest.mark.parametrize("since", ["nowhere", "--output=x", " "])
def test_a_commit_that_git_does_not_know_is_told(
    since: str, repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(repository.root), "check", f"--since={since}"]) == 1
    assert "commit" in capsys.readouterr().err


def test_the_jobs_run_what_make_has() -> None:
    """They are YAML, and name nothing but targets and options that there are."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for name in ("github.yml", "gitlab-ci.yml"):
        text = (ROOT / "recipes" / name).read_text("utf-8")
        assert isinstance(yaml.safe_load(text), dict)
        [said] = re.findall(r"make check (.*)", text)
        for variable in re.findall(r"([A-Z]+)=", said):
            assert f"override {variable} :=" in makefile
