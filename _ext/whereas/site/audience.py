"""Who reads what is built: what is ours alone stays out of what others get."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.config import Config


def is_internal(config: Config) -> bool:
    """Whether readers may see what is ours alone: guidance, fallbacks, owners, reasons, where things are written."""
    return bool(config.whereas_audience == "internal")
