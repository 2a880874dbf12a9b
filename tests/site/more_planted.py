"""More places for words that are for us alone: `page2.md`, and records with every key that is ours."""

from __future__ import annotations

#: Where a comment may stand on an ordinary page: `X` is the comment.
COMMENTED = {
    "nested": "- a\n  - b X\n",
    "ordered": "1. a X\n2. b\n",
    "sub": "### Sub X\n",
    "subsub": "#### Subsub X\n",
    "quoted": "> a\n>\n> b X\n",
    "deflist": "term\n: def\n\n  more X\n",
    "note": ":::{note}\na\n\nb X\n:::\n",
    "seealso": ":::{seealso}\na X\n:::\n",
    "sidebar": ":::{sidebar} Side X\nb X\n:::\n",
    "epigraph": ":::{epigraph}\nwords X\n\n-- who X\n:::\n",
    "rubric": ":::{rubric} Rubric X\n:::\n",
    "legend": "```{figure} pic.svg\n:alt: words\n\nCaption.\n\nLegend X\n```\n",
    "listtable": ":::{list-table} Cap X\n:header-rows: 1\n\n* - a X\n  - b\n* - c\n  - d X\n:::\n",
    "card": ":::{card} Title X\nBody X\n+++\nFoot X\n:::\n",
    "tabs": "::::{tab-set}\n:::{tab-item} One X\nBody X\n:::\n::::\n",
    "grid": "::::{grid} 2\n:::{grid-item-card} One X\nBody X\n:::\n::::\n",
    "hlist": ":::{hlist}\n- a X\n- b\n:::\n",
    "container": ":::{container} some\na X\n:::\n",
    "emphasis": "*a X b*\n",
    "linked": "[a X b](https://example.com)\n",
    "deprecated": ":::{deprecated} 1\na X\n:::\n",
    "compound": ":::{compound}\na X\n:::\n",
    "footnote2": "Call.[^two]\n\n[^two]: One.\n\n    Two X\n",
}
#: What may stand between `:::{only} internal` and its end: `X` is the word.
ONLY = {
    "raw": "```{raw} html\n<b>X</b>\n```\n",
    "html": "<div class='X'>X</div>\n",
    "rst": "```{eval-rst}\n.. image:: pic.svg\n   :alt: X\n```\n",
    "listtable": "```{list-table} X\n* - X\n```\n",
    "csv": "```{csv-table} X\nX, b\n```\n",
    "card": "````{card} X\nX\n````\n",
    "tabs": "`````{tab-set}\n````{tab-item} X\nX\n````\n`````\n",
    "grid": "`````{grid} 1\n````{grid-item-card} X\nX\n````\n`````\n",
    "button": "```{button-link} https://example.com/X\nX\n```\n",
    "badge": "{bdg-primary}`X`\n",
    "abbr": "{abbr}`A (X)`\n",
    "kbd": "{kbd}`X` {guilabel}`X` {file}`X` {command}`X` {samp}`X` {math}`X`\n",
    "title": "[a](https://example.com 'X')\n",
    "span": "[a X]{.some}\n",
    "deflist": "X\n: X\n",
    "quote": "> X\n",
    "list": "- X\n  1. X\n",
    "tasks": "- [ ] X\n",
    "hlist": "```{hlist}\n- X\n```\n",
    "rubric": "```{rubric} X\n```\n",
    "sidebar": "```{sidebar} X\nX\n```\n",
    "epigraph": "```{epigraph}\nX\n\n-- X\n```\n",
    "literal": "    X\n",
    "literalinclude": "```{literalinclude} PLANTonly_file.txt\n```\n",
    "include": "```{include} PLANTonly_file.txt\n```\n",
    "contents": "```{contents} X\n:local:\n```\n",
    "records": "```{records} deals\n```\n\nX\n",
    "dashboard": "```{dashboard}\n```\n\nX\n",
    "index": "```{index} single: X; X\n```\n",
    "see": "```{index} see: X; Y\n```\n",
    "target": "(X)=\nText X\n",
    "dropdown": "```{dropdown} X\nX\n```\n",
    "warning": "```{warning}\nX\n```\n",
    "nested": "- a\n\n  X\n\n  ## X\n",
    "image": "```{image} PLANTonly_pic.svg\n:alt: X\n:target: https://example.com/X\n```\n",
    "productionlist": "```{productionlist}\nX: X\n```\n",
    "centered": "```{centered} X\n```\n",
    "setext": "X\n===\n\nX\n---\n",
    "breaks": "X\\\nX\n",
    "ref": "{ref}`X <PLANTonly_target>`\n",
    "clause": "{clause}`X <x:own>`\n",
    "comment": "<!-- X -->\n",
    "citation": "```{eval-rst}\n.. [X] X\n```\n",
    "autolink": "<https://example.com/X> <X@example.com>\n",
    "code": "`X`\n",
    "meta": "```{meta}\n:keywords: X\n```\n",
}
#: Within what the block for us alone may stand: `X` is the block.
AROUND = {
    "initem": "- a\n\n  X\n",
    "innote": "::::::::{note}\na\n\nX\n::::::::\n",
    "inquote": "> a\n>\n> X\n",
    "indropdown": "::::::::{dropdown} Public\na\n\nX\n::::::::\n",
    "incell": "::::::::{list-table}\n* - a\n\n    X\n::::::::\n",
    "indef": "term\n: a\n\n  X\n",
    "infootnote": "Call.[^in]\n\n[^in]: a\n\n    X\n",
    "incard": "::::::::{card} Public\na\n\nX\n::::::::\n",
}


