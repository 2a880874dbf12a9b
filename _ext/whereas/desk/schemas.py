"""JSON Schemas of clauses, parties and deals: they let an editor complete and check what an author writes."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from whereas.agreement.styles import STYLES
from whereas.desk.desk import Desk, Form, Wanted, wanted_of
from whereas.desk.shapes import blank_or, nullable, type_schema, value_schema
from whereas.language.figures import parse_locale
from whereas.language.registry import LANGUAGES
from whereas.library.agreements import AgreementHeader
from whereas.library.clauses import Clause
from whereas.library.deals import Deal
from whereas.library.parties import Party, PartyInDeal, PartyInRole
from whereas.library.policy import Policy
from whereas.values.declaration import Declaration
from whereas.values.json_schema import SCALAR, Schema, core_value, model_schema, spellings
from whereas.values.types import TYPES, Type
from whereas.values.value_type import ValueType

FOLDER = "schemas"
#: The language of a contract is not known where a clause declares a value.
ANY_LANGUAGE = tuple(each.code for each in LANGUAGES)
WIDTH = 120
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def deal_schema_name(agreement: str) -> str:
    """The file of the schema for the deals of an agreement."""
    return f"deal-{agreement.replace('/', '.')}.json"


def schemas(project: Desk) -> dict[str, Schema]:
    """All schemas of a project by file name; raises FindingsError with what is wrong with its agreements."""
    deals = {deal_schema_name(form.name): deal_schema(form) for form in project.forms()}
    return {
        "agreement.json": agreement_schema(),
        "clause.json": clause_schema(),
        **deals,
        "party.json": party_schema(),
        "policy.json": policy_schema(),
    }


def write_schemas(project: Desk) -> tuple[list[str], list[str]]:
    """Write the schemas into `schemas/`; gives the names of the files there now, and of those removed."""
    folder = project.root / FOLDER
    wanted = schemas(project)
    folder.mkdir(exist_ok=True)
    for name, schema in wanted.items():
        _write(folder / name, schema)
    stale = sorted(path for path in folder.glob("deal-*.json") if path.name not in wanted)
    for path in stale:
        path.unlink()
    return list(wanted), [path.name for path in stale]


def write_missing(project: Desk, name: str, schema: Schema) -> None:
    """Write one schema if there is none yet, so that a new file does not name one that is missing."""
    path = project.root / FOLDER / name
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        _write(path, schema)


def _write(path: Path, schema: Schema) -> None:
    text = schema_text(schema)
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")


def _whole(
    title: str,
    about: str | None,
    schema: Schema,
    empty: Callable[[Schema], Schema] | None = None,
    locales: Sequence[str] = ANY_LANGUAGE,
) -> Schema:
    """A schema with its head; if values stand in it, with the shapes of their types and how one may be empty.

    `locales` are those in which values may be written.
    """
    shapes = {name: empty(_shape(type, locales)) for name, type in TYPES.items()} if empty else {}
    return {"$schema": _DIALECT, "title": title, "description": about or "", **schema, **_defined(shapes)}


def _shape(type: ValueType, locales: Sequence[str]) -> Schema:
    """What a value of a type looks like; a party may be a mapping, whose model the types do not know."""
    return _party_form(PartyInDeal) if type.name == "party" else type_schema(type, locales)


def _party_form(model: type[PartyInDeal]) -> Schema:
    """A party where it is named: its file alone, or a mapping with more of it."""
    form = {**model_schema(model), "type": ["object", *SCALAR]}
    _name_signatories(form)
    return form


def _defined(definitions: dict[str, Schema]) -> Schema:
    return {"$defs": definitions} if definitions else {}


def schema_text(schema: Schema) -> str:
    """A schema as it stands in its file."""
    return _text(schema) + "\n"


def _text(data: Any, indent: int = 0, before: int = 0) -> str:
    """JSON as one would write it by hand: in one line what fits into one, `before` counting what stands there."""
    line = json.dumps(data, ensure_ascii=False)
    if indent + before + len(line) < WIDTH or not isinstance(data, dict | list):
        return line
    inner = indent + 2
    if isinstance(data, list):
        parts = [_text(each, inner) for each in data]
    else:
        keys = {json.dumps(key, ensure_ascii=False): each for key, each in data.items()}
        parts = [f"{key}: {_text(each, inner, len(key) + 2)}" for key, each in keys.items()]
    opening, closing = "[]" if isinstance(data, list) else "{}"
    between = ",\n" + " " * inner
    return f"{opening}\n{' ' * inner}{between.join(parts)}\n{' ' * indent}{closing}"


# ---- clauses, agreements and parties --------------------------------------------------------------------------------


def clause_schema() -> Schema:
    """The schema of a clause."""
    schema = model_schema(Clause)
    _constrain(schema)
    return _whole("Clause", Clause.__doc__, schema, nullable)


def agreement_schema() -> Schema:
    """The schema of an agreement page's front matter, in which other keys are Sphinx's and MyST's."""
    header = {**model_schema(AgreementHeader), "description": "What makes the page an agreement."}
    header["type"] = ["object", "null"]
    _constrain(header)
    whole = {"type": "object", "properties": {"agreement": header}, "required": ["agreement"]}
    return _whole("Agreement", "The front matter of an agreement page.", whole, nullable)


