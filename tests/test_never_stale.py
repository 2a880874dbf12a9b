"""After any edits a build is what a clean one is: same bytes, same messages, same status.

`--hypothesis-profile deep` tries hundreds of sequences; `NEVER_STALE=N` tries N.
"""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from projects import CONF, Built, Project

INDEX = "# Home\n\n```{toctree}\n:glob:\nagreements/*\ndeals/*\nmore/*\n```\n\nThe law: {clause}`x:law`.\n" + "".join(
    f"\n:::{{records}} {kind}\n:::\n" for kind in ("clauses", "parties", "deals")
)
X = """
---
agreement:
  roles: {buyer: Buyer}
  values:
    area: {type: text, default: Europe}
    prices: {type: rows, columns: {what: text, amount: money}, min: 0, default: []}
---
# Agreement X

:::{clause} law
:::

:::{clause} duty
:::

{#law}
## Area
1. {clause}`law` holds in {{ area }}, and {clause}`duty.pay` too.

:::{rows} prices
:empty: No prices.
:::
"""
LAW = """
title: Law
text: |
  1. {#one}
     The law of England.
variants:
  long:
    text: |
      1. {#one}
         The law of England and of Wales.
  short: {text: 1. No law.}
guidance: As it is.
"""
DUTY = "title: Duty\ndefinitions: {Fee: what is paid}\ntext: |\n  1. {#pay}\n     The {{ buyer }} pays the Fee.\n"
DEAL = "agreement: x\nparties: {buyer: acme}\nvalues: {area: Asia, prices: rows/a.csv}\n"
PAGE = "---\norphan: true\n---\n# Page\n\nA word.\n"
PIXEL = "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>"
#: What each file may say; the first is what it says at first, where that is not None.
SAID: dict[str, list[str | None]] = {
    "conf.py": [CONF, CONF + "whereas_style = 'us'\n", CONF + "html_title = 'Other'\n", CONF + "language = 'de'\n"],
    "index.md": [INDEX, INDEX.replace("Home", "House"), INDEX + "\n{ref}`same` and [](#nowhere)\n"],
    "agreements/x.md": [
        X,
        X.replace(":::{clause} duty\n:::\n", ""),
        X.replace("{#law}\n", ""),
        X.replace("roles", "rolls"),
    ],
    "agreements/y.md": [
        X.replace("Agreement X", "Agreement Y").replace("{clause}`law`", "{clause}`x:law`"),
        None,
        PAGE,
        X.replace(":::{clause} law\n", ":::{clause} law\n:variant: long\n"),
    ],
    "clauses/law.yaml": [
        LAW,
        LAW.replace("and of Wales", "and Wales"),
        LAW.replace("law of England.", "laws."),
        LAW.replace("No law", "See {clause}`duty`, {nothing}`x`"),
        LAW.replace("title: Law", "titel: Law"),
        LAW.replace("title: Law\n", "title: Law\n\n"),
        None,
    ],
    "clauses/law.yml": [None, LAW, LAW.replace("England", "Scotland")],
    "clauses/duty.yaml": [DUTY, DUTY.replace("Fee", "Price"), DUTY.replace("Duty", "Duties"), None, "text: [\n"],
    "parties/acme.yaml": ["name: Acme Ltd\n", "name: Ajax Ltd\n", "name: Acme & Co\n", None],
    "parties/ajax.yaml": [None, "name: Ajax Ltd\n", "name: Acme Ltd\n"],
    "deals/one.yaml": [
        DEAL,
        DEAL.replace("acme", "ajax"),
        DEAL + "clauses: {law: {variant: long}}\n",
        DEAL + "clauses: {law: {variant: short, because: They asked.}}\n",
        DEAL.replace("area", "aera"),
        None,
    ],
    "deals/rows/a.csv": [
        "what,amount\nfairs,EUR 5\n",
        "what,amount\nfairs,EUR 6\n",
        "what,amount\nfairs,6\n",
        "x",
        None,
    ],
    "deals/one.json": [None, '{"agreement": "x", "parties": {"buyer": "acme"}}'],
    "deals/two.yaml": [DEAL.replace("agreement: x", "agreement: y"), None, DEAL],
    "agreements/own.md": [None, "---\ndeal: two\n---\n# Own\n\n## Words\n1. Of {{ buyer }}.\n"],
    "more/page.md": [
        PAGE,
        PAGE + "\n{nothing}`x` and ![one](../picture.svg)\n",
        PAGE + "\n(same)=\n## Same\n\n```{include} ../part.txt\n```\n",
        "No title.\n",
        None,
    ],
    "more/other.md": [None, PAGE.replace("Page", "Other") + "\n(same)=\n## Same too\n"],
    "picture.svg": [PIXEL, PIXEL.replace("1", "2"), None],
    "part.txt": ["A part.\n", "Another part.\n", None],
}
BUILDERS = ("html", "outline", "text", "latex")
EXAMPLES = int(os.environ.get("NEVER_STALE", 0)) or max(2, settings().max_examples // 25)


def begun(folder: Path) -> Project:
    project = Project(folder)
    for name, said in SAID.items():
        if said[0] is not None:
            project.write({name: said[0]})
    return project


def edit(project: Project, chance: random.Random) -> str:
    """Let a file say something else, come, go or change places with another; its date may be any. Gives what it did."""
    name = chance.choice(list(SAID))
    path = project.root / name
    match chance.randrange(8):
        case 0:
            path.unlink(missing_ok=True) if name not in ("conf.py", "index.md") else None
            return f"{name} goes"
        case 1:
            other = project.root / chance.choice([each for each in SAID if each.split("/")[0] == name.split("/")[0]])
            if path.exists() and other.exists() and path != other:
                path.rename(project.root / "aside")
                other.rename(path)
                (project.root / "aside").rename(other)
            return f"{name} and {other.name} change places"
        case 2 if path.exists():
            path.touch()
            return f"{name} is touched"
    said = chance.choice(SAID[name])
    stamp = path.stat() if path.exists() else None
    path.unlink(missing_ok=True) if said is None else project.write({name: said})
    game = chance.choice(("now", "same", "old"))
    if stamp and said is not None and game != "now":
        back = 0 if game == "same" else chance.randrange(10**6) * 10**9
        os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns - back))
    return f"{name} is number {SAID[name].index(said)}, {game}"


