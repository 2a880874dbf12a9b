"""Who plays a role in one deal: what the deal says of a party, who acts for it, and who contracts with itself."""

# ruff: noqa: E501

from __future__ import annotations

import re
from pathlib import Path

import pytest
from casts import INDEX, deal, introduced, signed
from projects import Built, Project, plain

PAGE = """
    ---
    agreement:
      form: {form}
      locale: {locale}
      roles: {{seller: {seller}, buyer: Buyer{more}}}
    ---
    # An agreement

    {{.parties}}
    ## Parties
    :::{{parties}}
    :::

    {{#one}}
    ## One
    1. {{{{ seller.facts.project }}}}, {{{{ seller.facts.site }}}}; {{{{ seller.email }}}}; {{{{ seller.attention }}}};
       {{{{ seller.court }}}}; {{{{ seller.trading_name }}}}.

    {{.unnumbered}}
    ## Signatures
    :::{{signatures}}
    {options}
    :::
    """
SELLERS = {
    "en-GB": "Seller",
    "en-US": "Seller",
    "de": "{term: Verkäuferin, article: die}",
    "fr": "{term: Vendeur, article: le}",
    "es": "{term: Vendedora, article: la}",
}
OFFICES = {
    "en-GB": ("General Partner", "Managing Director"),
    "en-US": ("General Partner", "Managing Director"),
    "de": ("persönlich haftende Gesellschafterin", "Geschäftsführerin"),
    "fr": ("associée commanditée", "gérante"),
    "es": ("socia colectiva", "Administradora"),
}
PARTIES = {
    "kg": """
        name: Borealis GmbH & Co. KG
        trading_name: Borealis Robots
        registration: {number: HRA 12, court: Amtsgericht Leipzig}
        address: [1 Ring, Leipzig]
        notices: {email: info@borealis.example.com, attention: Legal}
        facts: {project: None yet, site: Leipzig}
        signatories: [{party: gp, title: General Partner}]
        """,
    "gp": """
        name: Borealis Verwaltungs-GmbH
        registration: {label: number, number: HRB 34, court: Amtsgericht Leipzig}
        signatories: [{name: Eva Adler, title: Managing Director}, {name: Max Berg}]
        """,
    "fund": """
        name: Acme Fund LP
        signatories:
          - {party: manager, title: manager}
          - {name: Ada Moreau, title: Director}
        """,
    "manager": "name: Acme Manager LLC\nsignatories: [{party: owner}]\n",
    "owner": "name: Acme Holding Ltd\n",
    "acme": "name: Acme Ltd\naddress: [1 Foundry Lane]\nsignatories: [{name: Cy Poe, title: Director}]\n",
    "ann": "name: Ann Lee\nkind: person\ntrading_name: Lee Gardens\naddress: [2 Hill Road]\n",
}


def page(locale: str = "en-GB", form: str = "agreement", options: str = "", more: str = "") -> str:
    return PAGE.format(locale=locale, form=form, seller=SELLERS[locale], options=options, more=more)


IN_DEAL = """
    agreement: en-GB-{form}
    parties:
      seller:
        party: kg
        facts:
          project: Apollo
        notices:
          email: apollo@borealis.example.com
      buyer:
        - party: acme
          witness: yes
          signatories:
            - name: Zoe Quint
              capacity: by power of attorney
    """
FILES = {
    "index.md": INDEX,
    **{f"parties/{id}.yaml": text for id, text in PARTIES.items()},
    **{f"agreements/{locale}-{form}.md": page(locale, form) for locale in SELLERS for form in ("agreement", "deed")},
    **{
        f"deals/{locale}-{form}.yaml": deal(
            f"{locale}-{form}",
            {"seller": f"{{party: kg, signatories: [{{party: gp, title: {title}}}]}}", "buyer": "ann"},
        )
        for locale, (title, _) in OFFICES.items()
        for form in ("agreement", "deed")
    },
    **{f"deals/own-{form}.yaml": IN_DEAL.format(form=form) for form in ("agreement", "deed")},
    **{
        f"deals/fund-{form}.yaml": deal(f"en-GB-{form}", {"seller": "fund", "buyer": "ann"})
        for form in ("agreement", "deed")
    },
    **{f"agreements/{locale}-witnessed.md": page(locale, options=":witnesses: 2\n    :notary:") for locale in SELLERS},
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("cast"))
    project.write(FILES)
    return project


@pytest.fixture(scope="module")
def outline(project: Project) -> Built:
    return project.build("outline")


@pytest.fixture(scope="module")
def site(project: Project) -> Built:
    return project.build("html")


