"""The statements that write rows of the gradebook, many at a time."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Table, bindparam, insert, update
from sqlalchemy.dialects import postgresql, sqlite


def new_id() -> str:
    return uuid4().hex


def put(db: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        db.execute(insert(table), rows)


def put_new(db: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Insert what is not there yet; another writer may have been first."""
    if rows:
        make = postgresql.insert if db.dialect.name == "postgresql" else sqlite.insert
        db.execute(make(table).on_conflict_do_nothing(), rows)


def change(db: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Rows by ``id_``; all of them set the same columns."""
    if rows:
        columns = [name for name in rows[0] if name != "id_"]
        db.execute(
            update(table)
            .where(table.c.id == bindparam("id_"))
            .values({name: bindparam(name) for name in columns}),
            rows,
        )
