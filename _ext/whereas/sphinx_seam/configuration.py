"""What conf.py says itself, told apart from what Sphinx takes for granted."""

from __future__ import annotations

from sphinx.config import Config


def names_said(config: Config) -> list[str]:
    """The names that conf.py gives a value, settings or not."""
    return list(config._raw_config)


def says(config: Config, name: str) -> bool:
    """Whether conf.py, or the command line, names a setting."""
    return name in config._raw_config