def party_schema() -> Schema:
    """The schema of a party."""
    schema = model_schema(Party)
    _name_signatories(schema)
    return _whole("Party", Party.__doc__, schema)


def policy_schema() -> Schema:
    """The schema of the policy."""
    return _whole("Policy", Policy.__doc__, model_schema(Policy))


def _name_signatories(schema: Schema) -> None:
    """Say of signatories that each is a person with a name, or a party."""
    signatories = schema["properties"]["signatories"]
    signatories["items"] = _with_one_of(signatories["items"], ("name", "party"))


def _constrain(schema: Schema) -> None:
    """Say of the values that something declares: a default looks like its type, and only some types have limits."""
    declaration = schema["properties"]["values"]["additionalProperties"]
    column = {**declaration, "properties": {**declaration["properties"]}}
    for name in ("columns", "key", "show", "required_if"):
        del column["properties"][name]
    plain = [type for type in TYPES.values() if not type.tabular]
    column["properties"]["type"] = {**column["properties"]["type"], "enum": [type.name for type in plain]}
    column["allOf"] = list(map(_if_of_type, plain))
    types = {"enum": column["properties"]["type"]["enum"]}
    declaration["properties"]["columns"]["additionalProperties"] = {"anyOf": [types, column]}
    declaration["allOf"] = list(map(_if_of_type, TYPES.values()))


def _if_of_type(type: ValueType) -> Schema:
    """What holds of a declaration of one type; without any it is a text."""
    like, whole, nothing = {"$ref": f"#/$defs/{type.name}"}, {"$ref": "#/$defs/integer"}, {"type": "null"}
    then: Schema = {"default": like, "example": like}
    if type.choices == "none":
        then["choices"] = {"maxItems": 0}
    if not type.pattern:
        then["pattern"] = {"maxLength": 0}
    if type.name not in ("integer", "number"):
        then["unit"] = {"maxLength": 0}
    if type.tabular:
        then["columns"] = {"minProperties": 1}
    else:
        then |= {"columns": {"maxProperties": 0}, "key": {"maxLength": 0}}
    limit = whole if type.counted else like if type.ordered else nothing
    then |= {"min": limit, "max": limit, "decimals": whole if type.to_decimals else nothing}
    needed = {} if type.name == Declaration.model_fields["type"].default else {"required": ["type"]}
    return {"if": {"properties": {"type": {"const": type.name}}, **needed}, "then": {"properties": then}}


# ---- deals ----------------------------------------------------------------------------------------------------------


