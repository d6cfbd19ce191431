"""The test cells are turned into Markdown and raw cells."""

KIND, GROUP = "hostile", "file"
DESERVED = 0


def apply(s):
    s.wrong()
    for k, cell in enumerate(s.tests()):
        cell["cell_type"] = "markdown" if k % 2 else "raw"
        cell.pop("outputs", None)
        cell.pop("execution_count", None)
