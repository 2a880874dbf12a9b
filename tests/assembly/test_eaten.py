"""Text that Markdown eats: wrapped dates and numbers, signs and marks at the beginning of a line, typed numbers."""

# ruff: noqa: E501

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import Built
from test_markdown import FIRST, build, reported

from whereas.assembly.typed import escaped, jumps, typed_marks, typed_number, typed_numbers

LIST = "a list in the middle of a paragraph"
SECOND = "a second mark on one line"
ITEM = "is read as the number of an item"
DAY = "a date loses its day"
LACKS = "the line above lacks its number"
TYPED = "is typed here, beside the number"
RUNS_ON = "at the beginning of a line runs on"
STAYS = "is typed here, and stays as it is"

#: A text, the line of it at which something is wrong, what is said, and the mark that it is said of.
EATEN: dict[str, tuple[str, int, str, str]] = {
    # wrapped dates, in every language
    "german": ("Der Vertrag beginnt am\n1. Januar 2027 und endet am\n31. Dezember 2027.", 2, LIST, "1."),
    "german-item-once": ("1. Er beginnt am\n   1. Januar 2027.", 2, LIST, "1."),
    "german-item-ordinal": ("1. Wir zahlen am\n   1. des Monats.", 2, LIST, "1."),
    "german-item": ("1. Der Vertrag beginnt am\n   1. Januar 2027 und endet am\n   31. Dezember 2027.", 2, LIST, "1."),
    "german-lazy": ("1. Der Vertrag beginnt am\n14. Januar 2027.", 2, DAY, "14."),
    "german-lazy-number": ("1. Die Frist endet nach\n14. Tagen.", 2, ITEM, "14."),
    "german-lazy-first": ("1. Der Vertrag beginnt am\n1. Januar 2027.", 2, DAY, "1."),
    "german-lazy-second": ("1. Der Vertrag beginnt am\n2. Januar eines Jahres.", 2, DAY, "2."),
    "german-two-dates": ("1. Er beginnt am\n   1. März 2027 und endet am\n   2. März 2028.", 2, DAY, "1."),
    "german-paragraph": ("1. Januar 2027 ist der Stichtag.", 1, DAY, "1."),
    "austrian": ("Er beginnt am\n1. Jänner 2027.", 2, LIST, "1."),
    "english": ("It begins on\n1. January 2027.", 2, LIST, "1."),
    "english-item": ("1. It begins on\n2. May 2027.", 2, DAY, "2."),
    "french": ("Il commence le\n1. janvier 2027.", 2, LIST, "1."),
    "spanish": ("Empieza el\n1. enero 2027.", 2, LIST, "1."),
    "a-day-as-item": ("1. 30. January is a day.", 1, SECOND, "30."),
    "a-day-as-paragraph": ("30. January is a day.", 1, ITEM, "30."),
    # wrapped numbers
    "number": ("Siehe Nr.\n1) der Anlage", 2, LIST, "1)"),
    "number-item": ("1. Siehe Nr.\n   1) der Anlage", 2, LACKS, "1)"),
    "number-lazy": ("1. Siehe Nr.\n2. der Anlage.", 2, LACKS, "2."),
    "number-lazy-other-mark": ("1. Siehe Nr.\n1) der Anlage.", 2, LIST, "1)"),
    "number-of-two": ("1. Siehe Art.\n   1. der Satzung und Art.\n   2. dort.", 2, LACKS, "1."),
    "number-short": ("1. Siehe dort, S.\n1. der Anlage", 2, LACKS, "1."),
    "number-example": ("1. Fristen, z. B.\n2. der Anlage", 2, LACKS, "2."),
    "spanish-number": ("Véase el núm.\n1. del anexo", 2, LIST, "1."),
    "french-number": ("Voir l’art.\n1. de l’annexe", 2, LIST, "1."),
    "number-before-a-sentence": ("1. Es gilt nach Art.\n2. Der Käufer zahlt.", 2, LACKS, "2."),
    "number-in-a-sentence": ("1. It is no.\n2. on the list.", 2, LACKS, "2."),
    # wrapped numbers that happen to count on
    "counts-on": ("1. the parties agree on no. 1 and\n2. there is no other.", 2, LACKS, "2."),
    "counts-on-german": ("1. Es gelten die Absätze 1 und\n2. Der Käufer zahlt.", 2, LACKS, "2."),
    "counts-on-citation": ("1. It pays the fees in Schedule\n2. The Buyer accepts.", 2, LACKS, "2."),
    "counts-on-plain-citation": ("1. Der Preis folgt Ziffer\n2. Der Käufer zahlt.", 2, LACKS, "2."),
    "counts-on-french": ("1. Il respecte l’article\n2. Il paie.", 2, LACKS, "2."),
    "counts-on-spanish": ("1. Se aplica la cláusula\n2. El precio es fijo.", 2, LACKS, "2."),
    "counts-on-ordinal": ("1. Er zahlt am\n2. Werktag des Monats.", 2, LACKS, "2."),
    "counts-on-article": ("1. Es gilt § 5 in der\n2. Fassung.", 2, LACKS, "2."),
    "counts-on-in-bold": ("1. It is in **Section**\n2. The rest is not.", 2, LACKS, "2."),
    "counts-on-nested": ("1. One:\n   1. He pays at the\n   2. of two dates.", 3, LACKS, "2."),
    "counts-on-small": ("1. The Buyer pays on\n2. and not before.", 2, LACKS, "2."),
    "citation-item": ("1. It pays the fees in Schedule\n   1. The Buyer accepts.", 2, LIST, "1."),
    # signs
    "plus": ("Der Preis beträgt 100 EUR\n+ USt.", 2, LIST, "+"),
    "minus": ("1. The temperature is\n   - 5 degrees.", 2, LIST, "-"),
    "minus-lazy": ("1. The temperature is\n- 5 degrees.", 2, LIST, "-"),
    "star": ("The price is 5\n* subject to tax", 2, LIST, "*"),
    "minus-as-item": ("1. - 5 degrees.", 1, SECOND, "-"),
    "greater": ("The share is\n> 5 percent", 2, "a quotation in the middle of a paragraph", ">"),
    "hash": ("See invoice\n# 12 of 2027", 2, "a heading in the middle of a paragraph", "#"),
    "percent": ("The share is 5\n% of the price", 2, "a comment in the middle of a paragraph", "%"),
    "colons": ("The share is 5\n::: of 7", 2, "is read as the beginning of a box", "::: of 7"),
    "list-without-a-colon": ("The Supplier shall\n1. deliver and\n2. install.", 2, LIST, "1."),
    "list-after-a-sentence": ("The Supplier works.\n- It delivers.\n- It installs.", 2, LIST, "-"),
    # numbers out of order
    "out-of-order": ("1. one\n2. two\n4. four", 3, ITEM, "4."),
    "begins-late": ("7. seven\n8. eight", 1, ITEM, "7."),
    "goes-on-wrong": ("1. one\n\nText.\n\n3. three", 5, ITEM, "3."),
    # typed marks
    "letters": ("The Supplier shall\na. deliver\nb. install", 2, RUNS_ON, "a."),
    "letters-after-a-colon": ("The Supplier shall:\na. deliver\nb. install", 2, RUNS_ON, "a."),
    "brackets": ("1. The Supplier shall\n   (a) deliver\n   (b) install", 2, RUNS_ON, "(a)"),
    "bracket-after-a-sentence": ("Text one.\n(b) Text two.", 2, RUNS_ON, "(b)"),
    "from-the-first": ("1. (a) one;\n   (b) two.", 2, RUNS_ON, "(b)"),
    "half-bracket": ("Der Lieferant:\na) liefert,\nb) montiert.", 2, RUNS_ON, "a)"),
    "roman": ("Text;\n(iv) four", 2, RUNS_ON, "(iv)"),
    "bullets": ("The Supplier shall\n• deliver and\n• install", 2, RUNS_ON, "•"),
    "dashes": ("– deliver\n– install", 2, RUNS_ON, "–"),
    "dashes-after-a-colon": ("It shall:\n– deliver\n– install", 2, RUNS_ON, "–"),
    "without-a-space": ("1.Ohne Leerzeichen\n2.Zweite", 2, RUNS_ON, "2."),
    "without-a-space-after-a-colon": ("It shall:\n1)deliver\n2)install", 2, RUNS_ON, "1)"),
    "levels-in-lines": ("1.1 Foo\n1.2 Bar", 2, RUNS_ON, "1.2"),
    "capitals-in-lines": ("A. Foo\nB. Bar", 2, RUNS_ON, "B."),
    "roman-in-lines": ("I. Foo\nII. Bar", 2, RUNS_ON, "II."),
    "sections-in-lines": ("§ 1 Foo\n§ 2 Bar", 2, RUNS_ON, "§ 2"),
    "paragraphs-without-a-space": ("1.Ohne\n\n2.Leer", 1, STAYS, "1."),
    # typed numbers in imported text
    "twice": ("1. 1. Definitions", 1, SECOND, "1."),
    "twice-second": ("1. one\n2. 2. Definitions", 2, SECOND, "2."),
    "levels": ("1. 1.1 The Supplier", 1, TYPED, "1.1"),
    "levels-in-bold": ("1. **1.1.** The Supplier", 1, TYPED, "1.1."),
    "items": ("1. (a) one\n1. (b) two", 1, TYPED, "(a)"),
    "heading": ("## 1. Definitions\nText", 1, TYPED, "1."),
    "heading-of-levels": ("## 1.2 Definitions\nText", 1, TYPED, "1.2"),
    "heading-with-a-word": ("## Article 1 Scope\nText\n\n## Article 2 Term\nText", 1, TYPED, "Article 1"),
    "heading-with-a-letter": ("## A. Scope\nText\n\n## B. Term\nText", 1, TYPED, "A."),
    "heading-with-a-section-sign": ("## § 1 Scope\nText\n\n## § 2 Term\nText", 1, TYPED, "§ 1"),
    "schedule": ("{.schedule}\n## Schedule 1: Fees\nText", 2, TYPED, "Schedule 1"),
    "paragraphs": ("1.1 The Supplier\n\n1.2 The Buyer", 1, STAYS, "1.1"),
    # items that are to stand below another, and stand beside it
    "two-spaces": (
        "1. The Supplier shall:\n  1. deliver\n  2. install",
        2,
        "stands further in than the item above",
        "1.",
    ),
    "two-spaces-later": ("1. One:\n\n   1. a\n2. Two:\n  1. a", 5, "stands further in than the item above", "1."),
    # other things that Markdown makes of text
    "a-product": ("1. It is\n   2*3*4 days.", 2, "is read as the mark of an emphasis", "*"),
    "a-product-of-letters": ("It is a*b*c.", 1, "is read as the mark of an emphasis", "*"),
    "a-power": ("It is 2**3**4.", 1, "is read as the mark of an emphasis", "**"),
    "underlined": ("This is a sentence.\n---\n\nText", 1, "this paragraph is read as a heading", ""),
    "far-in": ("1. Text\n\n        more text", 3, "set as code", ""),
    "html": ("Text with <b>tags</b>.", 1, "is HTML, which no PDF shows", "<b>"),
    "html-block": ("<table>\n<tr>x</tr>\n</table>", 1, "is HTML, which no PDF shows", "<table>"),
    "comment": ("<!-- a note\n\n1. Text", 1, "this comment has no end", ""),
    "address-that-is-used": ("[Note]: see\n\nThe [Note]", 1, "is read as the address of a link", ""),
    "address": ("[Note]: https://example.com\n\nText", 1, "is read as the address of a link", ""),
}
#: What agreements say, and what is no fault in it; `{{...}}` is a value.
FINE: dict[str, tuple[str, str]] = {
    "escaped": ("Der Vertrag beginnt am\n1\\. Januar 2027.", "Der Vertrag beginnt am 1. Januar 2027."),
    "escaped-sign": ("100 EUR\n\\+ USt.", "100 EUR + USt."),
    "escaped-mark": ("The Supplier shall:\n\\(a) deliver", "The Supplier shall: (a) deliver"),
    "escaped-heading": ("## 1\\. Halbjahr\nText", "1. 1. Halbjahr Text"),
    "a-number-in-a-paragraph": ("am\n14. Januar 2027.", "am 14. Januar 2027."),
    "colon": ("The Supplier shall:\n1. deliver\n2. install", "The Supplier shall: 1.1 deliver 1.2 install"),
    "colon-in-bold": ("**The Supplier shall:**\n- deliver", "The Supplier shall: deliver"),
    "dash": ("The Supplier shall—\n1. deliver", "The Supplier shall— 1.1 deliver"),
    "empty-line": ("The Supplier shall\n\n1. deliver", "The Supplier shall 1.1 deliver"),
    "bold-heading": ("1. **Delivery**\n   1. The Supplier delivers.", "1.1 Delivery (a) The Supplier delivers."),
    "heading-of-a-list": ("1. Delivery\n   1. One.\n   1. Two.", "1.1 Delivery (a) One. (b) Two."),
    "word-and-item": ("1. x\n   1. y", "1.1 x (a) y"),
    "sentence-and-item": ("1. It is due.\n   1. At once.", "1.1 It is due. (a) At once."),
    "list-in-a-list": ("1. 1. one\n   2. two", "1.1 (a) one (b) two"),
    "numbers-that-count": ("1. one\n2. two\n3. three", "1.1 one 1.2 two 1.3 three"),
    "numbers-that-go-on": ("1. one\n\nText.\n\n2. two", "1.1 one Text. 1.2 two"),
    "limbs": ("1. deliver\n2. install\n3. test", "1.1 deliver 1.2 install 1.3 test"),
    "limbs-that-go-on": ("1. deliver and\n2. install", "1.1 deliver and 1.2 install"),
    "limbs-of-sentences": ("1. The Supplier delivers; and\n2. the Buyer pays", "1.1 The Supplier delivers; and 1.2 the Buyer pays"),
    "limbs-that-end-so": ("1. what it is aware of\n2. what it relies on\n3. hält die Frist ein\n4. nimmt sie an",
                          "1.1 what it is aware of 1.2 what it relies on 1.3 hält die Frist ein 1.4 nimmt sie an"),
    "limbs-of-numbers": ("1. pay EUR 100 and\n2. comply with clause 9(1) and\n3. wait", "1.1 pay EUR 100 and 1.2 comply with clause 9(1) and 1.3 wait"),
    "limbs-of-documents": ("1. each Schedule\n2. the order in the Schedule\n3. in whole or in part\n4. Vertrag mit Anlage\n5. Rechnung",
                           "1.1 each Schedule 1.2 the order in the Schedule 1.3 in whole or in part 1.4 Vertrag mit Anlage 1.5 Rechnung"),
    "limbs-of-letters": ("1. Plan A\n2. plan a\n3. a\n4. b", "1.1 Plan A 1.2 plan a 1.3 a 1.4 b"),
    "limbs-apart": ("1. It is in Section\n\n2. The rest", "1.1 It is in Section 1.2 The rest"),
    "limbs-that-end-in-a-letter": ("1. The price is in Exhibit A.\n2. The rest is in Washington, D.C.\n3. By 5 p.m.\n4. In the U.S.A.\n5. Yes",
                                   "1.1 The price is in Exhibit A. 1.2 The rest is in Washington, D.C. 1.3 By 5 p.m. 1.4 In the U.S.A. 1.5 Yes"),
    "limbs-that-end-shortly": ("1. The Buyer is Acme Inc.\n1. Die Frist ist n.n.b.\n1. Smith et al.\n1. Preis max.\n1. Nächster\n1. Schäden aller Art.\n1. The state of the art.\n"
                               "1. It answers yes or no.\n1. So", 
                               "1.1 The Buyer is Acme Inc. 1.2 Die Frist ist n.n.b. 1.3 Smith et al. 1.4 Preis max. 1.5 Nächster 1.6 Schäden aller Art. 1.7 The state of the art. 1.8 It answers yes or no. 1.9 So"),
    "months": ("1. January 2027: prototype\n2. March 2027: delivery", "1.1 January 2027: prototype 1.2 March 2027: delivery"),
    "heads-of-parts": ("1. Relevant Section\n2. Other Schedule", "1.1 Relevant Section 1.2 Other Schedule"),
    "a-little-in": (" 1. one\n1. two\n 1. three\n   2. four", "1.1 one 1.2 two 1.3 three 1.4 four"),
    "bold-beginnings": ("**Part**ies, (*a*), 4 *or* 5, **2**3, Sub**contractor** and 5*.", "Parties, (*a*), 4 *or* 5, 23, Subcontractor and 5*."),
    "may": ("1. May a party leave, it may\n2. May it stay, it may not", "1.1 May a party leave, it may 1.2 May it stay, it may not"),
    "left-out": ("1. one\n{% if note is given %}\n2. two\n{% endif %}\n3. three", "1.1 one 1.2 three"),
    "repeated": ("{% for each in [1, 2] %}\n2. one\n{% endfor %}", "1.1 one 1.2 one"),
    "run-in": ("either (a) leave or\n(b) stay", "either (a) leave or (b) stay"),
    "run-in-lines": ("A party may (a) leave;\n(b) stay; or\n(c) wait.", "A party may (a) leave; (b) stay; or (c) wait."),
    "a-wrapped-citation": ("as said in paragraph\n(b) above", "as said in paragraph (b) above"),
    "a-wrapped-section": ("nach § 5 Abs.\n(2) Satz 1", "nach § 5 Abs. (2) Satz 1"),
    "an-abbreviation": ("siehe dort.\nd. h. hier, s. Anlage,\nz. B. so", "siehe dort. d. h. hier, s. Anlage, z. B. so"),
    "initials": ("The heirs of\nJ. Smith", "The heirs of J. Smith"),
    "a-wrapped-section-sign": ("nach\n§ 5 und\n§ 6", "nach § 5 und § 6"),
    "a-wrapped-level": ("1.1 Foo, see clause\n2.2 Below", "1.1 Foo, see clause 2.2 Below"),
    "a-wrapped-name": ("The heirs of\nA. Smith and\nB. Jones", "The heirs of A. Smith and B. Jones"),
    "a-wrapped-dash": ("It is due – if at all\n– at once,\n– or later", "It is due – if at all – at once, – or later"),
    "a-bullet": ("• one", "• one"),
    "lines-that-end": ("Text:\\\n(a) one", "Text: (a) one"),
    "a-letter-that-opens": ("1. (a) one and (b) two.\n1. (a) three.", "1.1 (a) one and (b) two. 1.2 (a) three."),
    "a-figure-that-opens": ("1. 1.5 million euros.\n1. 3 days.", "1.1 1.5 million euros. 1.2 3 days."),
    "headings": ("## Article 28 GDPR\nText\n\n## 30 days\nText\n\n## J. Smith\nText",
                 "1. Article 28 GDPR Text 2. 30 days Text 3. J. Smith Text"),
    "phases": ("## Phase 1\nText\n\n## Phase 2\nText", "1. Phase 1 Text 2. Phase 2 Text"),
    "unnumbered-heading": ("{.unnumbered}\n## 1. Halbjahr\nText", "1. Halbjahr Text"),
    "quotation": ("He said:\n> that", "He said: that"),
    "placeholder": ("Signed by <insert name> and\n\n<Name of Seller>\nof [●]", "Signed by <insert name> and <Name of Seller> of [●]"),
    "line-break": ("One<br>two <!-- no --> three", "One two three"),
    "comment": ("% no\nText", "Text"),
    "rules": ("Text\n\n---\n\nText\n\n***\n\n## Two\n\n* * *\n", "Text Text 2. Two"),
    "a-gap": ("Name:\n\n________\n", "Name: ________"),
    "links": ("See [this].\n\n[this]: https://example.com", "See this."),
    "form-of-notice": ("In this form:\n\n> 1. Dear Sir\n>    1. Yes\n> 2. Yours\n\n1. Text", "In this form: 1. Dear Sir 1. Yes 2. Yours 1.1 Text"),
    "form-that-counts": ("> 1. Dear\n> 1. Sir", "1. Dear 2. Sir"),
    "amendment": ("> 14) Text\n> 16) Text\n\n1. Text", "14) Text 16) Text 1.1 Text"),
}  # fmt: skip


