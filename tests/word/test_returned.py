"""Whether a Word file says what the project says: as sent, saved by others, or changed on the way."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from constructs import CONSTRUCTS, agreement_of, picture
from office import converted, need_office
from projects import Project

from whereas.paper.verdict import UnreadableError, Verdict
from whereas.word.verify import verify

ROOT = Path(__file__).parents[2]
PAGE = """\
---
agreement:
  roles: {company: Company}
  values: {fee: {type: money}}
---
# Sale

{#pay}
## Payment
1. {#price}
   The price is {{ fee }}, as {clause}`late` says.[^a]

   | Line | Sum |
   |---|---|
   | trade fairs | EUR 80,000 |
   | translations | EUR 40,000 |
1. {#late}
   It is late after ten days ({clause-title}`pay`, {short}`price`).
   1. {#twice}
      twice;
   1. {#thrice}
      thrice.

[^a]: Without tax.

{.unnumbered}
## Signatures
:::{signatures}
:::
"""
DEALS = {
    "deals/one.yaml": "agreement: sale\nreference: S-1\nparties: {company: acme}\nvalues: {fee: EUR 120000}\n",
    "deals/two.yaml": "agreement: sale\nreference: S-2\nparties: {company: acme}\nvalues: {fee: EUR 130000}\n",
    "parties/acme.yaml": "name: Acme Ltd\nshort: Acme\n",
}
DOCUMENT = "word/document.xml"
Check = Callable[..., Verdict]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("verify"))
    project.write({"agreements/sale.md": PAGE, **DEALS})
    (project.root / "agreements/all.md").write_text(agreement_of(CONSTRUCTS), encoding="utf-8")
    (project.root / "agreements/picture.png").write_bytes(picture())
    return project


@pytest.fixture(scope="module")
def made(project: Project) -> Path:
    return project.build("docx").out


@pytest.fixture
def check(made: Path, tmp_path: Path) -> Check:
    def check(pattern: str = "", new: str = "", part: str = DOCUMENT) -> Verdict:
        """What is said of the file of a deal in which a pattern of a part is replaced, once."""
        path = tmp_path / "returned.docx"
        with zipfile.ZipFile(made / "deals/one.docx") as old, zipfile.ZipFile(path, "w") as archive:
            for name in old.namelist():
                content = old.read(name)
                if name == part and pattern:
                    after = re.sub(pattern, lambda _: new, content.decode(), count=1, flags=re.DOTALL).encode()
                    assert after != content, pattern
                    content = after
                archive.writestr(name, content)
        return verify(path, made)

    return check


def test_what_was_sent_says_what_the_project_says(check: Check, made: Path) -> None:
    verdict = check()
    assert verdict.same
    assert verdict.docname == "deals/one"
    assert re.fullmatch(r"all \d+ paragraphs are the same, fingerprint [0-9a-f ]{14}", verdict.said)
    assert verify(made / "agreements/all.docx", made).docname == "agreements/all"


def word(text: str, properties: str = "") -> str:
    """A run."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


LATE = r'<w:r><w:t xml:space="preserve">twice;</w:t></w:r>'
#: What is changed, and what is said of it.
FORGED = {
    "a word": (r"after ten days", "after two days", "in 1.2, the project says '1.2 It is late after ten days"),
    "a value": (r"EUR 120,000|EUR\xa0120,000", "EUR 20,000", "in 1.1, the project says"),
    "a digit in a table": (r"40,000", "90,000", "in 1.1, the project says 'EUR 40,000', and the file 'EUR 90,000'"),
    "what a citation prints": (
        r"(?<=REF _Wh_late \\w \\h </w:instrText></w:r>).*?<w:t xml:space=\"preserve\">1.2<",
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1.3<',
        "in 1.1, the project says",
    ),
    "where a citation leads": (r"REF _Wh_late \\w", r"REF _Wh_twice \w", "shows '1.2', and '1.2(a)' as soon as"),
    "a citation of nothing": (r"REF _Wh_late \\w", r"REF _Wh_gone \w", "has a citation that leads nowhere: '1.2'"),
    "a level": (r'<w:pStyle w:val="ClauseLevel3"/>', '<w:pStyle w:val="ClauseLevel2"/>', "says '(a) twice;'"),
    "a paragraph out": (r"<w:p>(?:(?!<w:p>).)*?thrice\..*?</w:p>", "", "the project says '(b) thrice.', and the file"),
    "a paragraph put in": (
        r"(?=<w:p>(?:(?!<w:p>).)*?thrice\.)",
        '<w:p><w:pPr><w:pStyle w:val="ClauseLevel3"/></w:pPr><w:r><w:t>never;</w:t></w:r></w:p>',
        "in 1.2(b), the project says '(b) thrice.', and the file '(b) never;'",
    ),
    "words put in and not accepted": (LATE, f'{LATE}<w:ins w:id="900" w:author="x">{word(" not")}</w:ins>', "put in"),
    "words taken out and not accepted": (
        LATE,
        '<w:del w:id="900" w:author="x"><w:r><w:delText>twice;</w:delText></w:r></w:del>',
        "in 1.2",
    ),
    "hidden words": (LATE, word("twice;", "<w:vanish/>"), "that nobody sees as they are: 'twice;' is hidden"),
    "white words": (LATE, word("twice;", '<w:color w:val="FEFEFE"/>'), "has the colour of what it stands on"),
    "painted words": (LATE, word("twice;", '<w:shd w:val="clear" w:fill="111111"/>'), "has the colour of what it"),
    "tiny words": (LATE, word("twice;", '<w:sz w:val="2"/>'), "is too small to be read"),
    "struck words": (LATE, word("twice;", "<w:strike/>"), "is struck out"),
    "signs": (LATE, word("twice;", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), "is set in signs"),
    "words read from the right": (LATE, word("twice;", "<w:rtl/>"), "is to be read from the right"),
    "a symbol": (LATE, '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>', "in 1.2"),
    "a shape over it": (LATE, f"{LATE}<w:r><w:pict><x/></w:pict></w:r>", "has a pict, which may show anything"),
    "another kind of field": (
        LATE,
        f'{LATE}<w:fldSimple w:instr=" IF 1=1 x y "><w:r><w:t></w:t></w:r></w:fldSimple>',
        "has a field that may print anything: 'IF 1=1 x y'",
    ),
    "a frame": (
        r'<w:pStyle w:val="ClauseLevel3"/>',
        '<w:pStyle w:val="ClauseLevel3"/><w:framePr w:x="9000"/>',
        "has words in a frame",
    ),
    "a hidden row": (r"<w:trPr>", "<w:trPr><w:hidden/>", "has a row that is hidden"),
    "cells that change places": (
        r"(<w:tc>(?:(?!</w:tc>).)*trade fairs.*?</w:tc>)(<w:tc>.*?</w:tc>)",
        "",
        "a table has other cells or rows",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", FORGED)
def test_what_is_changed_is_told(kind: str, check: Check) -> None:
    pattern, new, said = FORGED[kind]
    verdict = check(pattern, new)
    assert not verdict.same
    assert said in verdict.said
    assert verdict.docname == "deals/one"


HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
ELSEWHERE = {
    "a footnote": ("word/footnotes.xml", r"Without tax", "With tax", "in a footnote: the project says 'Without tax.'"),
    "how a list counts": ("word/numbering.xml", r"lowerLetter", "lowerRoman", "the project says '(a) twice;', and"),
    "where a list begins": ("word/numbering.xml", r'(?<=<w:start w:val=")1', "4", "the project says"),
    "labels that are hidden": ("word/numbering.xml", "(?<=</w:pPr>)(?=</w:lvl>)", HIDDEN, "is hidden"),
    "the foot of pages": ("word/footer2.xml", r"<w:p>", f"<w:p>{word('Void.')}</w:p><w:p>", "file says 'Void.'"),
    "a template": (
        "word/_rels/document.xml.rels",
        r"</Relationships>",
        '<Relationship Id="rId900" Type="http://x/attachedTemplate" TargetMode="External" Target="http://x.example.com"/>'
        "</Relationships>",
        "leads to something that may change what it shows: attachedTemplate",
    ),
    "a macro": ("[Content_Types].xml", r"wordprocessingml\.document\.main\+xml", "macroEnabled.main+xml", "has macros"),
}  # fmt: skip


@pytest.mark.parametrize("kind", ELSEWHERE)
def test_what_is_changed_outside_of_the_text_is_told(kind: str, check: Check) -> None:
    part, pattern, new, said = ELSEWHERE[kind]
    verdict = check(pattern, new, part)
    assert not verdict.same
    assert said in verdict.said


def test_a_style_that_hides_words_is_told(check: Check) -> None:
    verdict = check(r'w:styleId="ClauseLevel3">', f'w:styleId="ClauseLevel3">{HIDDEN}', "word/styles.xml")
    assert "is hidden" in verdict.said


def test_another_deal_of_the_same_words_is_not_taken_for_it(made: Path, check: Check) -> None:
    assert verify(made / "deals/two.docx", made).docname == "deals/two"
    assert not check(r"EUR.120,000", "EUR 125,000").same


def test_another_status_is_told_and_is_no_difference(project: Project, made: Path, tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    shutil.copy(made / "deals/one.docx", path)
    project.write({"deals/one.yaml": DEALS["deals/one.yaml"] + "status: final\n"})
    verdict = verify(path, project.build("docx").out)
    project.write({"deals/one.yaml": DEALS["deals/one.yaml"]})
    project.build("docx")
    assert verdict.same
    assert verdict.said.endswith("; it is marked draft, and the agreement is now final")


def test_a_copy_to_mark_up_says_the_same(project: Project, made: Path) -> None:
    review = project.build("docx", out="-review", whereas_review=True).out
    assert verify(review / "deals/one.docx", made).same


def test_what_libreoffice_has_saved_says_the_same(made: Path, tmp_path: Path) -> None:
    need_office()
    converted([made / "deals/one.docx", made / "agreements/all.docx"], "docx", tmp_path, tmp_path / "profile")
    for name in ("deals/one", "agreements/all"):
        verdict = verify(tmp_path / f"{Path(name).name}.docx", made)
        assert (verdict.same, verdict.docname) == (True, name), verdict.said


def packed(**parts: str) -> bytes:
    """A zip of parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return file.getvalue()


RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
    'Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>'
)
LAUGHS = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no zip"),
        (b"PK\x03\x04 and no more", "no zip"),
        (b"\xd0\xcf\x11\xe0 and more", "it is locked with a password, or of a Word before 2007"),
        (packed(a="x"), "does not say which of its parts is the text"),
        (packed(_rels__rels="x", **{"_rels/.rels": RELS}), "it has no part word/document.xml"),
        (packed(**{"_rels/.rels": RELS, "word/document.xml": "no xml"}), "is no XML that can be read"),
        (packed(**{"_rels/.rels": RELS, "word/document.xml": LAUGHS}), "declares a document type"),
        (packed(**{"_rels/.rels": RELS, "word/document.xml": "<x/>"}), "it is no Word file as Word makes them"),
        (packed(**{"_rels/.rels": RELS, "word/document.xml": "<" * 100_000}), "is no XML that can be read"),
        (packed(**{"word/a.xml": "x", "word/A.xml": "y"}), "it has two parts word/A.xml"),
        (packed(**{f"a{number}": "" for number in range(5_001)}), "it has 5,001 parts"),
    ],
)
def test_what_is_no_word_file_is_told_in_one_line(content: bytes, said: str, tmp_path: Path, made: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(content)
    with pytest.raises(UnreadableError, match=re.escape(said)):
        verify(path, made)


def test_a_bomb_is_not_unpacked(tmp_path: Path, made: Path) -> None:
    path = tmp_path / "x.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(201):
            part.write(bytes(1_000_000))
    with pytest.raises(UnreadableError, match="it is more than 200 MB once unpacked"):
        verify(path, made)


def test_the_command_says_it(made: Path, tmp_path: Path) -> None:
    def run(file: Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-P", "-m", "whereas", "verify", str(file), str(made)]
        environment = {"PYTHONPATH": str(ROOT / "_ext")}
        return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)

    done = run(made / "deals/one.docx")
    assert (done.returncode, done.stderr) == (0, "")
    assert "says what deals/one says: all" in done.stdout
    done = run(tmp_path / "none.docx")
    assert (done.returncode, done.stderr) == (2, f"{tmp_path / 'none.docx'}: ERROR: there is no such file\n")