def _indented(block: str, mark: str, around: str) -> str:
    """A block in the place of a mark, each of its lines beginning as that one does."""
    lines = []
    for line in around.split("\n"):
        start, found, _ = line.partition(mark)
        whole = found and not start.strip("> ")
        lines += [f"{start}{each}".rstrip() for each in block.split("\n")] if whole else [line]
    return "\n".join(lines)


def page() -> str:
    """All of them on one page."""
    parts = ["# More\n"]
    parts += [text.replace("X", f"<!-- PLANTmore_{name} -->") for name, text in COMMENTED.items()]
    for name, text in ONLY.items():
        parts.append(f":::::::{{only}} internal\n{text.replace('X', f'PLANTin_{name}')}:::::::\n")
    parts += [
        _indented(f":::{{only}} internal\nPLANTwithin_{name}\n\n## PLANTwithin_{name}head\n:::", "X", text)
        for name, text in AROUND.items()
    ]
    return "\n".join([*parts, "The end for all.\n"])


#: Guidance with all that it may have.
GUIDANCE = """
guidance: |
  PLANTguide_text **PLANTguide_bold** [PLANTguide_link](https://example.com/PLANTguide_url)

  - PLANTguide_item

  | PLANTguide_head | b |
  |---|---|
  | PLANTguide_cell | d |

  :::{note}
  PLANTguide_note
  :::

  > PLANTguide_quote

  `PLANTguide_code` {abbr}`A (PLANTguide_abbr)` {clause}`PLANTguide_cite <second>`

  ![PLANTguide_alt](../PLANTonly_pic.svg)
"""
FILES = {
    "page2.md": page(),
    "clauses/full.yaml": f"""
title: Full
owner: PLANTf_owner
status: draft
review: "2020-01-01"
tags: [PLANTf_tag]
values:
  sum: {{type: money, default: EUR 5, about: The sum.}}
  quiet:
    type: choice
    choices: [PLANTf_choice, PLANTf_else, PLANTf_third, other]
    default: PLANTf_choice
    about: PLANTf_about
definitions:
  Widget: {{text: a thing, variants: [widgetry]}}
text: |
  1. The Widget costs {{{{ sum }}}}.{{% if quiet == "PLANTf_third" %}} Hidden PLANTf_branch.{{% endif %}}
     {{% set PLANTf_set = 5 %}}{{## PLANTf_comment ##}}
fallbacks:
  - position: PLANTf_position
    text: PLANTf_text
    changes: PLANTf_changes
    approval: PLANTf_approval
  - position: PLANTf_second
    values: {{quiet: PLANTf_choice}}
    approval: none
{GUIDANCE}""",
    "agreements/y.md": """
---
agreement:
  roles: {company: Company}
  status: PLANTy_status
  values:
    switch: {type: boolean, default: no, about: PLANTy_switchabout}
    PLANTy_switchname: {type: boolean, default: no}
    mode: {type: choice, choices: [PLANTy_mode, usual], default: usual}
    shown: {type: text, default: Something}
    PLANTy_pending: {type: boolean, about: PLANTy_pendingabout}
    PLANTy_never: {type: integer, default: 5, about: PLANTy_neverabout}
# PLANTy_yaml
---
# Agreement Y

{.parties}
## Parties
:::{parties}
:::

:::{definitions}
:::

## One
1. It is {{ shown }}.{% if switch %} More.{% endif %}{% if PLANTy_switchname %} Else.{% endif %}
   {% if PLANTy_pending %}Or.{% endif %}
   {% if PLANTy_never > 4 %}Then.{% endif %}
2. {% if mode == "PLANTy_mode" %}One{% else %}Two{% endif %} <!-- PLANTy_comment -->

:::{clause} full
:::
""",
    "deals/g.yaml": """
agreement: y
parties: {company: acme}
values: {switch: yes, PLANTy_switchname: yes, mode: PLANTy_mode, sum: EUR 6, quiet: other}  # PLANTg_beside
clauses:
  full: {because: PLANTg_because, values: {quiet: PLANTf_else}}
exceptions:
  PLANTp-rule: {because: PLANTg_exception, approved_by: PLANTg_approver}
""",
    "policy.yaml": """
# PLANTp_comment
rules:
  PLANTp-rule:
    when: switch
    must: sum <= "EUR 1"
    message: PLANTp_message
    hint: PLANTp_hint
    approval: [PLANTg_approver, PLANTp_approval]
  PLANTp-other:
    must: shown == "PLANTp_must"
    message: PLANTp_second
""",
}
