"""A learner's cells in a worker. One that is lost is replaced by a fresh one, which first runs what has run so far."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from log2attn.grading.protocol.errors import Stopped
from log2attn.grading.protocol.line import LineDead
from log2attn.grading.protocol.peer import Peer
from log2attn.grading.protocol.values import WireError
from log2attn.grading.schedule.setting import Setting
from log2attn.grading.schedule.workers import Worker, Zygote
from log2attn.grading.tester.conversation import Conversation

MOST_FRESH = 25  # workers one submission may use up
GRACE = 2.0  # seconds a worker may take beyond a cell's limit to say that it was stopped


@dataclass(frozen=True)
class Ran:
    """A text that the worker has run for the cell at ``place``; ``keep`` are names that it must not replace."""

    place: int
    source: str
    keep: tuple[str, ...] = ()


class Kernel:
    """The process that a notebook's cells run in.

    files      what lies in its folder: name → bytes
    libraries  those of ``LIBRARIES`` that the notebook's texts name: a worker has them warm
    ends       when the submission as a whole has taken too long, by the monotonic clock
    ran        what a fresh worker must run again
    worker     None when too many were used up: then nothing runs any more
    """

    def __init__(
        self,
        setting: Setting,
        zygote: Zygote,
        conversation: Conversation,
        files: Mapping[str, bytes],
        libraries: Sequence[str],
        ends: float,
    ) -> None:
        self.setting, self.zygote, self.conversation = setting, zygote, conversation
        self.files, self.libraries, self.ends = files, libraries, ends
        self.ran: list[Ran] = []
        self.fresh = 0
        self.worker: Worker | None = None

    def run(self, source: str, seconds: float, *, draw: bool, keep: Sequence[str] = ()) -> tuple[str, list]:
        """How it ended (ok, error, slow or dead) and what it showed. ``keep`` are names that it must not replace."""
        if self.worker is None:
            return "dead", []
        peer = self.conversation.peer
        peer.line.until = time.monotonic() + seconds + GRACE
        self.conversation.fault = ""
        try:
            answer = self.conversation.ask("cell", [source, seconds, draw, list(keep)])
            how, shown = answer
            if how not in ("ok", "error", "slow") or not isinstance(shown, list):
                raise WireError("not an answer")  # noqa: TRY301  (it is one of the ways in which an answer can be none)
        except LineDead as error:
            text = (
                f"This cell took longer than {seconds:.0f} s."
                if error.slow
                else "The process that ran this cell ended (out of memory, a crash, or os._exit)."
            )
            return "dead", [["error", "Stopped", text, ""]]
        except (Exception, Stopped) as error:
            return "dead", [
                [
                    "error",
                    "Stopped",
                    f"The process that ran this cell gave no proper answer ({type(error).__name__}).",
                    "",
                ]
            ]
        finally:
            peer.line.until = None
        return how, shown

    def restart(self) -> None:
        """A new worker that has run the cells so far, without what brought the old one down."""
        while True:
            self.end()
            if self.fresh >= MOST_FRESH:
                return
            self.fresh += 1
            self.worker = self.zygote.worker(self.setting.readable, self.setting.limits, self.libraries)
            self.conversation.talk_to(Peer(self.worker.line, self.conversation))
            self.conversation.fault = ""
            if self._replay():
                return

    def _replay(self) -> bool:
        if not all(self._put(name, data) for name, data in self.files.items()):
            return False
        for n, ran in enumerate(self.ran):
            left = self.ends - time.monotonic()
            if not ran.source or left <= 0:
                continue
            seconds = min(max(self.setting.limits.seconds, 1.0), left)
            how, _shown = self.run(ran.source, seconds, draw=False, keep=ran.keep)
            if how == "dead":
                self.ran[n] = Ran(ran.place, "")
                return False
        return True

    def _put(self, name: str, data: bytes) -> bool:
        self.conversation.peer.line.until = time.monotonic() + self.setting.limits.seconds
        try:
            self.conversation.ask("file", [name, data])
        except (LineDead, WireError):
            return False
        except (Exception, Stopped):  # the name cannot be written there: the learner's cells do without it
            return True
        return True

    def end(self) -> None:
        """End the worker and all it started."""
        if self.worker:
            self.zygote.end(self.worker)
            self.worker = None
