"""All that may stand in a contract, each kind once or more: lists, tables, notes, quotations, pictures, every script."""

# ruff: noqa: E501, RUF001

from __future__ import annotations

import struct
import zlib

from torture import SCRIPTS

#: By name: what stands in a clause of its own.
CONSTRUCTS: dict[str, str] = {
    "paragraphs": "A paragraph.\n\nAnother one\nwrapped, with a\\\nhard break.\n\n1. An item\n\n   and more text of it.",
    "levels": "1. A:\n   1. B:\n      1. C:\n         1. D, where:\n            - a bullet\n            - another",
    "forms": "{.roman}\n1. r\n1. s\n\n{.upper-alpha}\n1. p\n1. q\n\n{.plain}\n1. bare\n1. bare as well",
    "bullets": "- one\n- two:\n  - deeper:\n    - deepest\n- three, where:\n  1. numbered in a bullet\n  1. and more\n\n  text of the bullet",
    "bullets in items": "1. Things:\n   - one\n   - two\n\n   even more\n\n   - three",
    "run-in items": "1. Either {item}`x` one thing; or {item}`y` another, as in {clause}`x`.",
    "sentences": "1. It begins. {sentence}`told`*Then* it goes on.\n\n   {paragraph}`newline` And ends. See {clause}`told, newline`.",
    "headings": "### Sub one\n1. x\n\n### Sub two\ntext below it\n\n1. y",
    "footnotes": "1. A note[^a] here[^b]:\n   - in a bullet[^c]\n\n[^a]: The note’s text with -- dashes.\n[^b]: First paragraph of it.\n\n    Second paragraph:\n\n    - a bullet\n    - another\n[^c]: More.",
    "footnotes in headings": "### Above[^h]\ntext\n\n### Below it[^i] {math}`x^2`\ntext\n\n:::{admonition} A title[^j] and {math}`y^2`\nText.\n:::\n\nTerm[^k] {math}`z^2`\n: Its meaning.\n\n[^h]: In a heading.\n[^i]: In one below.\n[^j]: In a title.\n[^k]: In a term.",
    "footnotes in the head of a table": "| a[^l] | b |\n|---|--:|\n| 1 | 2 |\n\n[^l]: In a head.",
    "footnote in a table": "| a | b |\n|---|--:|\n| 1[^t] | 2 |\n\n[^t]: In a table.",
    "a table": "| Left | Centre | Right |\n|:-----|:-----:|-----:|\n| a | b | EUR 5 |\n| `c` | **d** | *e* |",
    "a long table": "| Item | Price |\n|---|--:|\n" + "".join(f"| Item {n} and its words | EUR {n * 17},50 |\n" for n in range(70)),
    "a listed table": ":::{list-table} Its caption\n:name: captioned\n:header-rows: 1\n\n* - A\n  - B\n* - first\n  - - x\n    - y\n:::\n\n1. See {clause}`captioned`.",
    "a long listed table": ":::{list-table} Longer than a page\n:header-rows: 1\n\n* - Head\n  - Second head\n" + "".join(f"* - row {n}\n  - price {n * 3}\n" for n in range(60)) + ":::",
    "a table from figures": "```{csv-table} Prices\n:header: a, b\n\n1, 2\n3, 4\n```",
    "a quotation": "> A quotation.\n>\n> - x\n> - y\n>\n> Its end.",
    "an epigraph": "```{epigraph}\nA wise word.\n\n-- Somebody\n```",
    "a picture": "![words for those who do not see it](picture.png)\n\n1. text ![in a line](picture.png) and more",
    "a figure": ":::{figure} picture.png\n:alt: alternative\n\nA caption.\n\nA legend.\n:::",
    "boxes": ":::{note}\nA note.\n\n- x\n- y\n:::\n\n:::{warning}\nA warning.\n:::\n\n:::{admonition} Look here\nA text.\n:::",
    "numbers in boxes": ":::{note}\nWhere:\n1. {#boxed} x\n1. y\n:::\n\n:::{list-table}\n:stub-columns: 1\n\n* - A\n  - Of:\n    1. {#celled} x\n    1. y\n* - B\n  - 1. x\n    1. y\n\n    z\n:::\n\nTerm\n: Means:\n  1. {#described} x\n\n1. See {clause}`boxed, celled, described`.\n\n   > 1. As quoted\n   > 2. so\n\n   ____",
    "a topic": "```{topic} A topic\nIts text.\n```\n\n```{rubric} A rubric\n```\n\n```{centered} In the middle\n```",
    "code": "```python\nprice = 5\n  x = '-- y'\n```\n\nAnd `code -- x`.",
    "definitions": "Term one\n: Its meaning.\n\nTerm two\n: Another.\n: Or that.",
    "formulas": "1. The sum {math}`x^2 + 17` of it.\n\n:::{math}\na = \\frac{b}{12}\n:::\n\n1. The end.",
    "small things": "1. H{sub}`2`O, m{sup}`2`, {abbr}`VAT (value added tax)`, **bold**, *slanted*, \"quoted\", it's -- a --- dash... and {abbr}`VAT (value added tax)` again.",
    "links": "1. See [words](https://example.com/?a=1&b=2), <https://example.com/x>, <mail@example.com>, {clause}`links` and [this](#links).",
    "values": "1. {{ fee }} in {{ area }}, by {{ company }}.\n\n{{ text }}",
    "rows": "1. In all {{ prices | total(\"amount\") }}:\n   {% for price in prices %}\n   1. {#price-{{ price | label }}} {{ price.what }}: {{ price.amount }};\n   {% endfor %}\n1. See {clause}`price-fairs`.\n\n:::{rows} prices\n:total: amount\n:::",
    "key terms": ":::{key-terms}\n:::",
    "terms": "1. {define}`Effective Date` means today, and the Effective Date is that.\n\n:::{term-index}\n:::",
    "marks": "1. [ ] « x » ‘y’ “z” § 5 12″ × 8′ ½ № ™ € £ ¥ ± ≤ → ✓ ffi fl AV To",
    "a footnote called again": "On another page[^h].",
    **{f"in {script}": f"1. {{{{ {script} }}}}, and so it stays." for script in SCRIPTS},
}  # fmt: skip
_FRONT = """---
agreement:
  roles: {{company: Company, partner: Partner}}
  values:
    fee: {{type: money, default: "EUR 5"}}
    area: {{}}
    prices:
      type: rows
      key: what
      columns: {{what: text, amount: money, on: date}}
      default: [{{what: fairs, amount: "EUR 60,000.50", on: 2027-03-01}}, {{what: "ads & *more*", amount: EUR 7, on: 2027-04-01}}]
    text: {{type: markdown, default: "A *line*.\\n\\n- one\\n- two\\n"}}
{scripts}
---
# Agreement of All Things

{{.parties}}
## Parties
:::{{parties}}
:::

{{.recitals}}
## Background
1. There are things.

"""
_END = """
{.unnumbered}
## Signatures
:::{signatures}
:::

{.schedule}
## Things to add
1. A thing.

{.part}
### A part of them
1. Another.
"""


def agreement_of(constructs: dict[str, str], end: str = _END) -> str:
    """An agreement with a clause for each construct."""
    scripts = "\n".join(f"    {name}: {{}}" for name in SCRIPTS)
    clauses = (f"{{#{name.replace(' ', '-')}}}\n## Of {name}\n{text}\n\n" for name, text in constructs.items())
    return _FRONT.format(scripts=scripts) + "".join(clauses) + end


def picture() -> bytes:
    """A grey PNG of sixteen by eight points."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 16, 8, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x90" * 16) * 8)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