def page(text: str) -> str:
    """A text below a heading, unless it has headings of its own."""
    return f"## One\n{text}\n" if not text.startswith(("## ", "{.", "---")) else f"{text}\n"


@pytest.fixture(scope="module")
def eaten(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("eaten"), {name: page(text) for name, (text, *_) in EATEN.items()}, "text")


@pytest.fixture(scope="module")
def fine(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("fine"), {name: page(text) for name, (text, _) in FINE.items()}, "text")


@pytest.mark.parametrize("name", EATEN)
def test_what_markdown_may_have_eaten_is_an_error_at_its_line(eaten: Built, name: str) -> None:
    text, line, words, mark = EATEN[name]
    first, *others = reported(eaten, f"agreements/{name}.md")
    at = FIRST + line - page(text).startswith(text)
    assert first.startswith(f"{at}: ERROR: ")
    assert words in first
    assert repr(mark) in first or not mark
    assert not [each for each in others if words not in each], "it is said once"


@pytest.mark.parametrize("name", FINE)
def test_what_agreements_say_is_printed_as_it_is_written(fine: Built, name: str) -> None:
    assert reported(fine, f"agreements/{name}.md") == []
    text = fine.text(f"agreements/{name}").replace("**", "")
    found = [word for word in text.split() if not set(word) <= set("*=-")]
    assert " ".join(found[2:]).removeprefix("1. One ") == FINE[name][1]


