"""The notebook is a device that gives zeros without end."""

import os
import stat

from submission import Unfit

KIND, GROUP = "hostile", "file"
DESERVED = 0


def apply(s):
    s.filename = None
    try:
        os.mknod(s.folder / "ps1.ipynb", stat.S_IFCHR | 0o666, os.makedev(1, 5))
    except OSError as error:
        raise Unfit("devices need an administrator") from error
