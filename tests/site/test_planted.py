"""Words planted wherever something can be said for us alone: no byte of what readers outside get has one of them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from more_planted import FILES as MORE
from paper import need_tex, pdf_text, set_all
from projects import Built, Project

from whereas.site.ordinary import may_hold
from whereas.site.outputs import outside_builders
from whereas.site.refusal import RefusedError

PICTURE = "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>"
FILES = {
    "index.md": """\
# Home

```{toctree}
:glob:
agreements/*
deals/*
clauses/*
parties/*
page
page2
house
```

```{dashboard}
```
""",
    "page.md": """\
# Page <!-- PLANThtml_title -->

## Law <!-- PLANThtml_heading -->

Text <!-- PLANThtml_inline --> in a line.

<div><!-- PLANThtml_block --></div>

| a <!-- PLANThtml_cellhead --> | b |
|---|---|
| c <!-- PLANThtml_cell --> | d |

- item <!-- PLANThtml_item -->

> quote <!-- PLANThtml_quote -->

[link <!-- PLANThtml_link -->](page.md)

Note.[^a]

[^a]: note <!-- PLANThtml_footnote -->

term <!-- PLANThtml_term -->
: def <!-- PLANThtml_def -->

```{figure} pic.svg
:alt: PUBLICalt

Caption <!-- PLANThtml_caption -->
```

```{table} Cap <!-- PLANThtml_tablecap -->
| a | b |
|---|---|
| c | d |
```

:::{admonition} Title <!-- PLANThtml_admon -->
body <!-- PLANThtml_admonbody -->
:::

% PLANTmystcomment

+++ PLANTblockbreak

:::{dropdown} Title <!-- PLANThtml_dropdown -->
Body <!-- PLANThtml_dropbody -->
:::

:::{topic} Title <!-- PLANThtml_topic -->
Body.
:::

{abbr}`AB (alphabet)` <!-- PLANThtml_afterrole -->

<!-- PLANThtml_many
lines PLANThtml_manymore

and PLANThtml_manylast -->

Strong **word <!-- PLANThtml_strong -->** end.

Para
% PLANTmid
more

```{glossary}
Public term
  text <!-- PLANThtml_gloss -->
```

::::::{only} internal
PLANTonly_text

(PLANTonly_target)=
## PLANTonly_heading

Under PLANTonly_under

```{index} PLANTonly_index
```

{index}`PLANTonly_indexrole`

![PLANTonly_alt](PLANTonly_pic.svg)

{download}`PLANTonly_dlword <PLANTonly_file.txt>`

```{figure} PLANTonly_fig.svg
:name: PLANTonly_figname
:alt: PLANTonly_figalt

PLANTonly_figcaption
```

```{glossary}
PLANTonly_term
  PLANTonly_termdef
```

```{math}
:label: PLANTonly_eq
PLANTonly_math
```

```{code-block} text
:name: PLANTonly_codename
:caption: PLANTonly_codecap
PLANTonly_code
```

[^PLANTonlynote]: PLANTonly_footdef

Call[^PLANTonlynote]

```{versionadded} 1
PLANTonly_version
```

```{toctree}
:caption: PLANTonly_toccaption
:hidden:
PLANTonly_toctitle <secretpage>
```

