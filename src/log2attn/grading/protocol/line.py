"""One end of the line between tester and worker: whole messages, with a limit on their length and on the time they may take."""

from __future__ import annotations

import socket
import struct
import time

from log2attn.grading.protocol.values import Tree, WireError, pack, unpack

HEAD = struct.Struct(">I")
PART = 1 << 18
TIMEVAL = struct.Struct("@ll")


class LineDead(BaseException):
    """The other end is gone, or did not answer in time. ``slow`` tells which."""

    def __init__(self, *, slow: bool = False) -> None:
        self.slow = slow
        super().__init__("no answer in time" if slow else "the process ended")


class Line:
    """Messages over a connected stream socket.

    most   bytes of one incoming message
    """

    def __init__(self, sock: socket.socket, most: int) -> None:
        self.sock, self.most = sock, most
        self._until: float | None = None
        self._waiting = bytearray()  # came, and is not read yet
        self._part = memoryview(
            bytearray(PART)
        )  # one for all reads: a fresh one each time would cost more than the reading

    def close(self) -> None:
        self.sock.close()

    @property
    def until(self) -> float | None:
        """``time.monotonic()`` after which waiting ends; None waits as long as it takes."""
        return self._until

    @until.setter
    def until(self, moment: float | None) -> None:
        self._until = moment
        # The kernel keeps the time: no poll before each read.
        left = 0.0 if moment is None else max(moment - time.monotonic(), 0.001)
        timeval = TIMEVAL.pack(int(left), int(left % 1 * 1e6))
        for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            self.sock.setsockopt(socket.SOL_SOCKET, option, timeval)

    def send(self, tree: Tree) -> None:
        data = pack(tree)
        view = memoryview(HEAD.pack(len(data)) + data)
        while view:
            try:
                view = view[self.sock.send(view) :]
            except OSError as error:
                raise self._dead(error) from error
            if view:
                self._in_time()

    def receive(self) -> Tree:
        """The next message. Raises WireError for bytes that are none, before memory is taken for them."""
        self._fill(HEAD.size)
        (length,) = HEAD.unpack_from(self._waiting)
        if length > self.most:
            raise WireError(f"a message of {length >> 20} MB")
        self._fill(HEAD.size + length)
        data = bytes(memoryview(self._waiting)[HEAD.size : HEAD.size + length])
        del self._waiting[: HEAD.size + length]
        return unpack(data)

    def _fill(self, length: int) -> None:
        while len(self._waiting) < length:
            try:
                came = self.sock.recv_into(self._part)
            except OSError as error:
                raise self._dead(error) from error
            if not came:
                raise LineDead
            self._waiting += self._part[:came]
            if len(self._waiting) < length:
                self._in_time()

    def _in_time(self) -> None:
        if self._until is not None and time.monotonic() > self._until:
            raise LineDead(slow=True)

    def _dead(self, error: OSError) -> LineDead:
        return LineDead(slow=isinstance(error, BlockingIOError))
