"""Citations as fields that Word works out: which of them prints the words that ours does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from whereas.agreement.runs import Cited, Text
from whereas.agreement.steps import NBSP
from whereas.word.numbers import Label
from whereas.word.parts import Parts


class Cites(NamedTuple):
    """A piece of a citation: words, or, with a field's code, what Word prints for it."""

    text: str
    code: str = ""


_Cover = list[tuple[int, int, str]]


def cited_pieces(cited: Cited, parts: Parts) -> list[Cites]:
    """The pieces of a citation; one without any code is words alone, which Word does not work out."""
    label, text = parts.label(cited.anchor), cited.text
    if label:
        plain = text.replace(NBSP, " ")
        cover = _cover(plain, len(plain), label, parts) or _partly(plain, label, parts)
        return [Cites(text[at:end], code) for at, end, code in cover if at < end]
    title = parts.titles.get(cited.anchor, "")
    if title and text.endswith(title) and cited.anchor not in parts.noted:
        return [Cites(text[: -len(title)]), Cites(title, f"REF {parts.name(cited.anchor)} \\h")]
    return [Cites(text)]


def with_words(parts_of: tuple[Text | Cited, ...], parts: Parts) -> Iterator[Text | Cited]:
    """The parts of a citation; a number whose word stands before it, and is of its label, has that: "Article II"."""
    before: Text | None = None
    for part in parts_of:
        if isinstance(part, Text):
            if before:
                yield before
            before = part
            continue
        if before and (at := _word_at(before.text, part, parts)) < len(before.text):
            before, part = Text(before.text[:at]), replace(part, text=before.text[at:] + part.text)
        if before and before.text:
            yield before
        before = None
        yield part
    if before:
        yield before


def _word_at(before: str, cited: Cited, parts: Parts) -> int:
    """Where, in what stands before a citation, the word begins that its label has, or one around it; else the end."""
    around, text = parts.label(cited.anchor), cited.text.replace(NBSP, " ")
    while around:
        word = around.level.sample.word if around.level else ""
        if word and before.replace(NBSP, " ").endswith(word):
            own = (word + text).removeprefix(around.own)
            if len(own) < len(word + text) and not own[:1].isalnum():
                return len(before) - len(word)
        around = around.parent
    return len(before)


def is_worked_out(cited: Cited, pieces: list[Cites], parts: Parts) -> bool:
    """Whether Word works out all numbers of a citation: none of those around it, nor its own, is among the words."""
    label = parts.label(cited.anchor)
    if not label:
        return True
    words = {word for text, code in pieces if not code for word in re.findall(r"\w+", text)}
    around: Label | None = label
    while around:
        if words & {*re.findall(r"\w+", around.own)} - {*re.findall(r"\w{3,}", around.own)}:
            return False
        around = around.parent
    return True


def _partly(text: str, label: Label, parts: Parts) -> _Cover:
    """A citation whose last numbers are words, since Word has none that are like them: at least those before."""
    around = label.parent
    while around:
        for said in filter(None, (around.own, around.figure[0])):
            # the last: in "§ 3 Abs. 3 Buchst. a" the first is that of what stands around it
            for found in reversed([*re.finditer(rf"(?<!\w){re.escape(said)}(?!\w)", text)]):
                if around.num and (cover := _cover(text, found.end(), around, parts)):
                    return [*cover, (found.end(), len(text), "")]
        around = around.parent
    return [(0, len(text), "")]


def _cover(text: str, end: int, label: Label, parts: Parts) -> _Cover | None:
    """How the words up to an end are made of fields, ending with that of a label; None if they are not."""
    name = parts.name(label.anchor)
    typed = name if label.is_run_in else parts.name(f"{label.anchor}:number")
    ways = [(label.own, f"REF {typed} \\h")]
    if label.num:
        ways = [(label.full, f"REF {name} \\w \\h"), (label.own, f"REF {name} \\n \\h")]
        if label.has_stops:
            ways.reverse()
        ways.append((label.figure[0], label.figure[1].format(name)))
    for said, code in ways:
        at = end - len(said)
        if not said or not text[:end].endswith(said) or (at and _goes_on(text[at - 1], said[0])):
            continue
        if before := _before(text, at, label, parts, is_whole=code.endswith("\\w \\h")):
            return [*before, (at, end, code)]
    return None


def _before(text: str, end: int, label: Label, parts: Parts, is_whole: bool) -> _Cover | None:
    """What stands before a number: words alone, or those around it, and their numbers."""
    around = None if is_whole else label.parent
    while around:
        for until in dict.fromkeys((len(text[:end].rstrip(" ,.;")), _BETWEEN.search(text[:end]).start())):  # type: ignore[union-attr]
            if until and (found := _cover(text, until, around, parts)):
                return [*found, (until, end, "")] if until < end else found
        around = around.parent
    return [(0, end, "")] if not any(char.isdigit() or char in "()" for char in text[:end]) else None


#: Words between two numbers of a citation: " Abs. ", ", Section ".
_BETWEEN = re.compile(r"(?:[\s,.;]|(?<!\w)[^\W\d_]+\.?)*$")


def _goes_on(before: str, first: str) -> bool:
    """Whether a number would begin in the middle of another, or of a word."""
    return before.isalnum() and first.isalnum()
