"""An author's path: a day is begun, and told what it still needs until nothing is missing."""

import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest
from support import DAY_2, LATER, LATER_ANSWERS

from log2attn.compiling.lesson import from_text, to_text
from log2attn.compiling.skeleton import lesson_skeleton
from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.jobs.build import build
from log2attn.jobs.calibrate import calibrate
from log2attn.jobs.lint import lint
from log2attn.jobs.mutate import mutate
from log2attn.jobs.new import new
from log2attn.jobs.prove import prove
from log2attn.jobs.readings import judge, readings
from log2attn.jobs.ready import ready
from log2attn.proving.days import read_course, read_days

STEPS = [
    "every TODO is filled",
    "no other day has its functions",
    "it runs as a program, without a warning",
    "the hours are kept",
    "notation and vocabulary come on their days",
    "the rest of the house style holds",
    "right answers pass, mistakes are caught and recognized",
    "its figures can be read",
    "its checks notice every small change",
    "its near misses are read",
    "right answers pass for twenty seeds",
    "there is a word for the class",
    "somebody else has walked it",
    "it is no longer planned",
    "it is built",
]


def open_steps(layout: Layout) -> dict[str, list[str]]:
    return {step.name: step.open for step in ready(layout, 2, prove, lint) if step.open}


def test_a_new_day_proves_from_the_first_minute(mini: Layout) -> None:
    """new makes a planned day's two files from course.toml: they read, run, and prove without a fault; what is left says TODO."""
    session, answers = new(mini, 2)
    assert (session.name, answers.name) == (f"{DAY_2}.py", f"{DAY_2}.answers.py")
    assert to_text(from_text(session.read_text())) == session.read_text()
    (day,) = read_days(mini, read_course(mini), [2])
    assert [exercise.id for exercise in day.lesson.exercises] == [
        f"d02-{part}_02" for part in ("learn", "apply", "reflect", "optional")
    ]
    assert [fault for proof in prove(day) for fault in proof.faults] == []
    assert "TODO" in answers.read_text()
    subprocess.run(
        [sys.executable, "-W", "error", "-c", f"import runpy; runpy.run_path({str(session)!r})"], check=True
    )


def test_a_new_day_has_its_anatomy(layout: Layout) -> None:
    """From day 8 on a new day has a warm-up; each names the days it looks back at, the four parts with their minutes, and both ends."""
    course = read_course(layout)
    text = lesson_skeleton(course, course.day(40))
    assert "# # Cross" in text or f"# # {course.day(40).title}" in text
    for day in course.looks_back(course.day(40)):
        assert f"(day {day}: {course.day(day).title})" in text
    for day in course.day(40).needs:
        assert f"needs TODO (day {day})" in text or f", TODO (day {day})" in text
    assert "def review_40(" in text
    assert [line for line in text.splitlines() if line.startswith("# ## ")] == [
        "# ## 1 · Revise · 15 minutes",
        "# ## 2 · Learn · 45 minutes",
        "# ## 3 · Apply · 30 minutes",
        "# ## 4 · Reflect · 30 minutes",
    ]
    assert text.index("*Stop here if the two hours are over") < text.index("### If you have time")


def test_a_begun_day_is_left_alone(mini: Layout) -> None:
    """new never writes over a file: where either exists, it refuses and names the next step; one file alone is a case of its own."""
    session, answers = new(mini, 2)
    with pytest.raises(CourseError, match="has been begun") as error:
        new(mini, 2)
    assert "log2attn ready 2" in error.value.then
    session.unlink()
    before = answers.read_bytes()
    with pytest.raises(CourseError, match="one of its two files") as error:
        new(mini, 2)
    assert not session.exists()
    assert answers.read_bytes() == before
    assert f"Bring {session.name} back" in error.value.then
    assert "log2attn new 2 makes both" in error.value.then


