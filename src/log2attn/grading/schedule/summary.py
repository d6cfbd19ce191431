"""A grading run in words and numbers: what was chosen, what became of each notebook, what waits and what is missing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field

from log2attn.grading.model import BROKEN, Verdict


@dataclass(frozen=True)
class Choice:
    """What to grade. Empty means all."""

    assignments: tuple[str, ...] = ()
    student: str = ""
    notebook: str = "*"
    jobs: int = 0
    figures: str = ""
    again: bool = False  # also what has not changed
    protected_only: bool = False  # what only a learner's own process could mark is left to a person


@dataclass(frozen=True)
class Graded:
    """What became of one notebook.

    verdict  None if it was lost: ``trouble`` says why, the marks before stay
    trouble  why a person must look at it; "" if none must
    new      False if nothing had changed
    """

    learner: str
    assignment: str
    notebook: str
    verdict: Verdict | None
    trouble: str = ""
    new: bool = True

    @property
    def broken(self) -> bool:
        """The grader's own fault, wholly or in part."""
        return self.verdict is None or any(item.outcome == BROKEN for item in self.verdict.items)

    def __str__(self) -> str:
        return f"{self.learner} · {self.assignment} · {self.notebook}"


@dataclass
class Summary:
    """A run as it goes. ``total`` is known once the submissions have been looked through.

    same     how many notebooks had not changed
    waiting  those of them at which a person must look: learner · assignment · notebook → why
    broken   how many of those lack a mark by the grader's or the course's fault
    missing  why something that was handed in, or a notebook of the course, has no marks at all
    tests    assignment · notebook · test → what is wrong with the test: it cannot be marked, or an untouched notebook earns its points
    notes    what was put right or left over
    """

    level: str = ""
    total: int = 0
    same: int = 0
    waiting: dict[str, str] = field(default_factory=dict)
    broken: int = 0
    missing: list[str] = field(default_factory=list)
    tests: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def ok(self, done: Iterable[Graded]) -> bool:
        """Whether every mark is there or waits for a person in the gradebook."""
        return not (self.missing or self.broken or any(one.broken for one in done))

    def troubles(self, done: Iterable[Graded]) -> Iterator[str]:
        """Why a person must look, each reason once with all whom it concerns, from this run and from earlier ones; then what else is to be said, line by line."""
        whose: dict[str, list[str]] = {}
        for one in done:
            if one.trouble:
                whose.setdefault(one.trouble, []).append(str(one))
        for who, why in self.waiting.items():
            whose.setdefault(why, []).append(who)
        tests: dict[str, list[str]] = {}
        for test, why in self.tests.items():
            tests.setdefault(why, []).append(test)
        for why, places in whose.items():
            them = "it" if len(places) == 1 else "them"
            said = f"{', '.join(tests[why])}, see below" if why in tests else why
            yield f"{', '.join(places)}: a person must look at {them}: {said}"
        for why, named in tests.items():
            yield f"{', '.join(named)}: {why}"
        yield from dict.fromkeys((*self.notes, *self.missing))

    def in_words(self, done: Iterable[Graded]) -> str:
        """The last line of a run."""
        done = list(done)
        new = sum(bool(one.trouble) for one in done)
        said = [f"{len(done)} notebooks graded, {self.same} unchanged."]
        if new or self.waiting:
            earlier = f" ({len(self.waiting)} of them since an earlier run)" if self.waiting else ""
            waits = new + len(self.waiting)
            said.append(f"{waits} need{'s' * (waits == 1)} a person{earlier}; the lines above say why.")
        else:
            said.append("None needs a person beyond the written answers.")
        items = [item for one in done if one.verdict for item in one.verdict.items]
        if unprotected := sum(item.unprotected for item in items):
            said.append(f"{unprotected} marks were given without protection; the lines on tests say why.")
        if self.missing:
            said.append(f"Not marked: {len(self.missing)}; see above.")
        return " ".join(said)

    def as_json(self, done: Iterable[Graded]) -> str:
        """What became of each notebook, for machines."""
        notebooks = [
            {
                "learner": one.learner,
                "assignment": one.assignment,
                "notebook": one.notebook,
                "score": None if one.verdict is None else one.verdict.score,
                "trouble": one.trouble,
                "repairs": [] if one.verdict is None else one.verdict.repairs,
                "seconds": None if one.verdict is None else round(one.verdict.seconds, 3),
                "items": [] if one.verdict is None else [asdict(item) for item in one.verdict.items],
            }
            for one in done
        ]
        return json.dumps(
            {
                "level": self.level,
                "unchanged": self.same,
                "waiting": self.waiting,
                "missing": self.missing,
                "tests": self.tests,
                "notes": self.notes,
                "notebooks": notebooks,
            },
            indent=1,
        )
