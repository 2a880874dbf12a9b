"""What conf.py says: the MyST that contracts need is switched on, what would take it away is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.errors import ConfigError

from whereas.assembly.syntax import NEEDED, NEEDED_RULES
from whereas.language.nearest import did_you_mean
from whereas.sphinx_seam.configuration import names_said

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

_PREFIX = "whereas_"


def settle_syntax(app: Sphinx, config: Config) -> None:
    """`config-inited`: switch on what contract text needs of MyST.

    Raises ConfigError, in one line, where conf.py leaves no room for it.
    """
    for name in ("myst_commonmark_only", "myst_gfm_only"):
        if config[name]:
            raise ConfigError(
                f"conf.py says `{name} = {config[name]!r}`, which removes the roles and directives that contracts "
                "are written with: leave it out"
            )
    if lost := NEEDED_RULES & _names(config.myst_disable_syntax):
        names = ", ".join(map(repr, sorted(lost)))
        raise ConfigError(f"conf.py disables {names} in `myst_disable_syntax`, which contracts need: leave it out")
    if not isinstance(config.myst_enable_extensions, str):  # what is no list MyST reports
        config.myst_enable_extensions = {*_names(config.myst_enable_extensions), *NEEDED}


def _names(setting: Any) -> set[Any]:
    return set(setting) if isinstance(setting, list | tuple | set | frozenset) else set()


def check_names(app: Sphinx, config: Config) -> None:
    """`config-inited`: refuse settings that look like ours and are none, which Sphinx would not mention."""
    known = [name for name in config.values if name.startswith(_PREFIX)]
    for name in names_said(config):
        if name.startswith(_PREFIX) and name not in known:
            raise ConfigError(f"conf.py has the setting {name!r}, which is not known; {did_you_mean(name, known)}")


def setup_settings(app: Sphinx) -> None:
    """Connect both, before anything else looks at the configuration."""
    app.connect("config-inited", check_names, priority=100)
    app.connect("config-inited", settle_syntax, priority=100)
