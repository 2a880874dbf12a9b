"""Citations in their case: tables that a native reads, in French, Spanish and German; what has no case is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import Project

import whereas

PAGE = """
---
agreement: {{style: {style}}}
---
# A

{{#a}}
## B
1. {{#a1}} {{sentence}}`one` One.
1. {{#a2}} Two:
   1. {{#a2a}} three
   1. {{#a2b}} four
1. {cited}

{{#b}}
## C
1. {{#b1}} One.

{{#c}}
## D
1. One.

{{.schedule #s}}
## E
1. {{#s1}} One.
1. {{#s2}} Two.
"""


def read(root: Path, style: str, cited: str) -> tuple[str, list[str]]:
    """What a provision says, and what is told."""
    project = Project(root)
    project.write({"agreements/a.md": PAGE.format(style=style, cited=cited)})
    found = whereas.open(root).agreement("agreements/a")
    line = next(each.text for each in found.lines if each.label in ("1.3", "(3)"))
    return line, [str(each) for each in found.findings]


DECIMAL = "{like: decimal, locale: de}"
ARTICLE = "{like: article, locale: de}"
CASES = [
    # Grevisse, Le bon usage: "du", "au", "des", "aux" for de and à with le and les; an elided article stays
    ("fr", "a | le", "l’article 1"),
    ("fr", "a1, a2 | le", "les articles 1.1 et 1.2"),
    ("fr", "a2a, a2b | le", "l’article 1.2, a) et b)"),
    ("fr", "a | de", "de l’article 1"),
    ("fr", "b, c, a | de", "des articles 1 à 3"),
    ("fr", "a or b | de", "des articles 1 ou 2"),
    ("fr", "a, s | de", "de l’article 1 et de l’Annexe 1"),
    ("fr", "s1 | de", "du paragraphe 1 de l’Annexe 1"),
    ("fr", "s1, s2 | a", "aux paragraphes 1 et 2 de l’Annexe 1"),
    ("fr", "a1, s1 | a", "à l’article 1.1 et au paragraphe 1 de l’Annexe 1"),
    ("fr", "one | a", "à l’article 1.1, première phrase"),
    ("fr", "b1, one | de", "de l’article 1.1, première phrase et de l’article 2.1"),
    # Real Academia Española: "del" and "al" with el alone
    ("es", "a | el", "la cláusula 1"),
    ("es", "a1, a2 | de", "de las cláusulas 1.1 y 1.2"),
    ("es", "s | de", "del Anexo I"),
    ("es", "s1 | a", "al apartado 1 del Anexo I"),
    ("es", "s1, s2 | el", "los apartados 1 y 2 del Anexo I"),
    ("es", "a, s | a", "a la cláusula 1 y al Anexo I"),
    ("es", "one | de", "de la cláusula 1.1, inciso primero"),
    # Duden, Grammatik: der Paragraf, die Ziffer, die Anlage, der Artikel; zum, zur and vom with one alone
    ("de", "a1, a2 | genitive", "des § 1 Abs. 1 und 2"),
    ("de", "a2a, a2b | dative", "dem § 1 Abs. 2 Buchst. a und b"),
    ("de", "b, c, a | genitive", "der §§ 1 bis 3"),
    ("de", "b, c, a | dative", "den §§ 1 bis 3"),
    ("de", "a or b | dative", "dem § 1 oder dem § 2"),
    ("de", "a, s | accusative", "den § 1 und die Anlage 1"),
    ("de", "s | zu", "zur Anlage 1"),
    ("de", "s1, s2 | genitive", "der Anlage 1 Nummern 1 und 2"),
    (DECIMAL, "a1 | genitive", "der Ziffer 1.1"),
    (DECIMAL, "a1, a2 | dative", "den Ziffern 1.1 und 1.2"),
    (DECIMAL, "a1, s1 | von", "von der Ziffer 1.1 und von der Anlage 1 Nummer 1"),
    (ARTICLE, "a | genitive", "des Artikels 1"),
    (ARTICLE, "a, b | genitive", "der Artikel 1 und 2"),
    (ARTICLE, "a, b | dative", "den Artikeln 1 und 2"),
    (ARTICLE, "a | von", "vom Artikel 1"),
    (ARTICLE, "a, b | von", "von den Artikeln 1 und 2"),
    ("{like: continental, locale: de_CH}", "a2a | genitive", "des § 1 Abs. 2 Buchst. a"),
]  # fmt: skip


@pytest.mark.parametrize(("style", "cited", "expected"), CASES)
def test_a_citation_stands_in_its_case(tmp_path: Path, style: str, cited: str, expected: str) -> None:
    assert read(tmp_path, style, f"x {{clause}}`{cited}`") == (f"x {expected}", [])


@pytest.mark.parametrize(
    ("style", "cited", "expected"),
    [
        ("fr", "x {this}`clause`", "x le présent article 1.3"),
        ("fr", "x {this}`clause | de`", "x du présent article 1.3"),
        ("fr", "x {this}`section | a`", "x au présent article 1"),
        ("es", "x {this}`clause | de`", "x de esta cláusula 1.3"),
        ("de", "x {this}`section | genitive`", "x dieses § 1"),
        ("fr", "{clause}`a1 | a` x", "À l’article 1.1 x"),  # as a sentence begins
    ],
)
def test_this_and_words_of_ones_own(tmp_path: Path, style: str, cited: str, expected: str) -> None:
    assert read(tmp_path, style, cited) == (expected, [])


@pytest.mark.parametrize(
    ("style", "cited", "message"),
    [
        ("uk", "{clause}`a1 | of`", "citations in English have no 'of': write the words out"),
        ("de", "{clause}`a1 | de`", "citations in German have no 'de': it has nominative, accusative, dative"),
        ("de", "{number}`a1 | dative`", "a number alone has no case"),
        ("de", "{this}`clause | de`", "{this} has no 'de' in German"),
        ("uk", "{this}`clause | dative`", "{this} has no 'dative' in English"),
        ("{like: fr, clause: [clausule, clausules], cited: ['clausule {}', 'clausule {}']}", "{clause}`a1 | de`",
         "what goes before 'clausule' is not known in French"),
        ("fr", "{clause}`words <a1 | de>`", "words of one's own stand as they are, in no case"),
    ],
)  # fmt: skip
def test_what_has_no_case_is_told(tmp_path: Path, style: str, cited: str, message: str) -> None:
    line, (told,) = read(tmp_path, style, f"x {cited}")
    assert message in told
    assert line.startswith("x [")


# ---- of other agreements


LICENCE = """
---
agreement: {style: de}
---
# Lizenz

{#a}
## Eins
1. {#a1} Satz.
1. {#a2} Satz.

{.schedule #s}
## Zwei
1. {#s1} Satz.
"""


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ("{clause}`l:a1 | genitive`", "des § 1 Abs. 1 des Vertrags „Lizenz“"),
        ("{clause}`l:a1, l:a2 | dative`", "dem § 1 Abs. 1 und 2 des Vertrags „Lizenz“"),
        ("{clause}`l:a or l:s | zu`", "zum § 1 oder zur Anlage 1 des Vertrags „Lizenz“"),
        ("{clause}`l:s1`", "Anlage 1 Nummer 1 des Vertrags „Lizenz“"),
        ("{clause}`own, l:a | genitive`", "des § 1 und des § 1 des Vertrags „Lizenz“"),
    ],
)
@pytest.mark.parametrize("page", ["agreements/a", "guide"])
def test_a_citation_of_another_agreement_stands_in_its_case(
    tmp_path: Path, page: str, cited: str, expected: str
) -> None:
    project = Project(tmp_path)
    front = "---\nagreement: {style: de}\n---\n" if page == "agreements/a" else ""
    if not front and "own" in cited:
        return
    text = f"{front}# A\n\n{{#own}}\n## B\n\nWegen {cited}.\n" if front else f"# A\n\nWegen {cited}.\n"
    project.write({f"{page}.md": text, "agreements/l.md": LICENCE})
    built = project.build(only=["index.md", f"{page}.md", "agreements/l.md"])
    assert f"Wegen {expected}." in built.words(page)
    assert "cited-case" not in built.messages


@pytest.mark.parametrize(
    ("cited", "message"),
    [
        ("{clause}`l:a1 | de`", "citations in German have no 'de'"),
        ("{number}`l:a1 | dative`", "a number alone has no case"),
        ("{clause}`words <l:a1 | dative>`", "words of one's own stand as they are, in no case"),
    ],
)
@pytest.mark.parametrize("page", ["agreements/a", "guide"])
def test_what_has_no_case_there_is_told_at_its_line(tmp_path: Path, page: str, cited: str, message: str) -> None:
    project = Project(tmp_path)
    front = "---\nagreement: {style: de}\n---\n" if page == "agreements/a" else ""
    text = f"{front}# A\n\n## B\n\nWegen {cited}.\n"
    project.write({f"{page}.md": text, "agreements/l.md": LICENCE})
    built = project.build()
    line = len(text.splitlines())
    assert f"{page}.md:{line}: ERROR: {message}" in built.messages.replace(str(tmp_path) + "/", "")
    assert "Wegen [" in built.words(page)
    assert built.status
