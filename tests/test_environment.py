"""What the course needs is said once and repeated faithfully."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
CONDA_NAMES = {"msgpack-python": "msgpack"}  # what conda-forge calls it: what PyPI calls it
LOCKS = ["requirements.lock", "tests/colab.lock"]


def requirements(lines: list[str]) -> dict[str, str]:
    return {
        re.split(r"[<>=]", line.replace(" ", ""), maxsplit=1)[0]: re.sub(
            r"^[\w-]+", "", line.replace(" ", "")
        )
        for line in lines
    }


def locked(name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for package, version in re.findall(
        r"^([\w.-]+)(?:\[[\w,-]+\])?==([\w.!+]+)", (ROOT / name).read_text(), re.MULTILINE
    ):
        found.setdefault(package.lower(), []).append(version)
    return found


def test_environment_yml_says_what_pyproject_says() -> None:
    """environment.yml lists what pyproject.toml asks for, for learners and for instructors, with the same bounds."""
    text = (ROOT / "environment.yml").read_text()
    listed = requirements(re.findall(r"^  - ([a-z][\w-]* [<>=].*)$", text, re.MULTILINE))
    listed = {CONDA_NAMES.get(name, name): bounds for name, bounds in listed.items()}
    asked = requirements([*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["course"]])
    assert listed == asked | {"python": PROJECT["requires-python"]}


def test_the_lock_holds_everything_asked_for() -> None:
    """requirements.lock holds every package that pyproject.toml asks for, at a version within its bounds."""
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    have = locked("requirements.lock")
    for line in [
        *PROJECT["dependencies"],
        *PROJECT["optional-dependencies"]["course"],
        *PROJECT["optional-dependencies"]["dev"],
    ]:
        wanted = Requirement(line)
        versions = have.get(canonicalize_name(wanted.name), [])
        assert versions, f"{wanted.name} is not locked: make lock"
        assert all(version in wanted.specifier for version in versions), (
            f"{line} is locked at {versions}: make lock"
        )


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_versions_and_hashes_and_no_address(name: str) -> None:
    """Every locked package has hashes, and no line names a server."""
    text = (ROOT / name).read_text()
    assert "://" not in text
    entries = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert len(entries) > 30
    assert all("--hash=sha256:" in entry for entry in entries)


def test_what_is_installed_is_what_is_locked() -> None:
    """The environment that runs these tests has the versions of the lock."""
    from importlib.metadata import version

    have = locked("requirements.lock")
    for name in ("numpy", "scipy", "matplotlib", "nbgrader", "jupyterlab"):
        assert version(name) in have[name]


def test_colabs_versions_are_what_we_say() -> None:
    """The second version set is numpy 2.1.3, scipy 1.16.3, matplotlib 3.10.0, pandas 2.2.3 and IPython 7.34.0."""
    have = locked("tests/colab.lock")
    assert [have[name] for name in ("numpy", "scipy", "matplotlib", "pandas", "ipython")] == [
        ["2.1.3"],
        ["1.16.3"],
        ["3.10.0"],
        ["2.2.3"],
        ["7.34.0"],
    ]


GROUPED = """
import os, pathlib, pytest

@pytest.mark.xdist_group("together")
@pytest.mark.parametrize("n", range(8))
def test_one(n):
    with pathlib.Path("workers").open("a") as file:
        print(os.environ["PYTEST_XDIST_WORKER"], file=file)
"""


def test_tests_of_a_group_run_on_one_worker(tmp_path: Path) -> None:
    """The locked pytest and xdist keep a group's tests on one worker; otherwise every costly fixture is made on each, in silence."""
    (tmp_path / "test_grouped.py").write_text(GROUPED)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist=loadgroup", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout
    workers = (tmp_path / "workers").read_text().split()
    assert len(workers) == 8
    assert len(set(workers)) == 1


@pytest.mark.parametrize(("target", "person"), [("lab", "learner"), ("formgrader", "instructor")])
def test_each_person_gets_their_own_jupyterlab(target: str, person: str) -> None:
    """make lab and make formgrader start JupyterLab with the settings of the person they are for; whatever else is set is kept."""
    said = subprocess.run(
        ["make", "-n", target], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    ).stdout
    (line,) = [line for line in said.splitlines() if "jupyter lab" in line]
    settings = line.partition("jupyter lab")[0]
    for before, after in (("", ""), ("/mine", ":/mine")):
        shown = subprocess.run(
            ["sh", "-c", f"{settings} printenv JUPYTER_CONFIG_PATH"],
            env={"PATH": os.environ["PATH"], "JUPYTER_CONFIG_PATH": before},
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        ).stdout.strip()
        assert shown == f"{ROOT}/jupyter/{person}{after}"
        assert (ROOT / "jupyter" / person / "labconfig" / "page_config.json").exists()
