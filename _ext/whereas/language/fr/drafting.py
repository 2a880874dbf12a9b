"""What a careful reader of French drafts looks for."""

from __future__ import annotations

from whereas.language.drafting_words import DraftingWords, PlainWords

_LENGTH = r"(?P<length>[\w-]+(?: \(\d+\))? (?:jours?|semaines?|mois|ans?|années?))"
_DONE = (
    r"payée?s?|livrée?s?|fournie?s?|remise?s?|rendue?s?|restituée?s?|envoyée?s?|transmise?s?|exécutée?s?|détruite?s?"
    r"|effacée?s?|remboursée?s?|effectuée?s?|conservée?s?|tenue?s?|signalée?s?"
)
DRAFTING = DraftingWords(
    attached=r"annexes?|appendices?|pièces? jointes?",
    signing=r"signatures?|signataires?",
    survives=r"(?:survi(?:t|vent|vront|vra)|demeure(?:nt|ront)? (?:applicables?|en vigueur)) (?:à|après)|survie",
    this=r"présente?s?|cette?|ce",
    until=r"au|à|jusqu[’'](?:au|à|en)|–|—|-",
    totals=r"(?:sous-)?total|totaux|somme|montant total",
    shares=r"parts?|quotes-parts?|réparti(?:e|s|es)?|répartition",
    sums=r"prix|sommes?|montants?|redevances?|honoraires|paiements?|acompte|plafond|loyer|salaire|coûts?|frais",
    sums_are=r"de|est de|sont de|à",
    after_sums=r"est|sont|sera|par|pour|le|la|en|à|au|et|ou|dans|si|avant|après|dès|dû|due|hors",
    is_a=r"(?:qui est )?(?:un )?",
    currencies=r"euros?|dollars?|livres?|francs?|centimes?",
    any_of=r"tous|toutes|chacune?|l’une?|une?|au moins|suivante?s?|ni|soit|aucune?|ordre|seulement",
    within=r"dans (?:un|le) délai de|dans les|sous|au plus tard dans les",
    runs_from=(
        r"après|suivants?|suivent|compter|depuis|avant|lorsqu\w*|si|en cas|à partir|dès|réception|ensuite"
        r"|chaque (?:fois|jour|mois|année|trimestre)"
        r"|jusqu\w*"
    ),
    runs_on=r"de|du|des|à|au|en",
    begins_on=r"à|en cas|dès|au|sur",
    duty=rf"\b(?:doi(?:t|vent)|devr(?:a|ont)) être (?P<verb>{_DONE})\b",
    doer=r"\bpar (?!(?:e-?mail|courriel|courrier|virement|chèque|écrit|lettre|voie|jour|mois|an)\b)",
    notice=rf"préavis (?:écrit )?de {_LENGTH}",
    term=rf"(?:durée|période) (?:initiale|minimale|déterminée|ferme)? ?(?:de|est de) {_LENGTH}",
    telephone=r"téléphone|tél\.?|portable|fax|télécopie",
    defined=r"\s*(?:désigne|désignent|signifie|signifient)\b",
    calls=(
        r"(?:(?:ci-après|dénommée?s?|désignée?s?|la|le|les|une?|l’|ensemble|individuellement|collectivement|et|ou"
        r"|,)\s*)*"
    ),
    more_quotes=("“”",),
)
PLAIN = PlainWords(
    wordy={
        r"ci-(?:après|dessus|dessous|avant)(?! dénomm)": "la clause qui est visée",
        r"(?:sus|pré)(?:dite?s?|nommée?s?|visée?s?|mentionnée?s?|citée?s?)": "ce, ou le",
        r"ledit|ladite|lesdits|lesdites|dudit|desdits|desdites": "ce, ou le",
        r"nonobstant": "malgré",
        r"en vertu de": "selon",
        r"aux fins de": "pour",
        r"dans l’hypothèse où": "si",
        r"au cas où": "si",
        r"dans le cadre de": "pendant, ou pour",
        r"préalablement à": "avant",
        r"postérieurement à": "après",
        r"nul et non avenu": "nul",
        r"est tenue? de": "doit",
        r"a l’obligation de": "doit",
        r"a la faculté de": "peut",
        r"afférente?s? (?:à|au|aux)": "de",
        r"et ce,": "",
        r"sous réserve (?:des|de la) présente?s?": "sauf",
        r"les présentes|aux présentes|des présentes": "ce contrat",
        r"mutatis mutandis": "avec les changements nécessaires",
        r"il est (?:expressément )?(?:convenu|entendu|précisé) que": "",
    },
    either=r"et\s?/\s?ou",
    twice_not=r"\bne (?:\w+ )?(?:pas|point) (?:\w+ )?(?:sans|in(?:valable|approprié|suffisant)\w*)\b",
    gendered=r"\b(?:il/elle|elle/il|celui/celle)\b",
)