def apart(after: Built, clean: Built) -> list[str]:
    """In what two builds differ."""
    made, expected = after.files(), clean.files()
    found = [f"left over: {name}" for name in made.keys() - expected.keys()]
    found += [f"missing: {name}" for name in expected.keys() - made.keys()]
    found += [f"other: {name}" for name in made.keys() & expected.keys() if _other(name, made[name], expected[name])]
    said = sorted(after.messages.splitlines()), sorted(clean.messages.replace("out-clean", "out").splitlines())
    found += [f"said: {line}" for line in set(said[0]) ^ set(said[1])]
    found += ["said a different number of times"] if not found and said[0] != said[1] else []
    return found + ([f"status {after.status}, not {clean.status}"] if after.status != clean.status else [])


def _other(name: str, made: bytes, expected: bytes) -> bool:
    # Sphinx remembers in a process the versions that it names in addresses; each build would have a process of its own
    return _unversioned(made) != _unversioned(expected) if name.endswith(".html") else made != expected


def _unversioned(page: bytes) -> bytes:
    return b"".join(part[8:] if index else part for index, part in enumerate(page.split(b"?v=")))


def compare(project: Project, builder: str, parallel: int = 1) -> list[str]:
    shutil.rmtree(project.root / "out-clean", ignore_errors=True)
    return apart(project.build(builder, parallel=parallel), project.build(builder, out="-clean"))


@settings(max_examples=EXAMPLES)
@given(st.integers(0, 2**32))
def test_any_edits(seed: int) -> None:
    chance, done = random.Random(seed), list[str]()
    with tempfile.TemporaryDirectory() as folder:
        project = begun(Path(folder))
        for builder in BUILDERS:
            project.build(builder)
        for _ in range(chance.randint(2, 5)):
            done += [edit(project, chance) for _ in range(chance.choice((1, 1, 2, 3)))]
            builder = chance.choice(BUILDERS)
            done.append(f"build {builder}")
            found = compare(project, builder)
            assert not found, (found, done)
        for builder in BUILDERS:
            found = compare(project, builder)
            assert not found, (found, builder, done)
