"""Defined terms: their forms, their uses found and linked, which definitions an agreement needs, what is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trees import agreement, line, lines_of, number

from whereas.agreement.capitals import capital_phrases, check_undefined
from whereas.agreement.linking import link_terms
from whereas.agreement.model import (
    Agreement,
    Block,
    Bullets,
    Cell,
    Defined,
    Definitions,
    Paragraph,
    Provision,
    Provisions,
    Quote,
    Section,
    Signature,
    Signatures,
    Table,
)
from whereas.agreement.runs import (
    Blank,
    Broken,
    Cited,
    Definition,
    Foreign,
    Item,
    LineBreak,
    Link,
    Reference,
    Run,
    Styled,
    TermUse,
    Text,
    Value,
)
from whereas.agreement.styles import STYLES
from whereas.agreement.term_checks import check_terms
from whereas.agreement.term_lines import UsedIn
from whereas.agreement.terms import defining, used_terms
from whereas.agreement.uses import Term, compile_terms, plain, uses_of_terms
from whereas.agreement.walk import text_of, walk_runs
from whereas.language.alphabet import sort_key
from whereas.language.nouns import term_forms
from whereas.library.finding import Finding, Place

# ---- forms ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("locale", "term", "forms"),
    [
        ("en_GB", "Affiliate", "Affiliates"),
        ("en_GB", "Party", "Parties"),
        ("en_GB", "Business Day", "Business Days"),
        ("en_GB", "Dependency", "Dependencies"),
        ("en_US", "Third Party", "Third Parties"),
        ("en_GB", "Analysis", "Analyses"),
        ("en_GB", "Person", "Persons, People"),
        ("en_GB", "Key Person", "Key Persons, Key People"),
        ("en_GB", "Key People", "Key Person"),
        ("en_GB", "Loss", "Losses"),
        ("en_GB", "Tax", "Taxes"),
        ("en_GB", "Taxes", "Tax"),
        ("en_GB", "Losses", "Loss"),
        ("en_GB", "Deliverables", "Deliverable"),
        ("en_GB", "Subsidiaries", "Subsidiary"),
        ("en_GB", "Intellectual Property Rights", "Intellectual Property Right"),
        ("en_GB", "Services", "Service"),
        ("en_GB", "Change of Control", "Changes of Control"),
        ("en_GB", "Terms of Use", "Term of Use"),
        ("en_GB", "Attorney-in-Fact", "Attorneys-in-Fact"),
        ("en_GB", "Responsibility Matrix", "Responsibility Matrices, Responsibility Matrixes"),
        ("en_GB", "SOW", "SOWs"),
        ("en_GB", "SLAs", "SLA"),
        ("en_GB", "Status", "Statuses"),
        ("de_DE", "Leistung", "Leistungen"),
        ("de_DE", "Vertrag", "Vertrags, Vertrages, Vertrage"),
        ("de_DE", "Partner", "Partners, Partnern"),
        ("de_DE", "Partnerin", "Partnerinnen"),
        ("de_DE", "Ergebnis", "Ergebnisse, Ergebnissen, Ergebnisses"),
        ("de_DE", "Kunde", "Kunden"),
        ("de_DE", "Mitglied", "Mitglieds, Mitglieder, Mitgliedern"),
        ("de_DE", "Unterlagen", "Unterlage"),
        ("de_DE", "Rechte", "Recht, Rechten"),
        ("de_DE", "Beauftragter", "Beauftragte, Beauftragten, Beauftragtem"),
        ("de_DE", "Dritter", "Dritte, Dritten"),
        ("de_DE", "Wechsel der Kontrolle", "Wechsels der Kontrolle"),
        ("de_DE", "Vertrauliche Informationen", "Vertraulichen Informationen, Vertrauliche Information"),
        (
            "de_DE",
            "Verbundenes Unternehmen",
            "Verbundene Unternehmen, Verbundenen Unternehmens, Verbundenem Unternehmen",
        ),
        ("fr_FR", "Information Confidentielle", "Informations Confidentielles"),
        ("fr_FR", "Informations Confidentielles", "Information Confidentielle"),
        ("fr_FR", "Date d’Effet", "Dates d’Effet"),
        ("fr_FR", "Tribunal", "Tribunaux"),
        ("fr_FR", "Lieu", "Lieux"),
        ("es_ES", "Información Confidencial", "Informaciones Confidenciales"),
        ("es_ES", "Informaciones Confidenciales", "Información Confidencial"),
        ("es_ES", "Día Hábil", "Días Hábiles"),
        ("es_ES", "Fecha de Entrada", "Fechas de Entrada"),
        ("es_ES", "Interés", "Intereses"),
    ],
)
def test_forms(locale: str, term: str, forms: str) -> None:
    made = term_forms(term, locale)
    assert made[0] == term
    assert set(forms.split(", ")) <= set(made)


@pytest.mark.parametrize(
    ("locale", "term", "wrong"),
    [
        ("en_GB", "Terms of Use", "Terms of Us"),
        ("en_GB", "Goods", "Good"),  # as in Good Industry Practice
        ("en_GB", "Damages", "Damage"),
        ("en_GB", "Business", "Busines"),
        ("en_GB", "Deliverables", "Deliverableses"),
        ("de_DE", "Ware", "War"),
        ("de_DE", "Mieter", "Miete"),
        ("de_DE", "Miete", "Mieter"),
        ("de_DE", "Arbeit", "Arbeiter"),
        ("de_DE", "Marke", "Mark"),
        ("fr_FR", "Date d’Effet", "Date d’Effets"),
    ],
)
def test_no_other_words(locale: str, term: str, wrong: str) -> None:
    assert wrong not in term_forms(term, locale)


@pytest.mark.parametrize("locale", ["en_GB", "de_DE", "fr_FR", "es_ES", "it_IT"])
def test_a_term_in_lower_case_has_no_other_form(locale: str) -> None:
    assert term_forms("party", locale) == ("party",)


# ---- uses -----------------------------------------------------------------------------------------------------------


def marked(text: str, *terms: str | Term, locale: str = "en_GB") -> str:
    """The text with each use in brackets."""
    pattern = compile_terms([term if isinstance(term, Term) else Term(term) for term in terms], locale)
    for start, end, _ in reversed(pattern.find(text)):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ("Services", "Give [Services]. [Services] are paid; services are not."),
        ("Services", "A [Service], but Servicesx, WebServices, Service1 and SERVICES are none."),
        ("Personal Data, Personal Data Breach", "A [Personal Data Breach] of [Personal Data]"),
        ("Affiliate", "[Affiliate]'s, [Affiliate]’s and [Affiliates]’ rights"),
        ("Affiliate", "a non-[Affiliate], an [Affiliate]-owned share, an Affiliate-Owned Share, a Sub-Affiliate"),
        ("Affiliate", "Non-[Affiliates] and inter-[Affiliate] and [Affiliate]–owned"),
        ("Co-branded Material, Material", "[Co-branded Material], [Co\u2011branded Material], branded [Material]"),
        ("Business Day", "[Business\u00a0Day], [Business\n  Days], BusinessDay"),
        ("Seller's Account", "the [Seller’s Account] and the [Seller's  Accounts]"),
        ("Change of Control, Control", "[Changes of Control] need [Control]"),
        ("party", "a [party], a Party and parties"),
        ("Confidential Information", "[Confidential Information], Confidential information"),
        ("Étude", "[Études] et Étude\u0301s"),
        ("Term, Terms", "[Term] and [Terms]"),
        ("Records", "Record this. A [Record] of [Records]. Record that."),
        ("Phase 1", "[Phase 1], Phase 10"),
        (".NET", "[.NET] but ASP.NET"),
    ],
)
def test_uses(terms: str, expected: str) -> None:
    assert marked(expected.replace("[", "").replace("]", ""), *terms.split(", ")) == expected


@pytest.mark.parametrize(
    ("locale", "terms", "expected"),
    [
        ("de_DE", "Vertrauliche Informationen", "der [Vertraulichen Informationen], die [Vertrauliche Information]"),
        ("de_DE", "Vertrauliche Informationen", "der vertraulichen Informationen"),
        ("de_DE", "Verbundenes Unternehmen", "[Verbundene Unternehmen] eines [Verbundenen Unternehmens]"),
        ("de_DE", "Leistung", "Die [Leistungen] und Leistungsbeschreibung, Teilleistung"),
        ("de_DE", "Beauftragter, Dritter", "Der [Beauftragte] und ein [Dritter] oder zwei [Dritte]"),
        ("de_DE", "Verbundenes Unternehmen", "ein nicht-[Verbundenes Unternehmen]"),
        ("fr_FR", "Information Confidentielle", "les [Informations Confidentielles] et l’[Information Confidentielle]"),
        ("es_ES", "Día Hábil", "cinco [Días Hábiles]; días hábiles"),
        ("it_IT", "Giorno", "il [Giorno], i Giorni"),
    ],
)
def test_uses_in_other_languages(locale: str, terms: str, expected: str) -> None:
    assert marked(expected.replace("[", "").replace("]", ""), *terms.split(", "), locale=locale) == expected


def test_what_the_author_adds_is_always_a_form() -> None:
    term = Term("Haus", ("Häuser", "HS"))
    assert marked("Zwei Häuser, ein HS, des Hauses", term, locale="de_DE") == "Zwei [Häuser], ein [HS], des [Hauses]"
    term = Term("Statement of Work", ("SOW", "work order"))
    assert marked("a SOW, SOWs, a work order", term) == "a [SOW], [SOWs], a [work order]"


def test_a_word_that_two_terms_claim_is_whose_name_it_is_then_whose_author_gave_it() -> None:
    words = compile_terms((Term("Parties"), Term("Party"), Term("Thing", ("Loss", "Persons")), Term("Person")), "en_GB")
    assert [words.words[each] for each in ("Party", "Parties", "Loss", "Persons")] == [
        "Party",
        "Parties",
        "Thing",
        "Thing",
    ]


def test_what_is_kept_of_a_term_is_kept_for_its_language() -> None:
    """Whichever language is asked for it first."""
    assert marked("die Kiosken", "Kiosk") == "die Kiosken"
    assert marked("die Kiosken", "Kiosk", locale="de_DE") == "die [Kiosken]"
    assert marked("die Klinken", "Klinke", locale="de_DE") == "die [Klinken]"
    assert marked("die Klinken", "Klinke") == "die Klinken"


def test_the_pattern_is_kept_whatever_the_anchors() -> None:
    one = compile_terms((Term("Loss", anchor="a", place=Place("a")),), "en_GB")
    assert compile_terms((Term("Loss", anchor="b"),), "en_AU") is one
    assert compile_terms((), "en_GB").find("Loss") == []


# ---- linking --------------------------------------------------------------------------------------------------------

TERMS = (
    Term("Services", anchor="t-services"),
    Term("Loss", anchor="t-loss", place=Place("c.yaml", 4)),
    Term("Company", anchor="t-company"),
)


def linked(*runs: Run | str, terms: tuple[Term, ...] = TERMS) -> tuple[Run, ...]:
    """A line, linked."""
    (done,) = lines_of(link_terms(agreement(line(*runs)), terms, "en_GB"))
    return done


def test_a_use_becomes_a_link_to_its_definition() -> None:
    use = TermUse("Services", "Service", "t-services")
    assert linked("Each Service’s loss.") == (Text("Each "), use, Text("’s loss."))
    assert linked("Services") == (replace(use, text="Services"),)
    assert linked(Styled("strong", (Text("the Service"),))) == (Styled("strong", (Text("the "), use)),)


@pytest.mark.parametrize(
    "run",
    [
        Link("https://example.org", (Text("Services"),)),
        Reference(("x",), words=(Text("Services"),), parts=(Cited("x", "Services", "x", "1"),)),
        Styled("literal", (Text("Services"),)),
        Styled("citation", (Text("Services"),)),
        Definition("Services", "Services"),
        Value("v", "Services"),
        Blank("v", "[Services]"),
        Item("x", "Services"),
        Broken("Services"),
        Foreign(0, "doc", "Services"),
    ],
)
def test_nothing_is_linked_inside(run: Run) -> None:
    before = line("See ", run, ".").runs
    assert linked(*before) == before
    assert linked("Loss, ", run)[1:] == (Text(", "), run)


def test_a_term_in_several_runs_is_none_nor_is_half_a_word() -> None:
    terms = (Term("Business Day"),)
    for runs in [("Business ", Styled("emphasis", (Text("Day"),))), ("Business", LineBreak(), "Day")]:
        assert linked(*runs, terms=terms) == line(*runs).runs
    assert linked(Value("v", "Web"), "Services") == (Value("v", "Web"), Text("Services"))
    assert linked("Loss", Value("v", "es")) == (Text("Loss"), Value("v", "es"))


def test_a_role_keeps_its_words_and_gets_an_anchor() -> None:
    assert linked(TermUse("Company", "the Company"), " pays.")[0] == TermUse("Company", "the Company", "t-company")
    other = TermUse("Partner", "the Partner", "t")
    assert linked(other) == (other,)


def test_a_role_is_not_linked_to_its_own_definition_from_there() -> None:
    company, loss = TermUse("Company", "the Company"), TermUse("Loss", "the Loss")
    tree = agreement(Definitions((entry("Company", " means ", company, " of the ", loss, "."),)), line(company))
    own, after = (list(walk_runs(each)) for each in lines_of(link_terms(tree, TERMS, "en_GB")))
    assert company in own
    assert replace(loss, anchor="t-loss") in own
    assert after == [replace(company, anchor="t-company")]


def test_no_term_takes_its_own_style_off() -> None:
    runs = linked("The ", Styled("no-term", (Text("Services"),)), " are Services.")
    assert text_of(runs) == "The Services are Services."
    assert [run.text for run in runs if isinstance(run, TermUse)] == ["Services"]
    assert not any(isinstance(run, Styled) for run in runs)


def entry(term: str, *runs: Run | str, line_: int = 1, file: str = "c.yaml") -> Defined:
    place = Place(file, line_)
    paragraph = line(*defining(term, STYLES["uk"]), *runs)
    return Defined(term, (replace(paragraph, place=place),), f"t-{term.lower()}", place)


def provision(*runs: Run | str) -> Provision:
    return Provision((line(*runs),), place=Place("p.md", 9))


def uses(tree: Agreement, terms: tuple[Term, ...] = TERMS, locale: str = "en_GB") -> list[str]:
    """The words of every use, in reading order."""
    done = link_terms(tree, terms, locale)
    return [run.text for each in lines_of(done) for run in walk_runs(each) if isinstance(run, TermUse)]


def test_headings_are_not_linked() -> None:
    bold = Styled("strong", (Text("Services."),))
    tree = agreement(Section((Text("Services"),), blocks=(Provisions((provision(bold, " The Service."),)),)))
    done = link_terms(tree, TERMS, "en_GB")
    assert uses(tree) == ["Service"]
    assert done.sections[0].title == (Text("Services"),)
    assert next(lines_of(done))[0] is bold
    assert uses(agreement(line(bold))) == ["Services"]  # a bold word that heads no provision


def test_own_definition_is_not_linked_others_are() -> None:
    tree = agreement(Definitions((entry("Loss", " means a Loss of Services."), entry("Services", " without Loss."))))
    assert uses(tree) == ["Services", "Loss"]


def test_every_kind_of_block_is_linked() -> None:
    cell = Cell((line("Loss 3"),))
    blocks: tuple[Block, ...] = (
        line("Loss 1"),
        Bullets(((line("Loss 2"),),)),
        Table((1,), ((cell,),), ((cell,),)),
        Quote((line("Loss 4"),)),
        Provisions((provision("Loss 5"),)),
    )
    assert len(uses(agreement(*blocks))) == 6
    signatures = Signatures((Signature((Text("Loss"),), (TermUse("Company", "the Company"),), ()),))
    (done,) = link_terms(agreement(signatures), TERMS, "en_GB").blocks
    assert isinstance(done, Signatures)
    assert done.blocks[0].lead == (Text("Loss"),)
    assert done.blocks[0].party == (TermUse("Company", "the Company", "t-company"),)


def test_what_has_no_use_is_the_very_same_object() -> None:
    cell = Cell((line("none"),))
    plain_ = (
        line("none"),
        line("a ", Styled("strong", (Text("loss"),))),
        Bullets(((line("none"),),)),
        Table((1,), ((cell,),), ((cell,),)),
        Quote((line("none"),)),
        Provisions((provision("none"),)),
        Definitions((entry("Loss", " means any Loss."),)),
        Signatures((Signature((Text("Loss"),), (), ()),)),
    )
    tree = agreement(*plain_)
    assert link_terms(tree, TERMS, "en_GB") is tree
    mixed = agreement(*plain_, line("Loss"))
    assert all(a is b for a, b in zip(link_terms(mixed, TERMS, "en_GB").blocks, plain_, strict=False))


PIECES = (
    "Affiliate|Business|Day|Days|Personal|Data|Breach|Loss|loss|Sub|non|party|Leistung|’s|-|.|,|x| | |\n|\u00a0|\u2011"
)
WORDS = st.lists(st.sampled_from(PIECES.split("|")), max_size=12).map("".join)
LEAVES = st.one_of(
    WORDS.map(Text),
    st.builds(Value, st.just("v"), WORDS),
    st.builds(TermUse, st.sampled_from(["Loss", "Other"]), WORDS),
    st.builds(lambda text: Definition("Loss", text), WORDS),
    st.just(LineBreak()),
    st.builds(lambda text: Reference(("x",), words=(Text(text),)), WORDS),
)
RUNS = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        Styled, st.sampled_from(["strong", "literal", "citation", "no-term"]), st.lists(inner, max_size=3).map(tuple)
    ),
    max_leaves=6,
)
LINES = st.lists(RUNS, max_size=5).map(lambda runs: Paragraph(tuple(runs)))
BLOCKS = st.recursive(
    LINES,
    lambda inner: st.one_of(
        st.builds(lambda blocks: Provisions((Provision(tuple(blocks)),)), st.lists(inner, max_size=3)),
        st.builds(lambda blocks: Bullets((tuple(blocks),)), st.lists(inner, max_size=2)),
        st.builds(lambda blocks: Table((1,), (), ((Cell(tuple(blocks)),),)), st.lists(inner, max_size=2)),
        st.builds(lambda blocks: Definitions((Defined("Loss", tuple(blocks)),)), st.lists(inner, max_size=2)),
    ),
    max_leaves=5,
)
NAMES = ["Affiliate", "Business Day", "Personal Data", "Personal Data Breach", "Loss", "party", "Leistung", "Data"]


@given(st.lists(BLOCKS, max_size=3), st.sets(st.sampled_from(NAMES)), st.sampled_from(["en_GB", "de_DE", "fr_FR"]))
def test_linking_changes_no_words_and_twice_is_once(blocks: list[Block], names: set[str], locale: str) -> None:
    terms = tuple(Term(name, anchor=f"t-{name}") for name in sorted(names))
    tree = agreement(*blocks)
    once = link_terms(tree, terms, locale)
    assert list(map(text_of, lines_of(once))) == list(map(text_of, lines_of(tree)))
    assert link_terms(once, terms, locale) is once


# ---- which definitions, and where used ------------------------------------------------------------------------------


def names(tree: Agreement, *entries: Defined, locale: str = "en_GB", **options: tuple[str, ...]) -> list[str]:
    terms = tuple(Term(each.term) for each in entries)
    return [each.term for each in used_terms(tree, entries, terms, locale, **options)]


LIST = (
    entry("Zone", " means a Place."),
    entry("Place", " means what a Map shows."),
    entry("Map", " means a drawing of a Place."),
    entry("Alone", " means nothing."),
)


def test_the_definitions_used_and_those_they_use() -> None:
    assert names(agreement(line("In the Zone.")), *LIST) == ["Map", "Place", "Zone"]
    assert names(agreement(line("A Map.")), *LIST) == ["Map", "Place"]
    assert names(agreement(line("zone"), Definitions(LIST)), *LIST) == []
    assert names(agreement(Section((Text("Zone"),))), *LIST) == []


def test_a_term_in_a_fact_or_a_link_needs_its_definition() -> None:
    for run in (Value("v", "Alone"), Link("x", (Text("Alone"),)), TermUse("Alone", "alone")):
        assert names(agreement(line("It is ", run)), *LIST) == ["Alone"]
    assert names(agreement(line("It is ", Blank("v", "[Alone]"))), *LIST) == []
    assert names(link_terms(agreement(line(Styled("no-term", (Text("Alone"),)))), (Term("Alone"),), "en"), *LIST) == []


def test_definitions_added_and_limited() -> None:
    tree = agreement(line("A Map."))
    assert names(tree, *LIST, also=("Zone",)) == ["Map", "Place", "Zone"]
    assert names(tree, *LIST, only=("Map", "Zone")) == ["Map"]
    assert names(tree, *LIST, only=("Map",), also=("Alone",)) == ["Alone", "Map"]
    assert [each.term for each in used_terms(tree, LIST, (), "en_GB")] == ["Map", "Place"]


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en_GB", "affair, Affiliate, Business Day, Business Hours, Businesses, Zone"),
        ("de_DE", "Abnahme, Änderung, Auftrag, Öffnung, Ort, Straße, Straßen, Übergabe, Umsatz"),
        ("es_ES", "Nota, Nuevo, Ñandú, Obra, Óptimo"),
        ("fr_FR", "Échéance, Effet, Œuvre, Ordre"),
        ("sv_SE", "Zon, Ånger, Ändring, Öppning"),
        ("da", "Zone, Ære, Øre, Ånd"),
        ("fil", "Ångkla, Zona"),  # Filipino, and no Finnish
    ],
)
def test_the_alphabet(locale: str, words: str) -> None:
    backwards = words.split(", ")[::-1]
    assert ", ".join(sorted(backwards, key=lambda word: sort_key(word, locale))) == words


def test_where_terms_are_used() -> None:
    inner = Provision((line("a Loss"),), label="b")
    tree = agreement(
        Section(
            (Text("One"),),
            label="one",
            blocks=(
                Provisions((Provision((line("A Loss, a Service, a Loss:"), Provisions((inner,))), label="a"),)),
                Provisions((Provision((Definitions((entry("Loss", " of Services"),)),), label="c"),)),
                line("The end of a Loss."),
            ),
        )
    )
    found = uses_of_terms(link_terms(number(tree), TERMS, "en_GB"))
    assert [each.number for each in found["Loss"]] == ["1.1", "1.1(a)", "1"]
    assert found["Services"][1] == UsedIn("1.2", (), "term-loss", "Loss")
    assert found["Services"][0].anchor


# ---- findings -------------------------------------------------------------------------------------------------------


def found(
    *content: Block, terms: tuple[Term, ...] = TERMS, locale: str = "en_GB", rule: str = "", **options: object
) -> list[Finding]:
    """The findings of a rule, or of all."""
    findings = check_terms(agreement(*content), terms, locale, **options)  # type: ignore[arg-type]
    return [finding for finding in findings if rule in ("", finding.rule)]


def at(line_: int, *runs: Run | str) -> Paragraph:
    return Paragraph(line(*runs).runs, Place("a.md", line_))


LOSS = (Term("Loss", place=Place("c.yaml", 4)),)


def test_nothing_wrong() -> None:
    assert found(at(1, "A Loss."), at(2, "A Loss."), terms=LOSS) == []


def test_defined_and_never_used() -> None:
    (finding,) = found(at(1, "No."), terms=LOSS)
    assert (finding.rule, finding.severity, str(finding.place)) == ("term-unused", "warning", "c.yaml:4")
    assert "'Loss'" in finding.message
    assert found(at(1, "No."), terms=LOSS, roles=frozenset({"Loss"})) == []
    assert not found(at(1, Value("v", "Loss")), terms=LOSS, rule="term-unused")
    assert found(Definitions((entry("Loss", " means Loss of life."),)), terms=LOSS, rule="term-unused")


def test_used_once() -> None:
    here = (Term("Loss", place=Place("a.md", 4)),)
    (finding,) = found(at(7, "A Loss."), terms=here)
    assert (finding.rule, finding.severity) == ("term-once", "info")
    assert finding.message == "the term 'Loss' is used only once, at a.md:7"
    assert not found(at(7, "A Loss."), terms=LOSS)  # defined in one file for another


def test_used_only_where_it_is_defined() -> None:
    told = "the term 'Loss' is used only in the sentence that defines it"
    defines = at(7, Text("A "), Definition("Loss", "Loss"), Text(" means death, and a Loss is a big Loss. It is sad."))
    (finding,) = found(defines, terms=LOSS)
    assert (finding.rule, finding.severity, finding.message) == ("term-own-definition", "info", told)
    assert str(finding.place) == "c.yaml:4"
    assert found(defines, terms=LOSS, roles=frozenset({"Loss"})) == []
    assert found(defines, at(8, "A Loss."), terms=LOSS) == []
    after = at(7, Definition("Loss", "Loss"), Text(" is sad. A Loss is big."))
    assert [each.rule for each in found(after, terms=(Term("Loss", place=Place("a.md", 7)),))] == ["term-once"]
    (finding,) = found(Definitions((entry("Loss", " means death by Loss."),)), terms=LOSS)
    assert finding.message.endswith("the agreement does not use it outside this definition")


def test_defined_twice() -> None:
    (finding,) = found(at(1, "Loss, Loss"), terms=(*LOSS, Term("Loss", place=Place("d.yaml", 8))))
    assert (finding.rule, finding.severity, str(finding.place)) == ("term-twice", "error", "d.yaml:8")
    assert finding.message == "the term 'Loss' is defined here, and first at c.yaml:4"


@pytest.mark.parametrize(
    ("text", "locale", "told"),
    [
        ("a Net Sale and Net Sales", "en_GB", True),
        ("Net Sales are paid", "en_GB", True),
        ("pay each Fee", "en_GB", True),
        ("Fees are paid.", "en_GB", False),  # any word is capitalised where a sentence begins
        ("Paid. Fees are paid.", "en_GB", False),
        ("the net sales", "en_GB", False),
        ("Gezahlt wird das Fee.", "de_DE", False),  # any noun is capitalised in German
        ("“Fee” means what is paid. Pay the Fee.", "en_GB", False),
        ("the Fee Loss", "en_GB", True),
    ],
)
def test_used_and_not_defined(text: str, locale: str, told: bool) -> None:
    findings = undefined(at(3, text), known=("Net Sale", "Fee", "Losses"), locale=locale)
    assert bool(findings) == told
    assert {finding.rule for finding in findings} <= {"term-undefined"}
    assert all(finding.severity == "warning" and finding.place == Place("a.md", 3) for finding in findings)


def undefined(*blocks: Block, known: tuple[str, ...], locale: str) -> list[Finding]:
    """What is said of terms that others define, in an agreement that defines "Loss"."""
    linked = link_terms(agreement(*blocks), LOSS, locale)
    return list(check_undefined(capital_phrases(linked), (Term(name) for name in known), locale))


def test_german_phrases_that_are_not_defined() -> None:
    (finding,) = undefined(
        at(1, "die Vertraulichen Informationen"),
        at(2, "der Vertraulichen Informationen"),
        known=("Vertrauliche Informationen",),
        locale="de_DE",
    )
    assert finding.message == (
        "'Vertrauliche Informationen' is used here and 1 more place, but this agreement does not define it"
    )


def circle(*entries: Defined, locale: str = "en_GB") -> list[str]:
    terms = tuple(Term(each.term, place=each.place) for each in entries)
    return [each.message for each in found(Definitions(entries), terms=terms, locale=locale, rule="term-circular")]


def test_circles() -> None:
    assert circle(entry("Loss", " means any Loss of money.")) == [
        "the definition of 'Loss' leads back to itself: 'Loss' (c.yaml:1) means 'Loss'"
    ]
    assert circle(entry("Fee", " means each Charge."), entry("Charge", " means the Fee due.", line_=2)) == [
        "the definition of 'Fee' leads back to itself: 'Fee' (c.yaml:1) means 'Charge', 'Charge' (c.yaml:2) means 'Fee'"
    ]
    assert circle(
        entry("Entgelt", " bedeutet jede Vergütung."), entry("Vergütung", " ist das Entgelt."), locale="de_DE"
    )
    # nor is a term that is used as soon as it is defined
    assert not circle(entry("Fee", "). The Fee is due"))
    # a period that follows an earlier one of its kind is no circle; nor are two things that know each other
    assert not circle(entry("Period", " means a year after the first or an earlier Period."))
    assert not circle(entry("Order", " means a paper that lists Goods."), entry("Goods", " means what an Order lists."))


def test_used_before_the_definition() -> None:
    early = at(1, "A Loss."), at(2, "A Loss."), at(3, *defining("Loss", STYLES["uk"]), " means harm."), at(4, "A Loss.")
    (finding,) = found(*early, terms=LOSS, early=True)
    assert (finding.rule, finding.place) == ("term-early", Place("a.md", 1))
    assert finding.message == "the term 'Loss' is used here and 1 more place before it is defined (c.yaml:4)"
    assert found(*early, terms=LOSS) == []
    assert found(*early[2:], at(5, "Loss"), terms=LOSS, early=True) == []


def test_lower_case() -> None:
    lines = at(1, "The loss. The Loss."), at(2, "Loss-making; the loss"), at(3, "A loss, the LOSS, a short-loss")
    findings = found(*lines, terms=LOSS)
    (finding,) = [each for each in findings if each.rule == "term-lower-case"]
    assert finding.severity == "info"
    assert finding.message == "'loss' is in lower case here and 1 more place, beside the term 'Loss'"
    assert not found(at(1, Value("v", "loss"), Link("x", ())), rule="term-lower-case")
    german = (Term("Vertrauliche Information"),)
    assert found(at(1, "die vertraulichen Informationen"), terms=german, locale="de_DE", rule="term-lower-case")
    assert not found(Definitions((entry("Loss", " means a loss."),)), terms=LOSS, rule="term-lower-case")
    assert not found(at(1, "party"), terms=(Term("party"),), rule="term-lower-case")


@pytest.mark.parametrize(
    ("one", "two", "near"),
    [
        ("Confidential Information", "Confidential information", True),
        ("Deliverable", "Deliverables", True),
        ("Third Party", "Third-Party", True),
        ("Know-how", "Know How", True),
        ("Effective Date", "Commencement Date", False),
        ("Term", "Terms of Use", False),
    ],
)
def test_terms_that_are_nearly_the_same(one: str, two: str, near: bool) -> None:
    terms = (Term(one, place=Place("a.yaml", 1)), Term(two, place=Place("b.yaml", 2)))
    findings = found(at(1, "x"), terms=terms, rule="term-near")
    assert bool(findings) == near
    assert all(each.severity == "warning" and "a.yaml:1" in each.message for each in findings)


def test_uses_that_are_nearly_a_term() -> None:
    terms = (Term("Confidential Information"),)
    (finding,) = found(at(1, "the Confidential information"), terms=terms, rule="term-near")
    assert finding.message == "'Confidential information', here, is nearly the term 'Confidential Information'"
    # where a sentence begins the capital is the sentence's
    (finding,) = found(at(1, "Confidential information"), terms=terms, rule="term-lower-case")
    assert finding.severity == "info"


def test_one_word_for_two_terms() -> None:
    terms = (Term("Alpha", ("CI",)), Term("Beta", ("CI",)))
    (finding,) = found(at(1, "x"), terms=terms, rule="term-near")
    assert "'Beta' and 'Alpha' are both written 'CI'" in finding.message


def test_plain_words() -> None:
    assert plain("Co\u2011branded\u00a0 Seller’s") == "Co-branded Seller's"
