"""Name spaces of one's own, and the watcher outside that lives and dies with the confined process."""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from log2attn.grading.sandbox.identity import close_all_but, new_uid
from log2attn.grading.sandbox.skeleton import pidfd
from log2attn.grading.sandbox.syscalls import KNOWN, PR_SET_DUMPABLE, PR_SET_PDEATHSIG, call, library

FLAGS = {"mount": 0x00020000, "uts": 0x04000000, "ipc": 0x08000000, "pid": 0x20000000, "net": 0x40000000}
USER = 0x10000000
PERIOD = 0.03  # seconds between two looks at the disk


ALL = sum(FLAGS.values())

_entered: tuple[tuple[str, ...], int] = (
    (),
    -1,
)  # the name spaces that fork() has put this process into, and the user it is to become


def fork() -> int:
    """os.fork(), straight into name spaces of its own where that is allowed: one process and its cost less than a fork and ``separate``."""
    global _entered  # noqa: PLW0603  (a property of the process)
    if not KNOWN:
        return os.fork()
    python = library()
    for flags, names in ((ALL, tuple(FLAGS)), (ALL | USER, ("user", *FLAGS))):
        uid, gid, new = os.getuid(), os.getgid(), new_uid()
        python.PyOS_BeforeFork()
        try:
            child = call("clone", flags | signal.SIGCHLD)
        except OSError:
            child = -1
        if child == 0:
            python.PyOS_AfterFork_Child()
            _entered = (names, new)
            if "user" in names:
                map_self(uid, gid)
            return 0
        python.PyOS_AfterFork_Parent()
        if child > 0:
            return child
    return os.fork()


def separate() -> tuple[str, ...]:
    """Leave the computer's name spaces; the pid name space takes in the next child only. All or nothing: raises OSError, and nothing has changed."""
    uid, gid = os.getuid(), os.getgid()
    with suppress(OSError):
        call("unshare", ALL)
        return tuple(FLAGS)
    try:
        call("unshare", ALL | USER)
    except OSError as error:
        threads = len(os.listdir("/proc/self/task")) if Path("/proc/self/task").is_dir() else 1  # noqa: PTH208
        if threads > 1:
            raise OSError(
                error.errno, f"{error.strerror} (a user name space needs one thread, and there are {threads})"
            ) from None
        raise
    map_self(uid, gid)
    return ("user", *FLAGS)


def entered() -> tuple[tuple[str, ...], int]:
    """The name spaces ``fork`` put this process into, and the user it is to become."""
    return _entered


def reason() -> str:
    """Why this computer gives ordinary users no name spaces, as far as it says so."""
    for setting, forbids, word in (
        (
            "/proc/sys/kernel/apparmor_restrict_unprivileged_userns",
            "1",
            "AppArmor forbids them to ordinary users",
        ),
        ("/proc/sys/kernel/unprivileged_userns_clone", "0", "the kernel forbids them to ordinary users"),
        ("/proc/sys/user/max_user_namespaces", "0", "none are left to this user or container"),
    ):
        with suppress(OSError):
            if Path(setting).read_text(encoding="ascii").strip() == forbids:
                return f" ({word}: {setting} is {forbids})"
    return ""


def map_self(uid: int, gid: int) -> None:
    """In a new user name space: be whom one was, and nobody else."""
    for name, text in (("setgroups", "deny"), ("uid_map", f"{uid} {uid} 1"), ("gid_map", f"{gid} {gid} 1")):
        with suppress(OSError):
            Path("/proc/self", name).write_text(text, encoding="ascii")


def watched(excess: Callable[[], bool] | None) -> int:
    """Fork. The child returns from here, with a pidfd of its parent; this process becomes its watcher, never returns, ends as the child ends, and takes it along when killed.

    ``excess``, if given, is asked every few hundredths of a second whether the child must be stopped.
    """
    parent = pidfd()
    child = os.fork()
    if child == 0:
        return parent
    try:
        call("prctl", PR_SET_DUMPABLE, 0)
        close_all_but(())
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM):
            signal.signal(number, signal.SIG_DFL)
        _watch(child, excess)
    finally:
        os._exit(70)


def die_with_parent(parent: int) -> None:
    """Be killed when the parent dies; it may be dead already. ``parent`` is its pidfd. To be said again after a change of user, which the kernel takes for an end of it."""
    call("prctl", PR_SET_PDEATHSIG, signal.SIGKILL)
    if parent >= 0:
        dead = select.poll()  # select() would stop at descriptor 1024
        dead.register(parent, select.POLLIN)
        if dead.poll(0):
            os._exit(70)


def _watch(child: int, excess: Callable[[], bool] | None) -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    cause = 0
    while True:
        ended, status = os.waitpid(child, os.WNOHANG if excess else 0)
        if ended:
            break
        signal.sigtimedwait({signal.SIGCHLD}, PERIOD)
        if excess and not cause and excess():
            cause = signal.SIGXFSZ
            os.kill(child, signal.SIGKILL)
    cause = cause or (os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0)
    if not cause:
        os._exit(os.waitstatus_to_exitcode(status))
    if cause not in (signal.SIGKILL, signal.SIGSTOP):
        signal.signal(cause, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {cause})
    os.kill(os.getpid(), cause)


def larger_than(folder: Path, limit: int, files: int) -> Callable[[], bool]:
    """A question for a watcher: does the folder hold more bytes, or more files, than it may?"""

    def excess() -> bool:
        total, count, todo = 0, 0, [folder]
        while todo:
            try:
                with os.scandir(todo.pop()) as entries:
                    for entry in entries:
                        count += 1
                        with suppress(OSError):
                            if entry.is_dir(follow_symlinks=False):
                                todo.append(Path(entry.path))
                            else:
                                total += entry.stat(follow_symlinks=False).st_blocks * 512
                        if total > limit or count > files:
                            return True
            except OSError:
                continue
        return False

    return excess
