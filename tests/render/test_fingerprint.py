"""What a fingerprint covers: every word and number that is printed, and nothing else; the same in all outputs."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from constructs import CONSTRUCTS, agreement_of, picture
from projects import Built, Project

import whereas
from whereas.agreement.copy import Copy
from whereas.agreement.json import dump_copy, load_copy
from whereas.agreement.styles import STYLES
from whereas.render.lines import render_words

SALE = """
    ---
    agreement:
      form: deed
      style: uk
      roles: {seller: Seller, buyer: Buyer}
      values: {price: {type: money}, place: {}}
    ---
    # Sale

    {.parties}
    ## Parties
    :::{parties}
    :::

    ## Words
    1. "Quoted" words -- in *italics*, and {define}`Goods`.
    1. {#pay} The Goods cost {{ price }}, in {{ place }}, as {clause}`pay` says:
       - a bullet

    | a | b |
    |---|---|
    | 1 | 2 |

    {.unnumbered}
    ## Signatures
    :::{signatures}
    :::

    {.schedule}
    ## Goods
    1. Things.
    """
FILES = {
    "agreements/sale.md": SALE,
    "parties/acme.yaml": "name: Acme Ltd\nsignatories: [{name: Ada Moreau, title: Director}]\n",
    "parties/ann.yaml": "name: Ann Lee\nkind: person\naddress: [2 Hill Road]\nwitness: yes\n",
    "deals/sale.yaml": """
        agreement: sale
        reference: REF-1
        version: '2'
        parties: {seller: acme, buyer: ann}
        values: {price: EUR 5}
        """,
}
#: Of these two agreements; should one be another, all PDFs that were signed would no longer be known.
GOLDEN = {"agreements/sale": "c6c6 cf6c 989f", "deals/sale": "402d 6ccc 3f5f"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("fingerprint"))
    project.write(FILES)
    return project


@pytest.fixture(scope="module")
def outlines(project: Project) -> Built:
    return project.build("outline")


def test_golden_fingerprints(outlines: Built) -> None:
    assert {docname: outlines.outline(docname)["fingerprint"] for docname in GOLDEN} == GOLDEN


@pytest.mark.parametrize("docname", GOLDEN)
def test_a_fingerprint_is_what_the_schema_says(docname: str, outlines: Built) -> None:
    """Worked out once more, by those words."""
    outline = outlines.outline(docname)
    names = [party["name"] for party in outline["parties"]]
    said = "".join(f"{text}\n" for text in (outline["title"], outline["reference"], outline["version"], *names))
    said += "".join(f"{line['label']}\t{line['text']}\n" for line in outline["lines"])
    digits = hashlib.sha256(said.encode("utf-8")).hexdigest()
    assert outline["fingerprint"] == f"{digits[:4]} {digits[4:8]} {digits[8:12]}"


def test_lines_hold_the_last_word_of_a_signature_block(outlines: Built) -> None:
    lines = [line["text"] for line in outlines.outline("deals/sale")["lines"]]
    at = lines.index("Executed as a deed by")
    assert lines[at : at + 3] == [
        "Executed as a deed by",
        "Acme Ltd",
        "acting by Ada Moreau, a director, in the presence of:",
    ]


# ---- each thing that is printed, changed alone

#: The texts that an agreement prints, by their names; `label` is one only of a line to sign on.
PRINTED = ("text", "marker", "title", "reference", "version", "heads", "parties")
#: What is kept with them, and printed nowhere or elsewhere.
KEPT = ("facts", "deviations", "uses", "forms", "origin", "labels", "scope")
Path_ = tuple[Any, ...]


def _printed(data: Any, path: Path_ = ()) -> Iterator[Path_]:
    """The paths to all texts that are printed, in an agreement as JSON."""
    if isinstance(data, str):
        name = next(key for key in reversed(path) if isinstance(key, str))
        if name in PRINTED or (name == "label" and "lines" in path[-3:]):
            yield path
    elif isinstance(data, dict):
        for key, inner in data.items() if data.get("type") != "Foreign" else ():  # its words are its node's
            if key == "heads":  # nor is a page part of the text
                apart = 3 if data["type"] == "KeyTerms" else 2
                yield from ((*path, key, index) for index in range(len(inner)) if index != apart)
            elif key not in KEPT and not (key == "parts" and data.get("words")):  # words take the place of a citation
                yield from _printed(inner, (*path, key))
    elif isinstance(data, list):
        for index, inner in enumerate(data):
            if path[-2:-1] != ("rows",) or index < 3:  # a sheet's last column says where it was written, to us alone
                yield from _printed(inner, (*path, index))


def _parts(agreement: dict[str, Any]) -> Iterator[tuple[dict[str, Any], list[Path_]]]:
    """An agreement of each section alone, so that little is made anew for each change, with the paths of its texts."""
    sections = agreement["sections"]
    for index, section in enumerate(sections):
        part = agreement | {"sections": [section]}
        paths = [path for path in _printed(part, ("agreement",)) if "parties" not in path or path[-1] == 1]
        yield part, [path for path in paths if index == 0 or path[1] == "sections"]


@contextmanager
def _changed(agreement: dict[str, Any], path: Path_, text: str) -> Iterator[None]:
    """While this lasts, an agreement has another text at a path."""
    holder: Any = agreement
    for key in path[1:-1]:
        holder = holder[key]
    before, holder[path[-1]] = holder[path[-1]], text
    yield
    holder[path[-1]] = before


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with all that a contract may hold."""
    project = Project(tmp_path_factory.mktemp("everything"))
    project.write(FILES)
    (project.root / "agreements/all.md").write_text(agreement_of(CONSTRUCTS), encoding="utf-8")
    (project.root / "agreements/picture.png").write_bytes(picture())
    return project


@pytest.mark.parametrize("name", ["sale", "all"])
def test_each_word_number_party_reference_and_version_counts(name: str, everything: Project) -> None:
    """Changed alone, each gives another fingerprint: headings, tables, definitions, signature blocks with all else."""
    opened = whereas.open(everything.root)
    contract = opened.deal("sale") if name == "sale" else opened.agreement("all")
    style = STYLES["uk"]
    data = json.loads(dump_copy(Copy(contract.agreement, style)))

    def fingerprint(part: dict[str, Any]) -> str:
        agreement = load_copy(json.dumps(data | {"agreement": part})).agreement
        return str(render_words(agreement, style, lambda mark: f"foreign {mark.index}")["fingerprint"])

    tried = 0
    for part, paths in _parts(data["agreement"]):
        seen = {fingerprint(part): "nothing"}
        for path in paths:
            with _changed(part, path, "Something else"):
                found = fingerprint(part)
            assert seen.setdefault(found, str(path)) == str(path), f"{path} changes no more than {seen[found]}"
        tried += len(paths)
    assert tried > 50


def test_looks_and_places_do_not_count(project: Project) -> None:
    contract = whereas.open(project.root).deal("sale")
    text = dump_copy(Copy(contract.agreement, STYLES["uk"]))
    other = re.sub(r'"(anchor|file|origin|about|docname|status|style)":"[^"]*"', r'"\1":"x"', text)
    other = other.replace('"line":', '"line":1').replace('"style":"x"', '"style":"emphasis"')
    assert other != text
    assert render_words(load_copy(other).agreement, STYLES["uk"], lambda _: "")["fingerprint"] == contract.fingerprint


#: What Sphinx sets itself, and what each is changed to.
SET_BY_SPHINX = {
    "The note’s text": "The note’s words",
    "In a table.": "Within a table.",
    "In a heading.": "Above it.",
    "A note.\n": "A word.\n",
    ":::{warning}": ":::{danger}",
    "A legend.": "Another legend.",
    "x^2": "x^3",
    "1, 2\n": "1, 3\n",
    "-- Somebody": "-- Nobody",
    "price = 5": "price = 6",
}


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Agreements of what holds such words: as they are, once more, and changed."""
    project = Project(tmp_path_factory.mktemp("changed"))
    project.write({"parties/acme.yaml": FILES["parties/acme.yaml"]})
    (project.root / "agreements").mkdir()
    (project.root / "agreements/picture.png").write_bytes(picture())
    for index, (old, new) in enumerate(SET_BY_SPHINX.items()):
        text = agreement_of({name: text for name, text in CONSTRUCTS.items() if old in text})
        assert old in text
        for name, said in (("is", text), ("again", text), ("changed", text.replace(old, new))):
            (project.root / f"agreements/{index}-{name}.md").write_text(said, encoding="utf-8")
    return project.build("outline")


@pytest.mark.parametrize("old", SET_BY_SPHINX)
def test_what_sphinx_sets_counts_as_well(old: str, changed: Built) -> None:
    """Notes, boxes, figures, formulas, tables of its own."""
    page = f"agreements/{list(SET_BY_SPHINX).index(old)}"
    is_, again, other = (changed.outline(f"{page}-{each}")["fingerprint"] for each in ("is", "again", "changed"))
    assert is_ == again != other


# ---- one fingerprint


def test_page_pdf_and_outline_have_one_fingerprint(everything: Project) -> None:
    site, latex, outlines = (everything.build(builder, out="-one") for builder in ("html", "latex", "outline"))
    for docname, tex in (("agreements/all", "all"), ("deals/sale", "deals-sale")):
        fingerprint = outlines.outline(docname)["fingerprint"]
        assert f"Fingerprint <code>{fingerprint}</code>" in site.page(docname)
        assert f"Fingerprint={{{fingerprint}}}" in (latex.out / f"{tex}.tex").read_text(encoding="utf-8")


def test_python_has_the_same_one(everything: Project) -> None:
    """Of an agreement with footnotes and boxes, too; only roles and directives of Sphinx's own need a build."""
    kinds = (
        "footnotes",
        "footnotes in headings",
        "footnote in a table",
        "boxes",
        "a quotation",
        "a picture",
        "levels",
        "formulas",
    )
    (everything.root / "agreements/some.md").write_text(
        agreement_of({kind: CONSTRUCTS[kind] for kind in kinds}), encoding="utf-8"
    )
    built = everything.build("outline", out="-some")
    outline = built.outline("agreements/some")
    contract = whereas.open(everything.root).agreement("some")
    assert [line.text for line in contract.lines] == [line["text"] for line in outline["lines"]]
    assert contract.fingerprint == outline["fingerprint"]
