"""What conf.py says that contracts depend on, read without an application."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from myst_parser.config.main import MdParserConfig
from sphinx.config import eval_config_file
from sphinx.errors import ConfigError
from sphinx.util.tags import Tags

from whereas.library.finding import FindingsError, Place
from whereas.library.rule import Rule
from whereas.project.settings import Settings, SettingsError, parse_settings
from whereas.sphinx_seam.configuration import values_said

CONFIGURATION = Rule(
    "configuration",
    "The settings in conf.py can be read.",
    bad={"conf.py": "whereas_styles = {'ours': {'like': 'us'"},
    good={"conf.py": "whereas_styles = {'ours': {'like': 'us'}}"},
)


@dataclass(frozen=True)
class Configuration:
    """The settings of a project, and its Markdown."""

    settings: Settings
    markdown: MdParserConfig

    @property
    def extended(self) -> bool:
        """Whether there are extensions besides MyST and this one, whose directives only a site knows."""
        return bool(set(self.settings.extensions) - {"myst_parser", "whereas"})


def read_configuration(folder: Path) -> Configuration:
    """The settings of the conf.py in a folder, or what holds without one; raises FindingsError for a wrong one."""
    file = folder.absolute() / "conf.py"  # it is run in its folder
    try:
        said: dict[str, Any] = eval_config_file(file, Tags()) if file.is_file() else {}
        settings = parse_settings(values_said(said), folder)
        return Configuration(settings, _markdown(said))
    except SettingsError as error:
        lines = str(error).splitlines()
        raise FindingsError(*(CONFIGURATION.at(Place("conf.py"), line) for line in lines)) from None
    except (ConfigError, ValueError, TypeError, AttributeError) as error:
        message = str(error).strip().splitlines()[-1]
        raise FindingsError(CONFIGURATION.at(Place("conf.py"), f"conf.py is wrong: {message}")) from None


def _markdown(said: dict[str, Any]) -> MdParserConfig:
    """The settings of MyST, which have `myst_` before their names."""
    names = {name for name, _, _ in MdParserConfig().as_triple()}
    return MdParserConfig(**{name: said[f"myst_{name}"] for name in names if f"myst_{name}" in said})
