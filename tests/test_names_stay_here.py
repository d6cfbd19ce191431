"""Nobody's name, mark or work can be committed by accident: what the guides tell one to do leaves git nothing to add."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT
from support import DAY_1, PHASE, built_course
from typer.testing import CliRunner

from log2attn.cli import app

GUIDES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
# What a command writes: after an option that names a file, and the copy that cp makes.
WRITES = re.compile(r"--(?:csv|html|json)[ =]([\w./-]+)|--to=([\w./-]+)|^cp \S+ (\S+)$", re.MULTILINE)


def git(root: Path, *words: str) -> str:
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
    return subprocess.run(["git", *who, *words], cwd=root, capture_output=True, text=True, check=True).stdout


def written() -> list[str]:
    """The files that commands in the guides write."""
    text = "\n".join(path.read_text() for path in GUIDES)
    return sorted({next(filter(None, found)) for found in WRITES.findall(text)})


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course of two days under git, built and committed, with the repository's own rules for what git ignores."""
    root = built_course(tmp_path_factory.mktemp("names") / "course").root
    shutil.copy(ROOT / ".gitignore", root)
    (root / "autograded").mkdir(exist_ok=True)
    (root / "autograded" / ".gitkeep").touch()
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "The course")
    return root


def test_after_grading_git_has_nothing_to_add(course: Path) -> None:
    """After a class was handed in, collected, graded, read, reported on in every form and given feedback, git status is clean."""
    assert git(course, "status", "--porcelain") == ""
    downloads = course / "downloaded" / PHASE / "archive"
    downloads.mkdir(parents=True)
    shutil.copy(course / "release" / PHASE / f"{DAY_1}.ipynb", downloads / f"zoe-new_{DAY_1}.ipynb")
    steps = (
        ["sample", "1"],
        ["collect", PHASE],
        ["grade", "--jobs", "2", "--json", "result.json"],
        ["read"],
        ["report", "--csv", "scores.csv"],
        ["report", "--html", "report.html"],
        ["report", "--csv", "canvas.csv", "--lms", "canvas"],
        ["feedback"],
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(course)
        for words in steps:
            done = CliRunner().invoke(app, ["--course", str(course), *words])
            assert done.exit_code == 0, f"{words}: {done.output} {done.exception}"
    assert (course / "result.json").exists() and (course / "scores.csv").exists()
    assert "zoe-new" in (course / "report.html").read_text(encoding="utf-8")
    assert (course / "feedback" / "zoe-new").is_dir() and (course / ".log2attn").is_dir()
    shutil.copy(course / "gradebook.db", course / "gradebook-before.db")
    assert git(course, "status", "--porcelain") == ""


def test_every_file_that_a_guide_writes_is_ignored() -> None:
    """Each file that a command in the README or a guide names for a result is one that git ignores."""
    names = written()
    assert {"scores.csv", "report.html", "result.json", "gradebook-before.db"} <= set(names)
    seen = [name for name in names if git_ignores(name)]
    assert seen == names


def git_ignores(name: str) -> bool:
    done = subprocess.run(["git", "check-ignore", "-q", "--no-index", name], cwd=ROOT, check=False)
    return done.returncode == 0
