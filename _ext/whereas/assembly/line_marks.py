"""Marks in what a template prints, by which each line is traced to the line of the text that it comes from."""

from __future__ import annotations

from collections.abc import Iterator

import jinja2.ext
import jinja2.lexer

from whereas.assembly.marks import LOOP, LOOP_END, ROUND, line_mark


class LineMarks(jinja2.ext.Extension):
    """Marks lines of text and the rounds of loops, so that the output can be traced to the source."""

    def filter_stream(self, stream: jinja2.lexer.TokenStream) -> Iterator[jinja2.lexer.Token]:
        tag: list[jinja2.lexer.Token] = []
        for token in stream:
            if token.type == "data":
                lines = token.value.split("\n")
                marked = (f"{line_mark(token.lineno + index)}{text}" for index, text in enumerate(lines))
                yield jinja2.lexer.Token(token.lineno, "data", "\n".join(marked))
            elif tag or token.type == "block_begin":
                tag.append(token)
                if token.type == "block_end":
                    yield from _marked(tag)
                    tag = []
            else:
                yield token
        yield from tag  # without its end, which the parser will say


def _marked(tag: list[jinja2.lexer.Token]) -> Iterator[jinja2.lexer.Token]:
    """A tag; one of a loop with its marks."""
    marks = {"for": (LOOP, ROUND), "endfor": ("", LOOP_END)}.get(tag[1].value, ("", ""))
    yield jinja2.lexer.Token(tag[0].lineno, "data", marks[0])
    yield from tag
    yield jinja2.lexer.Token(tag[-1].lineno, "data", marks[1])
