"""The clause that calls a schedule stands below its title on paper, where the author says it first."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from projects import Project

PAGE = """
    ---
    agreement:
    ---
    # A

    {#fees}
    ## Fees
    1. Schedule 1 says them.

    {.schedule}
    ## Prices

    ({clause}`fees`)

    1. EUR 5.

    ({clause}`fees`)
    """


def test_it_is_centred_below_the_title_and_no_other_such_line_is(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"agreements/a.md": PAGE})
    tex = (project.build("latex").out / "a.tex").read_text(encoding="utf-8")
    assert re.search(r"\\LegalSchedule\{Schedule 1\}.*\n(%@.*\n)?\\LegalCalled\{\(.*clause~1.*\)\}", tex)
    assert tex.count(r"\LegalCalled{") == 1
    document = zipfile.ZipFile(project.build("docx").out / "agreements/a.docx").read("word/document.xml").decode()
    paragraphs = [each for each in re.findall(r"<w:p>.*?</w:p>", document) if ">(<" in each]
    assert ['w:jc w:val="center"' in each for each in paragraphs] == [True, False]
