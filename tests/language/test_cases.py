"""German cases, and the articles of a gender: a table that a German reads, and what is told where a case is wanting."""

from __future__ import annotations

import pytest

from whereas.assembly.case_filters import in_case
from whereas.assembly.facts import Role
from whereas.assembly.role_filters import role_filters
from whereas.language import Wording
from whereas.language.registry import language_of
from whereas.library.agreements import RoleTerm
from whereas.library.parties import Party

GERMAN = Wording("de_DE")


def role(term: str, gender: str = "", several: bool = False, locale: str = "de_DE", **more: object) -> Role:
    """A role that one or two play."""
    played = tuple(Party(name=name) for name in (("Aurora", "Borealis") if several else ()))
    declared = RoleTerm.model_validate({"term": term, "gender": gender, **more})
    return Role("role", declared, played, Wording(locale))


@pytest.mark.parametrize(
    ("term", "gender", "accusative", "dative", "genitive"),
    [
        ("Lizenznehmerin", "feminine", "die Lizenznehmerin", "der Lizenznehmerin", "der Lizenznehmerin"),
        ("Lizenzgeber", "masculine", "den Lizenzgeber", "dem Lizenzgeber", "des Lizenzgebers"),
        ("Auftraggeber", "masculine", "den Auftraggeber", "dem Auftraggeber", "des Auftraggebers"),
        ("Vermieter", "masculine", "den Vermieter", "dem Vermieter", "des Vermieters"),
        ("Kunde", "masculine", "den Kunden", "dem Kunden", "des Kunden"),
        ("Bürge", "masculine", "den Bürgen", "dem Bürgen", "des Bürgen"),
        ("Gesellschafter", "masculine", "den Gesellschafter", "dem Gesellschafter", "des Gesellschafters"),
        ("Lieferant", "masculine", "den Lieferanten", "dem Lieferanten", "des Lieferanten"),
        ("Konsument", "masculine", "den Konsumenten", "dem Konsumenten", "des Konsumenten"),
        ("Spezialist", "masculine", "den Spezialisten", "dem Spezialisten", "des Spezialisten"),
        ("Beirat", "masculine", "den Beirat", "dem Beirat", "des Beirats"),
        ("Beauftragte", "masculine", "den Beauftragten", "dem Beauftragten", "des Beauftragten"),
        ("Beauftragte", "feminine", "die Beauftragte", "der Beauftragten", "der Beauftragten"),
        ("Offenlegende", "feminine", "die Offenlegende", "der Offenlegenden", "der Offenlegenden"),
        ("Gesellschaft", "feminine", "die Gesellschaft", "der Gesellschaft", "der Gesellschaft"),
        ("Bank", "feminine", "die Bank", "der Bank", "der Bank"),
        ("Unternehmen", "neuter", "das Unternehmen", "dem Unternehmen", "des Unternehmens"),
        ("Haus", "neuter", "das Haus", "dem Haus", "des Hauses"),
        ("Verbundene Unternehmen", "neuter", "das Verbundene Unternehmen", "dem Verbundenen Unternehmen",
         "des Verbundenen Unternehmens"),
        ("Erste Käufer", "masculine", "den Ersten Käufer", "dem Ersten Käufer", "des Ersten Käufers"),
        ("Erste Käuferin", "feminine", "die Erste Käuferin", "der Ersten Käuferin", "der Ersten Käuferin"),
    ],
)  # fmt: skip
def test_one_in_its_case(term: str, gender: str, accusative: str, dative: str, genitive: str) -> None:
    one = role(term, gender)
    found = [in_case(one, case, GERMAN) for case in ("nominative", "accusative", "dative", "genitive")]
    assert found == [str(one), accusative, dative, genitive]


@pytest.mark.parametrize(
    ("term", "gender", "more", "expected"),
    [
        ("Käufer", "masculine", {}, ["die Käufer", "die Käufer", "den Käufern", "der Käufer"]),
        ("Käuferin", "feminine", {}, ["die Käuferinnen", "die Käuferinnen", "den Käuferinnen", "der Käuferinnen"]),
        ("Kunde", "masculine", {}, ["die Kunden", "die Kunden", "den Kunden", "der Kunden"]),
        ("Vorstand", "masculine", {"plural": "Vorstände"},
         ["die Vorstände", "die Vorstände", "den Vorständen", "der Vorstände"]),
    ],
)  # fmt: skip
def test_several_in_their_case(term: str, gender: str, more: dict[str, str], expected: list[str]) -> None:
    many = role(term, gender, several=True, **more)
    assert [in_case(many, case, GERMAN) for case in ("nominative", "accusative", "dative", "genitive")] == expected


