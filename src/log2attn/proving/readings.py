"""Readings: is a mistake's sentence true of every machine-made change that would be shown it? A person reads each pair once.

What was judged is kept beside the day's answers, by content: with other words, or for another program, a pair is new.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from log2attn.core.course import Day
from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.core.lines import json_lines
from log2attn.proving.days import WrittenDay
from log2attn.proving.proofs import LOCK, mutation_content, read_proofs, versions_of

TRUE, FALSE = "true", "false"


@dataclass(frozen=True)
class Pair:
    """A change of the worked solution, and the sentence that its author would read."""

    exercise: str
    change: str
    says: str

    @property
    def key(self) -> str:
        text = f"{self.exercise}\n{self.change}\n{self.says}"
        return hashlib.blake2s(text.encode(), digest_size=5).hexdigest()


@dataclass
class Readings:
    """A day's pairs, and what was judged of them.

    pairs    grouped by exercise and sentence, in the order of the answers file
    judged   key → "true" or "false"
    stale    exercises whose mutants have not been tried since they changed: their pairs are not known
    """

    path: Path
    pairs: list[Pair] = field(default_factory=list)
    judged: dict[str, str] = field(default_factory=dict)
    stale: list[str] = field(default_factory=list)

    @property
    def unread(self) -> list[Pair]:
        return [pair for pair in self.pairs if pair.key not in self.judged]

    @property
    def false(self) -> list[Pair]:
        return [pair for pair in self.pairs if self.judged.get(pair.key) == FALSE]

    @property
    def true(self) -> list[Pair]:
        return [pair for pair in self.pairs if self.judged.get(pair.key) == TRUE]

    def judge(self, pairs: Iterable[Pair], what: str) -> None:
        """Note what was judged of some pairs, and write it down. Judgments of pairs that are gone are dropped."""
        self.judged |= {pair.key: what for pair in pairs}
        kept = {p.key: [self.judged[p.key], p.exercise, p.change] for p in self.pairs if p.key in self.judged}
        # An exercise whose pairs are not known now keeps its judgments.
        old = _read(self.path)
        kept |= {key: entry for key, entry in old.items() if key not in kept and entry[1] in self.stale}
        self.path.write_text(json_lines(kept, depth=1), encoding="utf-8")


def readings_of(layout: Layout, day: WrittenDay) -> Readings:
    """The pairs of a day, from the results that ``log2attn mutate`` keeps, and what is written down of them."""
    proofs, path = read_proofs(layout.proofs(day.day)), readings_file(layout, day.day)
    readings = Readings(path, judged={key: entry[0] for key, entry in _read(path).items()})
    versions = {**proofs.versions, LOCK: versions_of()}
    for exercise in day.lesson.exercises:
        found = proofs.mutation.get(exercise.id)
        if found is None or found.content != mutation_content(day, exercise, versions):
            readings.stale.append(exercise.id)
            continue
        says = [mistake.says for mistake in day.answers.of[exercise.id].mistakes]
        for n, sentence in enumerate(says, 1):
            changes = dict.fromkeys(change for change, numbers in found.told if n in numbers)
            readings.pairs += [Pair(exercise.id, change, sentence) for change in changes]
    return readings


def readings_file(layout: Layout, day: Day) -> Path:
    """Where a day's judgments stand: beside its lesson."""
    return layout.lesson(day).with_suffix(".readings.json")


def judged(layout: Layout, day: Day) -> Counter[str]:
    """How many of a day's pairs were judged "true", and how many "false"."""
    return Counter(entry[0] for entry in _read(readings_file(layout, day)).values())


def _read(path: Path) -> dict[str, list[str]]:
    if not path.exists():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {str(k): [str(part) for part in v] for k, v in found.items() if v[0] in (TRUE, FALSE) and v[1]}
    except (ValueError, AttributeError, IndexError, TypeError) as error:
        raise CourseError(
            "The readings of this day cannot be read.",
            where=str(path),
            then='Each entry reads "key": ["true" or "false", exercise, change]. Mend the line, or take the file from git again.',
        ) from error
