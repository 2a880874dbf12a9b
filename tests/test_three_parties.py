"""The clauses that are neutral are so for any number of parties: an agreement of three is made of them as they are."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import whereas

ROOT = Path(__file__).parents[1]
NEUTRAL = [
    "definitions",
    "interpretation",
    "confidentiality",
    "notices",
    "general/assignment",
    "general/variation",
    "general/waiver",
    "general/severance",
    "general/entire-agreement",
    "general/third-parties",
    "general/further-steps",
    "general/publicity",
    "general/language",
    "general/signature",
    "governing-law",
    "forum",
]
PAGE = """---
agreement:
  roles: {roles}
  values:
    effective_date: {{type: date, show: front, about: The day on which the cooperation starts}}
---
# Talks

{{.parties}}
## Parties

:::{{parties}}
:::

{{#aim}}
## Purpose

1. The parties wish to talk (the {{define}}`Purpose`) until one of them ends the talks.

{clauses}

{{#addresses}}
## Addresses

1. {{#notice-addresses}}
   Notices go to the seats of the parties.
"""
#: What is said of two.
OF_TWO = r"both|either party|neither party|the other|the other’s|the other party|each other"


def said(root: Path, roles: str) -> tuple[str, list[str]]:
    """The words of such an agreement, and what is wrong with it."""
    for name in ("clauses", "parties"):
        shutil.copytree(ROOT / name, root / name)
    clauses = "\n\n".join(f":::{{clause}} {each}\n:::" for each in NEUTRAL)
    (root / "source/agreements").mkdir(parents=True)
    (root / "source/agreements/talks.md").write_text(PAGE.format(roles=roles, clauses=clauses), encoding="utf-8")
    shutil.copy(ROOT / "conf.py", root)
    opened = whereas.open(root).agreement("talks")
    told = [str(each) for each in opened.findings if each.severity == "error"]
    return " ".join(each.text for each in opened.provisions), told


@pytest.mark.parametrize(
    ("roles", "signed", "consent"),
    [
        ("{a: First, b: Second}", "signed by both parties", "consent of the other party"),
        ("{a: First, b: Second, c: Third}", "signed by all parties", "consent of each other party"),
    ],
)
def test_the_words_are_right_for_two_and_for_three(tmp_path: Path, roles: str, signed: str, consent: str) -> None:
    words, told = said(tmp_path, roles)
    assert told == []
    assert signed in words and consent in words
    if "c:" in roles:
        quoted = words.replace("“either”", "").replace(consent, "")
        assert re.findall(rf"(?i)\b(?:{OF_TWO})\b", quoted) == []
