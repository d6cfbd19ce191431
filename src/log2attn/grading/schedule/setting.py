"""What all submissions of one source notebook share: its plan, its files, its limits, and what is known of its tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from log2attn.grading.limits import Limits
from log2attn.grading.model import Plan
from log2attn.grading.tester.contract import Contract
from log2attn.grading.tester.roles import Roles
from log2attn.learn.shipped import ShippedExercise


@dataclass(frozen=True)
class Setting:
    """What all submissions of one source notebook share.

    files      of the assignment, that tests find in their folder: name → bytes
    room       those of them that learners' cells may read; None for all
    solved     files that learners hand in versions of, as the source has them: only the reference reads them
    own        names of the modules among these
    readable   folders a worker may read beside Python itself
    figures    "" renders only what a person marks; "all" renders every figure
    known      exercise → its known mistakes, where the course ships them
    witness    whether a second witness is asked: in courses whose build has not proved their tests
    protected_only  whether what only the second witness can mark is left to a person
    """

    plan: Plan
    limits: Limits
    roles: Roles = field(default_factory=lambda: Roles(frozenset(), (), ()))
    contract: Contract = field(default_factory=Contract)
    files: Mapping[str, bytes] = field(default_factory=dict)
    room: Mapping[str, bytes] | None = None
    solved: Mapping[str, bytes] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    readable: Sequence[Path] = ()
    figures: str = ""
    known: Mapping[str, ShippedExercise] = field(default_factory=dict)
    witness: bool = False
    protected_only: bool = False

    @property
    def given_out(self) -> Mapping[str, bytes]:
        """The files that learners' cells may read."""
        return self.files if self.room is None else self.room
