"""A project of one's own: two words in conf.py are enough, and what stands in the way is named in one line."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import Any

import pytest
from projects import INDEX, Project

from whereas.site.refusal import RefusedError

LISTS = "".join(f"\n:::{{records}} {kind}\n:::\n" for kind in ("clauses", "parties", "deals", "agreements", "values"))
FILES = {
    "conf.py": 'extensions = ["myst_parser", "whereas"]\n',
    "index.md": f"{INDEX}{LISTS}\n:::{{dashboard}}\n:::\n",
    "agreements/a.md": """
        ---
        agreement:
          roles: {company: Company, partner: Partner}
        ---
        # Agreement

        {.parties}
        ## Parties
        :::{parties}
        :::

        {#law}
        ## Law
        1. {#first}
           As {clause}`law` and {clause}`cap.most` say, [more]{.wh-more}.

           {.roman}
           1. One.

        Term
        : Its meaning.

        :::{clause} cap
        :variant: high
        :::

        {.unnumbered}
        ## Signatures
        :::{signatures}
        :::
        """,
    "clauses/cap.yaml": """
        title: Cap
        text: 1. {#most} Not much.
        variants: {high: {text: "1. {#most} Much."}}
        guidance: Ask first.
        fallbacks: [{position: Higher, variant: high}]
        """,
    "deals/d.yaml": "agreement: a\nparties: {company: acme}\n",
    "parties/acme.yaml": "name: Acme Ltd\n",
}
OUT: dict[str, Any] = {"exclude_patterns": ["out*"]}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    project.write(FILES)
    return project


@pytest.mark.parametrize("alone", [False, True], ids=["", "nothing else installed"])
def test_two_extensions_are_a_project(alone: bool, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("sphinx_design", "furo") if alone else ():
        monkeypatch.setitem(sys.modules, name, None)
    for builder in ("outline", "text", "latex", "html"):
        built = project.build(builder, **OUT)
        assert (built.messages, built.status) == ("", 0)
        if builder == "outline":
            assert set(built.cites("deals/d")) == {"clause 1", "clause 2.1"}
    assert "(i) One." in built.words("deals/d")
    assert "say, more." in built.words("agreements/a")
    assert "<dd>" in built.page("agreements/a")
    assert "Acme Ltd" in built.words("deals/d")
    assert "Much." in built.words("clauses/cap")
    assert "Acme Ltd" in built.words("index")


@pytest.mark.parametrize(
    "more",
    [
        'extensions = ["whereas"]',
        'extensions = ["whereas", "myst_parser"]',
        'myst_enable_extensions = ["dollarmath"]',
        'myst_enable_extensions = ("attrs_block",)',
        "import whereas as whereas_itself\ndef whereas_helper(): pass",
    ],
)
def test_what_contracts_need_is_switched_on_whatever_else_is(more: str, project: Project) -> None:
    project.write({"conf.py": FILES["conf.py"] + more + "\n", "page.md": "---\norphan: true\n---\n# P\n\n$x$\n"})
    built = project.build("outline", **OUT)
    assert (built.messages, built.status) == ("", 0)
    assert set(built.cites("deals/d")) == {"clause 1", "clause 2.1"}


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        (
            "myst_gfm_only = True",
            "conf.py says `myst_gfm_only = True`, which removes the roles and directives that contracts are written "
            "with: leave it out",
        ),
        ("myst_commonmark_only = True", "conf.py says `myst_commonmark_only = True`"),
        ('myst_disable_syntax = ["table", "list"]', "conf.py disables 'list' in `myst_disable_syntax`"),
        ('whereas_stile = "us"', "conf.py: the setting 'whereas_stile' is not known; did you mean 'whereas_style'?"),
    ],
)
def test_what_stands_in_the_way_is_named_in_one_line(setting: str, message: str, project: Project) -> None:
    project.write({"conf.py": FILES["conf.py"] + setting + "\n"})
    with pytest.raises(RefusedError) as raised:
        project.build("outline", **OUT)
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


def test_what_myst_does_not_take_it_reports_itself(project: Project) -> None:
    project.write({"conf.py": FILES["conf.py"] + "myst_enable_extensions = 5\nmyst_disable_syntax = 5\n"})
    built = project.build("outline", **OUT)
    assert "myst configuration invalid" in built.messages


def test_what_python_does_otherwise_during_a_build_it_does_as_before_after_it(project: Project) -> None:
    gc.set_threshold(700, 10, 10)  # as Python has it
    before, seen = gc.get_threshold(), project.root / "seen"
    told = f"open({str(seen)!r}, 'w').write(str(gc.get_threshold()[0]))"
    hook = f"import gc\ndef setup(app):\n    app.connect('doctree-read', lambda app, tree: {told})\n"
    project.write({"conf.py": FILES["conf.py"] + hook})
    project.build()
    assert int(seen.read_text(encoding="utf-8")) > before[0]
    assert gc.get_threshold() == before
