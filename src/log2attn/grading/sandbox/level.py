"""What a sandbox achieved, layer by layer, and in words what it did not."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from log2attn.grading.limits import Limits

GRADES = ("none", "limits", "medium", "strong")
LIMITS = frozenset({"memory", "files", "file size", "cpu", "core"})
EXAMINATION = Limits(
    seconds=5, total=20, memory=192 << 20, processes=16, disk=16 << 20
)  # what the doctor's attacks may use


@dataclass(frozen=True)
class Level:
    """Plain data: it travels as JSON.

    namespaces    which the learner has to itself: user, mount, pid, net, ipc, uts
    root          a private read-only file system, with a room of limited size in memory
    landlock      the version in force; 0 if none
    seccomp       the list of allowed system calls is in force
    limits        which of the kernel's limits hold
    uid           the user learner code runs as
    apart         that user has nothing else on this computer
    capabilities  True if all are gone and cannot come back
    descriptors   nothing inherited is open but what was to be kept
    notes         why a layer is missing
    """

    namespaces: tuple[str, ...] = ()
    root: bool = False
    landlock: int = 0
    seccomp: bool = False
    limits: tuple[str, ...] = ()
    uid: int = -1
    apart: bool = False
    capabilities: bool = False
    descriptors: bool = False
    notes: tuple[str, ...] = ()

    @property
    def grade(self) -> str:
        """One word: strong, medium, limits or none."""
        limited = set(self.limits) >= LIMITS
        if limited and self.seccomp and self.capabilities:
            if self.root and {"mount", "pid", "net"} <= set(self.namespaces):
                return "strong"
            if self.landlock:
                return "medium"
        return "limits" if self.limits else "none"

    @property
    def unprotected(self) -> tuple[str, ...]:
        """What a hostile submission could still do, one sentence each."""
        said = []
        if not self.seccomp:
            said.append(
                "It can use the network, start programs and send signals: nothing filters its system calls."
            )
        if not self.root and not self.landlock:
            said.append("It can read and write whatever the user who grades can.")
        if not self.root:
            if self.landlock:
                said.append(
                    "It can see that files outside its room exist, and their names and sizes; it cannot open them."
                )
            watched = (
                "watched every few hundredths of a second: it can be over its limit for a moment"
                if self.seccomp
                else "where one file is limited and all together are not"
            )
            said.append(f"What it writes goes to the real disk, {watched}.")
        if "pid" not in self.namespaces:
            if not self.seccomp:
                said.append("A process it starts may outlive it.")
            said.append("It shares the computer's process numbers with others.")
        if "processes" not in self.limits:
            said.append("Its threads are bounded by its memory alone, not counted.")
        if not self.apart and "user" not in self.namespaces:
            said.append("It runs as the user who grades.")
        if not self.limits:
            said.append("It can use all memory, all processors and all of the disk.")
        said.append(
            "Errors of the Linux kernel itself are not guarded against; a virtual machine would guard against some."
        )
        return tuple(said)

    def as_data(self) -> dict[str, Any]:
        return {
            key: list(value) if isinstance(value, tuple) else value for key, value in asdict(self).items()
        }

    @classmethod
    def of_data(cls, data: dict[str, Any]) -> Level:
        values: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value for key, value in data.items()
        }
        return cls(**values)