def test_the_message_names_both_ways_out(eaten: Built) -> None:
    assert reported(eaten, "agreements/german.md") == [
        "12: ERROR: a list in the middle of a paragraph: '1.' is read as the mark of an item, and is not printed; for a "
        "list, put an empty line before it, or a colon at the end of the line above; write 1\\. if it belongs to the "
        "words [whereas.markdown]"
    ]


# ---- wherever a line ends

PROSE = (
    "Der Vertrag beginnt am 1. Januar 2027 und endet am 31. Dezember 2027, spätestens am 1. Februar 2028.",
    "Siehe Nr. 1) der Anlage, Art. 2. der Satzung und lit. b) dort.",
    "Der Preis beträgt 100 EUR + USt. - 5 % Skonto * 2, also > 5 und # 12 von 7.",
    "It is (a) due, or (b) paid under clause 4 (c) above, or z. B. 1. here and 7. there.",
    "Il commence le 1. janvier 2027, soit no. 1. ou 2) de l’annexe.",
    "It pays the fees in Schedule 2. The parties agree on nos. 1 and 2. there is none from the 2. quarter to Section 2. yet.",
    "Sie zahlt am 2. Werktag nach den Absätzen 1 und 2. Es gilt Ziffer 2. und nach Anlage 2. der 2. Satz von 1 bis 2. hier.",
    "Empieza el 1. enero 2027 y termina el 3. de mayo, véase el núm. 1. del anexo.",
    "The price of 3. a 5. b is a. one b. two - minus + plus = equal | bar.",
    "[Note]: see 1) = 2 --- and === or *** or ___ or ::: once.",
)


