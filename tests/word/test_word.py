"""Word files: every number counted by Word, every citation a field, as a counter of Word's own rules finds."""

from __future__ import annotations

import logging
import os
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from constructs import CONSTRUCTS, agreement_of, picture
from numbered import CONTROL, NUMBERED
from office import rewritten, with_a_clause, without_a_clause
from opened import Opened, W
from projects import Built, Project

STYLES = ("uk", "us", "decimal", "continental", "article", "de", "at", "ch", "fr", "es")
#: What is put in after the second clause, in a style whose second is II.
INSERTED = {"us": "IIIA"}
INDEX = "# Home\n\n```{toctree}\n:glob:\nagreements/*\n```\n"


def squash(text: str) -> str:
    """Text without white space."""
    return re.sub(r"\s+", "", text)


def lines_of(opened: Opened) -> list[str]:
    """Each line of a file, its label first; the lines to sign on with what stands beside them."""
    found: list[str] = []
    for line in opened.lines:
        if line.style.startswith(("Heading", "ScheduleHeading")):
            line.text = re.sub(r"(?<=[a-z])\d", "", line.text)  # footnotes of headings are none of their lines
        if (
            line.style == "SignatureText"
            and found
            and opened.lines[opened.lines.index(line) - 1].style == "SignatureLabel"
        ):
            found.append(squash(found.pop() + line.text))
        else:
            found.append(squash(line.label + line.text))
    return found


def assert_says_all(opened: Opened, outline: dict[str, Any]) -> None:
    """Every line of an outline stands in a file, in order, with its label and citations, as Word counts and cites."""
    found, at = lines_of(opened), 0
    for line in (line for line in outline["lines"] if not line.get("note")):
        wanted = squash(line["label"] + line["text"])
        if line["under"] == "Signatures":  # who signs may stand beside others
            assert wanted in found, line
            continue
        assert wanted in found[at:], line
        at = found.index(wanted, at) + 1


def test_all_that_may_stand_in_a_contract_is_there_in_order(
    opened: dict[str, Opened], outlines: dict[str, Any]
) -> None:
    found, at = "\n".join(lines_of(opened["all"])), found_first(opened["all"])
    signed = 0  # where signatures begin: parties sign beside each other
    for line in (line for line in outlines["all"]["lines"] if not line.get("note")):
        wanted = "\n?".join(map(re.escape, squash(line["label"] + line["text"])))
        if line["under"] == "Signatures":
            signed = signed or at
            beside = re.compile(wanted).search(found, signed)
            assert beside, line
            at = max(at, beside.end())
            continue
        there = re.compile(f"[^\\n]{{0,3}}{wanted}|{wanted}").search(found, at)
        assert there and there.start() - at < 60, line
        at = there.end()


def found_first(opened: Opened) -> int:
    """Where the text begins, after cover and contents."""
    before = [line for line in opened.lines if line.style.startswith(("Cover", "Title", "TOC", "Toc"))]
    return sum(len(squash(line.label + line.text)) + 1 for line in before)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("word"))
    pages = {
        f"agreements/{style}.md": NUMBERED.format(front=f"style: {style}", inserted=INSERTED.get(style, "3A"))
        for style in STYLES
    }
    project.write({"index.md": INDEX, "clauses/control.yaml": CONTROL, **pages})
    (project.root / "agreements/all.md").write_text(agreement_of(CONSTRUCTS), encoding="utf-8")
    (project.root / "agreements/picture.png").write_bytes(picture())
    return project


@pytest.fixture(scope="module")
def made(project: Project) -> Path:
    built = project.build("docx")
    assert "ERROR" not in built.messages
    return built.out / "agreements"


@pytest.fixture(scope="module")
def outlines(project: Project, made: Path) -> dict[str, Any]:
    built = project.build("outline")
    return {style: built.outline(f"agreements/{style}") for style in (*STYLES, "all")}


@pytest.fixture(scope="module")
def opened(made: Path) -> dict[str, Opened]:
    return {style: Opened(made / f"{style}.docx") for style in (*STYLES, "all")}


