"""Small agreements of nothing but their parties: who is there, what the pages say, and how to read them."""

from __future__ import annotations

import re

from projects import Built, plain, visible

PARTIES = {
    "aurora": """
        name: Aurora Robotics Ltd
        entity: private limited company
        jurisdiction: England and Wales
        registration: {label: company number, number: "0123"}
        address: [1 Foundry Lane, Bristol]
        signatories: [{name: Ada Moreau, title: Director}, {name: Ben Ode, title: Company Secretary}]
        """,
    "boreal": """
        name: Boreal Inc.
        entity: LLC
        address: [2 Elm Street, Dover]
        signatories: [{name: Cy Poe, title: Managing Director, capacity: by power of attorney}]
        """,
    "carl": "name: Carl Holdings",
    "dora": """
        name: Dora & Sons <X>
        jurisdiction: Malta
        registration: {number: "7"}
        address: [5 Quay]
        signatories: [{name: Di Fox}, {name: Ed Gee}]
        witness: yes
        """,
    "ann": """
        name: Ann Lee
        kind: person
        address: [2 Hill Road, Leeds]
        """,
    "bob": """
        name: Bob Novak
        kind: person
        address: [3 Hill Road, Leeds]
        witness: yes
        """,
    "eve": """
        name: Eve Adler
        kind: person
        address: [9 Mill Street]
        signatories: [{name: Flo Hay, capacity: attorney}]
        """,
}
PAGE = """
    ---
    agreement:
      form: {form}
      locale: {locale}
      roles: {{{roles}}}
    ---
    # An agreement

    {{.parties}}
    ## Parties
    :::{{parties}}
    :::

    {{#one}}
    ## One
    1. {{clause}}`party.seller` {{clause}}`one`

    {{.unnumbered}}
    ## Signatures
    :::{{signatures}}
    :::
    """
#: The roles of agreements, and who plays each where there are seven.
ROLES = ("seller", "buyer", "agent", "lender", "surety", "trustee", "investor")
SEVEN = dict(zip(ROLES, ("aurora", "boreal", "carl", "dora", "ann", "bob", "eve"), strict=True))


def page(roles: str, form: str = "agreement", locale: str = "en-GB") -> str:
    """An agreement of nothing but its parties."""
    return PAGE.format(roles=roles, form=form, locale=locale)


def terms(many: int) -> str:
    """The first so many roles, with their terms."""
    return ", ".join(f"{role}: {role.capitalize()}" for role in ROLES[:many])


def deal(agreement: str, parties: dict[str, str]) -> str:
    """Who plays which role."""
    return f"agreement: {agreement}\nparties: {{{', '.join(f'{role}: {party}' for role, party in parties.items())}}}\n"


def beside(party: str, role: str) -> str:
    """A party that plays another role too, on purpose."""
    return f"{{party: {party}, may_also_be: {role}}}"


PARTY_FILES = {f"parties/{id}.yaml": text for id, text in PARTIES.items()}
INDEX = "# Home\n\n```{toctree}\n:glob:\nagreements/*\ndeals/*\nparties/*\n```\n"


def introduced(outline: Built, docname: str) -> list[str]:
    """The paragraphs that introduce the parties, each with its number."""
    found = outline.outline(docname)["provisions"]
    return [plain(f"{each['marker']} {each['text']}") for each in found if each["anchor"].startswith("party-")]


def signed(site: Built, docname: str) -> list[str]:
    """The signature blocks, each in one line: who signs, then the labels and entries of the lines to sign on."""
    _, *blocks = re.split(r'<div class="wh-signature[ "]', site.page(docname))
    return [visible(f"<div {block.split('</section>')[0]}") for block in blocks]
