"""Verdicts remembered by content, so that grading again does only what changed, and an interrupted run goes on where it stopped."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from log2attn.grading.intake.files import find_notebooks, fingerprint
from log2attn.grading.model import Item, Plan, Verdict
from log2attn.grading.schedule.key import grader

TABLES = """
create table if not exists verdict (key text primary key, said text not null) without rowid;
create table if not exists entered (learner text, assignment text, notebook text, key text not null, file text not null, trouble text not null, broken integer not null,
  primary key (learner, assignment, notebook)) without rowid;
create table if not exists rehearsal (key text primary key, said text not null) without rowid;
create table if not exists folder (key text primary key, said text not null) without rowid;
create table if not exists source (key text primary key, said text not null) without rowid;
create table if not exists settled (what text primary key, said text not null) without rowid;
drop table if exists standing;
drop table if exists contract;
"""


@dataclass(frozen=True)
class Entered:
    """What the gradebook has taken of one notebook.

    key      of its verdict
    file     it was read from, below the learner's folder
    trouble  why a person must look; "" if none must
    broken   whether the grader, or the course, is at fault: a mark is missing
    """

    key: str
    file: str
    trouble: str = ""
    broken: bool = False


class Archive:
    """``with Archive(path) as archive``. A file that cannot be used is begun anew: nothing is in it that cannot be found out again."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> Self:
        self.path.parent.mkdir(exist_ok=True)
        try:
            self._open()
        except sqlite3.DatabaseError:
            self.path.unlink()
            self._open()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.db.commit()
        self.db.close()

    def _open(self) -> None:
        self.db = sqlite3.connect(self.path)
        self.db.executescript("pragma journal_mode = wal; pragma synchronous = normal;" + TABLES)

    def entered(self, assignment: str) -> dict[tuple[str, str], Entered]:
        """(learner, notebook) → what is in the gradebook."""
        rows = self.db.execute(
            "select learner, notebook, key, file, trouble, broken from entered where assignment = ?",
            (assignment,),
        )
        return {
            (who, name): Entered(key, file, why, bool(broken)) for who, name, key, file, why, broken in rows
        }

    def verdict(self, key: str) -> Verdict | None:
        said = self._said("verdict", "key", key)
        return None if said is None else verdict_from(json.loads(said))

    def keep(self, key: str, verdict: Verdict) -> None:
        self.db.execute("insert or replace into verdict values (?, ?)", (key, json.dumps(asdict(verdict))))

    def enters(self, learner: str, assignment: str, notebook: str, what: Entered) -> None:
        """Note a verdict that the gradebook has taken."""
        row = (learner, assignment, notebook, what.key, what.file, what.trouble, what.broken)
        self.db.execute("insert or replace into entered values (?, ?, ?, ?, ?, ?, ?)", row)

    def saved(self) -> None:
        """What was noted so far survives whatever comes."""
        self.db.commit()

    def rehearsal(self, key: str) -> dict[str, Any] | None:
        return None if (said := self._said("rehearsal", "key", key)) is None else json.loads(said)

    def keep_rehearsal(self, key: str, said: dict[str, Any]) -> None:
        self._keep("rehearsal", key, json.dumps(said))

    def source(self, key: str) -> str | None:
        return self._said("source", "key", key)

    def keep_source(self, key: str, said: str) -> None:
        self._keep("source", key, said)

    def settled(self, what: str) -> str | None:
        """The state of something at the end of the last run, under whatever name it was noted."""
        return self._said("settled", "what", what)

    def settles(self, what: str, said: str) -> None:
        self._keep("settled", what, said)

    def _said(self, table: str, column: str, key: str) -> str | None:
        row = self.db.execute(f"select said from {table} where {column} = ?", (key,)).fetchone()  # noqa: S608  (names of our own)
        return None if row is None else row[0]

    def _keep(self, table: str, key: str, said: str) -> None:
        self.db.execute(f"insert or replace into {table} values (?, ?)", (key, said))  # noqa: S608  (as above)
        self.db.commit()

    def notebooks(
        self, folder: Path, plans: Mapping[str, Plan], aside: Collection[str] = ()
    ) -> tuple[dict[str, Path], dict[Path, str]]:
        """What ``find_notebooks`` says of a submitted folder. It parses a folder once, and again when something in it has changed."""
        key = f"{grader()} {fingerprint(folder, plans, aside)}"
        if (kept := self._said("folder", "key", key)) is not None:
            found, notes = json.loads(kept)
            return {name: folder / path for name, path in found.items()}, {
                folder / path: why for path, why in notes.items()
            }
        found, notes = find_notebooks(folder, plans, aside)
        said = [
            {name: str(path.relative_to(folder)) for name, path in found.items()},
            {str(path.relative_to(folder)): why for path, why in notes.items()},
        ]
        self._keep("folder", key, json.dumps(said))
        return found, notes


def verdict_from(said: dict) -> Verdict:
    """A verdict that was stored as plain data."""
    return Verdict(
        [Item(**item) for item in said["items"]],
        {int(place): shown for place, shown in said["outputs"].items()},
        said["repairs"],
        said["queue"],
        said["seconds"],
    )
