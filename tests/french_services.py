# ruff: noqa: E501  # a sentence of a contract stands in one line
"""A contract for services in French, of two pages, every construct of the language in its place: its files, and its text."""

PAGE = """
---
agreement:
  style: fr
  roles:
    client: {term: Client, gender: masculine}
    prestataire: {term: Agence, gender: feminine}
  values:
    debut: {type: date}
    duree: {type: duration}
    delai: {type: duration, default: 10 jours ouvrables}
    prix: {type: money}
    penalite: {type: percent}
    livrables: {type: list}
    etapes:
      type: rows
      key: nom
      columns: {nom: text, montant: money, echeance: date}
---
# Contrat de prestation de services

{.parties}
## Parties
:::{parties}
:::

{.recitals}
## Préambule
1. {{ client }} exploite des entrepôts et souhaite moderniser leur signalétique.
1. {{ prestataire }} possède le savoir-faire nécessaire et accepte la mission {{ client | de }}.

{#definitions}
## Définitions
Dans le présent contrat :

:::{definitions}
:::

{#objet}
## Objet
1. {#mission} {{ prestataire }} fournit {{ client | a }}, à compter du {{ debut }}, les Prestations décrites {clause}`etude, rapport | a`.

   {paragraph}`lieu` Les Prestations sont exécutées dans les locaux {{ client | de }}, sauf accord contraire.
1. {#devoirs} {{ prestataire }} s’engage :
   1. {#calendrier} à respecter le calendrier {{ client | de }} ;
   1. {#secret} à garder le secret sur les Informations Confidentielles, sauf si :
      1. {#public} elles sont publiques ; ou
      1. {#loi} la loi impose leur divulgation.
1. {#remise} {{ prestataire }} remet {{ livrables }} dans un délai de {{ delai }}.

{#prix}
## Prix
1. {#montant} {{ client }} paie {{ prestataire | a }} la somme de {{ prix }} ({{ prix | money_words }}), répartie selon {clause}`echeancier | le`.
1. {#retard} Tout retard donne lieu à une pénalité de {{ penalite | words }} par mois. {sentence}`preuve` La preuve du retard incombe {{ prestataire | a }}.

:::{clause} discretion
:::

{#fin}
## Durée et fin
1. {#duree} Le contrat est conclu pour {{ duree | words }} et prend fin le {{ debut | plus(duree) }}.
1. {#resiliation} Tout manquement visé {clause}`calendrier or secret | a` autorise la résiliation ; {clause}`objet, prix, discretion | le` demeurent applicables.
1. Rien dans {this}`clause` ne limite les droits {{ prestataire | de }} prévus {clause}`montant, preuve | a`. Les exceptions {clause}`public, loi | de` s’appliquent.

{#divers}
## Dispositions diverses
1. Les annexes font partie du contrat. Sous réserve {this}`section | de`, elles priment, sauf sur le lieu ({clause}`lieu`).
1. Aux fins {clause}`objet, travaux | de`, "jour ouvrable" s’entend du lundi au vendredi. La mention "Urgent !" n’abrège aucun délai ; la question "Est-ce reçu ?" ne vaut pas mise en demeure.

{.unnumbered}
## Signatures
:::{signatures}
:::

{.schedule #travaux}
## Prestations et échéancier
1. {#etude} Étude des lieux.
1. {#rapport} Rapport en {{ etapes | count | spelled }} étapes.
1. {#echeancier} Les étapes donnent lieu aux paiements suivants, soit {{ etapes | total("montant") }} :

   :::{rows} etapes
   :heads: Étape, Montant, Échéance
   :total: montant
   :::
"""
DEAL = """
agreement: a
title: Signalétique
parties: {client: dupont, prestataire: atelier}
values:
  debut: 1er janvier 2027
  duree: 3 ans
  prix: 1 250,50 EUR
  penalite: 1,5 %
  livrables: [les plans, les maquettes, l’inventaire]
  etapes:
    - {nom: Étude, montant: 1 000 EUR, echeance: 1er mars 2027}
    - {nom: Rapport, montant: "250,50 EUR", echeance: 2 juin 2027}
"""
FILES = {
    "clauses/discretion.yaml": """
title: Secret
locale: fr
status: approved
definitions:
  Informations Confidentielles: les documents et connaissances qu’une partie désigne comme tels
  Prestations: les travaux que {clause}`travaux | le` énumère
  Étude: l’examen des lieux et de leurs usages
text: |
  1. {#garde} Chaque partie garde secrètes les Informations Confidentielles de l’autre pendant l’Étude.
  1. {#usage} Elle ne les utilise qu’aux fins {clause}`objet | de`.
""",
    "parties/dupont.yaml": """
name: Jean Dupont
kind: person
entity: entrepreneur individuel
born: 1980-05-03
address: {street: 12 place du Marché, city: Nantes, postcode: "44000", country: FR}
""",
    "parties/atelier.yaml": """
name: Atelier Borel SARL
entity: société à responsabilité limitée
jurisdiction: France
registration: {label: RCS, number: Lyon 123 456 789}
address: {street: 4 rue des Halles, city: Lyon, postcode: "69002", country: FR}
signatories: [{name: Claire Fontanel, title: gérante}]
""",
}
TEXT = """
Parties
(1) Jean Dupont, entrepreneur individuel, né(e) le 3 mai 1980, demeurant 12 place du Marché, 44000 Nantes, France (ci-après « le Client ») ; et
(2) Atelier Borel SARL, société à responsabilité limitée régie par le droit de France, RCS Lyon 123 456 789, dont le siège social est situé 4 rue des Halles, 69002 Lyon, France (ci-après « l’Agence »).
Préambule
(A) Le Client exploite des entrepôts et souhaite moderniser leur signalétique.
(B) L’Agence possède le savoir-faire nécessaire et accepte la mission du Client.
Article 1 Définitions
Dans le présent contrat :
« Étude » désigne l’examen des lieux et de leurs usages.
« Informations Confidentielles » désigne les documents et connaissances qu’une partie désigne comme tels.
« Prestations » désigne les travaux que l’Annexe 1 énumère.
Article 2 Objet
2.1 L’Agence fournit au Client, à compter du 1er janvier 2027, les Prestations décrites aux paragraphes 1 et 2 de l’Annexe 1.
Les Prestations sont exécutées dans les locaux du Client, sauf accord contraire.
2.2 L’Agence s’engage :
a) à respecter le calendrier du Client ;
b) à garder le secret sur les Informations Confidentielles, sauf si :
i) elles sont publiques ; ou
ii) la loi impose leur divulgation.
2.3 L’Agence remet les plans, les maquettes et l’inventaire dans un délai de 10 jours ouvrables.
Article 3 Prix
3.1 Le Client paie à l’Agence la somme de 1 250,50 EUR (mille deux cent cinquante euros et cinquante centimes), répartie selon le paragraphe 3 de l’Annexe 1.
3.2 Tout retard donne lieu à une pénalité de un virgule cinq pour cent (1,5 %) par mois. La preuve du retard incombe à l’Agence.
Article 4 Secret
4.1 Chaque partie garde secrètes les Informations Confidentielles de l’autre pendant l’Étude.
4.2 Elle ne les utilise qu’aux fins de l’article 2.
Article 5 Durée et fin
5.1 Le contrat est conclu pour trois (3) ans et prend fin le 1er janvier 2030.
5.2 Tout manquement visé à l’article 2.2, a) ou b) autorise la résiliation ; les articles 2 à 4 demeurent applicables.
5.3 Rien dans le présent article 5.3 ne limite les droits de l’Agence prévus à l’article 3.1 et à l’article 3.2, deuxième phrase. Les exceptions de l’article 2.2, b), i) et ii) s’appliquent.
Article 6 Dispositions diverses
6.1 Les annexes font partie du contrat. Sous réserve du présent article 6, elles priment, sauf sur le lieu (article 2.1, alinéa 2).
6.2 Aux fins de l’article 2 et de l’Annexe 1, « jour ouvrable » s’entend du lundi au vendredi. La mention « Urgent ! » n’abrège aucun délai ; la question « Est-ce reçu ? » ne vaut pas mise en demeure.
Signatures
Signé par
Jean Dupont
Signature
Lieu
Date
Signé au nom et pour le compte de
Atelier Borel SARL
Signature
Nom Claire Fontanel
Qualité gérante
Lieu
Date
Annexe 1 Prestations et échéancier
1. Étude des lieux.
2. Rapport en deux étapes.
3. Les étapes donnent lieu aux paiements suivants, soit 1 250,50 EUR :
Étape
Montant
Échéance
Étude
1 000 EUR
1er mars 2027
Rapport
250,50 EUR
2 juin 2027
Total
1 250,50 EUR
"""
#: What the page and what the paper says around the text; English words that are French too.
ON_SCREEN = ("Projet", "Utilisé à 2.2, b) et 4.1")
ON_PAPER = ("Table des matières", "Page 2 sur", "Ne pas signer", "Empreinte")
SHARED = {"Page", "Date", "Signature"}
