"""How many faults of drafting `whereas check` finds: each kind seeded at many places of real projects.

    .venv/bin/python benchmarks/checks.py                    this project
    .venv/bin/python benchmarks/checks.py DIR ... --write    others as well; the table goes into README.md

A fault is written into a paragraph of a copy of the project, one for each paragraph, and is found if the check names
its rule there. What is found in the projects as they are is told first: there should be nothing.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "_ext"))

from whereas.checking.gather import gather  # noqa: E402
from whereas.checks.lines import lines_to_check  # noqa: E402
from whereas.project.project import Project  # noqa: E402

PLACES = 20
PARTY = (
    "name: Orion Freight Ltd\nregistration: {label: company number, number: '09876543'}\n"
    "tax_id: GB 987 6543 21\nnotices: {email: legal@orion.example.com}\n"
)
#: The rule that must find it, and what is written after a sentence; `{2}` writes the first such word of it twice.
KINDS = [
    *(("doubled-word", f"{{2}}{word}") for word in ("the", "of", "to", "in", "and", "or", "a", "any")),
    *(
        ("words-and-figures", f"The period is {said} days.")
        for said in ("thirty (60)", "one hundred and twenty (20)", "fifty-five (45)", "two (3)", "three hundred (30)")
    ),
    *(
        ("no-such-date", f"It ends on {date}.")
        for date in ("31 February 2027", "30 February 2028", "31 April 2027", "February 29, 2027", "31 June 2030")
    ),
    *(
        ("no-such-date", f"It ends on {date}.")
        for date in ("Monday 15 January 2027", "Sunday, 1 March 2027", "Monday, February 1, 2028")
    ),
    *(
        ("typed-reference", f"This is subject to {cited}.")
        for cited in ("clause 1", "clause 97.2", "Schedule 9", "Section 3(a)", "paragraph 2.1", "Article 4", "Annex 7")
    ),
    *(
        ("typed-party", f"It is for {whose} as well.")
        for whose in ("Orion Freight Ltd", "company 09876543", "VAT GB 987 6543 21", "legal@orion.example.com")
    ),
    *(
        ("unpaired", said)
        for said in (
            "It ends (then.",
            "It ends then).",
            "It ends (as (then) agreed.",
            "It ends \\[then.",
            "It ends\\] then.",
        )
    ),
]


@dataclass(frozen=True)
class Spot:
    """A line that ends a paragraph: its file, its number from 1, and where the paragraph begins."""

    file: str
    line: int
    first: int


def spots(root: Path) -> list[Spot]:
    """Where a sentence can be added: paragraphs of pages and clauses that end with a full stop."""
    project, found = Project(root), dict[Spot, None]()
    for contract in (*project.agreements.values(), *project.deals.values()):
        for line in lines_to_check(contract.agreement, {}):
            place = line.place
            if line.heading or not place.file.endswith((".md", ".yaml")) or place.file.startswith("deals/"):
                continue
            lines = (project.library.root / place.file).read_text("utf-8").splitlines()
            last = place.line
            while (
                last < len(lines)
                and re.match(r"\s+[^\s:{`%]", lines[last])
                and not re.match(r"\s*(\d+\.|[-*])\s", lines[last])
            ):
                last += 1
            written = lines[last - 1]
            if written.endswith(".") and line.text.rstrip().endswith(written[-8:]) and len(written.split()) > 4:
                found[Spot(place.file, last, place.line)] = None
    return list(found)


def seeded(line: str, fault: str) -> str | None:
    """A line with a fault in it; None where it has no place for that."""
    if not fault.startswith("{2}"):
        return f"{line} {fault}"
    word = fault.removeprefix("{2}")
    new = re.sub(rf"(?<=[a-z] ){word} (?=[a-z])", f"{word} {word} ", line, count=1)
    return new if new != line else None


def bench(roots: list[Path]) -> Iterator[tuple[tuple[str, str], int, int]]:
    """Each kind: at how many places it was seeded, and at how many found."""
    tried, found = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for turn in range(8):
        for root in roots:
            with tempfile.TemporaryDirectory() as folder:
                copy = Path(folder, "copy")
                left = shutil.ignore_patterns(".*", "build", "__pycache__", "tests", "_ext")
                shutil.copytree(root, copy, ignore=left)
                (copy / "parties").mkdir(exist_ok=True)
                (copy / "parties/orion.yaml").write_text(PARTY, "utf-8")
                conf = (copy / "conf.py").read_text("utf-8")
                (copy / "conf.py").write_text(
                    f"import sys\nsys.path.insert(0, {str(ROOT / '_ext')!r})\n{conf}", "utf-8"
                )
                sown = dict[Spot, tuple[str, str]]()
                for spot in spots(copy)[turn % 2 :]:
                    lines = (copy / spot.file).read_text("utf-8").splitlines()
                    for kind in sorted(KINDS, key=lambda each: tried[each]):
                        new = seeded(lines[spot.line - 1], kind[1]) if tried[kind] < PLACES else None
                        if new:
                            lines[spot.line - 1] = new
                            (copy / spot.file).write_text("\n".join(lines) + "\n", "utf-8")
                            sown[spot] = kind
                            tried[kind] += 1
                            break
                if not sown:
                    continue
                told = {(each.place.file, each.place.line, each.rule) for each in gather(Project(copy)).findings}
                for spot, kind in sown.items():
                    hit = any((spot.file, line, kind[0]) in told for line in range(spot.first, spot.line + 1))
                    found[kind] += hit
                    if not hit:
                        print(f"  not found: {kind[1]!r} at {spot.file}:{spot.line}", file=sys.stderr)
        if all(tried[kind] >= PLACES for kind in KINDS):
            break
    yield from ((kind, tried[kind], found[kind]) for kind in KINDS)


def main() -> None:
    """Tell of the projects as they are, then the table."""
    asking = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asking.add_argument("projects", nargs="*", type=Path, help="folders of other projects, to be read as well")
    asking.add_argument("--write", action="store_true", help="write the table into README.md")
    asked = asking.parse_args()
    roots, provisions, alarms = [ROOT, *(each.resolve() for each in asked.projects)], 0, 0
    for root in roots:
        project = Project(root)
        found = [each for each in gather(project).findings if each.severity != "info"]
        alarms += len(found)
        provisions += sum(len(each.provisions) for each in (*project.agreements.values(), *project.deals.values()))
        print(*(f"  {root.name}: {each.place}: [{each.rule}] {each}" for each in found), sep="\n", file=sys.stderr)
    rows = list(bench(roots))
    lines = [
        f"{alarms} errors and warnings in {provisions} provisions of {len(roots)} projects as they are;"
        f" {len(rows)} kinds of faults:\n",
        "| rule | fault | seeded | found |",
        "|---|---|---:|---:|",
        *(
            f"| `{rule}` | `{fault.replace('{2}', 'twice: ')}` | {tried} | {found} |"
            for (rule, fault), tried, found in rows
        ),
    ]
    table = "\n".join(lines) + "\n"
    print(table)
    if asked.write:
        page = ROOT / "benchmarks/README.md"
        start = "<!-- what `benchmarks/checks.py` found last -->"
        kept = page.read_text("utf-8").partition(start)[0]
        page.write_text(f"{kept}{start}\n\n{table}", "utf-8")


if __name__ == "__main__":
    main()
