"""Citations step by step: "§ 1 Abs. 6 und 7", "Article V, Section B.3", "article 2.1, a) et c)"."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from whereas.agreement.joined import Words, cited_part, listed
from whereas.agreement.runs import Cited, Text
from whereas.agreement.steps import NBSP, Step, joined, said
from whereas.agreement.styles import Style
from whereas.agreement.targets import Target
from whereas.language.registry import language_of


class _Path(NamedTuple):
    """A target and the steps that cite it, and which of them has the last word; numbers follow it."""

    target: Target
    steps: tuple[Step, ...]
    at: int

    @property
    def around(self) -> tuple[Step, ...]:
        """The steps before that word."""
        return self.steps[: self.at]

    @property
    def numbers(self) -> str:
        """All numbers from that word on."""
        first, *rest = self.steps[self.at :]
        return said(tuple(rest), first.number)


def cite_steps(
    group: list[Target], style: Style, form: str = "clause", here: Target | None = None, either: bool = False
) -> Words:
    """The words that cite targets of one scope, all of which have steps, from a place, if that is known."""
    paths = [_path(target, here) for target in group]
    if form == "clause-title":
        return listed([_titled(path) for path in paths], style, either)
    lists: list[list[Words]] = []
    before: tuple[Step, ...] = ()
    for _, same in groupby(paths, _together):
        together = list(same)
        around = together[0].around
        unsaid = around[_shared(before, around) :]
        lists.append(_section(together, unsaid, style, form == "number" and unsaid == around, either))
        before = around
    pieces = [listed(each, style, either) for each in lists]
    return listed(pieces, style, either, also=any(len(each) > 1 for each in lists))


def _path(target: Target, here: Target | None) -> _Path:
    steps = target.steps
    if here and here.scope == target.scope:
        gone = _shared(here.steps, steps[:-1])
        while steps[0].is_local and gone:
            steps, gone = steps[1:], gone - 1
    worded = [index for index, step in enumerate(steps) if step.word]
    return _Path(target, steps, worded[-1] if worded else 0)


def _shared(one: tuple[Step, ...], other: tuple[Step, ...]) -> int:
    """How many steps two have in common."""
    count = 0
    for pair in zip(one, other, strict=False):
        if pair[0] != pair[1]:
            break
        count += 1
    return count


def _together(path: _Path) -> tuple[object, ...]:
    """What those share whose word is said once; after "article 2.1, a)" the next article has its own."""
    at = path.at
    apart = "," in "".join(step.lead for step in path.steps[at + 1 :])
    return path.around, path.steps[at].one, path.steps[at].figure if apart else ""


def _titled(path: _Path) -> Words:
    words = (cited_part(path.target, said(path.steps)),)
    return (*words, Text(f" ({path.target.title})")) if path.target.title else words


def _section(same: list[_Path], around: tuple[Step, ...], style: Style, bare: bool, either: bool) -> list[Words]:
    """The pieces of targets that have the same word: it stands before the first of them."""
    many = len(same) > 1 and _is_many(same, style, either)
    step = same[0].steps[same[0].at]
    word = _many_word(step, style) if many else step.word
    tail = f"{step.of} {said(same[0].around)}" if step.of and same[0].around else ""
    if tail:
        head = "" if bare else word
    elif not bare:
        head = joined(said(around), step.lead, word)
    elif around:  # the number alone: the first word goes, those of inner levels stay
        head = joined(said(around[1:], around[0].number), step.lead, word)
    else:
        head = ""
    if len(same) == 1:  # one link over word and number reads and taps best
        return [(cited_part(same[0].target, head + same[0].numbers + tail),)]
    repeated = either and not any(letter.isalpha() for letter in word)  # "§ 1 oder § 2"
    pieces: list[Words] = []
    for part, texts in _runs(same, style, either):
        before = head if not pieces else word if repeated else ""
        links: list[Text | Cited] = [Text(before)] if before else []
        for index, (path, text) in enumerate(zip(part, texts, strict=True)):
            links += [*([Text(f" {style.range or 'to'} ")] if index else []), cited_part(path.target, text)]
        pieces.append(tuple(links))
    return [*pieces[:-1], (*pieces[-1], Text(tail))] if tail else pieces


def _runs(same: list[_Path], style: Style, either: bool) -> list[tuple[tuple[_Path, ...], tuple[str, ...]]]:
    """The pieces of a list of numbers: each one path or the two ends of a run, and what they say."""
    runs: list[list[_Path]] = []
    for path in same:
        before = runs[-1][-1].target if runs and not either else None
        if before and path.target.row == before.row and path.target.last == before.last + 1:
            runs[-1].append(path)
        else:
            runs.append([path])
    done: list[tuple[tuple[_Path, ...], tuple[str, ...]]] = []
    said_before: tuple[Step, ...] | None = None
    for run in runs:
        for part in [run] if len(run) >= 3 else [[path] for path in run]:
            first, last = part[0], part[-1]
            alone = _stands_alone(first, style)
            text = first.steps[-1].number if alone and said_before == first.steps[:-1] else first.numbers
            said_before = first.steps[:-1] if alone else None
            if first is last:
                done.append(((first,), (text,)))
            else:
                done.append(((first, last), (text, last.steps[-1].number if alone else last.numbers)))
    return done


def _stands_alone(path: _Path, style: Style) -> bool:
    """Whether the last number can go without those before it: the "b)" in "2.1, a) et b)"."""
    return style.stem == "once" and len(path.steps) > path.at + 1 and path.steps[-1].number.endswith(")")


def _is_many(same: list[_Path], style: Style, either: bool) -> bool:
    """Whether the word is that for many: "articles 2 et 3", but "article 2.1, a) et b)"; "Sections 2(a) and (b)"."""
    one_provision = len({path.steps[: path.at + 1] for path in same}) == 1
    if one_provision and all(_stands_alone(path, style) and path.steps[-1].number[0] != "(" for path in same):
        return False
    words = language_of(style.locale).style_words
    return not either or bool(words and words.either_many)


def _many_word(step: Step, style: Style) -> str:
    """The word for many: the style's own for that word, else by the rules of its language."""
    if step.many != step.one:
        return step.head(True)
    word = step.word.rstrip()
    return style.cited_words(word)[1].replace(" ", NBSP) + step.word[len(word) :]
