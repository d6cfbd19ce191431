"""What of the computer's file system a learner may read: Python, its libraries, fonts and time zones. Worked out once, before the first learner."""

from __future__ import annotations

import os
import site
import sys
import sysconfig
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from log2attn.grading.sandbox.identity import open_to_others

PACKAGE = Path(__file__).resolve().parents[2]  # log2attn itself: its toolbox holds reference solutions
SYSTEM = ("/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/local/lib", "/usr/local/lib64")
ASIDE = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/usr/share/fontconfig",
    "/usr/share/zoneinfo",
    "/etc/fonts",
    "/etc/localtime",
    "/etc/ld.so.cache",
    "/nix/store",
    "/gnu/store",
)
SHARED = (Path("/"), Path("/usr"), Path("/usr/local"))  # prefixes that hold more than Python
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random", "/dev/full")


@dataclass(frozen=True)
class Skeleton:
    """The trees a learner may read, none within another; links on the way to them; what is hidden inside them; who made this."""

    trees: tuple[Path, ...]
    links: tuple[tuple[Path, str], ...]
    hidden: tuple[Path, ...]
    owner: int

    def within(self, readable: Sequence[Path]) -> Skeleton:
        """With more trees to read."""
        trees, links = _plain([*self.trees, *readable])
        return Skeleton(trees, tuple(dict.fromkeys([*self.links, *links])), self.hidden, self.owner)

    @cached_property
    def open_inside(self) -> bool:
        """Can a user with no rights read Python, once its folder can be reached?"""
        return all(open_to_others(path, whole=False) for path in _samples(self.trees))

    @cached_property
    def open_outside(self) -> bool:
        """Can a user with no rights read Python where it lies?"""
        return all(open_to_others(path, whole=True) for path in _samples(self.trees))


def prepare(readable: Sequence[Path] = (), hidden: Sequence[Path] = (PACKAGE,)) -> Skeleton:
    """Find Python and what it needs; call it once in the zygote. ``hidden`` is what may not be read though it lies within something that may."""
    trees: list[Path] = [*_python(), *(Path(path) for path in (*SYSTEM, *ASIDE)), *readable]
    plain, links = _plain(trees)
    covered = [Path(path) for path in hidden if path not in plain and any(tree in path.parents for tree in plain)]
    return Skeleton(plain, links, tuple(covered), os.getpid())


def _python() -> list[Path]:
    found = []
    for prefix in dict.fromkeys(Path(path) for path in (sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix)):
        if prefix not in SHARED:
            found += [prefix / name for name in ("lib", "lib64", "share", "etc", "fonts", "pyvenv.cfg")]
    paths = sysconfig.get_paths()
    found += [Path(paths[name]) for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    found += [Path(path) for path in sys.path if Path(path).name in ("site-packages", "dist-packages")]
    if site.ENABLE_USER_SITE:
        found.append(Path(site.getusersitepackages()))
    return found


def _plain(trees: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[tuple[Path, str], ...]]:
    """Resolve links: the trees as they really lie, the outermost only, and each link by which one of them may be reached."""
    links: dict[Path, str] = {}
    real: set[Path] = set()
    for tree in trees:
        path = Path(os.path.abspath(tree))  # noqa: PTH100  (a link stays a link here)
        if not path.exists():
            continue
        real.add(path.resolve())
        for step in (*reversed(path.parents), path):
            if step.is_symlink():
                links[step] = str(step.resolve())
                break
    outer: list[Path] = []
    for path in sorted(real):
        if not any(other in path.parents for other in outer):
            outer.append(path)
    return tuple(outer), tuple((link, target) for link, target in links.items() if not any(tree in link.parents for tree in outer))


def _samples(trees: Sequence[Path]) -> list[Path]:
    return [*(tree for tree in trees if tree.is_dir()), Path(os.__file__)]
