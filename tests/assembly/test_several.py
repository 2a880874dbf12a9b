"""Several parties in a role, and blanks for parts of facts, in the words and the gender of each language."""

# ruff: noqa: E501

from __future__ import annotations

import pytest
from projects import Built, Project

#: Language, term and article; and what two and three in the role are called.
SEVERAL = {
    "en-GB Seller the": ("each of the Sellers, both Sellers", "each of the Sellers, all Sellers"),
    "de Käufer der": ("jeder der Käufer, beide Käufer", "jeder der Käufer, alle Käufer"),
    "de Gesellschaft die": ("jede der Gesellschaften, beide Gesellschaften", "jede der Gesellschaften, alle Gesellschaften"),
    "de Unternehmen das": ("jedes der Unternehmen, beide Unternehmen", "jedes der Unternehmen, alle Unternehmen"),
    "fr Vendeur le": ("chacun des Vendeurs, les deux Vendeurs", "chacun des Vendeurs, tous les Vendeurs"),
    "fr Société la": ("chacune des Sociétés, les deux Sociétés", "chacune des Sociétés, toutes les Sociétés"),
    "es Vendedor el": ("cada uno de los Vendedores, ambos Vendedores", "cada uno de los Vendedores, todos los Vendedores"),
    "es Sociedad la": ("cada una de las Sociedades, ambas Sociedades", "cada una de las Sociedades, todas las Sociedades"),
}  # fmt: skip
PARTIES = {
    "en-GB": ("each of the parties, both parties", "each of the parties, all parties"),
    "de": ("jede der Parteien, beide Parteien", "jede der Parteien, alle Parteien"),
    "fr": ("chacune des parties, les deux parties", "chacune des parties, toutes les parties"),
    "es": ("cada una de las partes, ambas partes", "cada una de las partes, todas las partes"),
}
BLANKS = {
    "en-GB": "[Start’s year], [Fee’s currency], [Bank’s legal name], [Site’s postcode]",
    "de": "[Start: Jahr], [Fee: Währung], [Bank: Name oder Firma], [Site: Postleitzahl]",
    "fr": "[Start : année], [Fee : devise], [Bank : nom ou dénomination sociale], [Site : code postal]",
    "es": "[Start: año], [Fee: moneda], [Bank: nombre o denominación social], [Site: código postal]",
}
PAGE = """
    ---
    orphan: true
    agreement:
      locale: {locale}
      roles: {{s: {{term: {term}, article: {article}}}}}
      values: {{start: {{type: date}}, fee: {{type: money}}, bank: {{type: party}}, site: {{type: address}}}}
    ---
    # A Page

    ## One
    1. x {{{{ s | each }}}}, {{{{ s | all }}}}
    1. x {{{{ parties | each }}}}, {{{{ parties | all }}}}
    1. x {{{{ start.year }}}}, {{{{ fee.currency }}}}, {{{{ bank.name }}}}, {{{{ site.postcode }}}}
    """


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("several"))
    project.write({f"parties/{id}.yaml": f"name: {id.upper()} Ltd\n" for id in "abc"})
    project.write({"index.md": "---\norphan: true\n---\n# Home\n"})
    for index, case in enumerate(SEVERAL):
        locale, term, article = case.split()
        project.write({f"agreements/p{index}.md": PAGE.format(locale=locale, term=term, article=article)})
        for many, who in enumerate(("a", "a, b", "a, b, c"), start=1):
            project.write({f"deals/p{index}-{many}.yaml": f"agreement: p{index}\nparties: {{s: [{who}]}}\n"})
    return project.build("outline")


def said(pages: Built, page: str) -> list[str]:
    return [each["text"].removeprefix("x ") for each in pages.outline(f"deals/{page}")["provisions"][1:]]


def test_nothing_is_wrong(pages: Built) -> None:
    assert pages.messages == ""


@pytest.mark.parametrize("case", SEVERAL)
def test_each_and_all_agree_with_the_role(case: str, pages: Built) -> None:
    index, (locale, term, article) = list(SEVERAL).index(case), case.split()
    assert said(pages, f"p{index}-1")[0] == f"{article} {term}, {article} {term}"
    for many in (2, 3):
        assert said(pages, f"p{index}-{many}")[:2] == [SEVERAL[case][many - 2], PARTIES[locale][many - 2]]


@pytest.mark.parametrize("locale", BLANKS)
def test_a_blank_says_in_its_language_what_is_missing(locale: str, pages: Built) -> None:
    index = next(index for index, case in enumerate(SEVERAL) if case.startswith(locale))
    assert said(pages, f"p{index}-1")[2] == BLANKS[locale]


def test_a_gender_that_no_article_tells_is_an_error(pages: Built, tmp_path_factory: pytest.TempPathFactory) -> None:
    project = Project(tmp_path_factory.mktemp("gender"))
    page = PAGE.format(locale="fr", term="Acheteur", article="l’").replace("{{ s | all }}", "")
    project.write({f"parties/{id}.yaml": f"name: {id.upper()} Ltd\n" for id in "ab"})
    project.write({"index.md": "---\norphan: true\n---\n# Home\n", "agreements/a.md": page})
    project.write({"deals/a.yaml": "agreement: a\nparties: {s: [a, b]}\n"})
    (message,) = [line for line in project.build("outline").messages.splitlines() if "know the gender" in line]
    assert (
        "`each` must know the gender of 'Acheteur': give the role its article (`article: le`, `article: la`)" in message
    )
    assert "or write the words out, as in 'chacun des Acheteurs'" in message
