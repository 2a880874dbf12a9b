"""How long a PDF takes to set: an agreement of fifteen pages, and the same words through stock Sphinx and xelatex.

Run `.venv/bin/python benchmarks/pdfs.py [how many times]`. Measured in turns in one run, TeX alone, without what Sphinx
takes to write it: a clean build, and one after a small edit. Then four agreements at once, one and two at a time.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "_ext"), str(ROOT / "tests")]
TIMES = int(sys.argv[1]) if len(sys.argv) > 1 else 3
CHAPTERS = 5  # fifteen pages

from projects import Project  # noqa: E402
from torture import torture_files  # noqa: E402

from whereas.pdf.press import press  # noqa: E402


def ours(folder: Path, deals: int = 1) -> Path:
    """The agreement as Whereas writes it; gives the folder of its TeX."""
    project = Project(folder)
    files = torture_files(chapters=CHAPTERS, rows=10, scripts=False)
    project.write(files | {f"deals/deal-{number}.yaml": files["deals/north.yaml"] for number in range(1, deals)})
    out = project.build("latex").out
    (out / "torture.tex").unlink()  # the template; deals alone are measured
    return out


def stock(folder: Path) -> Path:
    """The same words as a plain page, numbers typed; gives the folder of its TeX."""
    lines = json.loads((folder.parent / "ours/out/outline/deals/north.json").read_text())["lines"]
    plain = [(line["label"], line["text"]) for line in lines if line["text"].isascii()]
    text = "\n\n".join(f"{label} {text}".strip().replace("*", r"\*").replace("#", r"\#") for label, text in plain)
    folder.mkdir()
    (folder / "index.md").write_text(f"# Agreement\n\n{text}\n".replace("1. ", "1\\. "))
    (folder / "conf.py").write_text('extensions = ["myst_parser"]\nlatex_engine = "xelatex"\nlatex_use_xindy = False\n')
    command = [sys.executable, "-P", "-m", "sphinx", "-q", "-b", "latex", ".", "out"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder / "out"


def set_ours(out: Path, jobs: int = 1) -> float:
    """Seconds of our press."""
    start = perf_counter()
    if not all(each.made for each in press(out, jobs)):
        sys.exit("a PDF could not be made")
    return perf_counter() - start


def set_stock(out: Path) -> float:
    """Seconds of Sphinx's own Makefile."""
    start = perf_counter()
    options = "LATEXMKOPTS=-interaction=batchmode -halt-on-error -silent"
    subprocess.run(["make", "-s", "all-pdf", options], cwd=out, check=True, capture_output=True)
    return perf_counter() - start


def edit(out: Path, old: str, new: str) -> None:
    """A small change of words."""
    for tex in out.glob("*.tex"):
        if old in (text := tex.read_text()):
            tex.write_text(text.replace(old, new, 1))


def clear(out: Path) -> None:
    """Away with all that TeX wrote."""
    for path in out.iterdir():
        if path.suffix in (
            ".aux",
            ".fdb_latexmk",
            ".fls",
            ".log",
            ".out",
            ".pdf",
            ".stamp",
            ".toc",
            ".xdv",
            ".idx",
            ".ind",
        ):
            path.unlink()


_WRITTEN = (".aux", ".fdb_latexmk", ".fls", ".log", ".out", ".pdf", ".stamp", ".toc", ".xdv", ".idx", ".ind")


def main() -> None:
    """Set both in turns, and print what they took."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        mine = ours(folder / "ours")
        Project(folder / "ours").build("outline")
        theirs = stock(folder / "stock")
        times: dict[str, list[float]] = {"ours": [], "stock": [], "ours, edited": [], "stock, edited": []}
        for _ in range(TIMES):
            for kind, out, run in (("ours", mine, set_ours), ("stock", theirs, set_stock)):
                clear(out)
                times[kind].append(run(out))
                edit(out, "the plan names", "a plan names")
                times[f"{kind}, edited"].append(run(out))
                edit(out, "a plan names", "the plan names")
        seconds = {kind: median(taken) for kind, taken in times.items()}
        pages = [_pages(out) for out in (mine, theirs)]
        print(f"ours: {seconds['ours']:.1f} s for {pages[0]} pages, {seconds['ours, edited']:.1f} s after a small edit")
        print(f"stock: {seconds['stock']:.1f} s for {pages[1]} pages, {seconds['stock, edited']:.1f} s after the edit")
        ratios = seconds["ours"] / seconds["stock"], seconds["ours, edited"] / seconds["stock, edited"]
        print(f"ratio: {ratios[0]:.2f}, after the edit {ratios[1]:.2f} (medians of {TIMES}, {os.cpu_count()} cores)")
        four = ours(folder / "four", deals=4)
        one = set_ours(four)
        clear(four)
        two = set_ours(four, 2)
        print(f"four agreements: {one:.1f} s one at a time, {two:.1f} s two at a time; ratio {two / one:.2f}")
        start = perf_counter()
        set_ours(four, 2)
        print(f"nothing changed: {perf_counter() - start:.2f} s")


def _pages(out: Path) -> str:
    pdf = next(out.glob("*.pdf"))
    said = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
    return said.split("Pages:")[1].split()[0]


if __name__ == "__main__":
    if not shutil.which("latexmk"):
        sys.exit("latexmk is needed")
    main()
