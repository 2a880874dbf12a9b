"""What a Word file tells of where it comes from: which bookmark is what, of which words, from which commit."""

from __future__ import annotations

import subprocess
from pathlib import Path
from xml.etree import ElementTree

from opened import Opened
from projects import Project, assert_as_clean

SPACE = "{https://whereas.example.com/origin/1}"
PAGE = """\
---
agreement:
  values: {fee: {type: money}, area: {default: the EU}}
---
# A

{#one}
## One
1. {#pay}
   Pay {{ fee }} in {{ area }}, or {{ area }} alone ({clause}`pay`).
"""
DEAL = 'agreement: a\nreference: X-1\nversion: "2"\nvalues: {fee: EUR 5}\n'


def origin_of(path: Path) -> ElementTree.Element:
    """The part."""
    return ElementTree.fromstring(Opened(path).parts["customXml/item1.xml"])


def git(root: Path, *command: str) -> str:
    """What git answers."""
    who = ("-c", "user.name=a", "-c", "user.email=a@example.com")
    return subprocess.run(
        ["git", *who, "-C", str(root), *command], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_each_bookmark_says_what_it_stands_for(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"agreements/a.md": PAGE, "deals/d.yaml": DEAL})
    path = project.build("docx").out / "deals/d.docx"
    opened, origin = Opened(path), origin_of(path)
    facts = {name: origin.get(name) for name in ("agreement", "reference", "version", "status", "language")}
    assert facts == {"agreement": "deals/d", "reference": "X-1", "version": "2", "status": "draft", "language": "en-GB"}
    assert origin.get("fingerprint") == project.build("outline").outline("deals/d")["fingerprint"]
    marks = {each.get("bookmark", ""): each.get("anchor") or each.get("name") for each in origin}
    assert {*marks} == {*opened.bookmarks}
    said = {mark: opened.said(mark) for mark in marks if mark.startswith("_WhV_")}
    assert said == {"_WhV_fee_1": "EUR\xa05", "_WhV_area_1": "the EU", "_WhV_area_2": "the EU"}
    assert [marks[mark] for mark in said] == ["fee", "area", "area"]
    assert opened.bookmarks["_Wh_pay"].label == "1.1"


def test_the_commit_is_told_to_us_alone_and_is_that_of_the_sources(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"agreements/a.md": PAGE, "agreements/b.md": PAGE, ".gitignore": "out*\n"})
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    first = git(tmp_path, "log", "-1", "--format=%h", "--abbrev=12")
    made = project.build("docx").out / "agreements"
    assert origin_of(made / "a.docx").get("commit") == first
    outside = project.build("docx", out="-x", whereas_audience="external").out / "agreements"
    assert origin_of(outside / "a.docx").get("commit") is None
    project.write({"agreements/a.md": PAGE.replace("alone", "only")})
    project.build("docx")
    assert origin_of(made / "a.docx").get("commit") == f"{first}+"
    git(tmp_path, "commit", "-qam", "second")
    second = git(tmp_path, "log", "-1", "--format=%h", "--abbrev=12")
    assert second != first
    assert_as_clean(project, "docx")
    assert [origin_of(made / name).get("commit") for name in ("a.docx", "b.docx")] == [second, first]
