"""Finds what drafters write where something is still missing: `[●]`, `TBC`, `____`, `???`, "to be agreed".

A phrase is one only where it stands alone: "prices to be agreed by the parties in writing" says how they will be known.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from whereas.language.en import ENGLISH
from whereas.language.registry import LANGUAGES, language_of

Form = Literal["text", "heading", "value"]


def _of_all(kind: str) -> str:
    """The words of a kind in all languages, as a pattern."""
    return "|".join(dict.fromkeys(getattr(each.placeholders, kind) for each in LANGUAGES))


#: So many words before a phrase make no sentence: "The delivery date to be confirmed."
_FEW = 4
_MONEY = r"(?:[€$£¥]|\b(?:EUR|USD|GBP|CHF)\b)"
#: Such in every language.
_SIGNS = (
    r"\[[\s●•◦○_.…]*\]",
    r"\[\s*(?:[*–—-]{1,2}|[xX]+|\?+)\s*\]",
    r"●",
    r"…{2,}|\.{5,}|(?:\. ){4,}\.",
    r"\?{2,}|\(\s*\?+\s*\)",
    r"<<[^<>]+>>",
    r"\blorem ipsum\b",
    rf"{_MONEY}\s*(?:…|\.\.\.|\[[^\]\[]*\])",
    rf"(?:…|\.\.\.|\[[\d.,\s]+\])\s*(?:%|{_MONEY})",
    r"\bXX?(?=\s?%)|\bX?X[./-]X?X[./-](?:(?:XX){1,2}|\d{4})\b",
    r"(?<![\w-])(?:TB[ACD]|T\.\s?B\.\s?[ACD]\.|FIXME)(?![\w-])",
)
#: For the hand, where the same text has a line to sign on.
_LINE = re.compile(r"_{3,}")
_SIGNED = re.compile(rf"\b(?:{_of_all('signed')})\b\s*:?\s*_{{3,}}", re.IGNORECASE)
#: [AKA], but not what says that there is nothing there.
_CAPITALS = re.compile(rf"\[(?!{_of_all('nothing')})[A-ZÄÖÜÀÉÈÑ][A-ZÄÖÜÀÉÈÑ '’/_-]+\](?!\w)")
_UNKNOWN = re.compile(r"(?<![\w-])(?:X{3,}|x{3,})(?![\w-])")
#: Before XXX, which then is the number thirty.
_NUMBERED = re.compile(rf"(?:\b(?:{_of_all('numbered')})\s+|\()$", re.IGNORECASE)
#: What stands between brackets: not too much, and no other brackets.
_INSIDE = r"[^\n<>{}\[\]«»]{0,80}?"
_ARTICLES = rf"(?:{_of_all('articles')})*"
#: What a phrase that stands alone stands between.
_BEFORE = re.compile(r"(?:^|[.,;:!?|=\n(\[–—]|\s-|\((?:\w+\s){1,2})\s*$")
_AFTER = re.compile(r"\s*(?:$|[.;!?)\]|\n])")
_OPEN = re.compile(r"\([^()]*$")
_MEANS = re.compile(rf"\s+(?:{_of_all('means')})\b")
_LEADS = re.compile(r"(?:^|[:(\[–—])\s*$")


@functools.lru_cache(maxsize=1 << 16)
def find_placeholders(text: str, locale: str, form: Form = "text") -> tuple[tuple[int, int], ...]:
    """Where placeholders stand in a line of text, in order: from, to.

    A value is no sentence, so that a phrase at its end is one ("place to be agreed"), as it is in a text of few words;
    a heading may well be "Matters to be agreed". «Acme» may be part of a name that is a value.
    """
    return tuple(_found(text, _rules(locale.replace("-", "_")), form))


def _found(text: str, rules: _Rules, form: Form) -> Iterator[tuple[int, int]]:
    found = [match for pattern in rules.anywhere for match in pattern.finditer(text)]
    found += _LINE.finditer(text) if not _SIGNED.search(text) else ()
    found += _CAPITALS.finditer(text)
    found += [match for match in _UNKNOWN.finditer(text) if not _is_thirty(match)]
    found += [match for match in rules.fields.finditer(text) if not _is_quotation(match, form)]
    found += [match for match in rules.phrases.finditer(text) if rules.is_alone(match, form)]
    last = 0
    for start, end in sorted((match.span() for match in found), key=lambda span: (span[0], -span[1])):
        if start >= last:  # of one within another, the outer one is told
            last = end
            yield start, end


def _is_thirty(match: re.Match[str]) -> bool:
    return match[0] in ("XXX", "xxx") and bool(_NUMBERED.search(match.string[: match.start()]))


def _is_quotation(field: re.Match[str], form: Form) -> bool:
    """Whether «these» are quotation marks even here, as around what is defined: (the «Seller»), «Fee» means."""
    before, after = field.string[: field.start()], field.string[field.end() :]
    if form == "value":
        return bool(before.strip() or after.strip())
    return bool(after.startswith(")") and _OPEN.search(before)) or bool(_MEANS.match(after))


@dataclass(frozen=True)
class _Rules:
    """What is looked for in one locale."""

    anywhere: tuple[re.Pattern[str], ...]
    phrases: re.Pattern[str]
    verb: re.Pattern[str]
    lead: re.Pattern[str]
    fields: re.Pattern[str]

    def is_alone(self, phrase: re.Match[str], form: Form) -> bool:
        """Whether a phrase is all that is said: "Price: to be agreed", "the price is to be agreed."."""
        before, after = phrase.string[: phrase.start()], phrase.string[phrase.end() :]
        if after.startswith(","):
            return bool(_LEADS.search(before))
        verb = self.verb.search(before)
        few = form == "text" and len(before.split()) <= _FEW and not self.lead.match(before)
        short = form == "value" or few
        return bool(_AFTER.match(after) and (short or _BEFORE.search(before) or (verb and not verb["clause"])))


@functools.cache
def _rules(locale: str) -> _Rules:
    own, english = language_of(locale).placeholders, ENGLISH.placeholders  # drafts in all languages have English ones
    known = (own,) if own is english else (own, english)
    words = {name: "|".join(getattr(each, name) for each in known) for name in vars(own) if name != "fields"}
    asks, slots = rf"\b(?:{words['asks']}|{words['phrases']})\b", rf"\b(?:{words['slots']})\b"
    either = rf"(?=[^\W\d])(?![^<>]*(?:@|//|=)){_INSIDE}(?:{slots}|{asks}){_INSIDE}"
    anywhere = (
        *_SIGNS,
        rf"\[(?:\s*{_ARTICLES}{slots}|{_INSIDE}{asks}){_INSIDE}\](?!\w)",
        rf"\{{{_ARTICLES}(?:{slots}|{asks})[^\n<>{{}}\[\],:;]{{0,40}}\}}",
        rf"\[[\d.,\s]+\](?=\s?(?:{words['units']})\b)",
        rf"\(\s*(?:{words['asks']})\b[^()]*\)",
        rf"<{either}>|«{_INSIDE}\b(?:{words['asks']})\b{_INSIDE}»",
    )
    marks = rf"(?<![\w-])(?:{own.marks})(?![\w-])"
    return _Rules(
        (re.compile("|".join(anywhere), re.IGNORECASE), re.compile(marks)),
        re.compile(rf"\b(?:{words['phrases']})\b", re.IGNORECASE),
        re.compile(rf"(?P<clause>\b(?:{words['clauses']}) )?(?:\b(?:{words['verbs']}) )+$", re.IGNORECASE),
        re.compile(rf"\s*(?:{words['leads']}|{words['clauses']})\b", re.IGNORECASE),
        re.compile(rf"«(?:\w+|{_INSIDE}{slots}{_INSIDE})»" if own.fields else "(?!)", re.IGNORECASE),
    )
