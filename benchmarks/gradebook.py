# ruff: noqa: S608  (the statements are put together from words that stand here)
"""How long the gradebook takes at 1,000 learners and 70 notebooks: stock nbgrader beside the ledger, in one run.

    python benchmarks/gradebook.py [learners]

Two copies of one made-up gradebook: one as nbgrader makes it, one with the ledger's indexes. Each pair of measurements is taken turn by turn,
so that what else the computer does falls on both; the table shows medians, and the median of the ratios.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from nbgrader.api import Gradebook, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import create_engine, text
from traitlets.config import Config

from log2attn.grading.ledger.ledger import Entry, Ledger
from log2attn.grading.model import FAILED, PASSED, Item, Plan, PlanCell, Verdict, Work, WorkCell

PHASES, DAYS, EXERCISES = 7, 10, 4  # notebooks: 70; each exercise has an answer, a visible and a hidden test
TURNS = 7
MANY = 64  # notebooks in one transaction


def plan(phase: int, day: int) -> Plan:
    cells = []
    for n in range(EXERCISES):
        for kind, id, points in (
            ("answer", f"e{n}", 0.0),
            ("test", f"e{n}-visible", 1.0),
            ("test", f"e{n}-hidden", 2.0),
        ):
            cells.append(
                PlanCell(len(cells), kind, "code", id, f"{id} = 1", f"{id} = 1", points, kind == "test")
            )
    return Plan(f"phase-{phase}", f"day-{phase}{day:02}", tuple(cells), "")


def entry(learner: str, of: Plan, *, right: bool) -> Entry:
    items = [
        Item(cell.id, PASSED if right else FAILED, cell.points if right else 0.0, cell.points)
        for cell in of.marked
    ]
    work = Work(tuple(WorkCell(cell.index, cell.kind, "code", "mine", cell.index) for cell in of.cells))
    return Entry(learner, of, work, Verdict(items))


def course(root: Path) -> Ledger:
    config = Config()
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.course_id = "bench"
    return Ledger(root, config=config)


def build(root: Path, learners: int) -> None:
    """The gradebook by bulk SQL: everybody has handed in everything, three of four tests passed."""
    root.mkdir(parents=True, exist_ok=True)
    with course(root) as ledger:
        for phase in range(PHASES):
            for day in range(DAYS):
                ledger.enter_plan(plan(phase, day))
    engine = create_engine(f"sqlite:///{root / 'gradebook.db'}")
    with engine.begin() as db:
        for (name,) in db.execute(text("SELECT name FROM sqlite_master WHERE name LIKE 'log2attn%'")).all():
            db.execute(text(f"DROP INDEX {name}"))
        new = "lower(hex(randomblob(16)))"
        db.execute(
            text(
                "INSERT INTO student (id) WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :last) SELECT printf('learner-%04d', i) FROM n"
            ),
            {"last": learners - 1},
        )
        db.execute(
            text(
                f"INSERT INTO submitted_assignment (id, assignment_id, student_id) SELECT {new}, a.id, s.id FROM student s, assignment a"
            )
        )
        db.execute(
            text(
                f"INSERT INTO submitted_notebook (id, assignment_id, notebook_id, flagged) SELECT {new}, s.id, n.id, 0 FROM submitted_assignment s JOIN notebook n ON n.assignment_id = s.assignment_id"
            )
        )
        graded = "FROM submitted_notebook h JOIN base_cell b ON b.notebook_id = h.notebook_id WHERE b.type"
        db.execute(
            text(
                f"INSERT INTO grade (id, notebook_id, cell_id, auto_score, needs_manual_grade) SELECT {new}, h.id, b.id, abs(random()) % 4 > 0, 0 {graded} = 'GradeCell'"
            )
        )
        db.execute(
            text(
                f"INSERT INTO comment (id, notebook_id, cell_id) SELECT {new}, h.id, b.id {graded} = 'SolutionCell'"
            )
        )
        rows = {
            name: db.execute(text(f"SELECT count(*) FROM {name}")).scalar()
            for name in ("submitted_notebook", "grade", "comment")
        }
    print("  " + ", ".join(f"{count:,} rows in {name}" for name, count in rows.items()))
    engine.dispose()


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def side_by_side(
    title: str, left: Callable[[int], object], right: Callable[[int], object], turns: int = TURNS
) -> None:
    pairs = [
        (timed(lambda turn=turn: left(turn)), timed(lambda turn=turn: right(turn))) for turn in range(turns)
    ]
    a, b = (median(pair[side] for pair in pairs) for side in (0, 1))
    print(f"{title:<58} {1000 * a:>10.2f} {1000 * b:>10.2f} {median(x / y for x, y in pairs):>9.1f}")


def main() -> None:
    learners = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    folder = Path(tempfile.mkdtemp(prefix="gradebook-"))
    try:
        print(f"{learners} learners, {PHASES * DAYS} notebooks")
        build(folder / "stock", learners)
        shutil.copytree(folder / "stock", folder / "ours")
        build(folder / "small", MANY)
        took = timed(lambda: course(folder / "ours").__enter__().__exit__())
        print(
            f"  {took:.1f} s to add the indexes, once; {size(folder / 'stock'):.0f} MB grow to {size(folder / 'ours'):.0f} MB\n"
        )
        measure(folder, learners)
    finally:
        shutil.rmtree(folder)


def size(root: Path) -> float:
    return (root / "gradebook.db").stat().st_size / 1e6


def measure(folder: Path, learners: int) -> None:
    books = {
        name: Gradebook(f"sqlite:///{folder / name / 'gradebook.db'}", "bench") for name in ("stock", "ours")
    }
    who = [f"learner-{(37 * turn + 11) % learners:04}" for turn in range(TURNS)]
    days = [plan(turn % PHASES, turn % DAYS) for turn in range(TURNS)]

    def submission(name: str, turn: int) -> float:
        books[name].db.expire_all()
        return (
            books[name]
            .db.query(SubmittedAssignment.score)
            .filter(SubmittedAssignment.student_id == who[turn])
            .first()[0]
        )

    def notebook(name: str, turn: int) -> float:
        found = books[name].find_submission_notebook(days[turn].notebook, days[turn].assignment, who[turn])
        return books[name].db.query(SubmittedNotebook.score).filter(SubmittedNotebook.id == found.id).one()[0]

    def stock_enters(turn: int) -> None:
        """What SaveAutoGrades and AssignLatePenalties do with one notebook, with its own calls; opening the gradebook four times, as autograde does, is left out."""
        book = books["stock"]
        of = (days[turn].notebook, days[turn].assignment, who[turn])
        for cell in days[turn].cells:
            if cell.kind == "test":
                grade = book.find_grade(cell.id, *of)
                grade.auto_score, grade.needs_manual_grade = float(turn % 2), False
            else:
                book.find_comment(cell.id, *of).auto_comment = None
            book.db.commit()
        book.find_submission(days[turn].assignment, who[turn])
        book.find_submission_notebook(*of).late_submission_penalty = None
        book.db.commit()

    head = f"{'milliseconds, medians':<58} {'stock':>10} {'ledger':>10} {'ratio':>9}"
    print(head)
    side_by_side(
        "score of one learner's assignment, with the indexes",
        lambda turn: submission("stock", turn),
        lambda turn: submission("ours", turn),
    )
    side_by_side(
        "score of one notebook, with the indexes",
        lambda turn: notebook("stock", turn),
        lambda turn: notebook("ours", turn),
    )
    side_by_side(
        "scores of all learners (formgrader's student list)",
        lambda _: books["stock"].student_dicts(),
        lambda _: books["ours"].student_dicts(),
        3,
    )
    side_by_side(
        "average of one assignment",
        lambda turn: average(books["stock"], turn),
        lambda turn: average(books["ours"], turn),
        3,
    )
    with course(folder / "ours") as ours, course(folder / "small") as small:
        (folder / "small" / "submitted").mkdir()
        side_by_side(
            "entering one notebook, one at a time",
            stock_enters,
            lambda turn: ours.enter_many([entry(who[turn], days[turn], right=bool(turn % 2))]),
        )

        def batch(ledger: Ledger, among: int) -> Callable[[int], object]:
            """One day of as many learners."""
            return lambda turn: ledger.enter_many(
                [
                    entry(
                        f"learner-{(turn * MANY + n) % among:04}",
                        plan(turn % PHASES, turn),
                        right=bool(turn % 2),
                    )
                    for n in range(MANY)
                ]
            )

        print(f"\n{'milliseconds, medians':<58} {f'of {learners}':>10} {f'of {MANY}':>10} {'ratio':>9}")
        side_by_side(
            f"ledger: one day of {MANY} learners in one transaction",
            batch(ours, learners),
            batch(small, MANY),
        )
    for book in books.values():
        book.close()


def average(book: Gradebook, turn: int) -> float:
    return book.average_assignment_score(f"phase-{turn}")


if __name__ == "__main__":
    main()