def test_forms_that_follow_no_rule_are_given() -> None:
    own = role("Herr", "masculine", forms={"genitive": "Herrn", "dative": "Herrn", "accusative": "Herrn"})
    assert [in_case(own, case, GERMAN) for case in ("accusative", "dative", "genitive")] == [
        "den Herrn",
        "dem Herrn",
        "des Herrn",
    ]


def test_a_case_needs_a_gender_and_a_language_that_has_it() -> None:
    with pytest.raises(ValueError, match="must know the gender of 'Kunde': give the role its `gender: masculine`"):
        in_case(role("Kunde"), "dative", GERMAN)
    with pytest.raises(ValueError, match="English has no dative"):
        in_case(role("Buyer", locale="en_GB"), "dative", Wording("en_GB"))
    with pytest.raises(ValueError, match="French has no dative"):
        in_case(role("Client", "masculine", locale="fr_FR"), "dative", Wording("fr_FR"))
    with pytest.raises(ValueError, match="`dative` goes with a role, or a length of time"):
        role_filters(GERMAN)["dative"]("Aurora")


@pytest.mark.parametrize(
    ("locale", "term", "gender", "name", "of", "to"),
    [
        ("fr_FR", "Client", "masculine", "le Client", "du Client", "au Client"),
        ("fr_FR", "Cliente", "feminine", "la Cliente", "de la Cliente", "à la Cliente"),
        ("fr_FR", "Acheteur", "masculine", "l’Acheteur", "de l’Acheteur", "à l’Acheteur"),
        ("fr_FR", "Entreprise", "feminine", "l’Entreprise", "de l’Entreprise", "à l’Entreprise"),
        ("es_ES", "Cliente", "masculine", "el Cliente", "del Cliente", "al Cliente"),
        ("es_ES", "Vendedora", "feminine", "la Vendedora", "de la Vendedora", "a la Vendedora"),
    ],
)
def test_prepositions_run_together_with_the_article(
    locale: str, term: str, gender: str, name: str, of: str, to: str
) -> None:
    one, filters = role(term, gender, locale=locale), role_filters(Wording(locale))
    assert [str(one), str(filters["de"](one)), str(filters["a"](one))] == [name, of, to]


@pytest.mark.parametrize(
    ("this", "accusative", "dative", "genitive"),
    [("dieser", "diesen", "diesem", "dieses"), ("diese", "diese", "dieser", "dieser")],
)
def test_this_in_its_case(this: str, accusative: str, dative: str, genitive: str) -> None:
    declension = language_of("de").cases.declension
    assert declension
    assert [declension.this(this, case) for case in ("nominative", "accusative", "dative", "genitive")] == [
        this,
        accusative,
        dative,
        genitive,
    ]


@pytest.mark.parametrize(
    ("term", "gender", "several", "expected"),
    [
        ("Kunde", "masculine", False, ["vom Kunden", "zum Kunden", "beim Kunden"]),
        ("Agentur", "feminine", False, ["von der Agentur", "zur Agentur", "bei der Agentur"]),
        ("Haus", "neuter", False, ["vom Haus", "zum Haus", "beim Haus"]),
        ("Käufer", "masculine", True, ["von den Käufern", "zu den Käufern", "bei den Käufern"]),
    ],
)
def test_german_prepositions_run_together_with_the_article(
    term: str, gender: str, several: bool, expected: list[str]
) -> None:
    one, filters = role(term, gender, several), role_filters(GERMAN)
    assert [str(filters[each](one)) for each in ("von", "zu", "bei")] == expected
    assert "von" not in role_filters(Wording("fr_FR"))


@pytest.mark.parametrize(
    ("words", "accusative", "dative", "genitive"),
    [
        ("10 Werktage", "10 Werktage", "10 Werktagen", "10 Werktage"),
        ("drei (3) Jahre", "drei (3) Jahre", "drei (3) Jahren", "drei (3) Jahre"),
        ("2 Monate", "2 Monate", "2 Monaten", "2 Monate"),
        ("4 Wochen", "4 Wochen", "4 Wochen", "4 Wochen"),
        ("ein Monat", "einen Monat", "einem Monat", "eines Monats"),
        ("ein (1) Jahr", "ein (1) Jahr", "einem (1) Jahr", "eines (1) Jahres"),
        ("eine Woche", "eine Woche", "einer Woche", "einer Woche"),
        ("1 Tag", "1 Tag", "1 Tag", "1 Tages"),
    ],
)
def test_german_lengths_of_time_in_their_case(words: str, accusative: str, dative: str, genitive: str) -> None:
    declension = language_of("de").cases.declension
    assert declension
    found = [declension.counted(words, case) for case in ("nominative", "accusative", "dative", "genitive")]
    assert found == [words, accusative, dative, genitive]
