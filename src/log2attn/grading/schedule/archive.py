"""Verdicts remembered by content, so that grading again does only what changed, and an interrupted run goes on where it stopped."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import sqlite3
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict, astuple
from pathlib import Path
from types import TracebackType
from typing import Self

from log2attn.grading.intake.files import find_notebooks, fingerprint
from log2attn.grading.limits import Limits
from log2attn.grading.model import Item, Plan, Verdict
from log2attn.grading.tester.tester import Contract

VERSION = 1  # raised when the grader may judge otherwise than before
LIBRARIES = ("numpy", "scipy", "sympy", "matplotlib", "seaborn", "pandas")
TABLES = """
create table if not exists verdict (key text primary key, said text not null) without rowid;
create table if not exists standing (learner text, assignment text, notebook text, key text not null, primary key (learner, assignment, notebook)) without rowid;
create table if not exists contract (key text primary key, said text not null) without rowid;
create table if not exists folder (key text primary key, said text not null) without rowid;
"""


def key_of(plan: Plan, limits: Limits, figures: str, files: bytes = b"", submission: bytes = b"") -> str:
    """Stands for all that a verdict depends on: tests, limits, versions, files, and the learner's own notebook."""
    versions = [sys.version.split()[0], *(f"{name} {_version(name)}" for name in LIBRARIES)]
    text = json.dumps(
        [VERSION, plan.digest, astuple(limits), figures, versions, hashlib.sha256(files).hexdigest()]
    )
    return hashlib.sha256(text.encode() + hashlib.sha256(submission).digest()).hexdigest()


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


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

    def standing(self, assignment: str) -> dict[tuple[str, str], str]:
        """(learner, notebook) → the key of the verdict that is in the gradebook."""
        rows = self.db.execute(
            "select learner, notebook, key from standing where assignment = ?", (assignment,)
        )
        return {(learner, notebook): key for learner, notebook, key in rows}

    def verdict(self, key: str) -> Verdict | None:
        row = self.db.execute("select said from verdict where key = ?", (key,)).fetchone()
        return None if row is None else verdict_from(json.loads(row[0]))

    def keep(self, key: str, verdict: Verdict) -> None:
        self.db.execute("insert or replace into verdict values (?, ?)", (key, json.dumps(asdict(verdict))))

    def stands(self, entries: Iterable[tuple[str, str, str, str]]) -> None:
        """Note (learner, assignment, notebook, key) of verdicts that the gradebook has taken."""
        self.db.executemany("insert or replace into standing values (?, ?, ?, ?)", entries)
        self.db.commit()

    def contract(self, key: str) -> Contract | None:
        row = self.db.execute("select said from contract where key = ?", (key,)).fetchone()
        return None if row is None else Contract.of_data(json.loads(row[0]))

    def keep_contract(self, key: str, contract: Contract) -> None:
        self.db.execute(
            "insert or replace into contract values (?, ?)", (key, json.dumps(contract.as_data()))
        )
        self.db.commit()

    def notebooks(self, folder: Path, plans: Mapping[str, Plan]) -> tuple[dict[str, Path], dict[Path, str]]:
        """What ``find_notebooks`` says of a submitted folder. It parses a folder once, and again when something in it has changed."""
        key = f"{VERSION} {fingerprint(folder, plans)}"
        row = self.db.execute("select said from folder where key = ?", (key,)).fetchone()
        if row is not None:
            found, notes = json.loads(row[0])
            return {name: folder / path for name, path in found.items()}, {
                folder / path: why for path, why in notes.items()
            }
        found, notes = find_notebooks(folder, plans)
        said = [
            {name: str(path.relative_to(folder)) for name, path in found.items()},
            {str(path.relative_to(folder)): why for path, why in notes.items()},
        ]
        self.db.execute("insert or replace into folder values (?, ?)", (key, json.dumps(said)))
        self.db.commit()
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
