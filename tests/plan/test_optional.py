"""A clause that an agreement has by choice: it stands in deals that take it in, and in no others."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import Project

import whereas

FILES = {
    "agreements/sale.md": """
        ---
        agreement:
          roles: {buyer: Buyer, seller: Seller}
        ---
        # Sale

        {.parties}
        ## Parties
        :::{parties}
        :::

        ## Price
        1. The price is five euros{% if included("ban") %}, as {clause}`ban` asks{% endif %}.

        :::{clause} ban
        :optional:
        :::

        ## End
        1. The end.
        """,
    "clauses/ban.yaml": """
        title: Ban
        text: 1. Nobody sells elsewhere.
        variants: {soft: {text: 1. Nobody sells next door.}}
        """,
    "parties/acme.yaml": "name: Acme Ltd",
    "deals/d.yaml": "agreement: sale",
}


@pytest.mark.parametrize(
    ("said", "words", "departure"),
    [
        ("", "", []),
        ("clauses: {ban: omit}", "", []),
        ("clauses: {ban: include}", "Nobody sells elsewhere.", ["included"]),
        ("clauses: {ban: {include: yes, because: Asked for}}", "Nobody sells elsewhere.", ["included"]),
        ("clauses: {ban: soft}", "Nobody sells next door.", ["included", "variant"]),
    ],
)
def test_it_stands_where_a_deal_takes_it_in(tmp_path: Path, said: str, words: str, departure: list[str]) -> None:
    project = Project(tmp_path)
    project.write({**FILES, "deals/d.yaml": f"agreement: sale\nomitted: reserved\n{said}\n"})
    agreement = whereas.open(tmp_path).deal("d").agreement
    titles = [(each.number, each.title[0].text) for each in agreement.sections if each.kind == "clause"]  # type: ignore[union-attr]
    ban = [("2", "Ban")] if words else []
    assert titles == [("1", "Price"), *ban, (str(2 + len(ban)), "End")]
    assert words in str(agreement) and ("as asks" in str(agreement)) is False
    assert [each.kind for each in agreement.deviations] == departure


def test_the_template_goes_without_it_and_says_so_nowhere(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(FILES)
    built = project.build()
    assert (built.messages, built.status) == ("", 0)
    assert "Ban" not in built.words("agreements/sale")
