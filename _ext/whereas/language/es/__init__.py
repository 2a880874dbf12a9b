"""Spanish."""

from __future__ import annotations

from whereas.language.es.drafting import DRAFTING, PLAIN
from whereas.language.es.frame import PHRASES, SHEETS, STYLE_WORDS
from whereas.language.es.nouns import forms, plural
from whereas.language.es.site import SITE
from whereas.language.placeholder_words import PlaceholderWords
from whereas.language.record import (
    Articles,
    Cases,
    CitedCases,
    Figures,
    Language,
    Months,
    Nouns,
    Numerals,
    Sought,
    WrongArticle,
)
from whereas.language.style_words import Noun

FIGURES = Figures(
    yes_no=("sí", "no"),
    business_day=("día hábil", "días hábiles"),
    joints=(  # before the sound i (not the diphthong of hielo), and before the sound o
        ("y", r"h?[ií](?!e)|y[b-df-hj-np-tv-z]", "e"),
        ("o", r"h?[oóö]|8|11(?!\d)", "u"),
    ),
)
NUMERALS = Numerals(
    per_cent="por ciento",
    corrections=(  # veintiún mil, treinta y un millones
        (r"veintiuno(?= (?:m|b|tr)il)", "veintiún"),
        (r"\buno(?= (?:m|b|tr)il)", "un"),
    ),
    before_masculine=((r"veintiuno$", "veintiún"), (r"\buno$", "un")),
    before_feminine=(
        (r"(?<=ient)os\b(?!.*mill)", "as"),  # doscientas, but doscientos millones
        (r"uno$", "una"),
    ),
    feminine_units=frozenset({"hour", "week"}),
    feminine_currency=r"a$",  # libra esterlina
    takes_of=r"ill(?:ón|ones)$",
    point={",": "coma"},
    ordinal="{}.º",
)
ARTICLES = Articles(
    r"(?:el|la|los|las|cada un[ao] de|amb[ao]s|tod[ao]s l[ao]s)\s",
    (
        WrongArticle(r"el|la|los|las|una?|unos|unas|del|al|cada|cualquier|ningún|ninguna|sus?", "drop"),
        WrongArticle(r"de", "of", r"el\s"),
        WrongArticle(r"a", "to", r"el\s"),
    ),
)
SOUGHT = Sought(
    abbreviations="núm núms párr ap apdo pág págs disp aprox",
    short_words="inc cap",
    laws="[Ll]ey [Cc]ódigo [Rr]eglamento [Dd]irectiva [Dd]ecreto RGPD",
    cited_of="del de",
    cited=r"[Cc]láusulas? [Aa]rtículos? [Aa]nexos? [Aa]partados? [Pp]árrafos? [Ss]ecci(?:ón|ones) [Aa]péndices?",
    never_last="el los las del al por para con desde hasta",
    cited_with_article=r"la\scláusula las\scláusulas (?:el|del|al)\sartículo los\sartículos",
    between_numbers="y o a",
    between_items="y o",
    definite="el la los las del al este esta estos estas dicho dicha",
    definition_leads="significa el la los las cada todo toda",
    agreed="convienen acuerdan pactan exponen manifiestan cláusulas estipulaciones",
    shorthand="apdo apartado art artículo artículos cláusula cláusulas letra núm párr párrafo punto",
    follows="siguiente",
    prefixes="no",
)
PLACEHOLDERS = PlaceholderWords(
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
    articles=r"(?:el|la|los|las) ",
    signed=r"firma(?:do)?",
    numbered=r"art[ií]culo|cap[ií]tulo|anexo|t[ií]tulo|parte|secci[oó]n|libro|tomo",
)


def _of(name: str) -> str:
    return f"del {name[3:]}" if name.startswith("el ") else f"de {name}"


def _to(name: str) -> str:
    return f"al {name[3:]}" if name.startswith("el ") else f"a {name}"


def _cited(words: str, noun: Noun, many: bool, case: str) -> str:
    """A citation with its article: las cláusulas 2 y 3, del apartado 1, al Anexo I."""
    feminine = noun.of == "de la"
    article = ("las " if feminine else "los ") if many else "la " if feminine else "el "
    if case == "de":
        return _of(article + words)
    return _to(article + words) if case == "a" else article + words


SPANISH = Language(
    code="es",
    name="Spanish",
    phrases=PHRASES,
    sheets=SHEETS,
    style_words=STYLE_WORDS,
    site_words=SITE,
    placeholders=PLACEHOLDERS,
    figures=FIGURES,
    numerals=NUMERALS,
    nouns=Nouns(plural, forms),
    cases=Cases(
        None,
        _of,
        _to,
        lambda gender, _: "la" if gender == "feminine" else "el",
        cited=CitedCases(("el", "de", "a"), _cited),
    ),
    articles=ARTICLES,
    of_one=r"(?:no\s+)?(?:es|está|será|ha|habrá|debe|deberá|puede|podrá|tiene|tendrá|se\s+obliga|se\s+compromete)",
    sought=SOUGHT,
    drafting=DRAFTING,
    plain=PLAIN,
    persons=("persona física", "persona natural", "particular", "empresario individual", "empresaria individual"),
    months=Months(locales=("es",)),
    letters={"ñ": "n"},
    hyphenation="spanish",
)