@pytest.mark.parametrize("style", STYLES)
def test_word_counts_and_cites_as_we_do(style: str, opened: dict[str, Opened], outlines: dict[str, Any]) -> None:
    assert_says_all(opened[style], outlines[style])


@pytest.mark.parametrize("style", STYLES)
def test_what_is_printed_until_then_is_what_word_works_out(style: str, opened: dict[str, Opened]) -> None:
    document = opened[style].document
    for paragraph in document.iter(f"{W}p"):
        code, cached, inside = "", "", ""
        for each in paragraph.iter():
            if each.tag == f"{W}fldChar":
                inside = each.get(f"{W}fldCharType", "")
                if inside == "begin":
                    code = cached = ""
                elif inside == "end" and code.split()[0] == "REF":
                    assert squash(cached) == squash(opened[style].field(code)), code
            elif each.tag == f"{W}instrText":
                code = each.text or ""
            elif each.tag == f"{W}t" and inside == "separate":
                cached += each.text or ""


#: Citations of these styles say a letter without its bracket, or a Roman number without its word, which no field does.
NOT_ALL = ("us", "de", "at", "ch", "fr")


@pytest.mark.parametrize("style", STYLES)
def test_no_label_is_typed_but_what_word_cannot_count(
    style: str, opened: dict[str, Opened], outlines: dict[str, Any]
) -> None:
    counted = [line for line in opened[style].lines if line.label]
    labels = [each["marker"] for each in outlines[style]["provisions"]]
    run_in, by_hand = 2, 1
    numbered = [label for label in labels if label]
    assert len(counted) == len(numbered) - run_in - by_hand


@pytest.mark.parametrize("style", sorted({*STYLES} - {*NOT_ALL}))
def test_every_citation_is_a_field(style: str, opened: dict[str, Opened]) -> None:
    document = opened[style].document
    leads = [each.get(f"{W}anchor") for each in document.iter(f"{W}hyperlink") if each.get(f"{W}anchor")]
    assert {*leads} == {"_Wh_goods", "_Wh_term_control"}  # words alone: of its own, and "the definition of Control"


def test_a_number_is_cited_without_its_brackets_or_word(opened: dict[str, Opened]) -> None:
    found = {code: opened["de"].field(code) for code in opened["de"].codes() if "\\#" in code}
    assert {*found.values()} >= {"1", "2", "3", "6"}
    assert found[' REF _Wh_deliver \\n \\h \\# "0;0" '] == "1"  # (1): Abs. 1
    assert found[' REF _Wh_duties \\n \\h \\# "0;0" '] == "3"  # § 3: §§ 3, 4 und 6


@pytest.mark.parametrize(("style", "depths"), [("de", {"§": 0, "Abs.": 1}), ("ch", {"Art.": 0, "Abs.": 1})])
def test_a_number_leads_to_what_its_word_says(style: str, depths: dict[str, int], opened: dict[str, Opened]) -> None:
    """Two numbers of a citation may be the same: § 3 Abs. 3."""
    found = 0
    for line in opened[style].lines:
        said = "".join(
            f"\0{each.text}" if each.tag == f"{W}instrText" else each.text or ""
            for each in line.element.iter()
            if each.tag in (f"{W}t", f"{W}instrText")
        )
        for word, name in re.findall(r"(\S+)[\s\xa0]\0 REF (\S+)", said):
            if word in depths:
                assert opened[style].bookmarks[name].level == depths[word], said
                found += 1
    assert found > 12


def test_what_word_cannot_cite_is_told(project: Project) -> None:
    said: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("sphinx.whereas.word.builder")
    logger.addHandler(handler)
    try:
        project.build("docx", out="-told")
    finally:
        logger.removeHandler(handler)
    told = {each.partition(": ")[0]: each.rpartition(": ")[2].replace("\xa0", " ") for each in said}
    assert told["uk"] == "3A."
    assert told["continental"] == "§ 3A"
    assert told["us"] == "Article IIIA, Articles III, IV and VI, Section VI 3)"
    assert "§ 3 Abs. 1 Buchst. a," in told["de"]
    assert "§ 3 Abs. 1 oder 2" not in told["de"]