def wrapped() -> list[tuple[str, str]]:
    """Each sentence with a line end at each of its spaces, in a paragraph, in an item, and carelessly in an item."""
    found = []
    for sentence in PROSE:
        words = sentence.split()
        for at in range(1, len(words)):
            lines = (" ".join(words[:at]), " ".join(words[at:]))
            found += [
                (sentence, lead + rest.join(lines)) for lead, rest in (("", "\n"), ("1. ", "\n   "), ("1. ", "\n"))
            ]
    return found


@pytest.fixture(scope="module")
def prose(tmp_path_factory: pytest.TempPathFactory) -> Built:
    sections = "".join(f"## S{index}\n\n{text}\n\n" for index, (_, text) in enumerate(wrapped()))
    return build(tmp_path_factory.mktemp("prose"), {"prose": sections})


def test_no_word_is_lost_in_silence_wherever_a_line_ends(prose: Built) -> None:
    """What is printed of a wrapped sentence is the sentence, or there is a message at one of its lines."""
    found: dict[str, str] = {}
    for each in prose.outline("agreements/prose")["provisions"]:
        if each["title"][:1] == "S" and each["title"][1:].isdigit():
            title = each["title"]
        found[title] = f"{found.get(title, '')} {each['text']}".strip()
    lines = [int(each.split(":")[0]) for each in reported(prose, "agreements/prose.md")]
    for index, (sentence, _) in enumerate(wrapped()):
        first = FIRST + 5 * index
        printed = found.get(f"S{index}", "").replace("–", "--").replace("—", "---")
        assert printed == sentence or any(first <= line < first + 5 for line in lines), (index, sentence, printed)


