"""The written answer is turned into a code cell that prints points."""

from course import WRITTEN

KIND, GROUP = "hostile", "file"
DESERVED = 0


def apply(s):
    s.wrong()
    cell = s.cell(WRITTEN)
    cell["cell_type"], cell["outputs"], cell["execution_count"] = "code", [], None
    cell.source = "2.0"
