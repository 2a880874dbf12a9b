"""How long a site of many deals takes, against stock Sphinx with the same words: `make bench`.

Run `.venv/bin/python benchmarks/scale.py --help`. Every build is a process of its own; ours and stock's are measured in
turns, and each figure is the median of the rounds. CPU is that of all processes of a build. The figures go to
`build/bench.json`, and, with `--write`, as a table into `benchmarks/README.md`.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import NamedTuple

import workload as work

ROOT = Path(__file__).parents[1]
FOUND = ROOT / "build/bench.json"
TABLE = ROOT / "benchmarks/README.md"
MARK = "<!-- what `make bench` measured last -->\n"


class Cost(NamedTuple):
    """What one build took: seconds of CPU and of the clock, the most memory of a process (MB), its output (MB)."""

    cpu: float
    wall: float
    memory: float
    size: float


def build(folder: Path, builder: str = "html", jobs: int = 1, without: str = "out") -> Cost:
    """One build, without what an earlier one left in a folder: `out` all, `out/html` its site, `` nothing."""
    out = folder / "out" / builder
    if without:
        shutil.rmtree(folder / without, ignore_errors=True)
    command = [sys.executable, "-P", "-m", "sphinx", "-q", "-j", str(jobs), "-c", ".", "-d", "out/.doctrees"]
    log = folder / "log.txt"
    start = time.perf_counter()
    with log.open("w") as messages:
        pid = os.posix_spawn(
            sys.executable,
            [*command, "-b", builder, "source", f"out/{builder}"],
            _environment(folder),
            file_actions=[(os.POSIX_SPAWN_DUP2, messages.fileno(), 1), (os.POSIX_SPAWN_DUP2, messages.fileno(), 2)],
        )
        _, status, used = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    if status:
        sys.exit(f"{folder.name}, {builder}:\n{log.read_text()[-2000:]}")
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, size / 1e6)


def _environment(folder: Path) -> dict[str, str]:
    """That of a build: our modules are compiled once, as those of what is installed are."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(ROOT / "_ext"), "PWD": str(folder)}


class Case(NamedTuple):
    """What is measured for one workload: its name, the folders of the two, and what changes a clause or a deal."""

    name: str
    ours: Path
    stock: Path
    edits: dict[str, tuple[Callable[[Path, int], None], Callable[[Path, int], None]]]


def cases(folder: Path, deals: list[int], texts: list[int], flagship: int) -> Iterator[Case]:
    """Write the workloads, one after the other."""
    for some in texts:
        for many in deals:
            made = work.workload(some, many)
            ours, stock = (_folder(folder, f"{many}-{some}-{side}") for side in ("ours", "stock"))
            made.ours(ours)
            made.stock(stock)
            edits = {
                "one clause text edited": (made.edit_clause, made.edit_stock_clause),
                "one deal edited": (made.edit_deal, made.edit_stock_deal),
            }
            yield Case(f"{many} deals of {some} texts", ours, stock, edits)
    if flagship:
        ours, stock = (_folder(folder, f"flagship-{side}") for side in ("ours", "stock"))
        work.flagship(ours, flagship)
        _at(ours, lambda folder: build(folder, "outline"))
        work.plain_flagship(stock, flagship, ours / "out/outline/deals/0/d0.json")
        yield Case(f"{flagship} deals of the flagship, against plain pages", ours, stock, {})


def _folder(folder: Path, name: str) -> Path:
    path = folder / name
    path.mkdir()
    return path


def measure(case: Case, rounds: int, builders: list[str]) -> dict[str, dict[str, list[Cost]]]:
    """What each kind of build took, of ours and of stock, round by round."""
    found: dict[str, dict[str, list[Cost]]] = defaultdict(lambda: {"ours": [], "stock": []})

    def both(what: str, run: Callable[[Path], Cost]) -> None:
        for side, folder in (("ours", case.ours), ("stock", case.stock)):
            found[what][side].append(_at(folder, run))

    for turn in range(rounds):
        for builder in builders:
            if builder == "outline":
                found[builder]["ours"].append(_at(case.ours, lambda folder: build(folder, "outline")))
            elif builder != "html":
                both(builder, lambda folder, builder=builder: build(folder, builder))
        both("html, -j 2", lambda folder: build(folder, jobs=2))
        both("html", build)
        both("html, all pages kept as read", lambda folder: build(folder, without="out/html"))
        both("nothing changed", lambda folder: build(folder, without=""))
        for what, (ours, stock) in case.edits.items():
            ours(case.ours, turn)
            stock(case.stock, turn)
            both(what, lambda folder: build(folder, without=""))
    return dict(found)


