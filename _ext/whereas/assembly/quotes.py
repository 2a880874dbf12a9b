"""Typographic quotes, dashes and dots in contract text, as Sphinx's own transform makes them on other pages."""

from __future__ import annotations

from docutils import nodes
from docutils.utils import smartquotes

from whereas.agreement.styles import Style


def educate_quotes(document: nodes.document, style: Style) -> None:
    """Typographic quotes, dashes and dots, by the style's language, as Sphinx has them on other pages.

    Slots are still empty: a value stays as it was written.
    """
    config = document.settings.env.config
    if not config.smartquotes:
        return
    for block in document.findall(nodes.TextElement):
        if isinstance(block, nodes.Inline) or isinstance(block.parent, nodes.TextElement):
            continue
        texts = list(block.findall(nodes.Text))
        tokens = [("literal" if _is_literal(text) else "plain", str(text)) for text in texts]
        new = list(smartquotes.educate_tokens(tokens, config.smartquotes_action, style.locale[:2]))
        for text, changed in zip(texts, new, strict=True):
            if changed != text:
                text.parent.replace(text, nodes.Text(changed))


def _is_literal(text: nodes.Text) -> bool:
    node = text.parent
    while node is not None and not isinstance(node, nodes.document):
        if isinstance(node, nodes.literal | nodes.literal_block | nodes.FixedTextElement | nodes.math | nodes.raw):
            return True
        node = node.parent
    return False
