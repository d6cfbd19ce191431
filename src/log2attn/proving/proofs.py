"""What has been proved, kept by content: docs/proof.json holds the results, docs/proof.md shows them.

A result belongs to the exact text it was found with. While that text stands, it need not be found again; when it changes, the result is stale.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from log2attn.compiling.lesson import Exercise
from log2attn.proving import mutants, numeric_mutants
from log2attn.proving.days import WrittenDay


@dataclass(frozen=True)
class Mutation:
    """What became of an exercise's mutants.

    content     the digest of the texts this was found with
    mutants     how many there were
    by_visible, by_hidden   caught by the visible check; by the hidden one, the visible one having let them through
    named       of the caught ones, those that behave like a named mistake: the learner reads its sentence
    equivalent  (change, reason) of those that are no mistakes
    survived    the changes that no check noticed
    """

    content: str
    mutants: int
    by_visible: int
    by_hidden: int
    named: int
    equivalent: list[tuple[str, str]] = field(default_factory=list)
    survived: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Calibration:
    """Whether right answers pass for many course seeds.

    content   the digest of the texts this was found with
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


@dataclass
class Proofs:
    """All results: of mutation and calibration exercise by exercise, of marking day by day."""

    path: Path
    mutation: dict[str, Mutation] = field(default_factory=dict)
    calibration: dict[str, Calibration] = field(default_factory=dict)
    marking: dict[str, Marking] = field(default_factory=dict)

    def save(self, order: list[str]) -> None:
        """Write the results of the exercises in ``order``; results of exercises that are gone are dropped."""
        kept = {
            kind: {id: asdict(results[id]) for id in order if id in results}
            for kind, results in (("mutation", self.mutation), ("calibration", self.calibration))
        }
        kept["marking"] = {slug: asdict(found) for slug, found in sorted(self.marking.items())}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read_proofs(path: Path) -> Proofs:
    """The results kept so far; none if the file is missing."""
    if not path.exists():
        return Proofs(path)
    raw = json.loads(path.read_text(encoding="utf-8"))
    return Proofs(
        path,
        {
            id: Mutation(**{**r, "equivalent": [tuple(pair) for pair in r["equivalent"]]})
            for id, r in raw["mutation"].items()
        },
        {id: Calibration(**r) for id, r in raw["calibration"].items()},
        {slug: Marking(**r) for slug, r in raw.get("marking", {}).items()},
    )


def content_of(day: WrittenDay, exercise: Exercise, *, mutation: bool) -> str:
    """The digest of every text that decides a result: the cells above, the checks, the answers, and (for mutation) the machine that mutates."""
    above = [cell.source for cell in day.lesson.cells if cell.is_code and cell.line <= exercise.hidden.line]
    answers = day.answers.of[exercise.id]
    parts = [*above, day.answers.preamble, *answers.also_right]
    if mutation:
        parts += [m.source for m in answers.mistakes]
        parts += [part for pair in answers.equivalent for part in pair]
        parts += [Path(module.__file__).read_text(encoding="utf-8") for module in (mutants, numeric_mutants)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
