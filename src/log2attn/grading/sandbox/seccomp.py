"""A filter on system calls, written by hand: what calls.py lists is allowed, the rest fails with EPERM. Nothing is killed for asking, only refused."""

from __future__ import annotations

import ctypes
import errno
import struct
from functools import cache

from log2attn.grading.sandbox import calls
from log2attn.grading.sandbox.syscalls import ARCHITECTURES, MACHINE, PR_SET_NO_NEW_PRIVS, call

LOAD, EQUAL, AT_LEAST, ABOVE, ANY_BIT, AND, RETURN = 0x20, 0x15, 0x35, 0x25, 0x45, 0x54, 0x06
NUMBER, ARCHITECTURE, ARGUMENTS = (
    0,
    4,
    16,
)  # where they stand in struct seccomp_data; both machines are little-endian
ALLOW, KILL = 0x7FFF0000, 0x80000000
REFUSE, NO_SUCH_CALL = 0x00050000 | errno.EPERM, 0x00050000 | 38
X32 = 0x40000000

THREAD = 0x00010000
NAMESPACES = 0x7E020000
SET_NAME, GET_NAME, GET_DUMPABLE, SET_VMA = 15, 16, 3, 0x53564D41
CONTROL = {
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    36,
    37,
    38,
    1030,
    1032,
    1034,
}  # fcntl: dup, flags, locks; never F_SETOWN, which sends signals
TERMINAL = {
    0x5401,
    0x5413,
    0x541B,
    0x5421,
    0x5450,
    0x5451,
}  # ioctl: is it a terminal, how wide, how much to read, blocking, close on exec
UNIX, STREAM, KIND = 1, 1, 0xF


class Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def load(offset: int) -> tuple[int, int, int, int]:
    return (LOAD, 0, 0, offset)


def ret(value: int) -> tuple[int, int, int, int]:
    return (RETURN, 0, 0, value)


def argument(which: int, *, high: bool = False) -> tuple[int, int, int, int]:
    return load(ARGUMENTS + 8 * which + 4 * high)


def one_of(which: int, values: set[int]) -> list[tuple[int, int, int, int]]:
    """Allow if the argument (32 bits of it: the kernel reads an int) is one of these."""
    steps = [argument(which)]
    for value in sorted(values):
        steps += [(EQUAL, 0, 1, value), ret(ALLOW)]
    return [*steps, ret(REFUSE)]


def rules(pid: int) -> dict[str, list[tuple[int, int, int, int]]]:
    """For each call whose arguments matter: instructions that end in a verdict."""
    return {
        # A thread, never a process, never a name space.
        "clone": [argument(0), (ANY_BIT, 1, 0, NAMESPACES), (ANY_BIT, 1, 0, THREAD), ret(REFUSE), ret(ALLOW)],
        "fcntl": one_of(1, CONTROL),
        "ioctl": one_of(1, TERMINAL),
        "kill": one_of(0, {pid}),
        "tgkill": one_of(0, {pid}),
        "prctl": one_of(0, {SET_NAME, GET_NAME, GET_DUMPABLE, SET_VMA}),
        "prlimit64": one_of(0, {0, pid}),
        # No address: a datagram to a named socket would leave the room.
        "sendto": [
            argument(4),
            (EQUAL, 0, 3, 0),
            argument(4, high=True),
            (EQUAL, 0, 1, 0),
            ret(ALLOW),
            ret(REFUSE),
        ],
        "socketpair": [
            argument(0),
            (EQUAL, 0, 4, UNIX),
            argument(1),
            (AND, 0, 0, KIND),
            (EQUAL, 0, 1, STREAM),
            ret(ALLOW),
            ret(REFUSE),
        ],
    }


def ranges(numbers: list[int]) -> list[tuple[int, int]]:
    """Sorted numbers as runs, first and last."""
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _known(number: int | None) -> int:
    """The number of a call that every architecture has."""
    if number is None:
        raise ValueError("this call is not on this machine")
    return number


@cache
def program(pid: int, own_files: bool, machine: str = MACHINE) -> bytes:
    """The filter for the process that will be ``pid``. ``own_files``: it may change modes and times, for all files it sees are its own or read-only."""
    column = list(ARCHITECTURES).index(machine)
    free = [
        number
        for row in (calls.FREE | (calls.OWN if own_files else {})).values()
        if (number := row[column]) is not None
    ]
    steps = [load(ARCHITECTURE), (EQUAL, 1, 0, ARCHITECTURES[machine]), ret(KILL), load(NUMBER)]
    if machine == "x86_64":
        steps += [(AT_LEAST, 0, 1, X32), ret(NO_SUCH_CALL)]
    steps += [(ABOVE, 0, 1, calls.NEWEST), ret(NO_SUCH_CALL)]
    for row in calls.ABSENT.values():
        steps += [(EQUAL, 0, 1, _known(row[column])), ret(NO_SUCH_CALL)]
    for first, last in ranges(free):
        steps += [(AT_LEAST, 0, 2, first), (ABOVE, 1, 0, last), ret(ALLOW)]
    for name, body in rules(pid).items():
        steps += [(EQUAL, 0, len(body), _known(calls.SOME[name][column])), *body]
    steps.append(ret(REFUSE))
    return b"".join(struct.pack("<HBBI", *step) for step in steps)


def confine(pid: int, *, own_files: bool) -> None:
    """Put the filter in force, for all threads and for good. Needs no privilege but gives up gaining any."""
    code = program(pid, own_files)
    filter_ = Program(len(code) // 8, code)
    call("prctl", PR_SET_NO_NEW_PRIVS, 1)
    try:
        call("seccomp", 1, 1, filter_)  # SECCOMP_SET_MODE_FILTER, TSYNC
    except OSError:
        call("prctl", 22, 2, filter_)  # PR_SET_SECCOMP, SECCOMP_MODE_FILTER