def test_nothing_is_wrong(outline: Built, site: Built) -> None:
    assert (outline.messages, outline.status) == ("", 0)
    assert (site.messages, site.status) == ("", 0)


# ---- a company that acts for a party

KG = {
    "en-GB": "Borealis GmbH & Co. KG, trading as Borealis Robots (registered with Amtsgericht Leipzig under number HRA 12), "
    "whose registered office is at 1 Ring, Leipzig, acting by its general partner, Borealis Verwaltungs-GmbH (registered "
    "with Amtsgericht Leipzig, number HRB 34) (the “Seller”); and",
    "en-US": "Borealis GmbH & Co. KG, doing business as Borealis Robots (registered with Amtsgericht Leipzig under number "
    "HRA 12), with its principal office at 1 Ring, Leipzig, acting by its general partner, Borealis Verwaltungs-GmbH "
    "(registered with Amtsgericht Leipzig, number HRB 34) (the “Seller”); and",
    "de": "Borealis GmbH & Co. KG, handelnd unter der Bezeichnung Borealis Robots, eingetragen beim Amtsgericht Leipzig "
    "unter HRA 12, mit Geschäftsanschrift 1 Ring, Leipzig, vertreten durch Borealis Verwaltungs-GmbH als persönlich "
    "haftende Gesellschafterin, eingetragen beim Amtsgericht Leipzig, number HRB 34 (nachfolgend die „Verkäuferin“); und",
    "fr": "Borealis GmbH & Co. KG, exerçant sous le nom commercial Borealis Robots, immatriculée au Amtsgericht Leipzig "
    "sous le numéro HRA 12, dont le siège social est situé 1 Ring, Leipzig, représentée par Borealis Verwaltungs-GmbH, "
    "associée commanditée, immatriculée au Amtsgericht Leipzig, number HRB 34 (ci-après « le Vendeur ») ; et",
    "es": "Borealis GmbH & Co. KG, que opera con el nombre comercial Borealis Robots, inscrita en el Amtsgericht Leipzig "
    "con el número HRA 12, con domicilio social en 1 Ring, Leipzig, representada por Borealis Verwaltungs-GmbH, socia "
    "colectiva, inscrita en el Amtsgericht Leipzig, number HRB 34 (en adelante, la «Vendedora»); y",
}
ACTING = {
    "en-GB": ("acting by its general partner, Borealis Verwaltungs-GmbH", ", acting by Eva Adler, a managing director, and Max Berg"),
    "en-US": ("acting by its general partner, Borealis Verwaltungs-GmbH", ", acting by Eva Adler, a managing director, and Max Berg"),
    "de": ("handelnd durch Borealis Verwaltungs-GmbH als persönlich haftende Gesellschafterin",
           ", diese vertreten durch Eva Adler, Managing Director, und Max Berg"),
    "fr": ("agissant par Borealis Verwaltungs-GmbH, associée commanditée",
           ", elle-même représentée par Eva Adler, Managing Director, et Max Berg"),
    "es": ("representada por Borealis Verwaltungs-GmbH, socia colectiva",
           ", representada a su vez por Eva Adler, Managing Director, y Max Berg"),
}  # fmt: skip


@pytest.mark.parametrize("locale", KG)
def test_a_party_is_introduced_with_the_company_that_acts_for_it(outline: Built, locale: str) -> None:
    assert introduced(outline, f"deals/{locale}-agreement")[0] == f"(1) {KG[locale]}"


@pytest.mark.parametrize("locale", KG)
def test_it_signs_by_the_signatories_of_that_company(site: Built, locale: str) -> None:
    company, people = ACTING[locale]
    block, executed = (signed(site, f"deals/{locale}-{form}")[0] for form in ("agreement", "deed"))
    assert f"Borealis GmbH & Co. KG {company} " in block
    assert [name in block for name in ("Eva Adler", "Managing Director", "Max Berg")] == [True] * 3
    assert f"Borealis GmbH & Co. KG {company}{people} " in executed


def test_several_that_act_for_one(site: Built, outline: Built) -> None:
    assert introduced(outline, "deals/fund-agreement")[0].endswith(
        "acting by its manager, Acme Manager LLC, acting by Acme Holding Ltd (the “Seller”); and"
    )
    lines = "Signature Name {} Title {} Place Date"
    acting = "acting by its manager, Acme Manager LLC, acting by Acme Holding Ltd"
    assert signed(site, "deals/fund-agreement")[0] == plain(
        f"Signed for and on behalf of Acme Fund LP {acting} "
        f"For Acme Holding Ltd {lines.format('', '')} For Acme Fund LP {lines.format('Ada Moreau', 'Director')}"
    )
    assert signed(site, "deals/fund-deed")[0].startswith(
        f"Executed as a deed by Acme Fund LP {acting}, acting by [Acme Holding Ltd’s signatory], and Ada Moreau, a director For"
    )