# ---- typed numbers


@pytest.mark.parametrize(
    ("text", "shape", "values"),
    [
        ("1. x", "1.", {1}),
        ("12) x", "1.", {12}),
        ("1.1 Words", "1.1", {1}),
        ("2.10.3. Words", "1.1", {3}),
        ("(3) x", "(1)", {3}),
        ("(c) x", "(a)", {3, 100}),
        ("(aa) x", "(a)", {27}),
        ("(iv) x", "(a)", {4}),
        ("(B) x", "(A)", {2}),
        ("b) x", "a)", {2}),
        ("b. x", "a.", {2}),
        ("II. x", "A.", {2, 35}),
        ("§ 5 x", "§ 1", {5}),
        ("1.x", "1.x", {1}),
        ("Section 3: x", "section", {3}),
        ("Article IV – x", "article", {4}),
        *((text, "", set()) for text in ("1 x", "1.5 x", "(of) x", "(the) x", "z. B. x", "30 days", "§ 312g BGB",
                                         "Section 409A", "Section x", r"1\. x", r"\(a) x", "(a)", "x")),
    ],
)  # fmt: skip
def test_a_typed_number(text: str, shape: str, values: set[int]) -> None:
    found = typed_number(text, words=("Section", "Article"))
    assert (found.shape, set(found.values)) == (shape, values) if found else not shape