def _at(folder: Path, run: Callable[[Path], Cost]) -> Cost:
    os.chdir(folder)
    return run(folder)


def table(name: str, found: dict[str, dict[str, list[Cost]]]) -> str:
    """One workload as a table: ours, stock, and how many times as fast ours is."""
    lines = [f"\n### {name}\n", "| | ours, CPU s | stock, CPU s | times as fast | wall s | memory MB | output MB |"]
    lines.append("|---|---:|---:|---:|---:|---:|---:|")
    for what, sides in found.items():
        ours, stock = ([median(each) for each in zip(*sides[side], strict=True)] for side in ("ours", "stock"))
        cpu = [cost.cpu for cost in sides["ours"]]
        spread = f"{ours[0]:.1f} ({min(cpu):.1f} to {max(cpu):.1f})"
        if stock:
            pairs = (
                f"{mine:.{digits}f} / {other:.{digits}f}"
                for mine, other, digits in zip(ours[1:], stock[1:], (1, 0, 1), strict=True)
            )
            lines.append(f"| {what} | {spread} | {stock[0]:.1f} | {stock[0] / ours[0]:.2f} | {' | '.join(pairs)} |")
        else:
            lines.append(f"| {what} | {spread} | | | {ours[1]:.1f} | {ours[2]:.0f} | {ours[3]:.1f} |")
    return "\n".join(lines) + "\n"


def machine() -> str:
    """What all this was measured on."""
    names = ("sphinx", "myst-parser", "docutils", "furo")
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    return f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, {versions}"


def main() -> None:
    """Measure, print the tables, and keep the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--deals", type=int, nargs="+", default=[1, 20, 100], help="how many deals (500 takes an hour)")
    parser.add_argument("--texts", type=int, nargs="+", default=[60], help="how many clause texts they choose from")
    parser.add_argument("--flagship", type=int, default=20, help="how many deals of the agreement that ships; 0: none")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured")
    parser.add_argument("--builders", nargs="+", default=["latex", "text", "outline"], help="besides html")
    parser.add_argument("--write", action="store_true", help="put the tables into benchmarks/README.md")
    asked = parser.parse_args()
    results, tables = {}, [f"{machine()}; median of {asked.rounds}.\n"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = max(asked.deals)
        empty = _folder(folder, "frame")
        work.frame(empty, pages)
        frame = [_at(empty, build) for _ in range(asked.rounds)]
        tables.append(f"\n{pages} pages of one word, stock: {median(cost.cpu for cost in frame):.1f} s of CPU.\n")
        print(*tables, flush=True)
        for case in cases(folder, asked.deals, asked.texts, asked.flagship):
            results[case.name] = measure(case, asked.rounds, asked.builders)
            tables.append(table(case.name, results[case.name]))
            print(tables[-1], flush=True)
    FOUND.parent.mkdir(exist_ok=True)
    kept = {"machine": machine(), "frame": [cost._asdict() for cost in frame]}
    figures = {
        name: {
            what: {side: [cost._asdict() for cost in costs] for side, costs in sides.items()}
            for what, sides in found.items()
        }
        for name, found in results.items()
    }
    FOUND.write_text(json.dumps({**kept, "cases": figures}, indent=1) + "\n")
    if asked.write:
        head, _, rest = TABLE.read_text().partition(MARK)
        others = rest.partition("\n## ")
        TABLE.write_text(head + MARK + "\n" + "".join(tables) + "".join(others[1:]))


if __name__ == "__main__":
    main()