def deal_schema(form: Form) -> Schema:
    """The schema for the deals of one agreement: its roles, its values, its clauses, and nothing else."""
    about = f"A deal that fills the agreement {form.name!r}."
    schema = _whole(f"Deal: {form.name}", about, model_schema(Deal), blank_or, _locales(form.header))
    fields = schema["properties"]
    fields["agreement"] = {"description": fields["agreement"]["description"], "const": form.name}
    _only(fields["parties"], {id: _role(role.term) for id, role in form.header.roles.items()})
    values = {name: _value(wanted) for name, wanted in form.values.items()}
    _only(fields["values"], values)
    schema["$defs"]["party in a role"] = _party_form(PartyInRole)
    schema["$defs"]["clause"] = fields["clauses"]["additionalProperties"]
    _only(fields["clauses"], {id: _choice(clause, schema["$defs"]["clause"]) for id, clause in form.clauses.items()})
    schema["$defs"]["exception"] = fields["exceptions"]["additionalProperties"]
    excepted = {name: {"$ref": "#/$defs/exception", "description": rule.message} for name, rule in form.rules.items()}
    _only(fields["exceptions"], excepted)
    fields["add"]["additionalProperties"] = _with_one_of(fields["add"]["additionalProperties"], ("after", "before"))
    return schema


def _locales(header: AgreementHeader) -> Sequence[str]:
    """That of the agreement; every one that has a language of ours where only conf.py knows its style."""
    own = header.style if isinstance(header.style, dict) else {"like": header.style}
    like = STYLES.get(str(own.get("like")))
    found = header.locale or own.get("locale") or (like.locale if like else "")
    try:
        return (parse_locale(str(found)),)
    except ValueError:
        return ANY_LANGUAGE


def _with_one_of(schema: Schema, names: tuple[str, ...]) -> Schema:
    """Say that one of these keys is there and not empty, and no other of them."""
    said = [{"required": [name], "properties": {name: {"minLength": 1}}} for name in names]
    return {**schema, "oneOf": said}


def _only(schema: Schema, properties: dict[str, Schema]) -> None:
    """Make a mapping of any keys one of these keys."""
    schema |= {"properties": properties, "additionalProperties": False}


def _role(term: str) -> Schema:
    about = f"Who plays the {term}: the name of a file in parties/, a mapping with more of it, or a list of these."
    who = {"$ref": "#/$defs/party in a role"}
    return {"description": about, "anyOf": [{"type": "null"}, who, {"type": "array", "items": who}]}


def _value(wanted: Wanted) -> Schema:
    declared = wanted.declared
    schema: Schema = {"description": wanted.about, **value_schema(declared)}
    if declared.default is not None:
        schema["default"] = _read(declared.default, declared.type)
    if declared.example is not None:
        schema["examples"] = [_read(declared.example, declared.type)]
    return schema


def _read(written: Any, type: Type) -> Any:
    """A value as an editor would write it: of numbers and booleans without quotes."""
    return core_value(written) if TYPES[type].literal else written


def _choice(clause: Clause, mapping: Schema) -> Schema:
    """What a deal may say of one clause: a word, or a mapping that knows its variants and values."""
    own = mapping["properties"]
    fields: dict[str, Schema] = {name: {"$ref": f"#/$defs/clause/properties/{name}"} for name in own}
    names = [spelling for name in clause.variants for spelling in spellings(name)]
    fields["variant"] = {"description": own["variant"]["description"], "enum": [*names, ""]}
    values = {name: _value(wanted_of(clause, name)) for name in clause.values}
    fields["values"] = {**own["values"], "properties": values, "additionalProperties": False}
    short = ("omit", "include", "reserved")
    words: list[Schema] = [{"const": word, "description": own[word]["description"]} for word in short]
    variants: list[Schema] = [
        {"enum": spellings(name), "description": each.summary} for name, each in clause.variants.items()
    ]
    return {
        "description": f"{clause.title}. {clause.summary}".rstrip(),
        "anyOf": [*words, *variants, {"type": "object", "properties": fields, "additionalProperties": False}],
    }
