"""The words of placeholders, by language. All are parts of patterns, in which a space is a space."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PlaceholderWords:
    """The words of one language.

    `marks` are placeholders wherever they stand, in this very case; `phrases` are where they stand alone, or after one
    of `verbs` ("is to be agreed") unless that follows one of `clauses` ("what is to be agreed"). In brackets, `asks`
    bid somebody put something there, and `slots` name what. A number in brackets before one of `units` is not settled.
    A text of few words is a sentence's part if it begins with one of `leads` ("in a place to be agreed").
    `fields` is whether «Seller» is a field to be filled; in other languages it is a quotation.
    """

    marks: str = "(?!)"
    phrases: str = "(?!)"
    verbs: str = "(?!)"
    clauses: str = "(?!)"
    leads: str = "(?!)"
    asks: str = "(?!)"
    slots: str = "(?!)"
    units: str = "(?!)"
    fields: bool = False


_ENGLISH = PlaceholderWords(
    marks=r"TODO|[Tt]o-?do:|(?:[Dd]rafting [Nn]ote|[Nn]ote to [Dd]raft)s?:|[Ii]nsert (?:\w+ ){1,3}here",
    phrases=(
        r"to be (?:agreed|confirmed|determined|completed|inserted|advised|decided|defined|announced|specified|provided"
        r"|supplied|finali[sz]ed|discussed|negotiated|clarified|checked|drafted|filled in)"
        r"|(?:details?|wording|text) to (?:come|follow)"
    ),
    verbs=r"is|are|remains?|still|yet",
    clauses=r"that|which|who|what|if|as|where|when|whether|until|unless",
    leads=r"at|by|for|from|in|of|on|such|to|under|within",
    asks=r"insert|fill in|placeholder|tb[acd]|drafting note|note to draft(?:er)?|ntd",
    slots=(
        r"enter|add|delete|complete|specify|describe|state|choose|select|names?|dates?|days?|months?|years?|amounts?|sum|prices?"
        r"|fees?|rates?|numbers?|percentage|address(?:es)?|street|city|place|country|jurisdiction|currency|period|term"
        r"|title|position|e-?mail|(?:tele)?phone|company|corporation|part(?:y|ies)|customer|client|supplier|vendor|seller"
        r"|buyer|purchaser|provider|licen[sc]or|licen[sc]ee|less(?:or|ee)|landlord|tenant|lender|borrower"
        r"|employ(?:er|ee)|contractor|consultant|agent|distributor|signatory|reference|products?|services?|territory"
        r"|details|list|description|option|alternative|optional|if applicable|your \w+|other|blank|note"
    ),
    units=r"per ?cent|(?:business |working |calendar )?days?|weeks?|months?|years?|hours?",
    fields=True,
)
_GERMAN = PlaceholderWords(
    marks=r"TODO|[Tt]o-?do:|N\. ?N\.(?! ?[A-ZÄÖÜ])",
    phrases=(
        r"(?:noch )?(?:zu (?:vereinbaren|bestimmen|klären|ergänzen|bestätigen|benennen|ermitteln|definieren|verhandeln)"
        r"|(?:fest|nach|vor)zulegen|einzu(?:fügen|tragen|setzen)|abzustimmen|nachzureichen|anzugeben)|noch offen"
        r"|bitte (?:ausfüllen|einfügen|eintragen|ergänzen)"
        r"|(?:wird|werden) (?:noch (?:ergänzt|bestimmt|vereinbart|mitgeteilt|festgelegt|bekannt ?gegeben)|nachgereicht)"
    ),
    verbs=r"ist|sind|bleibt|bleiben|noch",
    clauses=r"was|soweit|falls|wenn|ob|wie",
    leads=r"am|an|auf|bei|für|im|in|mit|nach|unter|zu[mr]?",
    asks=r"bitte|\w*(?:einfügen|einzufügen|eintragen|einzutragen|einsetzen|einzusetzen|ergänzen)|platzhalter",
    slots=(
        r"\w*(?:namen?|datum|betrag|preis|nummer|anschrift|adresse)|firma|tag|monat|jahr|summe|anzahl|zahl|nr|ort|sitz"
        r"|straße|plz|land|währung|zeitraum|frist|dauer|laufzeit|prozent(?:satz)?|titel|funktion|position|telefon"
        r"|partei(?:en)?|kunden?|auftrag(?:geber|nehmer)(?:in)?|(?:ver)?käufer(?:in)?|(?:ver)?mieter(?:in)?|lieferant(?:in)?"
        r"|anbieter(?:in)?|arbeit(?:geber|nehmer)(?:in)?|gesellschaft|unternehmen|beschreibung|gegenstand"
        r"|leistung(?:en)?|gericht|gerichtsstand|alternative|anmerkung|hinweis"
    ),
    units=r"prozent|(?:werk|bank|arbeits|kalender)?tagen?|wochen?|monaten?|jahren?|stunden?",
    fields=True,
)
_FRENCH = PlaceholderWords(
    marks=r"TODO",
    phrases=r"à (?:convenir|définir|déterminer|confirmer|compléter|préciser|insérer|renseigner|remplir|négocier|fixer)",
    verbs=r"est|sont|restent?|demeurent?|encore",
    clauses=r"qui|que|si|où",
    leads=r"à|au|ce|dans|en|par|pour|selon|sous|sur",
    asks=r"insérer|renseigner",
    slots=(
        r"indiquer|préciser|compléter|noms?|prénoms?|dates?|jours?|mois|années?|montant|prix|somme|nombre|numéro|n°"
        r"|adresse|lieu|ville|pays|siège|devise|durée|période|délai|pourcentage|taux|titre|fonction|qualité|courriel"
        r"|téléphone|société|parties?|client|prestataire|fournisseur|vendeur|acheteur|acquéreur|bailleur|preneur"
        r"|locataire|prêteur|emprunteur|description|objet|tribunal|facultatif|le cas échéant"
    ),
    units=r"pour cent|jours?|semaines?|mois|ans?|années?|heures?",
)
_SPANISH = PlaceholderWords(
    marks=r"TODO:",  # without the colon it is a word: everything
    phrases=(
        r"(?:por|a|pendientes? de) (?:determinar|definir|confirmar|acordar|convenir|completar|concretar|fijar|negociar"
        r"|designar)"
    ),
    verbs=r"es|son|está|están|quedan?|siguen?|aún|todavía",
    clauses=r"que|si|cuando|donde",
    leads=r"a|al|con|de|en|lo|para|por|según",
    asks=r"insertar|rellenar",
    slots=(
        r"indicar|completar|especificar|incluir|nombres?|apellidos?|razón social|fechas?|días?|mes|año|importe|cantidad"
        r"|precio|suma|número|n\.?º|domicilio|dirección|lugar|ciudad|país|moneda|plazo|duración|per[ií]odo|porcentaje"
        r"|título|cargo|correo|teléfono|sociedad|empresa|partes?|cliente|proveedor|vendedora?|compradora?|arrendadora?"
        r"|arrendatari[oa]|prestadora?|prestamista|prestatari[oa]|descripción|objeto|juzgado|opcional|nota"
    ),
    units=r"por ciento|días?|semanas?|mes(?:es)?|años?|horas?",
)
#: Where people write German and put quotations between «these».
_SWISS = ("de_CH", "de_LI")
_LANGUAGES = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH}


def placeholder_words(locale: str) -> tuple[PlaceholderWords, ...]:
    """The words of a locale's language, if we have any, and the English ones, which drafts in all languages have."""
    own = _LANGUAGES.get(locale.partition("_")[0], PlaceholderWords())
    return (own, _ENGLISH) if own is not _ENGLISH else (own,)


def has_fields(locale: str) -> bool:
    """Whether «Seller» is a field to be filled in a locale, and no quotation."""
    return locale not in _SWISS and placeholder_words(locale)[0].fields
