"""A build that cannot begin ends in one line; of an exception Sphinx would make a report, with a traceback."""

from __future__ import annotations


class RefusedError(SystemExit):
    """Ends the build, and tells why."""

    def __init__(self, message: str) -> None:
        """Take what is wrong, and what to do."""
        super().__init__("\n".join(f"ERROR: {line}" for line in message.splitlines()))
