"""What conf.py says: the MyST that contracts need is switched on, what would take it away is refused."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.errors import ConfigError

from whereas.assembly.syntax import NEEDED, NEEDED_RULES
from whereas.project.settings import PREFIX, Settings, SettingsError, own_settings, parse_settings
from whereas.project.source_date import wrong_date
from whereas.site.refusal import RefusedError
from whereas.sphinx_seam.configuration import settings_said
from whereas.sphinx_seam.logs import MYST_SETTINGS, add_filter

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def settle_syntax(app: Sphinx, config: Config) -> None:
    """`config-inited`: switch on what contract text needs of MyST.

    Raises RefusedError where conf.py leaves no room for it.
    """
    for name in ("myst_commonmark_only", "myst_gfm_only"):
        if config[name]:
            raise RefusedError(
                f"conf.py says `{name} = {config[name]!r}`, which removes the roles and directives that contracts "
                "are written with: leave it out"
            )
    if lost := NEEDED_RULES & _names(config.myst_disable_syntax):
        names = ", ".join(map(repr, sorted(lost)))
        raise RefusedError(f"conf.py disables {names} in `myst_disable_syntax`, which contracts need: leave it out")
    if not isinstance(config.myst_enable_extensions, str):  # what is no list MyST reports
        config.myst_enable_extensions = {*_names(config.myst_enable_extensions), *NEEDED}


def _names(setting: Any) -> set[Any]:
    return set(setting) if isinstance(setting, list | tuple | set | frozenset) else set()


def check_settings(app: Sphinx, config: Config) -> None:
    """`config-inited`: refuse what no setting and no date may say, and settings that look like ours and are none."""
    if wrong := wrong_date():
        raise RefusedError(wrong)
    try:
        settings_of(app)
    except (SettingsError, ConfigError) as error:
        raise RefusedError("\n".join(f"conf.py: {line}" for line in str(error).splitlines())) from None


def settings_of(app: Sphinx) -> Settings:
    """The settings of a build; raises SettingsError or ConfigError where they are not right."""
    return parse_settings(settings_said(app.config, PREFIX), Path(app.confdir))


def setup_settings(app: Sphinx) -> None:
    """Register our settings, and connect both, before anything else looks at the configuration."""
    for name, default, rebuild, meaning in own_settings():
        types = (list, tuple) if isinstance(default, list) else type(default)
        app.add_config_value(name, default, rebuild, types, meaning)
    app.connect("config-inited", check_settings, priority=100)
    # MyST tells thirty settings in one line, before anything that matters
    end = add_filter(MYST_SETTINGS, lambda entry: entry.levelno > logging.INFO)
    app.connect("builder-inited", lambda app: end(), priority=999)
    app.connect("config-inited", settle_syntax, priority=100)
