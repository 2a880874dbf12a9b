"""Nouns: what several are called, printed and found by one rule."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from projects import Project

from whereas.agreement.uses import Term, compile_terms
from whereas.language import Wording, counted
from whereas.language.nouns import plural_of, term_forms

#: One and several, as contracts have them.
ENGLISH = {
    line.split(": ")[0].strip(): line.split(": ")[1].strip()
    for line in """
        Party: Parties
        Third Party: Third Parties
        Third-Party: Third-Parties
        Sub-Party: Sub-Parties
        Subsidiary: Subsidiaries
        Attorney: Attorneys
        Attorney-in-Fact: Attorneys-in-Fact
        Attorney General: Attorneys General
        Power of Attorney: Powers of Attorney
        Notary Public: Notaries Public
        Body Corporate: Bodies Corporate
        Account Receivable: Accounts Receivable
        Note Payable: Notes Payable
        Letter Patent: Letters Patent
        Runner-up: Runners-up
        Affiliate: Affiliates
        Leaf: Leaves
        Shelf: Shelves
        Bookshelf: Bookshelves
        Half: Halves
        Life: Lives
        Half-Life: Half-Lives
        Thief: Thieves
        Proof: Proofs
        Belief: Beliefs
        Tariff: Tariffs
        Plaintiff: Plaintiffs
        Criterion: Criteria
        Acceptance Criterion: Acceptance Criteria
        Phenomenon: Phenomena
        Datum: Data
        Addendum: Addenda
        Memorandum of Understanding: Memoranda of Understanding
        Consortium: Consortia
        Premium: Premiums
        Appendix: Appendices
        Matrix: Matrices
        Index: Indices
        Annex: Annexes
        Analysis: Analyses
        Basis: Bases
        Business: Businesses
        Loss: Losses
        Notice of Loss: Notices of Loss
        Process: Processes
        Address: Addresses
        Status: Statuses
        Surplus: Surpluses
        Prospectus: Prospectuses
        Lens: Lenses
        Bias: Biases
        Tax: Taxes
        Box: Boxes
        Branch: Branches
        Patriarch: Patriarchs
        Veto: Vetoes
        Cargo: Cargoes
        Memo: Memos
        Portfolio: Portfolios
        Ratio: Ratios
        Quiz: Quizzes
        Day: Days
        Business Day: Business Days
        Key: Keys
        Money: Moneys
        Proxy: Proxies
        Soliloquy: Soliloquies
        Warranty: Warranties
        Change in Law: Changes in Law
        Right of First Refusal: Rights of First Refusal
        Statement of Work: Statements of Work
        Event of Default: Events of Default
        Sale by Auction: Sales by Auction
        Opt In Notice: Opt In Notices
        Cut-Off Date: Cut-Off Dates
        Cut Off Date: Cut Off Dates
        Know-How Licence: Know-How Licences
        Seller’s Account: Seller’s Accounts
        Person: Persons
        Key Person: Key Persons
        Chairman: Chairmen
        Salesperson: Salespersons
        Woman: Women
        Child: Children
        German: Germans
        Specimen: Specimens
        Square Foot: Square Feet
        Bureau: Bureaux
        NDA: NDAs
        Approved NDA: Approved NDAs
        BUSINESS DAY: BUSINESS DAYS
        AFFILIATE: AFFILIATES
        Statute: Statutes
        House: Houses
        Lease: Leases
        Use: Uses
        Clause: Clauses
        Licence: Licences
        Device: Devices
        Metric: Metrics
        """.strip().splitlines()
}
#: The same for one and for several, or said of several only.
UNCHANGED = (
    "Premises|Goods|Data|Personal Data|Series|Species|Means|Proceeds|Damages|Earnings|Customs|Works|Arrears"
    "|Headquarters|Information|Confidential Information|Equipment|Software|Know-How|Personnel|Aircraft|Services"
    "|Deliverables|Terms of Use|Intellectual Property Rights|Fees|Losses|Parties|Criteria|Media"
    "|Accounts Payable|SLAs|News|Savings"
)


@pytest.mark.parametrize(("one", "many"), ENGLISH.items())
def test_what_several_are_called(one: str, many: str) -> None:
    assert plural_of(one, "en_GB") == many
    assert plural_of(many, "en_GB") == many  # of several there are no more
    assert many in term_forms(one, "en_GB")
    assert one in term_forms(many, "en_GB")


@pytest.mark.parametrize("noun", UNCHANGED.split("|"))
def test_what_names_several_already(noun: str) -> None:
    assert plural_of(noun, "en_GB") == noun
    assert counted(3, noun, Wording()) == f"3 {noun}"


@pytest.mark.parametrize(
    ("locale", "nouns"),
    [
        ("fr", "Prestataire Prestataires, Société Mère/Sociétés Mères, Date d’Effet/Dates d’Effet, Bail Baux"),
        ("fr", "Détail Détails, Tribunal Tribunaux, Aval Avals, Lieu Lieux, Pneu Pneus, Prix Prix, Bijou Bijoux"),
        ("fr", "Maître d'Ouvrage/Maîtres d'Ouvrage, Monsieur Messieurs, Client Clients, Créneau Créneaux"),
        ("es", "Comprador Compradores, Parte Partes, Sociedad Sociedades, Comisión Comisiones, Interés Intereses"),
        ("es", "País Países, Mes Meses, Crisis Crisis, Vez Veces, Día Hábil/Días Hábiles, Orden Órdenes, Raíz Raíces"),
        ("es", "Régimen Regímenes, Fecha de Entrada/Fechas de Entrada, Carácter Caracteres, Examen Exámenes"),
        ("de", "Käufer Käufer, Darlehensgeber Darlehensgeber, Unternehmen Unternehmen, Leistung Leistungen"),
        ("de", "Partei Parteien, Gesellschaft Gesellschaften, Lieferant Lieferanten, Kunde Kunden, Bürge Bürgen"),
        ("de", "Käuferin Käuferinnen, Lizenznehmer Lizenznehmer, Vertragspartner Vertragspartner"),
    ],
)
def test_several_in_other_languages(locale: str, nouns: str) -> None:
    for pair in nouns.split(", "):
        one, many = pair.split("/") if "/" in pair else pair.split(" ")
        assert plural_of(one, locale) == many
        assert many in term_forms(one, locale)
        assert one in term_forms(many, locale)


def test_what_no_rule_tells() -> None:
    nouns = (
        ("de", "Bank"),
        ("de", "Dritter"),
        ("de", "Firma"),
        ("de", "Offenlegende Partei"),
        ("it", "Parte"),
        ("en", " "),
    )
    assert [noun for locale, noun in nouns if plural_of(noun, locale)] == []


def test_what_is_printed_is_found() -> None:
    """Whatever stands before a noun or after it."""
    nouns = [*ENGLISH, *UNCHANGED.split("|")]
    for before, noun in product(("", "Relevant ", "Third Party ", "Group-"), nouns):
        if "of" in noun and before.endswith("-"):
            continue
        term = before + noun
        text = f"Give {counted(3, term, Wording())} back."
        found = compile_terms([Term(term)], "en_GB").find(text)
        assert [text[each.start : each.end] for each in found] == [plural_of(term, "en_GB")], term
        assert found[0].term == term


PAGE = """
    ---
    orphan: true
    agreement:
      locale: {locale}
      roles: {{many: {{term: {term}}}, n: Other}}
      values: {{count: {{type: integer, default: 3}}}}
    ---
    # A Page

    ## One
    1. {{{{ count | counted("{noun}") }}}}; {{{{ many }}}}.
    1. {{define}}`{noun}`.
    """
CASES = {
    "en": ("Lender", "Leaf", "3 Leaves; the Lenders."),
    "fr": ("Prestataire", "Bail", "3 Baux; Prestataires."),
    "es": ("Comprador", "Mes", "3 Meses; Compradores."),
    "de": ("Käufer", "Leistung", "3 Leistungen; Käufer."),
}


def test_pages_print_and_find_one_plural(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(
        {
            "index.md": "---\norphan: true\n---\n# Home\n",
            "parties/a.yaml": "name: A Ltd\n",
            "parties/b.yaml": "name: B Ltd\n",
            "parties/c.yaml": "name: C Ltd\n",
            "parties/d.yaml": "name: D Ltd\n",
        }
    )
    for locale, (term, noun, _) in CASES.items():
        project.write(
            {
                f"agreements/{locale}.md": PAGE.format(locale=locale, term=term, noun=noun),
                f"deals/{locale}.yaml": f"agreement: {locale}\nparties: {{many: [a, b], n: c}}\n",
            }
        )
    built = project.build("outline")
    for locale, (_, _, said) in CASES.items():
        assert built.outline(f"deals/{locale}")["provisions"][1]["text"] == said
    assert built.messages == ""  # a term that is found nowhere is one that is not used


def test_several_parties_without_a_word_for_them(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(
        {
            "index.md": "---\norphan: true\n---\n# Home\n",
            "parties/a.yaml": "name: A Ltd\n",
            "parties/b.yaml": "name: B Ltd\n",
            "parties/c.yaml": "name: C Ltd\n",
            "parties/d.yaml": "name: D Ltd\n",
            "agreements/x.md": """
            ---
            orphan: true
            agreement:
              locale: de
              roles:
                kunde: Kunde
                bank: {term: Bank, article: die}
            ---
            # X
            ## Eins
            1. {{ bank }} und {{ kunde }}.
            """,
            "deals/x.yaml": "agreement: x\nparties:\n  kunde: [a, b]\n  bank: [c, d]\n",
        }
    )
    built = project.build("text")
    message = "several parties play the role 'bank' (deals/x.yaml:4), and nothing says what they are called together"
    hint = "give the plural here: `bank: {term: Bank, plural: ...}`"
    assert built.messages == f"agreements/x.md:7:5: ERROR: {message}; {hint} [whereas.role-plural]\n"
