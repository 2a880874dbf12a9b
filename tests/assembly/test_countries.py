"""Pages in the styles of countries: what they cite, from the page to its words."""

from __future__ import annotations

from pathlib import Path

from projects import Project

import whereas

PAGE = """
    ---
    agreement: {%s}
    ---
    # Vertrag

    {#eins}
    ## Gegenstand
    1. {#a} Siehe {clause}`b`, {clause}`b or c`; {this}`clause`.
    1. {#b} Siehe {clause}`ax`, {clause}`eins, zwei` und {short}`c`.
    1. {#c} Ende.

    {#zwei}
    ## Schluss
    Siehe {clause}`b, c`.

    {.schedule #anlage}
    ## Preise
    1. {#ax} Ein Preis, {clause}`ay`.
    1. {#ay} Noch einer.
    """


def cited(tmp_path: Path, style: str) -> list[str]:
    """What the references of the page say, in order."""
    project = Project(tmp_path)
    project.write({"agreements/vertrag.md": PAGE % style})
    outline = project.build("outline").outline("agreements/vertrag")
    return list(dict.fromkeys(each["text"] for each in outline["references"]))


def test_a_german_page(tmp_path: Path) -> None:
    assert cited(tmp_path, "style: de") == [
        "§ 1 Abs. 2",
        "§ 1 Abs. 2 oder 3",
        "dieser § 1 Abs. 1",
        "Anlage 1 Nummer 1",
        "§§ 1 und 2",
        "Abs. 3",
        "§ 1 Abs. 2 und 3",
        "Nummer 2",
    ]


def test_an_american_charter_says_an_article_from_outside_only(tmp_path: Path) -> None:
    style = (
        'style: {like: us, levels: ["Article I", "Section 1.", "a."], cited: ["[Article {}]", ", Section {}", "({})"]}'
    )
    assert cited(tmp_path, style) == [
        "Section 2",
        "Section 2 or 3",
        "this Section 1",
        "paragraph 1 of Exhibit A",
        "Articles I and II",
        "Section 3",
        "Article I, Sections 2 and 3",
        "paragraph 2",
    ]


def test_the_same_without_a_site(tmp_path: Path) -> None:
    Project(tmp_path).write({"agreements/vertrag.md": PAGE % "style: fr"})
    words = whereas.open(tmp_path).agreement("vertrag").text.replace("\N{NO-BREAK SPACE}", " ")
    assert "articles 1.2 ou 1.3" in words


SPOKEN = """
    ---
    agreement:
      style: de
      roles:
        nehmer: {term: Lizenznehmerin, gender: feminine}
        geber: {term: Lizenzgeber, gender: masculine}
    ---
    # Vertrag

    {#eins}
    ## Gegenstand
    1. {{ geber }} räumt {{ nehmer | dative }} Rechte ein; die Rechte {{ geber | genitive }} bleiben.
    1. Aus {this}`section | dative` folgt nichts gegen {{ geber | accusative }}. {{ nehmer | dative }} bleibt alles.
    """


def test_roles_and_this_in_their_case(tmp_path: Path) -> None:
    Project(tmp_path).write({"agreements/vertrag.md": SPOKEN})
    words = whereas.open(tmp_path).agreement("vertrag").text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Der Lizenzgeber räumt der Lizenznehmerin Rechte ein; die Rechte des Lizenzgebers bleiben." in words
    assert "Aus diesem § 1 folgt nichts gegen den Lizenzgeber. Der Lizenznehmerin bleibt alles." in words


def test_an_article_or_a_preposition_before_a_role_is_told_with_the_case_to_write(tmp_path: Path) -> None:
    project = Project(tmp_path)
    lines = (
        "Rechte des {{ geber }}.",
        "Zahlung zum {{ geber }}.",
        "Streit mit {{ nehmer }}.",
        "Recht für {{ nehmer }}.",
    )
    text = SPOKEN.partition("    1. {{ geber }} räumt")[0] + "".join(f"    1. {line}\n" for line in lines)
    project.write({"agreements/vertrag.md": text})
    messages = project.build("outline").messages
    assert "write `{{ geber | genitive }}`, which gives 'des Lizenzgebers'" in messages
    assert "write `{{ geber | zu }}`, which gives 'zum Lizenzgeber'" in messages
    assert "write `mit {{ nehmer | dative }}`, which gives 'mit der Lizenznehmerin'" in messages
    assert "Recht für" not in messages
    assert "'für'" not in messages
