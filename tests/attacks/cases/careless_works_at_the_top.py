"""Answers are used at the top level, with asserts of the learner's own that fail."""

from course import MAX, RIGHT

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.cell("softmax").source = (
        RIGHT["softmax"] + "\n\nprint(softmax(np.zeros(3)))\nassert softmax(np.zeros(3))[0] == 0.3333"
    )
