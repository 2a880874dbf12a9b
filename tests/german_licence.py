# ruff: noqa: E501  # a sentence of a contract stands in one line
"""A licence agreement in German, of two pages, every construct of the language in its place: its files, and its text."""

PAGE = """
---
agreement:
  style: de
  roles:
    geber: {term: Lizenzgeberin, gender: feminine}
    nehmer: {term: Lizenznehmer, gender: masculine}
  values:
    beginn: {type: date}
    laufzeit: {type: duration}
    probe: {type: duration, default: 1 Jahr}
    kuendigung: {type: duration, default: 3 Monate}
    frist: {type: duration, default: 10 Werktage}
    gebuehr: {type: money}
    zins: {type: percent}
    gebiet: {type: list}
    raten:
      type: rows
      key: was
      columns: {was: text, betrag: money, faellig: date}
---
# Softwarelizenzvertrag

{.parties}
## Parteien
:::{parties}
:::

{.recitals}
## Vorbemerkung
1. {{ geber }} entwickelt Software zur Planung von Lagern.
1. {{ nehmer }} möchte diese Software in seinem Betrieb einsetzen.

{#begriffe}
## Begriffe
In diesem Vertrag gilt:

:::{definitions}
:::


{#gegenstand}
## Gegenstand
1. {#recht} {{ geber }} räumt {{ nehmer | dative }} ab dem {{ beginn }} das einfache, nicht übertragbare Recht ein, die Software in {{ gebiet }} zu nutzen. {sentence}`rest` Alle übrigen Rechte bleiben bei {{ geber | dative }}.
1. {#grenzen} {{ nehmer }} darf die Software
   1. {#kopie} nur zur Sicherung vervielfältigen,
   1. {#dritte} Dritten nicht zugänglich machen, auch nicht durch Überlassung, es sei denn,
      1. {#konzern} der Dritte ist ein Verbundenes Unternehmen oder
      1. {#zustimmung} {{ geber }} hat in Textform zugestimmt.
1. Die Rechte {{ nehmer | genitive }} nach dem Gesetz bleiben von {this}`section | dative` unberührt.

{#entgelt}
## Entgelt
1. {#gebuehr} {{ nehmer }} zahlt an {{ geber | accusative }} {{ gebuehr }} ({{ gebuehr | money_words }}), aufgeteilt nach {clause}`plan`.
1. {#zinsen} Bei Verzug sind {{ zins | words }} Zinsen im Jahr zu zahlen. {sentence}`schaden` Weitergehende Ansprüche {{ geber | genitive }} bleiben vorbehalten.
1. Einwände gegen eine Rechnung sind binnen {{ frist | dative }} {{ geber | dative }} mitzuteilen. Für sie gilt {clause}`rest` entsprechend.

:::{clause} geheim
:::

{#ende}
## Laufzeit und Ende
1. {#dauer} Der Vertrag läuft {{ laufzeit | words }} und endet am {{ beginn | plus(laufzeit) }}, ohne dass es einer Kündigung bedarf. Nach Ablauf {{ probe | spelled | genitive }} kann jede Partei ihn mit einer Frist von {{ kuendigung | words | dative }} kündigen.
1. {#grund} Ein Verstoß gegen {clause}`kopie or dritte` berechtigt {{ geber | accusative }} zur Kündigung aus wichtigem Grund.
1. {#folge} Nach dem Ende gibt {{ nehmer }} die Software an {{ geber | accusative }} zurück; {clause}`rest` und {clause}`entgelt, geheim, ende` gelten fort.

{#schluss}
## Schlussbestimmungen
1. Mündliche Abreden bestehen nicht. Änderungen dieses Vertrags und {clause}`zahlung | genitive` bedürfen der Textform.
1. Zuständig sind die Gerichte am Sitz {{ geber | genitive }}. Anlagen sind Bestandteil des Vertrags.

{.unnumbered}
## Unterschriften
:::{signatures}
:::

{.schedule #zahlung}
## Zahlungsplan
1. {#plan} Die Gebühr ist in {{ raten | count | spelled }} Raten fällig, zusammen {{ raten | total("betrag") }}:

   :::{rows} raten
   :heads: Rate, Betrag, Fällig am
   :total: betrag
   :::
1. {#vorzeitig} Zahlt {{ nehmer }} die {{ raten | count | ordinal }} Rate vorzeitig, mindert sich diese um 2 %.
1. Abweichungen {clause}`plan, vorzeitig | von` vereinbaren die Parteien in Textform; im Übrigen gilt {clause}`entgelt`.
"""
DEAL = """
agreement: a
title: Lagerplanung
parties: {geber: lager, nehmer: huber}
values:
  beginn: 31. Januar 2027
  laufzeit: 3 Jahre
  gebuehr: EUR 1.250,50
  zins: 9 %
  gebiet: [Deutschland, Österreich, "der Schweiz"]
  raten:
    - {was: Erste Rate, betrag: EUR 1000, faellig: 1. März 2027}
    - {was: Zweite Rate, betrag: "EUR 250,50", faellig: 1. Juni 2027}
"""
FILES = {
    "clauses/geheim.yaml": """
title: Vertraulichkeit
locale: de
status: approved
definitions:
  Vertrauliche Informationen:
    text: alle Unterlagen und Kenntnisse, die eine Partei als vertraulich kennzeichnet
    also: [VI]
  Verbundenes Unternehmen: ein Unternehmen im Sinne des § 15 AktG, auch wenn es im Ausland sitzt
  Überlassung: jede Verschaffung der tatsächlichen Herrschaft, auch durch Fernzugriff
text: |
  1. {#pflicht} Jede Partei behandelt Vertrauliche Informationen der anderen als "geheim" und nutzt sie nur zu den Zwecken {clause}`gegenstand | genitive`.
  1. {#ausnahmen} Die Pflicht nach {short}`.pflicht` gilt nicht, soweit Vertrauliche Informationen
     1. {#bekannt} allgemein bekannt sind oder
     1. {#gesetz} nach dem Gesetz offenzulegen sind.
  1. In den Fällen {clause}`.bekannt, .gesetz | genitive` trägt die Beweislast, wer sich darauf beruft. Die Überlassung an ein Verbundenes Unternehmen steht dem gleich.
""",
    "parties/lager.yaml": """
name: Lagerwerk GmbH
entity: Gesellschaft mit beschränkter Haftung
jurisdiction: Deutschland
registration: {label: HRB, number: "123456", court: Amtsgericht Leipzig}
address: {street: Speicherstraße 4, city: Leipzig, postcode: "04109", country: DE}
signatories: [{name: Jonas Weidmann, title: Geschäftsführer}]
""",
    "parties/huber.yaml": """
name: Anna Huber
kind: person
born: 1980-05-03
address: {street: Am Markt 7, city: Jena, postcode: "07743", country: DE}
""",
}
TEXT = """
Parteien
(1) Lagerwerk GmbH, Gesellschaft mit beschränkter Haftung nach dem Recht von Deutschland, eingetragen beim Amtsgericht Leipzig, HRB 123456, mit Geschäftsanschrift Speicherstraße 4, 04109 Leipzig, Deutschland (nachfolgend die „Lizenzgeberin“); und
(2) Anna Huber, geboren am 3. Mai 1980, wohnhaft Am Markt 7, 07743 Jena, Deutschland (nachfolgend der „Lizenznehmer“).
Vorbemerkung
(A) Die Lizenzgeberin entwickelt Software zur Planung von Lagern.
(B) Der Lizenznehmer möchte diese Software in seinem Betrieb einsetzen.
§ 1 Begriffe
In diesem Vertrag gilt:
„Überlassung“ bezeichnet jede Verschaffung der tatsächlichen Herrschaft, auch durch Fernzugriff.
„Verbundenes Unternehmen“ bezeichnet ein Unternehmen im Sinne des § 15 AktG, auch wenn es im Ausland sitzt.
„Vertrauliche Informationen“ oder „VI“ bezeichnet alle Unterlagen und Kenntnisse, die eine Partei als vertraulich kennzeichnet.
§ 2 Gegenstand
(1) Die Lizenzgeberin räumt dem Lizenznehmer ab dem 31. Januar 2027 das einfache, nicht übertragbare Recht ein, die Software in Deutschland, Österreich und der Schweiz zu nutzen. Alle übrigen Rechte bleiben bei der Lizenzgeberin.
(2) Der Lizenznehmer darf die Software
a) nur zur Sicherung vervielfältigen,
b) Dritten nicht zugänglich machen, auch nicht durch Überlassung, es sei denn,
aa) der Dritte ist ein Verbundenes Unternehmen oder
bb) die Lizenzgeberin hat in Textform zugestimmt.
(3) Die Rechte des Lizenznehmers nach dem Gesetz bleiben von diesem § 2 unberührt.
§ 3 Entgelt
(1) Der Lizenznehmer zahlt an die Lizenzgeberin 1.250,50 EUR (eintausendzweihundertfünfzig Euro und fünfzig Cent), aufgeteilt nach Anlage 1 Nummer 1.
(2) Bei Verzug sind neun Prozent (9 %) Zinsen im Jahr zu zahlen. Weitergehende Ansprüche der Lizenzgeberin bleiben vorbehalten.
(3) Einwände gegen eine Rechnung sind binnen 10 Werktagen der Lizenzgeberin mitzuteilen. Für sie gilt § 2 Abs. 1 Satz 2 entsprechend.
§ 4 Vertraulichkeit
(1) Jede Partei behandelt Vertrauliche Informationen der anderen als „geheim“ und nutzt sie nur zu den Zwecken des § 2.
(2) Die Pflicht nach Abs. 1 gilt nicht, soweit Vertrauliche Informationen
a) allgemein bekannt sind oder
b) nach dem Gesetz offenzulegen sind.
(3) In den Fällen des § 4 Abs. 2 Buchst. a und b trägt die Beweislast, wer sich darauf beruft. Die Überlassung an ein Verbundenes Unternehmen steht dem gleich.
§ 5 Laufzeit und Ende
(1) Der Vertrag läuft drei (3) Jahre und endet am 31. Januar 2030, ohne dass es einer Kündigung bedarf. Nach Ablauf eines Jahres kann jede Partei ihn mit einer Frist von drei (3) Monaten kündigen.
(2) Ein Verstoß gegen § 2 Abs. 2 Buchst. a oder b berechtigt die Lizenzgeberin zur Kündigung aus wichtigem Grund.
(3) Nach dem Ende gibt der Lizenznehmer die Software an die Lizenzgeberin zurück; § 2 Abs. 1 Satz 2 und §§ 3 bis 5 gelten fort.
§ 6 Schlussbestimmungen
(1) Mündliche Abreden bestehen nicht. Änderungen dieses Vertrags und der Anlage 1 bedürfen der Textform.
(2) Zuständig sind die Gerichte am Sitz der Lizenzgeberin. Anlagen sind Bestandteil des Vertrags.
Unterschriften
Unterzeichnet für
Lagerwerk GmbH
Unterschrift
Name Jonas Weidmann
Funktion Geschäftsführer
Ort
Datum
Unterzeichnet von
Anna Huber
Unterschrift
Ort
Datum
Anlage 1 Zahlungsplan
1. Die Gebühr ist in zwei Raten fällig, zusammen 1.250,50 EUR:
Rate
Betrag
Fällig am
Erste Rate
1.000 EUR
1. März 2027
Zweite Rate
250,50 EUR
1. Juni 2027
Gesamt
1.250,50 EUR
2. Zahlt der Lizenznehmer die 2. Rate vorzeitig, mindert sich diese um 2 %.
3. Abweichungen von den Nummern 1 und 2 vereinbaren die Parteien in Textform; im Übrigen gilt § 3.
"""
#: What the page and what the paper says around the text; English words that are German too.
ON_SCREEN = ("Entwurf", "Parteien", "Verwendet in § 2 Abs. 2 Buchst. b und § 4 Abs. 3")
ON_PAPER = ("Inhalt", "Seite 2 von", "Nicht zur Unterschrift", "Prüfsumme")
SHARED = {"Name"}
