"""The words that cite one or more provisions from a place: "clauses 7, 9.2 and 12", "paragraph 2 of Schedule 1"."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from whereas.agreement.inner_parts import part_words
from whereas.agreement.joined import Words, cited_part, listed, merged_parts
from whereas.agreement.runs import Cited, Text
from whereas.agreement.samples import parse_sample
from whereas.agreement.steps import NBSP
from whereas.agreement.stepwise import cite_steps
from whereas.agreement.styles import Style
from whereas.agreement.targets import Target
from whereas.language.registry import phrases


def cite(
    targets: Iterable[Target],
    style: Style,
    form: str,
    scope: tuple[str, ...] = (),
    here: Target | None = None,
    either: bool = False,
) -> Words:
    """The words that cite one or more targets from a place within `scope`: "clauses 7, 9.2 and 12".

    `here` is the provision they stand in, if that is known; of several, any one may be meant (`either`): "1.1 or 1.2".
    """
    unique = {target.order: target for target in targets}
    ordered = [unique[order] for order in sorted(unique)]
    if form == "uses":  # the sign belongs to the number: "§ 2 Abs. 1 und § 4", but "2.1 and 4"
        form = "clause" if any(each.steps and each.steps[0].word.startswith("§") for each in ordered) else "number"
    groups = [ordered] if len(ordered) == 1 else _groups(ordered, style)
    pieces = [_cite_group(group, style, form, scope, here, either) for group in groups]
    return merged_parts(listed(pieces, style, either))


def _groups(targets: list[Target], style: Style) -> list[list[Target]]:
    """Targets in order, those together that are cited with one word."""
    return [list(group) for _, group in groupby(targets, lambda target: _together(target, style))]


def _together(target: Target, style: Style) -> tuple[object, ...]:
    """What those share that are cited with one word."""
    host = target.host.anchor if target.host else ""
    return _around(target, False, style)[0], target.scope, bool(target.steps), target.part, host


def _cite_parts(
    group: list[Target],
    host: Target,
    style: Style,
    form: str,
    scope: tuple[str, ...],
    here: Target | None,
    either: bool,
) -> Words:
    """Sentences or paragraphs of one provision: "§ 1 Abs. 2 Satz 3", "the second and third sentences of clause 7"."""
    words = part_words(group[0].part, style.locale)
    before, after = (words.many if len(group) > 1 and not either else words.one).replace(" ", NBSP).split("{n}")
    if len(group) == 1:
        own: Words = (cited_part(group[0], before + group[0].number + after),)
    else:
        own = (Text(before), *_numbers(group, style, either), Text(after))
    if form == "part":
        return own
    around = _cite_group([host], style, "number" if form == "number" else "clause", scope, here, either)
    return (*own, Text(words.joint), *around) if words.leads else (*around, Text(words.joint), *own)


def _cite_group(
    group: list[Target], style: Style, form: str, scope: tuple[str, ...], here: Target | None, either: bool
) -> Words:
    """Targets of one sort and scope: one word, then the numbers."""
    first = group[0]
    if first.host:
        return _cite_parts(group, first.host, style, form, scope, here, either)
    if first.steps:
        if style.outer == "first" and first.sort == "paragraph" and (around := _named(first, scope)):
            form = "clause" if form == "number" else form  # "Anlage 1 Nummer 2"
            return (*around, Text(" "), *cite_steps(group, style, form, here, either))
        return (*cite_steps(group, style, form, here, either), *_outside(first, scope, style))
    head, tail = ("", "") if form == "number" else _around(first, len(group) > 1 and not either, style)
    if style.outer == "first" and first.sort == "paragraph" and form != "number" and (outer := _named(first, scope)):
        around = (*outer, Text(" "))
        outside: Words = ()
    else:
        around, outside = (), _outside(first, scope, style)
    if form == "clause-title":
        words = listed([(cited_part(each, _name(each)), *_title(each)) for each in group], style, either)
    elif len(group) == 1:  # one link over word and number reads and taps best
        return (*around, cited_part(first, head + _name(first) + tail), *outside)
    else:
        words = _numbers(group, style, either)
    return (*around, Text(head), *words, Text(tail), *outside)


def _named(target: Target, scope: tuple[str, ...]) -> Words:
    """What a target stands in, seen from within `scope`, outermost first: "Anlage 1 Teil A"."""
    beyond = len(_beyond(target.scope, scope))
    steps = list(zip(target.scope, target.around, strict=True))[-beyond:] if beyond else []
    return merged_parts(
        part
        for index, (step, outer) in enumerate(steps)
        for part in (Text(" " if index else ""), Cited(outer.label, step.replace(" ", NBSP), outer.anchor, step))
    )


def _outside(target: Target, scope: tuple[str, ...], style: Style) -> Words:
    """What a citation from within `scope` says of what the target stands in, innermost first: "of Schedule 1"."""
    if not target.scope and (_in_part(scope, style) if target.sort == "clause" else _counts_anew(target, scope, style)):
        return (Text(f" {phrases(style.locale).this_agreement}"),)
    beyond = len(_beyond(target.scope, scope))
    parts: list[Text | Cited] = []
    for step, outer in reversed(list(zip(target.scope, target.around, strict=True))[-beyond:] if beyond else []):
        name = step.replace(" ", NBSP) if step.count(" ") == 1 else step  # "Schedule 1" stays in one line
        of, named = style.outside(name)
        parts += [Text(f" {of}"), Cited(outer.label, named, outer.anchor, step)]
    return tuple(parts)


def _in_part(scope: tuple[str, ...], style: Style) -> bool:
    """Whether a place stands in a part of the main body that has a clause 1 of its own."""
    return style.restart == "part" and bool(scope) and scope[0].startswith(parse_sample(style.part).word)


def _counts_anew(target: Target, scope: tuple[str, ...], style: Style) -> bool:
    """Whether a table is cited from a place that may have one of the same number."""
    return target.part == "table" and bool(scope) and style.restart != "never"


def _beyond(there: tuple[str, ...], here: tuple[str, ...]) -> tuple[str, ...]:
    """What must be said of a target's scope, seen from another: nothing from within it, Part B from Part A."""
    if there == here:
        return ()
    shared = next((index for index, pair in enumerate(zip(there, here, strict=False)) if pair[0] != pair[1]), None)
    shared = min(len(there), len(here)) if shared is None else shared
    # from Part A, "paragraph 1" would be read as one of Part A: what stands outside the part says so
    return there[shared:] or there[-1:]


