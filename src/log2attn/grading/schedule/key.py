"""What a verdict depends on, as one number: change any of it, and the work is judged again."""

from __future__ import annotations

import hashlib
import os
import site
import sys
import sysconfig
from collections.abc import Mapping
from dataclasses import astuple
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import log2attn

if TYPE_CHECKING:
    from log2attn.grading.schedule.setting import Setting

INSTALLED = ("*.dist-info", "*.egg-info")  # a folder's name holds the version


def key_of_setting(setting: Setting) -> str:
    """Tests, limits, files, what is readable, known mistakes, the grader itself, Python and everything installed in it."""
    parts = [
        grader(),
        installed(),
        setting.plan.digest,
        astuple(setting.limits),
        setting.figures,
        (setting.witness, setting.protected_only),
        *(
            files if files is None else digest_of(files)
            for files in (setting.files, setting.room, setting.solved)
        ),
        sorted(setting.own),
        [_file(path) for path in setting.readable],
        sorted(setting.known.items()),
    ]
    return _number(repr(parts))


def key_of_verdict(setting_key: str, content: bytes, files: Mapping[str, bytes]) -> str:
    """The setting's key, the learner's own notebook, and what lies beside it."""
    return _number(setting_key, hashlib.sha256(content).hexdigest(), digest_of(files))


def digest_of(files: Mapping[str, bytes]) -> str:
    return _number(
        *(part for name, data in sorted(files.items()) for part in (name, hashlib.sha256(data).hexdigest()))
    )


@cache
def grader() -> str:
    """The grader's own text: it may judge otherwise than before."""
    package = Path(log2attn.__file__).parent
    rooms = [package / "grading", package / "doors"]
    return _number(*(_file(path) for room in rooms for path in sorted(room.rglob("*.py"))))


@cache
def installed() -> str:
    """Python, and each package that cells and tests can import, with its version.

    Not ``sys.path``: some libraries add to it when they are imported, and a key must not depend on what was imported by then.
    """
    own = [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]
    places = {*site.getsitepackages(), sysconfig.get_path("purelib"), sysconfig.get_path("platlib"), *own}
    found = {path.name for place in places for form in INSTALLED for path in Path(place).glob(form)}
    return _number(sys.version, *sorted(found))


def _file(path: Path) -> str:
    try:
        return f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}"
    except OSError:
        return f"{path.name} is not there"


def _number(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
