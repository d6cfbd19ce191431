"""All test cells are deleted."""

KIND, GROUP = "hostile", "file"
DESERVED = 0


def apply(s):
    s.wrong()
    tests = s.tests()
    s.notebook.cells = [cell for cell in s.cells if cell not in tests]
