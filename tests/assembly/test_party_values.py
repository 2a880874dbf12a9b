"""A value that is a party, such as a guarantor: its file, and what a deal says of it beside its name."""

from __future__ import annotations

from pathlib import Path

import pytest
from editors import wrong
from projects import Built, Project

from whereas.desk.desk import Desk
from whereas.desk.schemas import schemas

FILES = {
    "agreements/loan.md": """
        ---
        agreement:
          roles: {lender: Lender}
          values:
            surety: {type: party, about: Who stands in}
            agent: {type: party, default: {party: bob, facts: {desk: Loans}}}
        ---
        # Loan

        ## Surety
        1. {{ surety }} of {{ surety.address }} ({{ surety.email }}; {{ surety.facts.web }}), by {{ surety.signatory }}.
        1. {{ agent }}, {{ agent.facts.desk }}.
        {% if surety == "bob" %}
        1. It is Bob.
        {% endif %}
        {% if surety == agent %}
        1. It is the agent.
        {% endif %}
        {% if surety == lender %}
        1. It is the lender.
        {% endif %}
        {% if lender != surety and lender in [agent, surety, "acme"] %}
        1. The lender is another.
        {% endif %}

        :::{clause} bank
        :::
        """,
    "clauses/bank.yaml": """
        title: Bank
        values:
          bank: {type: party, default: acme}
        text: |
          1. {{ bank.name }} at {{ bank.address }} ({{ bank.facts.web }}) pays.
        guidance: We like {{ bank.name }}.
        fallbacks: [{position: Another, values: {bank: bob}}]
        """,
    "parties/acme.yaml": """
        name: Acme Ltd
        address: [1 Road]
        facts: {web: acme.example}
        signatories: [{name: Ada}]
        """,
    "parties/bob.yaml": "name: Bob Ltd\naddress: [2 Road]\n",
    "deals/name.yaml": "agreement: loan\nparties: {lender: acme}\nvalues: {surety: acme}\n",
    "deals/more.yaml": """
        agreement: loan
        parties: {lender: acme}
        values:
          surety:
            party: bob
            signatories: [{name: Zoe}]
            notices: {email: zoe@bob.example}
            facts: {web: bob.example}
          agent: {party: bob}
        clauses:
          bank: {values: {bank: {party: bob, facts: {web: bank.example}}}}
        """,
    "deals/wrong.yaml": """
        agreement: loan
        values:
          surety:
            party: acme
            may_also_be: lender
            fact: {web: x.example}
          agent: {party: bobb}
        clauses:
          bank:
            values:
              bank: {signatories: [{name: Zoe}]}
        """,
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    project = Project(tmp_path_factory.mktemp("surety"))
    project.write(FILES)
    return {builder: project.build(builder) for builder in ("outline", "text", "html")}


def test_a_party_has_its_facts_wherever_it_is_named(built: dict[str, Built]) -> None:
    text = built["text"].text("deals/name")
    assert "1.1 Acme Ltd of 1 Road ([Surety’s e-mail]; acme.example), by Ada. 1.2 Bob Ltd, Loans. 1.3 It is" in text
    assert "2.1 Acme Ltd at 1 Road (acme.example) pays." in text


def test_a_deal_says_more_of_it_as_it_does_of_who_plays_a_role(built: dict[str, Built]) -> None:
    text = built["text"].text("deals/more")
    assert "1.1 Bob Ltd of 2 Road (zoe@bob.example; bob.example), by Zoe. 1.2 Bob Ltd, [Agent’s desk]." in text
    assert "2.1 Bob Ltd at 2 Road (bank.example) pays." in text


def test_two_parties_are_the_same_if_their_files_are(built: dict[str, Built]) -> None:
    assert "1.3 It is Bob. 1.4 It is the agent. 1.5 The lender is another. 2." in built["text"].text("deals/more")
    assert "1.3 It is the lender. 2." in built["text"].text("deals/name"), "a role is who plays it"


def test_the_clauses_own_page_knows_the_parties_of_its_defaults(built: dict[str, Built]) -> None:
    page = built["html"].words("clauses/bank")
    assert "Acme Ltd at 1 Road (acme.example) pays." in page
    assert "Another Bank: Acme Ltd → Bob Ltd" in page
    assert "We like Acme Ltd." in page


def test_a_departure_is_another_party_and_not_more_of_the_same(built: dict[str, Built]) -> None:
    told = [
        (each["kind"], each["subject"], each["given"]) for each in built["outline"].outline("deals/more")["deviations"]
    ]
    assert told == [("clause-value", "bank.bank", "Bob Ltd")]


def test_what_is_wrong_is_told_at_its_line(built: dict[str, Built]) -> None:
    assert built["outline"].messages.splitlines() == [
        "deals/wrong.yaml:5:5: ERROR: a value plays no role, so there is none that it `may_also_be`; leave this line "
        "out [whereas.value]",
        "deals/wrong.yaml:6:5: ERROR: the key 'fact' is not known; did you mean 'facts'? [whereas.unknown-key]",
        "deals/wrong.yaml:7:11: ERROR: there is no party 'bobb' in parties/; did you mean 'bob'? "
        "[whereas.unknown-party]",
        "deals/wrong.yaml:11:7: ERROR: the key 'party' is missing [whereas.missing-key]",
    ]
    assert "1.1 Acme Ltd of 1 Road ([Surety’s e-mail]; x.example), by Ada." in built["text"].text("deals/wrong")


def test_editors_know_it(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({f"source/{name}" if name.endswith(".md") else name: text for name, text in FILES.items()})
    known = schemas(Desk(tmp_path))["deal-loan.json"]
    more = {"party": "bob", "signatories": [{"name": "Zoe"}], "facts": {"web": "x"}}
    for good in ("bob", "", None, more):
        assert wrong(known, {"agreement": "loan", "values": {"surety": good}}) == []
        assert wrong(known, {"agreement": "loan", "clauses": {"bank": {"values": {"bank": good}}}}) == []
    bads: tuple[object, ...] = ({**more, "may_also_be": "lender"}, {"facts": {}}, ["bob"])
    for bad in bads:
        assert wrong(known, {"agreement": "loan", "values": {"surety": bad}})
