"""What one run of a test came to, and the points that gives."""

from __future__ import annotations

import math
import numbers
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np

from log2attn.grading.model import PlanCell
from log2attn.grading.tester.contract import Contract


@dataclass
class Outcome:
    """What one run of a test cell came to.

    credit  what its last line gave, if that is a number
    ours    whether ``message`` is the grader's own, with nothing of a test or of the learner's code in it: names of errors can be forged
    dead    whether the worker is lost: later items need a fresh one
    """

    passed: bool
    error: str = ""
    message: str = ""
    line: int = 0
    detail: str = ""
    printed: str = ""
    credit: float | None = None
    changed: bool = False
    behavior: dict[str, Any] | None = None
    ours: bool = False
    dead: bool = False


def not_run(error: str, message: str) -> Outcome:
    """The outcome of a test that was not run, in the grader's own words."""
    return Outcome(passed=False, error=error, message=message, ours=True)


def credit_of(value: Any) -> float | None:
    """The points that a test's last value gives: of any real number, whatever its type; not a number is 0 points.

    None for a value that is no number. A truth value is none: stock nbgrader, which reads what is shown, does not take it for one.
    """
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value[()]
    if isinstance(value, bool | np.bool_) or not isinstance(value, numbers.Real | Decimal):
        return None
    try:
        credit = float(value)
    except (ValueError, OverflowError, TypeError):
        return None
    return 0.0 if math.isnan(credit) else credit


def gives_points(outcome: Outcome, cell: PlanCell) -> bool:
    """Whether the test's last line gave a number that its points can be."""
    return outcome.credit is not None and 0 <= outcome.credit <= cell.points


def score_of(cell: PlanCell, outcome: Outcome, contract: Contract) -> float:
    """The points of a test: all or nothing, or what its last line gives, if the reference's gives points."""
    if not outcome.passed:
        return 0.0
    # Where the reference's last line gives points, an answer whose last line gives none has earned none.
    return min(max(outcome.credit or 0.0, 0.0), cell.points) if cell.id in contract.partial else cell.points
