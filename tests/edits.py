"""A small project whose files may say many things, come, go and change places: chance edits it, as people do."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

from projects import CONF, Project

INDEX = "# Home\n\n```{toctree}\n:glob:\nagreements/*\ndeals/*\nmore/*\n```\n\nThe law: {clause}`x:law`.\n" + "".join(
    f"\n:::{{records}} {kind}\n:::\n" for kind in ("clauses", "parties", "deals", "checks", "policy")
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
DUTY = """
title: Duty
definitions: {Fee: what is paid}
text: |
  1. {#pay}
     The {{ buyer }} pays the Fee, by {clause}`law.one`.
"""
DEAL = "agreement: x\nparties: {buyer: acme}\nvalues: {area: Asia, prices: rows/a.csv}\n"
POLICY = "rules:\n  near: {must: area == 'Africa', message: Elsewhere., approval: CFO}\n"
PAGE = "---\norphan: true\n---\n# Page\n\nA word.\n"
PIXEL = "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>"
#: What each file may say; the first is what it says at first, where that is not None.
SAID: dict[str, list[str | None]] = {
    "conf.py": [
        CONF,
        CONF + "whereas_style = 'us'\n",
        CONF + "html_title = 'Other'\n",
        CONF + "language = 'de'\n",
        CONF + "whereas_styles = {'uk': {'like': 'us', 'levels': ['§ 1', '(1)']}}\n",
        CONF + "exclude_patterns += ['more/*', 'clauses/duty.yaml']\n",
        CONF + "html_theme = 'furo'\n",
        CONF + "whereas_pdf = {'accent': '#102030'}\n",
        CONF + "html_copy_source = False\n",
    ],
    "index.md": [
        INDEX,
        INDEX.replace("Home", "House"),
        INDEX + "\n{ref}`same` and [](#nowhere)\n",
        INDEX + "\n:::{only} internal\n## Ours\n\nFor us.\n:::\n",
    ],
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
        LAW.replace("law of England.", "the law of Ajax Ltd."),
        LAW.replace("No law", "See {clause}`duty`, {nothing}`x`"),
        LAW.replace("title: Law", "titel: Law"),
        LAW.replace("title: Law\n", "title: Law\n\n"),
        None,
    ],
    "clauses/law.yml": [None, LAW, LAW.replace("England", "Scotland")],
    "clauses/duty.yaml": [DUTY, DUTY.replace("Fee", "Price"), DUTY.replace("Duty", "Duties"), None, "text: [\n"],
    "clauses/duty.yml": [None, DUTY],
    "parties/acme.yaml": ["name: Acme Ltd\n", "name: Ajax Ltd\n", "name: Acme & Co\n", None],
    "parties/ajax.yaml": [None, "name: Ajax Ltd\n", "name: Acme Ltd\n"],
    "deals/one.yaml": [
        DEAL,
        DEAL.replace("acme", "ajax"),
        DEAL + "clauses: {law: {variant: long}}\n",
        DEAL + "clauses: {law: {variant: short, because: They asked.}}\n",
        DEAL.replace("area", "aera"),
        DEAL + "exceptions: {near: {because: Why not, approved_by: CFO}}\n",
        DEAL.replace("Asia", "Asia with Ajax Ltd and Acme Ltd"),
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
    "policy.yaml": [
        POLICY,
        POLICY.replace("Africa", "Asia"),
        POLICY.replace("Elsewhere", "Not there"),
        "rules: [",
        None,
    ],
    "picture.svg": [PIXEL, PIXEL.replace("1", "2"), None],
    "part.txt": ["A part.\n", "Another part.\n", None],
}
#: What each says at first.
FILES = {name: said[0] for name, said in SAID.items() if said[0] is not None}
#: Folders that may be moved away, and put back as they were.
_FOLDERS = ("clauses", "deals", "deals/rows", "more", "parties")
#: What must stay.
_KEPT = ("conf.py", "index.md")
#: The names that a file may be given: another ending, which makes it the twin of one, or another word.
_ENDINGS = {".yaml": (".yml", ".json"), ".yml": (".yaml",), ".json": (".yaml",)}
#: Where things wait to be put back; Sphinx looks into no folder that begins so (see CONF).
_ASIDE = "out-aside"


def edit(project: Project, chance: random.Random) -> str:
    """Edit one thing of a project. Gives what was done, in words."""
    return chance.choice(_WAYS)(project, chance)


def _name(project: Project, chance: random.Random, *, there: bool = False) -> str:
    """The name of a file that may be edited."""
    root, folders = project.root, ("", "agreements", *_FOLDERS)
    found = {str(path.relative_to(root)) for folder in folders for path in (root / folder).glob("*") if path.is_file()}
    return chance.choice(sorted(found if there else found | SAID.keys()))


def _goes(project: Project, chance: random.Random) -> str:
    name = _name(project, chance, there=True)
    if name not in _KEPT:
        (project.root / name).unlink()
    return f"{name} goes"


def _swap(project: Project, chance: random.Random) -> str:
    name = _name(project, chance, there=True)
    path = project.root / name
    other = chance.choice([each for each in sorted(path.parent.iterdir()) if each.suffix == path.suffix])
    aside = project.root / _ASIDE
    path.rename(aside)
    if other != path:
        other.rename(path)
    aside.rename(other)
    return f"{name} and {other.name} change places"


def _touch(project: Project, chance: random.Random) -> str:
    name = _name(project, chance, there=True)
    (project.root / name).touch()
    return f"{name} is touched"


def _rename(project: Project, chance: random.Random) -> str:
    name = _name(project, chance, there=True)
    path = project.root / name
    if name in _KEPT:
        return "nothing"
    ending = chance.choice((path.suffix, *_ENDINGS.get(path.suffix, ())))
    new = path.with_name(chance.choice((path.stem, "new")) + ending)
    path.rename(new)
    return f"{name} becomes {new.name}"


def _copy(project: Project, chance: random.Random) -> str:
    """One takes the place of another with all its dates, as `cp -p` does."""
    name = _name(project, chance, there=True)
    path = project.root / name
    other = chance.choice([each for each in sorted(path.parent.iterdir()) if each.suffix == path.suffix])
    if other != path:
        shutil.copy2(path, other)
    return f"{name} is copied to {other.name}"


def _folder(project: Project, chance: random.Random) -> str:
    """A folder goes, or comes back as it was."""
    name = chance.choice(_FOLDERS)
    folder, aside = project.root / name, project.root / f"{_ASIDE}-{name.replace('/', '-')}"
    if aside.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(exist_ok=True)
        aside.rename(folder)
        return f"{name}/ comes back"
    if folder.exists():
        if chance.random() < 0.5:
            shutil.copytree(folder, aside)
            return f"{name}/ is kept"
        folder.rename(aside)
    return f"{name}/ goes"


def _mend(project: Project, chance: random.Random) -> str:
    """Everything says again what it said at first."""
    for name, said in SAID.items():
        path = project.root / name
        if said[0] is None:
            path.unlink(missing_ok=True)
        elif not path.exists() or path.read_text(encoding="utf-8") != said[0].lstrip("\n"):
            project.write({name: said[0]})
    return "all is mended"


def _say(project: Project, chance: random.Random) -> str:
    """A file says something else, or comes; its date may be any."""
    name = chance.choice(list(SAID))
    said = chance.choice(SAID[name])
    path = project.root / name
    stamp = path.stat() if path.exists() else None
    path.unlink(missing_ok=True) if said is None else project.write({name: said})
    game = chance.choice(("now", "same", "old"))
    if stamp and said is not None and game != "now":
        back = 0 if game == "same" else chance.randrange(10**6) * 10**9
        os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns - back))
    return f"{name} is number {SAID[name].index(said)}, {game}"


_WAYS = (*[_say] * 12, _goes, _swap, _touch, _rename, _rename, _copy, _folder, _mend)


def damage(out: Path, chance: random.Random) -> str:
    """A file that was made goes, or is garbage."""
    path = chance.choice(sorted(path for path in out.rglob("*") if path.is_file()))
    if chance.random() < 0.5:
        path.unlink()
        return f"{path.name} goes"
    path.write_bytes(chance.choice((b"", b"garbage", path.read_bytes()[:-7])))
    return f"{path.name} is damaged"
