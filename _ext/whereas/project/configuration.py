"""What conf.py says that contracts depend on, read without an application."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from myst_parser.config.main import MdParserConfig
from sphinx.config import eval_config_file
from sphinx.errors import ConfigError
from sphinx.util.tags import Tags

from whereas.agreement.styles import Style, parse_styles
from whereas.library.finding import FindingsError, Place
from whereas.library.rule import Rule

CONFIGURATION = Rule(
    "configuration",
    "The settings in conf.py can be read.",
    bad={"conf.py": "whereas_styles = {'ours': {'like': 'us'"},
    good={"conf.py": "whereas_styles = {'ours': {'like': 'us'}}"},
)


@dataclass(frozen=True)
class Configuration:
    """The settings of a project: where its records are, its styles, its Markdown, its quotation marks."""

    root: Path
    styles: dict[str, Style]
    style: str
    markdown: MdParserConfig
    exclude: tuple[str, ...]
    smartquotes: bool
    smartquotes_action: str
    extended: bool  # by extensions besides MyST and this one, whose directives only a site knows


def read_configuration(folder: Path) -> Configuration:
    """The settings of the conf.py in a folder, or what holds without one; raises FindingsError for a wrong one."""
    file = folder / "conf.py"
    try:
        said: dict[str, Any] = eval_config_file(file, Tags()) if file.is_file() else {}
        return Configuration(
            (folder / said.get("whereas_root", ".")).resolve(),
            parse_styles(said.get("whereas_styles", {})),
            said.get("whereas_style", "uk"),
            _markdown(said),
            tuple(said.get("exclude_patterns", ())),
            said.get("smartquotes", True),
            said.get("smartquotes_action", "qDe"),
            bool(set(said.get("extensions", ())) - {"myst_parser", "whereas"}),
        )
    except (ConfigError, ValueError, TypeError, AttributeError) as error:
        message = str(error).strip().splitlines()[-1]
        raise FindingsError(CONFIGURATION.at(Place("conf.py"), f"conf.py is wrong: {message}")) from None


def _markdown(said: dict[str, Any]) -> MdParserConfig:
    """The settings of MyST, which have `myst_` before their names."""
    names = {name for name, _, _ in MdParserConfig().as_triple()}
    return MdParserConfig(**{name: said[f"myst_{name}"] for name in names if f"myst_{name}" in said})
