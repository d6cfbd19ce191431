"""The ledger's rows of a source notebook: assignment, notebook, cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from log2attn.core.errors import CourseError
from log2attn.grading.ledger.kept import Kept, all_kept
from log2attn.grading.ledger.rows import Rows, There
from log2attn.grading.ledger.schema import (
    ASSIGNMENT,
    CELL,
    GRADE_CELL,
    HANDED_IN,
    NOTEBOOK,
    SOLUTION_CELL,
    SOURCE_CELL,
    SUBMISSION,
    TASK_CELL,
    CourseDirectory,
)
from log2attn.grading.ledger.statements import change, new_id, put
from log2attn.grading.model import Plan


def enter_source(db: Connection, course: CourseDirectory, plan: Plan, kernelspec: str, there: There) -> None:
    """Assignment, notebook and cells, as nbgrader's SaveCells leaves them."""
    assignment = _assignment(db, course, plan.assignment)
    cells = all_kept(plan)
    if len({cell.name for cell in cells}) < len(cells):
        raise CourseError(
            "Two cells of the source have the same grade id.",
            where=f"{plan.assignment}/{plan.notebook}",
            then="`nbgrader validate` names them.",
        )
    found = db.execute(
        select(NOTEBOOK.c.id, NOTEBOOK.c.kernelspec).where(
            NOTEBOOK.c.assignment_id == assignment, NOTEBOOK.c.name == plan.notebook
        )
    ).one_or_none()
    if found is None:
        notebook = new_id()
        db.execute(
            insert(NOTEBOOK).values(
                id=notebook, name=plan.notebook, assignment_id=assignment, kernelspec=kernelspec
            )
        )
        _insert_cells(db, notebook, cells, {})
        _for_earlier_submissions(db, plan, assignment, there)
        return
    old = _Old.read(db, found.id)
    if old.same_cells(cells):
        _update_cells(db, found.id, cells)
    elif db.execute(select(HANDED_IN.c.id).where(HANDED_IN.c.notebook_id == found.id).limit(1)).first():
        raise CourseError(
            f"Cells were added to or taken from {plan.notebook}, whose gradebook already holds work: {', '.join(old.difference(cells))}.",
            where=f"source/{plan.assignment}/{plan.notebook}.ipynb",
            then="Take the change back; points and texts may change. Or move gradebook.db away and grade all again: scores and comments a person gave are then lost.",
        )
    else:
        _delete_cells(db, found.id)
        _insert_cells(db, found.id, cells, old.ids)
    if (
        found.kernelspec != kernelspec
        and not db.execute(select(HANDED_IN.c.id).where(HANDED_IN.c.notebook_id == found.id).limit(1)).first()
    ):
        db.execute(update(NOTEBOOK).where(NOTEBOOK.c.id == found.id).values(kernelspec=kernelspec))


def _assignment(db: Connection, course: CourseDirectory, name: str) -> str:
    if found := db.execute(select(ASSIGNMENT.c.id).where(ASSIGNMENT.c.name == name)).scalar_one_or_none():
        return found
    new = new_id()
    db.execute(insert(ASSIGNMENT).values(id=new, name=name, duedate=None, course_id=course.course_id))
    return new


def _kinds(cell: Kept) -> list[tuple[str, Table, dict[str, Any]]]:
    """nbgrader's classes for a cell, in the order in which it saves them."""
    worth = {"max_score": float(cell.points), "cell_type": cell.cell_type}
    kinds = [("GradeCell", GRADE_CELL, worth)] if cell.grade else []
    kinds += [("SolutionCell", SOLUTION_CELL, {})] if cell.solution else []
    kinds += [("TaskCell", TASK_CELL, worth)] if cell.task else []
    return kinds


