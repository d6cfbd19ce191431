"""When learners handed in, and what the course takes off for late work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from log2attn.grading.ledger.rows import Rows
from log2attn.grading.ledger.schema import GRADE, HANDED_IN, SCORE, SUBMISSION
from log2attn.grading.ledger.statements import change

Penalty = Callable[[str, float, float], float | None]  # learner, score, seconds late → points to take off


def utc(moment: datetime) -> datetime:
    """As nbgrader keeps it: in UTC, without saying so."""
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


def settle(
    rows: Rows,
    notebooks: list[tuple[str, str]],
    times: Mapping[str, datetime],
    penalty: Penalty,
) -> None:
    """Enter when each learner handed in, and what the course takes off each (learner, notebook) that is late, as deadline and extensions are now."""
    change(
        rows.db,
        SUBMISSION,
        [
            {"id_": row.id, "timestamp": times[who]}
            for who, row in rows.submissions.items()
            if who in times and row.timestamp != times[who]
        ],
    )
    late = _late(rows, times)
    mine = {key: rows.handed_in[key] for key in notebooks}
    scores: dict[int, float] = {}
    if ids := [row.id for (who, _), row in mine.items() if who in late]:
        scores = dict(
            rows.db.execute(
                select(GRADE.c.notebook_id, func.coalesce(func.sum(SCORE), 0.0))
                .where(GRADE.c.notebook_id.in_(ids))
                .group_by(GRADE.c.notebook_id)
            ).all()
        )
    new = [
        (row, penalty(who, scores.get(row.id, 0.0), late[who]) if who in late else None)
        for (who, _), row in mine.items()
    ]
    change(
        rows.db,
        HANDED_IN,
        [
            {"id_": row.id, "late_submission_penalty": off}
            for row, off in new
            if row.late_submission_penalty != off
        ],
    )


def _late(rows: Rows, times: Mapping[str, datetime]) -> dict[str, float]:
    """Learner → by how many seconds they are late, for those who are."""
    found: dict[str, float] = {}
    for who, row in rows.submissions.items():
        when = times.get(who, row.timestamp)
        if rows.duedate and when:
            seconds = (when - rows.duedate - (row.extension or timedelta())).total_seconds()
            found |= {who: seconds} if seconds > 0 else {}
    return found
