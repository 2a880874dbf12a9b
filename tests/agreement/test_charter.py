"""The American charter, numbered by Article, letter and figure: all the ways in which such charters cite themselves.

The label of a level is not what cites it: "A." is Section A, and of the article one stands in nothing is said.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import Project

import whereas

PAGE = """
---
agreement: {style: {levels: ["ARTICLE I:", "A.", "1.", "a."], clause: [Section, Sections], locale: en_US}}
---
# Charter

{#name}
## Name

{#purpose}
### Purpose
1. {#aim} Its aims:
   1. {#teach} to teach;
   1. {#feed} to feed, see FEED.
1. {#gain} No gain.
1. {#loss} No loss, see LOSS.

{#seat}
### Seat
1. Here.

{#members}
## Members

{#classes}
### Classes
1. {#voting} Voting.
1. {#honorary} Honorary.

{#dues}
### Dues
1. {#fee} A fee.

{#votes}
### Votes
1. Each has one.

{#board}
## Board

{#powers}
### Powers
1. {#hire} It may:
   1. {#staff} hire staff;
   1. {#counsel} hire counsel.

{.schedule #map}
## Map
1. {#area} As in ANNEX.
"""
FROM_LOSS = [
    # within the article: Section alone
    ("{clause}`purpose`", "Section A"),
    ("{clause}`seat`", "Section B"),
    ("{clause}`aim`", "Section A.1"),
    ("{clause}`teach`", "Section A.1.a"),
    ("{clause}`purpose, seat`", "Sections A and B"),
    ("{clause}`aim, gain`", "Sections A.1 and A.2"),
    ("{clause}`aim, gain, loss`", "Sections A.1 through A.3"),
    ("{clause}`teach, feed`", "Sections A.1.a and A.1.b"),
    ("{clause}`aim or gain`", "Section A.1 or A.2"),
    ("{this}`clause`", "this Section A.3"),
    ("{this}`section`", "this Article I"),
    ("{above}`aim`", "Section A.1 above"),
    ("{short}`aim`", "Section A.1"),
    # of another article: that first
    ("{clause}`name`", "Article I"),
    ("{clause}`members`", "Article II"),
    ("{clause}`members, board`", "Articles II and III"),
    ("{clause}`name, members, board`", "Articles I through III"),
    ("{clause}`name or members`", "Article I or II"),
    ("{clause}`classes`", "Article II, Section A"),
    ("{clause}`classes, dues`", "Article II, Sections A and B"),
    ("{clause}`classes, dues, votes`", "Article II, Sections A through C"),
    ("{clause}`voting`", "Article II, Section A.1"),
    ("{clause}`staff`", "Article III, Section A.1.a"),
    ("{clause}`staff, counsel`", "Article III, Sections A.1.a and A.1.b"),
    ("{clause}`classes or dues`", "Article II, Section A or B"),
    ("{clause}`voting, hire`", "Article II, Section A.1 and Article III, Section A.1"),
    ("{clause}`purpose, classes`", "Section A and Article II, Section A"),
    ("{clause}`classes, board`", "Article II, Section A and Article III"),
    ("{clause-title}`members`", "Article II (Members)"),
    ("{clause-title}`dues`", "Article II, Section B (Dues)"),
    ("{clause}`area`", "paragraph 1 of Schedule 1"),
    ("{clause}`map`", "Schedule 1"),
]  # fmt: skip


def said(root: Path, at: str, cited: str) -> str:
    project = Project(root)
    project.write({"agreements/a.md": PAGE.replace(at, cited)})
    read = whereas.open(root).agreement("agreements/a")
    assert [str(each) for each in read.findings] == []
    return read.text


@pytest.mark.parametrize(("cited", "expected"), FROM_LOSS)
def test_from_a_section(tmp_path: Path, cited: str, expected: str) -> None:
    assert f"3. No loss, see {expected}.\n" in said(tmp_path, "LOSS", cited)


@pytest.mark.parametrize(
    ("at", "cited", "expected"),
    [
        ("FEED", "{clause}`teach`", "b. to feed, see Section A.1.a."),
        ("FEED", "{clause}`fee`", "b. to feed, see Article II, Section B.1."),
        ("ANNEX", "{clause}`aim`", "1. As in Article I, Section A.1."),
        ("ANNEX", "{clause}`aim, fee`", "1. As in Article I, Section A.1 and Article II, Section B.1."),
    ],
)
def test_from_deeper_and_from_what_is_attached(tmp_path: Path, at: str, cited: str, expected: str) -> None:
    assert f"{expected}\n" in said(tmp_path, at, cited) + "\n"
