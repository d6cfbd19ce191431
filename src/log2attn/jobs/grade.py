"""Grade: every learner's phase into the gradebook, learner by learner, so that one broken notebook stops nobody else's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from log2attn.core.course import Phase
from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.tools.days import read_course
from log2attn.tools.nbgrader_door import Nbgrader


@dataclass(frozen=True)
class Graded:
    """What happened to one learner's phase; ``trouble`` is "" or why a person must look at it."""

    learner: str
    phase: str
    trouble: str


def grade(layout: Layout, phases: list[str], learner: str = "") -> Iterator[Graded]:
    """Autograde with stock nbgrader and write feedback, for the phases named (all that have written days) and one learner or all."""
    nbgrader = Nbgrader(layout.root)
    if learner and not (layout.root / "submitted" / learner).is_dir():
        raise CourseError(f"{learner} has handed in nothing.", where=str(layout.root / "submitted"), then="Learners are the folders of submitted/; check the name.")
    for phase in _chosen(layout, phases):
        learners = [who for who in _handed_in(layout, phase) if learner in ("", who)]
        if not learners:
            continue
        nbgrader.release(phase.slug)  # so that the gradebook knows this phase's cells and points
        for who in learners:
            trouble = nbgrader.autograde(phase.slug, who) or nbgrader.feedback(phase.slug, who)
            yield Graded(who, phase.slug, trouble)


def _chosen(layout: Layout, names: list[str]) -> list[Phase]:
    phases = [phase for phase in read_course(layout).phases if phase.written]
    for name in names:
        if name not in [phase.slug for phase in phases]:
            raise CourseError(f"There is no phase {name!r} with written days.", then=f"Phases: {', '.join(phase.slug for phase in phases)}.")
    return [phase for phase in phases if not names or phase.slug in names]


def _handed_in(layout: Layout, phase: Phase) -> list[str]:
    return sorted(folder.parent.name for folder in (layout.root / "submitted").glob(f"*/{phase.slug}") if folder.is_dir())
