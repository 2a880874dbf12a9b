"""`whereas.open`: the same Agreement that the site shows, with its findings, without a build."""

from __future__ import annotations

import pickle
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from projects import Built, Project
from torture import torture_files

import whereas
from whereas.library.finding import FindingsError
from whereas.project.project import Project as Opened

ROOT = Path(__file__).parents[2]
SHIPPED = [path.stem for path in (ROOT / "source/agreements").glob("*.md") if path.stem != "index"]
SMALL = {
    "agreements/a.md": """
        ---
        agreement:
          style: uk
          roles: {seller: Seller}
          values: {fee: {type: money}, terms: {type: markdown, default: "Net **30** days."}}
        ---
        # Sale

        {.recitals}
        ## Background
        1. {{ seller }} sells "things".

        :::{clause} secrecy
        :::

        ## Price
        1. {#price}
           The fee is {{ fee }}, subject to {clause}`secrecy.duty`.
        1. {{ terms }}

        {.schedule #goods}
        ## Goods
        1. {define}`Goods` means things.
        1. The Goods are new.

        {.schedule}
        ## Goods
        1. Second.
        """,
    "clauses/secrecy.yaml": """
        title: Secrecy
        text: |
          1. {#duty}
             Keep it.
        variants:
          strict: {text: "1. {#duty} Keep all of it."}
        """,
    "parties/acme.yaml": "name: Acme Ltd\n",
    "deals/plain.yaml": "agreement: a\nparties: {seller: acme}\nvalues: {fee: EUR 5}\n",
    "deals/paged.yaml": "agreement: a\nclauses: {secrecy: {variant: strict, because: asked}}\n",
    "deals/lost.yaml": "agreement: nowhere\n",
    "letters/paged.md": "---\ndeal: paged\n---\n# A letter\n\nIn short.\n\n:::{agreement}\n:::\n",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Built]:
    """A small project, the torture agreement and the shipped one, all in one folder, and built."""
    project = Project(tmp_path_factory.mktemp("open"))
    project.write({**torture_files(6, 9), **SMALL})
    for folder in ("clauses", "parties", "deals"):
        shutil.copytree(ROOT / folder, project.root / folder, dirs_exist_ok=True)
    for name in SHIPPED:
        shutil.copy(ROOT / f"source/agreements/{name}.md", project.root / "agreements")
    return project, project.build("outline")


@pytest.fixture(scope="module")
def opened(project: tuple[Project, Built]) -> Opened:
    """The same project, read without a site: each contract is assembled when it is first asked for, and kept."""
    return whereas.open(project[0].root)


def noted(project: Project) -> Any:
    """What the site found while it read its pages, by page."""
    environment = pickle.loads((project.root / "out/doctrees/environment.pickle").read_bytes())
    return environment.domaindata["whereas"]["findings"]


def contracts(opened: Opened) -> list[Any]:
    return [*opened.agreements.values(), *(deal for name, deal in opened.deals.items() if name != "lost")]


def test_what_is_opened_is_what_the_site_shows(project: tuple[Project, Built], opened: Opened) -> None:
    small, built = project
    findings = noted(small)
    assert sorted(opened.agreements) == sorted(["a", "torture", *SHIPPED])
    shipped = {path.stem for path in (ROOT / "deals").glob("*.yaml")}
    assert set(opened.deals) == {*shipped, "lost", "north", "paged", "plain"}
    assert opened.deals["paged"].docname == "letters/paged"
    for each in contracts(opened):
        doctree = pickle.loads((small.root / f"out/doctrees/{each.docname}.doctree").read_bytes())
        assert each.agreement == doctree["whereas_agreement"], each.name
        assert set(each.findings) == set(findings.get(each.docname, ())), each.name
        outline = built.outline(each.docname)
        assert each.fingerprint == outline["fingerprint"]
        assert [line.text for line in each.lines] == [line["text"] for line in outline["lines"]]
        assert each.outline["provisions"] == outline["provisions"]


def test_a_copy_tells_all_without_the_project(opened: Opened, tmp_path: Path) -> None:
    for each in contracts(opened):
        each.save(tmp_path / "copy.json")
        copy = whereas.load(tmp_path / "copy.json")
        assert (copy.agreement, copy.findings) == (each.agreement, each.findings)
        assert (copy.text, copy.outline, copy.fingerprint) == (each.text, each.outline, each.fingerprint)


def test_copies_that_are_built_are_those_that_are_opened(project: tuple[Project, Built], opened: Opened) -> None:
    small, outlines = project
    built = small.build("copies")
    names = {path.relative_to(built.out).with_suffix("").as_posix() for path in built.out.rglob("*.json")}
    assert names == {each.docname for each in contracts(opened)}
    for each in contracts(opened):
        copy = whereas.load(built.out / f"{each.docname}.json")
        assert copy.agreement == each.agreement
        assert set(copy.findings) == set(each.findings), each.name
        assert (copy.text, copy.fingerprint) == (each.text, outlines.outline(each.docname)["fingerprint"])


def test_readers_outside_get_copies_without_what_is_ours(tmp_path: Path) -> None:
    small = Project(tmp_path)
    small.write(SMALL)
    built = small.build("copies", whereas_audience="external")
    text = (built.out / "letters/paged.json").read_text(encoding="utf-8")
    assert "Keep all of it." in text
    assert "asked" not in text
    assert "deals/paged.yaml" not in text


