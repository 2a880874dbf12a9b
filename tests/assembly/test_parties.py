"""Who the parties are and how they sign: read through as sentences, for one party and for seven."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from casts import INDEX, PARTY_FILES, SEVEN, beside, deal, introduced, page, signed, terms
from projects import Built, Project, plain

from whereas.language import indefinite

BOTH = f"[{beside('ann', 'surety')}, {beside('bob', 'trustee')}]"
FILES = {
    **PARTY_FILES,
    **{f"agreements/of-{many}.md": page(terms(many)) for many in (1, 2, 3, 7)},
    **{f"deals/of-{many}.yaml": deal(f"of-{many}", dict([*SEVEN.items()][:many])) for many in (1, 2, 3, 7)},
    "agreements/deed.md": page(terms(7), "deed"),
    "deals/deed.yaml": deal("deed", SEVEN),
    "deals/joint.yaml": deal("of-2", {"seller": "[ann, bob, aurora]", "buyer": "boreal"}),
    "deals/joint-last.yaml": deal("of-2", {"seller": "carl", "buyer": "[ann, bob]"}),
    "deals/joint-deed.yaml": deal("deed", SEVEN | {"seller": BOTH}),
    "agreements/terms.md": page("seller: {term: Investor, article: ''}, buyer: {term: Ox, plural: Oxen}"),
    "deals/terms.yaml": deal(
        "terms", {"seller": "[ann, bob]", "buyer": f"[{beside('ann', 'seller')}, {beside('bob', 'seller')}]"}
    ),
    "index.md": INDEX,
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("parties"))
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


# ---- the introduction

AURORA = (
    "Aurora Robotics Ltd, a private limited company formed under the law of England and Wales (company number 0123), "
    "whose registered office is at 1 Foundry Lane, Bristol"
)
BOREAL = "Boreal Inc., an LLC, whose registered office is at 2 Elm Street, Dover"
CARL = "Carl Holdings, whose registered office is at"
DORA = "Dora & Sons <X>, formed under the law of Malta (registration number 7), whose registered office is at 5 Quay"


def test_one_party(outline: Built) -> None:
    assert introduced(outline, "deals/of-1") == [f"(1) {AURORA} (the “Seller”)."]


def test_two_parties(outline: Built) -> None:
    assert introduced(outline, "deals/of-2") == [
        f"(1) {AURORA} (the “Seller”); and",
        f"(2) {BOREAL} (the “Buyer”).",
    ]


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en-GB", "at Lindenhof 12, represented by Jonas Weidmann, a managing director, and Amira Khoury (the"),
        ("de", "Lindenhof 12, vertreten durch Jonas Weidmann, Managing Director, und Amira Khoury (nachfolgend"),
    ],
)
def test_a_company_whose_representatives_are_named(locale: str, said: str, tmp_path: Path) -> None:
    project = Project(tmp_path)
    people = "[{name: Jonas Weidmann, title: Managing Director}, {name: Amira Khoury}]"
    party = f"name: Borealis GmbH\naddress: [Lindenhof 12]\nrepresented: yes\nsignatories: {people}\n"
    files = {
        "agreements/sale.md": page("seller: Seller", locale=locale),
        "parties/b.yaml": party,
        "deals/d.yaml": deal("sale", {"seller": "b"}),
    }
    project.write({**files, "index.md": INDEX})
    [introduction] = introduced(project.build("outline"), "deals/d")
    assert said in introduction


def test_three_parties(outline: Built) -> None:
    assert introduced(outline, "deals/of-3") == [
        f"(1) {AURORA} (the “Seller”);",
        f"(2) {BOREAL} (the “Buyer”); and",
        f"(3) {CARL} [Agent’s address] (the “Agent”).",
    ]


def test_seven_parties_say_only_what_is_known_of_them(outline: Built) -> None:
    assert introduced(outline, "deals/of-7") == [
        f"(1) {AURORA} (the “Seller”);",
        f"(2) {BOREAL} (the “Buyer”);",
        f"(3) {CARL} [Agent’s address] (the “Agent”);",
        f"(4) {DORA} (the “Lender”);",
        "(5) Ann Lee, of 2 Hill Road, Leeds (the “Surety”);",
        "(6) Bob Novak, of 3 Hill Road, Leeds (the “Trustee”); and",
        "(7) Eve Adler, of 9 Mill Street (the “Investor”).",
    ]


def test_nobody_yet_is_a_company_of_blanks(outline: Built) -> None:
    assert introduced(outline, "agreements/of-1") == [
        "(1) [Seller’s legal name], a [Seller’s legal form] formed under the law of [Seller’s jurisdiction] with "
        "registration number [Seller’s registration number], whose registered office is at [Seller’s address] "
        "(the “Seller”)."
    ]


def test_several_parties_in_one_role(outline: Built) -> None:
    assert introduced(outline, "deals/joint") == [
        "(1) each of the following, together the “Sellers” and each a “Seller”:",
        "(a) Ann Lee, of 2 Hill Road, Leeds;",
        "(b) Bob Novak, of 3 Hill Road, Leeds; and",
        f"(c) {AURORA}; and",
        f"(2) {BOREAL} (the “Buyer”).",
    ]


def test_several_parties_in_the_last_role(outline: Built) -> None:
    assert introduced(outline, "deals/joint-last") == [
        f"(1) {CARL} [Seller’s address] (the “Seller”); and",
        "(2) each of the following, together the “Buyers” and each a “Buyer”:",
        "(a) Ann Lee, of 2 Hill Road, Leeds; and",
        "(b) Bob Novak, of 3 Hill Road, Leeds.",
    ]


def test_a_role_may_have_a_plural_and_an_article_of_its_own(outline: Built) -> None:
    found = introduced(outline, "deals/terms")
    assert found[0] == "(1) each of the following, together “Investors” and each “Investor”:"
    assert found[3] == "(2) each of the following, together the “Oxen” and each an “Ox”:"


def test_both_terms_of_several_parties_are_defined(outline: Built) -> None:
    found = {each["term"]: each["number"] for each in outline.outline("deals/joint")["terms"]}
    assert found == {"Buyer": "(2)", "Seller": "(1)", "Sellers": "(1)"}


@pytest.mark.parametrize(
    ("words", "article"),
    [
        *(("private company", "a"), ("limited company", "a"), ("GmbH", "a"), ("Seller", "a"), ("Union", "a")),
        *(("European company", "a"), ("unit trust", "a"), ("UK company", "a"), ("US corporation", "a")),
        *(("one-person company", "a"), ("utility", "a"), ("user", "a"), ("besloten vennootschap", "a")),
        *(("unlimited company", "an"), ("unincorporated body", "an"), ("Investor", "an"), ("Agent", "an")),
        *(("LLC", "an"), ("S.p.A.", "an"), ("SE", "an"), ("LLP", "an"), ("honorary body", "an"), ("PLC", "a")),
    ],
)
def test_a_or_an(words: str, article: str) -> None:
    assert indefinite(words, "en") == article


PERSONS = {
    "en-GB": ("individual", "Ann Lee, an individual, of 2 Hill Road (the “Buyer”)"),
    "en-US": ("Individual", "Ann Lee, an Individual residing at 2 Hill Road (the “Buyer”)"),
    "de": ("natürliche Person", "Ann Lee, natürliche Person, wohnhaft 2 Hill Road (nachfolgend „Buyer“)"),
    "fr": ("personne physique", "Ann Lee, personne physique, demeurant 2 Hill Road"),
    "es": ("persona física", "Ann Lee, persona física, con domicilio en 2 Hill Road"),
}


@pytest.fixture(scope="module")
def persons(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("persons"))
    head = "---\nagreement:\n  locale: {}\n  roles: {{buyer: Buyer}}\n---\n# T\n\n{{.parties}}\n## P\n"
    head += ":::{{parties}}\n:::\n"
    files = {}
    for locale, (entity, _) in PERSONS.items():
        files[f"parties/{locale}.yaml"] = f"name: Ann Lee\nentity: {entity}\naddress: [2 Hill Road]\n"
        files[f"agreements/{locale}.md"] = head.format(locale) + "\n{.unnumbered}\n## S\n:::{signatures}\n:::\n"
        files[f"deals/{locale}.yaml"] = f"agreement: {locale}\nparties: {{buyer: {locale}}}\n"
    files["parties/trader.yaml"] = (
        "name: Ann Lee\nentity: sole trader\nregistration: {number: '7'}\naddress: [2 Hill Road]\n"
    )
    files["parties/club.yaml"] = "name: Club\nentity: individual\nkind: company\naddress: [2 Hill Road]\n"
    files["deals/trader.yaml"] = "agreement: en-GB\nparties: {buyer: trader}\n"
    files["deals/club.yaml"] = "agreement: en-GB\nparties: {buyer: club}\n"
    project.write(files)
    return project.build("text")


@pytest.mark.parametrize("locale", PERSONS)
def test_a_person_by_its_legal_form_has_an_address_and_no_office(persons: Built, locale: str) -> None:
    text = persons.text(f"deals/{locale}").replace("**", "")
    assert PERSONS[locale][1] in text
    assert "on behalf" not in text  # it signs for itself


def test_a_sole_trader_has_a_register_and_an_address(persons: Built) -> None:
    text = persons.text("deals/trader").replace("**", "")
    assert "Ann Lee, a sole trader (registration number 7), of 2 Hill Road" in text


def test_what_is_said_to_be_a_company_is_one(persons: Built) -> None:
    assert "Club, an individual, whose registered office is at" in persons.text("deals/club").replace("**", "")


# ---- signatures

ALONE = "Signature Place Date"
WITNESS = "Witness Name Address Occupation"
ADA = "Signature Name Ada Moreau Title Director Place Date"
BEN = "Signature Name Ben Ode Title Company Secretary Place Date"
CY = "Signature Name Cy Poe Title Managing Director, by power of attorney Place Date"
SOMEBODY = "Signature Name Title Place Date"
FLO = "Signature Name Flo Hay Title attorney Place Date"
DI_AND_ED = f"Signature Name Di Fox Title Place Date {WITNESS} Signature Name Ed Gee Title Place Date {WITNESS}"


def test_how_an_agreement_is_signed(site: Built) -> None:
    assert signed(site, "deals/of-7") == [
        f"Signed for and on behalf of Aurora Robotics Ltd {ADA} {BEN}",
        f"Signed for and on behalf of Boreal Inc. {CY}",
        f"Signed for and on behalf of Carl Holdings {SOMEBODY}",
        f"Signed for and on behalf of Dora & Sons <X> each in the presence of: {DI_AND_ED}",
        f"Signed by Ann Lee {ALONE}",
        f"Signed by Bob Novak in the presence of: {ALONE} {WITNESS}",
        f"Signed for and on behalf of Eve Adler {FLO}",
    ]


def test_how_a_deed_is_executed(site: Built) -> None:
    assert signed(site, "deals/deed") == [
        "Executed as a deed by Aurora Robotics Ltd acting by Ada Moreau, a director, and Ben Ode, its company "
        f"secretary {ADA} {BEN}",
        "Executed as a deed by Boreal Inc. acting by Cy Poe, a managing director, by power of attorney, in the "
        f"presence of: {CY} {WITNESS}",
        f"Executed as a deed by Carl Holdings acting by [Agent’s signatory], in the presence of: {SOMEBODY} {WITNESS}",
        f"Executed as a deed by Dora & Sons <X> acting by Di Fox and Ed Gee, each in the presence of: {DI_AND_ED}",
        f"Signed as a deed by Ann Lee in the presence of: {ALONE} {WITNESS}",
        f"Signed as a deed by Bob Novak in the presence of: {ALONE} {WITNESS}",
        f"Executed as a deed by Eve Adler acting by Flo Hay, attorney, in the presence of: {FLO} {WITNESS}",
    ]


def test_nobody_yet_signs_as_a_company(site: Built) -> None:
    assert signed(site, "agreements/of-1") == [f"Signed for and on behalf of [Seller’s legal name] {SOMEBODY}"]
    assert signed(site, "agreements/deed")[0] == (
        "Executed as a deed by [Seller’s legal name] acting by [Seller’s signatory], in the presence of: "
        f"{SOMEBODY} {WITNESS}"
    )


def test_each_of_several_parties_in_a_role_signs(site: Built) -> None:
    assert signed(site, "deals/joint") == [
        f"Signed by Ann Lee {ALONE}",
        f"Signed by Bob Novak in the presence of: {ALONE} {WITNESS}",
        f"Signed for and on behalf of Aurora Robotics Ltd {ADA} {BEN}",
        f"Signed for and on behalf of Boreal Inc. {CY}",
    ]
    assert re.findall(r'id="(signature-[^"]+)"', site.page("deals/joint")) == [
        *("signature-seller-1", "signature-seller-2", "signature-seller-3", "signature-buyer")
    ]


def test_an_office_is_said_in_the_deed_and_written_on_the_line(site: Built) -> None:
    page = site.page("deals/deed")
    facts = [re.search(rf"<bdi([^>]*)>{words}</bdi>", page) for words in ("director", "Director")]
    named = [re.findall(r'data-fact="([^"]+)"', found[1]) for found in facts if found]
    assert len(named) == 2 and named[0] == named[1], "where it was written is said once, for both"
    assert facts[0] and 'title="parties/aurora.yaml:6"' in facts[0][1]


# ---- in every output

DEALS = [name.removesuffix(".yaml") for name in FILES if name.startswith("deals/")]


@pytest.mark.parametrize("docname", DEALS)
def test_every_anchor_is_there_once(site: Built, docname: str) -> None:
    page = site.page(docname)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert not set(re.findall(r'href="#([^"]+)"', page)) - set(ids)


def test_a_party_can_be_cited(outline: Built) -> None:
    assert outline.cites("deals/of-7") == ["Party (1)", "clause 1"]
    assert outline.cites("deals/joint") == ["Party (1)", "clause 1"]


@pytest.fixture(scope="module")
def others(project: Project) -> dict[str, Built]:
    return {builder: project.build(builder, out=builder) for builder in ("text", "latex")}


@pytest.mark.parametrize("docname", DEALS)
def test_all_outputs_say_the_same(others: dict[str, Built], outline: Built, site: Built, docname: str) -> None:
    text = without_colons(others["text"].text(docname).replace("**", ""))
    tex = without_colons(bare(others["latex"], docname))
    for each in introduced(outline, docname):
        assert each in site.words(docname)
        assert without_colons(each) in text
        assert without_colons(each) in tex
    for each in signed(site, docname):
        assert without_colons(each) in text
        assert without_colons(each) in tex


def without_colons(text: str) -> str:
    """The text builder has one after each label of a line to sign on."""
    return plain(text.replace(":", " "))


def bare(latex: Built, docname: str) -> str:
    """The words of a LaTeX file."""
    tex = (latex.out / f"{docname.replace('/', '-')}.tex").read_text(encoding="utf-8")
    tex = re.sub(r"%.*", "", tex)
    tex = re.sub(r"\\begin\{legalpara\}\{\d\}\{(.*?)\}\{.*\}", r"\1", tex)
    tex = re.sub(r"\\(?:begin|end)\{\w+\}(?:\{\d\})?", " ", tex).replace("}{", " ").replace(r"\&", "&")
    tex = re.sub(r"\\[A-Za-z]+\*?", " ", tex.replace(r"\textless{}", "<").replace(r"\textgreater{}", ">"))
    return re.sub(r" ([,;.)”’])", r"\1", re.sub(r"([(“]) ", r"\1", plain(re.sub(r"[{}]", "", tex.replace("~", " ")))))
