"""English, in Britain and in America."""

from __future__ import annotations

from dataclasses import replace

from whereas.language.en.articles import ARTICLES, INDEFINITE
from whereas.language.en.drafting import DRAFTING, PLAIN
from whereas.language.en.frame import AMERICAN_PHRASES, PHRASES, SHEETS, STYLE_WORDS
from whereas.language.en.nouns import other_numbers, plural
from whereas.language.en.site import SITE
from whereas.language.placeholder_words import PlaceholderWords
from whereas.language.record import Cases, Figures, Language, Months, Nouns, Numerals, Sought

FIGURES = Figures(
    yes_no=("yes", "no"),
    business_day=("Business Day", "Business Days"),  # a defined term
    currency_gap=" ",
    compounds=True,
)
NUMERALS = Numerals(per_cent="per cent", corrections=((",", ""),))
SOUGHT = Sought(
    abbreviations="(?-i:No) Nos Sec Secs Sect cl cls para paras Sch pt Ch Fig pp vol reg approx",
    short_words="max min no arts?",
    within_sentence=r"e\.g i\.e cf vs No Nos Art Ltd Inc Co Corp",
    doubled="that had",
    laws="Acts? Regulations? Directives? Codes? Laws? Statutes? Ordinance Rules Convention Treaty U\\.S\\.C",
    cited_of="of in to under",
    never_last="the than per",
    seldom_last="a an of to on in at by from for with within under until before after since",
    citing="in under of to from by see with",
    cited=(
        r"articles? sections? (?:sub-?)?clauses? (?:sub-?)?paragraphs? recitals? schedules? annex exhibit appendix"
        r" (?-i:Part) arts?\."
    ),
    between_numbers="and or to through",
    between_items="and or",
    definite="the this that these those such said",
    definition_leads="means mean has have the meaning of is are a an any each every all or one",
    agreed=r"agree agrees agreed witnesseth witnesses enter\sinto",
    follows="follow",
    shorthand=(
        "art article articles cl clause clauses cls item no para paragraph paragraphs paras point sec sect section"
        " sections ss sub subclause subparagraph subsection"
    ),
    prefixes="non",
)
PLACEHOLDERS = PlaceholderWords(
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
    articles=r"(?:the|an?|full|legal) ",
    signed=r"by|signature|signed(?: by)?",
    numbered=r"article|art\.|chapter|annexe?|title|part|section|schedule|appendix|exhibit|book|volume|protocol",
    means=r"means?|has the meaning|shall mean",
    nothing=r"SIC|REDACTED|RESERVED|OMITTED|INTENTIONALLY|SIGNATURE|REMAINDER|END\b",
    fields=True,
)


def _possessive(name: str, several: bool, role: bool) -> str:
    return f"{name}’" if several and name.endswith("s") else f"{name}’s"


ENGLISH = Language(
    code="en",
    name="English",
    phrases=PHRASES,
    sheets=SHEETS,
    style_words=STYLE_WORDS,
    site_words=SITE,
    placeholders=PLACEHOLDERS,
    figures=FIGURES,
    numerals=NUMERALS,
    nouns=Nouns(plural, other_numbers),
    cases=Cases(_possessive, "of {}".format, "to {}".format),
    articles=ARTICLES,
    of_one=r"is|was|has|does",
    indefinite=INDEFINITE,
    sought=SOUGHT,
    drafting=DRAFTING,
    plain=PLAIN,
    persons=("individual", "person", "natural person", "private individual", "private person", "sole trader"),
    months=Months(locales=("en",), other_words=("May", "March")),
    nouns_are_verbs=True,
    hyphenation="english",
)
AMERICAN = replace(
    ENGLISH,
    code="en_US",
    phrases=AMERICAN_PHRASES,
    numerals=Numerals(per_cent="percent", corrections=((",", ""), (" and ", " "))),
    hyphenation="USenglish",
)
