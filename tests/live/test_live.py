"""`whereas live`: what is served, and what a page that is open hears while somebody writes."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest
from projects import Project
from websockets.sync.client import connect

from whereas.__main__ import main
from whereas.live.first_page import Open, stand_by
from whereas.live.watch import folders_of

ROOT = Path(__file__).parents[2]
TREE = {
    "conf.py": 'extensions = ["myst_parser", "whereas"]\n',
    "source/index.md": "# Home\n\n```{toctree}\nagreements/a\nagreements/b\n```\n",
    "source/agreements/a.md": "---\nagreement: {}\n---\n# Agreement\n\n:::{clause} law\n:::\n\n:::{clause} cap\n:::\n",
    "source/agreements/b.md": "---\nagreement: {}\n---\n# Other\n\n:::{clause} law\n:::\n",
    "clauses/law.yaml": "title: Law\nstatus: approved\ntext: 1. The law is English.\n",
    "clauses/cap.yaml": "title: Cap\nstatus: approved\ntext: 1. Not much.\n",
}


@dataclass
class Served:
    """A project that is served, and what the command says."""

    project: Project
    process: subprocess.Popen[str]
    port: int

    def get(self, path: str, **headers: str) -> str:
        request = urllib.request.Request(f"http://localhost:{self.port}{path}", headers=headers)
        with urllib.request.urlopen(request) as answer:
            return str(answer.read().decode())

    def until(self, words: str) -> list[str]:
        """What is said up to a line with these words."""
        assert self.process.stdout
        said: list[str] = []
        while not said or words not in said[-1]:
            said.append(self.process.stdout.readline())
            assert said[-1], f"it ended before it said {words!r}: {said}"
        return said

    def hears(self, path: str, change: dict[str, str]) -> str:
        """The page that an open page becomes when it is loaded anew after a change."""
        shows = re.findall(r'shows: "(\w+)"', self.get(path))[-1]
        with connect(f"ws://localhost:{self.port}/-/live?{urlencode({'path': path, 'shows': shows})}") as browser:
            assert browser.ping().wait(60)
            self.project.write(change)
            assert browser.recv(timeout=60) == "changed"
            return self.get(path)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    project = Project(tmp_path_factory.mktemp("live"))
    project.write(TREE)
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-P", "-m", "whereas", "--root", str(project.root), "live", "--port", str(port)]
    folders = ["--out", str(project.root / "out/html"), "--doctrees", str(project.root / "out/.doctrees")]
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "_ext"), "AUDIENCE": "internal"}
    process = subprocess.Popen(
        [*command, *folders], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environ
    )
    served = Served(project, process, port)
    served.until("shows what you write")
    while True:
        try:
            served.get("/")
            break
        except OSError:
            pass
    yield served
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode in (0, -signal.SIGINT)


def test_the_site_is_served_and_asks_for_word_of_each_page(served: Served) -> None:
    page = served.get("/agreements/a.html")
    assert page.startswith((served.project.root / "out/html/agreements/a.html").read_text(encoding="utf-8"))
    assert "new WebSocket" in page and "new WebSocket" in served.get("/")
    assert served.get("/_static/contract.css") == (served.project.root / "out/html/_static/contract.css").read_text()


@pytest.mark.parametrize("path", ["/nothing.html", "/../conf.py", "/%2e%2e/%2e%2e/conf.py"])
def test_what_is_not_of_the_site_is_not_served(served: Served, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404"):
        served.get(path)


def test_a_page_of_the_network_is_told_nothing(served: Served) -> None:
    with pytest.raises(urllib.error.HTTPError, match="400"):
        served.get("/", Host="evil.example.com")


def test_the_open_page_shows_what_is_written_and_the_site_follows(served: Served) -> None:
    for words in ("Scots", "Irish"):  # by the process that stood by, each time
        shown = served.hears(
            "/agreements/a.html", {"clauses/law.yaml": TREE["clauses/law.yaml"].replace("English", words)}
        )
        assert f"The law is {words}." in shown
        said = served.until("built after")
        assert said[0] == "changed: clauses/law.yaml\n"
        assert shown == served.get("/agreements/a.html")  # as the whole build has it
        assert f"The law is {words}." in served.get("/agreements/b.html")


def test_the_process_that_stands_by_makes_the_open_page_as_the_build_does(tmp_path: Path) -> None:
    """Without waiting for it: it is asked for the page alone, and gives what the build then writes."""
    project = Project(tmp_path)
    project.write({**TREE, "deals/d.yaml": "agreement: a\ntitle: Aurora", "parties/p.yaml": "name: Borealis Ltd"})
    project.write({"source/index.md": TREE["source/index.md"] + "\n```{records} deals\n```\n"})
    folders = [
        "-c",
        str(tmp_path),
        "-d",
        str(tmp_path / "out/.doctrees"),
        str(tmp_path / "source"),
        str(tmp_path / "out"),
    ]
    arguments, spawn = ["-q", "-b", "html", *folders], multiprocessing.get_context("spawn")
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "_ext"), "AUDIENCE": "internal"}
    build = [sys.executable, "-P", "-m", "sphinx", *arguments]
    subprocess.run(build, check=True, env=environ)
    here, there = multiprocessing.Pipe()
    stands = spawn.Process(target=stand_by, args=(arguments, there))
    stands.start()
    there.close()
    here.send(Open(("deals/d", "search"), changed=False))
    project.write({"clauses/law.yaml": TREE["clauses/law.yaml"].replace("English", "Scots")})
    here.send(Open(("deals/d", "agreements/b", "parties/p", "search"), changed=True))
    made = here.recv()
    stands.join()
    subprocess.run(build, check=True, env=environ)
    assert made.keys() >= {"deals/d.html", "agreements/b.html"}
    assert "parties/p.html" not in made  # it has not changed
    assert "The law is Scots." in made["deals/d.html"].decode()
    for path in ("deals/d.html", "agreements/b.html"):
        assert made[path] == (tmp_path / "out" / path).read_bytes()


def test_with_another_configuration_no_page_is_made_with_the_old_one(served: Served) -> None:
    shown = served.hears("/agreements/b.html", {"conf.py": TREE["conf.py"] + 'project = "Firm"\n'})
    assert "Firm" in shown
    assert not any("open page" in line for line in served.until("built after"))


def test_what_is_wrong_is_told_and_mended(served: Served) -> None:
    shown = served.hears("/agreements/b.html", {"clauses/law.yaml": "title: Law\ntext: 1. {{ nobody }}\n"})
    assert "nobody" in shown
    said = "".join(served.until("as far as it can be"))
    assert "clauses/law.yaml:2" in said
    shown = served.hears("/agreements/b.html", {"clauses/law.yaml": TREE["clauses/law.yaml"]})
    assert "The law is English." in shown
    served.until("built after")


def test_where_there_is_no_project_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "live"]) == 1
    assert capsys.readouterr().err == f"{tmp_path}/source is no folder of pages: say which it is, with --source\n"


def test_a_port_that_is_taken_is_told_before_anything_is_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "source").mkdir()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["--root", str(tmp_path), "live", "--port", str(port)]) == 1
    said = f"port {port} cannot be had (Address already in use): say another, with --port\n"
    assert capsys.readouterr().err == said
    assert [path.name for path in tmp_path.iterdir()] == ["source"]


@pytest.mark.parametrize("port", ["0", "65536", "-1", "eight"])
def test_what_is_no_port_is_told(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["live", f"--port={port}"])
    assert f"argument --port: {port!r} is no port; they go from 1 to 65535" in capsys.readouterr().err


def test_folders_with_what_is_built_are_not_watched(tmp_path: Path) -> None:
    for name in ("clauses", "source/deep", "build/html", ".git", "_ext", "env"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "env/pyvenv.cfg").touch()
    (tmp_path / "conf.py").touch()
    watched = folders_of(tmp_path, [tmp_path / "build/html", tmp_path / "build/.doctrees"])
    assert [path.name for path in watched] == ["clauses", "source"]
