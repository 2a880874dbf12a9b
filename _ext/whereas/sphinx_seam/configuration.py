"""What conf.py says itself, told apart from what Sphinx takes for granted."""

from __future__ import annotations

from types import ModuleType

from sphinx.config import Config


def names_said(config: Config) -> list[str]:
    """The names that conf.py gives a value, settings or not; modules and functions are no values."""
    return [
        name for name, value in config._raw_config.items() if not (callable(value) or isinstance(value, ModuleType))
    ]


def says(config: Config, name: str) -> bool:
    """Whether conf.py, or the command line, names a setting."""
    return name in config._raw_config
