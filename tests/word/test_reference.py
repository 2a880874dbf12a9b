"""A house's own Word file: its styles, headers, footers and paper are taken, and nothing that could do harm."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from constructs import picture
from numbered import CONTROL, NUMBERED
from opened import Opened, W, value
from projects import Project, assert_as_clean
from reference import PARTS, reference

from whereas.site.refusal import RefusedError
from whereas.word.verify import verify

PAGE = "---\nagreement:\n---\n# Sale\n\n## One\n1. {#first}\n   Words, as in {clause}`first`.\n"
HOUSE = "house/reference.docx"
DEAL = "agreement: a\nreference: S-1\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    project.write({"agreements/a.md": PAGE, "deals/d.yaml": DEAL})
    (tmp_path / "house").mkdir()
    (tmp_path / HOUSE).write_bytes(reference())
    return project


def made(project: Project, **config: Any) -> Opened:
    return Opened(project.build("docx", whereas_docx=HOUSE, **config).out / "deals/d.docx")


def style(opened: Opened, name: str) -> ElementTree.Element:
    """A style by its name."""
    return next(each for each in opened.styles.values() if value(each, "name") == name)


def test_styles_look_like_the_house_and_count_like_us(project: Project) -> None:
    opened = made(project)
    heading = style(opened, "heading 1")
    assert heading.get(f"{W}styleId") == "Heading1"
    assert value(heading, "rPr/color") == "7A1F3D"
    assert heading.find(f"{W}rPr/{W}b") is None  # that is of the style that it is based on
    assert value(heading, "basedOn") == "FirmHead"
    assert value(style(opened, "Firm Head"), "basedOn") == "Normal"
    assert opened.nums[int(value(heading, "pPr/numPr/numId"))][0] == 1
    assert [line.label for line in opened.lines if line.style == "Heading1"] == ["1."]
    assert heading.find(f"{W}pPr/{W}outlineLvl") is not None
    assert style(opened, "Firm Letter").find(f"{W}qFormat") is not None
    assert value(style(opened, "Defined Term"), "rPr/smallCaps") == "true"
    assert b"w14:" not in opened.parts["word/styles.xml"]
    defaults = opened.parts["word/styles.xml"].decode().partition("</w:docDefaults>")[0]
    assert 'w:asciiTheme="minorHAnsi"' in defaults
    assert '<w:sz w:val="20"/>' in defaults
    assert '<w:lang w:val="en-GB"' in defaults
    assert opened.parts["word/theme/theme1.xml"] == str(PARTS["word/theme/theme1.xml"]).encode()


def test_headers_footers_and_paper_are_those_of_the_house(project: Project) -> None:
    opened = made(project)
    first, last = opened.document.iter(f"{W}sectPr")
    for section in (first, last):
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        assert size is not None and margins is not None
        assert (size.get(f"{W}w"), margins.get(f"{W}left"), margins.get(f"{W}header")) == ("12240", "1600", "700")
    parts = {name: content.decode() for name, content in opened.parts.items() if re.search("er[0-9].xml", name)}
    texts = {name: "".join(re.findall("<w:t[ >][^<]*|<w:t>[^<]*", text)) for name, text in parts.items()}
    said = {name: re.sub("<[^>]*>", "", text) for name, text in texts.items()}
    assert [text for text in said.values() if "first page" in text] == ["Pike LLP, first page"]
    assert any(text.startswith("Sale of Pike LLP") for text in said.values())
    assert sum("S-1" in text and "Not for signature" in text for text in said.values()) == 2
    fingerprint = re.search(rb'name="Fingerprint"><vt:lpwstr>([^<]*)', opened.parts["docProps/custom.xml"])
    assert fingerprint and sum(fingerprint[1].decode() in text for text in said.values()) == 2
    assert sum('string="DRAFT"' in text for text in parts.values()) == 2
    assert picture() in opened.parts.values()
    assert any(b'Id="rId7"' in content for name, content in opened.parts.items() if "_rels/header" in name)


def test_a_copy_to_mark_up_has_numbered_lines_and_room(project: Project) -> None:
    *_, last = made(project, whereas_review=True).document.iter(f"{W}sectPr")
    lines, margins = last.find(f"{W}lnNumType"), last.find(f"{W}pgMar")
    assert lines is not None and lines.get(f"{W}restart") == "newPage"
    assert margins is not None and int(margins.get(f"{W}right", "0")) > 3000
    assert style(made(project), "Cover Party").find(f"{W}pPr/{W}suppressLineNumbers") is not None
    *_, plain = made(project).document.iter(f"{W}sectPr")
    assert plain.find(f"{W}lnNumType") is None


def test_what_is_made_with_it_verifies(project: Project) -> None:
    out = project.build("docx", whereas_docx=HOUSE).out
    assert verify(out / "deals/d.docx", out).same


def test_another_file_of_the_house_changes_all_files(project: Project) -> None:
    before = made(project)
    styles = str(PARTS["word/styles.xml"]).replace("7A1F3D", "00AA00")
    (project.root / HOUSE).write_bytes(reference({"word/styles.xml": styles}))
    assert value(style(made(project), "heading 1"), "rPr/color") == "00AA00"
    assert value(style(before, "heading 1"), "rPr/color") == "7A1F3D"
    assert_as_clean(project, "docx", whereas_docx=HOUSE)


def test_files_of_before_do_not_outlive_another_house(project: Project) -> None:
    """Nothing is read again for it."""
    made(project)
    made(project)  # what was written in the moment before a build is read once more
    read = (project.root / "out/doctrees/deals/d.doctree").stat().st_mtime_ns
    assert_as_clean(project, "docx")
    assert (project.root / "out/doctrees/deals/d.doctree").stat().st_mtime_ns == read
    assert_as_clean(project, "docx", whereas_docx=HOUSE)


def test_our_own_file_is_a_house_s_file_too(project: Project) -> None:
    """Who wants another look begins with one of ours, and changes its styles."""
    project.write({"agreements/n.md": NUMBERED.format(front="style: de", inserted="3A"), "clauses/c.yaml": CONTROL})
    plain = project.build("docx", out="-plain").out / "agreements/n.docx"
    (project.root / HOUSE).write_bytes(plain.read_bytes())
    after = Opened(project.build("docx", whereas_docx=HOUSE).out / "agreements/n.docx")
    before = Opened(plain)
    assert [(line.label, line.text) for line in after.lines] == [(line.label, line.text) for line in before.lines]
    assert {*after.styles} == {*before.styles}
    around = [name for name in before.parts if re.match(r"word/(header|footer)\d", name)]
    assert len(around) == 4
    for name in around:
        assert after.parts[name] == before.parts[name]  # once, and of this agreement


RELATIONS = "word/_rels/document.xml.rels"
OUTSIDE = '<Relationship Id="rId99" Type="http://x/{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
NO_ROOM = re.sub(r'w:left="\d+"', 'w:left="11000"', str(PARTS["word/document.xml"]))
HOSTILE: dict[str, tuple[bytes, str]] = {
    "no zip": (b"hello", "it is no Word file that can be read (no zip, or a broken one)"),
    "an old file": (b"\xd0\xcf\x11\xe0", "it is locked with a password, or of a Word before 2007: save it as .docx"),
    "macros": (reference({"word/vbaProject.bin": b"x"}), "it has macros or controls, which are never taken over"),
    "no styles": (
        reference({RELATIONS: str(PARTS[RELATIONS]).replace("styles.xml", "gone.xml")}),
        "it has no part word/gone.xml, so it is no Word file",
    ),
    "a template from outside": (
        reference(
            {
                RELATIONS: str(PARTS[RELATIONS]).replace(
                    "</Relationships>",
                    OUTSIDE.format(kind="attachedTemplate", target="http://example.com/x", mode="External"),
                )
            }
        ),
        "its word/document.xml leads outside, to http://example.com/x: put what is there into the file",
    ),
    "entities": (
        reference({"word/styles.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
        "its part word/styles.xml declares a document type, as no Word file does",
    ),
    "pages without room": (reference({"word/document.xml": NO_ROOM}), "its pages have no room for text"),
    "a picture of an odd kind": (
        reference(
            {"word/_rels/header1.xml.rels": str(PARTS["word/_rels/header1.xml.rels"]).replace("image1.png", "a.svg")}
        ),
        "its word/header1.xml has a picture of a kind that not every Word shows: word/media/a.svg",
    ),
    "numbers that are none": (
        reference({"word/document.xml": str(PARTS["word/document.xml"]).replace('w:w="12240"', 'w:w="wide"')}),
        "it is no Word file as Word makes them",
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_file_that_cannot_be_used_ends_the_build_in_one_line(kind: str, project: Project) -> None:
    content, said = HOSTILE[kind]
    (project.root / HOUSE).write_bytes(content)
    with pytest.raises(RefusedError, match=f"^ERROR: conf.py: `whereas_docx`: {HOUSE}: {re.escape(said)}[^\n]*$"):
        project.build("docx", whereas_docx=HOUSE)
    assert project.build("text", whereas_docx=HOUSE).status == 0  # others do not read it


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("house/gone.docx", "must name a file that is there"),
        ("../x.docx", "must name a file within the project"),
        ("house/reference.doc", r"must name a file \(.docx, .dotx\)"),
        (5, "must be a Word file in the project"),
    ],
)
def test_a_setting_that_names_no_such_file_is_told(written: object, said: str, project: Project) -> None:
    with pytest.raises(RefusedError, match=f"ERROR: conf.py: `whereas_docx`.*{said}"):
        project.build("docx", whereas_docx=written)


def test_the_logo_stands_on_the_cover(project: Project) -> None:
    (project.root / "house/logo.png").write_bytes(picture())
    (project.root / "house/logo.pdf").write_bytes(b"%PDF-1.4")
    for name in ("house/logo.png", "house/logo.pdf"):
        built = project.build("docx", whereas_pdf={"logo": name, "firm": "Pike LLP", "logo_height": "20mm"})
        opened = Opened(built.out / "deals/d.docx")
        header = opened.parts["word/header1.xml"].decode()
        assert 'descr="Pike LLP"' in header
        assert 'cy="720000"' in header
        assert picture() in opened.parts.values()
        assert verify(built.out / "deals/d.docx", built.out).same
