"""Collecting downloads: each notebook goes to the learner its file names, and whatever is left out is named with its reason."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT
from grading_course import source_cells, write_notebook
from support import nbgrader
from typer.testing import CliRunner

from log2attn.cli import app
from log2attn.core.errors import CourseError
from log2attn.grading.schedule.folder import Folder
from log2attn.jobs.collect import collect, told

PHASE, OTHER = "phase-1-ai", "phase-2-ml"
DAY_1, DAY_2, DAY_11 = "day-01-powers", "day-02-growth", "day-11-vectors"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course of two assignments; nothing is handed in."""
    course = tmp_path / "course"
    for phase, day in ((PHASE, DAY_1), (PHASE, DAY_2), (OTHER, DAY_11)):
        for step in ("source", "release"):
            write_notebook(course / step / phase / f"{day}.ipynb", source_cells())
    (course / "nbgrader_config.py").write_text((ROOT / "nbgrader_config.py").read_text())
    (course / "downloaded" / PHASE / "archive").mkdir(parents=True)
    return course


def put(root: Path, files: dict[str, bytes]) -> Path:
    """The folder of downloads, with these files in it."""
    folder = root / "downloaded" / PHASE / "archive"
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def zipped(files: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return whole.getvalue()


def submitted(root: Path) -> dict[str, bytes]:
    folder = root / "submitted"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.ipynb")}


GOOD = {
    "Moodle-88.zip": zipped(
        {
            f"Learner One_4711_assignsubmission_file_/{DAY_1} (1).ipynb": b"{1}",
            f"Learner One_4711_assignsubmission_file_/Copy of {DAY_2}.ipynb": b"{2}",
            f"__MACOSX/Learner One_4711_assignsubmission_file_/._{DAY_1}.ipynb": b"no",
        }
    ),
    f"two_LATE_3143_207797_{DAY_1}-1.ipynb": b"{3}",
    "learner-03_phase-1-ai.zip": zipped({f"{DAY_1}.ipynb": b"{4}"}),
}


def test_downloads_go_where_nbgrader_puts_them(root: Path) -> None:
    """Canvas's, Moodle's and hand-named files and archives end in the same places with the same bytes as after nbgrader zip_collect; three lines sum up."""
    put(root, GOOD)
    found = collect(Folder(root), PHASE)
    ours = submitted(root)
    assert found.ok and list(told(found)) == [
        "4 notebooks of 3 learners in submitted/: 4 new, 0 replaced, 0 as before.",
        "0 files skipped.",
        f"Next: log2attn grade {PHASE}",
    ]
    shutil.rmtree(root / "submitted")
    nbgrader(root, "zip_collect", PHASE)
    assert ours == submitted(root) and len(ours) == 4


def test_every_file_left_out_is_named(root: Path) -> None:
    """A file without a learner, of no day, of another assignment, of another kind, damaged, or a link is named with what to do; the others are collected, and the exit code is 1."""
    folder = put(
        root,
        {
            **GOOD,
            f"{DAY_1}.ipynb": b"{}",
            "learner-04_homework.ipynb": b"{}",
            f"learner-05_{DAY_11}.ipynb": b"{}",
            "learner-06_notes.pdf": b"%PDF",
            "learner-07_all.tar.gz": b"\x1f\x8b",
            "torn.zip": GOOD["Moodle-88.zip"][:200],
        },
    )
    (folder / f"learner-08_{DAY_1}.ipynb").symlink_to(root / "nbgrader_config.py")
    done = CliRunner().invoke(app, ["collect", PHASE, "--course", str(root)])
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    reasons = dict(line.removeprefix("Skipped ").split(": ", 1) for line in lines[:-3])
    says = {
        f"{DAY_1}.ipynb": f"its name does not say whose it is. Rename it LEARNER_{DAY_1}.ipynb.",
        "learner-04_homework.ipynb": f"its name holds no notebook of the course. Rename it, for example LEARNER_{DAY_1}.ipynb.",
        f"learner-05_{DAY_11}.ipynb": f"it is not of {PHASE}: it belongs to {OTHER}: log2attn collect {OTHER} FOLDER.",
        "learner-06_notes.pdf": "it is no notebook (.ipynb).",
        "learner-07_all.tar.gz": "it is an archive of a kind that is not opened here. Unpack it into this folder.",
        f"learner-08_{DAY_1}.ipynb": "it is a link. Put the file itself here.",
    }
    assert {name: reasons[name] for name in says} == says
    assert reasons["torn.zip"].startswith("it is damaged") and len(reasons) == len(says) + 1
    assert lines[-3].startswith("4 notebooks of 3 learners") and lines[-2] == "7 files skipped, named above."
    assert set(submitted(root)) == {
        f"Learner One/{PHASE}/{DAY_1}.ipynb",
        f"Learner One/{PHASE}/{DAY_2}.ipynb",
        f"learner-03/{PHASE}/{DAY_1}.ipynb",
        f"two/{PHASE}/{DAY_1}.ipynb",
    }


def test_what_is_no_notebook_is_no_failure(root: Path) -> None:
    """A PDF beside the notebooks is named, and the exit code is 0."""
    put(root, {**GOOD, "learner-06_notes.pdf": b"%PDF"})
    assert collect(Folder(root), PHASE).ok


def test_two_files_of_one_day_are_not_chosen_between(root: Path) -> None:
    """If a learner's day is there twice, both are named and neither is taken, unless they are equal; everybody else's are."""
    put(
        root,
        {
            f"a_{DAY_1}.ipynb": b"{1}",
            f"a_{DAY_1} (1).ipynb": b"{2}",
            f"b_{DAY_1}.ipynb": b"{3}",
            f"b_{DAY_1} (1).ipynb": b"{3}",
        },
    )
    found = collect(Folder(root), PHASE)
    assert set(found.skipped) == {f"a_{DAY_1}.ipynb", f"a_{DAY_1} (1).ipynb"} and not found.ok
    assert submitted(root) == {f"b/{PHASE}/{DAY_1}.ipynb": b"{3}"}


def test_collecting_again_loses_nothing(root: Path) -> None:
    """A newer download replaces what is in submitted/, and the old file is kept; what is the same, or no longer among the downloads, stays."""
    put(root, {f"a_{DAY_1}.ipynb": b"{1}", f"b_{DAY_1}.ipynb": b"{2}", f"c_{DAY_1}.ipynb": b"{3}"})
    collect(Folder(root), PHASE)
    folder = put(root, {f"a_{DAY_1}.ipynb": b"{9}"})
    (folder / f"c_{DAY_1}.ipynb").unlink()
    before = (root / "submitted" / "b" / PHASE / f"{DAY_1}.ipynb").stat().st_mtime_ns
    found = collect(Folder(root), PHASE)
    assert (found.new, found.replaced, found.same) == ([], [f"a/{DAY_1}.ipynb"], [f"b/{DAY_1}.ipynb"])
    assert sorted(submitted(root).values()) == [b"{2}", b"{3}", b"{9}"]
    (kept,) = (root / "downloaded" / PHASE / "replaced" / "a").iterdir()
    assert kept.read_bytes() == b"{1}"
    assert (root / "submitted" / "b" / PHASE / f"{DAY_1}.ipynb").stat().st_mtime_ns == before


def test_an_archive_cannot_write_elsewhere(root: Path) -> None:
    """Names in an archive that climb out of it, and ids that are no folder's name, put nothing outside of submitted/."""
    names = [f"../../../x_{DAY_1}.ipynb", f"/etc/y_{DAY_1}.ipynb", f".._{DAY_1}.ipynb", f"._{DAY_1}.ipynb"]
    put(root, {"evil.zip": zipped(dict.fromkeys(names, b"{}"))})
    before = {path for path in root.parent.rglob("*") if "submitted" not in path.parts}
    collect(Folder(root), PHASE)
    assert {path for path in root.parent.rglob("*") if "submitted" not in path.parts} == before
    assert all(path.split("/")[0] in ("x", "y") for path in submitted(root))


def test_what_cannot_be_collected_is_refused(root: Path) -> None:
    """An assignment or a folder that is not there, a course without a rule for names, and one whose names carry times are refused with what to do."""
    config = root / "nbgrader_config.py"
    for change, asked, says in (
        ("", ("phase-9", None), "no assignment 'phase-9'"),
        ("", (PHASE, root / "nowhere"), "no folder of downloads"),
        ('c.FileNameCollectorPlugin.named_regexp = ""', (PHASE, None), "does not say how"),
        (
            'c.FileNameCollectorPlugin.named_regexp = "(?P<timestamp>x)(?P<student_id>x)(?P<file_id>x)"',
            (PHASE, None),
            "reads times",
        ),
        ('c.FileNameCollectorPlugin.named_regexp = "("', (PHASE, None), "cannot be read"),
    ):
        text = config.read_text()
        config.write_text(f"{text}\n{change}\n")
        with pytest.raises(CourseError, match=says):
            collect(Folder(root), *asked)
        config.write_text(text)
