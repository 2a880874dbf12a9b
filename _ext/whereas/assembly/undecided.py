"""What nobody can know yet: the blanks on which conditions depend, and where those conditions stand."""

from __future__ import annotations

from whereas.library.finding import NOWHERE, Place


class Undecided(set[str]):
    """The names of the blanks; `here` is the place of what is being worked out now."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.here = NOWHERE
        self.places: set[Place] = set()

    def add(self, name: str) -> None:
        """Note that what is being worked out now depends on a blank."""
        super().add(name)
        self.places.add(self.here)
