"""The notebook is a named pipe, which nobody ever writes into."""

import os

KIND, GROUP = "hostile", "file"
DESERVED = 0


def apply(s):
    s.filename = None
    os.mkfifo(s.folder / "ps1.ipynb")