def _numbers(group: list[Target], style: Style, either: bool) -> Words:
    """Runs of three or more joined ("7 to 9"), and a head that several share said once ("4.1(a) and (b)")."""
    runs: list[list[Target]] = []
    for target in group:
        if not either and runs and target.row == runs[-1][-1].row and target.last == runs[-1][-1].last + 1:
            runs[-1].append(target)
        else:
            runs.append([target])
    pieces: list[Words] = []
    said: str | None = None  # the head that needs no saying again
    for run in runs:
        for part in [run] if len(run) >= 3 else [[target] for target in run]:
            first, last = part[0], part[-1]
            text = first.tail if said == first.parent and _stands_alone(first, style) else _name(first)
            said = first.parent if _stands_alone(first, style) else None
            if first is last:
                pieces.append((cited_part(first, text),))
            else:
                end = last.tail if last.parent and _stands_alone(last, style) else _name(last)
                pieces.append((cited_part(first, text), Text(f" {style.range or 'to'} "), cited_part(last, end)))
    return listed(pieces, style, either)


def _stands_alone(target: Target, style: Style) -> bool:
    """Whether what a number adds to its parent's can go without that: the "(b)" in "4.1(a) and (b)"."""
    return style.stem == "once" and target.tail[:1] == "("


def _name(target: Target) -> str:
    """How a target is cited: by its number, or by its title where it has none."""
    return target.number.replace(" ", NBSP) if target.sort == "schedule" else target.number or target.title


def _title(target: Target) -> tuple[Text, ...]:
    return (Text(f" ({target.title})"),) if target.title and target.number else ()


def _around(target: Target, many: bool, style: Style) -> tuple[str, str]:
    """What stands before and after the numbers."""
    if target.sort == "schedule" or not target.number:
        return "", ""
    if target.sort == "clause" and style.reference:
        head, tail = style.reference[many].split("{number}", 1)
        return head.replace(" ", NBSP), tail
    words: tuple[str, str] = getattr(style, target.sort)
    if target.word and target.word not in words:
        words = style.word_of(target.word)
    return f"{words[many]}{NBSP}", ""
