"""What MyST makes for each text that it parses, and mostly throws away."""

from __future__ import annotations

import copy
import functools
from typing import Any

from docutils.frontend import Values, get_default_settings
from myst_parser.mdit_to_docutils import base


@functools.cache
def _settings(*components: Any) -> Values:
    return get_default_settings(*components)


@functools.cache
def make_settings_once() -> None:
    """Have MyST copy the settings of a document that it makes; docutils declares a hundred options for each.

    It makes one for every text, and drops it where it was given a document, as it is by us.
    """
    base.get_default_settings = lambda *components: copy.copy(_settings(*components))  # type: ignore[attr-defined]
