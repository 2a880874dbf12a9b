"""Hostile inputs by the hundred: each is a few files beside a project that is well, and must harm nothing else in it.

A file of `OUTSIDE` lies beside the project: its words must be in nothing that is built.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

SECRET = "the-secret-of-the-house"
OUTSIDE = "../outside.txt"


class Input(NamedTuple):
    """One input: what it is called, and the files that it consists of."""

    name: str
    files: dict[str, bytes]


def _page(text: str, header: str = "") -> str:
    return f"---\nagreement:\n{header}---\n# Page\n\n## One\n1. First.\n\n{text}\n"


def _input(name: str, **files: str | bytes) -> Input:
    return Input(name, {each: text.encode() if isinstance(text, str) else text for each, text in files.items()})


# ---- values

_TYPES = (
    "text",
    "markdown",
    "integer",
    "number",
    "percent",
    "money",
    "date",
    "duration",
    "boolean",
    "list",
    "address",
    "party",
)
_VALUES = (
    '"<script>alert(1)</script>"',
    '"<img src=x onerror=alert(1)>"',
    '"[a](javascript:alert(1))"',
    '"{{ 7 * 7 }}{% for a in range(999) %}x{% endfor %}"',
    '"\\\\input{../outside.txt}\\\\write18{id}"',
    '"{include}`../outside.txt`"',
    '"```{include} ../outside.txt\\n```"',
    '"![x](../outside.txt)"',
    '"../../outside"',
    '"\\u202egnp.exe\\u2066"',
    '"\\0\\x01\\x1b[31m"',
    '"\\ue000\\ue001\\ufdd0\\uffff"',
    '"\\ud800"',
    '"a\\u0301" ',
    '"<!-- x --> %s %n {} $x `x` __x__ \\\\"',
    '"|a|b|\\n|-|-|\\n|c|d|"',
    '"' + "(" * 3000 + '"',
    '"' + "[" * 3000 + '"',
    '"' + "*a " * 3000 + '"',
    '"' + "9" * 5000 + '"',
    '"EUR ' + "9" * 400 + '"',
    "9" * 400,
    "1e999999999",
    ".inf",
    ".nan",
    "-0",
    "0x1F",
    "0o17",
    "1_000",
    "12:30:45",
    "9999-12-31",
    "10000-01-01",
    '"P999999999Y"',
    '"-5 years"',
    "~",
    "{}",
    "{a: {b: {c: d}}}",
    "[[[[[[]]]]]]",
    "!!binary aGVsbG8=",
    "!!set {a, b}",
    "!!python/object/apply:os.system [id]",
    "2027-01-15T10:00:00Z",
    "'=cmd|calc!A0'",
    "yes",
    "{street: <b>x</b>, city: [1], country: ZZ}",
)


def values() -> Iterator[Input]:
    """A deal that gives such a value, for each type."""
    for type in _TYPES:
        header = f"  values: {{it: {{type: {type}}}}}\n"
        name = f"v{type}"
        for at, value in enumerate(_VALUES):
            deal = f"agreement: {name}\nvalues:\n  it: {value}\n"
            files = {f"agreements/{name}.md": _page("1. It is {{ it }}.", header), f"deals/{name}-{at}.yaml": deal}
            yield Input(f"{type} {value[:30]}", {each: text.encode() for each, text in files.items()})


# ---- records that are no records

_YAML: dict[str, str | bytes] = {
    "empty": "",
    "nothing": "---\n...\n",
    "bomb": "a: &a [x, x, x, x, x, x, x, x, x]\n"
    + "".join(
        f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}]\n"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ),
    "cycle": "title: &x [*x]\n",
    "merge": "<<: {title: T}\ntext: 1. A.\n",
    "merges": "<<: [*x]\n",
    "python": "title: !!python/name:os.system\n",
    "object": "!!python/object/new:os.system [id]\n",
    "deep": "title: " + "[" * 3000 + "]" * 3000 + "\n",
    "deeper": "a: {" * 2000 + "}" * 2000 + "\n",
    "indents": "".join(" " * at + "a:\n" for at in range(1500)),
    "twice": "title: A\ntitle: B\ntext: 1. C.\n",
    "tabs": "title:\tA\ntext:\t1. B.\n\tx: y\n",
    "nul": "title: A\0B\n",
    "bell": "title: A\x07B\n",
    "bom": "\ufefftitle: T\ntext: 1. A.\n",
    "boms": "\ufeff\ufefftitle: T\n",
    "latin": "title: é\n".encode("latin-1"),
    "utf16": "title: T\n".encode("utf-16"),
    "utf32": "title: T\n".encode("utf-32"),
    "surrogate": b"title: \xed\xa0\x80\n",
    "binary": bytes(range(256)),
    "zip": b"PK\x03\x04" + b"\0" * 100,
    "crs": "title: T\rtext: 1. A.\r",
    "nel": "title: T\x85text: 1. A.\u2028\n",
    "list": "- a\n- b\n",
    "scalar": "just words\n",
    "number": "5\n",
    "documents": "title: A\n---\ntitle: B\n",
    "directive": "%YAML 9.9\n---\ntitle: A\n",
    "tag": "%TAG ! tag:example.com,2000:\n---\n!x {title: A}\n",
    "keys": "? [a, b]\n: c\n",
    "mapkey": "? {a: b}\n: c\n",
    "nullkey": "~: x\n",
    "numberkey": "5: x\n1.5: y\ntrue: z\n",
    "longkey": f"{'k' * 5000}: x\n",
    "manykeys": "".join(f"k{at}: x\n" for at in range(3000)),
    "longline": f"title: {'x' * 500_000}\n",
    "quotes": "title: 'never ends\n",
    "block": "title: |99\n  x\n",
    "percent": "title: %x\n",
    "at": "title: @x\n",
    "backtick": "title: `x`\n",
    "alias": "title: *nowhere\n",
    "anchor": "title: &x\n",
    "unicodekey": "\u202etitle: x\n",
    "html": "title: <script>alert(1)</script>\ntext: 1. <script>alert(1)</script>\nname: <b>\n",
    "dunder": "__class__: x\n__init__: {__globals__: y}\nmodel_config: z\n",
    "wrongtypes": "title: {a: b}\ntext: [1]\nvalues: 5\nroles: 5\nparties: 5\nname: [x]\nagreement: 5\nclauses: 5\n",
    "nulls": "title:\ntext:\nvalues:\nroles:\nparties:\nname:\nagreement:\nclauses:\n",
    "template": "title: '{{ x }}'\ntext: '{% for'\nname: '{{ x }}'\nagreement: '{{ x }}'\n",
    "outside": "title: T\nagreement: ../../outside\nparties: {company: ../../outside}\ntext: 1. {clause}`../x`\n",
}


def records() -> Iterator[Input]:
    """Each of them as a clause that is used, a party and a deal; some as JSON."""
    for name, text in _YAML.items():
        data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
        page = _page(f":::{{clause}} y{name}\n:::").encode()
        yield Input(f"clause {name}", {f"clauses/y{name}.yaml": data, f"agreements/y{name}.md": page})
        deal = f"agreement: ok\nparties: {{company: y{name}}}\n".encode()
        yield Input(f"party {name}", {f"parties/y{name}.yaml": data, f"deals/p{name}.yaml": deal})
        yield Input(f"deal {name}", {f"deals/y{name}.yaml": data})
        yield Input(f"json {name}", {f"deals/j{name}.json": data})
    for at, said in enumerate(
        (
            '{"agreement": "ok", "agreement": "ok"}',
            '{"agreement": 1e999}',
            '{"agreement": NaN}',
            "[" * 100_000,
            '{"a":' * 5_000,
            '{"agreement": "ok"} x',
            json.dumps({"agreement": "ok", "values": {"it": "\ud800"}}),
            '{"agreement": "ok", "parties": {"company": null}}',
            "{'agreement': 'ok'}",
            '{"agreement": ' + "9" * 5000 + "}",
        )
    ):
        yield Input(f"json {said[:20]}", {f"deals/js{at}.json": said.encode()})


# ---- text of others

_TEXTS = (
    "<svg onload=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<iframe src=//x.example></iframe>",
    "<?php x ?>",
    "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
    "<![CDATA[x]]>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](data:text/html,x)",
    "[x](file:///etc/passwd)",
    "[x](../outside.txt)",
    "[x]: javascript:alert(1)\n\n[x]",
    "<javascript:alert(1)>",
    "![x](../outside.txt)",
    "![x](/etc/passwd)",
    "![x](http://127.0.0.1:1/a.png)",
    "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
    "```{include} ../outside.txt\n```",
    "```{literalinclude} ../outside.txt\n```",
    "```{csv-table}\n:file: ../outside.txt\n```",
    "```{raw} html\n:file: ../outside.txt\n```",
    "```{raw} latex\n\\input{../outside.txt}\n```",
    "```{eval-rst}\n.. include:: ../outside.txt\n```",
    "```{figure} ../outside.txt\n```",
    "```{image} ../outside.txt\n:target: javascript:alert(1)\n```",
    "```{toctree}\n../index\n```",
    "```{only} html\nx\n```",
    "```{graphviz} ../outside.txt\n```",
    "```{plot} ../outside.txt\n```",
    "```{code} python\n:number-lines: x\n```",
    "```{math}\n\\input{../outside.txt}\n```",
    "```{math}\n\\def\\x{\\x}\\x\n```",
    "```{math}\n" + "{" * 2000 + "\n```",
    "```{math}\n\\catcode`\\@=11 \\immediate\\write18{id}\n```",
    "```{math}\n\\unicode{x}\\href{javascript:alert(1)}{x}\n```",
    "```{math}\n\\require{x}\\html{x}\\style{x}{y}\n```",
    "$\\input{../outside.txt}$",
    "{math}`\\href{javascript:alert(1)}{x}`",
    "{raw-html}`<b>`",
    "{download}`../outside.txt`",
    "{doc}`../../outside`",
    "{ref}`x <javascript:alert(1)>`",
    "{eval}`x`",
    "{py:func}`os.system`",
    "{clause}`" + "x, " * 3000 + "`",
    "{clause}`../../../x`",
    "{clause}`\0`",
    "{number}``",
    "{define}`" + "x" * 5000 + "`",
    "{term}`x <y>`",
    "{{ ''.__class__.__mro__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id') }}",
    "{{ range(10**9) | list }}",
    "{% for a in range(1000) %}{% for b in range(1000) %}x{% endfor %}{% endfor %}",
    "{% include '../outside.txt' %}",
    "{% import 'os' as os %}",
    "{% extends 'x' %}",
    "{% macro x() %}{{ x() }}{% endmacro %}{{ x() }}",
    "{% set x = [] %}{% set x = [x, x, x] %}{{ x }}",
    "{% raw %}{{ x }}{% endraw %}",
    "{% if %}",
    "{{ 1 / 0 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 'a' * 10 ** 9 }}",
    "{{ '%s' % x }}",
    "{{ x",
    "{# x",
    "{## x",
    "{{ '}}' }}",
    "{{ deal }}",
    "{{ [] }}",
    "{{ lipsum() }}",
    "{{ config }}",
    "{% debug %}",
    "{% do x %}",
    "`a " * 5000,
    "[" * 5000,
    "[a](" * 3000,
    "![" * 3000,
    "<" * 5000,
    "*_" * 5000,
    "> " * 2000 + "x",
    "- " * 2000 + "x",
    "1. " * 2000 + "x",
    "    " * 2000 + "x",
    "|" * 5000,
    "|a" * 500 + "|\n" + "|-" * 500 + "|\n" + "|b" * 500 + "|",
    "&#0; &#x110000; &" + "a" * 2000 + ";",
    "\\" * 5000,
    "`" * 5000,
    "~" * 5000,
    ":::{note}\n" * 300,
    "```{note}\n" * 300,
    "".join(f"{':' * (203 - at)}{{note}}\n" for at in range(200)),
    "[^a]: [^a]\n\n[^a]",
    "[^a]: x\n[^a]: y\n\n[^a]",
    "[^" + "a" * 5000 + "]",
    "(x)=\n(x)=\n# Y\n\n# Y",
    "{#x}{#x}\nA",
    "{.a .b #c d=e onclick=alert(1)}\nA",
    "[a]{onclick=alert(1) style=x}",
    "\u202e\u2066abc\u2069",
    "\x00\x01\x02\x1b[31m",
    "\ue000\ue001",
    "e" + "\u0301" * 3000,
    "\U0010ffff\ufffe",
    "% x\n\n+++ x\n\n---\n\n***",
    "Setext\n======\n\nSub\n---",
    "# " * 300,
    "###### Deep\n\n# Top",
    "term\n: def\n: def\n\n: lone",
    "```{list-table}\n* - a\n  - b\n* - c\n```",
    "```{table} x\nno table\n```",
    "```{note}\n:class: x\" onclick=alert(1)\n:name: x\" y\n\nA\n```",
    "```{card} x\n:link: javascript:alert(1)\n```",
    "```{clause} ../../outside\n```",
    "```{clause} ok\n:with: " + "a=b, " * 500 + "\n```",
    "```{rows} nowhere\n```",
    "```{parties}\n```\n\n```{parties}\n```",
    "```{agreement}\n```",
    "```{records} everything\n```",
    "```{definitions} x\n```",
    "<!-- never ends",
    "<!-- a --> b <!--",
    "http://x.example/" + "a" * 5000,
    "<mailto:a@x.example?subject=" + "a" * 3000 + ">",
)  # fmt: skip


def texts() -> Iterator[Input]:
    """Each of them in a clause, in its guidance, and some on a page of an agreement."""
    for at, text in enumerate(_TEXTS):
        lines = "".join(f"  {line}\n" for line in f"1. First.\n\n{text}".split("\n"))
        for key in ("text", "guidance"):
            own = f"title: T\n{key}: |\n{lines}" + ("" if key == "text" else "text: 1. Words.\n")
            name = f"{key[0]}{at}"
            page = _page(f":::{{clause}} {name}\n:::")
            yield _input(f"{key} {text[:30]!r}", **{f"clauses/{name}.yaml": own, f"agreements/{name}.md": page})
        yield _input(f"page {text[:30]!r}", **{f"agreements/pg{at}.md": _page(text)})


_HEADERS = (
    "5",
    "[]",
    "{roles: 5}",
    "{roles: {a: 5}}",
    "{roles: {a b: C}}",
    "{roles: {__class__: C}}",
    "{roles: {'': C}}",
    "{values: {if: {type: text}}}",
    "{values: {self: {type: text}}}",
    "{values: {x: {type: nope}}}",
    "{values: {x: {type: text, pattern: '(((('}}}",
    "{values: {x: {type: text, pattern: '([a-z]+)+$', default: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!}}}",
    "{values: {x: {type: integer, min: a, max: b}}}",
    "{values: {x: {type: choice}}}",
    "{values: {x: {type: choice, choices: 5}}}",
    "{values: {x: {type: rows, columns: {}}}}",
    "{values: {x: {type: rows, columns: {a: rows}}}}",
    "{values: {x: {type: date, default: '{{ x }}'}}}",
    "{values: {x: {type: boolean, required_if: '__import__(\"os\")'}}}",
    "{style: ../../x}",
    "{style: {levels: []}}",
    "{style: {levels: [x, y, z]}}",
    "{style: {levels: ['1.', '1.'], reference: '{number.__class__}'}}",
    "{style: {like: nowhere}}",
    "{locale: ../../x}",
    "{locale: xx_YY_ZZ}",
    "{calendar: nowhere}",
    "{cites: [../../x]}",
    "{amends: [x]}",
    "{form: x}",
    "{status: '<script>alert(1)</script>'}",
    "{version: {a: b}}",
    "&a [*a]",
    "!!python/object/apply:os.system [id]",
)


def pages() -> Iterator[Input]:
    """Front matter that is none, and ordinary pages in odd bytes."""
    for at, header in enumerate(_HEADERS):
        text = f"---\nagreement: {header}\n---\n# H\n\n1. A.\n"
        yield _input(f"header {header[:30]}", **{f"agreements/h{at}.md": text})
    whole = {
        "deal": "---\ndeal: ../../x\n---\n# D\n",
        "both": "---\nagreement:\ndeal: both\n---\n# D\n",
        "nodeal": "---\ndeal: nowhere\n---\n# D\n",
        "open": "---\nagreement:\n",
        "yaml": "---\nagreement: [\n---\n# D\n",
        "meta": "---\nagreement:\nmyst: {html_meta: {a: b}}\n---\n# D\n",
        "subst": "---\nagreement:\nmyst: {substitutions: {a: '{{ a }}'}}\n---\n# D\n\n{{ a }}\n",
        "myst": "---\nmyst: {enable_extensions: 5}\norphan: true\n---\n# D\n",
        "number": "---\n5\n---\n# D\n",
        "notitle": "---\nagreement:\n---\nWords.\n",
        "empty": "---\nagreement:\n---\n",
        "twice": "---\nagreement:\n---\n# A\n\n# B\n",
        "setextonly": "---\nagreement:\n---\nA\n=\n",
    }
    for name, text in whole.items():
        yield _input(f"page {name}", **{f"agreements/w{name}.md": text})
    for name, data in _YAML.items():
        if isinstance(data, bytes):
            yield Input(f"bytes {name}", {f"agreements/b{name}.md": b"---\nagreement:\n---\n# B\n\n" + data})


_CSV: dict[str, str | bytes] = {
    "empty": "",
    "other": "x,y\n1,2\n",
    "short": "what,amount\na\n",
    "long": "what,amount\na,EUR 5,6,7\n",
    "quote": 'what,amount\n"a,EUR 5\n',
    "nul": "what,amount\na\0,EUR 5\n",
    "formula": "what,amount\n=cmd|' /C calc'!A0,EUR 5\n",
    "html": "what,amount\n<script>alert(1)</script>,EUR 5\n",
    "many": "what,amount\n" + "a,EUR 5\n" * 30_000,
    "wide": ",".join(f"c{at}" for at in range(3000)) + "\n",
    "field": "what,amount\n" + "x" * 200_000 + ",EUR 5\n",
    "latin": "what,amount\né,EUR 5\n".encode("latin-1"),
    "utf16": "what,amount\na,EUR 5\n".encode("utf-16"),
    "binary": bytes(range(256)),
    "twice": "what,what\na,b\n",
    "template": "what,amount\n{{ 7 * 7 }},EUR 5\n",
}


def tables() -> Iterator[Input]:
    """Rows in files that are no tables, or lie elsewhere."""
    header = "  values: {p: {type: rows, columns: {what: text, amount: money}}}\n"
    page = _page(":::{rows} p\n:::", header)
    for name, data in _CSV.items():
        deal = f"agreement: rows\nvalues: {{p: t{name}.csv}}\n"
        yield _input(
            f"csv {name}",
            **{"agreements/rows.md": page, f"deals/c{name}.yaml": deal, f"deals/t{name}.csv": data},
        )
    for at, path in enumerate(
        ("../../outside.txt", "/etc/passwd", "nowhere.csv", ".", "\\0.csv", "http://x.example/a.csv")
    ):
        deal = f'agreement: rows\nvalues: {{p: "{path}"}}\n'
        yield _input(f"csv {path}", **{"agreements/rows.md": page, f"deals/o{at}.yaml": deal})


#: Names of files, and of folders, that nobody would give.
_NAMES = (
    "a b",
    "a'b",
    'a"b',
    "a<b>",
    "a&b",
    "a%2e%2e",
    "a#b",
    "a?b",
    "a;b",
    "a|b",
    "a$(id)",
    "a`id`",
    "a\\b",
    "a\nb",
    "a\tb",
    "a\u202eb",
    "\u00e9",
    "e\u0301",
    "x" * 200,
    "-rf",
    "con",
    "a..b",
    ".hidden",
    "a.b.c",
    "{{ x }}",
    "{% x %}",
    "*",
    "[a]",
    "~",
    "index",
    "genindex",
    "search",
    "_static",
)


def names() -> Iterator[Input]:
    """Records and pages that are called so."""
    for name in _NAMES:
        yield _input(f"clause {name!r}", **{f"clauses/{name}.yaml": "title: T\ntext: 1. A.\n"})
        yield _input(f"deal {name!r}", **{f"deals/{name}.yaml": "agreement: ok\nparties: {company: acme}\n"})
        yield _input(f"page {name!r}", **{f"agreements/{name}.md": _page("1. A.")})


GROUPS = {
    "values": values,
    "records": records,
    "texts": texts,
    "pages": pages,
    "tables": tables,
    "names": names,
}
