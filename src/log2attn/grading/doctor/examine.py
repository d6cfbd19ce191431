"""Is the sandbox real here? Attack it, and look from outside whether it held.

    examination = examine()
    examination.level      what the sandbox says it achieved
    examination.observed   the word that is true: lower, if a canary got out
    examination.canaries   each attempt: what was tried, whether it held, what was seen

Nothing is assumed: every canary is code in a confined process forked from a warm zygote, and what it did is read off files, listeners,
signal counters and process tables on this side. Every attempt is harmless where there is no protection at all.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from log2attn.grading.doctor.probes import PROBES, Answer, Probe
from log2attn.grading.sandbox import Level, available
from log2attn.grading.sandbox.level import GRADES

if sys.platform == "linux":
    from log2attn.grading.doctor.outside import World


@dataclass(frozen=True)
class Canary:
    """name, what was tried in one sentence, whether the sandbox held, what was seen; ``promised`` is the lowest level that promises to hold."""

    name: str
    tried: str
    held: bool
    detail: str
    promised: str = "medium"


@dataclass(frozen=True)
class Examination:
    level: Level
    canaries: tuple[Canary, ...]
    seconds: float = 0.0

    @property
    def observed(self) -> str:
        """The level in force: what the sandbox says, or less if a canary escaped that this level promises to hold."""
        grade = GRADES.index(self.level.grade)
        for canary in self.canaries:
            if not canary.held:
                grade = min(grade, GRADES.index(canary.promised) - 1)
        return GRADES[max(grade, 0)]

    @property
    def escaped(self) -> tuple[Canary, ...]:
        """What got out although the level the sandbox claims promises that it does not."""
        claimed = GRADES.index(self.level.grade)
        return tuple(
            canary for canary in self.canaries if not canary.held and GRADES.index(canary.promised) <= claimed
        )


def examine(only: Callable[[str], bool] = lambda _: True) -> Examination:
    """Attack the sandbox of this computer, about three seconds long. ``only`` chooses canaries by name."""
    if sys.platform != "linux":
        return Examination(available(), ())
    canaries: list[Canary] = []
    with tempfile.TemporaryDirectory(prefix="log2attn-doctor-") as folder, World(Path(folder)) as world:
        try:
            level = world.level()
        except (OSError, RuntimeError) as error:
            return Examination(Level(notes=(f"nothing could be tried: {error}",)), ())
        for probe in PROBES:
            if only(probe.name):
                try:
                    canaries.append(judged(world, probe))
                except (OSError, RuntimeError) as error:  # it took the zygote along
                    canaries.append(Canary(probe.name, probe.tried, False, str(error), "limits"))
                    return Examination(level, tuple(canaries), world.seconds())
        if only("orphan"):
            held = world.orphan_dies()
            canaries.append(
                Canary(
                    "orphan",
                    "Live on after the process that started it was killed.",
                    held,
                    "its pipe closed" if held else "its pipe stayed open",
                )
            )
        return Examination(level, tuple(canaries), world.seconds())


def judged(world: World, probe: Probe) -> Canary:
    answer = world.run(probe.attack, probe.facts(world))
    try:
        failed = (
            isinstance(answer["said"], dict) and "error" in answer["said"]
        )  # an attempt that went wrong proves nothing
        held = not failed and bool(probe.held(world, answer))
    except (KeyError, TypeError, ValueError):
        held = False
    return Canary(probe.name, probe.tried, held, described(answer), probe.promised)


def described(answer: Answer) -> str:
    said = answer["said"]
    words = ["refused" if said in ({}, []) else f"{said}"[:200]]
    if said is None:
        words = ["no answer"]
    if answer["descendants"] > 1:
        words.append(f"{answer['descendants']} processes at most")
    if answer["threads"] > 1:
        words.append(f"{answer['threads']} threads at most")
    if answer["status"]:
        words.append(f"ended with status {answer['status']}")
    return ", ".join(words)
