"""Lists in tables, notes, lists of descriptions and definitions: numbered, labelled and cited, in every output."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from projects import Built, Project

PAGE = """
    ---
    agreement:
      style: {style: uk}
      locale: {locale}
      values: {sum: {type: money, default: "EUR 5"}}
    ---
    # A

    ## One
    1. In the table:

       :::{list-table} Duties of {{ sum }}
       :header-rows: 1
       :stub-columns: 1
       * - Who
         - What
       * - Supplier
         - 1. {#deliver} deliver for {{ sum }};
           1. {#install} install as {clause}`deliver` says.
       * - Buyer
         - 1. {#pay} pay.
       :::

    1. In the note:

       (box)=
       :::{warning}
       The Buyer:
       1. {#call} may call {clause}`pay`;
       1. {#write} may write.
       :::

       :::{admonition} Look **here**
       1. {#look} see.
       :::
    1. In the descriptions:

       Delivery
       : Takes place:
         1. {#day} by day;
         1. {#night} by night.

       Return
       : {.plain}
         1. never.

    1. See {clause}`deliver`, {clause}`install`, {clause}`pay`, {clause}`call`, {clause}`look`, {clause}`night`,
       {clause}`terms.most`, {clause}`terms.name, terms.most`, {ref}`the box <box>`.

    :::{clause} terms
    :::
    """
CLAUSES = {
    "clauses/terms.yaml": """
        title: Terms
        text: |
          1. In this agreement:

             :::{definitions}
             :also: Control, Fee
             :::
        definitions:
          Control: |
            any of the following:
            1. {#most} most votes, as {clause}`.name` says;
            1. {#name} the right:
               1. {#deep} to name directors.
          Fee: |
            1. as in {clause}`.deep`; and
            1. as in {clause}`pay`.
        """,
}
INDEX = "# Home\n\n```{toctree}\n:glob:\nagreements/*\nclauses/*\n```\n"
NUMBERS = {
    "deliver": "1.1(a)", "install": "1.1(b)", "pay": "1.1(c)", "call": "1.2(a)", "write": "1.2(b)", "look": "1.2(c)",
    "day": "1.3(a)", "night": "1.3(b)", "terms.most": "(a) of the definition of Control",
    "terms.name": "(b) of the definition of Control", "terms.deep": "(b)(i) of the definition of Control",
}  # fmt: skip
CITED = [
    "clause 1.1(a)", "clause 1.1(b)", "clause 1.1(c)", "clause 1.2(a)", "clause 1.2(c)", "clause 1.3(b)",
    "paragraph (a) of the definition of Control", "paragraphs (a) and (b) of the definition of Control",
]  # fmt: skip
LOCALES = ("en-GB", "de", "fr", "es")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("nested"))
    page = PAGE.replace("{style: uk}", "uk")
    project.write({"index.md": INDEX, **CLAUSES})
    project.write({f"agreements/{locale}.md": page.replace("{locale}", locale) for locale in LOCALES})
    return project


@pytest.fixture(scope="module")
def outline(project: Project) -> Built:
    return project.build("outline")


@pytest.fixture(scope="module")
def html(project: Project) -> Built:
    return project.build("html")


def test_nothing_is_wrong(outline: Built, html: Built) -> None:
    assert (outline.messages, outline.status, html.messages) == ("", 0, "")


def test_labels_lead_to_numbers(outline: Built) -> None:
    found = {each["label"]: each["number"] for each in outline.outline("agreements/en-GB")["provisions"]}
    assert NUMBERS.items() <= found.items()


def test_citations_say_them(outline: Built) -> None:
    found = outline.outline("agreements/en-GB")
    cited = [(each["from"], each["text"]) for each in found["references"]]
    assert list(dict.fromkeys(text for source, text in cited if source == "1.4")) == CITED
    others = [each for each in cited if each[0] != "1.4"]
    assert list(dict.fromkeys(others)) == [
        ("1.1(b)", "clause 1.1(a)"),
        ("1.2(a)", "clause 1.1(c)"),
        ("(a) of the definition of Control", "paragraph (b)"),
        ("(a) of the definition of Fee", "paragraph (b)(i) of the definition of Control"),
        ("(b) of the definition of Fee", "clause 1.1(c)"),
    ]
    assert {each["number"] for each in found["references"] if not each["label"]} == {"the definition of Control"}


@pytest.mark.parametrize(
    ("locale", "first", "several", "title"),
    [
        ("de", "Buchstabe (a) der Definition „Control“", "Buchstaben (a) und (b) der Definition „Control“", "Warnung"),
        ("fr", "paragraphe (a) de la définition de « Control »", "paragraphes (a) et (b) de la", "Avertissement"),
        ("es", "letra (a) de la definición de «Control»", "letras (a) y (b) de la definición", "Advertencia"),
    ],
)
def test_each_language_says_it_its_own_way(outline: Built, locale: str, first: str, several: str, title: str) -> None:
    found = [line["text"] for line in outline.outline(f"agreements/{locale}")["lines"]]
    words = " ".join(found).replace("\N{NO-BREAK SPACE}", " ")
    assert first in words
    assert several in words
    assert title in found


def test_every_output_says_the_same(project: Project, outline: Built, html: Built) -> None:
    """The lines of the outline, with their numbers, stand in the page, in plain text and in the PDF's source."""
    lines = outline.outline("agreements/en-GB")["lines"]
    said = [f"{each['label']} {each['text']}".strip() for each in lines]
    assert {"(b) install as clause 1.1(a) says.", "Delivery", "Table 1 – Duties of EUR 5", "never."} <= set(said)
    page, text = html.words("agreements/en-GB"), project.build("text").text("agreements/en-GB").replace("*", "")
    tex = (project.build("latex").out / "en-GB.tex").read_text(encoding="utf-8")
    at = 0
    for each, line in zip(lines, said, strict=True):
        at = page.index(line, at)
        assert line in text or each["under"].startswith("1.1")  # cells of plain text break their lines
    assert "(b) install as" in text
    for marker, anchor in (("(c)", "pay"), ("(a)", "call"), ("(b)", "night"), ("(i)", "terms-deep")):
        assert re.search(rf"begin{{legalpara}}{{\d}}{{{re.escape(marker)}}}{{[^}}]*:{anchor}}}", tex)


def test_every_number_is_a_link_in_its_place(html: Built) -> None:
    page = html.page("agreements/en-GB")
    ids = re.findall(r'\bid="([^"]*)"', page)
    assert "" not in ids and len(set(ids)) == len(ids)
    assert not set(re.findall(r'href="#([^"]+)"', page)) - set(ids)
    assert " – Duties of <bdi" in page
    assert '<th scope="row">Supplier</th>' in page
    assert re.search(r'<td><div class="wh-provision[^>]*id="deliver"', page)
    assert re.search(r'<div class="admonition warning">\s*<p class="admonition-title">.*?Warning</p>', page)
    assert re.search(r'<p class="admonition-title">Look <strong>here</strong></p>', page)
    assert re.search(r'<dt>Delivery</dt>\s*<dd><p>Takes place:</p>\s*<div class="wh-provision[^>]*id="day"', page)


# ---- definitions that begin with something else than words

BEGINNINGS = {
    "list": "1. one;\n      1. two.",
    "bullets": "- one\n      - two",
    "quote": "> one\n      > two",
    "table": "| one | two |\n      |-----|-----|\n      | 1   | 2   |",
}
MEANS = {"en-GB": "“Sum” means:", "de": "„Sum“ bezeichnet:", "fr": "« Sum » désigne :", "es": "«Sum» significa:"}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("begun"))
    project.write({"index.md": INDEX})
    for name, text in BEGINNINGS.items():
        clause = (
            "title: T\ntext: |\n  1. x\n\n     :::{definitions}\n     :also: Sum\n     :::\ndefinitions:\n  Sum: |\n"
        )
        project.write({f"clauses/{name}.yaml": clause + "      " + text + "\n"})
        for locale in MEANS:
            front = f"---\nagreement:\n  locale: {locale}\n"
            body = f"# A\n\n:::{{clause}} {name}\n:::\n"
            project.write({f"agreements/{name}-{locale}.md": f"{front}---\n{body}"})
            table = "  style: {like: uk, definitions: table}\n"
            project.write({f"agreements/{name}-{locale}-table.md": f"{front}{table}---\n{body}"})
    return project.build("outline")


@pytest.mark.parametrize("locale", MEANS)
@pytest.mark.parametrize("name", BEGINNINGS)
def test_a_definition_that_begins_with_a_block_means_it(begun: Built, name: str, locale: str) -> None:
    assert begun.messages == ""
    lines = [
        each["text"].replace("\N{NO-BREAK SPACE}", " ")
        for each in begun.outline(f"agreements/{name}-{locale}")["lines"]
    ]
    at = lines.index(MEANS[locale])
    assert lines[at + 1].startswith("one")
    in_table = [each["text"] for each in begun.outline(f"agreements/{name}-{locale}-table")["lines"]]
    assert not [each for each in in_table if each.endswith(":")]


# ---- what cannot be


def test_what_has_no_numbers_of_the_agreement_is_told(tmp_path: Path) -> None:
    project = Project(tmp_path)
    text = """
        # A

        ## One
        ::::{card} Title
        1. {#x} one
        1. See {clause}`nowhere`
        ::::

        ::::{card} Title
        {.plain}
        1. one
        ::::

        ::::{card} Title
        {item}`y` one
        ::::

        :::{list-table}
        * - one
        * - two
        :::
        """
    front = "---\nagreement:\n---\n"
    project.write({"index.md": "# Home\n\n```{toctree}\nagreements/a\n```\n", "agreements/a.md": text})
    path = tmp_path / "agreements/a.md"
    path.write_text(front + path.read_text(encoding="utf-8"), encoding="utf-8")
    built = project.build("text")
    assert built.messages.splitlines() == [
        "agreements/a.md:8: ERROR: a numbered list in a container has no numbers of the agreement; put it outside, or "
        "{.plain} before it, if nothing is to cite it [whereas.misplaced]",
        "agreements/a.md:9: ERROR: nothing is labelled 'nowhere'; known here: x [whereas.unknown-label]",
        "agreements/a.md:18: ERROR: contract text cannot stand inside a container; put the directive outside it "
        "[whereas.misplaced]",
    ]


def test_two_clauses_cannot_define_a_term_by_different_lists(tmp_path: Path) -> None:
    project = Project(tmp_path)
    clause = "title: T\ntext: 1. A Sum.\ndefinitions:\n  Sum: |\n    1. {}\n    1. two\n"
    project.write({"clauses/a.yaml": clause.format("one"), "clauses/b.yaml": clause.format("three")})
    project.write(
        {
            "index.md": INDEX,
            "agreements/a.md": "---\nagreement:\n---\n# A\n\n:::{clause} a\n:::\n\n:::{clause} b\n:::\n",
        }
    )
    assert "the term 'Sum' is defined otherwise here than in clauses/a.yaml:4" in project.build("outline").messages


def test_a_limb_of_a_definition_that_is_not_printed_is_told(tmp_path: Path) -> None:
    project = Project(tmp_path)
    clause = "title: Control\ndefinitions:\n  Control: |\n    either:\n\n    1. {#votes} votes;\n    2. money.\n"
    page = "---\nagreement: {}\n---\n# A\n\n:::{clause} control\n:::\n"
    project.write({"agreements/a.md": page, "clauses/control.yaml": f"{clause}text: 'As {{clause}}`.votes` says.'\n"})
    assert (
        "clauses/control.yaml:8:1: ERROR: this refers to 'control.votes' in the definition of 'Control', which this "
        "agreement does not print; use the term, and put {definitions} where the definitions go [whereas.left-out]"
    ) in project.build("text").messages
