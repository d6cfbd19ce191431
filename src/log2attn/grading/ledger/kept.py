"""What nbgrader keeps of a source notebook's cells: in its gradebook, and in the metadata of an autograded notebook."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from log2attn.doors.notebook import NBGRADER_SCHEMA
from log2attn.grading.intake.plan import checksum
from log2attn.grading.model import Plan, PlanCell, Work


@dataclass(frozen=True)
class Kept:
    """One cell of a source notebook, as nbgrader keeps it. ``source`` has no solutions and still has the hidden tests."""

    name: str
    cell_type: str
    locked: bool
    source: str
    checksum: str | None
    points: float
    grade: bool
    solution: bool
    task: bool

    @property
    def metadata(self) -> dict[str, Any]:
        """What nbgrader writes into the cell."""
        points = (
            {"points": int(self.points) if self.points == int(self.points) else self.points}
            if self.grade or self.task
            else {}
        )
        checksum = {"checksum": self.checksum} if self.checksum else {}
        flags = {"grade": self.grade, "solution": self.solution, "task": self.task, "locked": self.locked}
        return {
            "schema_version": NBGRADER_SCHEMA,
            "grade_id": self.name,
            "cell_type": self.cell_type,
            **flags,
            **points,
            **checksum,
        }


def kept(cell: PlanCell) -> Kept | None:
    """What nbgrader keeps of a cell; None if it does not know the cell."""
    grade, solution, task = (
        cell.kind in ("test", "written"),
        cell.kind in ("answer", "written"),
        cell.kind == "task",
    )
    locked = not solution and (grade or cell.locked)
    if not cell.id or not (grade or solution or task or locked):
        return None
    # Solution regions stand in solution cells only (nbgrader refuses others), hidden tests and mark schemes only elsewhere.
    source = cell.released if solution else cell.source
    plain = Kept(cell.id, cell.cell_type, locked, source, None, cell.points, grade, solution, task)
    if not (grade or solution or locked):
        return plain
    return replace(
        plain,
        checksum=checksum(
            cell_type=cell.cell_type,
            source=source,
            id=cell.id,
            points=cell.points,
            grade=grade,
            solution=solution,
            locked=locked,
        ),
    )


def all_kept(plan: Plan) -> list[Kept]:
    """The cells nbgrader keeps, in the notebook's order."""
    return [found for found in map(kept, plan.cells) if found]


def untouched(plan: Plan, work: Work) -> set[str]:
    """The answers that are as they were given out, line ends and trailing blanks aside, or are gone."""
    mine = {
        cell.plan: cell
        for cell in work.cells
        if cell.plan is not None and cell.role not in ("extra", "ignored")
    }
    return {
        cell.id
        for cell in plan.cells
        if cell.kind in ("answer", "written")
        and (
            (said := mine.get(cell.index)) is None
            or (same(said.source, cell.released) and not said.attachments)
        )
    }


def same(one: str, other: str) -> bool:
    """Whether two texts are equal, line ends and trailing blanks aside."""
    return _bare(one) == _bare(other)


def _bare(text: str) -> list[str]:
    return [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").rstrip().split("\n")]
