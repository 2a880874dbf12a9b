# ruff: noqa: E501  # a sentence of a contract stands in one line
"""Whole contracts in German and French, as a native would sign them: every construct of the language in its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from projects import Project

import whereas

GERMAN = """
---
agreement:
  style: de
  roles:
    geber: {term: Lizenzgeber, gender: masculine}
    nehmer: {term: Lizenznehmerin, gender: feminine}
  values:
    beginn: {type: date}
    laufzeit: {type: duration}
    gebuehr: {type: money}
    zins: {type: percent}
---
# Lizenzvertrag

{#gegenstand}
## Gegenstand
1. {#recht} {{ geber }} räumt {{ nehmer | dative }} ab dem {{ beginn }} das einfache Recht ein, die Software zu nutzen.
1. {#grenzen} {{ nehmer }} darf die Software
   1. {#kopie} nur zur Sicherung vervielfältigen,
   1. {#dritte} Dritten nicht überlassen.
1. Die übrigen Rechte {{ geber | genitive }} bleiben von {this}`section | dative` unberührt.

{#entgelt}
## Entgelt
1. {#gebuehr} {{ nehmer }} zahlt an {{ geber | accusative }} jährlich {{ gebuehr }} ({{ gebuehr | money_words }}), aufgeteilt nach {clause}`raten`.
1. Bei Verzug sind {{ zins | words }} Zinsen zu zahlen.

{#ende}
## Laufzeit und Ende
1. Der Vertrag läuft {{ laufzeit }}.
1. Ein Verstoß gegen {clause}`kopie or dritte` berechtigt zur Kündigung; {clause}`recht, grenzen` und {clause}`gegenstand, entgelt, ende` bleiben hiervon unberührt.

{.schedule #plan}
## Zahlungsplan
1. {#raten} Die Gebühr ist in vier Raten fällig.
1. Abweichungen von {clause}`raten` bedürfen der Textform.
"""
GERMAN_FACTS = """
agreement: a
title: A
parties: {geber: aurora, nehmer: borealis}
values:
  beginn: 31. Januar 2027
  laufzeit: 3 Jahre
  gebuehr: EUR 1.250,50
  zins: 10 %
"""
GERMAN_TEXT = """
§ 1 Gegenstand
(1) Der Lizenzgeber räumt der Lizenznehmerin ab dem 31. Januar 2027 das einfache Recht ein, die Software zu nutzen.
(2) Die Lizenznehmerin darf die Software
a) nur zur Sicherung vervielfältigen,
b) Dritten nicht überlassen.
(3) Die übrigen Rechte des Lizenzgebers bleiben von diesem § 1 unberührt.
§ 2 Entgelt
(1) Die Lizenznehmerin zahlt an den Lizenzgeber jährlich 1.250,50 EUR (eintausendzweihundertfünfzig Euro und fünfzig Cent), aufgeteilt nach Anlage 1 Nummer 1.
(2) Bei Verzug sind zehn Prozent (10 %) Zinsen zu zahlen.
§ 3 Laufzeit und Ende
(1) Der Vertrag läuft 3 Jahre.
(2) Ein Verstoß gegen § 1 Abs. 2 Buchst. a oder b berechtigt zur Kündigung; § 1 Abs. 1 und 2 und §§ 1 bis 3 bleiben hiervon unberührt.
Anlage 1 Zahlungsplan
1. Die Gebühr ist in vier Raten fällig.
2. Abweichungen von Nummer 1 bedürfen der Textform.
"""
FRENCH = """
---
agreement:
  style: fr
  roles:
    client: {term: Client, gender: masculine}
    prestataire: {term: Agence, gender: feminine}
  values:
    debut: {type: date}
    duree: {type: duration}
    prix: {type: money}
    penalite: {type: percent}
---
# Contrat de prestation de services

{#objet}
## Objet
1. {#mission} {{ prestataire }} fournit {{ client | a }}, à compter du {{ debut }}, les prestations décrites au {clause}`etude`.
1. {#devoirs} {{ prestataire }} s’engage :
   1. {#delai} à respecter le calendrier {{ client | de }},
   1. {#secret} à garder le secret.

{#prix}
## Prix
1. {#montant} {{ client }} paie {{ prestataire | a }} la somme de {{ prix }} ({{ prix | money_words }}).
1. Tout retard donne lieu à une pénalité de {{ penalite | words }}.

{#fin}
## Durée et fin
1. Le contrat est conclu pour {{ duree }}.
1. Tout manquement visé à l’{clause}`delai or secret` autorise la résiliation ; les {clause}`objet, prix, fin` demeurent.
1. Rien dans {this}`clause` ne limite les droits {{ prestataire | de }} prévus à l’{clause}`montant`.

{.schedule #travaux}
## Prestations
1. {#etude} Étude.
1. Rapport.
"""
FRENCH_FACTS = """
agreement: a
title: A
parties: {client: aurora, prestataire: borealis}
values:
  debut: 1er janvier 2027
  duree: 3 ans
  prix: 1 250,50 EUR
  penalite: 10 %
"""
FRENCH_TEXT = """
Article 1 Objet
1.1 L’Agence fournit au Client, à compter du 1er janvier 2027, les prestations décrites au paragraphe 1 de l’Annexe 1.
1.2 L’Agence s’engage :
a) à respecter le calendrier du Client,
b) à garder le secret.
Article 2 Prix
2.1 Le Client paie à l’Agence la somme de 1 250,50 EUR (mille deux cent cinquante euros et cinquante centimes).
2.2 Tout retard donne lieu à une pénalité de dix pour cent (10 %).
Article 3 Durée et fin
3.1 Le contrat est conclu pour 3 ans.
3.2 Tout manquement visé à l’article 1.2, a) ou b) autorise la résiliation ; les articles 1 à 3 demeurent.
3.3 Rien dans le présent article 3.3 ne limite les droits de l’Agence prévus à l’article 2.1.
Annexe 1 Prestations
1. Étude.
2. Rapport.
"""


@pytest.mark.parametrize(
    ("page", "facts", "text"),
    [(GERMAN, GERMAN_FACTS, GERMAN_TEXT), (FRENCH, FRENCH_FACTS, FRENCH_TEXT)],
    ids=["a licence in German", "services in French"],
)
def test_a_contract_reads_as_one_of_its_country(tmp_path: Path, page: str, facts: str, text: str) -> None:
    names = {"aurora": "Aurora Robotics Ltd", "borealis": "Borealis Analytics GmbH"}
    parties = {f"parties/{id}.yaml": f"name: {name}" for id, name in names.items()}
    Project(tmp_path).write({"agreements/a.md": page, "deals/one.yaml": facts, **parties})
    read = whereas.open(tmp_path).deal("one")
    assert read.findings == ()
    assert re.sub("[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]", " ", read.text).strip("\n") == text.strip("\n")
