"""What conf.py may say that contracts depend on, checked once, before anything is made of it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator

from whereas.agreement.project_styles import parse_styles
from whereas.agreement.styles import Style
from whereas.language.nearest import did_you_mean
from whereas.project.identity import Identity, file_problem, parse_identities

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

PREFIX = "whereas_"
#: What is Sphinx's own, and matters to contracts.
_OF_SPHINX = ("latex_documents", "exclude_patterns", "smartquotes", "smartquotes_action", "extensions")
#: How deep lists and mappings may stand in one another, how large a number may be, and how long a message.
_DEEPEST, _LARGEST, _LONGEST = 20, 10**20, 400
#: A PDF of conf.py's own: page, file, title, author, theme, and whether only its toctree counts.
Document = tuple[str, str, str, str, str] | tuple[str, str, str, str, str, bool]


#: What conf.py may say of a rule of `whereas check`.
Judgement = Literal["off", "info", "warning", "error"]


class SettingsError(ValueError):
    """What is wrong with the settings: a line for each, which names the setting, and what it should be."""


def _said(default: Any, description: str, rebuild: Literal["env", ""] = "env") -> Any:
    """A setting: what holds where conf.py says nothing, what it must be, and what is read again when it changes."""
    return Field(default, description=description, json_schema_extra={"rebuild": rebuild})


class Settings(BaseModel):
    """The settings, each described by what it must be."""

    model_config = ConfigDict(
        strict=True, frozen=True, extra="forbid", arbitrary_types_allowed=True, validate_default=True
    )

    whereas_root: Path = _said(".", "a folder, seen from conf.py's, as '.' or '../contracts'")
    whereas_styles: dict[str, Style] = _said({}, "a mapping of names to styles")
    whereas_style: str = _said("uk", "the name of a style, as 'uk'")
    whereas_directives: list[str] = _said([], "a list of names, as ['mermaid']")
    whereas_roles: list[str] = _said([], "a list of names, as ['octicon']")
    whereas_audience: Literal["internal", "external"] = _said("internal", "'internal' or 'external'")
    whereas_pdf: dict[str, Identity] = _said({}, "a mapping of settings, as {'accent': '#1F3A5F'}")
    whereas_pdfs: str = _said("../latex", "a folder, seen from that of the site, as '../latex'", "")
    whereas_word_files: str = _said("../docx", "a folder, seen from that of the site, as '../docx'", "")
    whereas_docx: str = _said("", "a Word file in the project, as 'house/reference.docx'", "")
    whereas_review: bool = _said(False, "True or False", "")
    whereas_checks: dict[str, Judgement | dict[str, Judgement]] = _said(
        {}, "a mapping of rules, or of paths to such mappings, as {'term-once': 'off'}", ""
    )
    whereas_cache: bool = _said(True, "True or False", "")
    latex_documents: list[Document] = Field(
        [], description="a list of tuples, as [('index', 'book.tex', 'Title', 'Author', 'manual')]"
    )
    exclude_patterns: list[str] = Field([], description="a list of patterns, as ['**/_*']")
    smartquotes: bool = Field(True, description="True or False")
    smartquotes_action: str = Field("qDe", description="a text, as 'qDe'")
    extensions: list[str] = Field([], description="a list of names, as ['myst_parser', 'whereas']")

    @field_validator("whereas_root", mode="before")
    @classmethod
    def _folder(cls, written: Any, info: ValidationInfo) -> Any:
        if not isinstance(written, str) or not written:
            return None
        folder = _folder_of(info)
        # `Path.is_dir` would raise for some of what is no path
        if not written.isprintable() or not os.path.isdir(folder / written):  # noqa: PTH112
            raise ValueError(f"there is no folder {written[:60]!r}")
        root = (folder / written).resolve()
        if root == root.parent or not (root.is_relative_to(folder.parent) or folder.is_relative_to(root)):
            raise ValueError(f"{written[:60]!r} leads out of the project, which is conf.py's folder or around it")
        return root

    @field_validator("whereas_styles", mode="before")
    @classmethod
    def _styles(cls, written: Any) -> Any:
        return parse_styles(written) if _is_mapping(written) else None

    @field_validator("whereas_style")
    @classmethod
    def _style(cls, written: str, info: ValidationInfo) -> str:
        known = info.data.get("whereas_styles")
        if known is not None and written not in known:
            raise ValueError(f"there is no style {written!r}; {did_you_mean(written, known)}")
        return written

    @field_validator("whereas_pdf", mode="before")
    @classmethod
    def _identities(cls, written: Any, info: ValidationInfo) -> Any:
        known = info.data.get("whereas_styles", ())
        return parse_identities(written, _folder_of(info), known) if _is_mapping(written) else None

    @field_validator("whereas_docx")
    @classmethod
    def _reference(cls, written: str, info: ValidationInfo) -> str:
        if written and (problem := file_problem(written, _folder_of(info), (".docx", ".dotx"))):
            raise ValueError(f"{written[:60]!r} {problem}")
        return written

    @field_validator("whereas_pdfs", "whereas_word_files")
    @classmethod
    def _path(cls, written: str) -> str:
        if not written.isprintable():
            raise ValueError(f"{written[:60]!r} is no folder's name")
        return written

    @field_validator(
        "latex_documents", "exclude_patterns", "extensions", "whereas_directives", "whereas_roles", mode="before"
    )
    @classmethod
    def _list(cls, written: Any) -> Any:
        """A list may be written as a tuple or a set, and a tuple as a list."""
        if not isinstance(written, list | tuple | set | frozenset):
            return written
        return [tuple(each) if isinstance(each, list) else each for each in written]

    @field_validator("latex_documents")
    @classmethod
    def _files(cls, written: list[Document]) -> list[Document]:
        for entry in written:
            if not entry[1].endswith(".tex") or set(entry[1]) & set("/\\\0"):
                raise ValueError(f"the file of a document is named like 'book.tex', not {entry[1]!r}")
        files = [entry[1] for entry in written]
        if twice := next((name for name in files if files.count(name) > 1), ""):
            raise ValueError(f"two documents are written to {twice!r}")
        return written


def _folder_of(info: ValidationInfo) -> Path:
    """The folder of conf.py."""
    context: dict[str, Path] = info.context or {}
    return context["folder"]


def _is_mapping(written: Any) -> bool:
    return isinstance(written, Mapping) and all(isinstance(key, str) for key in written)


def own_settings() -> Iterator[tuple[str, Any, Literal["env", ""], str]]:
    """The settings that are ours: name, default as conf.py would say it, what is read again, and what it must be."""
    for name, field in Settings.model_fields.items():
        if name.startswith(PREFIX) and isinstance(field.json_schema_extra, dict):
            rebuild: Any = field.json_schema_extra["rebuild"]
            yield name, field.default, rebuild, field.description or ""


def parse_settings(said: Mapping[str, Any], folder: Path) -> Settings:
    """The settings among what is said, and what holds without them; `folder` is that of conf.py.

    Raises SettingsError with all that is wrong.
    """
    ours = {name: value for name, value in said.items() if name.startswith(PREFIX) or name in _OF_SPHINX}
    odd = [name for name, value in ours.items() if name in Settings.model_fields and not _is_plain(value)]
    if odd:
        raise SettingsError("\n".join(f"`{name}` must be {Settings.model_fields[name].description}" for name in odd))
    try:
        return Settings.model_validate(ours, context={"folder": folder.resolve()})
    except ValidationError as error:
        wrong = {str(problem["loc"][0]): problem for problem in error.errors()}
    raise SettingsError("\n".join(_line(name, ours[name], problem) for name, problem in wrong.items()))


def _line(name: str, value: Any, problem: ErrorDetails) -> str:
    """What is wrong with a setting."""
    known = Settings.model_fields
    if name not in known:
        ours = [each for each in known if each.startswith(PREFIX)]
        return f"the setting {name!r} is not known; {did_you_mean(name, ours)}"
    if problem["type"] != "value_error":
        instead = f", not {value!r:.60}" if isinstance(value, str | int | float | None) else ""
        return f"`{name}` must be {known[name].description}{instead}"
    said = str(problem["ctx"]["error"]).replace("\n", " ")
    return f"`{name}`: {said if len(said) <= _LONGEST else f'{said[:_LONGEST]} ...'}"


def _is_plain(value: Any, depth: int = 0) -> bool:
    """Whether a value is data, of which any message can tell."""
    if isinstance(value, Mapping):
        value = (*value.keys(), *value.values())
    if isinstance(value, list | tuple | set | frozenset):
        return depth < _DEEPEST and all(_is_plain(each, depth + 1) for each in value)
    if isinstance(value, int):
        return abs(value) < _LARGEST
    return isinstance(value, str | float | None)