[PLANTonly_link](https://example.com/PLANTonly_url)

### PLANTonly_sub

Deep PLANTonly_deep

```{py:function} PLANTonly_func
PLANTonly_funcdoc
```
```{option} --PLANTonly_option
x
```
```{envvar} PLANTonly_env
x
```
```{meta}
:description: PLANTonly_meta
```
::::::

After text.

## Next

:::{only} internal and html
PLANTonly_html
:::

:::{only} not external
PLANTonly_notexternal
:::

After next.

:::{only} not internal
This is for others.
:::
""",
    "pic.svg": PICTURE,
    "PLANTonly_pic.svg": PICTURE,
    "PLANTonly_fig.svg": PICTURE,
    "PLANTonly_file.txt": "PLANTonly_filecontent",
    "_hidden.md": """\
# PLANThidden_title

PLANThidden_text
""",
    "sub/_hidden.md": """\
# PLANThidden_subtitle
""",
    "secretpage.md": """\
---
orphan: true
---
# Secret page
""",
    "agreements/x.md": """\
---
note: PLANTmatter
agreement:
  roles: {company: Company}
---
# Agreement <!-- PLANTa_title -->

% PLANTa_mystcomment

Before <!-- PLANTa_inline --> after.

{.parties}
## Parties
:::{parties}
:::

## Own <!-- PLANTa_heading -->
1. Line <!-- PLANTa_line --> more.

   | a <!-- PLANTa_cell --> | b |
   |---|---|
   | c | d |

:::{note}
in a note <!-- PLANTa_note -->
:::

:::{definitions}
:::

:::{clause} first
:::

:::{clause} second
:::

{## PLANTa_templatecomment ##}

:::{list-table}
* - a <!-- PLANTa_listcell -->
  - b
:::

:::{admonition} Title <!-- PLANTa_admonition -->
Body.
:::
""",
    "clauses/second.yaml": "title: Second\nowner: PLANTc_owner2\nstatus: draft\ntext: |\n  1. Another.\n",
    "clauses/third.yaml": "title: Third\ntext: |\n  1. A {## PLANTc_template ##}third.\n",
    "clauses/first.yaml": """\
# PLANTyaml_clause
title: First
owner: PLANTc_owner
tags: [PLANTc_tag]
text: |
  1. {#duty} A duty <!-- PLANTc_line --> of care of the Thing.
variants:
  short: {summary: Short., text: "1. {#duty} Half <!-- PLANTc_variant --> a duty of care of the Thing."}
definitions:
  Thing: what <!-- PLANTc_definition --> it is
guidance: |
  Guide PLANTc_guide <!-- PLANTc_guidance -->[^PLANTc_call]

  [^PLANTc_call]: PLANTc_note
fallbacks:
  - {position: PLANTc_position, text: PLANTc_offer, changes: PLANTc_change, approval: PLANTc_approval}
""",
    "parties/acme.yaml": "# PLANTyaml_party\nname: Acme Ltd # PLANTyaml_beside\nshort: Acme\n",
    "deals/d.yaml": """\
# PLANTyaml_deal
agreement: x
parties: {company: acme}
clauses:
  first: {variant: short, because: PLANTd_because}
  second: {omit: yes, because: PLANTd_omitted}
add:
  third: {after: first, because: PLANTd_added}
exceptions:
  PLANTp-excepted: {because: PLANTd_exception, approved_by: PLANTp_approver}
""",
    "policy.yaml": """\
# PLANTyaml_policy
rules:
  PLANTp-broken: {must: "1 > 2", message: PLANTp_message, hint: PLANTp_hint, approval: PLANTp_who}
  PLANTp-excepted: {must: "1 > 2", message: PLANTp_excepted, approval: [PLANTp_approver]}
""",
    "house.md": """\
# House

```{records} policy
```

```{records} checks
```
""",
    "deals/e.md": """\
---
deal: f
---
# E <!-- PLANTd_title -->

Text <!-- PLANTd_inline --> x

:::{agreement}
:::
""",
    "deals/f.yaml": """\
agreement: x
parties: {company: acme}
""",
}
#: Planted words, what a search index or an anchor makes of them, the files of records, and the folder of the project.
SECRET = re.compile(rb"plant\w*|(?:clauses|deals|parties|agreements)/\w+\.(?:yaml|md)", re.IGNORECASE)
#: What is for readers outside beside it.
PUBLIC = ("After text.", "After next.", "PUBLICalt", "for others", "in a line.")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("planted"))
    project.write(FILES | MORE)
    return project


def outside(project: Project, builder: str, fresh: bool = False, whom: str = "external") -> Built:
    hidden, out = ["out*", "_*", "**/_*"], "-gettext" if builder == "gettext" else "-x"  # it shares no doctrees
    name = f"{out}-{whom}"
    return project.build(builder, out=name, whereas_audience=whom, exclude_patterns=hidden, fresh=fresh)


def found(folder: Path) -> dict[str, set[str]]:
    """The secrets in each file, in its name too."""
    own = re.escape(str(folder.parents[1]).encode())
    secret = re.compile(SECRET.pattern + b"|" + own, re.IGNORECASE)
    files = [path for path in folder.rglob("*") if path.is_file() and "_static" not in path.parts]
    said = {
        path.relative_to(folder).as_posix(): {
            each.decode() for each in secret.findall(path.read_bytes() + str(path.relative_to(folder)).encode())
        }
        for path in files
        if path.name not in ("outline.schema.json", ".stamp")
    }
    return {name: words for name, words in said.items() if words}


def test_the_words_are_of_many_kinds() -> None:
    texts = (*FILES, *FILES.values(), *MORE.values())
    planted = {word for text in texts for word in re.findall(r"PLANT\w+", text)}
    assert len(planted) >= 200


@pytest.mark.parametrize("builder", outside_builders().split(", "))
def test_no_builder_for_outside_has_a_planted_word(builder: str, project: Project) -> None:
    built = outside(project, builder)
    assert built.status == 0
    _unpack(built.out)
    assert found(built.out) == {}
    if builder in ("html", "text", "xml"):
        said = (built.out / f"page.{'txt' if builder == 'text' else builder}").read_text(encoding="utf-8")
        assert [words for words in PUBLIC if words not in said and builder != "text"] == []
        assert "The end for all." in (built.out / f"page2.{'txt' if builder == 'text' else builder}").read_text()


def _unpack(folder: Path) -> None:
    """Open what is packed, to be looked at as well."""
    for archive in [path for path in folder.rglob("*") if path.suffix in (".epub", ".docx")]:
        shutil.unpack_archive(archive, folder / "unpacked" / archive.name, "zip")


@pytest.mark.parametrize("builder", ["latex", "docx"])
def test_what_is_printed_for_us_has_none_either(builder: str, project: Project) -> None:
    """PDFs and Word files are given away, whoever makes them; their TeX, which is not, names the files of records."""
    folder = outside(project, builder, whom="internal").out
    _unpack(folder)
    contracts = [
        path for path in folder.rglob("*") if path.is_file() and path.suffix in (".tex", ".xmp", ".json", ".xml")
    ]
    assert {path.name: words for path in contracts if (words := re.findall(rb"PLANT\w+", path.read_bytes()))} == {}


@pytest.mark.parametrize("builder", ["json", "pickle", "linkcheck", "devhelp", "changes"])
def test_a_builder_that_nobody_looked_through_is_refused(builder: str, project: Project) -> None:
    with pytest.raises(RefusedError, match=f"^ERROR: what the builder '{builder}' makes was not looked through"):
        outside(project, builder)
    assert not list((project.root / "out-x-external" / builder).glob("*"))


def test_no_pdf_has_a_planted_word(project: Project) -> None:
    need_tex()
    folder = outside(project, "latex").out
    set_all(folder)
    texts = {path.name: pdf_text(path) for path in folder.glob("*.pdf")}
    assert texts
    assert {name: words for name, text in texts.items() if (words := SECRET.findall(text.encode()))} == {}


def test_readers_inside_see_it_all_in_its_place(project: Project) -> None:
    page = project.build().page("page")
    shown = [word for word in re.findall(r"PLANTonly_\w+", FILES["page.md"]) if word in page]
    assert len(shown) >= 29
    assert page.index("PLANTonly_heading") < page.index("PLANTonly_deep") < page.index("After next.")


@pytest.mark.parametrize("name", ["only", "ifconfig"])
def test_contract_text_says_the_same_to_all(name: str, tmp_path: Path) -> None:
    """Whatever conf.py allows: on an agreement's page it would hide nothing from a PDF."""
    project = Project(tmp_path)
    conf = (tmp_path / "conf.py").read_text(encoding="utf-8")
    extension = "extensions.append('sphinx.ext.ifconfig')\n"
    text = f"---\nagreement:\n---\n# X\n\n## A\n1. B.\n\n:::{{{name}}} internal\nPLANTED\n:::\n"
    project.write({"conf.py": f"{conf}\nwhereas_directives = [{name!r}]\n{extension}", "agreements/x.md": text})
    built = project.build("text")
    assert f"agreements/x.md:9: ERROR: the directive {name!r} cannot stand in contract text" in built.messages
    assert "PLANTED" not in built.text("agreements/x")


@pytest.mark.parametrize("form", ["```{{{0}}} {1}\n{2}\n```", "```{{eval-rst}}\n.. {0}:: {1}\n\n   {2}\n```"])
def test_what_sphinx_would_hide_too_late_is_not_read(form: str, tmp_path: Path) -> None:
    """It takes it out of pages when these are written; contents, search, labels and pictures have it then."""
    project = Project(tmp_path)
    conf = (tmp_path / "conf.py").read_text(encoding="utf-8")
    project.write({"conf.py": conf + "extensions += ['sphinx.ext.ifconfig', 'sphinx.ext.todo']\n"})
    hidden = "PLANTword {download}`PLANTfile.txt`" if "eval" not in form else "PLANTword :download:`PLANTfile.txt`"
    ifconfig = form.format("ifconfig", 'whereas_audience == "internal"', hidden)
    project.write({"index.md": "# Home\n\n" + ifconfig + "\n\n" + form.format("todo", "", hidden) + "\n"})
    project.write({"PLANTfile.txt": "PLANTcontent"})
    assert "PLANTword" in project.build(out="-in").page("index")
    built = project.build(out="-ex", whereas_audience="external")
    assert found(built.out) == {}
    assert re.search(r"index\.md:\d+: ERROR: \{ifconfig\} hides nothing from readers outside; put what", built.messages)
    assert built.status == 1


@pytest.mark.parametrize(
    ("condition", "may"),
    [
        ("internal", False),
        ("internal and html", False),
        ("not external", False),
        ("(internal)", False),
        ("internal or html", True),
        ("not internal", True),
        ("html", True),
        ("external", True),
        ("html and not latex", True),
        ("internal and", False),
    ],
)
def test_what_may_be_for_readers_outside(condition: str, may: bool) -> None:
    assert may_hold(condition) is may
