"""A value that a clause uses and an agreement with that clause declares is declared, on the clause's own page too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from projects import Begun, Project, visible

FILES = {
    "agreements/lease.md": """
        ---
        agreement:
          values:
            rent: {type: money, about: What the tenant pays, default: EUR 5}
            model: {type: choice, choices: [fixed, indexed]}
            tenant: {type: party}
        ---
        # Lease

        ## Rent
        1. {{ rent }}, {{ model }}, {{ tenant.name }}.

        :::{clause} pay
        :::

        :::{clause} cap
        :::
        """,
    "agreements/loan.md": """
        ---
        agreement:
          values: {model: {type: choice, choices: [bullet]}}
        ---
        # Loan

        ## One
        1. {{ model }}.

        {% if model == "bullet" %}
        :::{clause} pay
        :variant: short
        :::
        {% endif %}
        """,
    "clauses/pay.yaml": """
        title: Payment
        text: |
          1. {{ rent }} in {{ rent.currency }}, {% if model == "indexed" %}indexed{% endif %}, by {{ tenant.name }}.
          1. No more than {{ limit | money_words }}.
        variants:
          short: {text: "1. {% if model == 'bullet' %}At once.{% endif %}"}
        guidance: Look at {{ rent }}.
        definitions: {Rent: "{{ rent }}"}
        """,
    "clauses/cap.yaml": "title: Cap\nvalues: {limit: {type: money}}\ntext: |\n  1. {{ limit }}.\n",
    "clauses/lone.yaml": "title: Lone\ntext: |\n  1. {{ rent }}.\n",
    "parties/acme.yaml": "name: Acme Ltd\n",
    "deals/d.yaml": "agreement: lease\nadd: {extra: {after: pay}}\nvalues: {rent: EUR 7}\n",
    "clauses/extra.yaml": "title: Extra\ntext: |\n  1. {{ rent }}.\n",
}
LONE = (
    "clauses/lone.yaml:3: ERROR: the value 'rent' is used here and declared nowhere; declare it under `values:`, or, "
    "if it is a role, write `roles: [rent]` [whereas.unknown-value]\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    project.write(FILES)
    return project


def test_what_an_agreement_declares_is_a_blank_of_its_type_on_the_clauses_page(project: Project) -> None:
    site = project.build()
    assert site.messages == LONE
    assert "[Rent] in [Rent’s currency], , by [Tenant’s legal name]." in site.words("clauses/pay")
    assert "What the tenant pays" in site.page("clauses/pay")
    assert "Look at [Rent]." in site.words("clauses/pay")
    assert "Look at [Rent]." in visible(site.page("agreements/lease"))
    assert "[rent?]" not in "".join(site.page(docname) for docname in ("clauses/pay", "clauses/extra", "deals/d"))
    assert "EUR 7" in site.words("deals/d")


ROLES = """
    ---
    agreement:
      roles: {rent: Rentier}
    ---
    # Roles

    :::{clause} lone
    :::
    """


def test_a_role_that_a_clause_uses_and_does_not_name_is_called_one(project: Project) -> None:
    project.write({"agreements/roles.md": ROLES})
    found = project.build()
    assert found.messages == (
        "clauses/lone.yaml:3: ERROR: 'rent' is a role of the agreements that have this clause, but the clause does not "
        "name it; add it to the `roles:` of the clause, as in `roles: [rent]` [whereas.unknown-value]\n"
    )
    assert "the Rentier" in found.words("agreements/roles").replace("The", "the")
    project.write({"clauses/lone.yaml": FILES["clauses/lone.yaml"].replace("text:", "roles: [rent]\ntext:")})
    assert project.build().messages == ""


EDITS: dict[str, Callable[[Project], None]] = {
    "an agreement declares it no more": lambda project: project.write(
        {"agreements/lease.md": FILES["agreements/lease.md"].replace("rent: {type", "fee: {type")}
    ),
    "another agreement takes the clause": lambda project: project.write(
        {"agreements/new.md": FILES["agreements/lease.md"].replace("{clause} cap", "{clause} lone")}
    ),
    "an agreement goes": lambda project: (project.root / "agreements/lease.md").unlink(),
    "its type changes": lambda project: project.write(
        {"agreements/lease.md": FILES["agreements/lease.md"].replace("rent: {type: money", "rent: {type: text")}
    ),
    "another clause declares it no more": lambda project: project.write(
        {"clauses/cap.yaml": FILES["clauses/cap.yaml"].replace("limit", "most")}
    ),
    "the clause declares it itself": lambda project: project.write(
        {"clauses/lone.yaml": "title: Lone\nvalues: {rent: {type: text}}\ntext: |\n  1. {{ rent }}.\n"}
    ),
    "an agreement has it as a role": lambda project: project.write({"agreements/roles.md": ROLES}),
    "a deal adds it no more": lambda project: project.write({"deals/d.yaml": "agreement: lease\n"}),
}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    return Begun(tmp_path_factory.mktemp("begun"), FILES)


@pytest.mark.parametrize("edit", EDITS)
def test_an_incremental_build_says_what_a_clean_one_does(edit: str, begun: Begun) -> None:
    project = begun.again()
    EDITS[edit](project)
    after = project.build()
    clean = project.build(out="-clean", parallel=2)
    assert after.messages == clean.messages
    made, expected = after.files(), clean.files()
    pages = [name for name in expected if name.startswith("clauses/")]
    assert [made[name] for name in pages] == [expected[name] for name in pages]
    assert after.messages != LONE