def test_a_contract_is_asked_about_its_parts(opened: Opened) -> None:
    deal = opened.deal("plain")
    assert deal.title == "Sale"
    price = deal.provision("2.1")
    assert (price.label, price.marker, price.level) == ("price", "2.1", 2)
    assert price.text == ("The fee is EUR 5, subject to clause 1.1.")
    assert deal.provision("price") is price
    assert deal.provision("1 of Schedule 1").text.startswith("“Goods” means")
    assert deal.values["fee"].text == "EUR 5"
    assert [term.term for term in deal.terms if term.term == "Goods"] == ["Goods"]
    assert ("2.1", "secrecy.duty", "1.1") in [(each.source, each.label, each.number) for each in deal.references]
    assert "2.2 Net 30 days." in deal.text.splitlines()
    assert "" not in deal.text.splitlines()  # two sections of one title are no line of their own
    with pytest.raises(KeyError, match=re.escape("plain has no provision '9'")):
        deal.provision("9")


def test_what_cannot_be_had_says_why(opened: Opened, tmp_path: Path) -> None:
    for ask, said in (
        (lambda: opened.deal("plian"), "there is no deal 'plian' in deals/; did you mean 'plain'?"),
        (lambda: opened.agreement("aa"), "there is no agreement 'aa'; did you mean 'a'?"),
        (lambda: opened.deal("lost").agreement, "there is no agreement 'nowhere'"),
    ):
        with pytest.raises(FindingsError) as raised:
            ask()
        assert str(raised.value.findings[0]).startswith(said)
    (tmp_path / "conf.py").write_text("whereas_styles = {'x': {'levels': ['one']}}")
    with pytest.raises(FindingsError) as raised:
        whereas.open(tmp_path)
    assert str(raised.value.findings[0].place) == "conf.py:1"
    assert "`whereas_styles`: the style 'x': 'one' is not a label by example" in str(raised.value.findings[0])


def test_styles_markdown_and_quotes_are_those_of_conf_py(tmp_path: Path) -> None:
    small = Project(tmp_path)
    conf = 'extensions = ["myst_parser", "whereas"]\nmyst_enable_extensions = ["replacements"]\n'
    small.write(SMALL | {"conf.py": conf + 'smartquotes_action = "De"\nwhereas_style = "us"\n'})
    small.build("outline")
    doctree = pickle.loads((small.root / "out/doctrees/deals/plain.doctree").read_bytes())
    opened = whereas.open(small.root)
    assert opened.deal("plain").agreement == doctree["whereas_agreement"]
    assert 'sells "things".' in opened.deal("plain").text


def test_what_myst_complains_of_is_a_finding(tmp_path: Path) -> None:
    small = Project(tmp_path)
    small.write({"agreements/a.md": "---\nagreement: {}\n---\n# A\n\n## One\n1. See {nothing}`x`.\n"})
    (finding,) = whereas.open(small.root).agreement("a").findings
    assert (str(finding.place), finding.rule, finding.severity) == ("agreements/a.md:7", "markdown", "warning")
    assert 'Unknown interpreted text role "nothing".' in finding.message


FOREIGN = """
    ---
    agreement: {{}}
    ---
    # A

    ## One
    1. {{#first}} Words.

    :::{{versionadded}} 2 More of them.
    :::

    :::{{seealso}}
    The rest of clause 1.
    :::

    :::{{{directive}}} of it
    :option: x

    In it.
    :::
    """


def test_directives_that_only_a_site_has_are_kept_under_their_names(tmp_path: Path) -> None:
    small = Project(tmp_path)  # its conf.py names an extension besides ours
    small.write({"agreements/a.md": FOREIGN.format(directive="of-an-extension")})
    contract = whereas.open(small.root).agreement("a")
    assert contract.findings == ()
    assert [each.name for each in contract.foreign] == ["versionadded", "seealso", "of-an-extension"]
    assert "Added in version 2: More of them." in contract.text


@pytest.mark.parametrize("extensions", ["", ", 'sphinx_design'"])
def test_a_directive_that_there_is_not_is_told_where_it_can_be_none_of_an_extension(
    tmp_path: Path, extensions: str
) -> None:
    small = Project(tmp_path)
    conf = f"extensions = ['myst_parser', 'whereas'{extensions}]\n"
    small.write({"conf.py": conf, "agreements/a.md": FOREIGN.format(directive="seealos")})
    found = [str(finding) for finding in whereas.open(small.root).agreement("a").findings]
    assert found == ([] if extensions else [found[0]])
    assert extensions or found[0].startswith("there is no directive 'seealos', so what stands in it is not printed")


def test_opening_leaves_no_directive_behind_and_no_application_is_made() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (script,) = re.findall(r"```python\n(import whereas\n.*?)```", readme, re.DOTALL)
    assert script.count("\n") <= 10
    after = "import sys; print(*({'sphinx.application', 'sphinx.environment', 'sphinx.builders'} & sys.modules.keys()))"
    command = [sys.executable, "-P", "-c", script + after]
    done = subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": "_ext"}, capture_output=True, text=True, check=True)
    *said, modules = done.stdout.split("\n")[:-1]
    assert modules == ""
    assert said[0].startswith("aurora-borealis 1.1 In this agreement:")
    assert len(said) == len(list((ROOT / "deals").iterdir()))
    assert done.stderr == ""
