"""Figures are drawn and shown in every cell, also in the answers."""

from course import MAX, RIGHT

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.cell("parabola").source = (
        RIGHT["parabola"] + "\n\nfig, ax = plt.subplots()\nparabola(ax, [1.0, 2.0])\nplt.show()"
    )
    s.before("plt.figure()\nplt.plot([1, 2])\nplt.title('mine')\nplt.show()")
    s.after("plt.plot([1, 2])")
