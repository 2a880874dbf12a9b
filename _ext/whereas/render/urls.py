"""Where a link may lead: nowhere that runs a script or a program."""

from __future__ import annotations

import re

#: `run:` is how hyperref asks a PDF's reader to start a program.
_REFUSED = ("javascript", "data", "vbscript", "run", "file")


def safe_url(url: str) -> str:
    """An address as it may stand in a link: without what browsers skip before a scheme; `#` for one that would run."""
    url = re.sub(r"[\x00-\x1f\x7f]", "", url).strip().replace(" ", "%20")
    scheme = url.split(":", 1)[0].lower() if ":" in url else ""
    return "#" if scheme in _REFUSED else url
