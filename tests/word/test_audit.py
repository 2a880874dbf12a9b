"""Word files as Microsoft's own checks have them (openxml-audit is a port of those): nothing that Word would repair."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from audited import audit
from office import rewritten
from opened import Opened
from projects import Built
from test_word import assert_says_all

from whereas.word.said import read_said
from whereas.word.verify import verify

ROOT = Path(__file__).parents[2]
STYLES = ("uk", "us", "decimal", "continental", "article", "de", "at", "ch", "fr", "es")
SHIPPED = [
    *(f"agreements/{path.stem}" for path in sorted(ROOT.glob("source/agreements/*.md")) if path.stem != "index"),
    *(f"deals/{path.stem}" for path in sorted(ROOT.glob("deals/*.yaml"))),
]


@pytest.fixture
def made(word: Path) -> Path:
    return word / "out/docx"


HOUSE = "../../out-house/docx/"
FILES = [*SHIPPED, *(f"agreements/{style}" for style in (*STYLES, "all"))]
OF_HOUSE = [f"{HOUSE}{name}" for name in (*SHIPPED, "agreements/all", "agreements/de")]


@pytest.mark.parametrize("docname", [*FILES, *OF_HOUSE])
def test_word_would_repair_nothing(docname: str, made: Path) -> None:
    assert audit(made / f"{docname}.docx") == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<w:pPr>", "<w:pPr/><w:pPr>"),
        ("<w:body>", "<w:body><w:r/>"),
        ("</w:body>", "<w:p><w:r><w:t/><w:rPr/></w:r></w:p></w:body>"),
        ('w:val="Heading1"', 'w:vall="Heading1"'),
    ],
)
def test_what_word_would_repair_is_told(right: str, wrong: str, made: Path, tmp_path: Path) -> None:
    """After a file that is right, too, of which much is remembered."""
    sound = made / "agreements/uk.docx"
    assert audit(sound) == []
    assert audit(rewritten(sound, tmp_path / "x.docx", lambda document: document.replace(right, wrong, 1))) != []


@pytest.fixture(scope="module")
def read_once() -> Iterator[None]:
    """Each file that one is compared with is read for the first of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("whereas.word.verify.read_said", cache(read_said))
        yield


@pytest.mark.parametrize("docname", SHIPPED)
@pytest.mark.usefixtures("read_once")
def test_what_ships_says_in_word_what_its_outline_says(docname: str, word: Path, made: Path, tmp_path: Path) -> None:
    """The very lines of which the fingerprint is taken, and with which a PDF is compared."""
    outline = Built(0, "", word / "out/outline").outline(docname)
    opened = Opened(made / f"{docname}.docx")
    assert_says_all(opened, outline)
    assert outline["fingerprint"].encode() in opened.parts["docProps/custom.xml"]
    shutil.copy(made / f"{docname}.docx", tmp_path / "sent.docx")
    assert verify(tmp_path / "sent.docx", made).docname == docname
