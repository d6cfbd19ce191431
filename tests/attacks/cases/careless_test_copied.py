"""A test cell was copied, and the copy played with."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    import copy

    s.right()
    twin = copy.deepcopy(s.cell("visible-softmax"))
    twin["id"], twin.source = "copy", "softmax(np.array([1.0, 2.0]))"
    s.cells.insert(s.at("visible-softmax") + 1, twin)
