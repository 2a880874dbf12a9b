"""What is wrong with the article that an author wrote before a role or a value, and what to write instead."""

from __future__ import annotations

from typing import Any

from whereas import language
from whereas.agreement.runs import TermUse, Value
from whereas.assembly.facts import Role
from whereas.language import Wording


def wrong_article(before: str, run: TermUse | Value, value: Any, name: str, wording: Wording) -> tuple[str, str] | None:
    """Message and hint for an article at the end of `before` that cannot stand before `run`.

    `value` prints it; `name` is what the author calls that.
    """
    words, name = run.text, name or "…"
    if isinstance(run, Value) and words[:1].isupper():  # a name may begin with "The" or "Le"
        words = ""
    if found := language.clash(before, words, wording.locale):
        typed = found.word if found.word.endswith(("’", "'")) else f"{found.word} "
        message = f"this prints {typed + words!r}: `{{{{ {name} }}}}` has an article of its own"
        return message, _hint(found, value, name, wording)
    if language.is_wrong_indefinite(before, run.text, wording.locale):
        article = language.indefinite(run.text, wording.locale)
        typed = before.split()[-1]
        hint = f"write `{{{{ {name} | a }}}}`, which gives {f'{article} {run.text}'!r}"
        return f"this prints {f'{typed} {run.text}'!r}", hint
    return None


def _hint(found: language.Clash, value: Any, name: str, wording: Wording) -> str:
    match found.fix:
        case "of":
            return f"write `{{{{ {name} | of }}}}`, which gives {language.of(str(value), wording)!r}"
        case "to":
            return f"write `{{{{ {name} | to }}}}`, which gives {language.to(str(value), wording)!r}"
        case _ if not isinstance(value, Role):
            return f"remove {found.word!r}, or the article that follows"
        case "a":
            term = value._role.term
            given = f"{language.indefinite(term, wording.locale)} {term}"
            return f"write `{{{{ {name} | a }}}}`, which gives {given!r}"
        case "each":
            return f"write `{{{{ {name} | each }}}}` for each of them, or `{found.word} {{{{ {name} | one }}}}`"
        case "one":
            return f"write `{found.word} {{{{ {name} | one }}}}`, which gives {f'{found.word} {value._role.term}'!r}"
    return f"remove {found.word!r}, or write `{{{{ {name} | one }}}}` for the term alone"
