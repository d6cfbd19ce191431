"""Two answers stand in new cells without nbgrader's data; the original cells were deleted."""

from course import MAX, RIGHT

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    for name in ("softmax", "answer"):
        place = s.at(name)
        s.cells.pop(place)
        s.cells.insert(place, s.new(RIGHT[name]))
