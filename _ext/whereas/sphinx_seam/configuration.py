"""What conf.py says itself, told apart from what Sphinx takes for granted."""

from __future__ import annotations

from sphinx.config import Config


def says(config: Config, name: str) -> bool:
    """Whether conf.py, or the command line, names a setting."""
    return name in config._raw_config
