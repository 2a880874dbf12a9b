"""HTML of what stands in a line: words, facts, terms, references."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import assert_never

from whereas.agreement.runs import (
    Blank,
    Broken,
    Cited,
    Definition,
    Foreign,
    Item,
    LineBreak,
    Link,
    Passage,
    Reference,
    Run,
    Slot,
    Styled,
    TermUse,
    Text,
    Value,
)
from whereas.render.figures import together
from whereas.render.urls import safe_url

#: What a renderer gives: finished output, or a foreign node for the caller to render in its place.
Piece = str | Foreign

_TAGS = {"strong": "strong", "emphasis": "em", "literal": "code", "subscript": "sub", "superscript": "sup"}


class HtmlLines:
    """Renders the lines of one page; `internal` tells where facts were written."""

    def __init__(self, internal: bool = True) -> None:
        """Begin a page, on which no fact has been explained and no term linked."""
        self.internal = internal
        self.explained: set[tuple[str, str, str]] = set()  # what has been said of facts: it is said once
        self.linked: set[str] = set()  # the terms that are a stop for the Tab key in this provision

    def runs(self, runs: tuple[Run, ...]) -> Iterator[Piece]:
        """The HTML of a line."""
        for run in together(runs):
            yield from self.run(run)

    def run(self, run: Run) -> Iterator[Piece]:
        match run:
            case Text():
                yield escape(run.text, quote=False)
            case Styled():
                tag = _TAGS.get(run.style, "span")
                yield f"<{tag}>"
                yield from self.runs(run.runs)
                yield f"</{tag}>"
            case Link():
                yield f'<a class="reference external" href="{escape(safe_url(run.url))}">'
                yield from self.runs(run.runs)
                yield "</a>"
            case LineBreak():
                yield "<br />"
            case Value():
                # bdi: the direction of a name in another script is its own matter, not that of the text after it
                words = escape(run.text, quote=False)
                if run.name.count(".") > 1:  # a cell of rows, whose column an e-mail address would make too wide
                    words = words.replace("@", "@<wbr>")
                yield f"<bdi{self.source(run)}>{words}</bdi>"
            case Blank():
                yield f'<span class="wh-blank"{self.source(run)}>{escape(run.text, quote=False)}</span>'
            case TermUse():
                yield self.term(run)
            case Definition():
                yield f"<dfn>{escape(run.text, quote=False)}</dfn>"
            case Item() if run.only_counts:
                yield f'<span id="{escape(run.anchor)}"></span>'
            case Item():
                anchor = escape(run.anchor)
                yield f'<a class="wh-item" id="{anchor}" href="#{anchor}">{escape(run.marker)}</a>'
            case Reference():
                yield from self.reference(run)
            case Foreign():
                yield run
            case Broken():
                why = f' title="{escape(run.why)}"' if run.why else ""
                yield f'<span class="wh-broken"{why}>{escape(run.text)}</span>'
            case Passage() | Slot():
                pass  # filled before anything is printed
            case _:
                assert_never(run)

    def term(self, run: TermUse) -> str:
        """A term in use: the one link without a class, since every tenth word is one.

        Within a provision only the first is a stop for the Tab key: the others lead to the same.
        """
        words = escape(run.text, quote=False)
        if not run.anchor:
            return f'<span class="wh-term">{words}</span>'
        again = ' tabindex="-1"' if run.anchor in self.linked else ""
        self.linked.add(run.anchor)
        return f'<a href="#{escape(run.anchor)}"{again}>{words}</a>'

    def source(self, run: Value | Blank) -> str:
        """What a fact tells of itself, once on a page: its meaning and, to us, where it was written."""
        origin = str(run.origin) if isinstance(run, Value) and run.origin and self.internal else ""
        if run.name and (run.name, run.about, origin) in self.explained:
            return f' data-fact="{escape(run.name)}"'
        self.explained.add((run.name, run.about, origin))
        title = "\n".join(filter(None, (run.about, origin)))
        attributes = {"title": title, "data-fact": run.name}
        return "".join(f' {name}="{escape(text)}"' for name, text in attributes.items() if text)

    def reference(self, run: Reference) -> Iterator[Piece]:
        if run.words:
            part = run.parts[0]
            anchor = part.anchor if isinstance(part, Cited) else ""
            yield f'<a class="wh-reference" href="#{escape(anchor)}">'
            yield from self.runs(run.words)
            yield "</a>"
            return
        for part in run.parts:
            if isinstance(part, Cited):
                yield f'<a class="wh-reference" href="#{escape(part.anchor)}">{escape(part.text, quote=False)}</a>'
            else:
                yield escape(part.text, quote=False)
