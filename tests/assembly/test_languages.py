"""A clause of another language than its agreement's; articles typed before roles, in each language."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import Project, plain

import whereas


def read(root: Path, files: dict[str, str]) -> list[str]:
    """What is told of the agreement, each with its place."""
    project = Project(root)
    project.write(files)
    return [f"{each.place} {each}" for each in whereas.open(root).agreement("agreements/a").findings]


@pytest.mark.parametrize(
    ("style", "clause", "told"),
    [
        (
            "uk",
            "de",
            "the clause 'c' is in German, and this agreement in English; place a clause of the agreement’s own",
        ),
        ("de", "en", "the clause 'c' is in English, and this agreement in German"),
        ("fr", "es", "the clause 'c' is in Spanish, and this agreement in French"),
        ("de", "de", ""),
        ("ch", "de", ""),
        ("uk", "en-US", ""),
        ("de", "", ""),
    ],
)
def test_a_clause_of_another_language_is_told_where_it_is_placed(
    tmp_path: Path, style: str, clause: str, told: str
) -> None:
    locale = f"locale: {clause}\n" if clause else ""
    files = {
        "agreements/a.md": f"---\nagreement: {{style: {style}}}\n---\n# A\n\n## B\n1. x\n\n:::{{clause}} c\n:::\n",
        "clauses/c.yaml": f"title: C\nstatus: approved\n{locale}text: 1. x\n",
    }
    found = [each for each in read(tmp_path, files) if "the clause 'c'" in each]
    assert [each.startswith(f"agreements/a.md:9 {told}") for each in found] == ([True] if told else [])


SEVERAL = """
---
agreement: {{style: {style}, roles: {{seller: {role}}}}}
---
# A

## B
1. {text}
"""
ROLES = {
    "uk": "{term: Seller}",
    "de": "{term: Verkäufer, gender: masculine, plural: Verkäufer}",
    "fr": "{term: Vendeur, gender: masculine}",
    "es": "{term: Vendedor, gender: masculine}",
}


@pytest.mark.parametrize(
    ("style", "text", "printed"),
    [
        ("uk", "{{ seller }} is bound.", "The Sellers is"),
        ("uk", "It ends. {{ seller }} has time.", "The Sellers has"),
        ("uk", "{#x} {{ seller }} does it.", "The Sellers does"),
        ("de", "{{ seller }} ist gebunden.", "Die Verkäufer ist"),
        ("de", "{{ seller }} muss binnen eines Tages liefern.", "Die Verkäufer muss"),
        ("fr", "{{ seller }} s’engage à livrer.", "Les Vendeurs s’engage"),
        ("fr", "{{ seller }} ne peut céder.", "Les Vendeurs ne peut"),
        ("es", "{{ seller }} debe entregar.", "Los Vendedores debe"),
        ("es", "{{ seller }} no puede ceder.", "Los Vendedores no puede"),
        ("uk", "{{ seller }} are bound.", ""),
        ("uk", "One of {{ seller }} is bound.", ""),
        ("uk", "{{ seller | each }} is bound.", ""),
        ("uk", '{{ seller }} {{ seller | verb("is", "are") }} bound.', ""),
        ("uk", "{{ seller }} issue it.", ""),
        ("de", "{{ seller }} muss der Käufer bezahlen.", ""),  # an object that stands first
        ("fr", "{{ seller }} sont liés.", ""),
        ("fr", "L’un {{ seller | de }} est lié.", ""),
        ("es", "{{ seller }} deben entregar.", ""),
    ],
)
@pytest.mark.parametrize("several", [True, False])
def test_a_verb_of_one_after_several(tmp_path: Path, style: str, text: str, printed: str, several: bool) -> None:
    project = Project(tmp_path)
    who = "[one, two]" if several else "one"
    project.write(
        {
            "agreements/a.md": SEVERAL.format(style=style, role=ROLES[style], text=text),
            "deals/d.yaml": f"agreement: a\nparties: {{seller: {who}}}\n",
            "parties/one.yaml": "name: One\n",
            "parties/two.yaml": "name: Two\n",
        }
    )
    found = [f"{each.place} {each}" for each in whereas.open(tmp_path).deal("d").findings if "verb" in each.rule]
    assert len(found) == bool(printed and several)
    if found:
        assert found[0].startswith("agreements/a.md:7 ")
        assert printed.lower() in found[0].lower()


@pytest.mark.parametrize(
    ("style", "introduced"),
    [
        ("uk", "Ann Lee, born on 3 May 1980, of 2 Hill Road, Leeds (the “Seller”)."),
        ("us", "Ann Lee, born on May 3, 1980, an individual residing at 2 Hill Road, Leeds (the “Seller”)."),
        ("de", "Ann Lee, geboren am 3. Mai 1980, wohnhaft 2 Hill Road, Leeds (nachfolgend der „Seller“)."),
        ("fr", "Ann Lee, né(e) le 3 mai 1980, demeurant 2 Hill Road, Leeds (ci-après « le Seller »)."),
        ("es", "Ann Lee, con fecha de nacimiento 3 de mayo de 1980, con domicilio en 2 Hill Road, Leeds (en adelante, "
         "el «Seller»)."),
    ],
)  # fmt: skip
def test_a_person_with_a_date_of_birth(tmp_path: Path, style: str, introduced: str) -> None:
    project = Project(tmp_path)
    front = f"style: {style}, roles: {{seller: {{term: Seller, gender: masculine}}}}"
    project.write(
        {
            "agreements/a.md": f"---\nagreement: {{{front}}}\n---\n# A\n\n{{.parties}}\n## P\n:::{{parties}}\n:::\n",
            "deals/d.yaml": "agreement: a\nparties: {seller: ann}\n",
            "parties/ann.yaml": "name: Ann Lee\nkind: person\nborn: 1980-05-03\naddress: [2 Hill Road, Leeds]\n",
        }
    )
    line = next(each.text for each in whereas.open(tmp_path).deal("d").lines if each.label == "(1)")
    assert plain(line) == introduced
