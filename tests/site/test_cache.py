"""What is kept, and taken again, changes no byte: `whereas_cache = False` works everything out anew."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from constructs import CONSTRUCTS, agreement_of, picture
from projects import Project

TREE = {
    "index.md": """
        # Home

        ```{toctree}
        :caption: Agreements
        one
        more/index
        ```

        ```{toctree}
        twice
        ```
        """,
    "one.md": "# One & only\n\n## Part\n\nWords.\n",
    "twice.md": "# Twice\n\n```{toctree}\none\n```\n",
    "more/index.md": '# More "quoted"\n\n```{toctree}\na\ndeep/b\n```\n',
    "more/a.md": "# A\n\nWords.\n",
    "more/deep/b.md": "# B <b>\n\nWords.\n",
    "more/lone.md": "---\norphan: true\n---\n# Lone\n\nWords.\n",
}
FURO = 'project = copyright = "Test"\nextensions = ["myst_parser", "whereas"]\nhtml_theme = "furo"\n'


def _without_code_version(files: dict[str, bytes]) -> dict[str, bytes]:
    """The search index names the configuration that it was made with."""
    return {name: re.sub(rb"envversion:\{[^}]*\}", b"", data) for name, data in files.items()}


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_the_sidebar_is_what_the_theme_makes_of_it(builder: str, tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"conf.py": FURO, **TREE})
    kept, anew = (project.build(builder, out=str(on), whereas_cache=on) for on in (True, False))
    assert kept.status == anew.status == 0
    assert _without_code_version(kept.files()) == _without_code_version(anew.files())
    if builder == "html":
        page = kept.page("more/deep/b")
        assert 'class="current reference internal" href="#"' in page and page.count("current-page") == 1
        assert page.count('checked=""') == 1  # "More" is open
        assert "current-page" not in kept.page("more/lone")


AREAS = {5: "Wales", 6: "the Effective Date", 7: "Wales"}  # a value that is a term makes a line another one
DEAL = "agreement: all\nparties: {{company: acme, partner: orbit}}\nvalues: {{fee: EUR {fee}, area: {area}}}\n"


@pytest.mark.parametrize("builder", ["html", "outline"])
def test_agreements_are_the_same_when_nothing_is_kept(builder: str, tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({f"parties/{id}.yaml": f"name: {id.capitalize()} Ltd\n" for id in ("acme", "orbit")})
    project.write(
        {f"deals/d{fee}.yaml": DEAL.format(fee=fee, area=("Wales", "the Term")[fee % 2]) for fee in (5, 6, 7)}
    )
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements/all.md").write_text(agreement_of(CONSTRUCTS), encoding="utf-8")
    for folder in (".", "agreements", "deals"):
        (tmp_path / folder / "picture.png").write_bytes(picture())
    kept, anew = (project.build(builder, out=str(on), whereas_cache=on) for on in (True, False))
    assert _without_code_version(kept.files()) == _without_code_version(anew.files())
    assert kept.messages == anew.messages and kept.status == anew.status
