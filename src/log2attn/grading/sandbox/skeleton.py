"""What of the computer's file system a learner may read: Python, its libraries, fonts and time zones. Worked out once, before the first learner."""

from __future__ import annotations

import os
import site
import sys
import sysconfig
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from log2attn.grading.sandbox.identity import open_to_others
from log2attn.grading.sandbox.syscalls import KNOWN

PACKAGE = Path(__file__).resolve().parents[2]  # log2attn itself: its toolbox holds reference solutions
SYSTEM = (
    "/lib",
    "/lib32",
    "/lib64",
    "/usr/lib",
    "/usr/lib32",
    "/usr/lib64",
    "/usr/local/lib",
    "/usr/local/lib64",
)
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
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom")


@dataclass(frozen=True)
class Skeleton:
    """What a learner may read.

    trees     none within another
    links     on the way to them: where, and to what
    hidden    within a tree, and not to be read
    shown     within what is hidden, and to be read all the same
    folders   what must exist to mount the trees on, outer ones first
    inside    a user with no rights can read Python once its folders can be reached
    outside   the same user can read it where it lies
    owner     the process that made this
    watch     a pidfd of it; -1 if there is none
    """

    trees: tuple[Path, ...]
    links: tuple[tuple[Path, str], ...]
    hidden: tuple[Path, ...]
    shown: tuple[Path, ...]
    folders: tuple[Path, ...]
    inside: bool
    outside: bool
    owner: int
    watch: int

    def close(self) -> None:
        if self.watch >= 0:
            os.close(self.watch)

    def within(self, readable: Sequence[Path]) -> Skeleton:
        """With more trees to read. To be asked before the fork if it can be: a second time it costs nothing."""
        more = [path for path in readable if not self._has(Path(os.path.abspath(path)))]  # noqa: PTH100  (a link stays a link)
        return (
            _made([*self.trees, *self.shown, *more], self.links, self.hidden, self.owner, self.watch)
            if more
            else self
        )

    def _has(self, path: Path) -> bool:
        cover = {path, *path.parents}
        return bool(cover & set(self.shown)) or (
            bool(cover & set(self.trees)) and not cover & set(self.hidden)
        )

    def around(self) -> tuple[list[Path], list[Path]]:
        """The trees cut so that nothing hidden is in one: what may be read, and folders of which only the list of names may."""
        readable, listed = list(self.shown), []
        todo = list(self.trees)
        while todo:
            path = todo.pop()
            if path in self.hidden:
                continue
            if any(path in hidden.parents for hidden in self.hidden):
                listed.append(path)
                todo += path.iterdir()
            else:
                readable.append(path)
        return readable, listed


def prepare(readable: Sequence[Path] = (), hidden: Sequence[Path] = (PACKAGE,)) -> Skeleton:
    """Find Python and what it needs; call it once in the zygote. ``hidden`` is what may not be read though it lies within something that may."""
    python = [*_python(), *(Path(path) for path in (*SYSTEM, *ASIDE))] if KNOWN else []
    return _made([*python, *readable], (), tuple(hidden), os.getpid(), pidfd())


def pidfd() -> int:
    """A descriptor of this process, by which a child can tell that it has died; -1 where there is no such thing."""
    try:
        return os.pidfd_open(os.getpid())
    except (AttributeError, OSError):
        return -1


def _made(
    trees: Sequence[Path], links: Sequence[tuple[Path, str]], hidden: tuple[Path, ...], owner: int, watch: int
) -> Skeleton:
    plain, more = _plain(trees)
    every = tuple(dict.fromkeys([*links, *more]))
    covered = tuple(path for path in hidden if any(tree in path.parents for tree in plain))
    shown = {
        path.resolve()
        for path in trees
        if path.exists() and any(cover == path or cover in path.resolve().parents for cover in covered)
    }
    places = [
        *(tree if tree.is_dir() else tree.parent for tree in plain),
        *(link.parent for link, _ in every),
        Path("/dev"),
        Path("/room"),
    ]
    folders = sorted(
        {folder for place in places for folder in (place, *place.parents) if folder != Path("/")}
    )
    samples = [*(tree for tree in plain if tree.is_dir()), Path(os.__file__)]
    return Skeleton(
        trees=plain,
        links=every,
        hidden=covered,
        shown=tuple(sorted(shown)),
        folders=tuple(folder for folder in folders if not any(tree in folder.parents for tree in plain)),
        inside=all(open_to_others(path, whole=False) for path in samples),
        outside=all(open_to_others(path, whole=True) for path in samples),
        owner=owner,
        watch=watch,
    )


def _python() -> list[Path]:
    found = []
    for prefix in dict.fromkeys(
        Path(path) for path in (sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix)
    ):
        if prefix not in SHARED:
            found += [prefix / name for name in ("lib", "lib64", "share/zoneinfo")]
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
        while link := next((step for step in (*reversed(path.parents), path) if step.is_symlink()), None):
            target = Path(os.path.abspath(link.parent / link.readlink()))  # noqa: PTH100
            links[link] = str(target)
            path = target / path.relative_to(link)
    outer: list[Path] = []
    for path in sorted(real):
        if not any(other in path.parents for other in outer):
            outer.append(path)
    return tuple(outer), tuple(
        (link, target) for link, target in links.items() if not any(tree in link.parents for tree in outer)
    )
