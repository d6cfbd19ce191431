"""How much work a lesson does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support import DAY_2, LATER, LATER_ANSWERS

from log2attn.core.layout import Layout
from log2attn.jobs.calibrate import calibrate
from log2attn.learn import effort
from log2attn.proving.days import read_course, read_days


def test_a_learner_gets_all_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without LOG2ATTN_EFFORT lessons train in full; inside tiny() they do as little as they can, and after it as before."""
    monkeypatch.delenv(effort.VARIABLE, raising=False)
    assert effort.full()
    with effort.tiny():
        assert not effort.full()
        with effort.tiny():
            pass
        assert not effort.full()
    assert effort.full()
    assert effort.VARIABLE not in os.environ


def test_answers_are_tried_with_little(mini: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    """prove, build, mutate and calibrate run a lesson with tiny trainings; as a program it runs in full."""
    monkeypatch.delenv(effort.VARIABLE, raising=False)
    mini.package.mkdir(parents=True)
    said = "from log2attn.learn.effort import full\n\nsteps = 1200 if full() else 20\n"
    lesson = LATER.replace("import numpy as np\n", f"import numpy as np\n{said}")
    lesson = lesson.replace(
        "# Hidden checks: other numbers.",
        "# Hidden checks: other numbers.\nassert steps == 20 and not full()",
    )
    session = mini.lessons / "phase-1-small" / f"{DAY_2}.py"
    session.write_text(lesson)
    session.with_name(f"{DAY_2}.answers.py").write_text(LATER_ANSWERS)
    (day,) = read_days(mini, read_course(mini), [2])
    assert day.bench.names_above(day.lesson.exercises[0])["steps"] == 20
    assert all(day.bench.trial(exercise).passed for exercise in day.lesson.exercises)
    assert effort.full()
    results = list(calibrate(mini, ["2"], {"lock": Path(sys.executable)}))
    assert [result.failed for _, result, _ in results] == [{"lock": []}, {"lock": []}]
    whole = subprocess.run([sys.executable, session], capture_output=True, text=True, check=False)
    assert "assert steps == 20" in whole.stderr, "as a program, the same line sees 1200 steps"
