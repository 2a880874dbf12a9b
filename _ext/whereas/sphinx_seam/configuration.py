"""What conf.py says itself, told apart from what Sphinx takes for granted."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType
from typing import Any

from sphinx.config import Config


def values_said(said: Mapping[str, Any]) -> dict[str, Any]:
    """What conf.py gives a name, settings or not; modules and functions are no values."""
    return {name: value for name, value in said.items() if not (callable(value) or isinstance(value, ModuleType))}


def settings_said(config: Config, prefix: str) -> dict[str, Any]:
    """What conf.py, the command line or an extension says; of settings with that prefix all, said or not.

    Raises ConfigError for what the command line may not say.
    """
    own = values_said(config._raw_config)
    names = [name for name in config.values if name.startswith(prefix) or name in own or name in config._overrides]
    return own | {name: config[name] for name in names}


def says(config: Config, name: str) -> bool:
    """Whether conf.py, or the command line, names a setting."""
    return name in config._raw_config or name in config._overrides