def test_a_person_may_trade_under_a_name(outline: Built) -> None:
    assert introduced(outline, "deals/en-GB-agreement")[1].startswith(
        "(2) Ann Lee, trading as Lee Gardens, of 2 Hill Road"
    )


# ---- what a deal says of a party


def test_a_deal_says_otherwise_of_a_party(outline: Built, site: Built) -> None:
    one = next(each for each in outline.outline("deals/own-agreement")["provisions"] if each["number"] == "1.1")
    assert plain(one["text"]) == (
        "Apollo, Leipzig; apollo@borealis.example.com; Legal; Amtsgericht Leipzig; Borealis Robots."
    )
    buyer = signed(site, "deals/own-agreement")[1]
    assert buyer.startswith(
        "Signed for and on behalf of Acme Ltd in the presence of: Signature Name Zoe Quint Title by power"
    )
    assert "Cy Poe" not in site.page("deals/own-agreement")
    assert "Zoe Quint, by power of attorney, in the presence of:" in signed(site, "deals/own-deed")[1]


def test_each_word_says_where_it_was_written(site: Built) -> None:
    said = re.findall(r'title="[^"]*?(\w+/[\w-]+\.yaml:\d+)[^"]*"[^>]*>([^<]+)<', site.page("deals/own-agreement"))
    places = {words: place for place, words in said}
    assert places["Apollo"] == "deals/own-agreement.yaml:6"
    assert places["apollo@borealis.example.com"] == "deals/own-agreement.yaml:8"
    assert places["Zoe Quint"] == "deals/own-agreement.yaml:13"
    assert places["Legal"] == "parties/kg.yaml:5"
    assert places["Borealis Verwaltungs-GmbH"] == "parties/gp.yaml:1"


WITNESSED = {
    "en-GB": ("Witnessed by:", "Witness Name Address Occupation", "Before me: Notary public Name Place Date Seal"),
    "en-US": ("Witnessed by:", "Witness Name Address Occupation",
              "Acknowledged before me: Notary public Name State of County of Date Commission expires"),
    "de": ("Zeugen:", "Zeuge Name Anschrift Beruf",
           "Unterschriften beglaubigt von: Notar/in Name Amtssitz Urkundenverzeichnis-Nr. Datum Siegel"),
    "fr": ("Témoins :", "Témoin Nom Adresse Profession", "Par-devant notaire : Notaire Nom Office Lieu Date Sceau"),
    "es": ("Testigos:", "Testigo Nombre Domicilio Profesión",
           "Ante mí: Notario Nombre Número de protocolo Lugar Fecha Sello"),
}  # fmt: skip


@pytest.mark.parametrize("locale", WITNESSED)
def test_witnesses_and_a_notary(site: Built, locale: str) -> None:
    lead, witness, notary = WITNESSED[locale]
    assert signed(site, f"agreements/{locale}-witnessed")[2:] == [f"{lead} {witness} {witness}", notary]


@pytest.mark.parametrize("docname", ["deals/own-deed", "deals/fund-deed", "agreements/fr-witnessed"])
def test_all_outputs_say_the_same(project: Project, site: Built, docname: str) -> None:
    text, latex = project.build("text").text(docname), project.build("latex")
    for block in signed(site, docname):
        for word in block.split():
            assert word in text, word
    assert latex.messages == ""


# ---- what is wrong

