"""What the tests share: the course itself, and a copy of a course small enough to break."""

import os
import re
import shutil
import sys
from pathlib import Path

import matplotlib as mpl
import pytest

os.environ["MPLBACKEND"] = "Agg"
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# nbgrader calls alembic by name.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])

# Programs that tests start have a home folder of their own, and need not look for the computer's fonts again.
os.environ["MPLCONFIGDIR"] = mpl.get_cachedir()

import log2attn.doors.notebook  # noqa: F401  (before anybody else imports nbformat: this door leaves a slow grammar out)
from log2attn.core.layout import Layout

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def layout() -> Layout:
    """The course itself. Tests read it and never write."""
    return Layout.find(ROOT)


@pytest.fixture
def mini(tmp_path: Path) -> Layout:
    """A copy of the small course in tests/mini, with its own package folder, for a test to do with as it likes."""
    return copy_of_mini(tmp_path / "mini")


def copy_of_mini(to: Path) -> Layout:
    shutil.copytree(ROOT / "tests" / "mini", to)
    shutil.copy(ROOT / "nbgrader_config.py", to)
    return Layout.find(to)


@pytest.fixture(autouse=True)
def _own_progress(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test writes into the home folder of whoever runs it."""
    monkeypatch.setenv("LOG2ATTN_HOME", str(tmp_path / "progress"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A day's tests run on one worker, so that its lesson is read and run once for all of them."""
    for item in items:
        if (slug := day_asked(item)) and item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(slug[:6]))


def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """What a day's lesson left in memory goes with the last of its tests: twenty megabytes a day would fill a computer with seventy."""
    from support import written_days

    slug = day_asked(item)
    if slug and (nextitem is None or day_asked(nextitem) != slug):
        written_days().let_go(slug)


def day_asked(item: pytest.Item) -> str:
    """The day that a test is asked about; "" for a test of none."""
    asked = getattr(item, "callspec", None)
    return next((value for value in asked.params.values() if is_day(value)), "") if asked else ""


def is_day(value: object) -> bool:
    return isinstance(value, str) and re.match(r"day-\d\d-", value) is not None
