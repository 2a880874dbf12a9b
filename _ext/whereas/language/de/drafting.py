"""What a careful reader of German drafts looks for."""

from __future__ import annotations

from whereas.language.drafting_words import DraftingWords, PlainWords

_LENGTH = r"(?P<length>[\w-]+(?: \(\d+\))? (?:Werk|Kalender|Arbeits)?(?:[Tt]age?n?|Wochen?|Monate?n?|Jahre?n?))"
_DONE = (
    r"gezahlt|bezahlt|geliefert|übergeben|erbracht|vorgelegt|zurückgegeben|mitgeteilt|übermittelt|gesendet|erstellt"
    r"|geleistet|gelöscht|vernichtet|erstattet|geprüft|ersetzt|repariert|aufbewahrt|gemeldet"
)
DRAFTING = DraftingWords(
    attached=r"Anlagen?|Anhang|Anhänge|Anhängen|Beilagen?",
    signing=r"Unterschriften?|Unterzeichnung|Unterzeichner",
    survives=r"(?:gelten|gilt|bleiben|bleibt) (?:auch )?(?:nach|über)|fortgelten|überdauern|Fortgeltung",
    this=r"dies\w{1,2}|vorliegende\w?",
    until=r"bis(?: zum| einschließlich)?|–|—|-",
    totals=r"(?:Gesamt|Zwischen)?(?:summe|betrag)|Gesamt|Summe|insgesamt|Total",
    shares=r"Anteile?n?|aufgeteilt|verteilt|Aufteilung|Verhältnis",
    sums=r"Vergütung|Gebühr|Preis|Summe|Betrag|Betrags|Höhe|Zahlung|Kaution|Kosten|Gehalt|Miete|Entgelt|Höchstbetrag",
    sums_are=r"von|beträgt|betragen|ist",
    after_sums=(
        r"ist|sind|wird|werden|pro|für|am|im|in|bei|zu|und|oder|je|binnen|wenn|falls|vor|nach|ab|bis|fällig|zuzüglich"
    ),
    is_a=r"(?:der |die |das )?(?:ein |einem )?(?:ist )?",
    currencies=r"Euro|Dollar|Pfund|Franken|Cent",
    any_of=r"alle[rns]?|jede[rsn]?|eine[rsn]?|entweder|folgenden?|sowohl|keine[rsn]?|beide|Reihenfolge|nur",
    within=r"innerhalb von|binnen|spätestens innerhalb von|innerhalb",
    runs_from=(
        r"nach|ab|seit|vor|wenn|sobald|falls|nachdem|Zugang|Eingang|Erhalt|im Fall|jeweils|beginnend|danach|darauf"
        r"|sofern|soweit|bis"
    ),
    runs_on=r"vom|von|der|des|bei|im|in|am",
    begins_on=r"bei|mit|im Fall|ab|zum|am|auf|nach",
    duty=(
        r"\b(?:ist|sind) (?:[\w,. ]{0,60} )?(?:zu (?P<verb>zahlen|liefern|erbringen|übergeben|melden|erstatten"
        r"|löschen))\b"
        rf"|\bmuss (?:[\w,. ]{{0,60}} )?(?:{_DONE}) werden\b"
    ),
    doer=r"\b(?:von|vom|durch) (?!(?:E-?Mail|Überweisung)\b)",
    notice=rf"(?:Kündigungsfrist|Frist) (?:von|beträgt) {_LENGTH}",
    term=rf"(?:Laufzeit|Mindestlaufzeit|Vertragsdauer|Erstlaufzeit) (?:von|beträgt) {_LENGTH}",
    telephone=r"Tel(?:efon)?(?:nummer)?\.?|Mobil|Fax",
    defined=r"\s*(?:bedeutet|bedeuten|bezeichnet|bezeichnen|meint)\b",
    calls=(
        r"(?:(?:nachfolgend|nachstehend|im Folgenden|die|der|das|den|jeweils|zusammen|gemeinsam|und|oder|auch|,"
        r"|genannt)\s*)*"
    ),
    more_quotes=("»«", "«»"),
)
PLAIN = PlainWords(
    wordy={
        r"(?:vor|nach|oben|unten)?(?:be|ge)nannte[nrms]?(?= \w)": "diese",
        r"nachstehend": "im Folgenden",
        r"seitens(?: der| des)?": "von",
        r"mittels": "mit",
        r"im Falle,? dass": "wenn",
        r"für den Fall,? dass": "wenn",
        r"zum Zwecke? (?:der|des)": "um zu, oder für",
        r"unter Zugrundelegung": "auf der Grundlage",
        r"in Ansehung": "wegen",
        r"nach Maßgabe": "nach",
        r"in Abweichung (?:von|zu)": "abweichend von",
        r"unbeschadet": "die Klausel, die daneben gilt",
        r"hierin|hiermit|hierdurch|hierunter": "in diesem Vertrag, oder nichts",
        r"ist (?:dazu )?verpflichtet,": "muss",
        r"ist (?:dazu )?berechtigt,": "darf",
        r"null und nichtig": "nichtig",
        r"bis auf Weiteres": "bis wann es gilt",
        r"zwecks": "um zu, oder für",
        r"obgleich": "obwohl",
        r"sofern und soweit": "soweit",
        r"Inanspruchnahme": "nutzen",
        r"zur Anwendung (?:kommen|kommt|gelangen|gelangt)": "gelten",
        r"in Wegfall (?:kommen|kommt|geraten)": "entfallen",
        r"unter Beweis stellen": "beweisen",
    },
    either=r"und\s?/\s?oder|bzw\.",
    duties=("muss", "hat zu"),
    twice_not=r"\bnicht (?:un(?:möglich|zulässig|wirksam|angemessen|berechtigt|erheblich)\w*|ohne|kein\w*)\b",
    gendered=r"\b(?:er/sie|sie/er|seine?/ihre?|dessen/deren)\b",
    spellings={},
)
