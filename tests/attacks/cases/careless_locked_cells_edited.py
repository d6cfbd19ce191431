"""Visible tests were changed to print more, and helper and prose edited."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.cell("visible-softmax").source = "print('testing')\n" + s.cell("visible-softmax").source.replace(
        "0.25", "0.2500"
    )
    s.cell("helper").source = s.cell("helper").source + "\nprint(drawn([1.0]))"
    s.cell("md-pick").source = "## pick (done)"
