"""Labels by example: "1.", "(a)", "Article I"; what one says, and how it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from roman_numerals import RomanNumeral

_COUNTER = r"0?1|aa|AA|[aAiI]"
_SAMPLE = re.compile(
    rf"""(?P<word>(?:[^\W\d_]{{2,}}\.?\s+|§+\s*)?)      # Section, Article, §
    (?P<open>[(\[]?)
    (?P<counters>(?:{_COUNTER})(?:[.\-/](?:{_COUNTER}))*)
    (?P<close>[)\]]?)
    (?P<stop>[.:]?(?:\s?[–—-])?)""",  # Article 1 –
    re.VERBOSE,
)


class Inserted(NamedTuple):
    """A number put in by hand between others: 14A comes after 14, and A1 after 0."""

    after: int
    tail: str


Counted = int | Inserted


@dataclass(frozen=True)
class Sample:
    """A label given by example: its word, brackets and counters, the last of which is its own."""

    text: str
    word: str
    open: str
    counters: tuple[str, ...]
    separators: tuple[str, ...]
    close: str
    stop: str

    @property
    def stands_bare(self) -> bool:
        """Whether it is one number, without a word or brackets."""
        return len(self.counters) == 1 and not (self.word or self.open or self.close)

    def head(self, counts: tuple[Counted, ...], alphabet: str = "aa") -> str:
        """The numbers of what it stands in that the label repeats: the "7." of 7.2."""
        above = counts[-len(self.counters) : -1]
        parts = zip(above, self.counters[:-1], self.separators, strict=True)
        return "".join(count(number, counter, alphabet) + separator for number, counter, separator in parts)

    def bare(self, counts: tuple[Counted, ...], alphabet: str = "aa") -> str:
        """The number without word and full stop, for the counts of this provision and those it stands in."""
        own = count(counts[-1], self.counters[-1], alphabet)
        return f"{self.open}{self.head(counts, alphabet)}{own}{self.close}"

    def marker(self, bare: str) -> str:
        """The label as it stands in the margin, made of the bare number."""
        return self.word + bare + self.stop


#: The label of what bears no number.
UNNUMBERED = Sample("", "", "", (), (), "", "")


@cache
def parse_sample(text: str) -> Sample:
    """Read a label given by example; raises ValueError when there is no first number in it (1, 01, a, i, A, I, aa)."""
    found = _SAMPLE.fullmatch(text.strip())
    if not found or found["open"] + found["close"] not in ("", "()", ")", "[]", "]"):
        raise ValueError(
            f"{text!r} is not a label by example; write the first one, such as '1.', '1.1', '(a)', 'Article I'"
        )
    counters = tuple(re.findall(_COUNTER, found["counters"]))
    separators = tuple(re.findall(r"[.\-/]", found["counters"]))
    return Sample(text, found["word"], found["open"], counters, separators, found["close"], found["stop"])


def count(number: Counted, counter: str, alphabet: str = "aa") -> str:
    """The nth number in the manner of a first one: 1, 01, a, A, i, I; aa counts aa, bb, cc.

    After z, `alphabet` decides: "aa" counts aa, bb ... zz, aaa, as lawyers do; "ab" counts aa, ab ... zz, aaa.
    """
    if isinstance(number, Inserted):
        return (count(number.after, counter, alphabet) if number.after else "") + number.tail
    if counter in ("1", "01"):
        return f"{number:0{len(counter)}d}"
    if counter in ("i", "I"):
        if number > 3999:  # as far as Roman numbers go
            return str(number)
        roman = RomanNumeral(number)
        return roman.to_lowercase() if counter == "i" else roman.to_uppercase()
    if alphabet == "ab" and len(counter) == 1:
        letters = ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("a") + rest) + letters
    else:
        times, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) * (times + len(counter))
    return letters if counter.islower() else letters.upper()


#: What would make another number of one it is put behind: 14 and 1 are 141, i and v are iv.
_SAME_KIND = {"1": "0123456789", "i": "ivxlcdm", "I": "IVXLCDM"}


def read_count(text: str, counter: str, last: int, alphabet: str = "aa") -> Counted:
    """What a number written by hand counts as where `last` numbers have been given out: 15 is 15, and 14A follows 14.

    Raises ValueError for what is neither a later number nor the last one with something after it.
    """
    if last:
        before = count(last, counter, alphabet)
        tail = text.removeprefix(before) if text.startswith(before) else ""
        if tail and tail[0] not in _SAME_KIND.get(counter[-1], ""):
            return Inserted(last, tail)
    else:
        first = count(1, counter, alphabet)
        lead = text.removesuffix(first) if text.endswith(first) else ""
        if lead[:1] in ("z", "Z") or (counter[-1] == "1" and lead.isalpha()):
            return Inserted(0, text)
    for later in range(last + 1, last + 1000):
        if count(later, counter, alphabet) == text:
            return later
    raise ValueError


def tail_order(tail: str) -> tuple[bool, str]:
    """By what numbers put in after the same number are ordered: 14ZA, 14A, 14AA, 14B."""
    return len(tail) == 1 or tail[0] not in "zZ", tail.lower()
