"""A file that contract text names belongs to the file that names it, and is never one from outside the project."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from projects import CONF, INDEX, Built, Project

import whereas

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PICTURES = (
    "source/agreements/img/logo.png",
    "source/agreements/img/größer und klein.png",
    "source/agreements/form.pdf",
    "source/top.png",
    "clauses/deep/seal.png",
    "clauses/deep/other.png",
    "deals/map.png",
)
TEMPLATE = """
    ---
    agreement:
      values: {which: {default: logo}}
    ---
    # Agreement

    ## One
    1. A ![](img/logo.png), ![](<img/größer und klein.png>), ![](/top.png), ![](img/logo.*).

       ```{figure} img/logo.png
       Caption.
       ```

       :::{note}
       ![](img/logo.png)
       :::
    1. [Form](form.pdf), [guide](../guide/start.md), {doc}`start </guide/start>`, {doc}`too <../guide/start>`.

       :::{include} part.txt
       :::

    :::{clause} deep/sealed
    :variant: other
    :::
    """
FILES = {
    "source/agreements/a.md": TEMPLATE,
    "source/agreements/part.txt": "Part of it.\n",
    "source/guide/start.md": "---\norphan: true\n---\n# Start\n",
    "clauses/deep/sealed.yaml": """
        title: Sealed
        text: 1. ![](seal.png)
        variants: {other: {text: "1. ![](./other.png)"}}
        """,
    "deals/d.yaml": "agreement: a\nadd: {map: {after: deep/sealed, title: Map, text: '1. ![](map.png)'}}\n",
    "deals/more/e.json": '{"agreement": "a"}',
    "parties/acme.yaml": "name: Acme Ltd\n",
}
TEMPLATES_OWN = ["logo.png", "größer und klein.png", "top.png", "logo.png", "logo.png", "logo.png", "other.png"]


def make(root: Path, files: dict[str, str]) -> Project:
    """A project with its pages in a folder of their own, as ours has them."""
    project = Project(root / "all" / "source")
    for name in PICTURES:
        path = root / "all" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PNG)
    (root / "outside.png").write_bytes(PNG)
    project.write({"conf.py": CONF + "whereas_root = '..'\n", "index.md": INDEX.replace("clauses/", "clauses/deep/")})
    project.write({f"../{name}": text for name, text in files.items()})
    return project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return make(tmp_path_factory.mktemp("files"), FILES)


def shown(built: Built, docname: str) -> list[str]:
    """The names of the pictures on a page, in order; each is where the page says."""
    found = [unquote(each) for each in re.findall(r'<img[^>]* src="([^":]*)"', built.page(docname))]
    assert all(((built.out / docname).parent / each).is_file() for each in found)
    return [Path(each).name for each in found]


def test_pictures_are_those_beside_the_file_that_names_them(project: Project) -> None:
    built = project.build()
    assert (built.messages, built.status) == ("", 0)
    for docname in ("agreements/a", "deals/d", "deals/more/e"):
        extra = ["map.png"] if docname == "deals/d" else []
        assert shown(built, docname) == [*TEMPLATES_OWN, *extra]
        page = built.page(docname)
        assert len(re.findall(r'href="[./]*guide/start\.html"', page)) == 3
        (form,) = set(re.findall(r'href="[./]*(_downloads/[^"]*form\.pdf)"', page))
        assert (built.out / form).read_bytes() == PNG
        assert "Part of it." in built.words(docname)
    assert shown(built, "clauses/deep/sealed") == ["seal.png", "other.png"]


@pytest.mark.parametrize("builder", ["latex", "text", "epub", "outline"])
def test_in_other_outputs(builder: str, project: Project) -> None:
    built = project.build(builder, out=builder)
    assert (built.messages, built.status) == ("", 0)
    if builder == "latex":
        assert {"logo.png", "top.png", "other.png", "map.png"} <= {path.name for path in built.out.iterdir()}


def test_what_cannot_be_had_is_told_once_and_shown(tmp_path: Path) -> None:
    lines = """
        1. ![](img/none.png)
        1. ![](../../../outside.png)
        1. ![](/../../outside.png)
        1. ![](img/{{ which }}.png)
        1. ![](img/link.png)
        1. {download}`no <none.pdf>`
        1. ![](data:image/png;base64,AAAA)

           ```{image} none.*
           ```

           ```{literalinclude} ../../../outside.png
           ```

           ```{include} none.txt
           ```
        """
    head, _, tail = TEMPLATE.partition("    :::{clause}")
    text = (
        head + "    ## Two\n" + "".join(f"    {line[8:]}\n" for line in lines.split("\n")) + "\n    :::{clause}" + tail
    )
    project = make(tmp_path, {**FILES, "source/agreements/a.md": text})
    (tmp_path / "all/source/agreements/img/link.png").symlink_to(tmp_path / "outside.png")
    built = project.build()
    told = [re.sub(r".*?a\.md:\d+: ERROR: (.*) \[whereas.*", r"\1", line) for line in built.messages.splitlines()]
    outside = "is outside the project, and no file is read from there; copy it into the project"
    at = "it is looked for at source/agreements"
    assert set(told) >= {
        f"there is no file 'img/none.png'; {at}/img/none.png",
        f"there is no file 'none.pdf'; {at}/none.pdf",
        f"there is no file 'none.*'; {at}/none.*",
        f"there is no file 'none.txt'; {at}/none.txt",
        "a value is part of a file's name here, which is not allowed; write the name out",
        f"the file '../../../outside.png' {outside}",
        f"the file '/../../outside.png' {outside}",
        f"the file 'img/link.png' {outside}",
    }
    assert len(told) == 9, told
    opened = whereas.open(project.root).deal("d").findings
    assert {str(each) for each in opened} >= {
        each for each in told if "none.pdf" not in each
    }  # a link leads nowhere there
    assert "outside.png" not in {name.rpartition("/")[2] for name in built.files()}
    assert "[img/none.png]" in built.words("deals/d")
    (tmp_path / "all/source/agreements/img/none.png").write_bytes(PNG)
    after = project.build()
    assert "img/none.png" not in after.messages
    assert "none.png" in shown(after, "deals/d")
