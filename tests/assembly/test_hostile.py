"""Contract text from people one does not know: what could do harm is refused where it stands, and the rest is built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from projects import CONF, Built, Project

import whereas
from whereas.library.finding import Finding

OWN = CONF + '\nwhereas_directives, whereas_roles = ["pull-quote", "code-block"], []\n'
SECRET = "the-secret-of-the-house"
#: What a clause, or its guidance, may not say; and what is said of it.
REFUSED: dict[str, str] = {
    "<img src=x onerror=alert(1)>": "is HTML",
    "<b onclick=alert(1)>words</b>": "is HTML",
    "<script>alert(1)</script>": "is HTML",
    "```{raw} html\n<b onclick=alert(1)>x</b>\n```": "the directive 'raw' cannot stand in contract text",
    "```{RAW} html\n<b onclick=alert(1)>x</b>\n```": "the directive 'RAW' cannot stand in contract text",
    "```{role} mine(raw)\n:format: html\n```\n\n{mine}`<b onclick=alert(1)>`": "the directive 'role' cannot stand",
    "{raw}`<b onclick=alert(1)>`": "the role 'raw' cannot stand in contract text",
    "```{include} SECRET\n```": "the directive 'include' cannot stand",
    "```{literalinclude} SECRET\n```": "the directive 'literalinclude' cannot stand",
    "```{eval-rst}\n.. include:: SECRET\n```": "the directive 'eval-rst' cannot stand",
    "```{toctree}\n/index\n```": "the directive 'toctree' cannot stand",
    "```{meta}\n:description: x\n```": "the directive 'meta' cannot stand",
    "```{default-role} raw\n```": "the directive 'default-role' cannot stand",
    "```{highlight} python\n```": "the directive 'highlight' cannot stand",
    "```{math}\n\\input{SECRET}\n```": "\\input is no part of a formula",
    "```{csv-table}\n:file: SECRET\n```": "a table in contract text cannot be read from a file",
    "```{csv-table}\n---\n'file' : SECRET\n---\n```": "a table in contract text cannot be read from a file",
    "```{csv-table}\n:url: https://x.example/a.csv\n```": "a table in contract text cannot be read from a file",
    ":::{note}\n```{raw} html\n<b>\n```\n:::": "the directive 'raw' cannot stand",
    "```{math}\n\\text{\\input{SECRET}}\n```": "\\input is no part of a formula",
    "```{math}\n\\text{\\csname input\\endcsname SECRET}\n```": "\\csname is no part of a formula",
    "```{math}\n\\begin{filecontents}{x}\\end{filecontents}\n```": "\\begin{filecontents} is no part of a formula",
    "```{math}\n\\begin\n{verbatim}\n```": "is no part of a formula",
    "{math}`\\write18{touch x}`": "\\write is no part of a formula",
    "{math}`^^5cinput{SECRET}`": "^^ is no part of a formula",
    "{math}`\\openin5=SECRET`": "\\openin is no part of a formula",
    ":::{note}\nIn a box {math}`\\def\\x{y}`.\n:::": "\\def is no part of a formula",
    "![x](../../../../etc/passwd)": "is outside the project",
    "![x](/../../../etc/passwd)": "is outside the project",
    "![x](https://x.example/x.png)": "is no file of the project",
    "![x](http://127.0.0.1:1/x.png)": "is no file of the project",
    "```{image} file:///etc/passwd\n```": "is no file of the project",
    "```{figure} //x.example/x.png\nWords.\n```": "is no file of the project",
    "| a |\n|---|\n| ![x](https://x.example/x.png) |": "is no file of the project",
    "{download}`../../../../etc/passwd`": "is outside the project",
    ":::{card} Words\n:link: javascript:alert(1)\n:::": "a link cannot lead to 'javascript:alert(1)'",
    ":::{card} Words\n:link: data:text/html,x\n:::": "a link cannot lead to 'data:text/html,x'",
    "```{image} pic.png\n:target: javascript:alert(1)\n```": "a link cannot lead to 'javascript:alert(1)'",
    "[words](javascript:alert(1))": "'[words](javascript:alert(1))' is markup out of place",
    "[words](VBScript:x)": "'[words](VBScript:x)' is markup out of place",
    "[words](file:///etc/passwd)": "'[words](file:///etc/passwd)' is markup out of place",
    "[words](data:text/html;base64,PHN=)": "'[words](data:text/html;base64,PHN=)' is markup out of place",
    "[words](ftp://x.example)": "a link cannot lead to 'ftp://x.example'",
}  # fmt: skip
#: What it may say.
ALLOWED = (
    "[a](https://x.example/), <mail@x.example>, [b](mailto:mail@x.example), [c](tel:+441), [d](#c0).",
    "{math}`\\frac{a}{b} \\times \\text{months}`, **b**, H{sub}`2`O, {abbr}`VAT (tax)`.",
    "```{math}\n\\begin{aligned} a &= b \\\\ c &= \\sqrt{d} \\end{aligned}\n```",
    ":::{card} Words\n:link: https://x.example/\nMore.\n:::",
    "```{pull-quote}\nWords.\n```",
    "```{csv-table} Prices\n:header: file:, url:\n\nfile:, 2\n```",
)


def hostile(tmp_path: Path, texts: tuple[str, ...], key: str = "text") -> Project:
    """A project with a clause for each text, which stands in its second paragraph, and `SECRET` beside the project."""
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    project = Project(tmp_path / "project")
    placed = "".join(f":::{{clause}} c{index}\n:::\n\n" for index in range(len(texts)))
    for index, text in enumerate(texts):
        lines = "".join(f"  {line}\n" for line in text.replace("SECRET", str(secret)).split("\n"))
        more = "" if key == "text" else "text: 1. It is.\n"
        project.write({f"clauses/c{index}.yaml": f"title: C{index}\n{more}{key}: |\n  Begin{index}.\n\n{lines}"})
    project.write({"index.md": "# Home\n\n```{toctree}\n:glob:\n*/*\n```\n", "conf.py": OWN})
    project.write({"agreements/m.md": f"---\nagreement:\n---\n# M\n\n{placed}## Last\n1. The end.\n"})
    (project.root / "clauses/pic.png").write_bytes(b"")
    return project


def assert_refused(messages: str, key: str, *skip: str) -> None:
    first = 5 if key == "text" else 6
    for index, (text, said) in enumerate(REFUSED.items()):
        if skip and text.startswith(skip):
            continue
        lines = range(first - 1, first + text.count("\n") + 4)
        found = [re.match(rf"clauses/c{index}\.yaml:(\d+): ERROR: ", line) for line in messages.splitlines()]
        own = [each.string for each in found if each and int(each[1]) in lines]
        assert any(said in line for line in own), (text, [each.string for each in found if each], messages[-2000:])


def assert_unharmed(built: Built) -> None:
    for name, content in built.files().items():
        assert SECRET.encode() not in content and b"root:x:" not in content, name
    for name in ("agreements/m", "clauses/c0"):
        assert not re.search(r"<[^>]+\son\w+=|[\"']javascript:|alert\(1\)</script>", built.page(name))


@pytest.mark.parametrize("key", ["text", "guidance"])
def test_what_could_do_harm_is_refused_where_it_stands(key: str, tmp_path: Path) -> None:
    project = hostile(tmp_path, tuple(REFUSED), key)
    built = project.build()
    assert built.status == 1
    assert_refused(built.messages, key)
    assert_unharmed(built)
    assert "The end." in built.words("agreements/m")
    assert "Traceback" not in built.messages
    if key == "text":
        told = "\n".join(f"{each.place}: ERROR: {each}" for each in findings(project))
        assert_refused(told, key, "{download}", ":::{card}")  # which only a site knows
        tex = "".join(path.read_text(encoding="utf-8") for path in project.build("latex").out.rglob("*.tex"))
        assert "The end." in tex
        assert not re.search(r"\\(input|write|csname|openin|def)\b.*(secret|touch)", tex)


def findings(project: Project) -> tuple[Finding, ...]:
    return whereas.open(project.root).agreement("m").findings


def test_what_can_do_no_harm_is_read(tmp_path: Path) -> None:
    built = hostile(tmp_path, ALLOWED).build()
    assert (built.messages, built.status) == ("", 0)