@pytest.mark.parametrize(
    ("mark", "written"),
    [
        ("1.", r"1\."),
        ("14)", r"14\)"),
        ("1.1", r"1\.1"),
        ("(a)", r"\(a)"),
        ("a)", r"a\)"),
        ("-", r"\-"),
        ("§ 1", "§ 1"),
    ],
)
def test_how_a_mark_is_written_that_belongs_to_the_words(mark: str, written: str) -> None:
    assert escaped(mark) == written
    assert typed_number(f"{written} Words") is None or written == mark


def test_numbers_in_a_row_are_typed() -> None:
    assert [index for index, _ in typed_numbers(["(a) x", "(b) y", "(a) z", "words", "1. x", "(d) x"])] == [0, 1, 4]


@given(st.lists(st.integers(0, 30), max_size=6))
def test_numbers_that_go_on_or_begin_again_do_not_jump(numbers: list[int]) -> None:
    wrong = set(jumps([f"{number}." for number in numbers]))
    for index, (before, number) in enumerate(pairwise(numbers), start=1):
        assert (index in wrong) == (number not in (before, before + 1, 1))


@given(st.lists(st.sampled_from(["words", "words;", "words.", "(a) words", "(b) words", "and (a) words"]), max_size=5))
def test_a_mark_within_a_line_makes_marks_of_its_kind_words(lines: list[str]) -> None:
    found = list(typed_marks("\n".join(lines)))
    assert not found or "and (a) words" not in lines
    assert all(index and lines[index].startswith(mark.text) for index, mark in found)
