"""What has been proved, kept by content: a day's results stand in docs/proofs/day-NN.json, and docs/proof.md shows them all.

A result belongs to the exact texts, mutants and versions it was found with. While they stand, it need not be found again;
when one changes, the result is stale.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path

from log2attn.compiling.lesson import Exercise
from log2attn.compiling.toolbox import toolbox_texts
from log2attn.core.errors import CourseError
from log2attn.core.lines import json_lines
from log2attn.proving.days import WrittenDay
from log2attn.proving.mutants import mutants

RECOGNITION = (
    "outputs"  # how mistakes are recognized (docs/decisions/13): with another way, other mutants are named
)
LOCK = "lock"  # the version set of requirements.lock, which this interpreter stands for
# What numbers, pictures and their rounding depend on.
PACKAGES = ("numpy", "scipy", "sympy", "matplotlib", "seaborn")
ASK = f"""
import sys
from importlib.metadata import version
print(", ".join([f"Python {{sys.version_info[0]}}.{{sys.version_info[1]}}", *(f"{{name}} {{version(name)}}" for name in {PACKAGES})]))
"""


@dataclass(frozen=True)
class Mutation:
    """What became of an exercise's mutants.

    content     the digest of what this was found with: texts, mutants, versions
    mutants     how many there were
    by_visible, by_hidden   caught by the visible check; by the hidden one, the visible one having let them through
    named       of the caught ones, those that behave like a named mistake: the learner reads its sentence
    equivalent  (change, reason) of those that are no mistakes
    survived    the changes that no check noticed
    told        (change, numbers of the mistakes whose sentences its author would read) of the named ones
    slips       newcomer's slips made by machine: fate → how many have it
    """

    content: str
    mutants: int
    by_visible: int
    by_hidden: int
    named: int
    equivalent: list[tuple[str, str]] = field(default_factory=list)
    survived: list[str] = field(default_factory=list)
    told: list[tuple[str, list[int]]] = field(default_factory=list)
    slips: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Calibration:
    """Whether right answers pass for many course seeds.

    content   the digest of what this was found with: texts and versions
    answers   how many right answers, the reference included
    seeds     how many course seeds
    failed    version set → what failed, in words; an empty list is what it should be
    """

    content: str
    answers: int
    seeds: int
    failed: dict[str, list[str]]


@dataclass(frozen=True)
class Marking:
    """Whether the grader can mark a day: the reference earns all points through it, stubs earn none.

    content   stands for the source notebook this was found with
    faults    what stands in the way, in words; none is what it should be
    """

    content: str
    faults: list[str]


@dataclass(frozen=True)
class Release:
    """That a released notebook is what nbgrader makes of its source.

    content   the digest of the source, of nbgrader's settings and of its version
    made      the digest of the release that came out
    """

    content: str
    made: str


@dataclass
class Proofs:
    """A day's results: of mutation and calibration exercise by exercise, of marking and release for the day.

    runs      what the tests ran whole and without a fault → the digest of what they ran
    minutes   of the core path, by the count; before them the digest of what was counted
    versions   version set ("lock", "colab") → the Python and packages the results were found with
    """

    path: Path
    versions: dict[str, str] = field(default_factory=dict)
    mutation: dict[str, Mutation] = field(default_factory=dict)
    calibration: dict[str, Calibration] = field(default_factory=dict)
    marking: Marking | None = None
    release: Release | None = None
    runs: dict[str, str] = field(default_factory=dict)
    minutes: tuple[str, float] | None = None

    def text(self, exercises: Iterable[str]) -> str:
        """The results of these exercises, in their order; results of exercises that are gone are dropped."""
        order = list(exercises)
        return json_lines(
            {
                "versions": dict(sorted(self.versions.items(), reverse=True)),
                "mutation": {id: asdict(self.mutation[id]) for id in order if id in self.mutation},
                "calibration": {id: asdict(self.calibration[id]) for id in order if id in self.calibration},
                "marking": asdict(self.marking) if self.marking else None,
                "release": asdict(self.release) if self.release else None,
                "runs": dict(sorted(self.runs.items())),
                "minutes": self.minutes,
            },
            depth=4,
        )

    def save(self, exercises: Iterable[str]) -> None:
        """Write that text, at once or not at all."""
        text = self.text(exercises)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        new = self.path.with_name(f".{self.path.name}.new")
        new.write_text(text, encoding="utf-8")
        new.replace(self.path)


def read_proofs(path: Path) -> Proofs:
    """The results kept of a day so far; none if the file is missing. Raises CourseError for a file that cannot be read."""
    if not path.exists():
        return Proofs(path)
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return Proofs(
            path,
            raw["versions"],
            {
                id: Mutation(
                    **{
                        **r,
                        "equivalent": [tuple(pair) for pair in r["equivalent"]],
                        "told": [tuple(pair) for pair in r.get("told", [])],
                    }
                )
                for id, r in raw["mutation"].items()
            },
            {id: Calibration(**r) for id, r in raw["calibration"].items()},
            Marking(**raw["marking"]) if raw.get("marking") else None,
            Release(**raw["release"]) if raw.get("release") else None,
            raw.get("runs", {}),
            tuple(raw["minutes"]) if raw.get("minutes") else None,
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CourseError(
            f"These kept results cannot be read: {error}.",
            where=str(path),
            then="Take the file from git again, or delete it and prove the day again: log2attn mutate, log2attn calibrate, log2attn build.",
        ) from error


@cache
def versions_of(python: Path = Path(sys.executable)) -> str:
    """What an interpreter runs the checks with: "Python 3.11, numpy 2.4.6, …"."""
    done = subprocess.run([python, "-c", ASK], capture_output=True, text=True, check=False)
    if done.returncode:
        raise CourseError(
            f"This Python lacks what the lessons need: {done.stderr.strip().splitlines()[-1]}",
            where=str(python),
            then="Run: make setup, or for the second version set: make calibrate",
        )
    return done.stdout.strip()


def mutation_content(day: WrittenDay, exercise: Exercise, versions: dict[str, str]) -> str:
    """The digest of all that decides what becomes of an exercise's mutants: texts, the mutants themselves, the versions."""
    answers = day.answers.of[exercise.id]
    return _digest(
        *texts_of(day, exercise),
        *(mistake.source for mistake in answers.mistakes),
        *(part for pair in answers.equivalent for part in pair),
        *(mutant.source for mutant in mutants(exercise.answer.source)),
        versions.get(LOCK, ""),
        RECOGNITION,
    )


def calibration_content(day: WrittenDay, exercise: Exercise, versions: dict[str, str]) -> str:
    """The digest of all that decides whether right answers pass: texts, and the versions of every version set."""
    return _digest(*texts_of(day, exercise), *(part for pair in sorted(versions.items()) for part in pair))


def texts_of(day: WrittenDay, exercise: Exercise) -> list[str]:
    """The cells above and the checks, the right answers, and the toolbox's functions that any of them imports."""
    above = [cell.source for cell in day.lesson.cells if cell.is_code and cell.line <= exercise.hidden.line]
    texts = [*above, day.answers.preamble, *day.answers.of[exercise.id].also_right]
    return [*texts, *toolbox_texts(texts)]


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
