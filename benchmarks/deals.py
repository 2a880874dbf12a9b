"""How long many deals of one agreement take, and how much memory: a site of 500 deals, none with a page of its own.

Run `.venv/bin/python benchmarks/deals.py [how many] [jobs]`. Measured side by side in one run: the deals, and as many
pages of stock Sphinx and MyST that hold the same words as plain Markdown, numbers typed. Each build is a process of its
own and begins from nothing.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[1]
DEALS = int(sys.argv[1]) if len(sys.argv) > 1 else 500
JOBS = sys.argv[2] if len(sys.argv) > 2 else "1"


def project(folder: Path) -> None:
    """This project with so many deals in place of its own."""
    for name in ("clauses", "parties", "source", "conf.py"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    conf = folder / "conf.py"
    conf.write_text(conf.read_text().replace("Path(__file__).parent", f"Path({str(ROOT)!r})"))
    text = (ROOT / "deals/aurora-borealis.yaml").read_text()
    for number in range(DEALS):
        path = folder / "deals" / f"{number // 100}" / f"deal-{number}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(re.sub(r"^title:.*", f"title: Deal {number}", text, flags=re.MULTILINE))


def plain(folder: Path, words: str) -> None:
    """As many plain pages of the same words."""
    (folder / "source/deals").mkdir(parents=True)
    conf = 'extensions = ["myst_parser"]\nhtml_theme = "furo"\nsource_suffix = ".md"\n'
    (folder / "conf.py").write_text(conf)
    (folder / "source/index.md").write_text("# Home\n\n```{toctree}\n:glob:\ndeals/*\n```\n")
    for number in range(DEALS):
        (folder / f"source/deals/deal-{number}.md").write_text(f"# Deal {number}\n\n{words}")


def build(folder: Path, builder: str = "html") -> tuple[float, float]:
    """Seconds and the most memory (MB) of one build."""
    code = (
        "import resource, sys; from sphinx.cmd.build import main;"
        f"status = main(['-q', '-j', '{JOBS}', '-c', '.', '-d', 'doctrees', '-b', '{builder}', 'source', '{builder}']);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024); sys.exit(status)"
    )
    start = perf_counter()
    done = subprocess.run([sys.executable, "-P", "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return perf_counter() - start, float(done.stdout.split()[-1])


def words_of(folder: Path) -> str:
    """One deal as plain Markdown: a heading for each section, a paragraph for each provision."""
    outline = json.loads((folder / "outline/deals/aurora-borealis.json").read_text())
    lines = []
    for each in outline["provisions"]:
        heading = "## " if each["level"] == 1 and each["title"] else ""
        lines.append(f"{heading}{each['marker']} {each['title'] if heading else each['text']}".replace("*", r"\*"))
    return "\n\n".join(re.sub(r"^(\d+)\.", r"\1\\.", line) for line in lines) + "\n"


def main() -> None:
    """Build both, and print what they took."""
    with tempfile.TemporaryDirectory() as folder:
        many, stock, one = Path(folder, "many"), Path(folder, "stock"), Path(folder, "one")
        for each in (many, stock, one):
            each.mkdir()
        project(many)
        for name in ("clauses", "parties", "source", "conf.py"):
            copy = shutil.copytree if (many / name).is_dir() else shutil.copy
            copy(many / name, one / name)
        (one / "deals").mkdir()
        shutil.copy(ROOT / "deals/aurora-borealis.yaml", one / "deals")
        build(one, "outline")
        plain(stock, words_of(one))
        base, _ = build(one)
        seconds, memory = build(many)
        stock_seconds, stock_memory = build(stock)
    each = (seconds - base) / DEALS
    machine = f"{os.cpu_count()} cores, -j {JOBS}"
    print(f"{DEALS} deals: {seconds:.1f} s, {each * 1000:.0f} ms for each, {memory:.0f} MB at most ({machine})")
    print(f"stock Sphinx, the same words as plain pages: {stock_seconds:.1f} s, {stock_memory:.0f} MB")
    print(f"ratio: {seconds / stock_seconds:.2f} of the time, {memory / stock_memory:.2f} of the memory")


if __name__ == "__main__":
    main()