@dataclass(frozen=True)
class _Old:
    """The cells the gradebook has of a notebook: (class, name) → id; source cells under the class ""."""

    ids: dict[tuple[str, str], str]

    @classmethod
    def read(cls, db: Connection, notebook: str) -> _Old:
        cells = {
            (row.type, row.name): row.id
            for row in db.execute(
                select(CELL.c.id, CELL.c.type, CELL.c.name).where(CELL.c.notebook_id == notebook)
            )
        }
        sources = {
            ("", row.name): row.id
            for row in db.execute(
                select(SOURCE_CELL.c.id, SOURCE_CELL.c.name).where(SOURCE_CELL.c.notebook_id == notebook)
            )
        }
        return cls(cells | sources)

    def same_cells(self, cells: list[Kept]) -> bool:
        return not self.difference(cells)

    def difference(self, cells: list[Kept]) -> list[str]:
        new = {("", cell.name) for cell in cells} | {
            (kind, cell.name) for cell in cells for kind, _, _ in _kinds(cell)
        }
        return sorted({name for _, name in set(self.ids) ^ new})


def _insert_cells(db: Connection, notebook: str, cells: list[Kept], ids: dict[tuple[str, str], str]) -> None:
    """Write all cells, in nbgrader's order; a cell that was there before keeps its id."""
    for wanted, table in (
        ("GradeCell", GRADE_CELL),
        ("SolutionCell", SOLUTION_CELL),
        ("TaskCell", TASK_CELL),
    ):
        found = [(cell, values) for cell in cells for kind, _, values in _kinds(cell) if kind == wanted]
        names = {cell.name: ids.get((wanted, cell.name)) or new_id() for cell, _ in found}
        put(
            db,
            CELL,
            [
                {"id": names[cell.name], "name": cell.name, "notebook_id": notebook, "type": wanted}
                for cell, _ in found
            ],
        )
        put(db, table, [{"id": names[cell.name], **values} for cell, values in found])
    put(
        db,
        SOURCE_CELL,
        [
            {
                "id": ids.get(("", cell.name)) or new_id(),
                "name": cell.name,
                "notebook_id": notebook,
                **_source(cell),
            }
            for cell in cells
        ],
    )


def _source(cell: Kept) -> dict[str, Any]:
    return {
        "cell_type": cell.cell_type,
        "locked": cell.locked,
        "source": cell.source,
        "checksum": cell.checksum,
    }


def _update_cells(db: Connection, notebook: str, cells: list[Kept]) -> None:
    """Points, texts and types that have changed."""
    for kind, table in (("GradeCell", GRADE_CELL), ("TaskCell", TASK_CELL)):
        wanted = {
            cell.name: values for cell in cells for is_kind, _, values in _kinds(cell) if is_kind == kind
        }
        rows = db.execute(
            select(CELL.c.name, table)
            .join(table, table.c.id == CELL.c.id)
            .where(CELL.c.notebook_id == notebook)
        ).all()
        change(
            db,
            table,
            [
                {"id_": row.id, **wanted[row.name]}
                for row in rows
                if (row.max_score, row.cell_type) != tuple(wanted[row.name].values())
            ],
        )
    sources = {cell.name: _source(cell) for cell in cells}
    rows = db.execute(select(SOURCE_CELL).where(SOURCE_CELL.c.notebook_id == notebook)).all()
    change(
        db,
        SOURCE_CELL,
        [
            {"id_": row.id, **sources[row.name]}
            for row in rows
            if (row.cell_type, row.locked, row.source, row.checksum) != tuple(sources[row.name].values())
        ],
    )


def _delete_cells(db: Connection, notebook: str) -> None:
    mine = select(CELL.c.id).where(CELL.c.notebook_id == notebook)
    for table in (GRADE_CELL, SOLUTION_CELL, TASK_CELL):
        db.execute(delete(table).where(table.c.id.in_(mine)))
    db.execute(delete(CELL).where(CELL.c.notebook_id == notebook))
    db.execute(delete(SOURCE_CELL).where(SOURCE_CELL.c.notebook_id == notebook))


def _for_earlier_submissions(db: Connection, plan: Plan, assignment: str, there: There) -> None:
    """A notebook new in an assignment: who has handed in others has it too, as far as nbgrader is concerned."""
    learners = (
        db.execute(select(SUBMISSION.c.student_id).where(SUBMISSION.c.assignment_id == assignment))
        .scalars()
        .all()
    )
    for at in range(0, len(learners), 200):
        Rows(db, plan.assignment, learners[at : at + 200], there).complete({})
