"""How long it takes from saving a clause to the browser showing the page that is open, on a site of many deals.

Run `.venv/bin/python benchmarks/live.py [how many deals]`. `whereas live` is started as a writer starts it, and the
page of a deal is asked for as a browser asks; five times the text of a clause that this deal has is saved, and the
clock runs until the page with the new words has come. The rest of the site follows: that time is told, too.
"""

import asyncio
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

import websockets
import workload as work

ROOT = Path(__file__).parents[1]
DEALS = int(sys.argv[1]) if len(sys.argv) > 1 else 100
TIMES, PORT = 5, 8765
#: Seconds for which the page is looked at before something is saved, as who writes does.
READ = 8


def get(path: str) -> str:
    """What the server gives."""
    with urllib.request.urlopen(f"http://localhost:{PORT}{path}") as answer:
        return str(answer.read().decode())


def until(said: str, live: subprocess.Popen[str]) -> re.Match[str]:
    """Read what the command says until it says this; ends with a message if it has ended."""
    assert live.stdout
    for line in live.stdout:
        if found := re.search(said, line):
            return found
    sys.exit("whereas live has ended; what is wrong is told above")


async def saved(path: str, edit: str, folder: Path, made: work.Workload, turn: int) -> float:
    """Save the clause; gives the seconds until the page has come that says so."""
    shows = re.search(r'shows: "(\w+)"', get(path))[1]
    asked = urlencode({"path": path, "shows": shows})
    async with websockets.connect(f"ws://localhost:{PORT}/-/live?{asked}", ping_interval=None) as socket:
        await asyncio.sleep(READ)
        start = time.perf_counter()
        made.edit_clause(folder, turn)
        await socket.recv()
        assert edit in get(path)
        return time.perf_counter() - start


def main() -> None:
    """Measure, and print the figures."""
    made = work.workload(60, DEALS)
    number = next(number for number, (chosen, _) in enumerate(made.deals) if chosen[7] == 0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made.ours(folder)
        command = [sys.executable, "-P", "-m", "whereas", "--root", name, "live", "--port", str(PORT)]
        folders = ["--out", f"{name}/out/html", "--doctrees", f"{name}/out/.doctrees"]
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environ = {**kept, "PYTHONPATH": str(ROOT / "_ext")}
        with subprocess.Popen([*command, *folders], cwd=name, env=environ, stdout=subprocess.PIPE, text=True) as live:
            until("shows what you write", live)
            first, whole = [], []
            for turn in range(TIMES):
                path = f"/{work.deal_page(number)}"
                first.append(asyncio.run(saved(path, f"Edit {turn} ", folder, made, turn)))
                whole.append(float(until(r"built after ([\d.]+) s", live)[1]))
            live.terminate()
    for what, seconds in (("the open page", first), ("the whole site", whole)):
        print(f"{what}: {median(seconds):.2f} s ({min(seconds):.2f} to {max(seconds):.2f}), {DEALS} deals")


if __name__ == "__main__":
    main()
