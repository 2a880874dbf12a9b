"""What only `whereas check` tells: a table of texts, each with the rules that it breaks, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import Project

import whereas
from whereas.checking.reading import findings_of

LIST = "1. The seller delivers:\n   1. goods{}\n   1. parts{}\n   1. plans{}"
FEE = "{define}`Fee` means ten euros. The Fee is due. The Fee is low. "
#: A text, its locale, and the rules that it breaks.
TABLE: list[tuple[str, str, set[str]]] = [
    # words that stand twice
    ("The seller delivers to the the buyer.", "en-GB", {"doubled-word"}),
    ("It is a a duty.", "en-GB", {"doubled-word"}),
    ("The The seller delivers.", "en-GB", set()),  # may be a name
    ("The seller knew that that was so, and had had it from Baden Baden.", "en-GB", set()),
    ("Der Verkäufer liefert an an den Käufer, die die Ware zahlen.", "de", {"doubled-word"}),
    ("Es sind Waren, die die Käufer zahlen.", "de", set()),
    ("Nous nous engageons.", "fr", set()),
    ("The non-binding binding offer stands.", "en-GB", set()),
    # a number in words and figures
    ("The term is thirty (60) days.", "en-GB", {"words-and-figures"}),
    ("The term is thirty (30) days, or one hundred and twenty (120), or twenty-five (25).", "en-GB", set()),
    ("The term is one hundred and twenty (20) days.", "en-GB", {"words-and-figures"}),
    ("The seller has one clause (2) and a paragraph (3).", "en-GB", set()),
    ("Die Frist ist dreißig (60) Tage.", "de", {"words-and-figures"}),
    ("Le délai est de trente (60) jours.", "fr", {"words-and-figures"}),
    ("El plazo es de treinta (60) días.", "es", {"words-and-figures"}),
    ("El plazo es de treinta y cinco (35) días.", "es", set()),
    # dates
    ("It ends on 31 February 2027.", "en-GB", {"no-such-date"}),
    ("It ends on February 29, 2027.", "en-US", {"no-such-date"}),
    ("It ends on 31 Feb 2027, or on Sept. 30, 2027.", "en-US", {"no-such-date"}),
    ("It ends on 29 February 2028, a Tuesday.", "en-GB", set()),
    ("It ends on Monday, 15 January 2027.", "en-GB", {"no-such-date"}),
    ("It ends on 2027-02-30, and begins on 2028-02-29.", "en-GB", {"no-such-date"}),
    ("It ends at 24:30, or at 24:00.", "en-GB", {"no-such-time"}),
    ("It costs EUR 1,000,00.", "en-GB", {"figures-form"}),
    ("See htp://example.com, or https://example.com.", "en-GB", {"no-such-address"}),
    ("It ends on Friday, 15 January 2027.", "en-GB", set()),
    ("Es endet am Montag, den 15. Januar 2027.", "de", {"no-such-date"}),
    ("Il finit le lundi 15 janvier 2027.", "fr", {"no-such-date"}),
    ("Termina el lunes, 15 de enero de 2027.", "es", {"no-such-date"}),
    # references typed by hand
    ("As clause 1.1 says.", "en-GB", {"typed-reference"}),
    ("The Acts apply. As clause 97 says. It applies.", "en-GB", {"typed-reference"}),
    ("As Schedule 9 says.", "en-GB", {"typed-reference"}),
    ("As section 5 of the Companies Act says, and Article 28 GDPR, and section 252.227-7014.", "en-GB", set()),
    ("Wie Ziffer 4 sagt.", "de", {"typed-reference"}),
    ("Wie § 312 BGB und Artikel 6 der Richtlinie sagen.", "de", set()),
    ("As clause 97 of this agreement says.", "en-GB", {"typed-reference"}),
    ("As Exhibit B says.", "en-US", {"typed-reference"}),
    ("As Annex III to this Agreement says.", "en-GB", {"typed-reference"}),
    ("The goods are in Appendix C.", "en-GB", {"typed-reference"}),
    ("The goods are in exhibit A-1 and so on.", "en-GB", {"typed-reference"}),
    ("The goods are in Part A of the Schedule.", "en-GB", {"typed-reference"}),
    ("Die Waren stehen in Anlage B.", "de", {"typed-reference"}),
    ("Les biens sont à l’annexe III.", "fr", {"typed-reference"}),
    ("Las cosas están en el anexo B.", "es", {"typed-reference"}),
    ("Schedule a call; Class B, Vitamin C, Part A, Schedule Alpha, Exhibit B2B and Annex I.A of it.", "en-GB", set()),
    ("As Annex I to the Standard Clauses, Annex II to Regulation 5 and Exhibit A’s form say.", "en-GB", set()),
    ("Exhibit B – the goods of all the sellers", "en-GB", set()),
    ("Annexe à ce contrat.", "fr", set()),
    ("El anexo y el plazo.", "es", set()),
    # two spaces, after a term as well
    ("{define}`Good Fee` means ten euros. The Good Fee  is due, and the Good Fee is low.", "en-GB", {"doubled-space"}),
    # signs
    ("The seller delivers, , the goods.", "en-GB", {"signs"}),
    ("The seller delivers the goods..", "en-GB", {"signs"}),
    ("The seller delivers the goods ,and leaves; it is so, etc.", "en-GB", {"signs"}),
    # quotation marks
    ("The „buyer“ pays, and the „seller” delivers.", "en-GB", {"quotes-foreign"}),
    ("The ``buyer'' pays.", "en-GB", {"quotes-foreign"}),
    ("The “buyer” pays, “as the ‘seller’ delivers”.", "en-GB", set()),
    ("Der “Käufer” zahlt, der „Verkäufer“ liefert.", "de", {"quotes-foreign"}),
    ("Der „Käufer“ zahlt, der »Verkäufer« liefert.", "de", set()),
    ("L’« acheteur » paie, le “vendeur” livre.", "fr", set()),
    ("L’„acheteur“ paie.", "fr", {"quotes-foreign"}),
    ("El «comprador» paga, el “vendedor” entrega.", "es", set()),
    ("El „comprador“ paga.", "es", {"quotes-foreign"}),
    # dates in figures
    ("It ends on 03/04/2027.", "en-GB", {"date-ambiguous"}),
    ("It ends on 3.4.2027, or on 3/4/27.", "en-US", {"date-ambiguous"}),
    ("It ends on 13/04/2027, 2027-03-04, 04/04/2027; it is 1/2/3 of IEC 1.2.3.", "en-GB", set()),
    ("Es endet am 3.4.2027.", "de", set()),
    # brackets
    ("The seller delivers (in boxes.", "en-GB", {"unpaired"}),
    ("The seller delivers in boxes).", "en-GB", {"unpaired"}),
    ("The seller delivers so] much.", "en-GB", {"unpaired"}),
    ("The seller delivers a) boxes (large), b) bags [small].", "en-GB", set()),
    # parties
    ("Acme Ltd delivers.", "en-GB", {"typed-party"}),
    ("The number is 01234567.", "en-GB", {"typed-party"}),
    ("Acme Limited delivers.", "en-GB", {"typed-party"}),
    ("ACME LTD delivers, and Ada Moreau signs.", "en-GB", {"typed-party"}),
    ("Acme Ltdx delivers, and so does Ac.", "en-GB", set()),
    ("It is for Acme, who pays.", "en-GB", {"typed-party"}),
    ("It is Acme’s.", "en-GB", {"typed-party"}),
    ("The Acme Hotel is acme, and an Acme Inn is none.", "en-GB", set()),  # may be the name of something else
    ("Es ist für Acme.", "de", set()),  # may be a noun
    ("The number is 0123 4567, or no. 01234-567.", "en-GB", {"typed-party"}),
    ("It has the numbers 012 345, 67 and 01,234,567.", "en-GB", set()),
    ("Write to Legal@AcmeLtd.example.com.", "en-GB", {"typed-party"}),
    ("See www.acmeltd.example.com for it.", "en-GB", {"typed-party"}),
    ("It is in Foundry Lane, or BS1 4QA.", "en-GB", {"typed-party"}),
    ("It is at 1, Foundry Lane.", "en-GB", {"typed-party"}),
    ("It is a foundry lane, in Bristol.", "en-GB", set()),
    ("Ada Moreau signs, and ada moreau does not.", "en-GB", {"typed-party"}),
    # lists
    (LIST.format("; and", "; or", "."), "en-GB", {"list-joins"}),
    (LIST.format(";", "; or", "."), "en-GB", set()),
    (LIST.format(";", "; and", ""), "en-GB", {"list-end"}),
    (LIST.format("", "", ""), "en-GB", set()),
    ("1. The seller delivers:\n   1. goods.", "en-GB", {"list-of-one"}),
    ("1. The seller delivers:\n\n   {% for each in ['it'] %}\n   1. {{ each }}.\n   {% endfor %}", "en-GB", set()),
    ("1. {% for each in ['it'] %}It is {{ each }}:{% endfor %}\n   1. goods.", "en-GB", {"list-of-one"}),
    (LIST.format(";", ";", "."), "en-GB", {"list-unjoined"}),
    (LIST.format(",", ",", ".").replace("delivers", "delivers any of these"), "en-GB", set()),
    (LIST.format(";", ", and", "."), "en-GB", set()),
    (LIST.format(";", "", "; and") + "\n   1. tools.", "en-GB", {"list-uneven"}),
    (LIST.format("; and", "; and", "."), "en-GB", set()),
    (LIST.format("; and", ";", ".") + "\n\n   in boxes.", "en-GB", {"list-after"}),
    (LIST.format(";", "; and", ",") + "\n\n   The buyer pays for the goods.", "en-GB", {"list-after"}),
    (LIST.format(";", "; and", ",") + "\n\n   in boxes.", "en-GB", set()),
    (LIST.format(";", "; und", ".").replace("delivers", "liefert"), "de", set()),
    # full stops
    ("1. The seller delivers all the goods\n1. The buyer pays.", "en-GB", {"full-stop"}),
    ("1. The Price of All Goods of the Seller\n1. The buyer pays.", "en-GB", set()),  # a heading
    ("1. the goods of the seller in boxes\n1. the price of these goods", "en-GB", set()),
    # sums and shares in words and figures
    ("The fee is five thousand euros (EUR 6,000).", "en-GB", {"words-and-figures"}),
    ("The fee is EUR 6,000 (five thousand euros).", "en-GB", {"words-and-figures"}),
    ("The fee is five hundred thousand euros (€500,000.00), or EUR 6,000 (six thousand).", "en-GB", set()),
    ("The rate is twenty percent (25%).", "en-US", {"words-and-figures"}),
    ("The rate is ten per cent (10 %), or 12% (twelve per cent); it is 5 (see below).", "en-GB", set()),
    ("Die Gebühr ist fünftausend Euro (6.000 EUR).", "de", {"words-and-figures"}),
    # signs
    ("The seller delivers, , the goods.", "en-GB", {"signs"}),
    ("The seller delivers the goods..", "en-GB", {"signs"}),
    ("The seller delivers the goods ,and leaves; it is so, etc.", "en-GB", {"signs"}),
    # quotation marks
    ("The seller “delivers so much.", "en-GB", {"unpaired"}),
    ("The seller delivers” so much.", "en-GB", {"unpaired"}),
    ("Der Verkäufer liefert „Waren“ und „mehr“.", "de", set()),
    ("Der Verkäufer liefert „Waren.", "de", {"unpaired"}),
    ("Le vendeur livre « des choses ».", "fr", set()),
    # figures
    ("The fee is EUR 5.000,00.", "en-GB", {"figures-form"}),
    ("The fee is EUR 5.000 for each of 1.000.000 boxes.", "en-GB", {"figures-form"}),
    ("The fee is EUR 5,000.00, by 1.125 times, of version 1.200.3.", "en-GB", set()),
    ("Die Gebühr ist 5,000.00 EUR.", "de", {"figures-form"}),
    ("Die Gebühr ist 5.000,00 EUR.", "de", set()),
    ("Le prix est de 5.000.000 euros.", "fr", set()),
    ("A fee of 5,000 is due.", "en-GB", {"currency-missing"}),
    ("A fee of 5,000 dollars is due, a fee of USD 5,000, and a fee of £5,000.", "en-GB", set()),
    ("The number of 5,000 boxes, at a price of 5,000 boxes.", "en-GB", set()),
    # periods and times
    ("It lasts from 1 May 2027 to 30 April 2027.", "en-GB", {"ends-before"}),
    ("It lasts from 1 May 2027 until 30 April 2028, not 1 March 2027.", "en-GB", set()),
    ("Es gilt vom 1. Mai 2027 bis zum 30. April 2027.", "de", {"ends-before"}),
    ("The seller delivers at 25:00 or at 12:60.", "en-GB", {"no-such-time"}),
    ("The seller delivers at 24:00, 9:30 am, and in the proportion 60:40.", "en-GB", set()),
    ("Monday, 2 May 2027, a Business Day.", "en-GB", {"no-such-date", "no-business-day"}),
    ("On 3 May 2027, which is a Business Day, and on 2 May 2027 unless a Business Day is meant.", "en-GB", set()),
    ("For an initial term of 3 months it ends on 6 months’ notice after it.", "en-GB", {"notice-long"}),
    ("For an initial term of 3 months it ends on 30 days’ notice after it.", "en-GB", set()),
    ("It lasts from January 2028 until December 2027.", "en-GB", {"ends-before"}),
    ("It lasts from 5 May 2028 to April 2028.", "en-GB", {"ends-before"}),
    ("It lasts from May 2028 to 1 April 2028.", "en-GB", {"ends-before"}),
    ("From May 2028 until 1 May 2028, from 31 May to May 2028, 5 June 2028 to June 2028.", "en-GB", set()),
    ("In March 2028, and to February 2028; from December 2027 until 30 January 2028.", "en-GB", set()),
    ("It lasts from May 5, 2028 to June 2028, not from April 2027.", "en-US", set()),
    ("Es gilt von Januar 2028 bis Dezember 2027.", "de", {"ends-before"}),
    ("Il dure de janvier 2028 à décembre 2027.", "fr", {"ends-before"}),
    ("Dura de enero de 2028 a diciembre de 2027.", "es", {"ends-before"}),
    ("Dura de enero de 2027 a diciembre de 2027.", "es", set()),
    # time limits and duties
    ("The seller must reply within ten (10) Business Days.", "en-GB", {"limit-from-nothing"}),
    ("The seller must reply within 10 days after the order. If it fails, it must pay within 5 days.", "en-GB", set()),
    ("Der Verkäufer antwortet innerhalb von 10 Tagen.", "de", {"limit-from-nothing"}),
    ("Der Verkäufer antwortet innerhalb von 10 Tagen nach Zugang.", "de", set()),
    ("Le vendeur répond dans un délai de dix jours.", "fr", {"limit-from-nothing"}),
    ("The goods shall be delivered by road.", "en-GB", set()),
    ("The goods shall be delivered by e-mail.", "en-GB", {"duty-of-nobody"}),
    # sums and shares
    ("The shares are 60% and 30%.", "en-GB", {"shares"}),
    ("The shares of A (60 per cent), B (20 per cent) and C (20 per cent) stand, and 5% or 7% more.", "en-GB", set()),
    ("Die Anteile sind 60 Prozent und 30 Prozent.", "de", {"shares"}),
    ("| Line | A | B | Total |\n|---|--:|--:|--:|\n| Boxes | 1,000 | 2 | 1,003 |", "en-GB", {"total"}),
    ("| Line | EUR |\n|---|--:|\n| A | 1,000 |\n| B | 5 |\n| Total | EUR 1,005 |", "en-GB", set()),
    ("| Line | EUR |\n|---|--:|\n| A | 1,000 |\n| B | many |\n| Total | 7 |", "en-GB", set()),
    # addresses
    ("Write to sales@acme, see http//acme.example.com, call +44 12.", "en-GB", {"no-such-address"}),
    ("Write to “sales@acme.example.com”, see www.acme.example.com/a?b, call +44 20 7946 0000.", "en-GB", set()),
    ("Write to sales(at)acme.example.com.", "en-GB", {"no-such-address"}),
    ("Write to sales [at] acme [dot] example.", "en-GB", {"no-such-address"}),
    ("Goods (at cost), goods (at) cost.", "en-GB", set()),
    ("Two boxes @ EUR 5. Telephone 12.", "en-GB", {"no-such-address"}),
    # terms
    ("The seller (the “Vendor”) delivers.", "en-GB", {"defined-by-hand"}),
    ("It delivers (as “agreed”) what it calls “Goods”.", "en-GB", set()),
    (FEE + "It is the fee of a year.", "en-GB", {"term-lower-case"}),
    (FEE + "It is a fee, for a fee is due at its own fee.", "en-GB", set()),  # an ordinary word, meant as it is
    (FEE.replace("Fee", "Year Fee") + "A year fee is due.", "en-GB", {"term-lower-case"}),
    ("The fee of ten euros (the {define}`Fee`) is due. The Fee is low. All know the Fee.", "en-GB", set()),
    ("Le {define}`Prix` est dû. Le Prix est bas. Payez le Prix. Payez le prix.", "fr", {"term-lower-case"}),
    ("{define}`Fee` means ten euros.\n1. The Fee is due.", "en-GB", {"term-once"}),
    ("The boxes of a year, as many as were bought (the {define}`Goods`).\n1. All Goods are big.", "en-GB", set()),
    ("{define}`Good Fee` means ten euros. The Good\n   Fee is due. The Good Fee is low.", "en-GB", set()),
    # plain words
    ("It ends pursuant to that clause, and the Said is no said.", "en-GB", {"wordy"}),
    ("Er zahlt seitens der Bank.", "de", {"wordy"}),
    ("Il paie nonobstant cela.", "fr", {"wordy"}),
    ("Paga a tenor de esto.", "es", {"wordy"}),
    ("The seller delivers goods and / or parts.", "en-GB", {"and-or"}),
    ("Er zahlt Waren und/oder Teile.", "de", {"and-or"}),
    ("It is not unusual that the seller underlies a union.", "en-GB", {"twice-not"}),
    ("The seller is not under a duty, and is not united.", "en-GB", set()),
    ("The seller must not be late; or the buyer pays.", "en-GB", set()),
    ("The manager and the shell are here.", "en-GB", set()),
    ("1. The seller must deliver.\n1. The buyer shall pay.\n1. The seller must repair.", "en-GB", {"duties-mixed"}),
    ("1. A colour, an offence.\n1. The color.", "en-GB", {"spelling-mixed"}),
    ("1. It costs EUR 5.\n1. It costs €6 or 7 EUR.\n1. It costs $8.", "en-GB", {"currency-mixed"}),
    ("1. It costs EUR 5.\n1. It costs GBP 6.\n1. It is 20 ISO 9001.", "en-GB", set()),
    # gaps
    ("The price is [●], or TBC.", "en-GB", {"placeholder"}),
]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[set[str]]:
    """The rules that each text of the table breaks: an agreement each, in one project."""
    root = tmp_path_factory.mktemp("drafts")
    pages = {
        f"agreements/a{index}.md": f"---\nagreement: {{locale: {locale}}}\n---\n# A\n\n## Duties\n"
        + (text if text.startswith(("1.", "|")) else f"1. {text}")
        + "\n"
        for index, (text, locale, _) in enumerate(TABLE)
    }
    acme = 'name: Acme Ltd\nshort: Acme\nregistration: {label: company number, number: "01234567"}\n'
    acme += "signatories: [{name: Ada Moreau}]\nnotices: {email: legal@acmeltd.example.com}\n"
    acme += "address: [1 Foundry Lane, 'Bristol BS1 4QA']\n"
    Project(root).write({**pages, "parties/acme.yaml": acme})
    project = whereas.open(root)
    contracts = [project.agreement(f"a{index}") for index in range(len(TABLE))]
    return [{each.rule for each in findings_of(project, contract)} for contract in contracts]


@pytest.mark.parametrize("index", range(len(TABLE)), ids=[text[:60] for text, _, _ in TABLE])
def test_a_text_breaks_just_these_rules(index: int, found: list[set[str]]) -> None:
    assert found[index] == TABLE[index][2]


def test_a_value_and_a_name_that_come_from_files_are_not_typed(tmp_path: Path) -> None:
    page = (
        "---\nagreement:\n  roles: {seller: Seller}\n  values: {start: {type: text}}\n---\n# A\n\n## Duties\n"
        "1. {#one}\n   {{ seller.name }} delivers on {{ start }}.\n1. As {clause}`one` says.\n"
    )
    deal = "agreement: a\nparties: {seller: acme}\nvalues: {start: Monday 15 January 2027}\n"
    Project(tmp_path).write({"agreements/a.md": page, "deals/x.yaml": deal, "parties/acme.yaml": "name: Acme Ltd\n"})
    project = whereas.open(tmp_path)
    assert [each.rule for each in findings_of(project, project.deal("x"))] == []


def test_a_party_of_another_deal_is_told_as_that(tmp_path: Path) -> None:
    page = "---\nagreement: {roles: {seller: Seller}}\n---\n# A\n\n## Duties\n1. Orbit Ltd delivers.\n"
    parties = {"parties/acme.yaml": "name: Acme Ltd\n", "parties/orbit.yaml": "name: Orbit Ltd\n"}
    Project(tmp_path).write(
        {"agreements/a.md": page, "deals/x.yaml": "agreement: a\nparties: {seller: acme}\n", **parties}
    )
    project = whereas.open(tmp_path)
    [finding] = findings_of(project, project.deal("x"))
    assert finding.message == "'Orbit Ltd' is of 'orbit', which is no party to this deal"
    assert finding.place.precise == "agreements/a.md:7:4"


def test_what_names_a_clause_names_those_inside_it(tmp_path: Path) -> None:
    project = Project(tmp_path)
    clause = "title: {}\nstatus: approved\nowner: A\nsummary: S.\nsurvives: true\ntext: |\n  {}\n"
    project.write(
        {
            "clauses/all.yaml": clause.format("All", ":::{clause} one\n  :::"),
            "clauses/one.yaml": clause.format("One", "The law is good."),
            "agreements/a.md": "---\nagreement:\n---\n# A\n\n:::{clause} all\n:::\n\n{#end}\n## End\n\n"
            "1. {#which}\n   After the end {clause}`end, all` survive.\n",
        }
    )
    opened = whereas.open(tmp_path)
    assert "survival" not in {each.rule for each in findings_of(opened, opened.agreements["a"])}


def test_a_typed_label_is_told_with_what_it_will_be(tmp_path: Path) -> None:
    page = "---\nagreement: {locale: en-US, style: us}\n---\n# A\n\n## Duties\n1. As Exhibit A and exhibit C say.\n"
    page += "1. As {clause}`goods` says.\n\n{.schedule #goods}\n## Goods\n\n1. Boxes.\n"
    Project(tmp_path).write({"agreements/a.md": page})
    opened = whereas.open(tmp_path)
    first, other = findings_of(opened, opened.agreements["a"])
    assert first.message == "the label in 'Exhibit A' is typed, and will be wrong when another is put in before"
    assert other.message == "'exhibit C' is typed, and nothing of that name is attached"
    assert other.place.precise == "agreements/a.md:7:21"


@pytest.mark.parametrize(
    ("locale", "type", "value", "text", "told"),
    [
        ("en-GB", "money", "EUR 500000", "The sum of five hundred thousand euros is due.", True),
        ("en-GB", "money", "EUR 500000", "The sum of Five Hundred Thousand Euros is due.", True),
        ("en-GB", "money", "EUR 50000", "The sum of five hundred and fifty thousand euros is due.", False),
        ("en-GB", "money", "EUR 50000", "The sum of two hundred fifty thousand euros is due.", False),
        ("en-GB", "money", "EUR 50000", "The sum of {{ v | money_words }} is due.", False),
        ("en-GB", "money", "EUR 50000", "The sum of fifty thousand dollars is due.", False),
        ("en-GB", "duration", "90 days", "It lasts for ninety days.", True),
        ("en-GB", "duration", "90 days", "It lasts for ninety months, and ninety-day periods.", False),
        ("en-GB", "duration", "3 days", "It lasts for three days.", False),
        ("en-GB", "duration", "12 months", "It lasts for twelve months.", False),
        ("en-GB", "percent", "25", "The share is twenty-five per cent of all.", True),
        ("en-GB", "percent", "10", "The share is ten per cent of all.", False),
        ("en-GB", "number", "250", "It has two hundred and fifty boxes.", True),
        ("en-GB", "number", "250", "It has one thousand two hundred and fifty boxes.", False),
        ("en-GB", "number", "100", "It has one hundred boxes.", False),
        ("de", "money", "EUR 500000", "Es kostet fünfhunderttausend Euro.", True),
        ("de", "duration", "90 Tage", "Es gilt neunzig Tage.", True),
        ("fr", "duration", "90 jours", "Il dure quatre-vingt-dix jours.", True),
        ("es", "money", "EUR 500000", "Cuesta quinientos mil euros.", True),
        *(
            ("en-GB", "money", "EUR 80000", f"The sum of {said} is due.", True)
            for said in (
                "EUR 80 000",
                "80,000 euros",
                "€80,000",
                "EUR 80,000.00",
                "EUR80000",
                "€80k",
                "80 thousand euros",
            )
        ),
        *(
            ("en-GB", "money", "EUR 80000", f"The sum of {said} is due.", False)
            for said in ("EUR 80 001", "USD 80,000", "EUR 180,000", "EUR 80,000,000", "EUR 80,000.01", "EUR 8,000")
        ),
        ("en-US", "money", "USD 1500000", "The sum of $1.5 million is due.", True),
        ("de", "money", "EUR 80000", "Es kostet 80 000 Euro.", True),
        ("fr", "money", "EUR 80000", "Cela coûte EUR 80.000.", True),
        *(
            ("en-GB", "date", "2027-01-15", f"It begins on {said}.", True)
            for said in (
                "15 January 2027",
                "January 15, 2027",
                "the 15th of January 2027",
                "2027-01-15",
                "15.01.2027",
                "15/1/2027",
            )
        ),
        *(
            ("en-GB", "date", "2027-01-15", f"It begins on {said}.", False)
            for said in ("16 January 2027", "15 January 2028", "2027-01-150", "15.01.2027.3", "January 2027")
        ),
        ("de", "date", "2027-01-15", "Es beginnt am 15.01.2027.", True),
    ],
)
def test_a_figure_in_words_is_restated(
    locale: str, type: str, value: str, text: str, told: bool, tmp_path: Path
) -> None:
    page = f"---\nagreement: {{locale: {locale}, values: {{v: {{type: {type}}}}}}}\n---\n# A\n\n## B\n"
    page += f"1. {text}\n1. {{{{ v }}}}.\n"
    Project(tmp_path).write({"agreements/a.md": page, "deals/x.yaml": f"agreement: a\nvalues: {{v: {value}}}\n"})
    project = whereas.open(tmp_path)
    assert ("value-restated" in {each.rule for each in findings_of(project, project.deal("x"))}) is told


def test_what_belongs_to_somebody_in_a_row_is_restated(tmp_path: Path) -> None:
    page = (
        "---\nagreement:\n  values:\n    people:\n      type: rows\n      columns:\n"
        "        {name: {type: text}, work: {type: text}, mail: {type: text}, fee: {type: money}}\n---\n# A\n\n## B\n"
        "1. {% for it in people %}{{ it.name }} has {{ it.work }}, {{ it.mail }} and {{ it.fee }}.{% endfor %}\n"
        "1. Wen Zhao has robot integration.\n1. Write to wen@acme.example.com.\n1. It costs 9,000 euros.\n"
    )
    deal = (
        "agreement: a\nvalues:\n  people:\n"
        "    - {name: Wen Zhao, work: robot integration, mail: wen@acme.example.com, fee: 'EUR 9,000'}\n"
    )
    Project(tmp_path).write({"agreements/a.md": page, "deals/x.yaml": deal})
    project = whereas.open(tmp_path)
    found = [each for each in findings_of(project, project.deal("x")) if each.rule == "value-restated"]
    assert [each.message.split(" is typed")[0] for each in found] == [
        "'Wen Zhao'",
        "'wen@acme.example.com'",
        "'9,000 euros'",
    ]


@pytest.mark.parametrize(
    ("reference", "text", "told"),
    [
        ("COOP-2027-014", "Each invoice names COOP-2027-014 and the date.", True),
        ("COOP-2027-014", "Each invoice names coop-2027-014.", True),
        ("COOP-2027-014", "Each invoice names COOP-2027-0145, COOP-2027-014-B or X-COOP-2027-014.", False),
        ("COOP-2027-014", "Each invoice names COOP 2027/014.", True),
        ("COOP-2027-014", "Each invoice names {{ v }}.", False),
        ("2027", "It ends in 2027.", False),
        ("Orion-Cooperation", "It is called Orion-Cooperation.", False),
    ],
)
def test_the_reference_of_a_deal_is_not_typed(reference: str, text: str, told: bool, tmp_path: Path) -> None:
    page = f"---\nagreement: {{values: {{v: {{type: text}}}}}}\n---\n# A\n\n## B\n1. {text}\n"
    deal = f"agreement: a\nreference: '{reference}'\nvalues: {{v: '{reference}'}}\n"
    Project(tmp_path).write({"agreements/a.md": page, "deals/x.yaml": deal})
    project = whereas.open(tmp_path)
    found = [each for each in findings_of(project, project.deal("x")) if each.rule == "typed-deal"]
    assert [each.place.file for each in found] == ["agreements/a.md"] * told


def test_the_reference_of_another_deal_is_told_as_that(tmp_path: Path) -> None:
    page = "---\nagreement: {}\n---\n# A\n\n:::{clause} c\n:::\n"
    clause = "title: C\nsummary: S.\nstatus: approved\nowner: A\ntext: |\n  It goes on as COOP-2027-014 says.\n"
    deals = {
        f"deals/{name}.yaml": f"agreement: a\nreference: {of}\n" for name, of in (("x", "COOP-2027-014"), ("y", "B-1"))
    }
    Project(tmp_path).write({"agreements/a.md": page, "clauses/c.yaml": clause, **deals})
    project = whereas.open(tmp_path)
    for contract in (project.agreements["a"], project.deal("y")):
        [finding] = [each for each in findings_of(project, contract) if each.rule == "typed-deal"]
        assert finding.message == "'COOP-2027-014', the reference of 'x', is typed here by hand"
        assert finding.place.precise == "clauses/c.yaml:6:17"


def test_a_guarantor_is_no_stranger(tmp_path: Path) -> None:
    page = (
        "---\nagreement:\n  roles: {seller: Seller}\n  values: {guarantor: {type: party}, note: {type: text}}\n---\n"
        "# A\n\n## B\n1. {{ guarantor }} answers for it, {{ note }}.\n"
    )
    deal = "agreement: a\nparties: {seller: acme}\nvalues: {guarantor: orbit, note: {} alone}\n"
    files = {f"parties/{each}.yaml": f"name: {each.title()} Ltd\n" for each in ("acme", "orbit", "orion")}
    files |= {
        "deals/x.yaml": deal.replace("{} alone", "Orbit Ltd alone"),
        "deals/y.yaml": deal.replace("{} alone", "Orion Ltd"),
    }
    Project(tmp_path).write({"agreements/a.md": page, **files})
    project = whereas.open(tmp_path)
    rules = [{each.rule for each in findings_of(project, project.deal(name))} for name in "xy"]
    assert rules == [set(), {"stranger"}]


@pytest.mark.parametrize(("words", "is_told"), [(1_000, False), (1_001, True)])
def test_a_clause_over_two_pages_is_told_once_and_its_list_of_definitions_is_not_counted(
    words: int, is_told: bool, tmp_path: Path
) -> None:
    """What stands below its smaller headings counts too; what a schedule says does not."""
    long = " ".join(["word"] * (words - 2))
    page = f"## Goods\n1. Here:\n\n   :::{{definitions}}\n   :also: Fee\n   :::\n\n### Care\n1. {long}, too.\n"
    page += f"\n## Fees\n1. {FEE}\n\n{{.schedule}}\n## Plan\n1. {long}, and so on, and on.\n"
    project = Project(tmp_path)
    project.write({"agreements/a.md": f"---\nagreement:\n---\n# A\n\n{page}"})
    opened = whereas.open(tmp_path)
    found = [each for each in findings_of(opened, opened.agreement("a")) if each.rule == "long-clause"]
    assert [each.message for each in found] == ["this clause has 1,001 words, and takes more than two pages"] * is_told
