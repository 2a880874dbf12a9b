"""One style of a Word file, and how it is written."""

from __future__ import annotations

from dataclasses import dataclass, field

from whereas.word.style_names import style_id
from whereas.word.xml import Properties, element, escape, paragraph_properties, run_properties


@dataclass(frozen=True)
class WordStyle:
    """A style by its name: of paragraphs, characters or tables; what it is based on, what follows it, how it looks."""

    name: str
    kind: str = "paragraph"
    based: str = ""
    based_id: str = ""  # where it is not the id of a name
    own_id: str = ""
    next: str = ""
    paragraph: Properties = field(default_factory=dict)
    run: Properties = field(default_factory=dict)
    table: str = ""  # what only a table has
    is_default: bool = False
    is_quick: bool = True  # offered among the styles at the head of the window
    priority: int = 50

    @property
    def id(self) -> str:
        """Its id."""
        return self.own_id or style_id(self.name)

    def xml(self) -> str:
        """The element."""
        default = ' w:default="1"' if self.is_default else ""
        custom = "" if self.name.lower() in BUILT_IN else ' w:customStyle="1"'
        children = (
            element("name", val=self.name),
            element("basedOn", val=based) if (based := self.based_id or style_id(self.based)) else "",
            element("next", val=style_id(self.next)) if self.next else "",
            element("uiPriority", val=self.priority),
            "<w:qFormat/>" if self.is_quick and self.kind != "table" else "",
            paragraph_properties(self.paragraph),
            run_properties(self.run),
            self.table,
        )
        kind = f'<w:style w:type="{self.kind}"{default}{custom} w:styleId="{escape(self.id)}">'
        return f"{kind}{''.join(children)}</w:style>"


#: The names that Word has itself.
BUILT_IN = frozenset(
    (
        *(f"heading {depth}" for depth in range(1, 10)),
        *(f"toc {depth}" for depth in range(1, 10)),
        *("normal", "body text", "title", "caption", "header", "footer", "hyperlink", "list bullet", "quote"),
        *("footnote text", "footnote reference", "table normal", "default paragraph font", "toc heading"),
    )
)
