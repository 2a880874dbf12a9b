"""What a value of the type `markdown` may have of Markdown, and its words alone."""

from __future__ import annotations

from markdown_it import MarkdownIt

#: What it may not have: headings would be sections, images and HTML reach outside, code blocks are no contract.
DISABLED = ("html_block", "html_inline", "image", "heading", "lheading", "reference", "fence", "code", "entity")


def plain_markdown(text: str) -> str:
    """The words of Markdown without its marks, on one line."""
    tokens = MarkdownIt("commonmark").disable(list(DISABLED)).enable("table").parse(text)
    breaks = ("softbreak", "hardbreak")
    lines = ("".join(" " if each.type in breaks else each.content for each in token.children or ()) for token in tokens)
    return " ".join(" ".join(lines).split())
