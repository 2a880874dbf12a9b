"""How many faults of drafting `whereas check` finds: each kind seeded at many places of real projects.

    .venv/bin/python benchmarks/checks.py                    this project
    .venv/bin/python benchmarks/checks.py DIR ... --write    others as well; the table goes into README.md

A fault (`faults.py`) is written into a paragraph of a copy of the project, or below it, one for each paragraph, and is
found if the check names its rule there; those of records (`faults_of_records.py`) are written into this project's.
What is found in the projects as they are is told first.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "_ext"), str(ROOT / "tests")]

import french_services  # noqa: E402
import german_licence  # noqa: E402
from faults import KINDS, PARTIES, PRINTED, REFERENCE, VALUES, Fault  # noqa: E402
from faults_abroad import FRENCH, GERMAN, LEASE, SPANISH  # noqa: E402
from faults_of_records import RECORD_KINDS, RecordFault  # noqa: E402
from records import bench_records  # noqa: E402

from whereas.checking.gather import gather  # noqa: E402
from whereas.checking.run import Asked, check  # noqa: E402
from whereas.checks.lines import lines_to_check  # noqa: E402
from whereas.project.project import Project  # noqa: E402

PLACES = 20
TURNS = 12


@dataclass(frozen=True)
class Spot:
    """A line that ends a paragraph: its file, its number from 1, where the paragraph begins, and its item's indent.

    An item that is a sentence of its own, and no part of one that runs through a list, is `whole`.
    """

    file: str
    line: int
    first: int
    indent: str
    whole: bool


def spots(root: Path) -> list[Spot]:
    """Where faults can be written: paragraphs of pages and clauses that end with a full stop."""
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
                item = next((each for each in lines[place.line - 1 :: -1][:2] if re.match(r"\s*\d+\.\s", each)), "")
                indent = item[: len(item) - len(item.lstrip())] if item else "-"
                below = next((each for each in lines[last:] if each.strip()), "#")
                goes_on = not re.match(r"\s*(?:\d+\.|[#*:{`%|-])", below)  # another paragraph of the same item
                whole = line.text[:1].isupper() and bool(item) and not goes_on
                found[Spot(place.file, last, place.line, indent, whole)] = None
    return list(found)


def bench(roots: list[Path], kinds: list[Fault], turns: int = TURNS, step: int = 2) -> Iterator[tuple[Fault, int, int]]:
    """Each kind: at how many places it was seeded, and at how many found; `step` is how many paragraphs apart."""
    tried, found = Counter[Fault](), Counter[Fault]()
    for turn in range(turns):
        for root in roots:
            with tempfile.TemporaryDirectory() as folder:
                copy = copied(root, Path(folder, "copy"))
                sown = sow(copy, spots(copy)[turn % 3 :: step], tried, kinds)
                told = {(each.place.file, each.place.line, each.rule) for each in gather(Project(copy)).findings}
                for fault, file, first, last in sown:
                    hit = any((file, line, fault.rule) in told for line in range(first, last + 1))
                    found[fault] += hit
                    if not hit:
                        print(f"  not found: {fault.shown!r} at {root.name}: {file}:{first}", file=sys.stderr)
        if all(tried[kind] >= PLACES for kind in kinds):
            break
    yield from ((kind, tried[kind], found[kind]) for kind in kinds)


def copied(root: Path, copy: Path) -> Path:
    """A copy of a project, with parties, a deal and values more, of which faults speak."""
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".*", "build", "__pycache__", "tests", "_ext"))
    project = Project(copy)
    pages = {name: project.sources.folder / f"{each.docname}.md" for name, each in project.agreements.items()}
    for page in pages.values():
        page.write_text(with_values(page.read_text("utf-8")), "utf-8")
    written = {f"parties/{id}.yaml": text for id, text in PARTIES.items()}
    written["deals/orion.yaml"] = f"agreement: {next(iter(pages))}\nreference: {REFERENCE}\n"
    for file, text in written.items():
        (project.library.root / file).parent.mkdir(exist_ok=True)
        (project.library.root / file).write_text(text, "utf-8")
    conf = (copy / "conf.py").read_text("utf-8")
    (copy / "conf.py").write_text(f"import sys\nsys.path.insert(0, {str(ROOT / '_ext')!r})\n{conf}", "utf-8")
    return copy


def with_values(page: str) -> str:
    """The text of a page that has the values of the bench, and prints them."""
    lines = VALUES.replace("\n", "\n    ")
    if "\n  values:\n" in page:
        page = page.replace("\n  values:\n", f"\n  values:\n    {lines}\n", 1)
    elif "\nagreement:\n" in page:
        page = page.replace("\nagreement:\n", f"\nagreement:\n  values:\n    {lines}\n", 1)
    else:
        return page
    return re.sub(r"(?m)^# .*$", lambda title: f"{title[0]}\n\n{PRINTED}", page, count=1)


def sow(copy: Path, places: list[Spot], tried: Counter[Fault], kinds: list[Fault]) -> list[tuple[Fault, str, int, int]]:
    """Write faults, the kinds first that were seldom tried; gives each with its file and its first and last line."""
    sown = list[tuple[Fault, str, int, int]]()
    for file in dict.fromkeys(each.file for each in places):
        lines, added = (copy / file).read_text("utf-8").splitlines(), 0
        for spot in sorted((each for each in places if each.file == file), key=lambda each: each.line):
            at = spot.line - 1 + added
            for kind in sorted(kinds, key=lambda each: tried[each]):
                if tried[kind] >= PLACES or (kind.alone and not spot.whole):
                    continue
                if new := kind.write(lines[at], spot.indent, not file.startswith("clauses/"), sum(tried.values())):
                    lines[at : at + 1] = new
                    sown.append((kind, file, spot.first + added, at + len(new)))
                    added += len(new) - 1
                    tried[kind] += 1
                    break
        (copy / file).write_text("\n".join(lines) + "\n", "utf-8")
    return sown


def _whole(contract: ModuleType) -> dict[str, str]:
    """The files of a contract that the tests have."""
    return {**contract.FILES, "agreements/a.md": contract.PAGE, "deals/a.yaml": contract.DEAL}


@contextmanager
def abroad() -> Iterator[list[tuple[Path, list[Fault]]]]:
    """Projects in other languages, each with its faults: two of the tests, and one of the bench."""
    known = (("de", _whole(german_licence), GERMAN), ("fr", _whole(french_services), FRENCH), ("es", LEASE, SPANISH))
    with tempfile.TemporaryDirectory() as folder:
        for name, files, _ in known:
            for file, text in {"conf.py": "extensions = ['myst_parser', 'whereas']\n", **files}.items():
                path = Path(folder, name, file)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text.lstrip("\n"), "utf-8")
        yield [(Path(folder, name), kinds) for name, _, kinds in known]


def shown(fault: Fault | RecordFault) -> str:
    """A fault as it stands in a cell of the table."""
    return fault.shown.replace("|", "¦").replace("`", "'") + (" (a guess)" if fault.guess else "")


def main() -> None:
    """Tell of the projects as they are, then the table."""
    asking = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asking.add_argument("projects", nargs="*", type=Path, help="folders of other projects, to be read as well")
    asking.add_argument("--write", action="store_true", help="write the table into README.md")
    asked = asking.parse_args()
    roots, provisions, alarms, infos = [ROOT, *(each.resolve() for each in asked.projects)], 0, 0, 0
    for root in roots:
        project = Project(root)
        all_of_it = check(root, "source", Asked()).report.findings
        found = [each for each in all_of_it if each.severity != "info"]
        alarms, infos = alarms + len(found), infos + len(all_of_it) - len(found)
        provisions += sum(len(each.provisions) for each in (*project.agreements.values(), *project.deals.values()))
        print(*(f"  {root.name}: {each.place}: [{each.rule}] {each}" for each in found), sep="\n", file=sys.stderr)
    rows: list[tuple[Fault | RecordFault, int, int]] = [*bench(roots, KINDS)]
    rows += bench_records(ROOT, RECORD_KINDS, copied, PLACES)
    with abroad() as projects:
        for root, kinds in projects:
            rows += bench([root], kinds, TURNS * 6, 1)
    seeded, told = sum(tried for _, tried, _ in rows), sum(found for _, _, found in rows)
    lines = [
        f"{alarms} errors and warnings, and {infos} for information, in {provisions} provisions of {len(roots)}"
        f" projects as they are; {len(rows)} kinds of faults, {told} found of {seeded}:\n",
        "| rule | fault | seeded | found |",
        "|---|---|---:|---:|",
        *(f"| `{fault.rule}` | `{shown(fault)}` | {tried} | {found} |" for fault, tried, found in rows),
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
