"""nbgrader's gradebook as the ledger needs it: opened, made if need be, with the indexes it lacks, and with the course's rule for late work."""

from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace
from typing import Any

from nbgrader import api, dbutil
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import parse_utc
from sqlalchemy import Column, Engine, MetaData, String, Table, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from traitlets.config import Config

from log2attn.core.errors import CourseError

WAIT = 60  # seconds to wait until formgrader, or another grader, lets go of the gradebook

ASSIGNMENT, NOTEBOOK, STUDENT = api.Assignment.__table__, api.Notebook.__table__, api.Student.__table__
CELL, SOURCE_CELL = api.BaseCell.__table__, api.SourceCell.__table__
GRADE_CELL, SOLUTION_CELL, TASK_CELL = (
    api.GradeCell.__table__,
    api.SolutionCell.__table__,
    api.TaskCell.__table__,
)
SUBMISSION, HANDED_IN = (
    api.SubmittedAssignment.__table__,
    api.SubmittedNotebook.__table__,
)  # a learner's assignment; one notebook of it
GRADE, COMMENT = api.Grade.__table__, api.Comment.__table__
VERSION = Table("alembic_version", MetaData(), Column("version_num", String(32), nullable=False))
SCORE = (
    api.Grade.score
)  # nbgrader's own expression: the person's score before the machine's, and extra credit

# nbgrader looks rows up by these columns and has no index on them: it reads all grades of the class to add up one notebook's.
INDEXES = (
    ("grade", "notebook_id"),
    ("comment", "notebook_id"),
    ("submitted_notebook", "assignment_id"),
    ("submitted_assignment", "student_id"),
    ("base_cell", "notebook_id"),
    ("source_cell", "notebook_id"),
)


def course_directory(config: Config) -> CourseDirectory:
    """Where the course keeps its folders and its gradebook."""
    return CourseDirectory(config=config)


def open_gradebook(url: str, course_id: str) -> Engine:
    """The gradebook's engine. Makes the gradebook as nbgrader does if there is none, and adds the indexes."""
    try:
        sqlite = _dialect(url) == "sqlite"
        _as_nbgrader_makes_it(url, course_id)
        engine = create_engine(url, connect_args={"timeout": WAIT} if sqlite else {})
        if sqlite:
            event.listen(engine, "connect", _sqlite_leaves_transactions_to_us)
            event.listen(engine, "begin", _sqlite_writes_from_the_start)
        with engine.begin() as db:
            for table, column in INDEXES:
                db.execute(
                    text(f"CREATE INDEX IF NOT EXISTS log2attn_{table}_{column} ON {table} ({column})")
                )
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise CourseError(
            f"The gradebook cannot be opened: {error}.",
            where=_without_password(url),
            then="For PostgreSQL, name the driver in db_url: postgresql+psycopg://…",
        ) from error
    except DBAPIError as error:
        raise CourseError(
            f"The gradebook cannot be opened: {' '.join(str(error.orig).split())}.",
            where=_without_password(url),
            then="Is the server running, is the folder writable, is formgrader closed?",
        ) from error
    return engine


def _dialect(url: str) -> str:
    name = make_url(url).get_backend_name()
    if name not in ("sqlite", "postgresql"):
        raise CourseError(
            f"The gradebook may be SQLite or PostgreSQL, not {name}.",
            where=_without_password(url),
            then="Change c.CourseDirectory.db_url.",
        )
    return name


def _without_password(url: str) -> str:
    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return "c.CourseDirectory.db_url"


def _as_nbgrader_makes_it(url: str, course_id: str) -> None:
    """Tables, the schema's version, the course.

    In an empty gradebook nbgrader asks the program alembic for the version, which takes seconds and must be on the PATH; here the
    library is asked, with nbgrader's own settings, and nbgrader finds the version written.
    """
    engine = create_engine(url)
    with engine.begin() as db:
        if not inspect(db).get_table_names():
            api.Base.metadata.create_all(db)
            VERSION.create(db)
            db.execute(VERSION.insert().values(version_num=_newest_schema()))
    engine.dispose()
    api.Gradebook(url, course_id).close()


def _newest_schema() -> str | None:
    """The name of the schema that nbgrader's tables are of, for those who change old gradebooks into new ones."""
    from alembic.config import Config as Settings
    from alembic.script import ScriptDirectory

    settings = Settings()
    settings.set_main_option("script_location", dbutil.ALEMBIC_DIR)
    return ScriptDirectory.from_config(settings).get_current_head()


def _sqlite_leaves_transactions_to_us(connection: Any, _record: Any) -> None:
    connection.isolation_level = None


def _sqlite_writes_from_the_start(connection: Any) -> None:
    """Two writers wait for each other at the start of a transaction, where waiting helps, and never in its middle."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def time_of(text: str) -> datetime:
    """A written time as nbgrader reads it: in UTC, without saying so."""
    return parse_utc(text)


class LatePenalties:
    """The course's own rule for late work, called as nbgrader's AssignLatePenalties calls it."""

    def __init__(self, config: Config) -> None:
        from nbgrader.preprocessors import AssignLatePenalties

        self.rule = AssignLatePenalties(config=config)
        self.rule.init_plugin()

    def __call__(self, learner: str, score: float, seconds: float) -> float | None:
        """The points to take off: None for no penalty, else between 0 and the score."""
        if not self.rule.enabled:
            return None
        penalty = self.rule.plugin_inst.late_submission_penalty(learner, score, seconds)
        return (
            None if penalty is None else self.rule._check_late_penalty(SimpleNamespace(score=score), penalty)  # noqa: SLF001  (nbgrader's own bounds)
        )
