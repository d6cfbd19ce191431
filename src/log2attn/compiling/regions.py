"""Solution regions and hidden tests: nbgrader's markers, and all that is read between them."""

from __future__ import annotations

BEGIN_SOLUTION, END_SOLUTION = "### BEGIN SOLUTION", "### END SOLUTION"
BEGIN_HIDDEN, END_HIDDEN = "### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"


def solution_lines(source: str) -> list[int]:
    """The lines (from 1) of an answer cell that the learner writes: those between the markers."""
    own, inside = [], False
    for n, line in enumerate(source.splitlines(), 1):
        if line.strip() in (BEGIN_SOLUTION, END_SOLUTION):
            inside = line.strip() == BEGIN_SOLUTION
        elif inside:
            own.append(n)
    return own


def solution(source: str) -> list[str]:
    """The text of those lines."""
    lines = source.splitlines()
    return [lines[n - 1] for n in solution_lines(source)]


def is_whole(source: str) -> bool:
    """Whether a cell has a solution region, and each that begins ends."""
    marks = [line.strip() for line in source.splitlines() if line.strip() in (BEGIN_SOLUTION, END_SOLUTION)]
    return bool(marks) and marks == [BEGIN_SOLUTION, END_SOLUTION] * (len(marks) // 2)


def solved(source: str) -> str:
    """An answer cell without its markers: the worked solution."""
    return "\n".join(
        line for line in source.splitlines() if line.strip() not in (BEGIN_SOLUTION, END_SOLUTION)
    )


def stub(source: str) -> str:
    """An answer cell as the learner first sees it: each region replaced by a NotImplementedError."""
    own = solution_lines(source)
    kept = (line for n, line in enumerate(source.splitlines(), 1) if n not in own)
    return "\n".join(
        line.replace(BEGIN_SOLUTION, "raise NotImplementedError")
        for line in kept
        if line.strip() != END_SOLUTION
    )
