"""A key that is not known, or is in a wrong place, is one message; what else the file says is in the contract."""

from __future__ import annotations

import re

import pytest
from projects import Built, Project

from whereas.library.front_matter import read_page

FILES = {
    "agreements/sale.md": """
        ---
        locale: de
        agreement:
          roles: {seller: {term: Verkäufer, article: der}, buyer: {term: Käufer, article: der}}
          stile: us
        values:
          price: {type: money}
        ---
        # Kaufvertrag

        ## Preis
        1. {#price}
           {{ buyer.name }}, {{ buyer.address }}, zahlt {{ price }}.
        1. Siehe {clause}`price` und {clause}`cap`. {{ buyer.facts.shares }} Anteile.

        :::{clause} cap
        :variant: high
        :::

        {.unnumbered}
        ## Unterschriften
        :::{signatures}
        :::
        """,
    "clauses/cap.yaml": """
        title: Grenze
        text: 1. Wenig.
        varaints: {high: {text: "1. Viel, {{ limit }}."}}
        values:
          limit: {type: money}
          default: EUR 5
        """,
    "parties/acme.yaml": "name: Acme GmbH\naddress: [Weg 1, Ulm]\nnickname: Acme\nstatus: approved\n",
    "parties/orbit.yaml": "name: Orbit GmbH\nadress: [Gasse 2, Bonn]\nfacts: {shares: 50}\n",
    "deals/d.yaml": """
        agreement: sale
        status: final
        parties: {seller: acme, buyer: orbit}
        values: {price: EUR 1, limit: EUR 2}
        notes: Zu prüfen.
        """,
    "deals/e.json": '{"agreement": "sale", "parties": {"seller": "acme"}, "because": "asked"}',
    "deals/g.yaml": """
        agreement: sale
        parties: {price: EUR 1}
        values: {seller: acme, title: T, cap: omit}
        clauses: {limit: EUR 2, because: Asked}
        """,
    "own.md": "---\norphan: true\ndeal: f\nlocale: en\n---\n# Eigenes\n\n:::{agreement}\n:::\n",
    "deals/f.yaml": "agreement: sale\n",
    "agreements/plain.md": "# Plain\n\nNo agreement.\n",
    "deals/h.yaml": "agreement: plain\n",
    "agreements/lease.md": "---\nsytle: us\ntocdepth: 2\nLocale: de\nagreement:\n---\n# Lease\n\n## One\n1. Words.\n",
    "page.md": "---\norphan: true\nroles: {company: Company}\n---\n# Page\n\nWords.\n",
}
MESSAGES = """
agreements/lease.md:2:1: ERROR: the key 'sytle' is not known; did you mean `style:`? Then indent it under `agreement:` \
[whereas.unknown-key]
agreements/lease.md:4:1: ERROR: the key 'Locale' is not known; did you mean `locale:`? Then indent it under \
`agreement:` [whereas.unknown-key]
agreements/sale.md:2:1: ERROR: `locale:` is in the wrong place; indent it under `agreement:` [whereas.misplaced-key]
agreements/sale.md:5:3: ERROR: the key 'stile' is not known; did you mean 'style'? [whereas.unknown-key]
agreements/sale.md:6:1: ERROR: `values:` is in the wrong place; indent it under `agreement:` [whereas.misplaced-key]
clauses/cap.yaml:3:1: ERROR: the key 'varaints' is not known; did you mean 'variants'? [whereas.unknown-key]
clauses/cap.yaml:6:3: ERROR: 'default' is taken here for the name of an entry of `values:`; indent it below the name \
that it belongs to [whereas.unknown-key]
deals/d.yaml:5:1: ERROR: the key 'notes' is not known; known here: ... [whereas.unknown-key]
deals/e.json:1:54: ERROR: the key 'because' is not known; it belongs in an entry of `clauses:` [whereas.unknown-key]
deals/g.yaml:2:11: ERROR: 'sale' has no role 'price'; it is a value: write it under `values:` [whereas.unknown-role]
deals/g.yaml:3:10: ERROR: no value 'seller' is declared by 'sale' or its clauses; it is a role: write it under \
`parties:` [whereas.unknown-value]
deals/g.yaml:3:24: ERROR: no value 'title' is declared by 'sale' or its clauses; it belongs at the top level, under no \
other key [whereas.unknown-value]
deals/g.yaml:3:34: ERROR: no value 'cap' is declared by 'sale' or its clauses; it is a clause: write it under \
`clauses:` [whereas.unknown-value]
deals/g.yaml:4:11: ERROR: 'sale' has no clause 'limit'; it is a value: write it under `values:` [whereas.unknown-clause]
deals/g.yaml:4:25: ERROR: 'sale' has no clause 'because'; indent it below the name of the clause that it belongs to \
[whereas.unknown-clause]
deals/h.yaml:1:1: ERROR: the page agreements/plain.md has no agreement; its front matter must say `agreement:` \
[whereas.unknown-agreement]
own.md:4:1: ERROR: `locale:` is in the wrong place; write it under `agreement:` on the page of the deal's agreement \
[whereas.misplaced-key]
page.md:3:1: ERROR: `roles:` is in the wrong place; write `agreement:` and indent it under that [whereas.misplaced-key]
parties/acme.yaml:3:1: ERROR: the key 'nickname' is not known; known here: ... [whereas.unknown-key]
parties/acme.yaml:4:1: ERROR: the key 'status' is not known; it is a key of a clause, a deal or an agreement \
[whereas.unknown-key]
parties/orbit.yaml:2:1: ERROR: the key 'adress' is not known; did you mean 'address'? [whereas.unknown-key]
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("wrong"))
    project.write(FILES)
    return project


@pytest.fixture(scope="module")
def built(project: Project) -> Built:
    return project.build("outline")


def test_each_is_one_message_and_no_other_follows(built: Built) -> None:
    assert re.sub(r"known here: .*?\.\.\. ", "known here: ... ", built.messages) == MESSAGES.lstrip()
    assert built.status == 1


def test_all_else_is_in_the_contract(built: Built) -> None:
    texts = [each["text"] for each in built.outline("deals/d")["provisions"]]
    assert "Orbit GmbH, Gasse 2, Bonn, zahlt 1 EUR." in texts
    assert "Viel, 2 EUR." in texts
    assert set(built.cites("deals/d")) == {"Abschnitt 1.01", "Artikel II"}  # of the style that `stile` means


def test_the_pages_show_what_is_wrong_and_what_is_right(project: Project) -> None:
    site = project.build()
    for docname in ("parties/acme", "deals/d", "clauses/cap", "agreements/sale", "own", "page"):
        assert 'class="wh-internal admonition error"' in site.page(docname)
    assert "parties/acme.yaml:4: the key 'status' is not known" in site.words("parties/acme").replace("’", "'")
    assert "Weg 1" in site.words("parties/acme")
    assert "Orbit GmbH" in site.words("deals/d")
    outside = project.build(out="-outside", whereas_audience="external")
    assert "is not known" not in "".join(outside.page(each) for each in ("parties/acme", "deals/d", "clauses/cap"))


def test_a_final_deal_with_an_error_has_no_pdf(project: Project) -> None:
    latex = project.build("latex", out="-latex")
    assert {path.stem for path in latex.out.glob("*.tex")} == {"sale", "deals-e", "deals-g", "lease", "own"}


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("levels: ['1.', '(a)']", "it belongs under `style:`"),
        ("like: us", "it belongs under `style:`"),
        ("clause: Section", "it belongs under `style:`"),
        ("money: symbol", "it belongs under `style:`"),
        ("reference: A-1", "it is a key of a deal, in deals/"),  # and one of a style
    ],
)
def test_the_keys_of_a_style_belong_under_style(line: str, hint: str) -> None:
    page = read_page(f"---\nagreement:\n  {line}\n---\n# A\n", "a.md")
    [finding] = page.findings
    assert finding.hint.startswith(hint)
    assert finding.place.line == 3
