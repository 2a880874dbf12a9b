"""How far a deal has come: a meter of its steps, and what is to be done next."""

from __future__ import annotations

from html import escape

from docutils import nodes

from whereas.checking.ready import Readiness, Task
from whereas.checking.verdict import step_words
from whereas.language.site_words import SiteWords
from whereas.site.catalogue.pieces import marked, paragraph, span

#: So many things of one step are named on the deal's page.
_NAMED = 8


def verdict_words(ready: Readiness, words: SiteWords) -> str:
    """`Ready to sign`, or `2 steps to signature`."""
    left = len(ready.steps) - ready.done
    return words.counted(left, words.checks.steps_left) if left else words.checks.ready


def done_words(ready: Readiness, words: SiteWords) -> str:
    """`5 of 7 done`."""
    return words.checks.steps_done.format(done=ready.done, all=len(ready.steps))


def meter(ready: Readiness, words: SiteWords) -> nodes.paragraph:
    """The meter for a card, with the next step."""
    bars = [
        marked("", "", html="span", attributes={}, classes=["wh-done"] if step.done else []) for step in ready.steps
    ]
    bar = marked("", "", *bars, html="span", attributes={"aria-hidden": "true"}, classes=["wh-meter"])
    said: list[nodes.Node] = [bar, nodes.strong("", verdict_words(ready, words))]
    if todo := next((step for step in ready.steps if not step.done), None):
        said.append(span(step_words(todo, words), "wh-next"))
    return paragraph(said, "wh-way")


def way_html(ready: Readiness, words: SiteWords) -> str:
    """The whole way, for the head of the deal's page: the meter, and each step with what is left of it."""
    done = {True: ' class="wh-done"', False: ""}
    bars = "".join(f"<span{done[step.done]}></span>" for step in ready.steps)
    steps = ""
    for step in ready.steps:
        tasks = "".join(f"<li>{_task(each)}</li>" for each in step.tasks[:_NAMED] if step.name != "status")
        if (rest := len(step.tasks) - _NAMED) > 0:
            tasks += f"<li>{escape(words.counted(rest, words.and_more))}</li>"
        inner = f'<ul class="simple">{tasks}</ul>' if tasks else ""
        steps += f"<li{done[step.done]}>{escape(step_words(step, words))}{inner}</li>"
    return (
        f'<details class="wh-way"><summary><span class="wh-meter" aria-hidden="true">{bars}</span>'
        f"<strong>{escape(verdict_words(ready, words))}</strong> "
        f'<span class="wh-next">{escape(done_words(ready, words))}</span></summary>'
        f"<ol>{steps}</ol></details>\n"
    )


def _task(task: Task) -> str:
    words = escape(task.words)
    if task.anchor:
        return f'<a href="#{escape(task.anchor)}">{words}</a>'
    return f"{words} <code>{escape(task.place)}</code>" if task.place else words
