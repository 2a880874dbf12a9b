"""What is no contract text, inside an agreement: Sphinx keeps it, in its place, and every feature goes on working."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest
from projects import Built, Project

import whereas

PAGE = """
    ---
    agreement:
      roles: {company: Company}
      values: {fee: {type: money, default: "EUR 5"}}
    ---
    # Agreement

    ## One
    1. {#first}
       See {doc}`guide </guide>`, {ref}`a part <part>`, a note[^a] and {math}`x^2`.

       :::{note}
       {{ company }} pays {{ fee }} under {clause}`second`.
       :::
    1. {#second}
       Words with `code`, **bold**, *slanted*, H{sub}`2`O, a [link](https://example.com/?a=1&b=2) and {abbr}`VAT (tax)`.

       - a bullet
       - another

       ```{code-block} python
       price = 5
       ```

    (part)=
    :::{admonition} Look here
    {.plain}
    1. An ordinary list.
    :::

    > Quoted {clause}`first`.

    [^a]: The note's text about {{ company }}.

    :::{clause} extra
    :::
    """
FILES = {
    "index.md": "# Home\n\n```{toctree}\nagreement\nguide\nclauses/extra\n```\n",
    "guide.md": "# Guide\n\n(place)=\n## A place\n\nText.\n",
    "agreement.md": PAGE,
    "clauses/extra.yaml": """
        title: Extra
        roles: [company]
        text: |
          1. As {ref}`there <place>` and in a note[^b].

             :::{tip}
             For {{ company }}.
             :::

          [^b]: From the clause.
        """,
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("foreign"))
    project.write(FILES)
    return project


@pytest.fixture(scope="module")
def site(project: Project) -> Built:
    return project.build()


def test_in_html(site: Built) -> None:
    assert site.messages == ""
    words, page = site.words("agreement"), site.page("agreement")
    assert "1.1 See guide, a part, a note" in words
    assert "the Company pays EUR 5 under clause 1.2." in words.replace("The Company", "the Company")
    assert "The note’s text about the Company." in words
    assert "From the clause." in words
    assert re.search(r'href="guide.html#place"', page)
    assert '<a class="wh-reference" href="#second">' in page
    assert 'href="https://example.com/?a=1&amp;b=2"' in page
    assert words.index("Look here") < words.index("Quoted clause 1.1") < words.index("2. Extra")


def test_it_is_named_in_the_agreement(tmp_path: Path) -> None:
    """All of it, by itself, in lines and in headings, in reading order: the same on a page and without one."""
    more = """
    ## Links to {math}`y`
    1. [](guide.md) [](#first) [gone](#gone) {clause}`nda:law` {download}`it <index.md>` {term}`x` {kbd}`Ctrl`.
    """
    project = Project(tmp_path)
    project.write({**FILES, "agreement.md": PAGE + more})
    project.build("xml")
    doctree = pickle.loads((tmp_path / "out/doctrees/agreement.doctree").read_bytes())
    contract = whereas.open(tmp_path, tmp_path).agreement("agreement")
    assert contract.agreement == doctree["whereas_agreement"]
    assert contract.findings == ()
    assert [(each.name, each.text) for each in contract.foreign] == [
        ("doc", "guide"),
        ("ref", "a part"),
        ("footnote_reference", ""),
        ("math", "x^2"),
        ("abbreviation", "VAT"),
        ("literal_block", ""),
        ("target", ""),
        ("footnote", ""),
        ("ref", "there"),
        ("footnote_reference", ""),
        ("footnote", ""),
        ("math", "y"),
        ("link", ""),
        ("link", "gone"),
        ("clause", "nda:law"),
        ("download", "it"),
        ("term", "x"),
    ]
    contract.save(tmp_path / "copy.json")
    assert '"foreign":{' not in (tmp_path / "copy.json").read_text("utf-8"), "settled links are ours alone"
    assert whereas.load(tmp_path / "copy.json").foreign == contract.foreign


def test_every_link_leads_somewhere(site: Built) -> None:
    page = site.page("agreement")
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    assert not set(re.findall(r'href="#([^"]+)"', page)) - ids


@pytest.mark.parametrize("builder", ["latex", "text", "xml", "epub", "man", "outline", "gettext"])
def test_in_other_outputs(builder: str, project: Project) -> None:
    built = project.build(builder, out=builder)
    assert built.messages == ""
    names = {"latex": "agreement.tex", "text": "agreement.txt", "xml": "agreement.xml", "outline": "agreement.json"}
    if builder in names:
        text = (built.out / names[builder]).read_text(encoding="utf-8")
        assert "slanted" in text
        assert "guide" in text


def test_the_search_index_has_the_words_of_contracts(site: Built) -> None:
    assert '"slant"' in (site.out / "searchindex.js").read_text(encoding="utf-8")


def test_a_clause_inside_a_box_is_refused(tmp_path: Path) -> None:
    project = Project(tmp_path)
    boxed = PAGE.replace(":::{clause} extra\n    :::", "::::{note}\n    :::{clause} extra\n    :::\n    ::::")
    project.write({**FILES, "agreement.md": boxed})
    built = project.build()
    assert "ERROR: contract text cannot stand inside a note; put the directive outside it" in built.messages
    assert built.status == 1
