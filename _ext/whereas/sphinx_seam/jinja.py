"""What a Jinja template asked for and did not get."""

from __future__ import annotations

from typing import Any

import jinja2


def asked(undefined: jinja2.Undefined) -> tuple[str, Any]:
    """The name that was asked for, and of what; of nothing, if it stands alone in the template."""
    return undefined._undefined_name or "?", undefined._undefined_obj
