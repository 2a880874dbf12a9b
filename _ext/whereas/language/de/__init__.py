"""German."""

from __future__ import annotations

import re
from dataclasses import replace

from whereas.language.de.declension import CASES, CONTRACTED, GOVERNED, SHOWN, article, cited, counted, decline, this
from whereas.language.de.drafting import DRAFTING, PLAIN
from whereas.language.de.frame import PHRASES, SHEETS, STYLE_WORDS
from whereas.language.de.nouns import forms, plural
from whereas.language.de.site import SITE
from whereas.language.de.swiss import swiss
from whereas.language.placeholder_words import PlaceholderWords
from whereas.language.record import (
    Articles,
    Cases,
    CitedCases,
    Declension,
    Figures,
    Language,
    Months,
    Nouns,
    Numerals,
    Sought,
    WrongArticle,
)

FIGURES = Figures(yes_no=("ja", "nein"), business_day=("Werktag", "Werktage"))
NUMERALS = Numerals(
    per_cent="Prozent",
    percent_is_noun=True,  # ein Prozent, but eins Komma fünf Prozent
    before_masculine=((r"eins$", "ein"),),  # ein Jahr, eine Woche, einhundertein Wochen
    before_feminine=((r"^eins$", "eine"), (r"eins$", "ein")),
    feminine_units=frozenset({"hour", "week"}),
    feminine_currency=r"e$",  # Schwedische Krone
    feminine_cent=r"e$",
    ordinal="{}.",
)
_PREPOSITION = r"(?:an|auf|aus|bei|durch|für|gegen|hinter|in|mit|nach|neben|ohne|über|um|unter|von|vor|zu|zwischen)"
_RELATIVE = rf"(?:{_PREPOSITION}\s+)?(?:der|die|das|dem|den|dessen|deren|welche[mnrs]?)"
ARTICLES = Articles(
    r"(?:der|die|das|dem|den|des|jede[rs]? der|beide|alle)\s",
    (
        WrongArticle(
            r"der|die|dem|den|des|ein|kein|zum|zur|im|vom|beim|am|ans|ins|aufs|durchs|fürs|ums|übers|unters|vors",
            "drop",
        ),
        WrongArticle(r"das", "drop", r"das\s"),  # "wenn das der Käufer wünscht"
        WrongArticle(r"eine|keine", "drop", r"die\s|das\s"),  # "eine der Parteien"
    ),
    # "die Rechte, die die Käuferin hat", and then "und an denen die Käuferin"
    rf",\s*{_RELATIVE}\s+|,\s*{_RELATIVE}\s[^.;:]*\b(?:und|oder|sowie)\s+{_RELATIVE}\s+",
)
SOUGHT = Sought(
    abbreviations="Nr Nrn Abs Ziff Ziffn lit Buchst Anl Kap Rz Rn Rdnr Tz Pos Bd Alt ca vgl inkl zzgl",
    within_sentence=r"Nr Abs Ziff lit bzw z\.\s?B",
    doubled="die der das den dem sie",
    laws=r"\w*[Gg]esetz\w* \w*[Vv]erordnung\w* \w*[Rr]ichtlinie\w* \w+gesetzbuch\w* [A-Z][A-Za-z]*G BGB HGB DSGVO ZPO",
    cited_of="des der von dieser",
    never_last=("der die das den dem des eine einen einem einer am im vom zum zur bis von seit je pro für"),
    seldom_last="an in ein ab auf mit nach vor zu",
    citing="nach gemäß aus laut unter zu von siehe gilt gelten in",
    cited="Artikeln? Ziffern? Nummern? Abs(?:atz|ätzen?) Satz Abschnitt Anlage Anhang Klausel §§?",
    between_numbers="und oder sowie bis",
    between_items="und oder sowie",
    definition_leads=(
        "bedeutet bedeuten bezeichnet bezeichnen meint ist sind hat die das der den dem ein eine einen jede jeder "
        "jedes jeden alle"
    ),
    agreed="vereinbaren vereinbart schließen",
    follows="folgend",
    shorthand="abs absatz abschnitt art artikel buchst buchstabe klausel lit nr nummer punkt ziff ziffer",
    prefixes="nicht",
)
PLACEHOLDERS = PlaceholderWords(
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
    articles=r"(?:der|die|das) ",
    signed=r"unterschrift",
    numbered=r"artikel|kapitel|anhang|anlage|titel|teil|abschnitt|buch|band",
    means=r"bedeutet|bezeichnet|ist|sind",
    fields=True,
)


def _possessive(name: str, several: bool, role: bool) -> str:
    """Auroras, of names that are no roles."""
    if role:
        instead = "write `| genitive` after what it has, as in 'die Rechte des Kunden'"
        raise ValueError(f"a role has no possessive in German: {instead}")
    return f"{name}’" if re.search(r"(?:[sßxz]|ce)$", name, re.IGNORECASE) else f"{name}s"


GERMAN = Language(
    code="de",
    name="German",
    phrases=PHRASES,
    sheets=SHEETS,
    style_words=STYLE_WORDS,
    site_words=SITE,
    placeholders=PLACEHOLDERS,
    figures=FIGURES,
    numerals=NUMERALS,
    nouns=Nouns(plural, forms),
    cases=Cases(
        _possessive,
        article=article,
        declension=Declension(decline, this, SHOWN, GOVERNED, CASES, counted, CONTRACTED),
        cited=CitedCases((*CASES, *CONTRACTED), cited),
    ),
    articles=ARTICLES,
    # "Die Verkäufer muss der Käufer bezahlen": an object may come first, if its subject comes next
    of_one=r"(?:ist|war|hat|darf|kann|muss|soll|wird)(?!\s+(?:d[iea][ers]|d[ea][nms]|eine?|er|sie|es|man|jede)\b)(?=\s+[a-zäöü])",
    sought=SOUGHT,
    drafting=DRAFTING,
    plain=PLAIN,
    persons=(
        *("natürliche person", "privatperson", "einzelunternehmer", "einzelunternehmerin", "einzelkaufmann"),
        *("eingetragener kaufmann", "eingetragene kauffrau", "einzelkauffrau"),
    ),
    months=Months(locales=("de", "de_AT")),
    capital_nouns=True,
    hyphenation="ngerman",
)
_SWISS: Language = replace(
    swiss(GERMAN),
    code="de_CH",
    numerals=replace(NUMERALS, corrections=(("ß", "ss"),)),  # dreissig
    placeholders=replace(PLACEHOLDERS, fields=False),
)
#: Where people write German in Swiss spelling.
SWISS_GERMAN = (_SWISS, replace(_SWISS, code="de_LI"))
