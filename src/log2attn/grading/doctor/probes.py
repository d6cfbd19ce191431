"""What the doctor tries, one attempt each: the attack, what it is told, and how to see from outside that it was held."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from log2attn.grading.sandbox.level import EXAMINATION

if sys.platform == "linux":
    from log2attn.grading.doctor.outside import World

Answer = dict[str, Any]
FREE = (
    128 << 20
)  # bytes: what a warm process may have mapped and not in use, and the limit therefore does not count again


@dataclass(frozen=True)
class Probe:
    name: str
    tried: str
    attack: str
    held: Callable[[World, Answer], bool]
    facts: Callable[[World], dict[str, Any]] = field(default=lambda _: {})
    promised: str = "medium"


def nothing(_: World, answer: Answer) -> bool:
    """Every way was refused."""
    return answer["said"] in ({}, [])


def secret(world: World, answer: Answer) -> bool:
    """It answered, and nothing planted is in the answer."""
    return answer["said"] is not None and not world.leaked(answer["said"])


def reading(name: str, what: str) -> Probe:
    return Probe(name, f"Read {what}.", "read", secret, lambda world: {"paths": [str(world.files[name])]})


def enough(_: World, answer: Answer) -> bool:
    return answer["descendants"] <= EXAMINATION.processes + 2


PROBES = (
    reading("home", "a file in the home folder"),
    reading("source", "the source notebook, with its solutions and hidden tests"),
    reading("gradebook", "the gradebook"),
    reading("submission", "another learner's submission"),
    Probe("passwords", "Read /etc/shadow.", "read", nothing, lambda _: {"paths": ["/etc/shadow"]}),
    Probe(
        "names",
        "See that those files exist, and how large they are.",
        "names",
        nothing,
        lambda world: {"paths": [str(path) for path in world.files.values()]},
        "strong",
    ),
    Probe(
        "write",
        "Write outside the room: home, course, /tmp, the packages, above the room.",
        "write",
        lambda world, _: not world.written(),
        lambda world: {"paths": world.targets()},
    ),
    Probe(
        "gradebook changed",
        "Overwrite, cut, rename, remove the gradebook, or change its mode and times.",
        "change",
        lambda world, _: world.unchanged(),
        lambda world: {"paths": [str(world.files["gradebook"])]},
    ),
    Probe(
        "links",
        "Lay a symbolic and a hard link to a file outside into the room, and read through them.",
        "links",
        secret,
        lambda world: {"paths": [str(world.files["submission"])]},
    ),
    Probe(
        "parent's environment",
        "Read the environment of the parent and of the grader from /proc.",
        "environments",
        secret,
        lambda world: world.pids(),
    ),
    Probe("own environment", "Find a secret in the environment it was started with.", "environment", secret),
    Probe(
        "TCP",
        "Connect to a TCP port of this computer.",
        "tcp",
        lambda world, answer: nothing(world, answer) and not world.heard("tcp"),
        lambda world: world.addresses(),
    ),
    Probe(
        "UDP",
        "Send a datagram to a UDP port of this computer.",
        "udp",
        lambda world, answer: nothing(world, answer) and not world.heard("udp"),
        lambda world: world.addresses(),
    ),
    Probe(
        "abstract socket",
        "Connect to an abstract Unix socket, or send to it from a socket pair.",
        "abstract",
        lambda world, _: not world.heard("abstract"),
        lambda world: world.addresses(),
    ),
    Probe(
        "named socket",
        "Connect to a Unix socket by its path, or send to it from a socket pair.",
        "pathname",
        lambda world, _: not world.heard("pathname"),
        lambda world: world.addresses(),
    ),
    Probe(
        "raw sockets", "Open netlink, packet, raw and other sockets, and look a name up.", "sockets", nothing
    ),
    Probe("processes", "List the computer's processes.", "processes", nothing),
    Probe(
        "trace",
        "Attach to the parent and to the grader as a debugger.",
        "trace",
        nothing,
        lambda world: world.pids(),
    ),
    Probe(
        "others' memory",
        "Read and write the grader's memory.",
        "others_memory",
        lambda world, answer: nothing(world, answer) and world.intact(),
        lambda world: world.pids(),
    ),
    Probe(
        "signals",
        "Signal the parent, the grader, a group and everybody, in ten ways.",
        "signals",
        lambda world, answer: nothing(world, answer) and answer["terms"] == 0,
        lambda world: world.pids(),
    ),
    Probe("fork storm", "Start 50 processes that stay.", "forks", enough, lambda _: {"hold": 5}, "limits"),
    Probe(
        "thread storm",
        "Start 1000 threads that stay.",
        "threads",
        lambda _, answer: answer["threads"] <= max(EXAMINATION.processes, EXAMINATION.memory >> 22) + 2,
        lambda _: {"hold": 0.1},
        "limits",
    ),
    Probe(
        "memory",
        "Take 200 MB more memory than allowed.",
        "memory",
        lambda _, answer: answer["said"] is not None and answer["said"] <= EXAMINATION.memory + FREE,
        lambda _: {"memory": EXAMINATION.memory},
        "limits",
    ),
    Probe(
        "memory beside",
        "Take memory that the limit does not count: memfd, System V, queues, pipes.",
        "other_memory",
        nothing,
    ),
    Probe(
        "disk",
        "Write many files, together 100 MB more than allowed.",
        "disk",
        lambda world, answer: world.kept_to_disk(answer),
        lambda _: {"disk": EXAMINATION.disk},
    ),
    Probe(
        "large file",
        "Write one file that is too large, with a hole in it.",
        "big_file",
        nothing,
        lambda _: {"disk": EXAMINATION.disk},
        "limits",
    ),
    Probe(
        "core dump",
        "Lift the limit on core dumps and crash.",
        "core",
        lambda _, answer: not answer["status"] & 0x80 and not answer["files"],
        promised="limits",
    ),
    Probe("limits lifted", "Raise its own limits.", "limits", nothing, promised="limits"),
    Probe(
        "survival",
        "Ignore signals, leave the session, fork twice, and live on after it was killed.",
        "survive",
        lambda _, answer: answer["killed"] and answer["prompt"] and not answer["left"],
        lambda _: {"hold": 5},
    ),
    Probe(
        "descriptors",
        "Find an open descriptor other than the one it was given.",
        "descriptors",
        lambda _, answer: answer["said"] == sorted({0, 1, 2, answer["kept"]}),
    ),
    Probe(
        "own memory",
        "Search its own memory for what the grader knows.",
        "own_memory",
        lambda world, answer: answer["said"] is not None and world.supervisor_secret not in answer["said"],
        lambda world: world.pids(),
        "limits",
    ),
    Probe("programs", "Start a program, in six ways.", "programs", nothing),
    Probe(
        "name spaces",
        "Unshare, mount, remount, unmount, chroot, pivot, setns, open by handle, make a device.",
        "spaces",
        nothing,
    ),
    Probe(
        "other user",
        "Become another user, or find a capability left.",
        "user",
        lambda _, answer: (
            bool(answer["said"])
            and answer["said"]["before"] == answer["said"]["after"]
            and not answer["said"]["capabilities"]
        ),
    ),
    Probe(
        "priority",
        "Raise its priority, lower the grader's, bind it to one processor.",
        "priority",
        nothing,
        lambda world: world.pids(),
    ),
    Probe("rings", "Set up io_uring and asynchronous input and output.", "ring", nothing),
    Probe(
        "kernel",
        "Reach bpf, performance events, userfaultfd, the kernel's log, kcmp, personality.",
        "kernel",
        nothing,
    ),
    Probe("other tables", "Call the kernel by the x32 table.", "other_tables", nothing),
    Probe("keyring", "Add to, search and join the kernel's keyring.", "keys", nothing),
    Probe(
        "terminal", "Type into a terminal (TIOCSTI).", "terminal", nothing, lambda world: world.terminals()
    ),
    Probe(
        "shared memory",
        "Read and write /dev/shm.",
        "shared",
        lambda world, answer: secret(world, answer) and not world.shared_written(),
        lambda world: world.shares(),
    ),
)
