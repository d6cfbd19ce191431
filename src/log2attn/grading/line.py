"""One end of the line between tester and worker: whole messages, with a limit on their length and on the time they may take."""

from __future__ import annotations

import select
import socket
import struct
import time

from log2attn.grading.wire import Tree, WireError, pack, unpack

HEAD = struct.Struct(">I")


class LineDead(BaseException):  # noqa: N818  (an event; not an Exception, so that no test's ``except Exception`` takes it for an answer)
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
        self.until: float | None = None  # time.monotonic() after which waiting ends; None waits as long as it takes

    def fileno(self) -> int:
        return self.sock.fileno()

    def close(self) -> None:
        self.sock.close()

    def send(self, tree: Tree) -> None:
        data = pack(tree)
        try:
            if len(data) < 1 << 16:
                self._write(HEAD.pack(len(data)) + data)
            else:
                self._write(HEAD.pack(len(data)))
                self._write(data)
        except OSError as error:
            raise LineDead from error

    def receive(self) -> Tree:
        """The next message. Raises WireError for bytes that are none, before memory is taken for them."""
        (length,) = HEAD.unpack(self._read(HEAD.size))
        if length > self.most:
            raise WireError(f"a message of {length >> 20} MB")
        return unpack(self._read(length))

    def _write(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            self._wait(writing=True)
            view = view[self.sock.send(view) :]

    def _read(self, length: int) -> bytearray:
        data = bytearray()
        while len(data) < length:
            self._wait()
            try:
                part = self.sock.recv(min(length - len(data), 1 << 20))
            except OSError as error:
                raise LineDead from error
            if not part:
                raise LineDead
            data += part
        return data

    def _wait(self, *, writing: bool = False) -> None:
        if self.until is None:
            return
        left = self.until - time.monotonic()
        ready = select.select([] if writing else [self], [self] if writing else [], [], max(left, 0.0))
        if not (ready[0] or ready[1]):
            raise LineDead(slow=True)
