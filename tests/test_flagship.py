"""The agreements that ship: built as a user builds them, the same words and numbers in every output."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from browsing import doctrees
from paper import need_tex, overfull, pdf_text, set_all
from projects import plain, visible

ROOT = Path(__file__).parent.parent
AGREEMENTS = [
    "agreements/cooperation",
    "agreements/nda",
    "agreements/services",
    "deals/aurora-borealis",
    "deals/aurora-cedar-nda",
    "deals/cedar-borealis-services",
    "deals/cedar-delphi",
    "deals/ember-fathom",
    "deals/fathom-delphi-nda",
]
PDFS = {docname: docname.removeprefix("agreements/").replace("/", "-") for docname in AGREEMENTS}


def sphinx(builder: str, out: Path) -> Path:
    command = [sys.executable, "-P", "-m", "sphinx", "-q", "-W", "-c", ".", "-d", str(doctrees(out)), "-b", builder]
    done = subprocess.run([*command, "source", str(out / builder)], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    return out / builder


@pytest.fixture(scope="module")
def out(site: Path) -> Path:
    """Where the other outputs are, beside the site and what was read for it."""
    return site.with_name("flagship")


@pytest.fixture(scope="module")
def outlines(out: Path) -> dict[str, Any]:
    folder = sphinx("outline", out)
    return {docname: json.loads((folder / f"{docname}.json").read_text(encoding="utf-8")) for docname in AGREEMENTS}


@pytest.fixture(scope="module")
def pdfs(out: Path) -> Path:
    need_tex()
    folder = sphinx("latex", out)
    set_all(folder)
    return folder


def squash(text: str) -> str:
    """Text without what a line break may change: white space, hyphens, capitals of headings."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", text).casefold()


def body(path: Path) -> str:
    """The body of every page, without header and footer."""
    return pdf_text(path, "-raw", "-x", "0", "-y", "64", "-W", "596", "-H", "711")


def assert_says_all(text: str, outline: dict[str, Any]) -> None:
    """Every provision of an outline stands in a text, in order, with its marker, its words and its references."""
    text, at, starts = squash(text), 0, []
    for each in outline["provisions"]:
        words = each["text"] if each["text"].startswith(each["title"]) else each["title"]  # run-in headings are in both
        if not words:
            continue  # a table: its caption is among the words of the schedule
        wanted = squash(each["marker"] + words[:40])
        found = text.find(wanted, at)
        assert found >= 0, each
        starts.append((each["number"], found))
        at = found + 1
    bounds = dict(zip([number for number, _ in starts], [*(start for _, start in starts[1:]), len(text)], strict=True))
    begins = dict(starts)
    for each in outline["references"]:
        begin, end = begins.get(each["from"], 0), bounds.get(each["from"], len(text))
        assert squash(each["text"]) in text[begin:end], each


@pytest.mark.parametrize("docname", AGREEMENTS)
def test_the_site_says_what_the_outline_says(docname: str, site: Path, outlines: dict[str, Any]) -> None:
    page = (site / f"{docname}.html").read_text(encoding="utf-8")
    body = page[page.index('<section id="agreement">') :]
    assert_says_all(visible(body), outlines[docname])


@pytest.mark.parametrize("docname", AGREEMENTS)
def test_the_pdf_says_what_the_outline_says(docname: str, pdfs: Path, outlines: dict[str, Any]) -> None:
    assert_says_all(body(pdfs / f"{PDFS[docname]}.pdf"), outlines[docname])


@pytest.mark.parametrize("docname", AGREEMENTS)
def test_the_text_builder_says_what_the_outline_says(docname: str, out: Path, outlines: dict[str, Any]) -> None:
    if not (out / "text").exists():
        sphinx("text", out)
    text = (out / "text" / f"{docname}.txt").read_text(encoding="utf-8")
    assert_says_all(text.replace("*", ""), outlines[docname])


