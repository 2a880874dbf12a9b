"""No hostile input ends a build, has it read what is not ours, run a script or wait: it is told, and the rest is built.

By default a few of each kind are tried; `--hypothesis-profile deep` tries all, each alone, and looks at the time.
"""

from __future__ import annotations

import html.parser
import os
import re
import signal
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hostile import GROUPS, OUTSIDE, SECRET, Input
from hypothesis import settings
from mishaps import Child
from projects import CONF, Built, Project

DEEP = settings().max_examples > 1_000 or "HOSTILE" in os.environ
#: Of each kind, so many are tried at least when not all are.
FEW = 12
#: A build that takes longer hangs: in seconds, of many inputs together, and of one.
LONGEST, LONGEST_ALONE = 120, 10
OK = {
    "conf.py": CONF + "html_theme = 'furo'\n",
    "agreements/ok.md": "---\nagreement:\n  roles: {company: Company}\n---\n# Fine\n\n:::{clause} ok\n:::\n",
    "clauses/ok.yaml": "title: Ok\ntext: |\n  1. All is well.\n",
    "parties/acme.yaml": "name: Acme Ltd\n",
    "deals/ok.yaml": "agreement: ok\nparties: {company: acme}\n",
}
#: Attributes that hold addresses.
_ADDRESSES = ("href", "src", "action", "data", "formaction", "xlink:href")


class _Scripts(html.parser.HTMLParser):
    """Finds what a browser would run that is not of the theme."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._inside = tag
        for name, value in attributes:
            said = re.sub(r"[\s\0-\x1f]", "", value or "").lower()
            if name.startswith("on") or (
                name in _ADDRESSES and said.startswith(("javascript:", "vbscript:", "data:text"))
            ):
                self.found.append(f"{tag} {name}={value}")
        if tag in ("iframe", "object", "embed", "base") or (
            tag == "svg" and any(name == "onload" for name, _ in attributes)
        ):
            self.found.append(tag)

    def handle_data(self, data: str) -> None:
        if self._inside == "script" and "alert(" in data:
            self.found.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""


def tried(kind: str) -> list[Input]:
    """The inputs of a kind that are tried: in turns, so that in time all are."""
    inputs = list(GROUPS[kind]())
    step = max(1, len(inputs) // FEW)
    return inputs[:: step if not DEEP else 1]


def build(root: Path, inputs: Iterable[Input], builder: str, longest: int) -> tuple[Built, float]:
    """Build a project with these inputs; raises AssertionError where the build ends with a traceback, or not at all."""
    project = Project(root)
    project.write(OK)
    (root / OUTSIDE).resolve().write_text(SECRET, encoding="utf-8")
    for each in inputs:
        for name, data in each.files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def work() -> tuple[Built, float]:
        signal.alarm(longest)  # which ends this process
        began = time.process_time()
        return project.build(builder), time.process_time() - began

    return Child(work).result()


def wrong(built: Built) -> Iterator[str]:
    """What is wrong with a build."""
    if (
        "All is well." not in built.text("deals/ok")
        if built.out.name == "text"
        else "All is well." not in built.page("deals/ok")
    ):
        yield "the rest is not built"
    for path in built.out.rglob("*"):
        if path.is_file() and SECRET.encode() in path.read_bytes():
            yield f"{path.name} has what is outside"
        if path.suffix == ".html" and "_static" not in path.parts:
            scripts = _Scripts()
            scripts.feed(path.read_text(encoding="utf-8", errors="replace"))
            yield from (f"{path.name} has {each}" for each in scripts.found)
    if "Traceback" in built.messages:
        yield built.messages
    for line in built.messages.splitlines():
        if re.search(r"(ERROR|CRITICAL|SEVERE)", line) and not re.search(r"\.\w+:\d+(:\d+)?: (ERROR|CRITICAL)", line):
            yield f"without a place: {line[:300]}"


@pytest.mark.parametrize("builder", ["html", "text"])
@pytest.mark.parametrize("kind", GROUPS)
def test_nothing_is_harmed(kind: str, builder: str, tmp_path: Path) -> None:
    inputs = tried(kind)
    built, _ = build(tmp_path / "project", inputs, builder, LONGEST)
    assert list(wrong(built)) == []


def test_of_a_thousand_faults_in_one_record_a_few_are_told(tmp_path: Path) -> None:
    text = "title: T\ntext: 1. A.\n" + "".join(f"k{at}: x\n" for at in range(3000))
    built, _ = build(tmp_path / "project", [Input("keys", {"clauses/many.yaml": text.encode()})], "text", LONGEST)
    lines = [line for line in built.messages.splitlines() if "clauses/many.yaml" in line]
    assert len(lines) == 21
    assert any("2,980 more keys or values are wrong; mend these first" in line for line in lines)


def test_parties_in_an_agreement_that_has_none(tmp_path: Path) -> None:
    text = "---\nagreement:\n---\n# A\n\n## One\n1. First.\n\n" + "```{parties}\n```\n\n" * 2
    built, _ = build(tmp_path / "project", [Input("none", {"agreements/none.md": text.encode()})], "text", LONGEST)
    assert list(wrong(built)) == []


@pytest.mark.skipif(not DEEP, reason="takes an hour")
@pytest.mark.parametrize("kind", GROUPS)
def test_each_alone(kind: str, tmp_path: Path) -> None:
    found: list[tuple[str, str]] = []
    for at, each in enumerate(tried(kind)):
        built, took = build(tmp_path / str(at) / "project", [each], "text", LONGEST_ALONE)
        found += [(each.name, problem) for problem in wrong(built)]
        found += [(each.name, f"{took:.1f} s")] if took > 2 else []
    assert found == []