def test_ready_names_the_steps_in_order(mini: Layout) -> None:
    """ready lists every step in the order in which to do it, each with a command; a day without a text is refused."""
    with pytest.raises(CourseError, match="no text yet") as error:
        list(ready(mini, 2, prove, lint))
    assert "log2attn new 2" in error.value.then
    new(mini, 2)
    steps = list(ready(mini, 2, prove, lint))
    assert [step.name for step in steps] == STEPS
    assert all(step.command for step in steps)
    assert f"{DAY_2}.py:" in steps[0].open[0]
    assert not [sentence for step in steps for sentence in step.open if "needs: " in sentence]
    (said,) = [step.open for step in steps if step.name == STEPS[11]]
    assert said == ["There is no in-class.md yet. Begin it: # What to say in class, then ## Day 2."]


def test_ready_says_where_the_program_stops(mini: Layout) -> None:
    """A text that stops as a plain program is named with its file and the line that stops it."""
    session, _ = new(mini, 2)
    text = session.read_text() + "\n# %% author=true\nassert 1 == 2\n"
    session.write_text(text)
    (stops,) = [step.open for step in islice(ready(mini, 2, prove, lint), 3) if step.name == STEPS[2]]
    assert stops == [f"{session.name}:{len(text.splitlines())} AssertionError"]


def test_each_step_closes_when_it_is_done(mini: Layout, tmp_path: Path) -> None:
    """A step is open until it is done, and no longer: TODOs, names, proofs, class, walk, status, build."""
    (mini.package).mkdir(parents=True)
    folder = mini.lessons / "phase-1-small"
    for name, text in ((f"{DAY_2}.py", LATER), (f"{DAY_2}.answers.py", LATER_ANSWERS)):
        (folder / name).write_text(text)
    before = open_steps(mini)
    assert {STEPS[n] for n in (8, 9, 10, 11, 12, 13, 14)} <= set(before)
    assert not {STEPS[n] for n in (0, 1, 2, 6, 7)} & set(before)
    assert any("planned.py still stands in for day 2 (later)" in sentence for sentence in before[STEPS[13]])
    assert before[STEPS[8]] == ["d02-later was never tried.", "d02-earlier was never tried."]

    assert list(mutate(mini, ["2"], jobs=2))
    for _, unread in readings(mini, ["2"]):
        judge(unread, accept=True, false=[])
    assert list(calibrate(mini, ["2"], {"lock": Path(sys.executable)}))
    (folder / "in-class.md").write_text("## Day 2\n\nCount aloud.\n")
    mini.course_file.write_text(mini.course_file.read_text().replace("planned", "written"))
    mini.planned.write_text('"""Nothing is planned."""\n')
    assert before[STEPS[12]] == [
        "docs/walks.md has no row for day 2: how somebody fared who had its notebook only."
    ]
    mini.walks.write_text("| day | tries |\n|---|---|\n| 2 | 9 wrong, 2 right |\n")
    build(mini)
    after = open_steps(mini)
    assert not {STEPS[n] for n in (0, 1, 2, 6, 7, 8, 9, 10, 11, 12, 13, 14)} & set(after)

    path = folder / f"{DAY_2}.py"
    path.write_text(path.read_text().replace("def later(x):", "def double(x):").replace("later(", "double("))
    path.write_text(path.read_text().replace("d02-later", "d02-double"))
    answers = folder / f"{DAY_2}.answers.py"
    answers.write_text(
        answers.read_text().replace("def later", "def double").replace("d02-later", "d02-double")
    )
    with pytest.raises(CourseError, match="asks for double, and so does d01-double"):
        read_days(mini, read_course(mini))
    mini.course_file.write_text(
        mini.course_file.read_text().replace('"written"\nneeds = [1]', '"planned"\nneeds = [1]')
    )
    taken = ["d02-double asks for double, which day 1 has; give one of them another name."]
    assert open_steps(mini)[STEPS[1]] == taken
    mini.course_file.write_text(mini.course_file.read_text().replace("written", "planned"))
    names = next(step for step in ready(mini, 2, prove, lint) if step.name == STEPS[1])
    assert names.open == taken  # day 1 is then begun, not written: its functions are taken all the same
