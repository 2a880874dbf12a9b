"""What differs between two texts: words of both, added, removed; provisions that correspond; nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whereas.agreement.comparison import Stretch, TextLine, Word, compare_lines, compare_words, lines_of, words_of
from whereas.agreement.model import Paragraph, Provision, Provisions
from whereas.agreement.runs import Blank, Cited, Reference, Styled, Text


def words(text: str) -> tuple[Word, ...]:
    return tuple(words_of((Text(text),)))


def shown(pieces: tuple[Stretch, ...]) -> str:
    """`kept [-removed-] {+added+}`."""
    said = []
    for piece in pieces:
        text = "".join(" " * word.space + word.text for word in piece.words).strip()
        said.append({"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}[piece.kind].format(text))
    return " ".join(said)


def compared(old: str, new: str) -> str:
    return shown(compare_words(words(old), words(new)))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Each party will pay.", "Each party will pay.", "Each party will pay."),
        ("Each party will pay.", "The Recipient will pay.", "[-Each party-] {+The Recipient+} will pay."),
        ("It pays EUR 1,000.50 now.", "It pays EUR 1,500.50 now.", "It pays EUR [-1,000.50-] {+1,500.50+} now."),
        ("within 10 days", "within 100 days", "within [-10-] {+100+} days"),
        ("60% of it", "65% of it", "[-60%-] {+65%+} of it"),
        ("on 31.12.2026 only", "on 31.12.2027 only", "on [-31.12.2026-] {+31.12.2027+} only"),
        ("the greater of: a; and b", "the greater of a", "the greater of [-:-] a [-; and b-]"),
        ("keep it secret, always", "keep it secret and safe, always", "keep it secret {+and safe+} , always"),
        ("one,  two\nthree", "one, two three", "one, two three"),
        ("", "new words", "{+new words+}"),
        ("old words", "", "[-old words-]"),
        # the one word that both happen to share is no island
        ("big red dogs the small cats run", "tall men the thin women run",
         "[-big red dogs the small cats-] {+tall men the thin women+} run"),
        ("甲は秘密を守る", "乙は秘密を守る", "[-甲-] {+乙+} は秘密を守る"),
    ],
)  # fmt: skip
def test_words(old: str, new: str, expected: str) -> None:
    assert compared(old, new) == expected


def test_a_reference_is_compared_by_what_it_cites_and_a_blank_by_its_name() -> None:
    def line(number: str, blank: str) -> tuple[Word, ...]:
        cited = Reference(("x.duty",), parts=(Cited("x.duty", f"clause {number}", "x-duty", number),))
        return tuple(words_of((Text("Under "), cited, Text(" within "), Blank("period", blank), Text("."))))

    pieces = compare_words(line("1.8", "[Period]"), line("1.7", "[Period]"))
    assert shown(pieces) == "Under clause 1.7 within [Period]."
    assert [word.style for word in pieces[0].words if word.text.startswith("[")] == ["blank"]


def provisions(*texts: str) -> tuple[TextLine, ...]:
    """Lines of numbered provisions: `label: text`, or the text alone."""
    items = []
    for number, text in enumerate(texts, 1):
        label, _, said = text.rpartition(": ")
        items.append(Provision((Paragraph((Text(said),)),), label, marker=f"{number}.", level=1))
    return tuple(lines_of((Provisions(tuple(items)),)))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (("a b c d", "e f g h"), ("a b c d", "e f g h"), ["same 1.", "same 2."]),
        (("a b c d", "e f g h"), ("e f g h",), ["removed 1.", "same 1. was 2."]),
        (("a b c d",), ("x y z w", "a b c d"), ["added 1.", "same 2. was 1."]),
        (("a b c d",), ("a b c e",), ["changed 1."]),
        (("a b c d",), ("x y z w",), ["removed 1.", "added 1."]),
        # a label holds together what has other words altogether
        (("cap: a b c d", "law: e"), ("cap: x y z w", "law: e"), ["changed 1.", "same 2."]),
        (("cap: a b c d",), ("law: a b c x",), ["removed 1.", "added 1."]),
        ((), ("a",), ["added 1."]),
    ],
)
def test_provisions(old: tuple[str, ...], new: tuple[str, ...], expected: list[str]) -> None:
    rows = compare_lines(provisions(*old), provisions(*new))
    assert [f"{row.kind} {row.marker}{f' was {row.old}' if row.old else ''}" for row in rows] == expected


def test_lines_stand_as_deep_as_their_provisions_and_keep_their_styles() -> None:
    inner = Provisions((Provision((Paragraph((Text("deep"),)), Paragraph((Text("more"),))), marker="(a)"),))
    opening = Paragraph((Styled("strong", (Text("Cap."),)), Text(" Words")))
    blocks = (Paragraph((Text("free"),)), Provisions((Provision((opening, inner), "cap", marker="1."),)))
    found = [(line.marker, line.depth, line.label, " ".join(word.text for word in line.words))
             for line in lines_of(blocks)]  # fmt: skip
    assert found == [("", 0, "", "free"), ("1.", 1, "cap", "Cap . Words"), ("(a)", 2, "", "deep"), ("", 2, "", "more")]
    assert [word.style for word in tuple(lines_of(blocks))[1].words] == ["strong", "strong", ""]


# ---- nothing is lost -------------------------------------------------------------------------------------------------

TEXTS = st.lists(
    st.sampled_from(["the", "party", "pays", "1,000", "10%", ",", ".", "(a)", "§", "漢"]), max_size=14
).map(" ".join)


def side(pieces: tuple[Stretch, ...], kind: str) -> list[str]:
    return [word.key for piece in pieces if piece.kind in ("same", kind) for word in piece.words]


@given(TEXTS | st.text(max_size=40), TEXTS | st.text(max_size=40))
def test_applying_the_differences_gives_both_texts(old: str, new: str) -> None:
    one, other = words(old), words(new)
    pieces = compare_words(one, other)
    assert side(pieces, "removed") == [word.key for word in one]
    assert side(pieces, "added") == [word.key for word in other]
    assert all(piece.words for piece in pieces)


@given(TEXTS | st.text(max_size=40))
def test_words_are_all_of_a_text_but_its_white_space(text: str) -> None:
    assert "".join(word.text for word in words(text)) == "".join(text.split())


@given(TEXTS, TEXTS)
def test_what_is_the_same_is_told_so(text: str, more: str) -> None:
    assert all(piece.kind == "same" for piece in compare_words(words(text), words(text)))
    assert not any(piece.kind == "removed" for piece in compare_words(words(text), words(f"{text} {more}")))


LABELLED = st.builds(lambda label, text: f"{label}: {text}" if label else text, st.sampled_from(["", "a", "b"]), TEXTS)


@given(st.lists(LABELLED, max_size=6), st.lists(LABELLED, max_size=6))
def test_every_provision_of_both_texts_is_there_in_its_order(old: list[str], new: list[str]) -> None:
    mine, theirs = provisions(*old), provisions(*new)
    rows = compare_lines(mine, theirs)
    gone = [row for row in rows if row.kind != "added"]
    come = [row for row in rows if row.kind != "removed"]
    assert [row.old or row.marker for row in gone] == [line.marker for line in mine]
    assert [row.marker for row in come] == [line.marker for line in theirs]
    assert [side(row.pieces, "removed") for row in gone] == [[word.key for word in line.words] for line in mine]
    assert [side(row.pieces, "added") for row in come] == [[word.key for word in line.words] for line in theirs]