WRONG = {
    "parties/a.yaml": "name: A\nsignatories:\n  - {title: Director}\n",
    "parties/b.yaml": "name: B\nsignatories:\n  - {party: nobody, title: Manager}\n",
    "parties/c.yaml": "name: C\nsignatories:\n  - {party: d}\n",
    "parties/d.yaml": "name: D\nsignatories:\n  - {party: c}\n",
    "agreements/x.md": page(more=", agent: {term: Agent, may_also_be: buyer}"),
    "agreements/y.md": page(more=", agent: {term: Agent, may_also_be: byer}"),
    "deals/a.yaml": "agreement: x\nparties:\n  seller:\n    party: acme\n    signatory: [x]\n",
    "deals/b.yaml": "agreement: x\nparties:\n  seller:\n    - party: acme\n      signatories:\n        - {name: A, party: gp}\n",
    "deals/c.yaml": "agreement: x\nparties:\n  seller:\n    party: acne\n",
    "deals/d.yaml": "agreement: x\nparties:\n  seller:\n    party: acme\n    signatories:\n      - {party: gpp}\n",
    "deals/e.yaml": "agreement: x\nparties:\n  seller: acme\n  buyer:\n    - ann\n    - acme\n",
    "deals/f.yaml": "agreement: x\nparties:\n  seller: acme\n  agent: acme\n  buyer: {party: ann, may_also_be: agent}\n",
    "deals/g.yaml": "agreement: x\nparties:\n  seller: ann\n  buyer: acme\n  agent: acme\n",
    "deals/h.yaml": "agreement: x\nparties: {seller: ann, buyer: {party: ann, may_also_be: [seller, sellar]}}\n",
    "deals/i.yaml": "agreement: x\nparties: {seller: [ann, acme, ann]}\n",
    "deals/j.yaml": "agreement: y\nparties: {seller: ann}\n",
    "deals/k.yaml": "agreement: x\nparties: {seller: [ann, {party: acme, term: Acme}]}\n",
}
MESSAGES = """
    agreements/y.md:5:62: ERROR: 'y' has no role 'byer'; did you mean 'buyer'?
    deals/a.yaml:5:5: ERROR: the key 'parties.seller.signatory' is not known; did you mean 'signatories'?
    deals/b.yaml:6:11: ERROR: 'parties.seller.0.signatories.0' must have the `name` of a person, or the `party` that signs
    deals/c.yaml:4:5: ERROR: there is no party 'acne' in parties/; did you mean 'acme'?
    deals/d.yaml:6:10: ERROR: there is no party 'gpp' in parties/; did you mean 'gp'?
    deals/e.yaml:6:7: WARNING: 'acme' is both 'seller' and 'buyer', so it would contract with itself; if that is meant, say so: `buyer: {party: acme, may_also_be: seller}`
    deals/f.yaml:4:3: WARNING: 'acme' is both 'seller' and 'agent', so it would contract with itself; if that is meant, say so: `agent: {party: acme, may_also_be: seller}`
    deals/h.yaml:2:66: ERROR: 'x' has no role 'sellar'; did you mean 'seller'?
    deals/i.yaml:2:31: ERROR: the role 'seller' names 'ann' twice; name each party once
    deals/k.yaml:2:39: ERROR: several parties play the role 'seller', and this would be the name of one of them alone; leave `term:` out: they go by the role's term together
    parties/a.yaml:3:5: ERROR: 'signatories.0' must have the `name` of a person, or the `party` that signs
    parties/b.yaml:3:6: ERROR: there is no party 'nobody' in parties/; known here: a, acme, ann, b, c, d, fund, gp, ...
    parties/c.yaml:3:5: ERROR: 'd' signs for 'c', which signs for 'd' in turn; name the person who signs
    parties/d.yaml:3:5: ERROR: 'c' signs for 'd', which signs for 'c' in turn; name the person who signs
    """


def test_what_is_wrong_is_told_at_its_line(tmp_path_factory: pytest.TempPathFactory) -> None:
    project = Project(tmp_path_factory.mktemp("wrong"))
    kept = {name: text for name, text in FILES.items() if not name.startswith(("agreements", "deals"))}
    project.write(kept | WRONG)
    built = project.build("outline")
    told = [re.sub(r" \[whereas\.[\w-]+\]$", "", line) for line in built.messages.splitlines()]
    assert [line for line in told if "sheet" not in line] == plain_lines(MESSAGES)


def test_a_party_has_a_name_of_its_own_in_a_deal(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(
        {
            "index.md": INDEX,
            "parties/acme.yaml": PARTIES["acme"],
            "parties/ann.yaml": PARTIES["ann"],
            "agreements/x.md": """
                ---
                agreement:
                  roles: {seller: Seller, buyer: Buyer}
                ---
                # Sale

                {.parties}
                ## Parties
                :::{parties}
                :::

                {#one}
                ## One
                1. {{ buyer | possessive }} price is paid to {{ seller }}. {{ seller }} thanks {{ buyer }}.
                """,
            "deals/a.yaml": "agreement: x\nparties: {seller: {party: acme, term: Acme}, buyer: ann}\n",
            "agreements/y.md": "---\nagreement:\n  of: a\n---\n# Order\n\n## One\n1. Acme and the Buyer agree.\n",
        }
    )
    built = project.build("html")
    assert (built.messages, built.status) == ("", 0)
    words = built.words("deals/a")
    assert "(“Acme”)" in words and "(the “Buyer”)" in words
    assert "The Buyer’s price is paid to Acme. Acme thanks the Buyer." in words
    assert "to the Seller. The Seller thanks the Buyer." in built.words("agreements/x")
    assert re.findall(r'class="wh-term[^"]*"[^>]*>(?:<[^>]*>)*([^<]+)', built.page("agreements/y")) == ["Acme", "Buyer"]


def plain_lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]