def test_a_number_that_is_wider_than_its_column_does_not_push_a_title_to_the_edge(opened: dict[str, Opened]) -> None:
    for style, wide in (("us", True), ("article", True), ("ch", False), ("uk", False), ("de", False)):
        entries = [line.text for line in opened[style].lines if line.style == "Toc1" and "Duties" in line.text]
        assert ["\u2003" in each for each in entries] == [wide], style


def test_the_label_of_an_article_stands_above_its_title_as_in_our_pdfs(opened: dict[str, Opened]) -> None:
    for style, above in (("us", True), ("fr", True), ("ch", False), ("uk", False)):
        headings = [line for line in opened[style].lines if line.style == "Heading1" and "Duties" in line.text]
        assert [line.element.find(f".//{W}br") is not None for line in headings] == [above], style


def test_applying_a_style_numbers_a_paragraph(opened: dict[str, Opened]) -> None:
    for style, wanted in {
        "uk": {"Heading1": 0, "ClauseLevel2": 1, "ClauseLevel3": 2, "Recital": 0, "Party": 0, "ScheduleLevel1": 0},
        "us": {"Heading1": 0, "ClauseLevel2": 1, "ClauseLevel5": 4, "Schedule": 0, "SchedulePart": 2},
    }.items():
        file = opened[style]
        assert {name: file.linked[name] for name in wanted} == wanted
        for name in file.linked:
            numbered = file.styles[name].find(f"{W}pPr/{W}numPr/{W}numId")
            assert numbered is not None and int(numbered.get(f"{W}val", "")) in file.nums, name


def test_what_is_put_in_renumbers_all_that_follows(made: Path, tmp_path: Path) -> None:
    after = Opened(rewritten(made / "uk.docx", tmp_path / "uk.docx", with_a_clause))
    assert numbers(after, "Heading1") == [f"{number}." for number in range(1, 8)]
    assert cites(after)[0].startswith("See clause 4, clause 4.1, clause 4.1(a), clause 4.1(a)(i), clauses 4.1(a)(i)")


def test_what_is_taken_out_renumbers_all_that_follows(made: Path, tmp_path: Path) -> None:
    after = Opened(rewritten(made / "uk.docx", tmp_path / "uk.docx", without_a_clause))
    assert numbers(after, "Heading1") == [f"{number}." for number in range(1, 6)]
    assert cites(after)[0].startswith("See clause 2, clause 2.1, clause 2.1(a), clause 2.1(a)(i), clauses 2.1(a)(i)")


def cites(opened: Opened) -> list[str]:
    """The lines that cite, as Word prints them."""
    return [
        line.text.replace("\xa0", " ")
        for line in opened.lines
        if line.text.startswith("See\xa0") or line.text[:4] == "See "
    ]


def numbers(opened: Opened, style: str) -> list[str]:
    """The labels of paragraphs of a style."""
    return [line.label for line in opened.lines if line.style == style and line.label]


def test_the_same_bytes_in_two_builds_and_another_folder(made: Path, project: Project, tmp_path: Path) -> None:
    other = Project(tmp_path / "elsewhere")
    other.write({"index.md": INDEX, "clauses/control.yaml": CONTROL})
    for name in ("uk.md", "de.md"):
        text = (project.root / "agreements" / name).read_text(encoding="utf-8")
        other.write({f"agreements/{name}": text})
    again = other.build("docx", parallel=2).out / "agreements"
    for name in ("uk.docx", "de.docx"):
        assert (again / name).read_bytes() == (made / name).read_bytes()


@pytest.mark.parametrize("style", ("uk", "all"))
def test_bookmarks_are_hidden_and_short(style: str, opened: dict[str, Opened]) -> None:
    assert len(opened[style].bookmarks) > 30
    assert [name for name in opened[style].bookmarks if not re.fullmatch(r"_Wh[A-Za-z0-9_]{1,37}", name)] == []


