"""Each test stands twice under its grade id, first an empty one."""

KIND, GROUP = "hostile", "file"
DESERVED = 0


def apply(s):
    import copy

    s.wrong()
    for cell in s.tests():
        twin = copy.deepcopy(cell)
        twin["id"], twin.source = cell["id"] + "-2", "pass"
        s.cells.insert(s.cells.index(cell), twin)
