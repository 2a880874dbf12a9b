"""A figure and its unit stand on one line, in every output."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import Project

from whereas.agreement.runs import Run, TermUse, Text, Value
from whereas.agreement.walk import text_of
from whereas.render.figures import NBSP, together

DAYS = TermUse("Business Day", "Business Days")


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((Value("fee", "EUR 500,000"),), "EUR~500,000"),
        ((Value("term", "3 years"),), "3~years"),
        ((Value("name", "Aurora Robotics Ltd"),), "Aurora Robotics Ltd"),
        ((Text("within 20 days or EUR 5, 5 EUR, 12,5 %, 10 Werktage, 3 ans"),), 
         "within 20~days or EUR~5, 5~EUR, 12,5~%, 10~Werktage, 3~ans"),
        ((Text("by § 126b and §§ 1 to 3 of it"),), "by §~126b and §§~1 to 3 of it"),
        ((Text("clause 7 and 3 of them"),), "clause 7 and 3 of them"),
        ((Text("in "), Value("n", "10"), Text(" hours or so")), "in 10~hours or so"),
        ((Text("in "), Value("n", "10"), Text(" "), DAYS), "in 10~Business Days"),
        ((Text("in 20 "), DAYS), "in 20~Business Days"),
        ((Text("the 20 "), TermUse("Seller", "Sellers")), "the 20 Sellers"),
        ((Value("n", "Orbit 2"), Text(" is")), "Orbit~2 is"),
    ],
)  # fmt: skip
def test_figures_stay_with_their_units(runs: tuple[Run, ...], expected: str) -> None:
    assert text_of(together(runs)).replace(NBSP, "~") == expected


@pytest.mark.parametrize(("builder", "file"), [("html", "a.html"), ("latex", "a.tex"), ("text", "a.txt")])
def test_in_every_output(tmp_path: Path, builder: str, file: str) -> None:
    project = Project(tmp_path)
    values = "{fee: {type: money, default: EUR 500}, n: {type: integer, default: 4}}"
    front = f"---\nagreement: {{values: {values}}}\n---\n"
    text = f"{front}# A\n\n## B\n1. Pay **{{{{ fee }}}}** in {{{{ n }}}} hours, 20 days.\n"
    project.write({"agreements/a.md": text})
    out = project.build(builder).out
    path = out / file if builder == "latex" else out / "agreements" / file
    words = path.read_text(encoding="utf-8").replace("~", NBSP)
    for each in (f"EUR{NBSP}500", f"{NBSP}hours", f"20{NBSP}days"):
        assert each in words