@pytest.mark.parametrize("docname", AGREEMENTS)
def test_outlines_follow_their_schema(docname: str, out: Path, outlines: dict[str, Any]) -> None:
    schema = json.loads((out / "outline" / "outline.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(outlines[docname], schema)


def test_the_pdfs_have_bookmarks_and_titles(pdfs: Path, outlines: dict[str, Any]) -> None:
    from pypdf import PdfReader

    for docname, name in PDFS.items():
        reader = PdfReader(pdfs / f"{name}.pdf")
        titles = [plain(str(item["/Title"])) for item in _flat(reader.outline)]
        for each in outlines[docname]["provisions"]:
            if re.fullmatch(r"\d+\.", each["marker"]) and " of " not in each["number"]:
                assert any(title.startswith(each["marker"]) and each["title"] in title for title in titles), each
        assert reader.metadata is not None
        assert reader.metadata.title == outlines[docname]["title"]


def _flat(items: Any) -> list[Any]:
    return [each for item in items for each in (_flat(item) if isinstance(item, list) else [item])]


def test_no_line_of_a_pdf_runs_into_the_margin(pdfs: Path) -> None:
    for name in PDFS.values():
        log = (pdfs / f"{name}.log").read_text(encoding="utf-8", errors="replace")
        assert overfull(log) == [], name
        assert "Missing character" not in log


def test_the_flagship_is_complete(outlines: dict[str, Any]) -> None:
    template = outlines["agreements/cooperation"]
    assert len(template["clauses"]) >= 20
    assert len(template["references"]) >= 60
    cited = {each["label"].split(".")[0] for each in template["references"]}
    for label in ("activities", "commercial", "brand-guidelines", "contacts", "background-rights"):
        assert label in cited, f"no provision cites the schedule {label}"


def test_template_has_blanks_and_the_first_deal_has_none(site: Path) -> None:
    def blanks(docname: str) -> int:
        page = (site / f"{docname}.html").read_text(encoding="utf-8")
        return re.sub(r"<del>.*?</del>", "", page, flags=re.DOTALL).count('class="wh-blank"')  # not in what is left out

    assert blanks("agreements/cooperation") > 20
    assert blanks("deals/aurora-borealis") == 0
    assert blanks("deals/cedar-delphi") >= 1


def test_deals_vary_and_leave_out(outlines: dict[str, Any]) -> None:
    def clauses(docname: str) -> dict[str, str]:
        return {each["id"]: each["variant"] for each in outlines[docname]["clauses"]}

    template, first, second = map(clauses, ("agreements/cooperation", "deals/aurora-borealis", "deals/cedar-delphi"))
    assert first["liability"] == "capped"
    assert "insurance" in set(template) - set(second)
    optional = {"data/operational", "exclusivity", "non-solicitation"}
    assert not optional & set(template)
    assert (optional & set(first), optional & set(second)) == ({"data/operational"}, {"exclusivity"})


BANNED = ["shall", "may not", "and/or", "herein", "hereto", "hereby", "thereof", "whereas", "aforesaid", "etc."]


@pytest.mark.parametrize("docname", AGREEMENTS)
def test_plain_words(docname: str, outlines: dict[str, Any]) -> None:
    for each in [*outlines[docname]["provisions"], *outlines[docname]["terms"]]:
        for word in BANNED:
            assert not re.search(rf"\b{re.escape(word)}(?!\w)", each["text"].lower()), (word, each)


@pytest.mark.parametrize("docname", AGREEMENTS)
def test_every_term_is_used(docname: str, outlines: dict[str, Any]) -> None:
    outline = outlines[docname]
    text = " ".join(each["text"] for each in outline["provisions"])
    for each in outline["terms"]:
        stem = re.escape(each["term"]).removesuffix("y")
        assert len(re.findall(rf"\b{stem}", text)) >= 2, each["term"]


def test_both_forms_of_the_sphinx_call_work(site: Path, tmp_path: Path) -> None:
    build = str(Path(sys.executable).parent / "sphinx-build")
    command = [build, "-q", "-c", ".", "-d", str(doctrees(site)), "source", str(tmp_path / "html"), "-b", "dummy"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
