"""What is wrong with the article that an author wrote before a role or a value, and what to write instead."""

from __future__ import annotations

import re
from typing import Any

from whereas import language
from whereas.agreement.runs import TermUse, Value
from whereas.assembly.case_filters import in_case
from whereas.assembly.facts import Role
from whereas.language import Wording
from whereas.language.registry import language_of


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
    if isinstance(value, Role) and (found_case := _governed(before, value, wording)):
        word, case = found_case
        right = in_case(value, case, wording)
        hint = f"write `{word} {{{{ {name} | {case} }}}}`, which gives {f'{word} {right}'!r}"
        return f"this prints {f'{word} {words}'!r}, and {word!r} asks for the {case}", hint
    if language.is_wrong_indefinite(before, run.text, wording.locale):
        article = language.indefinite(run.text, wording.locale)
        typed = before.split()[-1]
        hint = f"write `{{{{ {name} | a }}}}`, which gives {f'{article} {run.text}'!r}"
        return f"this prints {f'{typed} {run.text}'!r}", hint
    return None


def _governed(before: str, role: Role, wording: Wording) -> tuple[str, str] | None:
    """The preposition at the end of `before` that asks for another case than the nominative, and which."""
    declension = language_of(wording.locale).cases.declension
    if not declension or role._article not in ("der", "die", "das"):
        return None
    for case, words in declension.governed.items():
        found = re.search(rf"(?<![\w-])({words})\s+$", before, re.IGNORECASE)
        if found and in_case(role, case, wording) != str(role):
            return found[1], case
    return None


def _shown(found: language.Clash, role: Role, name: str, wording: Wording) -> str:
    """What to write instead of an article that shows a case; nothing where there is no such case."""
    declension = language_of(wording.locale).cases.declension
    if not declension or role._article not in ("der", "die", "das"):
        return ""
    case, preposition = declension.shown.get(found.word.lower(), ("", ""))
    if not case:
        return ""
    if preposition in declension.contracted:
        case, preposition = preposition, ""
    gives = f"{preposition} {in_case(role, case, wording)}".strip()
    return f"write `{f'{preposition} ' if preposition else ''}{{{{ {name} | {case} }}}}`, which gives {gives!r}"


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
        case _ if shown := _shown(found, value, name, wording):
            return shown
    return f"remove {found.word!r}, or write `{{{{ {name} | one }}}}` for the term alone"
