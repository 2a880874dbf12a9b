"""What is told of the rules: their list, one of them with its examples, and the page of them all."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from whereas.library.rule import Example, Rule

#: What the examples are of.
AROUND = """\
An example is text of the agreement `a`, or one of the files of its project. The agreement has the roles `buyer` and
`seller`, which `orbit` and `acme` play in its final deal `a`; `fee` is given there, and `price` is blank. The clause
`approved` is approved, and `sketch` is a draft. There is another deal, `first`."""


def rules_list(rules: Iterable[Rule]) -> str:
    """One line for each rule: its id, how bad it is to break it, and what it asks for."""
    return "\n".join(f"{rule.id:20} {rule.severity:8} {rule.meaning}{_only(rule)}" for rule in rules)


def rule_text(rule: Rule) -> str:
    """All that is known of one rule, for a terminal."""
    examples = [
        f"{what}:\n\n" + "\n\n".join(f"{_said(file)}{textwrap.indent(text, '    ')}" for file, text in _files(example))
        for what, example in _examples(rule)
    ]
    shown = [*examples, AROUND.replace("`", "")] if examples else [f"No example: {rule.unshown}."]
    return "\n\n".join((f"{rule.id} ({rule.severity})", f"{rule.meaning}{_only(rule)}", *shown))


def rules_page(rules: Iterable[Rule]) -> str:
    """The page of all rules, in Markdown."""
    rules = tuple(rules)
    rows = "".join(f"| [`{each.id}`](#{each.id}) | {each.severity} | {each.meaning}{_only(each)} |\n" for each in rules)
    return (
        "# Rules\n\n<!-- Made by `make rules` from the rules themselves. -->\n\n"
        "Every message of Whereas names its rule in brackets: `[whereas.term-near]`. "
        "`whereas rules` lists them, and `whereas rules\nterm-near` tells of one. An error makes the build fail, "
        "a warning does with `-W`; `info` is told with `-v`.\n"
        "What is told by `check` alone, no build tells: `make check` does, and all the rest with it.\n\n"
        "| rule | severity | what it asks for |\n|---|---|---|\n"
        f"{rows}\n## Examples\n\n{AROUND}\n\n" + "\n".join(map(_section, rules))
    )


def _only(rule: Rule) -> str:
    return " (By `check` alone.)" if rule.told == "check" else ""


def _section(rule: Rule) -> str:
    lines = [f"### {rule.id}\n\n{rule.meaning}\n"]
    lines += [
        f"\n{what.capitalize()}{f', `{file}`' if file else ''}:\n\n````\n{text}\n````\n"
        for what, example in _examples(rule)
        for file, text in _files(example)
    ]
    return "".join(lines if rule.bad else [*lines, f"\nNo example: {rule.unshown}.\n"])


def _examples(rule: Rule) -> Iterator[tuple[str, Example]]:
    if rule.bad:
        yield "bad", rule.bad
        yield "good", rule.good


def _files(example: Example) -> list[tuple[str, str]]:
    return [("", example)] if isinstance(example, str) else list(example.items())


def _said(file: str) -> str:
    return f"  {file}\n" if file else ""
