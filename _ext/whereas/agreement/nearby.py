"""Citations of what stands nearby, in few words: "paragraph (b)", "(b) above"; they follow renumbering as others do."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from whereas.agreement.citing import cite
from whereas.agreement.joined import listed, merged_parts
from whereas.agreement.runs import Cited, Reference, Text
from whereas.agreement.samples import count
from whereas.agreement.steps import Step
from whereas.agreement.styles import Style
from whereas.agreement.targets import Sort, Target, Targets
from whereas.language.registry import phrases

#: What a number adds to another and can stand alone: "(b)", "(b)(ii)", "aa)".
_STANDS_ALONE = re.compile(r"\(|\w+\)")


def cite_nearby(
    found: list[Target], reference: Reference, targets: Targets, style: Style, scope: tuple[str, ...]
) -> tuple[Text | Cited, ...]:
    """What a reference of the form "short" or "above" says.

    Within the same clause that is what the number adds to the part that both places share; from elsewhere, all of it.
    """
    here = targets.get(f"#{reference.at}")
    if reference.form == "short" and here and all(each.host == here for each in found):
        return cite(found, style, "part", either=reference.either)
    short = _shortened(found, here, targets)
    if reference.form == "short":
        return cite(short or found, style, "clause", scope, here, reference.either)
    if here and [here] == found:
        parts = cite(short or found, style, "clause", scope, here)
        return (Text(f"{style.pointing(parts[0].text)} "), *parts)
    last = targets.get(f"#{reference.after}") or here
    words, form = phrases(style.locale), "number" if short and not any(each.steps for each in short) else "clause"
    sides: list[tuple[Text | Cited, ...]] = []
    for side, is_above in ((words.above, True), (words.below, False)):
        if there := [each for each in short or found if (last is None or each.order <= last.order) == is_above]:
            before, after = side.split("{cited}")
            sides.append((Text(before), *cite(there, style, form, scope, here), Text(after)))
    return merged_parts(listed(sides, style))


def _shortened(found: list[Target], here: Target | None, targets: Targets) -> list[Target]:
    """The targets as they are called from a place in the same clause; none if one of them cannot be called so."""
    if here is None:
        return []
    numbered = {(each.scope, each.number): each for each in targets.values() if each.number}
    around = [here, *_parents(here, numbered)]
    short = []
    for target in found:
        path = [target, *_parents(target, numbered)]
        below, shared = next((pair for pair in pairwise(path) if pair[1] in around), (target, None))
        tail = target.number.removeprefix(shared.number).strip() if shared else ""
        if not shared or not _STANDS_ALONE.match(tail):
            return []
        parent = target.parent.removeprefix(shared.number).strip()
        if steps := _own_steps(target, here):
            short.append(target._replace(steps=steps))
            continue
        sort: Sort = "letter" if _is_letter(below) else "paragraph"
        short.append(
            target._replace(
                number=tail, parent=parent, tail=tail.removeprefix(parent).strip(), sort=sort, word="", steps=()
            )
        )
    return short


def _own_steps(target: Target, here: Target) -> tuple[Step, ...]:
    """The steps to a target that a place does not share, where these have a word: "Abs. 2 Buchst. a"."""
    shared = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(target.steps[:-1], here.steps, strict=False))
    )
    steps = target.steps[shared:]
    return steps if shared and steps and steps[0].word else ()


def _is_letter(target: Target) -> bool:
    """Whether it is counted by letters: (i) is the ninth of those, or a Roman one."""
    return re.sub(r"\W", "", target.tail).lower() in (count(max(target.last, 1), each) for each in ("a", "aa"))


def _parents(target: Target, numbered: dict[tuple[tuple[str, ...], str], Target]) -> list[Target]:
    """The numbered provisions that one stands in, innermost first."""
    found: list[Target] = []
    parent = numbered.get((target.scope, target.parent))
    while parent and parent not in found:
        found.append(parent)
        parent = numbered.get((parent.scope, parent.parent))
    return found
