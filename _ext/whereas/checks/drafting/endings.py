"""How provisions and the items of lists end: alike, and with a full stop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from whereas.agreement.model import Paragraph
from whereas.checks.case import Case
from whereas.checks.listed import Entry, Listed
from whereas.library.finding import Finding
from whereas.library.rule import Rule

LIST_END = Rule(
    "list-end",
    "The last item of a list ends its sentence.",
    bad="1. The seller delivers:\n   1. goods; and\n   1. parts",
    good="1. The seller delivers:\n   1. goods; and\n   1. parts.",
    severity="warning",
    told="check",
)
LIST_UNEVEN = Rule(
    "list-uneven",
    "The items of a list end alike.",
    bad="1. The seller delivers:\n   1. goods;\n   1. tools.\n   1. parts; and\n   1. plans.",
    good="1. The seller delivers:\n   1. goods;\n   1. tools;\n   1. parts; and\n   1. plans.",
    severity="warning",
    told="check",
)
FULL_STOP = Rule(
    "full-stop",
    "A sentence ends with a full stop.",
    bad="1. The seller delivers all the goods.\n1. The seller repairs all the goods",
    good="1. The seller delivers all the goods.\n1. The seller repairs all the goods.",
    severity="warning",
    told="check",
)
#: Fewer words may be a heading, or an entry of a form.
_SENTENCE = 5


def check_endings(case: Case) -> Iterator[Finding]:
    """Every list that stands in a provision, and the provisions of a section."""
    for each in case.lists:
        if not each.entries:  # whose items cannot be read, or that has none
            continue
        found = [*_last(each), *_uneven(each)]
        yield from found or _stops(each)


def _last(each: Listed) -> Iterator[Finding]:
    *others, final = each.entries
    ends = all(entry.sign in (";", ",") or entry.join for entry in others)
    if others and ends and each.last and final.is_plain and final.is_bare:
        yield LIST_END.at(final.item.place, "the last item of this list ends without a full stop", "end the sentence")


def _uneven(each: Listed) -> Iterator[Finding]:
    """Items that end otherwise than most; the last two end as the sentence does."""
    counted = [entry for entry in each.entries[:-1] if entry.is_plain and entry.words]
    common = Counter(entry.sign for entry in counted if entry.sign in (";", ",")).most_common(1)
    if not common or common[0][1] < len(counted) / 2 or len(counted) < 2:
        return
    sign = common[0][0]
    for entry in counted:
        if entry.sign != sign and not entry.join and _odd(entry):
            said = f"with {entry.sign!r}" if entry.sign else "with no sign"
            message = f"this item ends {said}, and most of its list with {sign!r}"
            yield LIST_UNEVEN.at(entry.item.place, message, "let all items end alike")


def _odd(entry: Entry) -> bool:
    return entry.sign in (";", ",") or entry.has_stop or entry.is_bare


def _stops(each: Listed) -> Iterator[Finding]:
    """Sentences without an end, among others that have one."""
    entries = [
        entry for entry in each.entries if isinstance(entry.item.blocks[-1:] and entry.item.blocks[-1], Paragraph)
    ]
    if not entries or sum(entry.has_stop for entry in entries) * 2 < len(entries):
        return
    for entry in entries:
        if entry.is_bare and entry.is_plain and not entry.join and _is_sentence(entry.words):
            yield FULL_STOP.at(entry.item.place, "this ends without a full stop", "end the sentence")


def _is_sentence(words: str) -> bool:
    """Whether words are no heading, and no entry of a form."""
    long = [word for word in words.split() if len(word) > _SENTENCE - 2]
    capitals = sum(word[0].isupper() for word in long)
    return words[:1].isupper() and len(words.split()) >= _SENTENCE and capitals * 2 <= len(long)
