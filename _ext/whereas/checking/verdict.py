"""Whether a deal is ready to sign, as people and programs read it."""

from __future__ import annotations

from typing import Any

from whereas.checking.ready import Readiness, Step
from whereas.language.registry import site_words
from whereas.language.site_words import SiteWords

#: So many things of one step are named, unless all are asked for.
_NAMED = 12


def verdict(deal: str, ready: Readiness) -> list[str]:
    """The lines for a terminal: the verdict, then each step with what is left of it."""
    words, count = site_words("en"), len(ready.steps)
    left = words.counted(count - ready.done, words.checks.steps_left)
    said = words.checks.ready if ready.ready else left
    lines = [f"{deal}: {said} ({words.checks.steps_done.format(done=ready.done, all=count)})"]
    for number, step in enumerate(ready.steps, start=1):
        mark = "x" if step.done else " "
        lines.append(f"  {number}. [{mark}] {step_words(step, words)}")
        lines += [f"       {_line(*task)}" for task in step.tasks[:_NAMED] if step.name != "status"]
        if (rest := len(step.tasks) - _NAMED) > 0:
            lines.append(f"       {words.counted(rest, words.and_more)}")
    return lines


def _line(words: str, place: str, _: str) -> str:
    return f"{place}: {words}" if place else words


def step_words(step: Step, words: SiteWords) -> str:
    """What a step is called: what is to be done, or that it is done."""
    if step.done:
        return words.checks.done_steps[step.name]
    return words.counted(len(step.tasks), words.checks.open_steps[step.name])


def as_data(ready: Readiness) -> dict[str, Any]:
    """The same for programs."""
    steps = [
        {
            "step": step.name,
            "done": step.done,
            "tasks": [{"what": each.words, "where": each.place} for each in step.tasks],
        }
        for step in ready.steps
    ]
    return {"ready": ready.ready, "steps": steps}
