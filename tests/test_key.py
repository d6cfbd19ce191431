"""A verdict is remembered under a key that holds everything it depends on: each input is changed alone, and each changes the key."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest

from log2attn.grading.limits import Limits
from log2attn.grading.model import Plan, PlanCell
from log2attn.grading.schedule import key
from log2attn.grading.schedule.setting import Setting
from log2attn.grading.schedule.submission import Submission
from log2attn.learn.shipped import ShippedExercise

CELL = PlanCell(0, "test", "code", "t", "assert f() == 1", "assert f() == 1", 1.0)
FOLLOWS = {"roles", "contract"}  # from the plan, by running it


@pytest.fixture
def setting(tmp_path: Path) -> Setting:
    (tmp_path / "learn.py").write_text("x = 1")
    return Setting(
        Plan("ps1", "one", (CELL,), "digest"),
        Limits(),
        files={"data.csv": b"1"},
        room={"data.csv": b"1"},
        readable=[tmp_path / "learn.py"],
    )


def changed(setting: Setting) -> dict[str, Setting]:
    """The setting with one field changed, for each field that a verdict depends on."""
    known = {"d": ShippedExercise("d", "f", "F", 1, (1, 1), "", None, ("", "", ""), "", ())}
    new = {
        "plan": replace(setting.plan, digest="another"),
        "limits": replace(setting.limits, seconds=11.0),
        "files": {"data.csv": b"2"},
        "room": {},
        "solved": {"own.py": b"x = 1"},
        "own": frozenset({"own"}),
        "readable": [],
        "figures": "all",
        "known": known,
        "witness": True,
        "protected_only": True,
    }
    return {name: replace(setting, **{name: value}) for name, value in new.items()}


def test_every_part_of_the_setting_is_in_the_key(setting: Setting) -> None:
    """Plan, limits, files of tests and of cells, learners' own modules, what is readable, figures, known mistakes: no field is left out."""
    others = changed(setting)
    assert set(others) | FOLLOWS == {field.name for field in fields(Setting)}
    keys = {name: key.key_of_setting(other) for name, other in others.items()}
    assert key.key_of_setting(setting) not in keys.values() and len(set(keys.values())) == len(keys)


@pytest.mark.parametrize("name", [field.name for field in fields(Limits)])
def test_every_limit_is_in_the_key(setting: Setting, name: str) -> None:
    """A limit decides what fails."""
    other = replace(setting, limits=replace(setting.limits, **{name: getattr(setting.limits, name) + 1}))
    assert key.key_of_setting(other) != key.key_of_setting(setting)


def test_room_for_all_is_not_room_for_none(setting: Setting) -> None:
    """Where nothing was released all files are given; that is another thing than no files."""
    rooms = [replace(setting, room=None), replace(setting, room={}), setting]
    assert len({key.key_of_setting(one) for one in rooms}) == 3


def test_what_is_readable_is_in_the_key_by_content(setting: Setting) -> None:
    """A module that learners' code imports may change under its name."""
    before = key.key_of_setting(setting)
    setting.readable[0].write_text("x = 2")
    assert key.key_of_setting(setting) != before


@pytest.mark.parametrize("part", ["grader", "installed"])
def test_the_grader_and_its_surroundings_are_in_the_key(
    setting: Setting, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    """The grader's own text, Python and the packages installed decide how tests come out."""
    before = key.key_of_setting(setting)
    monkeypatch.setattr(key, part, lambda: "another")
    assert key.key_of_setting(setting) != before


def test_a_new_package_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that comes, or another version of it, is another surrounding; what some library adds to the path is not."""
    seen = [key.installed.__wrapped__()]
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    for version in ("1.0", "1.1"):
        (tmp_path / f"thing-{version}.dist-info").mkdir()
        seen.append(key.installed.__wrapped__())
    assert len(set(seen)) == 3
    (tmp_path / "vendor" / "other-2.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(tmp_path / "vendor"))
    assert key.installed.__wrapped__() == seen[-1]


def test_the_key_does_not_depend_on_what_is_imported() -> None:
    """A process that has loaded nbgrader finds the same surroundings as one that has not."""
    program = "{}from log2attn.grading.schedule.key import installed; print(installed())"
    said = [
        subprocess.run(
            [sys.executable, "-c", program.format(first)], capture_output=True, text=True, check=True
        ).stdout
        for first in ("", "import nbgrader.api, nbgrader.preprocessors; ")
    ]
    assert said[0] == said[1] != ""


def test_the_learners_work_is_in_the_key(tmp_path: Path) -> None:
    """The notebook's bytes, the files beside it and the other notebooks it speaks of: each alone; nbgrader's own two files are none of them."""
    path = tmp_path / "ann" / "one.ipynb"
    path.parent.mkdir()
    path.write_text('"%run more.ipynb"')

    def now() -> str:
        return Submission.read(path, tmp_path).key("setting")

    seen = [now()]
    for name, text in (
        ("mine.py", "x = 1"),
        ("mine.py", "x = 2"),
        ("more.ipynb", "{}"),
        ("more.ipynb", "{} "),
        ("one.ipynb", '"%run more.ipynb" '),
    ):
        (path.parent / name).write_text(text)
        seen.append(now())
    assert len(set(seen)) == len(seen)
    for name in ("timestamp.txt", "unspoken.ipynb"):
        (path.parent / name).write_text("2026")
        assert now() == seen[-1]
    assert Submission.read(path, tmp_path).key("another setting") != seen[-1]


def test_a_file_that_cannot_be_read_has_a_key_too(tmp_path: Path) -> None:
    """Whether a file could be read is part of what was judged."""
    absent = Submission.read(tmp_path / "ann" / "one.ipynb", tmp_path)
    assert absent.refused and absent.key("s") != Submission(b"", {}, "Another reason.").key("s")
