"""The notebook is a Unix socket."""

import contextlib
import socket

KIND, GROUP = "hostile", "file"
DESERVED = 0


def apply(s):
    s.filename = None
    with (
        contextlib.chdir(s.folder),
        socket.socket(socket.AF_UNIX) as made,
    ):  # the path is too long for a socket's name
        made.bind("ps1.ipynb")
