"""What the reference's run showed: what an honest answer may do, how long it may take, which tests it cannot be held to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Contract:
    """What the reference's run showed: how its objects were used, what it changed in place, how long it took.

    uses      (item, use, kind) of each use that sent a test's values to an object
    changes   items in which arguments were changed in place
    partial   items whose last line gave a number of points
    seconds   place in the work → wall time of that cell or test
    wrong     item → why the reference itself does not earn the points here: such an item is left to a person
    lent      classes of given cells whose objects the tests hand to learners' functions
    second    item → why the reference does not earn the points as stock nbgrader runs it; "" if it does
    """

    uses: set[tuple[str, str, str]] = field(default_factory=set)
    changes: set[str] = field(default_factory=set)
    partial: set[str] = field(default_factory=set)
    seconds: dict[int, float] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)
    lent: set[str] = field(default_factory=set)
    second: dict[str, str] = field(default_factory=dict)

    def as_data(self) -> dict[str, Any]:
        """As plain data that JSON can say."""
        sets = {name: sorted(getattr(self, name)) for name in ("uses", "changes", "partial", "lent")}
        return {**sets, "seconds": self.seconds, "wrong": self.wrong, "second": self.second}

    @classmethod
    def of_data(cls, said: dict[str, Any]) -> Contract:
        seconds = {int(place): took for place, took in said["seconds"].items()}
        return cls(
            {tuple(use) for use in said["uses"]},
            set(said["changes"]),
            set(said["partial"]),
            seconds,
            said["wrong"],
            set(said["lent"]),
            said["second"],
        )