def test_word_asks_nothing_when_it_opens_a_file(opened: dict[str, Opened]) -> None:
    assert b"updateFields" not in opened["uk"].parts["word/settings.xml"]
    assert b"w:dirty" not in opened["uk"].parts["word/document.xml"]


def word_files(built: Built) -> set[str]:
    """The Word files of a build."""
    return {name for name in built.files() if name.endswith(".docx")}


def test_what_is_final_and_wrong_has_no_file(tmp_path: Path) -> None:
    project = Project(tmp_path)
    page = "---\nagreement:\n  status: {status}\n  values: {{area: {{}}}}\n---\n# A\n\n## One\n1. In {{{{ area }}}}.\n"
    project.write({"agreements/a.md": page.format(status="draft"), "deals/d.yaml": "agreement: a\n"})
    assert word_files(project.build("docx")) == {"agreements/a.docx", "deals/d.docx"}
    project.write({"deals/d.yaml": "agreement: a\nstatus: final\n"})
    built = project.build("docx")
    assert "ERROR" in built.messages
    assert word_files(built) == {"agreements/a.docx"}


# ---- the order of elements, which Word repairs if it is another ------------------------------------------------------

#: Children of elements in the order of the schema (ECMA-376 part 1, annex A.1), as far as anybody writes them.
ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
        "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
        "lang eastAsianLayout specVanish oMath"
    ),
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tc": "tcPr p tbl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvlOverride": "startOverride lvl",
    "num": "abstractNumId lvlOverride",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "settings": "writeProtection view zoom removePersonalInformation mirrorMargins defaultTabStop "
    "autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps characterSpacingControl footnotePr "
    "endnotePr compat docVars rsids mathPr themeFontLang clrSchemeMapping decimalSymbol listSeparator",
    "docDefaults": "rPrDefault pPrDefault",
    "tabs": "tab",
    "pBdr": "top left bottom right between bar",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tcBorders": "top left start bottom right end insideH insideV",
    "font": "altName panose1 charset family notTrueType pitch sig",
}  # fmt: skip
#: What may stand among others in any order.
FREE = ("tc",)


@pytest.mark.parametrize("style", ("uk", "us", "all"))
def test_elements_stand_in_the_order_of_the_schema(style: str, opened: dict[str, Opened]) -> None:
    for name, content in opened[style].parts.items():
        if not name.endswith(".xml"):
            continue
        for element in ElementTree.fromstring(content).iter():
            kind = element.tag.removeprefix(W)
            if kind not in ORDER or kind in FREE:
                continue
            order = ORDER[kind].split()
            found = [each.tag.removeprefix(W) for each in element]
            assert {*found} <= {*order}, (name, kind, {*found} - {*order})
            assert found == sorted(found, key=order.index), (name, kind, found)
            single = [each for each in found if each not in ("tab", "lvl", "tr", "abstractNum", "num", "lvlOverride")]
            if kind in ("pPr", "rPr", "tcPr", "tblPr", "lvl"):
                assert len(single) == len({*single}), (name, kind, found)


@pytest.mark.parametrize("style", ("uk", "all"))
def test_every_part_is_there_and_of_a_known_kind(style: str, opened: dict[str, Opened]) -> None:
    parts = opened[style].parts
    kinds = parts["[Content_Types].xml"].decode()
    for name in parts:
        ending = name.rsplit(".", 1)[-1]
        assert f'PartName="/{name}"' in kinds or f'Extension="{ending}"' in kinds, name
    for name in [name for name in parts if name.endswith(".rels")]:
        folder = Path(name).parent.parent
        for each in ElementTree.fromstring(parts[name]):
            if each.get("TargetMode") != "External":
                assert os.path.normpath(folder / each.get("Target", "")) in parts, (name, each.attrib)


def test_every_style_that_is_used_is_there(opened: dict[str, Opened]) -> None:
    for file in opened.values():
        text = b"".join(file.parts[name] for name in file.parts if name.startswith("word/") and name.endswith(".xml"))
        used = {*re.findall(r'<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="([^"]+)"', text.decode())}
        assert used - file.styles.keys() == set()
