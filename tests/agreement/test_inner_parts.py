"""Sentences and unnumbered paragraphs are cited by what they count as, in the words of each language."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import Project

import whereas
from whereas.agreement.json import dump_copy, load_copy

PAGE = """
---
agreement: {{style: {style}, values: {{day: {{type: date, default: 2027-01-31}}, firm: {{default: Acme Ltd.}}}}}}
---
# A

{{#x}}
## B
1. {{#p}} {{sentence}}`one` The first, e.g. this, ends on {{{{ day }}}}. {{sentence}}`two` **The second** "says":
   1. {{#i}} an item.
   1. {{sentence}}`item` another. {{sentence}}`end` Its end.

   {{sentence}}`three`The third names {{{{ firm }}}} and goes on. {{sentence}}`four`
   "The fourth" ends.

   {{paragraph}}`last` {{sentence}}`five` The last.
1. {cited}

{{.schedule #s}}
## C
1. Of z. B. Things. {{sentence}}`far` The end.
"""


def said(root: Path, style: str, cited: str) -> str:
    """What a provision says after a page's first one."""
    project = Project(root)
    project.write({"agreements/a.md": PAGE.format(style=style, cited=cited)})
    read = whereas.open(root).agreement("agreements/a")
    assert read.findings == ()
    assert load_copy(dump_copy(read.copy)) == read.copy
    return next(each.text for each in read.lines if each.label in ("1.2", "(2)", "Section 1.02"))


@pytest.mark.parametrize(
    ("style", "cited", "expected"),
    [
        # Handbuch der Rechtsförmlichkeit: "§ 1 Absatz 2 Satz 3", "Satz 1 und 2"
        ("de", "Nach {clause}`one`", "Nach § 1 Abs. 1 Satz 1"),
        ("de", "Nach {clause}`two`", "Nach § 1 Abs. 1 Satz 2"),
        ("de", "Nach {clause}`one, three`", "Nach § 1 Abs. 1 Satz 1 und 3"),
        ("de", "Nach {clause}`two, three, four`", "Nach § 1 Abs. 1 Satz 2 bis 4"),
        ("de", "Nach {clause}`two or three`", "Nach § 1 Abs. 1 Satz 2 oder 3"),
        ("de", "Nach {clause}`end`", "Nach § 1 Abs. 1 Buchst. b Satz 2"),
        ("de", "Nach {clause}`last`", "Nach § 1 Abs. 1 Unterabs. 3"),
        ("de", "Nach {clause}`far`", "Nach Anlage 1 Nummer 1 Satz 2"),
        ("de", "Nach {clause}`one, p`", "Nach § 1 Abs. 1 und § 1 Abs. 1 Satz 1"),
        ("de", "Eins. {sentence}`own` Zwei. Nach {short}`own`", "Eins. Zwei. Nach Satz 2"),
        ("de", "Am 31. Mai. {sentence}`own` Nach {short}`own`", "Am 31. Mai. Nach Satz 2"),
        ("de", "Nach {short}`one`", "Nach § 1 Abs. 1 Satz 1"),
        ("de", "Nach {number}`four`", "Nach 1 Abs. 1 Satz 4"),
        ("{like: decimal, locale: de}", "Nach {clause}`five`", "Nach Ziffer 1.1 Satz 5"),
        # The Office of the Parliamentary Counsel and the EU's style guide: "the second sentence of …"
        ("uk", "{clause}`one` applies", "The first sentence of clause 1.1 applies"),
        ("uk", "See {clause}`one, two`", "See the first and second sentences of clause 1.1"),
        ("uk", "See {clause}`one, two, three`", "See the first to third sentences of clause 1.1"),
        ("uk", "See {clause}`two or three`", "See the second or third sentence of clause 1.1"),
        ("uk", "See {clause}`last`", "See the third paragraph of clause 1.1"),
        ("uk", "See {clause}`far`", "See the second sentence of paragraph 1 of Schedule 1"),
        ("us", "See {clause}`item`", "See the first sentence of Section 1.01(b)"),
        # Guide de légistique: "alinéa" is whatever begins a line, each item of a list too
        ("fr", "Voir {clause}`last`", "Voir article 1.1, alinéa 5"),
        ("fr", "Voir {clause}`one`", "Voir article 1.1, première phrase"),
        ("fr", "Voir {clause}`one, two`", "Voir article 1.1, première et deuxième phrases"),
        ("fr", "Voir {clause}`far`", "Voir paragraphe 1 de l’Annexe 1, deuxième phrase"),
        # Directrices de técnica normativa: "artículo 5.1, párrafo segundo"
        ("es", "Véase {clause}`last`", "Véase cláusula 1.1, párrafo tercero"),
        ("es", "Véase {clause}`one, two`", "Véase cláusula 1.1, incisos primero y segundo"),
    ],
)  # fmt: skip
def test_what_is_cited_counts_as_readers_count(tmp_path: Path, style: str, cited: str, expected: str) -> None:
    assert said(tmp_path, style, cited) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1. It {sentence}`x` goes on.", "{sentence} stands where a sentence begins, and here one goes on"),
        ("1. One. {paragraph}`x` Two.", "{paragraph} stands where a paragraph begins, and here one goes on"),
        ("{.unnumbered}\n## C\n{sentence}`x` One.", "the label 'x' stands on a sentence of what has no number"),
    ],
)
def test_what_cannot_be_cited_is_told(tmp_path: Path, text: str, message: str) -> None:
    project = Project(tmp_path)
    project.write({"agreements/a.md": f"---\nagreement: {{}}\n---\n# A\n\n## B\n{text}\n"})
    (finding,) = whereas.open(tmp_path).agreement("agreements/a").findings
    assert message in str(finding)
    assert finding.place.line >= 7


def test_every_output_leads_to_it(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"agreements/a.md": PAGE.format(style="uk", cited="See {clause}`two, far`.")})
    project.write({"index.md": "# Home\n\nSee {clause}`a:two`.\n\n```{toctree}\nagreements/a\n```\n"})
    page = project.build().page("agreements/a")
    assert '<span id="two"></span><strong>The second</strong>' in page
    assert 'href="#two">the' in page
    built = project.build()
    assert "the second sentence of clause 1.1 of the A" in " ".join(built.words("index").replace("\xa0", " ").split())
    (found,) = (
        each for each in project.build("outline").outline("agreements/a")["provisions"] if each["label"] == "two"
    )
    assert found["number"] == "1.1 sentence 2"
    assert "\\LegalItem{}{\\detokenize{agreements/a:two}}" in next(
        (project.build("latex").out).glob("*a.tex")
    ).read_text(encoding="utf-8")
