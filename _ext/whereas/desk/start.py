"""Starting a record: a file is written where there is none, and never over one that is there."""

from __future__ import annotations

import re
from pathlib import Path

from whereas.desk.desk import Desk
from whereas.desk.schemas import FOLDER, clause_schema, deal_schema, deal_schema_name, party_schema, write_missing
from whereas.desk.starters import clause_text, deal_text, party_text
from whereas.library.finding import NOWHERE, FindingsError
from whereas.library.library import SINGULAR, Kind
from whereas.library.rule import Rule

START = Rule(
    "start",
    "A file is started under a name that is free.",
    unshown="it is a command that cannot be done, and no text",
)


_NAME = re.compile(r"\w[\w.-]*(?:/\w[\w.-]*)*")
_ENDINGS = (".yaml", ".yml", ".json")
_LONGEST = 200


def start_deal(project: Desk, name: str, agreement: str) -> Path:
    """Write the file of a new deal; raises FindingsError where the name or the agreement will not do."""
    path = _new_file(project, "deals", name)
    form = project.form(agreement)
    schema = deal_schema_name(form.name)
    write_missing(project, schema, deal_schema(form))
    return _write(path, schema, deal_text(name, form, project.library.ids("parties")), name)


def start_clause(project: Desk, name: str) -> Path:
    """Write the file of a new clause; raises FindingsError where the name will not do."""
    path = _new_file(project, "clauses", name)
    write_missing(project, "clause.json", clause_schema())
    return _write(path, "clause.json", clause_text(name), name)


def start_party(project: Desk, name: str) -> Path:
    """Write the file of a new party; raises FindingsError where the name will not do."""
    path = _new_file(project, "parties", name)
    write_missing(project, "party.json", party_schema())
    return _write(path, "party.json", party_text(name), name)


def schema_line(name: str, schema: str) -> str:
    """The first line of a record: it tells editors where the schema is, as seen from the record's file."""
    return f"# yaml-language-server: $schema={'../' * (name.count('/') + 1)}{FOLDER}/{schema}"


def _write(path: Path, schema: str, text: str, name: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(f"{schema_line(name, schema)}\n{text}")
    return path


def _new_file(project: Desk, kind: Kind, name: str) -> Path:
    """Where a new record goes; raises FindingsError if the name is none, leads elsewhere, or is taken."""
    one, folder = SINGULAR[kind], project.root / kind
    if not _NAME.fullmatch(name) or name.endswith(_ENDINGS) or len(name) > _LONGEST:
        hint = "letters, digits, '.', '-' and '_' make a name, '/' puts it into a folder; the ending is added"
        raise _refusal(f"{name!r} cannot be the name of a {one}", hint)
    taken = [*(folder / f"{name}{ending}" for ending in _ENDINGS), project.source / kind / f"{name}.md"]
    for path in taken:
        if path.exists() or path.is_symlink():
            raise _refusal(f"{project.library.file(path)} is there already; nothing was written")
    path = taken[0]
    around = next(parent for parent in path.parents if parent.exists())
    if not around.is_dir() or not path.resolve().is_relative_to(folder):
        raise _refusal(f"{name!r} leads out of {kind}/, or through a file")
    return path


def _refusal(message: str, hint: str = "") -> FindingsError:
    return FindingsError(START.at(NOWHERE, message, hint))
